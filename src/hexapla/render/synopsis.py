"""The synopsis: an edition laid out in rows and cells, ready for a page.

Rows are the loci in the order of the lead witness (the base, else the first); a cell holds
a witness's units of that row, cut into runs, or a gap. Together with what is not collated
(datelines, what is set aside) the cells give back every witness's text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hexapla.collation.model import Collation, Locus
from hexapla.edition.model import Edition
from hexapla.gloss.model import Gloss
from hexapla.render.json_form import segment_id
from hexapla.render.runs import Run, runs
from hexapla.render.shelf import Shelf
from hexapla.witness.model import Role, Segment, Span, Witness


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit as shown: which segments it belongs to, and its runs.

    ``whole`` holds the entries whose words are all of the unit.
    """

    span: Span
    segments: tuple[str, ...]
    role: Role
    language: str
    runs: tuple[Run, ...]
    whole: tuple[int, ...]
    gloss: str = ""
    """The unit in the reader's language, word by word, where a gloss was asked for."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A witness's units in one row; where there are none, the entries whose words it lacks."""

    siglum: str
    units: tuple[Unit, ...]
    lacks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A locus with a cell for every witness, in the order of the witnesses."""

    locus: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Uncollated:
    """Words of a witness that stand in no row, and why."""

    span: Span
    reason: str
    language: str


def lead(edition: Edition) -> str:
    """The siglum whose order the rows follow: the base, else the first witness."""
    return edition.base or next(iter(edition.collation.witnesses), "")


def synopsis(edition: Edition) -> tuple[Row, ...]:
    """The rows of an edition, in the order of its lead witness."""
    collation = edition.collation
    columns = {siglum: _column(siglum, edition) for siglum in collation.witnesses}
    return tuple(
        Row(locus.id, tuple(_cell(siglum, locus, column) for siglum, column in columns.items()))
        for locus in ordered(collation, lead(edition))
    )


def ordered(collation: Collation, first: str) -> tuple[Locus, ...]:
    """Loci by where they stand, or would stand, in ``first``, then in the other witnesses.

    At one offset a gap comes before the unit that starts there.
    """
    sigla = sorted(collation.witnesses, key=lambda s: s != first)
    return tuple(sorted(collation.loci, key=lambda locus: (*(_stand(locus, s) for s in sigla), locus.id)))


def _stand(locus: Locus, siglum: str) -> tuple[int, bool]:
    if locus.units.get(siglum):
        return locus.units[siglum][0].start, True
    return locus.gap.get(siglum, 0), False


@dataclass(frozen=True, slots=True)
class _Column:
    """A witness with what its cells need, looked up by unit or by locus."""

    siglum: str
    witness: Witness
    segments: Shelf
    marked: Mapping[Span, list[tuple[int, Span]]]
    lacking: Mapping[Span, list[tuple[int, int]]]
    gaps: Mapping[int, list[int]]
    glosses: tuple[Gloss | None, ...]


def _column(siglum: str, edition: Edition) -> _Column:
    witness = edition.collation.witnesses[siglum]
    units = Shelf(_units(edition.collation, siglum))
    lacking, gaps = _wanting(siglum, edition, units)
    segments = Shelf(s.span for s in witness.segments)
    glosses = edition.glosses.get(siglum, ())
    return _Column(siglum, witness, segments, _marked(siglum, edition, units), lacking, gaps, glosses)


def _units(collation: Collation, siglum: str) -> Iterator[Span]:
    return (unit for locus in collation.loci for unit in locus.units.get(siglum, ()))


def _marked(siglum: str, edition: Edition, units: Shelf) -> dict[Span, list[tuple[int, Span]]]:
    """By unit, the entries' words in it, in the order of the apparatus."""
    found = defaultdict(list)
    for entry in edition.apparatus:
        for reading in entry.readings:
            for span in reading.spans.get(siglum, ()):
                for _, unit in units.over(span):
                    found[unit].append((entry.id, span))
    return found


def _wanting(
    siglum: str, edition: Edition, units: Shelf
) -> tuple[dict[Span, list[tuple[int, int]]], dict[int, list[int]]]:
    """Give each absence its place: the gaps of its own loci, else the unit at its offset."""
    loci = {locus.id: locus for locus in edition.collation.loci}
    inside, gaps = defaultdict(list), defaultdict(list)
    for entry in edition.apparatus:
        if siglum not in entry.absent:
            continue
        offset, own = entry.absent[siglum], [loci[i] for i in entry.loci if i in loci]
        empty = [locus.id for locus in own if not locus.units.get(siglum)]
        unit = units.before(offset)
        if empty and not _within(offset, own, siglum):
            for locus in empty:
                gaps[locus].append(entry.id)
        elif unit:
            inside[unit].append((entry.id, offset))
    return inside, gaps


def _within(offset: int, loci: list[Locus], siglum: str) -> bool:
    """Whether the offset lies inside one of the witness's own units at these loci."""
    return any(u.start < offset <= u.end for locus in loci for u in locus.units.get(siglum, ()))


def _cell(siglum: str, locus: Locus, column: _Column) -> Cell:
    units = tuple(_unit(span, column) for span in locus.units.get(siglum, ()))
    return Cell(siglum, units, tuple(column.gaps.get(locus.id, ())))


def _unit(span: Span, column: _Column) -> Unit:
    witness = column.witness
    own = [index for index, _ in column.segments.over(span)]
    first = witness.segments[own[0]] if own else Segment(span, "body", witness.language, (span,))
    cut = runs(span, column.marked.get(span, ()), column.lacking.get(span, ()))
    ids = tuple(segment_id(column.siglum, index) for index in own)
    return Unit(
        span, ids, first.role, first.language, cut, _whole(cut, witness.text), _gloss(span, own, column)
    )


def _gloss(span: Span, segments: list[int], column: _Column) -> str:
    """The gloss of a unit: what its segments' glosses hold of it."""
    found = (column.glosses[n] for n in segments if n < len(column.glosses))
    return " ".join(gloss.within(span.start, span.end).text for gloss in found if gloss is not None)


def _whole(cut: tuple[Run, ...], text: str) -> tuple[int, ...]:
    """The entries that cover every run but white space and punctuation."""
    telling = [run for run in cut if any(c.isalnum() for c in run.span.of(text))]
    if not telling:
        return ()
    return tuple(key for key in telling[0].entries if all(key in run.entries for run in telling))


def uncollated(edition: Edition, siglum: str) -> tuple[Uncollated, ...]:
    """What of a witness stands in no row: dateline, what is set aside, and why, in order."""
    witness = edition.collation.witnesses[siglum]
    units = Shelf(_units(edition.collation, siglum))
    aside = [Uncollated(s.span, s.reason, witness.language) for s in witness.set_aside]
    return tuple(sorted([*aside, *_not_in_a_row(witness, units)], key=lambda u: u.span))


def _not_in_a_row(witness: Witness, units: Shelf) -> Iterator[Uncollated]:
    for segment in witness.segments:
        for clause in segment.clauses:
            if not any(units.over(clause)):
                reason = segment.role if segment.role == "dateline" else "in no row"
                yield Uncollated(clause, reason, segment.language)
