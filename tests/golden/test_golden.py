"""The first sample meeting against what a careful reader finds in it, as it comes and damaged."""

from __future__ import annotations

import textwrap
import tomllib
from collections.abc import Callable
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from hexapla.apparatus.model import Entry
from hexapla.edition.desk import edition
from hexapla.edition.model import Edition
from reports import SAMPLES, witness

GOLDEN: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "2031-05-talks.toml").read_text(encoding="utf-8")
)
LANGUAGES: list[str] = GOLDEN["languages"]
DIFFERENCES: list[dict[str, Any]] = GOLDEN["difference"]
# From this confidence on a wrong entry is not to be excused.
SURE = 0.8

ABOVE = {
    "ar": "الرئيسية\n\nأخبار\n\nفيديو\n\nاتصل بنا\n\n",
    "en": "Home\n\nNews\n\nVideo\n\nContact us\n\n",
    "fr": "Accueil\n\nActualités\n\nVidéos\n\nNous contacter\n\n",
    "ru": "Главная\n\nНовости\n\nВидео\n\nКонтакты\n\n",
}
BELOW = {
    "ar": "\n\nاشترك في نشرتنا الإخبارية\n\nجميع الحقوق محفوظة © 2031\n",
    "en": "\n\nSubscribe to our newsletter\n\n© 2031 All rights reserved\n",
    "fr": "\n\nAbonnez-vous à notre newsletter\n\n© 2031 Tous droits réservés\n",
    "ru": "\n\nПодпишитесь на нашу рассылку\n\n© 2031 Все права защищены\n",
}


def wrapped(text: str, _: str) -> str:
    """Every paragraph broken into lines of 72, as in a mail."""
    return "\n\n".join(textwrap.fill(part, 72, break_on_hyphens=False) for part in text.split("\n\n"))


DAMAGES: dict[str, Callable[[str, str], str]] = {
    "as it comes": lambda text, _: text,
    "Windows line ends": lambda text, _: text.replace("\n", "\r\n"),
    "one line end between paragraphs": lambda text, _: text.replace("\n\n", "\n"),
    "five line ends between paragraphs": lambda text, _: text.replace("\n\n", "\n \n\t\n\n\n"),
    "hard-wrapped": wrapped,
    "indented": lambda text, _: "\n".join(f"    {line}  " if line else line for line in text.split("\n")),
    "no-break spaces": lambda text, _: text.replace(" ", "\u00a0"),
    "more furniture": lambda text, language: ABOVE[language] + text + BELOW[language],
}


@cache
def made(damage: str, order: tuple[str, ...] = tuple(LANGUAGES)) -> Edition:
    texts = {
        language: (SAMPLES / f"2031-05-talks-{language}.txt").read_text(encoding="utf-8")
        for language in order
    }
    return edition([witness(DAMAGES[damage](texts[lang], lang), lang, lang) for lang in order])


def said(one: Edition, entry: Entry) -> dict[str, str]:
    """The words of an entry by language, white space evened out."""
    return {
        one.collation.witnesses[siglum].language: " ".join(
            " ".join(span.of(one.collation.witnesses[siglum].text) for span in spans).split()
        )
        for reading in entry.readings
        for siglum, spans in reading.spans.items()
    }


def fits(one: Edition, entry: Entry, gold: dict[str, Any]) -> bool:
    """Whether an entry states a difference: its kind, its words, who carries and who lacks."""
    language = {siglum: w.language for siglum, w in one.collation.witnesses.items()}
    words = said(one, entry)
    if entry.kind != gold["kind"] or set(words) != set(gold["words"]):
        return False
    if any(cue not in words[lang] for lang, cues in gold["words"].items() for cue in cues):
        return False
    if {language[s] for s in entry.absent} != set(gold.get("lacking", ())):
        return False
    values = {r.value: sorted(language[s] for s in r.witnesses) for r in entry.readings if r.value}
    return values == gold.get("values", {})


def matching(damage: str, gold: dict[str, Any]) -> list[Entry]:
    one = made(damage)
    return [entry for entry in one.apparatus if fits(one, entry, gold)]


def briefly(one: Edition) -> list[tuple[str, str, dict[str, str]]]:
    return [(e.kind, e.note, said(one, e)) for e in one.apparatus]


@pytest.mark.parametrize(
    "gold",
    [
        pytest.param(
            gold,
            id=gold["name"],
            marks=() if gold.get("today", True) else pytest.mark.xfail(strict=True, reason=gold["why"]),
        )
        for gold in DIFFERENCES
    ],
)
def test_a_planted_difference_is_told_once(gold: dict[str, Any]) -> None:
    assert len(matching("as it comes", gold)) == 1, briefly(made("as it comes"))


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_said_surely_is_right(damage: str) -> None:
    one = made(damage)
    wrong = [
        (e.kind, e.confidence, e.note, said(one, e))
        for e in one.apparatus
        if e.confidence >= SURE and not any(fits(one, e, gold) for gold in DIFFERENCES)
    ]
    assert not wrong


@pytest.mark.parametrize("damage", [name for name in DAMAGES if name != "as it comes"])
def test_a_damaged_page_tells_the_same(damage: str) -> None:
    lost = [
        gold["name"] for gold in DIFFERENCES if gold.get("today", True) and len(matching(damage, gold)) != 1
    ]
    assert not lost


@pytest.mark.parametrize("damage", DAMAGES)
def test_page_furniture_leaks_into_no_entry(damage: str) -> None:
    one = made(damage)
    cues = {lang: list(some) for lang, some in GOLDEN["furniture"].items()}
    if damage == "more furniture":
        for lang in cues:
            cues[lang] += [line for line in (ABOVE[lang] + BELOW[lang]).split("\n") if len(line) > 4]
    for entry in one.apparatus:
        for lang, words in said(one, entry).items():
            assert not [cue for cue in cues[lang] if cue in words], entry.note
    for siglum, witness_ in one.collation.witnesses.items():
        spans = [
            span
            for entry in one.apparatus
            for shown in (*(r.spans for r in entry.readings), *(e.spans for e in entry.because))
            for span in shown.get(siglum, ())
        ]
        assert not [span for span in spans if any(span.overlap(part.span) for part in witness_.set_aside)]


def test_the_most_telling_come_first_and_the_order_last() -> None:
    one = made("as it comes")
    first = [g["name"] for e in one.apparatus[:3] for g in DIFFERENCES if fits(one, e, g)]
    assert "who was in the room" in first
    assert "trade" in first
    assert one.apparatus[-1].kind == "order"


@pytest.mark.parametrize("order", [p for n, p in enumerate(permutations(LANGUAGES)) if n % 5 == 3])
def test_the_order_of_witnesses_does_not_matter(order: tuple[str, ...]) -> None:
    one = made("as it comes", order)
    found = [g["name"] for g in DIFFERENCES for e in one.apparatus if fits(one, e, g)]
    assert found == [g["name"] for g in DIFFERENCES if g.get("today", True)], briefly(one)
