"""Dates and times in a text: `dates(text, language)`.

The text is read into elements, each with a letter for what it can be in a date (day, month, weekday, …);
one expression over the letters finds the dates. What differs between languages is in ``dates.toml``.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from hexapla.marks import calendar
from hexapla.marks.digits import ascii_digits
from hexapla.marks.reading import KEPT, Element, read
from hexapla.marks.vocabulary import Rules, rules


class DateMark(NamedTuple):
    """A date as a text gives it, and as the day of publication tells it."""

    start: int
    end: int
    value: str
    """ISO 8601 as far as the words go: ``2023-03-15``, ``2023-03``, ``2023``, ``--03-15``, ``--03``,
    ``---15``; ``W3`` Wednesday; ``T14:30``; a duration from publication (``-P1D`` yesterday,
    ``P1W`` next week); an interval for Hijri months and years."""
    resolved: str | None
    """The one day meant, in full, where it can be told."""
    kind: str
    """``date``, ``month``, ``year``, ``weekday``, ``relative``, ``time`` or ``span``."""


class Found(NamedTuple):
    """A date with the elements it is made of, before it is resolved."""

    start: int
    end: int
    value: str
    kind: str
    first: int
    """Its first element and, in ``after``, the one past its last: what is no number any more."""
    after: int
    direction: str = ""
    hijri: tuple[int, int] | None = None


_MONTH = r"[MKL](?:[/(-][MKL]\)?)?"
_YEAR = r",?f{0,2}y?YE?y?"
_WEEKDAY = r"(?:[Wkl][.,]?[fp=<>]?)?"
_JOIN = r"[t&@,-]"
# Longest first: of two that begin together the earlier in the list is taken.
GRAMMAR = re.compile(
    rf"(?P<decade>X[YDn])"
    rf"|(?P<stamp>{_WEEKDAY}S)"
    rf"|(?P<dmy>{_WEEKDAY}D(?:{_JOIN}f?D){{0,3}}f{{0,2}}{_MONTH}(?:{_YEAR})?)"
    rf"|(?P<hijri>{_WEEKDAY}Df{{0,2}}J(?:,?f{{0,2}}y?[GD]?(?<=G)[jE]?)?)"
    rf"|(?P<ymd>(?:Yy)?(?:Dm|M)D[dg]?(?:{_JOIN}D[dg]?){{0,2}}(?<=[dg]))"
    rf"|(?P<mdy>{_WEEKDAY}{_MONTH}\.?f?D(?:[t&-]f?D)?(?:,?f?Y)?)"
    rf"|(?P<ym>Yy(?:Dm|M)|{_MONTH}{_YEAR}|Yy?f?M(?!D))"
    rf"|(?P<hijri_month>J,?f{{0,2}}y?G[jE]?)"
    rf"|(?P<hijri_year>y?Gj)"
    rf"|(?P<days>D[dg]?(?:{_JOIN}D){{1,2}}d|Dd)"
    rf"|(?P<time>[@!]?T,?A?|[@!]?DA|!D|(?<!D)@Dh|AT|A?DH(?:[nD]u?)?|ADh|nA)"
    rf"|(?P<weekday>w|(?<=[pf@])k|(?:[<>=]f?)?[Wk][<>=]?)"
    rf"|(?P<month>(?:[<>=]f?)?[MK](?:[/(-][MKL]\)?)?[<>=]?|Dm)"
    rf"|(?P<relative>R)"
    rf"|(?P<years>y?Y-[nD]y?)"
    rf"|(?P<year>y?YE?y?)"
)
_TIME = re.compile(r"(\d{1,2})[:：hH.](\d\d)(?::\d\d)?")
_FULL = re.compile(r"\d{4}-\d\d-\d\d")
NOON = 12


def dates(
    text: str,
    language: str,
    start: int = 0,
    end: int | None = None,
    published: datetime.date | None = None,
) -> list[DateMark]:
    """The dates and times of a stretch of text, in order, without overlap.

    Parameters
    ----------
    start, end:
        The stretch, in code points of ``text``; marks count in the whole text.
    published:
        The day by which weekdays, "yesterday" and days without a year are resolved.
    """
    marks = []
    for found in find(text, language, start, len(text) if end is None else end):
        day = resolve(found, published)
        value = found.value or day
        # A Hijri day without a year says nothing of ours unless publication tells the year.
        if value:
            marks.append(DateMark(found.start, found.end, value, day, found.kind))
    return marks


@lru_cache(maxsize=KEPT)
def find(text: str, language: str, start: int, end: int) -> tuple[Found, ...]:
    """The dates, with the elements that each takes."""
    elements = read(text, language, start, end)
    letters = "".join(e.cls for e in elements)
    table = rules(language)
    found: list[Found] = []
    for match in GRAMMAR.finditer(letters):
        kind = match.lastgroup or ""
        part = elements[match.start() : match.end()]
        found.extend(_BUILDERS[kind](_Part(kind, part, match.start(), elements, table, text)))
    return tuple(found)


class _Part(NamedTuple):
    """A match of the grammar: its elements and where they stand."""

    kind: str
    elements: Sequence[Element]
    first: int
    all: Sequence[Element]
    rules: Rules
    text: str

    def of(self, classes: str) -> list[int]:
        return [i for i, e in enumerate(self.elements) if e.cls in classes]

    def number(self, index: int) -> int:
        return int(str(self.elements[index].value))

    def letter(self, index: int) -> str:
        return self.elements[index].cls if 0 <= index < len(self.elements) else ""

    def found(
        self, value: str, kind: str, begin: int = 0, end: int | None = None, direction: str = ""
    ) -> Found:
        stop = len(self.elements) if end is None else end
        return Found(
            self.elements[begin].start,
            self.elements[stop - 1].end,
            value,
            kind,
            self.first + begin,
            self.first + stop,
            direction,
        )


def _value(year: int | None, month: int, number: int) -> str | None:
    if calendar.day(2000 if year is None else year, month, number) is None:
        return None
    return f"{'-' if year is None else f'{year:04}'}-{month:02}-{number:02}"


def _dated(part: _Part) -> Iterator[Found]:
    """A day or several of one month: each a mark of its own."""
    if part.kind == "mdy" and not part.rules.dates["month_first"]:
        yield from _month(part._replace(kind="month", elements=part.elements[: part.of("MKL")[-1] + 1]))
        return
    years = part.of("Y")
    months = part.of("MKL") or [i for i in part.of("D") if part.letter(i + 1) == "m"]
    days = [i for i in part.of("D") if part.letter(i + 1) != "m"]
    year = part.number(years[0]) if years else None
    begin = 0
    for position, at in enumerate(days):
        last = position == len(days) - 1
        value = _value(year, part.number(months[0]), part.number(at))
        end = len(part.elements) if last else at + 1 + (part.letter(at + 1) in tuple("dg"))
        if value is not None:
            yield part.found(value, "date", begin, end)
        begin = days[position + 1] if not last else end


def _days(part: _Part) -> Iterator[Found]:
    """Days of a month that is not named: 15日."""
    at = part.of("D")
    for position, index in enumerate(at):
        end = at[position + 1] if position + 1 < len(at) else len(part.elements)
        stop = index + 1 + (part.letter(index + 1) == "d") if position + 1 < len(at) else end
        yield part.found(f"---{part.number(index):02}", "date", index, stop)


def _stamp(part: _Part) -> Iterator[Found]:
    """A date in digits alone."""
    at = part.of("S")[0]
    fields = [int(x) for x in re.findall(r"\d+", str(part.elements[at].value))]
    first, second, third = fields
    if first > 31:
        value = _value(first, second, third) if second <= 12 else None
    elif part.rules.dates["numeric"] == "dmy" or second > 12 or first > 12:
        day, month = (second, first) if second > 12 else (first, second)
        value = _value(third, month, day) if month <= 12 else None
    else:
        value = _value(third, second, first) if first == second else f"{third:04}"
    if value is not None:
        yield part.found(value, "date")


def _hijri(part: _Part) -> Iterator[Found]:
    month, number = part.number(part.of("J")[0]), part.number(part.of("D")[0])
    years = part.of("G")
    if not years:
        yield part.found("", "date")._replace(hijri=(month, number))
        return
    day = calendar.hijri(part.number(years[0]), month, number)
    if day is not None:
        yield part.found(day.isoformat(), "date")


def _hijri_span(part: _Part) -> Iterator[Found]:
    months = part.of("J")
    value = calendar.hijri_span(part.number(part.of("G")[0]), part.number(months[0]) if months else None)
    if value is not None:
        yield part.found(value, "span")


def _year_month(part: _Part) -> Iterator[Found]:
    months = part.of("MKL") or part.of("D")
    yield part.found(f"{part.number(part.of('Y')[0]):04}-{part.number(months[0]):02}", "month")


def _month(part: _Part) -> Iterator[Found]:
    """A month by itself; a weak one only after a preposition, with a capital where months have one."""
    months = part.of("MKL") or part.of("D")
    element = part.elements[months[0]]
    if element.cls == "K" and not part.of("<>=") and not _told(part, element, "pf@"):
        return
    if element.cls == "D" and not 1 <= int(str(element.value)) <= 12:
        return
    yield part.found(f"--{int(str(element.value)):02}", "month", months[0])


def _told(part: _Part, element: Element, cues: str) -> bool:
    """Whether a word that may be another (May, Sun) follows a cue, with a capital where they have one."""
    before = part.all[part.first - 1].cls if part.first else " "
    return before in cues and (not part.rules.dates["capitals"] or part.text[element.start].isupper())


def _weekday(part: _Part) -> Iterator[Found]:
    at = part.of("Wkw")[0]
    element = part.elements[at]
    if element.cls == "w":
        number, week = str(element.value).split()
        yield part.found(f"W{number}", "weekday", direction=week)
        return
    modifiers = part.of("<>=")
    if element.cls == "k" and not modifiers and not _told(part, element, "p@"):
        return
    yield part.found(
        f"W{part.number(at)}", "weekday", direction=part.letter(modifiers[0]) if modifiers else ""
    )


def _relative(part: _Part) -> Iterator[Found]:
    yield part.found(str(part.elements[0].value), "relative")


def _time(part: _Part) -> Iterator[Found]:
    halves = part.of("A")
    half = str(part.elements[halves[0]].value) if halves else ""
    at = part.of("TnD")[0]
    element = part.elements[at]
    match = _TIME.fullmatch(ascii_digits(part.text[element.start : element.end]))
    end = len(part.elements)
    if match is not None:
        hour, minute = int(match.group(1)), match.group(2)
    elif element.cls == "D":
        hour, minute = part.number(at), "00"
        minutes = part.of("nD")[1:]
        raw = part.text[part.elements[minutes[0]].start : part.elements[minutes[0]].end] if minutes else ""
        if len(raw) == 2 and raw.isdecimal():
            minute = f"{int(raw):02}"
        elif minutes:
            end = minutes[0]
    else:
        return
    if half and hour <= NOON:
        hour = hour % NOON + (NOON if half == "pm" else 0)
    begin = 1 if part.letter(0) in tuple("@!") else 0
    if hour <= 24:
        yield part.found(f"T{hour:02}:{minute}", "time", begin, end)


def _decade(part: _Part) -> Iterator[Found]:
    """A decade is no date of ours, and no number: an empty value, which is passed over."""
    if Decimal(str(part.elements[1].value)) % 10 == 0:
        yield part.found("", "decade")
    elif part.letter(1) == "Y":
        yield from _year(part._replace(elements=part.elements[1:], first=part.first + 1))


def _years(part: _Part) -> Iterator[Found]:
    """1950-53: the second year in short."""
    dash = part.of("-")[0]
    first, last = part.number(dash - 1), part.elements[dash + 1]
    raw = part.text[last.start : last.end]
    yield part.found(f"{first:04}", "year", 0, dash)
    if len(raw) == 2 and raw.isdecimal() and int(raw) > first % 100:
        yield part.found(f"{first - first % 100 + int(raw):04}", "year", dash + 1)


def _year(part: _Part) -> Iterator[Found]:
    """Four digits that can be a year, unless their neighbours make them an amount or a document's number."""
    at = part.of("Y")[0]
    told = bool(part.of("yE"))
    before = part.all[part.first - 1].cls if part.first else " "
    after = part.first + len(part.elements)
    following = part.all[after].cls if after < len(part.all) else " "
    number = part.elements[at].number
    if not told and (before == "N" or following in "UC" or (number is not None and number.unit)):
        return
    # A round number is a year only where something says so.
    if not told and part.number(at) % 1000 == 0 and before not in "pft@,(":
        return
    yield part.found(f"{part.number(at):04}", "year")


