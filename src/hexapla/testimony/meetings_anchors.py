"""Anchors: the words of a sentence that tell of a meeting, nouns and verbs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hexapla.lang.words import affixes
from hexapla.testimony.cues import Cue
from hexapla.testimony.meetings_figures import apart
from hexapla.testimony.meetings_leads import is_and
from hexapla.testimony.model import MeetingKind
from hexapla.testimony.scenes import Scene
from hexapla.witness.model import Span

# Words between: a relation and its noun ("during an expanded session of talks"), a noun and the verb that holds it.
RELATION, HELD = 5, 12
# Of so many words of acting and of events in one sentence the rest are passed over: a list, and no sentence.
TOLD = 200
# A verb with its auxiliary and its object has fewer characters.
LONGEST = 80
# A body and the verb of its sitting.
SITS = 3
# Acts whose verb alone tells of a meeting, by what they make of it.
VERBS: dict[str, MeetingKind] = {
    "meet": "talks",
    "receive": "talks",
    "host": "meal",
    "visit": "visit",
    "arrive": "visit",
    "phone": "call",
    "discuss": "talks",
}
FINITE = frozenset({"finite", "impersonal", "trailing", "bare"})
# "discussed" is also "the discussed", "were discussed": nobody is said to have met.
NOBODY = frozenset({"bare", "impersonal"})
# Words before a noun that make it what something else took place in, beside or after.
COURSES = frozenset({"within", "after", "margins"})
# Behind these, words of a course are of another clause: "then the two men held talks".
BREAKING = frozenset({"that", "they"})
# These are given and received as well as held.
GIVEN = frozenset({"meal", "ceremony", "conference", "call"})


# These may be one phrase with their verb, of an act or of any.
PHRASED: dict[str, str] = {"visit": "visit", "call": "phone", "conference": ""}


class Anchor(NamedTuple):
    """The word of a meeting: a noun of events or a verb."""

    span: Span
    kind: MeetingKind
    act: str = ""
    """The act of a verb; empty for a noun."""
    role: str = ""
    held: Span | None = None
    """The verb of holding that goes with a noun."""
    relation: str = ""
    """within, margins, after or before, where such words stand before a noun."""
    related: Span | None = None
    continued: bool = False
    """Whether it is held by a verb of going on: another part, or another meeting."""


class _Noun(NamedTuple):
    span: Span
    kind: MeetingKind


def anchors(scene: Scene) -> list[Anchor]:
    """The words that tell of meetings, outside of quotations, in order."""
    told = [c for c in scene.cues if c.group in ("act", "event") and not scene.quoted(c.start)][:TOLD]
    # "by video conference" says how: it is no noun of a meeting.
    ways = [c.span for c in scene.of("form")]
    # "was granted an audience by" tells who received whom.
    ways += [c.span for c in told if c.group == "act" and c.id == "receive"]
    events = [
        c for c in told if c.group == "event" and not any(w.holds(c.span) and w != c.span for w in ways)
    ]
    nouns = _nouns(scene, events)
    free = [n for n in nouns if not ((relation := _relation(scene, n.span)) and relation.id in COURSES)]
    verbs = [c for c in told if c.group == "act" and c.id in VERBS and c.role in FINITE]
    verbs = [c for c in verbs if c.id != "discuss" or c.role not in NOBODY]
    holding = [c for c in told if c.group == "act" and c.act.cls in ("meet", "host")]
    out: list[Anchor] = []
    for noun in nouns:
        anchor = _anchor(scene, noun, free, holding)
        twins = [v for v in verbs if v.span == noun.span and VERBS[v.id] == noun.kind]
        if not twins or anchor.relation or anchor.held not in (None, noun.span):
            out.append(_made(anchor, verbs))
    for verb in verbs:
        if not any(verb.span.overlap(a.span) or verb.span == a.held for a in out):
            out.append(Anchor(verb.span, VERBS[verb.id], verb.id, verb.role))
    if not any(a.kind == "session" for a in out):
        out += _sittings(scene, [c for c in holding if c.act.cls == "meet"], out)
    return sorted(out, key=lambda a: a.span)


def _made(anchor: Anchor, verbs: Sequence[Cue]) -> Anchor:
    """With the verb that it is one phrase with: *paid a short visit*, 回答记者提问."""
    if anchor.held or anchor.kind not in PHRASED:
        return anchor
    act = PHRASED[anchor.kind]
    made = [v for v in verbs if v.span.overlap(anchor.span) and act in ("", v.id)]
    return anchor._replace(held=made[0].span) if made else anchor


def _sittings(scene: Scene, holding: Sequence[Cue], others: Sequence[Anchor]) -> list[Anchor]:
    """A body that meets: *the joint commission convened*."""
    for verb in holding:
        if any(verb.span.overlap(a.span) or verb.span == a.held for a in others):
            continue
        for body in scene.of("paper", "body"):
            first, second = (body, verb) if body.end <= verb.start else (verb, body)
            if first.end <= second.start and scene.distance(first.end, second.start) <= SITS:
                return [Anchor(body.span, "session", held=verb.span)]
    return []


def _nouns(scene: Scene, told: Sequence[Cue]) -> list[_Noun]:
    """Nouns of meetings; those that make one phrase (*a session of talks*) are one."""
    out: list[_Noun] = []
    for cue in sorted(told, key=lambda c: (c.start, -c.end, c.id == "talks")):
        noun = _Noun(cue.span, cue.id)  # type: ignore[arg-type]
        last = out[-1] if out else None
        if last and noun.span.start < last.span.end:
            continue
        if last and _one_phrase(scene, last.span.end, noun.span.start):
            kind = noun.kind if last.kind == "talks" else last.kind
            out[-1] = _Noun(Span(last.span.start, noun.span.end), kind)
        else:
            out.append(noun)
    return out


def _one_phrase(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing, or one word of grammar that is not *and*, stands between two nouns."""
    if scene.distance(start, end) > 1 or any(sign in scene.text[start:end] for sign in ",،，、;؛；:："):
        return False
    between = [c for c in scene.between(start, end) if c.end > c.start]
    return (
        not _closed(scene, start)
        and start < end
        and not any(is_and(scene, c) or c.group == "relation" for c in between)
        and (scene.distance(start, end) == 0 or any(c.group == "grammar" for c in between))
    )


