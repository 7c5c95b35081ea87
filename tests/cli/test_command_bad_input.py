"""What cannot be used is named with its reason and its mend: no traceback, nothing half-written."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys

import pytest
from commands import EN, FR, SAMPLES, hexapla, in_three_lines, write


@pytest.fixture
def two(tmp_path):
    return write(tmp_path, en=EN, fr=FR)


@pytest.fixture
def bad(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_text(" \n\t\n\n")
    (tmp_path / "binary.txt").write_bytes(b"\x7fELF\x02\x01\x01\0\0\0" + bytes(range(256)) * 8)
    (tmp_path / "page.html").write_text(
        "<!doctype html><html><body><nav><a href=x>Home</a></nav></body></html>"
    )
    (tmp_path / "story.toml").write_text("witness = 3\n")
    (tmp_path / "folder").mkdir()
    return tmp_path


@pytest.mark.parametrize("verb", ["desk", "collate"])
@pytest.mark.parametrize(
    "name", ["none.txt", "empty.txt", "blank.txt", "binary.txt", "page.html", "story.toml", "folder"]
)
def test_a_bad_input_alone_is_named(bad, verb, name):
    done = hexapla(verb, name, cwd=bad)
    assert (done.returncode, done.stdout) == (2, "")
    assert name in done.stderr
    assert in_three_lines(done.stderr)


@pytest.mark.parametrize("form", ["terminal", "json", "html"])
def test_a_bad_input_does_not_sink_the_others(bad, two, form):
    done = hexapla("desk", two[0], "none.txt", two[1], "--format", form, cwd=bad)
    assert done.returncode == 3
    assert "none.txt" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_what_was_left_out_is_in_the_json(bad, two):
    found = json.loads(hexapla("desk", "none.txt", "empty.txt", *two, "-f", "json", cwd=bad).stdout)
    assert [left["source"] for left in found["left_out"]] == ["none.txt", "empty.txt"]
    assert len(found["stories"]) == 1


@pytest.mark.parametrize("verb", ["desk", "collate"])
def test_a_language_that_is_none_of_ours(two, verb):
    done = hexapla(verb, *two, "--language", "xx")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'xx'" in done.stderr
    assert in_three_lines(done.stderr)


def test_a_day_that_is_none(two):
    done = hexapla("desk", *two, "--published", "yesterday")
    assert (done.returncode, done.stdout) == (2, "")
    assert in_three_lines(done.stderr)


@pytest.mark.parametrize("base", ["C", "a", "", "en.txt"])
def test_a_base_that_is_none(two, base):
    done = hexapla("collate", *two, "--base", base)
    assert (done.returncode, done.stdout) == (2, "")
    assert in_three_lines(done.stderr)


@pytest.mark.parametrize(
    "arguments", [["desk"], ["collate"], ["desk", "x", "--limit", "0"], ["nothing"], ["-x"]]
)
def test_wrong_use_is_2(arguments):
    done = hexapla(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("verb", ["desk", "collate"])
def test_the_same_file_twice_is_used_once(two, verb):
    done = hexapla(verb, two[0], two[0], two[1], "-f", "json")
    assert done.returncode == 0
    found = json.loads(done.stdout)
    story = found["stories"][0] if verb == "desk" else found
    assert len(story["witnesses"]) == 2
    assert "twice" in (" ".join(found["notices"]) if verb == "desk" else done.stderr)


def test_a_copy_is_used_once(two, tmp_path):
    copy = tmp_path / "copy.txt"
    copy.write_bytes(two[0].read_bytes())
    found = json.loads(hexapla("desk", two[0], copy, "-f", "json").stdout)
    assert len(found["stories"][0]["witnesses"]) == 1
    assert any("copy.txt" in notice for notice in found["notices"])


@pytest.mark.parametrize("verb", ["desk", "collate"])
def test_one_witness_alone_is_a_story_of_one(two, verb):
    done = hexapla(verb, two[0])
    assert done.returncode == 0
    assert "alone" in done.stdout


@pytest.mark.parametrize("verb", ["desk", "collate"])
def test_a_page_that_cannot_be_written_leaves_nothing(two, tmp_path, verb):
    """A folder stands in its place (file permissions would not stop a test run as root)."""
    (tmp_path / "page.html").mkdir()
    before = sorted(tmp_path.rglob("*"))
    done = hexapla(verb, *two, "--page", tmp_path / "page.html")
    assert (done.returncode, done.stdout) == (2, "")
    assert in_three_lines(done.stderr)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_file_in_the_place_of_the_pages_folder(two, tmp_path):
    done = hexapla("desk", *two, "--page", tmp_path / "en.txt" / "page.html")
    assert (done.returncode, done.stdout) == (2, "")
    assert (tmp_path / "en.txt").read_text(encoding="utf-8") == EN


def test_an_old_page_stays_when_all_inputs_are_bad(tmp_path):
    page = tmp_path / "page.html"
    page.write_text("old")
    assert hexapla("desk", tmp_path / "none.txt", "--page", page).returncode == 2
    assert page.read_text() == "old"


@pytest.mark.parametrize("form", ["terminal", "json", "html"])
def test_a_reader_that_leaves_is_no_error(form):
    """As `| head` does: the pipe is closed after the first bytes."""
    paths = sorted(map(str, SAMPLES.glob("*.txt")))
    with subprocess.Popen(
        [sys.executable, "-m", "hexapla", "desk", *paths, "-f", form],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        running.stdout.read(1)
        running.stdout.close()
        said = running.stderr.read().decode()
        assert running.wait(60) == 0
    assert said == ""


def test_a_script_in_a_title_is_text(two, tmp_path):
    hostile = EN.replace("Ministers discuss", "</title><script>alert(1)</script><img src=x onerror=alert(2)>")
    (path,) = write(tmp_path, hostile=hostile)
    page = tmp_path / "page.html"
    done = hexapla("collate", path, two[1], "--page", page, "--outlet", "<script>alert(3)</script>")
    assert done.returncode == 0
    text = page.read_text(encoding="utf-8")
    assert "<script>alert" not in text
    assert "<img src=x" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_an_escape_sequence_in_a_text_cannot_steer_the_terminal(two, tmp_path):
    (path,) = write(tmp_path, escape=EN.replace("Ministers", "\x1b[2J\x1b]0;owned\x07Ministers"))
    done = hexapla("collate", path, two[1])
    assert done.returncode in (0, 3)
    assert "\x1b" not in done.stdout + done.stderr


def test_names_of_files_may_be_odd(two, tmp_path):
    odd = tmp_path / "rapport é [bold] 'x'.txt"
    odd.write_text(FR, encoding="utf-8")
    done = hexapla("desk", two[0], odd)
    assert done.returncode == 0
    assert "[bold]" in done.stdout


def test_an_address_inside_the_network_is_refused():
    done = hexapla("desk", "http://127.0.0.1:9/report")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--allow-private" in done.stderr


def test_two_languages_in_one_text_are_said(tmp_path):
    (path,) = write(tmp_path, mixed=EN + "\n" + FR)
    done = hexapla("desk", path, "-f", "json")
    assert done.returncode == 0
    assert any(
        "language" in notice.lower() or "French" in notice for notice in json.loads(done.stdout)["notices"]
    )


def test_progress_is_shown_only_to_a_person():
    """Nothing on standard error when it is piped; on a terminal short work shows nothing either."""
    paths = sorted(map(str, SAMPLES.glob("2032-*.txt")))
    assert hexapla("desk", *paths).stderr == ""


def everything(terminal: int) -> bytes:
    """All that was written to a terminal whose other end is closed; Linux ends it with an error."""
    said = b""
    with os.fdopen(terminal, "rb", buffering=0) as stream:
        try:
            while part := stream.read(4096):
                said += part
        except OSError:
            pass
    return said


def test_long_work_tells_how_far_it_is():
    """The line appears once work has lasted, and is wiped at its end."""
    code = (
        "import time\nfrom hexapla.cli import output\noutput.PATIENCE = .05\n"
        "with output.progress() as tell:\n"
        "    tell('aligning', 1, 4); time.sleep(.4); tell('aligning', 2, 4); time.sleep(.1)\n"
    )
    watched, terminal = pty.openpty()
    subprocess.run([sys.executable, "-c", code], stderr=terminal, check=True, timeout=30)
    os.close(terminal)
    said = everything(watched).decode()
    assert "aligning (1 of 4)" in said
    assert said.index("(1 of 4)") < said.index("(2 of 4)")
    assert said.endswith("\x1b[K")
