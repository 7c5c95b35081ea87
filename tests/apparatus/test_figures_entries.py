"""Number and date entries: another value is told, another way of writing it is not."""

from __future__ import annotations

import pytest
from versions import (
    BILLIONS,
    LANGUAGES,
    MORE_BILLIONS,
    OTHER_DAY,
    PAIRS,
    changed,
    compared,
    of_kind,
    part_span,
    shown,
    sound,
    told,
    words,
)

BOTH_WAYS = [*PAIRS, *((b, a) for a, b in PAIRS)]

# The same sentence with its numbers in figures and in words, and the words of another number.
FREED = {
    "ar": (
        "وأفرج البلدان عن 45 سجينا و3000 عامل.",
        "وأفرج البلدان عن خمسة وأربعين سجينا وثلاثة آلاف عامل.",
        ("خمسة وأربعين", "سبعة وأربعين"),
    ),
    "en": (
        "The two countries freed 45 prisoners and 3,000 workers.",
        "The two countries freed forty-five prisoners and three thousand workers.",
        ("forty-five", "forty-seven"),
    ),
    "fr": (
        "Les deux pays ont libéré 45 prisonniers et 3 000 travailleurs.",
        "Les deux pays ont libéré quarante-cinq prisonniers et trois mille travailleurs.",
        ("quarante-cinq", "quarante-sept"),
    ),
    "ru": (
        "Две страны освободили 45 заключенных и 3000 рабочих.",
        "Две страны освободили сорок пять заключенных и три тысячи рабочих.",
        ("сорок пять", "сорок семь"),
    ),
    "es": (
        "Los dos países liberaron a 45 presos y 3.000 trabajadores.",
        "Los dos países liberaron a cuarenta y cinco presos y tres mil trabajadores.",
        ("cuarenta y cinco", "cuarenta y siete"),
    ),
    "zh": ("两国释放了45名囚犯和3000名工人。", "两国释放了四十五名囚犯和三千名工人。", ("四十五", "四十七")),
}


@pytest.mark.parametrize(("one", "other"), BOTH_WAYS)
def test_other_billions_are_a_number_entry_and_nothing_else(one: str, other: str) -> None:
    made = compared((one, told(one)), (other, changed(other, "trade", BILLIONS[other], MORE_BILLIONS[other])))
    sound(made)
    assert len(made.apparatus) == 1, shown(made)
    entry = made.apparatus[0]
    assert entry.kind == "number"
    assert [r.value for r in entry.readings] == ["1800000000", "2300000000"]
    assert words(made, entry, "A") in BILLIONS[one]
    assert words(made, entry, "B") in MORE_BILLIONS[other]
    assert not entry.absent


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_another_number_in_words_is_a_number_entry(one: str, other: str) -> None:
    spelled = FREED[other][1].replace(*FREED[other][2])
    made = compared(
        (one, told(one, instead={"weapons": FREED[one][0]})),
        (other, told(other, instead={"weapons": spelled})),
    )
    sound(made)
    assert len(made.apparatus) == 1, shown(made)
    assert [r.value for r in made.apparatus[0].readings] == ["45", "47"]


@pytest.mark.parametrize("one", LANGUAGES)
@pytest.mark.parametrize("other", LANGUAGES)
def test_figures_and_words_of_one_value_are_no_entry(one: str, other: str) -> None:
    """Not across two languages, nor between two versions in one."""
    made = compared(
        (one, told(one, instead={"weapons": FREED[one][0]})),
        (other, told(other, instead={"weapons": FREED[other][1]})),
    )
    assert not made.apparatus, shown(made)


@pytest.mark.parametrize(
    ("one", "other"),
    [("$1.8 billion", "$1,800 million"), ("$1.8 billion", "$1.8bn"), ("$1.8 billion", "$1,800,000,000")],
)
def test_one_value_in_two_notations_of_english_is_no_entry(one: str, other: str) -> None:
    made = compared(
        ("en", changed("en", "trade", "$1.8 billion", one)), ("en", changed("en", "trade", one, other))
    )
    assert not made.apparatus, shown(made)


def test_three_values_are_one_entry_with_three_readings() -> None:
    made = compared(
        ("en", told("en")),
        ("fr", changed("fr", "trade", "1,8 milliard", "2,3 milliards")),
        ("ru", changed("ru", "trade", "1,8 млрд", "2,9 млрд")),
    )
    sound(made)
    assert len(made.apparatus) == 1, shown(made)
    assert [r.value for r in made.apparatus[0].readings] == ["1800000000", "2300000000", "2900000000"]
    assert (
        made.apparatus[0].note
        == "The number differs: A has 1.8 billion; B has 2,3 milliards; C has 2,9 млрд."
    )


