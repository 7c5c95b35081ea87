"""Order entries, what notes say with and without a base, rank, and the lists of concepts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from versions import BILLIONS, MORE_BILLIONS, PAIRS, PARTS, changed, compared, part_span, shown, sound, told

from hexapla.apparatus.model import ENTRY_KINDS
from hexapla.apparatus.wording import absence_note
from hexapla.edition.desk import edition
from hexapla.lexicon.lists import list_names
from hexapla.lexicon.matching import lexicon
from hexapla.render.kinds import KINDS
from reports import sample, talks

ROOT = Path(__file__).parents[2]
ALLEGING = re.compile(r"\b(?:add|omit)s?\b")
MOVED = ("title", "visit", "water", *(p for p in PARTS[2:] if p != "water"))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_a_moved_passage_is_an_order_entry_and_nothing_else(one: str, other: str) -> None:
    made = compared((one, told(one)), (other, told(other, order=MOVED)))
    sound(made)
    assert len(made.apparatus) == 1, shown(made)
    entry = made.apparatus[0]
    assert entry.kind == "order"
    assert [r.spans for r in entry.readings] == [
        {"A": (part_span(made, "A", one, "water"),)},
        {"B": (part_span(made, "B", other, "water"),)},
    ]
    assert entry.note == "The passage stands elsewhere in B than in A."


def test_of_three_versions_the_one_alone_has_it_elsewhere() -> None:
    made = compared(("en", told("en")), ("fr", told("fr", order=MOVED)), ("ru", told("ru")))
    sound(made)
    assert [e.note for e in made.apparatus] == ["The passage stands elsewhere in B than in A and C."], shown(
        made
    )


@pytest.mark.parametrize(
    ("base", "note"),
    [
        (None, "A carries a passage that B and C lack."),
        ("A", "B and C omit a passage of the base A."),
        ("B", "A adds a passage to the base B; C has it neither."),
        ("C", "A adds a passage to the base C; B has it neither."),
    ],
)
def test_adds_and_omits_are_said_only_against_a_base(base: str | None, note: str) -> None:
    made = compared(
        ("en", told("en")),
        ("fr", told("fr", without=["quake"])),
        ("ru", told("ru", without=["quake"])),
        base=base,
    )
    assert [e.note for e in made.apparatus] == [note]


@pytest.mark.parametrize(
    ("carriers", "lacking", "base", "note"),
    [
        (["A", "B"], ["C"], None, "A and B carry a clause that C lacks."),
        (["A", "B"], ["C"], "C", "A and B add a clause to the base C."),
        (["A", "B"], ["C"], "A", "C omits a clause of the base A, which B also carries."),
        (["A", "B", "C"], ["D"], "A", "D omits a clause of the base A, which B and C also carry."),
        (["A"], ["B", "C", "D"], "B", "A adds a clause to the base B; C and D have it neither."),
        (["A"], ["B"], "E", "A carries a clause that B lacks."),
    ],
)
def test_the_wording_for_every_place_of_the_base(
    carriers: list[str], lacking: list[str], base: str | None, note: str
) -> None:
    assert absence_note("clause", carriers, lacking, base) == note


@pytest.mark.parametrize("base", [None, "A", "B", "C", "D"])
def test_a_base_changes_words_and_nothing_else(base: str | None) -> None:
    some = talks("ar", "en", "fr", "ru")
    plain, made = edition(some), edition(some, base)
    assert [(e.kind, e.readings, e.absent, e.weight) for e in plain.apparatus] == [
        (e.kind, e.readings, e.absent, e.weight) for e in made.apparatus
    ]
    assert not any(ALLEGING.search(e.note) for e in plain.apparatus)
    for entry in made.apparatus:
        told_of_base = entry.kind == "absence" and (
            base in entry.absent or any(base in r.witnesses for r in entry.readings)
        )
        assert bool(ALLEGING.search(entry.note)) == told_of_base


TALKS = ("2031-05-talks-ar", "2031-05-talks-en", "2031-05-talks-fr", "2031-05-talks-ru")
MORE = ("2031-05-talks-es", "2031-05-talks-zh")


@pytest.mark.parametrize(
    "names", [TALKS, TALKS[:2], (*TALKS, *MORE), MORE, ("2032-05-visit-ar", "2032-05-visit-en")], ids=len
)
def test_the_samples_have_a_sound_apparatus(names: tuple[str, ...]) -> None:
    made = edition([sample(name) for name in names])
    assert made.apparatus
    sound(made)


def test_what_matters_most_comes_first() -> None:
    """A lacking passage and another sum before a move."""
    made = compared(
        ("en", told("en")),
        ("fr", changed("fr", "trade", BILLIONS["fr"], MORE_BILLIONS["fr"])),
        ("es", told("es", without=["quake"], order=MOVED)),
    )
    sound(made)
    assert {e.kind for e in made.apparatus[:2]} == {"absence", "number"}, shown(made)
    assert made.apparatus[-1].kind == "order"


PRINT = """
import sys
sys.path.insert(0, sys.argv[1])
from reports import talks
from hexapla.edition.desk import edition
for entry in edition(talks("ar", "en", "fr", "ru")).apparatus:
    print(entry)
"""


def test_the_rank_is_the_same_whatever_the_hash_seed() -> None:
    def run(seed: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", PRINT, str(ROOT / "tests" / "collation")],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout

    first = run("1")
    assert first
    assert run("2") == first


@pytest.mark.parametrize("name", ["telling", "reporting"])
def test_the_lists_name_only_concepts_that_exist(name: str) -> None:
    names = list_names(name)
    known = set(lexicon().concepts.ids)
    assert [n for n in names if n not in known] == []
    assert len(set(names)) == len(names)


def test_the_documented_kinds_are_those_there_are() -> None:
    text = (ROOT / "docs" / "reference" / "kinds-of-entry.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\S) \| `(\w+)` \| .+ \| (yes|no) \|$", text, flags=re.MULTILINE)
    assert tuple(kind for _, kind, _ in rows) == ENTRY_KINDS
    assert {kind: sign for sign, kind, _ in rows} == {kind: KINDS[kind].sign for kind in ENTRY_KINDS}
    assert {kind for _, kind, today in rows if today == "yes"} == set(ENTRY_KINDS)


def test_samples_differ_in_nothing_that_is_said() -> None:
    kinds = {e.kind for names in (TALKS, MORE) for e in edition([sample(n) for n in names]).apparatus}
    assert kinds <= {"absence", "number", "date", "name", "place", "term", "order", "unclassified"}
