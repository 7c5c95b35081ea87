"""Words matched to meanings, by language, refusals included."""

import pytest

from hexapla.lang.words import words
from hexapla.lexicon.matching import lexicon
from hexapla.lexicon.senses import Match


def matched(language: str, text: str) -> list[Match]:
    return lexicon().terms(language).match(list(words(text, language)))


def concepts(match: Match) -> set[str]:
    return {lexicon().concepts.ids[number] for number, _ in match.senses}


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("en", "the foreign ministers met", "foreign ministers"),
        ("fr", "les ministres des affaires étrangères", "ministres des affaires etrangeres"),
        ("ru", "с министром иностранных дел", "министром иностранных дел"),
        ("ar", "التقى وزير الخارجية", "وزير الخارجيه"),
        ("es", "el ministro de asuntos exteriores", "ministro de asuntos exteriores"),
        ("zh", "同外交部长会谈", "外交部长"),
    ],
)
def test_takes_the_longest_term_inflected(language: str, text: str, form: str) -> None:
    assert form in [match.form for match in matched(language, text)]


def test_one_meaning_meets_in_six_languages() -> None:
    said = {
        "en": "ceasefire",
        "fr": "cessez-le-feu",
        "es": "alto el fuego",
        "ru": "прекращения огня",
        "ar": "وقف إطلاق النار",
        "zh": "停火",
    }
    shared = [
        {concept for match in matched(language, text) for concept in concepts(match)}
        for language, text in said.items()
    ]
    assert set.intersection(*shared)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Zzyvalda"), ("ru", "Зывалда"), ("ar", "زيڤالدا")],
)
def test_an_unknown_word_has_no_meaning_and_is_rare(language: str, text: str) -> None:
    (match,) = matched(language, text)
    assert not match.senses
    assert match.zipf < 3.5


def test_function_words_carry_nothing() -> None:
    assert not matched("en", "of the and with which")


def test_chinese_runs_leave_unknown_characters_as_words() -> None:
    text = "瓦尔多利亚外交部长"
    found = matched("zh", text)
    assert found[-1].form == "外交部长"
    assert all(text[match.start : match.end] == match.form for match in found)
