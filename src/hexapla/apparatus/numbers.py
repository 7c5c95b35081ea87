"""Number and date entries: the same slot, another value."""

from __future__ import annotations

from hexapla.apparatus.contests import Found, Said, contest_entry, contests, rivalled
from hexapla.apparatus.figures import SAME_SLOT, Figure, Slot, figures_of
from hexapla.apparatus.model import Entry, EntryKind
from hexapla.apparatus.wording import number_note
from hexapla.collation.model import Collation
from hexapla.collation.workings import Workings

# Another figure is among what matters most; a figure that stands elsewhere too, less.
WEIGHT = 0.85


def numbers(collation: Collation, workings: Workings) -> list[Entry]:
    """One entry for each slot in which witnesses have different numbers or dates."""
    found = contests(collation, workings, lambda locus, names: figures_of(locus, collation, names), _holds)
    entries = [contest_entry(contest, collation, _note) for contest in found]
    return [entry for entry in entries if entry]


def _holds(slot: Slot, here: Found) -> bool:
    return rivalled(slot, here, SAME_SLOT)


def _note(figure: Figure, said: Said) -> tuple[EntryKind, str, float]:
    kind: EntryKind = "date" if figure.what == "date" else "number"
    return kind, number_note(said, kind), WEIGHT
