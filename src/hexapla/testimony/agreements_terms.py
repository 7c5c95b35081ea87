"""The terms of an agreement, told in sentences behind it: *under the deal, …*; *the work must be done by …*."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hexapla.testimony.actors import joiners
from hexapla.testimony.agreements_deeds import Deeds
from hexapla.testimony.agreements_ground import Draft, Ground
from hexapla.testimony.coordination import closed
from hexapla.testimony.cues import Cue
from hexapla.testimony.deadlines import due
from hexapla.testimony.extents import trimmed
from hexapla.testimony.scenes import Scene
from hexapla.witness.model import Span

# The agreement whose terms are told stands in one of so many sentences before.
RECALL = 4
# Words for an agreement open their sentence, so many words before them at most.
OPENS = 2
# A term is told in so many words at least, and what obliges stands so near its beginning.
FEWEST, NEAR = 3, 8
# How sure it is, of how sure the agreement itself is.
LED_BACK = 0.9
OBLIGING = ("must", "should", "future", "may")
# Signs that end a clause beside its conjunction.
STRONG = frozenset(";؛；")
COMMAS = frozenset(",،，")


@dataclass(frozen=True)
class Terms:
    """Reads what an agreement lays down where it is spoken of again."""

    ground: Ground
    deeds: Deeds

    def told(self, scene: Scene, before: Sequence[Draft]) -> Iterator[Draft]:
        """The terms in a sentence that opens with *under the agreement* or *the agreement provides*."""
        last = next((d for d in reversed(before) if d.force == "agreed" and "negated" not in d.flags), None)
        if last is None or not 0 <= scene.number - last.scene.number <= RECALL:
            return
        sign = self._sign(scene)
        if sign is None:
            return
        for term in _split(scene, trimmed(scene.text, _begin(scene, sign), scene.span.end)):
            if scene.distance(*term) < FEWEST:
                continue
            deed, body = self.deeds.deed(scene, term)
            sure = LED_BACK * last.confidence
            yield Draft(scene, None, last.sides, "agreed", deed, term, (term,), sure, body=body)

    def _sign(self, scene: Scene) -> Cue | None:
        """What says that the terms follow; none inside of what somebody says."""
        for sign in scene.of("role", "under", "provides"):
            first = sign.id == "provides" or scene.distance(scene.span.start, sign.start) <= OPENS
            if first and self._told_here(scene, sign):
                return sign
        return self._laid_down(scene)

    def _told_here(self, scene: Scene, sign: Cue) -> bool:
        """Whether it is the outlet itself that says so."""
        return scene.quoted(sign.start) is None and self.ground.around(sign) is None

    def _laid_down(self, scene: Scene) -> Cue | None:
        """A verb of laying down behind a paper that opens the sentence, adverbs or a clause between commas between."""
        papers = [
            c for c in scene.of("paper", "document") if scene.distance(scene.span.start, c.start) <= OPENS
        ]
        if not papers or not scene.using.spaced:
            return None
        last = papers[-1]
        relatives = [c for c in scene.of("grammar", "relatives") if scene.distance(last.end, c.start) == 0]
        for sign in scene.of("role", "lays_down"):
            between = scene.text[last.end : sign.start]
            signs = [at for at, letter in enumerate(between) if letter in COMMAS]
            # "The deal, whose text is secret, includes": what stands behind the second comma.
            aside = len(signs) == 2 and not between[: signs[0]].strip()
            start = last.end + signs[1] + 1 if aside else last.end
            near = last.end <= sign.start and scene.distance(start, sign.start) <= OPENS
            if near and (aside or not (signs or relatives)) and self._told_here(scene, sign):
                return sign
        return None

    def due(self, draft: Draft, published: dt.date | None) -> str | None:
        """A day that the sentence behind an agreement lays down for it: *it must be ready by …*."""
        scene = self.ground.account.scene_after(draft.scene)
        if scene is None or scene.segment.role != "body" or draft.force != "agreed":
            return None
        if scene.of("act") and any(
            c.act.cls in ("say", "agree", "sign", "meet", "discuss") for c in _doing(scene)
        ):
            return None
        obliged = scene.of("grammar", "must", "should")
        if not obliged or any(m.person for m in scene.mentions):
            return None
        return due(scene, obliged[0].start, scene.clause(obliged[0].start).end, published)


def _doing(scene: Scene) -> list[Cue]:
    return [c for c in scene.of("act") if c.role in ("finite", "trailing", "impersonal")]


def _begin(scene: Scene, sign: Cue) -> int:
    """Where the terms begin: behind the words for the agreement, and behind a clause about it between commas."""
    rest = scene.text[sign.end : scene.span.end]
    lead = len(rest) - len(rest.lstrip())
    if sign.id != "under" or rest[lead : lead + 1] not in COMMAS:
        return sign.end
    start = sign.end + lead + 1
    near = [c for c in scene.of("grammar", "relatives") if c.start >= start]
    if near and scene.distance(start, near[0].start) == 0:
        comma = next((at for at in range(near[0].end, scene.span.end) if scene.text[at] in COMMAS), None)
        return comma + 1 if comma is not None else start
    return start


def _split(scene: Scene, what: Span) -> list[Span]:
    """Each term by itself: parted by a strong sign, by a clause of its own, by *and* with a new obligation."""
    starts = [what.start, *(at for at in _cuts(scene, what) if what.start < at < what.end)]
    ends = [*starts[1:], what.end]
    parts = (trimmed(scene.text, start, end) for start, end in zip(starts, ends, strict=True))
    return [closed(scene, part) if scene.using.spaced else part for part in parts]


def _cuts(scene: Scene, what: Span) -> list[int]:
    obliging = [c.start for c in scene.of("grammar", *OBLIGING)]
    relatives = {c.start for c in scene.of("grammar", "relatives")}
    cuts: set[int] = set()
    for clause in scene.segment.clauses:
        first = next((w.start for w in scene.words if w.start >= clause.start), clause.start)
        if what.start < clause.start and first not in relatives and scene.distance(*clause) > FEWEST:
            cuts.add(clause.start)
    cuts |= {at + 1 for at in range(*what) if scene.text[at] in STRONG}
    if scene.using.spaced:
        ands = [w.end for w in scene.words if w.form in joiners(scene.segment.language)]
    else:
        ands = [at + 1 for at in range(*what) if scene.text[at] in COMMAS]
    for at in ands:
        if not what.start < at < what.end:
            continue
        back = max([cut for cut in cuts if cut < at], default=what.start)
        before = any(back <= sign < at for sign in obliging)
        behind = any(at <= sign and scene.distance(at, sign) <= NEAR for sign in obliging)
        if before and behind:
            cuts.add(at)
    return sorted(cuts)
