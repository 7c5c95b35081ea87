"""Looking a name up among a million, in a few milliseconds.

The distinct words of all names are filed under their skeletons (consonant classes), whole and
with one class left out, so that a wrong, missing or extra consonant still finds them (the
symmetric deletion of Bocek, Hunt & Stiller 2007); every word knows its names. For each part of
a name that is looked up, the words under its keys are weighed, first roughly by romanised
letters, then by the learned costs. The best vote for their names, and the names with most
votes are compared in full.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from hexapla.names.comparing import SURE, Item, compare_names_batch, items, weigh_pairs
from hexapla.names.parts import take_apart
from hexapla.names.skeleton import classes, romanised
from hexapla.names.words import INITIAL

Keys = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
# Candidates compared in full.
MOST_COMPARED = 60
# Entries read for one part, those of the words most like it first.
MOST_READ = 20_000
# Filed words looked at more closely for a reading; weighed for an item; readings of an item.
MOST_ROUGH, MOST_WEIGHED, MOST_READINGS = 200, 80, 3
# What an equal skeleton adds to the likeness of romanised letters, 0..1.
AGREES = 0.3
# A skeleton is filed by so many classes; names that differ only beyond them are told apart in full comparison.
LONGEST_KEY = 8
# Below this a candidate is not shown.
LEAST_SCORE = 0.5
CLASSES = "bfhklmnrstx"

Word = tuple[str, str]
"""Script and letters."""
Votes = tuple[Numbers, npt.NDArray[np.float32]]
"""Filed words, and how well they answer."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry, by its number in the order of entering, and how likely it is the name asked for."""

    number: int
    name: str
    language: str
    score: float


