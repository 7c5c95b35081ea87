"""A headline answers the other's headline, where words alone would give it to the sentence that repeats it."""

from __future__ import annotations

import pytest

from hexapla.collation.workings import HEADLINES, work
from hexapla.witness.reading import Given, read_witness

ENGLISH = """Marenza and Orsk agree on salt tariffs after ten weeks of talks

MARENZA, 4 May 2031 — The two governments agreed on Monday on tariffs for salt. Trucks will cross the Sava bridge from June.
Farmers on both banks had waited for the harvest market to open again.
"""
FRENCH = """Accord entre Marenza et Orsk

MARENZA, 4 mai 2031 — Après dix semaines de pourparlers, Marenza et Orsk se sont entendus lundi sur les tarifs du sel.
Les camions passeront le pont de la Sava dès juin.
Les agriculteurs des deux rives attendaient la réouverture du marché des récoltes.
"""


def _witness(text, language):
    return read_witness(text, source=language, sha256=language, given=Given(language=language))


@pytest.fixture(scope="module")
def pair():
    return work((_witness(ENGLISH, "en"), _witness(FRENCH, "fr"))).pairs[0]


def test_headlines_are_told_from_the_text(pair):
    assert pair.a.headlines.tolist() == [True, False, False, False]
    assert pair.b.headlines.tolist() == [True, False, False, False]


def test_a_headline_gains_with_a_headline_and_loses_with_a_sentence(pair, monkeypatch):
    with_roles = pair.odds.among
    monkeypatch.setattr("hexapla.collation.workings.HEADLINES", 0.0)
    bare = work((pair.a.witness, pair.b.witness)).pairs[0].odds.among
    free = abs(bare) < 6
    shift = with_roles - bare
    for i in range(4):
        for j in range(4):
            if free[i, j]:
                wanted = HEADLINES if i == j == 0 else -HEADLINES if 0 in (i, j) else 0.0
                assert shift[i, j] == pytest.approx(wanted, abs=1e-3)
    assert free[0].any() and free[:, 0].any()
