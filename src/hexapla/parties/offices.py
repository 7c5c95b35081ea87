"""The offices' file read: what each is called, in which language, of which party."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from hexapla.parties.problems import Problem
from hexapla.parties.reading import KEBAB, Field, Reader, Terms

OFFICE_KEYS = ("rank", "single", "posted", "covers", "names", "words", "portfolio", "ministry", "note")
FILE = "offices.yaml"


@dataclass(frozen=True, slots=True)
class ReadWording:
    """Words of an office for some parties (``of``) or for all but some (``unless``)."""

    words: Terms
    of: tuple[str, ...]
    unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadOffice:
    """An office as the file has it."""

    id: str
    rank: int
    single: bool
    posted: bool
    covers: tuple[str, ...]
    names: Terms
    wordings: tuple[ReadWording, ...]
    portfolio: Terms
    ministry: Terms
    path: Path
    line: int


def read_offices(path: Path) -> tuple[list[ReadOffice], list[Problem]]:
    """The offices of one file and what is wrong with it."""
    reader = Reader(path)
    found = [office for document in reader.documents() for office in _offices(reader, document)]
    return found, reader.problems


def _offices(reader: Reader, document: Field) -> Iterator[ReadOffice]:
    for name, found in reader.mapping(document, None, "the offices").items():
        if not KEBAB.fullmatch(name):
            reader.wrong(
                found.line, f"{name!r} is no office's id.", "Use lower-case words parted by hyphens."
            )
            continue
        own = reader.mapping(found, OFFICE_KEYS, f"office {name}")
        rank = reader.choice(own, "rank", ("1", "2", "3", "4", "5"))
        yield ReadOffice(
            name,
            int(rank or 5),
            reader.choice(own, "single", ("true", "false")) != "false",
            reader.choice(own, "posted", ("true", "false")) == "true",
            _list(reader, own, "covers"),
            reader.cells(own, "names"),
            tuple(_wordings(reader, own)),
            reader.cells(own, "portfolio"),
            reader.cells(own, "ministry"),
            reader.path,
            found.line,
        )


def _wordings(reader: Reader, own: Mapping[str, Field]) -> Iterator[ReadWording]:
    found = own.get("words")
    if found is None:
        return
    if not isinstance(found.value, list):
        reader.wrong(found.line, "words must be a list.", "Begin each with `- of: [US]`.")
        return
    for item in found.value:
        fields = reader.mapping(item, None, "words")
        of, unless = _list(reader, fields, "of"), _list(reader, fields, "unless")
        if bool(of) == bool(unless):
            reader.wrong(item.line, "words need `of` or `unless`, and not both.", "Name the parties' ids.")
            continue
        cells = {key: value for key, value in fields.items() if key not in ("of", "unless")}
        yield ReadWording(reader.cells({"words": Field(cells, item.line)}, "words"), of, unless)


def _list(reader: Reader, fields: Mapping[str, Field], key: str) -> tuple[str, ...]:
    found = fields.get(key)
    if found is None:
        return ()
    if not isinstance(found.value, list):
        reader.wrong(found.line, f"{key} must be a list.", "Write it as [US, GB].")
        return ()
    return tuple(item.value for item in found.value if isinstance(item.value, str))
