"""Absence: a sentence, a clause, a word that one version lacks, in all six languages."""

from __future__ import annotations

from itertools import combinations

import pytest
from versions import (
    ILLEGAL,
    LANGUAGES,
    PAIRS,
    RAILWAY_ALONE,
    VISA,
    changed,
    compared,
    part_span,
    shown,
    sound,
    told,
    words,
)

BOTH_WAYS = [*PAIRS, *((b, a) for a, b in PAIRS)]


@pytest.mark.parametrize(("one", "other"), list(combinations(LANGUAGES, 2)))
def test_versions_that_say_the_same_have_an_empty_apparatus(one: str, other: str) -> None:
    made = compared((one, told(one)), (other, told(other)))
    assert not made.apparatus, shown(made)


@pytest.mark.parametrize(("carrier", "lacking"), BOTH_WAYS)
def test_a_lacking_sentence_is_told_and_nothing_else(carrier: str, lacking: str) -> None:
    made = compared((carrier, told(carrier)), (lacking, told(lacking, without=["quake"])))
    sound(made)
    assert len(made.apparatus) == 1, shown(made)
    entry = made.apparatus[0]
    assert entry.kind == "absence"
    assert entry.readings[0].spans == {"A": (part_span(made, "A", carrier, "quake"),)}
    assert set(entry.absent) == {"B"}
    assert entry.note == "A carries a passage that B lacks."


@pytest.mark.parametrize(("carrier", "lacking"), PAIRS)
def test_it_would_stand_between_its_neighbours(carrier: str, lacking: str) -> None:
    made = compared((carrier, told(carrier)), (lacking, told(lacking, without=["quake"])))
    weapons, water = (part_span(made, "B", lacking, part) for part in ("weapons", "water"))
    assert weapons.end <= made.apparatus[0].absent["B"] <= water.start


@pytest.mark.parametrize(("carrier", "lacking"), PAIRS)
def test_the_second_version_may_be_the_carrier(carrier: str, lacking: str) -> None:
    made = compared((lacking, told(lacking, without=["quake"])), (carrier, told(carrier)))
    (entry,) = made.apparatus
    assert entry.readings[0].spans == {"B": (part_span(made, "B", carrier, "quake"),)}
    assert set(entry.absent) == {"A"}


# The first is missed; the chance of the second lies at the threshold (.44).
HARD = {
    ("ar", "zh"): pytest.mark.xfail(strict=True, reason="a clear lack, judged unlikely (.13)"),
}


@pytest.mark.parametrize(
    ("carrier", "lacking"), [pytest.param(*pair, marks=HARD.get(pair, ())) for pair in BOTH_WAYS]
)
def test_a_lacking_clause_is_told_and_nothing_else(carrier: str, lacking: str) -> None:
    made = compared(
        (carrier, told(carrier)), (lacking, told(lacking, instead={"railway": RAILWAY_ALONE[lacking]}))
    )
    sound(made)
    assert len(made.apparatus) == 1, shown(made)
    entry = made.apparatus[0]
    assert entry.kind == "absence"
    assert VISA[carrier] in words(made, entry, "A")
    whole = part_span(made, "A", carrier, "railway")
    (span,) = entry.readings[0].spans["A"]
    assert whole.holds(span)
    assert span.start > whole.start
    assert entry.note == "A carries a clause that B lacks."


UNSEEN = pytest.mark.xfail(strict=True, reason="a qualifier is not missed in French and Spanish")


@pytest.mark.parametrize(
    ("one", "other", "lacking"),
    [
        ("en", "fr", "ar"),
        ("fr", "ru", "en"),
        ("ar", "en", "ru"),
        ("ar", "en", "zh"),
        ("es", "zh", "ru"),
        pytest.param("ru", "es", "fr", marks=UNSEEN),
        pytest.param("en", "fr", "es", marks=UNSEEN),
    ],
)
def test_a_lacking_qualifier_is_told_once_for_both_carriers(one: str, other: str, lacking: str) -> None:
    made = compared(
        (one, told(one)), (other, told(other)), (lacking, changed(lacking, "weapons", ILLEGAL[lacking], ""))
    )
    sound(made)
    assert len(made.apparatus) == 1, shown(made)
    entry = made.apparatus[0]
    assert entry.note == "A and B carry a qualifying word that C lacks."
    assert words(made, entry, "A") == ILLEGAL[one].strip()
    assert words(made, entry, "B") == ILLEGAL[other].strip()


@pytest.mark.parametrize(("carrier", "lacking"), [("ar", "en"), ("en", "ar")])
def test_a_lacking_qualifier_between_two_versions(carrier: str, lacking: str) -> None:
    made = compared((carrier, told(carrier)), (lacking, changed(lacking, "weapons", ILLEGAL[lacking], "")))
    assert len(made.apparatus) == 1, shown(made)
    assert words(made, made.apparatus[0], "A") == ILLEGAL[carrier].strip()


@pytest.mark.parametrize("lacking", LANGUAGES)
def test_two_carriers_are_named_together(lacking: str) -> None:
    n = LANGUAGES.index(lacking)
    one, other = LANGUAGES[n - 1], LANGUAGES[n - 2]
    made = compared((one, told(one)), (lacking, told(lacking, without=["quake"])), (other, told(other)))
    sound(made)
    assert len(made.apparatus) == 1, shown(made)
    entry = made.apparatus[0]
    assert entry.readings[0].witnesses == ("A", "C")
    assert set(entry.absent) == {"B"}
    assert entry.note == "A and C carry a passage that B lacks."


ATTRIBUTED = {
    "ar": ("وقالت موريث إن عقود التعدين ستنشر قريبا.", "وستنشر عقود التعدين قريبا، كما قالت موريث."),
    "en": (
        "Moreth said that the mining contracts would soon be published.",
        "The mining contracts would soon be published, Moreth said.",
    ),
    "fr": (
        "Mme Moreth a déclaré que les contrats miniers seraient bientôt publiés.",
        "Les contrats miniers seront bientôt publiés, a déclaré Mme Moreth.",
    ),
    "ru": (
        "Морет заявила, что контракты на добычу полезных ископаемых скоро будут опубликованы.",
        "Контракты на добычу полезных ископаемых скоро будут опубликованы, заявила Морет.",
    ),
    "es": (
        "Moreth dijo que los contratos mineros se publicarían pronto.",
        "Los contratos mineros se publicarán pronto, dijo Moreth.",
    ),
    "zh": ("莫雷思说，采矿合同不久将公布。", "采矿合同不久将公布，莫雷思说。"),
}


@pytest.mark.parametrize(("one", "other"), list(combinations(LANGUAGES, 2)))
@pytest.mark.parametrize("first", [0, 1])
def test_an_attribution_put_elsewhere_is_no_absence(one: str, other: str, first: int) -> None:
    texts = [
        (lang, told(lang, instead={"weapons": ATTRIBUTED[lang][way]}))
        for lang, way in ((one, first), (other, 1 - first))
    ]
    made = compared(*texts)
    assert not made.apparatus, shown(made)
