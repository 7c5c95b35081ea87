"""What is known of parties and people, asked: who they are, who held which office on a day.

Each part of the compiled data is read when first asked for.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from hexapla.errors import UsageError
from hexapla.parties.dates import bounds
from hexapla.parties.model import Cells, Meaning, Office, Party, Person, Tenure, Wording
from hexapla.parties.table import CONCEPTS, PartyTerms, read_table
from hexapla.parties.wording import meaning

COMPILED = Path(__file__).parent.parent / "_compiled" / "parties"
SETTING = "HEXAPLA_PARTIES"


@dataclass(frozen=True)
class Parties:
    """The parties of a compiled folder."""

    folder: Path

    def _part(self, name: str) -> Any:
        return json.loads((self.folder / f"{name}.json").read_bytes())

    @cached_property
    def _parties(self) -> dict[str, dict[str, Any]]:
        return self._part("parties")  # type: ignore[no-any-return]

    @cached_property
    def _people(self) -> dict[str, dict[str, Any]]:
        return self._part("people")  # type: ignore[no-any-return]

    @cached_property
    def _offices(self) -> dict[str, Office]:
        return {name: _office(name, row) for name, row in self._part("offices").items()}

    @cached_property
    def _rows(self) -> dict[str, list[list[Any]]]:
        """Tenures as they are kept, by party."""
        return self._part("tenures")  # type: ignore[no-any-return]

    @cached_property
    def _memory(self) -> dict[tuple[str, str], Any]:
        """What was built from the parts already."""
        return {}

    # Who and what there is

    def __iter__(self) -> Iterator[Party]:
        return (self.party(name) for name in self._parties)

    def ids(self) -> Collection[str]:
        """The ids of the parties."""
        return self._parties.keys()

    def party(self, name: str) -> Party:
        """The party with this id; ``KeyError`` where there is none."""
        key = ("party", name)
        if key not in self._memory:
            self._memory[key] = _party(name, self._parties[name])
        found: Party = self._memory[key]
        return found

    def person(self, name: str) -> Person:
        """The person with this id; ``KeyError`` where there is none."""
        key = ("person", name)
        if key not in self._memory:
            self._memory[key] = _person(name, self._people[name])
        found: Person = self._memory[key]
        return found

    def office(self, name: str) -> Office:
        """The office with this id; ``KeyError`` where there is none."""
        return self._offices[name]

    def people(self) -> Iterator[Person]:
        """Everyone, in the order of their ids."""
        return (self.person(name) for name in sorted(self._people))

    def names(self, language: str) -> Iterator[tuple[str, str]]:
        """``(name, person)`` for every name and short form in a language."""
        for person, row in sorted(self._people.items()):
            for name in (*row["names"].get(language, ()), *row.get("short", {}).get(language, ())):
                yield name, person

    def offices(self) -> Iterator[Office]:
        """Every office, as the file orders them."""
        return iter(self._offices.values())

    # Who held what

    def tenures(self, of: str) -> tuple[Tenure, ...]:
        """Every tenure of a party, in the order of their first days."""
        key = ("tenures", of)
        if key not in self._memory:
            found = [_tenure(of, row) for row in self._rows.get(of, ())]
            self._memory[key] = tuple(sorted(found, key=_order))
        kept: tuple[Tenure, ...] = self._memory[key]
        return kept

    def holders(self, office: str, of: str, on: datetime.date) -> tuple[Tenure, ...]:
        """Who held an office of a party on a day, for certain; empty where it is unknown.

        After the party's ``as_of`` it is always unknown. On the day of a handover both may
        be named; acting, disputed and exiled holders are named with their status.
        """
        if self._after(of, on):
            return ()
        return tuple(t for t in self.tenures(of) if t.office == office and t.held(on))

    def candidates(self, office: str, of: str, on: datetime.date | None = None) -> tuple[Tenure, ...]:
        """Who may have held it: on a day, as far as dates are known; on any day, where none is given."""
        held = (t for t in self.tenures(of) if t.office == office)
        if on is None:
            return tuple(held)
        return () if self._after(of, on) else tuple(t for t in held if t.possible(on))

    def answering(self, office: str, of: str, on: datetime.date) -> tuple[Tenure, ...]:
        """Its holders, or where it has none those of the first office that its words may stand for.

        *The Syrian leader*, *le chef de l'État*: the president's holder.
        """
        covers = self.office(office).covers if office in self._offices else ()
        for name in (office, *covers):
            found = self.holders(name, of, on)
            if found:
                return found
        return ()

    def offices_of(self, person: str, on: datetime.date | None = None) -> tuple[Tenure, ...]:
        """The tenures of a person, of any party: on a day for certain, or all."""
        held = (t for of in self._parties_of.get(person, ()) for t in self.tenures(of) if t.person == person)
        return tuple(t for t in held if on is None or (t.held(on) and not self._after(t.of, on)))

    @cached_property
    def _parties_of(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for of, rows in self._rows.items():
            for row in rows:
                found.setdefault(row[0], {})[of] = None
        return {person: tuple(parties) for person, parties in found.items()}

    def _after(self, of: str, on: datetime.date) -> bool:
        as_of = self._parties[of].get("as_of") if of in self._parties else None
        return as_of is None or on > bounds(as_of)[0]

    # Words

    @cached_property
    def concepts(self) -> tuple[str, ...]:
        """The ids of the meanings of :meth:`terms` by their numbers, as ``state/SY`` or ``office/president``."""
        return tuple(json.loads((self.folder / CONCEPTS).read_bytes()))

    def meaning(self, number: int) -> Meaning:
        """What a sense's concept number means."""
        return self._meanings[number]

    @cached_property
    def _meanings(self) -> tuple[Meaning, ...]:
        return tuple(meaning(concept) for concept in self.concepts)

    def terms(self, language: str) -> PartyTerms:
        """One language's words of parties and offices; ``match(words, text)`` finds them inflected."""
        key = ("terms", language)
        if key not in self._memory:
            table = read_table(self.folder / f"{language}.json")
            self._memory[key] = PartyTerms(language, table, self.concepts)
        found: PartyTerms = self._memory[key]
        return found


