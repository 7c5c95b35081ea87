"""Topics: what was discussed, which is nobody's position."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hexapla.testimony.agreements_ground import relative
from hexapla.testimony.coordination import closed
from hexapla.testimony.cues import Cue
from hexapla.testimony.extents import trimmed
from hexapla.testimony.issues import issues, rank
from hexapla.testimony.model import Agreement, Meeting, Statement, Topic
from hexapla.testimony.scenes import Account, Scene
from hexapla.testimony.topics_listed import COMMAS, listed
from hexapla.testimony.wordkinds import time_word
from hexapla.witness.model import Span

# A verb with its subject has so many words at least; where nothing stands behind the verb, what was discussed stands
# before it; where words are not parted, "behind" may be no more than an ending.
FEWEST = 2
# A statement of these acts may tell no more than what was discussed.
REPORTS = frozenset({"say", "tell", "write", "note", "explain", "state", "announce"})


def topics(
    account: Account, said: Sequence[Statement], met: Sequence[Meeting], agreed: Sequence[Agreement] = ()
) -> tuple[Topic, ...]:
    """The subjects of a witness's talks, in order; what somebody says was discussed is a statement.

    What several agreed to discuss has not been discussed yet.
    """
    barred = [what for one in agreed for what in one.what]
    found = [topic for scene in account.scenes for topic in _of(account, scene, said, met, barred)]
    body = [topic for topic, role in found if role == "body"]
    # A headline says what the body says again; it counts where there is no more.
    return tuple(body or [topic for topic, _ in found])


def _of(
    account: Account,
    scene: Scene,
    said: Sequence[Statement],
    met: Sequence[Meeting],
    barred: Sequence[Span],
) -> Iterator[tuple[Topic, str]]:
    busy = scene.span.start
    told_of = scene.acts("discuss", "finite", "trailing", "impersonal", "noun")
    for cue in sorted([*told_of, *_spoken_about(scene)], key=lambda c: (c.start, -c.end)):
        # What a paper or an outlet tells was discussed still was.
        told = any(
            content.holds(cue.span) for one in said if _telling(account, one) for content in one.content
        )
        # "the files that were discussed earlier": an auxiliary may stand between.
        told = told or any(what.holds(cue.span) for what in barred) or _frames(scene, cue)
        if cue.start < busy or told or scene.quoted(cue.start) is not None or relative(scene, cue):
            continue
        span = _stretch(scene, cue, said)
        if scene.distance(*span) < FEWEST:
            continue
        busy = span.end
        for thing in _things(scene, cue, span):
            about = rank(issues(scene.text, scene.segment.language, thing.start, thing.end))
            yield Topic(about, (thing,), _meeting(met, thing.end)), scene.segment.role


def _spoken_about(scene: Scene) -> Iterator[Cue]:
    """Where the subject of a talk begins that is told behind whom one spoke with: *spoke with X about grain*."""
    signs = scene.of("role", "about") if scene.using.spaced else []
    for cue in [
        *scene.acts("meet", "finite"),
        *scene.acts("call", "finite"),
        *scene.acts("discuss", "finite"),
    ]:
        if not any(cue.span.holds(c.span) for c in scene.of("role", "converse")):
            continue
        for sign in signs:
            before = [
                m.span.end for m in scene.mentions if cue.end <= m.span.start and m.span.end <= sign.start
            ]
            if not before or scene.distance(max(before), sign.start) > 0:
                continue
            behind = next((w for w in scene.words if w.start >= sign.end), None)
            timed = behind is None or time_word(behind.form, scene.segment.language)
            if not timed and scene.clause(cue.start).holds(sign.span):
                yield cue._replace(start=sign.start, end=sign.end)
                break


def _telling(account: Account, one: Statement) -> bool:
    """Whether somebody takes a position; a state's paper that says what was on the table takes none."""
    people = {m.person for m in account.mentions if m.person}
    bare = one.act in REPORTS and one.mode == "reported" and not people.intersection(one.speakers)
    return bool(one.speakers) and not bare


def _frames(scene: Scene, cue: Cue) -> bool:
    """Whether a verb only tells what somebody then says something about: *discussing trade, he said*."""
    opens = cue.role in ("finite", "trailing") and scene.distance(scene.span.start, cue.start) == 0
    if not opens or (scene.using.spaced and cue.role == "finite"):
        return False
    told = [c.start for c in scene.acts("say", "finite", "trailing", "quoting") if c.start >= cue.end]
    return bool(told) and not COMMAS.isdisjoint(scene.text[cue.end : told[0]])


def _things(scene: Scene, cue: Cue, span: Span) -> Iterator[Span]:
    """What a verb brings, each subject by itself; the first with the verb."""
    if cue.end >= span.end:
        # What was discussed stands before the verb.
        yield from listed(scene, span)
        return
    what = trimmed(scene.text, cue.end, span.end)
    verb = [w.form for w in scene.words if cue.start <= w.start < cue.end]
    led = [c for c in scene.of("grammar", "prepositions") if cue.start < c.start and c.end == cue.end]
    for number, thing in enumerate(listed(scene, what, verb[-1] if led and verb else "")):
        yield thing if number else Span(span.start, max(thing.end, cue.end))


def _stretch(scene: Scene, cue: Cue, said: Sequence[Statement]) -> Span:
    """The verb with what was discussed, up to where somebody says something; where that stands before it, the clause."""
    later = sorted(c for c in scene.of("act") if c.start >= cue.end)
    stops = [next((c.start for c in later if _takes_over(scene, cue, c)), scene.span.end)]
    stops += [s.start for one in said if one.speakers for s in one.spans if s.start >= cue.end]
    end = min(stops)
    span = trimmed(scene.text, cue.start, end)
    span = closed(scene, span) if end < scene.span.end else span
    if scene.distance(cue.end, span.end) < (1 if scene.using.spaced else FEWEST):
        if scene.using.spaced and cue.role == "finite":
            # Before the verb stand those who discuss.
            return Span(cue.start, cue.start)
        return trimmed(scene.text, scene.clause(cue.start).start, span.end)
    return span


def _takes_over(scene: Scene, cue: Cue, other: Cue) -> bool:
    """Whether another verb of saying, agreeing or discussing ends what was discussed."""
    told = other.role in ("finite", "trailing", "impersonal") and other.act.cls in ("say", "agree", "discuss")
    # Where words have no endings, a verb of the same clause may be a noun: *the consultations' frame*.
    apart = scene.using.spaced or scene.clause(other.start) != scene.clause(cue.start)
    return told and apart and not relative(scene, other)


def _meeting(met: Sequence[Meeting], at: int) -> int | None:
    """The last meeting told of up to a place."""
    told = [
        (max(s.start for s in m.spans if s.start <= at), -m.id)
        for m in met
        if any(s.start <= at for s in m.spans)
    ]
    return -max(told)[1] if told else None
