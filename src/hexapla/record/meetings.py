"""Meetings of several witnesses that are one meeting, and what the witnesses agree on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from hexapla.record.agreeing import Sigla, contradiction, first, most, united, values
from hexapla.record.drafting import Draft
from hexapla.record.gathering import Group, Key, gather
from hexapla.record.model import Attendance, MeetingFact
from hexapla.testimony.model import Meeting, MeetingKind, Participant, Relation, Testimony
from hexapla.witness.model import Span

# Kinds that two careful writers may give one encounter; the more telling first. The others stand alone.
ENCOUNTERS: tuple[MeetingKind, ...] = ("summit", "ministerial", "session", "talks")
# What two meetings must reach to be one; what each sign adds. Chosen by reading the merged meetings of our own
# stories: the same event in two languages scores 2 and more, two events of one visit below 1.2.
ONE = 1.3
SAME_KIND, LIKE_KIND, OTHER_KIND = 0.7, 0.5, -0.6
WHO, LINKED, WORDS, SAME_DATE, OTHER_DATE, SAME_PLACE, OTHER_PLACE, FORM = (
    0.8,
    0.5,
    0.5,
    0.3,
    -0.6,
    0.1,
    -0.3,
    0.2,
)
# Fields of which any two values are at odds.
PLAIN = ("place", "host", "guest")
# Words that answer less of each other than this, in segments that are not linked, speak of another event; so does what
# has taken place of what is to come.
NEAR, FAR, OTHER_TIME = 0.25, -0.4, -0.4
# Sessions that cannot be one: the one behind closed doors, the other with the delegations.
EXCLUSIVE = ({"closed", "expanded"},)


def meetings(draft: Draft) -> list[Group]:
    """The meetings of all witnesses, in groups of one; in the order in which the story tells them."""
    lists = [testimony.meetings for testimony in draft.told]

    def same(a: Key, b: Key) -> float:
        score = _score(draft, a, lists[a[0]][a[1]], b, lists[b[0]][b[1]])
        return score if score >= ONE else 0.0

    groups = gather(draft.orders(lists), same)
    orders = draft.orders(lists)
    return sorted(groups, key=lambda g: (draft.place(g, lists), min(orders[key] for key in g)))


def _score(draft: Draft, a: Key, one: Meeting, b: Key, other: Meeting) -> float:
    who = _who(draft, one, other)
    if who == 0.0 or any(
        set(one.form) & pair and set(other.form) & pair and not set(one.form) & set(other.form) & pair
        for pair in EXCLUSIVE
    ):
        return 0.0
    likeness = draft.likeness(a, one, b, other)
    score = _kinds(one.kind, other.kind) + WHO * who + WORDS * likeness.shared
    score += LINKED if likeness.linked else FAR if likeness.shared < NEAR else 0.0
    score += OTHER_TIME if one.planned != other.planned else 0.0
    score += FORM if set(one.form) & set(other.form) else 0.0
    if one.date and other.date:
        score += OTHER_DATE if _other_day(one.date, other.date) else SAME_DATE
    if one.place and other.place:
        score += SAME_PLACE if one.place == other.place else OTHER_PLACE
    return score


def _kinds(a: MeetingKind, b: MeetingKind) -> float:
    if a == b:
        return SAME_KIND
    return LIKE_KIND if a in ENCOUNTERS and b in ENCOUNTERS else OTHER_KIND


def _other_day(a: str, b: str) -> bool:
    """Whether two dates, as far as each is known, are not one."""
    return not (a.startswith(b) or b.startswith(a))


def _who(draft: Draft, one: Meeting, other: Meeting) -> float:
    """How far the two have the same participants, 0..1: by person, else by side."""
    mine, theirs = _people(one), _people(other)
    sides, their_sides = _sides(draft, one), _sides(draft, other)
    persons = len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else None
    parties = len(sides & their_sides) / min(len(sides), len(their_sides)) if sides and their_sides else None
    if persons is None:
        return (parties or 0.0) * 0.9
    if persons == 0.0:
        return 0.0
    return 0.7 * persons + 0.3 * (persons if parties is None else parties)


def _people(meeting: Meeting) -> set[str]:
    """Those who meet; their delegations are told by some and not by others."""
    chief = {p.person for p in meeting.participants if p.person and p.role != "delegation"}
    return chief or {p.person for p in meeting.participants if p.person}


def _sides(draft: Draft, meeting: Meeting) -> set[str]:
    return {
        side
        for p in meeting.participants
        for side in ((p.side,) if p.side else draft.telling.acting_for((p.person,)) if p.person else ())
        if side != p.person
    }


Numbers = Mapping[tuple[int, int], int]
"""A witness's number and the id of a meeting in its testimony → the id of the fact."""


def numbers(draft: Draft, groups: Sequence[Group]) -> Numbers:
    return {
        (w, draft.told[w].meetings[n].id): number for number, group in enumerate(groups, 1) for w, n in group
    }


def placed(draft: Draft, ids: Numbers) -> Draft:
    """The same story with meetings called by the record's ids wherever a fact points at one."""
    told = tuple(_placed(n, testimony, ids) for n, testimony in enumerate(draft.told))
    return replace(draft, telling=replace(draft.telling, told=told))


