"""Simpler ways to the same tasks, as a reasonable person would write them in an afternoon."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
Beads = list[tuple[list[int], list[int]]]
# Buckets that character trigrams are hashed into.
BUCKETS = 1 << 14


def gale_church(a: Sequence[str], b: Sequence[str]) -> Beads:
    """Sentence lengths only, by the dynamic programme of Gale & Church (1993) as NLTK has it."""
    from nltk.translate import gale_church as method

    method.MAX_ALIGN_BLOCKS = max(len(a), len(b)) + 1
    pairs = method.align_blocks([len(x) for x in a], [len(x) for x in b])
    return [([i], [j]) for i, j in pairs]


def _latin(texts: Sequence[str]) -> list[str]:
    from anyascii import anyascii

    return [anyascii(text).lower() for text in texts]


def letters(a: Sequence[str], b: Sequence[str]) -> Matrix:
    """Likeness of the romanised texts as strings (anyascii, rapidfuzz)."""
    from rapidfuzz import fuzz
    from rapidfuzz.process import cdist

    found = cdist(_latin(a), _latin(b), scorer=fuzz.ratio, dtype=np.float32)
    return np.asarray(found / 100, dtype=np.float32)


def trigrams(a: Sequence[str], b: Sequence[str]) -> Matrix:
    """Cosine of counts of character trigrams of the romanised texts, weighted by rarity."""
    one, other = _counts(_latin(a)), _counts(_latin(b))
    rarity = np.log(1 + (len(a) + len(b)) / (1 + (one > 0).sum(0) + (other > 0).sum(0)))
    return np.asarray(_unit(one * rarity) @ _unit(other * rarity).T, dtype=np.float32)


def _counts(texts: Sequence[str]) -> Matrix:
    found = np.zeros((len(texts), BUCKETS), dtype=np.float32)
    for n, text in enumerate(texts):
        for k in range(len(text) - 2):
            found[n, _bucket(text[k : k + 3])] += 1
    return found


def _bucket(gram: str) -> int:
    """A bucket that is the same in every process, unlike ``hash``."""
    return (ord(gram[0]) * 31 * 31 + ord(gram[1]) * 31 + ord(gram[2])) % BUCKETS


def _unit(counts: Matrix) -> Matrix:
    length = np.maximum(np.linalg.norm(counts, axis=1, keepdims=True), 1e-9)
    return np.asarray(counts / length, dtype=np.float32)


def best_of_two(likeness: Matrix) -> Beads:
    """Pairs that are each other's best."""
    there, back = likeness.argmax(1), likeness.argmax(0)
    return [([i], [int(j)]) for i, j in enumerate(there) if back[j] == i]
