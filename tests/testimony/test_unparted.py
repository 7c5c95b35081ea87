"""Where words are not parted: verbs behind a comma, objects before their verb, words inside of words."""

from __future__ import annotations

import pytest
from tests.testimony.told import read_text

from hexapla.lang import codes
from hexapla.testimony.vocabulary import vocabulary

OPENING = (
    "瓦尔多利亚与萨赫拉特举行首脑会谈\n\n伦山通讯社马伦察2031年5月14日电 瓦尔多利亚总统埃米尔·科尔万14日"
    "同萨赫拉特首相纳迪姆·哈鲁尼举行会谈。\n\n"
)


def said(text: str) -> list[tuple[tuple[str, ...], str | None, str]]:
    """Speakers, verb and what is said of each statement."""
    whole = OPENING + text
    read = read_text(whole, "zh")
    return [(s.speakers, s.cue, "".join(span.of(whole) for span in s.content)) for s in read.statements]


def test_a_verb_behind_a_comma_goes_on_with_the_speaker() -> None:
    found = said("科尔万重申瓦方支持萨赫拉特统一，呼吁各方保持克制。")
    assert found == [
        (("emil-corvane",), "重申", "瓦方支持萨赫拉特统一"),
        (("emil-corvane",), "呼吁", "各方保持克制"),
    ]


def test_what_is_regretted_may_stand_before_the_verb() -> None:
    assert said("科尔万对边境局势恶化表示遗憾。") == [(("emil-corvane",), "表示遗憾", "边境局势恶化")]


def test_a_name_inside_of_what_an_attitude_is_about_is_no_subject() -> None:
    found = said("双方对去年两国贸易额大幅增长表示满意。")
    assert [words for _, _, words in found] == ["去年两国贸易额大幅增长"]


@pytest.mark.parametrize("text", ["当地居民说，街上挂满了国旗。", "随后，起草决议的代表团说，案文需要修改。"])
def test_whoever_is_unknown_is_nobody_that_we_know(text: str) -> None:
    assert not any(speakers for speakers, _, _ in said("科尔万说，会谈是有益的。\n\n" + text)[1:])


def test_a_verb_inside_of_what_is_said_does_not_speak_for_the_next() -> None:
    found = said("双方欢迎塔尔塞尼亚宣布停火，认为此举意义重大。")
    assert set(found[-1][0]) == {"XV", "XS"}


@pytest.mark.parametrize("text", ["他的小说名称尚未确定。", "小說的名稱尚未確定。", "谈判桌旁放着说明书。"])
def test_a_sign_inside_of_a_longer_word_is_none(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("code", codes())
def test_idle_words_are_never_cues(code: str) -> None:
    using = vocabulary(code)
    for first, entries in using.first.items():
        for entry in entries:
            assert first and all(sign.id or sign.role == "idle" for sign in entry.signs)
