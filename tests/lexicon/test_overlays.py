"""Users' own files beside ours: words added, weights that hold, caches, and what is left alone."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from hexapla.errors import DataError
from hexapla.lang.words import words
from hexapla.lexicon import inflecting, overlays
from hexapla.lexicon.compiled import COMPILED
from hexapla.lexicon.compiling import WEAK
from hexapla.lexicon.matching import Lexicon, lexicon
from hexapla.lexicon.opening import Opened
from hexapla.lexicon.overlays import files, overlaid, united, using


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def senses(lex: Lexicon, language: str, text: str) -> list[tuple[str, dict[str, float]]]:
    """Each match that has meanings of its own: its form, and concept → weight."""
    ids = lex.concepts.ids
    return [
        (match.form, {ids[c]: round(w, 2) for c, w in match.senses})
        for match in lex.terms(language).match(list(words(text, language)))
        if match.senses and not match.kin
    ]


WORDS = """concept\tpos\tfamily\tar\ten\tes\tfr\tru\tzh
summit\t\t\tفلوبة\tzorble\tzorbla\tzorblette\tзорбль\t佐尔布勒
zorbling\tverb\tzorbler\tزربل (يزربل، زربلة)\tzorble out\tzorblar\tzorbler\tзорблить\t佐尔布
zorbler\tnoun\t\tمزربل\tzorbler\tzorblador\tzorbleur\tзорблер\t佐尔布者
"""


def test_words_are_added_to_a_concept_of_ours_in_every_language(tmp_path: Path) -> None:
    said = {
        "ar": "فلوبة",
        "en": "the zorbles",
        "es": "las zorblas",
        "fr": "des zorblettes",
        "ru": "двух зорблей",
        "zh": "在佐尔布勒上",
    }
    with using(write(tmp_path, "mine.tsv", WORDS)):
        for language, text in said.items():
            found = [concepts for _, concepts in senses(lexicon(), language, text)]
            assert any(concepts.get("summit") == 1.0 for concepts in found), language


def test_ours_stay_as_they_are_and_numbers_with_them(tmp_path: Path) -> None:
    plain = lexicon()
    with using(write(tmp_path, "mine.tsv", WORDS)):
        both = lexicon()
    assert both.concepts.ids[: len(plain.concepts.ids)] == plain.concepts.ids
    assert both.concepts.ids[len(plain.concepts.ids) :] == ("zorbler", "zorbling")
    text = "Foreign ministers met on Monday and agreed a ceasefire in the border region."
    read = list(words(text, "en"))
    assert both.terms("en").match(read) == plain.terms("en").match(read)
    assert lexicon() is plain


def test_a_new_concept_has_its_family_and_its_inflected_forms(tmp_path: Path) -> None:
    with using(write(tmp_path, "mine.tsv", WORDS)):
        lex = lexicon()
        concepts = lex.concepts
        assert concepts.ids[concepts.family[concepts.numbers["zorbling"]]] == "zorbler"
        for language, text in {
            "en": "zorblers",
            "ru": "зорблерами",
            "es": "zorbladores",
            "fr": "zorbleurs",
            "ar": "المزربلون",
        }.items():
            assert (
                ("zorbler" in dict(senses(lex, language, text)[0][1]))
                if senses(lex, language, text)
                else False
            )
        assert senses(lex, "en", "they zorbled out") == []
        assert senses(lex, "en", "to zorble out")[0][1]["zorbling"] == 1.0


def test_the_inflection_of_our_own_words_serves_terms_of_the_user(tmp_path: Path) -> None:
    path = write(tmp_path, "mine.tsv", "concept\ten\tru\nborder-zorb\tborder minister\tминистр границы\n")
    with using(path):
        assert senses(lexicon(), "en", "border ministers")[0][1]["border-zorb"] == 1.0
        assert senses(lexicon(), "ru", "с министрами границ")[0][1]["border-zorb"] == 1.0


def test_the_users_weight_holds_against_ours(tmp_path: Path) -> None:
    assert senses(lexicon(), "en", "ceasefire")[0][1]["ceasefire"] == 1.0
    with using(write(tmp_path, "mine.tsv", "concept\ten\nceasefire\t~ceasefire\n")):
        assert senses(lexicon(), "en", "ceasefire")[0][1]["ceasefire"] == WEAK


def test_of_two_files_the_later_weight_holds_and_words_are_united(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    write(folder, "1.tsv", "concept\ten\nzorb\tzorba | zorbu (zorbux)\n")
    write(folder, "2.tsv", "concept\ten\tfr\nzorb\t~zorba | zorbo\tzorbé\n")
    (row,) = united(files(str(folder)))
    assert [(t.word, t.weak) for t in row.terms["en"]] == [
        ("zorba", True),
        ("zorbu", False),
        ("zorbo", False),
    ]
    with using(folder):
        weights = {form: found["zorb"] for form, found in senses(lexicon(), "en", "zorba zorbu zorbo zorbux")}
    assert weights == {"zorba": WEAK, "zorbu": 1.0, "zorbo": 1.0, "zorbux": 1.0}


def test_several_places_may_be_named(tmp_path: Path) -> None:
    one = write(tmp_path / "a", "z.tsv", "concept\ten\nzorb\tzorba\n")
    two = write(tmp_path / "b", "a.tsv", "concept\ten\nzorb\t~zorba\n")
    assert files(f"{one}{os.pathsep}{two.parent}") == (one, two)
    with using(f"{one}{os.pathsep}{two.parent}"):
        assert senses(lexicon(), "en", "zorba")[0][1] == {"zorb": WEAK}


def test_a_bad_line_is_left_out_and_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, "mine.tsv", "concept\ten\nzorb\tzorba\nBad Id\tx\nzorc\tzorca(\n")
    for _ in range(2):
        lex = Lexicon(COMPILED, overlaid(Opened(COMPILED), str(path)))
        assert senses(lex, "en", "zorba")
        told = capsys.readouterr().err
        assert "2 lines are left out, the first mine.tsv:3" in told
        assert f"hexapla lexicon lint {path}" in told


def test_circling_families_are_dropped(tmp_path: Path) -> None:
    text = "concept\tfamily\ten\nza\tzb\tzorba\nzb\tza\tzorbb\nzc\tza\tzorbc\n"
    with using(write(tmp_path, "mine.tsv", text)):
        concepts = lexicon().concepts
        base = {name: concepts.ids[concepts.family[concepts.numbers[name]]] for name in ("za", "zb", "zc")}
    assert base == {"za": "za", "zb": "zb", "zc": "za"}


def test_it_is_compiled_once_for_one_content(
    tmp_path: Path, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = Opened(COMPILED)
    first = write(tmp_path / "a", "mine.tsv", "concept\ten\nzorb\tzorba\n")
    moved = write(tmp_path / "b", "mine.tsv", "concept\ten\nzorb\tzorba\n")
    overlaid(ours, str(first))
    assert "compiling 1 lexicon rows of mine.tsv" in capsys.readouterr().err
    overlaid(ours, str(moved))
    assert capsys.readouterr().err == ""
    write(tmp_path / "b", "mine.tsv", "concept\ten\nzorb\tzorbu\n")
    overlaid(ours, str(moved))
    assert "compiling" in capsys.readouterr().err
    assert len([one for one in (cache / "lexicon").iterdir() if not one.name.startswith(".")]) == 2


def test_the_package_is_never_written_to(tmp_path: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in COMPILED.iterdir()}
    with using(write(tmp_path, "mine.tsv", WORDS)):
        _ = lexicon().concepts
    assert {path.name: path.stat().st_mtime_ns for path in COMPILED.iterdir()} == before


def test_the_same_files_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, made = write(tmp_path, "mine.tsv", WORDS), []
    for name in ("one", "two"):
        monkeypatch.setenv("HEXAPLA_CACHE", str(tmp_path / name))
        folder = overlaid(Opened(COMPILED), str(path)).theirs.folder
        made.append({file.name: file.read_bytes() for file in sorted(folder.iterdir())})
    assert made[0] == made[1]


def test_the_lemmatisers_of_the_build_are_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are not installed on a user's machine; and the same files shall mean the same everywhere."""

    def refuse(*_: object) -> None:
        raise AssertionError

    for name in ("expand", "lemma", "forms_of_lemma", "frequencies"):
        monkeypatch.setattr(inflecting.expanding, name, refuse)
    with using(write(tmp_path, "mine.tsv", WORDS)):
        assert senses(lexicon(), "en", "zorblers")


