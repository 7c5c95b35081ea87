"""Polarity entries: denied here, affirmed there; what translators turn round is none."""

from __future__ import annotations

import pytest

from sayings import compared, parted, said


def test_a_denied_clause_differs_from_an_affirmed_one() -> None:
    made = compared(
        en="The navy did not lay mines in the northern channel in January.",
        fr="La marine a posé des mines dans le chenal nord en janvier.",
        ru="Флот ставил мины в северном канале в январе.",
    )
    [entry] = said(made)
    assert entry.kind == "polarity"
    assert parted(entry) == {"affirmed": ("B", "C"), "denied": ("A",)}
    assert entry.note.startswith("What one affirms another denies: B and C have “La marine")


def test_a_negation_of_two_parts_is_one() -> None:
    made = compared(
        fr="La marine n’a pas posé de mines dans le chenal nord en janvier.",
        en="The navy laid mines in the northern channel in January.",
    )
    assert [parted(entry) for entry in said(made)] == [{"affirmed": ("B",), "denied": ("A",)}]


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("Al-Qandil refused to let ships in.", "M. El-Qandil n’a pas accepté de laisser entrer les navires."),
        (
            "The treaty is a first step toward the return of the refugees.",
            "Le traité est un premier pas vers le retour des réfugiés.",
        ),
        (
            "The channel will not be opened until the mines have been cleared.",
            "Le chenal sera ouvert après le déminage.",
        ),
        ("No fewer than forty ships are waiting.", "Au moins quarante navires attendent."),
        (
            "The soldiers did not fire at the refugees, Heltay said.",
            "M. Heltay a nié que les soldats aient tiré sur les réfugiés.",
        ),
        (
            "The work is going on without delay in the harbour.",
            "Les travaux dans le port se poursuivent et ne prennent pas de retard.",
        ),
    ],
)
def test_what_is_said_the_other_way_round_is_no_difference(english: str, french: str) -> None:
    assert said(compared(en=english, fr=french)) == []


def test_to_be_for_and_to_be_against_differ() -> None:
    made = compared(
        en="Dravania opposes the registration of the ships under a third flag.",
        es="Dravania apoya la matriculación de los barcos bajo un tercer pabellón.",
    )
    assert [(entry.kind, parted(entry)) for entry in said(made)] == [
        ("polarity", {"affirmed": ("B",), "denied": ("A",)})
    ]
