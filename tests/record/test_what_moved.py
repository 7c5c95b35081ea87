"""One record against another: holders, participants, issues, stances, undertakings, and what stays."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

import stories
from hexapla.parties import Parties, load
from hexapla.record.comparing import compare, moved
from hexapla.record.model import Move, Movement, Record
from hexapla.testimony.model import Participant, Topic
from hexapla.testimony.model import Testimony as Told
from stories import agreement, at, meeting, recorded, statement, witness

LANDS = Path(__file__).parents[2] / "eval" / "pointers" / "lands.yaml"

EARLY = """President Leo Marchetti received Prime Minister Nadim al-Harouni in Marenza.

Marchetti supported the construction of a gas pipeline to Halwan.

Al-Harouni welcomed the return of the refugees to their villages.

The two sides agreed to reopen the consulates in Halwan and Tessin.

Valdoria undertook to send forty specialists in the clearing of mines.
"""
LATE = """President Emil Corvane received Prime Minister Nadim al-Harouni in Marenza.

Corvane rejected the construction of the gas pipeline to Halwan.

Former president Leo Marchetti has lived in Tessin since his defeat.

The two sides agreed to reopen the consulates in Halwan and Tessin.

They also discussed the price of wheat.
"""


@pytest.fixture(scope="module")
def lands() -> Parties:
    """The packaged parties with invented lands beside them."""
    return load(LANDS)


def early(day: dt.date | None = dt.date(2028, 5, 10), **more: Any) -> Record:
    text = EARLY
    told: dict[str, Any] = {
        "people": (
            stories.person("leo-marchetti", text=text, words="President Leo Marchetti", of="XV", on=day),
            stories.person(
                "nadim-al-harouni",
                text=text,
                words="Prime Minister Nadim al-Harouni",
                office="prime-minister",
                of="XS",
                on=day,
            ),
        ),
        "meetings": (
            meeting(
                1,
                "summit",
                text,
                "President Leo Marchetti received Prime Minister Nadim al-Harouni",
                participants=(
                    Participant("leo-marchetti", None, "president", "XV"),
                    Participant("nadim-al-harouni", None, "prime-minister", "XS"),
                ),
            ),
        ),
        "statements": (
            statement(
                1,
                text,
                "the construction of a gas pipeline to Halwan",
                ("leo-marchetti",),
                stance="supports",
                issues=("oil-gas",),
            ),
            statement(
                2,
                text,
                "the return of the refugees to their villages",
                ("nadim-al-harouni",),
                stance="supports",
                issues=("refugees",),
            ),
        ),
        "agreements": (
            agreement(
                1,
                text,
                "to reopen the consulates in Halwan and Tessin",
                parties=("XV", "XS"),
                issues=("visas-consular",),
            ),
            agreement(
                2,
                text,
                "to send forty specialists in the clearing of mines",
                parties=("XV", "XS"),
                force="undertaken",
                deed="undertakes",
                by="XV",
                to="XS",
            ),
        ),
    }
    return recorded(Told(**({"witness": witness(text, "en", day)} | told | more)))


def late(day: dt.date | None = dt.date(2030, 6, 2), **more: Any) -> Record:
    text = LATE
    told: dict[str, Any] = {
        "people": (
            stories.person("emil-corvane", text=text, words="President Emil Corvane", of="XV", on=day),
            stories.person(
                "nadim-al-harouni",
                text=text,
                words="Prime Minister Nadim al-Harouni",
                office="prime-minister",
                of="XS",
                on=day,
            ),
            stories.person(
                "leo-marchetti",
                text=text,
                words="Former president Leo Marchetti",
                of="XV",
                on=day,
                status="former",
            ),
        ),
        "meetings": (
            meeting(
                1,
                "summit",
                text,
                "President Emil Corvane received Prime Minister Nadim al-Harouni",
                participants=(
                    Participant("emil-corvane", None, "president", "XV"),
                    Participant("nadim-al-harouni", None, "prime-minister", "XS"),
                ),
            ),
        ),
        "statements": (
            statement(
                1,
                text,
                "the construction of the gas pipeline to Halwan",
                ("emil-corvane",),
                stance="opposes",
                act="reject",
                issues=("oil-gas",),
            ),
        ),
        "topics": (Topic(("food-security",), (at(text, "the price of wheat"),)),),
        "agreements": (
            agreement(
                1,
                text,
                "to reopen the consulates in Halwan and Tessin",
                parties=("XV", "XS"),
                issues=("visas-consular",),
            ),
        ),
    }
    return recorded(Told(**({"witness": witness(text, "en", day)} | told | more)))


def of(movement: Movement, kind: str, change: str | None = None) -> list[Move]:
    return [m for m in movement.moves if m.kind == kind and change in {None, m.change}]


def test_another_holder_is_told_with_his_words_and_the_former_one(lands: Parties) -> None:
    (move,) = of(compare([early(), late()], lands), "holder")
    assert (move.subject, move.of, move.label) == ("president", "XV", "president of Valdoria")
    assert [(s.value, s.basis, s.status) for s in move.states] == [
        ("leo-marchetti", "stated", "incumbent"),
        ("emil-corvane", "stated", "incumbent"),
    ]
    assert [s.of(LATE) for s in move.states[1].spans["A"]] == ["President Emil Corvane"]
    assert [(s.story, s.value, s.status) for s in move.also] == [(1, "leo-marchetti", "former")]
    assert move.note == (
        "The president of Valdoria is Leo Marchetti in the story of 2028-05-10 and Emil Corvane in the story of "
        "2030-06-02; the story of 2030-06-02 calls Leo Marchetti the former one."
    )


def test_where_no_witness_states_a_holder_the_party_files_do(lands: Parties) -> None:
    (move,) = of(compare([early(), late(people=())], lands), "holder")
    assert [(s.value, s.basis, s.spans != {}) for s in move.states] == [
        ("leo-marchetti", "stated", True),
        ("emil-corvane", "parties", False),
    ]
    assert "Emil Corvane in the story of 2030-06-02 (by the party files)" in move.note


def test_people_come_and_go(lands: Parties) -> None:
    made = compare([early(), late()], lands)
    assert {(m.subject, m.change) for m in of(made, "participant")} == {
        ("leo-marchetti", "gone"),
        ("emil-corvane", "new"),
        ("nadim-al-harouni", "stays"),
    }


def test_issues_come_and_go(lands: Parties) -> None:
    made = compare([early(), late()], lands)
    assert {(m.subject, m.change) for m in of(made, "issue")} == {
        ("oil-gas", "stays"),
        ("refugees", "gone"),
        ("visas-consular", "stays"),
        ("food-security", "new"),
    }
    (gone,) = of(made, "issue", "gone")
    assert gone.note.endswith(
        "is read as spoken of in the story of 2028-05-10, not in the story of 2030-06-02."
    )
    assert gone.note.startswith(gone.label)


def test_a_side_that_takes_another_stance(lands: Parties) -> None:
    (move,) = of(compare([early(), late()], lands), "stance")
    assert (move.of, move.subject) == ("XV", "oil-gas")
    assert [s.value for s in move.states] == ["supports", "opposes"]
    assert [s.of(EARLY) for s in move.states[0].spans["A"]] == [
        "the construction of a gas pipeline to Halwan"
    ]


def test_a_stance_that_one_story_takes_among_others_has_not_moved(lands: Parties) -> None:
    text = LATE
    both = (
        statement(
            1,
            text,
            "the construction of the gas pipeline to Halwan",
            ("emil-corvane",),
            stance="opposes",
            issues=("oil-gas",),
        ),
        statement(2, text, "the price of wheat", ("emil-corvane",), stance="supports", issues=("oil-gas",)),
    )
    assert of(compare([early(), late(statements=both)], lands), "stance") == []


def test_undertakings_told_again_and_not_mentioned_again(lands: Parties) -> None:
    made = compare([early(), late()], lands)
    again, lost = of(made, "agreement", "stays"), of(made, "agreement", "not-mentioned")
    assert [m.states[1].facts for m in again] == [(1,)]
    (move,) = lost
    assert move.subject == "undertakes"
    assert move.note == (
        "The undertaking of the story of 2028-05-10, “to send forty specialists in the clearing of mines”, is not "
        "mentioned again in the story of 2030-06-02."
    )
    assert not any("broken" in m.note for m in made.moves)


def test_an_undertaking_that_is_spoken_of_again(lands: Parties) -> None:
    text = LATE.replace(
        "They also discussed the price of wheat.", "They praised the forty specialists in clearing mines."
    )
    praise = statement(1, text, "the forty specialists in clearing mines", ("emil-corvane",), stance="thanks")
    second = late(
        witness=witness(text, "en", dt.date(2030, 6, 2)),
        people=(stories.person("emil-corvane", text=text, words="President Emil Corvane", of="XV"),),
        meetings=(),
        topics=(),
        agreements=(),
        statements=(praise,),
    )
    taken = of(compare([early(), second], lands), "agreement", "taken-up")
    assert [m.subject for m in taken] == ["undertakes"]
    assert [(s.story, s.value) for s in taken[0].also] == [(1, "statement")]


def test_a_body_that_is_resumed(lands: Parties) -> None:
    text = LATE
    words = "to reopen the consulates in Halwan and Tessin"
    resumed = agreement(1, text, words, parties=("XV", "XS"), deed="resumes", body=at(text, "the consulates"))
    made = compare([early(agreements=()), late(agreements=(resumed,))], lands)
    (move,) = of(made, "body")
    assert move.change == "resumed"
    assert [s.value for s in move.states] == [None, "resumes"]


def test_stories_are_put_in_the_order_of_their_days(lands: Parties) -> None:
    made = compare([late(), early()], lands)
    assert [c.number for c in made.stories] == [1, 0]
    assert made.moves == compare([early(), late()], lands).moves


def test_who_is_called_president_tells_which_story_is_earlier(lands: Parties) -> None:
    made = compare([late(None), early(None)], lands)
    assert [c.number for c in made.stories] == [1, 0]
    assert "story 1" in of(made, "holder")[0].note


def test_stories_of_which_nothing_tells_the_day_stay_as_given(lands: Parties) -> None:
    made = compare([late(None, people=()), early(None, people=())], lands)
    assert [c.number for c in made.stories] == [0, 1]


def test_three_stories_in_a_row(lands: Parties) -> None:
    made = compare([early(), late(), early(dt.date(2031, 1, 1), people=())], lands)
    assert {(m.subject, m.change) for m in of(made, "issue")} >= {
        ("refugees", "returned"),
        ("food-security", "gone"),
    }
    assert all(len(m.states) == 3 for m in made.moves)


def test_a_story_compared_with_itself_shows_nothing_moved(lands: Parties) -> None:
    assert moved(compare([early(), early()], lands)) == ()


def test_every_move_is_one_sentence_with_words_where_it_claims_them(lands: Parties) -> None:
    made = compare([early(), late()], lands)
    assert [m.id for m in made.moves] == list(range(1, len(made.moves) + 1))
    for move in made.moves:
        assert move.note[0].isupper()
        assert move.note.endswith(".")
        for state in (*move.states, *move.also):
            record = made.stories[state.story].record
            assert state.value is not None or not state.spans
            assert state.basis == "parties" or state.value is None or state.spans
            for siglum, spans in state.spans.items():
                assert all(span.of(record.witnesses[siglum].text).strip() for span in spans)


def test_nothing_is_told_of_stories_that_tell_nothing(lands: Parties) -> None:
    nothing = {"people": (), "meetings": (), "statements": (), "topics": (), "agreements": ()}
    assert compare([early(**nothing), late(**nothing)], lands).moves == ()
