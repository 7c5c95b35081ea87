"""Stories and storylines: which samples are one event, with dates and without, and why."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from hexapla.collation.workings import work
from hexapla.edition.desk import desk
from hexapla.story.grouping import group, membership
from hexapla.story.model import Grouping
from hexapla.witness.model import Witness
from reports import sample, talks, witness

TALKS = ("2031-05-talks-ar", "2031-05-talks-en", "2031-05-talks-fr", "2031-05-talks-ru")
VISIT = ("2032-05-visit-ar", "2032-05-visit-en")
MORE = ("2031-05-talks-es", "2031-05-talks-zh")

HARVEST = """Olive growers of Lemnara open the harvest

The olive harvest opened in the hills of Lemnara on Monday, three weeks later than usual.

Growers told the agricultural chamber that rain in spring had damaged the blossom.

Oil presses will work at night until December, the chamber said.
"""
TELESCOPE = """Astronomers point a new telescope at the southern sky

Astronomers at the observatory of Pico Aldan switched on a new telescope on Friday night.

Its mirror, eight metres wide, will photograph the whole southern sky every four nights.

The first images, of a spiral galaxy, will be published next month.
"""


def undated(some: Sequence[Witness]) -> list[Witness]:
    return [replace(one, published=None) for one in some]


def grouped(some: Sequence[Witness], *, together: bool = False) -> Grouping:
    return group(work(some), together=together)


def by_source(some: Sequence[Witness], found: Grouping) -> set[frozenset[str]]:
    return {frozenset(some[n].source for n in members) for members in found.stories}


@pytest.mark.parametrize("dated", [True, False])
def test_the_samples_are_two_stories_and_one_affair(dated: bool) -> None:
    some = [sample(name) for name in (*TALKS, *VISIT)]
    found = grouped(some if dated else undated(some))
    assert found.stories == ((0, 1, 2, 3), (4, 5))
    assert found.storylines == ((0, 1),)


@pytest.mark.parametrize("dated", [True, False])
def test_six_languages_of_one_meeting_are_one_story(dated: bool) -> None:
    some = [sample(name) for name in (*TALKS, *MORE, *VISIT)]
    found = grouped(some if dated else undated(some))
    assert by_source(some, found) == {frozenset((*TALKS, *MORE)), frozenset(VISIT)}


@pytest.mark.parametrize(("one", "other"), list(combinations((*TALKS, *MORE), 2)))
def test_any_two_versions_of_a_meeting_are_one_story_without_dates(one: str, other: str) -> None:
    assert grouped(undated([sample(one), sample(other)])).stories == ((0, 1),)


ACROSS = pytest.mark.xfail(
    strict=True, reason="names across the Arabic script weigh too little to be one affair"
)


UNJOINED = {("en", "ar"), ("ru", "ar")}


@pytest.mark.parametrize(
    ("talk", "visit"),
    [
        pytest.param(talk, visit, marks=ACROSS if (talk[-2:], visit[-2:]) in UNJOINED else ())
        for talk in TALKS
        for visit in VISIT
    ],
)
def test_reports_of_two_meetings_are_two_stories_of_one_affair(talk: str, visit: str) -> None:
    found = grouped([sample(talk), sample(visit)])
    assert found.stories == ((0,), (1,))
    assert found.storylines == ((0, 1),)


def test_dates_days_apart_part_what_reads_alike() -> None:
    one, other = talks("en", "fr")
    later = replace(other, published=dt.date(2031, 6, 20))
    assert grouped([one, other]).stories == ((0, 1),)
    found = grouped([one, later])
    assert found.stories == ((0,), (1,))
    assert found.bonds[0].reasons[-1] == "but they are dated 37 days apart"


@pytest.mark.parametrize("days", [0, 1, 3])
def test_reports_of_one_event_may_be_days_apart(days: int) -> None:
    one, other = talks("ar", "ru")
    assert one.published
    later = replace(other, published=one.published + dt.timedelta(days))
    assert grouped([one, later]).stories == ((0, 1),)


def test_the_order_of_witnesses_changes_nothing() -> None:
    some = [sample(name) for name in (*TALKS, *VISIT)]
    expected = by_source(some, grouped(some))
    for turn in range(1, len(some)):
        turned = [*some[turn:], *some[:turn]]
        for order in (turned, turned[::-1]):
            found = grouped(order)
            assert by_source(order, found) == expected
            assert found.storylines == ((0, 1),)
            assert list(found.stories) == sorted(tuple(sorted(s)) for s in found.stories)


def test_bonds_are_the_same_in_any_order() -> None:
    some = [sample(name) for name in (*TALKS[:3], *VISIT)]

    def seen(order: Sequence[Witness]) -> set[object]:
        return {
            (
                frozenset((order[b.first].source, order[b.second].source)),
                b.same_event,
                b.same_affair,
                b.reasons,
            )
            for b in grouped(order).bonds
        }

    assert seen(some) == seen(some[::-1])


def test_together_is_one_story_whatever_is_said() -> None:
    some = [sample(TALKS[0]), sample(VISIT[1]), witness(HARVEST, "en", "harvest")]
    found = grouped(some, together=True)
    assert found.stories == ((0, 1, 2),)
    assert found.storylines == ((0,),)
    assert len(desk(some, together=True).stories) == 1


def test_together_of_nothing_is_nothing() -> None:
    assert grouped([], together=True).stories == ()
    assert grouped([]).stories == ()
    assert desk([]).stories == ()


def test_one_witness_alone_is_a_story_and_is_told_so() -> None:
    made = desk(talks("en"))
    assert [list(s.collation.witnesses) for s in made.stories] == [["A"]]
    assert made.storylines == ((0,),)
    assert made.stories[0].membership[0].reason == "It is alone: no other input reports this event."
    assert made.stories[0].membership[0].confidence == 1.0
    assert made.notices == ("2031-05-talks-en is alone in its story: there is nothing to compare it with.",)


@pytest.mark.parametrize("third", [None, "2031-05-talks-fr"])
def test_unrelated_reports_are_neither_one_story_nor_one_affair(third: str | None) -> None:
    some = [witness(HARVEST, "en", "harvest"), witness(TELESCOPE, "en", "telescope")]
    some += [sample(third)] if third else []
    found = grouped(some)
    assert found.stories == tuple((n,) for n in range(len(some)))
    assert found.storylines == tuple((n,) for n in range(len(some)))


GOLD = Path(__file__).parents[2] / "eval" / "stories"


def test_gold_stories_mixed_up_are_told_apart_and_neighbours_joined() -> None:
    """Two of them are of the same two states, the third of others."""
    paths = [
        p
        for name in ("border-commission", "port-agreement", "security-council")
        for p in sorted((GOLD / name).glob("*.txt"))
    ]
    some = [
        witness(p.read_text(encoding="utf-8"), p.stem, f"{p.parent.name} {p.stem}")
        for p in paths[::2] + paths[1::2]
    ]
    found = grouped(some)
    stories = [{some[n].source.split()[0] for n in members} for members in found.stories]
    assert sorted(map(sorted, stories)) == [["border-commission"], ["port-agreement"], ["security-council"]]
    lines = [{name for n in line for name in stories[n]} for line in found.storylines]
    assert sorted(map(sorted, lines)) == [["border-commission", "security-council"], ["port-agreement"]]


SENTENCE = re.compile(
    r"It is alone: no other input reports this event\.|With [A-Z]: \d+ passages? answers? each other .+\."
)


def test_reasons_are_plain_sentences() -> None:
    made = desk([sample(name) for name in (*TALKS, *VISIT)] + [witness(HARVEST, "en", "harvest")])
    for story in made.stories:
        assert [m.siglum for m in story.membership] == list(story.collation.witnesses)
        for member in story.membership:
            assert SENTENCE.fullmatch(member.reason), member.reason
            assert f"With {member.siglum}:" not in member.reason
            assert not re.search(r"[_{}\[\]]|nan|None", member.reason)
            assert 0 < member.confidence <= 1


def test_reasons_name_what_both_name_and_how_the_dates_lie() -> None:
    some = talks("en", "fr")
    (reason, sure), _ = membership(grouped(some), (0, 1))
    assert "Corvane" in reason
    assert reason.endswith("dated the same day.")
    assert sure > 0.7
    (bare, _), _ = membership(grouped(undated(some)), (0, 1))
    assert "dated" not in bare
