"""Mentions of any text: spans lie inside it, nothing raises, the order of witnesses changes nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.marks.test_mentions import parties, witness

from hexapla.lang import codes, load
from hexapla.marks.mentions import mentions, merge, people
from hexapla.witness.model import Segment, Span, Witness

DAYS = st.sampled_from([None, dt.date(2031, 5, 14), dt.date(1900, 1, 1), dt.date(9999, 12, 31)])


def _bare(text: str, language: str, published: dt.date | None) -> Witness:
    """A text as one segment, whatever it holds."""
    whole = Span(0, len(text))
    segment = Segment(whole, "body", language, (whole,))
    return Witness("test", "0", text, language, (segment,), published=published)


def _pieces(language: str) -> st.SearchStrategy[str]:
    """Words of pointing, names, offices and signs of a language, in any order."""
    table = load(language).table("mentions")
    words = [word for some in table["words"].values() for word in some] + list(table["names"]["given"])
    names = [party.names[language][0] for party in parties() if language in party.names][:40]
    offices = [office.names[language][0] for office in parties().offices() if language in office.names]
    people_ = [p.names[language][0] for p in parties().people() if language in p.names][:40]
    signs = [",", ".", "(", "«", "\n", "-", "’", "·", "و", "的", "Mr", "M.", "123", "𝒳", "\u200f", "ـ"]
    return st.lists(st.sampled_from(words + names + offices + people_ + signs), max_size=25).map(" ".join)


@pytest.mark.parametrize("language", codes())
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_spans_lie_inside(language: str, data: st.DataObject) -> None:
    text = data.draw(st.one_of(st.text(max_size=60), _pieces(language)))
    w = _bare(text, language, data.draw(DAYS))
    found = mentions(w, parties())
    for mention in found:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.name is None or mention.span.overlap(mention.name)
        assert not (mention.person and mention.candidates)
        assert 0 < mention.confidence <= 1
        assert mention.because or mention.kind in ("state", "body") or mention.person is None
    assert found == mentions(w, parties())
    for person in people(w, found, parties()):
        assert person.mentions[0]


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(3)))
def test_the_order_of_witnesses_changes_nothing(order: list[int]) -> None:
    some = [
        witness("Trade Minister Anna Berg met President Emil Corvane.", "en"),
        witness("La ministre du Commerce Anna Berg a vu le président Corvane.", "fr"),
        witness("Президент Вальдории Эмиль Корван принял министра торговли Анну Берг.", "ru"),
    ]
    read = [people(w, mentions(w, parties()), parties()) for w in some]
    straight = {(p.id, frozenset(p.mentions)) for p in merge(read)}
    turned = {(p.id, frozenset(order[n] for n in p.mentions)) for p in merge([read[n] for n in order])}
    assert straight == turned
