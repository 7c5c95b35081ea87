"""What was discussed, which is nobody's position, in six languages."""

from __future__ import annotations

import pytest
from tests.testimony.told import one, read_text

from hexapla.lang import codes

TOLD = {
    "ar": ("وبحث الجانبان التعاون في مجال المياه.", "التعاون في مجال المياه"),
    "en": ("The two sides discussed cooperation on water.", "cooperation on water"),
    "es": ("Ambas partes abordaron la cooperación en materia de agua.", "la cooperación en materia de agua"),
    "fr": (
        "Les entretiens ont porté sur la coopération dans le domaine de l'eau.",
        "la coopération dans le domaine",
    ),
    "ru": (
        "Стороны обсудили сотрудничество в сфере водных ресурсов.",
        "сотрудничество в сфере водных ресурсов",
    ),
    "zh": ("双方就水资源合作交换了意见。", "水资源合作"),
}
SAID = {
    "ar": "وأكد كورفان ضرورة التعاون في مجال المياه.",
    "en": "Corvane said cooperation on water must go on.",
    "es": "Corvane dijo que la cooperación en materia de agua debe continuar.",
    "fr": "M. Corvane a déclaré que la coopération dans le domaine de l'eau devait se poursuivre.",
    "ru": "Корван заявил, что сотрудничество в сфере водных ресурсов продолжится.",
    "zh": "科尔万表示，水资源合作必须继续。",
}


@pytest.mark.parametrize("language", codes())
def test_what_was_discussed(language):
    sentence, words = TOLD[language]
    read = one(sentence, language)
    (topic,) = read.topics
    assert words in topic.spans[0].of(read.witness.text)
    assert topic.meeting == read.meetings[0].id


@pytest.mark.parametrize("language", codes())
def test_what_somebody_says_is_no_topic(language):
    read = one(SAID[language], language)
    assert read.topics == ()
    assert read.statements


def test_a_verb_of_saying_ends_a_topic():
    read = one("The two sides discussed visas and stressed the need for calm.", "en")
    (topic,) = read.topics
    assert topic.spans[0].of(read.witness.text).startswith("discussed visas")
    assert "calm" not in topic.spans[0].of(read.witness.text)


def test_other_news_discuss_nothing_of_ours():
    assert read_text("The team trained for two hours on Monday.\n", "en").topics == ()
