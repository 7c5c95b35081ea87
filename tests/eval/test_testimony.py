"""The gold of ``eval/testimony`` can be found in its texts; the scorer counts as it says."""

from __future__ import annotations

from collections import Counter

import pytest
from eval.testimony_gold import Gold, gold, place, problems
from eval.testimony_scores import Score, overlap, paired, shared_words

from hexapla.lang import codes
from hexapla.testimony.model import MEETING_KINDS, STANCES
from hexapla.witness.model import Span

GOLD = list(gold())
TEXTS_EACH = 7
FORCES = {"agreed", "undertaken", "joint-position", "one-sided"}


def test_there_are_enough_in_every_language():
    counts = Counter(one.language for one in GOLD)
    assert set(counts) == set(codes())
    assert min(counts.values()) >= TEXTS_EACH


@pytest.mark.parametrize("one", GOLD, ids=lambda one: one.name)
def test_gold_holds_together(one: Gold):
    assert list(problems(one)) == []
    assert one.name.endswith(f"-{one.language}")
    for row in one.rows["meeting"]:
        assert set([row["kind"]] if isinstance(row["kind"], str) else row["kind"]) <= set(MEETING_KINDS)
    for row in one.rows["statement"]:
        assert set([row["stance"]] if isinstance(row["stance"], str) else row["stance"]) <= set(STANCES)
        assert row["mode"] in ("direct", "reported", "mixed")
        # An interview may quote without marks.
        assert not row.get("quoted") or row["mode"] != "reported"
    assert {row["force"] for row in one.rows["agreement"]} <= FORCES


def test_words_stand_where_they_are_shortest():
    text = "He said that it was so. He said that it was not so."
    assert place(text, "that it was so", "x") == Span(8, 22)
    assert place(text, "said … so", "x").of(text) == "said that it was so"
    with pytest.raises(ValueError, match="does not stand"):
        place(text, "never … so", "x")


def test_problems_are_told():
    row = {"words": "a port", "speakers": [], "mode": "reported", "stance": "notes", "colour": "red"}
    one = Gold("x-en", "a port, a port", "en", None, None, {"statement": (row,)}, False)
    told = list(problems(one))
    assert any("colour" in line for line in told)
    assert any("stands 2 times" in line for line in told)


def test_pairs_are_the_likeliest_and_one_to_one():
    likeness = {(0, 0): 0.5, (0, 1): 0.9, (1, 1): 0.8, (1, 0): 0.0}
    assert paired(2, 2, lambda a, b: likeness[a, b]) == {0: 1}


def test_shares_of_words():
    assert shared_words([Span(0, 10)], [Span(5, 15)]) == pytest.approx(1 / 3)
    assert overlap([Span(0, 10)], [Span(8, 10)]) == 1.0
    assert overlap([Span(0, 10)], []) == 0.0


def test_counts_are_kept_by_language_and_in_all():
    score = Score()
    score.right("speaker", "en", True)
    score.right("speaker", "fr", False)
    assert score.tallies["speaker", "en"].f1 == 1.0
    assert score.tallies["speaker", "all"].f1 == 0.5
