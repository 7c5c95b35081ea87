"""What a word says for or against a pair of passages: how likely it is answered if they say the same, and if not.

The theory of record linkage (Fellegi & Sunter 1969, *JASA* 64:1183): a word answered with chance
``m`` by a passage that says the same and with chance ``u`` by any other adds ``log(m / u)`` to the
log-odds of a pair where it is answered, and ``log((1 - m) / (1 - u))`` where it is not. So a rare
word that translators keep (*earthquake*) speaks loudly both ways, a rare one that they render
freely only where it is answered, and a common verb hardly at all.

Both chances come from the kind of word it is (part of speech and field of its meanings, how common
it is, how many meanings it has, whether a name or figure or unknown) by two logistic models whose
weights are data (``collation/data/words.toml``; refitted by ``make fit``). Among the passages of two
witnesses ``u`` is also counted: a word that the whole report turns on tells no two of its sentences apart.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hexapla.collation.items import Item
from hexapla.lexicon.matching import lexicon

Array = npt.NDArray[np.float64]

WEIGHTS = Path(__file__).parent / "data" / "words.toml"
# No word is surer than this to be answered, or left unanswered, by what says the same.
SUREST = 0.98
# No word is rarer than this in other passages, nor likelier there than in the ones that say the same (by this factor).
RAREST, COMMONEST = 0.001, 0.9
# A report counts against the model as if the model had seen so many passages. Swept 2-8 on ntrex-dev,
# cross-validated by document: flat.
PRIOR = 4.0

# A number that weighs less is a small one.
SMALL = 2.0

PLAIN = (
    "constant",
    "number",
    "date",
    "small number",
    "unknown name",
    "unknown word",
    "name with a meaning",
    "kin",
    "rarity",
    "rarity squared",
    "rarity of a name",
    "meanings",
    "surest meaning",
    "several words",
)
"""Features of a word that are its own; those of its meanings are ``pos.`` and ``field.`` with a name (:attr:`Lexicon.kinds`)."""


class Chances(NamedTuple):
    """For each word of a vocabulary: the chance that it is answered by a passage that says the same, and by any other."""

    same: Array
    other: Array

    def among(self, answer: npt.NDArray[np.float32]) -> Chances:
        """The same with the second chance counted among passages: ``answer`` has shape (words, passages)."""
        seen = (answer.sum(1, dtype=float) + PRIOR * self.other) / (answer.shape[1] + PRIOR)
        return Chances(self.same, _bounded(seen, self.same))

    def evidence(self) -> tuple[Array, Array]:
        """Log-odds that each word adds where it is answered, and where it is not."""
        same, other = self.same, self.other
        return np.log(same / other), np.log((1 - same) / (1 - other))


def chances(vocabulary: Sequence[Item]) -> Chances:
    """The chances of each word, by the kind of word it is."""
    names, same, other = weights()
    features = word_features(vocabulary, names)
    likely = np.clip(_sigmoid(features @ same), 1 - SUREST, SUREST)
    return Chances(likely, _bounded(_sigmoid(features @ other), likely))


def _bounded(other: Array, same: Array) -> Array:
    return np.asarray(np.minimum(np.maximum(other, RAREST), same * COMMONEST))


def _sigmoid(x: Array) -> Array:
    return np.asarray(1.0 / (1.0 + np.exp(-x)))


@cache
def weights() -> tuple[tuple[str, ...], Array, Array]:
    """The features by name, and their weights in the two models."""
    with WEIGHTS.open("rb") as file:
        found = tomllib.load(file)
    same, other = found["same"], found["other"]
    names = tuple(same)
    return names, np.array([same[n] for n in names]), np.array([other[n] for n in names])


def feature_names() -> tuple[str, ...]:
    """All features, those of meanings by the parts of speech and the fields of the lexicon."""
    return (*PLAIN, *sorted(lexicon().kinds.names))


def word_features(vocabulary: Sequence[Item], names: Sequence[str]) -> Array:
    """The features of words, shape (len(vocabulary), len(names)); a word's meanings count by their weights."""
    place = {name: n for n, name in enumerate(names)}
    out = np.zeros((len(vocabulary), len(names)))
    word = np.repeat(np.arange(len(vocabulary)), [len(item.senses) for item in vocabulary])
    flat = [sense for item in vocabulary for sense in item.senses]
    share = np.array([weight for _, weight in flat])
    for name, values in zip(PLAIN, _own(vocabulary, word, share), strict=True):
        if name in place:
            out[:, place[name]] = values
    if flat:
        concepts = np.array([concept for concept, _ in flat])
        share = share / np.bincount(word, share)[word]
        kinds = lexicon().kinds
        column = np.array([place.get(name, -1) for name in kinds.names])
        for columns in column[kinds.of[concepts]].T:
            known = columns >= 0
            np.add.at(out, (word[known], columns[known]), share[known])
    return out


def _own(vocabulary: Sequence[Item], word: npt.NDArray[np.intp], weight: Array) -> Iterator[Array]:
    """The features that are the words' own, in the order of ``PLAIN``; ``word`` and ``weight`` of each meaning."""
    size = len(vocabulary)
    kind = np.array([item.kind for item in vocabulary])
    rarity = np.array([item.weight for item in vocabulary], dtype=float)
    capital = np.array([item.capital for item in vocabulary], dtype=bool)
    named = np.array([item.named for item in vocabulary], dtype=bool)
    meanings, surest = np.bincount(word, minlength=size), np.zeros(size)
    np.maximum.at(surest, word, weight)
    number, date, meant = kind == "number", kind == "date", meanings > 0
    plain = np.where(number | date | named, 0.0, rarity)
    unknown = ~(number | date | meant)
    yield np.ones(size)
    yield number
    yield date
    yield number & (rarity < SMALL)
    yield unknown & capital
    yield unknown & ~capital
    yield meant & capital
    yield meant & (kind == "word")
    yield plain
    yield plain**2
    yield np.where(named, rarity, 0.0)
    yield np.log1p(meanings)
    yield surest
    yield np.array([" " in item.form for item in vocabulary], dtype=bool)
