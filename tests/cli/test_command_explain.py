"""`explain`: why two passages were linked, or were not."""

from __future__ import annotations

import json

import pytest
from commands import EN, FR, hexapla, in_three_lines, write


@pytest.fixture
def two(tmp_path):
    write(tmp_path, en=EN, fr=FR)
    return tmp_path


def test_a_link_shows_its_evidence_and_the_threshold(two):
    done = hexapla("explain", "en.txt:5", "fr.txt:4", cwd=two)
    assert (done.returncode, done.stderr) == (0, "")
    for part in (
        "A5  ",
        "B4  ",
        "linked: the best free pair",
        "threshold 0.33",
        "Rivals for A5",
        "Trade = commerce",
    ):
        assert part in done.stdout


def test_a_passage_without_a_link_shows_who_won(two):
    done = hexapla("explain", "en.txt:4", "fr.txt:4", cwd=two)
    assert "not linked" in done.stdout
    assert "A4 is linked with nothing" in done.stdout and "B4 is linked with A5" in done.stdout
    assert "Without answer in A: " in done.stdout and "hospital" in done.stdout


def test_the_json_says_the_same(two):
    found = json.loads(hexapla("explain", "en.txt:5", "fr.txt:4", "--format", "json", cwd=two).stdout)
    assert (found["schema"], found["a"], found["b"], found["how"]) == (
        "hexapla/explanation/1",
        "A5",
        "B4",
        "linked",
    )
    assert found["linked_a"] == ["B4"] and found["linked_b"] == ["A5"]
    assert found["chance"] >= found["threshold"]
    assert any(answer["words"] == ["Trade", "commerce"] for answer in found["answers"])
    assert {rival["side"] for rival in found["rivals"]} == {"a", "b"}
    assert abs(sum(m["term"] for m in found["pair_terms"]) - found["odds"]) < 0.02 or abs(found["odds"]) == 8


def test_a_line_may_be_named_instead(two):
    by_line = hexapla("explain", "en.txt:L9", "fr.txt:L7", cwd=two)
    assert by_line.returncode == 0
    assert by_line.stdout == hexapla("explain", "en.txt:5", "fr.txt:4", cwd=two).stdout


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("en.txt", "fr.txt:4", "names no passage"),
        ("en.txt:0", "fr.txt:4", "names no passage"),
        ("en.txt:99", "fr.txt:4", "no segment 99"),
        ("en.txt:L2", "fr.txt:4", "holds no segment"),
        ("en.txt:L400", "fr.txt:4", "holds no segment"),
        ("en.txt:1", "en.txt:2", "are one text"),
        ("en.txt:1", "nowhere.txt:2", "nowhere.txt"),
    ],
)
def test_what_cannot_be_explained_says_why(two, a, b, reason):
    done = hexapla("explain", a, b, cwd=two)
    assert done.returncode == 2 and done.stdout == ""
    assert reason in done.stderr and in_three_lines(done.stderr)


def test_a_line_of_several_sentences_names_them(two):
    (two / "long.txt").write_text(
        "The ministers met on Monday. They agreed to rebuild the bridge.\n", encoding="utf-8"
    )
    done = hexapla("explain", "long.txt:L1", "fr.txt:4", cwd=two)
    assert done.returncode == 2 and "holds segments 1, 2" in done.stderr
    assert "Name one: long.txt:1." in done.stderr
