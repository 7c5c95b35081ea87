"""Statements of two witnesses that answer each other: what is said, by whom, how.

Two statements answer where the words of the one are answered by the words of the other, in passages that
are linked. Whose words they are and what verb brings them is left out of the comparison: that is what may differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from hexapla.collation.workings import Pair, Workings
from hexapla.marks.mentions.casting import Cast
from hexapla.testimony.model import Statement, Testimony
from hexapla.witness.model import Span

# Statements answer each other when this share of the words of each is answered in the other, on average.
# Set on the planted stories of eval/: pairs that do not answer stay below .3.
ANSWERS = 0.42


class Answer(NamedTuple):
    """Two statements that answer each other, and how well (0..1). ``a`` and ``b`` are of witnesses ``one`` and ``other``."""

    one: int
    a: Statement
    other: int
    b: Statement
    share: float


@dataclass(frozen=True)
class Saying:
    """What the witnesses of a story say, and which statements answer each other."""

    workings: Workings
    testimonies: Sequence[Testimony]
    cast: Cast

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """One to one between each two witnesses, the best first."""
        return tuple(
            found
            for one, other in combinations(range(len(self.testimonies)), 2)
            for found in self._between(one, other)
        )

    def _between(self, one: int, other: int) -> Iterator[Answer]:
        pair = self.workings.pair(one, other)
        candidates = [
            Answer(one, a, other, b, share)
            for a in self.testimonies[one].statements
            for b in self.testimonies[other].statements
            if self._linked(pair, one, a, b) and (share := self._share(pair, one, a, other, b)) >= ANSWERS
        ]
        taken: set[tuple[int, int]] = set()
        for found in sorted(candidates, key=lambda c: (-round(c.share, 4), c.a.id, c.b.id)):
            if not taken & {(one, found.a.id), (other, found.b.id)}:
                taken |= {(one, found.a.id), (other, found.b.id)}
                yield found

    def _linked(self, pair: Pair, one: int, a: Statement, b: Statement) -> bool:
        """Whether any passage of the one is linked with any of the other."""
        mine, other, _ = pair.of(one)
        there = {c.segment for c in other.clauses if any(c.span.overlap(s) for s in b.content)}
        return any(
            there & set(pair.answers_to(one, c.segment))
            for c in mine.clauses
            if any(c.span.overlap(s) for s in a.content)
        )

    def _share(self, pair: Pair, one: int, a: Statement, other: int, b: Statement) -> float:
        return (answered(pair, one, a.content, b.content) + answered(pair, other, b.content, a.content)) / 2

    def speakers(self, witness: int, statement: Statement) -> frozenset[str]:
        """The speakers by the ids of the story."""
        ids = self.cast.ids[witness]
        return frozenset(ids.get(name, name) for name in statement.speakers)


def answered(pair: Pair, witness: int, spans: Sequence[Span], others: Sequence[Span]) -> float:
    """Share of the weight of the words of some spans that the words of the other's spans answer."""
    read = pair.of(witness)[0]
    strengths = pair.answered_within(witness, others)
    items = [item for span in spans for item in read.items(span)]
    total = sum(item.weight for item in items)
    said = sum(item.weight * strengths.get(read.by_clause.number[item.key], 0.0) for item in items)
    return said / total if total else 0.0


@dataclass(frozen=True)
class Round:
    """Statements of several witnesses that answer each other, one a witness (by its number)."""

    said: dict[int, Statement]
    share: float


def rounds(saying: Saying) -> list[Round]:
    """The statements that answer each other brought together, the surest answers first."""
    groups: list[dict[int, Statement]] = []
    shares: list[float] = []
    for found in sorted(saying.answers, key=lambda f: (-round(f.share, 4), f.one, f.a.id, f.other, f.b.id)):
        ends = ((found.one, found.a), (found.other, found.b))
        touched = [n for n, group in enumerate(groups) if any(group.get(w) is s for w, s in ends)]
        merged = {w: s for n in touched for w, s in groups[n].items()}
        if any(w in merged and merged[w] is not s for w, s in ends):
            continue
        several = [w for n in touched for w in groups[n]]
        if len(several) != len(set(several)):
            continue
        merged.update(dict(ends))
        share = min([found.share, *(shares[n] for n in touched)])
        groups = [g for n, g in enumerate(groups) if n not in touched] + [merged]
        shares = [x for n, x in enumerate(shares) if n not in touched] + [share]
    return [Round(dict(sorted(g.items())), x) for g, x in zip(groups, shares, strict=True)]
