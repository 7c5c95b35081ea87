"""The published reports beside the project, where they exist: counts and offsets only."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from hexapla.witness import page
from hexapla.witness.reading import read_witness

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not SEEDS.exists(), reason="no reports beside the project"),
]

# File: language, segments by role, what is set aside. Read by hand.
EXPECTED = {
    "000": (
        "fr",
        {"title": 1, "dateline": 1, "body": 15},
        [(4527, 4544), (4546, 4556), (4558, 4610), (4612, 4723)],
    ),
    "001": ("fr", {"dateline": 1, "body": 10}, [(2361, 2366)]),
    "002": ("ar", {"title": 1, "dateline": 1, "body": 13}, [(3618, 3631), (3632, 3643)]),
    "003": (
        "en",
        {"title": 1, "dateline": 1, "body": 23},
        [(4951, 4967), (4969, 4979), (4981, 5054), (5056, 5153)],
    ),
    "004": ("fr", {"title": 1, "dateline": 1, "body": 14, "subhead": 2}, [(41, 61), (63, 103)]),
}


def text_of(number: str) -> str:
    with next(SEEDS.glob(f"{number}*.txt")).open(encoding="utf-8", newline="") as file:
        return file.read()


@pytest.mark.parametrize("number", EXPECTED)
def test_roles_and_furniture(number: str) -> None:
    language, roles, aside = EXPECTED[number]
    witness = read_witness(text_of(number), source=number, sha256="0")
    assert witness.language == language
    assert Counter(s.role for s in witness.segments) == roles
    assert [tuple(s.span) for s in witness.set_aside] == aside
    assert witness.outlet


@pytest.mark.parametrize("number", EXPECTED)
def test_the_method_needs_no_cue(number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a single cue listed the same spans are set aside."""
    monkeypatch.setattr(page, "cue", lambda _: None)
    witness = read_witness(text_of(number), source=number, sha256="0")
    assert [tuple(s.span) for s in witness.set_aside] == EXPECTED[number][2]
