"""What several say together, and what one promises: statements that bind or bring together those who make them."""

from __future__ import annotations

from dataclasses import dataclass

from hexapla.testimony.acts import Act, acts
from hexapla.testimony.agreements_ground import BY_MEETING, SEVERAL, TWO, Draft, Ground, flags_of, sides_of
from hexapla.testimony.cues import Cue
from hexapla.testimony.deadlines import due
from hexapla.testimony.model import Deed, Force, Meeting, Statement
from hexapla.testimony.scenes import Scene
from hexapla.testimony.wordkinds import organ
from hexapla.witness.model import Span

# Promises of this strength bind (``acts.toml``): to be ready or to intend does not.
BINDING = 3
# To be ready binds towards those one talks with; what is announced in talks or for the future is held out.
OFFER, ANNOUNCE, ORDER = "offer", "announce", "order"
READY = frozenset({"ready", OFFER})
# So many words from a sign of the future stands the verb that it is of.
NEXT = 4
# Courtesies that several pay together are no position, nor is what one tells the other.
COURTESIES, TELLING = frozenset({"thank", "condole"}), frozenset({"tell", "answer"})


@dataclass(frozen=True)
class Promises:
    """Reads joint positions and promises out of the statements of one witness."""

    ground: Ground

    def joint(self, scene: Scene, one: Statement) -> list[Draft]:
        """Several sides who say something together."""
        speaker = next((r.span for r in one.because if r.kind == "speaker"), None)
        sides = self.ground.both(scene, speaker) or self.ground.sides(one.speakers)
        sure = one.confidence
        if not one.speakers and one.cue_span is not None and self._nobody(scene, one):
            # "it was stressed", told of a meeting.
            meeting = self._meeting(one) or self.ground.meeting(scene.span.end, among=SEVERAL)
            sides, sure = (sides_of(meeting), BY_MEETING) if meeting else ((), 0.0)
        act = acts()[one.act]
        if len(sides) < TWO or act.scale in COURTESIES or act.id in TELLING:
            return []
        if act.follows or not one.content:
            return []
        binding = act.scale == "promise" and act.strength >= BINDING
        force: Force = "agreed" if binding or act.id == ORDER else "joint-position"
        deed: Deed = "undertakes" if binding else "agrees" if act.id == ORDER else "holds"
        cue = self._cue(scene, one)
        if cue is not None and cue.role == "impersonal" and "negated" in flags_of(scene, cue):
            # "What he answered was not disclosed."
            return []
        return [Draft(scene, cue, sides, force, deed, one.spans[0], one.content, sure)]

    def _nobody(self, scene: Scene, one: Statement) -> bool:
        """Whether it is said by nobody in particular, or by *both*, whoever they are."""
        cue = self._cue(scene, one)
        if cue is None or one.sources:
            return False
        # "described by officials": by somebody, though we know not whom.
        if any(
            0 <= scene.distance(cue.end, c.start) <= 1 <= c.start - cue.end for c in scene.of("grammar", "by")
        ):
            return False
        subject = self.ground.subject_of(scene, cue)
        if subject.actor is not None:
            return subject.actor.pronoun == "they"
        return cue.role in ("impersonal", "noun")

    def _cue(self, scene: Scene, one: Statement) -> Cue | None:
        return next((c for c in scene.of("act") if c.span == one.cue_span and c.id == one.act), None)

    def promised(self, scene: Scene, one: Statement) -> list[Draft]:
        """One side who binds itself to do something."""
        sides = self.ground.sides(one.speakers)
        if len(sides) != 1 or not one.content:
            return []
        side = sides[0]
        act, inner = self._act(scene, one, side)
        to = self._beneficiary(one, side)
        unreal = bool(set(one.flags) & {"negated", "hypothetical"})
        if act.scale == "promise" and (act.strength >= BINDING or act.id in READY):
            # An offer binds towards whom it names: to offer one's good offices is nobody's gain alone.
            to = to or (None if act.id == OFFER else self._partner(one, side, alone=act.id not in READY))
            if act.id in READY and ("negated" in one.flags or not to or self._together(scene, one, side)):
                return []
        elif unreal or not self._will(scene, one, side):
            return []
        elif not to and self._addressed(scene, one):
            to = self._partner(one, side)
        force: Force = "undertaken" if to else "one-sided"
        parties = (side, to) if to else sides
        cue, span = self._cue(scene, one), one.spans[0]
        content = one.content
        if inner is not None:
            # "Said it attached importance to the talks and was ready to": the promise begins there.
            content = tuple(Span(max(c.start, inner.start), c.end) for c in content if c.end > inner.start)
        return [Draft(scene, cue, parties, force, "undertakes", span, content, one.confidence, side, to)]

    def _act(self, scene: Scene, one: Statement, side: str) -> tuple[Act, Cue | None]:
        """What a statement does: where it says that the own side is ready or promises, that; and with which verb."""
        act = acts()[one.act]
        if act.scale != "assert":
            return act, None
        for cue in scene.acts("say", "finite", "trailing"):
            inside = cue.act.scale == "promise" and any(c.holds(cue.span) for c in one.content)
            if inside and self.ground.sides(self.ground.subject_of(scene, cue).ids) == (side,):
                return cue.act, cue
        return act, None

    def _together(self, scene: Scene, one: Statement, side: str) -> bool:
        """Whether what one is ready for is for both to do: *to work through the ministries of both*."""
        inside = [m for m in scene.mentions if m.party and any(c.holds(m.span) for c in one.content)]
        plural = [m for m in inside if any(o is not m and o.span == m.span for o in inside)]
        return side in self.ground.sides([m.party for m in plural if m.party])

    def _partner(self, one: Statement, side: str, *, alone: bool = True) -> str | None:
        """To whom one binds oneself in talks: the other side; with ``alone`` only where nobody else is named."""
        meeting = self._meeting(one) or self.ground.meeting(one.spans[0].end, (side,), SEVERAL)
        others = [s for s in sides_of(meeting) if s != side]
        return others[0] if len(others) == 1 and not (alone and self._others(one, side)) else None

    def _addressed(self, scene: Scene, one: Statement) -> bool:
        """Whether it is told to the other one there: *assured his host that*, *told him*."""
        if one.act not in TELLING or one.cue_span is None:
            return False
        between = Span(one.cue_span.end, max(one.cue_span.end, one.content[0].start))
        signs = [*scene.of("role", "opposite"), *scene.of("grammar", "him")]
        return any(between.holds(c.span) for c in signs)

    def _meeting(self, one: Statement) -> Meeting | None:
        return next((m for m in self.ground.met if m.id == one.meeting), None)

    def _will(self, scene: Scene, one: Statement, side: str) -> bool:
        """Whether somebody says what the own side will do: *said Valdoria would send two ships*."""
        act = acts()[one.act]
        if act.scale not in ("assert", "promise"):
            return False
        content = one.content[0]
        signs = [c for c in scene.of("grammar", "future", "later") if content.holds(c.span)]
        told = [c for c in signs if not (self._denied(scene, c) or _meets(scene, c) or _weighs(scene, c))]
        if act.id != ANNOUNCE or signs:
            return any(act.id == ANNOUNCE or self._own(scene, content, c, side) for c in told)
        day = due(scene, content.start, content.end, self.ground.account.witness.published)
        return day is not None or one.meeting is not None

    def _own(self, scene: Scene, content: Span, sign: Cue, side: str) -> bool:
        """Whether the own side stands before a sign of the future."""
        before = [m for m in scene.mentions if content.start <= m.span.start and m.span.end <= sign.start]
        if not before and self._governs(scene, content, sign):
            return True
        if not before or scene.distance(before[-1].span.end, sign.start) > 1:
            return False
        own = before[-1]
        # Where words are not parted the name must open its clause: "sanctions on X will" is not X's doing.
        opening = max(content.start, scene.clause(own.span.start).start)
        if not scene.using.spaced and scene.distance(opening, own.span.start) > 0:
            return False
        return bool(own.party) and self.ground.sides([own.party or ""]) == (side,)

    @staticmethod
    def _governs(scene: Scene, content: Span, sign: Cue) -> bool:
        """Whether nobody's government in particular stands right before a sign of the future: the speaker's own."""
        if not scene.using.spaced:
            return False
        words = [w for w in scene.words if content.start <= w.start and w.end <= sign.start]
        language = scene.segment.language
        return 0 < len(words) <= TWO and organ(words[-1].form, language) and content.holds(sign.span)

    @staticmethod
    def _denied(scene: Scene, sign: Cue) -> bool:
        """Whether a negation stands beside a sign of the future."""
        return any(
            _beside(scene, c, sign) or _beside(scene, sign, c) for c in scene.of("grammar", "negation")
        )

    def _others(self, one: Statement, side: str) -> list[str]:
        """The other sides that a statement names."""
        inside = self.ground.account.mentions_in(one.spans)
        others = [m for m in inside if any(c.holds(m.span) for c in one.spans)]
        names = [n for m in others if (n := m.person or m.party or m.of)]
        return [s for s in self.ground.sides(names) if s != side]

    def _beneficiary(self, one: Statement, side: str) -> str | None:
        """The other side that what is promised names: one of those who meet, or the only one."""
        sides = self._others(one, side)
        partners = [s for s in sides_of(self.ground.meeting(one.spans[0].end, (side,))) if s != side]
        inside = [s for s in sides if s in partners]
        if inside:
            return inside[0]
        return sides[0] if len(sides) == 1 and not partners else None


def _meets(scene: Scene, sign: Cue) -> bool:
    """Whether what will be is a meeting or a visit, which is no deed."""
    acts_of = [c for c in scene.of("act") if c.act.cls in ("meet", "visit", "host", "call", "join")]
    told = [*acts_of, *scene.of("event")]
    return any(c.end > sign.start and scene.distance(sign.start, c.start) <= NEXT for c in told)


def _weighs(scene: Scene, sign: Cue) -> bool:
    """Whether no more will be done than to study something: *would look into the request*."""
    return any(
        c.end >= sign.end and scene.distance(sign.end, c.start) <= 1 for c in scene.of("role", "weighs")
    )


def _beside(scene: Scene, one: Cue, other: Cue) -> bool:
    """Whether two words stand side by side, one word between them at most."""
    return one.end <= other.start and scene.distance(one.end, other.start) <= 1
