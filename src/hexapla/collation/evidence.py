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

from hexapla.collation.items import FIGURES, Item, read_items
from hexapla.collation.likelihood import Chances, chances
from hexapla.lang import load
from hexapla.lexicon.compiled import Senses
from hexapla.lexicon.matching import lexicon
from hexapla.marks.calendar import same_date
from hexapla.names.comparing import compare_names_batch
from hexapla.names.skeleton import likeness, skeleton

Matrix = npt.NDArray[np.float32]

# Members of one word family (decide, decision) answer each other nearly as well as a word itself.
FAMILY = 0.8
# Passages kept as read.
KEPT = 4096
# Below this a likeness of spelling is chance.
ALIKE = 0.72
# Names less alike than this are not compared as names; what two names must reach to be one.
ROUGHLY, SAME_NAME = 0.45, 0.6
# Syllables of a script that spells foreign names roughly are less alike. Tried once: links of the gold stories
# rise (F1 .989 to .991, omissions .815 to .853), those of ntrex-dev stay.
ROUGHLY_SPELT = 0.3


class Row(NamedTuple):
    """Words of a vocabulary, by number, and their weights."""

    words: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float32]


def _row(pairs: Sequence[tuple[int, float]]) -> Row:
    words_, weights = zip(*pairs, strict=True) if pairs else ((), ())
    return Row(np.array(words_, dtype=np.int32), np.array(weights, dtype=np.float32))


@dataclass(frozen=True)
class Side:
    """The passages of one side: their items and the vocabulary they make."""

    language: str
    passages: tuple[tuple[Item, ...], ...]
    spelled: tuple[str, ...]
    """Each passage's words as they stand, folded: what is the same word for word answers for sure."""

    @cached_property
    def vocabulary(self) -> tuple[Item, ...]:
        seen: dict[tuple[str, str, Senses], Item] = {}
        for passage in self.passages:
            for item in passage:
                seen.setdefault(item.key, item)
        return tuple(seen.values())

    @cached_property
    def number(self) -> dict[tuple[str, str, Senses], int]:
        return {item.key: n for n, item in enumerate(self.vocabulary)}

    @cached_property
    def rows(self) -> tuple[tuple[tuple[int, float], ...], ...]:
        """Each passage as (vocabulary number, weight), a word once."""
        number = self.number
        return tuple(tuple({number[i.key]: i.weight for i in passage}.items()) for passage in self.passages)

    @cached_property
    def places(self) -> tuple[npt.NDArray[np.int32], ...]:
        """For each word of the vocabulary, the passages that have it."""
        found: list[list[int]] = [[] for _ in self.vocabulary]
        for n, row in enumerate(self.rows):
            for word, _ in row:
                found[word].append(n)
        return tuple(np.array(x, dtype=np.int32) for x in found)

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
        whole.__dict__["vocabulary"] = self.vocabulary
        whole.__dict__["number"] = self.number
        whole.__dict__["chances"] = self.chances
        return whole

    @cached_property
    def weighed_rows(self) -> tuple[Row, ...]:
        """Each passage's row as arrays."""
        return tuple(_row(row) for row in self.rows)

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


def answers(a: Side, b: Side) -> list[list[tuple[int, float]]]:
    """For each word of a's vocabulary the words of b's that answer it, with how well (0..1)."""
    found: list[dict[int, float]] = [{} for _ in a.vocabulary]
    _by_meaning(a, b, found)
    _by_form(a, b, found)
    _by_likeness(a, b, found)
    return [sorted(some.items()) for some in found]


class _Senses(NamedTuple):
    """The meanings of a vocabulary in the order of their word families."""

    word: npt.NDArray[np.int32]
    concept: npt.NDArray[np.int32]
    family: npt.NDArray[np.int32]
    weight: npt.NDArray[np.float32]


def _senses(vocabulary: Sequence[Item], family: npt.NDArray[np.int32]) -> _Senses:
    flat = [(n, concept, weight) for n, item in enumerate(vocabulary) for concept, weight in item.senses]
    numbers = np.array([(n, concept) for n, concept, _ in flat], dtype=np.int32).reshape(-1, 2)
    weights = np.array([weight for _, _, weight in flat], dtype=np.float32)
    families = family[numbers[:, 1]]
    order = np.argsort(families, kind="stable")
    return _Senses(numbers[order, 0], numbers[order, 1], families[order], weights[order])


