"""story.toml: what it says is used; what is wrong in it is named with file, key, reason and mend."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from hexapla.errors import DataError
from hexapla.sources import Options, load
from hexapla.sources.storyfile import read_story_file
from hexapla.witness.reading import Given

EN = "Ministers discuss trade\n\nThe foreign minister of Valmara received his counterpart from Orlovia.\n"
RU = "Министры обсудили торговлю\n\nМинистр иностранных дел Вальмары принял своего орловийского коллегу.\n"
STORY = """
title = "Talks in Valmara"

[[witness]]
path = "texts/en.txt"
outlet = "Valmara News"
place = "Valmara"
published = 2026-03-15
title = "Ministers discuss trade"

[[witness]]
path = "texts/ru.txt"
language = "ru"
published = "2026-03-16"
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "en.txt").write_text(EN, encoding="utf-8")
    (tmp_path / "texts" / "ru.txt").write_text(RU, encoding="utf-8")
    path = tmp_path / "story.toml"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_a_story_file_stands_for_its_witnesses(story: Path) -> None:
    loaded = load([str(story)])
    assert loaded.one_story
    assert (loaded.left_out, loaded.notices) == ((), ())
    en, ru = loaded.witnesses
    assert (en.language, en.outlet, en.place) == ("en", "Valmara News", "Valmara")
    assert (en.published, en.title, en.text) == (dt.date(2026, 3, 15), "Ministers discuss trade", EN)
    assert (ru.language, ru.published, ru.text) == ("ru", dt.date(2026, 3, 16), RU)
    assert read_story_file(story, Options()).title == "Talks in Valmara"


def test_what_the_story_file_says_goes_before_what_is_said_of_all(story: Path) -> None:
    given = Given(outlet="Another", published=dt.date(2020, 1, 1))
    en, ru = load([str(story)], Options(given=given)).witnesses
    assert (en.outlet, en.published) == ("Valmara News", dt.date(2026, 3, 15))
    assert (ru.outlet, ru.published) == ("Another", dt.date(2026, 3, 16))


def test_a_missing_witness_leaves_the_others(story: Path) -> None:
    (story.parent / "texts" / "ru.txt").unlink()
    loaded = load([str(story)])
    assert len(loaded.witnesses) == len(loaded.left_out) == 1
    assert "ru.txt" in loaded.left_out[0].what


def test_beside_other_inputs_it_is_no_story_of_its_own(story: Path) -> None:
    loaded = load([str(story), str(story.parent / "texts" / "en.txt")])
    assert not loaded.one_story
    assert len(loaded.witnesses) == 2
    assert len(loaded.notices) == 2  # not given alone; the same file twice


# (what the file holds, what the error must name)
WRONG = [
    ("", "witness"),
    ("witness = []", "witness"),
    ("witness = 3", "witness"),
    ("[witness]\npath = 'a'", "witness"),
    ("tilte = 'x'\n[[witness]]\npath = 'a'", "'tilte'"),
    ("[[witness]]\npath = 'a'\nlanguge = 'en'", "'languge'"),
    ("[[witness]]\nlanguage = 'en'", "neither a path nor an address"),
    ("[[witness]]\npath = 'a'\naddress = 'https://a.example/'", "both"),
    ("[[witness]]\npath = 'https://a.example/'", "is an address"),
    ("[[witness]]\naddress = 'a.txt'", "is no address"),
    ("[[witness]]\npath = 'other.toml'", "story file itself"),
    ("[[witness]]\npath = 3", "path"),
    ("[[witness]]\npath = ''", "path"),
    ("[[witness]]\npath = 'a'\nlanguage = 'xx'", "'xx'"),
    ("[[witness]]\npath = 'a'\npublished = '15 March'", "'15 March'"),
    ("[[witness]]\npath = 'a'\npublished = 2026", "2026"),
    ("[[witness]]\npath = 'a'\noutlet = ['b']", "outlet"),
    ("[[witness]\npath = 'a'", "no TOML"),
    ("a = " + "[" * 5000, "no TOML"),
]


@pytest.mark.parametrize(("text", "named"), WRONG)
def test_what_is_wrong_is_named_with_its_mend(tmp_path: Path, text: str, named: str) -> None:
    path = tmp_path / "story.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as found:
        read_story_file(path, Options())
    assert str(path) in found.value.what
    assert named in found.value.what
    assert found.value.todo


def test_a_story_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "story.toml"
    path.write_bytes("title = 'Встреча'".encode("cp1251"))
    (left,) = load([str(path)]).left_out
    assert "UTF-8" in left.what


def test_a_missing_story_file_is_told(tmp_path: Path) -> None:
    loaded = load([str(tmp_path / "story.toml")])
    assert loaded.witnesses == ()
    assert "no file" in loaded.left_out[0].what


def test_an_instant_of_publication_counts_as_its_day(tmp_path: Path) -> None:
    path = tmp_path / "story.toml"
    path.write_text("[[witness]]\npath = 'a.txt'\npublished = 2026-03-15T23:30:00+03:00\n", encoding="utf-8")
    (entry,) = read_story_file(path, Options()).entries
    assert entry.given.published == dt.date(2026, 3, 15)
    assert type(entry.given.published) is dt.date
