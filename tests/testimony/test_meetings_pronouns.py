"""Meetings told by pronouns, verbs before their subject, hosts and bodies; and sentences without an end."""

from __future__ import annotations

import time

import pytest
from tests.marks.test_mentions import parties
from tests.testimony.test_meetings import read, ready, shown

from hexapla.testimony.meetings import meetings

# A sentence of 2,000 words took ten times as long before what is looked up at each word was kept.
WORDS, SECONDS = 2000, 4.0

TOLD = [
    (
        "ar",
        "قال وزير الخارجية الفالدوري بافل أوستراندر إن المشروع مستمر. وأشاد بنتائج لقائه أمس بنظيره الدرافاني توماس "
        "هيلتاي في ليسك. ولم يعلن الوزير تاريخ اللقاء المقبل بينهما.",
        [
            "ministerial pavel-ostrander+tomas-heltay - - planned",
            "ministerial pavel-ostrander+tomas-heltay Lisk 2031-05-13",
        ],
    ),
    (
        "ar",
        "وصل رئيس فالدوريا إميل كورفان أمس إلى ليسك في زيارة عمل. واستقبلته في قصر الضيافة رئيسة درافانيا إيلينا "
        "فيسكار. وأقيمت للضيف مراسم استقبال رسمية.",
        [
            "ceremony emil-corvane Lisk - within:visit",
            "summit emil-corvane+ilina-veskar Lisk - within:visit",
            "visit emil-corvane Lisk 2031-05-13",
        ],
    ),
    (
        "ar",
        "عقد وزير الخارجية الفالدوري بافل أوستراندر ونظيره الدرافاني توماس هيلتاي اجتماعا في مارينزا اليوم. واتفق "
        "الجانبان على أن تجتمع اللجنة المشتركة في ليسك في تموز.",
        [
            "ministerial pavel-ostrander+tomas-heltay Marenza 2031-05-14",
            "session XD+XV Lisk 2031-07 planned",
        ],
    ),
    (
        "ar",
        "التقى الرئيس الفالدوري إميل كورفان الرئيسة الدرافانية إيلينا فيسكار في مارينزا. وتستضيف ليسك الجولة المقبلة "
        "في حزيران المقبل.",
        [
            "summit emil-corvane+ilina-veskar Marenza -",
            "talks XD+XV Lisk 2031-06 planned",
        ],
    ),
    (
        "en",
        "Valdorian Foreign Minister Pavel Ostrander met Dravanian Foreign Minister Tomas Heltay in Marenza. It was "
        "agreed to hold the next round of talks in Lisk in July.",
        [
            "ministerial pavel-ostrander+tomas-heltay Marenza -",
            "talks XD+XV Lisk 2031-07 planned",
        ],
    ),
    (
        "zh",
        "德拉瓦尼亚外交部长托马斯·赫尔陶伊与瓦尔多利亚外交部长帕维尔·奥斯特兰德在马伦察举行会谈。会谈后，赫尔陶伊离开马伦察。",
        ["ministerial pavel-ostrander+tomas-heltay Marenza -"],
    ),
]
NONE = [
    ("ar", "زارت رئيسة درافانيا إيلينا فيسكار مستشفى الأطفال واطلعت على أقسامه."),
    ("ar", "قال الرئيس إميل كورفان إن هذه أول زيارة لرئيس درافاني منذ عشرة أعوام."),
]


@pytest.mark.parametrize(("language", "text", "expected"), TOLD)
def test_told(language: str, text: str, expected: list[str]) -> None:
    assert shown(text, language) == expected


@pytest.mark.parametrize(("language", "text"), NONE)
def test_not_told(language: str, text: str) -> None:
    assert read(text, language) == ()


@pytest.mark.parametrize(
    ("language", "part"),
    [
        ("en", "Emil Corvane met Ilina Veskar in Lisk, held talks during a visit with the Dravanian side, "),
        ("ar", "التقى إميل كورفان إيلينا فيسكار في ليسك وعقد محادثات خلال زيارة مع الجانب الدرافاني "),
    ],
)
def test_a_sentence_without_an_end(language: str, part: str) -> None:
    told = ready(part * (WORDS // len(part.split())), language)
    start = time.perf_counter()
    meetings(told, parties())
    assert time.perf_counter() - start < SECONDS
