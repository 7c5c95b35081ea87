"""The record of a story: the testimonies of its witnesses merged, nothing lost."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from hexapla.apparatus.model import Entry
from hexapla.collation.workings import Workings
from hexapla.lang import USUAL
from hexapla.marks.mentions.casting import Cast
from hexapla.marks.mentions.model import Mention, Person
from hexapla.record.agreeing import contradiction, values
from hexapla.record.agreements import agreement, agreements, topic, topics
from hexapla.record.answering import Answers
from hexapla.record.drafting import Draft
from hexapla.record.meetings import fact as meeting
from hexapla.record.meetings import meetings, numbers, placed
from hexapla.record.model import Contradiction, MeetingFact, PersonFact, Record
from hexapla.record.retelling import Telling, telling
from hexapla.record.statements import fact as statement
from hexapla.record.statements import statements
from hexapla.testimony.model import Testimony
from hexapla.witness.model import Witness

# A story is told within so many days of what it tells.
FRESH = dt.timedelta(days=7)


def record(
    testimonies: Mapping[str, Testimony],
    workings: Workings,
    cast: Cast,
    apparatus: Sequence[Entry] | None = None,
) -> Record:
    """The testimonies of a story's witnesses merged.

    Parameters
    ----------
    testimonies:
        By siglum, in the order of the witnesses of the workings and of the cast.
    apparatus:
        How the witnesses differ: facts name the entries that concern them, and who speaks, how strongly and whether
        it is denied is contradicted where the apparatus says so. Without one, the testimonies are compared.
    """
    told = telling(testimonies, cast)
    draft = Draft(told, Answers(workings), None if apparatus is None else tuple(apparatus))
    witnesses = {siglum: testimony.witness for siglum, testimony in testimonies.items()}
    groups = meetings(draft)
    draft = placed(draft, numbers(draft, groups))
    encounters = _without_circles([meeting(draft, g, n) for n, g in enumerate(groups, 1)])
    return Record(
        witnesses=witnesses,
        people=tuple(_people(told)),
        meetings=encounters,
        statements=tuple(statement(draft, g, n) for n, g in enumerate(statements(draft), 1)),
        topics=tuple(topic(draft, g, n) for n, g in enumerate(topics(draft), 1)),
        agreements=tuple(agreement(draft, g, n) for n, g in enumerate(agreements(draft), 1)),
        labels=told.labels,
        title=_title(witnesses),
        date=_date(encounters, witnesses),
    )


def _without_circles(found: Sequence[MeetingFact]) -> tuple[MeetingFact, ...]:
    """Meetings without a parent that is, by another witness, in the course of them."""
    parents = {m.id: m.parent for m in found}
    for one in sorted(parents):
        seen, at = {one}, parents[one]
        while at is not None and at not in seen:
            seen.add(at)
            at = parents[at]
        if at is not None:
            parents[one] = None
    return tuple(m if parents[m.id] == m.parent else replace(m, parent=None, relation=None) for m in found)


def _people(told: Telling) -> Iterator[PersonFact]:
    for number, person in enumerate(sorted(told.people, key=lambda p: _first_named(told, p)), 1):
        mentions = {told.sigla[w]: found for w, found in sorted(person.mentions.items())}
        yield PersonFact(
            id=number,
            carriers=_own_ids(told, person.id),
            absent=tuple(s for s in told.sigla if s not in mentions),
            contradictions=tuple(_standings(mentions)),
            spans={s: tuple(sorted({m.span for m in found})) for s, found in mentions.items() if found},
            confidence=person.confidence,
            person=person,
        )


def _first_named(told: Telling, person: Person) -> tuple[int, float, str]:
    """Those whom most witnesses name come first, then those who are named early; whatever the order of the witnesses."""
    places = sorted(
        min(m.span.start for m in found) / (len(told.own[w].witness.text) + 1)
        for w, found in person.mentions.items()
        if found
    )
    mean = math.fsum(places) / len(places) if places else 1.0
    return (-len(person.mentions), round(mean, 6), person.id)


def _own_ids(told: Telling, name: str) -> Mapping[str, tuple[str, ...]]:
    """The ids that the witnesses' own testimonies give somebody."""
    found: dict[str, tuple[str, ...]] = {}
    for siglum, testimony, ids in zip(told.sigla, told.own, told.ids, strict=True):
        own = tuple(p.id for p in testimony.people if ids[p.id] == name)
        if own:
            found[siglum] = own
    return found


def _standings(mentions: Mapping[str, tuple[Mention, ...]]) -> Iterator[Contradiction]:
    """Offices that one witness gives as held and another as held formerly, or in dispute."""
    stated = {
        siglum: tuple(m for m in found if m.office and m.of and m.basis == "stated")
        for siglum, found in mentions.items()
    }
    for office, of in sorted({(str(m.office), str(m.of)) for found in stated.values() for m in found}):
        own = {s: tuple(m for m in f if (m.office, m.of) == (office, of)) for s, f in stated.items()}
        yield from contradiction(f"{office} of {of}", values(own, lambda m: m.status))


def _title(witnesses: Mapping[str, Witness]) -> str | None:
    """A title of one of the witnesses: in the language of the labels where there is one."""
    titled = [w for w in witnesses.values() if w.title]
    best = min(titled, key=lambda w: (w.language != USUAL, w.language, w.sha256, w.source), default=None)
    return best.title if best else None


def _date(found: Sequence[MeetingFact], witnesses: Mapping[str, Witness]) -> dt.date | None:
    """The day of a story: that of most of its meetings, of those shortly before it was published where that is known."""
    published = min((w.published for w in witnesses.values() if w.published), default=None)
    days: Counter[dt.date] = Counter()
    for one in found:
        day = _day(one.date)
        if day and not one.planned and (published is None or abs(published - day) <= FRESH):
            days[day] += len(one.carriers)
    return min(days, key=lambda day: (-days[day], day)) if days else published


def _day(date: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(date) if date and len(date) == len("2026-03-15") else None
    except ValueError:
        return None
