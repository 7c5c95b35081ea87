"""Testimonies of single witnesses, made by hand over :mod:`texts`."""

from __future__ import annotations

import datetime as dt

import texts
from drafting import witness
from records import LABELS

from hexapla.marks.mentions.model import Person
from hexapla.testimony.model import Agreement, Meeting, Participant, Source, Statement, Testimony, Topic
from hexapla.witness.model import Span


def testimonies() -> dict[str, Testimony]:
    """What the English and the Arabic version of :func:`editions.meeting` say by themselves."""
    return {"A": _english(), "C": _arabic()}


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _english() -> Testimony:
    made, _ = witness(texts.ENGLISH, "en", outlet="KNA", published=dt.date(2031, 5, 13))
    text = made.text
    velosh = Participant("darin-velosh", None, "president", "XK", _span(text, "Darin Velosh"), "host")
    haddun = Participant("samir-haddun", None, "foreign-minister", "XT", _span(text, "Samir Haddun"), "guest")
    visit = Meeting(
        1, "visit", (velosh, haddun), (_span(text, "received the Foreign Minister"),), 0.9, (), "Lorvik",
        "2031-05-13", host="XK", guest="XT",
    )  # fmt: skip
    meal = Meeting(
        2, "meal", (), (_span(text, "A working dinner"),), 0.7, parent=1, relation="within", planned=False
    )
    demand = Statement(
        1, ("darin-velosh",), "reported", (_span(text, texts.ENGLISH[5][2]),),
        (_span(text, "the withdrawal of the illegal outposts"),), "demand", "demanded",
        _span(text, "demanded"), 4, "asks", 0.9, 1, (), ("borders",), "political", ("XT",),
        (Source("Radio Lorvik", "a source in Lorvik"),), ("future",),
    )  # fmt: skip
    inner = _span(text, "We shall sign nothing before the last outpost is gone,")
    refusal = Statement(
        2, (), "direct", (_span(text, texts.ENGLISH[6][2]),), (inner,), "say", "said", _span(text, "said"),
        1, "opposes", 0.8, None, (inner,), (), None, (), (), ("negated",),
    )  # fmt: skip
    agreed = Agreement(
        1, ("XK", "XT"), "agreed", "agrees", (_span(text, "agreed that a joint"),),
        (_span(text, "a joint committee would meet on 3 June"),), 0.9, due="2031-06-03", meeting=1,
        issues=("water",),
    )  # fmt: skip
    topic = Topic(("water",), (_span(text, "reviewed how the waters of the Ansa river are shared"),), 1)
    people = (_person("darin-velosh", "Darin Velosh"), _person("samir-haddun", "Samir Haddun"))
    return Testimony(made, people, (visit, meal), (demand, refusal), (topic,), (agreed,), LABELS)


def _person(name: str, label: str) -> Person:
    return Person(name, True, {"en": (label,)}, (), {}, 0.9, label=label)


def _arabic() -> Testimony:
    made, _ = witness(texts.ARABIC, "ar", outlet="وكالة كارفينيا", published=dt.date(2031, 5, 13))
    text = made.text
    content = _span(text, "الحصار المفروض على قرى الضفة الغربية من النهر")
    condemned = Statement(
        1, ("darin-velosh",), "reported", (_span(text, texts.ARABIC[6][2]),), (content,), "condemn",
        "وأدان", _span(text, "وأدان"), 5, "opposes", 0.9, None, (), ("humanitarian-aid",), "humanitarian",
    )  # fmt: skip
    return Testimony(made, (), (), (condemned,), labels=LABELS)