def load(overlay: Path | str | None = None) -> Parties:
    """The parties that the package ships, with a user's own beside them.

    ``overlay`` is a file or folder of party files; without it, the one that the setting
    ``HEXAPLA_PARTIES`` names (with ``""``, none). It is compiled into the user's cache when it changes.

    Raises
    ------
    DataError
        A file of the overlay is wrong: file, line, reason, mend.
    UsageError
        There is no such file or folder, or it holds no party files.
    """
    named = str(overlay) if overlay is not None else os.environ.get(SETTING, "").strip()
    if not named:
        return _packaged()
    _packaged()
    path = Path(named).expanduser()
    if not path.exists():
        raise UsageError(
            f"There is no {path}.",
            "The parties named with it are not known.",
            f"Name a file or folder with --parties or {SETTING}, or neither.",
        )
    from hexapla.parties.overlay import overlaid

    return Parties(overlaid(COMPILED, path))


@cache
def _packaged() -> Parties:
    if (COMPILED.parents[3] / "pyproject.toml").exists():
        from hexapla.parties.compiling import ensure_current

        ensure_current(COMPILED)
    return Parties(COMPILED)


def _order(tenure: Tenure) -> tuple[datetime.date, str, str]:
    return (tenure.earliest or datetime.date.min, tenure.office, tenure.person)


def _cells(row: Mapping[str, Any], key: str) -> Cells:
    return {language: tuple(words) for language, words in row.get(key, {}).items()}


def _party(name: str, row: Mapping[str, Any]) -> Party:
    return Party(
        id=name,
        kind=row.get("kind", "body"),
        names=_cells(row, "names"),
        wikidata=row.get("wikidata"),
        demonyms=_cells(row, "demonyms"),
        capital=_cells(row, "capital"),
        seats=_cells(row, "seats"),
        as_of=bounds(row["as_of"])[0] if "as_of" in row else None,
        of=row.get("of"),
    )


def _person(name: str, row: Mapping[str, Any]) -> Person:
    return Person(name, _cells(row, "names"), _cells(row, "short"), row.get("gender"), row.get("wikidata"))


def _office(name: str, row: Mapping[str, Any]) -> Office:
    wordings = tuple(
        Wording(_cells(wording, "words"), tuple(wording["of"]), tuple(wording["unless"]))
        for wording in row["wordings"]
    )
    return Office(
        name,
        _cells(row, "names"),
        row["rank"],
        row["single"],
        tuple(row["covers"]),
        wordings,
        _cells(row, "portfolio"),
        _cells(row, "ministry"),
        row["posted"],
    )


def _tenure(of: str, row: list[Any]) -> Tenure:
    person, office, start, end, status, checked, note = row
    earliest, first = bounds(start) if start else (None, None)
    last, latest = bounds(end) if end else (None, None)
    return Tenure(person, office, of, first, last, status, checked, note, earliest, latest, start, end)
