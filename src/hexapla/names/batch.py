"""Many pairs of names at once: what :mod:`hexapla.names.comparing` does to one, as arrays.

Most pairs need nothing but the plain readings of a few parts, and those are compared as
arrays. A pair that asks for more (joined words, undone cases, initials without an answer, two
scripts in one name, more than :data:`MOST` parts) goes the way of single pairs. Both give the
same scores.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hexapla.names import comparing
from hexapla.names.aligning import NEVER, table
from hexapla.names.comparing import ALIKE_QUARTERS, EXCLUDED, LEAST, LENIENT_QUARTERS, SETTLED
from hexapla.names.judging import weights
from hexapla.names.letters import HAN, SCRIPTS
from hexapla.names.parts import Name, take_apart
from hexapla.names.words import INITIAL, NAME, Part

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
# Parts of a name that arrays have room for.
MOST = 4
PLACES = np.arange(MOST)
# Beyond the scripts' numbers: a name arrays cannot hold; a name without parts.
MIXED, NONE = len(SCRIPTS), len(SCRIPTS) + 1
# Neighbouring parts that may be one word elsewhere: (first, last).
JOINS = ((0, 2), (1, 3), (2, 4), (0, 3), (1, 4))


@dataclass(frozen=True, slots=True)
class Rows:
    """One side of a group of pairs, in arrays; the first axis is the pair, the second the part."""

    readings: list[str]
    plain: Ints
    """Number of the part's first reading, 0 where there is no part."""
    whole: Ints
    """Number of its second reading, 0 where there is none."""
    present: Bools
    full: Bools
    initial: Bools
    bends: Bools
    bones: Ints


def scores(pairs: Sequence[tuple[str, str, str, str]]) -> list[float]:
    """The score of each pair (name, its language, other name, its language)."""
    with _without_collecting():
        return _scores([(take_apart(a, one), take_apart(b, other)) for a, one, b, other in pairs])


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Holds the collector of reference cycles: there are none here, and looking for them takes a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _scores(pairs: Sequence[tuple[Name, Name]]) -> list[float]:
    out = np.zeros(len(pairs))
    single: list[int] = []
    groups: dict[tuple[int, int], list[tuple[int, Name, Name]]] = {}
    kinds: dict[int, int] = {}
    for n, (a, b) in enumerate(pairs):
        one, other = kinds.get(id(a), -1), kinds.get(id(b), -1)
        if one < 0:
            one = kinds[id(a)] = _script(a)
        if other < 0:
            other = kinds[id(b)] = _script(b)
        if one > other or (one == other and a[:2] <= b[:2]):
            groups.setdefault((one, other), []).append((n, a, b))
        else:
            groups.setdefault((other, one), []).append((n, b, a))
    for (one, other), members in groups.items():
        numbers = np.array([n for n, _, _ in members])
        if one < MIXED and other < MIXED:
            a, b = _stack([a for _, a, _ in members]), _stack([b for _, _, b in members])
            out[numbers], more = _group(SCRIPTS[one], SCRIPTS[other], a, b)
            single.extend(numbers[more].tolist())
        elif NONE not in (one, other):
            single.extend(numbers.tolist())
    comparing.prepare([pairs[n] for n in single])
    for n in single:
        out[n] = comparing.compared(*pairs[n])
    return [float(score) for score in out]


def _script(name: Name) -> int:
    """The number of the script that all parts are of; MIXED where arrays cannot hold the name."""
    parts = name.parts
    if not parts:
        return NONE
    script = parts[0].script
    if len(parts) > MOST:
        return MIXED
    for part in parts:
        if part.script != script:
            return MIXED
    return SCRIPTS.index(script)


def _stack(names: Sequence[Name]) -> Rows:
    """The parts of names, each part read once; number 0 is no part."""
    place: dict[int, int] = {}
    of_pair = np.array([place.setdefault(id(name), len(place)) for name in names])
    distinct = list({id(name): name for name in names}.values())
    number: dict[Part, int] = {}
    rows = np.zeros((len(distinct), MOST), dtype=np.int32)
    flat = [number.setdefault(part, len(number) + 1) for name in distinct for part in name.parts]
    rows[np.array([len(name.parts) for name in distinct])[:, None] > PLACES] = flat
    at = rows[of_pair]
    readings: dict[str, int] = {"": 0}
    own = [readings.setdefault(part.readings[0], len(readings)) for part in number]
    second = [
        readings.setdefault(part.readings[1], len(readings)) if len(part.readings) > 1 else 0
        for part in number
    ]
    return Rows(
        list(readings),
        np.array([0, *own], dtype=np.int32)[at],
        np.array([0, *second], dtype=np.int32)[at],
        at > 0,
        np.array([False, *(part.kind == NAME for part in number)])[at],
        np.array([False, *(part.kind == INITIAL for part in number)])[at],
        np.array([False, *(part.bends for part in number)])[at],
        np.array([0, *(part.bones for part in number)], dtype=np.int32)[at],
    )


