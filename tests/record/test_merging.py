"""The record of a story: what is one fact, who carries it, who tells it otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

import stories
from hexapla.apparatus.model import Entry, Reading
from hexapla.collation.workings import work
from hexapla.record.merging import record
from stories import ENGLISH, FRENCH, HADDUN, VELOSH, at, english, french, recorded, spanish


def test_the_same_said_in_two_languages_is_one_fact():
    made = recorded(english(), french())
    assert [dict(s.carriers) for s in made.statements] == [{"A": (1,), "B": (1,)}, {"A": (2,), "B": (2,)}]
    assert made.statements[0].speakers == (VELOSH,)
    assert [dict(a.carriers) for a in made.agreements] == [{"A": (1,), "B": (1,)}]
    assert [dict(t.carriers) for t in made.topics] == [{"A": (1,), "B": (1,)}]


def test_meetings_are_one_by_kind_participants_and_words():
    made = recorded(english(), french())
    assert [(m.kind, dict(m.carriers)) for m in made.meetings] == [
        ("visit", {"A": (1,), "B": (2,)}),
        ("meal", {"A": (2,), "B": (1,)}),
    ]
    visit, meal = made.meetings
    assert meal.parent == visit.id
    assert meal.relation == "within"
    assert [(p.person, p.role, p.carriers, p.absent) for p in visit.participants] == [
        (VELOSH, "host", ("A", "B"), ()),
        (HADDUN, "guest", ("A", "B"), ()),
    ]


def test_who_does_not_have_a_fact_is_named_and_what_answers_it_there():
    made = recorded(english(), spanish(statements=()))
    told = made.statements[0]
    assert told.absent == ("B",)
    assert "puente" in " ".join(s.of(made.witnesses["B"].text) for s in told.answered["B"])
    assert made.statements[1].answered == {}


def test_ids_of_a_testimony_become_those_of_the_record():
    made = recorded(english(), french())
    visit = made.meetings[0].id
    assert [s.meeting for s in made.statements] == [visit, None]
    assert made.agreements[0].meeting == visit
    assert all(m.parent in {None, visit} for meal in made.meetings for own in meal.told.values() for m in own)


def test_another_speaker_of_the_same_words_is_a_contradiction():
    other = replace(french().statements[0], speakers=(HADDUN,))
    made = recorded(english(), french(statements=(other,)), spanish())
    told = made.statements[0]
    assert dict(told.carriers) == {"A": (1,), "B": (1,), "C": (1,)}
    assert [(c.field, dict(c.values)) for c in told.contradictions] == [
        ("speakers", {VELOSH: ("A", "C"), HADDUN: ("B",)})
    ]
    assert told.speakers == (VELOSH,)


def test_where_witnesses_are_even_a_field_is_open():
    other = replace(french().statements[0], speakers=(HADDUN,))
    assert recorded(english(), french(statements=(other,))).statements[0].speakers == ()


def test_who_names_no_speaker_contradicts_nobody():
    silent = replace(french().statements[0], speakers=())
    told = recorded(english(), french(statements=(silent,))).statements[0]
    assert set(told.carriers) == {"A", "B"}
    assert told.contradictions == ()
    assert told.speakers == (VELOSH,)


def test_a_side_may_speak_for_its_president():
    side = replace(french().statements[0], speakers=("karvinia",))
    told = recorded(english(), french(statements=(side,))).statements[0]
    assert set(told.carriers) == {"A", "B"}
    assert told.contradictions == ()


@pytest.mark.parametrize(
    ("field", "change", "values"),
    [
        ("polarity", {"flags": ("negated",)}, {"affirmed": ("A",), "denied": ("B",)}),
        ("stance", {"act": "condemn"}, {"supports": ("A",), "opposes": ("B",)}),
        ("strength", {"act": "say"}, {"insist": ("A",), "say": ("B",)}),
    ],
)
def test_what_carriers_tell_otherwise(field, change, values):
    act = "welcome" if field == "stance" else "insist"
    first = replace(english().statements[0], act=act)
    second = replace(french().statements[0], **({"act": act} | change))
    told = recorded(english(statements=(first,)), french(statements=(second,))).statements[0]
    assert [(c.field, dict(c.values)) for c in told.contradictions] == [(field, values)]


def test_notes_contradicts_no_stance_and_gives_way_to_it():
    first = replace(english().statements[0], stance="promises")
    told = recorded(english(statements=(first,)), french()).statements[0]
    assert told.contradictions == ()
    assert told.stance == "promises"


@pytest.mark.parametrize(
    ("field", "mine", "theirs", "merged"),
    [
        ("place", "Lorvik", "Tamsur", None),
        ("date", "2031-05-13", "2031-05-14", None),
        ("host", "karvinia", "tolmar", None),
    ],
)
def test_meetings_told_otherwise(field, mine, theirs, merged):
    one = replace(english().meetings[0], **{field: mine})
    other = replace(french().meetings[1], **{field: theirs})
    made = recorded(english(meetings=(one,)), french(meetings=(other,)))
    assert [(c.field, dict(c.values)) for c in made.meetings[0].contradictions] == [
        (field, {mine: ("A",), theirs: ("B",)})
    ]
    assert getattr(made.meetings[0], field) is merged


def test_a_fuller_date_contradicts_no_shorter_one():
    one = replace(english().meetings[0], date="2031-05-13")
    other = replace(french().meetings[1], date="2031-05")
    told = recorded(english(meetings=(one,)), french(meetings=(other,))).meetings[0]
    assert told.contradictions == ()
    assert told.date == "2031-05-13"


def test_closed_talks_are_not_the_expanded_session():
    one = replace(english().meetings[0], kind="summit", form=("expanded",))
    other = replace(french().meetings[1], kind="summit", form=("closed",))
    assert len(recorded(english(meetings=(one,)), french(meetings=(other,))).meetings) == 2


def test_talks_may_be_a_summit_but_no_meal():
    one = replace(english().meetings[0], kind="summit")
    other = replace(french().meetings[1], kind="talks")
    (told,) = recorded(english(meetings=(one,)), french(meetings=(other,))).meetings
    assert told.kind == "summit"
    assert told.contradictions == ()


def test_a_delegation_that_one_lists_is_said_of_that_one():
    with_aide = replace(
        english().meetings[0],
        participants=(
            *stories.PRESIDENTS,
            stories.Participant(None, "Orla Benn", None, "karvinia", role="delegation"),
        ),
    )
    told = recorded(english(meetings=(with_aide,)), french()).meetings[0]
    assert [(p.name, p.carriers, p.absent) for p in told.participants][-1] == ("Orla Benn", ("A",), ("B",))


def test_an_office_that_another_gives_a_name_is_that_person():
    nameless = tuple(replace(p, person=None) for p in stories.PRESIDENTS)
    other = replace(french().meetings[1], participants=nameless)
    told = recorded(english(), french(meetings=(other,))).meetings[0]
    assert [(p.person, p.carriers) for p in told.participants] == [(VELOSH, ("A", "B")), (HADDUN, ("A", "B"))]


def test_a_rival_word_for_the_very_meeting_is_told():
    one = replace(english().meetings[1], because=(stories.because("dinner", ENGLISH),))
    other = replace(french().meetings[0], because=(stories.because("déjeuner", FRENCH),))
    mine, theirs = english(meetings=(one,)), french(meetings=(other,))
    entry = Entry(
        7,
        "term",
        (1,),
        (
            Reading(("A",), {"A": (at(ENGLISH, "dinner"),)}, "dinner"),
            Reading(("B",), {"B": (at(FRENCH, "déjeuner"),)}, "lunch"),
        ),
        0.9,
        "A has a dinner, B a lunch.",
    )
    made = record(
        {"A": mine, "B": theirs},
        work([mine.witness, theirs.witness]),
        stories.cast_of([mine, theirs]),
        [entry],
    )
    (told,) = made.meetings
    assert told.entries == (7,)
    assert [(c.field, dict(c.values)) for c in told.contradictions] == [
        ("word", {"dinner": ("A",), "lunch": ("B",)})
    ]


def test_one_statement_in_two_sentences_is_one_fact():
    split = (
        stories.statement(1, FRENCH, "les deux pays reconstruiraient le pont", (VELOSH,)),
        stories.statement(2, FRENCH, "sur l’Irel avant l’hiver", (VELOSH,)),
    )
    whole = stories.statement(
        1, ENGLISH, "the two countries would rebuild the bridge over the Irel before the winter", (VELOSH,)
    )
    made = recorded(english(statements=(whole,)), french(statements=split))
    assert [dict(s.carriers) for s in made.statements] == [{"A": (1,), "B": (1, 2)}]


def test_agreements_told_otherwise():
    one = replace(english().agreements[0], due="2031-12", force="agreed")
    other = replace(french().agreements[0], due="2032", force="one-sided", by=VELOSH)
    told = recorded(english(agreements=(one,)), french(agreements=(other,))).agreements[0]
    assert {c.field: dict(c.values) for c in told.contradictions} == {
        "force": {"agreed": ("A",), "one-sided": ("B",)},
        "due": {"2031-12": ("A",), "2032": ("B",)},
    }
    assert (told.force, told.due) == (None, None)


def test_where_there_is_an_apparatus_it_says_who_denies_what():
    mine, theirs = english(), french(statements=(replace(french().statements[0], flags=("negated",)),))
    spans = {"A": mine.statements[0].spans, "B": theirs.statements[0].spans}
    entry = Entry(
        3,
        "polarity",
        (1,),
        tuple(
            Reading((siglum,), {siglum: own}, value)
            for (siglum, own), value in zip(spans.items(), ("affirmed", "denied"), strict=True)
        ),
        0.8,
        "What one affirms another denies.",
    )
    workings = work([mine.witness, theirs.witness])
    cast = stories.cast_of([mine, theirs])
    for apparatus, expected in (([], []), ([entry], [("polarity", {"affirmed": ("A",), "denied": ("B",)})])):
        told = record({"A": mine, "B": theirs}, workings, cast, apparatus).statements[0]
        assert [(c.field, dict(c.values)) for c in told.contradictions] == expected
        assert told.entries == tuple(e.id for e in apparatus)


def test_a_holder_here_and_a_former_one_there_is_a_contradiction():
    former = stories.person(
        VELOSH, text=FRENCH, words="Le président de Karvinie, Darin Velosh", of="FR", status="former"
    )
    holder = stories.person(VELOSH, text=ENGLISH, words="President Darin Velosh", of="FR")
    told = recorded(english(people=(holder,)), french(people=(former,))).people[0]
    assert [(c.field, dict(c.values)) for c in told.contradictions] == [
        ("president of FR", {"former": ("B",), "incumbent": ("A",)})
    ]


def test_parents_never_run_in_a_circle():
    one = (
        replace(english().meetings[0], parent=2, relation="within"),
        replace(english().meetings[1], parent=None, relation=None),
    )
    made = recorded(english(meetings=one), french())
    parents = {m.id: m.parent for m in made.meetings}
    for start in parents:
        seen, at_ = set(), start
        while at_ is not None:
            assert at_ not in seen
            seen.add(at_)
            at_ = parents[at_]


def test_a_story_of_one_witness_and_one_of_nothing():
    alone = recorded(english())
    assert all(
        fact.absent == () and fact.contradictions == ()
        for own in stories.facts(alone).values()
        for fact in own
    )
    empty = recorded(english(people=(), meetings=(), statements=(), topics=(), agreements=()))
    assert not any(stories.facts(empty).values())


def test_the_day_of_a_story_is_that_of_its_meeting():
    one = replace(english().meetings[0], date="2031-05-13")
    assert str(recorded(english(meetings=(one,))).date) == "2031-05-13"
    assert recorded(english()).date is None
    published = stories.witness(ENGLISH, "en", stories.dt.date(2031, 5, 14))
    assert str(recorded(english(witness=published)).date) == "2031-05-14"
    past = replace(english().meetings[0], date="2029-01-02")
    assert str(recorded(english(witness=published, meetings=(past,))).date) == "2031-05-14"
