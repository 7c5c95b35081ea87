"""Whether a free passage belongs to its neighbour's link: one passage here, two there.

The measures compare the link with and without it: does the target answer it, does it
answer what the neighbour left unanswered in the target, do the sizes fit better with it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hexapla.collation.answering import Answers
from hexapla.collation.evidence import Matrix, Side


@dataclass(frozen=True)
class Joining:
    """Measures for joining passages of ``a`` to a link with ``b``."""

    odds: Matrix
    context: Matrix
    a: Side
    b: Side
    matches: Answers

    @cached_property
    def _usual_size(self) -> float:
        """Log ratio of the sides' weights over all, the best guess without knowing the links."""
        _rows, _columns = self.odds.shape
        best = self.odds.argmax(1)
        seen = [
            math.log((self.a.totals[i] + 1) / (self.b.totals[j] + 1))
            for i, j in enumerate(best)
            if self.odds[i, j] > 1
        ]
        return float(np.median(seen)) if len(seen) >= 5 else 0.0

    def _answered(self, column: int, rows: tuple[int, ...]) -> float:
        """Share of a passage of b that passages of a answer together."""
        present = {word for row in rows for word, _ in self.a.rows[row]}
        total = sum(
            weight * max((s for o, s in self.matches.back[word] if o in present), default=0.0)
            for word, weight in self.b.rows[column]
        )
        return float(total / (self.b.totals[column] + 0.5))

    def _share(self, row: int, column: int) -> float:
        """Share of a passage of a that a passage of b answers."""
        present = {word for word, _ in self.b.rows[column]}
        total = sum(
            weight * max((s for o, s in self.matches[word] if o in present), default=0.0)
            for word, weight in self.a.rows[row]
        )
        return float(total / (self.a.totals[row] + 0.5))

    def _misfit(self, rows: tuple[int, ...], column: int) -> float:
        mine = float(sum(self.a.totals[row] for row in rows))
        return abs(math.log((mine + 1) / (self.b.totals[column] + 1)) - self._usual_size)

    def features(self, row: int, near: int, column: int) -> tuple[float, ...]:
        """1, share of it answered, gain in the target, gain in fit, its odds here and its best elsewhere,
        its weight, whether it stands beside the linked one.
        """
        gain = self._answered(column, (near, row)) - self._answered(column, (near,))
        fit = self._misfit((near,), column) - self._misfit((near, row), column)
        elsewhere = np.delete(self.odds[row], column)
        return (
            1.0,
            self._share(row, column),
            gain,
            fit,
            float(self.odds[row, column]),
            float(self.context[row, column]),
            float(elsewhere.max(initial=-8.0)),
            math.log1p(float(self.a.totals[row])),
            float(abs(row - near) == 1),
        )
