"""The mentions of people are what their file says, and are counted rightly."""

from __future__ import annotations

from collections import Counter

from eval.press import mentions, told

from hexapla.lang import codes

ROWS = mentions()


def test_there_are_enough_in_every_language():
    distinct = {(row["language"], row["mention"], row["of"]) for row in ROWS}
    assert len(distinct) >= 600
    assert all(count >= 80 for count in Counter(language for language, _, _ in distinct).values())
    assert {language for language, _, _ in distinct} == set(codes())


def test_a_row_is_of_one_person_exactly_where_it_says_so():
    assert all((row["of"] == row["name of"]) == (row["same"] == "yes") for row in ROWS)
    assert {row["same"] for row in ROWS} == {"yes", "no"}
    assert all(row["mention"].strip() and row["name"].strip() for row in ROWS)


def test_no_pair_stands_twice():
    pairs = [(row["language"], row["mention"], row["name language"], row["name"]) for row in ROWS]
    assert len(set(pairs)) == len(pairs)


def test_counting():
    same, other = {"same": "yes"}, {"same": "no"}
    found = told([(same, 0.9), (same, 0.2), (other, 0.7), (other, 0.1)])
    assert (found.right, found.wrong, found.missed) == (1, 1, 1)
    assert found.f1 == 0.5
    assert told([]).f1 == 0.0
