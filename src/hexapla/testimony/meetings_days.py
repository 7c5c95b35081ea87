"""Days that are told by other days: *that evening*, *the next day*; what was long ago, what is to come."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from hexapla.marks.dates import DateMark
from hexapla.testimony.meetings_figures import apart
from hexapla.testimony.scenes import Scene
from hexapla.witness.model import Span

# A report is of what took place so many days before it; what is further off is another meeting.
RECENT = 31
# What is to come so many days after it may still be of the visit that is told of.
SOON = 7
# Between the time of day and the words of a meeting.
TIME_REACH = 16
# Between a verb of ending and the visit that it ends.
LASTED = 8
FULL = re.compile(r"\d{4}-\d\d-\d\d")


def running(
    scenes: Iterable[Scene], dates: Callable[[Scene], Sequence[DateMark]], published: dt.date | None
) -> Mapping[int, str]:
    """The day told last before each sentence, by the sentence's number."""
    found: dict[int, str] = {}
    now: str | None = None
    for scene in scenes:
        if now:
            found[scene.number] = now
        told = [_full(mark) for mark in dates(scene) if not scene.quoted(mark.start)]
        # Of what is to come the sentences behind do not tell.
        days = [day for day in told if day and not to_come(day, published) and not long_ago(day, published)]
        if days:
            now = days[-1]
        elif now and _said(scene, "next_day"):
            now = _after(now)
    return found


def of_other(scene: Scene, at: Span, lo: int, hi: int, before: str | None) -> tuple[str, Span] | None:
    """The day of words that say *that evening*, or *the next day*, of the day told before."""
    if before is None:
        return None
    near = [
        (apart(scene, at, span), key, span) for key in ("next_day", "same_day") for span in _said(scene, key)
    ]
    for away, key, span in sorted(near):
        if lo <= span.start < hi and away <= TIME_REACH:
            later_on = key == "next_day" or any(s.end <= span.start for s in _said(scene, "next_day"))
            return (_after(before) if later_on else before), span
    return None


def long_ago(day: str, published: dt.date | None) -> bool:
    """Whether a day, a month or a year is well before publication."""
    return published is not None and day < (published - dt.timedelta(RECENT)).isoformat()[: len(day)]


def within_days(one: str, other: str) -> bool:
    """Whether two full days are of one visit."""
    if not (FULL.fullmatch(one) and FULL.fullmatch(other)):
        return False
    return abs((dt.date.fromisoformat(one) - dt.date.fromisoformat(other)).days) <= SOON


def later(day: str, published: dt.date | None) -> bool:
    """Whether a day, a month or a year is well after publication."""
    return published is not None and day > (published + dt.timedelta(SOON)).isoformat()[: len(day)]


def to_come(day: str, published: dt.date | None) -> bool:
    """Whether a day, a month or a year is after that of publication."""
    return published is not None and day > published.isoformat()[: len(day)]


def elsewhere(scene: Scene, start: int, at: Span) -> bool:
    """Whether a place is in an insertion before the words of a meeting: *X, who took office in May, met Y*."""
    if start >= at.start:
        return False
    opening = [c.start for c in scene.of("grammar", "relatives") if c.end <= start]
    if not opening or any(sign in scene.text[opening[-1] : start] for sign in ",،"):
        return False
    return any(sign in scene.text[start : at.start] for sign in ",،")


def of_another(scene: Scene, anchor: Span, others: Sequence[Span], day: Span) -> bool:
    """Whether a day is of another meeting that the sentence tells of, and stands nearer to it."""
    if not parted(day, anchor, scene):
        return False
    away = apart(scene, anchor, day)
    return any(not parted(day, one, scene) and apart(scene, one, day) < away for one in others)


def ended(scene: Scene, at: Span, noun: Span) -> bool:
    """Whether a verb of ending a visit stands before its noun."""
    verbs = [c for c in scene.of("role", "ending") if at.start <= c.start < noun.end]
    return any(scene.distance(c.start, noun.start) <= LASTED for c in verbs)


def parted(day: Span, at: Span, scene: Scene) -> bool:
    """Whether a sign parts a day from the words of a meeting."""
    first, second = sorted((day, at))
    return any(sign in scene.text[first.end : second.start] for sign in ",،，;؛；")


def _full(mark: DateMark) -> str | None:
    value = mark.resolved or mark.value
    return value if FULL.fullmatch(value) else None


def _after(day: str) -> str:
    return (dt.date.fromisoformat(day) + dt.timedelta(1)).isoformat()


def _said(scene: Scene, key: str) -> list[Span]:
    return [c.span for c in scene.of("role", key) if not scene.quoted(c.start)]
