"""Rows keep the lead's order, and nothing of a text is lost or shown twice."""

from __future__ import annotations

import editions
import pytest

from hexapla.collation.model import Collation, Locus
from hexapla.render.quote import quote, readable, shorten
from hexapla.render.shelf import Shelf
from hexapla.render.synopsis import ordered, synopsis, uncollated
from hexapla.witness.model import Span


@pytest.mark.parametrize("edition", [editions.meeting(), editions.later(), editions.alone(), editions.six()])
def test_cells_and_what_is_not_collated_give_back_each_text(edition):
    for siglum, witness in edition.collation.witnesses.items():
        cells = [c for row in synopsis(edition) for c in row.cells if c.siglum == siglum]
        shown = [run.span for cell in cells for unit in cell.units for run in unit.runs]
        shown += [item.span for item in uncollated(edition, siglum)]
        points = sorted(i for span in shown for i in range(*span))
        assert len(points) == len(set(points))
        left = set(range(len(witness.text))) - set(points)
        assert all(witness.text[i].isspace() for i in left)


def test_rows_follow_the_first_witness_or_the_base():
    collation = Collation(
        editions.meeting().collation.witnesses,
        (),
        (
            Locus(1, {"A": (Span(0, 5),), "B": (Span(30, 40),)}),
            Locus(2, {"A": (Span(10, 15),), "B": (Span(0, 9),)}),
            Locus(3, {"B": (Span(10, 20),)}, {"A": 10}),
        ),
        editions.ENGINE,
    )
    assert [locus.id for locus in ordered(collation, "A")] == [1, 3, 2]
    assert [locus.id for locus in ordered(collation, "B")] == [2, 3, 1]


def test_an_absent_passage_is_marked_in_the_gap_and_absent_words_in_their_unit():
    rows = {row.locus: row for row in synopsis(editions.meeting())}
    assert [cell.lacks for cell in rows[10].cells] == [(1,), (1,), (), (1,)]
    french = rows[6].cells[1]
    text = editions.meeting().collation.witnesses["B"].text
    places = {key: text[: run.span.start] for run in french.units[0].runs for key in run.lacks}
    assert places[3].endswith("avant-postes")
    assert places[12].endswith("retrait des")


def test_a_passage_absent_as_a_whole_is_known_as_such():
    rows = {row.locus: row for row in synopsis(editions.meeting())}
    assert rows[9].cells[0].units[0].whole == (15,)
    assert rows[6].cells[0].units[0].whole == ()


def test_a_clause_of_a_segment_bears_the_segments_id():
    rows = {row.locus: row for row in synopsis(editions.meeting())}
    assert rows[4].cells[0].units[0].segments == rows[5].cells[0].units[0].segments == ("A5",)


def test_shelf_finds_what_lies_over_a_span():
    shelf = Shelf([Span(10, 20), Span(0, 5), Span(20, 30)])
    assert [i for i, _ in shelf.over(Span(4, 11))] == [0, 1]
    assert [i for i, _ in shelf.over(Span(5, 10))] == []
    assert [i for i, _ in shelf.over(Span(19, 21))] == [1, 2]
    assert shelf.before(20) == Span(10, 20)
    assert shelf.before(0) == Span(0, 5)
    assert Shelf([]).before(3) is None


def test_a_quotation_stops_at_the_paragraph_and_between_words():
    text = "Head line\n\nOne two three four five.\n\nNext"
    found = quote(text, Span(text.index("three"), text.index("three") + 5), context=9)
    assert (found.before, found.words, found.after) == ("One two ", "three", " four…")


def test_a_long_passage_is_quoted_by_head_and_tail():
    words = shorten("word " * 200)
    assert len(words) < 340
    assert " … " in words


def test_only_long_figures_are_parted():
    assert readable("420000000", "number") == "420\u202f000\u202f000"
    assert readable("2031", "number") == "2031"
    assert readable("2031-05-13", "date") == "2031-05-13"
