"""Name and place entries: somebody or somewhere else in one slot; one person under two names is none."""

from __future__ import annotations

from functools import cache

import pytest
from eval.pointing import LANDS

from hexapla.edition.desk import edition
from hexapla.edition.model import Edition
from hexapla.parties import Parties, load
from hexapla.witness.reading import Given, read_witness

ENGLISH = (
    "Valdorian President Emil Corvane received Sahrati Foreign Minister Hala al-Shamikh in Marenza on Tuesday.\n\n"
    "The minister handed over a letter about the water of the border river.\n\n"
    "The talks were also attended by Defence Minister {0}, who spoke about the demining of the border strip.\n\n"
    "New grain silos will be built on the {1} coast of the country before the end of the year."
)
FRENCH = (
    "Le président valdorien Émile Corvane a reçu mardi à Marenza la ministre sahratie des Affaires étrangères, "
    "Hala El-Chamikh.\n\n"
    "La ministre a remis une lettre au sujet de l'eau du fleuve frontalier.\n\n"
    "Le ministre de la Défense, {0}, a également participé aux entretiens ; il a parlé du déminage de la bande "
    "frontalière.\n\n"
    "De nouveaux silos à grains seront construits sur la côte {1} du pays avant la fin de l'année."
)
SAME = ("Marek Dovane", "east"), ("Marek Dovane", "est")


@cache
def parties() -> Parties:
    return load(LANDS)


def made(english: tuple[str, str], french: tuple[str, str]) -> Edition:
    texts = {"en": ENGLISH.format(*english), "fr": FRENCH.format(*french)}
    some = [
        read_witness(text, source=language, sha256=text, given=Given(language=language))
        for language, text in texts.items()
    ]
    return edition(some, parties=parties())


def told(found: Edition) -> list[tuple[str, list[str]]]:
    """Kind and words of each entry of these kinds."""
    return [
        (
            entry.kind,
            [span.of(found.collation.witnesses[s].text) for r in entry.readings for s, own in r.spans.items() for span in own],
        )
        for entry in found.apparatus
        if entry.kind in ("name", "place", "term")
    ]  # fmt: skip


def test_the_same_people_and_places_are_no_difference() -> None:
    assert told(made(*SAME)) == []


def test_another_spelling_is_the_same_person() -> None:
    assert told(made(SAME[0], ("Mareck Dovan", "est"))) == []


def test_another_person_in_the_same_slot() -> None:
    assert told(made(SAME[0], ("Gustave Lindholm", "est"))) == [
        ("name", ["Marek Dovane", "Gustave Lindholm"])
    ]


def test_another_point_of_the_compass_is_told_once_as_a_place() -> None:
    assert told(made(SAME[0], ("Marek Dovane", "ouest"))) == [("place", ["east", "ouest"])]


def test_people_are_named_once_with_every_spelling() -> None:
    found = made(*SAME)
    people = {person.id: dict(person.names) for person in found.people}
    assert people["hala-al-shamikh"] == {"en": ("Hala al-Shamikh",), "fr": ("Hala El-Chamikh",)}
    assert set(people) == {"emil-corvane", "hala-al-shamikh", "marek-dovane"}


@pytest.mark.parametrize("office", ["Vice President", "President"])
def test_another_office_of_one_person(office: str) -> None:
    ours = f"The ceremony in Puerto Alba was attended by {office} Rafael Iturbe and the heads of sixty companies."
    theirs = "Le président Rafael Iturbe et les dirigeants de soixante entreprises ont assisté à la cérémonie à Puerto Alba."
    some = [
        read_witness(text, source=language, sha256=text, given=Given(language=language))
        for language, text in (("en", ours), ("fr", theirs))
    ]
    entries = [e for e in edition(some, parties=parties()).apparatus if e.kind == "name"]
    assert len(entries) == (office == "Vice President")
