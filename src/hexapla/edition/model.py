"""Edition and desk: what a person reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hexapla.apparatus.model import Entry
from hexapla.collation.model import Collation
from hexapla.gloss.model import Gloss
from hexapla.marks.mentions.model import Person
from hexapla.record.model import Movement, Record
from hexapla.testimony.model import Testimony


@dataclass(frozen=True, slots=True)
class Membership:
    """Why a witness belongs to its story (one plain sentence), and how surely (0..1)."""

    siglum: str
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Edition:
    """One story: its witnesses side by side, and how they differ, ranked.

    ``base`` is the siglum of the version the user named as base, else ``None``; only then
    do notes say *adds* and *omits*. Where a gloss was asked for, ``gloss_language`` is the reader's
    language and ``glosses`` gives each witness's segments' glosses by siglum, ``None`` for a segment that
    is in that language.
    """

    collation: Collation
    apparatus: tuple[Entry, ...]
    base: str | None
    membership: tuple[Membership, ...] = ()
    people: tuple[Person, ...] = ()
    """Who is named, each once; ``mentions`` are keyed by the number of the witness, in their order."""
    glosses: Mapping[str, tuple[Gloss | None, ...]] = field(default_factory=dict)
    gloss_language: str | None = None
    testimonies: Mapping[str, Testimony] = field(default_factory=dict)
    """What each witness says took place, by siglum."""
    record: Record | None = None
    """The testimonies merged."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An input that could not be used, with what happened, what it means, what to do."""

    source: str
    what: str
    means: str
    todo: str


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything `hexapla desk` found: stories, which of them are one affair, what was left out.

    ``storylines`` holds lists of indices into ``stories``. ``notices`` are plain sentences
    about inputs that were used but need a word (the same file given twice, a story of one).
    ``movements`` say what moved, one for each storyline of two stories or more.
    """

    stories: tuple[Edition, ...]
    storylines: tuple[tuple[int, ...], ...]
    left_out: tuple[LeftOut, ...] = ()
    notices: tuple[str, ...] = ()
    movements: tuple[Movement, ...] = ()
