"""The bench measures what it says: its texts, its baselines, its verdicts."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from bench.baselines import best_of_two, gale_church, letters, trigrams
from bench.cases import FULL, OURS, QUICK, Case, cold, warm
from bench.measuring import Figure, measure
from bench.report import checks, growth, markdown, plot
from bench.warm import TASKS

from bench import inputs

A = ["أعلن الوزير بوتان عن اتفاق", "وصل الوفد إلى باريس", "١٢٣"]
B = ["The delegation arrived in Paris.", "Minister Botan announced a deal.", "123"]


def test_texts_are_the_same_on_every_run_and_no_two_alike():
    a, b = inputs.sides(60, 1)
    assert (len(a), len(b)) == (60, 60)
    assert (a, b) == inputs.sides(60, 1)
    assert a != inputs.sides(60, 2)[0]
    assert len(set(a)) == 60


def test_sentences_are_as_long_as_real_ones():
    words = [len(line.split()) for line in inputs.sentences(200, 1).sentences["en"]]
    assert 15 < np.mean(words) < 40


def test_reports_have_the_size_they_are_said_to_have():
    for text in inputs.reports(0).values():
        assert text.count("\n\n") == inputs.REPORT_SENTENCES - 1
    assert inputs.reports(0) != inputs.reports(1)


@pytest.mark.parametrize("likeness", [letters, trigrams])
def test_baselines_score_every_pair(likeness):
    found = likeness(A, B)
    assert found.shape == (3, 3)
    assert found.dtype == np.float32
    assert ((found >= 0) & (found <= 1.0001)).all()
    assert found[2].argmax() == 2


@pytest.mark.parametrize("beads", [gale_church(A, B), best_of_two(letters(A, B))])
def test_baselines_align(beads):
    assert all(0 <= i < 3 and 0 <= j < 3 for a, b in beads for i in a for j in b)


def test_every_case_can_be_run():
    for sizes in (FULL, QUICK):
        assert {case.task for case in warm(sizes)} <= set(TASKS)
        whats = [case.what for case in cold(sizes, "f", ("s",), "py", "hexapla") if case.how == OURS]
        assert len(set(whats)) == len(whats)


def test_a_command_is_measured(tmp_path):
    found = measure(Case("x", OURS, "cold", 2, (sys.executable, "-c", "x = ' ' * 50_000_000")), tmp_path)
    assert len(found.walls) == 2
    assert found.wall > 0
    assert 50 < found.peak < 200


def test_a_command_that_fails_has_no_time(tmp_path):
    with pytest.raises(RuntimeError, match="ended with"):
        measure(Case("x", OURS, "cold", 1, (sys.executable, "-c", "raise SystemExit(3)")), tmp_path)


def figures(seconds: float) -> list[Figure]:
    cases = [*cold(QUICK, "f", ("s",), "py", "hexapla"), *warm(QUICK)]
    return [Figure(case, (seconds,) * 3, (seconds,) * 3, 100.0 + case.size) for case in cases]


def test_limits_are_judged():
    assert all(passed for _, passed in checks(figures(0.1), QUICK, 200.0))
    assert not all(passed for _, passed in checks(figures(3.0), QUICK, 200.0))
    assert not all(passed for _, passed in checks(figures(0.1), QUICK, 301.0))


def test_memory_that_grows_with_the_square_fails():
    made = figures(0.1)
    peaks = {
        f"align: {QUICK.tiny} ": 100.0,
        f"align: {QUICK.align} ": 110.0,
        f"align: {QUICK.long:,} ": 1600.0,
    }
    grown = [
        Figure(
            f.case,
            f.walls,
            f.processors,
            next((p for x, p in peaks.items() if f.case.what.startswith(x)), 1.0),
        )
        for f in made
    ]
    assert growth(grown, QUICK) == (12.5, 150.0)
    assert not all(passed for _, passed in checks(grown, QUICK, 200.0))


def test_the_report_has_a_row_for_every_figure(tmp_path):
    made = figures(0.1)
    page = markdown(made, QUICK, 200.0, "quiet")
    assert page.count(" MB | 1.00 |") == len(made)
    plot(made, tmp_path / "speed.svg")
    assert (tmp_path / "speed.svg").read_text(encoding="utf-8").count("<svg ") == 1
