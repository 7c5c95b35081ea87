"""Many pairs of names at once: what :mod:`hexapla.names.comparing` does to one, as arrays.

Most pairs need nothing but the plain readings of a few parts, and those are compared as
arrays. A pair that asks for more (joined words, undone cases, initials, two scripts in one
name, more than :data:`MOST` parts) goes the way of single pairs. Both give the same scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hexapla.names import comparing
from hexapla.names.aligning import NEVER, table
from hexapla.names.comparing import ALIKE_QUARTERS, EXCLUDED, LEAST, SETTLED
from hexapla.names.judging import weights
from hexapla.names.letters import HAN
from hexapla.names.parts import INITIAL, NAME, Name, bends, joinable

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
# Parts of a name, and joins of its words, that arrays have room for.
MOST, JOINS = 4, 5
# A cell's place, for telling whether answers cross.
PLACES = np.arange(MOST)


class Row(NamedTuple):
    """A name in numbers, fixed in length; None instead for a name that arrays have no room for."""

    script: str
    plain: list[str]
    """First readings, padded with empty ones."""
    whole: list[str]
    """Second readings, empty where there is none."""
    numbers: list[int]
    """Parts; then for each part whether it is full, whether it bends, its bones; for each join bones, parts."""


@cache
def _padding(size: int) -> tuple[list[str], list[int]]:
    return [""] * size, [0] * size


def row(name: Name) -> Row | None:
    """A name in numbers."""
    parts, kinds = name.parts, name.kinds
    count = len(parts)
    if not 0 < count <= MOST or INITIAL in kinds:
        return None
    script = parts[0].script
    if any(part.script != script for part in parts):
        return None
    blank, zero = [""] * (MOST - count), [0] * (MOST - count)
    joins = _joins(name) if len(kinds) > 1 else [0] * (2 * JOINS)
    if len(joins) > 2 * JOINS:
        return None
    return Row(
        script,
        [part.readings[0] for part in parts] + blank,
        [part.readings[1] if len(part.readings) > 1 else "" for part in parts] + blank,
        [count]
        + [int(part.kind == NAME) for part in parts]
        + zero
        + [int(bends(part.written, part.language)) for part in parts]
        + zero
        + [part.bones for part in parts]
        + zero
        + joins,
    )


def _joins(name: Name) -> list[int]:
    """Bones of each join, then which parts it holds (a bit each); padded, or too long if there are too many."""
    kinds, words = name.kinds, name.words
    number, at = [], 0
    for kind in kinds:
        number.append(0 if kind is None else 1 << at)
        at += kind is not None
    bones, held = [], []
    for size in (2, 3):
        for first in range(len(words) - size + 1):
            if joinable(kinds[first : first + size]):
                bits = mask = 0
                for n in range(first, first + size):
                    bits |= words[n].bones
                    mask |= number[n]
                bones.append(bits)
                held.append(mask)
    blank = [0] * (JOINS - len(bones))
    return bones + blank + held + blank


@dataclass(frozen=True, slots=True)
class Rows:
    """One side of a group of pairs, in arrays; the first axis is the pair."""

    words: list[str]
    plain: Ints
    whole: Ints
    count: Ints
    full: Bools
    bends: Bools
    bones: Ints
    join_bones: Ints
    join_parts: Ints

    @property
    def present(self) -> Bools:
        """Which places hold a part."""
        return np.asarray(self.count[:, None] > PLACES)


def _stack(rows: Sequence[Row], of_pair: npt.NDArray[np.intp]) -> Rows:
    known: dict[str, int] = {"": 0}
    number = [[known.setdefault(word, len(known)) for word in (*one.plain, *one.whole)] for one in rows]
    readings = np.array(number, dtype=np.int32)[of_pair]
    numbers = np.array([one.numbers for one in rows], dtype=np.int32)[of_pair]
    full, bend, bones, join_bones, join_parts = np.split(
        numbers[:, 1:], np.cumsum([MOST, MOST, MOST, JOINS]), axis=1
    )
    return Rows(
        list(known),
        readings[:, :MOST],
        readings[:, MOST:],
        numbers[:, 0],
        full.astype(bool),
        bend.astype(bool),
        bones,
        join_bones,
        join_parts,
    )


def scores(pairs: Sequence[tuple[Name, Name]]) -> list[float]:
    """The score of each pair."""
    out = np.zeros(len(pairs))
    rows: dict[int, Row | None] = {}
    groups: dict[tuple[str, str], list[tuple[int, Name, Name]]] = {}
    single: list[int] = []
    for n, (a, b) in enumerate(pairs):
        one, other = _known(a, rows), _known(b, rows)
        if one is None or other is None:
            if a.parts and b.parts:
                single.append(n)
        elif comparing.in_order(a, b):
            groups.setdefault((one.script, other.script), []).append((n, a, b))
        else:
            groups.setdefault((other.script, one.script), []).append((n, b, a))
    for (script_a, script_b), members in groups.items():
        numbers = np.array([n for n, _, _ in members])
        a, b = ([member[side] for member in members] for side in (1, 2))
        found, more = _group(script_a, script_b, _side(a, rows), _side(b, rows))
        out[numbers] = found
        single.extend(numbers[more].tolist())
    comparing.prepare([pairs[n] for n in single])
    for n in single:
        out[n] = comparing.compared(*pairs[n])
    return [float(score) for score in out]


def _known(name: Name, rows: dict[int, Row | None]) -> Row | None:
    key = id(name)  # the pairs hold the names, so none is replaced while we look
    if key not in rows:
        rows[key] = row(name)
    return rows[key]


def _side(names: Sequence[Name], rows: dict[int, Row | None]) -> Rows:
    place: dict[int, int] = {}
    of_pair = np.array([place.setdefault(id(name), len(place)) for name in names])
    return _stack([found for key in place if (found := rows[key]) is not None], of_pair)


def _group(script_a: str, script_b: str, a: Rows, b: Rows) -> tuple[Floats, Bools]:
    """Scores of pairs of the same scripts, and which of them ask for more than plain readings."""
    possible = _possible(a, b, HAN in (script_a, script_b))
    weight, each, size = _cells(script_a, script_b, a, b, possible)
    taken = _assign(np.where(each > LEAST, weight, NEVER))
    open_a, open_b = _open(taken, each, a.present, 2), _open(taken, each, b.present, 1)
    more = _hopeful(a, b, open_a, open_b, HAN in (script_a, script_b))
    return _judge(f"{script_a}-{script_b}", a, b, taken, each, size), more


def _possible(a: Rows, b: Rows, lenient: bool) -> Bools:
    here = a.present[:, :, None] & b.present[:, None, :]
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
    where = [np.nonzero(possible & here) for here in _read_so(a, b)]
    keys = [
        (words_a[at[0], at[1]].astype(np.int64) << 32) | words_b[at[0], at[2]]
        for at, (words_a, words_b) in zip(where, _readings(a, b), strict=True)
    ]
    distinct, back = np.unique(np.concatenate(keys), return_inverse=True)
    if not len(distinct):
        return weight, each, size
    numbers = np.stack([distinct >> 32, distinct & 0xFFFFFFFF]).astype(np.int32)
    found = table(script_a, script_b).weigh_many(a.words, b.words, numbers)
    lengths = [np.array([len(word) for word in side.words], dtype=np.int32) for side in (a, b)]
    letters = lengths[0][numbers[0]] + lengths[1][numbers[1]]
    per_letter = found / letters
    at_key = np.split(back, np.cumsum([len(key) for key in keys])[:-1])
    for at, key in zip(where, at_key, strict=True):
        better = per_letter[key] > each[at]
        at, key = tuple(axis[better] for axis in at), key[better]  # noqa: PLW2901
        weight[at], each[at], size[at] = found[key], per_letter[key], letters[key]
    return weight, each, size


def _readings(a: Rows, b: Rows) -> list[tuple[Ints, Ints]]:
    return [(x, y) for x in (a.plain, a.whole) for y in (b.plain, b.whole)]


def _read_so(a: Rows, b: Rows) -> list[Bools]:
    return [np.asarray((x > 0)[:, :, None] & (y > 0)[:, None, :]) for x, y in _readings(a, b)]


def _assign(weight: Ints) -> Bools:
    """The best cells, each part once: heaviest first, then the earlier part."""
    count = len(weight)
    left, taken = weight.reshape(count, -1).copy(), np.zeros(weight.shape, dtype=bool)
    every = np.arange(count)
    for _ in range(MOST):
        best = left.argmax(1)
        rows = every[left[every, best] > NEVER]
        if not len(rows):
            break
        i, j = np.divmod(best[rows], MOST)
        taken[rows, i, j] = True
        grid = left.reshape(weight.shape)
        grid[rows, i, :] = NEVER
        grid[rows, :, j] = NEVER
    return taken


def _open(taken: Bools, each: Floats, present: Bools, axis: int) -> Bools:
    """Which parts have no answer that settles them."""
    return np.asarray(present & ~(taken & (each >= SETTLED)).any(axis))


def _alike(a: Ints, b: Ints) -> Bools:
    shared = np.bitwise_count(a & b).astype(np.int32)
    most = np.maximum(np.bitwise_count(a), np.bitwise_count(b)).astype(np.int32)
    return np.asarray(4 * shared >= ALIKE_QUARTERS * most)


def _hopeful(a: Rows, b: Rows, open_a: Bools, open_b: Bools, lenient: bool) -> Bools:
    """Pairs in which another reading may do better, see :func:`hexapla.names.comparing.hopeful`."""
    both = open_a[:, :, None] & open_b[:, None, :]
    bent = both & (a.bends[:, :, None] | b.bends[:, None, :])
    out = (bent & _alike(a.bones[:, :, None], b.bones[:, None, :])).any((1, 2))
    return np.asarray(
        out | _may_join(a, b, open_a, open_b, lenient) | _may_join(b, a, open_b, open_a, lenient)
    )


def _may_join(a: Rows, b: Rows, open_a: Bools, open_b: Bools, lenient: bool) -> Bools:
    held = (a.join_parts & (open_a << PLACES).sum(1, dtype=np.int32)[:, None]) > 0
    wanted = held[:, :, None] & (open_b & b.full)[:, None, :]
    wanted &= (open_a.sum(1) > open_b.sum(1))[:, None, None]
    if lenient:
        return np.asarray(wanted.any((1, 2)))
    return np.asarray((wanted & _alike(a.join_bones[:, :, None], b.bones[:, None, :])).any((1, 2)))


def _judge(scripts: str, a: Rows, b: Rows, taken: Bools, each: Floats, size: Ints) -> Floats:
    """See :func:`hexapla.names.judging.measures`, whose arithmetic this repeats on arrays."""
    answered = taken.sum((1, 2))
    left_a, left_b = a.present & ~taken.any(2), b.present & ~taken.any(1)
    full_a, full_b = ((left & side.full).sum(1) for left, side in ((left_a, a), (left_b, b)))
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
    measured = (
        np.ones(len(mean)), mean / 50, np.minimum(mean, 50) / 50,
        worst / 50, np.minimum(worst, 60) / 50, np.minimum(worst, 30) / 50, np.minimum(worst, 0) / 50,
        np.minimum(evidence, 30) / 10, np.minimum(evidence, 10) / 10,
        both, np.minimum(light_a, light_b), np.minimum(more, 1), np.maximum(more - 1, 0),
        np.abs(light_a - light_b), answered == 1, np.minimum(a.count, b.count) == 1, _crossed(taken),
        np.zeros(len(mean)),
    )  # fmt: skip
    odds = sum(w * np.asarray(m, dtype=float) for w, m in zip(weights(scripts), measured, strict=True))
    score = np.round(1 / (1 + np.exp(-np.clip(odds, -30, 30))), 6)
    return np.where(answered > 0, score, 0.0)


def _crossed(taken: Bools) -> Bools:
    """Whether the answers stand in another order than what they answer."""
    place = np.where(taken.any(2), taken.argmax(2), -1)
    furthest = np.maximum.accumulate(place, axis=1)
    return np.asarray(((place >= 0) & (place < furthest)).any(1))
