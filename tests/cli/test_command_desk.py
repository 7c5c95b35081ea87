"""`desk` and `collate`: what they print, in every form, and their exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import EN, FR, RU, SAMPLES, hexapla, shell, write
from contracts import printed


@pytest.fixture
def two(tmp_path):
    return write(tmp_path, en=EN, fr=FR)


def test_collate_prints_the_schema(two):
    done = hexapla("collate", *two, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    found = printed("collation-1", done.stdout)
    assert [w["siglum"] for w in found["witnesses"]] == ["A", "B"]
    assert [w["source"] for w in found["witnesses"]] == [str(path) for path in two]
    assert [w["language"] for w in found["witnesses"]] == ["en", "fr"]
    assert found["base"] is None


def test_offsets_count_in_the_file_as_decoded(two):
    found = json.loads(hexapla("collate", *two, "--format", "json").stdout)
    for path, witness in zip(two, found["witnesses"], strict=True):
        assert witness["text"] == path.read_text(encoding="utf-8")


def test_what_only_one_version_carries_is_told(two):
    found = json.loads(hexapla("collate", *two, "--format", "json").stdout)
    told = [
        EN[start:end]
        for entry in found["apparatus"]
        if entry["kind"] == "absence" and "B" in entry["absent"]
        for reading in entry["readings"]
        for start, end in reading["spans"].get("A", ())
    ]
    assert any("the attack on the hospital in Lisk" in words for words in told)


def test_adds_and_omits_are_said_only_against_a_base(two):
    without = json.loads(hexapla("collate", *two, "--format", "json").stdout)
    against = json.loads(hexapla("collate", *two, "--base", "B", "--format", "json").stdout)
    assert against["base"] == "B"
    assert not any(word in entry["note"] for entry in without["apparatus"] for word in ("adds", "omits"))
    assert any("A adds" in entry["note"] for entry in against["apparatus"])


def test_desk_prints_the_schema_and_parts_the_stories(tmp_path):
    done = hexapla("desk", *write(tmp_path, en=EN, ru=RU, fr=FR), "--format", "json")
    found = printed("desk-1", done.stdout)
    assert done.returncode == 0
    languages = [[w["language"] for w in story["witnesses"]] for story in found["stories"]]
    assert languages == [["en", "fr"], ["ru"]]
    assert sorted(n for line in found["storylines"] for n in line) == [0, 1]


def test_together_takes_all_as_one_story(tmp_path):
    paths = write(tmp_path, en=EN, ru=RU)
    assert len(json.loads(hexapla("desk", *paths, "-f", "json").stdout)["stories"]) == 2
    assert len(json.loads(hexapla("desk", *paths, "-f", "json", "--together").stdout)["stories"]) == 1


def test_the_same_inputs_print_the_same_bytes(two):
    once, again = (shell("collate", *two, "-f", "json", PYTHONHASHSEED=seed).stdout for seed in ("1", "2"))
    assert once.startswith("{")
    assert once == again


def test_the_order_of_the_inputs_changes_only_the_sigla(two):
    def told(paths):
        found = json.loads(hexapla("collate", *paths, "-f", "json").stdout)
        language = {w["siglum"]: w["language"] for w in found["witnesses"]}
        return [
            (e["kind"], sorted((language[s], x) for r in e["readings"] for s, x in r["spans"].items()))
            for e in found["apparatus"]
        ]

    assert told(two) == told(two[::-1])


def test_the_terminal_form_quotes_the_words(two):
    done = hexapla("desk", *two)
    assert done.returncode == 0
    assert "Story 1 of 1" in done.stdout
    assert "hospital in Lisk" in done.stdout
    assert "\x1b" not in done.stdout


def test_limit_says_how_many_more_there_are():
    done = hexapla("collate", *sorted(SAMPLES.glob("2031-05-talks-*.txt")), "--limit", "1")
    assert done.returncode == 0
    assert "… and " in done.stdout


def test_the_page_is_one_file_and_said_where(two, tmp_path):
    page = tmp_path / "new" / "folder" / "out.html"
    done = hexapla("desk", *two, "--page", page)
    assert done.returncode == 0
    assert str(page) in done.stderr
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>") or text.startswith("<!DOCTYPE html>")
    assert list(page.parent.iterdir()) == [page]


def test_html_can_be_printed(two):
    done = hexapla("collate", *two, "-f", "html")
    assert done.returncode == 0
    assert done.stdout.rstrip().endswith("</html>")


def test_standard_input_is_an_input(two):
    done = hexapla("collate", "-", two[1], "-f", "json", input=EN)
    assert done.returncode == 0
    assert [w["source"] for w in json.loads(done.stdout)["witnesses"]] == ["-", str(two[1])]


def test_what_is_said_for_all_inputs_is_believed(two):
    done = hexapla("collate", *two, "-f", "json", "--outlet", "Irel Post", "--published", "2031-05-02")
    for witness in json.loads(done.stdout)["witnesses"]:
        assert (witness["outlet"], witness["published"]) == ("Irel Post", "2031-05-02")


def test_a_story_file_stands_for_its_witnesses(two, tmp_path):
    (tmp_path / "story.toml").write_text(
        'title = "The bridge"\n'
        '[[witness]]\npath = "fr.txt"\nlanguage = "fr"\noutlet = "Orlovie-Presse"\n'
        '[[witness]]\npath = "en.txt"\npublished = 2031-05-02\n',
        encoding="utf-8",
    )
    done = hexapla("collate", tmp_path / "story.toml", "-f", "json")
    found = printed("collation-1", done.stdout)
    assert done.returncode == 0
    assert [Path(w["source"]).name for w in found["witnesses"]] == ["fr.txt", "en.txt"]
    assert found["witnesses"][0]["outlet"] == "Orlovie-Presse"
    assert found["witnesses"][1]["published"] == "2031-05-02"


def test_the_samples_are_two_stories():
    done = hexapla("desk", *sorted(SAMPLES.glob("*.txt")), "-f", "json")
    found = printed("desk-1", done.stdout)
    assert done.returncode == 0
    assert [len(story["witnesses"]) for story in found["stories"]] == [6, 2]
