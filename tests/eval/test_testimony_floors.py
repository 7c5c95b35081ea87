"""What is read of our gold texts is not worse than it was (``make eval`` lifts the floors)."""

from __future__ import annotations

import json

from eval.testimony import FLOORS, below, figures, lift, measured
from eval.testimony_gold import gold


def test_no_figure_is_below_its_floor():
    assert json.loads(FLOORS.read_text())
    assert below(figures(measured(gold()))) == []


def test_floors_only_rise(tmp_path, monkeypatch):
    monkeypatch.setattr("eval.testimony.FLOORS", tmp_path / "floors.json")
    lift({"statements en": 0.9, "meetings en": 0.8})
    lift({"statements en": 0.7, "meetings en": 0.95})
    assert below({"statements en": 0.8, "meetings en": 0.95}) == ["statements en 0.800 < 0.895"]
