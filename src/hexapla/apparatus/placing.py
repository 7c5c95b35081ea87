"""Place entries: the same slot filled by another place.

Places are those the lexicon has as places, and the points of the compass. States are names, not places, and so is a capital that
stands for its government; a place and what it is part of (Moscow, Russia) are one family of words,
and contest nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from hexapla.apparatus.contests import Found, Said, contest_entry, contests, in_rows, rivalled
from hexapla.apparatus.figures import EITHER, Figure, Slot
from hexapla.apparatus.model import Entry, EntryKind
from hexapla.apparatus.wording import name_note
from hexapla.collation.items import Item
from hexapla.collation.model import Collation
from hexapla.collation.workings import Read, Workings
from hexapla.lexicon.compiled import Senses
from hexapla.lexicon.matching import lexicon
from hexapla.marks.mentions.casting import Cast
from hexapla.witness.model import Span

# As for names: a sentence has several places.
SAME_SLOT = 0.45
# Another place matters a little less than another person.
WEIGHT = 0.7
# A meaning of less weight is not what the word usually says.
USUAL = 0.9
FIELD, NOUN = "places", "noun"
# The concepts of the points of the compass: east, eastern, east-eastern-adj.
COMPASS = re.compile(
    r"(?:p-)?(?P<point>north|south|east|west)(?:ern)?(?:-(?:direction|(?:north|south|east|west)ern|adj))*"
)


def places(collation: Collation, workings: Workings, cast: Cast) -> list[Entry]:
    """One entry for each slot in which witnesses have different places."""
    marked = [list(_marked(number, read, cast)) for number, read in enumerate(workings.reads)]

    found = contests(collation, workings, in_rows(marked), _holds)
    entries = [contest_entry(contest, collation, _note) for contest in found]
    return [entry for entry in entries if entry]


def besides(entries: Sequence[Entry], told: Sequence[Entry]) -> list[Entry]:
    """Entries but for those whose words others tell already: east and west contrast as words, too."""
    spans = {
        (siglum, span) for e in told for r in e.readings for siglum, own in r.spans.items() for span in own
    }
    return [
        entry
        for entry in entries
        if not any(
            (siglum, span) in spans
            for reading in entry.readings
            for siglum, own in reading.spans.items()
            for span in own
        )
    ]


def _holds(slot: Slot, here: Found) -> bool:
    if slot.a.same(slot.b):
        return True
    return rivalled(slot, here, SAME_SLOT) and _families(slot.a).isdisjoint(_families(slot.b))


def _families(figure: Figure) -> set[str]:
    """The word families of a place: that of its land with them."""
    if figure.kind != "place":
        return {figure.value}
    concepts = lexicon().concepts
    ids = figure.value.split(EITHER)
    return {concepts.ids[concepts.family[concepts.numbers[one]]] for one in ids} | set(ids)


def _marked(number: int, read: Read, cast: Cast) -> Iterator[Figure]:
    """The places of a witness that no name of a person, state or body holds."""
    held = [mention.span for mention in cast.mentions[number]]
    for passage in read.by_clause.passages:
        for item in passage:
            kind, value = _place(item)
            span = Span(item.start, item.end)
            if value and not any(span.overlap(other) for other in held):
                yield Figure(number, "place", kind, value, span)


def _place(item: Item) -> tuple[str, str]:
    """What kind of place a word means, and which, where it means nothing else."""
    if item.kind != "concept":
        return "", ""
    point = _point(item.senses)
    return ("direction", point) if point else ("place", _meant(item.senses))


@cache
def _point(senses: Senses) -> str:
    """The point of the compass that is all a word means."""
    ids = lexicon().concepts.ids
    found = {COMPASS.fullmatch(ids[concept]) for concept, weight in senses if weight >= USUAL}
    points = {match["point"] if match else "" for match in found}
    return points.pop() if len(points) == 1 else ""


@cache
def _meant(senses: Senses) -> str:
    table = lexicon().concepts
    usual = [concept for concept, weight in senses if weight >= USUAL]
    nouns = [concept for concept in usual if table.pos[concept] == NOUN]
    if not nouns or any(table.field[concept] != FIELD for concept in usual):
        return ""
    return EITHER.join(sorted(table.ids[concept] for concept in nouns))


def _note(figure: Figure, said: Said) -> tuple[EntryKind, str, float]:
    return "place", name_note(said, "place"), WEIGHT
