"""The workings of a collation: each witness read once, each pair compared once.

The links, loci and the apparatus are all drawn from these, so that whatever is claimed can
be led back to the words that were compared. A pair is compared in an order of its own
(by language and digest), so that the order in which witnesses are given changes nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from hexapla.collation.answering import Answers, answers, strengths
from hexapla.collation.containing import contained, with_contained
from hexapla.collation.evidence import Matrix, Side, spelling, weighed
from hexapla.collation.items import Item, read_items
from hexapla.collation.linking import Bead, link, too_long
from hexapla.collation.scoring import CERTAIN, Odds, odds
from hexapla.witness.model import Span, Witness

# Log-odds that two headlines gain, and a headline with a sentence of the text loses. Of the links of our stories'
# gold it could be four; .5-3 give the same links, and it must not outweigh words that say otherwise.
HEADLINES = 1.5


@dataclass(frozen=True)
class Clause:
    """A clause of a witness: its segment (index into ``witness.segments``) and span."""

    segment: int
    span: Span


@dataclass(frozen=True)
class Read:
    """A witness as the engine reads it. Datelines are metadata and not read."""

    witness: Witness
    clauses: tuple[Clause, ...]
    by_clause: Side
    segments: tuple[int, ...]
    """Index into ``witness.segments`` of each passage of ``by_segment``."""
    by_segment: Side

    @cached_property
    def passage_of(self) -> dict[int, int]:
        """Segment index → passage number of ``by_segment``."""
        return {segment: n for n, segment in enumerate(self.segments)}

    @cached_property
    def headlines(self) -> npt.NDArray[np.bool_]:
        """Whether each passage is a title, shape (passages,)."""
        return np.array([self.witness.segments[n].role == "title" for n in self.segments], dtype=bool)

    @cached_property
    def clauses_of(self) -> dict[int, tuple[int, ...]]:
        """Segment index → numbers of its clauses."""
        found: dict[int, list[int]] = {}
        for n, clause in enumerate(self.clauses):
            found.setdefault(clause.segment, []).append(n)
        return {segment: tuple(some) for segment, some in found.items()}

    @cached_property
    def _in_order(self) -> tuple[tuple[Item, ...], tuple[int, ...]]:
        """All items in the order of their start, and their starts."""
        items = sorted(
            (i for passage in self.by_clause.passages for i in passage), key=lambda i: (i.start, i.end)
        )
        return tuple(items), tuple(item.start for item in items)

    def items(self, span: Span) -> tuple[Item, ...]:
        """The items that stand within a span."""
        items, starts = self._in_order
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        return tuple(item for item in items[first:last] if item.end <= span.end)

    @property
    def key(self) -> tuple[str, str]:
        """What orders witnesses whatever order they were given in."""
        return (self.witness.language, self.witness.sha256 + self.witness.source)


def read(witness: Witness) -> Read:
    """A witness read into items, clause by clause."""
    segments = tuple(n for n, s in enumerate(witness.segments) if s.role != "dateline")
    clauses = tuple(Clause(n, span) for n in segments for span in witness.segments[n].clauses)
    passages = tuple(
        read_items(
            witness.text, witness.segments[c.segment].language, c.span.start, c.span.end, witness.published
        )
        for c in clauses
    )
    spelled = tuple(spelling(c.span.of(witness.text)) for c in clauses)
    by_clause = Side(witness.language, passages, spelled)
    groups: list[list[int]] = [[] for _ in segments]
    place = {segment: n for n, segment in enumerate(segments)}
    for n, clause in enumerate(clauses):
        groups[place[clause.segment]].append(n)
    return Read(witness, clauses, by_clause, segments, by_clause.merged(groups))


@dataclass(frozen=True)
class Pair:
    """Two witnesses compared. ``first`` and ``second`` are indices into the witnesses given."""

    first: int
    second: int
    a: Read
    b: Read
    matches: Answers
    """For each word of a's vocabulary, the words of b's that answer it."""
    beads: tuple[Bead, ...]
    _cache: dict[int, Matrix] = field(default_factory=dict, compare=False, repr=False)

    def of(self, witness: int) -> tuple[Read, Read, Answers]:
        """The witness, the other, and the answers from the one to the other."""
        return (
            (self.a, self.b, self.matches) if witness == self.first else (self.b, self.a, self.matches.back)
        )

    def answers_of(self, witness: int) -> Matrix:
        """How well each of the other's segments answers each word of this witness's vocabulary."""
        if witness not in self._cache:
            mine, other, matches = self.of(witness)
            self._cache[witness] = strengths(mine.by_clause, other.by_segment, matches)
        return self._cache[witness]

    def clause_cover(self, witness: int) -> Matrix:
        """Weight of each clause of this witness that each segment of the other answers."""
        return weighed(self.of(witness)[0].by_clause, self.answers_of(witness))

    def answered_by(self, witness: int, segments: Sequence[int]) -> dict[int, float]:
        """For words of this witness's vocabulary: how well these segments of the other answer them."""
        _, other, _ = self.of(witness)
        present = {
            word
            for s in segments
            if s in other.passage_of
            for word, _ in other.by_segment.rows[other.passage_of[s]]
        }
        return self._strengths(witness, present)

    def answered_within(self, witness: int, spans: Sequence[Span]) -> dict[int, float]:
        """The same for stretches of the other's text."""
        _, other, _ = self.of(witness)
        number = other.by_clause.number
        return self._strengths(witness, {number[item.key] for span in spans for item in other.items(span)})

    def _strengths(self, witness: int, present: Iterable[int]) -> dict[int, float]:
        """For words of this witness: how well the other's words that are present answer them."""
        back = self.matches.back if witness == self.first else self.matches
        best: dict[int, float] = {}
        for word in present:
            for mine, strength in back[word]:
                if strength > best.get(mine, 0.0):
                    best[mine] = strength
        return best

    @cached_property
    def odds(self) -> Odds:
        """Log-odds of each of a's segments with each of b's; among them, headlines answer headlines."""
        a, b = self.a.by_segment, self.b.by_segment
        found = odds(a, b, self.answers_of(self.first), self.answers_of(self.second))
        mine, theirs = self.a.headlines[:, None], self.b.headlines[None, :]
        by_role = HEADLINES * (1.0 * (mine & theirs) - (mine ^ theirs))
        among = np.clip(found.among + by_role, -CERTAIN, CERTAIN)
        return found._replace(among=np.asarray(among, dtype=np.float32))

    @cached_property
    def linked(self) -> tuple[dict[int, tuple[int, ...]], dict[int, tuple[int, ...]]]:
        """Segment index → linked segment indices of the other; for a, then for b."""
        to_b: dict[int, tuple[int, ...]] = {}
        to_a: dict[int, tuple[int, ...]] = {}
        for bead in self.beads:
            rows = tuple(self.a.segments[i] for i in bead.a)
            columns = tuple(self.b.segments[j] for j in bead.b)
            to_b.update(dict.fromkeys(rows, columns))
            to_a.update(dict.fromkeys(columns, rows))
        return to_b, to_a

    def answers_to(self, witness: int, segment: int) -> tuple[int, ...]:
        """The other witness's segments that are linked with this one's segment."""
        return self.linked[0 if witness == self.first else 1].get(segment, ())


