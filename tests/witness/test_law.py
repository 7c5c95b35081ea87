"""The witness law: segments and what is set aside give back the text, whatever the text."""

# ruff: noqa: E501 (rows of a table stay on one line)

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla import lang
from hexapla.errors import SourceEmpty
from hexapla.witness.folding import visible
from hexapla.witness.model import Span, Witness
from hexapla.witness.reading import Given, read_witness

PIECES = [
    "Moscow, SANA- ", "President Ann Oru of Veldia met him", ". ", ", and ", "\n", "\n\n", "\r\n", "\r\n\r\n", "“", "”", "«", "»", '"',
    "Check Also", "Read also: ", "موسكو-سانا", "قال الرئيس", "، و", "؟ ", "МОСКВА, 15 марта. /ТАСС/. ", "Президент заявил, что", "г. ",
    "新华社北京3月15日电", "总统说", "。", "，而", "…", "...", "\u200f", "\ufeff", "\u200b", "ـ", "😀", "\u00a0", "\u2028", "\x0c", "\x1d", "\x85",
    "1. ", "A.Ch.", "© 2031", " — ", ":", ";", "(", ")", "الرئيس د. كمال", "15 March 2031", "A. N. Ivanov", "?", "!", "\t",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.text(st.characters(), max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
)


def uncovered(text: str, spans: list[Span]) -> str:
    """What a list of spans leaves out; fails where two overlap or go backwards."""
    rest, at = [], 0
    for span in spans:
        assert at <= span.start < span.end <= len(text)
        rest.append(text[at : span.start])
        at = span.end
    return "".join([*rest, text[at:]])


def check(witness: Witness) -> None:
    assert not uncovered(witness.text, list(witness.parts())).strip()
    for segment in witness.segments:
        assert segment.clauses[0].start == segment.span.start
        assert segment.clauses[-1].end == segment.span.end
        inner = witness.text[: segment.span.end]
        assert not uncovered(inner, list(segment.clauses))[segment.span.start :].strip()
        assert lang.known(segment.language)
        assert segment.span.of(witness.text) == segment.span.of(witness.text).strip()


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(lang.codes()))
def test_nothing_is_lost_and_nothing_is_twice(text: str, code: str) -> None:
    if not visible(text):
        with pytest.raises(SourceEmpty):
            read_witness(text, source="any", sha256="0", given=Given(language=code))
        return
    witness = read_witness(text, source="any", sha256="0", given=Given(language=code))
    assert witness.text == text
    check(witness)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.sampled_from(lang.codes()), st.text(max_size=40))
def test_a_given_title_changes_no_text(text: str, code: str, title: str) -> None:
    if visible(text):
        check(read_witness(text, source="any", sha256="0", given=Given(language=code, title=title or None)))
