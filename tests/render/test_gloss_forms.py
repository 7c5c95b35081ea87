"""Glosses in every form: always marked as such, escaped, and out of the way until they are asked for."""

from __future__ import annotations

import io
from dataclasses import replace

import editions
import pytest
from contracts import faults
from lxml import html
from rich.console import Console

from hexapla.edition.glossing import glossed, glossed_desk
from hexapla.edition.model import Desk
from hexapla.gloss.model import LABEL
from hexapla.render.json_form import collation_json, desk_json
from hexapla.render.page import page
from hexapla.render.terminal import print_desk


@pytest.fixture(scope="module")
def meeting():
    return glossed(editions.meeting(), "en")


def printed(edition, width=80):
    console = Console(file=io.StringIO(), width=width, color_system=None)
    print_desk(Desk((edition,), ((0,),)), console)
    return console.file.getvalue()


def test_json_keeps_its_schema_and_marks_the_gloss(meeting):
    data = collation_json(meeting)
    assert faults("collation-1", data) == []
    assert data["glosses"]["language"] == "en"
    assert data["glosses"]["label"] == LABEL
    texts = {w["siglum"]: w["text"] for w in data["witnesses"]}
    ids = {s["id"]: s for w in data["witnesses"] for s in w["segments"]}
    assert data["glosses"]["segments"]
    for key, own in data["glosses"]["segments"].items():
        segment = ids[key]
        for piece in own["pieces"]:
            assert segment["start"] <= piece["start"] <= piece["end"] <= segment["end"]
            if piece["kind"] == "unknown":
                assert texts[key[0]][piece["start"] : piece["end"]] == piece["word"]


def test_a_desk_with_glosses_keeps_its_schema():
    assert faults("desk-1", desk_json(glossed_desk(editions.desk(), "fr"))) == []


def test_without_a_gloss_nothing_is_said_of_one():
    assert "glosses" not in collation_json(editions.meeting())
    assert LABEL not in printed(editions.meeting())
    assert 'role="tooltip"' not in page(Desk((editions.meeting(),), ((0,),)))


def test_the_terminal_marks_every_gloss(meeting):
    told = " ".join(printed(meeting, 200).split())
    readings = [r.gloss for e in meeting.apparatus for r in e.readings if r.gloss]
    assert readings
    assert told.count(f"{LABEL}:") >= len(readings)


def test_a_gloss_into_arabic_stands_on_lines_of_its_own():
    lines = printed(glossed(editions.meeting(), "ar")).splitlines()
    assert any(line.strip() == f"{LABEL}:" for line in lines)


def test_every_passage_of_another_language_has_its_gloss_on_the_page(meeting):
    tree = html.fromstring(page(Desk((meeting,), ((0,),))))
    for unit in tree.xpath('//p[contains(@class, "unit")]'):
        tip = unit.getnext()
        own = unit.getparent().get("lang")
        if own == "en":
            assert unit.get("aria-describedby") is None
            continue
        assert tip.get("role") == "tooltip"
        assert tip.get("id") == unit.get("aria-describedby")
        assert (tip.get("lang"), tip.get("dir")) == ("en", "ltr")
        assert tip.text_content().strip().startswith(LABEL)
        assert unit.get("tabindex") == "0"
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_gloss_is_text_and_never_markup(meeting):
    siglum = next(s for s, own in meeting.glosses.items() if any(own))
    hostile = next(own for own in meeting.glosses[siglum] if own)
    pieces = tuple(p._replace(word="<script>alert(1)</script>") for p in hostile.pieces)
    own = tuple(replace(hostile, pieces=pieces) if one is hostile else one for one in meeting.glosses[siglum])
    glosses = {**meeting.glosses, siglum: own}
    made = page(Desk((replace(meeting, glosses=glosses),), ((0,),)))
    assert "<script>alert(1)" not in made
