"""Looking a word up: its meanings, its forms, and the lines they come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from hexapla.lexicon.linting import own_files
from hexapla.lexicon.matching import lexicon
from hexapla.lexicon.overlays import using
from hexapla.lexicon.showing import Shown, located, proposed, show


def shown(asked: str, *languages: str) -> Shown:
    return show(asked, lexicon(), own_files(), languages)


@pytest.mark.parametrize(
    ("asked", "language", "concept"),
    [
        ("ceasefires", "en", "ceasefire"),
        ("foreign ministers", "en", "foreign-minister"),
        ("прекращения огня", "ru", "ceasefire"),
        ("cessez-le-feu", "fr", "ceasefire"),
        ("وقف إطلاق النار", "ar", "ceasefire"),
        ("停火", "zh", "ceasefire"),
        ("alto el fuego", "es", "ceasefire"),
    ],
)
def test_a_word_as_it_stands_in_a_text_shows_its_meanings(asked: str, language: str, concept: str) -> None:
    found = shown(asked)
    weights = {m.concept: m.weight for m in found.meanings if m.language == language}
    assert weights[concept] == 1.0
    (row,) = [c for c in found.concepts if c.id == concept]
    assert row.lines and {"ar", "en", "es", "fr", "ru", "zh"} <= row.lines[0].terms.keys()


def test_the_line_is_the_one_in_the_file() -> None:
    (line,) = located(["ceasefire"], own_files())["ceasefire"]
    text = line.path.read_text(encoding="utf-8").split("\n")[line.number - 1]
    assert text.startswith("ceasefire\t")


def test_the_forms_of_a_word_are_told() -> None:
    (known,) = shown("negotiator", "en").known
    assert {"negotiator", "negotiators"} <= set(known.forms)


def test_a_concept_id_shows_its_row() -> None:
    (concept,) = shown("secretary-of-state", "zh").concepts
    assert concept.id == "secretary-of-state"


def test_what_no_row_has_shows_nothing_and_near_ids_are_proposed() -> None:
    assert shown("zzyvalda").concepts == ()
    assert "ceasefire" in proposed("ceasefir", lexicon())


def test_a_users_line_is_shown_beside_ours(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text("concept\ten\nceasefire\tzorble\n", encoding="utf-8")
    with using(path):
        found = show("zorble", lexicon(), (*own_files(), path))
    (concept,) = found.concepts
    assert [line.path for line in concept.lines][-1] == path
    assert len(concept.lines) == 2
