"""`read`, `record` and `compare`: what they print, in every form, and their exit codes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from commands import EN, FR, SAMPLES, hexapla, in_three_lines, write
from contracts import printed

LATER = """Ministers open the bridge over the Irel

Foreign Minister Karo of Valmara received his counterpart from Orlovia on Friday.

The two ministers opened the bridge over the Irel. Karo said that the inquiry into the attack was closed.
"""
TALKS = tuple(SAMPLES / f"2031-05-talks-{language}.txt" for language in ("en", "ru"))


@pytest.fixture
def two(tmp_path: Path) -> list[Path]:
    return write(tmp_path, en=EN, fr=FR)


@pytest.fixture
def stories(tmp_path: Path) -> list[Path]:
    """Two story files: one with two versions, one with one."""
    write(tmp_path, en=EN, fr=FR, later=LATER)
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    first.write_text(
        '[[witness]]\npath = "en.txt"\npublished = 2031-03-17\n\n[[witness]]\npath = "fr.txt"\npublished = 2031-03-17\n'
    )
    second.write_text('[[witness]]\npath = "later.txt"\npublished = 2032-06-04\n')
    return [first, second]


def test_read_prints_a_list_of_testimonies(two: list[Path]) -> None:
    done = hexapla("read", *two, "--format", "json")
    assert done.returncode == 0
    found = printed("testimony-1", done.stdout)
    assert [t["witness"]["siglum"] for t in found] == ["A", "B"]
    assert found[0]["witness"]["text"] == EN
    assert done.stderr == ""


def test_every_span_of_a_testimony_points_at_its_words() -> None:
    (found,) = printed("testimony-1", hexapla("read", TALKS[0], "--format", "json").stdout)
    text = found["witness"]["text"]
    assert found["meetings"]
    assert found["statements"]
    for fact in (*found["meetings"], *found["statements"], *found["topics"], *found["agreements"]):
        assert fact["spans"]
        assert all(text[start:end].strip() for start, end in fact["spans"])
    for person in found["people"]:
        for start, end in person["mentions"]:
            assert text[start:end].strip()


def test_read_takes_the_day_of_publication_for_all() -> None:
    done = hexapla("read", TALKS[0], "--published", "2031-05-14", "--format", "json")
    assert "2031-05-14" in {m["date"] for m in printed("testimony-1", done.stdout)[0]["meetings"]}


def test_record_prints_what_the_versions_say_together() -> None:
    done = hexapla("record", *TALKS, "--format", "json")
    assert done.returncode == 0
    found = printed("record-1", done.stdout)
    both = [s for s in found["record"]["statements"] if set(s["carriers"]) == {"A", "B"}]
    assert both
    own = {t["witness"]["siglum"]: {s["id"] for s in t["statements"]} for t in found["testimonies"]}
    carried: dict[str, list[int]] = {"A": [], "B": []}
    for fact in found["record"]["statements"]:
        for siglum, ids in fact["carriers"].items():
            carried[siglum] += ids
    assert {siglum: set(ids) for siglum, ids in carried.items()} == own
    assert all(len(ids) == len(set(ids)) for ids in carried.values())


def test_record_as_csv_and_markdown(two: list[Path]) -> None:
    table = hexapla("record", *two, "--format", "csv")
    assert table.returncode == 0
    header, *rows = csv.reader(io.StringIO(table.stdout))
    assert header[-2:] == ["words_A", "words_B"]
    assert all(len(row) == len(header) for row in rows)
    told = hexapla("record", *two, "--format", "markdown")
    assert told.returncode == 0
    assert told.stdout.startswith("# ")


@pytest.mark.parametrize("verb", ["read", "record"])
def test_an_input_that_cannot_be_used_is_named_and_left_out(verb: str, two: list[Path]) -> None:
    done = hexapla(verb, *two, two[0].parent / "none.txt", "--format", "json")
    assert done.returncode == 3
    assert "none.txt" in done.stderr
    json.loads(done.stdout)


@pytest.mark.parametrize("verb", ["read", "record", "compare"])
def test_where_nothing_can_be_read_nothing_is_printed(verb: str, tmp_path: Path) -> None:
    done = hexapla(verb, tmp_path / "a.txt", tmp_path / "b.txt", "--format", "json")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "a.txt" in done.stderr
    assert "b.txt" in done.stderr


def test_compare_takes_each_argument_as_a_story(stories: list[Path]) -> None:
    done = hexapla("compare", *stories, "--format", "json")
    assert done.returncode == 0
    found = printed("movement-1", done.stdout)
    assert [s["date"] for s in found["stories"]] == ["2031-03-17", "2032-06-04"]
    assert [len(s["witnesses"]) for s in found["stories"]] == [2, 1]


def test_compare_puts_stories_in_the_order_of_their_days(stories: list[Path]) -> None:
    done = hexapla("compare", *reversed(stories), "--format", "json")
    found = printed("movement-1", done.stdout)
    assert [s["number"] for s in found["stories"]] == [1, 0]


def test_compare_takes_plain_reports_too(two: list[Path], stories: list[Path]) -> None:
    done = hexapla("compare", two[0], stories[1], "--format", "json")
    assert done.returncode == 0
    assert len(printed("movement-1", done.stdout)["stories"]) == 2


def test_compare_of_one_story_says_what_to_do(stories: list[Path]) -> None:
    done = hexapla("compare", stories[0])
    assert done.returncode == 2
    assert in_three_lines(done.stderr)
    assert "one story" in done.stderr


def test_compare_with_a_story_that_cannot_be_read(stories: list[Path]) -> None:
    done = hexapla("compare", stories[0], stories[0].parent / "none.toml", "--format", "json")
    assert done.returncode == 2
    assert "none.toml" in done.stderr
    third = hexapla("compare", *stories, stories[0].parent / "none.toml", "--format", "json")
    assert third.returncode == 3
    assert len(printed("movement-1", third.stdout)["stories"]) == 2


@pytest.mark.parametrize("text", ["", "Word", "1\n2\n3\n", "« “ „ «", "Q: Who?\nA: Nobody.\n" * 3])
@pytest.mark.parametrize("verb", ["read", "record"])
def test_texts_without_an_event_are_no_error(verb: str, text: str, tmp_path: Path) -> None:
    (path,) = write(tmp_path, odd=text)
    done = hexapla(verb, path, "--language", "en", "--format", "json")
    assert done.returncode in {0, 2}
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("verb", ["read", "record"])
def test_on_the_terminal_words_and_sigla_are_shown(verb: str) -> None:
    done = hexapla(verb, *TALKS, "--limit", "3")
    assert done.returncode == 0
    assert "Emil Corvane" in done.stdout
    assert "Meetings" in done.stdout


def test_compare_on_the_terminal(stories: list[Path]) -> None:
    done = hexapla("compare", *stories)
    assert done.returncode == 0
    assert done.stdout.strip()


@pytest.mark.parametrize("verb", ["record", "compare"])
def test_the_page_is_written_whole_beside_any_form(verb: str, stories: list[Path], tmp_path: Path) -> None:
    page = tmp_path / "out.html"
    given = stories if verb == "compare" else [tmp_path / "en.txt", tmp_path / "fr.txt"]
    done = hexapla(verb, *given, "--format", "json", "--page", page)
    assert done.returncode == 0
    json.loads(done.stdout)
    assert page.read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert str(page) in done.stderr
    shown = hexapla(verb, *given, "--format", "html")
    assert shown.stdout.lower().startswith("<!doctype html>")


@pytest.mark.parametrize("verb", ["record", "compare"])
def test_a_page_that_cannot_be_written_stops_before_anything_is_printed(
    verb: str, stories: list[Path]
) -> None:
    given = stories if verb == "compare" else [stories[0]]
    done = hexapla(verb, *given, "--page", "/proc/none/out.html")
    assert (done.returncode, done.stdout) == (2, "")
    assert in_three_lines(done.stderr)
