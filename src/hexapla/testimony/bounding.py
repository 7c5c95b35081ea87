"""Where what a cue brings ends."""

from __future__ import annotations

from collections.abc import Sequence

from hexapla.lang.words import Word, function_words
from hexapla.testimony.actors import turners
from hexapla.testimony.cues import Cue
from hexapla.testimony.extents import LEFTOVER
from hexapla.testimony.recalling import Subject
from hexapla.testimony.relating import and_before
from hexapla.testimony.scenes import Scene
from hexapla.testimony.subjects import Subjects
from hexapla.testimony.unparted import reported_inside

# Who told it is named in so many words at the end of a sentence.
TAIL = 8


def bound(found: Subjects, scene: Scene, cue: Cue, later: Sequence[Cue]) -> int:
    """Where what a cue brings ends: where another of its rank begins, else with the sentence."""
    agreed = scene.acts("agree", "finite")
    both = [c for c in agreed if c.start >= cue.end and found.of(scene, c).how == "joined"]
    stop = min(_next(found, scene, cue, [*later, *both]), _tail(found, scene, cue))
    stop = _relative(found, scene, cue, stop)
    before = [w for w in scene.words if cue.end <= w.start and w.end <= stop][-1:]
    if stop < scene.span.end and before and before[0].form in turners(scene.segment.language):
        return before[0].start
    if stop < scene.span.end and before and _hangs(scene, before[0]):
        return before[0].start
    return _without_led(scene, cue, stop)


def _without_led(scene: Scene, cue: Cue, stop: int) -> int:
    """Where what is said ends before small words behind a comma that lead to the next verb: *…, tout en soulignant*."""
    comma = scene.text.rfind(",", cue.end, stop)
    small = function_words(scene.segment.language)
    led = [w for w in scene.words if comma < w.start and w.end <= stop]
    if stop == scene.span.end or comma < 0 or not led or scene.quoted(comma) is not None:
        return stop
    return comma if all(w.form in small for w in led) else stop


def _relative(found: Subjects, scene: Scene, cue: Cue, stop: int) -> int:
    """Where a clause about somebody that commas set off ends: *X, who has long opposed it, declined*."""
    subject = found.of(scene, cue)
    if subject.how != "relative" or subject.span is None or not scene.using.spaced:
        return stop
    if not scene.text[subject.span.end : cue.start].lstrip().startswith(","):
        return stop
    comma = scene.text.find(",", cue.end, stop)
    while comma >= 0 and scene.quoted(comma) is not None:
        comma = scene.text.find(",", comma + 1, stop)
    return comma if comma >= 0 else stop


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
    comma = scene.text[max(0, other.start - 2) : other.start].strip()[:1] in (",", "،")
    if found.of(scene, cue).how == "relative" and comma:
        # The main clause goes on behind a relative one.
        return other.start
    if subject.how in ("beside", "pronoun") and subject.span and subject.ids:
        return _by_its_own(scene, cue, other, subject)
    if subject.how == "joined" and subject.ids == found.of(scene, cue).ids:
        at = and_before(scene, other, turners(scene.segment.language))
        return other.start if at is None else at
    return other.start if subject.how == "dropped" and _after_and(scene, other) else None


def _by_its_own(scene: Scene, cue: Cue, other: Cue, subject: Subject) -> int | None:
    """Where another verb with a subject of its own ends what a cue brings."""
    assert subject.span is not None
    first = cue.role == "trailing" and scene.distance(scene.span.start, cue.start) == 0
    if not first and _embedded(scene, cue, other, subject):
        return None
    if subject.span.start < cue.end:
        return other.start
    opens = scene.clause(subject.span.start).start
    return opens if opens > cue.end else min(subject.span.start, other.start)


def _embedded(scene: Scene, cue: Cue, other: Cue, subject: Subject) -> bool:
    """Whether another verb of saying stands inside of what this one brings: *said that Syria supports*."""
    assert subject.span is not None
    if subject.span.start < cue.start:
        return False
    first = min(subject.span.start, other.start)
    between = [c for c in scene.of("grammar", "that") if c.end >= cue.end and cue.start < c.start < first]
    if not between:
        return scene.distance(cue.end, first) <= 1 or reported_inside(scene, cue, other)
    part = scene.text[between[-1].end : first]
    return not any(sign in part for sign in ";؛；") and scene.clause(first) == scene.clause(between[-1].start)


def _after_and(scene: Scene, cue: Cue) -> bool:
    if scene.clause(cue.start).start >= cue.start - LEFTOVER or not scene.using.spaced:
        return True
    before = [w for w in scene.words if w.end <= cue.start][-1:]
    # *… stalling, and said*, where *and* is written onto the verb; *but it stressed*, where *it* is onto the *but*.
    and_on = scene.text[cue.start : cue.start + 1] in scene.using.conjunctions
    comma = scene.text[max(0, cue.start - 2) : cue.start].strip()[:1] in (",", "،")
    if (and_on and comma) or (before and before[0].form in turners(scene.segment.language)):
        return True
    # "…, y acto seguido pide": few words stand between the *and* that opens its clause and a verb.
    opening = [w for w in scene.words if scene.clause(cue.start).start <= w.start and w.end <= cue.start]
    return 0 < len(opening) <= LEFTOVER and opening[0].form in turners(scene.segment.language)
