"""The people panel: who is named, in which office on which day, and how each version writes the name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hexapla.edition.model import Edition
from hexapla.marks.mentions.model import Held, Person
from hexapla.render.bidi import direction
from hexapla.render.quote import language_at

WIKIDATA = "https://www.wikidata.org/wiki/"
# What stands for a name in a version that only points at somebody.
UNNAMED = "by office only"


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a version writes a name."""

    words: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person as shown. ``link`` is the Wikidata page, where the person is known there."""

    person: Person
    label: str
    offices: tuple[str, ...]
    spellings: tuple[tuple[str, tuple[Spelling, ...]], ...]
    link: str | None
    unnamed: str = UNNAMED


def panel(edition: Edition) -> tuple[PersonView, ...]:
    """Everybody whom a version names, those whom most versions name first."""
    several = [p for p in edition.people if p.names]
    ranked = sorted(several, key=lambda p: (-len(p.mentions), -sum(map(len, p.mentions.values())), p.id))
    return tuple(_view(person, edition) for person in ranked)


def _view(person: Person, edition: Edition) -> PersonView:
    link = f"{WIKIDATA}{person.wikidata}" if person.wikidata else None
    offices = tuple(dict.fromkeys(said(held) for held in person.offices))
    return PersonView(person, person.label, offices, tuple(_spellings(person, edition)), link)


def said(held: Held) -> str:
    """An office in words: *foreign minister of Syria on 2023-03-15, former*."""
    words = held.office.replace("-", " ")
    words += f" of {held.whose}" if held.whose else ""
    words += f" on {held.on.isoformat()}" if held.on else ""
    standing = "" if held.status == "incumbent" else f", {held.status}"
    return words + standing + ("" if held.basis == "stated" else ", as the party files have it")


def _spellings(person: Person, edition: Edition) -> Iterator[tuple[str, tuple[Spelling, ...]]]:
    for number, (siglum, witness) in enumerate(edition.collation.witnesses.items()):
        if number in person.mentions:
            found: dict[str, Spelling] = {}
            for mention in person.mentions[number]:
                if mention.name is not None:
                    words = mention.name.of(witness.text)
                    language = language_at(witness, mention.name)
                    found.setdefault(words.casefold(), Spelling(words, language, direction(language)))
            longest = sorted(found.values(), key=lambda s: (-len(s.words), s.words))
            yield siglum, tuple(longest)
