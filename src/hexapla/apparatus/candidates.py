"""What one witness carries and another seems to lack, before witnesses are grouped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hexapla.apparatus.absence import (
    Coverage,
    chance,
    gap_features,
    gap_segments,
    linked_clauses,
    linked_features,
)
from hexapla.apparatus.phrases import phrases
from hexapla.collation.workings import Workings
from hexapla.witness.model import Span

# Shown from this chance on. Swept .3-.8 on planted ntrex-dev and the faithful stories of eval/:
# below, faithful versions gain wrong entries faster than planted ones are found.
SHOWN_CLAUSE = 0.6
SHOWN_PASSAGE = 0.5


class Lack(NamedTuple):
    """Words of one witness that another lacks. ``level`` is passage, clause or phrase."""

    level: str
    carrier: int
    lacking: int
    span: Span
    confidence: float
    weight: float


def lacks(workings: Workings) -> list[Lack]:
    """Every lack between two witnesses, both ways."""
    found: list[Lack] = []
    for pair in workings.pairs:
        for witness, other in ((pair.first, pair.second), (pair.second, pair.first)):
            cover = Coverage(pair, witness)
            found += _passages(cover, other)
            clauses = _clauses(cover, other)
            found += clauses
            found += [
                Lack("phrase", witness, other, *rest) for rest in phrases(cover, [c.span for c in clauses])
            ]
    return found


def _passages(cover: Coverage, other: int) -> list[Lack]:
    gaps = gap_segments(cover)
    if not gaps:
        return []
    chances = chance("gap", gap_features(cover, gaps))
    return [
        Lack(
            "passage",
            cover.witness,
            other,
            cover.mine.witness.segments[segment].span,
            float(p),
            float(cover.mine.by_segment.totals[cover.mine.passage_of[segment]]),
        )
        for segment, p in zip(gaps, chances, strict=True)
        if p >= SHOWN_PASSAGE
    ]


def _clauses(cover: Coverage, other: int) -> list[Lack]:
    numbers = linked_clauses(cover)
    if not numbers:
        return []
    chances = dict(zip(numbers, chance("linked", linked_features(cover, numbers)), strict=True))
    return [
        Lack("clause", cover.witness, other, span, sure, weight)
        for span, sure, weight in _runs(cover, [n for n in numbers if chances[n] >= SHOWN_CLAUSE], chances)
    ]


def _runs(
    cover: Coverage, numbers: Sequence[int], chances: dict[int, float]
) -> list[tuple[Span, float, float]]:
    """Neighbouring clauses of one segment that are lacking together are one lack."""
    runs: list[list[int]] = []
    for n in numbers:
        same = (
            runs
            and runs[-1][-1] == n - 1
            and cover.mine.clauses[n].segment == cover.mine.clauses[n - 1].segment
        )
        if same:
            runs[-1].append(n)
        else:
            runs.append([n])
    clauses = cover.mine.clauses
    return [
        (
            Span(clauses[run[0]].span.start, clauses[run[-1]].span.end),
            float(max(chances[n] for n in run)),
            float(sum(cover.totals[n] for n in run)),
        )
        for run in runs
    ]
