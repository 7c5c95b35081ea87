"""The people panel: each spelling by version, office on the day, a link where the person is known."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

from contracts import faults
from editions import meeting
from rich.console import Console

from hexapla.edition.model import Desk
from hexapla.marks.mentions.model import Held
from hexapla.render.json_form import collation_json
from hexapla.render.page import page
from hexapla.render.people import panel, said
from hexapla.render.terminal import print_edition

DAY = dt.date(2031, 5, 13)
OFFICE = Held("foreign-minister", "XK", DAY, "stated", "incumbent", whose="Karvinia")


def test_an_office_in_words() -> None:
    assert said(OFFICE) == "foreign minister of Karvinia on 2031-05-13"
    assert said(replace(OFFICE, whose=None, on=None, status="former")) == "foreign minister, former"


def test_the_panel_has_every_version_that_names_the_person() -> None:
    (view,) = panel(meeting())
    assert [siglum for siglum, _ in view.spellings] == ["A", "B", "C", "D"]
    assert view.link == "https://www.wikidata.org/wiki/Q42"


def test_the_page_shows_people_escaped_and_linked() -> None:
    html = page(Desk((meeting(),), ((0,),)))
    assert "Darin &lt;Velosh&gt;" in html
    assert 'href="https://www.wikidata.org/wiki/Q42"' in html
    assert "foreign minister of Karvinia" in html


def test_the_terminal_shows_people() -> None:
    out = io.StringIO()
    print_edition(meeting(), Console(file=out, width=100, color_system=None))
    assert "People" in out.getvalue()
    assert "Darin <Velosh>, foreign minister of Karvinia on 2031-05-13" in out.getvalue()


def test_json_keeps_the_schema() -> None:
    found = collation_json(meeting())
    assert faults("collation-1", found) == []
    assert found["people"][0]["offices"][0] == {
        "office": "foreign-minister",
        "of": "XK",
        "on": "2031-05-13",
        "basis": "stated",
        "status": "incumbent",
    }
