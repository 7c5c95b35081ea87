"""What is particular to languages whose words are not parted: where a clause hides its subject or its object.

Such a language tells by place and by its prepositions what others tell by words: a verb behind a comma goes on with
the subject before it, and what is thanked for or regretted stands between a preposition and the verb (*对…表示感谢*).
"""

from __future__ import annotations

from collections.abc import Sequence

from hexapla.testimony.cues import BREAKS, Cue
from hexapla.testimony.scenes import Scene
from hexapla.witness.model import Span

# Acts of these scales, and those that tell what somebody feels, take what they are about before them.
ATTITUDES = frozenset({"favour", "thank", "condole", "oppose", "warn", "accuse"})
# A clause opens behind these too.
OPENING = BREAKS | frozenset("：:。”」』！？")
# Whom something is told is named in so many characters.
ADDRESSEE = 14
# What has no meaning as a cue makes a name from so many characters on.
SOMEBODY = 2


def clause_start(scene: Scene, at: int) -> int:
    """Where the stretch between signs begins in which a place stands."""
    part = scene.text[scene.span.start : at]
    return scene.span.start + max(part.rfind(sign) for sign in OPENING) + 1


def strange(scene: Scene, start: int, end: int) -> bool:
    """Whether somebody whom we do not know stands at the head of a clause: *, 当地居民说*.

    A clause that a preposition opens has no subject of its own.
    """
    first = max(start, clause_start(scene, end))
    here = [c for c in scene.cues if c.start < end and c.end > first]
    if any(c.start == first and c.group == "grammar" and c.id == "prepositions" for c in here):
        return False
    covered = [*(c.span for c in here if c.group != "event"), *(m.span for m in scene.mentions)]
    return _longest(scene, first, end, covered) >= SOMEBODY


def _longest(scene: Scene, start: int, end: int, covered: Sequence[Span]) -> int:
    """The longest run of letters that nothing covers."""
    longest = run = 0
    for at in range(start, end):
        free = scene.text[at].isalpha() and not any(span.start <= at < span.end for span in covered)
        run = run + 1 if free else 0
        longest = max(longest, run)
    return longest


def enclosed(scene: Scene, cue: Cue, outer: Sequence[Cue]) -> bool:
    """Whether a verb stands inside of what another says, no sign between: *欢迎甲方宣布停火*."""
    return any(
        other.end <= cue.start and not any(sign in BREAKS for sign in scene.text[other.end : cue.start])
        for other in outer
    )


def object_before(scene: Scene, cue: Cue, subject: Span | None) -> Span | None:
    """What an attitude is about where it stands before its verb: *对…表示感谢*, and nothing behind."""
    act = cue.act
    behind = scene.text[cue.end : min(cue.end + 1, scene.span.end)]
    if scene.using.spaced or not (act.scale in ATTITUDES or act.inner) or behind.isalnum():
        return None
    start = clause_start(scene, cue.start)
    if subject is not None and subject.end <= cue.start:
        start = subject.end
    signs = [*scene.of("source", "told"), *scene.of("grammar", "about")]
    opened = [c.end for c in signs if start <= c.start and c.end < cue.start]
    return Span(min(opened), cue.start) if opened else None


def within_object(scene: Scene, actor: Span, cue: Cue) -> bool:
    """Whether a name belongs to what stands between a preposition and the verb: *双方对两国贸易额…表示满意*."""
    if scene.using.spaced:
        return False
    start = clause_start(scene, cue.start)
    return any(start < c.start < actor.start for c in scene.of("source", "told"))


def addressed(scene: Scene, cue: Cue, stop: int) -> int:
    """Where what is said begins behind whom it is told: *告诉本社记者，…*."""
    if scene.using.spaced or not any(c.start == cue.start for c in scene.of("source", "told")):
        return cue.end
    part = scene.text[cue.end : min(stop, cue.end + ADDRESSEE)]
    return cue.end + next((at + 1 for at, sign in enumerate(part) if sign in OPENING), 0)


def goes_on(scene: Scene, cue: Cue, outer: Sequence[Cue]) -> bool:
    """Whether a verb for what somebody holds, behind a comma, goes on with what is said: *表示，甲方主张…，反对…*."""
    if scene.using.spaced or not cue.act.holds or scene.text[cue.start - 1] not in BREAKS:
        return False
    return any(other.end <= cue.start and not other.act.holds for other in outer)


def reported_inside(scene: Scene, cue: Cue, other: Cue) -> bool:
    """Whether a later verb belongs to what a verb with a comma behind it brings: *甲方说，除非乙方请求…*.

    Another verb with a comma behind it reports for itself.
    """
    if scene.using.spaced or not _reports(scene, cue) or _reports(scene, other):
        return False
    return not any(sign in "；;" for sign in scene.text[cue.end : other.start])


def _reports(scene: Scene, cue: Cue) -> bool:
    return scene.text[cue.end : cue.end + 1] in ("，", ",", "：", ":")
