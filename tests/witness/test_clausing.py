"""Clauses by table; a part too short to answer a passage stays with its neighbour."""

# ruff: noqa: E501 (rows of a table stay on one line)

from __future__ import annotations

import pytest

from hexapla.witness.model import Span
from hexapla.witness.segmenting import clauses

CLAUSES = [
    ("en", ["The ministers met in Karo,", "and the presidents signed a treaty,", "while the envoys waited outside;", "no statement was issued."]),
    ("en", ["She praised the work of the envoys,", "adding that the talks would go on in May."]),
    ("en", ["She praised Veldia, Noria and Osten, and Karo."]),  # a list of names
    ("en", ["He left (after long, and at times bitter, talks on water)."]),  # commas in brackets
    ("en", ["At 10:30 on Monday they met."]),  # a time of day
    ("fr", ["Le ministre a reçu l'envoyé,", "soulignant l'importance du dialogue,", "et a appelé à la retenue", "tandis que les pourparlers continuent."]),
    ("fr", ["Le ministre, important partenaire, est venu."]),  # no participle, though it ends like one
    ("fr", ["Ils ont visité Karo, Osten et Noria."]),
    ("es", ["Los ministros se reunieron en Karo,", "y los presidentes firmaron un tratado,", "mientras que el enviado esperaba fuera,", "subrayando su importancia."]),
    ("ar", ["التقى الوزيران في كارو،", "وأكد الرئيس أهمية الحوار،", "فيما دعا المبعوث إلى ضبط النفس،", "مشيراً إلى أن الوضع صعب."]),
    ("ar", ["التقى السيد كمال، وزير خارجية فيلديا العظمى، نظيره في كارو."]),  # the waw is the word's own
    ("ar", ["زار الوفد كارو، ونوريا."]),
    ("ru", ["Министры встретились в Каро,", "и президенты подписали договор,", "который вступит в силу в мае,", "отметив важность диалога."]),
    ("ru", ["Главная задача этой встречи — обсудить вопросы торговли."]),  # the dash is the verb
    ("zh", ["两国部长在卡罗举行会谈，", "双方签署了合作协议，", "而且同意继续对话，", "同时强调和平的重要性；", "会议没有发表声明。"]),
    ("zh", ["他访问了卡罗，并离开。"]),
]  # fmt: skip

# A conjunction without a comma, and a verb of saying or deciding.
COORDINATED = [
    ("en", ["The ministers agreed to set up a commission", "and affirmed that neither side would fill the lake."]),
    ("en", ["She renewed her support for the treaty", "and called for all troops to leave", "but stressed that talks would go on."]),
    ("en", ["He raised the case of the two sailors", "and proposed that a doctor visit them."]),
    ("fr", ["Les deux parties ont décidé de créer un comité chargé du fleuve", "et ont affirmé qu’aucune n’était en droit de le remplir."]),
    ("fr", ["La présidente a réitéré son soutien au traité", "et appelé au retrait des troupes."]),
    ("fr", ["Ils se sont inquiétés de la pose de mines", "et sont également convenus d’une mission."]),
    ("es", ["Las partes acordaron crear un comité del río", "y afirmaron que ninguna puede llenarlo sola."]),
    ("es", ["La presidenta expresó su apoyo al tratado", "e instó a todas las tropas a salir."]),
    ("ru", ["Стороны решили создать комиссию по реке", "и подтвердили, что ни одна не вправе заполнять озеро."]),
    ("ru", ["Президент поддержала договор о границе", "и призвала вывести все войска."]),
    ("ar", ["قرر الجانبان تشكيل لجنة مشتركة للنهر", "وأكدا أنه لا يحق لأي طرف ملء البحيرة."]),
    ("ar", ["بحث الوزيران شؤون الحدود والنهر", "وطالبا بسحب القوات كلها."]),
    ("zh", ["双方决定成立河流联合委员会", "并强调任何一方无权单独蓄水。"]),
]  # fmt: skip
# What looks like it: lists of nouns, passives, words that hold the conjunction.
LISTS = [
    ("en", "The report lists the concerns and demands of the villages along the river."),
    ("en", "The text was discussed at length and agreed by both delegations in Karo."),
    ("en", "The fund pays for schools and promised bridges along the whole river."),
    ("fr", "Ils ont parlé de l’offre et de la demande de blé dans la vallée du Lind."),
    ("fr", "Le texte a été longuement discuté et approuvé par les deux délégations."),
    ("es", "El informe recoge las quejas y demandas de las aldeas junto al río."),
    ("ru", "В докладе перечислены жалобы и требования жителей деревень у реки."),
    ("ar", "ناقش الوفدان العرض والطلب ووعد الحكومة السابقة في ملف النهر."),
    ("ar", "يأتي الأصدقاء القدامى إلى البيت من غير أن ينتظروا طرق الباب."),
    ("zh", "两国企业合并要求延期审批的消息引起关注。"),
    ("en", "The fishermen’s association of Karo, however, has asked for more time."),  # an insertion
    ("fr", "Aucun pêcheur de la vallée, a-t-elle promis, ne sera oublié."),
    ("fr", "L’envoyée avait fait état, avant le vote, de sept violations du texte."),
    ("fr", "La ministre de Veldie, Anne Oru, et son homologue de Norie, Boris Lang, ont signé le traité."),
    ("en", "The ministers will meet in the capital, Fernando Lind of Karo told reporters."),
    ("ru", "За резолюцию проголосовали тринадцать стран, против – ни одной."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "expected"), COORDINATED)
