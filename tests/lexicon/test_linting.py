"""What is wrong with a lexicon file: line, reason, mend; what is left out, and that the rest stays."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hexapla.lang import codes
from hexapla.lexicon.linting import checked, lint, own_files
from hexapla.lexicon.rows import LONGEST_LINE, Fault, Row

KNOWN = {"summit": "", "decision": "decide", "decide": ""}


def write(folder: Path, text: str, name: str = "mine.tsv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def found(path: Path, known: dict[str, str] | None = None) -> list[tuple[int, str, bool]]:
    return [(f.line, f.kind, f.left_out) for f in lint([path], KNOWN if known is None else known)]


@pytest.mark.parametrize(
    ("line", "kind", "reason"),
    [
        ("a\tnoun\t\tone", "cells", "4 cells where the header has 5"),
        ("A B\tnoun\t\tone\tодин", "id", "no concept id"),
        ("a\tnuon\t\tone\tодин", "pos", "'nuon' is no part of speech"),
        ("a\tnoun\tNo Id\tone\tодин", "id", "'No Id' is no concept id"),
        ("a\tnoun\t\tone (two\tодин", "cell", "parentheses of 'one (two' do not pair"),
        ("a\tnoun\t\tone) two\tодин", "cell", "do not pair"),
        ("a\tnoun\t\t(two)\tодин", "cell", "cannot be read"),
        ("a\tnoun\t\tодин\tодин", "script", "'один' is not in Latin letters"),
        ("a\tnoun\t\tone\tone", "script", "'one' is not in Cyrillic letters"),
        ("a\tnoun\t\tone\tодiн", "script", "mixes Cyrillic letters with others (i)"),
        ("a\tnoun\t\tone\tїх", "script", "letter of another language of its script"),
        ("a\tnoun\t\tone (оne)\tодин", "script", "'оne'"),
        ("a\tnoun\t\t\t", "empty", "no word in any column"),
        ("a\tnoun\t\t" + "x" * LONGEST_LINE + "\tодин", "length", "longer than"),
    ],
)
def test_a_wrong_line_is_left_out_with_its_reason(tmp_path: Path, line: str, kind: str, reason: str) -> None:
    path = write(tmp_path, f"concept\tpos\tfamily\ten\tru\n{line}\nother\tnoun\t\ttwo\tдва\n")
    (fault,) = lint([path], KNOWN)
    assert (fault.line, fault.kind, fault.left_out) == (2, kind, True)
    assert reason in fault.what
    assert fault.means and fault.todo
    assert [row.concept for row in checked(path) if isinstance(row, Row)] == ["other"]


def test_bytes_that_are_no_text_cost_their_line_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_bytes("concept\ten\na\t\xff\nb\ttwo\n".encode("latin-1"))
    assert found(path) == [(2, "encoding", True)]


@pytest.mark.parametrize("word", ["BBC", "G20", "ChatGPT"])
def test_names_in_latin_letters_may_stand_in_any_column(tmp_path: Path, word: str) -> None:
    path = write(tmp_path, f"concept\tru\tar\tzh\na\t{word}\t{word}\t{word}\n")
    assert found(path) == []


def test_a_small_latin_word_is_a_name_where_other_columns_have_it_too(tmp_path: Path) -> None:
    assert found(write(tmp_path, "concept\ten\tfr\tru\na\tdpa\tdpa\tdpa\n")) == []
    assert found(write(tmp_path, "concept\ten\tru\na\tdpa\tdpa\n")) == [(2, "script", True)]


def test_a_chinese_word_may_begin_with_a_latin_capital(tmp_path: Path) -> None:
    assert found(write(tmp_path, "concept\tzh\na\tU盘|三K党\n")) == []


def test_a_column_of_no_language_is_not_read_and_the_rest_is(tmp_path: Path) -> None:
    path = write(tmp_path, "concept\ten\txx\nsummit\tparley\t?\n")
    assert found(path) == [(1, "columns", False)]
    (row,) = (row for row in checked(path) if isinstance(row, Row))
    assert list(row.terms) == ["en"]


def test_a_column_twice_counts_once(tmp_path: Path) -> None:
    path = write(tmp_path, "concept\ten\ten\nsummit\tparley\tpowwow\n")
    assert found(path) == [(1, "columns", False)]
    (row,) = (row for row in checked(path) if isinstance(row, Row))
    assert [term.word for term in row.terms["en"]] == ["parley"]


@pytest.mark.parametrize("text", ["", "word\ten\nx\ty\n", "\n\n"])
def test_a_file_that_is_no_lexicon_is_left_out_whole(tmp_path: Path, text: str) -> None:
    path = write(tmp_path, text)
    (fault,) = lint([path])
    assert (fault.line, fault.kind, fault.left_out) == (1, "columns", True)


def test_a_concept_twice_in_a_file(tmp_path: Path) -> None:
    path = write(tmp_path, "concept\ten\na\tone\nb\ttwo\na\tthree\na\tfour\n")
    assert found(path) == [(4, "repeated", True), (5, "repeated", True)]
    assert "mine.tsv:2" in next(lint([path])).what


def test_another_file_may_add_to_a_concept(tmp_path: Path) -> None:
    paths = [write(tmp_path, "concept\ten\na\tone\n", name) for name in ("1.tsv", "2.tsv")]
    assert list(lint(paths)) == []


def test_rows_that_say_the_same_in_all_languages(tmp_path: Path) -> None:
    text = "concept\ten\tru\na\tone|first\tодин\nb\tfirst | One\tодин\nc\tone\tодин\nd\tone\t\ne\tone\t\n"
    assert [f for f in found(write(tmp_path, text)) if f[1] == "same-meaning"] == [(3, "same-meaning", False)]


def test_families_that_are_not_there_and_those_that_run_in_a_circle(tmp_path: Path) -> None:
    text = (
        "concept\tfamily\ten\na\tb\tone\nb\tc\ttwo\nc\ta\tthree\nd\td\tfour\n"
        "e\ta\tfive\nf\tsummit\tsix\ng\tnowhere\tseven\n"
    )
    faults = list(lint([write(tmp_path, text)], KNOWN))
    assert [(f.line, f.kind) for f in faults] == [(2, "cycle"), (5, "cycle"), (8, "family")]
    assert "a → b → c → a" in faults[0].what
    assert "'nowhere'" in faults[2].what


def test_a_circle_may_run_through_the_lexicon_beside(tmp_path: Path) -> None:
    path = write(tmp_path, "concept\tfamily\ten\ndecide\tdecision\tx\n")
    assert found(path) == [(2, "cycle", False)]


def test_our_own_files_have_no_line_left_out() -> None:
    assert [f.where for f in lint(own_files(), whole=True) if f.left_out] == []
    assert all(f.kind in ("same-meaning", "empty") for f in lint(own_files(), whole=True))


def test_faults_come_in_the_order_of_lines_and_are_the_same_again(tmp_path: Path) -> None:
    text = "concept\ten\n" + "".join(
        f"c{n % 7}\tw{n}(\n" if n % 3 else f"c{n % 7}\tw{n}\n" for n in range(50)
    )
    path = write(tmp_path, text)
    first = list(lint([path]))
    assert first == list(lint([path]))
    assert all(isinstance(fault, Fault) for fault in first)


MILLION = """
import re, sys
from pathlib import Path
from hexapla.lexicon.linting import lint
path, rows = Path(sys.argv[1]), int(sys.argv[2])
with path.open("w") as file:
    file.write("concept\\tfamily\\ten\\tru\\n")
    for n in range(rows):
        file.write(f"c-{n}\\tc-{n // 2}\\tword{n} | other {n}\\tслово{n}\\n")
kinds = [fault.kind for fault in lint([path])]
# Not ru_maxrss: a child's begins with what its parent had when it was forked.
print(kinds, int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.slow
def test_a_million_rows_stay_in_bounded_memory(tmp_path: Path) -> None:
    """Measured 130 MB, of which the interpreter and numpy are 60."""
    done = subprocess.run(
        [sys.executable, "-c", MILLION, str(tmp_path / "many.tsv"), "1000000"],
        capture_output=True,
        text=True,
        check=True,
    )
    kinds, _, megabytes = done.stdout.strip().rpartition(" ")
    assert kinds == "['cycle']"
    assert int(megabytes) < 250


def test_scripts_are_known_for_every_language() -> None:
    from hexapla.lexicon.scripts import script

    assert all(script(code).name for code in codes())
