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
from hexapla.names.parts import MIXED, NONE, Name, take_apart


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
            out[numbers] = _group(SCRIPTS[one], SCRIPTS[other], a, b)
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
    for n, (a, b) in enumerate(pairs):
        one, other = a.script, b.script
        if len(a.parts) > MOST or len(b.parts) > MOST:
            one, other = max(one, MIXED), max(other, MIXED)
        if one > other or (one == other and a[:2] <= b[:2]):
            groups.setdefault((one, other), []).append((n, a, b))
        else:
            groups.setdefault((other, one), []).append((n, b, a))
    return groups


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
        kept_a, kept_b = comparing.without_initials([parts_a[i] for i in at_a], [parts_b[i] for i in at_b])
        left_a[n, at_a] = kept_a
        left_b[n, at_b] = kept_b
    return left_a, left_b
