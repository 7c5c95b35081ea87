"""What is wrong with party files, across their entries: each with file, line, reason and mend.

What one line shows is found while it is read (:mod:`hexapla.parties.reading`); here, what only
shows beside other entries or beside what the package knows.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from hexapla.lang import codes
from hexapla.lexicon.scripts import script
from hexapla.parties.dates import bounds
from hexapla.parties.gathering import Sources
from hexapla.parties.model import RECORD_BEGINS
from hexapla.parties.offices import ReadOffice
from hexapla.parties.problems import Level, Problem
from hexapla.parties.reading import ReadParty, ReadPerson, ReadTenure, Terms

# ISO 3166-1 leaves these codes to its users: invented states of tests, and Kosovo's XK.
USERS_OWN = re.compile(r"AA|Q[M-Z]|X[A-Z]|ZZ")
# Of these several may hold an office at a time.
SEVERAL = ("acting", "disputed", "exile")
# The day of a handover may stand in both tenures.
HANDOVER = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Known:
    """What files may refer to besides themselves."""

    states: Collection[str] = ()
    """The codes that there are."""
    parties: Collection[str] = ()
    people: Collection[str] = ()
    offices: Mapping[str, bool] | None = None
    """Office → whether one person holds it at a time; ``None``: those of the files alone."""
    named: Collection[str] = ()
    """Parties that have names already."""


def check(sources: Sources, beside: Known | None = None) -> list[Problem]:
    """All that is wrong with some files, those of reading included, in the order of files and lines."""
    known = _known(sources, beside or Known())
    found = [*sources.problems]
    found += _twice(sources.parties)
    found += _people(sources.parties)
    for party in sources.parties:
        found += _party(party, known)
        found += _tenures(party, known)
    for office in sources.offices:
        found += _office(office, known)
    return sorted(dict.fromkeys(found), key=lambda p: (str(p.path), p.line, p.level, p.what))


def refuse(problems: Iterable[Problem]) -> None:
    """Raises the first error as one that its reader can mend; notes are passed over."""
    for problem in problems:
        if problem.level == "error":
            raise problem.error()


def _known(sources: Sources, beside: Known) -> Known:
    people = {person.id for party in sources.parties for person in party.people}
    offices = dict(beside.offices or {}) | {office.id: office.single for office in sources.offices}
    parties = {*beside.parties, *(party.id for party in sources.parties)}
    return Known(beside.states, parties, people | set(beside.people), offices, beside.parties)


def _problem(path: Path, line: int, what: str, todo: str, level: Level = "error") -> Problem:
    return Problem(path, line, level, what, todo)


def _twice(parties: Iterable[ReadParty]) -> Iterator[Problem]:
    first: dict[str, ReadParty] = {}
    for party in parties:
        other = first.setdefault(party.id, party)
        if other is not party:
            what = f"party {party.id!r} stands in {other.path.name}:{other.line} already."
            yield _problem(party.path, party.line, what, "Put both into one file.")


def _people(parties: Iterable[ReadParty]) -> Iterator[Problem]:
    """The same person may stand in two files (a minister, later of a body), but not be two people."""
    first: dict[str, tuple[ReadParty, ReadPerson]] = {}
    items: dict[str, tuple[ReadParty, ReadPerson]] = {}
    for party in parties:
        for person in party.people:
            before, other = first.setdefault(person.id, (party, person))
            where = f"{before.path.name}:{other.line}"
            if other is not person and _conflict(person, other):
                todo = "Give one of them another id; or, where they are the same, mend the ids."
                what = f"person {person.id!r} is another one in {where}."
                yield _problem(party.path, person.line, what, todo)
            if person.wikidata:
                before, other = items.setdefault(person.wikidata, (party, person))
                if other.id != person.id:
                    what = f"{person.wikidata} is {other.id!r} in {before.path.name}:{other.line}."
                    yield _problem(party.path, person.line, what, "Write one id for one person.")


def _conflict(one: ReadPerson, other: ReadPerson) -> bool:
    ids = {one.wikidata, other.wikidata} - {None}
    genders = {one.gender, other.gender} - {None}
    return len(ids) > 1 or len(genders) > 1


def _party(party: ReadParty, known: Known) -> Iterator[Problem]:
    if party.kind == "state" and not (party.id in known.states or USERS_OWN.fullmatch(party.id)):
        what = f"{party.id!r} is no state's code."
        yield _problem(party.path, party.line, what, "Write the code of ISO 3166-1 alpha-2, as SY.")
    if party.of and party.of not in known.parties:
        what = f"it is of {party.of!r}, which is no party."
        yield _problem(party.path, party.line, what, "Write a state's code or a body's id.")
    if party.path.stem != party.id and party.path.stem.casefold() == party.id.casefold():
        what = f"the file of {party.id!r} is named {party.path.name}."
        yield _problem(party.path, party.line, what, f"Name it {party.id}.yaml.", "note")
    for name, cells in party.cells.items():
        yield from _words(party.path, party.line, name, cells)
    yield from _missing(
        party.path, party.line, party.id, party.cells.get("names", {}), party.id not in known.named
    )
    held = {tenure.person for tenure in party.tenures}
    for person in party.people:
        yield from _words(party.path, person.line, person.id, person.names)
        yield from _words(party.path, person.line, f"{person.id}, short", person.short)
        yield from _missing(party.path, person.line, person.id, person.names, True)
        if person.id not in held:
            what = f"person {person.id!r} holds no office in this file."
            yield _problem(party.path, person.line, what, "Add a tenure, if you know one.", "note")


def _words(path: Path, line: int, name: str, cells: Terms) -> Iterator[Problem]:
    for language, terms in cells.items():
        elsewhere = [term.word for other, some in cells.items() if other != language for term in some]
        for term in terms:
            for word in (term.word, *term.forms):
                what = script(language).fault(word, elsewhere)
                if what:
                    todo = "Move the word into its language's cell, or type it anew in the right script."
                    yield _problem(path, line, f"{name}, {language}: {what}", todo)


def _missing(path: Path, line: int, name: str, cells: Terms, needed: bool) -> Iterator[Problem]:
    missing = [language for language in codes() if not cells.get(language)]
    if not needed or not missing:
        return
    if len(missing) == len(codes()):
        yield _problem(path, line, f"{name!r} has no name in any language.", "Write one at least.")
    else:
        what = f"{name!r} has no name in {', '.join(missing)}."
        yield _problem(path, line, what, "Add it, if you know how the press writes it.", "note")


# Tenures


@dataclass(frozen=True)
class _Held:
    """A tenure's certain days; ``end`` is the last where it is open."""

    tenure: ReadTenure
    start: datetime.date
    end: datetime.date


