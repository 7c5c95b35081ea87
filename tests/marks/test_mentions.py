"""Mentions by table: language, text, what it points at; refusals with an empty list."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest
from eval.pointing import LANDS

from hexapla.marks.mentions import Mention, mentions, merge, people
from hexapla.parties import Parties, load
from hexapla.witness.model import Witness
from hexapla.witness.reading import Given, read_witness

DAY = dt.date(2031, 5, 14)


@cache
def parties() -> Parties:
    """The packaged parties with invented lands beside them."""
    return load(LANDS)


def witness(text: str, language: str, published: dt.date | None = DAY) -> Witness:
    return read_witness(text, source="test", sha256=text, given=Given(language=language, published=published))


def read(text: str, language: str, published: dt.date | None = DAY) -> tuple[Mention, ...]:
    return mentions(witness(text, language, published), parties())


def shown(text: str, language: str, published: dt.date | None = DAY) -> list[str]:
    """Each mention of a person as ``who office/of status``."""
    out = []
    for m in read(text, language, published):
        if m.kind in ("name", "name-with-office", "office"):
            who = m.person or "?" + ",".join(m.candidates)
            out.append(f"{who} {m.office}/{m.of} {m.status}" if m.office else who)
    return out


PRESIDENT = "emil-corvane president/XV incumbent"
MINISTER = "pavel-ostrander foreign-minister/XV incumbent"
OTHERS = "hala-al-shamikh foreign-minister/XS incumbent"

ONE = [
    # Names with offices, before and behind, the state in every place a language puts it.
    ("en", "Valdorian President Emil Corvane spoke.", [PRESIDENT]),
    ("en", "The president of Valdoria, Emil Corvane, spoke.", [PRESIDENT]),
    ("en", "Emil Corvane, the Valdorian president, spoke.", [PRESIDENT]),
    ("en", "Valdoria's foreign minister, Pavel Ostrander, spoke.", [MINISTER]),
    ("fr", "Le ministre valdorien des Affaires étrangères, Pavel Ostrander, a parlé.", [MINISTER]),
    ("fr", "Le ministre des Affaires étrangères valdorien Pavel Ostrander a parlé.", [MINISTER]),
    ("fr", "Pavel Ostrander, ministre des Affaires étrangères de la Valdorie, a parlé.", [MINISTER]),
    ("es", "El ministro valdoriano de Exteriores, Pavel Ostrander, habló.", [MINISTER]),
    ("es", "El canciller valdoriano, Pavel Ostrander, habló.", [MINISTER]),
    ("ru", "Министр иностранных дел Вальдории Павел Острандер выступил.", [MINISTER]),
    ("ru", "Глава вальдорийского МИД Павел Острандер выступил.", [MINISTER]),
    ("ru", "Он встретился с министром иностранных дел Вальдории Павлом Острандером.", [MINISTER]),
    ("ar", "تحدث وزير الخارجية الفالدوري بافل أوستراندر.", [MINISTER]),
    ("ar", "وقال بافل أوستراندر وزير خارجية فالدوريا إن الأمر مهم.", [MINISTER]),
    ("zh", "瓦尔多利亚外长帕维尔·奥斯特兰德发表讲话。", [MINISTER]),
    # An office alone: who held it that day.
    ("en", "The Valdorian foreign minister spoke.", [MINISTER]),
    ("fr", "Le chef de la diplomatie valdorienne a parlé.", [MINISTER]),
    ("es", "El canciller valdoriano habló.", [MINISTER]),
    ("ru", "Глава МИД Вальдории выступил.", [MINISTER]),
    ("ar", "تحدث وزير خارجية فالدوريا.", [MINISTER]),
    ("zh", "瓦尔多利亚外长发表讲话。", [MINISTER]),
    # A nation's minister of what? The words do not say.
    ("en", "The Valdorian minister spoke.", ["? minister/XV incumbent"]),
    # Counterparts.
    ("en", "Pavel Ostrander met his Sahrati counterpart.", ["pavel-ostrander", OTHERS]),
    ("fr", "Pavel Ostrander a reçu son homologue sahratie.", ["pavel-ostrander", OTHERS]),
    ("es", "Pavel Ostrander recibió a su homóloga sahratí.", ["pavel-ostrander", OTHERS]),
    ("ru", "Павел Острандер принял свою сахратскую коллегу.", ["pavel-ostrander", OTHERS]),
    ("ar", "استقبل بافل أوستراندر نظيرته السهراتية.", ["pavel-ostrander", OTHERS]),
    ("zh", "帕维尔·奥斯特兰德会见萨赫拉特同行。", ["pavel-ostrander", OTHERS]),
    # Plural offices.
    ("en", "The Valdorian and Sahrati foreign ministers met.", [OTHERS, MINISTER]),
    ("fr", "Les ministres valdorien et sahrati des Affaires étrangères se sont vus.", [OTHERS, MINISTER]),
    ("es", "Los cancilleres de Valdoria y Sahrat se reunieron.", [OTHERS, MINISTER]),
    ("ru", "Министры иностранных дел Вальдории и Сахрата встретились.", [OTHERS, MINISTER]),
    ("ar", "التقى وزيرا خارجية فالدوريا وسهرات.", [OTHERS, MINISTER]),
    ("zh", "瓦尔多利亚和萨赫拉特两国外长举行会谈。", [OTHERS, MINISTER]),
    # Former holders.
    ("en", "Former Valdorian president Leo Marchetti spoke.", ["leo-marchetti president/XV former"]),
    ("fr", "L'ancien président valdorien Léo Marchetti a parlé.", ["leo-marchetti president/XV former"]),
    ("fr", "Le président valdorien déchu Léo Marchetti a parlé.", ["leo-marchetti president/XV former"]),
    ("ru", "Бывший президент Вальдории Лео Маркетти выступил.", ["leo-marchetti president/XV former"]),
    ("ar", "تحدث الرئيس الفالدوري السابق ليو ماركيتي.", ["leo-marchetti president/XV former"]),
    ("zh", "瓦尔多利亚前总统莱奥·马尔凯蒂发表讲话。", ["leo-marchetti president/XV former"]),
    # Surnames: after a full name, and with clitics and cases.
    ("ru", "Эмиль Корван прибыл. С Корваном приехал переводчик.", ["emil-corvane", "emil-corvane"]),
    ("ar", "وصل إميل كورفان. ولكورفان موقف آخر.", ["emil-corvane", "emil-corvane"]),
    # People that nobody knows.
    ("en", "Trade Minister Anna Berg spoke; Berg then left.", ["anna-berg trade-minister/None incumbent", "anna-berg"]),
    ("fr", "M. Dufour a parlé.", ["dufour"]),
    # Nobody.
    ("en", "The president of the company spoke.", []),
    ("en", "A minister should know better.", []),
    ("fr", "Le président du comité a parlé.", []),
    ("es", "La presidenta de la asociación habló.", []),
    ("ru", "После обеда президент компании выступил.", []),
    ("ar", "تحدث رئيس اللجنة.", []),
    ("zh", "委员会主席发表讲话。", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), ONE, ids=range(len(ONE)))
def test_people(language: str, text: str, expected: list[str]) -> None:
    assert shown(text, language) == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (dt.date(2028, 1, 1), ["leo-marchetti president/XV incumbent"]),
        (dt.date(2029, 2, 28), ["leo-marchetti president/XV incumbent"]),
        (dt.date(2029, 3, 1), ["emil-corvane president/XV incumbent"]),
        # After the record's end nobody knows.
        (dt.date(2040, 1, 1), ["? president/XV incumbent"]),
        # Without a day: both may be meant.
        (None, ["?emil-corvane,leo-marchetti president/XV incumbent"]),
    ],
)
def test_offices_within_the_date(published: dt.date | None, expected: list[str]) -> None:
    assert shown("The Valdorian president spoke.", "en", published) == expected


def test_what_the_text_says_goes_before_what_is_known() -> None:
    text = "Valdorian President Anna Berg arrived. The Valdorian president waved."
    assert shown(text, "en") == ["anna-berg president/XV incumbent"] * 2


def test_two_of_one_surname_stay_two() -> None:
    text = (
        "Tarsenian President Milan Dragovets and Vesna Dragovets opened the fair. "
        "President Dragovets spoke. Dragovets left early."
    )
    first, wife, title, alone = read(text, "en")
    assert (first.person, wife.person, title.person) == (
        "milan-dragovets",
        "vesna-dragovets",
        "milan-dragovets",
    )
    assert alone.person is None
    assert set(alone.candidates) == {"milan-dragovets", "vesna-dragovets"}


def test_two_ministers_of_one_name_are_told_by_their_offices() -> None:
    text = (
        "Nuwayran Foreign Minister Yusuf al-Qandil and Finance Minister Mansur al-Qandil arrived. "
        "The foreign minister, al-Qandil, spoke first."
    )
    assert [m.person for m in read(text, "en") if m.person] == [
        "yusuf-al-qandil",
        "mansur-al-qandil",
        "yusuf-al-qandil",
    ]


def test_a_name_in_a_headline_before_the_full_name() -> None:
    text = "Corvane pledges help\n\nValdorian President Emil Corvane pledged help on Monday in a long speech."
    assert next(m.person for m in read(text, "en")) == "emil-corvane"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Marenza said it would help, and he was born in Marenza.", ["XV"]),
        ("en", "The position of Marenza is clear.", ["XV"]),
        ("fr", "Les relations entre Marenza et Qasr Nahra sont bonnes.", ["XV", "XS"]),
        ("ru", "Серый дом молчит. Он живет в Маренце.", ["XV"]),
        ("ar", "أكدت ليسك موقفها. وسافر إلى ليسك.", ["XD"]),
        ("en", "The Valdorian side agreed.", ["XV"]),
        ("ar", "وافق الجانب الفالدوري.", ["XV"]),
        ("zh", "瓦方表示同意。", ["XV"]),
    ],
)
def test_what_stands_for_governments(language: str, text: str, expected: list[str]) -> None:
    assert [m.party for m in read(text, language) if m.kind == "government"] == expected


def test_another_spelling_beside_the_office_is_the_holder() -> None:
    (found,) = [
        m for m in read("Le ministre valdorien de la Défense, Mareck Dovan, a parlé.", "fr") if m.person
    ]
    assert found.person == "marek-dovane"


def test_somebody_of_a_known_name_but_another_land_is_somebody_else() -> None:
    (found,) = [m for m in read("Dravanian Health Minister Marek Dovane spoke.", "en") if m.person]
    assert found.person == "marek-dovane-2"


def test_people_of_several_witnesses_become_one_across_scripts() -> None:
    texts = {
        "en": "Kombaran Interior Minister Salif Dorembe signed the paper.",
        "fr": "Le ministre de l'Intérieur, Salif Dorembé, a signé le document.",
        "ru": "Министр внутренних дел Салиф Дорембе подписал документ.",
        "ar": "ووقع وزير الداخلية ساليف دوريمبي الوثيقة.",
    }
    some = [witness(text, language) for language, text in texts.items()]
    (one,) = merge([people(w, mentions(w, parties()), parties()) for w in some])
    assert one.id == "salif-dorembe"
    assert set(one.names) == set(texts)
    assert sorted(one.mentions) == [0, 1, 2, 3]
    assert {held.office for held in one.offices} == {"interior-minister"}


def test_two_people_of_one_witness_are_never_merged() -> None:
    both = witness("Trade Minister Anna Berg met Energy Minister Hanna Berg.", "en")
    one = witness("La ministre du Commerce Anna Berg a parlé.", "fr")
    found = merge([people(w, mentions(w, parties()), parties()) for w in (both, one)])
    assert sorted(tuple(sorted(p.mentions)) for p in found) == [(0,), (0, 1)]


def test_a_person_has_the_fullest_name_office_and_day() -> None:
    w = witness("Corvane arrived. President Emil Corvane spoke.", "en")
    (one,) = people(w, mentions(w, parties()), parties())
    assert one.names == {"en": ("Emil Corvane", "Corvane")}
    assert [(h.office, h.of, h.on, h.basis, h.status) for h in one.offices] == [
        ("president", "XV", DAY, "stated", "incumbent")
    ]


def test_an_office_that_no_text_states_is_the_parties() -> None:
    w = witness("Emil Corvane spoke.", "en")
    (one,) = people(w, mentions(w, parties()), parties())
    assert [(h.office, h.basis) for h in one.offices] == [("president", "parties")]
