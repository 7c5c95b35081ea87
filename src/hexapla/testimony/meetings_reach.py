"""How far the words of a meeting reach in their sentence, and whether it took place, or will."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hexapla.testimony.cues import Cue
from hexapla.testimony.meetings_anchors import COURSES, RELATION, Anchor, acts_between
from hexapla.testimony.meetings_figures import Group, apart
from hexapla.testimony.meetings_leads import COMMAS
from hexapla.testimony.model import Form
from hexapla.testimony.scenes import Scene
from hexapla.witness.model import Span

# Words between "will" and its verb, "not" and its verb, "called for" and what was called for.
PLANNED, NEGATED, WISHED = 5, 3, 14
# "continued their talks" says nothing: so near stands what is no saying.
CONTINUED = 3
# Between a meal and in whose honour it is given.
HONOURED = 12
# What is only wished for has not taken place.
WISHES = frozenset({"ask", "promise"})
# Whoever intends to meet somebody announces it.
INTENDING = "intend"
FORMS: tuple[Form, ...] = ("expanded", "closed", "bilateral", "trilateral", "remote", "press")
# A semicolon parts what happened from what else did.
STOPS = re.compile("[;؛；]")
SAYING = frozenset({"finite", "quoting", "impersonal", "trailing"})


def unreal(scene: Scene, anchor: Anchor, groups: Sequence[Group]) -> bool:
    """Whether it is denied, supposed or wished for."""
    start = min(anchor.span.start, anchor.held.start) if anchor.held else anchor.span.start
    if anchor.relation in COURSES:
        return False
    # "did not name the day of the next meeting"
    coming = not anchor.act and any(_next(scene, anchor, c.span, ()) for c in scene.of("role", "planned"))
    put_off = _only_then(scene, anchor)
    for cue in scene.cues:
        if cue.end > start or scene.quoted(cue.start):
            continue
        away = scene.distance(cue.end, start)
        if cue.group == "grammar" and cue.id == "negation" and away <= (0 if coming else NEGATED):
            if put_off:
                continue
            return True
        if cue.group == "grammar" and cue.id == "hypothetical" and away <= NEGATED:
            if any(a.end <= cue.start for a in scene.acts("agree", "finite", "impersonal")):
                # "agreed that the commission should meet"
                continue
            return True
        if cue.group == "act" and cue.act.deed == "suspends" and away <= NEGATED:
            return True
        if cue.group == "act" and cue.act.scale in WISHES and cue.id != INTENDING and away <= WISHED:
            between = scene.text[cue.end : start]
            others = any(cue.end <= g.span.start and g.span.end <= start for g in groups)
            if not (others and any(sign in between for sign in COMMAS)):
                return True
    return False


def _only_then(scene: Scene, anchor: Anchor) -> bool:
    """*Was not received until Friday*, *n'a été reçu que jeudi*: it took place."""
    verb = anchor.held or anchor.span
    first = not scene.using.order.subject_before
    return bool(anchor.act or anchor.held) and any(
        verb.end <= c.start
        and (scene.distance(verb.end, c.start) == 0 or first)
        and not any(sign in scene.text[verb.end : c.start] for sign in COMMAS)
        for c in scene.of("role", "only_then")
    )


def window(scene: Scene, anchor: Anchor) -> tuple[int, int]:
    """The part of the sentence that speaks of the meeting: what is said of other things is left out."""
    lo, hi = scene.span
    verb = anchor.held or anchor.span
    announcing = {c.span for c in scene.of("role", "planned")}
    honoured = _honoured(scene, anchor)
    for cue in scene.cues:
        if cue.span in announcing:
            # "is planned for": nobody says it.
            continue
        if anchor.span.end <= cue.start < honoured:
            # "the dinner that X offered in honour of Y": all of it is of the dinner.
            continue
        if cue.group == "act" and cue.act.cls in ("say", "agree") and cue.role in SAYING:
            if cue.end <= anchor.span.start and anchor.relation not in COURSES:
                # "continued their talks" says nothing; "agreed to meet" is of who meets.
                near = scene.distance(cue.end, verb.start) <= CONTINUED
                if not near or (anchor.act and cue.act.cls == "say"):
                    lo = max(lo, _opened(scene, cue, anchor.span.start))
            elif cue.start >= anchor.span.end:
                hi = min(hi, cue.start)
        elif (
            cue.id == "relatives"
            and cue.start >= anchor.span.end
            and not _of_holding(scene, cue)
            and not (scene.distance(verb.end, cue.start) == 0 and _only_then(scene, anchor))
        ):
            hi = min(hi, cue.start)
    for stop in STOPS.finditer(scene.text, *scene.span):
        if stop.start() < anchor.span.start:
            lo = max(lo, stop.end())
        elif not _of_company(scene, stop.end()):
            hi = min(hi, stop.start())
    return lo, hi


def _honoured(scene: Scene, anchor: Anchor) -> int:
    """Where the words stand that say in whose honour a meal is given; 0 where none do."""
    if anchor.kind != "meal":
        return 0
    end = anchor.span.end
    told = [
        c for c in scene.of("role", "guest") if end <= c.start and scene.distance(end, c.start) <= HONOURED
    ]
    return told[0].start if told else 0


def _of_company(scene: Scene, start: int) -> bool:
    """Whether what stands behind a semicolon only lists who came along."""
    stop = STOPS.search(scene.text, start, scene.span.end)
    inside = scene.between(start, stop.start() if stop else scene.span.end)
    listed = any(c.group == "role" and c.id == "delegation" for c in inside)
    return listed and not any(
        c.group == "event" or (c.group == "act" and c.act.cls != "join" and c.role != "bare") for c in inside
    )


