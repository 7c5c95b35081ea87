"""What is wrong with a party file: where, what, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from hexapla.errors import DataError

Level = Literal["error", "note"]


@dataclass(frozen=True, slots=True)
class Problem:
    """An error puts what it is about out of force; a note is only worth a look."""

    path: Path
    line: int
    level: Level
    what: str
    todo: str

    @property
    def where(self) -> str:
        return f"{self.path.name}:{self.line}"

    def error(self) -> DataError:
        """The same as an error, for who must not go on."""
        return DataError(f"{self.path}:{self.line}: {self.what}", "It would be left out.", self.todo)
