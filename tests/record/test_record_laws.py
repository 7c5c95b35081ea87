"""Laws of the record: nothing is lost or twice, the order of the witnesses changes nothing, and so on again."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.collation.workings import work
from hexapla.edition.desk import edition
from hexapla.edition.model import Edition
from hexapla.parties import load
from hexapla.record.comparing import compare
from hexapla.record.merging import record
from hexapla.record.model import Fact, MeetingFact, Record
from hexapla.testimony.model import (
    MEETING_KINDS,
    STANCES,
    Agreement,
    Meeting,
    Participant,
    Statement,
    Topic,
)
from hexapla.testimony.model import Testimony as Told
from hexapla.witness.model import Span
from reports import talks
from stories import HADDUN, VELOSH, cast_of, english, facts, french, recorded, spanish

TESTIMONIES = (english(), french(), spanish())


@st.composite
def spans(draw: st.DrawFn, size: int) -> tuple[Span, ...]:
    start = draw(st.integers(0, size - 2))
    return (Span(start, draw(st.integers(start + 1, min(size, start + 120)))),)


WHO = st.lists(st.sampled_from((VELOSH, HADDUN, "karvinia", "tolmar")), max_size=2, unique=True).map(tuple)


@st.composite
def telling(draw: st.DrawFn, base: Told) -> Told:
    """Anything that a testimony of a text may say."""
    text = spans(len(base.witness.text))
    count = draw(st.integers(0, 4))
    meetings = tuple(
        Meeting(
            n,
            draw(st.sampled_from(MEETING_KINDS)),
            tuple(
                Participant(who, None, None, draw(st.sampled_from(("karvinia", None)))) for who in draw(WHO)
            ),
            draw(text),
            0.5,
            form=draw(st.sampled_from(((), ("closed",), ("expanded",)))),
            place=draw(st.sampled_from((None, "Lorvik", "Tamsur"))),
            date=draw(st.sampled_from((None, "2031-05", "2031-05-13", "2031-05-14"))),
            parent=draw(st.sampled_from([None, *range(1, count + 1)])),
        )
        for n in range(1, count + 1)
    )
    meeting = st.sampled_from([None, *range(1, count + 1)])
    statements = tuple(
        Statement(
            n,
            draw(WHO),
            draw(st.sampled_from(("direct", "reported"))),
            *(draw(text),) * 2,
            draw(st.sampled_from(("say", "insist", "demand"))),
            None,
            None,
            draw(st.integers(1, 5)),
            draw(st.sampled_from(STANCES)),
            0.5,
            meeting=draw(meeting),
            issues=draw(st.sampled_from(((), ("trade",), ("borders", "trade")))),
            flags=draw(st.sampled_from(((), ("negated",)))),
        )
        for n in range(1, draw(st.integers(0, 5)) + 1)
    )
    topics = tuple(Topic(("trade",), draw(text), draw(meeting)) for _ in range(draw(st.integers(0, 2))))
    agreements = tuple(
        Agreement(
            n,
            draw(WHO),
            draw(st.sampled_from(("agreed", "undertaken"))),
            draw(st.sampled_from(("agrees", "resumes"))),
            *(draw(text),) * 2,
            0.5,
            by=draw(st.sampled_from((None, VELOSH))),
            meeting=draw(meeting),
            body=draw(text)[0],
        )
        for n in range(1, draw(st.integers(0, 3)) + 1)
    )
    return Told(base.witness, base.people, meetings, statements, topics, agreements)


story = st.tuples(*(telling(base) for base in TESTIMONIES)).map(list)
WORKED = work([t.witness for t in TESTIMONIES])


def made_of(told: list[Told]) -> Record:
    return record(dict(zip("ABC", told, strict=True)), WORKED, cast_of(told))


@settings(max_examples=60, deadline=None)
@given(story)
def test_every_fact_of_every_testimony_is_in_exactly_one_fact_of_the_record(told: list[Told]) -> None:
    made = made_of(told)
    for siglum, own in zip("ABC", told, strict=True):
        expected = {
            "people": [p.id for p in own.people],
            "meetings": [m.id for m in own.meetings],
            "statements": [s.id for s in own.statements],
            "topics": list(range(1, len(own.topics) + 1)),
            "agreements": [a.id for a in own.agreements],
        }
        for sort, some in facts(made).items():
            carried = Counter(n for fact in some for n in fact.carriers.get(siglum, ()))
            assert carried == Counter(expected[sort])


@settings(max_examples=60, deadline=None)
@given(story)
def test_a_record_is_sound(told: list[Told]) -> None:
    made = made_of(told)
    ids = {m.id for m in made.meetings}
    for some in facts(made).values():
        assert [fact.id for fact in some] == list(range(1, len(some) + 1))
        for fact in some:
            sound(made, fact)
    assert all(m.parent in ids and m.parent != m.id for m in made.meetings if m.parent)
    assert all(s.meeting in ids for s in made.statements if s.meeting)


def sound(made: Record, fact: Fact) -> None:
    assert fact.carriers
    assert sorted((*fact.carriers, *fact.absent)) == sorted(made.witnesses)
    assert set(fact.answered) <= set(fact.absent)
    assert set(fact.spans) <= set(fact.carriers)
    for siglum, own in (*fact.spans.items(), *fact.answered.items()):
        size = len(made.witnesses[siglum].text)
        assert all(0 <= s.start < s.end <= size for s in own)
    for one in fact.contradictions:
        sigla = [s for some in one.values.values() for s in some]
        assert len(one.values) > 1
        assert len(sigla) == len(set(sigla))
        assert set(sigla) <= set(fact.carriers)
    if isinstance(fact, MeetingFact):
        for one in fact.participants:
            assert set(one.carriers) | set(one.absent) == set(fact.carriers)


@settings(max_examples=25, deadline=None)
@given(story, st.permutations(range(3)))
def test_the_order_of_the_witnesses_changes_nothing_but_the_sigla(told: list[Told], order: list[int]) -> None:
    turned = [told[n] for n in order]
    other = record(dict(zip("ABC", turned, strict=True)), work([t.witness for t in turned]), cast_of(turned))
    assert by_source(made_of(told)) == by_source(other)


def by_source(made: Record) -> object:
    """A record without its sigla: each replaced by its witness's source."""
    source = {siglum: witness.source for siglum, witness in made.witnesses.items()}

    def of(value: object) -> object:
        if isinstance(value, Span) or value is None:
            return value
        if isinstance(value, str):
            return source.get(value, value)
        if isinstance(value, dict):
            return sorted(((of(k), of(v)) for k, v in value.items()), key=repr)
        if isinstance(value, tuple | list):
            found = [of(one) for one in value]
            return (
                sorted(found, key=repr)
                if all(isinstance(one, str) and one in source for one in value)
                else found
            )
        fields = getattr(value, "__dataclass_fields__", None)
        if fields is None:
            return value
        kept = [name for name in fields if name not in {"person", "told", "names"}]
        return [(name, of(getattr(value, name))) for name in kept]

    return of({name: list(some) for name, some in facts(made).items()} | {"date": str(made.date)})


