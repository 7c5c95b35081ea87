"""Deadlines: the day, month or year by which something is to be done, and whether something was done long ago."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from hexapla.lang import load
from hexapla.marks.dates import DateMark, dates
from hexapla.testimony.scenes import Scene
from hexapla.witness.model import Span

# What a report tells as news lies back no further than this; before it, a date tells of the past.
RECENT = dt.timedelta(days=21)
_AHEAD = re.compile(r"P(\d+)([MY])")
_MONTH = re.compile(r"--(\d\d)(?:-(\d\d))?")
MONTHS = 12
# So many characters before a date tell how it is meant; what is counted from publication is no longer than so many days.
BEFORE, LONGEST = 22, 366
NEAR = 4
DAYS = {"days": 1, "weeks": 7, "months": 30}


def due(scene: Scene, start: int, end: int, published: dt.date | None, *, strict: bool = False) -> str | None:
    """The date ahead by which a stretch of a scene says something is, ISO 8601 as far as it is known.

    The first that is told as a deadline (*by*, *no later than*), else, if not ``strict``, the first that is not told
    as past (*since*).
    """
    known = _terms(scene.segment.language)
    found: list[tuple[bool, int, str]] = []
    for mark in _dates(scene, start, end, published):
        value = ahead(mark, published)
        led = scene.text[max(start, mark.start - BEFORE) : mark.start].casefold()
        if value is not None and not known.since.search(led) and (not strict or known.until.search(led)):
            found.append((known.until.search(led) is None, mark.start, value))
    if published is not None:
        marks = [Span(m.start - 1, m.end + NEAR) for m in _dates(scene, start, end, published)]
        counted = known.counted(scene.text, start, end, published)
        # "By the end of the month of July" is no end of this month.
        found += [(False, s.start, day) for s, day in counted if not any(m.overlap(s) for m in marks)]
    if found:
        return min(found)[2]
    ends = [c for c in scene.of("grammar", "year_end") if start <= c.start and c.end <= end]
    return f"{published.year}-12-31" if ends and published else None


class Terms(NamedTuple):
    """How a language tells by when (``[terms]`` of its ``testimony.toml``)."""

    until: re.Pattern[str]
    since: re.Pattern[str]
    within: re.Pattern[str]
    month_end: re.Pattern[str]
    numbers: Mapping[str, int]
    days: Mapping[str, int]
    """The days of a unit; of a word that tells the number besides, all of them."""

    def counted(self, text: str, start: int, end: int, published: dt.date) -> Iterator[tuple[Span, str]]:
        """Where a stretch tells a deadline that is counted from publication, and which."""
        part = text[start:end].casefold()
        for hit in self.month_end.finditer(part):
            yield Span(start + hit.start(), start + hit.end() + NEAR), published.isoformat()[:7]
        for hit in self.within.finditer(part):
            number, unit = hit.group("number"), hit.group("unit") or hit.groupdict().get("whole")
            count = int(number) if number and number.isdigit() else self.numbers.get(number or "", 1)
            days = count * self.days[unit or ""]
            if days <= LONGEST:
                day = published + dt.timedelta(days=days)
                yield Span(start + hit.start(), start + hit.end()), day.isoformat()


@cache
def _terms(language: str) -> Terms:
    table = load(language).table("testimony")["terms"]
    spaced = load(language).spaced
    edge = r"\b" if spaced else ""
    units = {unit: DAYS[key] for key in DAYS for unit in table[key]}
    whole = dict(table["whole"])
    counted = rf"(?P<number>\d+|{_any(table['numbers'])})\s*(?P<unit>{_any(units)})"
    if table["within"]:
        alone = rf"|(?:{_any(table['within'])})\s+(?P<whole>{_any(whole)})" if whole else ""
        counted = rf"{edge}(?:(?:{_any(table['within'])})\s+{counted}{alone}){edge}"
    else:
        counted = rf"{counted}(?:{_any(table['inside'])})"
    return Terms(
        re.compile(rf"{edge}(?:{_any(table['until'])}){edge}[^,،;]*$" if table["until"] else "(?!)"),
        re.compile(rf"{edge}(?:{_any(table['since'])}){edge}[^,،;]*$" if table["since"] else "(?!)"),
        re.compile(counted),
        re.compile(rf"{edge}(?:{_any(table['month_end'])}){edge}"),
        dict(table["numbers"]),
        {**units, **whole},
    )


def _any(words: Iterable[str]) -> str:
    """One of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


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
