"""Where a verb stands in its sentence: inside of what another says, under a passive, in talks that are told of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hexapla.testimony.actors import Actor, joined
from hexapla.testimony.beside import FINITE, and_verb
from hexapla.testimony.cues import Cue
from hexapla.testimony.recalling import UNKNOWN, Subject
from hexapla.testimony.scenes import Scene
from hexapla.testimony.unparted import enclosed

# How sure it is that both sides say what nobody in particular says.
BY_SITUATION = 0.6
# Between a verb behind a quotation and a name so many words tell what its bearer is.
LONGEST_TITLE = 4


def embedded(scene: Scene, cue: Cue, subject: Subject) -> bool:
    """Whether a verb stands inside of what another verb of its sentence says: *said that X supports*."""
    if not scene.using.spaced:
        return enclosed(scene, cue, scene.acts("say", *FINITE, "trailing"))
    inside = subject.how == "dropped" and not and_verb(scene, cue)
    if not inside and (subject.how != "beside" or subject.span is None):
        return False
    first = min(subject.span.start, cue.start) if subject.span else cue.start
    for other in scene.acts("say", *FINITE, "trailing", "noun"):
        if other.end > first or (other.start, other.end) == (cue.start, cue.end):
            continue
        that = [
            c
            for c in scene.of("grammar", "that")
            if c.end >= other.end and c.start > other.start and c.end <= first
        ]
        if that and not any(sign in scene.text[that[0].end : first] for sign in ";؛；"):
            return True
    return False


def agent(scene: Scene, cue: Cue, here: Sequence[Actor]) -> Subject | None:
    """Who a passive says it was done by."""
    for by in scene.of("grammar", "by"):
        if cue.end <= by.start:
            for actor in here:
                if actor.span.start >= by.end and scene.distance(by.end, actor.span.start) <= 2:
                    return Subject(actor.ids, actor.span, round(0.9 * actor.confidence, 4), "by", actor)
    return None


def situation(scene: Scene, cue: Cue, here: Sequence[Actor]) -> Subject:
    """What nobody in particular says in talks that the same sentence tells of, is those talks'."""
    told = [c for c in scene.cues if c.end <= cue.start and c.group == "event"]
    people = [a for a in here if a.span.end <= cue.start and a.kind == "person"]
    pairs = [(a, b) for a, b in pairwise(people) if joined(scene, a, b)]
    pair = pairs[-1] if pairs else tuple(people) if len(people) == 1 else ()
    ids = tuple(dict.fromkeys(name for actor in pair for name in actor.ids))
    if told and len(ids) == 2:
        return Subject(ids, None, BY_SITUATION, "situation", pair[0])
    return UNKNOWN


def title(scene: Scene, start: int, end: int) -> bool:
    """Whether words between a verb and a name are what its bearer is: *said the ecologist X*."""
    # "Undertook to send X": what the verb's own preposition governs is no title.
    own = any(c.end == start for c in scene.of("grammar", "prepositions"))
    bare = scene.text[start:end].replace("’", "").replace("'", "").replace(" ", "").isalpha()
    return scene.distance(start, end) <= LONGEST_TITLE and bare and not own


def ungoverned(scene: Scene, candidates: Sequence[Actor]) -> list[Actor]:
    """Actors without those joined to one that a preposition governs: *disputed by X and Y*."""
    kept: list[Actor] = []
    led: Actor | None = None
    for actor in candidates:
        if led is not None and joined(scene, led, actor):
            led = actor
            continue
        led = actor if scene.governed(actor.span.start) else None
        kept.append(actor)
    return kept
