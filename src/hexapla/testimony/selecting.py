"""Which cues of saying of a sentence bring a statement."""

from __future__ import annotations

from hexapla.testimony.actors import joiners
from hexapla.testimony.beside import absolute
from hexapla.testimony.cues import Cue
from hexapla.testimony.extents import inserted
from hexapla.testimony.quotations import Quotation
from hexapla.testimony.scenes import Scene
from hexapla.testimony.subjects import Subjects
from hexapla.testimony.unparted import goes_on

SAYING = ("finite", "quoting", "trailing", "impersonal", "noun")
# Between a quotation and a verb that says only beside one, so many words may stand: the speaker.
NEXT_TO = 8


def saying_cues(found: Subjects, scene: Scene) -> list[Cue]:
    """The cues of saying outside of quotations, each place once."""
    chosen: dict[int, Cue] = {}
    for cue in scene.acts("say", *SAYING):
        quoted = scene.quoted(cue.start)
        if (quoted and not _inserted(found, scene, cue, quoted)) or _in_relative(found, scene, cue):
            continue
        if goes_on(scene, cue, list(chosen.values())):
            continue
        if _by_somebody(found, scene, cue) or _noun(found, scene, cue):
            continue
        attached = cue.role == "noun" or (cue.role == "trailing" and scene.using.order.subject_before)
        if attached and not _opens(found, scene, cue):
            continue
        if cue.role != "quoting" or quoted or _beside_quotation(scene, cue):
            chosen.setdefault(cue.start, cue)
    # "A prévenu" is no "prévenu" beside a quotation.
    whole = [cue.span for cue in chosen.values() if cue.role != "quoting"]
    kept = [c for c in chosen.values() if c.role != "quoting" or not any(s.holds(c.span) for s in whole)]
    return sorted(kept, key=lambda cue: cue.start)


def _inserted(found: Subjects, scene: Scene, cue: Cue, quotation: Quotation) -> bool:
    """Whether a verb and its speaker stand between commas in a quotation: « Je lui ai écrit, a-t-elle dit, et … »."""
    subject = found.of(scene, cue)
    if not scene.using.order.inverts or cue.role not in ("finite", "quoting") or subject.span is None:
        return False
    # "A-t-il lancé": the pronoun stands between the auxiliary and the verb.
    tied = "-" in scene.text[subject.span.start : cue.start]
    return (subject.span.end >= cue.end or tied) and inserted(scene, cue, subject, quotation)


def _opens(found: Subjects, scene: Scene, cue: Cue) -> bool:
    """Whether a noun of saying opens a phrase of its own: *, with the assertion that …*; not *the announcement of*."""
    led = any(c.start == cue.start for c in scene.of("grammar", "prepositions")) or scene.governed(cue.start)
    if led or not scene.using.spaced:
        return True
    own = next((a for a in found.actors(scene) if absolute(scene, a, cue)), None)
    start = own.span.start if own else cue.start
    before = [w for w in scene.words if w.end <= start][-1:]
    comma = scene.text[max(0, start - 2) : start].strip()[:1] in (",", "،", ";", "؛", "–", "—")
    joined = scene.text[cue.start : cue.start + 1] in scene.using.conjunctions
    return not before or comma or joined or before[0].form in joiners(scene.segment.language)


def _beside_quotation(scene: Scene, cue: Cue) -> bool:
    """Whether a quotation stands next to a verb, its speaker perhaps between."""
    return any(
        (q.outer.end <= cue.start and scene.distance(q.outer.end, cue.start) <= NEXT_TO)
        or (cue.end <= q.outer.start and scene.distance(cue.end, q.outer.start) <= NEXT_TO)
        for q in scene.quotations
    )


def _by_somebody(found: Subjects, scene: Scene, cue: Cue) -> bool:
    """Whether a verb is a participle that tells by whom something is: *a strait disputed by X and Y*."""
    if cue.role != "finite" or not scene.using.order.subject_before or not scene.using.spaced:
        return False
    return any(
        scene.distance(cue.end, by.start) == 0
        and any(
            by.end <= a.span.start and scene.distance(by.end, a.span.start) == 0 for a in found.actors(scene)
        )
        for by in scene.of("grammar", "by")
        if by.start >= cue.end
    )


def _noun(found: Subjects, scene: Scene, cue: Cue) -> bool:
    """Whether a preposition makes a noun of what looks like a verb: *because of plans to*; not *as X said*."""
    order = scene.using.order
    if cue.role != "finite" or not scene.using.spaced or not order.subject_before:
        return False
    subject = found.of(scene, cue).span
    return scene.governed(cue.start) and subject is not None and subject.end <= cue.start


def _in_relative(found: Subjects, scene: Scene, cue: Cue) -> bool:
    """Whether a relative pronoun stands right before the verb: *which stressed*, no one's statement here."""
    if cue.role != "finite" or not scene.using.spaced or found.of(scene, cue).how == "relative":
        return False
    return any(
        c.end <= cue.start and scene.distance(c.end, cue.start) == 0 for c in scene.of("grammar", "relatives")
    )
