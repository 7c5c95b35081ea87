"""Our own lexicon is compiled again where a checkout's data has changed, and only there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hexapla.lexicon import building, compiling
from hexapla.lexicon.building import SEEN, STAMP, compile_all, ensure_current
from hexapla.lexicon.compiled import COMPILED
from hexapla.lexicon.inflecting import Remembered, Rules, Tools
from hexapla.lexicon.opening import Opened
from hexapla.lexicon.rows import Term

ROWS = "concept\tpos\ten\tfr\nzorb\tnoun\tzorba\tzorbe\n"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose data is one small file, compiled by rule."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "mine.tsv").write_text(ROWS, encoding="utf-8")
    for made in (building.sources, building.digest, building.compile_all, building.ensure_current):
        monkeypatch.setattr(made, "__defaults__", (*(made.__defaults__ or ())[:-1], folder))
    monkeypatch.setattr(building, "codes", lambda: ("en", "fr"))
    monkeypatch.setattr(compiling, "inflector", lambda language, ours: Rules(language))
    return folder


def compiled(folder: Path) -> tuple[str, ...]:
    return Opened(folder).concepts.ids


def test_it_is_compiled_where_there_is_none(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ensure_current(tmp_path / "out")
    assert compiled(tmp_path / "out") == ("zorb",)
    assert "compiling" in capsys.readouterr().err
    ensure_current(tmp_path / "out")
    assert capsys.readouterr().err == ""


def test_a_changed_row_is_compiled_at_next_use(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ensure_current(tmp_path / "out")
    (data / "mine.tsv").write_text(ROWS + "zorc\tnoun\tzorca\tzorce\n", encoding="utf-8")
    capsys.readouterr()
    ensure_current(tmp_path / "out")
    assert compiled(tmp_path / "out") == ("zorb", "zorc")
    assert "the lexicon's data has changed" in capsys.readouterr().err


def test_another_time_with_the_same_content_is_no_change(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    ensure_current(out)
    before = (out / STAMP).stat().st_mtime_ns
    capsys.readouterr()
    os.utime(data / "mine.tsv", ns=(1, 1))
    ensure_current(out)
    assert (out / STAMP).stat().st_mtime_ns == before
    assert capsys.readouterr().err == ""
    assert ", 1]" in (out / SEEN).read_text()


def test_an_installed_package_is_not_looked_at(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "in_checkout", lambda: False)
    ensure_current(tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_without_the_lemmatisers_the_old_form_stays_in_force(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ensure_current(tmp_path / "out")
    (data / "mine.tsv").write_text(ROWS + "zorc\tnoun\tzorca\tzorce\n", encoding="utf-8")
    monkeypatch.setattr(building.inflecting, "tools_present", lambda: False)
    capsys.readouterr()
    ensure_current(tmp_path / "out")
    assert compiled(tmp_path / "out") == ("zorb",)
    assert "stays in force" in capsys.readouterr().err


def test_a_fault_in_our_data_leaves_the_old_form(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    compile_all(out, lambda line: None)
    (data / "mine.tsv").write_text(ROWS + "Bad Id\tnoun\tx\ty\n", encoding="utf-8")
    with pytest.raises(Exception, match="no concept id"):
        compile_all(out, lambda line: None)
    assert compiled(out) == ("zorb",)
    assert not [one for one in out.iterdir() if one.name.startswith(".new")]


def test_all_files_of_one_compilation_bear_one_stamp(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    compile_all(out, lambda line: None)
    assert Opened(out).stamp == (out / STAMP).read_text() == building.digest()


def test_this_checkout_is_one_and_its_compiled_form_is_whole() -> None:
    assert building.in_checkout()
    assert Opened(COMPILED).stamp


def test_what_the_tools_said_is_remembered(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    class Counting(Tools):
        def expand(self, term: Term, pos: str) -> frozenset[str]:
            asked.append(term.word)
            return frozenset({term.word, f"{term.word}s"})

    for _ in range(2):
        remembered = Remembered("en", Counting("en"))
        assert remembered.expand(Term("zorb"), "noun") == {"zorb", "zorbs"}
        assert remembered.expand(Term("zorb"), "noun") == {"zorb", "zorbs"}
        remembered.keep()
    assert asked == ["zorb"]
    assert len(list((cache / "forms").iterdir())) == 1


@pytest.mark.parametrize(
    ("language", "word", "pos", "form"),
    [
        ("en", "zorbry", "noun", "zorbries"),
        ("en", "zorble", "verb", "zorbling"),
        ("en", "zorb", "verb", "zorbbing"),
        ("ru", "зорбация", "noun", "зорбацией"),
        ("ru", "зорбский", "adj", "зорбскими"),
        ("ru", "зорбировать", "verb", "зорбирует"),
        ("es", "zorbar", "verb", "zorbando"),
        ("fr", "zorbeux", "adj", "zorbeuse"),
        ("ar", "زرب", "noun", "زربات"),
        ("en", "zorb", "noun", "zorbing"),
    ],
)
def test_rules_make_the_forms_of_a_word_that_no_list_has(
    language: str, word: str, pos: str, form: str
) -> None:
    from hexapla.lang.words import folding

    made = Rules(language).expand(Term(word), pos)
    assert (folding(language).fold(form) in made) is (form != "zorbing")
