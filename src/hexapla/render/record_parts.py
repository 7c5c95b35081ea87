"""What a record's view is made of: plain values for a template or a terminal."""

from __future__ import annotations

from dataclasses import dataclass

from hexapla.render.told import Told
from hexapla.testimony.model import STANCES


@dataclass(frozen=True, slots=True)
class Difference:
    """How versions contradict one another: what about, and each value with who has it."""

    what: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """What every fact shows: its words by version, where it was not read, how versions contradict.

    ``told`` has its words in each version in which it was read; ``answered`` are passages of the others that
    answer those words; ``places`` are all of its words for the page's script.
    """

    anchor: str
    told: tuple[Told, ...]
    absent: tuple[str, ...]
    answered: tuple[Told, ...]
    differences: tuple[Difference, ...]
    places: str

    @property
    def sigla(self) -> str:
        """The versions in which it was read, as the filter wants them."""
        return " ".join(told.siglum for told in self.told)


@dataclass(frozen=True, slots=True)
class Seat:
    """A participant as shown. ``sigla`` says who lists them where not every carrier of the meeting does."""

    name: str | None
    post: str | None
    role: str | None
    sigla: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """The participants of one side; ``standing`` is *host* or *guest*."""

    label: str
    standing: str | None
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting as shown; ``parent`` is the number of the meeting in whose course or beside which it is."""

    claim: Claim
    number: int
    title: str
    planned: bool
    when: str | None
    where: str | None
    parent: int | None
    beside: bool
    sides: tuple[Side, ...]
    sigla: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementView:
    """A position as shown."""

    claim: Claim
    speaker: str
    stance: str | None
    act: str | None
    strength: int | None
    sense: tuple[str, ...]
    towards: tuple[str, ...]
    sources: tuple[str, ...]
    also: tuple[str, ...]
    meeting: str | None


@dataclass(frozen=True, slots=True)
class IssueView:
    """The positions on one issue; ``first`` of its dossier."""

    dossier: str
    issue: str
    first: bool
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """How one version has words that another quotes."""

    siglum: str
    how: str
    told: Told | None


@dataclass(frozen=True, slots=True)
class QuotationView:
    """Words that a version quotes, and how each has them."""

    claim: Claim
    speaker: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class AgreementView:
    """Something agreed or undertaken, as shown."""

    claim: Claim
    force: str
    sense: tuple[str, ...]
    who: str
    due: str | None
    issues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    """Something discussed, as shown; without an issue of the vocabulary its words stand for it."""

    claim: Claim
    issues: str
    meeting: str | None


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record as shown under its story."""

    key: str
    sigla: tuple[str, ...]
    meetings: tuple[MeetingView, ...]
    issues: tuple[IssueView, ...]
    quotations: tuple[QuotationView, ...]
    agreements: tuple[AgreementView, ...]
    topics: tuple[TopicView, ...]

    @property
    def statements(self) -> tuple[StatementView, ...]:
        """Every position, in the order shown."""
        return tuple(s for group in self.issues for s in group.statements)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who takes a position, those who take most first."""
        names = [s.speaker for s in self.statements]
        return tuple(sorted(set(names), key=lambda name: (-names.count(name), name)))

    @property
    def stances(self) -> tuple[str, ...]:
        """The stances taken, in their usual order."""
        return tuple(stance for stance in STANCES if any(s.stance == stance for s in self.statements))

    @property
    def dossiers(self) -> tuple[str, ...]:
        """The dossiers that hold a position, in their usual order."""
        return tuple(dict.fromkeys(group.dossier for group in self.issues))

    @property
    def empty(self) -> bool:
        """Whether the record tells nothing that is shown."""
        return not (self.meetings or self.issues or self.agreements or self.topics)
