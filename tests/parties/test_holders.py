"""Who held an office on a day: tables, and laws over any day."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.parties import load
from hexapla.parties.model import RECORD_BEGINS

DAYS = st.dates(datetime.date(2005, 1, 1), datetime.date(2035, 12, 31))
OFFICES = st.sampled_from(["president", "foreign-minister", "prime-minister", "speaker"])


def people(tenures):
    return [tenure.person for tenure in tenures]


@pytest.mark.parametrize(
    ("office", "day", "holders"),
    [
        ("president", "2020-05-15", []),  # in May he entered, on which day nobody says
        ("president", "2020-05-31", ["charles-kinbote"]),
        ("president", "2021-07-01", ["charles-kinbote"]),
        ("president", "2022-03-01", ["charles-kinbote", "jakob-gradus"]),  # the day of the handover
        ("president", "2022-03-02", ["jakob-gradus"]),
        ("president", "2024-12-31", ["jakob-gradus"]),  # open: held still on as_of
        ("president", "2025-01-01", []),  # after it unknown, never "still"
        ("foreign-minister", "2010-12-31", []),  # the record begins in 2011
        ("foreign-minister", "2011-01-01", ["sylvia-odon"]),
        ("foreign-minister", "2016-07-01", []),  # in 2016 she left, on which day nobody says
        ("foreign-minister", "2019-04-01", ["sylvia-odon"]),
        ("foreign-minister", "2020-01-01", []),
        ("prime-minister", "2023-06-01", ["charles-kinbote", "sylvia-odon"]),  # both claim it
        ("speaker", "2021-07-01", []),
        ("no-such-office", "2021-07-01", []),
    ],
)
def test_holders_on_a_day(zembla, office, day, holders):
    assert people(zembla.holders(office, "ZZ", datetime.date.fromisoformat(day))) == holders


@pytest.mark.parametrize(
    ("office", "day", "candidates"),
    [
        ("president", "2020-05-15", ["charles-kinbote"]),
        ("foreign-minister", "2016-07-01", ["sylvia-odon"]),
        ("president", "2025-01-01", []),
        ("president", None, ["charles-kinbote", "jakob-gradus"]),
        ("speaker", None, []),
    ],
)
def test_candidates(zembla, office, day, candidates):
    on = datetime.date.fromisoformat(day) if day else None
    assert people(zembla.candidates(office, "ZZ", on)) == candidates


def test_status_is_told(zembla):
    day = datetime.date(2019, 4, 1)
    assert [t.status for t in zembla.holders("foreign-minister", "ZZ", day)] == ["acting"]


def test_a_word_for_several_offices_is_answered_by_the_likeliest(zembla):
    day = datetime.date(2023, 6, 1)
    assert people(zembla.answering("leader", "ZZ", day)) == ["jakob-gradus"]
    assert people(zembla.answering("head-of-state", "ZZ", day)) == ["jakob-gradus"]
    assert zembla.answering("leader", "ZZ", datetime.date(2030, 1, 1)) == ()
    assert zembla.answering("no-such-office", "ZZ", day) == ()


def test_offices_of_a_person(zembla):
    found = zembla.offices_of("jakob-gradus", datetime.date(2022, 6, 1))
    assert [(t.office, t.of) for t in found] == [("president", "ZZ")]
    assert len(zembla.offices_of("jakob-gradus")) == 2
    assert zembla.offices_of("nobody") == ()


def test_unknown_parties_hold_nothing(zembla):
    assert zembla.holders("president", "QQ", datetime.date(2020, 1, 1)) == ()
    with pytest.raises(KeyError):
        zembla.party("QQ")


@given(OFFICES, DAYS)
def test_after_as_of_nothing_is_known(zembla, office, day):
    as_of = zembla.party("ZZ").as_of
    if day > as_of:
        assert zembla.holders(office, "ZZ", day) == zembla.candidates(office, "ZZ", day) == ()


@given(OFFICES, DAYS)
def test_a_holder_is_a_candidate_and_knows_it(zembla, office, day):
    for tenure in zembla.holders(office, "ZZ", day):
        assert tenure.office == office
        assert tenure.held(day) and tenure.possible(day)
        assert tenure in zembla.candidates(office, "ZZ", day)
        assert tenure in zembla.offices_of(tenure.person, day)


@given(OFFICES, DAYS)
def test_whoever_held_it_before_and_after_held_it_between(zembla, office, day):
    """A tenure has no holes."""
    for tenure in zembla.candidates(office, "ZZ"):
        start, end = tenure.start or RECORD_BEGINS, tenure.end or zembla.party("ZZ").as_of
        assert (tenure in zembla.holders(office, "ZZ", day)) == (start <= day <= end)


@given(DAYS)
def test_asking_twice_gives_the_same(day):
    parties = load("")
    for party in ("SY", "united-nations"):
        assert parties.holders("president", party, day) == parties.holders("president", party, day)
