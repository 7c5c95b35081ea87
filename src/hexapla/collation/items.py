"""A passage read into items: meanings, names, numbers and dates, each with where it stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from hexapla.lang.words import words
from hexapla.lexicon.compiled import Senses
from hexapla.lexicon.matching import lexicon
from hexapla.marks.figures import figures

# A word is worth its rarity: ZERO - zipf, in powers of ten, within these bounds.
ZERO_ZIPF = 7.0
LEAST, MOST = 0.3, 4.5
# Dates and numbers are told apart by value, not by likeness. Small numbers say less.
FIGURES = ("number", "date")
NUMBER_WEIGHT, SMALL_WEIGHT, DATE_WEIGHT, SMALL = 3.0, 1.0, 3.0, 12


Key = tuple[str, str, Senses]
"""What makes two items the same word."""


@dataclass(frozen=True, slots=True)
class Item:
    """A word, term or number of a passage: what it may mean, its weight, where it stands."""

    kind: str
    form: str
    senses: Senses
    weight: float
    start: int
    end: int
    capital: bool

    @property
    def key(self) -> Key:
        """What makes two items the same word."""
        return (self.kind, self.form if not self.senses or self.capital else "", self.senses)

    @property
    def named(self) -> bool:
        """Whether it is a name, or a word that no row has and that may be one."""
        return self.kind not in FIGURES and (self.capital or not self.senses)


def weight_of(zipf: float) -> float:
    """The weight of a word by its commonness."""
    return min(MOST, max(LEAST, ZERO_ZIPF - zipf))


def read_items(
    text: str,
    language: str,
    start: int = 0,
    end: int | None = None,
    published: dt.date | None = None,
) -> tuple[Item, ...]:
    """The items of a stretch of text, in order.

    A date or a number is one item, however it is written; small numbers in words are words
    as well, since languages put them into other words (two sides, الجانبان).
    """
    stop = len(text) if end is None else end
    found_figures = _figures(text, language, start, stop, published)
    terms = lexicon().terms(language)
    items, at = [item for item, _ in found_figures], start
    for item, whole in [*found_figures, (None, True)]:
        upto = stop if item is None else item.start
        if not whole:
            continue
        found = list(words(text, language, at, upto))
        items += [
            Item(
                "concept" if m.senses and not m.kin else "word",
                m.form,
                m.senses,
                weight_of(m.zipf),
                m.start,
                m.end,
                m.capital,
            )
            for m in terms.match(found)
        ]
        at = item.end if item else stop
    return tuple(sorted(items, key=lambda item: (item.start, item.end)))


def _figures(
    text: str, language: str, start: int, end: int, published: dt.date | None
) -> list[tuple[Item, bool]]:
    """Dates and numbers as items, in order; with each whether its words say nothing else."""
    found: list[tuple[Item, bool]] = []
    in_dates, in_numbers = figures(text, language, start, end, published)
    for date in in_dates:
        value = date.resolved or date.value
        found.append((Item("date", value, (), DATE_WEIGHT, date.start, date.end, False), True))
    for number in in_numbers:
        small = number.written == "words" and len(number.value) < 3 and float(number.value) <= SMALL
        weight = SMALL_WEIGHT if small or len(number.value) < 2 else NUMBER_WEIGHT
        found.append((Item("number", number.value, (), weight, number.start, number.end, False), not small))
    return sorted(found, key=lambda pair: (pair[0].start, pair[0].end))
