"""A chain taken up again: *the same agency*, *the paper's source*, told of an outlet that was named before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hexapla.testimony.drafts import Draft
from hexapla.testimony.model import Source

# An outlet is spoken of again in one of so many sentences behind the one that names it.
RECALL = 4
# *The same* stands before the word for it: so many words.
OPENS = 2


def recalled(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts in the order of the text, those that speak of an outlet without its name given the last one named."""
    out: list[Draft] = []
    last: tuple[int, Source] | None = None
    for draft in drafts:
        one = draft
        if last is not None and draft.scene.number - last[0] <= RECALL and _again(draft):
            nameless = draft.sources[0] if draft.sources else Source(None, None, None)
            one = replace(draft, sources=(nameless._replace(name=last[1].name), *draft.sources[1:]))
        first = one.sources[0] if one.sources else None
        if first is not None and first.name and not one.subject.ids:
            last = (one.scene.number, first)
        out.append(one)
    return out


def _again(draft: Draft) -> bool:
    """Whether a statement of nobody in particular comes from an outlet, or a source of one, spoken of before."""
    first = draft.sources[0] if draft.sources else None
    if draft.subject.ids or (first is not None and first.name and not _bare(draft, first)):
        return False
    scene, said = draft.scene, draft.extent.content
    spoken = [c for c in scene.of("source", "media") if not any(span.overlap(c.span) for span in said)]
    if spoken:
        return True
    # "According to the same diplomat": whom the outlet quoted that was named with him.
    same = scene.of("source", "same")
    return first is not None and first.span is not None and any(first.span.overlap(c.span) for c in same)


def _bare(draft: Draft, source: Source) -> bool:
    """Whether an outlet is told by the word for it alone: *the agency*."""
    span = source.span
    named = [c for c in draft.scene.of("source", "media") if span is not None and span.overlap(c.span)]
    if span is None or not named:
        return False
    # Where words are not parted the word for it may hold its *the*: 该报.
    more = OPENS if draft.scene.using.spaced else 0
    return draft.scene.distance(*span) - draft.scene.distance(*named[0].span) <= more
