"""Party files read: YAML → what it says, and what is wrong with it, each with its line.

Plain words are never taken for numbers, dates or truth values (``NO`` is Norway): every
scalar is read as the text it is, and what it means is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from hexapla.errors import DataError
from hexapla.lang import known
from hexapla.lexicon.rows import Term, parse_cell
from hexapla.parties.dates import bounds
from hexapla.parties.problems import Problem

if TYPE_CHECKING:
    from yaml.events import Event

STATE = re.compile(r"[A-Z]{2}")
KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
WIKIDATA = re.compile(r"Q[1-9]\d*")
KINDS = ("state", "body", "group", "agency", "outlet")
STATUSES = ("incumbent", "acting", "disputed", "exile")
CELLS = ("names", "demonyms", "capital", "seats")
PARTY_KEYS = ("id", "kind", "of", "wikidata", "as_of", *CELLS, "people", "tenures", "note")
PERSON_KEYS = ("wikidata", "gender", "names", "short", "note")
TENURE_KEYS = ("person", "office", "from", "to", "status", "checked", "note")
# Ours are under 100 kB; a file a hundred times that is no party file.
LARGEST = 10_000_000
# A tenure's date stands three deep.
DEEPEST = 8

Terms = Mapping[str, tuple[Term, ...]]


@dataclass(frozen=True, slots=True)
class Field:
    """A YAML value with the line it starts on: text, a list, or a mapping of names to fields."""

    value: str | list[Field] | dict[str, Field]
    line: int


@dataclass(frozen=True, slots=True)
class _Open:
    """A list or mapping whose end has not come yet; the keys and values of a mapping in turn."""

    mapping: bool
    line: int
    items: list[Field] = field(default_factory=list)

    def field(self, reader: Reader) -> Field:
        if not self.mapping:
            return Field(self.items, self.line)
        found: dict[str, Field] = {}
        for key, value in zip(self.items[::2], self.items[1::2], strict=False):
            name = key.value if isinstance(key.value, str) else "?"
            if name in found:
                reader.wrong(key.line, f"{name!r} stands twice.", "Keep one of them.")
            found[name] = value
        return Field(found, self.line)


@dataclass(frozen=True, slots=True)
class ReadPerson:
    """A person as a file has it."""

    id: str
    names: Terms
    short: Terms
    gender: str | None
    wikidata: str | None
    line: int


@dataclass(frozen=True, slots=True)
class ReadTenure:
    """A tenure as a file has it; ``start`` and ``end`` as written."""

    person: str
    office: str
    start: str | None
    end: str | None
    status: str
    checked: bool
    note: str | None
    line: int


@dataclass(frozen=True, slots=True)
class ReadParty:
    """A party as a file has it."""

    id: str
    kind: str | None
    of: str | None
    wikidata: str | None
    as_of: str | None
    cells: Mapping[str, Terms]
    people: tuple[ReadPerson, ...]
    tenures: tuple[ReadTenure, ...]
    path: Path
    line: int


@dataclass
class Reader:
    """Reads one file; problems are gathered, and what has one is left out."""

    path: Path
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, line: int, what: str, todo: str) -> None:
        self.problems.append(Problem(self.path, line, "error", what, todo))

    def documents(self) -> Iterator[Field]:
        """The YAML documents of the file; those before a fault are still given."""
        import yaml

        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        try:
            yield from self._composed(yaml.parse(self._text(), Loader=loader))
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            self.wrong(line, f"this is not YAML: {error.problem}.", _YAML)
        except yaml.YAMLError as error:
            self.wrong(1, f"this is not YAML: {' '.join(str(error).split())}.", _YAML)

    def _composed(self, events: Iterable[Event]) -> Iterator[Field]:
        """Documents out of the parser's events.

        Not by PyYAML's own composer: with libyaml it calls itself for each list within a list, and
        ten thousand brackets end the program. Aliases (``*name``) are no part of party files.
        """
        from yaml import events as kinds

        open_: list[_Open] = []
        for event in events:
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, kinds.AliasEvent):
                self.wrong(line, f"*{event.anchor}: party files have no aliases.", "Write it out.")
            elif isinstance(event, kinds.CollectionStartEvent):
                if len(open_) == DEEPEST:
                    self.wrong(line, "lists within lists without end.", _YAML)
                    return
                open_.append(_Open(isinstance(event, kinds.MappingStartEvent), line))
            elif isinstance(event, kinds.ScalarEvent | kinds.CollectionEndEvent):
                done = (
                    Field(str(event.value).strip(), line)
                    if isinstance(event, kinds.ScalarEvent)
                    else open_.pop().field(self)
                )
                if open_:
                    open_[-1].items.append(done)
                else:
                    yield done

    def _text(self) -> str:
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise DataError(
                f"{self.path} cannot be read: {error.strerror}.",
                "Its parties are not known.",
                "Check the name of the file.",
            ) from error
        if len(data) > LARGEST:
            self.wrong(1, f"the file has {len(data):,} bytes.", "Part it into files of one party each.")
            return ""
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self.wrong(line, f"byte {error.start} is not UTF-8.", "Save the file as UTF-8.")
            return ""

    def mapping(self, found: Field, keys: tuple[str, ...] | None, what: str) -> dict[str, Field]:
        """The fields of a mapping; an empty text stands for an empty one. Unknown keys are named."""
        if found.value in ("", "null", "~"):
            return {}
        if not isinstance(found.value, dict):
            self.wrong(
                found.line, f"{what} must be a mapping (key: value).", "See docs/reference/party-files.md."
            )
            return {}
        for key, value in found.value.items():
            if keys and key not in keys:
                self.wrong(value.line, f"{what} takes no {key!r}.", f"It takes: {', '.join(keys)}.")
        return found.value

    def text(
        self, fields: Mapping[str, Field], key: str, pattern: re.Pattern[str] | None = None
    ) -> str | None:
        """A text of a mapping, or None where there is none or it has not the right form."""
        found = fields.get(key)
        if found is None or found.value in ("", "null", "~"):
            return None
        if not isinstance(found.value, str):
            self.wrong(found.line, f"{key} must be a text.", "Write it on one line.")
            return None
        if pattern and not pattern.fullmatch(found.value):
            self.wrong(found.line, f"{found.value!r} is no {key}.", _FORMS.get(key, f"Mend {key}."))
            return None
        return found.value

    def choice(self, fields: Mapping[str, Field], key: str, choices: tuple[str, ...]) -> str | None:
        """A text that is one of some."""
        found = self.text(fields, key)
        if found is not None and found not in choices:
            self.wrong(fields[key].line, f"{found!r} is no {key}.", f"Write one of: {', '.join(choices)}.")
            return None
        return found

    def date(self, fields: Mapping[str, Field], key: str) -> str | None:
        """A day, month or year as written."""
        found = self.text(fields, key)
        if found is None:
            return None
        try:
            bounds(found)
        except ValueError:
            self.wrong(fields[key].line, f"{found!r} is no date.", "Write 2020-11-22, 2020-11 or 2020.")
            return None
        return found

    def cells(self, fields: Mapping[str, Field], key: str) -> dict[str, tuple[Term, ...]]:
        """Words by language, in the cell format of the lexicon."""
        if key not in fields:
            return {}
        found = {}
        for language, cell in self.mapping(fields[key], None, key).items():
            if not known(language):
                self.wrong(
                    cell.line, f"{language!r} is no language of ours.", "Use the code of a lang/ folder."
                )
            elif isinstance(cell.value, str):
                try:
                    terms = parse_cell(cell.value, f"{self.path.name}:{cell.line}")
                except DataError as error:
                    what = error.what.partition(": ")[2] or error.what
                    self.wrong(cell.line, f"{key}, {language}: {what}", f"{error.todo} {_COMMAS}")
                else:
                    found[language] = terms
            else:
                self.wrong(cell.line, f"{key}, {language}: no cell.", "Write words parted by | on one line.")
        return found


_YAML = "Check quotes, colons and indents; a text with ': ' or a leading sign needs quotes."
_COMMAS = "Inside braces a cell with commas needs quotes."
_FORMS = {
    "wikidata": "Write it as Q858, or leave the line out.",
    "id": "Write two capitals for a state (ISO 3166-1), else lower-case words parted by hyphens.",
    "person": "Use lower-case words parted by hyphens, as `faisal-mekdad`.",
    "office": "Use an office of offices.yaml, as `foreign-minister`.",
}


def read_parties(path: Path) -> tuple[list[ReadParty], list[Problem]]:
    """The parties of one file and what is wrong with it; a party without an id is left out.

    Raises
    ------
    DataError
        The file cannot be opened.
    """
    reader = Reader(path)
    found = [_party(reader, document) for document in reader.documents()]
    return [party for party in found if party], reader.problems


def _party(reader: Reader, document: Field) -> ReadParty | None:
    fields = reader.mapping(document, PARTY_KEYS, "a party")
    kind = reader.choice(fields, "kind", KINDS)
    name = reader.text(fields, "id", STATE if kind == "state" else None)
    if name and kind != "state" and not (KEBAB.fullmatch(name) or (kind is None and STATE.fullmatch(name))):
        reader.wrong(fields["id"].line, f"{name!r} is no id.", _FORMS["id"])
        return None
    if name is None:
        if "id" not in fields:
            reader.wrong(document.line, "a party without an id.", _FORMS["id"])
        return None
    return ReadParty(
        id=name,
        kind=kind,
        of=reader.text(fields, "of"),
        wikidata=reader.text(fields, "wikidata", WIKIDATA),
        as_of=reader.date(fields, "as_of"),
        cells={key: cells for key in CELLS if (cells := reader.cells(fields, key))},
        people=tuple(_people(reader, fields)),
        tenures=tuple(_tenures(reader, fields)),
        path=reader.path,
        line=document.line,
    )


def _people(reader: Reader, fields: Mapping[str, Field]) -> Iterator[ReadPerson]:
    if "people" not in fields:
        return
    for name, found in reader.mapping(fields["people"], None, "people").items():
        if not KEBAB.fullmatch(name):
            reader.wrong(found.line, f"{name!r} is no person's id.", _FORMS["person"])
            continue
        own = reader.mapping(found, PERSON_KEYS, f"person {name}")
        yield ReadPerson(
            name,
            reader.cells(own, "names"),
            reader.cells(own, "short"),
            reader.choice(own, "gender", ("m", "f")),
            reader.text(own, "wikidata", WIKIDATA),
            found.line,
        )


def _tenures(reader: Reader, fields: Mapping[str, Field]) -> Iterator[ReadTenure]:
    found = fields.get("tenures")
    if found is None or found.value in ("", "null"):
        return
    if not isinstance(found.value, list):
        reader.wrong(found.line, "tenures must be a list.", "Begin each with `- {person: …, office: …}`.")
        return
    for item in found.value:
        before = len(reader.problems)
        own = reader.mapping(item, TENURE_KEYS, "a tenure")
        person, office = reader.text(own, "person", KEBAB), reader.text(own, "office", KEBAB)
        tenure = ReadTenure(
            person or "",
            office or "",
            reader.date(own, "from"),
            reader.date(own, "to"),
            reader.choice(own, "status", STATUSES) or STATUSES[0],
            reader.choice(own, "checked", ("true", "false")) == "true",
            reader.text(own, "note"),
            item.line,
        )
        if not (person and office) and len(reader.problems) == before:
            reader.wrong(item.line, "a tenure without person or office.", "Name both.")
        if len(reader.problems) == before:
            yield tenure
