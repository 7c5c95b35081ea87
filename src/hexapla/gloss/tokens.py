"""A stretch of text cut into what a gloss answers one by one: figures, terms, function words, signs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hexapla.gloss.proper import hyphened, proper, reflexive
from hexapla.gloss.spaced import spaced
from hexapla.gloss.token import Token
from hexapla.gloss.unspaced import unspaced
from hexapla.lang import load
from hexapla.lang.words import words
from hexapla.marks.dates import DateMark
from hexapla.marks.figures import figures
from hexapla.marks.numbers import NumberMark

# Passages of a desk, which are read as they are glossed and again as they answer others.
KEPT = 4096


@lru_cache(maxsize=KEPT)
def tokens(
    text: str, language: str, start: int, end: int, published: dt.date | None = None
) -> tuple[Token, ...]:
    """The tokens of a stretch in order; white space is left out, everything else is in one of them."""
    marks: list[DateMark | NumberMark] = [
        m for some in figures(text, language, start, end, published) for m in some
    ]
    found: list[Token] = []
    at = start
    for mark in sorted(marks, key=lambda m: (m.start, m.end)):
        if mark.start < at:
            continue
        found += _words(text, language, at, mark.start)
        found.append(Token(mark.start, mark.end, figure=mark))
        at = mark.end
    found += _words(text, language, at, end)
    if load(language).cased:
        found = proper(hyphened(found, text), text, language)
        found = reflexive(found, text, language)
    return tuple(_with_signs(text, found, start, end))


def _words(text: str, language: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch without figures."""
    run = list(words(text, language, start, end))
    if not run:
        return []
    if load(language).spaced:
        return spaced(text, language, run, start, end)
    return unspaced(text, language, run)


def _with_signs(text: str, found: Sequence[Token], start: int, end: int) -> Iterator[Token]:
    """The tokens with the signs between them."""
    at = start
    for token in found:
        yield from _signs(text, at, token.start)
        yield token
        at = token.end
    yield from _signs(text, at, end)


def _signs(text: str, start: int, end: int) -> Iterator[Token]:
    for place in range(start, end):
        if text[place].isprintable() and not text[place].isspace():
            yield Token(place, place + 1, sign=text[place])


def forget() -> None:
    """Forgets what was drawn from the lexicon."""
    for kept in (tokens,):
        kept.cache_clear()
