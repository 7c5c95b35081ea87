"""Statements without a verb of saying: *according to X*, *X: …*, a quotation that goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hexapla.testimony.actors import Actor
from hexapla.testimony.cues import Cue
from hexapla.testimony.drafts import Draft
from hexapla.testimony.extents import LEFTOVER, OWNER, Extent, told_around, trimmed
from hexapla.testimony.model import Mode
from hexapla.testimony.quotations import Quotation
from hexapla.testimony.recalling import Subject
from hexapla.testimony.scenes import Account, Scene
from hexapla.testimony.selecting import NEXT_TO
from hexapla.testimony.sourcing import capitals, told_through
from hexapla.testimony.sourcing_outlets import outlets
from hexapla.testimony.subjects import Subjects
from hexapla.testimony.wordkinds import teller
from hexapla.witness.model import Span

# So much of a sentence stands in quotation marks where it is nothing but a quotation.
ALL_QUOTED = 0.75
# Before the name of an outlet that opens a sentence so many words, and with its verb so many in all.
OUTLET, SHORT = 3, 9


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
            if somebody is not None and somebody.kind == "unnamed":
                somebody = self.found.in_office(scene, somebody) or somebody
            if somebody is not None:
                return list(self._report(scene, cue, somebody))
        return []

    def _somebody(self, scene: Scene, cue: Cue) -> Actor | None:
        """Whom *according to* names, where nobody knows the name, or it is only a word for a person: *the coach*."""
        titled = [
            one
            for one in outlets(scene)
            if cue.end <= one.start and scene.distance(cue.end, one.start) <= OUTLET
        ]
        name = titled[0] if titled else capitals(scene, cue.end)
        if name is not None:
            return Actor(name, "outlet", (), 0.7, label=name.of(scene.text))
        behind = [w for w in scene.words if w.start >= cue.end][:2]
        word = next((w for w in behind if teller(w.form, scene.segment.language)), None)
        return Actor(Span(word.start, word.end), "unnamed", (), 0.8, label=word.form) if word else None

    def introduced(self, scene: Scene) -> list[Draft]:
        """*X was blunter: “…”*: whom a sentence is about says the quotation that it ends with behind a colon."""
        quotes = [q for q in scene.quotations if q.first == scene.number and not scene.named(q)]
        before = scene.text[scene.span.start : quotes[0].outer.start].rstrip() if len(quotes) == 1 else ""
        if not before.endswith((":", "：")) or scene.distance(*quotes[0].inner) < LEFTOVER:
            return []
        if scene.distance(min(quotes[0].outer.end, scene.span.end), scene.span.end):
            return []
        subject = self.found.about(scene)
        if subject is None:
            return []
        holder = Cue(scene.span.start, scene.span.start, "act", "say", "", 0, 0)
        said = told_around(self.account, scene, holder, [quotes[0].outer])
        return [Draft(scene, None, "say", subject, said)]

    def asides(self, scene: Scene) -> list[Draft]:
        """*In his view, …*; *…, según dijo X*: what stands around is what X says, or who spoke last."""
        for cue in scene.of("aside"):
            if scene.quoted(cue.start) is not None:
                continue
            verbal = any(c.start < cue.end and cue.start < c.end for c in scene.acts("say", "finite"))
            told = self._behind(scene, cue) if verbal else None
            end = told.span.end if told and told.span else cue.end
            if verbal and told is None:
                continue
            subject = told or self.found.recalled(scene, cue.span)
            comma = scene.text.find(",", end, scene.span.end)
            if verbal and comma >= 0:
                end = comma
            before = trimmed(scene.text, scene.span.start, cue.start)
            after = trimmed(scene.text, end if not verbal or comma >= 0 else scene.span.end, scene.span.end)
            parts = [
                s
                for s in (before, after)
                if scene.distance(*s) and any(c.isalnum() for c in s.of(scene.text))
            ]
            if subject is None or sum(scene.distance(*s) for s in parts) < LEFTOVER:
                continue
            said = told_around(self.account, scene, cue, parts)
            return [Draft(scene, cue, "say", subject, said, told_through(scene, cue, subject, self.found))]
        return []

    def _behind(self, scene: Scene, cue: Cue) -> Subject | None:
        """Who stands behind *según dijo*."""
        for actor in self.found.actors(scene):
            free = scene.quoted(actor.span.start) is None and not scene.governed(actor.span.start)
            if actor.span.start >= cue.end and free and actor.kind in ("person", "side", "unnamed"):
                return Subject(actor.ids, actor.span, 0.85, "beside", actor)
        return None

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
        if _publishes(scene, before) and scene.distance(*after) >= LEFTOVER:
            # "The daily X wrote on Monday, citing an aide, that …"
            content = after
        if scene.distance(*content) < LEFTOVER:
            return
        subject = Subject(actor.ids, actor.span, 0.85, "beside", actor)
        whole = Span(min(cue.start, content.start), max(actor.span.end, content.end))
        said = told_around(self.account, scene, cue, [content])._replace(whole=(whole,))
        yield Draft(
            scene, cue, "say", subject, said, told_through(scene, cue, subject, self.found, (content,))
        )

    def labelled(self, scene: Scene) -> list[Draft]:
        """*X: …* at the head of a line, as interviews and headlines have it."""
        for actor in self.found.actors(scene)[:1]:
            rest = scene.text[actor.span.end : scene.span.end]
            colon = rest.lstrip()[:1] in (":", "：") and rest.strip() not in (":", "：")
            if actor.kind == "person" and scene.distance(scene.span.start, actor.span.start) == 0 and colon:
                content = trimmed(scene.text, actor.span.end + 1, scene.span.end)
                if content.start >= content.end:
                    # Nothing but signs.
                    return []
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


def _publishes(scene: Scene, span: Span) -> bool:
    """Whether words say no more than that an outlet tells something: *the daily X wrote on Monday*."""
    opens = any(
        scene.distance(span.start, name.start) <= OUTLET for name in outlets(scene) if span.holds(name)
    )
    return opens and scene.distance(*span) <= SHORT
