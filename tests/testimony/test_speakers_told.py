"""Speakers who are told by other words than their names, and statements that stand elsewhere. Lands are invented."""

from __future__ import annotations

import pytest
from tests.testimony.told import last, read_text

OSTRANDER, HALLAQ, CORVANE, VESKAR, DOVANE = (
    "pavel-ostrander",
    "hala-al-shamikh",
    "emil-corvane",
    "ilina-veskar",
    "marek-dovane",
)


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", "The grain arrived late. Sahrat's transport ministry denied that any ship was lost.", "XS"),
        (
            "en",
            "The Valdorian ministry of culture, for its part, said that the museum would stay shut.",
            "XV",
        ),
        (
            "fr",
            "Le ministère valdorien des Transports a regretté que le pont soit resté fermé tout l'été.",
            "XV",
        ),
        (
            "fr",
            "Le ministère sahrati de la Culture n'en dit pas plus. Dans une note, il regrette que le musée reste fermé.",
            "XS",
        ),
        (
            "es",
            "El Ministerio valdoriano de Cultura lamentó que el museo siga cerrado. El de Sahrat, por su lado, negó "
            "que falte dinero.",
            "XS",
        ),
    ],
)
def test_a_ministry_speaks_for_its_state(language: str, text: str, side: str) -> None:
    statement, _ = last(text, language)
    assert statement.speakers == (side,)


def test_a_ministry_is_its_minister_s() -> None:
    text = (
        "La ministra de Energía de Valdoria, Irene Castellan, viajó el lunes a Sahrat para visitar una presa.\n\n"
        "El Ministerio de Energía precisó que las obras durarán un año."
    )
    assert last(text, "es")[0].speakers == ("XV",)


TWO = {
    "fr": "Le ministre valdorien des Affaires étrangères, Pavel Ostrander, a reçu la ministre sahratie des Affaires "
    "étrangères, Mme Hala El-Chamikh. ",
    "es": "El ministro valdoriano de Exteriores, Pavel Ostrander, recibió a la ministra sahratí de Exteriores, Hala al "
    "Shamij. ",
    "en": "Valdorian Foreign Minister Pavel Ostrander received Sahrati Foreign Minister Hala al-Shamikh. ",
}


@pytest.mark.parametrize(
    ("language", "sentence", "speaker"),
    [
        ("fr", "Le ministre a souligné que le pont rouvrirait avant l'été.", OSTRANDER),
        ("fr", "La ministre a souligné que le pont rouvrirait avant l'été.", HALLAQ),
        ("fr", "Celle-ci a souligné que le pont rouvrirait avant l'été.", HALLAQ),
        ("fr", "Le ministre a dit oui au pont. Son homologue a souligné que rien ne pressait.", HALLAQ),
        ("es", "El ministro dijo que habrá puente. Su interlocutora subrayó que nada corre prisa.", HALLAQ),
        (
            "en",
            "The minister said that the bridge would reopen. His counterpart noted that much was left to do.",
            HALLAQ,
        ),
    ],
)
def test_whom_an_office_alone_means(language: str, sentence: str, speaker: str) -> None:
    assert last(TWO[language] + sentence, language)[0].speakers == (speaker,)


def test_an_office_behind_a_quotation_is_nobody_named_in_it() -> None:
    text = (
        "Le ministre valdorien de la Défense, Marek Dovane, a visité le port jeudi. Il a dit sa surprise.\n"
        "« M. Heltay oublie vite ses promesses », rétorque le ministre."
    )
    assert last(text, "fr")[0].speakers == (DOVANE,)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "es",
            "Emil Corvane acusó el lunes a Dravania de mentir. Preguntada por esas palabras, Ilina Veskar tardó unos "
            "segundos. «No voy a contestar a eso», replicó.",
            VESKAR,
        ),
        (
            "en",
            "President Ilina Veskar noted that Valdoria had closed the port and warned against further steps.",
            VESKAR,
        ),
        (
            "en",
            "President Emil Corvane, before leaving for home, undertook to send Sahrat a team of divers.",
            CORVANE,
        ),
        (
            "en",
            "President Emil Corvane regretted the noise around the plan but said the offer still stood.",
            CORVANE,
        ),
        ("fr", "Le président Emil Corvane, qui l'avait accusée de mentir, a été reçu mardi.", CORVANE),
    ],
)
def test_who_does_what_a_verb_tells(language: str, text: str, speaker: str) -> None:
    assert last(text, language)[0].speakers == (speaker,)


@pytest.mark.parametrize(
    ("language", "text", "speaker", "said"),
    [
        (
            "es",
            "La presidenta Ilina Veskar rechazó el plan. El mejor puente, a su juicio, sería uno más corto.",
            VESKAR,
            "El mejor puente + sería uno más corto",
        ),
        (
            "fr",
            "La présidente Ilina Veskar a rejeté le plan. Selon elle, le pont coûterait trop cher au pays.",
            VESKAR,
            "le pont coûterait trop cher au pays",
        ),
        (
            "es",
            "El pacto estuvo a punto de romperse el martes, según dijo el presidente Emil Corvane.",
            CORVANE,
            "El pacto estuvo a punto de romperse el martes",
        ),
        (
            "en",
            "President Emil Corvane was blunter: “We shall not pay for a bridge that nobody needs.”",
            CORVANE,
            "“We shall not pay for a bridge that nobody needs.”",
        ),
        (
            "fr",
            "Aux yeux du président Emil Corvane, le pont ne sert plus à rien depuis des années.",
            CORVANE,
            "le pont ne sert plus à rien depuis des années",
        ),
    ],
)
def test_statements_without_a_verb_of_saying_beside_them(
    language: str, text: str, speaker: str, said: str
) -> None:
    statement, words = last(text, language)
    assert (statement.speakers, words) == ((speaker,), said)


@pytest.mark.parametrize(
    ("language", "text", "acts"),
    [
        (
            "es",
            "Tras subrayar que el agua es de todos, el presidente Emil Corvane ofreció abrir la presa.",
            "stress",
        ),
        ("es", "El presidente Emil Corvane se limitó a lamentar que nadie le hubiera avisado.", "regret"),
        ("fr", "Le président Emil Corvane a tenu à rappeler que le pont appartient aux deux pays.", "recall"),
        ("en", "President Emil Corvane was quick to warn that the river would not wait for lawyers.", "warn"),
    ],
)
def test_infinitives_of_saying(language: str, text: str, acts: str) -> None:
    assert acts in {statement.act for statement in read_text(text, language).statements}


def test_what_commas_set_off_behind_that_is_said() -> None:
    text = "President Emil Corvane added that the pledge, once given, “stands as firm as the bridge itself”."
    assert last(text, "en")[1].startswith("the pledge, once given")


def test_a_verb_between_commas_in_a_long_quotation() -> None:
    text = "« Il y a des règles, répond le président Emil Corvane. Elles valent pour tous les pays. »"
    statement, _ = last(text, "fr")
    assert (statement.speakers, statement.mode) == ((CORVANE,), "direct")


def test_nothing_is_said_where_somebody_would_not() -> None:
    text = "Le président Emil Corvane n'a pas souhaité réagir à ces propos."
    assert not read_text(text, "fr").statements
