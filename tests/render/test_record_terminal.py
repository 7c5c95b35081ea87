"""Testimony, record and movement on a terminal."""

from __future__ import annotations

import io
from collections.abc import Callable

import editions
import pytest
import records
import tellings
from rich.cells import cell_len
from rich.console import Console

from hexapla.render.bidi import FSI, PDI, runs_right_to_left
from hexapla.render.record_terminal import print_movement, print_record, print_testimonies


def printed(write: Callable[..., None], thing: object, width: int = 100, **options: object) -> str:
    out = io.StringIO()
    write(thing, Console(file=out, width=width, color_system=None), **options)
    return out.getvalue()


def everything(width: int = 100, **options: object) -> str:
    desk = records.desk()
    return "".join(
        (
            printed(print_testimonies, tellings.testimonies(), width, **options),
            printed(print_record, desk.stories[0].record, width, **options),
            printed(print_movement, desk.movements[0], width, **options),
        )
    )


@pytest.mark.parametrize("width", [40, 80, 160])
def test_no_line_is_wider_than_the_console(width: int) -> None:
    assert max(cell_len(line) for line in everything(width).splitlines()) <= width


@pytest.mark.parametrize("width", [40, 80, 160])
def test_right_to_left_words_are_isolated_line_by_line(width: int) -> None:
    lines = [line for line in everything(width).splitlines() if runs_right_to_left(line)]
    assert lines
    for line in lines:
        assert line.count(FSI) == line.count(PDI) > 0
        outside = "".join(part.rpartition(PDI)[2] for part in line.split(FSI))
        assert not runs_right_to_left(outside)


def test_a_testimony_has_who_where_and_the_words() -> None:
    text = printed(print_testimonies, tellings.testimonies())
    assert "1  Visit · 13 May 2031 · Lorvik · host: Karvinia" in text
    assert "– Samir Haddun, foreign minister of Tolmar (guest)" in text
    assert "Darin Velosh · “demanded” · asks, reported, about what is to come · Borders" in text
    assert "source: Radio Lorvik, through a source in Lorvik" in text
    assert "speaker not told · “said” · opposes, quoted, negated" in text
    assert "agreed · Karvinia and Tolmar, due 3 June 2031" in text
    assert "reviewed how the waters" in text


def test_testimonies_may_come_as_pairs() -> None:
    pairs = list(tellings.testimonies().items())
    assert printed(print_testimonies, pairs) == printed(print_testimonies, tellings.testimonies())


def test_a_record_has_who_carries_what() -> None:
    text = printed(print_record, records.meeting().record)
    assert "differ on date: 3 June 2031 in A, C, D; 13 June 2031 in B" in text
    assert "not read in A, B, D" in text
    assert "D: quoted in part, shorter" in text
    assert "Karvinia to Tolmar: undertaken, due: 2035" in text


def test_a_record_that_tells_nothing_says_so() -> None:
    assert "No meeting, position or agreement was read." in printed(print_record, records.quiet().record)


def test_a_limit_says_how_many_more() -> None:
    text = printed(print_record, records.meeting().record, limit=1)
    assert text.count("… and 3 more.") == 1
    assert text.count("… and 4 more.") == 1
    assert "1  Visit" in text
    assert "2  Expanded talks" not in text
    assert "… and 1 more." in printed(print_testimonies, tellings.testimonies(), limit=1)


def test_a_movement_has_each_story() -> None:
    text = printed(print_movement, records.desk().movements[0])
    assert "story 2: Ilse Marr (as the party files have it)" in text
    assert "story 2: not told" in text
    assert "What stays" in text


def test_a_text_cannot_steer_the_terminal() -> None:
    edition = editions.hostile().stories[0]
    from hexapla.record.model import Record

    text = printed(print_record, Record(edition.collation.witnesses, title="\x1b[31m\u202eowned"))
    assert "\x1b" not in text
    assert "\u202e" not in text