def _opened(scene: Scene, saying: Cue, before: int) -> int:
    """Where what is said begins: where verbs come first, behind who says it."""
    thats = [] if scene.using.order.subject_before else scene.of("grammar", "that")
    return next((c.end for c in thats if saying.end <= c.start and c.end <= before), saying.end)


def _of_holding(scene: Scene, relative: Cue) -> bool:
    """*Talks that were held between*: the clause says more of the meeting."""
    return any(
        relative.end <= c.start and scene.distance(relative.end, c.start) <= RELATION
        for c in scene.acts("meet")
    )


def forms(scene: Scene, anchors: Sequence[Anchor]) -> dict[Span, tuple[Form, ...]]:
    """The forms said right beside the words of each meeting: *expanded talks*, *talks behind closed doors*."""
    found: dict[Span, set[str]] = {}
    for cue in scene.of("form"):
        nearest = _nearest(scene, cue.span, anchors)
        if nearest:
            found.setdefault(nearest, set()).add(cue.id)
    return {span: tuple(form for form in FORMS if form in some) for span, some in found.items()}


def _nearest(scene: Scene, form: Span, anchors: Sequence[Anchor]) -> Span | None:
    """The words of a meeting that a form is said of: the nearest, a noun before a verb."""
    near = []
    for anchor in anchors:
        first, second = sorted((form, anchor.span))
        away = apart(scene, form, anchor.span)
        if away < RELATION:
            parted = any(sign in scene.text[first.end : second.start] for sign in COMMAS)
            near.append((parted, away, bool(anchor.act), anchor.span))
    return min(near)[3] if near else _by_verb(scene, form, anchors)


def _by_verb(scene: Scene, form: Span, anchors: Sequence[Anchor]) -> Span | None:
    """The meeting that began or went on in a form: *began in private and continued in expanded format*."""
    verbs = [
        c
        for c in scene.between(scene.span.start, form.start)
        if c.group == "act"
        and (c.act.cls == "meet" or c.act.follows)
        and scene.distance(c.end, form.start) <= 1
    ]
    before = [a.span for a in anchors if verbs and a.span.end <= verbs[-1].start and not a.act]
    return before[0] if len(before) == 1 else None


def planned(scene: Scene, anchor: Anchor, days: Sequence[Span] = ()) -> bool:
    """Whether it is announced. ``days`` are those that the sentence names."""
    if anchor.relation in COURSES:
        # "will ask for it during his visit": it is the asking that is to come.
        return False
    verb = anchor.held or anchor.span
    signs = scene.of("role", "planned") + scene.of("grammar", "future") + scene.acts("agree", "finite")
    coming = [c for c in scene.of("role", "upcoming") if c.span.holds(verb)]
    if any(
        c.end <= verb.start and scene.distance(c.end, verb.start) <= 1 for c in scene.of("relation", "before")
    ):
        # "قبل أن تستقبله", "before she received him", is told of the past.
        coming = []
    if scene.segment.role == "body" and coming and not _of_clause(scene, verb.start):
        return True
    if any(_next(scene, anchor, c.span, days) for c in scene.of("role", "planned")):
        return True
    if any(_behind(scene, anchor, c.span) for c in scene.of("role", "planned")):
        return True
    return any(
        c.span.overlap(verb) or (c.end <= verb.start and _reaches(scene, c, verb.start)) for c in signs
    )


def _of_clause(scene: Scene, start: int) -> bool:
    """*Who is visiting*: a verb of the present in a clause about somebody tells of what goes on."""
    return any(c.end <= start and scene.distance(c.end, start) == 0 for c in scene.of("grammar", "relatives"))


def _reaches(scene: Scene, sign: Cue, start: int) -> bool:
    """Whether *plans to* is said of a verb: a day and a place may stand between."""
    away = scene.distance(sign.end, start)
    if away <= PLANNED:
        return True
    parted = any(c in scene.text[sign.end : start] for c in COMMAS)
    return (
        sign.group == "role"
        and away <= 2 * PLANNED
        and not parted
        and not acts_between(scene, sign.end, start)
    )


def following(scene: Scene, anchor: Anchor) -> bool:
    """Whether *next* stands beside the noun of a meeting."""
    return not anchor.act and any(
        apart(scene, anchor.span, c.span) <= 1 and not scene.quoted(c.start) for c in scene.of("role", "next")
    )


def _behind(scene: Scene, anchor: Anchor, sign: Span) -> bool:
    """*A return visit to the south is planned for June*: what is said of a noun that nothing else holds."""
    end = anchor.span.end
    if anchor.act or anchor.held or sign.start < end or scene.distance(end, sign.start) > PLANNED:
        return False
    between = scene.text[end : sign.start]
    return not acts_between(scene, end, sign.start) and not any(c in between for c in COMMAS)


def _next(scene: Scene, anchor: Anchor, sign: Span, days: Sequence[Span]) -> bool:
    """Whether *next* stands behind the words of a meeting, or behind its day."""
    if sign.start < anchor.span.end:
        return False
    if not anchor.act and scene.distance(anchor.span.end, sign.start) == 0:
        return True
    return any(
        anchor.span.end <= day.start
        and scene.distance(anchor.span.end, day.start) <= PLANNED
        and day.start <= sign.start
        and scene.distance(day.end, sign.start) == 0
        and not any(c in scene.text[day.end : sign.start] for c in COMMAS)
        and not acts_between(scene, anchor.span.end, day.start)
        for day in days
    )
