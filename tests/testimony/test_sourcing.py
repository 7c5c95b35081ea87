"""The chain a statement came through: unnamed sources with all their words, outlets that nobody knows."""

from __future__ import annotations

import pytest
from tests.testimony.told import read_text

from hexapla.lang import codes

# An unnamed source told an outlet that is named by the words alone: the outlet, and words for the source.
TOLD = {
    "ar": ("قال مسؤول رفيع في الوزارة لصحيفة «الميناء» إن الملحق جاهز للنشر.", "الميناء", "مسؤول رفيع"),
    "en": (
        "Two senior officials told the Harbour Herald that the annex was ready for print.",
        "Harbour Herald",
        "Two senior officials",
    ),
    "es": (
        "El diario La Costa publicó el jueves, citando a dos fuentes del ministerio, que el anexo estaba listo.",
        "La Costa",
        "dos fuentes del ministerio",
    ),
    "fr": (
        "Citant un conseiller du palais, le quotidien « La Côte » écrit que l'annexe est prête.",
        "La Côte",
        "un conseiller du palais",
    ),
    "ru": (
        "Источник, близкий к переговорам, рассказал газете «Северный маяк», что приложение готово.",
        "Северный маяк",
        "Источник, близкий к переговорам",
    ),
    "zh": ("一名不愿具名的外交官告诉《港口时报》，附件已经准备就绪。", "港口时报", "一名不愿具名的外交官"),
}


@pytest.mark.parametrize("language", codes())
def test_who_told_which_outlet(language):
    sentence, outlet, through = TOLD[language]
    (said,) = read_text(sentence + "\n", language).statements
    (source,) = said.sources
    assert source.name == outlet
    assert source.through is not None
    assert through in source.through


def test_an_outlet_is_spoken_of_again():
    text = (
        "An aide told the Harbour Herald that the annex was ready.\n\n"
        "According to the same aide, it would be printed on Friday.\n"
    )
    first, second = read_text(text, "en").statements
    assert [s.name for s in first.sources] == ["Harbour Herald"]
    assert [(s.name, s.through) for s in second.sources] == [("Harbour Herald", "the same aide")]


def test_a_source_that_asked_not_to_be_named():
    (said,) = read_text(
        "A Valdorian diplomat, who asked not to be named, said the annex was ready for print.\n", "en"
    ).statements
    assert [s.through for s in said.sources] == ["A Valdorian diplomat, who asked not to be named"]


def test_a_day_names_no_outlet():
    text = "Officials told the paper on Monday that the annex was ready for print.\n"
    (said,) = read_text(text, "en").statements
    assert all(s.name != "Monday" for s in said.sources)


def test_what_is_said_names_no_chain():
    text = "Officials told the Harbour Herald that the daily La Costa had printed the annex.\n"
    (said,) = read_text(text, "en").statements
    assert [s.name for s in said.sources] == ["Harbour Herald"]


def test_briefed_on_is_part_of_the_source():
    (said,) = read_text(
        "Three people briefed on the talks said the annex was ready for print.\n", "en"
    ).statements
    assert [s.through for s in said.sources] == ["Three people briefed on the talks"]


def test_according_to_an_outlet_called_so():
    text = "По данным газеты «Северный маяк», приложение к договору давно готово.\n"
    (said,) = read_text(text, "ru").statements
    assert [s.name for s in said.sources] == ["Северный маяк"]
