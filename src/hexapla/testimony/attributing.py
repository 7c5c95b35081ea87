"""Statements without a verb of saying: *according to X*, *X: …*, a quotation that goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hexapla.testimony.actors import Actor
from hexapla.testimony.cues import Cue
from hexapla.testimony.drafts import Draft
from hexapla.testimony.extents import LEFTOVER, OWNER, Extent, trimmed
from hexapla.testimony.model import Mode
from hexapla.testimony.quotations import Quotation
from hexapla.testimony.recalling import Subject
from hexapla.testimony.scenes import Account, Scene
from hexapla.testimony.selecting import NEXT_TO
from hexapla.testimony.sourcing import capitals, told_through
from hexapla.testimony.subjects import Subjects
from hexapla.testimony.wordkinds import teller
from hexapla.witness.model import Span

# So much of a sentence stands in quotation marks where it is nothing but a quotation.
ALL_QUOTED = 0.75


@dataclass(frozen=True)
class Unverbed:
    """Reads the statements of a witness that no verb of saying brings."""

    account: Account
    found: Subjects

    def attributed(self, scene: Scene) -> list[Draft]:
        """*According to X, …*: the sentence is what X says."""
        for cue in scene.of("source", "according"):
            if scene.quoted(cue.start) is not None:
                continue
            for actor in self.found.actors(scene):
                near = cue.end <= actor.span.start and scene.distance(cue.end, actor.span.start) <= 2
                if near and actor.kind != "pronoun":
                    return list(self._report(scene, cue, actor))
            somebody = self._somebody(scene, cue)
            if somebody is not None:
                return list(self._report(scene, cue, somebody))
        return []

    def _somebody(self, scene: Scene, cue: Cue) -> Actor | None:
        """Whom *according to* names, where nobody knows the name, or it is only a word for a person: *the coach*."""
        name = capitals(scene, cue.end)
        if name is not None:
            return Actor(name, "outlet", (), 0.7, label=name.of(scene.text))
        behind = [w for w in scene.words if w.start >= cue.end][:2]
        word = next((w for w in behind if teller(w.form, scene.segment.language)), None)
        return Actor(Span(word.start, word.end), "unnamed", (), 0.8, label=word.form) if word else None

    def _report(self, scene: Scene, cue: Cue, actor: Actor) -> Iterator[Draft]:
        before = trimmed(scene.text, scene.span.start, cue.start)
        end = next(
            (c.end for c in scene.of("source", "according_end") if c.start >= actor.span.end), actor.span.end
        )
        comma = scene.text.find(",", end, scene.span.end)
        if comma >= 0 and scene.distance(end, comma) <= OWNER:
            end = comma
        after = trimmed(scene.text, end, scene.span.end)
        content = max((before, after), key=lambda span: span.end - span.start)
        if scene.distance(*content) < LEFTOVER:
            return
        subject = Subject(actor.ids, actor.span, 0.85, "beside", actor)
        whole = Span(min(cue.start, content.start), max(actor.span.end, content.end))
        said = Extent((content,), (), "reported", (whole,))
        yield Draft(scene, cue, "say", subject, said, told_through(scene, cue, subject, self.found))

    def labelled(self, scene: Scene) -> list[Draft]:
        """*X: …* at the head of a line, as interviews and headlines have it."""
        for actor in self.found.actors(scene)[:1]:
            rest = scene.text[actor.span.end : scene.span.end]
            colon = rest.lstrip()[:1] in (":", "：") and rest.strip() not in (":", "：")
            if actor.kind == "person" and scene.distance(scene.span.start, actor.span.start) == 0 and colon:
                content = trimmed(scene.text, actor.span.end + 1, scene.span.end)
                quotes = tuple(q.inner for q in scene.quotations)
                mode: Mode = "direct" if quotes or scene.segment.role == "body" else "reported"
                said = Extent((content,), quotes, mode, (Span(actor.span.start, content.end),))
                return [Draft(scene, None, "say", Subject(actor.ids, actor.span, 0.8, "beside", actor), said)]
        return []

    def continued(self, scene: Scene, before: Sequence[Draft]) -> list[Draft]:
        """A sentence that is nothing but a quotation goes on with who spoke last: that draft, and it made longer."""
        quotes = [q for q in scene.quotations if q.first == scene.number]
        if not quotes or not before or scene.number - before[-1].scene.number > 2:
            return []
        if any(self._told_later(q) for q in quotes):
            return []
        near = [draft for draft in before if draft.scene is before[-1].scene]
        last = next((draft for draft in reversed(near) if draft.extent.mode == "direct"), near[-1])
        if any(q.outer.overlap(s) for q in quotes for s in last.extent.content):
            return []
        inside = sum(min(q.outer.end, scene.span.end) - q.outer.start for q in quotes)
        if inside < ALL_QUOTED * (scene.span.end - scene.span.start):
            return []
        span = Span(quotes[0].outer.start, quotes[-1].outer.end)
        said = last.extent
        more = said._replace(
            content=(*said.content, span),
            quoted=(*said.quoted, *(q.inner for q in quotes)),
            whole=(*said.whole, span),
            mode="direct" if said.mode == "direct" else "mixed",
        )
        return [last, replace(last, extent=more)]

    def _told_later(self, quotation: Quotation) -> bool:
        """Whether a quotation of several sentences has its verb behind it."""
        scene = self.account.by_number.get(quotation.last)
        return scene is not None and any(
            cue.start >= quotation.outer.end and scene.distance(quotation.outer.end, cue.start) <= NEXT_TO
            for cue in scene.acts("say", "finite", "quoting")
        )
