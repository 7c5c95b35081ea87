"""What is agreed, signed, set up or suspended: the words of doing so, read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hexapla.testimony.agreements_ground import SEVERAL, TWO, Draft, Ground, flags_of, once, sides_of
from hexapla.testimony.coordination import things
from hexapla.testimony.cues import Cue
from hexapla.testimony.extents import trimmed
from hexapla.testimony.model import Deed, Force
from hexapla.testimony.scenes import Scene
from hexapla.witness.model import Span

# So many words behind a verb stand the paper that is signed, the body that is set up.
PAPER_REACH, BODY_REACH = 14, 14
# A view that is shared ("on the importance of") stands right behind the verb.
VIEW_REACH = 3
# How sure it is where one side only can be told.
ALONE = 0.75


@dataclass(frozen=True)
class Deeds:
    """Reads what is done together in one witness."""

    ground: Ground

    def agreed(self, scene: Scene) -> Iterator[Draft]:
        for cue in once(scene.acts("agree", "finite", "trailing", "impersonal", "noun")):
            flags = flags_of(scene, cue)
            if self.ground.passed_over(scene, cue, flags):
                continue
            # An agreement that is merely named is none; that there is none is told by a noun.
            if cue.role == "noun" and "negated" not in flags:
                continue
            sides, sure = self.ground.party(scene, cue)
            if not self.ground.news(scene, cue, sides):
                continue
            span, what = self.ground.stretch(scene, cue)
            force, by, to = self._force(scene, cue, what, sides)
            if force is None:
                continue
            sure = sure if len(sides) >= TWO else ALONE * sure
            for number, thing in enumerate(things(scene, what)):
                deed, body = self.deed(scene, thing)
                deed = "holds" if force == "joint-position" else deed
                whole = thing if number else Span(span.start, max(thing.end, cue.end))
                whole = whole if whole.holds(thing) else thing
                yield Draft(scene, cue, sides, force, deed, whole, (thing,), sure, by, to, flags, None, body)

    def _force(
        self, scene: Scene, cue: Cue, what: Span, sides: Sequence[str]
    ) -> tuple[Force | None, str | None, str | None]:
        """What words of agreeing come to; None where one agrees to something all alone."""
        if len(sides) >= TWO:
            return ("joint-position" if self._view(scene, cue, what) else "agreed"), None, None
        meeting = self.ground.meeting(scene.span.end, sides)
        others = [side for side in sides_of(meeting) if side not in sides]
        if meeting is not None and sides:
            return "undertaken", sides[0], others[0] if len(others) == 1 else None
        # A government that decides by itself is news of this kind where it concerns another.
        named = [m.party for m in scene.mentions if m.party and what.holds(m.span)]
        abroad = [side for side in self.ground.sides(named) if side not in sides]
        told = self.ground.subject_of(scene, cue).how == "beside"
        return ("one-sided" if sides and abroad and told else None), sides[0], None

    def _view(self, scene: Scene, cue: Cue, what: Span) -> bool:
        """Whether no more than a view is shared: nothing is to be done, by no day."""
        signs = [c for c in scene.of("paper", "view") if cue.start <= c.start]
        if not any(scene.distance(what.start, c.start) <= VIEW_REACH for c in signs):
            return False
        return not any(what.holds(c.span) for c in scene.of("grammar", "future"))

    def deed(self, scene: Scene, what: Span) -> tuple[Deed, Span | None]:
        """What is to be done by an agreement, where it is about a body or about relations."""
        for cue in scene.acts("body"):
            if not what.holds(cue.span) or cue.act.deed is None:
                continue
            body = self._body(scene, cue)
            if body is not None or cue.act.deed != "establishes":
                return cue.act.deed, body
        return "agrees", None

    def _body(self, scene: Scene, cue: Cue) -> Span | None:
        """The words of the body that a verb sets up, resumes or suspends: behind it, else before it."""
        found = scene.of("paper", "body")
        # The sign may take in part of the body's words: *forms a working group*.
        behind = [c for c in found if c.end > cue.end and scene.distance(cue.end, c.start) <= BODY_REACH]
        before = [c for c in found if c.end <= cue.start and scene.distance(c.end, cue.start) <= BODY_REACH]
        if behind:
            return behind[0].span
        return before[-1].span if before else None

    def signed(self, scene: Scene) -> Iterator[Draft]:
        for cue in once(scene.acts("sign", "finite", "trailing", "impersonal")):
            flags = flags_of(scene, cue)
            if self.ground.passed_over(scene, cue, flags):
                continue
            paper = self._paper(scene, cue)
            sides, sure = self.ground.party(scene, cue)
            # In talks a paper is signed, whatever it is called.
            if paper is None and (cue.role != "impersonal" or self.ground.meeting(scene.span.end) is None):
                continue
            if len(sides) < TWO:
                sides = sides_of(self.ground.meeting(scene.span.end, sides, SEVERAL)) if sides else sides
            if len(sides) < TWO or not self.ground.news(scene, cue, sides):
                continue
            span, what = self.ground.stretch(scene, cue)
            if paper is not None:
                span = Span(min(span.start, paper.start), max(span.end, paper.end))
            yield Draft(scene, cue, sides, "agreed", "signs", span, (what,), sure, flags=flags, paper=paper)

    def _paper(self, scene: Scene, cue: Cue) -> Span | None:
        """The words of the document that is signed, with what it is on."""
        found = scene.of("paper", "document")
        stop = self.ground.stop(scene, cue)
        behind = [
            c for c in found if cue.end <= c.start < stop and scene.distance(cue.end, c.start) <= PAPER_REACH
        ]
        # "signed an agreement" may be one sign.
        named = behind or [c for c in found if cue.span.holds(c.span)]
        if named:
            clause = scene.clause(named[0].start)
            return trimmed(scene.text, named[0].start, min(stop, max(clause.end, named[0].end)))
        before = [c for c in found if c.end <= cue.start and scene.distance(c.end, cue.start) <= PAPER_REACH]
        if before and cue.role == "impersonal":
            return trimmed(scene.text, before[-1].start, cue.start)
        return None

    def bodies(self, scene: Scene) -> Iterator[Draft]:
        """A committee that is set up, resumes its work or is left, told as news or by somebody."""
        for cue in once(scene.acts("body", "finite", "trailing", "impersonal")):
            flags = flags_of(scene, cue)
            if cue.act.deed is None or self.ground.passed_over(scene, cue, flags):
                continue
            body = self._body(scene, cue)
            sides = self._owners(scene, cue, body) if body else ()
            if body is None or not sides or not self.ground.news(scene, cue, sides):
                continue
            around = self.ground.around(cue)
            if len(sides) < TWO and (cue.act.deed == "establishes" or cue.role != "finite"):
                continue
            span, what = self.ground.stretch(scene, cue)
            span = Span(min(span.start, body.start), max(span.end, body.end))
            speaker = self.ground.sides(around.speakers) if around else sides if len(sides) == 1 else ()
            alone = len(speaker) == 1
            force: Force = "one-sided" if alone else "agreed"
            by = speaker[0] if alone else None
            yield Draft(
                scene, cue, sides, force, cue.act.deed, span, (what,), ALONE, by, None, flags, body=body
            )

    def _owners(self, scene: Scene, cue: Cue, body: Span) -> tuple[str, ...]:
        """The sides of a body: those named around it in its sentence, else those of the meeting."""
        subject = self.ground.sides(self.ground.subject_of(scene, cue).ids)
        near = [
            m
            for m in scene.mentions
            if m.kind in ("state", "government") and scene.clause(body.start).overlap(m.span)
        ]
        named = self.ground.sides([m.party for m in near if m.party])
        sides = tuple(dict.fromkeys((*subject, *named)))
        meeting = self.ground.meeting(scene.span.end, sides, SEVERAL)
        return sides_of(meeting) if len(sides) < TWO and meeting is not None else sides
