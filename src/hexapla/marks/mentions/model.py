"""Mentions and the people they make: who and what a text speaks of, with the words that say it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from hexapla.witness.model import Span

MentionKind = Literal["name", "name-with-office", "office", "state", "government", "body"]
Basis = Literal["stated", "parties"]
"""Whether the text itself says it, or our knowledge of who held what when."""
Status = Literal["incumbent", "former", "acting", "disputed", "exile", "elect"]
ReasonKind = Literal[
    "name", "surname", "title", "office", "state", "date", "context", "counterpart", "plural", "cue"
]


class Because(NamedTuple):
    """One reason for reading a mention so: this name, this office word, this date; and its words."""

    kind: ReasonKind
    value: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that points at a person, an office, a state, a government or a body.

    Words that point at several (*the two presidents*) make as many mentions with one span.
    ``person`` is an id of the parties or one made from the name; where it cannot be told which
    of several is meant, it is None, ``candidates`` are they, best first, and ``unsure`` is set.
    ``party`` is the state or body itself where the mention is of one; ``of`` whose the office is.
    """

    span: Span
    kind: MentionKind
    person: str | None = None
    candidates: tuple[str, ...] = ()
    party: str | None = None
    office: str | None = None
    of: str | None = None
    on: dt.date | None = None
    basis: Basis | None = None
    status: Status | None = None
    confidence: float = 0.0
    name: Span | None = None
    """The name alone, without titles and offices, where there is one."""
    because: tuple[Because, ...] = ()

    @property
    def unsure(self) -> bool:
        """Whether it points at one of several and cannot be told which."""
        return bool(self.candidates)


@dataclass(frozen=True, slots=True)
class Held:
    """An office of a person as a text has it: whose, on what day, who says so, in what standing."""

    office: str
    of: str | None
    on: dt.date | None
    basis: Basis
    status: Status
    spans: tuple[Span, ...] = ()
    whose: str | None = None
    """The usual English name of whose it is."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person of one witness, or of several merged: names by language, offices, mentions.

    ``known`` says that the id is that of the parties; else it is made from the fullest name.
    ``mentions`` are keyed by witness: the number of its place in what was given, 0 for one alone.
    """

    id: str
    known: bool
    names: Mapping[str, tuple[str, ...]]
    """Language → spellings, the fullest first."""
    offices: tuple[Held, ...]
    mentions: Mapping[int, tuple[Mention, ...]]
    confidence: float
    wikidata: str | None = None
    because: tuple[Because, ...] = field(default=())
    label: str = ""
    """What a reader may know the person by: the usual English name, else the fullest spelling."""
