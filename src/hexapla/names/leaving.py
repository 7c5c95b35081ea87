"""Parts of a name that stay without an answer, and what they count.

An initial may stand for a given name, or be a title; a patronymic may be left out. What cannot stand
for what it is beside speaks against the two names being one.
"""

from __future__ import annotations

from collections.abc import Sequence

from hexapla.names.aligning import facing
from hexapla.names.parts import Name
from hexapla.names.words import INITIAL, NAME, PATRONYMIC, Part


def unanswered(parts: Sequence[Part], used: int) -> list[Part]:
    """Parts without an answer."""
    return [part for n, part in enumerate(parts) if not used >> n & 1]


def full(left: Sequence[Part], other: Sequence[Part]) -> list[Part]:
    """Of the parts left those that count in full; also an initial or patronymic that something contradicts."""
    against = {part.kind for part in other}
    counted = {NAME}
    if against & {NAME, INITIAL}:
        counted.add(INITIAL)
    if PATRONYMIC in against:
        counted.add(PATRONYMIC)
    return [part for part in left if part.kind in counted]


def without_initials(a: Sequence[Part], b: Sequence[Part]) -> tuple[list[bool], list[bool]]:
    """Which parts stay without an answer when initials are taken for what they may stand for, or for titles."""
    stays = [True] * len(a), [True] * len(b)
    for these, those, mine, theirs in ((a, b, *stays), (b, a, *stays[::-1])):
        for n, part in enumerate(these):
            for m, other in enumerate(those):
                if part.kind == INITIAL and mine[n] and theirs[m] and _begins(other, part):
                    mine[n] = theirs[m] = False
    for these, mine in ((a, stays[0]), (b, stays[1])):
        for n, part in enumerate(these):
            mine[n] &= not part.doubtful
    return stays


def _begins(part: Part, initial: Part) -> bool:
    """Whether a part may be what the initial, or abbreviation, of another name stands for."""
    short, own = initial.readings[0], part.readings[0]
    if part.folded.startswith(initial.folded):
        return True
    one, turned = facing(initial.script, part.script)
    if own.startswith(one.answers_to(short, turned)):
        return True
    own = own[: len(short)]
    return (one.weigh(own, short) if turned else one.weigh(short, own)) > 0


def certain(name: Name) -> int:
    """The parts that are no titles."""
    return sum(not part.doubtful for part in name.parts)
