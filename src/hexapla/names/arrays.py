"""The arithmetic of :mod:`hexapla.names.comparing` on arrays; see there for what it means.

The first axis is always the pair. An *item* is a part of a name, or some neighbouring parts
joined: the first :data:`MOST` items are the parts, the others the joins of :data:`JOINS`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from hexapla.names.aligning import NEVER, table
from hexapla.names.comparing import (
    ALIKE_QUARTERS,
    BENT_APART,
    EXCLUDED,
    JOINED_HAN,
    JOINED_LETTERS,
    JOINED_QUARTERS,
    LEAST,
    SETTLED,
    all_readings,
)
from hexapla.names.judging import weights
from hexapla.names.parts import Name
from hexapla.names.words import INITIAL, NAME, PATRONYMIC, Part

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Kept = TypeVar("Kept", Name, Part)
# Parts of a name that arrays have room for; neighbours that may be one word elsewhere (first, last).
MOST = 5
JOINS = ((0, 2), (1, 3), (2, 4), (3, 5), (0, 3), (1, 4), (2, 5))
PLACES = np.arange(MOST)
# Which parts each item holds, a bit each.
AT = np.array([1 << n for n in range(MOST)] + [((1 << (j - i)) - 1) << i for i, j in JOINS], dtype=np.int32)
LOWEST = np.array([*range(MOST), *(i for i, _ in JOINS)], dtype=np.int32)


class Grid(NamedTuple):
    """Every item of one name against every item of the other."""

    weight: Ints
    each: Floats
    """The weight by the number of letters, hundredths; EXCLUDED where the two were not weighed."""
    letters: Ints


@dataclass(frozen=True)
class Rows:
    """One side of a group of pairs, its parts in arrays of shape (pair, part)."""

    names: Sequence[Name]
    parts: Sequence[Part]
    name: Ints
    """Number of the pair's name among ``names``, shape (pair,)."""
    part: Ints
    """Number of the part among ``parts``, -1 where there is none."""
    plain: Ints
    """Number of the part's first reading, 0 where there is no part."""
    whole: Ints
    """Number of its second reading, 0 where there is none."""
    present: Bools
    full: Bools
    initial: Bools
    patronymic: Bools
    bends: Bools
    short: Bools
    bones: Ints
    letters: Ints
    """Of the first reading."""
    readings: Sequence[str]

    def only(self, rows: npt.NDArray[np.intp]) -> Rows:
        """The same for some of the pairs."""
        return Rows(
            self.names,
            self.parts,
            self.name[rows],
            self.part[rows],
            self.plain[rows],
            self.whole[rows],
            self.present[rows],
            self.full[rows],
            self.initial[rows],
            self.patronymic[rows],
            self.bends[rows],
            self.short[rows],
            self.bones[rows],
            self.letters[rows],
            self.readings,
        )

    def left(self, taken: Bools) -> Bools:
        """Parts that no item taken holds; ``taken`` of shape (pair, item)."""
        used = np.bitwise_or.reduce(np.where(taken, AT[: taken.shape[1]], 0), axis=1)
        return np.asarray(self.present & ((used[:, None] >> PLACES) & 1 == 0))


def stack(names: Sequence[Name]) -> Rows:
    """The parts of names; each distinct name and part is read once."""
    distinct, of_pair = _distinct(names)
    own = [name.parts for name in distinct]
    parts, number = _distinct(list(chain.from_iterable(own)))
    rows = np.zeros((len(distinct), MOST), dtype=np.int32)
    rows[np.array([len(some) for some in own])[:, None] > PLACES] = number + 1
    at = rows[of_pair]
    first = [part.readings[0] for part in parts]
    second = [part.readings[1] if len(part.readings) > 1 else "" for part in parts]
    known = {reading: n for n, reading in enumerate(dict.fromkeys(chain(("",), first, second)))}
    return Rows(
        distinct,
        parts,
        of_pair.astype(np.int32),
        at - 1,
        np.array([0, *map(known.__getitem__, first)], dtype=np.int32)[at],
        np.array([0, *map(known.__getitem__, second)], dtype=np.int32)[at],
        at > 0,
        np.array([False, *(part.kind == NAME for part in parts)])[at],
        np.array([False, *(part.kind == INITIAL for part in parts)])[at],
        np.array([False, *(part.kind == PATRONYMIC for part in parts)])[at],
        np.array([False, *(part.bends for part in parts)])[at],
        np.array([False, *(part.short for part in parts)])[at],
        np.array([0, *(part.bones for part in parts)], dtype=np.int32)[at],
        np.array([0, *map(len, first)], dtype=np.int32)[at],
        list(known),
    )


