"""The verbs of `import hexapla`: read, record, compare."""

from __future__ import annotations

from pathlib import Path

import pytest

import hexapla
from hexapla.errors import HexaplaError

SAMPLES = Path(__file__).parents[2] / "samples"
TALKS = [SAMPLES / f"2031-05-talks-{language}.txt" for language in ("en", "fr")]
VISIT = [SAMPLES / "2032-05-visit-en.txt"]


def test_read_gives_a_testimony_for_each_siglum() -> None:
    found = hexapla.read(TALKS)
    assert list(found) == ["A", "B"]
    assert [t.witness.language for t in found.values()] == ["en", "fr"]


def test_record_and_compare() -> None:
    talks, visit = hexapla.record_story(TALKS), hexapla.record_story(VISIT)
    assert list(talks.witnesses) == ["A", "B"]
    moved = hexapla.compare([visit, talks])
    assert [c.number for c in moved.stories] == [1, 0]
    assert {m.subject for m in moved.of("participant") if m.change == "new"}


@pytest.mark.parametrize("verb", [hexapla.read, hexapla.record_story])
def test_a_bad_input_stops_them(verb, tmp_path: Path) -> None:
    with pytest.raises(HexaplaError):
        verb([tmp_path / "none.txt"])
