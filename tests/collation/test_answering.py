"""Which words answer which: the same from both sides, each as well as its best reason says."""

from __future__ import annotations

import numpy as np

from hexapla.collation.answering import answers, strengths
from hexapla.collation.evidence import side

ENGLISH = ["The minister met President Kavronin in Velograd.", "", "They signed two agreements on gas."]
RUSSIAN = ["Президент Кавронин принял министра в Велограде.", "Подписаны два соглашения о газе."]


def _sides():
    return side(ENGLISH, "en"), side(RUSSIAN, "ru")


def test_the_other_side_sees_the_same():
    found = answers(*_sides())
    forth = {(n, m, s) for n in range(found.size[0]) for m, s in found[n]}
    back = {(n, m, s) for m in range(found.size[1]) for n, s in found.back[m]}
    assert forth and forth == back


def test_each_pair_once_in_order():
    found = answers(*_sides())
    pairs = list(zip(found.triples.word.tolist(), found.triples.other.tolist(), strict=True))
    assert pairs == sorted(set(pairs))
    assert all(0 < s <= 1 for s in found.triples.strength)


def test_best_is_the_best_of_each_word():
    found = answers(*_sides())
    assert found.best.tolist() == [max((s for _, s in found[n]), default=0.0) for n in range(found.size[0])]


def test_a_passage_answers_a_word_by_its_best():
    a, b = _sides()
    found = answers(a, b)
    matrix = strengths(a, b, found)
    assert matrix.shape == (len(a.vocabulary), len(RUSSIAN))
    for n in range(len(a.vocabulary)):
        for passage, row in enumerate(b.rows):
            words = {word for word, _ in row}
            best = max((s for m, s in found[n] if m in words), default=0.0)
            assert np.isclose(matrix[n, passage], best)


def test_nothing_answers_nothing():
    a, b = side(["", " "], "en"), side(["Подписано."], "ru")
    assert strengths(a, b, answers(a, b)).shape == (0, 1)
    assert strengths(b, a, answers(b, a)).shape == (len(b.vocabulary), 2)


def test_merged_passages_keep_their_words():
    a, b = _sides()
    whole = a.merged([[0, 2], [1]])
    assert whole.vocabulary == a.vocabulary
    assert dict(whole.rows[0]) == {**dict(a.rows[0]), **dict(a.rows[2])}
    assert strengths(b, whole, answers(b, a)).shape == (len(b.vocabulary), 2)
