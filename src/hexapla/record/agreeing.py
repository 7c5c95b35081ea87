"""What the witnesses of a fact agree on, and where they tell it otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from hexapla.record.model import Contradiction

V = TypeVar("V")
T = TypeVar("T")
Sigla = tuple[str, ...]
Told = Mapping[str, tuple[T, ...]]
"""A fact by siglum."""
# The flag of what is denied, compared as values of a field of this name (called as the apparatus calls them).
NEGATED, POLARITY = "negated", "polarity"
AFFIRMED, DENIED = "affirmed", "denied"


def values(told: Told[T], of: Callable[[T], V | None]) -> dict[V, tuple[str, ...]]:
    """Each value that is told and the witnesses that have it, the commonest first.

    A witness that tells a fact in several places has the value of its first that tells one.
    """
    found: dict[V, list[str]] = {}
    for siglum, own in told.items():
        value = next((v for v in map(of, own) if v is not None and v != ()), None)
        if value is not None:
            found.setdefault(value, []).append(siglum)
    ranked = sorted(found.items(), key=lambda pair: (-len(pair[1]), str(pair[0])))
    return {value: tuple(sigla) for value, sigla in ranked}


def most(found: Mapping[V, Sequence[str]]) -> V | None:
    """The value of most witnesses; None where the first two are even."""
    counts = [(len(sigla), value) for value, sigla in found.items()]
    if not counts or (len(counts) > 1 and counts[0][0] == counts[1][0]):
        return None
    return counts[0][1]


def first(found: Mapping[V, Sequence[str]]) -> V | None:
    """The value of most witnesses, and where they are even the first by name: for what only reads differently."""
    return next(iter(found), None)


def contradiction(
    field: str, found: Mapping[V, tuple[str, ...]], clash: Callable[[V, V], bool] | None = None
) -> tuple[Contradiction, ...]:
    """A contradiction where two of the values clash (any two that differ, unless ``clash`` says)."""
    some = list(found)
    if not any((clash is None or clash(a, b)) for n, a in enumerate(some) for b in some[n + 1 :]):
        return ()
    return (Contradiction(field, {written(value): sigla for value, sigla in found.items()}),)


def written(value: object) -> str:
    """A value as text; several joined by a space."""
    return " ".join(str(one) for one in value) if isinstance(value, tuple) else str(value)


def polarity(flags: Sequence[str]) -> str:
    return DENIED if NEGATED in flags else AFFIRMED


def united(several: Iterable[Iterable[V]], least: int = 1) -> tuple[V, ...]:
    """All values that at least so many have, those that most have first."""
    counts: dict[V, int] = {}
    for some in several:
        for value in dict.fromkeys(some):
            counts[value] = counts.get(value, 0) + 1
    ranked = sorted(counts, key=lambda value: (-counts[value], str(value)))
    return tuple(value for value in ranked if counts[value] >= least)
