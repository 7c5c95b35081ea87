"""load(): the order kept, one bad input never sinks the rest, each with its reason."""

from __future__ import annotations

import hashlib
import io
import os
import threading
import time
import tracemalloc
from pathlib import Path

import pytest

from hexapla.edition.model import LeftOut
from hexapla.sources import Options, load
from hexapla.witness.reading import Given

DAMAGED = Path(__file__).parent / "damaged"
EN = "Ministers discuss trade\r\n\r\nThe minister of Valmara received his counterpart from Orlovia.\r\n"
RU = "Министры обсудили торговлю\n\nМинистр иностранных дел Вальмары принял своего орловийского коллегу.\n"


@pytest.fixture
def two(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "en.txt").write_bytes(EN.encode())
    (tmp_path / "ru.txt").write_bytes(RU.encode("cp1251"))
    return str(tmp_path / "en.txt"), str(tmp_path / "ru.txt")


def only_left_out(address: str, **options: int) -> LeftOut:
    loaded = load([address], Options(**options))  # type: ignore[arg-type]
    assert loaded.witnesses == ()
    (left,) = loaded.left_out
    assert left.what and left.means and left.todo
    return left


def test_the_text_is_the_files_text_and_the_order_is_kept(two: tuple[str, str]) -> None:
    loaded = load(two)
    assert [(w.source, w.text) for w in loaded.witnesses] == [(two[0], EN), (two[1], RU)]
    assert load(two[::-1]).witnesses == loaded.witnesses[::-1]
    assert [w.sha256 for w in loaded.witnesses] == [
        hashlib.sha256(EN.encode()).hexdigest(),
        hashlib.sha256(RU.encode("cp1251")).hexdigest(),
    ]
    assert not loaded.one_story


def test_progress_is_told(two: tuple[str, str]) -> None:
    told: list[tuple[int, int, str]] = []
    load(two, on_progress=lambda *step: told.append(step))
    assert told == [(0, 2, two[0]), (1, 2, two[1]), (2, 2, two[1])]


def test_nothing_gives_nothing() -> None:
    loaded = load([])
    assert (loaded.witnesses, loaded.left_out, loaded.notices) == ((), (), ())


def test_standard_input_is_read_once() -> None:
    loaded = load(["-", "-"], stdin=io.BytesIO(RU.encode()))
    (witness,) = loaded.witnesses
    assert (witness.source, witness.text) == ("-", RU)
    assert "twice" in loaded.notices[0]
    (left,) = load(["-"], stdin=io.BytesIO(b"")).left_out
    assert left.what == "Standard input is empty."


def test_the_same_file_twice_is_used_once(two: tuple[str, str], tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(Path(two[0]).read_bytes())
    loaded = load([two[0], two[0], str(copy), two[1]])
    assert [w.source for w in loaded.witnesses] == list(two)
    assert len(loaded.notices) == 2
    assert str(copy) in loaded.notices[1]
    assert two[0] in loaded.notices[1]


def test_one_bad_input_never_sinks_a_batch(two: tuple[str, str]) -> None:
    bad = sorted(str(path) for path in DAMAGED.iterdir())
    loaded = load([two[0], *bad, two[1], "no-such.txt", "ftp://a.example/"])
    assert loaded.witnesses[0].source == two[0]
    assert loaded.witnesses[-1].source == two[1]
    assert {left.source for left in loaded.left_out} >= {"no-such.txt", "ftp://a.example/"}
    for left in loaded.left_out:
        assert left.source in left.what and left.means and left.todo
    assert len(loaded.witnesses) + len(loaded.left_out) == len(bad) + 4


def test_folders_and_missing_files_are_told(tmp_path: Path) -> None:
    assert "folder" in only_left_out(str(tmp_path)).what
    assert "no file" in only_left_out(str(tmp_path / "none.txt")).what
    assert only_left_out(str(tmp_path / "en.txt" / "x")).what
    assert only_left_out("a\x00b").what
    assert only_left_out("a" * 5000).what


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(two: tuple[str, str]) -> None:
    Path(two[0]).chmod(0)
    assert "may not be read" in only_left_out(two[0]).what


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_without_end_is_cut() -> None:
    assert "larger" in only_left_out("/dev/zero", most_bytes=100_000).what


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    threading.Thread(target=lambda: pipe.write_bytes(RU.encode()), daemon=True).start()
    (witness,) = load([str(pipe)]).witnesses
    assert witness.text == RU


def test_what_is_too_large_is_refused(two: tuple[str, str]) -> None:
    assert "larger than 5e-05 MB" in only_left_out(two[0], most_bytes=50).what


def test_what_is_said_of_all_is_used(two: tuple[str, str]) -> None:
    loaded = load(two, Options(given=Given(outlet="Valmara News", language="en")))
    assert [w.outlet for w in loaded.witnesses] == ["Valmara News"] * 2
    assert [w.language for w in loaded.witnesses] == ["en"] * 2


def test_an_unknown_language_is_told(two: tuple[str, str]) -> None:
    loaded = load(two, Options(given=Given(language="xx")))
    assert len(loaded.left_out) == 2


def test_a_text_without_a_language_is_told() -> None:
    left = only_left_out(str(DAMAGED / "digits-only.txt"))
    assert "digits-only.txt" in left.what
    assert "language" in left.what


def test_two_languages_in_one_text_are_told() -> None:
    loaded = load([str(DAMAGED / "two-languages.txt")])
    assert {s.language for s in loaded.witnesses[0].segments} == {"en", "ru"}
    (notice,) = loaded.notices
    assert "English" in notice and "Russian" in notice


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251"])
def test_a_large_text_loads_in_bounded_time_and_memory(tmp_path: Path, encoding: str) -> None:
    """A few megabytes stand for fifty: both grow with the length alone."""
    from hexapla.sources.text import decode

    data = (RU * 15_000).encode(encoding)
    start = time.monotonic()
    assert decode(data, name="large.txt").text == RU * 15_000
    assert time.monotonic() - start < 6
    tracemalloc.start()
    decode(data, name="large.txt")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 8 * len(data)
