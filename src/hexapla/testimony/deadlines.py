"""Deadlines: the day, month or year by which something is to be done, and whether something was done long ago."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from hexapla.marks.dates import DateMark, dates
from hexapla.testimony.scenes import Scene

# What a report tells as news lies back no further than this; before it, a date tells of the past.
RECENT = dt.timedelta(days=21)
_AHEAD = re.compile(r"P(\d+)([MY])")
_MONTH = re.compile(r"--(\d\d)(?:-(\d\d))?")
MONTHS = 12


def due(scene: Scene, start: int, end: int, published: dt.date | None) -> str | None:
    """The first date ahead that a stretch of a scene names, ISO 8601 as far as it is known."""
    for mark in _dates(scene, start, end, published):
        value = ahead(mark, published)
        if value is not None:
            return value
    ends = [c for c in scene.of("grammar", "year_end") if start <= c.start and c.end <= end]
    return f"{published.year}-12-31" if ends and published else None


def long_past(scene: Scene, start: int, end: int, published: dt.date | None) -> bool:
    """Whether a stretch of a scene is dated before what the report tells as news."""
    if published is None:
        return False
    return any(_past(mark, published) for mark in _dates(scene, start, end, published))


def _dates(scene: Scene, start: int, end: int, published: dt.date | None) -> Iterable[DateMark]:
    return dates(scene.text, scene.segment.language, start, end, published) if start < end else ()


def ahead(mark: DateMark, published: dt.date | None) -> str | None:
    """A date as a deadline: the day, month or year that it names, where that is not over."""
    if published is None:
        return mark.value if mark.value[:4].isdigit() else None
    if mark.kind == "weekday" and mark.resolved:
        day = dt.date.fromisoformat(mark.resolved)
        return (day if day > published else day + dt.timedelta(days=7)).isoformat()
    if mark.kind == "time":
        return None
    month = _MONTH.fullmatch(mark.value)
    if month:
        return _coming(int(month.group(1)), month.group(2), published)
    value = mark.resolved or _in_time(mark.value, published)
    # A year or a month is over when it is less than that of publication, written as long.
    return value if value and value >= published.isoformat()[: len(value)] else None


def _coming(month: int, day: str | None, published: dt.date) -> str:
    """The next such month or day: what is told by when lies ahead."""
    here = (month, int(day)) if day else (month, 31)
    year = published.year + (here < (published.month, published.day))
    return f"{year}-{month:02}" + (f"-{day}" if day else "")


def _in_time(value: str, published: dt.date) -> str | None:
    """Durations from publication that are told in whole months and years: *next month*."""
    span = _AHEAD.fullmatch(value)
    if span is None:
        return value if value[:4].isdigit() else None
    count = int(span.group(1))
    if span.group(2) == "Y":
        return str(published.year + count)
    months = published.year * MONTHS + published.month - 1 + count
    return f"{months // MONTHS}-{months % MONTHS + 1:02}"


def _past(mark: DateMark, published: dt.date) -> bool:
    if mark.value.startswith("-P") and mark.resolved is None:
        return not mark.value.endswith("W")
    limit = (published - RECENT).isoformat()
    value = mark.resolved or mark.value
    return value[:4].isdigit() and value < limit[: len(value)]
