"""One record against another: what moved between the stories of one affair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hexapla.parties import Parties
from hexapla.record.followups import follow_ups
from hexapla.record.holders import holders
from hexapla.record.lines import line
from hexapla.record.model import Change, Move, MoveKind, Movement, Record
from hexapla.record.presence import issues, participants, stances

# In this order a reader is told: who it is that acts, who is there, what it is about, what positions, what became of it.
KINDS: tuple[MoveKind, ...] = ("holder", "participant", "issue", "stance", "body", "agreement")
# What moved before what stays.
STILL: tuple[Change, ...] = ("stays",)


def compare(records: Sequence[Record], parties: Parties, numbers: Sequence[int] | None = None) -> Movement:
    """What moved between stories of one affair.

    Parameters
    ----------
    records:
        Two stories or more. They are put in the order of their days; one whose day is unknown stays behind the one
        that it was given after.
    numbers:
        What each story is called on the desk (``Chapter.number``); its place in what was given by default.

    Returns
    -------
    Movement
        What moved comes before what stays, kind by kind. Nothing but *stays* where stories tell the same.
    """
    told = line(records, parties, numbers)
    found = [*holders(told), *participants(told), *issues(told), *stances(told), *follow_ups(told)]
    ranked = sorted(found, key=lambda move: (KINDS.index(move.kind), move.change in STILL))
    return Movement(told.chapters, tuple(replace(m, id=n) for n, m in enumerate(ranked, 1)))


def moved(movement: Movement) -> tuple[Move, ...]:
    """What is another in one story than in another."""
    return tuple(move for move in movement.moves if move.change not in STILL)
