"""`align`: lists of sentences in, beads out."""

from __future__ import annotations

import json

import pytest
from commands import hexapla, in_three_lines

EN = "The minister left the capital.\nThe president stayed in the palace.\nIt rained on the harbour.\n"
FR = "Le président est resté au palais.\nLe ministre a quitté la capitale.\n"


@pytest.fixture
def two(tmp_path):
    (tmp_path / "a.en").write_text(EN, encoding="utf-8")
    (tmp_path / "a.fr").write_text(FR, encoding="utf-8")
    return tmp_path


def test_beads_may_cross_and_leave_lines_alone(two):
    done = hexapla("align", "a.en", "a.fr", "--from", "en", "--to", "fr", cwd=two)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == [[[0], [1]], [[1], [0]], [[2], []]]


def test_tsv_has_the_confidence(two):
    done = hexapla("align", "a.en", "a.fr", "--from", "en", "--to", "fr", "--format", "tsv", cwd=two)
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert [row[:2] for row in rows] == [["0", "1"], ["1", "0"], ["2", ""]]
    assert all(0 <= float(row[2]) <= 1 for row in rows)


def test_every_line_stands_in_just_one_bead(two):
    beads = json.loads(hexapla("align", "a.en", "a.fr", "--from", "en", "--to", "fr", cwd=two).stdout)
    assert sorted(i for a, _ in beads for i in a) == [0, 1, 2]
    assert sorted(j for _, b in beads for j in b) == [0, 1]


def test_jobs_print_a_line_each(two):
    (two / "jobs.tsv").write_text("a.en\ta.fr\ten\tfr\n\na.fr\ta.en\tfr\ten\n", encoding="utf-8")
    done = hexapla("align", "--jobs", "jobs.tsv", "--format", "beads", cwd=two)
    assert done.returncode == 0
    first, second = map(json.loads, done.stdout.splitlines())
    assert sorted((a, b) for a, b in first) == sorted((b, a) for a, b in second)


def test_an_empty_side_leaves_all_lines_alone(two):
    (two / "empty").write_bytes(b"")
    done = hexapla("align", "empty", "a.fr", "--from", "en", "--to", "fr", cwd=two)
    assert json.loads(done.stdout) == [[[], [0]], [[], [1]]]


def test_lines_end_at_newlines_only(two):
    """U+2028 and form feeds belong to the sentence: counting them as ends would shift every index."""
    (two / "odd.en").write_bytes(
        "\ufeffThe minister\u2028left the capital.\r\nThe president\fstayed.\r\n".encode()
    )
    done = hexapla("align", "odd.en", "a.fr", "--from", "en", "--to", "fr", cwd=two)
    assert sorted(i for a, _ in json.loads(done.stdout) for i in a) == [0, 1]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["a.en", "a.fr", "--from", "en", "--to", "xx"], "'xx'"),
        (["a.en", "a.fr", "--from", "en"], "their languages are needed"),
        (["a.en", "--from", "en", "--to", "fr"], "Two files"),
        ([], "Two files"),
        (["none.en", "a.fr", "--from", "en", "--to", "fr"], "none.en"),
        ([".", "a.fr", "--from", "en", "--to", "fr"], "directory"),
        (["latin.fr", "a.fr", "--from", "fr", "--to", "fr"], "not UTF-8"),
        (["a.en", "a.fr", "--jobs", "jobs.tsv"], "--jobs takes no other"),
        (["--jobs", "none.tsv"], "none.tsv"),
        (["--jobs", "short.tsv"], "short.tsv:1 has 3 columns"),
        (["--jobs", "unknown.tsv"], "'xx'"),
        (["--jobs", "late.tsv"], "none.fr"),
    ],
)
def test_what_cannot_be_aligned_is_named(two, arguments, says):
    (two / "latin.fr").write_bytes("Le président est resté.\n".encode("latin-1"))
    (two / "jobs.tsv").write_text("a.en\ta.fr\ten\tfr\n")
    (two / "short.tsv").write_text("a.en\ta.fr\ten\n")
    (two / "unknown.tsv").write_text("a.en\ta.fr\ten\txx\n")
    (two / "late.tsv").write_text("a.en\ta.fr\ten\tfr\na.en\tnone.fr\ten\tfr\n")
    done = hexapla("align", *arguments, cwd=two)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert in_three_lines(done.stderr)


def test_an_unknown_format_is_refused(two):
    done = hexapla("align", "a.en", "a.fr", "--from", "en", "--to", "fr", "-f", "xml", cwd=two)
    assert done.returncode == 2
    assert "xml" in done.stderr
