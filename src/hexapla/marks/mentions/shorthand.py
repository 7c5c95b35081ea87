"""A side by the first character of its state: 巴方, of whichever state so written the text names in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hexapla.marks.mentions.elements import Element
from hexapla.marks.mentions.sentences import Read

# A character for a state and one for its side.
SHORT = 2


def told(reads: Sequence[Read]) -> list[Read]:
    """The sentences read, where words are not parted, with the sides that only the text's own states explain."""
    own: set[str] = set()
    named: dict[str, set[str]] = {}
    for read in reads:
        for one in read.found:
            if not read.lens.spaced and "s" in one.cls and one.states and len(one.form) > 1:
                own.add(one.states[0])
                named.setdefault(one.form[0], set()).add(one.states[0])
    return [
        replace(read, found=[_told(one, own, named) for one in read.found]) if not read.lens.spaced else read
        for read in reads
    ]


def _told(one: Element, own: set[str], named: dict[str, set[str]]) -> Element:
    states = named.get(one.form[:1], set())
    short = "g" in one.cls and len(one.form) == SHORT and bool(one.states)
    if not short or one.states[0] in own or len(states) != 1:
        return one
    return one._replace(states=tuple(states))
