"""The words of parties and offices as one list: which word of which language means what.

A meaning's id says its kind and whose it is: ``state/SY``, ``demonym/SY``, ``capital/SY``,
``seat/RU``, ``body/united-nations``, ``office/foreign-minister``, ``portfolio/…``,
``ministry/…``. An office's words of some parties only are ``office/foreign-minister@US+VA``,
of all but some ``office/foreign-minister!DE+AT``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hexapla.lexicon.rows import Term
from hexapla.parties.gathering import Sources
from hexapla.parties.model import Meaning
from hexapla.parties.offices import ReadOffice
from hexapla.parties.reading import ReadParty, Terms

MEANING = re.compile(r"(?P<kind>[a-z]+)/(?P<id>[^@!]+)(?:@(?P<of>[^!]+)|!(?P<unless>.+))?")
# Parts of speech under which the lexicon's rules make forms; a name takes only what its lemmatiser knows.
NAME, NOUN, ADJECTIVE = "name", "noun", "adj"
CELL_KINDS = {"demonyms": ("demonym", ADJECTIVE), "capital": ("capital", NAME), "seats": ("seat", NAME)}


class Worded(NamedTuple):
    """A word of a language and the id of what it means."""

    concept: str
    pos: str
    language: str
    term: Term


def meaning(concept: str) -> Meaning:
    """What a concept's id says."""
    found = MEANING.fullmatch(concept)
    if not found:
        raise ValueError(concept)
    of, unless = (tuple(part.split("+")) if part else () for part in (found["of"], found["unless"]))
    return Meaning(found["kind"], found["id"], of, unless)


def worded(sources: Sources) -> Iterator[Worded]:
    """Every word of the parties and offices of some sources."""
    for party in sources.parties:
        yield from _of_party(party)
    for office in sources.offices:
        yield from _of_office(office)


def _of_party(party: ReadParty) -> Iterator[Worded]:
    kind = "state" if party.kind == "state" else "body"
    yield from _each(f"{kind}/{party.id}", NAME, party.cells.get("names", {}))
    for key, (kind, pos) in CELL_KINDS.items():
        yield from _each(f"{kind}/{party.id}", pos, party.cells.get(key, {}))


def _of_office(office: ReadOffice) -> Iterator[Worded]:
    yield from _each(f"office/{office.id}", NOUN, office.names)
    for wording in office.wordings:
        whose = f"@{'+'.join(wording.of)}" if wording.of else f"!{'+'.join(wording.unless)}"
        yield from _each(f"office/{office.id}{whose}", NOUN, wording.words)
    yield from _each(f"portfolio/{office.id}", NOUN, office.portfolio)
    yield from _each(f"ministry/{office.id}", NOUN, office.ministry)


def _each(concept: str, pos: str, cells: Terms) -> Iterator[Worded]:
    for language, terms in cells.items():
        for term in terms:
            yield Worded(concept, pos, language, term)
