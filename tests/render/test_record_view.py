"""A record as the page and the terminal show it: what is said, and where its words stand."""

from __future__ import annotations

import re
from dataclasses import replace

import crowds
import editions
import pytest
import records
from test_page import Reader

from hexapla.edition.model import Desk, Edition
from hexapla.record.model import Contradiction, Record
from hexapla.render.diagram import BROAD, SLIM, diagram
from hexapla.render.movement_view import movement_view
from hexapla.render.page import page
from hexapla.render.record_page import movement_page, record_page
from hexapla.render.record_parts import RecordView
from hexapla.render.record_view import record_view
from hexapla.render.testimony_view import day, joined, labelled, meeting_title, participant
from hexapla.render.view import stories


def view(edition: Edition) -> RecordView:
    (shown,) = stories(Desk((edition,), ((0,),)))
    assert shown.record is not None
    return shown.record


def told(edition: Edition) -> Record:
    assert edition.record is not None
    return edition.record


def alone(edition: Edition) -> Desk:
    return Desk((edition,), ((0,),))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2031-05-13", "13 May 2031"),
        ("2031-05", "May 2031"),
        ("2031", "2031"),
        ("2031-13", "2031-13"),
        (None, None),
    ],
)
def test_a_day_is_shown_as_far_as_it_is_told(value: str | None, shown: str | None) -> None:
    assert day(value) == shown


def test_words_for_what_is_and_is_not_told() -> None:
    assert meeting_title(None, ()) == "Meeting"
    assert participant(None, None, None) == "not told"
    assert joined([]) == ""
    assert labelled({"XK": "Karvinia"})("XT") == "XT"
    assert labelled({})("ansa-committee") == "ansa committee"


def test_positions_stand_by_dossier_and_issue() -> None:
    groups = [(g.dossier, g.issue, len(g.statements)) for g in view(records.meeting()).issues]
    assert groups == [
        ("Political", "Borders", 2),
        ("Political", "United Nations", 1),
        ("Humanitarian", "Humanitarian aid", 1),
        ("No dossier", "no issue of the vocabulary", 1),
    ]


def test_every_fact_is_shown_once() -> None:
    edition = records.meeting()
    record, shown = told(edition), view(edition)
    assert len(shown.meetings) == len(record.meetings)
    assert sorted(s.claim.anchor for s in shown.statements) == [f"s1-said-{s.id}" for s in record.statements]
    assert len(shown.agreements) == len(record.agreements)
    assert len(shown.topics) == len(record.topics)


def test_contradictions_name_values_and_versions() -> None:
    shown = view(records.meeting())
    said = {s.claim.anchor: s for s in shown.statements}
    assert said["s1-said-3"].claim.differences[0].what == "speaker"
    assert said["s1-said-3"].claim.differences[0].values == (
        ("Darin Velosh", ("A", "B", "C")),
        ("the president’s spokesman", ("D",)),
    )
    assert said["s1-said-4"].stance is None
    assert shown.agreements[0].claim.differences[0].values[1] == ("13 June 2031", ("B",))


def test_a_quotation_is_told_in_each_version() -> None:
    (quotation,) = view(records.meeting()).quotations
    assert [v.how for v in quotation.versions] == [
        "quoted",
        "reported speech",
        "quoted",
        "quoted in part, shorter",
    ]


def test_a_quotation_is_not_read_where_nothing_carries_it() -> None:
    edition = records.meeting()
    record = told(edition)
    fact = record.statements[2]
    fact = replace(fact, carriers={"A": (3,)}, spans={"A": fact.spans["A"]}, absent=("B", "C", "D"))
    shown = view(replace(edition, record=replace(record, statements=(fact,))))
    assert [v.how for v in shown.quotations[0].versions] == ["quoted", *["not read here"] * 3]


def test_every_claim_leads_to_a_passage_of_the_page() -> None:
    html = page(records.desk())
    elements = Reader(html).elements
    ids = {found["id"] for _, found in elements if found.get("id")}
    links = [found["href"] or "" for tag, found in elements if tag == "a" and found.get("class") == "told"]
    assert len(links) > 40
    assert all(re.fullmatch(r"#s\d-[A-D]-u\d+", link) and link[1:] in ids for link in links)


def test_no_id_stands_twice() -> None:
    for desk in (records.desk(), alone(crowds.eight())):
        found = [attributes["id"] for _, attributes in Reader(page(desk)).elements if attributes.get("id")]
        assert len(found) == len(set(found))


def test_words_in_no_passage_lead_to_the_texts() -> None:
    edition = records.meeting()
    shown = record_view(told(edition), replace(view_texts(edition), units={}))
    assert {t.href for m in shown.meetings for t in m.claim.told} == {"#s1-texts"}


def view_texts(edition: Edition):  # type: ignore[no-untyped-def]
    return stories(alone(edition))[0].texts


