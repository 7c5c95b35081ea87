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

from hexapla.names.comparing import SURE, Item, compare_names_batch, items, weigh_each
from hexapla.names.letters import HAN, SCRIPTS
from hexapla.names.parts import parted, take_apart
from hexapla.names.skeleton import classes, romanised
from hexapla.names.words import INITIAL

Keys = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
# Candidates compared in full.
MOST_COMPARED = 60
# Entries read for one part, those of the words most like it first.
MOST_READ = 20_000
# Filed words looked at more closely for a reading; readings of an item.
MOST_ROUGH, MOST_READINGS = 400, 4
# Filed words weighed for a reading as it stands; for one with a case or clitic undone, or joined from several words.
MOST_WEIGHED, MOST_WEIGHED_OTHERS = 140, 12
# What an equal skeleton adds to the likeness of romanised letters, 0..1.
AGREES = 0.3
# A skeleton is filed by so many classes; names that differ only beyond them are told apart in full comparison.
LONGEST_KEY = 8
# Below this a candidate is not shown.
LEAST_SCORE = 0.5
CLASSES = "bfhklmnrstx"
# Chinese writes either with the syllables of the other; so many places are read both ways.
EITHER, MOST_EITHER = "lr", 3

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
            for part in parted(name, language).parts:
                if part.kind != INITIAL:
                    words += [known.setdefault((part.script, r), len(known)) for r in part.readings]
                    owners += [number] * len(part.readings)
        self._letters = np.array([reading for _, reading in known], dtype=object)
        romans = [romanised(reading, script) for script, reading in known]
        self._romanised = np.array(romans, dtype=object)
        self._masks = np.array([_mask(roman) for roman in romans], dtype=np.uint32)
        self._scripts = np.array([SCRIPTS.index(script) for script, _ in known], dtype=np.int8)
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
        readings = [(n, *reading) for n, item in enumerate(wanted) for reading in _tried(item)]
        like = [self._like(reading, wanted[n].script, most) for n, reading, most in readings]
        words = np.concatenate(like) if like else np.zeros(0, dtype=np.int32)
        asked = np.repeat(np.arange(len(like)), [len(some) for some in like])
        worth = np.zeros(len(words), dtype=np.float32)
        scripts = self._scripts[words]
        for script in np.unique(scripts).tolist():
            for own in {item.script for item in wanted}:
                ours = np.array([wanted[n].script == own for n, _, _ in readings])[asked]
                at = np.nonzero((scripts == script) & ours)[0]
                letters = self._letters[words[at]].tolist()
                texts = [readings[n][1] for n in asked[at].tolist()]
                worth[at] = np.clip(weigh_each(own, SCRIPTS[script], texts, letters) / SURE, 0, 1)
        item_of = np.array([n for n, _, _ in readings], dtype=np.int64)[asked]
        return [_best_of(words[item_of == n], worth[item_of == n]) for n in np.unique(item_of).tolist()]

    def _like(self, reading: str, script: str, most: int) -> Numbers:
        """The filed words nearest to a reading: by the letters they share, then by the order of those."""
        from rapidfuzz.distance import Indel
        from rapidfuzz.process import cdist

        blocks = []
        for key in keys_of(reading, script, asked=True):
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
            romans = self._romanised[found].tolist()
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


def _tried(item: Item) -> list[tuple[str, int]]:
    """The readings of an item that are looked up, and how many filed words are weighed for each."""
    readings = [reading for reading, _ in item.all[:MOST_READINGS]]
    if len(item.parts) > 1:
        return [(reading, MOST_WEIGHED_OTHERS) for reading in readings]
    plain = len(item.parts[0].readings)
    return [(r, MOST_WEIGHED if n < plain else MOST_WEIGHED_OTHERS) for n, r in enumerate(readings)]


def _best_of(words: Numbers, worth: npt.NDArray[np.float32]) -> Votes:
    """Each word once, at its best."""
    order = np.lexsort((-worth, words))
    distinct, first = np.unique(words[order], return_index=True)
    return distinct, worth[order][first]


def _grouped(parts: Keys, owners: list[int], count: int) -> tuple[Keys, Numbers]:
    """The owners of each part, one after another, and where each part's begin."""
    order = np.argsort(parts, kind="stable")
    starts = np.searchsorted(parts[order], np.arange(count + 1))
    return starts, np.array(owners, dtype=np.int32)[order]


@lru_cache(maxsize=1 << 16)
def keys_of(reading: str, script: str, asked: bool = False) -> tuple[int, ...]:
    """The skeleton of a word as a number; then it with each class left out.

    Skeletons of one class, or none, have numbers of their own, or they would meet every short one.
    A word that is ``asked`` for in a script that does not part some classes has keys for each.
    """
    bones = classes(reading, script)[:LONGEST_KEY]
    if len(bones) < 2:
        return (-1 - _number(bones),)
    found = []
    for one in _readings_of(bones) if asked and script == HAN else [bones]:
        left_out = [one[:n] + one[n + 1 :] for n in range(len(one))] if len(one) > 2 else []
        found += [_number(key) for key in (one, *left_out)]
    return tuple(dict.fromkeys(found))


def _readings_of(bones: str) -> list[str]:
    """A Chinese skeleton, and what it may be in scripts that part its l and r; itself first."""
    either = [n for n, bone in enumerate(bones) if bone in EITHER][:MOST_EITHER]
    out = [bones]
    for n in either:
        out += [one[:n] + EITHER.replace(one[n], "") + one[n + 1 :] for one in out]
    return out


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
