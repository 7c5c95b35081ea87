"""What the merging of every sort of fact needs: the telling, the answers, who carries, who does not."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypedDict, TypeVar

from hexapla.apparatus.model import Entry, EntryKind
from hexapla.collation.model import Spans
from hexapla.record.answering import Answers, Likeness
from hexapla.record.gathering import Group, Key, Order, by_witness, told
from hexapla.record.model import Contradiction
from hexapla.record.retelling import Spanned, Telling, spans_of
from hexapla.testimony.model import Testimony, Topic
from hexapla.witness.model import Span

T = TypeVar("T")
# A passage of a witness without the fact answers it from this share of the fact's words on.
ANSWERED = 0.5


class Frame(TypedDict):
    """What every fact has (:class:`hexapla.record.model.Fact`) but contradictions."""

    id: int
    carriers: dict[str, tuple[int | str, ...]]
    absent: tuple[str, ...]
    spans: Spans
    answered: Spans
    entries: tuple[int, ...]
    confidence: float


@dataclass(frozen=True)
class Draft:
    """A story while its record is being made."""

    telling: Telling
    answers: Answers
    apparatus: tuple[Entry, ...] | None
    """How the witnesses differ; None where that was not asked."""

    @cached_property
    def sigla(self) -> tuple[str, ...]:
        return self.telling.sigla

    @property
    def told(self) -> tuple[Testimony, ...]:
        return self.telling.told

    def order(self, key: Key, told: Spanned) -> Order:
        """What orders a fact whatever order the witnesses were given in."""
        language, digest = self.answers.workings.reads[key[0]].key
        return (language, digest, min((span.start for span in told.spans), default=0))

    def orders(self, lists: Sequence[Sequence[Spanned]]) -> dict[Key, Order]:
        return {(w, n): self.order((w, n), told) for w, own in enumerate(lists) for n, told in enumerate(own)}

    def own(self, group: Group, lists: Sequence[Sequence[T]]) -> dict[str, tuple[T, ...]]:
        """A group's facts themselves, by siglum."""
        return {self.sigla[w]: found for w, found in told(group, lists).items()}

    def frame(self, number: int, group: Group, lists: Sequence[Sequence[Spanned]]) -> Frame:
        """What a fact has whatever its sort."""
        carriers: dict[str, tuple[int | str, ...]] = {}
        for w, n in sorted(group):
            one = lists[w][n]
            ids = (n + 1 if isinstance(one, Topic) else one.id,)
            carriers[self.sigla[w]] = (*carriers.get(self.sigla[w], ()), *ids)
        spans = self.gathered(self.own(group, lists), lambda one: one.spans)
        return Frame(
            id=number,
            carriers=carriers,
            absent=self.absent(group),
            spans=spans,
            answered=self.answered(group, lists),
            entries=self.entries(spans),
            confidence=max(_confidence(lists[w][n]) for w, n in group),
        )

    def likeness(self, a: Key, one: Spanned, b: Key, other: Spanned) -> Likeness:
        """How the words of two facts answer one another."""
        return self.answers.likeness(a[0], spans_of(one), b[0], spans_of(other))

    def place(self, group: Group, lists: Sequence[Sequence[Spanned]]) -> float:
        """Where in its witnesses a fact stands, on average: 0 at the head, 1 at the end."""
        places = sorted(self._place(w, lists[w][n]) for w, n in group)
        return round(math.fsum(places) / len(places), 6)

    def _place(self, witness: int, told: Spanned) -> float:
        body = self.answers.workings.reads[witness].witness.segments
        own = self.answers.segments(witness, told.spans)
        start = min((span.start for span in told.spans), default=0)
        within = start / (len(self.answers.workings.reads[witness].witness.text) + 1)
        return (min(own) + within if own else 0.0) / (len(body) + 1)

    def absent(self, group: Group) -> tuple[str, ...]:
        """The witnesses that do not have a fact."""
        carriers = by_witness(group)
        return tuple(siglum for n, siglum in enumerate(self.sigla) if n not in carriers)

    def answered(self, group: Group, lists: Sequence[Sequence[Spanned]]) -> Spans:
        """For witnesses without the fact: segments that answer its words all the same."""
        carriers = by_witness(group)
        found: dict[str, tuple[Span, ...]] = {}
        for number, siglum in enumerate(self.sigla):
            if number not in carriers:
                own = {s for w, n in group for s in self._answering(w, spans_of(lists[w][n]), number)}
                if own:
                    found[siglum] = tuple(self._segment(number, s) for s in sorted(own))
        return found

    def _answering(self, witness: int, spans: tuple[Span, ...], other: int) -> tuple[int, ...]:
        linked = tuple(sorted(self.answers.linked(witness, spans, other)))
        theirs = tuple(self._segment(other, s) for s in linked)
        return linked if linked and self.answers.cover(witness, spans, other, theirs) >= ANSWERED else ()

    def _segment(self, witness: int, number: int) -> Span:
        return self.answers.workings.reads[witness].witness.segments[number].span

    def entries(self, spans: Spans) -> tuple[int, ...]:
        """Entries of the apparatus whose words, in two carriers or more, stand within a fact's."""
        return tuple(entry.id for entry in self.apparatus or () if self._within(entry, spans))

    @staticmethod
    def _within(entry: Entry, spans: Spans) -> bool:
        held = {
            siglum
            for reading in entry.readings
            for siglum, own in reading.spans.items()
            if own and all(any(outer.holds(one) for outer in spans.get(siglum, ())) for one in own)
        }
        missing = {
            siglum
            for siglum, at in entry.absent.items()
            if any(o.start <= at <= o.end for o in spans.get(siglum, ()))
        }
        return bool(held) and len(held | missing) > 1

    def disputed(self, marks: Spans) -> tuple[Contradiction, ...]:
        """Other words for the same slot (*lunch*, *dinner*) in the very words by which carriers tell a fact."""
        for entry in self.apparatus or ():
            found = {
                reading.value: tuple(s for s, own in reading.spans.items() if _touch(own, marks.get(s, ())))
                for reading in entry.readings
                if reading.value and entry.kind == "term"
            }
            if sum(bool(sigla) for sigla in found.values()) > 1:
                return (Contradiction("word", {value: sigla for value, sigla in found.items() if sigla}),)
        return ()

    def judged(
        self, field: str, kind: EntryKind, spans: Spans, otherwise: Callable[[], tuple[Contradiction, ...]]
    ) -> tuple[Contradiction, ...]:
        """What the apparatus, which weighs such a difference with more care, says of a fact's words.

        Only where there is none, the testimonies are held against each other (``otherwise``).
        """
        if self.apparatus is None:
            return otherwise()
        for entry in self.apparatus:
            if entry.kind == kind:
                found = {
                    reading.value: tuple(
                        s for s, own in reading.spans.items() if _mostly(own, spans.get(s, ()))
                    )
                    for reading in entry.readings
                    if reading.value
                }
                carried = {value: sigla for value, sigla in found.items() if sigla}
                if len(carried) > 1:
                    ranked = sorted(carried.items(), key=lambda pair: (-len(pair[1]), pair[0]))
                    return (Contradiction(field, dict(ranked)),)
        return ()

    @staticmethod
    def gathered(
        own: Mapping[str, Sequence[T]], of: Callable[[T], Sequence[Span | None]]
    ) -> dict[str, tuple[Span, ...]]:
        """Spans of a fact by siglum, each once and in order; witnesses without any are left out."""
        found = {s: tuple(sorted({x for one in some for x in of(one) if x})) for s, some in own.items()}
        return {siglum: spans for siglum, spans in found.items() if spans}


def _confidence(told: Spanned) -> float:
    """How sure a fact is; nobody says how sure a topic is."""
    return 1.0 if isinstance(told, Topic) else told.confidence


def _touch(own: Sequence[Span], marks: Sequence[Span]) -> bool:
    return any(one.overlap(mark) for one in own for mark in marks)


def _mostly(own: Sequence[Span], outer: Sequence[Span]) -> bool:
    """Whether half of the one's words are the other's."""
    size = min(_size(own), _size(outer))
    return size > 0 and 2 * sum(a.overlap(b) for a in own for b in outer) >= size


def _size(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)
