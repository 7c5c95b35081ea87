"""The stories of one affair in the order of their days, with people and sides known by one id in all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from hexapla.collation.model import Spans
from hexapla.lang import USUAL
from hexapla.marks.mentions.model import Mention, Person
from hexapla.marks.mentions.people import merge
from hexapla.parties import Parties
from hexapla.record.model import Change, Chapter, Fact, Record
from hexapla.record.retelling import sides
from hexapla.witness.model import Span, Witness


@dataclass(frozen=True)
class Line:
    """Stories in order. ``ids`` lead, for each, from its record's ids of people to those of the whole line."""

    chapters: tuple[Chapter, ...]
    ids: tuple[Mapping[str, str], ...]
    parties: Parties

    @property
    def count(self) -> int:
        return len(self.chapters)

    def id(self, story: int, name: str) -> str:
        """Somebody's id in the whole line; what is no person's keeps its own."""
        return self.ids[story].get(name, name)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Every id a name a reader knows; the later story's, which knows more."""
        found: dict[str, str] = {}
        for story, chapter in enumerate(self.chapters):
            found.update({self.id(story, name): label for name, label in chapter.record.labels.items()})
        return found

    def label(self, name: str) -> str:
        """What a reader knows an id by."""
        if name in self.labels:
            return self.labels[name]
        try:
            return next(iter(self.parties.party(name).names.get(USUAL, ())), name)
        except KeyError:
            return name

    @cached_property
    def sides(self) -> tuple[Mapping[str, frozenset[str]], ...]:
        """For whom people act, in each story, by the line's ids."""
        return tuple(
            {
                self.id(n, name): some
                for name, some in sides((f.person for f in c.record.people), c.record.meetings).items()
            }
            for n, c in enumerate(self.chapters)
        )

    def acting_for(self, story: int, names: Iterable[str]) -> frozenset[str]:
        """The sides for whom people and sides act; the names are a record's own."""
        mine = self.sides[story]
        return frozenset(
            side for name in names for side in mine.get(self.id(story, name), frozenset((name,)))
        )

    def when(self, story: int) -> str:
        """How a sentence calls a story: by its day, where that is known and no other story's."""
        date = self.chapters[story].date
        alone = sum(c.date == date for c in self.chapters) == 1
        return f"the story of {date.isoformat()}" if date and alone else f"story {story + 1}"

    def stories(self, numbers: Sequence[int]) -> str:
        """How a sentence calls several stories."""
        return listed([self.when(n) for n in numbers])


def line(records: Sequence[Record], parties: Parties, numbers: Sequence[int] | None = None) -> Line:
    """Stories in the order of their days; stories of which neither is known to come first, as they were given.

    Where a story's day is not told, whoever it calls the holder of an office tells between which days it lies.
    """
    given = list(numbers) if numbers is not None else list(range(len(records)))
    windows = [window(record, parties) for record in records]
    left, order = list(range(len(records))), []
    while left:
        first = next(n for n in left if not any(windows[m][1] < windows[n][0] for m in left))
        order.append(first)
        left.remove(first)
    chapters = tuple(Chapter(given[n], records[n].title, records[n].date, records[n]) for n in order)
    return Line(chapters, _ids([c.record for c in chapters]), parties)


def window(record: Record, parties: Parties) -> tuple[dt.date, dt.date]:
    """Between which days a story lies: its own day, else when all who are called holders held their offices."""
    if record.date:
        return record.date, record.date
    start, end = dt.date.min, dt.date.max
    for fact in record.people:
        for held in fact.person.offices:
            if held.of and held.basis == "stated" and held.status == "incumbent":
                terms = [t for t in parties.candidates(held.office, held.of) if t.person == fact.person.id]
                start = max(start, min((t.earliest or dt.date.min for t in terms), default=start))
                end = min(end, max((t.latest or dt.date.max for t in terms), default=end))
    return (start, end) if start <= end else (dt.date.min, dt.date.max)


def _ids(records: Sequence[Record]) -> tuple[Mapping[str, str], ...]:
    """People of several stories as one cast; whoever is told of once keeps the own id."""
    several = [[_pointed(fact.person) for fact in record.people] for record in records]
    found: list[dict[str, str]] = [{} for _ in records]
    for person in merge(several):
        for story, mentions in person.mentions.items():
            found[story].update({m.person: person.id for m in mentions if m.person})
    return tuple(found)


def _pointed(person: Person) -> Person:
    """A person of a story as one of a single witness, whose one mention carries the id."""
    return replace(person, mentions={0: (Mention(Span(0, 0), "name", person=person.id),)})


def presence(there: Sequence[bool]) -> Change:
    """What became of something that some stories have."""
    if all(there):
        return "stays"
    if not there[-1]:
        return "gone"
    return "returned" if there[0] else "new"


def spans_of(facts: Iterable[Fact]) -> dict[str, tuple[Span, ...]]:
    """The words of several facts of one story, by siglum."""
    found: dict[str, set[Span]] = {}
    for fact in facts:
        for siglum, own in fact.spans.items():
            found.setdefault(siglum, set()).update(own)
    return {siglum: tuple(sorted(own)) for siglum, own in sorted(found.items())}


def quoted(record: Record, spans: Spans, most: int) -> str:
    """The words of one witness, in the language of the labels where one is; cut where they are long."""
    sigla = sorted(spans, key=lambda s: _preferred(record.witnesses[s]))
    text = " … ".join(span.of(record.witnesses[sigla[0]].text) for span in spans[sigla[0]]) if sigla else ""
    text = " ".join(text.split())
    return text if len(text) <= most else text[:most].rstrip() + "…"


def _preferred(witness: Witness) -> tuple[bool, str, str, str]:
    """An order that does not hang on the one in which witnesses were given."""
    return (witness.language != USUAL, witness.language, witness.sha256, witness.source)


def either(some: Sequence[str]) -> str:
    """Phrases joined as a denial joins them."""
    return some[0] if len(some) == 1 else ", ".join(some[:-1]) + " or " + some[-1]


def listed(some: Sequence[str]) -> str:
    """Phrases joined as a sentence joins them."""
    return some[0] if len(some) == 1 else ", ".join(some[:-1]) + " and " + some[-1]


def sentence(words: str) -> str:
    """A sentence with a capital and a full stop."""
    return words[:1].upper() + words[1:] + "."
