"""Looking names up among many."""

from __future__ import annotations

import pytest

from hexapla.names.index import NameIndex

GIVEN = ["Karim", "Samer", "Grigory", "Lucia", "Martin", "Nabil", "Olga", "Walid", "Petra", "Hugo"]
FAMILY = [
    "Mansour",
    "Zaltani",
    "Ostapov",
    "Ferrer",
    "Grennard",
    "Fares",
    "Dubrovskaya",
    "Haddad",
    "Holm",
    "Marchetti",
]
NAMES = [(f"{given} {family}", "en") for given in GIVEN for family in FAMILY]


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return NameIndex(NAMES)


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("كريم منصور", "ar", "Karim Mansour"),
        ("Самером аз-Залтани", "ru", "Samer Zaltani"),
        ("Григорий Остапов", "ru", "Grigory Ostapov"),
        ("马丁·格伦纳德", "zh", "Martin Grennard"),
        ("Ferrer, Lucía", "es", "Lucia Ferrer"),
    ],
)
def test_the_name_is_first(index: NameIndex, name: str, language: str, expected: str) -> None:
    found = index.find(name, language)
    assert found[0].name == expected
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_a_family_name_finds_all_who_bear_it(index: NameIndex) -> None:
    found = {NAMES[n][0] for n in index.candidates("منصور", "ar", most=10)}
    assert found == {f"{given} Mansour" for given in GIVEN}


@pytest.mark.parametrize("name", ["", "President", "x" * 10_000, "Ж", "Qwzzx Vvtthp"])
def test_what_is_not_there_is_not_found(index: NameIndex, name: str) -> None:
    assert index.find(name, "en") == []


def test_an_empty_index_finds_nothing() -> None:
    assert NameIndex([]).find("Karim", "en") == []
