"""Story and storyline: which witnesses report one event, which stories one affair."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bond:
    """How much two witnesses have in common, and why. Witnesses are indices.

    ``same_event`` and ``same_affair`` are 0..1; ``reasons`` plain phrases.
    """

    first: int
    second: int
    same_event: float
    same_affair: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """Stories as tuples of witness indices, in the order given; storylines of story indices."""

    stories: tuple[tuple[int, ...], ...]
    storylines: tuple[tuple[int, ...], ...]
    bonds: tuple[Bond, ...]
