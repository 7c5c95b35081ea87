"""States, bodies, people, offices and who held them when: what `parties/` knows, as types.

Nothing here says who holds an office rightfully: a tenure is what was held, by whom, from
when to when, with a status that sources dispute being one of them.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["state", "body", "group", "agency", "outlet"]
Status = Literal["incumbent", "acting", "disputed", "exile"]
Cells = Mapping[str, tuple[str, ...]]
"""Language code → words of that language, the usual one first."""

# A tenure without a first day was held already when the record begins.
RECORD_BEGINS = datetime.date(2011, 1, 1)


@dataclass(frozen=True, slots=True)
class Party:
    """A state, an international body, an armed group, an agency or an outlet.

    ``id`` is ISO 3166-1 alpha-2 for a state, else kebab-case of the usual English name.
    """

    id: str
    kind: Kind
    names: Cells
    wikidata: str | None = None
    demonyms: Cells = field(default_factory=dict)
    """Adjectives and people: *Syrian*, ``سوري``."""
    capital: Cells = field(default_factory=dict)
    seats: Cells = field(default_factory=dict)
    """Names besides the capital's that stand for its government: *the Kremlin*."""
    as_of: datetime.date | None = None
    """The day up to which its tenures are known; after it, who holds an office is unknown."""
    of: str | None = None
    """The party to which an agency, a group or an outlet belongs or where it sits."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person; ``short`` is what stands alone for the name (*al-Assad*, ``习``) where given."""

    id: str
    names: Cells
    short: Cells = field(default_factory=dict)
    gender: Literal["m", "f"] | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that mean an office only of some parties, or of all but some.

    ``of`` stands in the order of likelihood: where a text says *госсекретарь* and no more,
    the first is meant.
    """

    words: Cells
    of: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """An office: its words in each language, feminine ones beside the others.

    ``rank`` orders offices within a party (1 head of state, 2 head of government, 3 minister …).
    """

    id: str
    names: Cells
    rank: int
    single: bool = True
    """Whether one person holds it at a time."""
    covers: tuple[str, ...] = ()
    """The offices its words may stand for, the likeliest first: *leader*, *minister*."""
    wordings: tuple[Wording, ...] = ()
    portfolio: Cells = field(default_factory=dict)
    """What stands after *minister* where other words may part them: *des Affaires étrangères*."""
    ministry: Cells = field(default_factory=dict)
    """The office's house: *МИД*, ``الخارجية``."""
    posted: bool = False
    """Whether its words go on to name where the holder is sent: *the US ambassador to Russia*."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a concept of the terms means: ``kind`` is state, demonym, capital, seat, body,
    office, portfolio or ministry; ``id`` the party's or the office's.

    ``of`` and ``unless`` are those of an office's :class:`Wording`.
    """

    kind: str
    id: str
    of: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in an office of a party.

    Where only a month or a year is known, ``start`` is its last and ``end`` its first day, so
    that every day between them is certain; ``earliest`` and ``latest`` are the outermost days
    it may have been held. ``end`` is ``None`` where it was held still on the party's ``as_of``
    (unknown after it), ``start`` where it was held already when the record begins.
    """

    person: str
    office: str
    of: str
    start: datetime.date | None
    end: datetime.date | None
    status: Status = "incumbent"
    checked: bool = False
    """Whether a second, independent source agreed."""
    note: str | None = None
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    since: str | None = None
    """The first day, month or year as the file has it."""
    until: str | None = None

    def held(self, on: datetime.date) -> bool:
        """Whether it was held on that day for certain (its party's ``as_of`` apart)."""
        return (self.start or RECORD_BEGINS) <= on and (self.end is None or on <= self.end)

    def possible(self, on: datetime.date) -> bool:
        """Whether it may have been held on that day (its party's ``as_of`` apart)."""
        return (self.earliest or datetime.date.min) <= on <= (self.latest or datetime.date.max)
