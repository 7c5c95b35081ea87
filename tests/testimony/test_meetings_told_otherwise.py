"""Meetings told by who joins, follows or gathers; verbs denied only until a day; insertions and participles."""

from __future__ import annotations

import pytest
from tests.testimony.told import read_text

CORVANE, VESKAR, HELTAY, OSTRANDER = "emil-corvane", "ilina-veskar", "tomas-heltay", "pavel-ostrander"

TOLD = [
    # Denied only until a day.
    (
        "es",
        "El canciller valdorio, Pavel Ostrander, no se reunió hasta el lunes con su homólogo dravano, Tomas Heltay.",
        {("ministerial", OSTRANDER, HELTAY)},
    ),
    (
        "fr",
        "Le président valdorien, Émile Corvane, n'a été reçu que mardi par la présidente dravanienne, Ilina Veskar.",
        {("summit", CORVANE, VESKAR)},
    ),
    (
        "ar",
        "لم يلتق الرئيس الفالدوري إميل كورفان رئيسة درافانيا إيلينا فيسكار إلا يوم الخميس.",
        {("summit", CORVANE, VESKAR)},
    ),
    (
        "fr",
        "Le président valdorien, Émile Corvane, n'a pas été reçu par la présidente dravanienne, Ilina Veskar.",
        set(),
    ),
    # A participle that opens the sentence, of who acts behind it.
    (
        "fr",
        "Reçue à Marenza par le président valdorien, Émile Corvane, la présidente dravanienne, Ilina Veskar, a plaidé "
        "pour la paix.",
        {("summit", CORVANE, VESKAR)},
    ),
    # Those who are gathered, behind an insertion, each with a preposition of his own.
    (
        "es",
        "El presidente valdorio, Emil Corvane, sentó a la misma mesa al ministro dravano de Exteriores, Tomas Heltay, "
        "y a su homólogo sahratí, Nadim al Haruni.",
        {("talks", CORVANE, HELTAY, "nadim-al-harouni")},
    ),
    (
        "fr",
        "Le président valdorien, Émile Corvane, a réuni mardi au palais, loin de la presse, la présidente dravanienne, "
        "Ilina Veskar, et son ministre Tomas Heltay.",
        {("summit", CORVANE, HELTAY, VESKAR)},
    ),
    # What follows is of those who met before.
    (
        "ar",
        "عقدت في ليسك جولة مباحثات بين وزير الخارجية الفالدوري بافل أوستراندر ونظيره الدرافاني توماس هيلتاي، تلتها "
        "مأدبة غداء.",
        {("meal", OSTRANDER, HELTAY), ("ministerial", OSTRANDER, HELTAY)},
    ),
    (
        "en",
        "Valdorian President Emil Corvane received Dravanian President Ilina Veskar in private in Marenza. They were "
        "later joined by several ministers for an expanded session.",
        {("summit", CORVANE, VESKAR), ("summit", VESKAR, CORVANE)},
    ),
    # What is done to a state says not that it meets.
    (
        "es",
        "La presidenta de Dravania, Ilina Veskar, abandonó el viernes Valdoria tras conversar con el canciller. "
        "El presidente valdorio, Emil Corvane, dejó Dravania después de reunirse con la presidenta, Ilina Veskar.",
        {("summit", CORVANE, VESKAR)},
    ),
    # An intention to meet announces it.
    (
        "ar",
        "ويعتزم وزير الخارجية الفالدوري بافل أوستراندر لقاء نظيره الدرافاني توماس هيلتاي في ليسك مطلع الشهر المقبل.",
        {("ministerial", OSTRANDER, HELTAY)},
    ),
    # Over a meal, by telephone: one meeting.
    (
        "fr",
        "Au cours d'un déjeuner de travail, Pavel Ostrander et Tomas Heltay, chefs de la diplomatie valdorienne et "
        "dravanienne, ont fait le point sur le port.",
        {("meal", OSTRANDER, HELTAY)},
    ),
    (
        "ar",
        "وبحث الرئيس الفالدوري إميل كورفان مع رئيسة درافانيا إيلينا فيسكار خلال مكالمة هاتفية مساء الثلاثاء ملف الميناء.",
        {("call", CORVANE, VESKAR)},
    ),
    (
        "ru",
        "Президент Вальдории Эмиль Корван позвонил президенту Дравании Илине Вескар, и после долгого разговора президенты "
        "договорились о паузе.",
        {("call", CORVANE, VESKAR)},
    ),
    # Whom a long clause describes is met all the same.
    (
        "zh",
        "5日晚，瓦尔多利亚总统埃米尔·科尔万在酒店会见了正在当地出席能源论坛的德拉瓦尼亚总统伊琳娜·韦斯卡。",
        {("summit", CORVANE, VESKAR)},
    ),
    # Received, before a dinner that is another matter.
    (
        "fr",
        "Émile Corvane, le président valdorien, sera reçu demain à Lisk par la présidente dravanienne Ilina Veskar, avant "
        "un dîner d'État.",
        {("summit", CORVANE, VESKAR)},
    ),
    (
        "fr",
        "Le président valdorien, Émile Corvane, a discuté le jour même avec la présidente dravanienne, Ilina Veskar.",
        {("summit", CORVANE, VESKAR)},
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), TOLD)
def test_told_otherwise(language: str, text: str, expected: set[tuple[str, ...]]) -> None:
    found = read_text(text, language).meetings
    shown = sorted((m.kind, *sorted(p.person or "" for p in m.participants)) for m in found)
    assert shown == sorted((kind, *sorted(people)) for kind, *people in expected)