def test_a_cache_that_cannot_be_written_to_costs_time_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = write(tmp_path, "blocked", "a file where the folder should be")
    monkeypatch.setenv("HEXAPLA_CACHE", str(blocked))
    path = write(tmp_path, "mine.tsv", "concept\ten\nzorb\tzorba\n")
    lex = Lexicon(COMPILED, overlaid(Opened(COMPILED), str(path)))
    assert senses(lex, "en", "zorba")[0][1] == {"zorb": 1.0}


@pytest.mark.parametrize("name", ["nowhere.tsv", "empty"])
def test_a_setting_that_names_nothing_says_so(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with using(tmp_path / name), pytest.raises(DataError, match=name) as raised:
        lexicon()
    assert "--lexicon" in raised.value.todo


def test_more_concepts_than_fit_are_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overlays, "MOST_ROWS", 3)
    text = "concept\ten\n" + "".join(f"zorb-{n}\tzorb{n}\n" for n in range(9))
    assert len(united(files(str(write(tmp_path, "mine.tsv", text))))) == 3


def test_cells_of_both_are_one(tmp_path: Path) -> None:
    with using(write(tmp_path, "mine.tsv", WORDS)):
        lex = lexicon()
        cells = lex.cells("en")
        assert [t.word for t in cells.terms(lex.concepts.numbers["summit"])][-1] == "zorble"
        assert [t.word for t in cells.terms(lex.concepts.numbers["zorbler"])] == ["zorbler"]


def test_the_cache_lies_where_the_platform_keeps_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from hexapla.lexicon.caching import cache_folder

    monkeypatch.setenv("HEXAPLA_CACHE", str(tmp_path / "own"))
    assert cache_folder() == tmp_path / "own"
    monkeypatch.delenv("HEXAPLA_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder() == tmp_path / "xdg" / "hexapla"
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert cache_folder().is_relative_to(Path.home())


def test_a_seventh_language_is_a_folder_and_a_column(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its words meet those of the six others by the ids of our rows, before any is in the package."""
    from hexapla.lang import language

    # Opened before there is a seventh folder: the checkout's own compiled form must not take it in.
    lexicon()
    lang = tmp_path / "lang"
    for code in language.codes():
        (lang / code).parent.mkdir(exist_ok=True)
        (lang / code).symlink_to(language.HERE / code, target_is_directory=True)
    shutil.copytree(language.HERE / "es", lang / "eo")
    monkeypatch.setattr(language, "HERE", lang)
    language.codes.cache_clear()
    try:
        path = write(tmp_path, "mine.tsv", "concept\teo\nceasefire\tbatalhalto\n")
        with using(path):
            found = senses(lexicon(), "eo", "la batalhalto")
            assert found == [("batalhalto", {"ceasefire": 1.0})]
            assert senses(lexicon(), "en", "ceasefire")[0][1]["ceasefire"] == 1.0
    finally:
        monkeypatch.undo()
        language.codes.cache_clear()
