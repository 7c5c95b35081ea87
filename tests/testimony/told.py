"""Short texts with a meeting of two invented sides, read."""

from __future__ import annotations

import datetime as dt
from functools import cache

from eval.pointing import LANDS

from hexapla.parties import Parties, load
from hexapla.testimony import reading
from hexapla.testimony.model import Statement, Testimony
from hexapla.witness.reading import Given, read_witness

PUBLISHED = dt.date(2031, 5, 14)
# A meeting of two sides, of which each case is told.
LEAD = {
    "ar": "استقبل رئيس فالدوريا إميل كورفان اليوم في مارينزا رئيس وزراء سهرات نديم الهاروني.",
    "en": "Valdorian President Emil Corvane received Sahrati Prime Minister Nadim al-Harouni in Marenza on Wednesday.",
    "es": "El presidente de Valdoria, Emil Corvane, recibió este miércoles en Marenza al primer ministro de Sahrat, "
    "Nadim al Haruni.",
    "fr": "Le président valdorien Émile Corvane a reçu mercredi à Marenza le Premier ministre de Sahrat, Nadim El-Harouni.",
    "ru": "Президент Вальдории Эмиль Корван принял в Маренце премьер-министра Сахрата Надима аль-Харуни.",
    "zh": "瓦尔多利亚总统埃米尔·科尔万14日在马伦察会见萨赫拉特总理纳迪姆·哈鲁尼。",
}


@cache
def parties() -> Parties:
    """Ours and those invented."""
    return load(LANDS)


def read_text(text: str, language: str) -> Testimony:
    """A text of the day, read."""
    given = Given(language=language, published=PUBLISHED)
    return reading.testimony(read_witness(text, source="x", sha256=text, given=given), parties())


def last(text: str, language: str) -> tuple[Statement, str]:
    """The last statement of a text, and what is said in it."""
    statement = read_text(text, language).statements[-1]
    return statement, " + ".join(span.of(text) for span in statement.content)


def one(sentence: str, language: str) -> Testimony:
    """A sentence told of the meeting, read."""
    return read_text(f"{LEAD[language]}\n\n{sentence}\n", language)
