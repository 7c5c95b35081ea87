"""The laws of DESIGN: nothing lost, order of witnesses indifferent, a witness answers itself."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hexapla.collation.collating import collate
from hexapla.edition.desk import edition
from hexapla.edition.model import Edition
from hexapla.lang import codes
from hexapla.witness.model import Witness
from reports import sample, talks, witness

LANGUAGES = ("ar", "en", "fr", "ru")
SAID = (
    "The minister met his counterpart in Zaltania. They discussed trade, and agreed to reopen the border; "
    "126 were freed! التقى الوزير نظيره، وأكد أهمية الحوار. Le ministre a salué l'accord. "
    "Министр приветствовал соглашение."
)
WORDS = st.sampled_from(SAID.split(" "))
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(WORDS, max_size=60).map(" ".join),
    st.lists(WORDS, max_size=40).map("\n".join),
).map(lambda text: f"{text} x")


def _lost(edition: Edition) -> list[str]:
    """What of the texts stands in no unit and is not set aside, or stands there twice; white space may be left out."""
    lost = []
    for siglum, one in edition.collation.witnesses.items():
        spans = [span for locus in edition.collation.loci for span in locus.units.get(siglum, ())]
        spans = sorted(spans + [part.span for part in one.set_aside])
        at = 0
        for span in spans:
            lost += [one.text[span.start : at], one.text[at : span.start].strip()]
            at = span.end
        lost.append(one.text[at:].strip())
    return [words for words in lost if words]


def _shape(edition: Edition) -> tuple[object, ...]:
    """Links, loci and entries under the witnesses' own names instead of sigla."""
    name = {siglum: one.source for siglum, one in edition.collation.witnesses.items()}

    def spans(by_siglum: object) -> frozenset[object]:
        return frozenset((name[s], v) for s, v in dict(by_siglum).items())  # type: ignore[call-overload]

    links = frozenset(
        (frozenset([(name[x.a], x.a_segments), (name[x.b], x.b_segments)]), x.confidence)
        for x in edition.collation.links
    )
    loci = frozenset((spans(x.units), spans(x.gap)) for x in edition.collation.loci)
    entries = frozenset(
        (e.kind, e.confidence, frozenset(spans(r.spans) for r in e.readings), spans(e.absent))
        for e in edition.apparatus
    )
    return links, loci, entries


@given(st.lists(st.tuples(TEXTS, st.sampled_from(codes())), min_size=1, max_size=3))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_units_and_what_is_set_aside_give_back_the_text(some: list[tuple[str, str]]) -> None:
    found = edition([witness(text, language, str(n)) for n, (text, language) in enumerate(some)])
    assert _lost(found) == []


@pytest.mark.parametrize("languages", [("ar", "en", "fr", "ru"), ("fr", "ru")])
def test_the_samples_are_given_back(languages: tuple[str, ...]) -> None:
    assert _lost(edition(talks(*languages))) == []


def test_the_order_of_witnesses_changes_nothing_but_sigla() -> None:
    some = talks("ar", "en", "fr")
    shapes = {_shape(edition(order)) for order in permutations(some)}
    assert len(shapes) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_witness_against_itself_answers_itself(language: str) -> None:
    (one,) = talks(language)
    made = edition([one, one])
    assert not made.apparatus
    assert all(locus.units["A"] == locus.units["B"] for locus in made.collation.loci)


@given(TEXTS, st.sampled_from(codes()))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_against_itself_has_an_empty_apparatus(text: str, language: str) -> None:
    one = witness(text, language)
    assert not edition([one, one]).apparatus


def _without(one: Witness, number: int) -> Witness:
    gone = one.segments[number].span
    return witness(one.text[: gone.start] + one.text[gone.end :], one.language, "cut")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [4, 7, -1])
def test_what_is_deleted_is_an_absence_there_and_nothing_else_is_new(language: str, number: int) -> None:
    (one,) = talks(language)
    made = edition([one, _without(one, number)])
    (entry,) = made.apparatus
    assert entry.kind == "absence"
    assert set(entry.absent) == {"B"}
    assert entry.readings[0].spans == {"A": (one.segments[number].span,)}


def test_one_witness_alone_has_rows_and_no_entries() -> None:
    made = edition([sample("2031-05-talks-en")])
    assert not made.apparatus
    assert not made.collation.links
    assert _lost(made) == []


def test_links_are_kept_pair_by_pair() -> None:
    made = collate(talks("ar", "en", "fr"))
    assert {(link.a, link.b) for link in made.links} == {("A", "B"), ("A", "C"), ("B", "C")}
    assert all(link.because for link in made.links)
