"""The compiled form: what is written is read, every form gives its senses, and it opens at once."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.errors import DataError
from hexapla.lang import codes
from hexapla.lang.words import words
from hexapla.lexicon.compiled import (
    COMPILED,
    SUFFIX,
    ConceptTable,
    Draft,
    read_concepts,
    read_language,
    write_concepts,
    write_language,
)
from hexapla.lexicon.matching import Lexicon, Terms
from hexapla.lexicon.opening import Opened
from hexapla.lexicon.packing import Packed, packed_strings, write_packed

STRINGS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
IDS = st.lists(st.integers(0, 40), min_size=1, max_size=4).map(tuple)
SENSES = st.dictionaries(st.integers(0, 60), st.sampled_from([0.5, 1.0]), min_size=1, max_size=4).map(
    lambda found: tuple(sorted(found.items()))
)


@settings(max_examples=60, deadline=None)
@given(st.lists(STRINGS, unique=True), st.lists(STRINGS))
def test_packed_strings_are_found_by_number_and_number_by_string(tmp_path_factory, known, asked):
    path = tmp_path_factory.mktemp("packed") / "strings"
    write_packed(path, packed_strings("s", known))
    strings = Packed(path).strings("s")
    assert list(strings) == known
    assert [strings[n] for n in range(len(strings))] == known
    assert [strings.find(one) for one in known] == list(range(len(known)))
    assert all(strings.find(one) == (known.index(one) if one in known else -1) for one in asked)
    assert strings[1:3] == known[1:3]


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(STRINGS, IDS),
    st.dictionaries(IDS, SENSES),
    st.dictionaries(STRINGS, st.sampled_from([0.5, 3.25])),
)
def test_what_is_written_is_read(tmp_path_factory, forms, entries, common):
    path = tmp_path_factory.mktemp("compiled") / f"xx{SUFFIX}"
    zipf = [n / 4 for n in range(41)]
    write_language(path, Draft(forms, zipf, entries, common, [f"w{n}" for n in range(41)]), "stamp")
    table = read_language(path)
    assert dict(table.forms) == forms == {form: table.forms[form] for form in table.forms}
    assert list(table.ordered) == sorted(forms) == list(table.forms)
    assert table.entries == dict(sorted(entries.items()))
    assert dict(table.single) == {key[0]: senses for key, senses in entries.items() if len(key) == 1}
    assert dict(table.common) == common
    assert list(table.zipf) == zipf
    assert table.number("w7") == 7 and table.number("nothing") == -1
    assert "\ue000 none" not in table.forms and table.forms.get("\ue000 none") is None
    for seconds in table.longer.values():
        for rests in seconds.values():
            lengths = [len(rest) for rest, _ in rests]
            assert lengths == sorted(lengths, reverse=True)


def test_concepts_are_read_as_written(tmp_path: Path) -> None:
    table = ConceptTable(("a", "b-c"), (0, 0), ("noun", ""), ("mine", "mine"))
    write_concepts(tmp_path / "c", table)
    assert read_concepts(tmp_path / "c") == table
    assert table.numbers == {"a": 0, "b-c": 1}


@pytest.mark.parametrize("damage", [b"", b"HEXAPLA", b"x" * 100])
def test_damaged_data_says_what_to_do(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / f"en{SUFFIX}"
    path.write_bytes(damage)
    with pytest.raises(DataError, match="no compiled data of this version"):
        Packed(path)


def test_data_cut_short_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / f"en{SUFFIX}"
    write_language(path, Draft({"a": (0,)}, [1.0], {(0,): ((0, 1.0),)}, {}, ["a"]))
    path.write_bytes(path.read_bytes()[:-8])
    with pytest.raises(DataError):
        read_language(path)


def test_files_of_different_data_are_not_mixed(tmp_path: Path) -> None:
    write_concepts(tmp_path / f"concepts{SUFFIX}", ConceptTable((), (), (), ()), "one")
    write_language(tmp_path / f"en{SUFFIX}", Draft({}, [], {}, {}), "another")
    with pytest.raises(DataError, match="compiled of different data"):
        _ = Opened(tmp_path).concepts


def test_a_folder_without_a_lexicon_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no compiled lexicon"):
        _ = Opened(tmp_path).concepts


def test_who_has_a_file_open_keeps_it_when_it_is_replaced(tmp_path: Path) -> None:
    for word in ("before", "after"):
        write_concepts(tmp_path / f"concepts{SUFFIX}", ConceptTable((word,), (0,), ("",), ("",)), word)
        write_language(tmp_path / f"en{SUFFIX}", Draft({word: (0,)}, [1.0], {}, {}, [word]), word)
        if word == "before":
            opened = Opened(tmp_path)
            assert opened.stamp == "before"
    assert list(opened.table("en").forms) == ["before"]
    assert opened.concepts.ids == ("before",)


@pytest.mark.parametrize("language", codes())
def test_every_form_of_ours_gives_the_senses_of_its_words(language: str) -> None:
    """What the dictionaries of the former layout said, said again by looking up each form."""
    table = read_language(COMPILED / f"{language}{SUFFIX}")
    entries = table.entries
    numbers = range(len(table.zipf))
    assert all(table.single.get(n, ()) == entries.get((n,), ()) for n in numbers)
    assert len(entries) == len(table.single) + sum(
        len(rests) for seconds in table.longer.values() for rests in seconds.values()
    )
    for n, form in enumerate(table.ordered):
        if n % 17 == 0:
            ids = table.forms[form]
            assert ids == tuple(sorted(ids)) and ids[-1] in numbers


@pytest.mark.parametrize("language", codes())
def test_a_language_opens_within_a_tenth_of_a_second(language: str) -> None:
    """Measured 4 to 9 ms; the former layout took 60 to 230."""

    def once() -> float:
        start = time.perf_counter()
        lexicon = Lexicon(COMPILED)
        _ = lexicon.concepts
        lexicon.terms(language).word_ids("x")
        return time.perf_counter() - start

    assert min(once() for _ in range(5)) < 0.1


def test_lookups_are_not_slower_than_the_text_needs() -> None:
    """Measured 1 µs a form; ten times that would be felt."""
    terms = Lexicon(COMPILED).terms("ru")
    asked = [f"{form}" for form in list(terms.table.ordered)[:20_000]] * 2
    start = time.perf_counter()
    for form in asked:
        terms.table.forms.get(form)
    assert (time.perf_counter() - start) / len(asked) < 2e-5


def test_terms_match_from_a_table_in_memory_as_well(tmp_path: Path) -> None:
    draft = Draft(
        {"red": (0,), "cross": (1,), "crosses": (1,)},
        [5.0, 4.0],
        {(0,): ((0, 1.0),), (0, 1): ((1, 1.0),)},
        {},
        ["red/adj", "cross"],
    )
    write_language(tmp_path / "t", draft)
    terms = Terms("en", read_language(tmp_path / "t"))
    (match,) = terms.match(list(words("Red Crosses", "en")))
    assert dict(match.senses)[1] == 1.0
