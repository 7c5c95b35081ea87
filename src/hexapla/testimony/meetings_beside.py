"""Who meets, told beside the noun of a call or of talks in ways of their own."""

from __future__ import annotations

from collections.abc import Sequence

from hexapla.testimony.meetings_anchors import COURSES, Anchor
from hexapla.testimony.meetings_figures import Figure, Group
from hexapla.testimony.meetings_leads import lead_of
from hexapla.testimony.meetings_sentence import BESIDE, Sentence, once


def on_the_phone(sentence: Sentence, anchor: Anchor) -> tuple[Figure, ...]:
    """*In a telephone call, X assured Y*: who says something there, and to whom."""
    scene, end = sentence.scene, anchor.span.end
    if not (anchor.relation in COURSES or lead_of(scene, anchor.span.start) == "of"):
        return ()
    people = [g for g in sentence.groups if not g.figures[0].is_side and not scene.quoted(g.span.start)]
    behind = [g for g in people if g.span.start >= end]
    if len(behind) < 2 or behind[0].lead or behind[0].plural or behind[1].plural:
        return ()
    one, other = behind[0], behind[1]
    far = scene.distance(one.span.end, other.span.start) > BESIDE + 1
    return () if far or one.figures[0].side == other.figures[0].side else once([one, other])


def called(sentence: Sentence, anchor: Anchor, right: Sequence[Group]) -> Group | None:
    """*The call that X had from Y*."""
    if anchor.kind != "call" or anchor.held is None or len(right) < 2:
        return None
    one, other = right[:2]
    near = sentence.scene.distance(one.span.end, other.span.start) <= BESIDE
    if one.lead or other.lead != "of" or not near or one.figures[0].is_side or other.figures[0].is_side:
        return None
    return Group(one.figures + other.figures, "", one.span)


def and_left(sentence: Sentence, anchor: Anchor, left: Group | None, others: Group) -> Group | None:
    """*Held meetings with A and B*: who held them meets as well; of talks *between A and B* nobody else."""
    scene = sentence.scene
    between = [c for c in scene.of("role", "between") if c.end <= others.span.start]
    if between and scene.distance(between[-1].end, others.span.start) <= 1:
        return None
    if left is None or anchor.held is None or left.plural or left.figures[0].is_side or left.lead:
        return None
    if not scene.span.holds(left.span) or any(f.same(left.figures[0]) for f in others.figures):
        return None
    return Group((*left.figures, *others.figures), "", left.span)


def giver(sentence: Sentence, anchor: Anchor, groups: Sequence[Group]) -> Group | None:
    """*The dinner she gave in his honour*: who stands right behind a meal that is given for somebody."""
    scene, end = sentence.scene, anchor.span.end
    named = [g for g in groups if end <= g.span.start and not g.lead and not g.figures[0].is_side]
    near = [g for g in named if scene.distance(end, g.span.start) <= BESIDE]
    if near:
        return near[0]
    told = [c for c in scene.of("grammar", "he", "she") if end <= c.start]
    if not told or scene.distance(end, told[0].start) > 1:
        return None
    here = [g for g in groups if g.span.end <= anchor.span.start and not g.lead]
    return here[0] if here else sentence.before
