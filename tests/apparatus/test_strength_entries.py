"""Strength entries: another verb of one scale, or another modal; never verbs that translate each other."""

from __future__ import annotations

import pytest

from sayings import compared, parted, quoted, said

OPEN = {
    "en": "Heltay {} that the harbour of Ruways had been open since the winter.",
    "fr": "M. Heltay a {} que le port de Rouweis était ouvert depuis l’hiver.",
    "ru": "Хелтай {}, что порт Рувейс открыт с зимы.",
}


def test_to_say_and_to_insist_differ() -> None:
    made = compared(en=OPEN["en"].format("insisted"), fr=OPEN["fr"].format("dit"))
    [entry] = said(made)
    assert entry.kind == "strength"
    assert parted(entry) == {"say": ("B",), "insist": ("A",)}
    assert quoted(made, entry) == ["a dit", "insisted"]
    assert entry.note == "They differ in how firmly it is said: B has “a dit”; A has “insisted”."


@pytest.mark.parametrize(
    ("english", "russian"), [("said", "сообщил"), ("stressed", "настаивал"), ("noted", "заявил")]
)
def test_verbs_that_translate_each_other_are_no_difference(english: str, russian: str) -> None:
    assert said(compared(en=OPEN["en"].format(english), ru=OPEN["ru"].format(russian))) == []


def test_what_is_left_with_the_speaker_differs_from_what_is_told() -> None:
    [entry] = said(compared(en=OPEN["en"].format("claimed"), fr=OPEN["fr"].format("dit")))
    assert parted(entry) == {"say": ("B",), "claim": ("A",)}


def test_may_and_must_differ_and_should_is_held_against_neither() -> None:
    english = "The ships {} wait at the entrance to the canal for three days."
    spanish = "Los barcos deben esperar tres días a la entrada del canal."
    [entry] = said(compared(en=english.format("may"), es=spanish))
    assert entry.kind == "strength"
    assert parted(entry) == {"may": ("A",), "must": ("B",)}
    assert said(compared(en=english.format("must"), es=spanish)) == []
    assert said(compared(en=english.format("should"), es=spanish)) == []


def test_another_speaker_is_no_difference_of_strength() -> None:
    made = compared(
        en=OPEN["en"].format("insisted"), fr=OPEN["fr"].format("dit").replace("Heltay", "El-Qandil")
    )
    assert "strength" not in {entry.kind for entry in said(made)}
