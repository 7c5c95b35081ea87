"""Who says what, in whose words, in six languages. Lands and people are invented (eval/pointers/lands.yaml)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from hexapla.parties import Parties, load
from hexapla.testimony import model, reading
from hexapla.witness.reading import Given, read_witness

LANDS = Path(__file__).parents[2] / "eval" / "pointers" / "lands.yaml"
CORVANE, HAROUNI, SHAMIKH, OSTRANDER = (
    "emil-corvane",
    "nadim-al-harouni",
    "hala-al-shamikh",
    "pavel-ostrander",
)


@pytest.fixture(scope="module")
def lands() -> Parties:
    return load(LANDS)


def read(text: str, language: str, lands: Parties) -> tuple[model.Statement, ...]:
    given = Given(language=language, published=dt.date(2031, 5, 15))
    return reading.testimony(read_witness(text, source="t", sha256="t", given=given), lands).statements


def said(statement: model.Statement, text: str) -> str:
    return " + ".join(span.of(text) for span in statement.content)


REPORTED = {
    "en": (
        "President Emil Corvane affirmed that the bridge over the Nahra would reopen in June.",
        "the bridge over the Nahra would reopen in June",
    ),
    "fr": (
        "Le président Emil Corvane a affirmé que le pont sur la Nahra rouvrirait en juin.",
        "le pont sur la Nahra rouvrirait en juin",
    ),
    "es": (
        "El presidente Emil Corvane afirmó que el puente sobre el Nahra reabrirá en junio.",
        "el puente sobre el Nahra reabrirá en junio",
    ),
    "ru": (
        "Президент Эмиль Корван заявил, что мост через Нахру откроют в июне.",
        "мост через Нахру откроют в июне",
    ),
    "ar": (
        "أكد الرئيس إميل كورفان أن الجسر فوق نهر النهرة سيفتح في حزيران.",
        "الجسر فوق نهر النهرة سيفتح في حزيران",
    ),
    "zh": ("埃米尔·科尔万总统表示，纳赫拉河上的大桥将于6月重新开放。", "纳赫拉河上的大桥将于6月重新开放"),
}
DIRECT = {
    "en": (
        "“We kept the bridges open in hard years,” President Emil Corvane said.",
        "We kept the bridges open in hard years,",
    ),
    "fr": (
        "« Nous avons gardé les ponts ouverts », a déclaré le président Emil Corvane.",
        "Nous avons gardé les ponts ouverts",
    ),
    "es": (
        "«Mantuvimos abiertos los puentes», dijo el presidente Emil Corvane.",
        "Mantuvimos abiertos los puentes",
    ),
    "ru": ("«Мы держали мосты открытыми», — сказал президент Эмиль Корван.", "Мы держали мосты открытыми"),
    "ar": (
        "وقال الرئيس إميل كورفان: «لقد أبقينا الجسور مفتوحة في أصعب السنين».",
        "لقد أبقينا الجسور مفتوحة في أصعب السنين",
    ),
    "zh": (
        "埃米尔·科尔万总统说：“我们在最困难的年月里也让桥梁保持畅通。”",
        "我们在最困难的年月里也让桥梁保持畅通。",
    ),
}
PRONOUN = {
    "en": (
        "Foreign Minister Hala al-Shamikh arrived in Marenza. "
        "She said that the talks had been useful. She added that they would go on."
    ),
    "fr": (
        "La ministre des Affaires étrangères Hala El-Chamikh est arrivée à Marenza. "
        "Elle a déclaré que les entretiens avaient été utiles. Elle a ajouté qu’ils continueraient."
    ),
    "es": (
        "La ministra de Exteriores Hala al Shamij dijo que las conversaciones fueron útiles. "
        "Añadió que continuarán en junio."
    ),
    "ru": (
        "Министр иностранных дел Хала аш-Шамих заявила, что переговоры были полезными. "
        "Она добавила, что они продолжатся в июне."
    ),
    "ar": "قالت وزيرة الخارجية هالة الشامخ إن المحادثات كانت مفيدة. وأضافت أنها ستستمر في حزيران.",
    "zh": "外交部长哈拉·沙米赫表示，会谈富有成果。她补充说，会谈将在6月继续。",
}
SOURCE = {
    "en": "A diplomatic source told Reuters that the embassy would close in June.",
    "fr": "Une source diplomatique a indiqué à Reuters que l’ambassade fermerait en juin.",
    "es": "Una fuente diplomática indicó a Reuters que la embajada cerrará en junio.",
    "ru": "Дипломатический источник сообщил агентству Reuters, что посольство закроют в июне.",
    "ar": "أفاد مصدر دبلوماسي لوكالة رويترز بأن السفارة ستغلق في حزيران.",
    "zh": "一名外交消息人士对路透社说，大使馆将于6月关闭。",
}
NOBODY = {
    "en": "Residents said that the road was closed.",
    "fr": "Les habitants ont déclaré que la route était fermée.",
    "es": "Los vecinos dijeron que la carretera estaba cerrada.",
    "ru": "Жители сообщили, что дорога закрыта.",
    "ar": "وقال سكان إن الطريق مغلق.",
    "zh": "当地居民说，道路已经封闭。",
}


@pytest.mark.parametrize("language", REPORTED)
def test_reported_speech(language: str, lands: Parties) -> None:
    text, words = REPORTED[language]
    (only,) = read(text, language, lands)
    assert only.speakers == (CORVANE,)
    assert only.mode == "reported"
    assert said(only, text) == words


@pytest.mark.parametrize("language", DIRECT)
def test_direct_speech(language: str, lands: Parties) -> None:
    text, words = DIRECT[language]
    (only,) = read(text, language, lands)
    assert only.speakers == (CORVANE,)
    assert only.mode == "direct"
    assert [span.of(text) for span in only.quoted] == [words]


@pytest.mark.parametrize("language", PRONOUN)
def test_a_pronoun_and_a_verb_that_goes_on_mean_who_spoke(language: str, lands: Parties) -> None:
    found = read(PRONOUN[language], language, lands)
    assert [s.speakers for s in found] == [(SHAMIKH,), (SHAMIKH,)]


@pytest.mark.parametrize("language", SOURCE)
def test_an_unnamed_source_and_the_outlet_it_told(language: str, lands: Parties) -> None:
    (only,) = read(SOURCE[language], language, lands)
    assert only.speakers == ()
    assert only.sources[0].name is not None
    assert only.sources[0].through is not None


@pytest.mark.parametrize("language", NOBODY)
def test_a_speaker_is_never_invented(language: str, lands: Parties) -> None:
    before = REPORTED[language][0]
    found = read(f"{before}\n\n{NOBODY[language]}", language, lands)
    assert [s.speakers for s in found][1:] in ([], [()])


def test_a_verb_of_saying_inside_of_what_is_said_is_part_of_it(lands: Parties) -> None:
    text = "President Emil Corvane said that Sahrat supports the plan and that Valdoria will pay for it."
    (only,) = read(text, "en", lands)
    assert only.speakers == (CORVANE,)
    assert only.targets == () or "XV" not in only.targets


def test_two_verbs_are_two_statements(lands: Parties) -> None:
    text = "President Emil Corvane condemned the attack and called for an inquiry, adding that Valdoria would help."
    found = read(text, "en", lands)
    assert [s.act for s in found] == ["condemn", "urge", "add"]
    assert [s.stance for s in found] == ["opposes", "asks", "notes"]
    assert {s.speakers for s in found} == {(CORVANE,)}


def test_what_was_not_said_is_no_statement(lands: Parties) -> None:
    assert (
        read(
            "Pavel Ostrander, the Valdorian foreign minister, did not say when the talks would resume.",
            "en",
            lands,
        )
        == ()
    )


def test_negation_future_and_hypothesis_are_marked(lands: Parties) -> None:
    found = read(
        "Foreign Minister Pavel Ostrander said that Valdoria would not sign the treaty. "
        "He said that the embassy will reopen in June. He warned that Valdoria might close the border.",
        "en",
        lands,
    )
    assert "negated" in found[0].flags
    assert "future" in found[1].flags
    assert "hypothetical" in found[2].flags


def test_a_quotation_over_several_sentences_is_one_statement(lands: Parties) -> None:
    text = "“The bridge is open,” Emil Corvane, the Valdorian president, said. “Nobody will close it. I give my word.”"
    (only,) = read(text, "en", lands)
    assert [span.of(text) for span in only.quoted] == [
        "The bridge is open,",
        "Nobody will close it. I give my word.",
    ]
