"""Unnamed sources: titles cut short, verbs before the word for them, who asks not to be named."""

from __future__ import annotations

import pytest
from tests.testimony.told import one

THROUGH = [
    (
        "fr",
        "Un conseiller de M. Corvane, qui réclame l'anonymat, assure que la route est ouverte.",
        "M. Corvane",
    ),
    ("zh", "据一位陪同来访的萨方官员透露，公路已经开放。", "一位陪同来访的萨方官员"),
    ("fr", "Un enquêteur a raconté à Radio Ombre que la route était minée.", "Un enquêteur"),
]


@pytest.mark.parametrize(("language", "sentence", "words"), THROUGH)
def test_a_source_with_all_its_words(language: str, sentence: str, words: str) -> None:
    sources = [s for one_ in one(sentence, language).statements for s in one_.sources]
    assert any(words in (s.through or "") for s in sources)


def test_an_article_with_a_capital_is_part_of_a_name() -> None:
    said = "Un alto cargo citado por la cadena Al Nahr reconoció que la ruta está cerrada."
    sources = [s for one_ in one(said, "es").statements for s in one_.sources]
    assert [s.name for s in sources] == ["Al Nahr"]


def test_who_asks_not_to_be_named_asks_for_nothing() -> None:
    said = "Un conseiller du président, qui réclame l'anonymat, assure que la route est ouverte."
    assert not [s for s in one(said, "fr").statements if s.stance == "asks"]
