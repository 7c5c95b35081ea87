"""`--gloss`: on the terminal, in JSON and on the page; refused where there is no such language."""

from __future__ import annotations

import json

import pytest
from commands import EN, FR, hexapla, write


@pytest.fixture
def two(tmp_path):
    return write(tmp_path, en=EN, fr=FR)


def test_readings_and_passages_are_glossed(two, tmp_path):
    page = tmp_path / "page.html"
    done = hexapla("collate", *two, "--gloss", "en", "--format", "json", "--page", page)
    assert done.returncode == 0
    found = json.loads(done.stdout)
    assert found["glosses"]["language"] == "en"
    assert {key[0] for key in found["glosses"]["segments"]} == {"B"}
    line = found["glosses"]["segments"]["B3"]["text"]
    assert "ministers" in line
    assert 'role="tooltip"' in page.read_text(encoding="utf-8")


def test_none_is_made_unless_asked_for(two):
    assert "gloss" not in hexapla("collate", *two).stdout
    found = json.loads(hexapla("desk", *two, "--format", "json").stdout)
    assert all("glosses" not in story for story in found["stories"])
    assert all(r["gloss"] is None for s in found["stories"] for e in s["apparatus"] for r in e["readings"])


@pytest.mark.parametrize("verb", ["desk", "collate"])
def test_the_terminal_tells_that_it_is_a_gloss(verb, two):
    assert "gloss (word by word): " in hexapla(verb, *two, "--gloss", "es").stdout


@pytest.mark.parametrize("verb", ["desk", "collate"])
def test_a_language_without_words_is_refused_before_anything_is_read(verb, two):
    done = hexapla(verb, *two, "--gloss", "xx")
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no gloss in 'xx'." in done.stderr
    assert "ar, en, es, fr, ru, zh" in done.stderr
