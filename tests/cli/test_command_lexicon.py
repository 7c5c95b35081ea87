"""`lexicon show|lint|gaps`, and a user's own words in every command that compares."""

from __future__ import annotations

import json
import os

import pytest
from commands import EN, FR, hexapla, in_three_lines, shell, write

MINE = "concept\ten\tfr\nbridge\tzorble\tzorblette\n"


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("HEXAPLA_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("HEXAPLA_LEXICON", raising=False)


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.tsv"
    path.write_text(MINE, encoding="utf-8")
    return path


def test_show_tells_meanings_forms_words_and_the_line():
    done = hexapla("lexicon", "show", "ceasefires")
    assert (done.returncode, done.stderr) == (0, "")
    for part in ("en  ceasefires", "1.00  ceasefire", "forms: ", "security.tsv:", "停火", "cessez-le-feu"):
        assert part in done.stdout


def test_show_as_json_has_all_of_it():
    shown = json.loads(hexapla("lexicon", "show", "перемирия", "--format", "json").stdout)
    assert {m["language"] for m in shown["meanings"]} == {"ru"}
    line = next(c for c in shown["concepts"] if c["id"] == "ceasefire")["lines"][0]
    assert line["file"].endswith(".tsv") and line["line"] > 1
    assert {"ar", "en", "es", "fr", "ru", "zh"} <= line["words"].keys()


def test_show_of_an_unknown_word_proposes_and_ends_with_2():
    done = hexapla("lexicon", "show", "ceazefire")
    assert done.returncode == 2 and done.stdout == ""
    assert "ceasefire" in done.stderr and in_three_lines(done.stderr)


def test_show_of_an_unknown_language_says_so():
    done = hexapla("lexicon", "show", "x", "--language", "tlh")
    assert done.returncode == 2 and in_three_lines(done.stderr)


def test_lint_names_file_line_reason_and_mend(tmp_path):
    path = tmp_path / "mine.tsv"
    path.write_text("concept\ten\na\tone\nB C\ttwo\na\tслово\n", encoding="utf-8")
    done = hexapla("lexicon", "lint", path)
    assert done.returncode == 3
    assert f"{path}:3: left out: 'B C' is no concept id." in done.stdout
    assert f"{path}:4: left out: column en: 'слово' is not in Latin letters." in done.stdout
    assert "2 lines left out, 0 notes." in done.stderr


def test_lint_as_json_is_a_line_a_fault(tmp_path):
    path = tmp_path / "mine.tsv"
    path.write_text("concept\ten\nB C\ttwo\n", encoding="utf-8")
    (line,) = hexapla("lexicon", "lint", path, "--format", "json").stdout.splitlines()
    found = json.loads(line)
    assert (found["line"], found["kind"], found["left_out"]) == (2, "id", True)


def test_lint_of_a_file_that_is_no_lexicon_ends_with_2(tmp_path):
    path = tmp_path / "mine.tsv"
    path.write_text("nothing\n", encoding="utf-8")
    assert hexapla("lexicon", "lint", path).returncode == 2
    done = hexapla("lexicon", "lint", tmp_path / "nowhere.tsv")
    assert done.returncode == 2 and in_three_lines(done.stderr)


def test_lint_without_a_file_checks_ours():
    done = hexapla("lexicon", "lint", "--no-notes")
    assert (done.returncode, done.stdout) == (0, "")


def test_gaps_lists_words_and_coverage(tmp_path):
    text = "The two ministers discussed the zorble.\n\nA second zorble was shown to Minister Qordavesh.\n"
    done = hexapla("lexicon", "gaps", *write(tmp_path, one=text))
    assert done.returncode == 0
    assert "% of" in done.stdout and "content words covered" in done.stdout
    assert "2  zorble" in done.stdout
    assert done.stdout.index("probably names") < done.stdout.index("Qordavesh")


def test_gaps_as_tsv_and_json(tmp_path):
    (path,) = write(tmp_path, one="The two ministers discussed the zorble in the capital.\n")
    head, *rows = hexapla("lexicon", "gaps", path, "--format", "tsv").stdout.splitlines()
    assert head.split("\t")[:2] == ["language", "word"]
    assert [row.split("\t")[1] for row in rows] == ["zorble"]
    found = json.loads(hexapla("lexicon", "gaps", path, "--format", "json").stdout)
    assert found["gaps"][0]["written"] == "zorble"
    assert 0 < found["coverage"][0]["share"] < 1


def test_gaps_names_an_input_it_cannot_use(tmp_path):
    paths = write(tmp_path, one="The two ministers met in the capital.\n", two="")
    done = hexapla("lexicon", "gaps", *paths)
    assert done.returncode == 3 and "two.txt" in done.stderr
    assert hexapla("lexicon", "gaps", paths[1]).returncode == 2


def test_a_users_words_close_gaps(tmp_path, mine):
    (path,) = write(tmp_path, one="The two ministers discussed the zorbles in the capital.\n")
    assert "zorbles" in hexapla("lexicon", "gaps", path).stdout
    done = hexapla("lexicon", "gaps", path, "--lexicon", mine)
    assert "zorbles" not in done.stdout and "100.0%" in done.stdout


def test_the_option_is_forgotten_when_the_command_ends(mine):
    done = hexapla("lexicon", "show", "zorble", "--lexicon", mine)
    assert done.returncode == 0 and str(mine) in done.stdout
    assert "HEXAPLA_LEXICON" not in os.environ
    assert hexapla("lexicon", "show", "zorble").returncode == 2


def test_the_setting_serves_every_command(tmp_path, mine, monkeypatch):
    monkeypatch.setenv("HEXAPLA_LEXICON", str(mine))
    assert hexapla("lexicon", "show", "zorblettes").returncode == 0


def test_a_users_words_link_what_was_not_linked(tmp_path, mine):
    (tmp_path / "a.en").write_text("They showed the zorble.\nIt rained.\n", encoding="utf-8")
    (tmp_path / "a.fr").write_text("Il a plu.\nOn a montré la zorblette.\n", encoding="utf-8")
    align = ("align", tmp_path / "a.en", tmp_path / "a.fr", "--from", "en", "--to", "fr")
    with_words = json.loads(hexapla(*align, "--lexicon", mine).stdout)
    assert [[0], [1]] in with_words


@pytest.mark.parametrize("verb", ["desk", "collate"])
def test_collating_takes_the_option(tmp_path, mine, verb):
    paths = write(tmp_path, en=EN, fr=FR)
    done = hexapla(verb, *paths, "--lexicon", mine, "--format", "json")
    assert done.returncode == 0
    assert "compiling 1 lexicon rows of mine.tsv" in done.stderr
    json.loads(done.stdout)


def test_a_lexicon_that_is_not_there_stops_the_work(tmp_path):
    paths = write(tmp_path, en=EN, fr=FR)
    done = hexapla("collate", *paths, "--lexicon", tmp_path / "nowhere.tsv")
    assert done.returncode == 2 and done.stdout == ""
    assert in_three_lines(done.stderr)


def test_in_a_process_of_its_own(tmp_path, mine):
    done = shell("lexicon", "show", "zorbles", HEXAPLA_LEXICON=str(mine), HEXAPLA_CACHE=str(tmp_path / "c"))
    assert done.returncode == 0 and "bridge" in done.stdout
