"""Pieces: exact spans, kinds, clitics, names, numbers and dates, what is unknown."""

from __future__ import annotations

import datetime as dt

import pytest

from hexapla.gloss import Context, gloss, seen
from hexapla.gloss.model import Piece, line
from hexapla.gloss.spelling import spelled


def piece(text, language, into, words, **more):
    """The piece over these words."""
    start = text.index(words)
    found = [
        p
        for p in gloss(text, language, into, **more).pieces
        if (p.start, p.end) == (start, start + len(words))
    ]
    assert found, f"no piece over {words!r}"
    return found[0]


def test_clitics_are_words_over_their_own_letters():
    text = "وشكر الوزير حكومته"
    assert piece(text, "ar", "en", "و").word == "and"
    assert piece(text, "ar", "en", "شكر").word == "thanked"
    pronoun = gloss(text, "ar", "en").pieces
    assert any(p.word == "his" and text[p.start : p.end] == "ه" for p in pronoun)


def test_vowel_signs_do_not_move_spans():
    text = "وَقَالَ الوزيرُ"
    found = gloss(text, "ar", "en").pieces
    assert [text[p.start : p.end] for p in found if p.word == "and"] == ["وَ"]


def test_an_elided_article_is_a_piece_without_a_word():
    text = "l'accord"
    article = piece(text, "fr", "en", "l'")
    assert (article.word, article.kind) == ("", "function")
    assert gloss(text, "fr", "en").text == "agreement" or "agreement" in gloss(text, "fr", "en").text


def test_an_unknown_word_is_kept_and_marked():
    text = "el zurriburri del acuerdo"
    found = piece(text, "es", "en", "zurriburri")
    assert (found.kind, found.word, found.confidence) == ("unknown", "zurriburri", 0.0)
    assert "[zurriburri]" in gloss(text, "es", "en").text


def test_an_unknown_word_of_another_script_tells_how_it_sounds():
    text = "قال الوزير في كيستنبورو"
    found = piece(text, "ar", "en", "كيستنبورو")
    assert found.kind == "unknown" and found.also and found.also[0].isascii()
    assert f"[كيستنبورو {found.also[0]}]" in gloss(text, "ar", "en").text


@pytest.mark.parametrize(
    ("word", "into", "expected"),
    [
        ("Лавренин", "en", "Lavrenin"),
        ("Шойкин", "fr", "Choïkine"),
        ("Щукин", "es", "Shchukin"),
        ("Лавров", "ar", "لافروف"),
        ("القنديل", "en", "al-Qandil"),
        ("القنديل", "ru", "аль-Кандил"),
        ("许文海", "en", "Xu Wenhai"),
        # No sound rule from Latin letters, whose sounds differ from language to language.
        ("Heltay", "ru", "Heltay"),
        ("Heltay", "ar", "Heltay"),
        # Into Chinese names stay in Latin letters.
        ("Лавренин", "zh", "Lavrenin"),
    ],
)
def test_names_are_spelled_by_sound_where_there_is_a_rule(word, into, expected):
    assert spelled(word, into) == expected


def test_a_known_name_is_in_the_readers_form():
    found = piece("Он прибыл в Москву.", "ru", "en", "Москву")
    assert (found.word, found.kind) == ("Moscow", "name")


def test_an_answering_passage_tells_how_a_name_is_written():
    text = "التقى هيلتاي الوزير القنديل في الرويس."
    answer = "Heltay met Minister al-Qandil in Ruways."
    context = seen(answer, "en", 0, len(answer))
    shown = gloss(text, "ar", "en", context=context).text
    assert all(name in shown for name in ("Heltay", "Qandil", "Ruways"))
    assert "lamp" not in shown


def test_an_answering_passage_decides_between_meanings():
    text = "Он сказал, что мир важен."
    words = {"en": "He said that peace is important.", "fr": "Il a dit que la paix est importante."}
    for language, answer in words.items():
        context = Context(seen(answer, language, 0, len(answer)).concepts)
        assert "peace" in gloss(text, "ru", "en", context=context).text


@pytest.mark.parametrize(
    ("language", "text", "into", "expected"),
    [
        ("en", "It cost $2.4 billion.", "fr", "2,4 milliards"),
        ("fr", "Il a coûté 2,4 milliards.", "en", "2.4 billion"),
        ("en", "1,250,000 people", "zh", "125 万"),
        ("en", "12,500 people", "es", "12.500"),
        ("fr", "la troisième réunion", "en", "3rd"),
        ("en", "the third meeting", "ru", "3-й"),
        ("ru", "82 процента", "en", "82%"),
        ("ar", "نصف السكان", "en", "1/2"),
    ],
)
def test_numbers_are_in_the_readers_form(language, text, into, expected):
    assert any(p.kind == "number" and p.word == expected for p in gloss(text, language, into).pieces)


@pytest.mark.parametrize(
    ("language", "text", "into", "expected"),
    [
        ("en", "on 14 May 2031", "ar", "14 مايو 2031"),
        ("ar", "في 14 أيار 2031", "en", "14 May 2031"),
        ("en", "on 14 May 2031", "ru", "14 мая 2031 года"),
        ("ru", "в мае 2031 года", "en", "May 2031"),
        ("en", "on 14 May 2031", "zh", "2031年5月14日"),
        ("zh", "星期三", "fr", "mercredi"),
        ("es", "ayer", "en", "yesterday"),
        ("en", "at 14:30", "fr", "14:30"),
    ],
)
def test_dates_are_in_the_readers_form(language, text, into, expected):
    assert any(p.kind == "date" and p.word == expected for p in gloss(text, language, into).pieces)


def test_the_day_meant_stands_beside_a_weekday():
    text = "Они встретились в среду."
    found = [p for p in gloss(text, "ru", "en", published=dt.date(2031, 5, 16)).pieces if p.kind == "date"]
    assert (found[0].word, found[0].also) == ("Wednesday", ("14 May 2031",))


def test_a_dual_names_what_it_counts():
    assert "2 days" in gloss("بعد يومين", "ar", "en").text


def test_two_likely_meanings_are_shown_beside_each_other():
    assert Piece(0, 1, "hold", "concept", ("contract", "knot")).shown == "hold/contract"


def test_a_line_sets_its_signs_as_usual():
    made = [
        Piece(0, 1, "“", "sign"),
        Piece(1, 2, "peace", "concept"),
        Piece(2, 3, "”", "sign"),
        Piece(3, 4, ",", "sign"),
        Piece(4, 5, "", "function"),
        Piece(5, 6, "he", "function"),
        Piece(6, 7, "said", "concept"),
        Piece(7, 8, ".", "sign"),
    ]
    assert line(made) == "“peace”, he said."


def test_what_is_within_a_stretch_can_be_taken_out():
    text = "Президент не подписал документ."
    whole = gloss(text, "ru", "en")
    assert whole.within(10, 21).text == "not signed"
    assert whole.known == 1.0