def test_those_that_agree_are_one_reading() -> None:
    made = compared(
        ("en", told("en")),
        ("fr", changed("fr", "trade", "1,8 milliard", "2,3 milliards")),
        ("ru", told("ru")),
    )
    assert [r.witnesses for r in made.apparatus[0].readings] == [("A", "C"), ("B",)]


@pytest.mark.parametrize(("one", "other"), BOTH_WAYS)
def test_another_day_is_a_date_entry_and_nothing_else(one: str, other: str) -> None:
    made = compared((one, told(one)), (other, changed(other, "next", *OTHER_DAY[other])))
    sound(made)
    assert len(made.apparatus) == 1, shown(made)
    entry = made.apparatus[0]
    assert entry.kind == "date"
    assert [r.value for r in entry.readings] == ["--05-20", "--05-27"]
    assert part_span(made, "A", one, "next").holds(entry.readings[0].spans["A"][0])


@pytest.mark.parametrize("month", ["20 مايو", "20 أيار/مايو", "20 مايو/أيار", "العشرين من مايو", "20 أيار"])
@pytest.mark.parametrize("other", LANGUAGES[1:])
def test_levantine_and_gregorian_months_are_one_date(month: str, other: str) -> None:
    made = compared(("ar", changed("ar", "next", "20 أيار", month)), (other, told(other)))
    assert not made.apparatus, shown(made)


@pytest.mark.parametrize(
    ("month", "value"), [("20 حزيران", "--06-20"), ("20 نيسان", "--04-20"), ("20 يونيو", "--06-20")]
)
def test_another_month_by_either_name_is_a_date_entry(month: str, value: str) -> None:
    made = compared(("ar", changed("ar", "next", "20 أيار", month)), ("en", told("en")))
    assert [e.kind for e in made.apparatus] == ["date"], shown(made)
    assert [r.value for r in made.apparatus[0].readings] == [value, "--05-20"]


def test_a_less_exact_date_does_not_differ() -> None:
    made = compared(("en", changed("en", "next", "on May 20", "in May")), ("fr", told("fr")))
    assert not of_kind(made, "date"), shown(made)


DUAL = {
    "en": "The two sides affirmed that both countries reject the blockade of the ports.",
    "fr": "Les deux parties ont affirmé que les deux pays rejettent le blocus des ports.",
    "ru": "Обе стороны подтвердили, что две страны отвергают блокаду портов.",
    "es": "Ambas partes afirmaron que los dos países rechazan el bloqueo de los puertos.",
    "zh": "双方重申两国反对封锁港口。",
}


@pytest.mark.parametrize("other", DUAL)
def test_two_sides_and_the_arabic_dual_are_no_entry(other: str) -> None:
    dual = "وأكد الجانبان أن البلدين يرفضان حصار الموانئ."
    made = compared(
        ("ar", told("ar", instead={"weapons": dual})), (other, told(other, instead={"weapons": DUAL[other]}))
    )
    assert not made.apparatus, shown(made)


PIPE = {
    "ar": "وسيبلغ قطر أنبوب المياه الجديد 15 سنتيمترا.",
    "fr": "La nouvelle conduite d’eau aura un diamètre de 15 centimètres.",
    "ru": "Диаметр новой водопроводной трубы составит 15 сантиметров.",
    "es": "La nueva tubería de agua tendrá un diámetro de 15 centímetros.",
    "zh": "新水管的直径将为15厘米。",
}


@pytest.mark.parametrize("other", PIPE)
def test_inches_and_centimetres_are_no_number_entry(other: str) -> None:
    pipe = "The new water pipe will be 6 inches in diameter."
    made = compared(
        ("en", told("en", instead={"water": pipe})), (other, told(other, instead={"water": PIPE[other]}))
    )
    assert not of_kind(made, "number", "date"), shown(made)


@pytest.mark.parametrize("other", PIPE)
def test_another_number_of_centimetres_is(other: str) -> None:
    pipe = "The new water pipe will be 25 centimetres in diameter."
    made = compared(
        ("en", told("en", instead={"water": pipe})), (other, told(other, instead={"water": PIPE[other]}))
    )
    assert [r.value for e in of_kind(made, "number") for r in e.readings] == ["25", "15"], shown(made)
