"""Words, their places and the forms under which they are looked up, by language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.lang import codes
from hexapla.lang.words import affixes, folding, forms, function_words, words


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The minister's U.S. visit", ("the", "minister", "us", "visit")),
        ("en", "so-called experts", ("so", "called", "experts")),
        ("fr", "L’État d'urgence", ("l", "etat", "d", "urgence")),
        ("fr", "aujourd'hui", ("aujourdhui",)),  # no elision: the word is one
        ("es", "El señor dijo", ("el", "senor", "dijo")),
        ("ru", "Всё ещё идёт", ("все", "еще", "идет")),
        ("ar", "أكّد الرئيسُ", ("اكد", "الرييس")),
        ("ar", "مدرســة إلى", ("مدرسه", "الي")),
        ("zh", "外交部长2023年", ("外交部长", "2023", "年")),
        ("ar", "١٢٣", ("123",)),
    ],
)
def test_folds_as_the_language_writes(language: str, text: str, expected: tuple[str, ...]) -> None:
    assert forms(text, language) == expected


@given(st.text(max_size=200), st.sampled_from(codes()))
def test_every_word_stands_where_it_says(text: str, language: str) -> None:
    last = 0
    for word in words(text, language):
        assert last <= word.start < word.end <= len(text)
        last = word.end


@given(st.text(max_size=40), st.sampled_from(codes()))
def test_folding_twice_changes_nothing(text: str, language: str) -> None:
    fold = folding(language).fold
    once = fold(text)
    assert fold(once) == once or any(not c.isalpha() for c in text)


@pytest.mark.parametrize(
    ("form", "bare"),
    [("والرييس", "رييس"), ("سياستها", "سياسه"), ("ستفضي", "تفضي"), ("للشعب", "شعب"), ("بالحوار", "حوار")],
)
def test_takes_clitics_off_arabic_words(form: str, bare: str) -> None:
    assert bare in {found for _, found, _ in affixes("ar").bare(form)}


@pytest.mark.parametrize("language", codes())
def test_every_language_has_function_words(language: str) -> None:
    assert len(function_words(language)) > 50


def test_traditional_characters_are_looked_up_as_simplified_ones() -> None:
    assert list(forms("俄羅斯總統會見外長", "zh")) == ["俄罗斯总统会见外长"]


@given(st.text(max_size=60), st.sampled_from(codes()))
def test_levelling_keeps_every_place(text: str, language: str) -> None:
    assert len(folding(language).level(text)) == len(text)
