"""Looking a name up among a million, in a few milliseconds.

The distinct parts of all names are filed under their skeletons (consonant classes), whole and
with one class left out, so that a wrong, missing or extra consonant still finds them; every
part knows its names. A name's parts vote for the entries that have parts like them, a rare part
with more weight, and the entries with the most votes are compared in full. Leaving letters out
on both sides is the symmetric deletion of Bocek, Hunt & Stiller 2007.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from hexapla.names.comparing import compare_names_batch
from hexapla.names.parts import joins, take_apart
from hexapla.names.skeleton import classes
from hexapla.names.words import INITIAL, Part, unbent

Keys = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
# Candidates compared in full.
MOST_COMPARED = 60
# Entries read for one name, those of its rarest keys first.
MOST_READ = 60_000
# A skeleton is filed by so many classes; names that differ only beyond them are told apart in full comparison.
LONGEST_KEY = 8
# What a part found with a class left out counts, against one found whole.
LEFT_OUT = 0.5
# Below this a candidate is not shown.
LEAST_SCORE = 0.5
CLASSES = "bfhklmnrstx"


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
        known: dict[Part, int] = {}
        parts: list[int] = []
        owners: list[int] = []
        for number, (name, language) in enumerate(self.names):
            for part in take_apart.__wrapped__(name, language).parts:
                if part.kind != INITIAL:
                    parts.append(known.setdefault(part, len(known)))
                    owners.append(number)
        self._starts, self._owners = _grouped(np.array(parts, dtype=np.int64), owners, len(known))
        keys: list[int] = []
        filed: list[int] = []
        for part, number in known.items():
            some = dict.fromkeys(key for reading in part.readings for key in keys_of(reading, part.script))
            keys += some
            filed += [number] * len(some)
        order = np.argsort(np.array(keys, dtype=np.int64), kind="stable")
        self._keys = np.array(keys, dtype=np.int64)[order]
        self._filed = np.array(filed, dtype=np.int32)[order]

    def __len__(self) -> int:
        return len(self.names)

    def candidates(self, name: str, language: str, most: int = MOST_COMPARED) -> list[int]:
        """Numbers of the entries that most of the name's parts vote for, best first."""
        votes: list[tuple[float, Numbers]] = []
        asked = take_apart(name, language)
        for part in (*asked.parts, *(joined.part for joined in joins(asked))):
            if part.kind != INITIAL:
                votes += self._votes(part)
        votes.sort(key=lambda vote: -vote[0])
        owners, weights, read = [], [], 0
        for weight, some in votes:
            some = some[: MOST_READ - read]  # noqa: PLW2901
            read += len(some)
            owners.append(some)
            weights.append(np.full(len(some), weight, dtype=np.float32))
        return self._elected(np.concatenate(owners), np.concatenate(weights), most) if read else []

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

    def _votes(self, part: Part) -> list[tuple[float, Numbers]]:
        """How much the part tells for which entries, a list for each filed part that is like it."""
        worth: dict[int, float] = {}
        for reading in (*part.readings, *unbent(part)):
            for n, key in enumerate(keys_of(reading, part.script)):
                first, last = np.searchsorted(self._keys, (key, key + 1))
                for filed in self._filed[first:last].tolist():
                    worth[filed] = max(worth.get(filed, 0.0), LEFT_OUT if n else 1.0)
        out = []
        for filed, like in worth.items():
            owners = self._owners[self._starts[filed] : self._starts[filed + 1]]
            out.append((like * math.log1p(len(self.names) / len(owners)), owners))
        return out

    def _elected(self, owners: Numbers, weights: npt.NDArray[np.float32], most: int) -> list[int]:
        total = np.zeros(len(self.names), dtype=np.float32)
        np.add.at(total, owners, weights)
        votes = total[owners]
        if len(votes) > 8 * most:  # an entry stands here once for each vote, of which it has few
            top = np.argpartition(-votes, 8 * most)[: 8 * most]
            votes, owners = votes[top], owners[top]
        order = np.lexsort((owners, -votes))
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
