"""Lists of people in which descriptions stand between the names: *A, the head of finance of Nuwayra, B, and C*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hexapla.testimony.scenes import Scene
from hexapla.witness.model import Span

if TYPE_CHECKING:
    from hexapla.testimony.meetings_figures import Figure

# A description has so many words at most; between *the three ministers* and their names there are so many.
DESCRIPTION, NUMBER = 9, 2
LISTING = ",،、"
STOPPING = (";", "؛", "；", ".", "!", "?", "。", "(", ":", "«", "“", '"')


def described(scene: Scene, figures: Sequence[Figure]) -> dict[Span, Span]:
    """The people whose side is told before their name, by the words of that side: *…of Nuwayra, B*."""
    found: dict[Span, Span] = {}
    for last, side, figure in zip(figures, figures[1:], figures[2:], strict=False):
        if not side.is_side or side.many or last.is_side or figure.is_side or figure.side != side.side:
            continue
        before, after = (
            scene.text[last.span.end : side.span.start],
            scene.text[side.span.end : figure.span.start],
        )
        if after.strip() not in LISTING or not after.strip() or before.lstrip()[:1] not in LISTING:
            continue
        if any(sign in before for sign in STOPPING) or not before.strip():
            continue
        if scene.distance(last.span.end, figure.span.start) <= DESCRIPTION:
            found[figure.span] = side.span
    return found


def named_after(scene: Scene, figures: Sequence[Figure]) -> list[Figure]:
    """Without *the three ministers*, where their names follow: *the three ministers, A, B and C*."""
    several = [f for f in figures if f.many]
    named = [f for f in figures if not f.many and f.person]
    if not several or len(named) < 2 or several[-1].span.end > named[0].span.start:
        return list(figures)
    start, end = several[-1].span.end, named[0].span.start
    between = scene.text[start:end]
    listed = any(sign in between for sign in LISTING) and scene.distance(start, end) <= NUMBER
    return named if listed else list(figures)
