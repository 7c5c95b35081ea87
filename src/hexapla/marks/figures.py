"""Dates and numbers of a stretch of text, read once however often they are asked for."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from hexapla.marks.dates import DateMark, dates
from hexapla.marks.numbers import NumberMark, numbers

# Clauses of the witnesses on one desk; the collation and the apparatus both ask for each.
KEPT = 4096


@lru_cache(maxsize=KEPT)
def figures(
    text: str, language: str, start: int, end: int, published: dt.date | None
) -> tuple[tuple[DateMark, ...], tuple[NumberMark, ...]]:
    """The dates and the numbers of a stretch, each in order."""
    return tuple(dates(text, language, start, end, published)), tuple(numbers(text, language, start, end))
