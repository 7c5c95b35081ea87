"""By when something is to be done."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.testimony.told import one

from hexapla.marks.dates import DateMark
from hexapla.testimony.deadlines import ahead

PUBLISHED = dt.date(2031, 5, 14)


@pytest.mark.parametrize(
    ("value", "resolved", "kind", "told"),
    [
        ("2031-06-30", "2031-06-30", "date", "2031-06-30"),
        ("--07-01", "2031-07-01", "date", "2031-07-01"),
        ("--03-01", "2031-03-01", "date", "2032-03-01"),  # what is to be done lies ahead
        ("--06", None, "month", "2031-06"),
        ("--02", None, "month", "2032-02"),
        ("P1M", None, "relative", "2031-06"),
        ("P8M", None, "relative", "2032-01"),
        ("P1Y", None, "relative", "2032"),
        ("2033", None, "year", "2033"),
        ("2031", None, "year", "2031"),
        ("2029", None, "year", None),
        ("-P1M", None, "relative", None),
        ("W5", "2031-05-09", "weekday", "2031-05-16"),
        ("T14:30", None, "time", None),
    ],
)
def test_ahead(value, resolved, kind, told):
    assert ahead(DateMark(0, 1, value, resolved, kind), PUBLISHED) == told


def test_without_a_day_of_publication():
    assert ahead(DateMark(0, 1, "2033", None, "year"), None) == "2033"
    assert ahead(DateMark(0, 1, "--06", None, "month"), None) is None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The two sides agreed to lift the visas by the end of the year."),
        ("fr", "Les deux parties ont convenu de supprimer les visas d'ici la fin de l'année."),
        ("es", "Ambas partes acordaron suprimir los visados antes de fin de año."),
        ("ru", "Стороны договорились отменить визы до конца года."),
        ("ar", "واتفق الجانبان على إلغاء التأشيرات قبل نهاية العام."),
        ("zh", "双方商定今年年底前取消签证。"),
    ],
)
def test_the_end_of_the_year(language, sentence):
    (found,) = one(sentence, language).agreements
    assert found.due in ("2031-12-31", "2031")


def test_what_was_agreed_long_ago_is_no_news():
    assert one("In 2029 the two sides agreed to lift the visas.", "en").agreements == ()
