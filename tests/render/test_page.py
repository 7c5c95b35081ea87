"""The page as a file: whole, escaped, the same every time."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import editions
import pytest

from hexapla.apparatus.model import ENTRY_KINDS
from hexapla.edition.model import Desk
from hexapla.render.json_form import desk_json
from hexapla.render.kinds import KINDS
from hexapla.render.page import page, script_json
from hexapla.render.view import address, stories

ONE = Desk((editions.meeting(),), ((0,),))


class Reader(HTMLParser):
    """Elements with their attributes, and each unit's words as a reader copies them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.units: list[str] = []
        self._skip = self._unit = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.elements.append((tag, found))
        classes = (found.get("class") or "").split()
        if "unit" in classes:
            self._unit = True
            self.units.append("")
        self._skip = self._skip or bool({"sign", "segment"} & set(classes))

    def handle_endtag(self, tag):
        self._unit = self._unit and tag != "p"
        self._skip = self._skip and tag not in ("a", "span")

    def handle_data(self, data):
        if self._unit and not self._skip:
            self.units[-1] += data


def test_the_same_desk_gives_the_same_page():
    assert page(editions.desk(), made="x") == page(editions.desk(), made="x")


def test_every_unit_stands_as_published():
    units = Reader(page(ONE)).units
    collation = editions.meeting().collation
    expected = {
        s.of(collation.witnesses[w].text)
        for locus in collation.loci
        for w, own in locus.units.items()
        for s in own
    }
    assert set(units) == expected
    assert len(units) == sum(len(own) for locus in collation.loci for own in locus.units.values())


def test_nothing_is_fetched():
    text = page(editions.desk())
    for tag, attrs in Reader(text).elements:
        assert "src" not in attrs
        if tag == "link":
            assert attrs["href"].startswith("data:")
    assert "@import" not in text
    assert not re.search(r"url\(", text)


def test_the_policy_names_exactly_the_pages_scripts():
    text = page(ONE)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; ")
    allowed = set(re.findall(r"'sha256-([^']+)'", policy))
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert {base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts} == allowed
    assert not re.search(r"\son\w+=", re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL))


def test_everything_from_outside_is_escaped():
    text = page(editions.hostile(), made=editions.HOSTILE)
    tags = [tag for tag, _ in Reader(text).elements]
    assert tags.count("script") == 3
    assert "img" not in tags
    assert text.count("</script") == 3
    assert not any((a.get("href") or "").startswith("javascript") for _, a in Reader(text).elements)


def test_the_embedded_data_is_the_desk():
    text = page(editions.hostile())
    data = re.search(r'id="desk-data">(.*?)</script>', text, re.DOTALL)[1]
    assert json.loads(data) == desk_json(editions.hostile())


def test_script_json_cannot_end_its_element():
    made = script_json({"a": "</script><!--\u2028"})
    assert "<" not in made
    assert "\u2028" not in made
    assert json.loads(made) == {"a": "</script><!--\u2028"}


def test_ids_are_unique_and_every_link_inside_leads_somewhere():
    found = Reader(page(editions.desk())).elements
    ids = [attrs["id"] for _, attrs in found if "id" in attrs]
    assert len(ids) == len(set(ids))
    inner = {
        attrs["href"][1:] for tag, attrs in found if tag == "a" and attrs.get("href", "").startswith("#")
    }
    assert inner <= set(ids)


def test_every_entry_leads_to_its_words():
    for view in stories(ONE)[0].entries.values():
        assert f'id="{view.target}"' in page(ONE)
        assert f"-e{view.entry.id}-" in view.target


def test_direction_and_language_stand_where_they_change():
    text = page(ONE)
    assert re.search(r'<td [^>]*data-w="C"[^>]*dir="rtl" lang="ar"', text)
    assert re.search(r'<td [^>]*data-w="A"[^>]*dir="ltr" lang="en"', text)


def test_every_kind_has_its_own_sign():
    assert set(KINDS) == set(ENTRY_KINDS)
    assert len({form.sign for form in KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize(
    ("source", "link"),
    [
        ("https://news.example/a?b=1", "https://news.example/a?b=1"),
        ("http://news.example", "http://news.example"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/hosts", None),
        ("https:///nowhere", None),
        ("http://[broken", None),
        ("/home/me/report.txt", None),
        ("-", None),
    ],
)
def test_only_addresses_are_linked(source, link):
    assert address(source) == link


def test_an_empty_desk_and_a_story_of_one_are_said():
    assert "No story" in page(Desk((), ()))
    assert "nothing to compare it with" in page(Desk((editions.alone(),), ((0,),)))


def test_a_folder_of_the_user_is_not_told():
    assert "/home/" not in page(ONE)