@pytest.fixture(scope="module")
def editions() -> list[Edition]:
    """One story of our samples, its versions in every order."""
    return [edition(list(order)) for order in permutations(talks("ar", "en", "ru"))]


def test_a_story_as_it_is_read_keeps_the_laws(editions: list[Edition]) -> None:
    first, *others = [one.record for one in editions]
    assert first is not None
    assert first.meetings
    assert first.statements
    for other in others:
        assert other is not None
        assert by_source(other) == by_source(first)
    for siglum, own in editions[0].testimonies.items():
        carried = Counter(n for fact in first.statements for n in fact.carriers.get(siglum, ()))
        assert carried == Counter(s.id for s in own.statements)


@settings(max_examples=25, deadline=None)
@given(story)
def test_a_story_compared_with_itself_shows_nothing_moved(told: list[Told]) -> None:
    made = made_of(told)
    assert [m.note for m in compare([made, made], load()).moves if m.change != "stays"] == []


def test_a_story_as_it_is_read_has_not_moved_from_itself(editions: list[Edition]) -> None:
    made = editions[0].record
    assert made is not None
    moves = compare([made, made, made], load()).moves
    assert moves
    assert {m.change for m in moves} == {"stays"}


def test_merged_alone_every_fact_stands_for_itself() -> None:
    made = recorded(TESTIMONIES[0])
    assert all(fact.carriers == {"A": own.carriers["A"]} for own in made.statements for fact in (own,))
