"""Expectation maximisation of unit pairs: which letters of one script answer which of another.

The memoryless transducer of Ristad & Yianilos (1998) with the many-to-many units of Jiampojamarn,
Kondrak & Sherif (2007). Longer units are held back by a discount, or they would spell whole words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Unit = tuple[str, str]
STEPS = ((0, 1), (1, 0), (1, 1), (1, 2), (1, 3), (2, 1), (2, 2))
SQUARE = ((0, 1), (1, 0), (1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))
# Counts taken off a unit for each letter beyond one and one. Swept .3-2 on single parts of names-dev.
DISCOUNT = 0.5
# Share of the mass kept for single letters answering at random. Swept .0003-.03.
CHANCE = 0.001
# Log-odds with which learning begins for units romanised alike.
HEAD_START = 3.0
ROUNDS = 6
AT_ONCE = 2000


@cache
def romanised(unit: str) -> str:
    from anyascii import anyascii

    return str(anyascii(unit)).lower()


@cache
def consonants(unit: str) -> str:
    return re.sub("[aeiouyh]", "", romanised(unit))


@dataclass
class Block:
    """Words of like length, with the units between every two places of the lattice."""

    lengths: tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]
    weights: Array
    units: dict[tuple[int, int, int], npt.NDArray[np.int32]]


class Learner:
    """Unit pairs and their probabilities, learned from weighted pairs of words."""

    def __init__(self, pairs: Mapping[Unit, float], steps: tuple[tuple[int, int], ...] = STEPS) -> None:
        self.steps = steps
        self.numbers: dict[Unit, int] = {}
        ordered = sorted(pairs.items(), key=lambda item: (len(item[0][0]), len(item[0][1]), item[0]))
        self.blocks = [self._block(ordered[at : at + AT_ONCE]) for at in range(0, len(ordered), AT_ONCE)]
        self._begin(ordered)

    def _block(self, part: list[tuple[Unit, float]]) -> Block:
        units: dict[tuple[int, int, int], npt.NDArray[np.int32]] = {}
        for n, ((a, b), _) in enumerate(part):
            for i in range(len(a) + 1):
                for j in range(len(b) + 1):
                    for s, (k, m) in enumerate(self.steps):
                        if i >= k and j >= m:
                            number = self.numbers.setdefault((a[i - k : i], b[j - m : j]), len(self.numbers))
                            units.setdefault((i, j, s), np.full(len(part), -1, np.int32))[n] = number
        lengths = np.array([len(a) for (a, _), _ in part]), np.array([len(b) for (_, b), _ in part])
        return Block(lengths, np.array([w for _, w in part], dtype=float), units)

    def _begin(self, ordered: list[tuple[Unit, float]]) -> None:
        seen_a, seen_b = Counter[str](), Counter[str]()
        for (a, b), weight in ordered:
            for seen, word in ((seen_a, a), (seen_b, b)):
                for letter in word:
                    seen[letter] += weight  # type: ignore[assignment]
        if self.steps == SQUARE:
            seen_a = seen_b = seen_a + seen_b
        logs = [
            {letter: math.log((n + 0.5) / (sum(seen.values()) + 50)) for letter, n in seen.items()}
            for seen in (seen_a, seen_b)
        ]
        self.size = np.array([len(u) + len(v) for u, v in self.numbers])
        self.base = np.array(
            [sum(logs[0][c] for c in u) + sum(logs[1][c] for c in v) for u, v in self.numbers]
        )
        alike = [
            (consonants(u) == consonants(v)) + (romanised(u) == romanised(v)) if u and v else 0
            for u, v in self.numbers
        ]
        start = np.exp(self.base - (self.size - 1) + HEAD_START * np.array(alike))
        self.chance = np.append(start / start.sum(), 0.0)
        single = np.array([len(u) < 2 and len(v) < 2 for u, v in self.numbers])
        ground = np.where(single, np.exp(self.base), 0.0)
        self.ground = np.append(ground / ground.sum(), 0.0)

    def learn(self, rounds: int = ROUNDS) -> dict[Unit, float]:
        """Unit pair → logarithm of how much more often than by chance."""
        for _ in range(rounds):
            counts = np.zeros_like(self.chance)
            for block in self.blocks:
                counts += self._expected(block)
            counts[-1] = 0
            held_back = np.append(DISCOUNT * np.maximum(self.size - 2, 0), 0.0)
            kept = np.maximum(counts - held_back, 0) + CHANCE * counts.sum() * self.ground
            self.chance = kept / kept.sum()
        return {
            unit: math.log(self.chance[n]) - self.base[n]
            for unit, n in self.numbers.items()
            if self.chance[n] > 1e-12
        }

    def _expected(self, block: Block) -> Array:
        rows, columns, count = block.lengths[0].max() + 1, block.lengths[1].max() + 1, len(block.weights)
        forward = np.zeros((rows, columns, count))
        forward[0, 0] = 1
        cells = [(i, j, s) for i in range(rows) for j in range(columns) for s in range(len(self.steps))]
        for i, j, s in cells:
            if (i, j, s) in block.units:
                k, m = self.steps[s]
                forward[i, j] += forward[i - k, j - m] * self.chance[block.units[i, j, s]]
        ends = (*block.lengths, np.arange(count))
        backward = np.zeros_like(forward)
        backward[ends] = block.weights / np.maximum(forward[ends], 1e-300)
        numbers, shares = [], []
        for i, j, s in reversed(cells):
            if (i, j, s) in block.units:
                k, m = self.steps[s]
                flow = backward[i, j] * self.chance[block.units[i, j, s]]
                backward[i - k, j - m] += flow
                numbers.append(block.units[i, j, s])
                shares.append(flow * forward[i - k, j - m])
        total = len(self.chance)
        counts = np.bincount(np.concatenate(numbers) % total, np.concatenate(shares), minlength=total)
        return np.asarray(counts, dtype=float)
