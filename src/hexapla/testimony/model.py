"""Testimony: what one witness says took place, every claim with the words that say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

from hexapla.marks.mentions.model import Person
from hexapla.witness.model import Span, Witness

MeetingKind = Literal[
    "visit", "summit", "ministerial", "talks", "call", "ceremony", "meal", "session", "conference"
]
"""A *visit* is the umbrella of what takes place in its course; a *session* is a sitting of a body or a committee;
a *conference* a gathering of many, or one before the press; *talks* every other meeting of two sides."""
Form = Literal["expanded", "closed", "bilateral", "trilateral", "remote", "press"]
Relation = Literal["within", "margins"]
Mode = Literal["direct", "reported", "mixed"]
Stance = Literal["supports", "opposes", "thanks", "accuses", "promises", "asks", "warns", "notes"]
Dossier = Literal[
    "political", "economic", "military", "humanitarian", "regional", "multilateral", "consular", "cultural"
]
Flag = Literal["negated", "future", "hypothetical"]
Force = Literal["agreed", "undertaken", "joint-position", "one-sided"]
Deed = Literal["agrees", "signs", "establishes", "resumes", "suspends", "undertakes", "holds"]
"""What is done in an agreement: a joint position *holds*."""

MEETING_KINDS: tuple[MeetingKind, ...] = get_args(MeetingKind)
STANCES: tuple[Stance, ...] = get_args(Stance)
DOSSIERS: tuple[Dossier, ...] = get_args(Dossier)


class Reason(NamedTuple):
    """One reason for a claim: what kind of sign, its value, and its words."""

    kind: str
    value: str
    span: Span | None = None


class Source(NamedTuple):
    """A link of the chain through which words reached the witness: *a Syrian source* told *Reuters*.

    ``name`` is who is named (an outlet, a body), ``through`` the words of the unnamed one who told it.
    """

    name: str | None
    through: str | None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part in a meeting: a person by id, or only a name, or only an office, on a side.

    ``side`` is a state (ISO 3166-1 alpha-2) or the id of a body; ``role`` is *host*, *guest*,
    *delegation* or None.
    """

    person: str | None
    name: str | None
    office: str | None
    side: str | None
    span: Span | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that took place, or will (``planned``). ``date`` is ISO 8601 as far as it is known.

    ``place`` is the usual English name; ``parent`` the id of the meeting in whose course
    (``relation`` *within*) or on whose *margins* it took place. ``spans`` are the words that say it.
    """

    id: int
    kind: MeetingKind
    participants: tuple[Participant, ...]
    spans: tuple[Span, ...]
    confidence: float
    form: tuple[Form, ...] = ()
    place: str | None = None
    date: str | None = None
    parent: int | None = None
    relation: Relation | None = None
    host: str | None = None
    guest: str | None = None
    planned: bool = False
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody says or takes a position.

    ``speakers`` are ids of people or sides; empty where it cannot be told. ``cue`` are the words that say
    that something is said (``cue_span`` where they stand), ``act`` what they do (``data/acts.toml``).
    ``spans`` are the words that say it, speaker and cue included; ``content`` what is said; ``quoted`` the
    words inside quotation marks. ``strength`` is 1 (says) to 5 (threatens, orders).
    """

    id: int
    speakers: tuple[str, ...]
    mode: Mode
    spans: tuple[Span, ...]
    content: tuple[Span, ...]
    act: str
    cue: str | None
    cue_span: Span | None
    strength: int
    stance: Stance
    confidence: float
    meeting: int | None = None
    quoted: tuple[Span, ...] = ()
    issues: tuple[str, ...] = ()
    dossier: Dossier | None = None
    targets: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    flags: tuple[Flag, ...] = ()
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that was discussed, by whom is not said or everybody."""

    issues: tuple[str, ...]
    spans: tuple[Span, ...]
    meeting: int | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed, undertaken, jointly held, or held out by one side.

    ``parties`` are sides, persons or bodies; ``by`` undertakes ``to`` whom; ``due`` an ISO 8601 date;
    ``what`` the words of what is agreed; ``paper`` the words of a signed document, ``body`` those of a committee
    that is set up, resumed or suspended.
    """

    id: int
    parties: tuple[str, ...]
    force: Force
    deed: Deed
    spans: tuple[Span, ...]
    what: tuple[Span, ...]
    confidence: float
    by: str | None = None
    to: str | None = None
    due: str | None = None
    meeting: int | None = None
    issues: tuple[str, ...] = ()
    paper: Span | None = None
    body: Span | None = None
    flags: tuple[Flag, ...] = ()
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one witness says took place. ``labels`` give every id that it uses a name a reader knows."""

    witness: Witness
    people: tuple[Person, ...]
    meetings: tuple[Meeting, ...] = ()
    statements: tuple[Statement, ...] = ()
    topics: tuple[Topic, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
