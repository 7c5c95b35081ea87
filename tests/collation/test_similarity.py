"""Engines: the lexical one meets the protocol, another may stand in for it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hexapla.api import align, similarity
from hexapla.collation.similarity import Lexical, Similarity, link_scored

ENGLISH = [
    "The ministers discussed trade.",
    "They signed a treaty on water.",
    "The border will reopen in May.",
]
FRENCH = ["La frontière rouvrira en mai.", "Les ministres ont parlé du commerce."]


class Backwards:
    """An engine that thinks the last answers the first."""

    name, version = "backwards", "1"

    def score(
        self, texts_a: Sequence[str], language_a: str, texts_b: Sequence[str], language_b: str
    ) -> np.ndarray:
        return np.eye(len(texts_a), len(texts_b), dtype=np.float32)[:, ::-1] * 0.98 + 0.01


def test_the_lexical_engine_judges_each_pair_by_itself() -> None:
    engine: Similarity = Lexical()
    whole = engine.score(ENGLISH, "en", FRENCH, "fr")
    assert whole.shape == (3, 2)
    assert whole[0].argmax() == 1
    assert whole[2].argmax() == 0
    assert np.allclose(whole[:1, :1], similarity(ENGLISH[:1], "en", FRENCH[:1], "fr"), atol=1e-5)


def test_another_engine_stands_in() -> None:
    texts = ENGLISH[:2]
    assert [(a, b) for a, b, _ in align(texts, "en", texts, "en", engine=Backwards())] == [
        ([0], [1]),
        ([1], [0]),
    ]


def test_nothing_to_score_links_nothing() -> None:
    assert link_scored(np.zeros((0, 3), dtype=np.float32)) == []