def _distinct(objects: Sequence[Kept]) -> tuple[list[Kept], npt.NDArray[np.intp]]:
    """The distinct objects, by identity, and which of them each is. Their order says nothing."""
    ids = np.fromiter(map(id, objects), dtype=np.int64, count=len(objects))
    _, first, back = np.unique(ids, return_index=True, return_inverse=True)
    return [objects[n] for n in first.tolist()], back


def possible(a: Rows, b: Rows, lenient: bool) -> Bools:
    """Parts whose consonants leave a chance that they are one."""
    here = (a.present & ~a.initial)[:, :, None] & (b.present & ~b.initial)[:, None, :]
    if lenient:
        return here
    shared = np.bitwise_count(a.bones[:, :, None] & b.bones[:, None, :])
    least = np.minimum(np.bitwise_count(a.bones)[:, :, None], np.bitwise_count(b.bones)[:, None, :])
    return np.asarray(here & (2 * shared >= least))


def weigh_plain(scripts: str, a: Rows, b: Rows, wanted: Bools) -> Grid:
    """The wanted parts against one another, by their best plain readings."""
    out = _empty(wanted.shape)
    where, words_a, words_b = [], [], []
    for x in (a.plain, a.whole):
        for y in (b.plain, b.whole):
            at = np.nonzero(wanted & (x > 0)[:, :, None] & (y > 0)[:, None, :])
            where.append(at)
            words_a.append(x[at[0], at[1]])
            words_b.append(y[at[0], at[2]])
    weight, letters = _weigh(
        scripts, (a.readings, b.readings), np.concatenate(words_a), np.concatenate(words_b)
    )
    ends = np.cumsum([len(words) for words in words_a])[:-1]
    for at, some, size in zip(where, np.split(weight, ends), np.split(letters, ends), strict=True):
        _better(out, at, some, size)
    return out


def weigh_others(scripts: str, a: Rows, b: Rows, plain: Grid, wanted: Bools) -> Grid:
    """All items against one another: the plain cells, and the wanted ones by all their readings."""
    out = _empty(wanted.shape)
    out.weight[:, :MOST, :MOST] = plain.weight
    out.each[:, :MOST, :MOST] = plain.each
    out.letters[:, :MOST, :MOST] = plain.letters
    row, i, j = np.nonzero(wanted)
    readings_a, of_a, cost_a, start_a, count_a = _all_readings(a, row, i)
    readings_b, of_b, cost_b, start_b, count_b = _all_readings(b, row, j)
    # Every reading of one item with every one of the other: cell n has count_a[n] * count_b[n] of them.
    many = count_a * count_b
    cell = np.repeat(np.arange(len(row)), many)
    within = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
    x = start_a[cell] + within // count_b[cell]
    y = start_b[cell] + within % count_b[cell]
    weight, letters = _weigh(scripts, (readings_a, readings_b), of_a[x], of_b[y])
    weight = weight - cost_a[x] - cost_b[y]
    # The best of each cell: first by weight per letter, then the first.
    order = np.lexsort((np.arange(len(cell)), -(weight / letters), cell))
    best = order[np.unique(cell[order], return_index=True)[1]]
    _better(out, (row, i, j), weight[best], letters[best], always=True)
    return out


def _empty(shape: tuple[int, ...]) -> Grid:
    return Grid(
        np.full(shape, NEVER, dtype=np.int32), np.full(shape, EXCLUDED), np.ones(shape, dtype=np.int32)
    )


def _better(
    grid: Grid, at: tuple[npt.NDArray[np.intp], ...], weight: Ints, letters: Ints, always: bool = False
) -> None:
    """Puts the weights where they are better than what stands there."""
    each = weight / letters
    better = each > (EXCLUDED if always else grid.each[at])
    cell = tuple(axis[better] for axis in at)
    grid.weight[cell], grid.each[cell], grid.letters[cell] = weight[better], each[better], letters[better]


