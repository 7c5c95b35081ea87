"""The files that the package ships: each lints clean, and holds what it must."""

from __future__ import annotations

from collections import Counter

import pytest

from hexapla.lang import codes
from hexapla.parties import load
from hexapla.parties.dates import bounds
from hexapla.parties.gathering import DATA, files_of, gather
from hexapla.parties.linting import lint

PARTIES = load("")
STATES = [party for party in PARTIES if party.kind == "state"]
# Those of whom diplomatic news asks for a foreign minister nearly every day.
CHIEF_OFFICES = ("president", "prime-minister", "foreign-minister", "defence-minister", "monarch")


def test_every_file_lints_clean():
    assert [f"{p.where}: {p.what}" for p in lint() if p.level == "error"] == []


def test_every_state_of_the_world_has_a_file():
    assert len(STATES) >= 198
    assert {"SY", "NO", "PS", "XK", "TW", "EH", "VA"} <= {party.id for party in STATES}


def test_a_file_is_named_after_its_party():
    for party in gather(files_of(DATA)).parties:
        folder = "states" if party.kind == "state" else "bodies"
        assert (party.path.parent.name, party.path.stem) == (folder, party.id)


@pytest.mark.parametrize("party", STATES, ids=lambda party: party.id)
def test_every_state_has_its_name_in_every_language(party):
    assert sorted(party.names) == list(codes())


def test_every_body_has_a_name_in_every_language():
    assert [party.id for party in PARTIES if set(party.names) != set(codes())] == []


def test_every_office_has_words_in_every_language():
    assert [office.id for office in PARTIES.offices() if set(office.names) != set(codes())] == []


def test_no_two_states_have_one_usual_name():
    for language in codes():
        usual = Counter(party.names[language][0] for party in STATES)
        assert [name for name, count in usual.items() if count > 1] == []


def test_wikidata_ids_are_of_one_party_each():
    items = Counter(party.wikidata for party in PARTIES if party.wikidata)
    assert [item for item, count in items.items() if count > 1] == []


def test_every_kind_is_there():
    counts = Counter(party.kind for party in PARTIES)
    assert counts["body"] >= 60
    assert counts["group"] >= 40
    assert counts["agency"] >= 25
    assert counts["outlet"] >= 60


def test_nothing_is_known_after_as_of():
    for party in PARTIES:
        assert not party.as_of or all(
            bounds(tenure.since)[0] <= party.as_of for tenure in PARTIES.tenures(party.id) if tenure.since
        )


def test_everyone_who_holds_an_office_is_somebody():
    for party in PARTIES:
        for tenure in PARTIES.tenures(party.id):
            assert PARTIES.person(tenure.person).names
            assert PARTIES.office(tenure.office).names
