"""Positions held that other sources know, made into party files; ours made into entities."""

from __future__ import annotations

import json

import pytest
from files import ZEMBLA, with_overlay, written
from hypothesis import given
from hypothesis import strategies as st

from hexapla.errors import DataError, UsageError
from hexapla.parties import load
from hexapla.parties.claims import day, office_named, party_named, quoted
from hexapla.parties.followthemoney import entities_of
from hexapla.parties.importing import imported
from hexapla.parties.linting import lint

CSV = """person,personLabel,personLabel_ru,positionLabel,start,startPrecision,end,countryLabel
http://www.wikidata.org/entity/Q991,Ann Lee,Энн Ли,Minister of Foreign Affairs,2012-01-01T00:00:00Z,9,2014-05-06T00:00:00Z,Norway
http://www.wikidata.org/entity/Q992,"Roe, Bob",,Prime Minister of Norway,2012-03-04T00:00:00Z,11,,Norway
http://www.wikidata.org/entity/Q993,Cid Poe,,Keeper of the Seals of Time,2012-03-04T00:00:00Z,11,2013-01-01T00:00:00Z,Norway
http://www.wikidata.org/entity/Q994,Di Fox,,Deputy Minister of Finance,2012-03-04T00:00:00Z,11,2013-01-01T00:00:00Z,Norway
"""
PARTIES = load("")


def test_a_query_result_as_csv(tmp_path):
    result = imported(written(tmp_path, CSV, "q.csv"), PARTIES, as_of="2014-12-31")
    assert result.tenures == 2
    assert [line.split(":")[1] for line in result.left_out] == ["4", "5"]
    assert 'id: "NO"' in result.text
    assert "{person: ann-lee, office: foreign-minister, from: 2012, to: 2014-05-06}" in result.text
    assert "names: {en: Ann Lee, ru: Энн Ли}" in result.text
    out = written(tmp_path, result.text, "NO.yaml")
    assert [p.what for p in lint([out]) if p.level == "error"] == []


def test_without_a_day_open_ends_are_left_out(tmp_path):
    result = imported(written(tmp_path, CSV, "q.csv"), PARTIES)
    assert result.tenures == 1
    assert "--as-of" in result.left_out[0]


def test_a_query_result_as_json(tmp_path):
    bindings = [
        {
            "item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q991"},
            "itemLabel": {"type": "literal", "xml:lang": "en", "value": "Ann Lee"},
            "positionLabel": {"type": "literal", "value": "King of Norway"},
            "end": {"type": "literal", "value": "2014-05-06T00:00:00Z"},
        }
    ]
    verbose = written(tmp_path, json.dumps({"head": {}, "results": {"bindings": bindings}}), "verbose.json")
    rows = [{key: value["value"] for key, value in row.items()} for row in bindings]
    short = written(tmp_path, json.dumps(rows), "short.json")
    assert imported(verbose, PARTIES).text == imported(short, PARTIES).text
    assert "office: monarch, to: 2014-05-06" in imported(short, PARTIES).text


def test_the_party_can_be_named(tmp_path):
    text = "person,name,position,start,end\nQ991,Ann Lee,President,2012-01-02,2013-01-02\n"
    path = written(tmp_path, text, "q.csv")
    assert imported(path, PARTIES).tenures == 0
    assert imported(path, PARTIES, of="sy").text.startswith("id: SY\n")
    assert imported(path, PARTIES, of="nato").text.startswith("id: nato\n")
    with pytest.raises(UsageError):
        imported(path, PARTIES, of="Atlantis")
    with pytest.raises(UsageError):
        imported(path, PARTIES, as_of="yesterday")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("q.csv", "a,b\n1,2\n"),
        ("q.csv", ""),
        ("q.json", "{"),
        ("q.json", "{}"),
        ("q.json", "[1, 2]"),
        ("q.json", '[{"a": 1}]'),
        ("q.json", '{"id": "a", "schema": "Person", "properties": {}}\nnonsense\n'),
        ("q.json", '{"id": "a", "schema": "Person", "properties": {}}\n{"id": "b"}\n'),
        ("q.json", '{"id": "a", "schema": "Person", "properties": []}\n'),
    ],
)
def test_what_is_no_such_file_is_told(tmp_path, name, text):
    with pytest.raises(DataError):
        imported(written(tmp_path, text, name), PARTIES)


