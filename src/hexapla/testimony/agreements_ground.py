"""Who agrees in a sentence, and what: the common ground of everything that is read as an agreement."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from hexapla.parties import Parties
from hexapla.testimony.coordination import closed
from hexapla.testimony.cues import Cue
from hexapla.testimony.deadlines import long_past
from hexapla.testimony.extents import trimmed
from hexapla.testimony.model import Deed, Flag, Force, Meeting, Statement
from hexapla.testimony.recalling import Subject
from hexapla.testimony.scenes import Account, Scene
from hexapla.testimony.sides import side_of
from hexapla.witness.model import Span

SubjectOf = Callable[[Scene, Cue], Subject]

# Signs of negation, of the future and of what is only supposed stand at most so many words before the verb.
CLOSE, FAILING = 4, 2
# So many words behind a verb stand those with whom something is agreed, and the day on which it was.
WITH_REACH, DAY_REACH = 6, 3
# Those who agree, told by the meeting alone, which was told of in one of so many sentences before.
RECALL = 15
BY_MEETING = 0.6
# Ways of telling a subject that is not named beside its verb.
LED_BACK = frozenset({"dropped", "pronoun", "unknown"})
# Inside of what is asked for or warned of nothing is agreed yet.
UNREAL = frozenset({"asks", "warns"})
# Nor inside of what is denied, or turned down.
DENIED = frozenset({"deny", "reject"})
TWO = 2
ANY, SEVERAL = range(99), range(TWO, 99)


class Draft(NamedTuple):
    """An agreement before it is numbered."""

    scene: Scene
    cue: Cue | None
    sides: tuple[str, ...]
    force: Force
    deed: Deed
    span: Span
    what: tuple[Span, ...]
    confidence: float
    by: str | None = None
    to: str | None = None
    flags: tuple[Flag, ...] = ()
    paper: Span | None = None
    body: Span | None = None


@dataclass(frozen=True)
class Ground:
    """A witness with what has been read in it, for the readers of agreements."""

    account: Account
    said: Sequence[Statement]
    subject_of: SubjectOf
    met: Sequence[Meeting]
    parties: Parties

    @cached_property
    def event_sides(self) -> frozenset[str]:
        """The sides of all meetings that the witness tells of."""
        return frozenset(side for meeting in self.met for side in sides_of(meeting))

    def sides(self, names: Sequence[str]) -> tuple[str, ...]:
        """The sides of people; who holds an office of a land that nobody knows stands for himself, others for nobody."""
        found = (
            side_of(n, self.account, self.parties)
            or self._meeting_side.get(n)
            or (n if n in self._holders else None)
            for n in names
        )
        return tuple(dict.fromkeys(side for side in found if side))

    @cached_property
    def _holders(self) -> frozenset[str]:
        """The people to whom the text gives an office."""
        return frozenset(m.person for m in self.account.mentions if m.person and m.office)

    @cached_property
    def _meeting_side(self) -> Mapping[str, str]:
        """The sides on which people take part in meetings."""
        return {p.person: p.side for m in self.met for p in m.participants if p.person and p.side}

    def meeting(self, at: int, sides: Sequence[str] = (), among: range = ANY) -> Meeting | None:
        """The last meeting told of up to a place in which the sides take part, of so many sides."""
        told = [
            (max(s.start for s in m.spans if s.start <= at), m)
            for m in self.met
            if any(s.start <= at for s in m.spans)
            and set(sides) <= set(sides_of(m))
            and len(sides_of(m)) in among
        ]
        return max(told, key=lambda one: (one[0], -one[1].id))[1] if told else None

    def party(self, scene: Scene, cue: Cue) -> tuple[tuple[str, ...], float]:
        """The sides of whoever is the subject of a cue, with those named beside it; and how sure that is."""
        subject = self.subject_of(scene, cue)
        sides = self.both(scene, subject.span) or self.sides(subject.ids)
        if len(sides) == 1:
            sides = tuple(dict.fromkeys((*sides, *self.partners(scene, cue))))
        # It takes two: who is not named are those who meet.
        known = () if self._behind_only(cue, subject) else sides
        last = self.meeting(scene.span.end, known, SEVERAL)
        meeting = sides_of(last) if self._near(last, scene) else ()
        if subject.how in LED_BACK and set(sides) < set(meeting) and len(sides) >= TWO:
            # "They agreed", of three who met.
            return meeting, BY_MEETING
        if len(sides) < TWO <= len(meeting):
            stray = self._behind_only(cue, subject) and not set(sides) & set(meeting)
            if stray or self._untold(cue, subject):
                return meeting, BY_MEETING
        return sides, subject.confidence if sides else 0.0

    def _near(self, meeting: Meeting | None, scene: Scene) -> bool:
        """Whether a meeting was told of in this sentence or in one of those before it."""
        told = self.account.scenes_of(meeting.spans) if meeting is not None else ()
        return any(0 <= scene.number - one.number <= RECALL for one in told)

    @staticmethod
    def _behind_only(cue: Cue, subject: Subject) -> bool:
        """Whether the only name for a subject stands behind the verb, among what is agreed perhaps."""
        return subject.span is not None and subject.span.start >= cue.end

    @staticmethod
    def _untold(cue: Cue, subject: Subject) -> bool:
        """Whether nobody stands beside a verb as its subject."""
        return cue.role in ("impersonal", "noun") or subject.how not in ("beside", "by")

    def both(self, scene: Scene, span: Span | None) -> tuple[str, ...]:
        """The sides of the meeting where words stand for *both sides* without naming them."""
        if span is None:
            return ()
        plural = [m for m in scene.mentions if m.kind == "government" and m.span.overlap(span)]
        if len(plural) < TWO or not all(r.kind in ("plural", "context") for m in plural for r in m.because):
            return ()
        found = [
            m for m in self.met if len(_sitting(m)) == len(plural) and m.spans[0].start <= scene.span.end
        ]
        return (
            _sitting(max(found, key=lambda m: max(s.start for s in m.spans if s.start <= scene.span.end)))
            if found
            else ()
        )

    def partners(self, scene: Scene, cue: Cue) -> tuple[str, ...]:
        """Those with whom somebody agrees: *agreed with X on*, *met X and agreed*."""
        found: dict[str, None] = {}
        for sign in scene.of("role", "with"):
            behind = cue.end <= sign.start and scene.distance(cue.end, sign.start) <= WITH_REACH
            before = scene.span.start <= sign.start and sign.end <= cue.start
            if not (behind or before):
                continue
            for mention in scene.mentions:
                near = sign.end <= mention.span.start and scene.distance(sign.end, mention.span.start) <= TWO
                name = mention.person or mention.party or mention.of
                if near and name:
                    found[name] = None
        return self.sides(tuple(found))

    def around(self, cue: Cue) -> Statement | None:
        """The statement in whose content a cue stands."""
        scene = self.account.scene_at(cue.start)
        said = self._said_in.get(scene.number, ()) if scene else ()
        return next((s for s in said if any(c.holds(cue.span) for c in s.content)), None)

    @cached_property
    def _said_in(self) -> Mapping[int, Sequence[Statement]]:
        """The statements by the segments that what they say stands in."""
        found: dict[int, list[Statement]] = {}
        for one in self.said:
            for scene in self.account.scenes_of(one.content):
                found.setdefault(scene.number, []).append(one)
        return found

    def news(self, scene: Scene, cue: Cue, sides: Sequence[str]) -> bool:
        """Whether it is an agreement of this report's own: not what others, spoken of by somebody, agreed."""
        if not sides:
            return False
        around = self.around(cue)
        return around is None or bool(set(sides) & (self.event_sides | set(self.sides(around.speakers))))

    def passed_over(self, scene: Scene, cue: Cue, flags: Sequence[Flag]) -> bool:
        """Whether words of agreeing tell of no agreement: *if they agree*, *the measures that were agreed*."""
        infinitive = cue.role == "finite" and _infinitive(scene, cue) and "negated" not in flags
        if "hypothetical" in flags or infinitive or relative(scene, cue):
            return True
        if scene.quoted(cue.start) is not None and not _first_person(scene, cue):
            return True
        around = self.around(cue)
        if around is not None and (around.stance in UNREAL or around.act in DENIED):
            return "negated" not in flags
        if "future" in flags:
            return False
        start = scene.clause(cue.start).start
        return long_past(scene, start, _behind(scene, cue, DAY_REACH), self.account.witness.published)

    def stretch(self, scene: Scene, cue: Cue) -> tuple[Span, Span]:
        """The words that tell of an agreement, and those of what is agreed."""
        subject = self.subject_of(scene, cue)
        start = cue.start
        if (
            subject.span is not None
            and subject.how in ("beside", "pronoun")
            and scene.span.holds(subject.span)
        ):
            start = min(start, subject.span.start)
        stop = self.stop(scene, cue)
        named = subject.span if subject.how in ("beside", "pronoun") else None
        behind = named is not None and cue.end <= named.start and named.end < stop
        what = trimmed(scene.text, named.end if named and behind else cue.end, stop)
        what = closed(scene, what) if stop < scene.span.end else what
        if what.start >= what.end:
            # "…, it was agreed": what is agreed stands before.
            what = trimmed(scene.text, scene.clause(cue.start).start, cue.start)
        return Span(min(start, what.start), max(cue.end, what.end)), what

    def stop(self, scene: Scene, cue: Cue) -> int:
        """Where what a cue brings ends: where another verb of saying or agreeing takes over, else with the sentence."""
        quotation = scene.quoted(cue.start)
        end = min(scene.span.end, quotation.inner.end) if quotation else scene.span.end
        for other in scene.of("act"):
            if other.start < cue.end or not _takes_over(scene, other):
                continue
            subject = self.subject_of(scene, other)
            stop = other.start
            if subject.how in ("beside", "pronoun") and subject.span and subject.span.start >= cue.end:
                stop = min(stop, subject.span.start)
            return min(stop, end)
        return end


