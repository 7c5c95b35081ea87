"""Witness, segment, span: one published version of a text, and places in it.

All offsets count Unicode code points of ``Witness.text``, end exclusive.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Role = Literal["title", "dateline", "subhead", "body"]


class Span(NamedTuple):
    """A place in a witness's text: code points, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """How many code points the two share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def holds(self, inner: Span) -> bool:
        """Whether a whole span lies within this one."""
        return self.start <= inner.start and inner.end <= self.end


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence (or heading) of a witness.

    ``clauses`` partition the segment's span in order, leaving out only white space
    between them; a segment that is one clause has exactly one.
    """

    span: Span
    role: Role
    language: str
    clauses: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SetAside:
    """Words of the page that are no part of the report, kept with the reason."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Witness:
    """One published version of a text.

    ``text`` is the text exactly as decoded (plain text) or as extracted (HTML);
    ``segments`` and ``set_aside``, taken in order, cover all of it but white space.
    """

    source: str
    sha256: str
    text: str
    language: str
    segments: tuple[Segment, ...]
    set_aside: tuple[SetAside, ...] = ()
    title: str | None = None
    outlet: str | None = None
    place: str | None = None
    published: dt.date | None = None

    def parts(self) -> Iterator[Span]:
        """Every span of the witness in order: segments and what is set aside."""
        return iter(sorted([s.span for s in self.segments] + [s.span for s in self.set_aside]))

    @property
    def body(self) -> tuple[Segment, ...]:
        """The segments that are collated: all but the dateline, which is metadata."""
        return tuple(s for s in self.segments if s.role != "dateline")
