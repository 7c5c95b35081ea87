"""Agreements told apart from their verb: adverbs, clauses between, what is denied, what is not disclosed."""

from __future__ import annotations

import pytest
from tests.testimony.told import one


@pytest.mark.parametrize(
    ("language", "sentence", "number"),
    [
        (
            "es",
            "Las partes convinieron finalmente en que Sahrat abrirá el puerto y en que Valdoria pagará la obra.",
            2,
        ),
        (
            "en",
            "The two sides agreed to build a road, a work to be finished by May 2033, and to open a consulate.",
            2,
        ),
    ],
)
def test_each_thing_agreed(language: str, sentence: str, number: int) -> None:
    told = one(sentence, language).agreements
    assert [a.force for a in told] == ["agreed"] * number


LAID_DOWN = {
    "en": "The two sides agreed to build a road. The deal, which has not been published, also includes a joint fund.",
    "es": "Ambas partes acordaron abrir un puerto. El pacto, que no se ha publicado, incluye además un fondo común.",
    "fr": "Les deux parties sont convenues d'ouvrir un port. L'accord, qui reste secret, comprend aussi un fonds commun.",
}


@pytest.mark.parametrize("language", LAID_DOWN)
def test_a_paper_lays_down_across_a_clause(language: str) -> None:
    told = one(LAID_DOWN[language], language).agreements
    assert len(told) == 2
    assert told[0].parties == told[1].parties


def test_what_is_denied_was_not_agreed() -> None:
    said = "МИД Вальдории отверг утверждения, будто договорённость о порте достигнута под давлением."
    assert not [a for a in one(said, "ru").agreements if a.force == "agreed"]


def test_what_is_not_disclosed_is_no_position() -> None:
    said = "What they ate was not disclosed, though an aide described the soup as salty."
    assert not one(said, "en").agreements


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "M. Corvane a fait savoir que le gouvernement publierait le rapport avant le 3 juin."),
        ("es", "Corvane anunció en una breve nota que el Estado compensará a los pescadores."),
    ],
)
def test_ones_own_government_binds(language: str, sentence: str) -> None:
    assert "one-sided" in {a.force for a in one(sentence, language).agreements}


def test_to_study_a_request_binds_nobody() -> None:
    told = one("Al Haruni respondió que su Gobierno estudiará la oferta.", "es")
    assert not told.agreements


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Aucun accord n'a en revanche été trouvé sur les tarifs."),
        ("en", "No formal agreement on fares was in the end reached."),
        ("ru", "Договорённости о тарифах достичь так и не удалось."),
    ],
)
def test_no_agreement_with_words_between(language: str, sentence: str) -> None:
    assert any("negated" in a.flags for a in one(sentence, language).agreements)
