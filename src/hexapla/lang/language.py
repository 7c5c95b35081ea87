"""A language's folder, read once and kept."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from hexapla.errors import LanguageUnknown

HERE = Path(__file__).parent
# Ids, labels and our own notes are in the usual spelling of this language (DESIGN's contracts).
USUAL = "en"


@dataclass(frozen=True)
class Language:
    """One language, as its folder describes it.

    ``table(name)`` gives a TOML file of the folder as a mapping; ``lines(name)`` a text
    file's lines without comments and blank lines. Both are read once.
    """

    code: str
    folder: Path
    _tables: dict[str, Mapping[str, Any]] = field(default_factory=dict, compare=False, repr=False)
    _lines: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def table(self, name: str) -> Mapping[str, Any]:
        if name not in self._tables:
            with (self.folder / f"{name}.toml").open("rb") as file:
                self._tables[name] = MappingProxyType(tomllib.load(file))
        return self._tables[name]

    def lines(self, name: str) -> tuple[str, ...]:
        if name not in self._lines:
            text = (self.folder / f"{name}.txt").read_text(encoding="utf-8")
            rows = (line.strip() for line in text.split("\n"))
            self._lines[name] = tuple(row for row in rows if row and not row.startswith("#"))
        return self._lines[name]

    @cached_property
    def name(self) -> str:
        """The language's usual English name."""
        return str(self.table("language")["name"])

    @cached_property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return str(self.table("language")["direction"])

    @cached_property
    def spaced(self) -> bool:
        """Whether words are parted by spaces."""
        return bool(self.table("language")["spaced"])

    @cached_property
    def cased(self) -> bool:
        """Whether the script has capital letters, so that they can tell a name."""
        return bool(self.table("language")["cased"])


@cache
def codes() -> tuple[str, ...]:
    """The codes of every language that has a folder, sorted."""
    return tuple(sorted(p.parent.name for p in HERE.glob("*/language.toml")))


def known(code: str) -> bool:
    """Whether there is a folder for this language."""
    return code in codes()


@cache
def load(code: str) -> Language:
    """The language with this ISO 639-1 code.

    Raises
    ------
    LanguageUnknown
        There is no folder for it.
    """
    if not known(code):
        raise LanguageUnknown(
            f"The language {code!r} is none of those Hexapla reads ({', '.join(codes())}).",
            "Its text cannot be compared with others.",
            "Name another with --language, or add a folder for it under lang/ (docs/how-to/add-a-language.md).",
        )
    return Language(code, HERE / code)