def _by_meaning(a: Side, b: Side, found: list[dict[int, float]]) -> None:
    """Every meaning of a's words joined with those of b's in its family, the best of each two words kept."""
    families = lexicon().families
    mine, theirs = _senses(a.vocabulary, families), _senses(b.vocabulary, families)
    first = np.searchsorted(theirs.family, mine.family, "left")
    counts = np.searchsorted(theirs.family, mine.family, "right") - first
    one = np.repeat(np.arange(len(mine.word)), counts)
    other = np.arange(len(one)) - np.repeat(np.cumsum(counts) - counts, counts) + np.repeat(first, counts)
    same = mine.concept[one] == theirs.concept[other]
    strength = np.minimum(mine.weight[one], theirs.weight[other] * np.where(same, 1.0, FAMILY))
    for word, answer, value in sorted(
        zip(mine.word[one].tolist(), theirs.word[other].tolist(), strength.tolist(), strict=True)
    ):
        # In order: the last, greatest strength of two words stands.
        found[word][answer] = value


def _by_form(a: Side, b: Side, found: list[dict[int, float]]) -> None:
    """The same number or date, or the same word written the same way."""
    where: dict[tuple[str, str], list[int]] = {}
    b_dates = []
    for n, item in enumerate(b.vocabulary):
        where.setdefault(_spelling(item), []).append(n)
        if item.kind == "date":
            b_dates.append(n)
    for n, item in enumerate(a.vocabulary):
        for other in where.get(_spelling(item), ()):
            found[n][other] = 1.0
        if item.kind == "date":
            for other in b_dates:
                if same_date(item.form, b.vocabulary[other].form):
                    found[n][other] = 1.0


def _spelling(item: Item) -> tuple[str, str]:
    return (item.kind if item.kind in FIGURES else "word"), item.form


def _by_likeness(a: Side, b: Side, found: list[dict[int, float]]) -> None:
    """Names and cognates, compared within blocks of the first consonant class.

    Two names are judged as names are; other words by their likeness alone.
    """
    names: list[tuple[int, int]] = []
    spaced = load(a.language).spaced and load(b.language).spaced
    least = ROUGHLY if spaced else ROUGHLY_SPELT
    for block_a, block_b in _blocks(a, b):
        scores = likeness([a.vocabulary[n].form for n in block_a], [b.vocabulary[n].form for n in block_b])
        for i, j in zip(*np.nonzero(scores >= least), strict=True):
            n, other, score = block_a[i], block_b[j], float(scores[i, j])
            one, two = a.vocabulary[n], b.vocabulary[other]
            if one.named and two.named:
                names.append((n, other))
            elif score < ROUGHLY:
                continue
            # Where both words have meanings and share none, a likeness is a false friend.
            score *= 0.6 if one.kind == two.kind == "concept" else 1.0
            if score > max(ALIKE, found[n].get(other, 0.0)):
                found[n][other] = score
    rows = [(a.vocabulary[n].form, a.language, b.vocabulary[m].form, b.language) for n, m in names]
    for (n, other), score in zip(names, compare_names_batch(rows), strict=True):
        if score > max(SAME_NAME, found[n].get(other, 0.0)):
            found[n][other] = score


def _blocks(a: Side, b: Side) -> Iterable[tuple[list[int], list[int]]]:
    groups: list[dict[str, list[int]]] = []
    for one in (a, b):
        group: dict[str, list[int]] = {}
        for n, item in enumerate(one.vocabulary):
            if item.kind not in FIGURES and " " not in item.form:
                bones = skeleton(item.form)
                if len(bones) >= (1 if item.named else 2):
                    # Scripts that have no r write l for it.
                    group.setdefault(bones[0].replace("r", "l"), []).append(n)
        groups.append(group)
    return [(groups[0][key], groups[1][key]) for key in sorted(groups[0].keys() & groups[1].keys())]


def strengths(a: Side, b: Side, matches: list[list[tuple[int, float]]]) -> Matrix:
    """How well each of b's passages answers each word of a's vocabulary, shape (words, len(b))."""
    answer = np.zeros((len(a.vocabulary), len(b.passages)), dtype=np.float32)
    for row, some in zip(answer, matches, strict=True):
        if len(some) == 1:
            row[b.places[some[0][0]]] = some[0][1]
        else:
            for other, strength in sorted(some, key=_strength):
                row[b.places[other]] = strength
    return answer


def _strength(match: tuple[int, float]) -> float:
    return match[1]


def weighed(a: Side, answer: Matrix) -> Matrix:
    """Weight of each of a's passages that is answered, by ``strengths``: shape (len(a), columns)."""
    out = np.zeros((len(a.passages), answer.shape[1]), dtype=np.float32)
    for n, (words_, weights) in enumerate(a.weighed_rows):
        if len(words_):
            out[n] = weights @ answer[words_]
    return out


def transposed(matches: list[list[tuple[int, float]]], size: int) -> list[list[tuple[int, float]]]:
    """The same answers seen from the other side."""
    out: list[list[tuple[int, float]]] = [[] for _ in range(size)]
    for n, some in enumerate(matches):
        for other, strength in some:
            out[other].append((n, strength))
    return out
