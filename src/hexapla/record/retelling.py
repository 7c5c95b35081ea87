"""The testimonies of a story in one language of ids: a witness's own people become those of the story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from hexapla.marks.mentions.casting import Cast
from hexapla.marks.mentions.model import Mention, Person
from hexapla.record.model import Attendance, MeetingFact
from hexapla.testimony.model import Agreement, Meeting, Participant, Statement, Testimony, Topic
from hexapla.witness.model import Span

Spanned = Meeting | Statement | Topic | Agreement


@dataclass(frozen=True)
class Telling:
    """The testimonies of a story, people by the story's ids; witnesses by number and by siglum."""

    sigla: tuple[str, ...]
    own: tuple[Testimony, ...]
    told: tuple[Testimony, ...]
    ids: tuple[Mapping[str, str], ...]
    people: tuple[Person, ...]

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Every id a name a reader knows; sorted, so that the order of the witnesses changes nothing."""
        found: dict[str, str] = {}
        for number, testimony in enumerate(self.own):
            for name, label in testimony.labels.items():
                mapped = self.ids[number].get(name, name)
                found[mapped] = min(label, found.get(mapped, label))
        return dict(sorted((found | {p.id: p.label or p.id for p in self.people}).items()))

    @cached_property
    def sides(self) -> Mapping[str, frozenset[str]]:
        """For whom each person acts."""
        return sides(self.people, (m for t in self.told for m in t.meetings))

    def acting_for(self, names: Sequence[str]) -> frozenset[str]:
        """The sides for whom these people and sides act; a side acts for itself."""
        return frozenset(side for name in names for side in self.sides.get(name, frozenset((name,))))


def sides(
    people: Iterable[Person], meetings: Iterable[Meeting | MeetingFact]
) -> Mapping[str, frozenset[str]]:
    """For whom each person acts: the parties whose offices they hold, or for whom they sit at a table."""
    found: dict[str, set[str]] = {}
    for person in people:
        own = {held.of for held in person.offices if held.of and held.status != "former"}
        found.setdefault(person.id, set()).update(own)
    seats: list[Participant | Attendance] = [one for meeting in meetings for one in meeting.participants]
    for one in seats:
        if one.person and one.side:
            found.setdefault(one.person, set()).add(one.side)
    return {name: frozenset(some) for name, some in sorted(found.items())}


def telling(testimonies: Mapping[str, Testimony], cast: Cast) -> Telling:
    """The testimonies of a story, in the order of the cast's witnesses, with the cast's ids."""
    own = tuple(testimonies.values())
    ids = tuple(_ids(testimony, cast, number) for number, testimony in enumerate(own))
    told = tuple(_retold(testimony, names) for testimony, names in zip(own, ids, strict=True))
    return Telling(tuple(testimonies), own, told, ids, (*cast.people, *_others(own, ids, cast)))


def _ids(testimony: Testimony, cast: Cast, number: int) -> Mapping[str, str]:
    """A witness's ids of people and the story's; who is not in the cast keeps the own."""
    return {person.id: person.id for person in testimony.people} | dict(cast.ids[number])


def _others(own: Sequence[Testimony], ids: Sequence[Mapping[str, str]], cast: Cast) -> tuple[Person, ...]:
    """People of testimonies who are not in the cast, each once."""
    known = {person.id for person in cast.people}
    found: dict[str, Person] = {}
    mentions: dict[str, dict[int, tuple[Mention, ...]]] = {}
    for number, testimony in enumerate(own):
        for person in testimony.people:
            name = ids[number][person.id]
            if name not in known:
                found.setdefault(name, person)
                mentions.setdefault(name, {})[number] = person.mentions.get(0, ())
    return tuple(replace(person, mentions=mentions[name]) for name, person in found.items())


def _retold(testimony: Testimony, ids: Mapping[str, str]) -> Testimony:
    def name(own: str | None) -> str | None:
        return None if own is None else ids.get(own, own)

    def names(own: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ids.get(one, one) for one in own))

    def participant(one: Participant) -> Participant:
        return replace(one, person=name(one.person))

    return replace(
        testimony,
        meetings=tuple(
            replace(m, participants=tuple(participant(p) for p in m.participants)) for m in testimony.meetings
        ),
        statements=tuple(
            replace(s, speakers=names(s.speakers), targets=names(s.targets)) for s in testimony.statements
        ),
        agreements=tuple(
            replace(a, parties=names(a.parties), by=name(a.by), to=name(a.to)) for a in testimony.agreements
        ),
    )


def spans_of(told: Spanned) -> tuple[Span, ...]:
    """The words by which a fact is compared: what is said or agreed, else all that says it."""
    if isinstance(told, Statement):
        return told.content or told.spans
    if isinstance(told, Agreement):
        return told.what or told.spans
    return told.spans
