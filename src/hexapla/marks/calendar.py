"""Days told from other days: a weekday, a day without its year, a Hijri date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

MONTHS = 12
WEEK = 7
ISO = re.compile(r"(?P<year>\d{4}|-)(?:-(?P<month>\d\d|-)(?:-?(?P<day>\d\d))?)?")
_DURATION = re.compile(r"(-?)P(\d+)D")


def day(year: int, month: int, number: int) -> datetime.date | None:
    """That day, or None if the calendar has none."""
    try:
        return datetime.date(year, month, number)
    except ValueError:
        return None


def _nearest(candidates: Iterable[datetime.date | None], published: datetime.date) -> str | None:
    """The candidate nearest to publication; of two as near, the past one: reports tell what was."""
    days = [c for c in candidates if c is not None]
    if not days:
        return None
    return min(days, key=lambda c: (abs((c - published).days), c > published)).isoformat()


def without_year(month: int, number: int, published: datetime.date) -> str | None:
    """15 March: of the year that brings it nearest."""
    return _nearest((day(published.year + n, month, number) for n in (-1, 0, 1)), published)


def without_month(number: int, published: datetime.date) -> str | None:
    """The 15th: of the month that brings it nearest."""
    months = (published.year * MONTHS + published.month - 1 + n for n in (-1, 0, 1))
    return _nearest((day(m // MONTHS, m % MONTHS + 1, number) for m in months), published)


def weekday(number: int, direction: str, published: datetime.date) -> str | None:
    """The day of that ISO weekday: the last one up to publication, or the coming one if told (``>``).

    A direction that is a number names the week, counted from that of publication.
    """
    ago = (published.isoweekday() - number) % WEEK
    if direction == "<" and ago == 0:
        ago = WEEK
    days = WEEK - ago if direction == ">" else -ago
    if direction[-1:].isdecimal():
        days = int(direction) * WEEK + number - published.isoweekday()
    try:
        return (published + datetime.timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def relative(duration: str, published: datetime.date) -> str | None:
    """The day that is so many days from publication; None for weeks, months and years: no one day."""
    found = _DURATION.fullmatch(duration)
    if found is None:
        return None
    days = int(found.group(2)) * (-1 if found.group(1) else 1)
    try:
        return (published + datetime.timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def hijri(year: int, month: int, number: int) -> datetime.date | None:
    """The Gregorian day of a Hijri date (Umm al-Qura calendar), or None if it has none."""
    from hijridate import Hijri  # only for texts with such a date

    try:
        return Hijri(year, month, number).to_gregorian()
    except (ValueError, OverflowError):
        return None


def hijri_near(month: int, number: int, published: datetime.date) -> str | None:
    """A Hijri day without its year: of the year that brings it nearest."""
    from hijridate import Gregorian

    try:
        year = Gregorian.fromdate(published).to_hijri().year
    except (ValueError, OverflowError):
        return None
    return _nearest((hijri(year + n, month, number) for n in (-1, 0, 1)), published)


def hijri_span(year: int, month: int | None = None) -> str | None:
    """The Gregorian days of a Hijri month or year, as an ISO interval."""
    first = hijri(year, month or 1, 1)
    ends_year = month is None or month == MONTHS
    following = hijri(year + 1, 1, 1) if ends_year else hijri(year, (month or 0) + 1, 1)
    if first is None or following is None:
        return None
    return f"{first.isoformat()}/{(following - datetime.timedelta(days=1)).isoformat()}"


def same_date(a: str, b: str) -> bool:
    """Whether two ISO values may be one date: what both know is the same, and something is.

    >>> same_date("2031-05-14", "--05-14"), same_date("2031-05", "2032-05"), same_date("2031", "--05")
    (True, False, False)
    """
    if a == b:
        return True
    one, other = ISO.fullmatch(a), ISO.fullmatch(b)
    if not one or not other:
        return False
    known = [(one[f], other[f]) for f in ("year", "month", "day") if _digits(one[f]) and _digits(other[f])]
    return bool(known) and all(x == y for x, y in known)


def _digits(field: str | None) -> bool:
    return field is not None and field.isdigit()
