"""Days, months and years, and what is none."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.parties.dates import bounds


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2020-11-22", "2020-11-22", "2020-11-22"),
        ("2020-11", "2020-11-01", "2020-11-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2020", "2020-01-01", "2020-12-31"),
    ],
)
def test_bounds(written, first, last):
    assert bounds(written) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@pytest.mark.parametrize(
    "written",
    [
        "",
        "20",
        "2020-",
        "2020-13",
        "2020-00",
        "2020-02-30",
        "2020-02-00",
        "0000",
        "22.11.2020",
        "2020-1-2",
        "now",
    ],
)
def test_no_date(written):
    with pytest.raises(ValueError):
        bounds(written)


@given(st.dates())
def test_a_day_lies_within_its_month_and_year(day):
    written = day.isoformat()
    for part in (written, written[:7], written[:4]):
        first, last = bounds(part)
        assert first <= day <= last
