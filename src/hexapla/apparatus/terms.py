"""Term entries: the same slot filled by another concept of a contrast set.

A rival claim (lunch, dinner) or a loaded name (army, occupation forces). Only words of one
set are held against each other, in one slot of a row; what they mean, no one is said to be right.
"""

from __future__ import annotations

from hexapla.apparatus.contests import Found, Said, contest_entry, contests, in_rows, rivalled
from hexapla.apparatus.figures import EITHER, Figure, Slot
from hexapla.apparatus.model import Entry, EntryKind
from hexapla.apparatus.wording import term_note
from hexapla.collation.model import Collation
from hexapla.collation.workings import Read, Workings
from hexapla.lang.words import words
from hexapla.lexicon.contrasting import contrasts
from hexapla.witness.model import Span

# Words are likelier than figures to differ by translation alone, so more around them must agree.
SAME_SLOT = 0.4
# A rival claim matters as much as another number; a name that judges, as much or more.
WEIGHT = {"rival": 0.75, "loaded": 0.8}


def terms(collation: Collation, workings: Workings) -> list[Entry]:
    """One entry for each slot in which witnesses have different members of a contrast set."""
    marked = [_marked(number, read) for number, read in enumerate(workings.reads)]

    found = contests(collation, workings, in_rows(marked), _holds)
    entries = [contest_entry(contest, collation, _note) for contest in found]
    return [entry for entry in entries if entry]


def _holds(slot: Slot, here: Found) -> bool:
    return rivalled(slot, here, SAME_SLOT)


def _marked(number: int, read: Read) -> list[Figure]:
    """The contrast words of a witness that are words of it, not parts of longer terms."""
    known = contrasts()
    found = []
    for clause in read.clauses:
        language = read.witness.segments[clause.segment].language
        marks = known.marks(list(words(read.witness.text, language, *clause.span)), language)
        # A *dinner banquet* is a dinner: what leaves it open says nothing beside what does not.
        plain = {mark.set for mark in marks if mark.sure and len(mark.members) == 1}
        for mark in marks:
            if mark.sure and (len(mark.members) == 1 or mark.set not in plain):
                value = EITHER.join(sorted(mark.members))
                found.append(Figure(number, "term", mark.set, value, Span(mark.start, mark.end)))
    return found


def _note(figure: Figure, said: Said) -> tuple[EntryKind, str, float]:
    found = contrasts().sets[figure.kind]
    return "term", term_note(said, found.label), WEIGHT[found.kind]