def sides_of(meeting: Meeting | None) -> tuple[str, ...]:
    """The sides that take part in a meeting, be it as its host or its guest; none of none."""
    if meeting is None:
        return ()
    return tuple(dict.fromkeys([*_sitting(meeting), *(s for s in (meeting.host, meeting.guest) if s)]))


def _sitting(meeting: Meeting) -> tuple[str, ...]:
    """The sides of those who take part themselves; who has an office and no known side stands for himself."""
    sides = (p.side or (p.person if p.office else None) for p in meeting.participants)
    return tuple(dict.fromkeys(side for side in sides if side))


def once(cues: Sequence[Cue]) -> list[Cue]:
    """Cues in order, each place once."""
    found: dict[int, Cue] = {}
    for cue in cues:
        found.setdefault(cue.start, cue)
    return [found[start] for start in sorted(found)]


def _takes_over(scene: Scene, cue: Cue) -> bool:
    """Whether a verb of saying, agreeing or signing ends what another brought."""
    if cue.role == "finite":
        told = cue.act.cls in ("say", "agree", "discuss", "sign")
        return told and not _infinitive(scene, cue) and not relative(scene, cue)
    if cue.role == "quoting":
        # Such a verb says something beside a quotation alone: "a job to be finished by May".
        return any(
            scene.distance(q.outer.end, cue.start) <= TWO or scene.distance(cue.end, q.outer.start) <= TWO
            for q in scene.quotations
        )
    # A noun of agreeing is what another verb brings: *reached an agreement on*.
    return cue.role != "bare" and (
        cue.act.cls in ("say", "discuss") or (cue.act.cls == "agree" and cue.role != "noun")
    )


