"""Tellings: each place of a text that tells of a meeting, with whom it names there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hexapla.testimony.meetings_anchors import Anchor, anchors
from hexapla.testimony.meetings_figures import HEADS, Figures, Group, apart
from hexapla.testimony.meetings_leads import COMMAS
from hexapla.testimony.meetings_nouns import named
from hexapla.testimony.meetings_reach import following, planned, unreal, window
from hexapla.testimony.meetings_sentence import Sentence, Telling
from hexapla.testimony.meetings_settings import Settings
from hexapla.testimony.meetings_verbs import DIRECT, met
from hexapla.testimony.model import MeetingKind, Reason
from hexapla.testimony.scenes import Scene
from hexapla.witness.model import Span

# Who stands so many words away is of another meeting, however long the sentence.
FAR = 80
# Words between those of taking part and what part is taken in, between "then" and where one goes then.
LISTED, LEG = 2, 2
# A sentence that tells of more meetings than this is none; the rest of it is passed over.
MOST = 60


def tellings(
    scene: Scene,
    figures: Figures,
    settings: Settings,
    before: Group | None = None,
    recent: tuple[Group, ...] = (),
) -> list[Telling]:
    """The tellings of a sentence, in order. ``before`` and ``recent`` are whom the sentences before it spoke of."""
    found = anchors(scene)[:MOST]
    if not found and not (scene.of("role", "delegation") or scene.acts("join")):
        return []
    groups = figures.groups(scene)
    if not found:
        return _company(scene, groups)
    if _lists(scene, found, groups) and (company := _company(scene, groups)):
        return company
    sentence = Sentence(scene, tuple(groups), tuple(found), figures, settings, before, recent)
    told = [telling for anchor in found if (telling := _read(sentence, anchor))]
    if any(t.principals for t in told):
        return [leg for telling in told for leg in _legs(telling, settings)]
    # "the delegation consisted of …; the session was attended by …"
    forms = told[0].forms if told else ()
    return [replace(t, forms=t.forms or forms) for t in _company(scene, groups)] or told


def _lists(scene: Scene, found: Sequence[Anchor], groups: Sequence[Group]) -> bool:
    """Whether a sentence only lists who came to what it refers to: *in these talks took part …*."""
    anchor = found[0]
    if len(found) > 1 or anchor.act or anchor.held:
        return False
    near = [
        c
        for c in scene.acts("join", "finite") + scene.of("role", "delegation")
        if c.end <= anchor.span.start and scene.distance(c.end, anchor.span.start) <= LISTED
    ]
    before = [g for g in groups if g.span.end <= anchor.span.start and not g.lead]
    behind = [g for g in groups if g.span.start >= anchor.span.end]
    return (
        bool(near and behind)
        and not behind[0].lead
        and all(f.is_side for g in before for f in g.figures)
        and not any(g.lead == "with" for g in behind)
    )


def _legs(telling: Telling, settings: Settings) -> list[Telling]:
    """A visit, and those that follow it: *she will go to Lisk, then to Marenza*."""
    scene, anchor = telling.scene, telling.anchor
    if anchor.kind != "visit" or not anchor.act or not telling.principals:
        return [telling]
    then = [c for c in scene.of("relation", "after") if anchor.span.end <= c.start < telling.hi]
    starts: list[tuple[int, Span]] = []
    for cue in then:
        near = [p.span for p in settings.places(scene) if p.within and p.span.start >= cue.end]
        if near and scene.distance(cue.end, near[0].start) <= LEG:
            starts.append((cue.start, Span(cue.start, near[0].end)))
    if not starts:
        return [telling]
    ends = [start for start, _ in starts[1:]] + [telling.hi]
    legs = [
        replace(telling, anchor=Anchor(span, "visit", anchor.act), lo=span.start, hi=end, spans=(span,))
        for (_, span), end in zip(starts, ends, strict=True)
    ]
    return [replace(telling, hi=starts[0][0]), *legs]


def _company(scene: Scene, groups: Sequence[Group]) -> list[Telling]:
    """A sentence that only lists who came along, *on the Syrian side took part …*, or before whom something is signed."""
    if signing := _signing(scene, groups):
        return [signing]
    cues = scene.of("role", "delegation") + scene.acts("join")
    start = min((c.end for c in cues if not scene.quoted(c.start)), default=None)
    if start is None:
        return []
    came = tuple(f for g in groups for f in g.figures if g.span.end > start or g.figures[0].is_side)
    if not any(f.office and f.span.start >= start for f in came):
        return []
    span = Span(start, max(f.span.end for f in came))
    anchor = Anchor(span, "talks")
    return [Telling(scene, anchor, "talks", (), came, spans=(span,))]


def _signing(scene: Scene, groups: Sequence[Group]) -> Telling | None:
    """*The ministers signed in the presence of the two presidents*: a ceremony of those."""
    signed = [c for c in scene.acts("sign", "finite", "impersonal") if not scene.quoted(c.start)]
    for verb in signed[:1]:
        for group in groups:
            people = all(f.person and f.rank is not None and f.rank <= HEADS for f in group.figures)
            if group.lead == "delegation" and group.plural and people and verb.end <= group.span.start:
                anchor = Anchor(verb.span, "ceremony", held=verb.span)
                span = Span(verb.start, group.span.end)
                because = (Reason("verb", "sign", verb.span),)
                return Telling(
                    scene, anchor, "ceremony", group.figures, whole=True, spans=(span,), because=because
                )
    return None


def _read(sentence: Sentence, anchor: Anchor) -> Telling | None:
    """What is told at an anchor; None where nothing took place, or will."""
    scene = sentence.scene
    if unreal(scene, anchor, sentence.groups):
        return None
    lo, hi = window(scene, anchor)
    inside = [g for g in sentence.groups if lo <= g.span.start and g.span.end <= hi]
    inside = [
        g for g in inside if apart(scene, anchor.span, g.span) <= FAR and not scene.quoted(g.span.start)
    ]
    # Who came to what was told of first does not meet in what is told then.
    told = [a for a in sentence.anchors if a.span.end <= anchor.span.start and not a.act]
    inside = [
        g
        for g in inside
        if not any(g.span.end <= anchor.span.start and _came_along(scene, g, a) for a in told)
    ]
    came = [g for g in inside if _came_along(scene, g, anchor)]
    company = tuple(f for g in came for f in g.figures)
    telling = Telling(scene, anchor, anchor.kind, (), company, lo=lo, hi=hi)
    groups = [g for g in inside if g not in came]
    read = met(sentence, telling, groups) if anchor.act else named(sentence, telling, groups)
    return _finished(sentence, read) if read else None


def _came_along(scene: Scene, group: Group, anchor: Anchor) -> bool:
    """Whether words of company stand between the words of a meeting and a group."""
    cues = scene.of("role", "delegation") + scene.acts("join")
    between = scene.text[anchor.span.end : group.span.start]
    if not scene.using.spaced and anchor.act in DIRECT and not any(sign in between for sign in COMMAS):
        # 会见正在出席论坛的部长, "met the minister who attends the forum"
        cues = []
    if any(
        anchor.span.end <= c.end <= group.span.start and not (anchor.act and anchor.span.overlap(c.span))
        for c in cues
    ):
        # "réuni" gathers whom it is done to, and lists who came.
        return True
    # "the first lady accompanied him"
    by = scene.of("grammar", "by")
    went = [c for c in scene.acts("join", "finite") if c.id == "accompany"]
    return any(
        group.span.end <= c.start
        and scene.distance(group.span.end, c.start) == 0
        and not any(c.span.holds(one.span) for one in by)
        for c in went
    )


def _finished(sentence: Sentence, telling: Telling) -> Telling:
    """With its forms, whether it is announced, its words and its reasons."""
    scene, anchor = sentence.scene, telling.anchor
    people = [f.span for f in telling.principals if f.span.end and scene.span.holds(f.span)]
    days = [Span(d.start, d.end) for d in sentence.settings.dates(scene)]
    coming = planned(scene, anchor, days)
    here = any(scene.span.holds(f.span) for f in telling.principals)
    if coming and (telling.weak or not (here or telling.whole)) and _agreed(scene, anchor):
        telling = _of_both(sentence, telling)
    if all(f.is_side for f in telling.principals) and not telling.weak and _agreed(scene, anchor):
        # "agreed to hold regular consultations": no meeting is announced.
        telling = replace(telling, weak=not _settled(sentence, telling))
    spans = [anchor.span, *people, *([anchor.held] if anchor.held else [])]
    because = [Reason("verb" if anchor.act else "event", anchor.act or anchor.kind, anchor.span)]
    if anchor.related and anchor.relation in ("within", "margins"):
        because.append(Reason("relation", anchor.relation, anchor.related))
    return replace(
        telling,
        forms=sentence.forms.get(anchor.span, ()),
        planned=coming,
        next=following(scene, anchor),
        spans=(Span(min(s.start for s in spans), max(s.end for s in spans)),),
        because=tuple(because),
    )


def _agreed(scene: Scene, anchor: Anchor) -> bool:
    """Whether it is agreed that they will meet."""
    agreeing = scene.acts("agree", "finite", "impersonal") + scene.acts("body", "finite", "impersonal")
    return any(c.end <= anchor.span.start and not scene.quoted(c.start) for c in agreeing)


def _settled(sentence: Sentence, telling: Telling) -> bool:
    """Whether it is said when or where it will be."""
    scene, anchor = sentence.scene, telling.anchor
    place = sentence.settings.place(scene, anchor.span, telling.lo, telling.hi)
    day = sentence.settings.day(scene, anchor.span, telling.lo, telling.hi, coming=True)
    return day is not None or (place is not None and place.town)


def _of_both(sentence: Sentence, telling: Telling) -> Telling:
    """*It was agreed to hold the next round in Marenza*: of the two sides a text is about, where it says when or where."""
    scene, anchor = sentence.scene, telling.anchor
    if telling.kind not in ("talks", "session") or not _settled(sentence, telling):
        return telling
    bodies = scene.of("paper", "body")
    sits = any(c.end <= anchor.span.start or apart(scene, anchor.span, c.span) == 0 for c in bodies)
    kind: MeetingKind = "session" if sits else telling.kind
    both = sentence.figures.both()
    return replace(telling, kind=kind, principals=both, whole=True, weak=False) if both else telling
