"""Files read into one book: parties, people, tenures and offices as plain values, ready to be kept as JSON.

A later file adds to an earlier one or replaces by id: words are united (the later first),
single values replaced, a tenure of the same person, office and first day replaced.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hexapla.errors import UsageError
from hexapla.parties.offices import FILE, ReadOffice, read_offices
from hexapla.parties.problems import Problem
from hexapla.parties.reading import CELLS, ReadParty, ReadPerson, ReadTenure, Terms, read_parties

DATA = Path(__file__).parent / "data"
Book = dict[str, dict[str, Any]]
"""``parties``, ``people``, ``tenures`` (by party), ``offices``."""


@dataclass(frozen=True)
class Sources:
    """What some files say."""

    parties: Sequence[ReadParty]
    offices: Sequence[ReadOffice]
    problems: Sequence[Problem]


def files_of(path: Path) -> list[Path]:
    """The YAML files of a folder (and its folders), sorted; a file by itself.

    Raises
    ------
    UsageError
        There is none.
    """
    found = [path] if path.is_file() else sorted([*path.rglob("*.yaml"), *path.rglob("*.yml")])
    if not found:
        what = f"{path} holds no party files." if path.is_dir() else f"There is no {path}."
        raise UsageError(what, "Nothing is known from there.", "Name a .yaml file, or a folder of them.")
    return found


def iso_states() -> frozenset[str]:
    """The codes of the states that the package has a file of."""
    return frozenset(path.stem for path in (DATA / "states").glob("*.yaml"))


def gather(paths: Iterable[Path]) -> Sources:
    """Reads files, each as offices or as parties by its name."""
    parties: list[ReadParty] = []
    offices: list[ReadOffice] = []
    problems: list[Problem] = []
    for path in paths:
        if path.name == FILE:
            read, wrong = read_offices(path)
            offices += read
        else:
            found, wrong = read_parties(path)
            parties += found
        problems += wrong
    return Sources(parties, offices, problems)


def empty_book() -> Book:
    return {"parties": {}, "people": {}, "tenures": {}, "offices": {}}


def put(book: Book, sources: Sources) -> Book:
    """The book with what the sources say; it is changed in place."""
    for office in sources.offices:
        book["offices"][office.id] = _office(office, book["offices"].get(office.id, {}))
    for party in sources.parties:
        book["parties"][party.id] = _party(party, book["parties"].get(party.id, {}))
        for person in party.people:
            book["people"][person.id] = _person(person, book["people"].get(person.id, {}))
        held = book["tenures"].setdefault(party.id, [])
        for tenure in party.tenures:
            _put_tenure(held, tenure)
    return book


def _put_tenure(held: list[list[Any]], tenure: ReadTenure) -> None:
    row = [
        tenure.person,
        tenure.office,
        tenure.start,
        tenure.end,
        tenure.status,
        tenure.checked,
        tenure.note,
    ]
    for number, other in enumerate(held):
        if other[:3] == row[:3]:
            held[number] = row
            return
    held.append(row)


def _party(party: ReadParty, before: dict[str, Any]) -> dict[str, Any]:
    given = {"kind": party.kind, "of": party.of, "wikidata": party.wikidata, "as_of": party.as_of}
    found = before | {key: value for key, value in given.items() if value}
    for key in CELLS:
        united = _united(party.cells.get(key, {}), before.get(key, {}))
        if united:
            found[key] = united
    return found


def _person(person: ReadPerson, before: dict[str, Any]) -> dict[str, Any]:
    given = {"gender": person.gender, "wikidata": person.wikidata}
    found = before | {key: value for key, value in given.items() if value}
    found["names"] = _united(person.names, before.get("names", {}))
    short = _united(person.short, before.get("short", {}))
    return found | ({"short": short} if short else {})


def _office(office: ReadOffice, before: dict[str, Any]) -> dict[str, Any]:
    wordings = [
        {"words": _united(wording.words, {}), "of": wording.of, "unless": wording.unless}
        for wording in office.wordings
    ]
    return {
        "rank": office.rank,
        "single": office.single,
        "posted": office.posted,
        "covers": office.covers or before.get("covers", ()),
        "names": _united(office.names, before.get("names", {})),
        "wordings": [*wordings, *before.get("wordings", ())],
        "portfolio": _united(office.portfolio, before.get("portfolio", {})),
        "ministry": _united(office.ministry, before.get("ministry", {})),
    }


def _united(terms: Terms, before: dict[str, list[str]]) -> dict[str, list[str]]:
    """Words without their marks; a weak one only where a language has no other."""
    found = {language: list(words) for language, words in before.items()}
    for language, some in terms.items():
        strong = [term.word for term in some if not term.weak] or [term.word for term in some]
        if strong:
            found[language] = list(dict.fromkeys([*strong, *found.get(language, ())]))
    return found
