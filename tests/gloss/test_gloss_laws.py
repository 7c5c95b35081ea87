"""Laws: any text is glossed, spans are exact, the same text is glossed the same."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hexapla.errors import LanguageUnknown
from hexapla.gloss import Context, Gloss, gloss, seen
from hexapla.lang import codes

LETTERS = "abcéñ абвгдыя ابتثجحخدوفلكسه，。的了在国家部长阿尔巴·许 ’'-–.,:;()\"“”«»\n\t0123456789%$ـ\u064e\u200f\u0301"
WORDS = [
    "president", "le", "ministre", "الرئيس", "ووزير", "للحكومة", "бы", "президента", "Совет", "总统", "的", "将",
    "2031", "5", "May", "d'", "l'accord", "Aurelia", "Puerto", "—", "\n\n", "http://a.b", "🙂", "ﷺ", "İ", "ß", "ǅ",
]  # fmt: skip

texts = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=LETTERS, max_size=60),
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
)


def check(text: str, made: Gloss) -> None:
    """Every piece lies in its stretch, no two share a letter, and every letter of a word is in one."""
    covered = [0] * len(text)
    for piece in made.pieces:
        assert made.start <= piece.start <= piece.end <= made.end
        for place in range(piece.start, piece.end):
            covered[place] += 1
        if piece.kind == "unknown":
            assert piece.word == text[piece.start : piece.end]
        assert 0.0 <= piece.confidence <= 1.0
    assert max(covered, default=0) <= 1
    assert all(covered[n] for n in range(made.start, made.end) if text[n].isalnum() and text[n].isascii())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, st.sampled_from(codes()), st.sampled_from(codes()))
def test_any_text_is_glossed_with_exact_spans(text, language, into):
    made = gloss(text, language, into)
    check(text, made)
    assert isinstance(made.text, str)


@settings(max_examples=50, deadline=None)
@given(texts, st.sampled_from(codes()), st.integers(0, 60), st.integers(0, 60))
def test_a_stretch_is_glossed_within_its_bounds(text, language, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    into = next(code for code in codes() if code != language)
    check(text, gloss(text, language, into, start, end)) if start < end else None
    assert all(start <= p.start and p.end <= end for p in gloss(text, language, into, start, end).pieces)


@settings(max_examples=50, deadline=None)
@given(texts, st.sampled_from(codes()), texts, st.sampled_from(codes()))
def test_any_answering_passage_helps_or_does_no_harm(text, language, answer, other):
    context = seen(answer, other, 0, len(answer))
    into = next(code for code in codes() if code != language)
    check(text, gloss(text, language, into, context=Context(context.concepts, context.names)))


def test_a_language_that_is_none_of_ours_is_refused():
    with pytest.raises(LanguageUnknown):
        gloss("peace", "en", "xx")
