"""Units: segments, parted where one segment answers several passages of another witness.

Without this one long sentence that answers three would pull all three into one locus, and
a fourth witness's three more. A segment is parted only between its clauses, and only where
its clauses clearly answer different passages.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from hexapla.collation.workings import Pair, Workings
from hexapla.witness.model import Span

# A clause goes to another passage than its neighbour only by this much of its weight.
CLEARLY = 0.15


class Unit(NamedTuple):
    """A run of clauses of one segment. ``witness`` and ``segment`` are indices."""

    witness: int
    segment: int
    span: Span


class UnitLink(NamedTuple):
    """Two units that answer each other."""

    a: Unit
    b: Unit
    confidence: float


def _targets(pair: Pair, witness: int, segment: int) -> list[int]:
    """For each clause of the segment the linked segment of the other that it answers best."""
    mine, other, _ = pair.of(witness)
    linked = pair.answers_to(witness, segment)
    cover, totals = pair.clause_cover(witness), mine.by_clause.totals
    chosen: list[int] = []
    for clause in mine.clauses_of[segment]:
        share = {t: float(cover[clause, other.passage_of[t]] / (totals[clause] + 0.5)) for t in linked}
        best = max(linked, key=lambda t: (share[t], -t))
        if chosen and share[best] - share[chosen[-1]] < CLEARLY:
            best = chosen[-1]
        chosen.append(best)
    return chosen


def _cuts(workings: Workings, witness: int, segment: int) -> set[int]:
    """Numbers of clauses (within the segment) before which it is parted."""
    cuts: set[int] = set()
    for other in range(len(workings.reads)):
        if other == witness:
            continue
        pair = workings.pair(witness, other)
        if len(pair.answers_to(witness, segment)) > 1:
            chosen = _targets(pair, witness, segment)
            if set(chosen) == set(pair.answers_to(witness, segment)):
                cuts |= {n for n in range(1, len(chosen)) if chosen[n] != chosen[n - 1]}
    return cuts


def units(workings: Workings) -> tuple[tuple[Unit, ...], ...]:
    """The units of each witness, in the order of their start; datelines are units too."""
    found = []
    for number, read in enumerate(workings.reads):
        mine: list[Unit] = []
        for index, segment in enumerate(read.witness.segments):
            cuts = _cuts(workings, number, index) if segment.role != "dateline" else set()
            starts = [0, *sorted(cuts), len(segment.clauses)]
            for first, last in itertools.pairwise(starts):
                mine.append(
                    Unit(number, index, Span(segment.clauses[first].start, segment.clauses[last - 1].end))
                )
        found.append(tuple(mine))
    return tuple(found)


def unit_links(workings: Workings, all_units: Sequence[Sequence[Unit]]) -> list[UnitLink]:
    """The links of units: those of their segments, each unit to its best answers."""
    by_segment: dict[tuple[int, int], list[Unit]] = {}
    for some in all_units:
        for unit in some:
            by_segment.setdefault((unit.witness, unit.segment), []).append(unit)
    links: dict[tuple[Unit, Unit], float] = {}
    for pair in workings.pairs:
        for bead in pair.beads:
            mine = [u for i in bead.a for u in by_segment[pair.first, pair.a.segments[i]]]
            theirs = [u for j in bead.b for u in by_segment[pair.second, pair.b.segments[j]]]
            for a, b in _best_links(pair, mine, theirs):
                links[a, b] = max(links.get((a, b), 0.0), bead.confidence)
    return [UnitLink(a, b, confidence) for (a, b), confidence in links.items()]


def _best_links(pair: Pair, mine: list[Unit], theirs: list[Unit]) -> set[tuple[Unit, Unit]]:
    """Each unit of a bead with the unit of the other side that answers it best."""
    if len(mine) == 1 or len(theirs) == 1:
        return {(a, b) for a in mine for b in theirs}
    links = {(a, max(theirs, key=lambda b: (_shared(pair, a, b), -b.span.start))) for a in mine}
    return links | {(max(mine, key=lambda a: (_shared(pair, a, b), -a.span.start)), b) for b in theirs}


def _shared(pair: Pair, a: Unit, b: Unit) -> float:
    """The weight of a's words that b answers and of b's that a answers."""
    total = 0.0
    for witness, one, other in ((pair.first, a, b), (pair.second, b, a)):
        read = pair.of(witness)[0]
        strengths = pair.answered_within(witness, [other.span])
        number = read.by_clause.number
        total += sum(item.weight * strengths.get(number[item.key], 0.0) for item in read.items(one.span))
    return total
