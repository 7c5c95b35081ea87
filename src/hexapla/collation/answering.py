"""Which words of one side answer those of the other: by what they mean, by how they are written, by how they sound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hexapla.collation.evidence import Matrix, Side
from hexapla.collation.items import FIGURES, Item
from hexapla.lang import load
from hexapla.lexicon.matching import lexicon
from hexapla.marks.calendar import same_date
from hexapla.names.comparing import compare_names_batch
from hexapla.names.skeleton import likeness, skeleton

# Members of one word family (decide, decision) answer each other nearly as well as a word itself.
FAMILY = 0.8
# Below this a likeness of spelling is chance.
ALIKE = 0.72
# Names less alike than this are not compared as names; what two names must reach to be one.
ROUGHLY, SAME_NAME = 0.45, 0.6
# Syllables of a script that spells foreign names roughly are less alike. Tried once: links of the gold stories
# rise (F1 .989 to .991, omissions .815 to .853), those of ntrex-dev stay.
ROUGHLY_SPELT = 0.3
# Where both words have meanings and share none, a likeness is a false friend.
FALSE_FRIEND = 0.6

Numbers = npt.NDArray[np.int64]


class Triples(NamedTuple):
    """A word of one vocabulary, a word of the other that answers it, and how well (0..1), for each pair that does."""

    word: Numbers
    other: Numbers
    strength: npt.NDArray[np.float64]


@dataclass(frozen=True)
class Answers:
    """The words of a vocabulary of ``size[0]`` with those of one of ``size[1]`` that answer them.

    ``answers[n]`` lists ``(other word, how well)`` for word ``n``, in the order of the others.
    """

    size: tuple[int, int]
    triples: Triples
    """In the order of the words, then of the others; each pair once."""

    def __getitem__(self, word: int) -> list[tuple[int, float]]:
        return self._rows[word]

    @cached_property
    def _rows(self) -> list[list[tuple[int, float]]]:
        word, other, strength = self.triples
        pairs = list(zip(other.tolist(), strength.tolist(), strict=True))
        cuts = np.searchsorted(word, np.arange(self.size[0] + 1)).tolist()
        return [pairs[start:end] for start, end in pairwise(cuts)]

    @cached_property
    def best(self) -> npt.NDArray[np.float64]:
        """How well each word is answered by any."""
        best = np.zeros(self.size[0])
        np.maximum.at(best, self.triples.word, self.triples.strength)
        return best

    @cached_property
    def back(self) -> Answers:
        """The same answers seen from the other side."""
        word, other, strength = self.triples
        order = np.lexsort((word, other))
        return Answers(self.size[::-1], Triples(other[order], word[order], strength[order]))


def answers(a: Side, b: Side) -> Answers:
    """For each word of a's vocabulary the words of b's that answer it, each as well as the best reason says."""
    found = [*_by_meaning(a, b), *_by_form(a, b), *_by_likeness(a, b)]
    word, other, strength = (np.concatenate(parts) for parts in zip(*found, strict=True))
    columns = len(b.vocabulary)
    key = word * columns + other
    order = np.lexsort((strength, key))
    # The last of each pair is its best.
    last = np.append(np.diff(key[order]) > 0, True)[: len(order)]
    kept = order[last]
    return Answers((len(a.vocabulary), columns), Triples(word[kept], other[kept], strength[kept]))


def strengths(a: Side, b: Side, found: Answers) -> Matrix:
    """How well each of b's passages answers each word of a's vocabulary, shape (words, len(b))."""
    passages = len(b.passages)
    answer = np.zeros((len(a.vocabulary), passages), dtype=np.float32)
    word, other, strength = found.triples
    where, cuts = b.places
    first, counts = cuts[other], cuts[other + 1] - cuts[other]
    place = where[_ranges(first, counts)]
    np.maximum.at(
        answer.reshape(-1),
        np.repeat(word, counts) * passages + place,
        np.repeat(strength.astype(np.float32), counts),
    )
    return answer


def _ranges(first: Numbers, counts: Numbers) -> Numbers:
    """``first[0], first[0] + 1, …`` for each range, one after the other."""
    ends = np.cumsum(counts)
    return np.asarray(np.arange(ends[-1] if len(ends) else 0) + np.repeat(first - ends + counts, counts))


class _Senses(NamedTuple):
    """The meanings of a vocabulary in the order of their word families."""

    word: Numbers
    concept: Numbers
    family: npt.NDArray[np.int32]
    weight: npt.NDArray[np.float32]


def _senses(vocabulary: Sequence[Item], family: npt.NDArray[np.int32]) -> _Senses:
    flat = [sense for item in vocabulary for sense in item.senses]
    word = np.repeat(np.arange(len(vocabulary)), [len(item.senses) for item in vocabulary])
    concepts = np.array([concept for concept, _ in flat], dtype=np.int64)
    weights = np.array([weight for _, weight in flat], dtype=np.float32)
    families = family[concepts]
    order = np.argsort(families, kind="stable")
    return _Senses(word[order], concepts[order], families[order], weights[order])


def _by_meaning(a: Side, b: Side) -> Iterable[Triples]:
    """Every meaning of a's words joined with those of b's in its family."""
    families = lexicon().families
    mine, theirs = _senses(a.vocabulary, families), _senses(b.vocabulary, families)
    first = np.searchsorted(theirs.family, mine.family, "left")
    counts = np.searchsorted(theirs.family, mine.family, "right") - first
    one, other = np.repeat(np.arange(len(mine.word)), counts), _ranges(first, counts)
    same = mine.concept[one] == theirs.concept[other]
    strength = np.minimum(mine.weight[one], theirs.weight[other] * np.where(same, 1.0, FAMILY))
    yield Triples(mine.word[one], theirs.word[other], strength)


def _triples(pairs: Sequence[tuple[int, int]], strength: Sequence[float]) -> Triples:
    numbers = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Triples(numbers[:, 0], numbers[:, 1], np.array(strength, dtype=np.float64))


def _by_form(a: Side, b: Side) -> Iterable[Triples]:
    """The same number or date, or the same word written the same way."""
    where: dict[tuple[str, str], list[int]] = {}
    b_dates = []
    for n, item in enumerate(b.vocabulary):
        where.setdefault(_spelling(item), []).append(n)
        if item.kind == "date":
            b_dates.append(n)
    pairs = [(n, m) for n, item in enumerate(a.vocabulary) for m in where.get(_spelling(item), ())]
    pairs += [
        (n, m)
        for n, item in enumerate(a.vocabulary)
        if item.kind == "date"
        for m in b_dates
        if same_date(item.form, b.vocabulary[m].form)
    ]
    yield _triples(pairs, [1.0] * len(pairs))


def _spelling(item: Item) -> tuple[str, str]:
    return (item.kind if item.kind in FIGURES else "word"), item.form


def _by_likeness(a: Side, b: Side) -> Iterable[Triples]:
    """Names and cognates, compared within blocks of the first consonant class.

    Two names are judged as names are; other words by their likeness alone.
    """
    spaced = load(a.language).spaced and load(b.language).spaced
    least = ROUGHLY if spaced else ROUGHLY_SPELT
    mine, theirs = _Spelt.of(a), _Spelt.of(b)
    names: list[tuple[int, int]] = []
    for block_a, block_b in _blocks(mine, theirs):
        scores = likeness([mine.forms[n] for n in block_a], [theirs.forms[n] for n in block_b])
        i, j = np.nonzero(scores >= least)
        n, m, score = np.array(block_a)[i], np.array(block_b)[j], scores[i, j].astype(np.float64)
        both = mine.named[n] & theirs.named[m]
        names += zip(n[both].tolist(), m[both].tolist(), strict=True)
        score *= np.where(mine.meant[n] & theirs.meant[m], FALSE_FRIEND, 1.0)
        alike = score > ALIKE
        yield Triples(n[alike], m[alike], score[alike])
    # In the order of the words, so that a batch is the same whatever the blocks.
    rows = [(mine.forms[n], a.language, theirs.forms[m], b.language) for n, m in names]
    judged = _triples(names, compare_names_batch(rows))
    same = judged.strength > SAME_NAME
    yield Triples(judged.word[same], judged.other[same], judged.strength[same])


class _Spelt(NamedTuple):
    """A vocabulary by its spelling: which words are names, and which have meanings of their own."""

    forms: Sequence[str]
    blocks: dict[str, list[int]]
    named: npt.NDArray[np.bool_]
    meant: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, side: Side) -> _Spelt:
        blocks: dict[str, list[int]] = {}
        named = [item.named for item in side.vocabulary]
        for n, item in enumerate(side.vocabulary):
            if item.kind not in FIGURES and " " not in item.form:
                bones = skeleton(item.form)
                if len(bones) >= (1 if named[n] else 2):
                    # Scripts that have no r write l for it.
                    blocks.setdefault(bones[0].replace("r", "l"), []).append(n)
        meant = [item.kind == "concept" for item in side.vocabulary]
        forms = [item.form for item in side.vocabulary]
        return cls(forms, blocks, np.array(named, dtype=bool), np.array(meant, dtype=bool))


def _blocks(mine: _Spelt, theirs: _Spelt) -> Iterable[tuple[list[int], list[int]]]:
    shared = sorted(mine.blocks.keys() & theirs.blocks.keys())
    return [(mine.blocks[key], theirs.blocks[key]) for key in shared]