def _weigh(
    scripts: str, readings: tuple[Sequence[str], Sequence[str]], x: Ints, y: Ints
) -> tuple[Ints, Ints]:
    """Weights and letters of pairs of readings, given by their numbers."""
    if not len(x):
        return np.zeros(0, dtype=np.int32), np.ones(0, dtype=np.int32)
    distinct, back = np.unique(x.astype(np.int64) * len(readings[1]) + y, return_inverse=True)
    numbers = np.stack(np.divmod(distinct, len(readings[1]))).astype(np.int32)
    found = table(*scripts.split("-")).weigh_many(readings[0], readings[1], numbers)
    lengths = [np.array([len(word) for word in words], dtype=np.int32) for words in readings]
    return found[back], (lengths[0][numbers[0]] + lengths[1][numbers[1]])[back]


def _all_readings(
    side: Rows, row: npt.NDArray[np.intp], item: npt.NDArray[np.intp]
) -> tuple[list[str], Ints, Ints, Ints, Ints]:
    """Readings of items: the distinct ones; for each item's readings in turn number and cost; where they begin."""
    single = item < MOST
    # A single part is the same item in whatever name it stands; joined ones are told by their name.
    of_part = side.part[row, np.where(single, item, 0)]
    of_name = len(side.parts) + side.name[row].astype(np.int64) * len(JOINS) + item - MOST
    distinct, back = np.unique(np.where(single, of_part, of_name), return_inverse=True)
    known: dict[str, int] = {}
    numbers, costs, counts = [], [], []
    for number in distinct.tolist():
        if number < len(side.parts):
            some = all_readings((side.parts[number],))
        else:
            name, join = divmod(number - len(side.parts), len(JOINS))
            first, last = JOINS[join]
            some = all_readings(side.names[name].parts[first:last])
        counts.append(len(some))
        for reading, cost in some:
            numbers.append(known.setdefault(reading, len(known)))
            costs.append(cost)
    count = np.array(counts, dtype=np.int32)
    start = np.cumsum(count, dtype=np.int32) - count
    as_array = np.array(numbers, dtype=np.int32), np.array(costs, dtype=np.int32)
    return list(known), *as_array, start[back], count[back]


def assign(grid: Grid) -> Bools:
    """The best cells, each part once: heaviest first, then the earlier item."""
    left, size = np.where(grid.each > LEAST, grid.weight, NEVER), grid.each.shape[1]
    taken, every = np.zeros(left.shape, dtype=bool), np.arange(len(left))
    flat = left.reshape(len(left), -1)
    for _ in range(MOST):
        best = flat.argmax(1)
        rows = every[flat[every, best] > NEVER]
        i, j = np.divmod(best[rows], left.shape[2])
        taken[rows, i, j] = True
        gone = (AT[:size] & AT[i][:, None] > 0)[:, :, None] | (AT[:size] & AT[j][:, None] > 0)[:, None, :]
        left[rows] = np.where(gone, NEVER, left[rows])
    return taken


def open_parts(grid: Grid, taken: Bools, a: Rows, b: Rows) -> tuple[Bools, Bools]:
    """Which parts have no answer that settles them."""
    settled = taken & (grid.each >= SETTLED)
    return a.present & ~settled.any(2), b.present & ~settled.any(1)


def _alike(a: Ints, b: Ints) -> Bools:
    shared = np.bitwise_count(a & b).astype(np.int32)
    most = np.maximum(np.bitwise_count(a), np.bitwise_count(b)).astype(np.int32)
    return np.asarray(4 * shared >= JOINED_QUARTERS * most)


def _bent_alike(a: Ints, b: Ints) -> Bools:
    shared, apart = np.bitwise_count(a & b).astype(np.int32), np.bitwise_count(a ^ b)
    least = np.minimum(np.bitwise_count(a), np.bitwise_count(b)).astype(np.int32)
    return np.asarray((4 * shared >= ALIKE_QUARTERS * least) & (apart <= BENT_APART))


def hopeful(a: Rows, b: Rows, open_a: Bools, open_b: Bools, lenient: bool) -> Bools:
    """Items that may be one in another reading, or joined."""
    out = np.zeros((len(open_a), len(AT), len(AT)), dtype=bool)
    both = (open_a & ~a.initial)[:, :, None] & (open_b & ~b.initial)[:, None, :]
    bent = a.bends[:, :, None] | b.bends[:, None, :]
    bent &= _bent_alike(a.bones[:, :, None], b.bones[:, None, :])
    bent |= a.short[:, :, None] | b.short[:, None, :]
    out[:, :MOST, :MOST] = both & bent
    rows = np.nonzero(open_a.any(1) & open_b.any(1))[0]
    for n, (first, last) in enumerate(JOINS, start=MOST):
        out[rows, n, :MOST] = _may_join(a, b, open_a, open_b, (rows, first, last, lenient))
        out[rows, :MOST, n] = _may_join(b, a, open_b, open_a, (rows, first, last, lenient))
    return out


