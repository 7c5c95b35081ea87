"""Agreements: what several agreed, signed or hold together, and what one of them undertakes or holds out.

Words of agreeing and signing make an agreement when those who agree can be told: by the subject, by whom the sentence
names beside it, else by the meeting it is told of. Several who say something together hold a joint position; one who
promises undertakes it, to whom the words name, or holds it out. What others agreed, what was agreed long ago, and
what is only asked for or supposed is no agreement of the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hexapla.parties import Parties
from hexapla.testimony.acts import acts
from hexapla.testimony.agreements_deeds import Deeds
from hexapla.testimony.agreements_ground import Draft, Ground, SubjectOf
from hexapla.testimony.agreements_promises import Promises
from hexapla.testimony.agreements_terms import Terms
from hexapla.testimony.coordination import closed
from hexapla.testimony.deadlines import due
from hexapla.testimony.extents import trimmed
from hexapla.testimony.issues import issues, rank
from hexapla.testimony.model import Agreement, Meeting, Reason, Statement
from hexapla.testimony.scenes import Account, Scene
from hexapla.witness.model import Span

# No more than this sure of any agreement.
SUREST = 0.95
PROMISE = "promise"


@dataclass(frozen=True)
class Reader:
    """Reads the agreements of one witness."""

    ground: Ground

    def agreements(self) -> tuple[Agreement, ...]:
        body = [s for s in self.ground.account.scenes if s.segment.role == "body"]
        # A headline says what the body says again; it counts where there is no more.
        drafts = self._read(body) or self._read([s for s in self.ground.account.scenes if s not in body])
        drafts.sort(key=lambda draft: (draft.span, draft.force))
        return tuple(self._agreement(number, draft) for number, draft in enumerate(drafts, 1))

    def _read(self, scenes: Sequence[Scene]) -> list[Draft]:
        found: list[Draft] = []
        by_scene: dict[int, list[Draft]] = {}
        deeds, promises = Deeds(self.ground), Promises(self.ground)
        terms = Terms(self.ground, deeds)
        for scene in scenes:
            here = by_scene[scene.number] = []
            for way in (deeds.agreed, deeds.signed):
                here += [d for d in way(scene) if not _overlaps(d, here)]
            # The terms of an agreement are its parties', whoever else is named beside a body that it sets up.
            here += [d for d in terms.told(scene, [*found, *here]) if not _overlaps(d, here)]
            here += [d for d in deeds.bodies(scene) if not _overlaps(d, here)]
            found += here
        for one in self.ground.said:
            where = self.ground.account.scene_at(one.spans[0].start)
            if where is None or where.number not in by_scene:
                continue
            # Words of agreeing in what is said, or that say it, have been read already.
            near = self.ground.account.scenes_of(one.spans)
            told = [draft for s in near for draft in by_scene.get(s.number, ()) if _within(draft, one)]
            if not told:
                found += promises.joint(where, one) or promises.promised(where, one)
            elif acts()[one.act].scale == PROMISE and (own := _up_to(where, one, told)) is not None:
                found += promises.promised(where, own)
        return found

    def _agreement(self, number: int, draft: Draft) -> Agreement:
        scene = draft.scene
        language = scene.segment.language
        marks = [m for span in draft.what for m in issues(scene.text, language, span.start, span.end)]
        meeting = self.ground.meeting(draft.span.end, draft.sides) or self.ground.meeting(draft.span.end)
        because = (Reason("cue", draft.cue.id, draft.cue.span),) if draft.cue else ()
        return Agreement(
            id=number,
            parties=draft.sides,
            force=draft.force,
            deed=draft.deed,
            spans=(draft.span,),
            what=draft.what,
            confidence=round(min(SUREST, draft.confidence), 4),
            by=draft.by,
            to=draft.to,
            due=self._due(draft),
            meeting=meeting.id if meeting else None,
            issues=rank(marks),
            paper=draft.paper,
            body=draft.body,
            flags=draft.flags,
            because=because,
        )

    def _due(self, draft: Draft) -> str | None:
        """The day by which something is to be done; what has been done, or is only held, has none."""
        done = (draft.force == "one-sided" and draft.deed != "undertakes") or draft.deed == "signs"
        if draft.deed == "holds" or (done and "future" not in draft.flags):
            return None
        found = (
            due(draft.scene, what.start, what.end, self.ground.account.witness.published)
            for what in draft.what
        )
        told = next((day for day in found if day), None)
        if told is None and draft.cue is not None and draft.by is not None:
            # "Assured him that by May X would": before the subject.
            first, published = draft.cue.end, self.ground.account.witness.published
            told = due(draft.scene, first, max(first, draft.what[0].start), published, strict=True)
        if told is not None or draft.deed == "signs":
            return told
        return Terms(self.ground, Deeds(self.ground)).due(draft, self.ground.account.witness.published)


def _overlaps(draft: Draft, others: Sequence[Draft]) -> bool:
    return any(draft.span.overlap(other.span) for other in others)


def _within(draft: Draft, one: Statement) -> bool:
    """Whether an agreement is told by the words of a statement."""
    told = any(content.overlap(what) for content in one.content for what in draft.what)
    return told and draft.cue is not None and any(span.holds(draft.cue.span) for span in one.spans)


def _up_to(scene: Scene, one: Statement, told: Sequence[Draft]) -> Statement | None:
    """A promise without the agreement that its sentence goes on to tell: *pledged …, and both sides agreed …*."""
    start, end = one.content[0].start, min(draft.span.start for draft in told)
    content = closed(scene, trimmed(scene.text, start, end)) if start < end else None
    if content is None or content.end <= content.start:
        return None
    return replace(one, content=(content,), spans=(Span(one.spans[0].start, content.end),))


def agreements(
    account: Account,
    said: Sequence[Statement],
    subject_of: SubjectOf,
    met: Sequence[Meeting],
    parties: Parties,
) -> tuple[Agreement, ...]:
    """What a witness says was agreed, signed, jointly held, undertaken or held out, in order."""
    return Reader(Ground(account, said, subject_of, met, parties)).agreements()
