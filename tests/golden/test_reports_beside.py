"""The published reports beside the project, where they exist: offsets and cue words only."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from hexapla.apparatus.model import Entry
from hexapla.edition.desk import desk
from hexapla.edition.model import Desk, Edition
from hexapla.witness.model import Span
from reports import witness

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not SEEDS.exists(), reason="no reports beside the project"),
]
MARCH = ["000", "002", "003"]


@cache
def found() -> Desk:
    paths = sorted(SEEDS.glob("*.txt"))
    return desk([witness(path.read_text(encoding="utf-8"), None, path.name[:3]) for path in paths])


def march() -> Edition:
    return next(s for s in found().stories if len(s.collation.witnesses) == len(MARCH))


def carried(entry: Entry) -> dict[str, Span]:
    """Where the words stand, by language."""
    language = {siglum: w.language for siglum, w in march().collation.witnesses.items()}
    return {language[s]: spans[0] for r in entry.readings for s, spans in r.spans.items()}


def lacking(entry: Entry) -> set[str]:
    return {march().collation.witnesses[siglum].language for siglum in entry.absent}


def touching(**places: tuple[int, int]) -> list[Entry]:
    """Absences that are carried by exactly these languages, at these places."""
    return [
        entry
        for entry in march().apparatus
        if entry.kind == "absence"
        and set(carried(entry)) == set(places)
        and all(carried(entry)[lang].overlap(Span(*place)) for lang, place in places.items())
    ]


def test_three_stories_and_one_storyline() -> None:
    stories = [sorted(w.source for w in s.collation.witnesses.values()) for s in found().stories]
    assert sorted(stories) == [MARCH, ["001"], ["004"]]
    assert found().storylines == ((0, 1, 2),)


def test_the_delegation_list_stands_only_in_arabic() -> None:
    (entry,) = touching(ar=(2444, 2912))
    assert lacking(entry) == {"en", "fr"}
    assert entry.confidence > 0.8


def test_the_chemical_weapons_clause_is_lacking_in_french() -> None:
    (entry,) = touching(ar=(2029, 2155), en=(2603, 2762))
    assert lacking(entry) == {"fr"}
    assert entry.confidence > 0.8


def test_the_hegemony_clause_is_lacking_in_french() -> None:
    (entry,) = touching(ar=(1212, 1274), en=(1513, 1597))
    assert lacking(entry) == {"fr"}


@pytest.mark.parametrize(
    "place",
    [(2949, 3081), (3325, 3464), (3526, 3693), (3695, 3947), (4233, 4430)],
    ids=lambda place: str(place[0]),
)
def test_the_opening_quotations_stand_only_in_english(place: tuple[int, int]) -> None:
    (entry,) = touching(en=place)
    assert lacking(entry) == {"ar", "fr"}


def test_the_delegation_list_is_met_first() -> None:
    assert carried(march().apparatus[0]) == {"ar": Span(2444, 2912)}


def test_no_entry_touches_what_is_set_aside() -> None:
    for story in found().stories:
        for siglum, one in story.collation.witnesses.items():
            spans = [
                span
                for entry in story.apparatus
                for shown in (*(r.spans for r in entry.readings), *(e.spans for e in entry.because))
                for span in shown.get(siglum, ())
            ]
            assert not [span for span in spans if any(span.overlap(part.span) for part in one.set_aside)]