def _placed(witness: int, testimony: Testimony, ids: Numbers) -> Testimony:
    def of(meeting: int | None) -> int | None:
        return None if meeting is None else ids.get((witness, meeting))

    return replace(
        testimony,
        meetings=tuple(replace(m, parent=of(m.parent)) for m in testimony.meetings),
        statements=tuple(replace(s, meeting=of(s.meeting)) for s in testimony.statements),
        topics=tuple(replace(t, meeting=of(t.meeting)) for t in testimony.topics),
        agreements=tuple(replace(a, meeting=of(a.meeting)) for a in testimony.agreements),
    )


def fact(draft: Draft, group: Group, number: int) -> MeetingFact:
    """One meeting from its witnesses' own; the draft's meetings are :func:`placed`."""
    lists = [testimony.meetings for testimony in draft.told]
    own = draft.own(group, lists)
    kinds: dict[MeetingKind, Sigla] = values(own, lambda m: m.kind)
    relations: dict[Relation, Sigla] = values(own, lambda m: m.relation)
    dates = values(own, lambda m: m.date)
    parent = first(values(own, lambda m: m.parent))
    return MeetingFact(
        **draft.frame(number, group, lists),
        contradictions=(
            *contradiction("kind", kinds, lambda a, b: _kinds(a, b) < 0),
            *contradiction("date", dates, _other_day),
            *(c for name in PLAIN for c in contradiction(name, _told(own, name))),
            *draft.disputed(draft.gathered(own, lambda m: [reason.span for reason in m.because])),
        ),
        kind=_kind(kinds),
        form=united(m.form for some in own.values() for m in some),
        place=most(_told(own, "place")),
        date=_fullest(dates),
        parent=parent if parent != number else None,
        relation=most(relations) if parent else None,
        host=most(_told(own, "host")),
        guest=most(_told(own, "guest")),
        planned=all(m.planned for some in own.values() for m in some),
        participants=tuple(_attendances(own)),
        told=own,
    )


def _told(own: Mapping[str, tuple[Meeting, ...]], name: str) -> dict[str, Sigla]:
    return values(own, lambda m: getattr(m, name))


def _kind(kinds: Mapping[MeetingKind, tuple[str, ...]]) -> MeetingKind | None:
    """The kind of most; among kinds that two writers may give one encounter, where even, the more telling."""
    found = most(kinds)
    if found is None and all(kind in ENCOUNTERS for kind in kinds):
        return min(kinds, key=ENCOUNTERS.index, default=None)
    return found


def _fullest(dates: Mapping[str, tuple[str, ...]]) -> str | None:
    """The date of most, as fully as anybody tells it; None where days contradict evenly."""
    found = most(dates) or max(dates, key=lambda d: (len(d), d), default=None)
    if found is None or (most(dates) is None and any(_other_day(found, date) for date in dates)):
        return None
    return max((date for date in dates if date.startswith(found)), key=lambda d: (len(d), d))


# Who took part.


def _attendances(own: Mapping[str, tuple[Meeting, ...]]) -> Iterator[Attendance]:
    rows: dict[tuple[str | None, ...], dict[str, list[Participant]]] = {}
    for siglum, some in own.items():
        for one in (p for m in some for p in m.participants):
            rows.setdefault(_key(one), {}).setdefault(siglum, []).append(one)
    rows = _absorbed(rows)
    for key in sorted(rows, key=lambda key: (-len(rows[key]), _where(rows[key]), _written(key))):
        yield _attendance(rows[key], tuple(own))


def _key(one: Participant) -> tuple[str | None, ...]:
    if one.person:
        return ("person", one.person)
    return ("name", one.name, one.side) if one.name else ("office", one.office, one.side)


def _absorbed(
    rows: dict[tuple[str | None, ...], dict[str, list[Participant]]],
) -> dict[tuple[str | None, ...], dict[str, list[Participant]]]:
    """Rows of a mere office that another witness gives a name are that person's."""
    people: dict[tuple[str | None, str | None], tuple[str | None, ...]] = {
        (p.office, p.side): key
        for key, by in rows.items()
        if key[0] == "person"
        for some in by.values()
        for p in some
        if p.office and p.side
    }
    sides = {
        p.side for key, by in rows.items() if key[0] != "office" or key[1] for s in by.values() for p in s
    }
    out: dict[tuple[str | None, ...], dict[str, list[Participant]]] = {}
    for key, by in rows.items():
        if key[0] == "office" and key[1] is None and key[2] in sides:
            continue
        target = people.get((key[1], key[2]), key) if key[0] == "office" and key[1] else key
        for siglum, some in by.items():
            out.setdefault(target, {}).setdefault(siglum, []).extend(some)
    return out


def _where(by: Mapping[str, Sequence[Participant]]) -> int:
    """Where the participant is first named: hosts and guests come before their delegations."""
    return min((0 if p.role != "delegation" else 1) for some in by.values() for p in some)


def _written(key: tuple[str | None, ...]) -> tuple[str, ...]:
    return tuple(part or "" for part in key)


def _attendance(by: Mapping[str, Sequence[Participant]], sigla: tuple[str, ...]) -> Attendance:
    own = {siglum: tuple(by[siglum]) for siglum in sigla if siglum in by}

    def told_most(field: str) -> str | None:
        return first(values(own, lambda p: getattr(p, field)))

    spans: dict[str, tuple[Span, ...]] = {
        s: tuple(sorted({p.span for p in some if p.span})) for s, some in own.items()
    }
    return Attendance(
        person=told_most("person"),
        name=told_most("name"),
        office=told_most("office"),
        side=told_most("side"),
        role=told_most("role"),
        carriers=tuple(own),
        absent=tuple(s for s in sigla if s not in own),
        spans={s: found for s, found in spans.items() if found},
    )
