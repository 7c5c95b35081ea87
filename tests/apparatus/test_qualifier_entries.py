"""Telling words and phrases set off: told where several versions carry them and one plainly lacks them."""

from __future__ import annotations

import pytest
from versions import compared, of_kind, shown, sound, told, words

from hexapla.apparatus.standing import could_stand, has_word, usual_senses
from hexapla.collation.items import Item, read_items

PROVISIONAL = {
    "en": (
        "The two ministers of agriculture signed a provisional agreement on water and the irrigation of wheat fields.",
        "provisional",
    ),
    "fr": (
        "Les deux ministres de l’Agriculture ont signé un accord provisoire sur l’eau et l’irrigation des champs de blé.",
        "provisoire",
    ),
    "ru": (
        "Министры сельского хозяйства двух стран подписали временное соглашение о воде и орошении полей пшеницы.",
        "временное",
    ),
}
CLOSED = {
    "en": (
        "The two sides discussed trade between the two countries behind closed doors and welcomed the fact that it "
        "had reached $1.8 billion last year.",
        "behind closed doors",
    ),
    "fr": (
        "Les deux parties ont examiné à huis clos le commerce entre les deux pays et se sont félicitées qu’il ait "
        "atteint 1,8 milliard de dollars l’année dernière.",
        "à huis clos",
    ),
    "ar": (
        "وبحث الجانبان خلف أبواب مغلقة التجارة بين البلدين، ورحبا ببلوغها 1.8 مليار دولار في العام الماضي.",
        "خلف أبواب مغلقة",
    ),
}
DONORS = {
    "en": (
        "The two ministers of agriculture, in the presence of the heads of three banks, signed an agreement on water "
        "and the irrigation of wheat fields.",
        "in the presence of the heads of three banks",
    ),
    "es": (
        "Los dos ministros de Agricultura, en presencia de los directores de tres bancos, firmaron un acuerdo sobre "
        "el agua y el riego de los campos de trigo.",
        "en presencia de los directores de tres bancos",
    ),
    "fr": (
        "Les deux ministres de l’Agriculture, en présence des directeurs de trois banques, ont signé un accord sur "
        "l’eau et l’irrigation des champs de blé.",
        "en présence des directeurs de trois banques",
    ),
}


@pytest.mark.parametrize(
    ("carried", "part", "lacking"),
    [
        (PROVISIONAL, "water", "ar"),
        (PROVISIONAL, "water", "es"),
        (CLOSED, "trade", "ru"),
        (DONORS, "water", "ru"),
    ],
)
def test_what_several_carry_and_one_lacks_is_told_once(
    carried: dict[str, tuple[str, str]], part: str, lacking: str
) -> None:
    versions = [(language, told(language, instead={part: said})) for language, (said, _) in carried.items()]
    made = compared(*versions, (lacking, told(lacking)))
    sound(made)
    (entry,) = made.apparatus
    assert entry.kind == "absence", shown(made)
    assert set(entry.absent) == {"D"}
    assert [words(made, entry, s) for s in "ABC"] == [word for _, word in carried.values()]


def test_a_limit_put_otherwise_is_not_lacking() -> None:
    limits = {
        "en": "Moreth called for the withdrawal of weapons to at least twelve kilometres from the border.",
        "fr": "Mme Moreth a appelé au retrait des armes à douze kilomètres au moins de la frontière.",
        "ru": "Морет призвала вывести оружие на расстояние не ближе двенадцати километров от границы.",
    }
    made = compared(
        *((language, told(language, instead={"weapons": said})) for language, said in limits.items())
    )
    assert not of_kind(made, "absence"), shown(made)


@pytest.mark.parametrize("other", ["fr", "ru"])
def test_a_loose_word_of_one_version_alone_is_not_told(other: str) -> None:
    said = "The two ministers of agriculture signed a full agreement on water and the irrigation of wheat fields."
    made = compared(("en", told("en", instead={"water": said})), (other, told(other)))
    assert not of_kind(made, "absence"), shown(made)


def _word(text: str, language: str) -> Item:
    (item,) = read_items(text, language)
    return item


@pytest.mark.parametrize(
    ("mine", "theirs", "language", "could"),
    [
        ("final", "dernier", "fr", True),
        ("full", "complet", "fr", True),
        ("provisional", "maritime", "fr", False),
        ("provisional", "البحري", "ar", False),
        ("unilateral", "刚刚", "zh", False),
    ],
)
def test_words_stand_for_one_another_where_some_word_means_both(
    mine: str, theirs: str, language: str, could: bool
) -> None:
    assert could_stand(_word(theirs, language), language, usual_senses(_word(mine, "en")), "en") is could


def test_a_meaning_is_known_in_a_language_that_has_a_word_for_it() -> None:
    assert any(has_word(concept, "zh") for concept in usual_senses(_word("unilateral", "en")))
