"""Number and date entries: the same slot, another value."""

from __future__ import annotations

from hexapla.apparatus.model import Entry
from hexapla.collation.model import Collation
from hexapla.collation.workings import Workings


def numbers(collation: Collation, workings: Workings) -> list[Entry]:
    return []
