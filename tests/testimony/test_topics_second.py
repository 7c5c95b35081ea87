"""Topics told in ways of their own: a colon, a clause within the list, parts of one, whom one spoke with."""

from __future__ import annotations

import pytest
from tests.testimony.told import one


def _subjects(sentence: str, language: str) -> list[str]:
    told = one(sentence, language)
    return [span.of(told.witness.text) for topic in told.topics for span in topic.spans]


# Several subjects, the last word of each.
SEVERAL = [
    ("en", "They discussed everything: the toll, the border fence, the ferry.", ["toll", "fence", "ferry"]),
    ("es", "Se habló de todo: de la aduana, de las becas, del puente.", ["aduana", "becas", "puente"]),
    ("fr", "Ils ont discuté de tout : des douanes, des bourses, du pont.", ["douanes", "bourses", "pont"]),
    (
        "en",
        "The talks turned mainly on the salt works, which have stood empty since 2020, and on the school fees.",
        ["2020", "fees"],
    ),
    (
        "ru",
        "Стороны обсудили торговлю лесом, борьбу с пожарами и подготовку лётчиков.",
        ["лесом", "пожарами", "лётчиков"],
    ),
]
# One subject, told behind whom one spoke with, or in another way.
ONE = [
    ("en", "Corvane later spoke with al-Harouni about the salt works.", "salt works"),
    ("fr", "M. Corvane a discuté ensuite avec M. El-Harouni du rachat des salines.", "rachat des salines"),
    ("es", "Corvane conversó luego con Al Haruni sobre las salinas.", "las salinas"),
    ("ru", "Позже Корван беседовал с аль-Харуни о соляных промыслах.", "соляных промыслах"),
    ("zh", "双方会谈的话题主要是盐场的出售。", "盐场的出售"),
    ("es", "Luego trató del cierre de las salinas con su huésped.", "cierre de las salinas"),
]


@pytest.mark.parametrize(("language", "sentence", "ends"), SEVERAL)
def test_each_subject_is_a_topic(language: str, sentence: str, ends: list[str]) -> None:
    found = _subjects(sentence, language)
    assert len(found) == len(ends)
    assert all(words.endswith(end) for words, end in zip(found, ends, strict=True))


@pytest.mark.parametrize(("language", "sentence", "words"), ONE)
def test_a_subject_behind_whom_one_spoke_with(language: str, sentence: str, words: str) -> None:
    assert any(words in found for found in _subjects(sentence, language))


def test_parts_of_one_subject_are_one() -> None:
    said = "Стороны обсудили сотрудничество, прежде всего поставки леса, обмен студентами и отмену виз."
    assert len(_subjects(said, "ru")) == 1


def test_a_day_is_no_subject() -> None:
    assert not _subjects("Corvane spoke with al-Harouni on Monday.", "en")
