"""Entry and reading: how witnesses differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from hexapla.collation.model import Evidence, Spans

EntryKind = Literal[
    "absence",
    "number",
    "date",
    "name",
    "place",
    "term",
    "polarity",
    "strength",
    "attribution",
    "quotation",
    "order",
    "unclassified",
]
"""The closed list of ways in which witnesses differ (DESIGN's table of kinds)."""

ENTRY_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one or more witnesses carry at an entry.

    ``value`` is the reading's normalised value where it has one (a number, a date),
    else ``None``; ``gloss`` its words in the reader's language, where one was asked for.
    """

    witnesses: tuple[str, ...]
    spans: Spans
    value: str | None = None
    gloss: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One way in which the witnesses differ.

    ``absent`` gives, for each witness that lacks the words, the offset where they would
    stand. ``weight`` (0..1) is how much the entry is likely to matter to a reader; the
    apparatus comes ranked by it. ``note`` is one plain sentence.
    """

    id: int
    kind: EntryKind
    loci: tuple[int, ...]
    readings: tuple[Reading, ...]
    confidence: float
    note: str
    weight: float = 0.0
    absent: Mapping[str, int] = field(default_factory=dict)
    because: tuple[Evidence, ...] = ()
