"""A party, person or office by its id or by any of its names."""

from __future__ import annotations

from collections.abc import Iterator

from hexapla.lang import codes
from hexapla.lang.words import forms
from hexapla.parties.loading import Parties
from hexapla.parties.model import Cells, Office, Party, Person

Found = Party | Person | Office


def found(parties: Parties, asked: str) -> list[Found]:
    """What has this id; else all that has this name, letter variants and case apart; else what contains it."""
    exact = [thing for thing in _all(parties) if thing.id == asked]
    if exact:
        return exact
    wanted = {language: forms(asked, language) for language in codes()}
    named = [thing for thing in _all(parties) if _named(thing, wanted, whole=True)]
    return named or [thing for thing in _all(parties) if _named(thing, wanted, whole=False)]


def _all(parties: Parties) -> Iterator[Found]:
    yield from parties
    yield from parties.people()
    yield from parties.offices()


def _cells(thing: Found) -> tuple[Cells, ...]:
    if isinstance(thing, Person):
        return (thing.names, thing.short)
    return (thing.names,)


def _named(thing: Found, wanted: dict[str, tuple[str, ...]], *, whole: bool) -> bool:
    for cells in _cells(thing):
        for language, names in cells.items():
            asked = wanted[language]
            for name in names if asked else ():
                own = forms(name, language)
                if own == asked or (not whole and _within(asked, own)):
                    return True
    return False


def _within(asked: tuple[str, ...], own: tuple[str, ...]) -> bool:
    return any(own[n : n + len(asked)] == asked for n in range(len(own) - len(asked) + 1))
