"""From evidence to a score: how likely two passages say the same.

Three small logistic models, whose weights are data with their history
(``collation/data/weights.toml``; refitted by ``make fit``):

``pair``
    judges each pair by itself, from what each passage's words say for and against it
    (:mod:`hexapla.collation.likelihood`). This is what :func:`similarity` returns.
``among``
    the same, with how common each word is among the passages at hand.
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
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hexapla.collation.answering import Answers, answers, strengths
from hexapla.collation.evidence import Matrix, Side, same_words, side
from hexapla.collation.likelihood import Chances

WEIGHTS = Path(__file__).parent / "data" / "weights.toml"
# Log-odds beyond this are as good as certain; clipping keeps one pair from deciding all.
CERTAIN = 8.0
# Evidence of all words together beyond this says no more. Chosen, not swept: true pairs of ntrex-dev seldom reach it.
ENOUGH = 40.0
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


class Odds(NamedTuple):
    """Log-odds of all pairs of passages, shape (n, m): each by itself, and by what is common among them."""

    alone: Matrix
    among: Matrix


class Told(NamedTuple):
    """What the words of each passage say for each pair, in log-odds: all of them, and those without an
    answer alone (never for it); shape (n, m) each. ``words`` is how many words a passage has, shape (n,).
    """

    whole: Matrix
    unanswered: Matrix
    words: Matrix

    @property
    def turned(self) -> Told:
        return Told(self.whole.T, self.unanswered.T, self.words)


@cache
def weights(model: str) -> npt.NDArray[np.float32]:
    """The weights of a model, constant first."""
    with WEIGHTS.open("rb") as file:
        return np.array(tomllib.load(file)[model]["weights"], dtype=np.float32)


def sigmoid(x: Matrix) -> Matrix:
    return np.asarray(1.0 / (1.0 + np.exp(-x)), dtype=np.float32)


def told(a: Side, answer: Matrix) -> Told:
    """What a's words say of each pair by themselves; ``answer`` from ``strengths``."""
    return _told(a, answer, a.chances)[0]


def told_among(a: Side, answer: Matrix) -> tuple[Told, Told]:
    """The same, and what they say by what is common among the passages."""
    alone, among = _told(a, answer, a.chances, a.chances.among(answer))
    return alone, among


def _told(a: Side, answer: Matrix, *every: Chances) -> list[Told]:
    """What the words say by each of several chances."""
    found = [chances.evidence() for chances in every]
    # One look-up of the answers serves all sums: what an answer adds, and what it takes from the unanswered.
    sums = np.array([row for on, off in found for row in (on - off, -off)], dtype=np.float32)
    off = np.array([off for _, off in found], dtype=np.float32)
    rows, columns = len(a.passages), answer.shape[1]
    out = np.empty((len(sums), rows, columns), dtype=np.float32)
    for n, row in enumerate(a.weighed_rows):
        lacking = np.repeat(off[:, row.words].sum(1), 2)
        out[:, n] = sums[:, row.words] @ answer[row.words] + lacking[:, None]
    words = np.array([len(row.words) for row in a.weighed_rows], dtype=np.float32)
    return [Told(out[2 * n], out[2 * n + 1], words) for n in range(len(found))]


def pair_features(a: Told, b: Told) -> Matrix:
    """Features of pairs, shape (n, m, 5): 1, the evidence of all words, of a word of the passage that
    says more for the pair and of the other, and of words without an answer. ``b`` is turned.
    """
    return np.stack([np.ones_like(a.whole), *_pair_measures(a, b)], axis=-1)


def _pair_measures(a: Told, b: Told) -> Iterator[Matrix]:
    """The features but the first, one after the other."""
    words_a, words_b = a.words[:, None], b.words[None, :]
    yield np.clip(a.whole + b.whole, -ENOUGH, ENOUGH)
    each_a, each_b = a.whole / (words_a + 2), b.whole / (words_b + 2)
    yield np.maximum(each_a, each_b)
    yield np.minimum(each_a, each_b)
    yield (a.unanswered + b.unanswered) / np.sqrt(np.maximum(words_a + words_b, 1))


def _logodds(a: Told, b: Told, model: str) -> Matrix:
    """The pair model's log-odds. Measures are added as they come: thousands of passages would fill gigabytes."""
    constant, *others = weights(model)
    found = np.full_like(a.whole, constant)
    for weight, measure in zip(others, _pair_measures(a, b), strict=True):
        found += weight * measure
    return np.clip(found, -CERTAIN, CERTAIN, out=found)


def context_features(both: Odds) -> Matrix:
    """Features of each pair among all pairs, shape (n, m, 14): its odds among them, how it stands to its
    rivals, how its neighbours answer each other, what crosses it, and its odds by itself.
    """
    odds = both.among
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
            both.alone,
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


def context_logodds(odds: Odds) -> Matrix:
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
    found = answers(a, b)
    mine, theirs = told(a, strengths(a, b, found)), told(b, strengths(b, a, found.back))
    return sigmoid(_same(a, b, _logodds(mine, theirs.turned, "pair")))


def side_odds(a: Side, b: Side, found: Answers) -> Odds:
    """The log-odds for all passages of two sides."""
    return odds(a, b, strengths(a, b, found), strengths(b, a, found.back))


def odds(a: Side, b: Side, from_a: Matrix, from_b: Matrix) -> Odds:
    """The same from how well each side's words are answered by the other's passages (``strengths``)."""
    (mine, mine_among), (theirs, theirs_among) = told_among(a, from_a), told_among(b, from_b)
    return Odds(
        _same(a, b, _logodds(mine, theirs.turned, "pair")),
        _same(a, b, _logodds(mine_among, theirs_among.turned, "among")),
    )


def _same(a: Side, b: Side, found: Matrix) -> Matrix:
    """Passages that are the same word for word are the same for certain."""
    for i, j in same_words(a, b):
        found[i, j] = CERTAIN
    return found
