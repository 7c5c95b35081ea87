"""Whether a verb's form agrees with who is to be its subject: one or several, a woman or a man."""

from __future__ import annotations

from hexapla.lang.words import function_words
from hexapla.marks.mentions.model import Mention
from hexapla.parties import Parties
from hexapla.testimony.actors import Actor
from hexapla.testimony.cues import Cue
from hexapla.testimony.scenes import Scene


def verb_form(scene: Scene, cue: Cue) -> str:
    """The verb of a cue, folded, without the small words beside it; empty where there is none."""
    small = function_words(scene.segment.language)
    return next((w.form for w in scene.words if cue.start <= w.start < cue.end and w.form not in small), "")


def told_gender(scene: Scene, cue: Cue) -> str | None:
    """``f`` or ``m`` where the form of a verb tells that a woman or a man does it, else None."""
    order, form = scene.using.order, verb_form(scene, cue)
    if not form:
        return None
    if order.feminine_verbs is not None and order.feminine_verbs.search(form):
        return "f"
    return "m" if order.masculine_verbs is not None and order.masculine_verbs.search(form) else None


def clashes(scene: Scene, cue: Cue, ids: tuple[str, ...], parties: Parties) -> bool:
    """Whether one person cannot do what a verb tells, a woman what is told of a man or the other way round."""
    told = told_gender(scene, cue) if len(ids) == 1 else None
    return told is not None and gender(ids[0], parties) not in (None, told)


def gender(name: str, parties: Parties) -> str | None:
    """``m`` or ``f`` of a person whom the parties know, else None."""
    try:
        return parties.person(name).gender or None
    except KeyError:
        return None


def decided(scene: Scene, cue: Cue, actor: Actor, parties: Parties) -> Actor:
    """An actor who may be one of several, told by the verb's form: which of two of a name."""
    told = told_gender(scene, cue) if not actor.ids else None
    unsure = next((m for m in scene.mentions if m.span == actor.span and m.unsure), None)
    if told is None or unsure is None:
        return actor
    fitting = _fitting(unsure, told, parties)
    return actor._replace(ids=tuple(fitting), kind="person") if len(fitting) == 1 else actor


def _fitting(mention: Mention, told: str, parties: Parties) -> list[str]:
    return [one for one in mention.candidates if gender(one, parties) in (None, told)]
