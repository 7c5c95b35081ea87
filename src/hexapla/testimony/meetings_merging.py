"""A meeting told of many times is one: tellings put together into drafts of meetings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hexapla.testimony.meetings_anchors import COURSES, anchors, went_on
from hexapla.testimony.meetings_days import ended, long_ago, of_another, to_come, within_days
from hexapla.testimony.meetings_draft import ENCOUNTERS, TALKS, Draft
from hexapla.testimony.meetings_figures import Figure, apart
from hexapla.testimony.meetings_sentence import Telling
from hexapla.testimony.meetings_settings import Place, Settings
from hexapla.testimony.model import Form, MeetingKind
from hexapla.witness.model import Span

RITES: frozenset[MeetingKind] = frozenset({"ceremony", "meal", "conference"})
# These forms of one kind of meeting are meetings of their own.
CONTRARY: tuple[tuple[Form, Form], ...] = (("expanded", "closed"),)
# A list of who came along is of what was told of so many sentences before it.
JUST = 3
# A visit, a gathering or a meeting of heads, in whose course or on whose margins others take place.
UMBRELLAS: tuple[MeetingKind, ...] = ("visit", "summit", "conference", "session")


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
        for telling in sorted(some, key=_first_placed):
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
        if day and to_come(day[0], self.settings.account.witness.published):
            telling = replace(telling, planned=True)
        telling = self._of_the_same(telling, place, day)
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
            several = [
                d for d in reversed(self.found) if len(d.sides) > 1 and d.kind in (*ENCOUNTERS, *RITES)
            ]
            both = _last_told(several)
            who = tuple(both.principals) if both else telling.pair
            # What two talk of is of the meeting that was told of.
            alone = not (both and telling.anchor.act == "discuss")
            return replace(telling, principals=who, whole=alone) if who else telling
        given = telling.open if telling.kind == "meal" else telling.anchor.held
        if telling.kind in ("ceremony", "meal") and given and not telling.principals:
            # "for the guest an official welcoming ceremony was held", "a dinner in his honour will be given"
            visit = next((d for d in reversed(self.found) if d.kind == "visit" and d.principals), None)
            guest = visit.guest if visit else None
            return replace(telling, principals=(guest,), guest=guest, whole=True) if guest else telling
        if telling.kind == "ceremony" and given and len(telling.principals) == 1:
            # "for the guest a ceremony was held, led by the prime minister"
            one = telling.principals[0]
            visit = next((d for d in reversed(self.found) if d.kind == "visit" and d.guest), None)
            guest = visit.guest if visit else None
            if guest and guest.side and one.side and guest.side != one.side and not guest.same(one):
                return replace(telling, principals=(one, guest), guest=guest, whole=True)
        if telling.whole or len(telling.principals) != 1 or not (telling.host or telling.open):
            return telling
        host = telling.principals[0]
        for draft in reversed(self.found):
            others = [f for f in draft.principals if f.side not in (None, host.side)]
            known = draft.kind == "visit" or any(f.same(host) for f in draft.principals)
            if others and known and draft.kind in TALKS | {"visit"}:
                return replace(telling, principals=(host, *others), guest=others[0], whole=True)
        return telling

    def _of_the_same(self, telling: Telling, place: Place | None, day: tuple[str, Span] | None) -> Telling:
        """*They meet again in May*, *the next session will be in Lisk*: of those who met last."""
        scene = telling.scene
        few = len(telling.principals) < 2 or all(f.is_side for f in telling.principals)
        if not (telling.planned and few and (place or day)) or telling.kind not in (*TALKS, "session"):
            return telling
        follows = (telling.next or telling.kind == "session") and not telling.whole
        again = bool(scene.of("role", "again")) or follows
        for draft in reversed(self.found) if again else ():
            met = draft.kind in (*TALKS, "session") and len(draft.sides) > 1 and not draft.planned
            if met and _same_people(telling.principals, draft.principals):
                some = draft.principals if telling.kind in TALKS else _sides(draft)
                return replace(telling, principals=tuple(some), whole=True, weak=False)
        return telling

    def _setting(self, telling: Telling) -> tuple[Place | None, tuple[str, Span] | None]:
        scene, anchor = telling.scene, telling.anchor
        if not (
            telling.principals or anchor.held or telling.kind == "visit" or (telling.next and telling.planned)
        ):
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
        if place is None and telling.kind in (*TALKS, "session"):
            place = self._hosting(telling)
        day = self.settings.day(scene, anchor.span, telling.lo, telling.hi, coming=telling.planned)
        recalled = day is not None and long_ago(day[0], self.settings.account.witness.published)
        if day and recalled:
            others = [a.span for a in anchors(scene) if a.span not in (anchor.span, anchor.held)]
            if of_another(scene, anchor.span, others, day[1]):
                day, elsewhere = None, place and of_another(scene, anchor.span, others, place.span)
                place = None if elsewhere else place
        if day and telling.kind == "visit":
            # The day of what is told of in the course of a visit is not that of the visit.
            away = apart(scene, anchor.span, day[1])
            others = [a.span for a in anchors(scene) if a.span != anchor.span and a.kind != "visit"]
            told = anchor.act or anchor.held or not others
            told = told and bool(telling.principals or anchor.act or anchor.held)
            over = ended(scene, anchor.held or anchor.span, anchor.span)
            day = (
                None
                if over or not told or any(apart(scene, other, day[1]) < away for other in others)
                else day
            )
        return place, day

    def _hosting(self, telling: Telling) -> Place | None:
        """*Lisk hosts the next round*: a town that has the meeting with it."""
        scene = telling.scene
        verbs = scene.acts("host", "finite") if not telling.anchor.act else []
        near = [
            (apart(scene, verb.span, place.span), place)
            for verb in verbs
            if telling.lo <= verb.start < telling.hi
            for place in self.settings.places(scene)
            if place.town and not place.within and apart(scene, verb.span, place.span) <= 1
        ]
        return min(near)[1] if near else None

    def _stands_alone(self, telling: Telling, place: Place | None) -> bool:
        """Whether a telling that fits no meeting told of before is one of a new meeting."""
        if telling.kind == "visit":
            return bool(telling.principals) or telling.anchor.relation in ("within", "margins")
        announced = telling.planned and telling.anchor.act == "meet" and place is not None and place.town
        return telling.whole and (
            announced or not (telling.weak and all(f.is_side for f in telling.principals))
        )

    def _match(
        self,
        telling: Telling,
        place: Place | None,
        day: tuple[str, Span] | None,
        here: Sequence[Draft],
    ) -> Draft | None:
        """The last meeting told of that a telling may be of."""
        if telling.anchor.act == "discuss":
            # What is talked of at a meal, or taken for a meal, or on the telephone.
            meals = [
                d
                for d in here
                if d.kind in ("meal", "call") and _same_people(telling.principals, d.principals)
            ]
            if meals and telling.principals:
                return meals[-1]
        if telling.kind == "talks" and telling.anchor.relation in COURSES:
            # "telephoned, and after the conversation the two agreed"
            calls = [d for d in here if d.kind == "call" and _same_people(telling.principals, d.principals)]
            if calls:
                return calls[-1]
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
            stays = draft.kind == "visit" and all(within_days(day[0], other) for other, _ in draft.days)
            if not stays:
                return False
        if day and not draft.days and long_ago(day[0], self.settings.account.witness.published):
            # A meeting of old that is recalled is not the one that the report is about.
            return False
        if place and place.town and any(p.town and p.name != place.name for p in draft.places):
            return False
        return bare or _same_people(telling.principals, draft.principals)


def _first_placed(telling: Telling) -> tuple[bool, bool, bool, Span]:
    """In what order the tellings of a sentence are placed: what is talked of comes behind where it is."""
    talked = telling.anchor.act == "discuss"
    return not telling.whole, telling.kind != "visit", talked, telling.anchor.span


def _last_told(several: Sequence[Draft]) -> Draft | None:
    """The meeting told of last; of a meal, or a ceremony, and of talks of the same people the talks."""
    met = [d for d in several if d.tellings]
    last = max(met, key=lambda d: max(t.scene.number for t in d.tellings), default=next(iter(several), None))
    if last is None or last.kind in TALKS:
        return last
    return next((d for d in several if d.kind in TALKS and _same_people(last.principals, d.principals)), last)


def _first(telling: Telling, form: Form) -> int:
    """Where a sentence first says a form."""
    return min((c.start for c in telling.scene.of("form", form)), default=-1)


def _contrasts(telling: Telling, draft: Draft) -> bool:
    """Whether a telling is of another part than what was told: closed talks after expanded ones."""
    if "closed" in telling.forms and "closed" not in draft.forms and telling.whole:
        at = telling.anchor.span.start
        if telling.anchor.continued or any(c.end <= at for c in telling.scene.of("relation", "after")):
            return True
    wider = "expanded" in telling.forms and "expanded" not in draft.forms and telling.whole
    if wider and went_on(telling.scene, telling.anchor.span):
        # "they were joined by ministers for an expanded session"
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


def _sides(draft: Draft) -> list[Figure]:
    return [Figure(None, None, side, None, Span(0, 0)) for side in draft.sides]


def _same_people(some: Sequence[Figure], others: Sequence[Figure]) -> bool:
    """Whether the people of one are among those of the other."""
    if not others:
        return True
    a = all(any(one.same(other) for other in others) for one in some)
    return a or all(any(one.same(other) for other in some) for one in others)


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
