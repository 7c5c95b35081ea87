"""Many pairs of names at once: what :mod:`hexapla.names.comparing` does to one, as arrays.

Two rounds, as there: the plain readings of all parts; then, for the pairs in which that leaves
something open, other readings and joined parts. Only names that arrays have no room for (two
scripts in one name, more than :data:`MOST` parts) and initials without an answer go the way of
single pairs. Both ways give the same scores.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from hexapla.names import comparing
from hexapla.names.arrays import (
    MOST,
    Bools,
    Floats,
    Grid,
    Rows,
    assign,
    hopeful,
    judge,
    open_parts,
    possible,
    stack,
    weigh_others,
    weigh_plain,
)
from hexapla.names.letters import HAN, SCRIPTS
from hexapla.names.parts import Name, take_apart

# Beyond the scripts' numbers: a name arrays cannot hold; a name without parts.
MIXED, NONE = len(SCRIPTS), len(SCRIPTS) + 1


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
    for (one, other), members in _by_scripts(pairs).items():
        numbers = np.array([n for n, _, _ in members])
        if one < MIXED and other < MIXED:
            a, b = stack([a for _, a, _ in members]), stack([b for _, _, b in members])
            out[numbers], left = _group(SCRIPTS[one], SCRIPTS[other], a, b)
            single.extend(numbers[left].tolist())
        elif NONE not in (one, other):
            single.extend(numbers.tolist())
    for n in single:
        out[n] = comparing.compared(*pairs[n])
    return [float(score) for score in out]


def _by_scripts(
    pairs: Sequence[tuple[Name, Name]],
) -> dict[tuple[int, int], list[tuple[int, Name, Name]]]:
    """The pairs by their scripts, each turned as costs are kept."""
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
    return groups


def _script(name: Name) -> int:
    """The number of the script that all parts are of."""
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


def _group(script_a: str, script_b: str, a: Rows, b: Rows) -> tuple[Floats, Bools]:
    """Scores of pairs of the same scripts, and which of them must be compared singly."""
    lenient, scripts = HAN in (script_a, script_b), f"{script_a}-{script_b}"
    plain = weigh_plain(scripts, a, b, possible(a, b, lenient))
    taken = assign(plain, a.at[:, :MOST], b.at[:, :MOST])
    open_a, open_b = open_parts(plain, taken, a, b)
    score = judge(scripts, a, b, plain, plain, taken)
    hope = hopeful(a, b, open_a, open_b, lenient)
    rows = np.nonzero(hope.any((1, 2)))[0]
    single = _initials_open(a, b, taken)
    if len(rows):
        some_a, some_b = a.only(rows), b.only(rows)
        first = Grid(plain.weight[rows], plain.each[rows], plain.letters[rows])
        more = weigh_others(scripts, some_a, some_b, first, hope[rows])
        second = assign(more, some_a.at, some_b.at)
        score[rows] = judge(scripts, some_a, some_b, more, first, second)
        single[rows] = _initials_open(some_a, some_b, second)
    return score, single


def _initials_open(a: Rows, b: Rows, taken: Bools) -> Bools:
    """Pairs in which an initial has no answer while the other name has something left that it may stand for."""
    left_a, left_b = a.left(taken.any(2)), b.left(taken.any(1))
    one = (left_a & a.initial).any(1) & left_b.any(1)
    return np.asarray(one | ((left_b & b.initial).any(1) & left_a.any(1)))
