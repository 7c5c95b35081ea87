"""Agreements and topics of several witnesses that are one, and what the witnesses agree on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from hexapla.record.agreeing import POLARITY, Sigla, contradiction, first, most, polarity, united, values
from hexapla.record.drafting import Draft
from hexapla.record.gathering import Group, Key, gather
from hexapla.record.model import AgreementFact, TopicFact
from hexapla.record.statements import FLAGS
from hexapla.testimony.model import Agreement, Deed, Force, Topic

T = TypeVar("T", Agreement, Topic)
# The share of the words of two agreements (or topics) that must be answered before they are one: where they stand in
# linked segments, and anywhere. What a signed paper is called says more than its words' number.
LINKED, ANYWHERE = 0.25, 0.5
# The share of the words of a part that the whole must answer.
WITHIN = 0.55
BINDING: frozenset[Force] = frozenset({"agreed", "undertaken"})
# Among pairs that could be one: what the same deed, force or issue is worth in words.
SAME_DEED, SAME_FORCE, SAME_ISSUE, LINK = 0.1, 0.05, 0.1, 0.2


def agreements(draft: Draft) -> list[Group]:
    """The agreements of all witnesses, in groups of one."""
    lists = [testimony.agreements for testimony in draft.told]
    return _groups(draft, lists, lambda a, b: _like_agreements(draft, a, b))


def topics(draft: Draft) -> list[Group]:
    """The topics of all witnesses, in groups of one."""
    lists = [testimony.topics for testimony in draft.told]
    return _groups(draft, lists, _like_topics)


def _groups(draft: Draft, lists: Sequence[Sequence[T]], like: Callable[[T, T], float | None]) -> list[Group]:
    orders = draft.orders(lists)

    def same(a: Key, b: Key) -> float:
        one, other = lists[a[0]][a[1]], lists[b[0]][b[1]]
        more = like(one, other)
        if more is None:
            return 0.0
        likeness = draft.likeness(a, one, b, other)
        if likeness.shared < (LINKED if likeness.linked else ANYWHERE):
            return 0.0
        return likeness.shared + more + (LINK if likeness.linked else 0.0)

    def within(a: Key, b: Key) -> float:
        one, other = lists[a[0]][a[1]], lists[b[0]][b[1]]
        if like(one, other) is None:
            return 0.0
        likeness = draft.likeness(a, one, b, other)
        return likeness.mine if likeness.linked and likeness.mine >= WITHIN else 0.0

    groups = gather(orders, same, within)
    return sorted(groups, key=lambda g: (draft.place(g, lists), min(orders[key] for key in g)))


def _like_agreements(draft: Draft, one: Agreement, other: Agreement) -> float | None:
    """What speaks for two agreements being one besides their words; None where they cannot be."""
    mine, theirs = draft.telling.acting_for(one.parties), draft.telling.acting_for(other.parties)
    if mine and theirs and not mine & theirs:
        return None
    return (
        (SAME_DEED if one.deed == other.deed else 0.0)
        + (SAME_FORCE if one.force == other.force else 0.0)
        + (SAME_ISSUE if set(one.issues) & set(other.issues) else 0.0)
    )


def _like_topics(one: Topic, other: Topic) -> float:
    return SAME_ISSUE if set(one.issues) & set(other.issues) else 0.0


def agreement(draft: Draft, group: Group, number: int) -> AgreementFact:
    """One agreement from its witnesses' own."""
    lists = [testimony.agreements for testimony in draft.told]
    own, frame = draft.own(group, lists), draft.frame(number, group, lists)
    forces: dict[Force, Sigla] = values(own, lambda a: a.force)
    deeds: dict[Deed, Sigla] = values(own, lambda a: a.deed)
    dues = values(own, lambda a: a.due)
    givers, takers = values(own, lambda a: _side(draft, a.by)), values(own, lambda a: _side(draft, a.to))
    flags = values(own, lambda a: polarity(a.flags))
    return AgreementFact(
        **frame,
        contradictions=(
            *contradiction("force", forces, _bind_otherwise),
            *contradiction("by", givers),
            *contradiction("to", takers),
            *contradiction("due", dues, lambda a, b: not (a.startswith(b) or b.startswith(a))),
            *draft.judged(POLARITY, "polarity", frame["spans"], lambda: contradiction(POLARITY, flags)),
        ),
        parties=united(a.parties for some in own.values() for a in some),
        force=most(forces),
        deed=most(deeds),
        by=most(givers),
        to=most(takers),
        due=most(dues),
        meeting=first(values(own, lambda a: a.meeting)),
        issues=united(a.issues for some in own.values() for a in some),
        flags=tuple(
            f for f in FLAGS if 2 * sum(any(f in a.flags for a in s) for s in own.values()) > len(own)
        ),
        what=draft.gathered(own, lambda a: a.what),
        paper=draft.gathered(own, lambda a: [a.paper]),
        body=draft.gathered(own, lambda a: [a.body]),
        told=own,
    )


def _bind_otherwise(a: Force, b: Force) -> bool:
    """Whether one binds somebody and the other does not; an undertaking may be told as part of an agreement."""
    return (a in BINDING) != (b in BINDING)


def _side(draft: Draft, name: str | None) -> str | None:
    """The side a person acts for, where it is one: witnesses tell the one or the other."""
    if name is None:
        return None
    sides = sorted(draft.telling.sides.get(name, ()))
    return sides[0] if len(sides) == 1 else name


def topic(draft: Draft, group: Group, number: int) -> TopicFact:
    """One topic from its witnesses' own."""
    lists = [testimony.topics for testimony in draft.told]
    own = draft.own(group, lists)
    return TopicFact(
        **draft.frame(number, group, lists),
        issues=united(t.issues for some in own.values() for t in some),
        meeting=first(values(own, lambda t: t.meeting)),
        told=own,
    )
