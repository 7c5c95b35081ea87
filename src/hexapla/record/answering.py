"""Whether the words of two facts of two witnesses answer one another, by the story's workings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from hexapla.collation.workings import Workings
from hexapla.witness.model import Span

Spans = tuple[Span, ...]
T = TypeVar("T")
# Added to a weight that divides, so that one common word answered is not everything answered.
LITTLE = 0.5


@dataclass(frozen=True)
class Likeness:
    """How two facts' words answer one another.

    ``mine`` is the share of the one's weight that the other answers, ``theirs`` the reverse, ``shared``
    the share of both; ``linked`` says that they stand in linked segments.
    """

    mine: float
    theirs: float
    shared: float
    linked: bool


@dataclass(frozen=True)
class Answers:
    """What answers what, asked of the workings; each question is worked out once."""

    workings: Workings
    _kept: dict[tuple[object, ...], Any] = field(default_factory=dict, repr=False)

    @cached_property
    def _starts(self) -> tuple[list[int], ...]:
        return tuple([s.span.start for s in read.witness.segments] for read in self.workings.reads)

    def _once(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        if key not in self._kept:
            self._kept[key] = make()
        found: T = self._kept[key]
        return found

    def segments(self, witness: int, spans: Spans) -> frozenset[int]:
        """The segments in which spans stand."""
        return self._once(("segments", witness, spans), lambda: frozenset(self._segments(witness, spans)))

    def _segments(self, witness: int, spans: Spans) -> Iterator[int]:
        starts = self._starts[witness]
        for span in spans:
            first = max(0, bisect_right(starts, span.start) - 1)
            last = max(first, bisect_right(starts, span.end - 1) - 1)
            yield from range(first, min(last + 1, len(starts)))

    def _words(self, witness: int, spans: Spans) -> tuple[list[tuple[int, float]], float]:
        """The words of some spans by number, with their weights, and the sum of these."""
        read = self.workings.reads[witness]
        number = read.by_clause.number
        found = [(number[item.key], item.weight) for span in spans for item in read.items(span)]
        return found, sum(weight for _, weight in found)

    def words(self, witness: int, spans: Spans) -> tuple[list[tuple[int, float]], float]:
        return self._once(("words", witness, spans), lambda: self._words(witness, spans))

    def cover(self, witness: int, spans: Spans, other: int, theirs: Spans) -> float:
        """The share (0..1) of the weight of the spans' words that the other's spans answer."""
        answered = self._once(
            ("answered", witness, other, theirs),
            lambda: self.workings.pair(witness, other).answered_within(witness, theirs),
        )
        own, weight = self.words(witness, spans)
        return sum(worth * answered[n] for n, worth in own if n in answered) / (weight + LITTLE)

    def linked(self, witness: int, spans: Spans, other: int) -> frozenset[int]:
        """The other's segments that are linked with those in which the spans stand."""
        return self._once(("linked", witness, spans, other), lambda: self._linked(witness, spans, other))

    def _linked(self, witness: int, spans: Spans, other: int) -> frozenset[int]:
        pair = self.workings.pair(witness, other)
        own = self.segments(witness, spans)
        return frozenset(s for segment in own for s in pair.answers_to(witness, segment))

    def likeness(self, one: int, mine: Spans, other: int, theirs: Spans) -> Likeness:
        """How the words of two facts answer one another."""
        if other < one:
            turned = self.likeness(other, theirs, one, mine)
            return Likeness(turned.theirs, turned.mine, turned.shared, turned.linked)
        return self._once(
            ("likeness", one, mine, other, theirs), lambda: self._likeness(one, mine, other, theirs)
        )

    def _likeness(self, one: int, mine: Spans, other: int, theirs: Spans) -> Likeness:
        here = self.cover(one, mine, other, theirs)
        there = self.cover(other, theirs, one, mine)
        (_, heavy), (_, heavier) = self.words(one, mine), self.words(other, theirs)
        shared = (here * heavy + there * heavier) / (heavy + heavier + LITTLE)
        linked = not self.linked(one, mine, other).isdisjoint(self.segments(other, theirs))
        return Likeness(here, there, shared, linked)
