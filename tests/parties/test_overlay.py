"""A user's files beside ours: added, replaced, kept in a cache of their own."""

from __future__ import annotations

import datetime

import pytest
from files import ZEMBLA, with_overlay, written

from hexapla.errors import DataError
from hexapla.parties import SETTING, Parties, load
from hexapla.parties.compiling import write_book
from hexapla.parties.gathering import empty_book, gather, put

SYRIA = """
id: SY
as_of: 2022-06-30
people:
  mona-example: {names: {en: Mona Example}}
tenures:
  - {person: mona-example, office: mayor, from: 2021-05-01, to: 2022-03-31}
"""


def test_what_is_known_is_kept_and_added_to(tmp_path, monkeypatch):
    found = with_overlay(monkeypatch, tmp_path, SYRIA, "SY.yaml")
    party = found.party("SY")
    assert (party.kind, party.wikidata) == ("state", "Q858")
    assert party.names == load("").party("SY").names
    assert party.as_of == datetime.date(2022, 6, 30)
    assert [t.person for t in found.holders("mayor", "SY", datetime.date(2021, 6, 1))] == ["mona-example"]


def test_ours_is_not_changed_by_it(tmp_path, monkeypatch):
    before = load("").party("SY")
    with_overlay(monkeypatch, tmp_path, SYRIA, "SY.yaml")
    assert load("").party("SY") == before
    with pytest.raises(KeyError):
        load("").person("mona-example")


def test_a_later_layer_replaces_by_id(tmp_path):
    later = """
    id: ZZ
    as_of: 2025-06-30
    names: {en: Nova Zembla}
    tenures:
      - {person: jakob-gradus, office: president, from: 2022-03-01, to: 2025-02-03}
    """
    book = empty_book()
    for name, text in (("1.yaml", ZEMBLA), ("2.yaml", later)):
        put(book, gather([written(tmp_path, text, name)]))
    write_book(book, tmp_path)
    found = Parties(tmp_path)
    assert found.party("ZZ").names["en"] == ("Nova Zembla", "Zembla", "Kingdom of Zembla")
    presidents = [t for t in found.tenures("ZZ") if t.office == "president"]
    assert [(t.person, t.until) for t in presidents] == [
        ("charles-kinbote", "2022-03-01"),
        ("jakob-gradus", "2025-02-03"),
    ]
    assert found.holders("president", "ZZ", datetime.date(2025, 3, 1)) == ()


def test_one_layer_has_a_party_once(tmp_path, monkeypatch):
    monkeypatch.setenv("HEXAPLA_CACHE", str(tmp_path / "cache"))
    for name in ("1.yaml", "2.yaml"):
        written(tmp_path / "own", ZEMBLA, name)
    with pytest.raises(DataError, match=r"2.yaml:1: party 'ZZ' stands in 1.yaml:1 already"):
        load(tmp_path / "own")


def test_offices_of_ones_own(tmp_path, monkeypatch):
    text = """
    chief-gardener:
      rank: 4
      names: {en: chief gardener, ru: главный садовник}
    president:
      rank: 1
      names: {en: big chief}
    """
    found = with_overlay(monkeypatch, tmp_path, text, "offices.yaml")
    assert found.office("chief-gardener").rank == 4
    assert found.office("president").names["en"][:2] == ("big chief", "president")
    assert found.office("president").names["ru"][0] == "президент"


def test_the_setting_names_it(tmp_path, monkeypatch):
    monkeypatch.setenv("HEXAPLA_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv(SETTING, str(written(tmp_path, ZEMBLA)))
    assert load().party("ZZ").names["en"][0] == "Zembla"
    with pytest.raises(KeyError):
        load("").party("ZZ")


def test_it_is_compiled_once_and_again_when_it_changes(tmp_path, monkeypatch):
    first = with_overlay(monkeypatch, tmp_path, ZEMBLA)
    again = with_overlay(monkeypatch, tmp_path, ZEMBLA)
    changed = with_overlay(monkeypatch, tmp_path, ZEMBLA.replace("Jakob", "Jacob"))
    assert first.folder == again.folder != changed.folder
    assert changed.person("jakob-gradus").names["en"] == ("Jacob Gradus",)


def test_without_a_place_for_the_cache_it_works_all_the_same(tmp_path, monkeypatch):
    written(tmp_path, "", "cache")  # a file where the folder should be
    found = with_overlay(monkeypatch, tmp_path, ZEMBLA)
    assert found.party("ZZ").names["en"][0] == "Zembla"


def test_people_and_their_names(zembla):
    assert ("Kinbote", "charles-kinbote") in list(zembla.names("en"))
    assert ("Чарльз Кинбот", "charles-kinbote") in list(zembla.names("ru"))
    person = zembla.person("charles-kinbote")
    assert (person.gender, person.short["en"]) == ("m", ("Kinbote",))
    assert person in list(zembla.people())
