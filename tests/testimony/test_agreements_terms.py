"""What an agreement lays down in sentences behind it; orders of both; what is held out; by when."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.testimony.told import PUBLISHED, one

from hexapla.lang import codes
from hexapla.testimony.deadlines import _terms

AGREED = {
    "ar": "واتفق الجانبان على بناء طريق.",
    "en": "The two sides agreed to build a road.",
    "es": "Ambas partes acordaron construir una carretera.",
    "fr": "Les deux parties sont convenues de construire une route.",
    "ru": "Стороны договорились построить дорогу.",
    "zh": "双方商定修建公路。",
}
# Two terms, told of the agreement before.
TERMS = {
    "ar": "وبموجب الاتفاق، تدفع فالدوريا نصف الكلفة، فيما تحصل سهرات على رسوم سنوية.",
    "en": "Under the deal, work is to start by March 2033 and no toll may be charged.",
    "es": "En virtud del pacto, Valdoria abrirá su puerto y Sahrat tendrá que suprimir los visados.",
    "fr": "Aux termes de cet accord, la Valdorie ouvrira son port et Sahrat supprimera les visas.",
    "ru": "Документ предусматривает, что стройка начнётся не позднее 1 марта, а за её ходом будет следить комиссия.",
    "zh": "根据协议，瓦方将于明年3月前开放港口，萨方将取消关税。",
}
# By when, told in the next sentence.
LATER = {
    "en": "The road, which will cost a fortune, must be finished by May 2033.",
    "es": "La obra deberá estar terminada en mayo de 2033.",
    "fr": "Elle devra être achevée au plus tard en mai 2033.",
    "ru": "Работы должны быть завершены не позднее мая 2033 года.",
    "zh": "公路须在2033年5月底前完工。",
}
# Counted from publication.
COUNTED = {
    "ar": "خلال عشرة أيام",
    "en": "within ten days",
    "es": "en un plazo de diez días",
    "fr": "dans les dix jours",
    "ru": "в течение десяти дней",
    "zh": "十天内",
}


@pytest.mark.parametrize("language", codes())
def test_the_terms_of_an_agreement(language):
    found = one(f"{AGREED[language]} {TERMS[language]}", language).agreements
    assert [(each.force, set(each.parties)) for each in found] == [("agreed", {"XV", "XS"})] * 3


@pytest.mark.parametrize("language", codes())
def test_no_terms_without_an_agreement(language):
    assert one(TERMS[language], language).agreements == ()


@pytest.mark.parametrize("language", sorted(LATER))
def test_by_when_is_told_later(language):
    (found,) = one(f"{AGREED[language]} {LATER[language]}", language).agreements
    assert found.due is not None
    assert found.due.startswith("2033-05")


@pytest.mark.parametrize("language", codes())
def test_days_counted_from_publication(language):
    words = COUNTED[language]
    ((_, day),) = _terms(language).counted(words, 0, len(words), PUBLISHED)
    assert day == (PUBLISHED + dt.timedelta(days=10)).isoformat()


def test_a_deadline_comes_before_a_date_of_the_past():
    sentence = "The two sides agreed that work, suspended since March, should go on no later than October 15."
    (found,) = one(sentence, "en").agreements
    assert found.due == "2031-10-15"


def test_the_end_of_the_month():
    (found,) = one("The two sides agreed to open a consulate by the end of the month.", "en").agreements
    assert found.due == "2031-05"


def test_what_both_order_is_agreed():
    sentence = "The two leaders tasked their ministers with drafting a plan for the port."
    (found,) = one(sentence, "en").agreements
    assert (found.force, set(found.parties)) == ("agreed", {"XV", "XS"})


def test_agreed_in_the_end_is_agreed():
    """*The end* denies nothing."""
    (found,) = one("In the end the two sides agreed to open a consulate.", "en").agreements
    assert found.flags == ()


def test_failed_between_commas():
    (found,) = one(
        "Ambas partes no lograron, en cambio, ponerse de acuerdo sobre las cuotas.", "es"
    ).agreements
    assert found.flags == ("negated",)


def test_at_a_meal_where_they_agreed():
    sentence = "Corvane gave al-Harouni a lunch, at which they agreed to open a consulate in Marenza."
    assert [each.force for each in one(sentence, "en").agreements] == ["agreed"]


def test_assured_his_host():
    sentence = "Al-Harouni assured his host that Sahrat would reopen the strait by June."
    (found,) = one(sentence, "en").agreements
    assert (found.force, found.by, found.to) == ("undertaken", "XS", "XV")


def test_what_was_not_managed_behind_the_verb():
    (found,) = one("Договориться о сроках стороны не смогли.", "ru").agreements
    assert found.flags == ("negated",)


def test_until_is_no_preposition_of_an_infinitive():
    """حتى before a verb that comes first: *when both signed*."""
    (found,) = one("وما هي إلا ساعة حتى وقع الجانبان مذكرة حول الموانئ.", "ar").agreements
    assert (found.deed, found.flags) == ("signs", ())
