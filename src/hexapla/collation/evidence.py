"""What two sets of passages have in common, word by word.

Each passage is read once into items (meanings, names, numbers); the items of one side are
matched with those of the other as vocabularies; then, for every pair of passages, the
weight of one side's items that the other side answers is summed. Nothing is learned from
the pair's neighbours here: each pair is judged by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hexapla.collation.items import Item, Key, read_items
from hexapla.collation.likelihood import Chances, chances

Matrix = npt.NDArray[np.float32]
Row = tuple[tuple[int, float], ...]
"""A passage as (vocabulary number, weight), a word once."""

# Passages kept as read.
KEPT = 4096


class Weighed(NamedTuple):
    """Words of a vocabulary, by number, and their weights."""

    words: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float32]


def _weighed(row: Row) -> Weighed:
    words_, weights = zip(*row, strict=True) if row else ((), ())
    return Weighed(np.array(words_, dtype=np.int32), np.array(weights, dtype=np.float32))


class _Numbered(NamedTuple):
    """The words of passages, each by its number."""

    vocabulary: tuple[Item, ...]
    number: dict[Key, int]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Side:
    """The passages of one side: their items and the vocabulary they make."""

    language: str
    passages: tuple[tuple[Item, ...], ...]
    spelled: tuple[str, ...]
    """Each passage's words as they stand, folded: what is the same word for word answers for sure."""

    @cached_property
    def _numbered(self) -> _Numbered:
        number: dict[Key, int] = {}
        vocabulary: list[Item] = []
        rows = []
        for passage in self.passages:
            row: dict[int, float] = {}
            for item in passage:
                key = item.key
                n = number.get(key)
                if n is None:
                    n = number[key] = len(vocabulary)
                    vocabulary.append(item)
                row[n] = item.weight
            rows.append(tuple(row.items()))
        return _Numbered(tuple(vocabulary), number, tuple(rows))

    @property
    def vocabulary(self) -> tuple[Item, ...]:
        return self._numbered.vocabulary

    @property
    def number(self) -> dict[Key, int]:
        return self._numbered.number

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._numbered.rows

    @cached_property
    def places(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """The passages that have each word of the vocabulary, word after word, and where each word's begin."""
        flat = np.array([word for row in self.rows for word, _ in row], dtype=np.int64)
        passage = np.repeat(np.arange(len(self.rows)), [len(row) for row in self.rows])
        counts = np.bincount(flat, minlength=len(self.vocabulary))
        return passage[np.argsort(flat, kind="stable")], np.concatenate([[0], np.cumsum(counts)])

    def merged(self, groups: Sequence[Sequence[int]]) -> Side:
        """The same vocabulary over longer passages: each group of passages as one.

        Word numbers stay those of this side, so that answers found once serve both.
        """
        whole = Side(
            self.language,
            tuple(tuple(i for n in group for i in self.passages[n]) for group in groups),
            tuple(" ".join(self.spelled[n] for n in group) for group in groups),
        )
        # A cached property lives in the instance's dict; the frozen dataclass does not mind.
        rows = (tuple({word: w for n in group for word, w in self.rows[n]}.items()) for group in groups)
        whole.__dict__["_numbered"] = self._numbered._replace(rows=tuple(rows))
        whole.__dict__["chances"] = self.chances
        return whole

    @cached_property
    def weighed_rows(self) -> tuple[Weighed, ...]:
        """Each passage's row as arrays."""
        return tuple(_weighed(row) for row in self.rows)

    @cached_property
    def totals(self) -> npt.NDArray[np.float32]:
        """Weight of each passage."""
        return np.array([float(row.weights.sum()) for row in self.weighed_rows], dtype=np.float32)

    @cached_property
    def chances(self) -> Chances:
        """How likely each word of the vocabulary is answered, by what says the same and by anything."""
        return chances(self.vocabulary)


def side(texts: Iterable[str], language: str) -> Side:
    """The passages of one side, read."""
    some = list(texts)
    return Side(
        language,
        tuple(_items_of(text, language) for text in some),
        tuple(spelling(text) for text in some),
    )


@lru_cache(maxsize=KEPT)
def _items_of(text: str, language: str) -> tuple[Item, ...]:
    """A passage by itself: batches hold one text against several, and read it once."""
    return read_items(text, language)


def spelling(text: str) -> str:
    """A passage as it stands but for case and white space."""
    return " ".join(text.casefold().split())


def same_words(a: Side, b: Side) -> list[tuple[int, int]]:
    """Pairs of passages that are the same word for word."""
    where: dict[str, list[int]] = {}
    for n, words_of_b in enumerate(b.spelled):
        where.setdefault(words_of_b, []).append(n)
    return [(n, m) for n, words_of_a in enumerate(a.spelled) if words_of_a for m in where.get(words_of_a, ())]


def weighed(a: Side, answer: Matrix) -> Matrix:
    """Weight of each of a's passages that is answered, by ``strengths``: shape (len(a), columns)."""
    out = np.zeros((len(a.passages), answer.shape[1]), dtype=np.float32)
    for n, (words_, weights) in enumerate(a.weighed_rows):
        if len(words_):
            out[n] = weights @ answer[words_]
    return out
