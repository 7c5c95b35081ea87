"""A meeting in the making, and the words that tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hexapla.testimony.meetings_figures import Figure
from hexapla.testimony.meetings_sentence import Telling
from hexapla.testimony.meetings_settings import Place
from hexapla.testimony.model import Form, MeetingKind, Relation
from hexapla.witness.model import Span

# Kinds that a bare "the meeting" may mean, and that differ by who meets alone.
TALKS: frozenset[MeetingKind] = frozenset({"talks", "summit", "ministerial"})
ENCOUNTERS: frozenset[MeetingKind] = TALKS | {"call"}


@dataclass(eq=False)
class Draft:
    """A meeting in the making."""

    kind: MeetingKind
    tellings: list[Telling] = field(default_factory=list)
    principals: list[Figure] = field(default_factory=list)
    company: list[Figure] = field(default_factory=list)
    forms: set[Form] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)
    days: list[tuple[str, Span]] = field(default_factory=list)
    host: Figure | None = None
    guest: Figure | None = None
    parent: Draft | None = None
    relation: Relation | None = None
    apart: set[Form] = field(default_factory=set)
    """Forms that are those of a meeting of its own."""
    references: list[Span] = field(default_factory=list)
    """Bare words for it: *during the talks*."""

    @property
    def sides(self) -> list[str]:
        """The sides that meet, in order."""
        return list(dict.fromkeys(f.side for f in self.principals if f.side))

    @property
    def planned(self) -> bool:
        """Whether it is announced, wherever it is told of."""
        # "During the visit" says nothing of when.
        told = [t for t in self.tellings if t.principals] or self.tellings
        return bool(told) and all(t.planned for t in told)

    def takes(self, telling: Telling, place: Place | None, day: tuple[str, Span] | None) -> None:
        """Another telling of the same meeting."""
        self.tellings.append(telling)
        for figure in telling.principals:
            self._meets(figure)
        self.joined_by(telling.company)
        self.forms.update(form for form in telling.forms if form not in self.apart)
        if place and place not in self.places:
            self.places.append(place)
        if day and self.kind == "visit" and self.days:
            # A visit is of the day on which it began.
            self.days = [min(day, *self.days)]
        elif day:
            self.days.append(day)
        self.host, self.guest = self.host or telling.host, self.guest or telling.guest
        if telling.kind in TALKS and self.kind == "talks":
            self.kind = telling.kind

    def _meets(self, figure: Figure) -> None:
        for number, known in enumerate(self.principals):
            if known.same(figure):
                if known.is_side and not figure.is_side:
                    self.principals[number] = figure
                return
        self.principals.append(figure)

    def joined_by(self, company: Iterable[Figure]) -> None:
        """A delegation; who meets is no company of himself."""
        side = None
        for figure in company:
            if figure.is_side:
                side = figure.side
                continue
            if any(figure.person and figure.person == p.person for p in (*self.principals, *self.company)):
                continue
            if not figure.person and figure.key in {c.key for c in (*self.company, *self.principals)}:
                continue
            self.company.append(figure if figure.side else figure._replace(side=side))


def referred(draft: Draft) -> Iterator[Span]:
    """All the words that tell of a meeting, in order."""
    spans = [span for t in draft.tellings for span in t.spans] + draft.references
    last: Span | None = None
    for span in sorted(set(spans)):
        if last and span.start <= last.end:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last:
            yield last
        last = span
    if last:
        yield last
