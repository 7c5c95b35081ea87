"""Several subjects that one verb brings, and the ways of telling what was discussed, in six languages."""

from __future__ import annotations

import pytest
from tests.testimony.told import one

from hexapla.lang import codes

# Three subjects, told as a list.
LISTED = {
    "ar": (
        "وتناول اللقاء حصص الصيد ورسوم الموانئ ومصير بحارين محتجزين.",
        ["حصص الصيد", "رسوم الموانئ", "مصير بحارين محتجزين"],
    ),
    "en": (
        "The talks covered fishing quotas, the harbour dues and the fate of two detained sailors.",
        ["fishing quotas", "the harbour dues", "the fate of two detained sailors"],
    ),
    "es": (
        "Ambas partes abordaron las cuotas de pesca, las tasas portuarias y el precio de la madera.",
        ["las cuotas de pesca", "las tasas portuarias", "el precio de la madera"],
    ),
    "fr": (
        "Les deux ministres ont parlé des quotas de pêche, des droits de port et du prix du bois.",
        ["quotas de pêche", "des droits de port", "du prix du bois"],
    ),
    "ru": (
        "Стороны обсудили квоты на вылов рыбы, портовые сборы и судьбу двух моряков.",
        ["квоты на вылов рыбы", "портовые сборы", "судьбу двух моряков"],
    ),
    "zh": ("双方就捕鱼配额、港口费用和木材价格交换了意见。", ["捕鱼配额", "港口费用", "木材价格"]),
}
# One subject that has parts.
WHOLE = {
    "ar": "وبحث الجانبان التعاون في الزراعة والطاقة.",
    "en": "The two sides discussed cooperation in farming, energy and trade.",
    "es": "Ambas partes abordaron la cooperación en agricultura, energía y comercio.",
    "fr": "Les entretiens ont porté sur la coopération en matière d'agriculture et d'énergie.",
    "ru": "Стороны обсудили сотрудничество в торговле и сельском хозяйстве.",
    "zh": "双方讨论了能源、农业等领域合作。",
}
# What is told without a verb of discussing, or in a clause that tells where it was.
OTHERWISE = {
    "ar": "وتصدرت حصص الصيد جدول الأعمال.",
    "en": "The leaders spent an hour going over the fishing quotas.",
    "es": "Los presidentes almorzaron en el puerto, donde hablaron de las cuotas de pesca.",
    "fr": "La rencontre a permis de faire le point sur les quotas de pêche.",
    "ru": "Речь шла прежде всего о квотах на вылов рыбы.",
    "zh": "会谈议题包括捕鱼配额。",
}
# What was agreed to be discussed, and what only leads over to what somebody says.
NONE = {
    "en": "The two sides agreed to discuss fishing quotas in July.",
    "zh": "谈及捕鱼配额，科尔万表示，双方应加强合作。",
}


def told(sentence: str, language: str) -> list[str]:
    read = one(sentence, language)
    return [span.of(read.witness.text) for topic in read.topics for span in topic.spans]


@pytest.mark.parametrize("language", codes())
def test_each_subject_by_itself(language):
    sentence, subjects = LISTED[language]
    found = told(sentence, language)
    assert len(found) == len(subjects)
    assert all(words in topic for words, topic in zip(subjects, found, strict=True))


@pytest.mark.parametrize("language", codes())
def test_one_subject_with_its_parts(language):
    assert len(told(WHOLE[language], language)) == 1


@pytest.mark.parametrize("language", codes())
def test_told_otherwise(language):
    assert len(told(OTHERWISE[language], language)) == 1


@pytest.mark.parametrize("language", sorted(NONE))
def test_nothing_was_discussed(language):
    assert told(NONE[language], language) == []


def test_a_word_that_begins_as_and_does_is_one():
    """وضع is no *and* with something behind it."""
    assert len(told("وبحث الجانبان سبل تحسين وضع الصيادين.", "ar")) == 1
