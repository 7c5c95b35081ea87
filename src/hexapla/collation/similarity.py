"""What an engine of similarity must offer, and the engine that the package ships.

Another engine (a neural one, say) is any object with ``name``, ``version`` and ``score``.
It may stand in wherever sentences are linked (:func:`link_scored`); the apparatus reads
words, and so always rests on the lexical engine's reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import Protocol

import numpy as np

from hexapla.collation.evidence import Matrix
from hexapla.collation.linking import Bead, competitive, paired
from hexapla.collation.scoring import CERTAIN, Odds, context_logodds, sigmoid, similarity


class Similarity(Protocol):
    """An engine that says how likely two texts say the same."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    def score(
        self, texts_a: Sequence[str], language_a: str, texts_b: Sequence[str], language_b: str
    ) -> Matrix:
        """Scores 0..1, shape (len(texts_a), len(texts_b)), each pair judged by itself."""


class Lexical:
    """The engine that the package ships: meanings, names, numbers and dates in common."""

    name = "lexical"

    @property
    def version(self) -> str:
        return version("hexapla")

    def score(
        self, texts_a: Sequence[str], language_a: str, texts_b: Sequence[str], language_b: str
    ) -> Matrix:
        return similarity(texts_a, language_a, texts_b, language_b)


def link_scored(scores: Matrix) -> list[Bead]:
    """The beads of a matrix of any engine's scores: best pairs first, with their neighbours' support."""
    if not scores.size:
        return []
    safe = np.clip(scores, 1e-6, 1 - 1e-6)
    odds = np.clip(np.log(safe / (1 - safe)), -CERTAIN, CERTAIN).astype(np.float32)
    chance = sigmoid(context_logodds(Odds(odds, odds)))
    return paired({pair: float(chance[pair]) for pair in competitive(chance)})
