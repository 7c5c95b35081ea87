"""``story.toml``: the versions of one story, each with what is known of it (docs/reference/story-file.md)."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from hexapla import lang
from hexapla.errors import DataError
from hexapla.sources.model import Options
from hexapla.sources.raw import is_address, read_path
from hexapla.witness.reading import Given

_STORY_KEYS = ("title", "witness")
_WORDS = ("language", "outlet", "place", "title")
_WITNESS_KEYS = ("path", "address", "published", *_WORDS)
_REFERENCE = "See docs/reference/story-file.md."


@dataclass(frozen=True, slots=True)
class Entry:
    """One witness that a story file names: its file or address, and what the file says of it."""

    address: str
    given: Given


@dataclass(frozen=True, slots=True)
class StoryFile:
    """A story file, read and checked."""

    title: str | None
    entries: tuple[Entry, ...]


def read_story_file(path: Path, options: Options) -> StoryFile:
    """Reads and checks a story file; the paths in it count from its own folder.

    Raises
    ------
    DataError
        It is no TOML, has an unknown key, or a value that cannot be; the error names the
        file, the key, the reason and the mend.
    SourceError
        The file cannot be read at all.
    """
    table = _table(path, read_path(path, options).data)
    _check_keys(path, "the file", table, _STORY_KEYS)
    witnesses = table.get("witness")
    if not isinstance(witnesses, list) or not all(isinstance(w, dict) for w in witnesses) or not witnesses:
        _wrong(
            path, "witness", "names no witness", "Begin each version with [[witness]] on a line of its own."
        )
    title = _words(path, "title", table.get("title"))
    return StoryFile(title, tuple(_entry(path, n, w) for n, w in enumerate(witnesses, start=1)))


def _table(path: Path, data: bytes) -> Mapping[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DataError(
            f"{path} is not UTF-8 (byte {error.start}).",
            "TOML files are UTF-8, so the story cannot be read.",
            "Save it as UTF-8.",
        ) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise DataError(
            f"{path} is no TOML: {error}.", "The story cannot be read.", f"Mend that line. {_REFERENCE}"
        ) from error


def _entry(path: Path, number: int, table: Mapping[str, Any]) -> Entry:
    at = f"witness {number}"
    _check_keys(path, at, table, _WITNESS_KEYS)
    words = {key: _words(path, f"{at}, {key}", table.get(key)) for key in _WORDS}
    language = words["language"]
    if language is not None and not lang.known(language):
        known = ", ".join(lang.codes())
        _wrong(path, f"{at}, language", f"is {language!r}, none of Hexapla's", f"Write one of {known}.")
    given = Given(**words, published=_day(path, f"{at}, published", table.get("published")))
    return Entry(_place(path, at, table), given)


def _place(path: Path, at: str, table: Mapping[str, Any]) -> str:
    """The witness's file, counted from the story file's folder, or its address."""
    file = _words(path, f"{at}, path", table.get("path"))
    address = _words(path, f"{at}, address", table.get("address"))
    if file is not None and address is not None:
        _wrong(path, at, "has both a path and an address", "Keep the one to read.")
    if address is not None:
        if not is_address(address):
            _wrong(
                path,
                f"{at}, address",
                f"{address!r} is no address",
                "Begin it with https://, or call it path.",
            )
        return address
    if file is None:
        _wrong(
            path, at, "has neither a path nor an address", 'Add path = "report.txt" or address = "https://…".'
        )
    if is_address(file):
        _wrong(path, f"{at}, path", f"{file!r} is an address", "Call it address.")
    if file.lower().endswith(path.suffix.lower()):
        _wrong(path, f"{at}, path", f"{file!r} is a story file itself", "Name a text or a web page.")
    return str(path.parent / file)


def _check_keys(path: Path, at: str, table: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for key in table:
        if key not in known:
            _wrong(path, at, f"has an unknown key {key!r}", f"Known are {', '.join(known)}.")


def _words(path: Path, key: str, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        _wrong(
            path,
            key,
            f"must be words in quotation marks, not {value!r}",
            "Write it in quotation marks, or drop it.",
        )
    return value.strip()


def _day(path: Path, key: str, value: object) -> dt.date | None:
    if value is None:
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        _wrong(path, key, f"{value!r} is no day", "Write it as 2026-03-15.")


def _wrong(path: Path, key: str, reason: str, mend: str) -> NoReturn:
    raise DataError(f"{path}: {key}: {reason}.", "The story cannot be read.", f"{mend} {_REFERENCE}")
