"""A sentence that tells at its end who says it: *The border is open, a minister in Nairobi said on Monday*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hexapla.lang.words import function_words
from hexapla.testimony.cues import Cue
from hexapla.testimony.extents import REPORT, trimmed
from hexapla.testimony.nameless import LONGEST, described_before, leading
from hexapla.testimony.recalling import Subject
from hexapla.testimony.scenes import Scene
from hexapla.testimony.subjects import Subjects
from hexapla.testimony.wordkinds import time_word
from hexapla.witness.model import Span

# So many words may say when and where behind the verb.
BEHIND = 8


class Tail(NamedTuple):
    """The verb at the end of a sentence with its subject, what stands before them, and where they begin."""

    cue: Cue
    subject: Subject
    content: Span
    start: int


def tail(found: Subjects, scene: Scene, cues: Sequence[Cue]) -> Tail | None:
    """Who says a sentence, told at its end behind a comma; None where no such words are."""
    order = scene.using.order
    verbs = [c for c in cues if c.role in ("finite", "quoting") and scene.quoted(c.start) is None]
    if not (scene.using.spaced and order.subject_before and verbs):
        return None
    cue = verbs[-1]
    lead = leading(scene, cue)
    if not lead or len(lead) > LONGEST or not _circumstances_only(scene, cue):
        return None
    start = lead[0].start
    content = trimmed(scene.text, scene.span.start, start)
    if scene.distance(*content) < REPORT or not scene.text[content.end : start].strip().startswith(
        (",", "–", "—")
    ):
        return None
    if any(q.outer.end >= content.end and q.outer.start < start for q in scene.quotations) or _led(
        scene, content
    ):
        return None
    subject = found.of(scene, cue)
    if subject.span is None or not start <= subject.span.start < cue.start:
        described = described_before(scene, cue)
        if described is None:
            return None
        subject = described
    return Tail(cue, subject, content, start)


def _led(scene: Scene, content: Span) -> bool:
    """Whether what stands before is no more than a circumstance: *After a day in the capital, …*."""
    opens = any(c.start == content.start for c in scene.of("grammar", "prepositions", "hypothetical"))
    return opens and "," not in content.of(scene.text)


def _circumstances_only(scene: Scene, cue: Cue) -> bool:
    """Whether nothing stands behind a verb but when, where and to whom it was said."""
    language = scene.segment.language
    behind = [w for w in scene.words if w.start >= cue.end]
    if not behind:
        return True
    if len(behind) > BEHIND or any(q.outer.start >= cue.end for q in scene.quotations):
        return False
    others = [c for c in scene.cues if c.start >= cue.end]
    if any(c.group == "act" and c.role == "finite" for c in others) or any(c.id == "that" for c in others):
        return False
    small = function_words(language)
    if all(w.form in small or time_word(w.form, language) for w in behind):
        return any(time_word(w.form, language) for w in behind)
    led = any(c.id == "prepositions" and c.start == behind[0].start for c in others)
    timed = time_word(behind[0].form, language)
    return cue.act.scale == "assert" and (led or timed or cue.id == "tell")
