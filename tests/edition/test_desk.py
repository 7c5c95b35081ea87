"""Editions and the desk: the base, the stories, what is passed on, what is told while working."""

from __future__ import annotations

import pytest

from hexapla.collation.workings import work
from hexapla.edition.desk import desk, edition
from hexapla.edition.model import LeftOut
from hexapla.errors import UsageError
from reports import sample, talks


@pytest.mark.parametrize("base", ["D", "a", "", "AA"])
def test_a_base_that_is_no_witness_is_refused_with_what_to_do(base: str) -> None:
    with pytest.raises(UsageError) as told:
        edition(talks("ar", "en", "fr"), base)
    assert repr(base) in str(told.value)
    assert "A, B, C" in told.value.todo


def test_the_base_is_kept_with_the_edition() -> None:
    some = talks("en", "fr")
    assert edition(some).base is None
    assert edition(some, "B").base == "B"


def test_workings_done_before_give_the_same_edition() -> None:
    some = talks("ar", "en")
    assert edition(some, workings=work(some)) == edition(some)


def test_sigla_follow_the_order_given() -> None:
    some = talks("ru", "ar", "en")
    assert [one.language for one in edition(some).collation.witnesses.values()] == ["ru", "ar", "en"]


def test_a_story_of_the_desk_is_the_edition_of_its_witnesses() -> None:
    visit, meeting = [sample("2032-05-visit-ar"), sample("2032-05-visit-en")], talks("en", "fr")
    made = desk([visit[0], meeting[0], visit[1], meeting[1]])
    assert len(made.stories) == 2
    for story, members in zip(made.stories, (visit, meeting), strict=True):
        alone = edition(members)
        assert story.collation == alone.collation
        assert story.apparatus == alone.apparatus
        assert story.base is None


def test_what_was_left_out_and_noticed_before_is_passed_on() -> None:
    gone = LeftOut("x.txt", "It is empty.", "It has no version to compare.", "Give a file with text.")
    made = desk(talks("en"), left_out=(gone,), notices=("The same file was given twice.",))
    assert made.left_out == (gone,)
    assert made.notices[0] == "The same file was given twice."
    assert len(made.notices) == 2


def test_progress_is_told_and_never_beyond_its_end() -> None:
    told: list[tuple[str, int, int]] = []
    desk(talks("en", "fr"), progress=lambda what, done, count: told.append((what, done, count)))
    assert told
    assert all(what and 0 <= done <= count for what, done, count in told)


def test_an_edition_has_the_testimony_of_each_witness_and_their_record() -> None:
    made = edition(talks("en", "fr"))
    assert list(made.testimonies) == ["A", "B"]
    assert made.record is not None
    assert dict(made.record.witnesses) == dict(made.collation.witnesses)
    assert made.record.statements
    assert {entry for fact in made.record.statements for entry in fact.entries} <= {
        entry.id for entry in made.apparatus
    }


def test_what_moved_is_told_of_each_storyline_of_several_stories() -> None:
    made = desk([*talks("en", "fr"), sample("2032-05-visit-ar"), sample("2032-05-visit-en")])
    lines = [line for line in made.storylines if len(line) > 1]
    assert [[c.number for c in m.stories] for m in made.movements] == [list(line) for line in lines]
    assert lines
    assert desk(talks("en", "fr")).movements == ()