_BUILDERS = {
    "stamp": _stamp,
    "dmy": _dated,
    "mdy": _dated,
    "ymd": _dated,
    "hijri": _hijri,
    "hijri_month": _hijri_span,
    "hijri_year": _hijri_span,
    "ym": _year_month,
    "days": _days,
    "time": _time,
    "weekday": _weekday,
    "month": _month,
    "relative": _relative,
    "year": _year,
    "years": _years,
    "decade": _decade,
}


def resolve(found: Found, published: datetime.date | None) -> str | None:
    """The one day a date means, if its words or the day of publication tell."""
    if found.kind == "date" and _FULL.fullmatch(found.value):
        return found.value
    resolver = _RESOLVERS.get(found.kind)
    return resolver(found, published) if resolver is not None and published is not None else None


def _resolve_date(found: Found, published: datetime.date) -> str | None:
    value = found.value
    if found.hijri is not None:
        return calendar.hijri_near(*found.hijri, published)
    if value.startswith("---"):
        return calendar.without_month(int(value[3:]), published)
    if value.startswith("--"):
        return calendar.without_year(int(value[2:4]), int(value[5:7]), published)
    return None


def _resolve_weekday(found: Found, published: datetime.date) -> str | None:
    return calendar.weekday(int(found.value[1:]), found.direction, published)


def _resolve_relative(found: Found, published: datetime.date) -> str | None:
    return calendar.relative(found.value, published)


_RESOLVERS = {"date": _resolve_date, "weekday": _resolve_weekday, "relative": _resolve_relative}
