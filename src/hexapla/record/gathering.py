"""Facts of several witnesses that are one, gathered: surest pairs first, whatever the order of the witnesses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")

Key = tuple[int, int]
"""A fact: the number of its witness, and its place in that witness's list."""
Group = tuple[Key, ...]
Joined = Callable[[Key, Key], float]
"""How surely two facts of two witnesses are one; 0 where they are not."""
Order = tuple[str, str, int]
"""What orders facts whatever order the witnesses were given in."""


def gather(orders: Mapping[Key, Order], same: Joined, within: Joined | None = None) -> list[Group]:
    """Facts grouped into those that are one; each is in exactly one group.

    First no group has two facts of one witness. Then, with ``within`` (how surely the first says no more than a
    part of the second), a fact that is left alone joins the group of the fact that says it and more:
    where one witness tells in two sentences what the other has in one.
    """
    groups: dict[Key, tuple[Key, ...]] = {key: (key,) for key in orders}
    for _, a, b in _pairs(orders, same):
        if not {w for w, _ in groups[a]} & {w for w, _ in groups[b]}:
            _join(groups, a, b)
    if within is not None:
        _join_parts(groups, orders, within)
    return _each_once(groups, orders)


def _pairs(orders: Mapping[Key, Order], score: Joined) -> list[tuple[float, Key, Key]]:
    keys = sorted(orders, key=lambda key: orders[key])
    found = [(round(score(a, b), 4), a, b) for n, a in enumerate(keys) for b in keys[n + 1 :] if a[0] != b[0]]
    return sorted((p for p in found if p[0] > 0), key=lambda p: (-p[0], orders[p[1]], orders[p[2]]))


def _join(groups: dict[Key, tuple[Key, ...]], a: Key, b: Key) -> None:
    both = (*groups[a], *groups[b])
    groups.update(dict.fromkeys(both, both))


def _join_parts(groups: dict[Key, tuple[Key, ...]], orders: Mapping[Key, Order], within: Joined) -> None:
    alone = sorted((key for key in orders if len(groups[key]) == 1), key=lambda key: orders[key])
    found = [(round(within(a, b), 4), a, b) for a in alone for b in orders if a[0] != b[0]]
    for _, a, b in sorted((p for p in found if p[0] > 0), key=lambda p: (-p[0], orders[p[1]], orders[p[2]])):
        if len(groups[a]) == 1 and a not in groups[b]:
            _join(groups, a, b)


def _each_once(groups: Mapping[Key, tuple[Key, ...]], orders: Mapping[Key, Order]) -> list[Group]:
    done: dict[frozenset[Key], None] = dict.fromkeys(
        frozenset(groups[key]) for key in sorted(orders, key=lambda key: orders[key])
    )
    return [tuple(sorted(group)) for group in done]


def by_witness(group: Iterable[Key]) -> dict[int, list[int]]:
    """The places of a group's facts, by witness."""
    found: dict[int, list[int]] = {}
    for witness, place in sorted(group):
        found.setdefault(witness, []).append(place)
    return found


def told(group: Iterable[Key], lists: Sequence[Sequence[T]]) -> dict[int, tuple[T, ...]]:
    """A group's facts themselves, by witness."""
    return {w: tuple(lists[w][n] for n in places) for w, places in by_witness(group).items()}
