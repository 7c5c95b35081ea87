"""The tables that glosses are made with: every function word has a row, every language the same lines."""

from __future__ import annotations

import pytest

from hexapla.gloss.functions import function_words, functions
from hexapla.gloss.habits import bent, habits, is_genitive, told
from hexapla.lang import codes, load
from hexapla.lang.words import forms
from hexapla.lang.words import function_words as stopwords

CLASSES = {
    "article", "preposition", "conjunction", "relative", "pronoun", "determiner", "owner", "possessive", "particle",
    "negation", "auxiliary", "adverb", "title",
}  # fmt: skip


def test_rows_are_of_a_closed_list_of_classes():
    assert {row.cls for row in functions().values()} <= CLASSES
    assert 150 <= len(functions()) <= 250


@pytest.mark.parametrize("language", codes())
def test_every_row_is_called_something_or_nothing_in_every_language(language):
    assert set(function_words(language).called) == set(functions())


@pytest.mark.parametrize("language", codes())
def test_every_word_of_grammar_can_be_glossed(language):
    """A word that matching passes over is in the table, or is one of the table with clitics."""
    known = {form for word in function_words(language).written for form in forms(word, language)}
    own = habits(language)
    bare = {
        form[: len(form) - len(s)] for form in stopwords(language) for s in own.suffixes if form.endswith(s)
    }
    lacking = [
        form
        for form in stopwords(language)
        if form not in known
        and not any(
            form.endswith(s) and (form[: -len(s)] in known or form[: -len(s)] in own.prefixes)
            for s in own.suffixes
        )
        and not any(form.startswith(p) and form[len(p) :] in known for p in own.prefixes)
    ]
    # `avions` is "we had" once in a thousand planes.
    assert set(lacking) <= {"avions", "لديه", "اليه"} | bare
    assert len(lacking) <= 1 or own.suffixes


def test_every_language_has_the_same_lines():
    lines = {code: set(load(code).table("gloss")) - {"romanise"} for code in codes()}
    assert len({frozenset(some) for some in lines.values()}) == 1


@pytest.mark.parametrize("language", codes())
def test_what_is_joined_to_words_is_a_row(language):
    own = habits(language)
    rows = {*own.prefixes.values(), *(row for some in own.suffixes.values() for row in some)}
    assert rows <= set(functions())


@pytest.mark.parametrize(
    ("language", "word", "feature", "expected"),
    [
        ("en", "minister", "plural", "ministers"),
        ("en", "minister of defence", "plural", "ministers of defence"),
        ("en", "city", "plural", "cities"),
        ("en", "talks", "plural", "talks"),
        ("en", "crisis", "plural", "crises"),
        ("en", "sign", "past", "signed"),
        ("en", "call on", "past", "called on"),
        ("en", "meet", "past", "met"),
        ("en", "take", "participle", "taken"),
        ("en", "can", "future", "will be able to"),
        ("fr", "conseil de sécurité", "plural", "conseils de sécurité"),
        ("fr", "signer", "past", "a signé"),
        ("fr", "s'entretenir avec", "past", "s'est entretenu avec"),
        ("fr", "signer", "future", "va signer"),
        ("es", "reunión", "plural", "reuniones"),
        ("es", "decir", "past", "dijo"),
        ("es", "reunirse con", "past", "se reunió con"),
        ("ru", "страна", "plural", "страны"),
        ("ru", "обсудить", "past", "обсудил"),
        ("ru", "встретиться с", "past", "встретился с"),
        ("zh", "签署", "past", "签署了"),
        ("zh", "签署", "future", "将签署"),
    ],
)
def test_words_are_bent_by_rule(language, word, feature, expected):
    assert bent(word, language, feature) == expected


@pytest.mark.parametrize(
    ("language", "form", "base", "pos", "expected"),
    [
        ("en", "ministers", "minister", "noun", "plural"),
        ("en", "met", "meet", "verb", "past"),
        ("en", "meeting", "meet", "verb", "gerund"),
        ("fr", "signera", "signer", "verb", "future"),
        ("fr", "signé", "signer", "verb", "participle"),
        ("es", "firmó", "firmar", "verb", "past"),
        ("ru", "подписали", "подписать", "verb", "past"),
        ("ru", "министрами", "министр", "noun", "plural"),
        # Of a country, or countries: the form alone does not tell.
        ("ru", "страны", "страна", "noun", ""),
        ("ru", "министра", "министр", "noun", ""),
    ],
)
def test_forms_tell_what_they_tell(language, form, base, pos, expected):
    assert told(form, base, pos, language) == expected


def test_an_ending_tells_the_owner():
    assert is_genitive("границы", "граница", "ru")
    assert not is_genitive("границу", "граница", "ru")
