"""The JSON forms keep their published contracts."""

from __future__ import annotations

from dataclasses import replace

import editions
import pytest
from contracts import faults
from jsonschema import Draft202012Validator

from hexapla.render.json_form import collation_json, desk_json, schema
from hexapla.render.json_parts import SCHEMAS


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_are_schemas(name):
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("edition", [editions.meeting(), editions.later(), editions.alone(), editions.six()])
def test_a_collation_keeps_its_schema(edition):
    assert faults("collation-1", collation_json(edition)) == []


@pytest.mark.parametrize("desk", [editions.desk(), editions.hostile()])
def test_a_desk_keeps_its_schema(desk):
    assert faults("desk-1", desk_json(desk)) == []


def nodes(tree):
    if isinstance(tree, dict):
        yield tree
    for child in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from nodes(child)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_object_is_closed_and_every_field_described(name):
    for node in nodes(schema(name)):
        if node.get("type") != "object":
            continue
        assert "additionalProperties" in node
        for key, field in node.get("properties", {}).items():
            assert "description" in field or "$ref" in field, key


def test_an_unknown_field_is_refused():
    made = collation_json(editions.meeting()) | {"extra": 1}
    assert faults("collation-1", made)


def test_segment_ids_count_from_one_and_links_use_them():
    made = collation_json(editions.meeting())
    ids = [[s["id"] for s in w["segments"]] for w in made["witnesses"]]
    assert ids[0][:2] == ["A1", "A2"]
    known = {i for own in ids for i in own}
    assert made["links"]
    assert all(i in known for link in made["links"] for i in link["a"] + link["b"])


def test_every_span_points_at_its_words():
    made = collation_json(editions.meeting())
    texts = {w["siglum"]: w["text"] for w in made["witnesses"]}
    name = next(e for link in made["links"] for e in link["because"] if e["value"] == "darin-velosh")
    words = {s: texts[s][slice(*places[0])] for s, places in name["spans"].items()}
    assert words == {"A": "Darin Velosh", "B": "Darin Velosh"}


def test_what_is_not_known_is_null_and_dates_are_iso():
    first, *_, last = collation_json(editions.meeting())["witnesses"]
    assert first["published"] == "2031-05-13"
    assert last["published"] is None
    assert last["place"] is None


def test_membership_only_on_the_desk_and_only_where_known():
    stories = desk_json(editions.desk())["stories"]
    assert "membership" in stories[0]
    assert "membership" not in stories[2]
    assert "membership" not in collation_json(editions.meeting())


def test_scores_are_rounded():
    edition = editions.later()
    entry = replace(edition.apparatus[0], confidence=0.123456789)
    made = collation_json(replace(edition, apparatus=(entry,)))
    assert made["apparatus"][0]["confidence"] == 0.1235
