"""The share of content words glossed on the gold stories does not fall."""

from __future__ import annotations

import json

from eval.glosses import FLOORS, shares


def test_no_pair_is_glossed_less_than_before():
    floors = json.loads(FLOORS.read_text())
    reached = shares()
    assert {pair: (reached[pair], floor) for pair, floor in floors.items() if reached[pair] < floor} == {}
