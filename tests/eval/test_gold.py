"""The gold of ``eval/stories`` can be found in its texts, and holds together."""

from __future__ import annotations

import tomllib
from itertools import chain, combinations
from pathlib import Path
from typing import Any

import pytest

from hexapla.apparatus.model import ENTRY_KINDS
from hexapla.lang import codes

STORIES = Path(__file__).parents[2] / "eval" / "stories"
FOLDERS = sorted(path.parent for path in STORIES.glob("*/gold.toml"))
PLANTED = {"absence", "number", "date", "order"}
SAID = {"strength", "polarity", "attribution", "quotation"}
KINDS_NOW = PLANTED | SAID | {"name", "place", "term"}
LEVELS = {"passage", "clause", "phrase", "qualifier"}
ENTRY_KEYS = {"kind", "level", "words", "lacking", "groups", "later", "telling"}
FEWEST_STORIES, FEWEST_LINKS = 18, 8

Gold = dict[str, Any]


def _texts(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}


def _gold(folder: Path) -> Gold:
    return tomllib.loads((folder / "gold.toml").read_text(encoding="utf-8"))


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def story(request: pytest.FixtureRequest) -> tuple[dict[str, str], Gold]:
    return _texts(request.param), _gold(request.param)


def test_there_are_enough_stories_of_both_kinds():
    kinds = [_gold(folder)["kind"] for folder in FOLDERS]
    assert len(kinds) >= FEWEST_STORIES
    assert min(kinds.count("planted"), kinds.count("faithful")) * 3 >= len(kinds)


def test_every_story_folder_has_gold():
    assert sorted(p for p in STORIES.iterdir() if p.is_dir()) == FOLDERS


def test_spanish_and_chinese_are_there():
    languages = [set(_texts(folder)) for folder in FOLDERS]
    assert sum("es" in some for some in languages) >= 3
    assert sum("zh" in some for some in languages) >= 3


def test_languages_are_ours(story):
    texts, _ = story
    assert 3 <= len(texts) <= len(codes())
    assert set(texts) <= set(codes())


def test_texts_are_clean(story):
    for text in story[0].values():
        assert text.endswith("\n")
        assert not set(text) & set("\r\t\u00ad\ufeff{}‖|")


def test_openings_stand_once(story):
    texts, gold = story
    for link in gold["link"]:
        assert link["a"] != link["b"]
        for side in "ab":
            assert link[f"{side}_starts"]
            for words in link[f"{side}_starts"]:
                assert texts[link[side]].count(words) == 1, words


def test_no_sentence_has_two_links_to_one_language(story):
    _, gold = story
    seen = set()
    for link in gold["link"]:
        for side, other in ("ab", "ba"):
            for words in link[f"{side}_starts"]:
                key = (link[side], link[other], words)
                assert key not in seen, key
                seen.add(key)


def test_every_pair_of_languages_is_linked(story):
    texts, gold = story
    pairs = [(link["a"], link["b"]) for link in gold["link"]]
    assert set(pairs) == set(combinations(sorted(texts), 2))
    assert min(pairs.count(pair) for pair in set(pairs)) >= FEWEST_LINKS


def test_a_sentence_opens_alike_in_every_link(story):
    """One sentence is quoted by one opening: two openings never begin at the same place."""
    texts, gold = story
    found: dict[tuple[str, int], str] = {}
    for link in gold["link"]:
        for side in "ab":
            for words in link[f"{side}_starts"]:
                place = (link[side], texts[link[side]].index(words))
                assert found.setdefault(place, words) == words


def test_faithful_stories_answer_every_sentence(story):
    """In a faithful story each pair links as many sentences of a language as any other pair does."""
    _, gold = story
    if gold["kind"] != "faithful":
        return
    # Whoever retells freely may leave out who said it, or drop the quotation marks.
    assert {entry["kind"] for entry in gold.get("entry", [])} <= {"attribution", "quotation"}
    linked: dict[tuple[str, str], set[str]] = {}
    for link in gold["link"]:
        for side, other in ("ab", "ba"):
            linked.setdefault((link[side], link[other]), set()).update(link[f"{side}_starts"])
    for (language, _other), openings in linked.items():
        everywhere = set(chain.from_iterable(v for k, v in linked.items() if k[0] == language))
        assert openings == everywhere


def test_planted_words_stand_once(story):
    texts, gold = story
    for entry in gold.get("entry", []):
        for language, words in entry["words"].items():
            assert texts[language].count(words) == 1, (language, words)


def test_entries_are_well_formed(story):
    texts, gold = story
    for entry in gold.get("entry", []):
        carried, lacking = set(entry["words"]), set(entry["lacking"])
        assert set(entry) <= ENTRY_KEYS
        assert entry["kind"] in ENTRY_KINDS
        assert entry["level"] in LEVELS
        assert carried and not carried & lacking
        assert carried | lacking == set(texts)
        assert (entry["kind"] == "absence") == bool(lacking)
        assert entry["kind"] in KINDS_NOW or entry["later"] is True


def test_groups_part_those_who_carry(story):
    """An entry that is no absence says which versions read alike, in two groups or more."""
    for entry in story[1].get("entry", []):
        if entry["kind"] != "absence":
            assert len(entry["groups"]) >= 2
            assert sorted(chain.from_iterable(entry["groups"])) == sorted(entry["words"])


def test_planted_stories_are_rich_enough(story):
    _, gold = story
    if gold["kind"] != "planted":
        return
    entries = gold["entry"]
    assert {entry["kind"] for entry in entries} >= PLANTED
    assert {entry["level"] for entry in entries} == LEVELS
    assert 1 <= sum(entry.get("telling", False) for entry in entries) <= 2
