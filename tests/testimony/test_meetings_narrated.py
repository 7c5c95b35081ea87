"""Meetings told in running narrative: arrivals, pronouns, insertions, what is recalled and what comes next."""

from __future__ import annotations

import pytest
from tests.testimony.test_meetings import shown

ARRIVED = [
    "ceremony ilina-veskar+milan-dragovets Lisk - within:visit",
    "meal ilina-veskar+milan-dragovets Lisk 2031-05-10 within:visit",
    "visit milan-dragovets Lisk 2031-05-10",
]
TOLD = [
    # Who waits where a visitor arrives welcomes him; "the two" are whom the text was about; "that evening" is of that day.
    (
        "en",
        "Tarsenian President Milan Dragovets landed in Lisk on Saturday. Waiting for him at the foot of the steps was "
        "Dravanian President Ilina Veskar. That evening the two dined at the old mill.",
        ARRIVED,
    ),
    (
        "es",
        "El presidente tarseniano, Milan Dragovets, aterrizó el sábado en Lisk. Al pie del avión lo aguardaba la "
        "presidenta dravana, Ilina Veskar. Esa misma noche ambos cenaron en el viejo molino.",
        ARRIVED,
    ),
    (
        "fr",
        "Le président tarsénien, Milan Dragovets, a atterri samedi à Lisk. Au pied de l'avion l'attendait la présidente "
        "dravanienne, Ilina Veskar. Le soir même, tous deux ont dîné au vieux moulin.",
        ARRIVED,
    ),
    # A visit and who receives the visitor, in one sentence.
    (
        "en",
        "Valdorian President Emil Corvane, on a short visit to Sahrat, was received on Tuesday in Qasr Nahra by Prime "
        "Minister Nadim al-Harouni.",
        [
            "summit emil-corvane+nadim-al-harouni Qasr Nahra 2031-05-13 within:visit",
            "visit emil-corvane Qasr Nahra -",
        ],
    ),
    (
        "ru",
        "Президент Вальдории Эмиль Корван прибыл в понедельник в Лиск. Гостью, как писали газеты, он знал. "
        "На следующий день его принял президент Дравании Илина Вескар.",
        [
            "summit emil-corvane+ilina-veskar Lisk 2031-05-13 within:visit",
            "visit emil-corvane Lisk 2031-05-12",
        ],
    ),
    # A pronoun goes before the verb, or is written onto it.
    (
        "fr",
        "La présidente dravanienne Ilina Veskar est arrivée dimanche à Marenza. Le lendemain, le président valdorien "
        "Émile Corvane l'a reçue au palais.",
        [
            "summit emil-corvane+ilina-veskar Marenza 2031-05-12 within:visit",
            "visit ilina-veskar Marenza 2031-05-11",
        ],
    ),
    # He or she is one who may be; a wish for "with him" too.
    (
        "en",
        "Dravanian President Ilina Veskar arrived in Marenza on Sunday. President Emil Corvane of Valdoria waved. The next "
        "morning she sat down with Irene Castellan, the energy minister.",
        [
            "talks ilina-veskar+irene-castellan Marenza 2031-05-12 within:visit",
            "visit ilina-veskar Marenza 2031-05-11",
        ],
    ),
    # What is recalled is another meeting than the one to come; each has its own day and place.
    (
        "es",
        "El presidente valdoriano, Emil Corvane, y el presidente tarseniano, Milan Dragovets, que se vieron por última vez "
        "en Lisk en marzo de 2030, volverán a encontrarse en Marenza el 3 de junio.",
        [
            "summit emil-corvane+milan-dragovets Lisk 2030-03",
            "summit emil-corvane+milan-dragovets Marenza 2031-06-03 planned",
        ],
    ),
    (
        "ru",
        "Президент Вальдории Эмиль Корван и президент Тарсении Милан Драговец, в последний раз видевшиеся в Лиске в марте "
        "2030 года, вновь встретятся в Маренце 3 июня.",
        [
            "summit emil-corvane+milan-dragovets Lisk 2030-03",
            "summit emil-corvane+milan-dragovets Marenza 2031-06-03 planned",
        ],
    ),
    # The next one is of the same people.
    (
        "fr",
        "Le ministre valdorien de la Défense, Marek Dovane, a reçu vendredi à Marenza le ministre lunshanais de la Défense, "
        "Chen Boyuan. Une deuxième rencontre est prévue le 2 juillet à Lisk.",
        [
            "ministerial chen-boyuan+marek-dovane Lisk 2031-07-02 planned",
            "ministerial chen-boyuan+marek-dovane Marenza 2031-05-09",
        ],
    ),
    (
        "zh",
        "瓦尔多利亚外交部长帕维尔·奥斯特兰德12日在马伦察同德拉瓦尼亚外交部长托马斯·赫尔陶伊举行会谈。下一轮会谈定于7月2日在利斯克举行。",
        [
            "ministerial pavel-ostrander+tomas-heltay Lisk 2031-07-02 planned",
            "ministerial pavel-ostrander+tomas-heltay Marenza 2031-05-12",
        ],
    ),
    # Who says something on the telephone, and to whom.
    (
        "ru",
        "В ходе телефонного разговора в воскресенье президент Вальдории Эмиль Корван заверил президента Дравании Илину "
        "Вескар, что помощь придёт.",
        ["call emil-corvane+ilina-veskar - 2031-05-11"],
    ),
    (
        "ar",
        "وخلال اتصال هاتفي مساء الأحد، أكد الرئيس الفالدوري إميل كورفان لرئيسة درافانيا إيلينا فيسكار أن السفن ستصل.",
        ["call emil-corvane+ilina-veskar - 2031-05-11"],
    ),
    # A list with a description between the names.
    (
        "es",
        "El ministro valdoriano Pavel Ostrander, el encargado de las cuentas de Nuweira, Mansur al Qandil, y el ministro de "
        "Comercio de Lunshan, Xu Wenhai, estuvieron reunidos el martes en Lisk.",
        ["ministerial mansur-al-qandil+pavel-ostrander+xu-wenhai Lisk 2031-05-13"],
    ),
    # Verbs of both, without their subject; a press conference as a verb.
    (
        "ar",
        "وصل وزير الخارجية الفالدوري بافل أوستراندر يوم الاثنين إلى ليسك. وكان في استقباله وزير الخارجية الدرافاني توماس "
        "هيلتاي، ثم انتقلا إلى الوزارة حيث أجريا محادثات.",
        [
            "ministerial pavel-ostrander+tomas-heltay Lisk - within:visit",
            "visit pavel-ostrander+tomas-heltay Lisk 2031-05-12",
        ],
    ),
    # What others do in an insertion is not what they who are told of do.
    (
        "ru",
        "Министр иностранных дел Вальдории Павел Острандер, встретившись в понедельник в Лиске с министром иностранных дел "
        "Дравании Томасом Хелтаем, позвонил министру иностранных дел Сахрата Хале аш-Шамих.",
        [
            "call hala-al-shamikh+pavel-ostrander - 2031-05-12",
            "ministerial pavel-ostrander+tomas-heltay Lisk 2031-05-12",
        ],
    ),
    # Nobody meets: an idiom, a wish, what is only agreed in general.
    ("en", "President Emil Corvane was waiting for the results. Veskar had lunch at her desk.", []),
    ("es", "El presidente Emil Corvane la esperaba con impaciencia, dijo su portavoz.", []),
    (
        "zh",
        "瓦尔多利亚与德拉瓦尼亚商定，授权主管部门就税收协定展开磋商。",
        [],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), TOLD)
def test_narrated(language: str, text: str, expected: list[str]) -> None:
    assert shown(text, language) == expected
