"""A glance at the words before numbers and dates are read: it may save the reading, never a number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hexapla.lang import codes
from hexapla.marks.dates import dates, find
from hexapla.marks.numbers import numbers
from hexapla.marks.reading import read
from hexapla.marks.vocabulary import Rules, rules

NEWS = Path(__file__).parents[2] / "eval" / "testimony" / "texts"


def _pieces(language: str) -> list[str]:
    """Sentences of our own texts without the digits, and their words by themselves."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(NEWS.glob(f"*-{language}.txt"))[:6]]
    sentences = [re.sub(r"\d", "", line) for text in texts for line in re.split(r"[.!?。\n]", text)]
    return sorted({piece for sentence in sentences for piece in (sentence, *sentence.split()) if piece})


@pytest.mark.parametrize("language", codes())
def test_what_is_passed_over_has_no_number_and_no_date(language, monkeypatch):
    pieces = _pieces(language)
    over = [piece for piece in pieces if not rules(language).may_tell(piece, 0, len(piece))]
    assert over or not rules(language).spaced
    monkeypatch.setattr(Rules, "may_tell", lambda *_: True)
    read.cache_clear()
    find.cache_clear()
    assert [piece for piece in over if dates(piece, language) or numbers(piece, language)] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They met on Thursday.", "en"),
        ("one per cent of them", "en"),
        ("avant-hier, il est parti", "fr"),
        ("وصل يوم الثلاثاء", "ar"),
        ("два миллиарда", "ru"),
        ("la mitad de los votos", "es"),
    ],
)
def test_words_that_tell_are_seen(text, language):
    assert rules(language).may_tell(text, 0, len(text))
    assert dates(text, language) or numbers(text, language)


def test_only_the_stretch_is_looked_at():
    text = "Five ships left, and the captain stayed."
    assert rules("en").may_tell(text, 0, 10)
    assert not rules("en").may_tell(text, 17, len(text))
