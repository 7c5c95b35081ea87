"""The contrast sets: whole, in every language, and silent where a word leaves it open."""

from __future__ import annotations

import pytest

from hexapla.lang import codes
from hexapla.lang.words import words
from hexapla.lexicon.contrasting import DATA, contrasts
from hexapla.lexicon.rows import read_rows

ROWS = list(read_rows(DATA / "words.tsv", codes()))


def test_every_member_belongs_to_a_set_and_every_set_has_several() -> None:
    sets = contrasts().sets
    members: dict[str, list[str]] = {}
    for row in ROWS:
        assert row.concept.startswith(f"{row.family}-"), row.concept
        members.setdefault(row.family, []).append(row.concept)
    assert members.keys() == sets.keys()
    assert all(len(some) > 1 for some in members.values())
    assert {s.kind for s in sets.values()} == {"rival", "loaded"}


@pytest.mark.parametrize("language", codes())
def test_every_member_has_words_in_every_language(language: str) -> None:
    assert [row.concept for row in ROWS if not row.terms.get(language)] == []


@pytest.mark.parametrize("language", codes())
def test_every_word_is_found_as_what_it_says(language: str) -> None:
    for row in ROWS:
        for term in row.terms[language]:
            found = contrasts().marks(list(words(term.word, language)), language)
            own = [m for m in found if m.set == row.family]
            assert own, (row.concept, term.word)
            if not term.weak:
                member = row.concept.removeprefix(f"{row.family}-")
                assert any(member in m.members for m in own), (row.concept, term.word, own)


def test_a_word_that_says_several_members_says_all_of_them() -> None:
    (mark,) = contrasts().marks(list(words("торжественный обед", "ru")), "ru")
    assert mark.members == {"lunch", "dinner"}


def test_a_word_that_usually_means_something_else_is_not_sure() -> None:
    (mark,) = contrasts().marks(list(words("نظام", "ar")), "ar")
    assert not mark.sure
