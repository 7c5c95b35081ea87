"""What entries about what is said have in common: how they are made, and which clauses answer each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from hexapla.apparatus.absences import loci_of
from hexapla.apparatus.model import Entry, EntryKind, Reading
from hexapla.apparatus.saying import answered
from hexapla.apparatus.wording import Said
from hexapla.collation.collating import sigla
from hexapla.collation.model import Collation
from hexapla.collation.workings import Clause, Pair, Workings
from hexapla.testimony.cues import Cue
from hexapla.testimony.scenes import Account, Scene
from hexapla.witness.model import Span

# So much of each clause must be answered in the other.
AGREE = 0.5
# A word answers another by this much or more.
ANSWERED = 0.5
# What a sign of grammar holds for stands so many words behind it at most.
BEHIND = 3


class At(NamedTuple):
    """A clause by its witness and its number in ``Read.clauses``."""

    witness: int
    clause: int


@dataclass(frozen=True)
class Claims:
    """The clauses of a story's witnesses, with what each says made ready."""

    collation: Collation
    workings: Workings
    accounts: Sequence[Account]

    @cached_property
    def _scenes(self) -> list[dict[int, Scene]]:
        return [{scene.number: scene for scene in account.scenes} for account in self.accounts]

    @cached_property
    def answering(self) -> tuple[tuple[At, At, float], ...]:
        """Clauses of two witnesses that are each other's best answer, with how much of them agrees."""
        return tuple(
            found
            for one, other in combinations(range(len(self.accounts)), 2)
            for found in self._between(one, other)
        )

    def _between(self, one: int, other: int) -> Iterator[tuple[At, At, float]]:
        pair = self.workings.pair(one, other)
        mine, theirs, _ = pair.of(one)
        scores: dict[tuple[int, int], float] = {}
        for n, clause in enumerate(mine.clauses):
            for m in (m for s in pair.answers_to(one, clause.segment) for m in theirs.clauses_of.get(s, ())):
                share = _agreement(pair, one, clause.span, other, theirs.clauses[m].span)
                if share:
                    scores[n, m] = round(share, 4)
        best_here = _best(((n, m), s) for (n, m), s in scores.items())
        best_there = _best(((m, n), s) for (n, m), s in scores.items())
        for n, m in best_here.items():
            if best_there[m] == n:
                yield At(one, n), At(other, m), scores[n, m]

    def clause(self, at: At) -> Clause:
        return self.workings.reads[at.witness].clauses[at.clause]

    def scene(self, at: At) -> Scene | None:
        return self._scenes[at.witness].get(self.clause(at).segment)

    def cues(self, at: At, *ids: str) -> list[Cue]:
        """The cues of grammar in a clause."""
        scene, span = self.scene(at), self.clause(at).span
        return [c for c in scene.of("grammar", *ids) if span.holds(c.span)] if scene else []

    def heeded(self, at: At, cue: Cue, other: At, first: int) -> list[Span]:
        """Of the ``first`` words of content behind a cue those that the other clause answers; where none stands behind,
        before it.
        """
        pair = self.workings.pair(at.witness, other.witness)
        read, span = pair.of(at.witness)[0], self.clause(at).span
        strengths = pair.answered_within(at.witness, [self.clause(other).span])
        items = read.items(span)
        near = [i for i in items if i.start >= cue.end][:first] or [i for i in items if i.end <= cue.start][
            -first:
        ]
        scene = self.scene(at)
        near = [i for i in near if scene and scene.distance(cue.end, i.start) <= BEHIND]
        return [
            Span(i.start, i.end) for i in near if strengths.get(read.by_clause.number[i.key], 0.0) >= ANSWERED
        ]

    def groups(self, edges: Iterable[tuple[At, At]]) -> list[list[At]]:
        """Clauses that stand against each other brought together, at most one a witness in each."""
        found: list[list[At]] = []
        for a, b in edges:
            touched = [group for group in found if a in group or b in group]
            merged = list(dict.fromkeys([*(at for group in touched for at in group), a, b]))
            if len({at.witness for at in merged}) == len(merged):
                found = [*(group for group in found if group not in touched), merged]
        return [sorted(group) for group in found]


def _agreement(pair: Pair, one: int, mine: Span, other: int, theirs: Span) -> float:
    """How much of two clauses agrees; nothing where either holds much that the other lacks."""
    a = answered(pair, one, [mine], [theirs])
    if a < AGREE:
        return 0.0
    b = answered(pair, other, [theirs], [mine])
    return (a + b) / 2 if b >= AGREE else 0.0


def _best(scores: Iterable[tuple[tuple[int, int], float]]) -> dict[int, int]:
    best: dict[int, tuple[float, int]] = {}
    for (n, m), score in scores:
        best[n] = max(best.get(n, (0.0, -1)), (score, m))
    return {n: m for n, (_, m) in best.items()}


def entry(
    collation: Collation,
    kind: EntryKind,
    readings: Sequence[tuple[str, Mapping[int, tuple[Span, ...]]]],
    confidence: float,
    note: str,
    weight: float,
) -> Entry:
    """An entry of readings, each a value and the words of every witness (by its number) that has it."""
    names = sigla(len(collation.witnesses))
    made = tuple(
        Reading(tuple(names[n] for n in sorted(words)), {names[n]: words[n] for n in sorted(words)}, value)
        for value, words in readings
    )
    rows = {
        row.id
        for reading in made
        for name, spans in reading.spans.items()
        for span in spans
        for row in loci_of(collation, name, span)
    }
    sure = round(confidence, 4)
    return Entry(0, kind, tuple(sorted(rows)), made, sure, note, round(weight * sure, 4))


def said(collation: Collation, readings: Sequence[tuple[str, Mapping[int, tuple[Span, ...]]]]) -> Said:
    """For each reading who has it, and the words of the first of them."""
    names = sigla(len(collation.witnesses))
    told = []
    for _, words in readings:
        first = names[min(words)]
        text = collation.witnesses[first].text
        told.append(([names[n] for n in sorted(words)], words[min(words)][0].of(text)))
    return told
