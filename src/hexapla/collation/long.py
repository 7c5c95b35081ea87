"""Long texts: parted at sure pairs into stretches that are linked by themselves.

Sure pairs are mutual best pairs with a margin, found block by block; of those the longest
chain that crosses nowhere is kept (compare hunalign's and Vecalign's coarse passes), and
the texts are cut at it. What is free after that is tried once more against what is free
on the other side, so that a passage moved far away is still found.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

import numpy as np

from hexapla.collation.answering import answers
from hexapla.collation.evidence import Side
from hexapla.collation.linking import WHOLE, Bead, beads
from hexapla.collation.scoring import side_odds

# A stretch between cuts holds about this many passages.
STRETCH = 400
# Log-odds of a sure pair, and by how much it must beat its rivals.
SURE, MARGIN = 2.0, 2.0


def link_long(a: Side, b: Side) -> list[Bead]:
    """As :func:`hexapla.collation.linking.link`, for any length; memory grows with the length."""
    cuts = _cuts(a, b)
    found: list[Bead] = []
    for (a0, b0), (a1, b1) in pairwise(cuts):
        found += _linked(a, b, list(range(a0, a1)), list(range(b0, b1)))
    taken_a, taken_b = {i for bead in found for i in bead.a}, {j for bead in found for j in bead.b}
    rest_a = [i for i in range(len(a.passages)) if i not in taken_a]
    rest_b = [j for j in range(len(b.passages)) if j not in taken_b]
    for start in range(0, len(rest_a), WHOLE):
        # Far moves are rare, and so must be sure: only the first WHOLE free passages are tried.
        found += [
            bead
            for bead in _linked(a, b, rest_a[start : start + WHOLE], rest_b[:WHOLE])
            if bead.confidence > 0.8
        ]
    return sorted(_once(found))


def _once(found: list[Bead]) -> list[Bead]:
    seen: tuple[set[int], set[int]] = (set(), set())
    kept = []
    for bead in found:
        if not seen[0] & set(bead.a) and not seen[1] & set(bead.b):
            seen[0].update(bead.a)
            seen[1].update(bead.b)
            kept.append(bead)
    return kept


def _part(one: Side, numbers: list[int]) -> Side:
    return Side(one.language, tuple(one.passages[n] for n in numbers), tuple(one.spelled[n] for n in numbers))


def _linked(a: Side, b: Side, rows: list[int], columns: list[int]) -> list[Bead]:
    if not rows or not columns:
        return []
    if max(len(rows), len(columns)) > 3 * WHOLE:
        # No sure pair for so long: take the stretches as they stand.
        half_a, half_b = len(rows) // 2, len(columns) // 2
        return _linked(a, b, rows[:half_a], columns[:half_b]) + _linked(a, b, rows[half_a:], columns[half_b:])
    part_a, part_b = _part(a, rows), _part(b, columns)
    some = beads(part_a, part_b, answers(part_a, part_b))
    return [Bead(tuple(rows[i] for i in x.a), tuple(columns[j] for j in x.b), x.confidence) for x in some]


def _cuts(a: Side, b: Side) -> list[tuple[int, int]]:
    """Where to part the two texts: ends and about every STRETCH passages a sure pair."""
    cuts = [(0, 0)]
    for i, j in _chain(_sure_pairs(a, b)):
        if i - cuts[-1][0] >= STRETCH and j > cuts[-1][1]:
            cuts.append((i, j))
    return [*cuts, (len(a.passages), len(b.passages))]


def _sure_pairs(a: Side, b: Side) -> list[tuple[int, int]]:
    """Mutual best pairs with a margin, within a band about the diagonal of blocks."""
    pairs = []
    ratio = len(b.passages) / len(a.passages)
    for start in range(0, len(a.passages), WHOLE // 2):
        rows = list(range(start, min(start + WHOLE // 2, len(a.passages))))
        middle = int((start + WHOLE // 4) * ratio)
        columns = list(range(max(0, middle - WHOLE), min(len(b.passages), middle + WHOLE)))
        if not columns:
            continue
        part_a, part_b = _part(a, rows), _part(b, columns)
        odds = side_odds(part_a, part_b, answers(part_a, part_b)).alone
        for i, j in enumerate(odds.argmax(1).tolist()):
            rivals = np.concatenate([np.delete(odds[i], j), np.delete(odds[:, j], i)])
            if odds[i, j] >= SURE and (not rivals.size or odds[i, j] - rivals.max() >= MARGIN):
                pairs.append((rows[i], columns[j]))
    return pairs


def _chain(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain that crosses nowhere (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    ordered = sorted(set(pairs), key=lambda p: (p[0], -p[1]))
    for n, (_, j) in enumerate(ordered):
        at = bisect_left(tails, j)
        if at == len(tails):
            tails.append(j)
            ends.append(n)
        else:
            tails[at], ends[at] = j, n
        before.append(ends[at - 1] if at else -1)
    chain, n = [], ends[-1] if ends else -1
    while n >= 0:
        chain.append(ordered[n])
        n = before[n]
    return chain[::-1]
