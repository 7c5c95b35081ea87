"""Which passages of two witnesses answer one another: many to many, in any order, gaps on both sides.

The best pairs are taken first, greedily, as long as both passages are free (competitive
linking, Melamed 2000); then a free passage may join its neighbour's link where that makes the
answer fuller (merges; ``joining``). No path through the two texts is sought, so passages may
stand anywhere: the monotone dynamic programming of Gale & Church (1993), Moore (2002),
hunalign (Varga et al. 2005) and Vecalign (Thompson & Koehn 2019) cannot link what was
moved; what is kept of them is the support that neighbours lend (``scoring.context``).
Long texts are first parted at sure pairs, as hunalign and Vecalign do, so that memory
does not grow with the square of their length.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from hexapla.collation.answering import Answers, answers
from hexapla.collation.evidence import Matrix, Side
from hexapla.collation.joining import Joining
from hexapla.collation.scoring import Odds, context_logodds, side_odds, sigmoid, weights

# Swept .20-.50 on ntrex-dev, scenario C: link F1 is flat from .25 to .40, omissions best at .35.
LINKED = 0.33
# Pairs from this chance on are taken before any passage joins a link. Swept .5-.9 on the stories of eval/: flat.
SURE = 0.6
# A free passage joins a link at this chance by the join model. Swept .3-.7 on ntrex-dev: flat from .45 to .65;
# from .6 down to .5 two more true links of the stories are found and no false one.
JOINED = 0.55
# Texts up to this many passages a side are judged whole.
WHOLE = 1200


class Bead(NamedTuple):
    """Passages of a and b that answer one another, by index, and how surely."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    confidence: float


def too_long(a: Side, b: Side) -> bool:
    """Whether two sides are parted before they are linked."""
    return max(len(a.passages), len(b.passages)) > WHOLE


def link(a: Side, b: Side, matches: Answers | None = None, odds: Odds | None = None) -> list[Bead]:
    """The beads of two sides, in a's order; passages in no bead are without an answer.

    ``matches`` and ``odds`` are passed by who has them already.
    """
    if not a.passages or not b.passages:
        return []
    if too_long(a, b):
        from hexapla.collation.long import link_long

        return link_long(a, b)
    return beads(a, b, answers(a, b) if matches is None else matches, odds)


def beads(a: Side, b: Side, matches: Answers, odds: Odds | None = None) -> list[Bead]:
    """The beads of two sides that are short enough to be judged whole."""
    if odds is None:
        odds = side_odds(a, b, matches)
    context = context_logodds(odds)
    chance = sigmoid(context)
    # Sure pairs first, then what belongs to them: a passage that makes a sure link fuller is not spent on a doubtful one.
    sure = competitive(chance, SURE)
    chances = {pair: float(chance[pair]) for pair in sure}
    chances |= _joined(sure, odds.alone, context, a, b, matches)
    rows, columns = {i for i, _ in chances}, {j for _, j in chances}
    chance[list(rows)] = 0
    chance[:, list(columns)] = 0
    more = competitive(chance)
    chances |= {pair: float(chance[pair]) for pair in more}
    both = sorted({*sure, *more})
    joined = _joined(both, odds.alone, context, a, b, matches)
    taken = ({i for i, _ in chances}, {j for _, j in chances})
    chances |= {(i, j): p for (i, j), p in joined.items() if i not in taken[0] or j not in taken[1]}
    return paired(chances)


def paired(chances: dict[tuple[int, int], float]) -> list[Bead]:
    """Pairs with their chances as beads: pairs that share a passage are one."""
    return [_bead(rows, columns, chances) for rows, columns in _groups(list(chances))]


def competitive(chance: Matrix, least: float = LINKED) -> list[tuple[int, int]]:
    """Best pairs first, each passage once. Ties go to the pair nearest the diagonal."""
    rows, columns = chance.shape
    i, j = np.nonzero(chance >= least)
    off = np.abs((i + 0.5) / rows - (j + 0.5) / columns)
    order = np.lexsort((j, i, off, -chance[i, j]))
    free_rows, free_columns = np.ones(rows, bool), np.ones(columns, bool)
    pairs = []
    for n in order:
        row, column = int(i[n]), int(j[n])
        if free_rows[row] and free_columns[column]:
            free_rows[row] = free_columns[column] = False
            pairs.append((row, column))
    return pairs


def _joined(
    pairs: list[tuple[int, int]], odds: Matrix, context: Matrix, a: Side, b: Side, matches: Answers
) -> dict[tuple[int, int], float]:
    """Free passages that make another's link fuller, with their chance."""
    found = {}
    for (row, column), chance in _joins(pairs, Joining(odds, context, a, b, matches)):
        found[row, column] = chance
    for (column, row), chance in _joins(
        [(j, i) for i, j in pairs], Joining(odds.T, context.T, b, a, matches.back)
    ):
        found[row, column] = chance
    return found


def join_candidates(pairs: list[tuple[int, int]], odds: Matrix) -> list[tuple[int, int, int]]:
    """``(free row, linked row, its column)`` for each free row that might join a link:
    that of a neighbour, or of the column that answers it best wherever it stands.
    """
    column_of, row_of = dict(pairs), {j: i for i, j in pairs}
    found = []
    for row in range(odds.shape[0]):
        if row not in column_of:
            near = {column_of[n]: n for n in (row - 1, row + 1) if n in column_of}
            best = int(odds[row].argmax())
            if best in row_of:
                near.setdefault(best, row_of[best])
            found += [(row, linked, column) for column, linked in sorted(near.items())]
    return found


def _joins(pairs: list[tuple[int, int]], joining: Joining) -> list[tuple[tuple[int, int], float]]:
    candidates = join_candidates(pairs, joining.odds)
    if not candidates:
        return []
    features = np.array([joining.features(*candidate) for candidate in candidates], dtype=np.float32)
    chance = sigmoid(features @ weights("join"))
    best: dict[int, tuple[float, int]] = {}
    for (row, _, column), value in zip(candidates, chance.tolist(), strict=True):
        if value >= JOINED and value > best.get(row, (0.0, 0))[0]:
            best[row] = (value, column)
    return [((row, column), value) for row, (value, column) in best.items()]


def _groups(pairs: list[tuple[int, int]]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Connected pairs together, in the order of the first row."""
    root: dict[tuple[str, int], tuple[str, int]] = {}

    def find(x: tuple[str, int]) -> tuple[str, int]:
        while root.setdefault(x, x) != x:
            x = root[x]
        return x

    for i, j in pairs:
        root[find(("b", j))] = find(("a", i))
    groups: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for i, j in sorted(pairs):
        groups.setdefault(find(("a", i)), []).append((i, j))
    for some in groups.values():
        yield tuple(sorted({i for i, _ in some})), tuple(sorted({j for _, j in some}))


def _bead(rows: tuple[int, ...], columns: tuple[int, ...], chances: dict[tuple[int, int], float]) -> Bead:
    """A bead is as sure as its least sure passage's best pair."""
    by_row: dict[int, float] = {}
    by_column: dict[int, float] = {}
    for (row, column), chance in chances.items():
        if row in rows and column in columns:
            by_row[row] = max(chance, by_row.get(row, 0.0))
            by_column[column] = max(chance, by_column.get(column, 0.0))
    return Bead(rows, columns, min(*by_row.values(), *by_column.values()))
