"""Words of parties and offices found in a text, by table; None where nothing must be found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.lang import codes
from hexapla.lang.words import words
from hexapla.parties import load
from hexapla.parties.table import best_parts
from hexapla.parties.wording import meaning

PARTIES = load("")


def meanings(text, language, least=0.5, parties=PARTIES):
    """Every strong meaning of every match, in the text's order."""
    found = []
    for match in parties.terms(language).match(list(words(text, language)), text):
        found += [parties.concepts[n] for n, weight in match.senses if weight >= least]
    return found


TABLE = [
    # names, inflected and with clitics
    ("ar", "في سوريا", "state/SY"),
    ("ar", "وبدمشق", "capital/SY"),
    ("ar", "للكرملين", "seat/RU"),
    ("ar", "والروسي", "demonym/RU"),
    ("ar", "الرئيس", "office/president"),
    ("ar", "الرئيسان", "office/president"),
    ("ar", "وزيرة الخارجية", "office/foreign-minister"),
    ("ar", "وزير خارجية", "office/foreign-minister"),
    ("ar", "وزراء الدفاع", "office/defence-minister"),
    ("ar", "للأمين العام", "office/secretary-general"),
    ("ar", "الخارجية", "portfolio/foreign-minister"),
    ("en", "the Syrian government", "demonym/SY"),
    ("en", "Damascus", "capital/SY"),
    ("en", "Kremlin", "seat/RU"),
    ("en", "foreign ministers", "office/foreign-minister"),
    ("en", "Foreign Minister", "office/foreign-minister"),
    ("en", "secretary of state", "office/foreign-minister@US+VA"),
    ("en", "the chancellor", "office/prime-minister@DE+AT"),
    ("en", "US officials", "state/US"),
    ("en", "the UN", "body/united-nations"),
    ("en", "the leaders", "office/leader"),
    ("es", "los presidentes", "office/president"),
    ("es", "la presidenta", "office/president"),
    ("es", "ministra de Exteriores", "office/foreign-minister"),
    ("es", "el canciller", "office/foreign-minister!DE+AT"),
    ("es", "la delegación siria", "demonym/SY"),
    ("es", "Siria", "state/SY"),
    ("fr", "les présidents", "office/president"),
    ("fr", "la présidente", "office/president"),
    ("fr", "la Première ministre", "office/prime-minister"),
    ("fr", "des Affaires étrangères", "portfolio/foreign-minister"),
    ("fr", "l'Élysée", "seat/FR"),
    ("fr", "la Suisse", "state/CH"),
    ("fr", "le président suisse", "demonym/CH"),
    ("fr", "l'Otan", "body/nato"),
    ("ru", "президенту", "office/president"),
    ("ru", "президентами", "office/president"),
    ("ru", "глава МИД", "office/foreign-minister"),
    ("ru", "министром иностранных дел", "office/foreign-minister"),
    ("ru", "вице-премьера", "office/deputy-prime-minister"),
    ("ru", "госсекретарём", "office/foreign-minister@US"),
    ("ru", "в Сирии", "state/SY"),
    ("ru", "сирийскими", "demonym/SY"),
    ("ru", "в Кремле", "seat/RU"),
    ("ru", "РФ", "state/RU"),
    ("zh", "叙利亚总统", "office/president"),
    ("zh", "俄罗斯外长", "office/foreign-minister"),
    ("zh", "美国务卿", "office/foreign-minister@US"),
    ("zh", "法国防部长", "office/defence-minister"),
    ("zh", "联合国秘书长", "office/secretary-general@united-nations"),
    ("zh", "中方表示", "seat/CN"),
    # what must stay silent
    ("en", "told us", None),  # the pronoun
    ("en", "who said it", None),  # not the health organisation
    ("en", "a turkey", None),  # the bird
    ("en", "poles", None),
    ("fr", "un homme", None),  # the article
    ("fr", "est", None),
    ("es", "una china", "demonym/CN"),  # an adjective is small in Spanish
    ("es", "granada", None),  # a grenade
    ("ru", "того", None),  # the pronoun, marked weak and written small
    ("ru", "мир", None),
    ("ar", "قال", None),
    ("zh", "中间", None),  # a lone letter is weak
    ("zh", "", None),
]


@pytest.mark.parametrize(("language", "text", "concept"), TABLE)
def test_words_and_what_they_mean(language, text, concept):
    found = meanings(text, language)
    assert concept in found if concept else not found


@pytest.mark.parametrize(
    ("language", "text", "concept"),
    [
        ("ar", "رئيس", "office/president"),
        ("zh", "俄外长", "demonym/RU"),
        ("en", "general secretary", "office/secretary-general"),
    ],
)
def test_ambiguous_words_are_marked_weak(language, text, concept):
    assert concept in meanings(text, language, least=0.0)
    assert concept not in meanings(text, language)


def test_spans_are_of_the_text():
    text = "Глава МИД РФ и президент Сирии"
    found = PARTIES.terms("ru").match(list(words(text, "ru")), text)
    assert [text[m.start : m.end] for m in found] == ["Глава МИД", "РФ", "президент", "Сирии"]
    assert [(m.first, m.last) for m in found] == [(0, 2), (2, 3), (4, 5), (5, 6)]


def test_meanings_say_of_whom():
    assert meaning("office/foreign-minister@US+VA").of == ("US", "VA")
    assert meaning("office/foreign-minister!DE+AT").unless == ("DE", "AT")
    assert (meaning("state/SY").kind, meaning("state/SY").id) == ("state", "SY")
    with pytest.raises(ValueError):
        meaning("nonsense")


def test_an_overlays_words_are_found(zembla):
    assert meanings("the Kingdom of Zembla", "en", parties=zembla) == ["state/ZZ"]
    assert meanings("в Зембле", "ru", parties=zembla) == ["state/ZZ"]  # a form given by hand
    assert "demonym/ZZ" in meanings("zemblanas", "es", parties=zembla)  # a form by rule
    assert meanings("赞巴拉总统", "zh", parties=zembla)[0] in ("demonym/ZZ", "state/ZZ")
    assert "state/SY" in meanings("Syria", "en", parties=zembla)  # ours stay
    assert meanings("Zembla", "en") == []


@given(st.sampled_from(codes()), st.text(max_size=120))
def test_no_text_raises_and_spans_stay_inside(language, text):
    end = 0
    for match in PARTIES.terms(language).match(list(words(text, language)), text):
        assert end <= match.start < match.end <= len(text)
        assert match.senses
        end = match.end


@given(st.integers(1, 12), st.lists(st.tuples(st.integers(0, 11), st.integers(1, 4)), max_size=12))
def test_parts_do_not_overlap(size, spans):
    hits = [(0, start, start + length) for start, length in spans if start + length <= size]
    end = 0
    for start, stop in best_parts(size, hits):
        assert end <= start < stop <= size
        end = stop