def test_an_empty_record_is_not_shown() -> None:
    assert 'class="record"' not in page(alone(records.quiet()))
    assert 'class="record"' not in page(alone(editions.meeting()))


def test_absence_is_modest() -> None:
    html = page(records.desk())
    assert "not read in A, B, D" in html
    for word in ("omits", "hides", "broken promise", "conceals"):
        assert word not in html


def test_a_movement_shows_each_story_and_what_stays() -> None:
    desk = records.desk()
    texts = {s.number - 1: s.texts for s in stories(desk)}
    shown = movement_view(desk.movements[0], texts)
    assert next(g.head for g in shown.groups if g.moved) == "Who holds which office"
    assert shown.moved == 6
    holder = shown.groups[0].moved[0]
    assert [states[0].label for states in holder.states] == ["Samir Haddun", "Ilse Marr"]
    assert holder.states[1][0].note == "as the party files have it"
    assert sum(len(g.stays) for g in shown.groups) == 1


def test_what_else_bears_on_a_move_stands_in_its_story() -> None:
    desk = records.desk()
    moved = desk.movements[0]
    move = replace(moved.moves[0], also=(replace(moved.moves[0].states[0], story=1, status="former"),))
    texts = {s.number - 1: s.texts for s in stories(desk)}
    shown = movement_view(replace(moved, moves=(move,)), texts).groups[0].moved[0]
    assert [s.note for s in shown.states[1]] == ["as the party files have it", "former"]


def test_the_standing_page_has_the_record_before_the_texts() -> None:
    html = record_page(alone(records.meeting()), made="x")
    assert html.index('id="s1-record"') < html.index('id="s1-texts"')
    assert movement_page(records.desk()).index('class="movement"') < html.index('id="s1-record"') * 2
    desk = page(alone(records.meeting()))
    assert desk.index('id="s1-record"') > desk.index('id="s1-texts"')


@pytest.mark.parametrize("width", [BROAD, SLIM])
@pytest.mark.parametrize("count", [1, 4, 8])
def test_the_drawing_stays_within_its_width(width: int, count: int) -> None:
    shown = view(crowds.eight())
    svg = diagram(shown.meetings[:count], shown.sigla, "s1", width)
    boxes = [
        tuple(float(n) for n in found)
        for found in re.findall(r'<rect class="[^"]*" x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"', svg)
    ]
    assert boxes
    assert all(x >= 0 and x + w <= width for x, _, w, _ in boxes)
    height = float(re.search(r'viewBox="0 0 \d+ (\d+)"', svg)[1])  # type: ignore[index]
    assert all(y + h <= height for _, y, _, h in boxes)
    assert svg.count('class="name"') >= count
    assert "<title" in svg and "<desc" in svg


def test_no_meeting_no_drawing() -> None:
    assert diagram((), "AB", "s1") == ""


def test_meetings_that_point_at_one_another_are_drawn() -> None:
    edition = records.meeting()
    record = told(edition)
    first, second, *_ = record.meetings
    odd = (
        replace(first, parent=2),
        replace(second, parent=1),
        replace(first, id=3, parent=3),
        replace(first, id=4, parent=99),
    )
    shown = view(replace(edition, record=replace(record, meetings=odd)))
    assert diagram(shown.meetings, shown.sigla, "s1").count('class="name"') == 4


def test_what_comes_from_outside_is_escaped() -> None:
    edition = records.meeting()
    record = told(edition)
    evil = editions.HOSTILE
    visit = replace(
        record.meetings[0],
        place=evil,
        participants=(replace(record.meetings[0].participants[0], person=None, name=evil, side=evil),),
        contradictions=(Contradiction("place", {evil: ("A",), "x": ("B",)}),),
    )
    said = replace(record.statements[0], speakers=(evil,))
    bad = replace(record, meetings=(visit,), statements=(said,), labels={})
    html = page(alone(replace(edition, record=bad)))
    assert "<script>document" not in html
    assert "<img" not in html


def test_a_topic_without_an_issue_is_shown_by_its_words() -> None:
    edition = records.meeting()
    record = told(edition)
    topics = (replace(record.topics[0], issues=()),)
    html = page(alone(replace(edition, record=replace(record, topics=topics))))
    assert '<span lang="en" dir="ltr">reviewed how the waters</span>' in html


def test_that_a_story_does_not_tell_is_said_once() -> None:
    desk = records.desk()
    moved = desk.movements[0]
    move = replace(moved.moves[2], also=(replace(moved.moves[2].states[0], story=1, label="goods"),))
    texts = {s.number - 1: s.texts for s in stories(desk)}
    shown = movement_view(replace(moved, moves=(move,)), texts).groups[0].moved[0]
    assert [s.label for s in shown.states[1]] == ["goods"]
