"""Loci: the rows of the collation, built from the links of units.

Links are taken surest first; two rows become one unless that would put passages of one
witness into a row that do not stand together there, so that one vague sentence cannot
chain half the text (compare CollateX's alignment table, Dekker & Middell 2011, which has
one token a cell, and the variant graph, which may not cross). A link that is refused stays
among the links; the row just does not rest on it.
"""

from __future__ import annotations

from collections.abc import Sequence

from hexapla.collation.model import Locus
from hexapla.collation.units import Unit, UnitLink
from hexapla.collation.workings import Workings
from hexapla.witness.model import Span

# More passages of one witness than this in one row are no longer "the same passage".
WIDEST = 4


class _Rows:
    """Rows while they grow: each unit's row, each row's units by witness."""

    def __init__(self, all_units: Sequence[Sequence[Unit]]) -> None:
        self.place = {unit: n for some in all_units for n, unit in enumerate(some)}
        self.row_of = {unit: n for n, unit in enumerate(self.place)}
        self.rows: dict[int, dict[int, list[Unit]]] = {n: {u.witness: [u]} for u, n in self.row_of.items()}

    def join(self, a: Unit, b: Unit) -> None:
        one, other = self.row_of[a], self.row_of[b]
        if one == other:
            return
        merged = {
            w: sorted(self.rows[one].get(w, []) + self.rows[other].get(w, []))
            for w in self.rows[one] | self.rows[other]
        }
        if all(self._together(some) for some in merged.values()):
            self.rows[one] = merged
            for some in self.rows.pop(other).values():
                for unit in some:
                    self.row_of[unit] = one

    def _together(self, some: list[Unit]) -> bool:
        places = [self.place[unit] for unit in some]
        return len(some) <= WIDEST and places == list(range(places[0], places[0] + len(places)))


def _join_datelines(rows: _Rows, workings: Workings, all_units: Sequence[Sequence[Unit]]) -> None:
    """The first dateline of each witness answers the others', by its role."""
    first = [
        next(
            (u for u in some if workings.reads[u.witness].witness.segments[u.segment].role == "dateline"),
            None,
        )
        for some in all_units
    ]
    known = [unit for unit in first if unit]
    for unit in known[1:]:
        rows.join(known[0], unit)


def loci(
    workings: Workings, all_units: Sequence[Sequence[Unit]], links: Sequence[UnitLink], sigla: Sequence[str]
) -> tuple[Locus, ...]:
    """The rows in reading order, with gaps for witnesses that have no unit there."""
    rows = _Rows(all_units)

    def order(entry: UnitLink) -> tuple[object, ...]:
        ends = sorted((*workings.reads[u.witness].key, u.span) for u in (entry.a, entry.b))
        return (-round(entry.confidence, 6), *ends)

    for entry in sorted(links, key=order):
        rows.join(entry.a, entry.b)
    _join_datelines(rows, workings, all_units)
    return _numbered(_in_order(rows, workings, all_units), rows, workings, sigla)


def _in_order(rows: _Rows, workings: Workings, all_units: Sequence[Sequence[Unit]]) -> list[int]:
    """Rows in the order of the witness with most units; others' rows after what precedes them there."""
    witnesses = sorted(range(len(all_units)), key=lambda w: (-len(all_units[w]), *workings.reads[w].key))
    following: dict[int | None, int | None] = {None: None}
    for witness in witnesses:
        at: int | None = None
        for unit in all_units[witness]:
            row = rows.row_of[unit]
            if row not in following:
                following[row], following[at] = following[at], row
            at = row
    order, at = [], following[None]
    while at is not None:
        order.append(at)
        at = following[at]
    return order


def _numbered(order: list[int], rows: _Rows, workings: Workings, sigla: Sequence[str]) -> tuple[Locus, ...]:
    """Loci with their gaps: a missing witness's place is behind what it last had."""
    behind = [min((s.span.start for s in r.witness.segments), default=0) for r in workings.reads]
    found = []
    for number, row in enumerate(order, 1):
        units = rows.rows[row]
        gap = {siglum: behind[w] for w, siglum in enumerate(sigla) if w not in units}
        spans = {siglum: _spans(units[w]) for w, siglum in enumerate(sigla) if w in units}
        found.append(Locus(number, spans, gap))
        for witness, some in units.items():
            behind[witness] = some[-1].span.end
    return tuple(found)


def _spans(some: list[Unit]) -> tuple[Span, ...]:
    return tuple(unit.span for unit in some)