def test_files_that_cannot_be_read(tmp_path):
    path = tmp_path / "q.csv"
    with pytest.raises(DataError, match="cannot be read"):
        imported(path, PARTIES)
    path.write_bytes(b"person,position\n\xff,x\n")
    with pytest.raises(DataError, match="not UTF-8"):
        imported(path, PARTIES)


def test_exported_entities_come_back(tmp_path, monkeypatch):
    zembla = with_overlay(monkeypatch, tmp_path, ZEMBLA)
    entities = list(entities_of(zembla))
    of = {e["schema"]: [x for x in entities if x["schema"] == e["schema"]] for e in entities}
    assert {"Person", "PublicBody", "Position", "Occupancy"} <= of.keys()
    own = [e for e in of["Occupancy"] if "-ZZ-" in e["id"]]
    assert {status for e in own for status in e["properties"]["status"]} == {"ended", "unknown"}
    lines = "\n".join(
        json.dumps(e, ensure_ascii=False)
        for e in entities
        if "ZZ" in json.dumps(e) or e["schema"] == "Person"
    )
    result = imported(written(tmp_path, lines, "zz.ftm.json"), zembla, as_of="2024-12-31")
    assert result.left_out == []
    assert result.tenures == len(zembla.tenures("ZZ"))
    for tenure in zembla.tenures("ZZ"):
        assert f"person: {tenure.person}, office: {tenure.office}" in result.text


def test_every_entity_refers_to_entities(zembla):
    entities = list(entities_of(zembla))
    ids = {e["id"] for e in entities}
    assert len(ids) == len(entities)
    for entity in entities:
        for name in ("holder", "post", "organization"):
            assert set(entity["properties"].get(name, ())) <= ids
        assert all(isinstance(v, str) for values in entity["properties"].values() for v in values)


@pytest.mark.parametrize(
    ("position", "party", "office"),
    [
        ("Minister of Foreign Affairs", "SY", "foreign-minister"),
        ("Foreign Minister of Syria", "SY", "foreign-minister"),
        ("Secretary of State", "US", "foreign-minister"),
        ("Secretary of State for Defence", "GB", "defence-minister"),
        ("وزير الخارجية السوري", "SY", "foreign-minister"),
        ("министр обороны России", "RU", "defence-minister"),
        ("俄罗斯外长", "RU", "foreign-minister"),
        ("canciller", "AR", "foreign-minister"),
        ("canciller", "DE", "prime-minister"),
        ("ambassador to France", "SY", "ambassador"),
        # what says more than an office and its party
        ("Deputy Secretary of Defense", "US", None),
        ("Secretary of State of Texas", "US", None),
        ("Secretary of State of Georgia", "US", None),
        ("Senior Advisor to the President", "US", None),
        ("Minister of State Security", "CN", None),
        ("minister", "SY", None),
        ("", "SY", None),
    ],
)
def test_which_office_a_position_is(position, party, office):
    assert office_named(PARTIES, position, party) == office


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("SY", "SY"),
        ("no", "NO"),
        ("Q858", "SY"),
        ("http://www.wikidata.org/entity/Q858", "SY"),
        ("Syria", "SY"),
        ("Сирия", "SY"),
        ("nato", "nato"),
        ("Atlantis", None),
        ("", None),
        (None, None),
    ],
)
def test_which_party_is_named(text, party):
    assert party_named(PARTIES, text) == party


@pytest.mark.parametrize(
    ("text", "precision", "found"),
    [
        ("2012-03-04T00:00:00Z", None, "2012-03-04"),
        ("+2012-03-04T00:00:00Z", "11", "2012-03-04"),
        ("2012-03-01T00:00:00Z", "10", "2012-03"),
        ("2012-01-01T00:00:00Z", "9", "2012"),
        ("2012", None, "2012"),
        ("2012-00-00T00:00:00Z", "11", None),
        ("t12345", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_days_of_other_sources(text, precision, found):
    assert day(text, precision) == found


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40))
def test_any_name_can_be_written_as_yaml(text):
    import yaml

    written_name = quoted(text)
    assert yaml.load(f"{{a: {written_name}, b: c}}", Loader=yaml.BaseLoader)["b"] == "c"