def _behind(scene: Scene, cue: Cue, words: int) -> int:
    """The end of the last of so many words behind a cue."""
    last = cue.end
    for word in scene.words:
        if word.start >= cue.end and scene.distance(cue.end, word.end) <= words:
            last = word.end
    return last


def _right_before(scene: Scene, start: int, key: str) -> list[Cue]:
    """Words of grammar right before a place; where words are not parted they tell nothing."""
    if not scene.using.spaced:
        return []
    signs = scene.of("grammar", key)
    return [c for c in signs if c.end <= start and scene.distance(c.end, start) == 0]


def _infinitive(scene: Scene, cue: Cue) -> bool:
    """Whether a preposition stands right before a verb: *to agree*, *on the agreed*.

    Where verbs come first it is no infinitive: حتى وقّعا, *until they signed*.
    """
    if not scene.using.order.subject_before:
        return False
    return bool(_right_before(scene, cue.start, "prepositions"))


def relative(scene: Scene, cue: Cue) -> bool:
    """Whether a verb opens a clause about the name before it: *which agreed*, but not *said that … agreed*."""
    start = cue.start
    for helper in reversed(scene.of("grammar", "auxiliaries", "passives")):
        # An auxiliary may stand between: *which have been discussed*.
        if helper.end <= start and scene.distance(helper.end, start) == 0:
            start = helper.start
    near = _right_before(scene, start, "relatives")
    # "a lunch at which they agreed" is no clause about what was agreed.
    where = {c.end for c in scene.of("role", "where")}
    if not near or any(c.end in where for c in near):
        return False
    joining = {c.span for c in scene.of("grammar", "that")}
    said = [c.end for c in scene.acts("say")]
    return any(
        c.span not in joining or not any(end <= c.start and scene.distance(end, c.start) <= 1 for end in said)
        for c in near
    )


def _first_person(scene: Scene, cue: Cue) -> bool:
    return any(
        c.end <= cue.start and scene.distance(c.end, cue.start) <= CLOSE for c in scene.of("grammar", "first")
    )


def flags_of(scene: Scene, cue: Cue) -> tuple[Flag, ...]:
    """Whether a verb is negated, of the future, or only supposed, by the words close before it or in it."""
    found: list[Flag] = []
    kinds: tuple[tuple[Flag, str], ...] = (
        ("negated", "negation"),
        ("negated", "failing"),
        ("future", "future"),
        ("hypothetical", "hypothetical"),
    )
    future = {c.span for c in scene.of("grammar", "future")}
    for flag, key in kinds:
        for sign in scene.of("grammar", key):
            # "would agree" may be the future told in the past.
            if flag == "hypothetical" and sign.span in future:
                continue
            inside = cue.span.holds(sign.span)
            # "They failed, however, to agree": between commas something may stand.
            apart = key == "failing" and scene.using.spaced
            reach = FAILING if apart else CLOSE
            before = sign.start <= cue.start and scene.distance(sign.end, cue.start) <= reach
            # "To agree on quotas they were not able": where verbs may stand before their subject.
            last = (
                apart and cue.role == "finite" and cue.end <= sign.start and scene.using.order.subject_after
            )
            behind = last and scene.distance(sign.end, scene.clause(cue.start).end) == 0
            if (inside or before or behind) and (
                apart or scene.clause(sign.start) == scene.clause(cue.start)
            ):
                found.append(flag)
                break
    return tuple(dict.fromkeys(found))
