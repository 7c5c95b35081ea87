"""Numbers in a text, whatever they are written with: `numbers(text, language)`."""

from __future__ import annotations

from typing import NamedTuple

from hexapla.marks.dates import find
from hexapla.marks.digits import canonical
from hexapla.marks.reading import read


class NumberMark(NamedTuple):
    """A number of a text."""

    start: int
    end: int
    value: str
    """Canonical decimal string: ``1200000000``, ``2.5``, ``-3``; a third is ``0.333333``."""
    kind: str
    """``cardinal``, ``ordinal``, ``percent`` or ``fraction``."""
    written: str
    """``digits``, ``words`` or ``mixed``."""
    unit: str | None = None
    """What it counts, where the word or sign stands beside it: ``usd``, ``km``, ``percent``."""


def numbers(text: str, language: str, start: int = 0, end: int | None = None) -> list[NumberMark]:
    """The numbers of a stretch of text, in order, without overlap.

    What belongs to a date or a time is left out, and so are codes (MH17, 10.0.0.1), addresses,
    telephone numbers, the bare word for one, and plurals that count nothing (dozens, millions of).

    Parameters
    ----------
    start, end:
        The stretch, in code points of ``text``; marks count in the whole text.
    """
    stop = len(text) if end is None else end
    taken: set[int] = set()
    for found in find(text, language, start, stop):
        taken.update(range(found.first, found.after))
    return [
        NumberMark(e.start, e.end, canonical(e.number.value), e.number.kind, e.number.written, e.number.unit)
        for index, e in enumerate(read(text, language, start, stop))
        if e.number is not None and index not in taken
    ]
