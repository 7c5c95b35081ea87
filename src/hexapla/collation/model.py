"""Link, locus, collation: which passages of which witnesses answer one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from hexapla.witness.model import Span, Witness

EvidenceKind = Literal["concept", "name", "number", "date", "word", "position", "missing"]
Spans = Mapping[str, tuple[Span, ...]]
"""Spans by siglum."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a claim: this concept, this name, this number, with its words."""

    kind: EvidenceKind
    value: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Link:
    """Segments of two witnesses that say the same; kept pair by pair, never inferred.

    ``a`` and ``b`` are sigla; ``a_segments`` and ``b_segments`` are 0-based indices into
    the witnesses' ``segments``. ``a`` stands before ``b`` in the order of the sigla.
    """

    a: str
    b: str
    a_segments: tuple[int, ...]
    b_segments: tuple[int, ...]
    confidence: float
    because: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Locus:
    """A row of the collation.

    ``units`` gives each witness's units that answer one another (spans in its text, in
    order); ``gap`` gives, for each witness without one, the offset where it would stand.
    """

    id: int
    units: Spans
    gap: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Engine:
    """Which engine judged similarity."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Collation:
    """Witnesses in columns (by siglum, in the order given), loci in rows."""

    witnesses: Mapping[str, Witness]
    links: tuple[Link, ...]
    loci: tuple[Locus, ...]
    engine: Engine
