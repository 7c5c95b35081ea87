"""Statements of several witnesses that are one statement, and what the witnesses agree on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from hexapla.record.agreeing import POLARITY, Sigla, contradiction, first, most, polarity, united, values
from hexapla.record.answering import Likeness
from hexapla.record.drafting import Draft
from hexapla.record.gathering import Group, Key, gather
from hexapla.record.model import StatementFact
from hexapla.testimony.acts import acts
from hexapla.testimony.model import STANCES, Flag, Mode, Source, Stance, Statement

Speakers = Literal["same", "unknown", "other"]
# The share of the words of two statements that must be answered before they are one: in linked segments, and anywhere.
# Another speaker needs more, for what ministers say of one matter is alike. Read off our own stories.
LEAST = {"same": (0.25, 0.5), "unknown": (0.35, 0.55), "other": (0.55, 2.0)}
# The share of a statement's words that a longer one must answer to hold it whole.
WITHIN = 0.55
# Among pairs that could be one, the same speaker and a link are worth this much more words.
SAME_SPEAKER, LINKED, SAME_QUOTED = 0.2, 0.2, 0.05
# Stances that cannot both be taken of one matter; the rest only say it more or less plainly.
FOR: frozenset[Stance] = frozenset({"supports", "thanks", "promises"})
AGAINST: frozenset[Stance] = frozenset({"opposes", "accuses", "warns"})
# So many steps apart on one scale, two acts are told differently (as the apparatus counts them).
STEPS = 2
FLAGS: tuple[Flag, ...] = get_args(Flag)


def statements(draft: Draft) -> list[Group]:
    """The statements of all witnesses, in groups of one; in the order in which the story tells them."""
    lists = [testimony.statements for testimony in draft.told]
    orders = draft.orders(lists)

    def who_says(a: Key, b: Key) -> Speakers:
        return speakers(draft, lists[a[0]][a[1]].speakers, lists[b[0]][b[1]].speakers)

    def like(a: Key, b: Key) -> Likeness:
        return draft.likeness(a, lists[a[0]][a[1]], b, lists[b[0]][b[1]])

    def same(a: Key, b: Key) -> float:
        who, likeness = who_says(a, b), like(a, b)
        linked, anywhere = LEAST[who]
        if likeness.shared < (linked if likeness.linked else anywhere):
            return 0.0
        quoted = bool(lists[a[0]][a[1]].quoted) == bool(lists[b[0]][b[1]].quoted)
        return (
            likeness.shared
            + (SAME_SPEAKER if who == "same" else 0.0)
            + (LINKED if likeness.linked else 0.0)
            + (SAME_QUOTED if quoted else 0.0)
        )

    def within(a: Key, b: Key) -> float:
        if who_says(a, b) != "same":
            return 0.0
        likeness = like(a, b)
        return likeness.mine if likeness.linked and likeness.mine >= WITHIN else 0.0

    groups = gather(orders, same, within)
    return sorted(groups, key=lambda g: (draft.place(g, lists), min(orders[key] for key in g)))


def speakers(draft: Draft, one: tuple[str, ...], other: tuple[str, ...]) -> Speakers:
    """Whether two statements may have the same speakers: a person may be told as the side he acts for."""
    if not one or not other:
        return "unknown"
    sides = draft.telling.sides
    alike = any(a == b or a in sides.get(b, ()) or b in sides.get(a, ()) for a in one for b in other)
    return "same" if alike else "other"


def fact(draft: Draft, group: Group, number: int) -> StatementFact:
    """One statement from its witnesses' own."""
    lists = [testimony.statements for testimony in draft.told]
    own, frame = draft.own(group, lists), draft.frame(number, group, lists)
    stances: dict[Stance, Sigla] = values(own, lambda s: s.stance if s.stance != "notes" else None)
    cued: dict[Stance, Sigla] = values(own, _stance_of_the_cue)
    said = values(own, lambda s: s.speakers)
    flags = values(own, lambda s: polarity(s.flags))
    cues = values(own, lambda s: s.act)
    return StatementFact(
        **frame,
        contradictions=(
            *draft.judged(
                "speakers",
                "attribution",
                frame["spans"],
                lambda: contradiction("speakers", said, lambda a, b: _other_speakers(draft, a, b)),
            ),
            *contradiction("stance", cued, _opposed),
            *draft.judged(POLARITY, "polarity", frame["spans"], lambda: contradiction(POLARITY, flags)),
            *draft.judged(
                "strength", "strength", frame["spans"], lambda: contradiction("strength", cues, _stronger)
            ),
        ),
        speakers=_speakers(said),
        stance=_stance(stances),
        act=first(cues),
        strength=first(values(own, lambda s: s.strength)),
        meeting=first(values(own, lambda s: s.meeting)),
        modes={siglum: _mode(some) for siglum, some in own.items()},
        content=draft.gathered(own, lambda s: s.content),
        quoted=draft.gathered(own, lambda s: s.quoted),
        issues=united(s.issues for some in own.values() for s in some),
        dossier=first(values(own, lambda s: s.dossier)),
        targets=united(s.targets for some in own.values() for s in some),
        sources=_sources(own),
        flags=_flags(own),
        told=own,
    )


def _other_speakers(draft: Draft, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two witnesses give a statement to others: nobody in common, or both sides against one of them."""
    if speakers(draft, one, other) == "other":
        return True
    mine, theirs = draft.telling.acting_for(one), draft.telling.acting_for(other)
    return bool(mine and theirs and (mine < theirs or theirs < mine))


def _speakers(said: Mapping[tuple[str, ...], tuple[str, ...]]) -> tuple[str, ...]:
    """Those whom most name. Where even: a person rather than a side where they may be one, else nobody's."""
    found = most(said)
    if found is None and said:
        shared = set.intersection(*(set(names) for names in said))
        return tuple(sorted(shared))
    return found or ()


def _stance_of_the_cue(statement: Statement) -> Stance | None:
    """The stance that the cue itself takes (*condemned*): what the witness says, not what we make of it."""
    act = acts().get(statement.act)
    return act.stance if act and act.stance != "notes" else None


def _opposed(a: Stance, b: Stance) -> bool:
    return (a in FOR and b in AGAINST) or (a in AGAINST and b in FOR)


def _stance(stances: Mapping[Stance, tuple[str, ...]]) -> Stance:
    """The stance of most; *notes* where none takes another; where even, the first of the list of stances."""
    found: Stance | None = most(stances)
    even: Stance = min(stances, key=STANCES.index, default="notes")
    return found or even


def _stronger(a: str, b: str) -> bool:
    """Whether two acts are of one scale and so far apart that one says it more strongly."""
    one, other = acts().get(a), acts().get(b)
    if one is None or other is None or not one.scale or one.scale != other.scale:
        return False
    return abs(one.strength - other.strength) >= STEPS or one.doubt != other.doubt


def _mode(some: Sequence[Statement]) -> Mode:
    modes = {s.mode for s in some}
    return some[0].mode if len(modes) == 1 else "mixed"


def _sources(own: Mapping[str, Sequence[Statement]]) -> tuple[Source, ...]:
    """The sources through which any witness has it, each once and without a place: where they stand is told with each."""
    found = {(x.name, x.through) for some in own.values() for s in some for x in s.sources}
    return tuple(Source(name, through) for name, through in sorted(found, key=str))


def _flags(own: Mapping[str, Sequence[Statement]]) -> tuple[Flag, ...]:
    """Flags that more than half of the carriers have."""
    sets = [{flag for s in some for flag in s.flags} for some in own.values()]
    return tuple(flag for flag in FLAGS if 2 * sum(flag in one for one in sets) > len(sets))
