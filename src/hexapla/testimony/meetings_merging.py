"""A meeting told of many times is one: tellings put together into drafts of meetings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from hexapla.testimony.meetings_anchors import anchors
from hexapla.testimony.meetings_figures import Figure, apart
from hexapla.testimony.meetings_sentence import Telling
from hexapla.testimony.meetings_settings import Place, Settings
from hexapla.testimony.model import Form, MeetingKind, Relation
from hexapla.witness.model import Span

# Kinds that a bare "the meeting" may mean, and that differ by who meets alone.
TALKS: frozenset[MeetingKind] = frozenset({"talks", "summit", "ministerial"})
ENCOUNTERS: frozenset[MeetingKind] = TALKS | {"call"}
# These forms of one kind of meeting are meetings of their own.
CONTRARY: tuple[tuple[Form, Form], ...] = (("expanded", "closed"),)
# A list of who came along is of what was told of so many sentences before it.
JUST = 3
# A visit, a gathering or a meeting of heads, in whose course or on whose margins others take place.
UMBRELLAS: tuple[MeetingKind, ...] = ("visit", "summit", "conference", "session")


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
        if day:
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


def drafts(told: Sequence[Telling], settings: Settings) -> list[Draft]:
    """The meetings of a text, in the order in which they are first told of."""
    return _Merger(settings).merged(told)


@dataclass(eq=False)
class _Merger:
    settings: Settings
    found: list[Draft] = field(default_factory=list)

    def merged(self, told: Sequence[Telling]) -> list[Draft]:
        by_scene: dict[int, list[Telling]] = {}
        for telling in told:
            by_scene.setdefault(telling.scene.number, []).append(telling)
        for some in by_scene.values():
            self._sentence(some)
        return self.found

    def _sentence(self, some: Sequence[Telling]) -> None:
        placed: list[tuple[Telling, Draft | None]] = []
        # Who is named comes before what only refers to it: "during a session of talks, A discussed with B".
        for telling in sorted(some, key=lambda t: (not t.whole, t.kind != "visit", t.anchor.span)):
            placed.append((telling, self._put(telling, [d for _, d in placed if d])))
        for telling, draft in placed:
            if draft and telling.kind in UMBRELLAS and telling.anchor.relation in ("within", "margins"):
                child = _beside(telling, placed)
                if child and child is not draft and child.parent is None and draft.parent is not child:
                    child.parent = draft
                    child.relation = "margins" if telling.anchor.relation == "margins" else "within"

    def _put(self, telling: Telling, here: Sequence[Draft]) -> Draft | None:
        telling = self._completed(telling)
        place, day = self._setting(telling)
        draft = self._match(telling, place, day, here)
        if draft is None:
            if not self._stands_alone(telling, place):
                return None
            draft = Draft(telling.kind)
            self.found.append(draft)
        if telling.principals or telling.company or telling.forms or place or day:
            self._parted(telling, draft)
            draft.takes(telling, place, day)
        else:
            draft.references.append(telling.anchor.span)
        return draft

    def _parted(self, telling: Telling, draft: Draft) -> None:
        """*In narrow and in expanded format*: two meetings of the same people."""
        for one, other in CONTRARY:
            if {one, other} <= set(telling.forms) and draft.kind in TALKS:
                second = one if other in draft.forms else other
                if not {one, other} & draft.forms:
                    second = max(one, other, key=lambda form: _first(telling, form))
                twin = Draft(draft.kind)
                twin.takes(
                    replace(telling, principals=tuple(draft.principals) or telling.principals), None, None
                )
                twin.forms = {second}
                twin.days, twin.places = list(draft.days), list(draft.places)
                self.found.append(twin)
                draft.forms.discard(second)
                draft.apart.add(second)

    def _completed(self, telling: Telling) -> Telling:
        """Who is one and meets *his guest*: it is whom he met last, or who visits."""
        if telling.mutual:
            both = next((d for d in reversed(self.found) if d.kind in TALKS and len(d.sides) > 1), None)
            return replace(telling, principals=tuple(both.principals), whole=True) if both else telling
        given = telling.open if telling.kind == "meal" else telling.anchor.held
        if telling.kind in ("ceremony", "meal") and given and not telling.principals:
            # "for the guest an official welcoming ceremony was held", "a dinner in his honour will be given"
            visit = next((d for d in reversed(self.found) if d.kind == "visit" and d.principals), None)
            guest = visit.guest if visit else None
            return replace(telling, principals=(guest,), guest=guest, whole=True) if guest else telling
        if telling.whole or len(telling.principals) != 1 or not (telling.host or telling.open):
            return telling
        host = telling.principals[0]
        for draft in reversed(self.found):
            others = [f for f in draft.principals if f.side not in (None, host.side)]
            known = draft.kind == "visit" or any(f.same(host) for f in draft.principals)
            if others and known and draft.kind in TALKS | {"visit"}:
                return replace(telling, principals=(host, *others), guest=others[0], whole=True)
        return telling

    def _setting(self, telling: Telling) -> tuple[Place | None, tuple[str, Span] | None]:
        scene, anchor = telling.scene, telling.anchor
        if not (telling.principals or anchor.held or telling.kind == "visit"):
            # "During the talks" says neither where nor when they were.
            return None, None
        place = None
        for at in (anchor.span, anchor.held):
            if at and place is None:
                place = self.settings.place(scene, at, telling.lo, telling.hi, goal=telling.kind == "visit")
        if place is None and telling.host and telling.host.is_side:
            # "Moscow will host": whoever is host, where.
            here = (p for p in self.settings.places(scene) if p.town and p.span.overlap(telling.host.span))
            place = next(here, None)
        day = self.settings.day(scene, anchor.span, telling.lo, telling.hi, coming=telling.planned)
        if day and telling.kind == "visit":
            # The day of what is told of in the course of a visit is not that of the visit.
            away = apart(scene, anchor.span, day[1])
            others = [a.span for a in anchors(scene) if a.span != anchor.span and a.kind != "visit"]
            told = anchor.act or anchor.held or not others
            told = told and bool(telling.principals or anchor.act or anchor.held)
            day = None if not told or any(apart(scene, other, day[1]) < away for other in others) else day
        return place, day

    def _stands_alone(self, telling: Telling, place: Place | None) -> bool:
        """Whether a telling that fits no meeting told of before is one of a new meeting."""
        if telling.kind == "visit":
            return bool(telling.principals) or telling.anchor.relation in ("within", "margins")
        return telling.whole and not (telling.weak and all(f.is_side for f in telling.principals))

    def _match(
        self,
        telling: Telling,
        place: Place | None,
        day: tuple[str, Span] | None,
        here: Sequence[Draft],
    ) -> Draft | None:
        """The last meeting told of that a telling may be of."""
        fits = [d for d in reversed(self.found) if self._fits(telling, d, place, day)]
        # What took place is sooner spoken of than what will.
        fits.sort(key=lambda d: d.planned and not telling.planned)
        if telling.company and not telling.principals:
            fits = self._accompanied(telling, fits)
        if telling.anchor.relation == "margins" and not telling.principals:
            # Beside a meeting of two parts is beside its first.
            fits = sorted(fits, key=lambda d: not d.apart)
        near = [d for d in fits if d in here]
        same = [d for d in fits if d.forms & set(telling.forms)]
        return next(iter([*near, *same, *fits] if not telling.principals else [*same, *near, *fits]), None)

    def _accompanied(self, telling: Telling, fits: list[Draft]) -> list[Draft]:
        """Where a delegation sat: in what was just told of, in its expanded part; else it came with the visitor."""
        at = telling.scene.number
        near = [d for d in fits if any(0 <= at - t.scene.number <= JUST for t in d.tellings)]
        if near:
            return sorted(near, key=lambda d: "expanded" not in d.forms)
        sides = {f.side for f in telling.company[:1]}
        visits = [d for d in reversed(self.found) if d.kind == "visit" and sides & set(d.sides)]
        return visits or fits

    def _fits(
        self, telling: Telling, draft: Draft, place: Place | None, day: tuple[str, Span] | None
    ) -> bool:
        bare = not telling.principals
        if not _akin(telling, draft, bare) or _contrasts(telling, draft) or _other_rite(telling, draft):
            return False
        if telling.planned and not draft.planned and (place or day or telling.mutual):
            # "will meet in …" is no other telling of a meeting that took place.
            return False
        if day and draft.days and not any(_agree(day[0], other) for other, _ in draft.days):
            return False
        if place and place.town and any(p.town and p.name != place.name for p in draft.places):
            return False
        return bare or _same_people(telling.principals, draft.principals)


def _first(telling: Telling, form: Form) -> int:
    """Where a sentence first says a form."""
    return min((c.start for c in telling.scene.of("form", form)), default=-1)


def _contrasts(telling: Telling, draft: Draft) -> bool:
    """Whether a telling is of another part than what was told: closed talks after expanded ones."""
    if "closed" in telling.forms and "closed" not in draft.forms and telling.whole:
        at = telling.anchor.span.start
        if telling.anchor.continued or any(c.end <= at for c in telling.scene.of("relation", "after")):
            return True
    return any(
        (one in telling.forms and other in draft.forms) or (other in telling.forms and one in draft.forms)
        for one, other in CONTRARY
    )


def _other_rite(telling: Telling, draft: Draft) -> bool:
    """A signing is another ceremony than one that has a name."""
    if draft.kind != "ceremony" or not telling.whole:
        return False
    signing = telling.anchor.span == telling.anchor.held
    return any(t.whole and (t.anchor.span == t.anchor.held) != signing for t in draft.tellings)


def _beside(umbrella: Telling, placed: Sequence[tuple[Telling, Draft | None]]) -> Draft | None:
    """What took place in the course of a meeting: what is told of nearest before its words, else behind."""
    at = umbrella.anchor.related or umbrella.anchor.span
    others = [(t, d) for t, d in placed if d and t is not umbrella and (t.principals or t.whole)]
    before = [(t.anchor.span, d) for t, d in others if t.anchor.span.end <= at.start]
    after = [(t.anchor.span, d) for t, d in others if t.anchor.span.start >= umbrella.anchor.span.end]
    if before:
        return max(before, key=lambda one: one[0])[1]
    return min(after, key=lambda one: one[0])[1] if after else None


def _akin(telling: Telling, draft: Draft, bare: bool) -> bool:
    kind = telling.kind
    if kind == draft.kind or (kind in TALKS and draft.kind in TALKS):
        return True
    return (bare or telling.weak) and kind == "talks" and draft.kind in ENCOUNTERS


def _same_people(some: Sequence[Figure], others: Sequence[Figure]) -> bool:
    """Whether the people of one are among those of the other."""
    if not others:
        return True
    a = all(any(one.same(other) for other in others) for one in some)
    return a or all(any(one.same(other) for other in some) for one in others)


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


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
