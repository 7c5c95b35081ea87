"""Record: the testimonies of a story merged, each fact with who carries it; and what moved between stories."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from hexapla.collation.model import Spans
from hexapla.marks.mentions.model import Basis, Person, Status
from hexapla.testimony.model import (
    Agreement,
    Deed,
    Dossier,
    Flag,
    Force,
    Form,
    Meeting,
    MeetingKind,
    Mode,
    Relation,
    Source,
    Stance,
    Statement,
    Topic,
)
from hexapla.witness.model import Witness


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two witnesses or more carry a fact and tell it otherwise.

    ``field`` is the name of the field (``kind``, ``place``, ``date``, ``host``, ``speakers``, ``stance`` …);
    ``values`` gives each value with the sigla of those who have it, the commonest first. A witness that
    does not tell the field contradicts nobody and is not listed.
    """

    field: str
    values: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that the story's witnesses tell, whoever of them does.

    ``carriers`` gives, for each witness in which it was read, the ids of what its testimony has of it (a
    person's are strings; a topic's are its places in the testimony, from 1). ``absent`` are the others: no
    such thing was *read* in them, which is not to say that they keep it from their readers: ``answered`` are
    passages of theirs that answer its words all the same. ``spans`` are the words that say it, by siglum.
    ``entries`` are ids of the apparatus: differences between the carriers within those words.
    """

    id: int
    carriers: Mapping[str, tuple[int | str, ...]]
    absent: tuple[str, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    spans: Spans = field(default_factory=dict)
    answered: Spans = field(default_factory=dict)
    entries: tuple[int, ...] = ()
    confidence: float = 1.0

    @property
    def sigla(self) -> tuple[str, ...]:
        """The witnesses in which it was read."""
        return tuple(self.carriers)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFact(Fact):
    """Somebody whom the story's witnesses name or point at. Its spans are those of the mentions."""

    person: Person


@dataclass(frozen=True, slots=True)
class Attendance:
    """A participant of a merged meeting, and which of the meeting's carriers list them.

    ``absent`` are carriers of the meeting that do not list them.
    """

    person: str | None
    name: str | None
    office: str | None
    side: str | None
    role: str | None
    carriers: tuple[str, ...]
    absent: tuple[str, ...]
    spans: Spans = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFact(Fact):
    """One meeting, as the witnesses tell it.

    A merged field is the value of most witnesses that tell it, None where they are even or nobody tells
    it. ``parent`` is the id of another MeetingFact. ``told`` are each witness's own meetings, with people
    and parents by the ids of the record.
    """

    kind: MeetingKind | None
    form: tuple[Form, ...]
    place: str | None
    date: str | None
    parent: int | None
    relation: Relation | None
    host: str | None
    guest: str | None
    planned: bool
    participants: tuple[Attendance, ...]
    told: Mapping[str, tuple[Meeting, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFact(Fact):
    """One position taken by somebody, as the witnesses tell it.

    ``content`` and ``quoted`` are by siglum; ``modes`` says how each carrier has it (direct, reported,
    mixed). ``told`` are each witness's own statements, with people and meetings by the record's ids.
    """

    speakers: tuple[str, ...]
    stance: Stance | None
    act: str | None
    strength: int | None
    meeting: int | None
    modes: Mapping[str, Mode]
    content: Spans
    quoted: Spans
    issues: tuple[str, ...]
    dossier: Dossier | None
    targets: tuple[str, ...]
    sources: tuple[Source, ...]
    flags: tuple[Flag, ...]
    told: Mapping[str, tuple[Statement, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFact(Fact):
    """Something that was discussed."""

    issues: tuple[str, ...]
    meeting: int | None
    told: Mapping[str, tuple[Topic, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFact(Fact):
    """Something agreed, undertaken, jointly held or held out by one side.

    ``what``, ``paper`` and ``body`` are the words of it, by siglum.
    """

    parties: tuple[str, ...]
    force: Force | None
    deed: Deed | None
    by: str | None
    to: str | None
    due: str | None
    meeting: int | None
    issues: tuple[str, ...]
    flags: tuple[Flag, ...]
    what: Spans
    paper: Spans
    body: Spans
    told: Mapping[str, tuple[Agreement, ...]]


@dataclass(frozen=True, slots=True)
class Record:
    """The testimonies of a story merged. Each list is in the order in which the story tells it.

    ``labels`` give every id of a person, side or body a name a reader knows; ``date`` is the day of the
    story as far as its meetings or its witnesses tell it.
    """

    witnesses: Mapping[str, Witness]
    people: tuple[PersonFact, ...] = ()
    meetings: tuple[MeetingFact, ...] = ()
    statements: tuple[StatementFact, ...] = ()
    topics: tuple[TopicFact, ...] = ()
    agreements: tuple[AgreementFact, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    title: str | None = None
    date: dt.date | None = None

    def label(self, name: str) -> str:
        """What a reader knows an id by."""
        return self.labels.get(name, name)


# One record against another.

MoveKind = Literal["holder", "participant", "issue", "stance", "agreement", "body"]
Change = Literal[
    "changed",  # another holder, another stance
    "new",  # not in the first story, in the last
    "gone",  # in an earlier story, not in the last
    "stays",  # in all
    "returned",  # in the first and the last, not in all between
    "taken-up",  # an agreement that a later story speaks of again
    "not-mentioned",  # an agreement that no later story mentions again
    "established",
    "resumed",
    "suspended",
]


@dataclass(frozen=True, slots=True)
class State:
    """How something stands in one story.

    ``story`` is its number in ``Movement.stories``, from 0. ``value`` is what it is there (a person's id, a stance, a
    force, the id of an issue), None where the story does not tell it; ``label`` the same for a reader. ``basis`` and
    ``status`` are of holders: stated by a witness, or known from the party files. ``spans`` are the words,
    by siglum of that story; ``facts`` the ids of the record's facts they come from.
    """

    story: int
    value: str | None
    label: str
    spans: Spans = field(default_factory=dict)
    facts: tuple[int, ...] = ()
    basis: Basis | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that moved, or stayed, between the stories.

    ``subject`` is what it is about: a person's id (participant), an office (holder: ``of`` says whose), an
    issue (issue, stance: ``of`` says the side), the deed or force (agreement, body: ``of`` the parties
    joined by a space). ``note`` is one plain sentence. ``states`` has one State a story, in order; ``also`` what
    else bears on it: how a later story calls a former holder, where an agreement is spoken of again.
    """

    id: int
    kind: MoveKind
    change: Change
    subject: str
    of: str | None
    label: str
    note: str
    states: tuple[State, ...]
    also: tuple[State, ...] = ()
    dossier: Dossier | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A story of a movement: ``number`` is its place on the desk (or in what was given), from 0."""

    number: int
    title: str | None
    date: dt.date | None
    record: Record


@dataclass(frozen=True, slots=True)
class Movement:
    """What moved between the stories of one affair, in the order of their days."""

    stories: tuple[Chapter, ...]
    moves: tuple[Move, ...] = ()

    def of(self, kind: MoveKind) -> tuple[Move, ...]:
        """The moves of one kind."""
        return tuple(move for move in self.moves if move.kind == kind)
