"""A compiled lexicon opened: all its files at once, so that what is read fits together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from hexapla.errors import DataError
from hexapla.lexicon.cells import Cells, read_cells
from hexapla.lexicon.compiled import (
    COMPILED,
    CONCEPTS,
    EMPTY,
    SUFFIX,
    ConceptTable,
    LanguageTable,
    read_concepts,
    read_language,
)
from hexapla.lexicon.merging import merged, merged_concepts
from hexapla.lexicon.packing import Packed


@dataclass(frozen=True)
class Opened:
    """The files of one compiled folder. They are mapped when first asked for; who replaces them changes nothing."""

    folder: Path

    @cached_property
    def _files(self) -> Mapping[str, Packed]:
        files = {path.name: Packed(path) for path in sorted(self.folder.glob(f"*{SUFFIX}"))}
        if CONCEPTS not in files:
            raise DataError(
                f"There is no compiled lexicon in {self.folder}.",
                "No word can be looked up.",
                "In a source checkout run: make setup; otherwise install the package again.",
            )
        if len({file.stamp for file in files.values()}) > 1:
            raise DataError(
                f"The files in {self.folder} were compiled of different data.",
                "They do not fit together; perhaps they are being compiled at this moment.",
                "Try again; if it stays so: make clean setup.",
            )
        return files

    @property
    def stamp(self) -> str:
        """A digest of what the files were compiled of."""
        return self._files[CONCEPTS].stamp

    @cached_property
    def concepts(self) -> ConceptTable:
        return read_concepts(self._files[CONCEPTS])

    def has(self, language: str) -> bool:
        return f"{language}{SUFFIX}" in self._files

    def table(self, language: str) -> LanguageTable:
        """One language's table, read anew; an empty one for a language that was not there when it was compiled."""
        return read_language(self._files[f"{language}{SUFFIX}"]) if self.has(language) else EMPTY

    def cells(self, language: str) -> Cells:
        return read_cells(self.folder, language)


@dataclass(frozen=True)
class Overlaid:
    """A compiled lexicon with a user's compiled words beside it."""

    ours: Opened
    theirs: Opened

    @cached_property
    def concepts(self) -> ConceptTable:
        return merged_concepts(self.ours.concepts, self.theirs.concepts)

    def table(self, language: str) -> LanguageTable:
        table = self.ours.table(language)
        return merged(table, self.theirs.table(language)) if self.theirs.has(language) else table

    def cells(self, language: str) -> Cells:
        """The words of each concept, ours first."""
        ours, theirs = self.ours.cells(language).lines, self.theirs.cells(language).lines
        longer = [*ours, *[""] * (len(theirs) - len(ours))]
        more = [*theirs, *[""] * (len(longer) - len(theirs))]
        both = (" | ".join(filter(None, pair)) for pair in zip(longer, more, strict=True))
        return Cells(language, tuple(both))


@cache
def ours() -> Opened:
    """The lexicon that the package ships; in a source checkout compiled anew where its data has changed."""
    from hexapla.lexicon.building import ensure_current

    ensure_current()
    return Opened(COMPILED)