def _group(script_a: str, script_b: str, a: Rows, b: Rows) -> tuple[Floats, Bools]:
    """Scores of pairs of the same scripts, and which of them ask for more than plain readings."""
    lenient = HAN in (script_a, script_b)
    weight, each, size = _cells(script_a, script_b, a, b, _possible(a, b, lenient))
    taken = _assign(np.where(each > LEAST, weight, NEVER))
    more = _hopeful(a, b, _open(taken, each, a.present, 2), _open(taken, each, b.present, 1), lenient)
    left_a, left_b = a.present & ~taken.any(2), b.present & ~taken.any(1)
    more |= (left_a & a.initial).any(1) & left_b.any(1)
    more |= (left_b & b.initial).any(1) & left_a.any(1)
    return _judge(f"{script_a}-{script_b}", a, b, taken, each, size), more


def _possible(a: Rows, b: Rows, lenient: bool) -> Bools:
    here = (a.present & ~a.initial)[:, :, None] & (b.present & ~b.initial)[:, None, :]
    if lenient:
        return here
    shared = np.bitwise_count(a.bones[:, :, None] & b.bones[:, None, :])
    least = np.minimum(np.bitwise_count(a.bones)[:, :, None], np.bitwise_count(b.bones)[:, None, :])
    return np.asarray(here & (2 * shared >= least))


def _cells(script_a: str, script_b: str, a: Rows, b: Rows, possible: Bools) -> tuple[Ints, Floats, Ints]:
    """Weight, weight per letter and letters of every two parts, by their best readings."""
    weight = np.full(possible.shape, NEVER, dtype=np.int32)
    each = np.full(possible.shape, EXCLUDED)
    size = np.ones(possible.shape, dtype=np.int32)
    where, keys = [], []
    for x in (a.plain, a.whole):
        for y in (b.plain, b.whole):
            at = np.nonzero(possible & (x > 0)[:, :, None] & (y > 0)[:, None, :])
            where.append(at)
            keys.append(x[at[0], at[1]].astype(np.int64) * len(b.readings) + y[at[0], at[2]])
    distinct, back = np.unique(np.concatenate(keys), return_inverse=True)
    if not len(distinct):
        return weight, each, size
    numbers = np.stack(np.divmod(distinct, len(b.readings))).astype(np.int32)
    one = table(script_a, script_b)
    found = one.weigh_many(a.readings, b.readings, numbers)
    x, y = numbers.tolist()
    one.remember([(a.readings[n], b.readings[m]) for n, m in zip(x, y, strict=True)], found.tolist())
    lengths = [np.array([len(word) for word in side.readings], dtype=np.int32) for side in (a, b)]
    letters = lengths[0][numbers[0]] + lengths[1][numbers[1]]
    per_letter = found / letters
    for at, key in zip(where, np.split(back, np.cumsum([len(key) for key in keys])[:-1]), strict=True):
        better = per_letter[key] > each[at]
        cell, kept = tuple(axis[better] for axis in at), key[better]
        weight[cell], each[cell], size[cell] = found[kept], per_letter[kept], letters[kept]
    return weight, each, size


def _assign(weight: Ints) -> Bools:
    """The best cells, each part once: heaviest first, then the earlier part."""
    left, taken = weight.copy(), np.zeros(weight.shape, dtype=bool)
    flat, every = left.reshape(len(left), -1), np.arange(len(left))
    for _ in range(MOST):
        best = flat.argmax(1)
        rows = every[flat[every, best] > NEVER]
        i, j = np.divmod(best[rows], MOST)
        taken[rows, i, j] = True
        left[rows, i, :] = NEVER
        left[rows, :, j] = NEVER
    return taken


