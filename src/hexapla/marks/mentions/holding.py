"""Who may be meant by an office on a day, as far as the parties know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hexapla.parties import Parties
from hexapla.parties.model import Meaning, Tenure

# Standing in a text → which tenures are meant.
GONE = "former"
# Of an office whose day is not known so many holders are named at most, the latest first.
MOST_CANDIDATES = 8


@dataclass(frozen=True)
class Offices:
    """The offices that words may stand for, the likeliest first, and whose they are."""

    ids: tuple[str, ...]
    of: tuple[str, ...]
    own: str = ""
    """The office that the words name, where they stand for others: *minister*."""
    implied: tuple[str, ...] = ()
    """Whose they may be by the words alone, the likeliest first: *госсекретарь*."""

    @property
    def parties(self) -> tuple[str, ...]:
        """Whose they are: as stated, else as implied where that is one."""
        return self.of or (self.implied if len(self.implied) == 1 else ())


def offices(parties: Parties, meanings: Sequence[Meaning], of: Sequence[str]) -> Offices:
    """What office words stand for, with the states that are stated beside them."""
    fitting = [one for one in meanings if _fits(one, of)] or list(meanings)
    named = [one for one in fitting if one.of and (not of or set(one.of) & set(of))] or fitting
    ids: dict[str, None] = {}
    for one in sorted(named, key=lambda one: rank(parties, one.id)):
        covers = parties.office(one.id).covers
        ids.update(dict.fromkeys(covers or (one.id,)))
        ids.setdefault(one.id)
    implied = tuple(dict.fromkeys(party for one in named for party in one.of))
    own = min((one.id for one in named), key=lambda one: rank(parties, one), default="")
    return Offices(tuple(ids), tuple(dict.fromkeys(of)), own, implied)


def rank(parties: Parties, office: str) -> tuple[int, int]:
    """What orders offices that words may mean: states' before bodies', as the file has them."""
    return parties.office(office).rank, _places(parties)[office]


@lru_cache(maxsize=4)
def _places(parties: Parties) -> dict[str, int]:
    return {office.id: place for place, office in enumerate(parties.offices())}


def _fits(meaning: Meaning, of: Sequence[str]) -> bool:
    """Whether a meaning is one for the states that are stated."""
    if not of:
        return True
    if meaning.of:
        return bool(set(meaning.of) & set(of))
    return not set(meaning.unless) & set(of)


def holders(parties: Parties, office: Offices, of: str, on: dt.date | None, former: bool) -> list[Tenure]:
    """Tenures that an office of a party may mean, of the likeliest of its offices that has any.

    For a day that is known those that hold it then; for one that is not, and for former holders,
    all that may be meant, the latest first.
    """
    for one in office.ids:
        if on is not None and not former:
            found = list(parties.holders(one, of, on))
        else:
            found = [
                t for t in parties.candidates(one, of) if on is None or (t.end is not None and t.end < on)
            ]
            found.sort(key=lambda t: (t.start or dt.date.min, t.person), reverse=True)
        if found:
            return found[:MOST_CANDIDATES]
    return []


def held(parties: Parties, person: str, office: Offices) -> list[Tenure]:
    """The tenures of a person in one of these offices, of these parties where any are named."""
    return [
        tenure
        for tenure in parties.offices_of(person)
        if tenure.office in office.ids and (not office.of or tenure.of in office.of)
    ]


def fit(parties: Parties, person: str, office: Offices, on: dt.date | None, former: bool) -> float:
    """How well a person fits an office that a text gives: 1 held then, .6 at another time, .2 another
    office of that party, 0 none of it.
    """
    tenures = held(parties, person, office)
    if any(on is None or (t.possible(on) != former) for t in tenures):
        return 1.0
    if tenures:
        return 0.6
    if office.of and any(t.of in office.of for t in parties.offices_of(person)):
        return 0.2
    return 0.0 if office.of or office.ids else 0.2


def first(found: Iterable[Tenure]) -> Tenure | None:
    """The first of some tenures."""
    return next(iter(found), None)
