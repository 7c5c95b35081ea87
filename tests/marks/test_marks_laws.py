"""Laws of numbers and dates: any text is read without error, marks in order, none over another."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.lang import codes, load
from hexapla.marks.dates import dates
from hexapla.marks.numbers import numbers

LANGUAGES = st.sampled_from(codes())
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31))
# The zeros of scripts that the press of our languages, and its neighbours, write digits in.
ZEROS = ("0", "٠", "۰", "०", "০", "０", "๐")
# Slow machines and two cores: a tenth of what is measured on an idle one.
LEAST_SPEED = 60_000


def _words(code: str) -> list[str]:
    """Forms of the language's own tables, so that texts are made that mean something."""

    def strings(value: object) -> list[str]:
        if isinstance(value, str):
            return [value.replace("|", " ")]
        if isinstance(value, dict):
            return [s for v in value.values() for s in strings(v)]
        return [s for v in value for s in strings(v)] if isinstance(value, list) else []

    return [s for name in ("numbers", "dates") for v in load(code).table(name).values() for s in strings(v)]


WORDS = {code: _words(code) for code in codes()}
NOISE = st.sampled_from(
    [" ", "-", "/", ".", ",", "\n", "15", "2023", "3", "1.5", "٣", "%", "x", "و", "和", ":30"]
)


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    code = draw(LANGUAGES)
    parts = draw(st.lists(st.one_of(st.sampled_from(WORDS[code]), NOISE), max_size=14))
    return code, draw(st.sampled_from(["", " "])).join(parts)


def check(code: str, text: str, published: datetime.date | None) -> None:
    found_dates = dates(text, code, published=published)
    found_numbers = numbers(text, code)
    for marks in (found_dates, found_numbers):
        ends = [0, *(m.end for m in marks)]
        assert all(ends[i] <= m.start < m.end <= len(text) for i, m in enumerate(marks))
    assert all(m.value for m in [*found_dates, *found_numbers])
    taken = {i for m in found_dates for i in range(m.start, m.end)}
    assert all(taken.isdisjoint(range(m.start, m.end)) for m in found_numbers)
    assert dates(text, code, published=published) == found_dates


@given(LANGUAGES, st.text(max_size=80), st.none() | DAYS)
def test_any_text(code: str, text: str, published: datetime.date | None) -> None:
    check(code, text, published)


@settings(max_examples=400, deadline=None)
@given(texts(), st.none() | DAYS)
def test_any_text_of_our_words(made: tuple[str, str], published: datetime.date | None) -> None:
    check(*made, published)


@given(LANGUAGES, st.text(max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_any_stretch(code: str, text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    for mark in [*numbers(text, code, start, end), *dates(text, code, start, end)]:
        assert start <= mark.start < mark.end <= end


@given(LANGUAGES, st.integers(2100, 10**12), st.sampled_from(ZEROS))
def test_digits_of_every_script(code: str, number: int, zero: str) -> None:
    written = "".join(chr(ord(zero) + int(d)) for d in str(number))
    assert [m.value for m in numbers(written, code)] == [str(number)]


@given(LANGUAGES, st.integers(1000, 10**12))
def test_grouped_digits(code: str, number: int) -> None:
    for separator in ("\u00a0", "\u202f"):
        assert [m.value for m in numbers(f"{number:,}".replace(",", separator), code)] == [str(number)]


@given(LANGUAGES, DAYS)
def test_iso_dates_round_trip(code: str, day: datetime.date) -> None:
    assert [m.resolved for m in dates(day.isoformat(), code)] == [day.isoformat()]


@given(st.sampled_from([c for c in codes() if load(c).spaced]), DAYS)
def test_named_months_round_trip(code: str, day: datetime.date) -> None:
    month = load(code).table("dates")["cldr"]["months"][str(day.month)][0]
    assert [m.value for m in dates(f"{day.day} {month} {day.year}", code)] == [day.isoformat()]


@pytest.mark.parametrize("code", codes())
def test_speed(code: str) -> None:
    words = WORDS[code]
    text = " ".join(words[i * 7919 % len(words)] for i in range(6000))

    def took(turn: int) -> float:
        # Another text each time: what was read once is kept. The least of several runs, since the machine is shared.
        began = time.process_time()
        numbers(f"{turn} {text}", code)
        return time.process_time() - began

    assert len(text) / min(took(turn) for turn in range(4)) > LEAST_SPEED


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize(
    "unit", ["1", "1,", "+1 ", "\n", "1-", "1/", "million ", "و", "百", "A-", "@1.", "1 000 "]
)
def test_long_runs_take_no_longer(code: str, unit: str) -> None:
    began = time.process_time()
    numbers(unit * 20_000, code)
    assert time.process_time() - began < 4