def test_a_verb_of_saying_opens_a_clause_without_a_comma(code: str, expected: list[str]) -> None:
    text = ("" if code == "zh" else " ").join(expected)
    assert [c.of(text) for c in clauses(text, Span(0, len(text)), code)] == expected


@pytest.mark.parametrize(("code", "text"), LISTS)
def test_lists_and_insertions_stay_whole(code: str, text: str) -> None:
    assert [c.of(text) for c in clauses(text, Span(0, len(text)), code)] == [text]


def test_vowel_signs_hide_no_joint() -> None:
    text = "قرر الجانبان تشكيل لجنة مشتركة للنهر وأكَّـدا أنه لا يحق لأي طرف ملء البحيرة."
    assert [c.start for c in clauses(text, Span(0, len(text)), "ar")] == [0, text.index("وأك")]


@pytest.mark.parametrize(("code", "expected"), CLAUSES)
def test_clauses(code: str, expected: list[str]) -> None:
    text = ("" if code == "zh" else " ").join(expected)
    assert [c.of(text) for c in clauses(text, Span(0, len(text)), code)] == expected


JOINED = [
    ("ar", "أعلنت الحكومة في كارو بدء العمل", "، و", "طلبت المعارضة مزيدا من الوقت لدراسة النص"),
    ("en", "The government announced the start of work", ", and ", "the opposition asked for more time"),
    ("es", "El gobierno anunció el inicio de las obras", ", y ", "la oposición pidió más tiempo"),
    ("fr", "Le gouvernement a annoncé le début des travaux", ", et ", "l'opposition a demandé plus de temps"),
    ("ru", "Правительство объявило о начале работ", ", и ", "оппозиция попросила больше времени"),
    ("zh", "政府宣布工程正式启动", "，而且", "反对派要求更多时间研究文本"),
]


@pytest.mark.parametrize(("code", "one", "joint", "other"), JOINED)
def test_two_sentences_joined_by_and_are_two_clauses(code: str, one: str, joint: str, other: str) -> None:
    text = f"Oru. {one}{joint}{other}."
    whole = Span(5, len(text))
    first, second = clauses(text, whole, code)
    assert first.of(text) == f"{one}{joint[0]}"
    assert second.of(text) == f"{joint[1:].lstrip()}{other}."


def test_a_sentence_without_end_is_not_quadratic() -> None:
    text = "the envoy went to the sea, and " * 5000
    found = clauses(text, Span(0, len(text.rstrip())), "en")
    assert len(found) == 5000