def _tenures(party: ReadParty, known: Known) -> Iterator[Problem]:
    held = []
    for tenure in party.tenures:
        problems = list(_tenure(party, tenure, known))
        yield from problems
        if not problems:
            start = bounds(tenure.start)[1] if tenure.start else RECORD_BEGINS
            end = bounds(tenure.end)[0] if tenure.end else datetime.date.max
            held.append(_Held(tenure, start, end))
    by_office: dict[str, list[_Held]] = defaultdict(list)
    for one in held:
        by_office[one.tenure.office].append(one)
    for office, several in by_office.items():
        for one, other in combinations(several, 2):
            yield from _overlap(party, office, one, other, known)


def _tenure(party: ReadParty, tenure: ReadTenure, known: Known) -> Iterator[Problem]:
    def wrong(what: str, todo: str) -> Problem:
        return _problem(party.path, tenure.line, f"{tenure.person}, {tenure.office}: {what}", todo)

    if tenure.person not in known.people:
        yield wrong("there is no such person.", "Add the person under `people`, or mend the id.")
    if tenure.office not in (known.offices or {}):
        yield wrong(
            "there is no such office.", "Use an office of offices.yaml, or add it in an own offices.yaml."
        )
    if not tenure.end and not party.as_of:
        yield wrong(
            "it has no `to`, and the file no `as_of`.", "Write up to which day the file is known to be true."
        )
    if tenure.start and tenure.end and bounds(tenure.end)[1] < bounds(tenure.start)[0]:
        yield wrong(f"it ends ({tenure.end}) before it begins ({tenure.start}).", "Mend the dates.")
    if party.as_of:
        last = bounds(party.as_of)[1]
        for name, written in (("from", tenure.start), ("to", tenure.end)):
            if written and bounds(written)[0] > last:
                yield wrong(
                    f"`{name}` ({written}) is after as_of ({party.as_of}).", "Mend the date, or as_of."
                )


def _overlap(party: ReadParty, office: str, one: _Held, other: _Held, known: Known) -> Iterator[Problem]:
    """Two certain stretches that share more than the day of a handover."""
    days = min(one.end, other.end) - max(one.start, other.start) if one.start <= one.end else None
    if days is None or other.start > other.end or days < HANDOVER:
        return
    first, second = sorted((one.tenure, other.tenure), key=lambda t: t.line)
    several = any(tenure.status in SEVERAL for tenure in (first, second))
    if first.person == second.person:
        if first.status == second.status:
            what = f"{second.person}, {office}: it overlaps the tenure in line {first.line}."
            yield _problem(party.path, second.line, what, "Mend the dates, or join the two.")
    elif not several and (known.offices or {}).get(office):
        what = f"{second.person}, {office}: line {first.line} has {first.person} hold it at the same time."
        todo = "Mend the dates; or give a status: acting, disputed, exile."
        yield _problem(party.path, second.line, what, todo)


# Offices


def _office(office: ReadOffice, known: Known) -> Iterator[Problem]:
    for name in office.covers:
        if name not in (known.offices or {}):
            what = f"office {office.id!r} covers {name!r}, which is no office."
            yield _problem(office.path, office.line, what, "Mend the id.")
    own = {(language, term.word) for language, terms in office.names.items() for term in terms}
    for wording in office.wordings:
        for party in (*wording.of, *wording.unless):
            if party not in known.parties:
                what = f"office {office.id!r} has words of {party!r}, which is no party."
                yield _problem(office.path, office.line, what, "Write a state's code or a body's id.")
        for language, terms in wording.words.items():
            for term in terms:
                if (language, term.word) in own:
                    what = f"office {office.id!r}: {term.word!r} is a word of every party already."
                    yield _problem(office.path, office.line, what, "Take it out of one place.", "note")
        yield from _words(office.path, office.line, office.id, wording.words)
    for cells in (office.names, office.portfolio, office.ministry):
        yield from _words(office.path, office.line, office.id, cells)
    yield from _missing(office.path, office.line, office.id, office.names, True)