@dataclass(frozen=True)
class Workings:
    """All witnesses read, all pairs compared."""

    reads: tuple[Read, ...]
    pairs: tuple[Pair, ...]

    @cached_property
    def _by_witnesses(self) -> dict[frozenset[int], Pair]:
        return {frozenset((p.first, p.second)): p for p in self.pairs}

    def pair(self, one: int, other: int) -> Pair:
        return self._by_witnesses[frozenset((one, other))]

    def subset(self, members: Sequence[int]) -> Workings:
        """The workings of some of the witnesses, numbered in the order given."""
        place = {member: n for n, member in enumerate(members)}
        pairs = [
            replace(p, first=place[p.first], second=place[p.second], _cache={})
            for p in self.pairs
            if p.first in place and p.second in place
        ]
        return Workings(tuple(self.reads[n] for n in members), tuple(pairs))


def compare(first: int, second: int, reads: Sequence[Read]) -> Pair:
    """Two witnesses compared, in their own order."""
    if reads[second].key < reads[first].key:
        first, second = second, first
    a, b = reads[first], reads[second]
    matches = answers(a.by_clause, b.by_clause)
    bare = Pair(first, second, a, b, matches, ())
    found = link(
        a.by_segment, b.by_segment, matches, None if too_long(a.by_segment, b.by_segment) else bare.odds
    )
    return replace(bare, beads=tuple(_with_contained(bare, found)), _cache=bare._cache)


def _with_contained(pair: Pair, beads: Sequence[Bead]) -> list[Bead]:
    """The beads, and passages free on both sides linked where a clause of one says the other."""
    a, b = pair.a, pair.b
    used_a, used_b = {i for bead in beads for i in bead.a}, {j for bead in beads for j in bead.b}
    free_a = [i for i in range(len(a.segments)) if i not in used_a]
    free_b = [j for j in range(len(b.segments)) if j not in used_b]
    more = contained(free_a, a.by_segment, *_clauses_of(b, free_b), pair.matches)
    back = contained(free_b, b.by_segment, *_clauses_of(a, free_a), pair.matches.back)
    return with_contained(beads, sorted({*more, *((i, j, chance) for j, i, chance in back)}))


def _clauses_of(read: Read, passages: Sequence[int]) -> tuple[Side, list[int]]:
    """The clauses of some passages, and the passage of each."""
    numbers = [(n, p) for p in passages for n in read.clauses_of[read.segments[p]]]
    return read.by_clause.merged([[n] for n, _ in numbers]), [p for _, p in numbers]


def work(witnesses: Sequence[Witness]) -> Workings:
    """Everything that is compared, compared once."""
    reads = tuple(read(witness) for witness in witnesses)
    numbers = range(len(reads))
    return Workings(reads, tuple(compare(i, j, reads) for i in numbers for j in numbers if i < j))


def shares(cover: Matrix, totals: np.ndarray) -> Matrix:
    """Weights answered as shares of each passage's weight."""
    return np.asarray(cover / (totals[:, None] + 0.5), dtype=np.float32)
