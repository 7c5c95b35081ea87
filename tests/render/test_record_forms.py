"""Testimonies, records and movements as JSON, CSV and Markdown."""

from __future__ import annotations

import csv
import io
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from contracts import faults

from hexapla.collation.collating import collate
from hexapla.edition.model import Desk, Edition
from hexapla.parties import load
from hexapla.record.comparing import compare
from hexapla.record.model import Record
from hexapla.render import testimony_json
from hexapla.render.json_form import desk_json
from hexapla.render.json_parts import SchemaName
from hexapla.render.record_csv import COLUMNS, record_csv
from hexapla.render.record_json import movement_json, record_json
from hexapla.render.record_markdown import record_markdown
from hexapla.testimony.model import Source

sys.path.insert(0, str(Path(__file__).parents[1] / "record"))
import stories

HOSTILE = '=cmd|"x"!A1\n# </script><b>*bold*</b> [a](javascript:x)'


def keeps(name: SchemaName, made: Any) -> Any:
    found = json.loads(json.dumps(made, ensure_ascii=False))
    assert faults(name, found) == []
    return found


@pytest.fixture(scope="module")
def edition() -> Edition:
    testimonies = {"A": stories.english(), "B": stories.french()}
    collation = collate([t.witness for t in testimonies.values()])
    made = stories.recorded(*testimonies.values())
    return Edition(
        collation, (), None, people=tuple(f.person for f in made.people), testimonies=testimonies, record=made
    )


@pytest.fixture(scope="module")
def record(edition: Edition) -> Record:
    assert edition.record is not None
    return edition.record


def test_testimonies_keep_their_schema_and_the_contract(edition: Edition) -> None:
    first, second = keeps("testimony-1", testimony_json.testimonies_json(edition.testimonies))
    assert [first["witness"]["siglum"], second["witness"]["siglum"]] == ["A", "B"]
    assert list(first)[:6] == ["witness", "people", "meetings", "statements", "topics", "agreements"]
    assert list(first["witness"])[:3] == ["siglum", "language", "text"]
    assert list(first["people"][0])[:7] == [
        "id", "wikidata", "names", "mentions", "confidence", "offices", "because",
    ]  # fmt: skip
    assert list(first["meetings"][0])[:11] == [
        "id", "kind", "form", "place", "date", "parent", "relation", "host", "participants", "spans", "confidence",
    ]  # fmt: skip
    assert list(first["statements"][0])[:14] == [
        "id", "meeting", "speakers", "mode", "cue", "spans", "quoted", "issues", "dossier", "stance", "targets",
        "sources", "flags", "confidence",
    ]  # fmt: skip
    assert list(first["agreements"][0])[:7] == ["id", "parties", "force", "by", "to", "due", "spans"]


def test_every_field_of_a_testimony_has_its_place(edition: Edition) -> None:
    own = edition.testimonies["A"]
    span = own.statements[0].spans[0]
    full = replace(
        own.statements[0],
        cue="said",
        cue_span=span,
        quoted=(span,),
        issues=("trade",),
        dossier="economic",
        targets=("tolmar",),
        sources=(Source("KNA", "a Karvinian source", span),),
        flags=("negated", "future"),
        because=(stories.Reason("word", "said", span),),
    )
    signed = replace(own.agreements[0], paper=span, body=span, due="2031-12", by="karvinia", to="tolmar")
    (made,) = keeps(
        "testimony-1",
        testimony_json.testimonies_json({"A": replace(own, statements=(full,), agreements=(signed,))}),
    )
    assert made["statements"][0]["sources"] == [
        {"name": "KNA", "through": "a Karvinian source", "span": [span.start, span.end]}
    ]
    assert made["agreements"][0]["paper"] == [span.start, span.end]


def test_a_record_keeps_its_schema(edition: Edition) -> None:
    made = keeps("record-1", record_json(edition))
    assert [w["siglum"] for w in made["witnesses"]] == ["A", "B"]
    assert made["record"]["statements"][0]["carriers"] == {"A": [1], "B": [1]}
    ids = {m["id"] for m in made["record"]["meetings"]}
    assert all(m["parent"] in {None, *ids} for m in made["record"]["meetings"])


def test_a_desk_has_the_record_of_each_story_and_what_moved(edition: Edition, record: Record) -> None:
    moved = compare([record, record], load())
    desk = Desk((edition, edition), ((0, 1),), movements=(moved,))
    made = keeps("desk-1", desk_json(desk))
    assert made["stories"][0]["record"]["statements"]
    assert made["movements"][0]["stories"] == [0, 1]


def test_a_movement_keeps_its_schema(record: Record) -> None:
    other = stories.recorded(stories.spanish())
    made = keeps("movement-1", movement_json(compare([record, other], load())))
    assert [s["number"] for s in made["stories"]] == [0, 1]
    assert all(len(m["states"]) == 2 for m in made["moves"])
    assert made["moves"]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_has_a_row_a_fact_and_a_column_of_words_a_witness(record: Record) -> None:
    found = rows(record_csv(record))
    assert list(found[0]) == [*COLUMNS, "words_A", "words_B"]
    counts = {sort: sum(row["sort"] == sort for row in found) for sort in ("person", "meeting", "statement")}
    assert counts == {"person": 2, "meeting": 2, "statement": 2}
    said = next(row for row in found if row["sort"] == "statement")
    assert (said["who_ids"], said["carried"], said["not_read_in"]) == (stories.VELOSH, "A B", "")
    assert said["words_B"] == "les deux pays reconstruiraient le pont sur l’Irel"


def test_csv_names_who_tells_it_otherwise(record: Record) -> None:
    said = [row for row in rows(record_csv(record)) if row["sort"] == "statement"]
    assert said[1]["contradictions"] == "strength: ask (B) / demand (A)"


def test_markdown_is_a_readout_with_words_and_sigla(record: Record) -> None:
    made = record_markdown(record)
    headings = [line for line in made.split("\n") if line.startswith("## ")]
    assert headings == [
        "## Meetings",
        "## Who said what",
        "## Agreements and undertakings",
        "## Discussed",
        "## People",
    ]
    assert "- **Darin Velosh** notes: reported in A B" in made
    assert "    - B: les deux pays reconstruiraient le pont sur l’Irel" in made
    assert "in the course of 1" in made
    assert "told otherwise: strength: ask (B) / demand (A)" in made


def test_markdown_says_not_read_and_never_omits(record: Record) -> None:
    made = record_markdown(stories.recorded(stories.english(), stories.spanish()))
    assert "not read in B" in made
    assert not any(word in made for word in ("omits", "hides", "broken"))


def test_hostile_words_stay_words(record: Record) -> None:
    labels = dict.fromkeys((stories.VELOSH, stories.HADDUN), HOSTILE)
    people = tuple(replace(f, person=replace(f.person, label=HOSTILE)) for f in record.people)
    made = replace(record, labels=labels, people=people, title=HOSTILE)
    assert all(not cell.startswith(("=", "@")) for row in rows(record_csv(made)) for cell in row.values())
    told = record_markdown(made)
    assert "</script>" not in told
    assert "[a](javascript" not in told
    assert [line for line in told.split("\n") if line.startswith("# ")] == [told.split("\n")[0]]


@pytest.mark.parametrize("form", [record_csv, record_markdown])
def test_a_record_of_nothing_is_shown(form: Any, record: Record) -> None:
    empty = Record(record.witnesses)
    assert form(empty).strip()
