"""Why two passages were linked, or not: the terms add up, the words are there, the order of the files changes nothing."""

from __future__ import annotations

import math

import pytest

from hexapla.collation.collating import collate
from hexapla.collation.explaining import CONTEXT_TERMS, MIRRORED, PAIR_TERMS, explain
from hexapla.collation.explanation import Explanation
from hexapla.collation.scoring import weights
from hexapla.errors import UsageError
from hexapla.witness.model import Witness
from hexapla.witness.reading import Given, read_witness

EN = """Ministers discuss the bridge over the Irel

LISK, May 14 (Tevan News) - Foreign Minister Karo of Valmara received his counterpart from Orlovia on Monday.

The two ministers agreed to rebuild the bridge over the Irel before the end of the year.

They also condemned the attack on the hospital in Lisk, and called for an independent inquiry.

Trade between the two countries reached 120 million dollars.
"""
FR = """Les ministres discutent du pont sur l'Irel

Le ministre des Affaires étrangères Karo de Valmara a reçu lundi son homologue d'Orlovie.

Les deux ministres sont convenus de reconstruire le pont sur l'Irel avant la fin de l'année.

Le commerce entre les deux pays a atteint 120 millions de dollars.
"""


def witness(text: str, language: str) -> Witness:
    return read_witness(text, source=f"{language}.txt", sha256=language, given=Given(language=language))


@pytest.fixture(scope="module")
def both() -> tuple[Witness, Witness]:
    return witness(EN, "en"), witness(FR, "fr")


def at(witness: Witness, words: str) -> int:
    return next(n for n, s in enumerate(witness.segments) if words in s.span.of(witness.text))


def asked(both: tuple[Witness, Witness], en: str, fr: str) -> Explanation:
    return explain(both[0], at(both[0], en), both[1], at(both[1], fr))


def test_every_measure_of_the_models_has_a_name() -> None:
    assert len(PAIR_TERMS) == len(weights("pair"))
    assert len(CONTEXT_TERMS) == len(weights("context"))
    assert all(max(pair) < len(CONTEXT_TERMS) for pair in MIRRORED)


def test_a_link_is_explained_by_its_words(both: tuple[Witness, Witness]) -> None:
    found = asked(both, "Trade between", "Le commerce")
    assert found.how == "linked" and found.confidence and found.confidence > found.threshold
    values = {answer.value for answer in found.answers}
    assert "120000000" in values
    for answer in found.answers:
        assert both[0].segments[found.a].span.holds(answer.a)
        assert both[1].segments[found.b].span.holds(answer.b)
        assert 0 < answer.strength <= 1
    trade = next(answer for answer in found.answers if answer.a.of(EN) == "Trade")
    assert trade.b.of(FR) == "commerce" and trade.kind == "concept"
    assert trade.worth >= 0 and any(answer.worth > 0 for answer in found.answers)


def test_the_terms_add_up(both: tuple[Witness, Witness]) -> None:
    for en, fr in (
        ("Trade between", "Le commerce"),
        ("They also condemned", "Le commerce"),
        ("received", "a reçu"),
    ):
        found = asked(both, en, fr)
        total = sum(measure.term for measure in found.pair_terms)
        assert math.isclose(max(-8.0, min(8.0, total)), found.odds, abs_tol=0.01)
        assert found.chance is not None
        context = sum(measure.term for measure in found.context_terms)
        assert math.isclose(1 / (1 + math.exp(-context)), found.chance, abs_tol=0.01)


def test_what_was_not_linked_says_who_won(both: tuple[Witness, Witness]) -> None:
    found = asked(both, "They also condemned", "Le commerce")
    assert found.how == "apart" and found.confidence is None
    assert found.chance is not None and found.chance < found.threshold
    assert found.linked_a == ()
    assert found.linked_b == (at(both[0], "Trade between"),)
    (winner,) = [rival for rival in found.rivals if rival.side == "b" and rival.linked]
    assert winner.segment == at(both[0], "Trade between")
    words = {word.span.of(EN) for word in found.unanswered if word.side == "a"}
    assert "hospital" in words


def test_it_says_what_the_collation_says(both: tuple[Witness, Witness]) -> None:
    linked = {
        (i, j): link.confidence
        for link in collate(both).links
        for i in link.a_segments
        for j in link.b_segments
    }
    for i, one in enumerate(both[0].segments):
        for j in range(len(both[1].segments)):
            if one.role != "dateline":
                found = explain(both[0], i, both[1], j)
                assert (found.how != "apart") == ((i, j) in linked)
                assert found.confidence == linked.get((i, j))


def test_the_order_of_the_files_changes_nothing_but_sides(both: tuple[Witness, Witness]) -> None:
    one = asked(both, "They also condemned", "Le commerce")
    other = explain(both[1], one.b, both[0], one.a)
    assert (other.a, other.b, other.odds, other.chance) == (one.b, one.a, one.odds, one.chance)
    assert {(x.a, x.b, x.worth) for x in one.answers} == {(x.b, x.a, x.worth) for x in other.answers}
    assert {(x.side, x.span) for x in one.unanswered} == {
        ("b" if x.side == "a" else "a", x.span) for x in other.unanswered
    }
    assert (one.linked_a, one.linked_b) == (other.linked_b, other.linked_a)
    assert {m.name: m.term for m in one.pair_terms} == {m.name: m.term for m in other.pair_terms}
    mine = {m.name: m.term for m in one.context_terms}
    theirs = {m.name: m.term for m in other.context_terms}
    assert mine[CONTEXT_TERMS[2]] == theirs[CONTEXT_TERMS[3]]


def test_the_same_words_outweigh_all() -> None:
    one = witness(EN, "en")
    two = read_witness(EN + "\nA last word.\n", source="b", sha256="b", given=Given(language="en"))
    found = explain(one, at(one, "Trade"), two, at(two, "Trade"))
    assert found.same_words and found.odds == 8.0 and found.how == "linked"


def test_a_dateline_is_not_compared(both: tuple[Witness, Witness]) -> None:
    dateline = next(n for n, s in enumerate(both[0].segments) if s.role == "dateline")
    with pytest.raises(UsageError, match="dateline"):
        explain(both[0], dateline, both[1], 0)
