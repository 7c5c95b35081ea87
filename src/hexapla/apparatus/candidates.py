"""What one witness carries and another seems to lack, before witnesses are grouped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hexapla.apparatus.absence import (
    SAID,
    Coverage,
    chance,
    gap_features,
    gap_segments,
    linked_clauses,
    linked_features,
    only_attributes,
)
from hexapla.apparatus.phrases import set_off
from hexapla.apparatus.qualifiers import qualifiers
from hexapla.collation.model import Collation
from hexapla.collation.workings import Workings
from hexapla.witness.model import Span

# Shown from this chance on. Swept .3-.8 on planted ntrex-dev and the faithful stories of eval/:
# below, faithful versions gain wrong entries faster than planted ones are found.
SHOWN_CLAUSE = 0.35
SHOWN_PASSAGE = 0.4
# A clause of this weight of which no passage answers even this share of what is usual is shown sooner.
SHOWN_NOTHING, NOTHING, HEAVY = 0.15, 0.2, 8.0
# A passage lacking in one witness with the first chance is lacking with the second in another, too.
SURELY_LACKING, ALSO_LACKING = 0.6, 0.15


class Lack(NamedTuple):
    """Words of one witness that another lacks. ``level`` is passage, clause, phrase or qualifier."""

    level: str
    carrier: int
    lacking: int
    span: Span
    confidence: float
    weight: float


def lacks(collation: Collation, workings: Workings, names: Sequence[str]) -> list[Lack]:
    """Every lack between two witnesses, both ways; what lies within a lacking clause is not told again."""
    found: list[Lack] = []
    numbers = range(len(workings.reads))
    for witness in numbers:
        covers = [
            (Coverage(workings.pair(witness, other), witness), other) for other in numbers if other != witness
        ]
        found += _passages(covers)
        for cover, other in covers:
            found += _clauses(cover, other)
            told = [lack.span for lack in found if (lack.carrier, lack.lacking) == (witness, other)]
            thirds = [third for third, _ in covers if third is not cover]
            found += [
                Lack(*p) for p in set_off(cover, other, thirds) if not any(p.span.overlap(s) for s in told)
            ]
    for word in qualifiers(collation, workings, names):
        told = [x.span for x in found if (x.carrier, x.lacking) == (word.carrier, word.lacking)]
        if not any(word.span.overlap(span) for span in told):
            found.append(Lack(*word))
    return found


def _passages(covers: Sequence[tuple[Coverage, int]]) -> list[Lack]:
    """Passages of one witness that others lack; ``covers`` are all its coverages, with the other witness.

    Where a passage is surely lacking in one witness, another that has no answer to it either is
    named as lacking it too unless it is likely to say it.
    """
    chances = [dict(_gap_chances(cover)) for cover, _ in covers]
    surest: dict[int, float] = {}
    for some in chances:
        for segment, p in some.items():
            surest[segment] = max(p, surest.get(segment, 0.0))
    found = []
    for (cover, other), some in zip(covers, chances, strict=True):
        for segment, p in some.items():
            if p >= (ALSO_LACKING if surest[segment] >= SURELY_LACKING else SHOWN_PASSAGE):
                span = cover.mine.witness.segments[segment].span
                weight = float(cover.mine.by_segment.totals[cover.mine.passage_of[segment]])
                found.append(Lack("passage", cover.witness, other, span, p, weight))
    return found


def _gap_chances(cover: Coverage) -> list[tuple[int, float]]:
    gaps = gap_segments(cover)
    if not gaps:
        return []
    return [(s, float(p)) for s, p in zip(gaps, chance("gap", gap_features(cover, gaps)), strict=True)]


def _clauses(cover: Coverage, other: int) -> list[Lack]:
    numbers = linked_clauses(cover)
    if not numbers:
        return []
    chances = dict(zip(numbers, chance("linked", linked_features(cover, numbers)), strict=True))
    shown = [n for n in numbers if chances[n] >= _least(cover, n) and _tellable(cover, n)]
    return [
        Lack("clause", cover.witness, other, span, sure, weight)
        for span, sure, weight in _runs(cover, shown, chances)
    ]


def _least(cover: Coverage, clause: int) -> float:
    """The chance from which a clause is shown: less for one of which nothing is answered anywhere."""
    nothing = float(cover.shares[clause].max(initial=0.0)) < NOTHING * cover.usual
    return SHOWN_NOTHING if nothing and cover.totals[clause] >= HEAVY else SHOWN_CLAUSE


def _tellable(cover: Coverage, clause: int) -> bool:
    """Whether a clause says something of its own, and the other witness does not have it elsewhere."""
    items = cover.mine.by_clause.passages[clause]
    elsewhere = float(cover.shares[clause].max(initial=0.0)) >= SAID * cover.usual
    return not elsewhere and not only_attributes(items)


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