def _closed(scene: Scene, end: int) -> bool:
    """Whether the word that ends at a place has its article written onto it, and so no noun that it governs."""
    word = next((w for w in scene.words if w.end == end), None)
    return word is not None and affixes(scene.segment.language).without_article(word.form) != word.form


def _anchor(scene: Scene, noun: _Noun, nouns: Sequence[_Noun], verbs: Sequence[Cue]) -> Anchor:
    relation = _relation(scene, noun.span)
    if relation and relation.id in COURSES:
        return Anchor(noun.span, noun.kind, relation=relation.id, related=relation.span)
    holding = [v.span for v in verbs if _is_held(scene, noun, v, nouns)]
    # A word that is verb and noun is no verb of holding where another one is.
    held = next((span for span in holding if span != noun.span), next(iter(holding), None))
    continued = None
    if held is None and relation is None:
        held = continued = _continued(scene, noun.span)
        held = held or _ended(scene, noun.span)
    if relation:
        return Anchor(noun.span, noun.kind, held=held, relation=relation.id, related=relation.span)
    return Anchor(noun.span, noun.kind, held=held, continued=continued is not None)


def _is_held(scene: Scene, noun: _Noun, verb: Cue, nouns: Sequence[_Noun]) -> bool:
    if verb.span.overlap(noun.span):
        return True
    away = apart(scene, verb.span, noun.span)
    if away > HELD or any(apart(scene, verb.span, o.span) < away for o in nouns if o != noun):
        return False
    if verb.id == "receive" and any(
        verb.end <= c.start and c.end <= noun.span.start for c in scene.of("relation", "before", "after")
    ):
        # "will be received by X before a state dinner"
        return False
    return verb.id == "hold" or (verb.id in ("receive", "host") and noun.kind in GIVEN)


def _continued(scene: Scene, noun: Span) -> Span | None:
    """*Continued* their talks, *resumed* them: a verb of going on, whose object is a meeting."""
    near = [
        c.span
        for c in scene.acts("say", "finite", "quoting") + scene.acts("body", "finite")
        if (c.act.follows or c.act.deed == "resumes")
        and c.end <= noun.start
        and scene.distance(c.end, noun.start) <= RELATION
        and not acts_between(scene, c.end, noun.start)
    ]
    return near[-1] if near else None


def _ended(scene: Scene, noun: Span) -> Span | None:
    """*Wrapped up* their talks: who ends a meeting was in it."""
    near = [
        c.span
        for c in scene.acts("end", "finite")
        if c.end <= noun.start
        and scene.distance(c.end, noun.start) <= RELATION
        and not acts_between(scene, c.end, noun.start)
    ]
    return near[-1] if near else None


def acts_between(scene: Scene, start: int, end: int) -> bool:
    """Whether something is done, or another meeting named, between two places."""
    return any(c.group in ("act", "event") for c in scene.between(start, end))


def went_on(scene: Scene, noun: Span) -> bool:
    """Whether others joined those who met, for what a noun tells of, or it followed: *then came a working lunch*."""
    return any(
        c.end <= noun.start
        and scene.distance(c.end, noun.start) <= HELD
        and not any(e.start >= c.end for e in scene.between(c.end, noun.start) if e.group == "event")
        for c in scene.of("role", "joined")
        if not scene.quoted(c.start)
    )


def _in_verb(scene: Scene, sign: Cue) -> bool:
    """Whether words stand between a verb and its auxiliary: *a ensuite offert un dîner*."""
    around = scene.between(sign.start - LONGEST, sign.end + LONGEST)
    return any(c.group == "act" and c.start < sign.start and sign.end < c.end for c in around)


def _before_verb(scene: Scene, sign: Cue, noun: Span) -> bool:
    """Whether *then* stands before a verb whose words reach into the noun: ثم أقام مأدبة."""
    return any(
        a.group == "act" and a.role in FINITE and sign.end <= a.start < noun.start and a.end > noun.start
        for a in scene.between(sign.end, noun.end + LONGEST)
    )


def _relation(scene: Scene, noun: Span) -> Cue | None:
    """*During*, *after*, *on the sidelines of*: the nearest such words before a noun."""
    around = [c for c in scene.of("relation") if c.span.holds(noun) and c.span != noun]
    if around:
        # 会谈后, "after the talks"
        return around[-1]
    near = [
        c
        for c in scene.of("relation")
        if c.end <= noun.start
        and scene.distance(c.end, noun.start) <= RELATION
        and not any(c.end <= m.span.start and m.span.end <= noun.start for m in scene.mentions)
        and not acts_between(scene, c.end, noun.start)
        and not any(one.id in BREAKING for one in scene.between(c.end, noun.start))
        and not _in_verb(scene, c)
        and not _before_verb(scene, c, noun)
        and not any(g.span.holds(c.span) for g in scene.of("role", "guest"))
    ]
    if went_on(scene, noun):
        # "they were then joined by ministers for a session": *then* is of the joining.
        near = [c for c in near if scene.distance(c.end, noun.start) == 0]
    return max(near, key=lambda c: (c.end, c.end - c.start), default=None)
