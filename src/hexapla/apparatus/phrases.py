"""Phrases and telling qualifiers that one witness carries and another lacks.

Inside a clause that is answered, a run of words may have no answer anywhere near: a list's
last members, an apposition, a qualifier before its noun. Most unanswered runs are only words
that the lexicon lacks or that a translator put otherwise; so a phrase is told only where
the words around it are answered, and none of its own are anywhere in the other witness.
"""

from __future__ import annotations

from collections.abc import Sequence

from hexapla.apparatus.absence import Coverage
from hexapla.witness.model import Span


def phrases(cover: Coverage, told: Sequence[Span]) -> list[tuple[Span, float, float]]:
    """``(span, confidence, weight)`` of lacking phrases outside the clauses already told."""
    return []
