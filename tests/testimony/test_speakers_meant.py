"""Speakers whom a noun means that names nobody, and what is said around them. Lands are invented."""

from __future__ import annotations

import pytest
from tests.testimony.told import last, read_text

ITURBE, VESKAR, BREZAR, HELTAY, FERRAN, HALLAQ = (
    "rafael-iturbe",
    "ilina-veskar",
    "anton-brezar",
    "tomas-heltay",
    "odile-ferran",
    "reem-al-hallaq",
)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "es",
            "El presidente de Santa Aurelia, Rafael Iturbe, recibió a la presidenta de Dravania, Ilina Veskar. "
            "El anfitrión afirmó que el puerto seguirá abierto.",
            ITURBE,
        ),
        (
            "es",
            "El presidente de Santa Aurelia, Rafael Iturbe, recibió a la presidenta de Dravania, Ilina Veskar. "
            "La invitada, sonriente, le contestó que el viaje había sido largo.",
            VESKAR,
        ),
        (
            "en",
            "President Rafael Iturbe of Santa Aurelia received President Ilina Veskar of Dravania on Monday. "
            "His guest said that the harbour was open again.",
            VESKAR,
        ),
        (
            "fr",
            "Le président de Santa Aurelia, Rafael Iturbe, a reçu la présidente de Dravanie, Ilina Veskar. "
            "L'invitée a déclaré que le port était ouvert.",
            VESKAR,
        ),
    ],
)
def test_who_is_host_or_guest_is_one_of_those_who_met(language: str, text: str, speaker: str) -> None:
    assert last(text, language)[0].speakers == (speaker,)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "Muy distinto lo ve Anton Brezar. El líder de los pescadores afirmó que el puerto está lleno.",
        ),
        ("en", "Not so Anton Brezar. The leader of the fishermen said that the port was full."),
    ],
)
def test_who_is_brought_in_by_name_is_told_next_by_what_he_is(language: str, text: str) -> None:
    assert last(text, language)[0].speakers == (BREZAR,)


def test_no_leader_is_he_whom_the_text_knows_by_another_office() -> None:
    text = (
        "El ministro dravano de Exteriores, Tomas Heltay, viajó al norte. "
        "El líder de los pescadores afirmó que el puerto está lleno."
    )
    assert HELTAY not in last(text, "es")[0].speakers


def test_an_aside_between_commas_leaves_the_subject_before_it() -> None:
    text = "Veskar, entretanto, anunció en un largo mensaje que el puente se abrirá. "
    said, _ = last(f"La presidenta de Dravania, Ilina Veskar, calló. {text}", "es")
    assert said.speakers == (VESKAR,)
    assert said.flags == ("future",)


def test_a_spokeswoman_is_named_behind_what_she_speaks_for() -> None:
    text = "« Il n'y a pas de pont à Lisk », a répliqué le lendemain la porte-parole du palais, Odile Ferran."
    assert last(text, "fr")[0].speakers == (FERRAN,)


def test_in_a_house_they_say_behind_what_is_said() -> None:
    text = "Порт закроют на месяц, уточнили в министерстве транспорта Дравании."
    said, words = last(text, "ru")
    assert said.speakers == ("XD",)
    assert words == "Порт закроют на месяц"


def test_a_spokeswoman_without_a_name_goes_on() -> None:
    text = (
        "«База не строится», — заявила официальный представитель МИД Вальдории. "
        "Она добавила, что остров открыт для всех."
    )
    assert last(text, "ru")[0].speakers == ("XV",)


def test_what_ends_in_a_quotation_is_told_whole() -> None:
    text = "Rafael Iturbe s'est tu. Le port fermerait ses quais « dans la semaine », a-t-il prévenu."
    said, words = last(text, "fr")
    assert words == "Le port fermerait ses quais « dans la semaine »"
    assert said.speakers == (ITURBE,)


def test_and_with_an_infinitive_goes_on_with_who_spoke() -> None:
    text = "« Le pont tient », a assuré Rafael Iturbe. Et d'ajouter : « Le port aussi tiendra tout l'hiver. »"
    assert [one.speakers for one in read_text(text, "fr").statements] == [(ITURBE,), (ITURBE,)]


def test_who_asks_for_anonymity_demands_nothing() -> None:
    text = "Un conseiller de M. Iturbe, qui réclame l'anonymat, jure que le pont tient encore bien."
    said = read_text(text, "fr").statements
    assert [one.cue for one in said] == ["jure que"]


def test_what_was_to_come_is_future_where_a_time_is_told() -> None:
    told = "Rafael Iturbe a fait savoir que le pont "
    assert last(told + "rouvrirait dimanche.", "fr")[0].flags == ("future",)
    assert last(told + "gagnerait à être plus large.", "fr")[0].flags == ()
