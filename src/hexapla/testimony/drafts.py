"""A statement before it is numbered: a cue with its subject and what it brings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hexapla.testimony.cues import Cue
from hexapla.testimony.extents import Extent, trimmed
from hexapla.testimony.model import Source
from hexapla.testimony.recalling import Subject
from hexapla.testimony.scenes import Scene


@dataclass(frozen=True)
class Draft:
    """A cue of saying with its subject and what it brings, before it is numbered."""

    scene: Scene
    cue: Cue | None
    act: str
    subject: Subject
    extent: Extent
    sources: tuple[Source, ...] = ()

    @property
    def outlet(self) -> bool:
        """Whether it is an outlet that speaks."""
        return self.subject.actor is not None and self.subject.actor.kind == "outlet"

    @property
    def nobodys(self) -> bool:
        """Whether it stands under a noun or a passive: *with the assertion that X values …*."""
        return self.cue is not None and self.cue.role in ("noun", "impersonal")


def longer(draft: Draft, scene: Scene) -> Draft:
    """A draft that goes on in another sentence."""
    more = trimmed(scene.text, *scene.span)
    said = draft.extent
    return replace(draft, extent=said._replace(content=(*said.content, more), whole=(*said.whole, more)))


def inside(draft: Draft, other: Draft) -> bool:
    """Whether a draft's verb stands among the words that another brings."""
    return draft.cue is not None and any(span.holds(draft.cue.span) for span in other.extent.content)


def placed(found: list[Draft], draft: Draft) -> list[Draft]:
    """The drafts with one more: one inside of another's words is part of it, or its chain leads to it."""
    kept: list[Draft] = []
    new: Draft | None = draft
    for other in found:
        if new is not None and inside(new, other):
            kept.append(_nested(other, new))
            new = None
        elif new is not None and inside(other, new):
            new = _nested(new, other)
        else:
            kept.append(other)
    return kept if new is None else [*kept, new]


def _nested(outer: Draft, inner: Draft) -> Draft:
    """Of a statement inside of another the one that counts, with the chain it came through."""
    if outer.nobodys and inner.subject.ids and inner.subject.how == "beside":
        return replace(outer, subject=inner.subject, act=inner.act, cue=inner.cue)
    if outer.subject.ids and not outer.outlet:
        return outer
    if inner.subject.ids and outer.subject.actor is not None:
        return replace(inner, sources=(*outer.sources, *inner.sources))
    return outer
