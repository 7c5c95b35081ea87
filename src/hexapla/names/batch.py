"""Many pairs of names at once: what :mod:`hexapla.names.comparing` does to one, as arrays.

Two rounds, as there: the plain readings of all parts; then, for the pairs in which that leaves
something open, other readings and joined parts. Only names that arrays have no room for (two
scripts in one name, more than :data:`MOST` parts) go the way of single pairs. Both ways give
the same scores.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
import numpy.typing as npt

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
from hexapla.names.leaving import without_initials
from hexapla.names.letters import HAN, SCRIPTS
from hexapla.names.parts import MIXED, NONE, Name, take_apart


def scores(pairs: Sequence[tuple[str, str, str, str]]) -> list[float]:
    """The score of each pair (name, its language, other name, its language)."""
    with _without_collecting():
        return _scores([take_apart(p[0], p[1]) for p in pairs], [take_apart(p[2], p[3]) for p in pairs])


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


def _scores(a: Sequence[Name], b: Sequence[Name]) -> list[float]:
    out = np.zeros(len(a))
    one, other = _scripts(a), _scripts(b)
    turned = one < other
    for n in np.nonzero(one == other)[0].tolist():
        turned[n] = a[n][:2] > b[n][:2]
    kinds = np.maximum(one, other) * (NONE + 1) + np.minimum(one, other)
    for kind in np.unique(kinds).tolist():
        numbers = np.nonzero(kinds == kind)[0]
        first, second = divmod(kind, NONE + 1)
        places = list(zip(numbers.tolist(), turned[numbers].tolist(), strict=True))
        if first < MIXED:
            these = stack([b[n] if turn else a[n] for n, turn in places])
            those = stack([a[n] if turn else b[n] for n, turn in places])
            out[numbers] = _group(SCRIPTS[first], SCRIPTS[second], these, those)
        elif first < NONE:
            out[numbers] = [comparing.compared(a[n], b[n]) for n, _ in places]
    scored: list[float] = out.tolist()
    return scored


def _scripts(names: Sequence[Name]) -> npt.NDArray[np.int64]:
    """The numbers of the names' scripts, each pair turned as costs are kept by the higher first."""
    scripts = np.array([name.script for name in names], dtype=np.int64)
    crowded = np.array([len(name.parts) for name in names], dtype=np.int64) > MOST
    return np.where(crowded, np.maximum(scripts, MIXED), scripts)


def _group(script_a: str, script_b: str, a: Rows, b: Rows) -> Floats:
    """Scores of pairs of the same scripts."""
    lenient, scripts = HAN in (script_a, script_b), f"{script_a}-{script_b}"
    plain = weigh_plain(scripts, a, b, possible(a, b, lenient))
    taken = assign(plain)
    score = judge(scripts, a, b, plain, plain, taken, _left(a, b, taken))
    hope = hopeful(a, b, *open_parts(plain, taken, a, b), lenient)
    rows = np.nonzero(hope.any((1, 2)))[0]
    if len(rows):
        a, b = a.only(rows), b.only(rows)
        first = Grid(plain.weight[rows], plain.each[rows], plain.letters[rows])
        more = weigh_others(scripts, a, b, first, hope[rows])
        taken = assign(more)
        score[rows] = judge(scripts, a, b, more, first, taken, _left(a, b, taken))
    return score


def _left(a: Rows, b: Rows, taken: Bools) -> tuple[Bools, Bools]:
    """Parts without an answer; initials and what they may stand for are none."""
    left_a, left_b = a.left(np.asarray(taken.any(2))), b.left(np.asarray(taken.any(1)))
    both = ((left_a & a.initial).any(1) & left_b.any(1)) | ((left_b & b.initial).any(1) & left_a.any(1))
    for n in np.nonzero(both)[0].tolist():
        parts_a, parts_b = a.names[a.name[n]].parts, b.names[b.name[n]].parts
        at_a, at_b = np.nonzero(left_a[n])[0].tolist(), np.nonzero(left_b[n])[0].tolist()
        kept_a, kept_b = without_initials([parts_a[i] for i in at_a], [parts_b[i] for i in at_b])
        left_a[n, at_a] = kept_a
        left_b[n, at_b] = kept_b
    return left_a, left_b
