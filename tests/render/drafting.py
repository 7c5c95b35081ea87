"""Building editions for tests: witnesses from lines, spans from words, links from loci."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

import texts

from hexapla.apparatus.model import Entry, EntryKind, Reading
from hexapla.collation.model import Collation, Evidence, Link, Locus
from hexapla.witness.model import Segment, SetAside, Span, Witness

ROLES = ("title", "dateline", "subhead", "body")
Words = Mapping[str, str]


def witness(lines: list[texts.Line], language: str, **known: object) -> tuple[Witness, dict[int, list[Span]]]:
    """A witness from its lines, and its units by locus."""
    text, segments, aside, units = "", [], [], {}
    for loci, role, raw in lines:
        text += "\n\n" if text else ""
        start, clauses = len(text), []
        for part in raw.split("|"):
            text += " " if clauses else ""
            clauses.append(Span(len(text), len(text) + len(part)))
            text += part
        span = Span(start, len(text))
        if role not in ROLES:
            aside.append(SetAside(span, role))
            continue
        segments.append(Segment(span, role, language, tuple(clauses)))  # type: ignore[arg-type]
        for locus, unit in zip(loci, clauses, strict=True) if isinstance(loci, tuple) else [(loci, span)]:
            if locus:
                units.setdefault(locus, []).append(unit)
    made = Witness(
        source=f"meeting-{language}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        language=language,
        segments=tuple(segments),
        set_aside=tuple(aside),
        title=lines[0][2],
    )
    return replace(made, **known), units  # type: ignore[arg-type]


def loci(order: list[int], units: Mapping[str, dict[int, list[Span]]]) -> tuple[Locus, ...]:
    """Loci in this order; a gap stands where the witness's preceding unit ends."""
    found, last = [], dict.fromkeys(units, 0)
    for number in order:
        own = {s: tuple(u[number]) for s, u in units.items() if number in u}
        found.append(Locus(number, own, {s: last[s] for s in units if s not in own}))
        last |= {s: spans[-1].end for s, spans in own.items()}
    return tuple(found)


def at(collation: Collation, siglum: str, words: str) -> Span:
    """Where these words stand, the first time."""
    start = collation.witnesses[siglum].text.index(words)
    return Span(start, start + len(words))


def spans(collation: Collation, words: Words) -> dict[str, tuple[Span, ...]]:
    return {siglum: (at(collation, siglum, said),) for siglum, said in words.items()}


def links(collation: Collation, because: tuple[Words, ...] = ()) -> tuple[Link, ...]:
    """A link for each pair of witnesses at each locus, by the segments of its units."""
    sigla, made = list(collation.witnesses), []
    for locus in collation.loci:
        for i, a in enumerate(sigla):
            for b in sigla[i + 1 :]:
                if a in locus.units and b in locus.units:
                    sides = [_segments(collation, s, locus.units[s]) for s in (a, b)]
                    made.append(
                        Link(a, b, *sides, 0.98 - locus.id / 50, _evidence(collation, locus, a, b, because))
                    )
    return tuple(made)


def _segments(collation: Collation, siglum: str, units: tuple[Span, ...]) -> tuple[int, ...]:
    segments = collation.witnesses[siglum].segments
    return tuple(i for i, s in enumerate(segments) if any(s.span.overlap(u) for u in units))


def _evidence(
    collation: Collation, locus: Locus, a: str, b: str, because: tuple[Words, ...]
) -> tuple[Evidence, ...]:
    found = []
    for row in because:
        if a not in row or b not in row:
            continue
        where = spans(collation, {s: row[s] for s in (a, b)})
        if all(any(u.holds(where[s][0]) for u in locus.units[s]) for s in (a, b)):
            found.append(Evidence(row["kind"], row["value"], where))  # type: ignore[arg-type]
    return tuple(found)


class Apparatus:
    """Collects entries, numbered as they come."""

    def __init__(self, collation: Collation) -> None:
        self.collation = collation
        self.entries: list[Entry] = []

    def add(
        self,
        kind: EntryKind,
        locus: int,
        note: str,
        readings: list[tuple[Words, str | None]],
        absent: Words | None = None,
    ) -> None:
        """An entry; ``absent`` names, by siglum, the words after which the reading would stand."""
        made = tuple(Reading(tuple(w), spans(self.collation, w), value) for w, value in readings)
        gaps = {s: at(self.collation, s, words).end for s, words in (absent or {}).items()}
        number = len(self.entries) + 1
        entry = Entry(
            number, kind, (locus,), made, 0.95 - number / 50, note, weight=1 - number / 20, absent=gaps
        )
        self.entries.append(entry)
