"""Topics: what was discussed, which is nobody's position."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hexapla.testimony.agreements_ground import relative
from hexapla.testimony.coordination import closed
from hexapla.testimony.cues import Cue
from hexapla.testimony.extents import trimmed
from hexapla.testimony.issues import issues, rank
from hexapla.testimony.model import Meeting, Statement, Topic
from hexapla.testimony.scenes import Account, Scene
from hexapla.witness.model import Span

# A verb with its subject has so many words at least; where nothing stands behind the verb, what was discussed stands
# before it; where words are not parted, "behind" may be no more than an ending.
FEWEST = 2


def topics(account: Account, said: Sequence[Statement], met: Sequence[Meeting]) -> tuple[Topic, ...]:
    """The subjects of a witness's talks, in order; what somebody says was discussed is a statement."""
    found = [topic for scene in account.scenes for topic in _of(account, scene, said, met)]
    body = [topic for topic, role in found if role == "body"]
    # A headline says what the body says again; it counts where there is no more.
    return tuple(body or [topic for topic, _ in found])


def _of(
    account: Account, scene: Scene, said: Sequence[Statement], met: Sequence[Meeting]
) -> Iterator[tuple[Topic, str]]:
    busy = scene.span.start
    for cue in sorted(
        scene.acts("discuss", "finite", "trailing", "impersonal", "noun"), key=lambda c: (c.start, -c.end)
    ):
        # What a paper or an outlet tells was discussed still was.
        told = any(content.holds(cue.span) for one in said if one.speakers for content in one.content)
        # "the files that were discussed earlier": an auxiliary may stand between.
        if cue.start < busy or told or scene.quoted(cue.start) is not None or relative(scene, cue):
            continue
        span = _stretch(scene, cue, said)
        if scene.distance(*span) < FEWEST:
            continue
        busy = span.end
        about = rank(issues(scene.text, scene.segment.language, span.start, span.end))
        yield Topic(about, (span,), _meeting(met, span.end)), scene.segment.role


def _stretch(scene: Scene, cue: Cue, said: Sequence[Statement]) -> Span:
    """The verb with what was discussed, up to where somebody says something; where that stands before it, the clause."""
    later = sorted(c for c in scene.of("act") if c.start >= cue.end)
    stops = [next((c.start for c in later if _takes_over(scene, cue, c)), scene.span.end)]
    stops += [s.start for one in said if one.speakers for s in one.spans if s.start >= cue.end]
    end = min(stops)
    span = trimmed(scene.text, cue.start, end)
    span = closed(scene, span) if end < scene.span.end else span
    if scene.distance(cue.end, span.end) < (1 if scene.using.spaced else FEWEST):
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