def _may_join(
    a: Rows, b: Rows, open_a: Bools, open_b: Bools, what: tuple[npt.NDArray[np.intp], int, int, bool]
) -> Bools:
    """Whether neighbouring parts of the first names may be one part of the second; shape (row, part)."""
    rows, first, last, lenient = what
    out = np.zeros((len(rows), MOST), dtype=bool)
    fits = a.present & ~a.initial
    held = np.nonzero(fits[rows, first:last].all(1) & open_a[rows, first:last].any(1))[0]
    rows = rows[held]
    bones, letters = a.bones[rows, first], a.letters[rows, first]
    for n in range(first + 1, last):
        bones, letters = bones | a.bones[rows, n], letters + a.letters[rows, n]
    least = JOINED_HAN if lenient else JOINED_LETTERS
    enough = b.letters[rows] >= least * letters[:, None]
    wanted: Bools = open_b[rows] & b.full[rows]
    out[held] = wanted & enough & _alike(bones[:, None], b.bones[rows])
    return out


def judge(
    scripts: str, a: Rows, b: Rows, grid: Grid, plain: Grid, taken: Bools, left: tuple[Bools, Bools]
) -> Floats:
    """The scores; repeats the arithmetic of :func:`hexapla.names.judging.measures`."""
    answered = taken.sum((1, 2))
    left_a, left_b = left
    some_a, some_b = _full(a, left_a, b, left_b), _full(b, left_b, a, left_a)
    full_a, full_b = some_a.sum(1), some_b.sum(1)
    light_a, light_b = left_a.sum(1) - full_a, left_b.sum(1) - full_b
    both = np.minimum(full_a, full_b)
    total = np.where(taken, grid.each * grid.letters, 0.0).sum((1, 2))
    mean = total / np.maximum(np.where(taken, grid.letters, 0).sum((1, 2)), 1)
    unanswered = some_a[:, :, None] & some_b[:, None, :]
    near = np.where(unanswered, plain.each, EXCLUDED).max((1, 2))
    worst = np.where(taken, grid.each, np.inf).min((1, 2))
    worst = np.where(both > 0, np.minimum(worst, near), worst)
    worst = np.where(answered > 0, worst, 0.0)
    more, evidence = np.maximum(full_a, full_b) - both, total / 100
    single = np.minimum(a.present.sum(1), b.present.sum(1)) == 1
    measured = (
        np.ones(len(mean)), mean / 50, np.minimum(mean, 50) / 50,
        worst / 50, np.minimum(worst, 60) / 50, np.minimum(worst, 30) / 50, np.minimum(worst, 0) / 50,
        np.minimum(evidence, 30) / 10, np.minimum(evidence, 10) / 10,
        both, np.minimum(light_a, light_b), np.minimum(more, 1), np.maximum(more - 1, 0),
        np.abs(light_a - light_b), answered == 1, single, single & (more > 0), _crossed(taken), _joined(taken),
    )  # fmt: skip
    odds = np.zeros(len(mean))
    for weight, measure in zip(weights(scripts), measured, strict=True):
        odds += weight * measure
    score = np.round(1 / (1 + np.exp(-np.clip(odds, -30, 30))), 6)
    return np.where(answered > 0, score, 0.0)


def _full(a: Rows, left_a: Bools, b: Rows, left_b: Bools) -> Bools:
    """Of the parts left those that count in full, see :func:`hexapla.names.leaving.full`."""
    contradicted = np.any(left_b & (b.full | b.initial), axis=1, keepdims=True)
    fathered = np.any(left_b & b.patronymic, axis=1, keepdims=True)
    return np.asarray(left_a & (a.full | (a.initial & contradicted) | (a.patronymic & fathered)))


def _crossed(taken: Bools) -> Bools:
    """Whether the answers stand in another order than what they answer."""
    pair, i, j = np.nonzero(taken)
    place = np.full((len(taken), MOST), -1, dtype=np.int32)
    place[pair, LOWEST[i]] = LOWEST[j]
    furthest = np.maximum.accumulate(place, axis=1)
    return np.asarray(((place >= 0) & (place < furthest)).any(1))


def _joined(taken: Bools) -> Ints:
    """How many answers have joined parts."""
    return np.asarray(taken[:, MOST:, :].sum((1, 2)) + taken[:, :MOST, MOST:].sum((1, 2)), dtype=np.int32)
