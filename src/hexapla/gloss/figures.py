"""Numbers and dates as the reader's language writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from hexapla.gloss.habits import habits
from hexapla.lang import load
from hexapla.marks.dates import DateMark
from hexapla.marks.numbers import NumberMark

_DATE = re.compile(r"(?P<year>\d{4}|-)(?:-(?P<month>\d\d|-)(?:-?(?P<day>\d\d))?)?")
# A number of thousands is written out; one of millions takes a word, if few digits stand before it.
MOST_DIGITS_BEFORE_SCALE = 5
LARGEST_DENOMINATOR = 10


def number(mark: NumberMark, into: str) -> str:
    """A number in digits, with the reader's separators and words for millions."""
    table = habits(into).flag("numbers")
    try:
        value = Decimal(mark.value)
    except InvalidOperation:
        return mark.value
    if mark.kind == "ordinal":
        return _ordinal(mark.value, table)
    if mark.kind == "fraction":
        ratio = Fraction(value).limit_denominator(LARGEST_DENOMINATOR)
        return f"{ratio.numerator}/{ratio.denominator}" if ratio.denominator > 1 else str(ratio)
    text = _amount(value, table, str(load(into).table("numbers")["decimal"]))
    return str(table["percent"]).format(text) if mark.kind == "percent" else text


def _ordinal(digits: str, table: Mapping[str, Any]) -> str:
    for pattern, instead in table["ordinal"]:
        if re.search(pattern, digits):
            return re.sub(pattern, instead, digits, count=1)
    return digits


def _amount(value: Decimal, table: Mapping[str, Any], decimal: str) -> str:
    for scale, word in table["scales"]:
        small = value / scale
        if abs(small) >= 1 and len(f"{small.normalize():f}".replace(".", "")) <= MOST_DIGITS_BEFORE_SCALE:
            return f"{_grouped(small, str(table['group']), decimal)} {word}"
    return _grouped(value, str(table["group"]), decimal)


def _grouped(value: Decimal, group: str, decimal: str) -> str:
    text = f"{value.normalize():f}"
    whole, point, rest = text.partition(".")
    # Four digits are as often a year or a number of something: they are left together.
    digits = whole.lstrip("-")
    if len(digits) > 4:
        whole = whole[: len(whole) - len(digits)] + f"{int(digits):,}".replace(",", group)
    return whole + (decimal + rest if point else "")


def date(mark: DateMark, into: str) -> str:
    """A date, weekday, time or "yesterday" in the reader's language; empty where there is no way to say it."""
    if mark.kind == "time":
        return mark.value.removeprefix("T")
    if mark.kind == "weekday":
        return _named("weekdays", mark.value[1:], into, 0)
    if mark.kind == "relative":
        said = load(into).table("dates")["relative"].get(mark.value, ())
        plain = next((word for word in said if "|" not in word), "")
        return plain or (_day(mark.resolved, into) if mark.resolved else "")
    return _day(mark.value, into)


def also(mark: DateMark, into: str) -> tuple[str, ...]:
    """The day meant, where the words do not name it."""
    if not mark.resolved or mark.resolved == mark.value:
        return ()
    return (_day(mark.resolved, into),)


def _day(value: str, into: str) -> str:
    found = _DATE.fullmatch(value)
    if not found:
        return value.replace("/", " – ")
    year, month, day = (found[f] if found[f] and found[f] != "-" else "" for f in ("year", "month", "day"))
    parts = [name for name, part in (("day", day), ("month", month), ("year", year)) if part]
    table = habits(into).flag("dates")
    pattern = table.get("_".join(parts))
    if pattern is None:
        return year or value
    number = str(int(month)) if month else ""
    return str(pattern).format(
        day=int(day) if day else "",
        month=_named("months", number, into, table["month_form"]) if number else "",
        nominative=_named("months", number, into, table.get("nominative_form", 0)) if number else "",
        m=number,
        year=year,
    )


def _named(what: str, number: str, into: str, form: int) -> str:
    """A month or weekday by its number."""
    names = load(into).table("dates")["cldr"][what].get(number, ())
    return str(names[form] if form < len(names) else names[0]) if names else number
