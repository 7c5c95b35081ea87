"""Which words of a text no row covers; names and function words are none of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.errors import HexaplaError
from hexapla.lang import codes
from hexapla.marks.gaps import Coverage, Gap, gaps
from hexapla.witness.model import Witness
from hexapla.witness.reading import Given, read_witness


def witness(text: str, language: str) -> Witness:
    return read_witness(text, source=f"{language}.txt", sha256="0", given=Given(language=language))


def found(*texts: tuple[str, str]) -> tuple[dict[str, Gap], dict[str, Coverage]]:
    listed, coverage = gaps([witness(text, language) for language, text in texts])
    return {gap.written: gap for gap in listed}, {one.language: one for one in coverage}


@pytest.mark.parametrize(
    ("language", "text", "missing"),
    [
        ("en", "The two ministers discussed the zorble and the other zorble in the capital.", "zorble"),
        ("fr", "Les deux ministres ont évoqué le zorblement de la capitale.", "zorblement"),
        ("es", "Los dos ministros hablaron del zorblero de la capital.", "zorblero"),
        ("ru", "Оба министра обсудили жвыкание в столице.", "жвыкание"),
        ("ar", "بحث الوزيران الزغبلة في العاصمة.", "الزغبلة"),
        ("zh", "两国部长讨论了龘靐问题。", "龘靐"),
    ],
)
def test_a_word_that_no_row_has_is_a_gap(language: str, text: str, missing: str) -> None:
    words, coverage = found((language, text))
    assert missing in words and not words[missing].name
    assert 0 < coverage[language].share < 1
    assert words[missing].count == text.count(missing)
    first = words[missing].first
    assert text[first.start : first.end] == missing


@pytest.mark.parametrize(
    ("language", "text", "not_missing"),
    [
        ("en", "They met on 14 May 2031 and spoke of 250 million dollars.", {"14", "May", "2031", "250"}),
        ("ru", "И он, и она были там же.", {"и", "же", "там"}),
        ("ar", "وقال إنه من أجل ذلك وعلى هذا", {"وعلى", "من"}),
    ],
)
def test_numbers_dates_and_function_words_are_no_content(
    language: str, text: str, not_missing: set[str]
) -> None:
    words, _ = found((language, text))
    assert not not_missing & words.keys()


def test_names_are_set_apart_and_do_not_lower_the_coverage() -> None:
    words, coverage = found(("en", "On Monday the minister met President Qordavesh in the capital."))
    assert words["Qordavesh"].name
    assert coverage["en"].share == 1.0
    assert coverage["en"].names == 1


def test_a_name_is_known_by_its_likeness_where_there_are_no_capitals() -> None:
    """Arabic has no capitals; that the English version has such a name tells."""
    alone, _ = found(("ar", "أشاد كرداميش بالنتائج."))
    beside, _ = found(("ar", "أشاد كرداميش بالنتائج."), ("en", "The outcome was praised by Kardamish today."))
    assert not alone["كرداميش"].name
    assert beside["كرداميش"].name


def test_what_is_joined_before_a_word_does_not_make_another() -> None:
    words, _ = found(("ar", "زغبلة كبيرة، والزغبلة جديدة، وزغبلة أخرى"))
    assert words["زغبلة"].count == 3 or words["زغبلة"].count == 2


def test_a_capital_at_the_head_of_a_sentence_makes_no_name() -> None:
    words, _ = found(("en", "Zorbling went on for days. Nobody wanted zorbling in the capital."))
    assert not any(gap.name for gap in words.values())


def test_a_text_without_content_is_wholly_covered() -> None:
    _, coverage = found(("en", "And so it was with them."))
    assert coverage["en"].share == 1.0


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200).filter(lambda t: t.strip()), st.sampled_from(codes()))
def test_any_text_can_be_asked_about(text: str, language: str) -> None:
    try:
        one = witness(text, language)
    except HexaplaError:
        return
    listed, coverage = gaps([one])
    for gap in listed:
        assert 0 <= gap.first.start < gap.first.end <= len(text)
        assert gap.count > 0
    for measured in coverage:
        assert 0 <= measured.covered <= measured.content
