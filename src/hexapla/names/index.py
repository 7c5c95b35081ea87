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

from hexapla.names.comparing import compare_names_batch, items, weigh_pairs
from hexapla.names.letters import SCRIPTS
from hexapla.names.parts import take_apart
from hexapla.names.skeleton import classes, romanised
from hexapla.names.words import INITIAL

Keys = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
# Candidates compared in full.
MOST_COMPARED = 60
# Entries read for one part, those of the words most like it first.
MOST_READ = 20_000
# Filed words weighed for one reading of a part, and readings of a part.
MOST_WEIGHED, MOST_READINGS = 150, 6
# What an equal skeleton adds to the likeness of romanised letters, 0..1.
AGREES = 0.3
# Below this a word does not vote; and what a word's rarity adds to its vote, by power of e.
LEAST_GOOD, RARITY = 0.1, 0.1
# A skeleton is filed by so many classes; names that differ only beyond them are told apart in full comparison.
LONGEST_KEY = 8
# Below this a candidate is not shown.
LEAST_SCORE = 0.5
CLASSES = "bfhklmnrstx"

Word = tuple[str, str]
"""Script and letters."""
Votes = dict[int, float]
"""Filed word → how well it answers."""


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
        self._scripts = np.array([SCRIPTS.index(script) for script, _ in known], dtype=np.int8)
        self._starts, self._owners = _grouped(np.array(words, dtype=np.int64), owners, len(known))
        keys: list[int] = []
        filed: list[int] = []
        for number, (script, reading) in enumerate(self._words):
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
        asked = take_apart(name, language)
        single, joins = items(asked.parts)
        some = [item for item in single if item.parts[0].kind != INITIAL]
        some += [item for item in joins if len(item.parts) == 2]
        rough = [
            (reading, item.script, found, place)
            for place, item in enumerate(some)
            for reading, _ in item.all[:MOST_READINGS]
            for found in [self._alike(reading, item.script)]
            if len(found)
        ]
        votes = self._weighed(rough, len(some))
        return self._elected(votes, most)

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

    def _alike(self, reading: str, script: str) -> Numbers:
        """The filed words nearest to a reading by their romanised letters."""
        from rapidfuzz.distance import Indel
        from rapidfuzz.process import cdist

        blocks = []
        for key in keys_of(reading, script):
            first, last = np.searchsorted(self._keys, (key, key + 1))
            blocks.append(self._filed[first:last])
        found = np.unique(np.concatenate(blocks))
        if len(found) <= MOST_WEIGHED:
            return found
        romans = [self._romanised[n] for n in found.tolist()]
        near = cdist([romanised(reading, script)], romans, scorer=Indel.normalized_similarity)[0]
        whole = np.isin(found, blocks[0])  # the whole skeleton agrees
        return found[np.argsort(-(near + AGREES * whole), kind="stable")[:MOST_WEIGHED]]

    def _weighed(self, rough: Sequence[tuple[str, str, Numbers, int]], count: int) -> list[Votes]:
        """For each part asked for the filed words that answer it, and how well, 0..1."""
        out: list[Votes] = [{} for _ in range(count)]
        by_scripts: dict[tuple[str, int], list[tuple[str, int, int]]] = {}
        for reading, script, found, place in rough:
            for number, other in zip(found.tolist(), self._scripts[found].tolist(), strict=True):
                by_scripts.setdefault((script, other), []).append((reading, number, place))
        for (script, other), wanted in by_scripts.items():
            pairs = [(reading, self._words[number][1]) for reading, number, _ in wanted]
            weights = weigh_pairs(script, SCRIPTS[other], pairs)
            for (x, y), weight, (_, number, place) in zip(pairs, weights, wanted, strict=True):
                good = weight / (100 * (len(x) + len(y)))
                if good > out[place].get(number, LEAST_GOOD):
                    out[place][number] = min(good, 1.0)
        return out

    def _elected(self, votes: Sequence[Votes], most: int) -> list[int]:
        """The entries with most votes; a part gives an entry but its best vote."""
        total = np.zeros(len(self.names), dtype=np.float32)
        seen = []
        for some in votes:
            if not some:
                continue
            words = np.fromiter(some, dtype=np.int64, count=len(some))
            worth = np.fromiter(some.values(), dtype=np.float32, count=len(some))
            order = np.argsort(-worth, kind="stable")
            words, worth = words[order], worth[order]
            sizes = self._starts[words + 1] - self._starts[words]
            kept = int(np.searchsorted(np.cumsum(sizes), MOST_READ)) + 1
            words, worth, sizes = words[:kept], worth[:kept], sizes[:kept]
            within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
            owners = self._owners[np.repeat(self._starts[words], sizes) + within]
            # A name that many bear tells little: the vote counts by how rare such words are.
            rarity = np.log1p(len(self.names) / sizes.sum())
            np.add.at(total, owners, np.repeat(worth, sizes) * np.float32(1 + RARITY * rarity))
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


def _number(bones: str) -> int:
    out = 0
    for bone in bones:
        out = out * (len(CLASSES) + 1) + CLASSES.index(bone) + 1
    return out
