"""What is agreed, signed, jointly held, undertaken and held out, and what is not, in six languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.testimony.told import LEAD, one, read_text

from hexapla.lang import codes

BOTH = {"XV", "XS"}
AGREED = {
    "ar": ("واتفق الجانبان على استئناف عمل اللجنة المشتركة قبل نهاية حزيران.", "2031-06"),
    "en": (
        "The two sides agreed to resume the work of the joint committee before the end of June.",
        "2031-06",
    ),
    "es": (
        "Ambas partes acordaron reanudar los trabajos de la comisión mixta antes de finales de junio.",
        "2031-06",
    ),
    "fr": (
        "Les deux parties sont convenues de relancer les travaux du comité mixte avant la fin juin.",
        "2031-06",
    ),
    "ru": ("Стороны договорились возобновить работу совместной комиссии до конца июня.", "2031-06"),
    "zh": ("双方商定于6月底前恢复联合委员会的工作。", "2031-06"),
}
SIGNED = {
    "ar": "وفي ختام المباحثات وقع الجانبان مذكرة تفاهم حول تخزين الحبوب.",
    "en": "At the end of the talks the two sides signed a memorandum of understanding on grain storage.",
    "es": "Al término de las conversaciones, ambas partes firmaron un memorando de entendimiento sobre cereales.",
    "fr": "À l'issue des entretiens, les deux parties ont signé un mémorandum d'entente sur le stockage des céréales.",
    "ru": "По итогам переговоров стороны подписали меморандум о взаимопонимании в области хранения зерна.",
    "zh": "会谈后，双方签署了关于粮食储存的谅解备忘录。",
}
JOINT = {
    "ar": "ورفض الجانبان أي تدخل في الشؤون الداخلية.",
    "en": "The two sides rejected any foreign interference in internal affairs.",
    "es": "Ambas partes rechazaron toda injerencia en los asuntos internos.",
    "fr": "Les deux parties ont rejeté toute ingérence dans les affaires intérieures.",
    "ru": "Обе стороны отвергли любое вмешательство во внутренние дела.",
    "zh": "双方强调反对任何干涉内政的行为。",
}
VIEW = {
    "ar": "واتفق الزعيمان على أهمية الحوار.",
    "en": "The two leaders agreed on the importance of dialogue.",
    "es": "Los dos mandatarios coincidieron en la importancia del diálogo.",
    "fr": "Les deux dirigeants ont convenu de l'importance du dialogue.",
    "ru": "Лидеры двух стран сошлись во мнении о важности диалога.",
    "zh": "两国领导人一致认为对话十分重要。",
}
UNDERTAKEN = {
    "ar": "ووعد كورفان بأن تسلم فالدوريا سهرات سفينتي قمح قبل الأول من تموز.",
    "en": "Corvane promised that Valdoria would deliver two ships of wheat to Sahrat by 1 July.",
    "es": "Corvane prometió que Valdoria entregará a Sahrat dos barcos de trigo antes del 1 de julio.",
    "fr": "M. Corvane a promis que la Valdorie livrerait à Sahrat deux navires de blé avant le 1er juillet.",
    "ru": "Корван пообещал, что Вальдория поставит Сахрату два судна с зерном к 1 июля.",
    "zh": "科尔万承诺瓦尔多利亚将于7月1日之前向萨赫拉特提供两船小麦。",
}
NOT_AGREED = {
    "ar": "ولم يتفق الجانبان على حصص الصيد.",
    "en": "The two sides failed to agree on fishing quotas.",
    "es": "Las partes no lograron un acuerdo sobre las cuotas de pesca.",
    "fr": "Les deux parties ne se sont pas entendues sur les quotas de pêche.",
    "ru": "Сторонам не удалось договориться о квотах на вылов рыбы.",
    "zh": "双方未能就捕鱼配额达成协议。",
}
# What is asked for, supposed, long past, of others, or merely named.
NONE = {
    "ar": [
        "وإذا اتفق الجانبان على موعد فستعقد قمة.",
        "ودعا كورفان نويرة ودرافانيا إلى توقيع اتفاق لوقف إطلاق النار.",
    ],
    "en": [
        "If the two sides agree on a date, a summit will be held.",
        "Corvane called on Nuwayra and Dravania to sign a ceasefire agreement.",
        "The grain agreement that Nuwayra and Dravania signed in 2029 was not mentioned.",
        "The agreement on grain expires in a year.",
    ],
    "es": [
        "Si las partes acuerdan una fecha, se celebrará una cumbre.",
        "El acuerdo sobre cereales que Nuweira y Dravania firmaron en 2029 no se mencionó.",
    ],
    "fr": [
        "L'accord sur les céréales que la Nouweira et la Dravanie ont signé en 2029 n'a pas été évoqué.",
        "M. Corvane a appelé la Nouweira et la Dravanie à signer un accord de cessez-le-feu.",
    ],
    "ru": [
        "Если стороны договорятся о дате, состоится саммит.",
        "Корван призвал Нувейру и Драванию подписать соглашение о прекращении огня.",
    ],
    "zh": ["科尔万呼吁努韦拉和德拉瓦尼亚签署停火协议。", "如果双方商定日期，将举行峰会。"],
}
ELSEWHERE = {
    "ar": "اتفق النادي مع اللاعب على تجديد عقده حتى عام 2033.",
    "en": "The striker signed a three-year contract with the club and agreed to a lower wage.",
    "es": "El delantero firmó un contrato de tres años con el club y acordó un salario menor.",
    "fr": "L'attaquant a signé un contrat de trois ans avec le club et accepté un salaire moindre.",
    "ru": "Нападающий подписал с клубом контракт на три года и согласился на меньшую зарплату.",
    "zh": "这名前锋与俱乐部签署了三年合同，并同意降薪。",
}


@pytest.mark.parametrize("language", codes())
def test_both_sides_agree(language):
    sentence, day = AGREED[language]
    (found,) = one(sentence, language).agreements
    assert (found.force, found.deed, set(found.parties), found.due) == ("agreed", "resumes", BOTH, day)
    assert found.body is not None
    assert found.meeting is not None


@pytest.mark.parametrize("language", codes())
def test_a_paper_is_signed(language):
    read = one(SIGNED[language], language)
    (found,) = read.agreements
    assert (found.force, found.deed, set(found.parties)) == ("agreed", "signs", BOTH)
    assert found.paper is not None
    assert found.paper.of(read.witness.text) in SIGNED[language]


@pytest.mark.parametrize("language", codes())
def test_both_take_a_position(language):
    (found,) = one(JOINT[language], language).agreements
    assert (found.force, found.deed, set(found.parties)) == ("joint-position", "holds", BOTH)


@pytest.mark.parametrize("language", codes())
def test_a_view_that_is_shared_is_a_position(language):
    (found,) = one(VIEW[language], language).agreements
    assert (found.force, set(found.parties)) == ("joint-position", BOTH)


@pytest.mark.parametrize("language", codes())
def test_one_promises_the_other(language):
    (found,) = one(UNDERTAKEN[language], language).agreements
    assert (found.force, found.by, found.to) == ("undertaken", "XV", "XS")
    assert found.due == "2031-07-01"


@pytest.mark.parametrize("language", codes())
def test_no_agreement_was_reached(language):
    (found,) = one(NOT_AGREED[language], language).agreements
    assert found.flags == ("negated",)


@pytest.mark.parametrize(("language", "sentence"), [(code, told) for code in codes() for told in NONE[code]])
def test_none_of_the_parties_own(language, sentence):
    assert one(sentence, language).agreements == ()


@pytest.mark.parametrize("language", codes())
def test_other_news_agree_on_nothing(language):
    assert read_text(ELSEWHERE[language] + "\n", language).agreements == ()


def test_two_things_agreed_are_two():
    found = one("The two sides agreed to open a consulate by June and to lift the visas.", "en").agreements
    assert [each.due for each in found] == ["2031-06", None]


def test_to_be_signed():
    (found,) = one("The two sides will sign a protocol on visas on Friday.", "en").agreements
    assert (found.deed, found.flags, found.due) == ("signs", ("future",), "2031-05-16")


def test_one_leaves_a_body():
    (found,) = one("Nuwayra suspended its membership of the commission on Monday.", "en").agreements
    assert (found.force, found.deed, found.by, found.due) == ("one-sided", "suspends", "XN", None)


@pytest.mark.parametrize("language", codes())
@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(range(7)), max_size=6), st.text(max_size=30))
def test_spans_stand_in_the_text(language, some, noise):
    tables = (SIGNED, JOINT, VIEW, UNDERTAKEN, NOT_AGREED, LEAD, ELSEWHERE)
    text = "\n\n".join([*(tables[number][language] for number in some), LEAD[language] + noise])
    read = read_text(text, language)
    for agreement in read.agreements:
        assert agreement.parties
        for span in (*agreement.spans, *agreement.what):
            assert 0 <= span.start < span.end <= len(text)
