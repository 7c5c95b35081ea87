"""Polarity: what remains to be done is not done, and a speaker that two clauses share is no matter they share."""

from __future__ import annotations

import pytest

from sayings import compared, said


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("The route of the pipeline has not been chosen yet.", "Le tracé du gazoduc reste à choisir."),
        (
            "The ships may not fish closer than ten miles to the coast.",
            "Les navires peuvent pêcher à dix milles de la côte.",
        ),
        (
            "Interior Minister Tomas Heltay said his country had an obligation to guard the convoys.",
            "Le pays n’a pas rempli son obligation ce jour-là, a dit le ministre de l’Intérieur, Tomas Heltay.",
        ),
    ],
)
def test_what_is_only_said_otherwise_is_no_difference(english: str, french: str) -> None:
    assert [entry for entry in said(compared(en=english, fr=french)) if entry.kind == "polarity"] == []
