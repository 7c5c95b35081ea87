"""Who speaks and is only described: a ministry, an office alone, *his counterpart*, somebody without a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hexapla.parties import Parties
from hexapla.testimony.actors import Actor
from hexapla.testimony.beside import follows_quotation, nothing_before, stop_behind
from hexapla.testimony.cues import Cue
from hexapla.testimony.governing import government, offices_named, stated
from hexapla.testimony.meant import Meant
from hexapla.testimony.nameless import (
    described_before,
    described_behind,
    government_alone,
    leading,
    office_alone,
    pointed_back,
)
from hexapla.testimony.recalling import SAY, Memory, Subject
from hexapla.testimony.relating import described_after, described_ahead, house
from hexapla.testimony.scenes import Account, Scene
from hexapla.witness.model import Span

# How sure it is whose a ministry is, and what *that of X* means.
GOVERNING, POINTED = 0.8, 0.6


@dataclass(frozen=True)
class Describing:
    """Finds those of a witness who are told by a description before or behind their verb."""

    account: Account
    parties: Parties
    memory: Memory

    def found(self, scene: Scene, cue: Cue, here: Sequence[Actor]) -> Subject | None:
        """Who is described beside a verb; None where nobody is."""
        return (
            self._counterpart(scene, cue)
            or self._meant.visiting(scene, cue)
            or self._unnamed(scene, cue, here)
        )

    @property
    def _meant(self) -> Meant:
        return Meant(self.account, self.parties, self.memory)

    def _counterpart(self, scene: Scene, cue: Cue) -> Subject | None:
        """Whom *his counterpart* means before a verb: the other one of the two who were named."""
        told = scene.of("grammar", "counterpart")
        words = leading(scene, cue) if told and scene.using.spaced else []
        one = next((c for c in told if words and words[0].start <= c.start and c.end <= words[-1].end), None)
        if one is None or scene.governed(one.start) or scene.governed(words[0].start):
            return None
        return self.memory.other(scene, Span(words[0].start, one.end))

    def _unnamed(self, scene: Scene, cue: Cue, here: Sequence[Actor]) -> Subject | None:
        """Who is told by a description alone; of a government or an office, whose they are."""
        told = self._described(scene, cue) or house(scene, cue, here)
        if told is None or told.ids:
            return told or self._pointed_back(scene, cue)
        ours = self._government(scene, told) if government_alone(scene, told) else None
        if ours is None and office_alone(scene, told):
            offices = offices_named(scene, told.span or cue.span, self.parties)
            # A word for those who govern that is no office is one for several: *the opposition*.
            ours = self.memory.holder(scene, cue, offices) if offices else None
        ours = ours or self._meant.in_office(scene, cue)
        return ours or (self._meant.brought_in(scene, told.span) if told.span else None) or told

    def _government(self, scene: Scene, told: Subject) -> Subject | None:
        """The side of a part of a government that is only described."""
        side = government(self.account, scene, told.span, self.parties) if told.span else None
        if told.span is None or side is None:
            return None
        return Subject((side,), told.span, GOVERNING, "beside", Actor(told.span, "side", (side,), GOVERNING))

    def _pointed_back(self, scene: Scene, cue: Cue) -> Subject | None:
        """*That of X* is X's, where X is a state."""
        span = pointed_back(scene, cue) if cue.act.cls == SAY and scene.using.spaced else None
        side = stated(scene, span, self.parties) if span else None
        if span is None or side is None:
            return None
        actor = Actor(span, "side", (side,), POINTED)
        return Subject((side,), span, POINTED, "beside", actor)

    def _described(self, scene: Scene, cue: Cue) -> Subject | None:
        """Who says something and is only described, where words are parted and verbs do not come first."""
        if not scene.using.spaced or cue.act.cls != SAY:
            return None
        if not scene.using.order.subject_before:
            return described_after(scene, cue, stop_behind(scene, cue)) or described_ahead(scene, cue)
        inverted = follows_quotation(scene, cue) and nothing_before(scene, cue)
        behind = described_behind(scene, cue) if inverted else None
        return behind or described_before(scene, cue)
