"""The apparatus on a terminal: readable whatever the direction, width and colours."""

from __future__ import annotations

import io

import editions
import pytest
from rich.cells import cell_len
from rich.console import Console

from hexapla.render.bidi import FSI, PDI, isolate_within, plain, runs_right_to_left
from hexapla.render.terminal import print_desk, print_edition

WIDTHS = (40, 80, 200)


def printed(desk, width=80, **options):
    console = Console(file=io.StringIO(), width=width, color_system=None)
    print_desk(desk, console, **options)
    return console.file.getvalue()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_console(width):
    assert max(cell_len(line) for line in printed(editions.desk(), width).splitlines()) <= min(width, 110)


@pytest.mark.parametrize("width", WIDTHS)
def test_right_to_left_words_are_isolated_line_by_line(width):
    lines = [line for line in printed(editions.desk(), width).splitlines() if runs_right_to_left(line)]
    assert lines
    for line in lines:
        assert line.count(FSI) == line.count(PDI) > 0
        outside = "".join(part.rpartition(PDI)[2] for part in line.split(FSI))
        assert not runs_right_to_left(outside)


def test_a_right_to_left_quotation_stands_alone_on_its_line():
    lines = printed(editions.desk()).splitlines()
    quoted = next(line for line in lines if "[تعترض]" in line)
    assert quoted.strip().startswith(FSI)
    assert quoted.endswith(PDI)


def test_marked_words_show_without_colour():
    text = printed(editions.desk())
    assert "[illegal]" in text
    assert "\x1b" not in text


def test_colour_is_used_where_there_is_one_and_no_color_is_heeded(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    for no_color in (False, True):
        console = Console(
            file=io.StringIO(), width=80, force_terminal=True, color_system="truecolor", no_color=no_color
        )
        print_edition(editions.later(), console)
        assert ("\x1b[1;4;34m" in console.file.getvalue()) is not no_color


def test_each_entry_has_its_sign_number_note_and_the_place_of_the_gap():
    text = printed(editions.desk())
    assert "  4  ☼ date" in text
    assert "The committee meets on 3 June in A, C and D, on 13 June in B." in text
    assert "※ lacking in B; it would stand here" in text
    assert "des avant-postes [※] du district" in text


def test_the_entries_can_be_limited():
    text = printed(editions.desk(), limit=3)
    assert "  4  ☼ date" not in text
    assert "… and 13 more." in text


def test_a_story_of_one_notices_and_what_was_left_out_are_said():
    text = printed(editions.desk())
    assert "Story 1 of 3, one affair with story 2" in text
    assert "One version only" in text
    assert "meeting-fr.txt was given twice; it is used once." in text
    assert "broken.bin is no text." in text


def test_a_text_cannot_steer_the_terminal():
    text = printed(editions.hostile())
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert plain("a\x1b[31mb\u2069c") == "a\ufffd[31mbc"


def test_isolates_go_round_whole_stretches():
    assert isolate_within("C has “بعثة مراقبة” here") == f"C has “{FSI}بعثة مراقبة{PDI}” here"
    assert isolate_within("nothing") == "nothing"
