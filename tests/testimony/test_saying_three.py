"""Who says what, by constructions of Arabic, Russian and Chinese above all; sentences of our own, invented lands."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from hexapla.parties import Parties, load
from hexapla.testimony import reading
from hexapla.testimony.model import Statement
from hexapla.witness.reading import Given, read_witness

LANDS = Path(__file__).parents[2] / "eval" / "pointers" / "lands.yaml"
CORVANE, VESKAR, HELTAY, HAROUNI = "emil-corvane", "ilina-veskar", "tomas-heltay", "nadim-al-harouni"
OSTRANDER, SHAMIKH = "pavel-ostrander", "hala-al-shamikh"


@cache
def lands() -> Parties:
    return load(LANDS)


def read(text: str, language: str) -> tuple[Statement, ...]:
    given = Given(language=language, published=dt.date(2031, 5, 15))
    return reading.testimony(read_witness(text, source="t", sha256="t", given=given), lands()).statements


def shown(text: str, language: str) -> list[tuple[tuple[str, ...], str]]:
    return [
        (one.speakers, " + ".join(span.of(text).strip("«»“”") for span in one.content))
        for one in read(text, language)
    ]


# A verb of saying set into a quotation: the quotation is two, and neither holds the verb.
SET_IN = [
    (
        "ru",
        "Президент Вальдории Эмиль Корван вернулся в столицу. «Мы привезли три тонны соли, — усмехнулся Корван. — "
        "Её хватит до весны».",
        CORVANE,
        ["Мы привезли три тонны соли", "Её хватит до весны"],
    ),
    (
        "ru",
        "Президент Вальдории Эмиль Корван вернулся в столицу. «Кто откроет ворота? — спросил он. — Пока никто».",
        CORVANE,
        ["Кто откроет ворота?", "Пока никто"],
    ),
    (
        "es",
        "El presidente valdoriano, Emil Corvane, llegó a Lisk. «Traemos tres toneladas de sal —bromeó Corvane—, y nada "
        "más que sal».",
        CORVANE,
        ["Traemos tres toneladas de sal", "y nada más que sal"],
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker", "quoted"), SET_IN)
def test_a_verb_set_into_a_quotation(language: str, text: str, speaker: str, quoted: list[str]) -> None:
    (one,) = read(text, language)
    assert one.speakers == (speaker,)
    assert one.mode == "direct"
    assert [span.of(text) for span in one.quoted] == quoted


def test_a_dash_in_a_quotation_that_tells_of_no_speaker_parts_nothing() -> None:
    text = "Президент Вальдории Эмиль Корван сказал: «Мы ждали долго, — и это правда, — но дождались»."
    (one,) = read(text, "ru")
    assert [span.of(text) for span in one.quoted] == ["Мы ждали долго, — и это правда, — но дождались"]


# A text, and who says what in it.
SAID = [
    # The comma behind the verb belongs to *that*; what stands before is no part of what is said.
    (
        "ru",
        "Министр иностранных дел Дравании Томас Хелтай, выйдя к прессе, признал, что мост закрыт надолго.",
        [((HELTAY,), "мост закрыт надолго")],
    ),
    # A participle that opens the sentence has the subject of the main clause.
    (
        "ru",
        "Осудив нападение на конвой, Илина Вескар заявила, что граница останется закрытой.",
        [((VESKAR,), "нападение на конвой"), ((VESKAR,), "граница останется закрытой")],
    ),
    # And more words than one between *and* and its verb.
    (
        "ru",
        "Эмиль Корван подчеркнул, что канал важен для всех, и при этом предупредил, что вода уходит.",
        [((CORVANE,), "канал важен для всех"), ((CORVANE,), "вода уходит")],
    ),
    # A paper in which the side that issued it speaks.
    (
        "ru",
        "Эмиль Корван прибыл в Лиск. МИД Сахрата опубликовал короткую ноту, в которой потребовал вернуть суда.",
        [(("XS",), "вернуть суда")],
    ),
    # In a house several speak who are not named; nobody is invented.
    (
        "ru",
        "Эмиль Корван заявил, что завод откроют. В цехе рабочих, впрочем, уверены, что станки устарели.",
        [((CORVANE,), "завод откроют"), ((), "станки устарели")],
    ),
    # The verb tells that a woman says it: not the man who spoke last.
    (
        "ru",
        "Илина Вескар приняла Эмиля Корвана в Лиске. Эмиль Корван похвалил порт. Заявила, что порт расширят.",
        [((CORVANE,), "порт"), ((VESKAR,), "порт расширят")],
    ),
    (
        "ar",
        "قالت الرئيسة الدرافانية إيلينا فيسكار إن الميناء آمن. وشكرت الرئيس الفالدوري إميل كورفان على دعمه.",
        [((VESKAR,), "الميناء آمن"), ((VESKAR,), "الرئيس الفالدوري إميل كورفان على دعمه")],
    ),
    # A topic before its verb, and a ministry that only words tell.
    (
        "ar",
        "أما وزارة النقل الدرافانية فأوضحت أن السفن عادت إلى العمل.",
        [(("XD",), "السفن عادت إلى العمل")],
    ),
    # A relative clause about somebody who is named.
    (
        "ar",
        "استقبل الرئيس الفالدوري إميل كورفان وزيرة الخارجية السهراتية هالة الشامخ، التي أكدت أن القناة مفتوحة.",
        [((SHAMIKH,), "القناة مفتوحة")],
    ),
    (
        "en",
        "President Emil Corvane received Foreign Minister Hala al-Shamikh, who said the canal was open.",
        [((SHAMIKH,), "the canal was open")],
    ),
    # A verb with *and* written onto it begins anew, and who stands before it is not its subject.
    (
        "ar",
        "اتهم وزير الخارجية الدرافاني توماس هيلتاي فالدوريا بالتأخير، وقال إن بلاده تنتظر ردا.",
        [((HELTAY,), "فالدوريا بالتأخير"), ((HELTAY,), "بلاده تنتظر ردا")],
    ),
    # Where words are not parted: a paper inside of a verb is no speaker, and the next verbs go on with who issued it.
    (
        "zh",
        "德拉瓦尼亚外交部星期一发表声明，否认边境发生交火，呼吁各方保持克制。",
        [(("XD",), "边境发生交火"), (("XD",), "各方保持克制")],
    ),
    # What somebody holds is part of what is said.
    (
        "zh",
        "瓦尔多利亚总统埃米尔·科尔万表示，瓦方主张对话，反对封锁海峡。",
        [((CORVANE,), "瓦方主张对话，反对封锁海峡")],
    ),
    # What is condoled with stands before the verb.
    (
        "zh",
        "瓦尔多利亚总统埃米尔·科尔万就南部水灾造成重大损失深表慰问。",
        [((CORVANE,), "南部水灾造成重大损失")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), SAID)
def test_who_says_what(language: str, text: str, expected: list[tuple[tuple[str, ...], str]]) -> None:
    assert shown(text, language) == expected


ANSWERS = [
    ("ru", "Министр Томас Хелтай дал интервью.\n— Когда откроют мост?\n— Осенью. Раньше не успеем.\n"),
    (
        "en",
        "Foreign Minister Tomas Heltay spoke to us.\nQ: When will the bridge open?\nA: In autumn. No sooner.\n",
    ),
    (
        "ar",
        "أجرت الصحيفة مقابلة مع وزير الخارجية الدرافاني توماس هيلتاي.\nسؤال: متى يفتح الجسر؟\nجواب: في الخريف، لا قبل ذلك.\n",
    ),
    ("zh", "本报专访德拉瓦尼亚外交部长托马斯·赫尔陶伊。\n问：大桥何时通车？\n答：秋天。不会更早。\n"),
]


@pytest.mark.parametrize(("language", "text"), ANSWERS)
def test_an_answer_is_of_who_is_interviewed(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert one.speakers == (HELTAY,)
    assert one.mode == "direct"


FLAGGED = [
    # What is denied is in the clause with *if*, or about a part of what is said.
    ("ru", "Эмиль Корван заявил, что если дожди не прекратятся, дамбу откроют.", ("hypothetical",)),
    ("zh", "埃米尔·科尔万表示，如果乙方不让步，会谈可能中断。", ("hypothetical",)),
    ("ru", "Эмиль Корван, которого никто не ждал, потребовал открыть дамбу.", ()),
    ("ar", "قال إميل كورفان إن السد لا يروي سوى ثلاث قرى.", ()),
    ("ru", "Эмиль Корван заявил, что дамбу не откроют.", ("negated",)),
]


@pytest.mark.parametrize(("language", "text", "flags"), FLAGGED)
def test_what_is_not_so(language: str, text: str, flags: tuple[str, ...]) -> None:
    (one,) = read(text, language)
    assert tuple(flag for flag in one.flags if flag != "future") == flags


def test_a_report_whose_subject_is_written_onto_that_is_mixed() -> None:
    (one,) = read("قال إميل كورفان عن الوزيرة إنها «مفاوضة بارعة تعرف حدودها».", "ar")
    assert one.mode == "mixed"


def test_a_side_by_the_first_character_of_its_state() -> None:
    """德方 is Germany's, unless the text names another state so written."""
    text = (
        "德拉瓦尼亚外交部长托马斯·赫尔陶伊会见瓦尔多利亚外交部长帕维尔·奥斯特兰德。德方表示，航道已经开放。"
    )
    assert shown(text, "zh")[-1][0] == ("XD",)


def test_a_paper_is_told_before_or_nobodys() -> None:
    text = "The Dravanian Foreign Ministry denied the report. A harbour spokesman said the ferry was late."
    assert read(text, "en")[-1].speakers == ()
