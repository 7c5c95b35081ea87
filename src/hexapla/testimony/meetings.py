"""Meetings: who met whom, in what form, where and when, and in the course of what.

What counts is an encounter, in person or from afar, that took place or is announced, of two sides or
people that a text names, one of them at least in an office, a state or a body.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from hexapla.parties import Parties
from hexapla.testimony.meetings_anchors import COURSES
from hexapla.testimony.meetings_days import later, long_ago
from hexapla.testimony.meetings_draft import TALKS, Draft, referred
from hexapla.testimony.meetings_figures import HEADS, MINISTERS, Figure, Figures, Group, subject
from hexapla.testimony.meetings_merging import drafts
from hexapla.testimony.meetings_pronouns import beside
from hexapla.testimony.meetings_reach import FORMS
from hexapla.testimony.meetings_sentence import Telling
from hexapla.testimony.meetings_settings import Place, Settings, agreed
from hexapla.testimony.meetings_tellings import tellings
from hexapla.testimony.model import Meeting, MeetingKind, Participant, Reason
from hexapla.testimony.scenes import Account
from hexapla.witness.model import Span

# A pronoun means whom one of so many sentences before it was about.
REMEMBERED = 2
# *Him* may be one of so many whom the text was about.
RECALLED = 4
# *Then* stands so near to where a sentence begins.
OPENING = 4
# How sure: a meeting told once by a bare verb; what each reason adds or takes. Of 45 found in our own texts 44 were
# meetings, of those told once as well.
BASE, HELD, NAMED, AGAIN, WEAK, SIDES, ONE_SIDE, ANNOUNCED = 0.74, 0.08, 0.1, 0.06, -0.12, -0.08, -0.12, -0.05
LEAST, MOST, MOST_AGAIN = 0.5, 0.95, 3


def meetings(account: Account, parties: Parties) -> tuple[Meeting, ...]:
    """The meetings a text tells of, in the order in which it first does."""
    figures, settings = Figures(account, parties), Settings(account, parties)
    told = list(_told(account, figures, settings))
    if not told:
        return ()
    found = drafts(told, settings)
    for draft in found:
        draft.principals = figures.sided(draft.principals)
    found = _umbrellas(found, settings)
    found = [draft for draft in found if _is_meeting(draft, settings)]
    for draft in found:
        draft.kind = _kind(draft)
        draft.forms.update({"remote"} if draft.kind == "call" else ())
    _parents(found, account.witness.published)
    _same_day(found)
    numbers = {id(draft): number for number, draft in enumerate(found, 1)}
    return tuple(_meeting(draft, numbers, settings) for draft in found)


def _told(account: Account, figures: Figures, settings: Settings) -> Iterator[Telling]:
    before: Group | None = None
    age = 0
    recent: tuple[Group, ...] = ()
    for scene in account.scenes:
        yield from tellings(scene, figures, settings, before if age < REMEMBERED else None, recent)
        age += 1
        if scene.segment.role == "body" and scene.mentions:
            found = subject(scene, figures.groups(scene))
            before, age = (found, 0) if found else (before, age)
            recent = ((found, *beside(figures.groups(scene), found), *recent) if found else recent)[:RECALLED]


# Which drafts are meetings


def _umbrellas(found: list[Draft], settings: Settings) -> list[Draft]:
    """Visits that are only referred to (*on the sidelines of the visit*) given their visitors."""
    for visit in found:
        if visit.kind == "visit" and visit.principals and _state(visit, settings) is None:
            # "in the course of a visit to the country": where the visitor met others.
            others = (d for d in found if d.places and set(visit.sides) < set(d.sides))
            visit.places = next(
                (list(d.places) for d in others if _state(d, settings) not in visit.sides), []
            )
        if visit.kind != "visit" or visit.principals:
            continue
        held = [d for d in found if d.kind in TALKS and len(d.sides) > 1]
        for talks in held:
            host = _state(visit, settings) or _state(talks, settings)
            if host in talks.sides:
                visit.principals = [f for f in talks.principals if f.side != host and not f.is_side]
                visit.places = visit.places or list(talks.places)
                break
        here = [d for d in held if d.parent is visit]
        if here and not visit.principals:
            # "X met Y in the course of a visit": who is named first is the visitor.
            visit.principals = [f for f in here[0].principals if f.side == here[0].sides[0]]
            visit.places = visit.places or list(here[0].places)
    return found


def _is_meeting(draft: Draft, settings: Settings) -> bool:
    people = [f for f in draft.principals if not f.is_side]
    if draft.kind == "visit" and not draft.places and all(t.anchor.act == "visit" for t in _named(draft)):
        # "visited a hospital in the capital"
        return False
    if not any(f.rank is not None or f.is_side or f.office for f in draft.principals):
        return False
    if draft.kind == "visit":
        state = _state(draft, settings)
        abroad = state is not None and any(f.side not in (None, state) for f in people)
        return bool(people) and (abroad or len(draft.sides) > 1)
    if len({f.key for f in draft.principals}) > 1:
        return True
    # A ceremony or a meal for a guest needs nobody else, the land where he is gives it; nor does meeting the press.
    return bool(draft.kind in ("ceremony", "meal") and draft.guest) or _before_press(draft)


def _before_press(draft: Draft) -> bool:
    return draft.kind == "conference" and "press" in draft.forms


def _named(draft: Draft) -> list[Telling]:
    """The tellings that say who."""
    return [t for t in draft.tellings if t.principals]


def _kind(draft: Draft) -> MeetingKind:
    """A summit where heads of two sides meet, a meeting of ministers where ministers do."""
    if draft.kind == "talks" and "remote" in draft.forms:
        return "call"
    if draft.kind not in TALKS:
        return draft.kind
    best: dict[str | None, int] = {}
    for figure in draft.principals:
        if figure.rank is not None and not figure.former:
            key = figure.side or figure.key
            best[key] = min(figure.rank, best.get(key, figure.rank))
    if sum(rank <= HEADS for rank in best.values()) > 1:
        return "summit"
    if len(best) > 1 and all(rank == MINISTERS for rank in best.values()):
        return "ministerial"
    return draft.kind


def _parents(found: Sequence[Draft], published: dt.date | None) -> None:
    """What took place in the course of a visit or on its margins."""
    visits = [draft for draft in found if draft.kind == "visit"]
    for draft in found:
        if draft.parent not in found:
            draft.parent, draft.relation = None, None
    previous: Draft | None = None
    for draft in found:
        if draft.kind == "visit":
            continue
        visit = next(
            (v for v in visits if set(_visiting(v)) & set(draft.sides) and _during(draft, v, published)), None
        )
        if draft.parent is None and visit and draft is not visit:
            aside = (
                previous is not None
                and previous.parent is visit
                and previous.relation == "margins"
                and previous.kind == draft.kind
            )
            draft.parent, draft.relation = visit, "margins" if aside else "within"
        if draft.parent is None and draft.kind == "meal":
            draft.parent = next(
                (d for d in found if d.kind in TALKS and set(d.sides) >= set(draft.sides)), None
            )
            draft.relation = "within" if draft.parent else None
        previous = draft
    for draft in found:
        if draft.parent is draft or (draft.parent and draft.parent.parent is draft):
            draft.parent, draft.relation = None, None


def _during(draft: Draft, visit: Draft, published: dt.date | None) -> bool:
    """Whether a meeting may be of a visit: no telephone call, not before it, and not in another land."""
    if draft.kind == "call" or (visit.planned and not draft.planned and not draft.days):
        return False
    far = [long_ago(d, published) or (later(d, published) and not visit.planned) for d, _ in draft.days]
    if far and all(far):
        return False
    here = {p.state for p in draft.places if p.state}
    return not here or not visit.places or bool(here & {p.state for p in visit.places})


def _same_day(found: Sequence[Draft]) -> None:
    """A meal is of the day of the talks that it followed; so is what a text tells of as what came *then*."""
    for draft in found:
        first = draft.tellings[0] if draft.tellings else None
        if draft.days or first is None or first.planned or draft.kind == "visit" or not _then(first):
            continue
        at = first.scene.number
        near = [
            (max((t.scene.number for t in d.tellings if t.scene.number < at), default=0), d.days)
            for d in found
            if d.kind != "visit" and d.days and set(d.sides) & set(draft.sides)
        ]
        last = max(near, key=lambda one: one[0], default=(0, []))
        draft.days = list(last[1]) if at - last[0] <= REMEMBERED else []
    for meal in found:
        if meal.kind == "meal" and not meal.days:
            people = {f.key for f in meal.principals}
            talks = [
                d
                for d in found
                if d.kind in TALKS
                and d.days
                and d.planned <= meal.planned
                and people <= {f.key for f in d.principals}
            ]
            meal.days = list(talks[-1].days) if talks else []


def _then(telling: Telling) -> bool:
    """Whether a sentence begins with *then*, or *after that*."""
    scene, start = telling.scene, telling.scene.span.start
    signs = scene.of("relation", "after") + scene.acts("end", "trailing")
    return telling.anchor.relation not in COURSES and any(
        c.end <= telling.anchor.span.start and scene.distance(start, c.start) <= OPENING for c in signs
    )


def _visiting(visit: Draft) -> list[str]:
    return [f.side for f in visit.principals if f.side and not (visit.host and visit.host.same(f))]


# A draft made a meeting


def _meeting(draft: Draft, numbers: dict[int, int], settings: Settings) -> Meeting:
    place, state = _place(draft, settings)
    day = agreed([value for value, _ in draft.days])
    host, guest = _hosts(draft, state)
    if host is None and draft.parent and draft.parent.kind == "visit":
        one, other = _hosts(draft.parent, _state(draft.parent, settings))
        if {one, other} <= set(draft.sides) or draft.sides == [other]:
            host, guest = one, other
    spans = tuple(referred(draft))
    return Meeting(
        id=numbers[id(draft)],
        kind=draft.kind,
        participants=tuple(_participants(draft)),
        spans=spans,
        confidence=_confidence(draft),
        form=tuple(form for form in FORMS if form in draft.forms),
        place=place,
        date=day,
        parent=numbers.get(id(draft.parent)) if draft.parent else None,
        relation=draft.relation if draft.parent else None,
        host=host,
        guest=guest,
        planned=_planned(draft, day, settings),
        because=tuple(_because(draft, day)),
    )


def _planned(draft: Draft, day: str | None, settings: Settings) -> bool:
    """Whether it is announced: its day tells, else its words."""
    published = settings.account.witness.published
    if day and published and day != published.isoformat()[: len(day)]:
        return day > published.isoformat()
    return draft.planned


def _place(draft: Draft, settings: Settings) -> tuple[str | None, str | None]:
    """Where it took place, and in which state."""
    if draft.kind == "call":
        return None, None
    found = _told_place(draft) or (_told_place(draft.parent) if draft.parent else None)
    if found is None:
        found = settings.dateline()
        if found and draft.kind != "visit" and found.state not in draft.sides:
            found = None
    if found is None:
        return None, None
    # A land is where a visit went, not where people met.
    return found.name if found.town else None, found.state


def _told_place(draft: Draft) -> Place | None:
    """The place that its tellings agree on, a town before its land."""
    towns = {p.name: p for p in draft.places if p.town}
    lands = {p.name: p for p in draft.places if not p.town}
    for some in (towns, lands):
        if len(some) == 1:
            return next(iter(some.values()))
        if some:
            return None
    return None


def _state(draft: Draft, settings: Settings) -> str | None:
    return _place(draft, settings)[1]


def _hosts(draft: Draft, state: str | None) -> tuple[str | None, str | None]:
    """The sides of host and guest."""
    host = draft.host.side if draft.host else None
    guest = draft.guest.side if draft.guest else None
    sides = draft.sides
    if draft.kind == "visit":
        guest = guest or next(iter(draft.sides), None)
        return host or (state if state != guest else None), guest
    if host is None and state in sides:
        host = state
    others = [side for side in sides if side != host]
    if guest is None and host and len(others) == 1:
        guest = others[0]
    return (host, guest) if host != guest else (host, None)


def _participants(draft: Draft) -> list[Participant]:
    people = [f for f in draft.principals if not f.is_side]
    held = {f.side for f in people}
    found = [_participant(f, _role(draft, f)) for f in people]
    found += [_participant(f, _role(draft, f)) for f in draft.principals if f.is_side and f.side not in held]
    order = {side: number for number, side in enumerate(draft.sides)}
    found.sort(key=lambda p: order.get(p.side or "", len(order)))
    return found + [_participant(f, "delegation") for f in draft.company]


def _participant(figure: Figure, role: str | None) -> Participant:
    name = figure.name if role == "delegation" or not figure.person else None
    return Participant(
        figure.person, name, figure.office, figure.side, figure.span if figure.span.end else None, role
    )


def _role(draft: Draft, figure: Figure) -> str | None:
    if draft.host and draft.host.same(figure):
        return "host"
    if draft.guest and draft.guest.same(figure):
        return "guest"
    return None


def _confidence(draft: Draft) -> float:
    told = [t for t in draft.tellings if t.whole]
    sure = BASE
    sure += HELD if any(t.anchor.held or (t.anchor.act and t.anchor.act != "discuss") for t in told) else 0.0
    sure += NAMED if sum(f.person is not None for f in draft.principals) > 1 else 0.0
    sure += AGAIN * min(MOST_AGAIN, len(draft.tellings) + len(draft.references) - 1)
    sure += WEAK if told and all(t.weak for t in told) else 0.0
    sure += SIDES if all(f.is_side for f in draft.principals) else 0.0
    sure += ONE_SIDE if len(draft.sides) < 2 and draft.kind != "visit" else 0.0
    sure += ANNOUNCED if draft.tellings and all(t.planned for t in draft.tellings) else 0.0
    return round(min(MOST, max(LEAST, sure)), 2)


def _because(draft: Draft, day: str | None) -> list[Reason]:
    found: dict[Reason, None] = {}
    for telling in draft.tellings:
        found.update(dict.fromkeys(telling.because))
        if telling.anchor.held:
            found[Reason("verb", "hold", telling.anchor.held)] = None
    for place in draft.places:
        found[Reason("place", place.name, place.span)] = None
    for value, span in draft.days if day else ():
        found[Reason("date", value, span)] = None
    if draft.parent:
        spans = list(referred(draft.parent))
        found[Reason("parent", draft.parent.kind, spans[0] if spans else None)] = None
    return list(found)


# Which meeting something belongs to


def meeting_at(found: Sequence[Meeting], account: Account, span: Span) -> int | None:
    """The id of the meeting in which something said at a place was said; None where that cannot be told.

    It is the last one told of before, or there, in which somebody who is named there took part.
    """
    named = {m.person for m in account.mentions_in([span]) if m.person}
    near: list[tuple[int, bool, int]] = []
    for meeting in found:
        people = {p.person for p in meeting.participants}
        # What is still to take place is nowhere that anything was said.
        if meeting.planned or (named and not named & people):
            continue
        starts = [s.start for s in meeting.spans if s.start < span.end]
        if starts:
            near.append((max(starts), meeting.kind in ("visit", "meal"), meeting.id))
    close = [one for one in near if not one[1]] or near
    if not close:
        return None
    last = max(start for start, _, _ in close)
    ids = [number for start, _, number in close if start == last]
    return ids[0] if len(ids) == 1 else None
