"""Where what a cue brings ends."""

from __future__ import annotations

from collections.abc import Sequence

from hexapla.lang.words import Word, function_words
from hexapla.testimony.actors import joiners
from hexapla.testimony.cues import Cue
from hexapla.testimony.extents import LEFTOVER
from hexapla.testimony.recalling import Subject
from hexapla.testimony.scenes import Scene
from hexapla.testimony.subjects import Subjects
from hexapla.testimony.unparted import reported_inside

# Who told it is named in so many words at the end of a sentence.
TAIL = 8


def bound(found: Subjects, scene: Scene, cue: Cue, later: Sequence[Cue]) -> int:
    """Where what a cue brings ends: where another of its rank begins, else with the sentence."""
    stop = min(_next(found, scene, cue, later), _tail(found, scene, cue))
    before = [w for w in scene.words if cue.end <= w.start and w.end <= stop][-1:]
    if stop < scene.span.end and before and before[0].form in joiners(scene.segment.language):
        return before[0].start
    if stop < scene.span.end and before and _hangs(scene, before[0]):
        return before[0].start
    return stop


def _hangs(scene: Scene, word: Word) -> bool:
    """Whether a small word behind a comma is all that is left before another verb: *…, but noted*."""
    comma = scene.text[max(0, word.start - 2) : word.start].strip() == ","
    return comma and word.form in function_words(scene.segment.language)


def _tail(found: Subjects, scene: Scene, cue: Cue) -> int:
    """Where a sentence turns to say who told it: *…, according to X*; *…, as he put it*."""
    for sign in [*scene.of("source", "according"), *scene.of("aside")]:
        if sign.start <= cue.end or scene.quoted(sign.start) is not None:
            continue
        close = any(
            sign.end <= a.span.start and scene.distance(sign.end, a.span.start) <= 2
            for a in found.actors(scene)
        )
        if (sign.group == "aside" or close) and scene.distance(sign.end, scene.span.end) <= TAIL:
            return sign.start
    return scene.span.end


def _next(found: Subjects, scene: Scene, cue: Cue, later: Sequence[Cue]) -> int:
    """Where the next cue of the same rank begins, else the end of the sentence."""
    for other in later:
        end = _ended_by(found, scene, cue, other)
        if end is not None:
            return end
    return scene.span.end


def _ended_by(found: Subjects, scene: Scene, cue: Cue, other: Cue) -> int | None:
    """Where another cue ends what this one brings; None where it does not."""
    if other.role in ("trailing", "noun", "impersonal"):
        return other.start
    if other.role != "finite":
        return None
    subject = found.of(scene, other)
    if subject.how in ("beside", "pronoun") and subject.span and subject.ids:
        if _embedded(scene, cue, other, subject):
            return None
        if subject.span.start < cue.end:
            return other.start
        opens = scene.clause(subject.span.start).start
        return opens if opens > cue.end else min(subject.span.start, other.start)
    dropped = subject.how == "dropped" and _after_and(scene, other)
    joined = subject.how == "joined" and subject.ids == found.of(scene, cue).ids
    return other.start if dropped or joined else None


def _embedded(scene: Scene, cue: Cue, other: Cue, subject: Subject) -> bool:
    """Whether another verb of saying stands inside of what this one brings: *said that Syria supports*."""
    assert subject.span is not None
    if subject.span.start < cue.start:
        return False
    first = min(subject.span.start, other.start)
    between = [c for c in scene.of("grammar", "that") if cue.end <= c.start < first]
    if not between:
        return scene.distance(cue.end, first) <= 1 or reported_inside(scene, cue, other)
    part = scene.text[between[-1].end : first]
    return not any(sign in part for sign in ";؛；") and scene.clause(first) == scene.clause(between[-1].start)


def _after_and(scene: Scene, cue: Cue) -> bool:
    return scene.clause(cue.start).start >= cue.start - LEFTOVER or not scene.using.spaced