def _open(taken: Bools, each: Floats, present: Bools, axis: int) -> Bools:
    """Which parts have no answer that settles them."""
    return np.asarray(present & ~(taken & (each >= SETTLED)).any(axis))


def _alike(a: Ints, b: Ints, lenient: bool = False) -> Bools:
    shared = np.bitwise_count(a & b).astype(np.int32)
    most = np.maximum(np.bitwise_count(a), np.bitwise_count(b)).astype(np.int32)
    return np.asarray(4 * shared >= (LENIENT_QUARTERS if lenient else ALIKE_QUARTERS) * most)


def _hopeful(a: Rows, b: Rows, open_a: Bools, open_b: Bools, lenient: bool) -> Bools:
    """Pairs in which another reading may do better, see :func:`hexapla.names.comparing.hopeful`."""
    both = (open_a & ~a.initial)[:, :, None] & (open_b & ~b.initial)[:, None, :]
    bent = both & (a.bends[:, :, None] | b.bends[:, None, :])
    out = (bent & _alike(a.bones[:, :, None], b.bones[:, None, :])).any((1, 2))
    return np.asarray(
        out | _may_join(a, b, open_a, open_b, lenient) | _may_join(b, a, open_b, open_a, lenient)
    )


def _may_join(a: Rows, b: Rows, open_a: Bools, open_b: Bools, lenient: bool) -> Bools:
    """Pairs in which neighbouring parts of the first may be one part of the second."""
    out = np.zeros(len(open_a), dtype=bool)
    fits = a.present & ~a.initial
    rows = np.nonzero((open_a.sum(1) > open_b.sum(1)) & (open_b & b.full).any(1))[0]
    wanted = (open_b & b.full)[rows]
    for first, last in JOINS:
        held = fits[rows, first:last].all(1) & open_a[rows, first:last].any(1)
        bones = np.bitwise_or.reduce(a.bones[rows, first:last], axis=1)
        good = wanted & _alike(bones[:, None], b.bones[rows], lenient)
        out[rows] |= held & good.any(1)
    return out


def _judge(scripts: str, a: Rows, b: Rows, taken: Bools, each: Floats, size: Ints) -> Floats:
    """See :func:`hexapla.names.judging.measures`, whose arithmetic this repeats on arrays."""
    answered = taken.sum((1, 2))
    left_a, left_b = a.present & ~taken.any(2), b.present & ~taken.any(1)
    full_a, full_b = (left_a & a.full).sum(1), (left_b & b.full).sum(1)
    light_a, light_b = left_a.sum(1) - full_a, left_b.sum(1) - full_b
    both = np.minimum(full_a, full_b)
    total = np.where(taken, each * size, 0.0).sum((1, 2))
    mean = total / np.maximum(np.where(taken, size, 0).sum((1, 2)), 1)
    unanswered = (left_a & a.full)[:, :, None] & (left_b & b.full)[:, None, :]
    near = np.where(unanswered, each, EXCLUDED).max((1, 2))
    worst = np.where(taken, each, np.inf).min((1, 2))
    worst = np.where(both > 0, np.minimum(worst, near), worst)
    worst = np.where(answered > 0, worst, 0.0)
    more, evidence = np.maximum(full_a, full_b) - both, total / 100
    nothing = np.zeros(len(mean))
    measured = (
        nothing + 1, mean / 50, np.minimum(mean, 50) / 50,
        worst / 50, np.minimum(worst, 60) / 50, np.minimum(worst, 30) / 50, np.minimum(worst, 0) / 50,
        np.minimum(evidence, 30) / 10, np.minimum(evidence, 10) / 10,
        both, np.minimum(light_a, light_b), np.minimum(more, 1), np.maximum(more - 1, 0),
        np.abs(light_a - light_b), answered == 1,
        np.minimum(a.present.sum(1), b.present.sum(1)) == 1, _crossed(taken), nothing,
    )  # fmt: skip
    odds = nothing.copy()
    for weight, measure in zip(weights(scripts), measured, strict=True):
        odds += weight * measure
    score = np.round(1 / (1 + np.exp(-np.clip(odds, -30, 30))), 6)
    return np.where(answered > 0, score, 0.0)


def _crossed(taken: Bools) -> Bools:
    """Whether the answers stand in another order than what they answer."""
    place = np.where(taken.any(2), taken.argmax(2), -1)
    furthest = np.maximum.accumulate(place, axis=1)
    return np.asarray(((place >= 0) & (place < furthest)).any(1))
