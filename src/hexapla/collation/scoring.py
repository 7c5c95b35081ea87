"""From evidence to a score: how likely two passages say the same.

Two small logistic models, whose weights are data with their history
(``collation/data/weights.toml``; refitted by ``make fit``):

``pair``
    judges each pair by itself, from the share of each passage that the other answers and
    the weight of what they share. This is what :func:`similarity` returns.
``context``
    judges a pair among all pairs of two witnesses: is it the best of its row and column,
    do its neighbours answer each other as well (a soft form of the monotone paths of Gale
    & Church 1993 and Moore 2002, which lets passages stand elsewhere).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from hexapla.collation.evidence import (
    FIGURED,
    NAMED,
    Matrix,
    Side,
    answers,
    covered,
    same_words,
    side,
    transposed,
)

WEIGHTS = Path(__file__).parent / "data" / "weights.toml"
# Log-odds beyond this are as good as certain; clipping keeps one pair from deciding all.
CERTAIN = 8.0
# Neighbours that may support a pair, as steps on both sides, and how much each counts.
STEPS = (
    ((1, 1), 1.0),
    ((1, 2), 0.7),
    ((2, 1), 0.7),
    ((2, 2), 0.6),
    ((2, 3), 0.4),
    ((3, 2), 0.4),
    ((1, 3), 0.4),
    ((3, 1), 0.4),
)

# Rows so near are asked what crosses a pair.
NEAR = 6


@cache
def weights(model: str) -> npt.NDArray[np.float32]:
    """The weights of a model, constant first."""
    with WEIGHTS.open("rb") as file:
        return np.array(tomllib.load(file)[model]["weights"], dtype=np.float32)


def sigmoid(x: Matrix) -> Matrix:
    return (1.0 / (1.0 + np.exp(-x))).astype(np.float32)


def _pair_measures(total_a: Matrix, total_b: Matrix, from_a: Matrix, from_b: Matrix) -> Iterator[Matrix]:
    """The measures of :func:`pair_features` but the constant, one matrix after another."""
    all_a, all_b = total_a.sum(0), total_b.sum(0)
    by_a, by_b = from_a.sum(0), from_b.sum(0)
    yield (by_a + by_b) / (all_a + all_b + 1)
    share_a, share_b = by_a / (all_a + 0.5), by_b / (all_b + 0.5)
    yield np.maximum(share_a, share_b)
    yield np.minimum(share_a, share_b)
    yield np.sqrt((by_a + by_b) / 2)
    yield np.abs(np.log(all_a + 1) - np.log(all_b + 1))
    for group in (NAMED, FIGURED):
        shared, total = from_a[group] + from_b[group], total_a[group] + total_b[group]
        if group == NAMED:
            yield shared / (total + 1)
        yield np.sqrt(shared)
        yield np.sqrt(np.maximum(total - shared, 0))


def pair_features(total_a: Matrix, total_b: Matrix, from_a: Matrix, from_b: Matrix) -> Matrix:
    """Features of pairs, last axis: 1, shared share of both, greater and lesser share of one,
    weight of what is shared, difference of size; then of names alone their shared share, weight
    answered and unanswered, and of figures alone weight answered and unanswered.

    ``total_a`` has shape (3, n, 1), ``total_b`` (3, 1, m), ``from_a`` and ``from_b`` (3, n, m):
    the groups of :mod:`hexapla.collation.evidence`.
    """
    measures = list(_pair_measures(total_a, total_b, from_a, from_b))
    return np.stack([np.ones_like(measures[0]), *measures], axis=-1).astype(np.float32)


def pair_logodds(total_a: Matrix, total_b: Matrix, from_a: Matrix, from_b: Matrix) -> Matrix:
    """Log-odds that two passages say the same, each pair judged by itself."""
    constant, *others = weights("pair").tolist()
    odds = np.full(np.broadcast_shapes(from_a.shape[1:]), constant, dtype=np.float32)
    for weight, measure in zip(others, _pair_measures(total_a, total_b, from_a, from_b), strict=True):
        odds += np.float32(weight) * measure
    return np.clip(odds, -CERTAIN, CERTAIN, out=odds)


def context_features(odds: Matrix) -> Matrix:
    """Features of each pair among all pairs, ``odds`` being the pair model's, shape (n, m): its odds, how
    it stands to its rivals, how its neighbours answer each other, and what crosses it.
    """
    rows, columns = odds.shape
    rival_row, rival_column = odds - _best_other(odds, 1), odds - _best_other(odds, 0)
    chance = sigmoid(odds)
    fair = chance / np.maximum(1.0, np.maximum(chance.sum(1, keepdims=True), chance.sum(0, keepdims=True)))
    edge = max(step for steps, _ in STEPS for step in steps)
    around = np.zeros((rows + 2 * edge, columns + 2 * edge), dtype=np.float32)
    around[edge:-edge, edge:-edge] = fair

    def at(i: int, j: int) -> Matrix:
        return around[edge + i : edge + i + rows, edge + j : edge + j + columns]

    before = np.maximum.reduce([share * at(-i, -j) for (i, j), share in STEPS])
    after = np.maximum.reduce([share * at(i, j) for (i, j), share in STEPS])
    beside = np.maximum.reduce([at(0, 1), at(0, -1), at(1, 0), at(-1, 0)])
    crossing, in_line = _crossings(fair)
    beyond, within = _crossings_near(fair)
    beyond_t, within_t = (found.T for found in _crossings_near(fair.T))
    usual = float(np.median(odds.max(1))), float(np.median(odds.max(0)))
    return np.stack(
        [
            np.ones_like(odds),
            odds,
            np.clip(rival_row, -6, 6),
            np.clip(rival_column, -6, 6),
            before,
            after,
            before * after,
            beside,
            np.clip(odds - min(usual), -CERTAIN, CERTAIN),
            np.log1p(crossing),
            crossing / (crossing + in_line + 0.5),
            beyond / (beyond + within + 0.3),
            beyond_t / (beyond_t + within_t + 0.3),
        ],
        axis=-1,
    ).astype(np.float32)


def _crossings(fair: Matrix) -> tuple[Matrix, Matrix]:
    """For each pair the sum of the links that cross it, and of those that do not."""
    rows, columns = fair.shape
    sums = np.zeros((rows + 1, columns + 1))
    sums[1:, 1:] = fair.cumsum(0).cumsum(1)
    before = sums[:-1, :-1]
    after = sums[-1, -1] - sums[1:, -1:] - sums[-1:, 1:] + sums[1:, 1:]
    crossing = sums[:-1, -1:] - sums[:-1, 1:] + sums[-1:, :-1] - sums[1:, :-1]
    return crossing.astype(np.float32), (before + after).astype(np.float32)


def _crossings_near(fair: Matrix) -> tuple[Matrix, Matrix]:
    """The same of the rows nearby, each counting by its nearness."""
    rows, columns = fair.shape
    to_left = np.zeros((rows, columns + 1), dtype=np.float32)
    to_left[:, 1:] = fair.cumsum(1)
    left, right = to_left[:, :-1], to_left[:, -1:] - to_left[:, 1:]
    crossing, in_line = np.zeros_like(fair), np.zeros_like(fair)
    for step in range(1, min(NEAR, rows - 1) + 1):
        crossing[step:] += right[:-step] / step
        in_line[step:] += left[:-step] / step
        crossing[:-step] += left[step:] / step
        in_line[:-step] += right[step:] / step
    return crossing, in_line


def _best_other(odds: Matrix, axis: int) -> Matrix:
    """For each pair the best of the other pairs in its row (axis 1) or column (axis 0)."""
    if odds.shape[axis] < 2:
        return np.full_like(odds, -6.0)
    top = np.partition(odds, -2, axis=axis)
    first, second = np.take(top, [-1], axis=axis), np.take(top, [-2], axis=axis)
    return np.where(odds >= first, second, first).astype(np.float32)


def context_logodds(odds: Matrix) -> Matrix:
    """Log-odds of each pair among all pairs."""
    return np.asarray(context_features(odds) @ weights("context"), dtype=np.float32)


def similarity(texts_a: Sequence[str], language_a: str, texts_b: Sequence[str], language_b: str) -> Matrix:
    """How likely each text of one list says what each of the other says.

    Returns
    -------
    ndarray
        Shape (len(texts_a), len(texts_b)), 0..1; each pair is judged by itself.
    """
    a, b = side(texts_a, language_a), side(texts_b, language_b)
    return sigmoid(side_logodds(a, b, answers(a, b)))


def side_logodds(a: Side, b: Side, matches: list[list[tuple[int, float]]]) -> Matrix:
    """The pair model's log-odds for all passages of two sides, shape (len(a), len(b))."""
    return logodds(a, b, covered(a, b, matches), covered(b, a, transposed(matches, len(b.vocabulary))))


def logodds(a: Side, b: Side, from_a: Matrix, from_b: Matrix) -> Matrix:
    """The same from what each side's passages have answered, in groups: shapes (3, len(a), len(b)),
    (3, len(b), len(a)).
    """
    odds = pair_logodds(
        a.group_totals[:, :, None], b.group_totals[:, None, :], from_a, from_b.transpose(0, 2, 1)
    )
    for i, j in same_words(a, b):
        odds[i, j] = CERTAIN
    return odds