class NameIndex:
    """Names by their skeletons: built once, then asked.

    Parameters
    ----------
    names:
        (name, language) pairs; an entry's number is its place among them.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self.names = list(names)
        known: dict[Word, int] = {}
        words: list[int] = []
        owners: list[int] = []
        for number, (name, language) in enumerate(self.names):
            for part in take_apart.__wrapped__(name, language).parts:
                if part.kind != INITIAL:
                    words += [known.setdefault((part.script, r), len(known)) for r in part.readings]
                    owners += [number] * len(part.readings)
        self._words = list(known)
        self._romanised = [romanised(reading, script) for script, reading in known]
        self._masks = np.array([_mask(roman) for roman in self._romanised], dtype=np.uint32)
        self._starts, self._owners = _grouped(np.array(words, dtype=np.int64), owners, len(known))
        keys: list[int] = []
        filed: list[int] = []
        for number, (script, reading) in enumerate(known):
            some = keys_of(reading, script)
            keys += some
            filed += [number] * len(some)
        order = np.argsort(np.array(keys, dtype=np.int64), kind="stable")
        self._keys = np.array(keys, dtype=np.int64)[order]
        self._filed = np.array(filed, dtype=np.int32)[order]

    def __len__(self) -> int:
        return len(self.names)

    def candidates(self, name: str, language: str, most: int = MOST_COMPARED) -> list[int]:
        """Numbers of the entries that most of the name's parts vote for, best first."""
        single, joins = items(take_apart(name, language).parts)
        wanted = [one for one in (*single, *joins) if one.parts[0].kind != INITIAL]
        return self._elected(self._votes(wanted), most)

    def find(self, name: str, language: str, most: int = 10) -> list[Candidate]:
        """The entries that are most likely the name, best first."""
        numbers = self.candidates(name, language)
        scores = compare_names_batch([(name, language, *self.names[n]) for n in numbers])
        found = [
            Candidate(n, *self.names[n], score)
            for n, score in zip(numbers, scores, strict=True)
            if score >= LEAST_SCORE
        ]
        return sorted(found, key=lambda one: (-one.score, one.number))[:most]

    def _votes(self, wanted: Sequence[Item]) -> list[Votes]:
        """For each item the filed words that answer it, and how well, 0..1."""
        asked: dict[tuple[str, str], list[tuple[int, int, str, str]]] = {}
        for n, item in enumerate(wanted):
            readings = [reading for reading, _ in item.all[:MOST_READINGS]]
            for reading in readings:
                for word in self._like(reading, item.script, MOST_WEIGHED // len(readings)).tolist():
                    script, letters = self._words[word]
                    asked.setdefault((item.script, script), []).append((n, word, reading, letters))
        found: list[dict[int, float]] = [{} for _ in wanted]
        for scripts, some in asked.items():
            weights = weigh_pairs(*scripts, [(reading, letters) for _, _, reading, letters in some])
            for (n, word, reading, letters), weight in zip(some, weights, strict=True):
                each = weight / (len(reading) + len(letters)) / SURE
                found[n][word] = max(found[n].get(word, 0.0), min(each, 1.0))
        return [
            (np.array(list(one), dtype=np.int64), np.array(list(one.values()), dtype=np.float32))
            for one in found
            if one
        ]

    def _like(self, reading: str, script: str, most: int) -> Numbers:
        """The filed words nearest to a reading: by the letters they share, then by the order of those."""
        from rapidfuzz.distance import Indel
        from rapidfuzz.process import cdist

        blocks = []
        for key in keys_of(reading, script):
            first, last = np.searchsorted(self._keys, (key, key + 1))
            blocks.append(self._filed[first:last])
        found = np.concatenate(blocks)
        whole = np.arange(len(found)) < len(blocks[0])  # the whole skeleton agrees
        roman = romanised(reading, script)
        mask = np.uint32(_mask(roman))
        if len(found) > MOST_ROUGH:
            shared = np.bitwise_count(self._masks[found] & mask) / np.bitwise_count(self._masks[found] | mask)
            near = np.argpartition(-(shared + AGREES * whole), MOST_ROUGH)[:MOST_ROUGH]
            found, whole = found[near], whole[near]
        if len(found) > most:
            romans = [self._romanised[n] for n in found.tolist()]
            like = cdist([roman], romans, scorer=Indel.normalized_similarity, dtype=np.float32)[0]
            found = found[np.argsort(-(like + AGREES * whole), kind="stable")[:most]]
        return found

    def _elected(self, votes: Sequence[Votes], most: int) -> list[int]:
        """The entries with most votes."""
        total = np.zeros(len(self.names), dtype=np.float32)
        seen = []
        for words, likeness in votes:
            order = np.argsort(-likeness, kind="stable")
            words, worth = words[order], likeness[order]  # noqa: PLW2901
            sizes = self._starts[words + 1] - self._starts[words]
            kept = int(np.searchsorted(np.cumsum(sizes), MOST_READ)) + 1
            words, worth, sizes = words[:kept], worth[:kept], sizes[:kept]  # noqa: PLW2901
            within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
            owners = self._owners[np.repeat(self._starts[words], sizes) + within]
            np.add.at(total, owners, np.repeat(worth * worth, sizes))
            seen.append(owners)
        if not seen:
            return []
        owners = np.concatenate(seen)
        got = total[owners]
        enough = len(votes) * 4 * most
        if len(got) > enough:
            top = np.argpartition(-got, enough)[:enough]
            got, owners = got[top], owners[top]
        order = np.lexsort((owners, -got))
        return list(dict.fromkeys(owners[order].tolist()))[:most]


def _grouped(parts: Keys, owners: list[int], count: int) -> tuple[Keys, Numbers]:
    """The owners of each part, one after another, and where each part's begin."""
    order = np.argsort(parts, kind="stable")
    starts = np.searchsorted(parts[order], np.arange(count + 1))
    return starts, np.array(owners, dtype=np.int32)[order]


@lru_cache(maxsize=1 << 16)
def keys_of(reading: str, script: str) -> tuple[int, ...]:
    """The skeleton of a word as a number; then it with each class left out.

    Skeletons of one class, or none, have numbers of their own, or they would meet every short one.
    """
    bones = classes(reading, script)[:LONGEST_KEY]
    if len(bones) < 2:
        return (-1 - _number(bones),)
    left_out = [bones[:n] + bones[n + 1 :] for n in range(len(bones))] if len(bones) > 2 else []
    return tuple(dict.fromkeys(_number(one) for one in (bones, *left_out)))


def _mask(roman: str) -> int:
    """The letters of a word, a bit each."""
    out = 0
    for letter in roman:
        out |= 1 << (ord(letter) & 31)
    return out


def _number(bones: str) -> int:
    out = 0
    for bone in bones:
        out = out * (len(CLASSES) + 1) + CLASSES.index(bone) + 1
    return out
