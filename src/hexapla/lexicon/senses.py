"""What a match of words with the lexicon is, and how the senses of alternatives go together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hexapla.lexicon.compiled import Senses

# A term's parts still say something when the other language writes it with other parts.
PART = 0.5


class Match(NamedTuple):
    """A stretch of words and what it may mean.

    ``first`` and ``last`` are indices into the words given, ``last`` exclusive; ``start``
    and ``end`` code points of the text. ``senses`` is empty for a word that no row knows;
    ``zipf`` is its commonness in its language.
    """

    first: int
    last: int
    start: int
    end: int
    form: str
    senses: Senses
    zipf: float
    capital: bool
    kin: bool = False
    """Whether the meanings are only those of a word with the same beginning."""


def merge_senses(several: Sequence[Senses]) -> Senses:
    """Senses of alternatives together: each meaning with its greatest weight."""
    if len(several) == 1:
        return several[0]
    total: dict[int, float] = {}
    for senses in several:
        for concept, weight in senses:
            if weight > total.get(concept, 0.0):
                total[concept] = weight
    return tuple(sorted(total.items()))


def parts(several: Iterable[Senses]) -> list[Senses]:
    """The senses of the words inside a term, at what they count there."""
    return [tuple((concept, weight * PART) for concept, weight in some) for some in several]
