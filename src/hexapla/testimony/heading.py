"""Whom a sentence is about, whatever its verb does: *Asked about it, X took some seconds.* Who speaks next may be he."""

from __future__ import annotations

from collections.abc import Sequence

from hexapla.lang.words import function_words
from hexapla.testimony.actors import Actor, joined
from hexapla.testimony.beside import owned
from hexapla.testimony.scenes import Scene

KINDS = ("person", "office", "pronoun")


def heading(scene: Scene, here: Sequence[Actor]) -> list[Actor]:
    """The actors that open a sentence, or follow what a comma sets off before it; none where others do."""
    if scene.segment.role != "body" or not scene.using.spaced or not scene.using.order.subject_before:
        return []
    for number, actor in enumerate(here):
        if scene.quoted(actor.span.start) is not None:
            return []
        if scene.governed(actor.span.start) or owned(scene, actor):
            continue
        if actor.kind not in KINDS or not _opens(scene, actor):
            return []
        last = number
        while last + 1 < len(here) and joined(scene, here[last], here[last + 1]):
            last += 1
        return list(here[number : last + 1])
    return []


def _opens(scene: Scene, actor: Actor) -> bool:
    """Whether only small words stand between an actor and the head of its sentence, or the last comma before it."""
    part = scene.text[scene.span.start : actor.span.start]
    start = scene.span.start + part.rfind(",") + 1
    small = function_words(scene.segment.language)
    between = [w for w in scene.words if start <= w.start and w.end <= actor.span.start]
    return all(w.form in small or scene.governed(actor.span.start) for w in between)
