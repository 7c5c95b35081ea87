"""An edition glossed: readings and segments, in the reader's language, helped by what answers them."""

from __future__ import annotations

import pytest

from hexapla.edition.desk import desk, edition
from hexapla.edition.glossing import glossed, glossed_desk
from hexapla.errors import LanguageUnknown
from reports import talks


@pytest.fixture(scope="module")
def made():
    return glossed(edition(talks("ar", "en", "fr")), "en")


def test_every_segment_is_glossed_but_those_in_the_readers_language(made):
    for siglum, witness in made.collation.witnesses.items():
        for segment, own in zip(witness.segments, made.glosses[siglum], strict=True):
            assert (own is None) == (segment.language == "en")
            if own is not None:
                assert (own.start, own.end) == segment.span
                assert own.text


def test_every_reading_that_the_reader_cannot_read_is_glossed(made):
    readings = [reading for entry in made.apparatus for reading in entry.readings]
    assert any(reading.gloss for reading in readings)
    for reading in readings:
        foreign = [s for s in reading.spans if made.collation.witnesses[s].language != "en"]
        assert bool(reading.gloss) == bool(foreign)


def test_names_are_written_as_the_readers_version_writes_them(made):
    title = made.glosses["A"][0]
    assert title is not None
    assert "Harouni" in title.text
    assert "Corvane" in title.text


def test_nothing_else_changes(made):
    plain = edition(talks("ar", "en", "fr"))
    assert made.collation == plain.collation
    assert [(e.id, e.kind, e.note) for e in made.apparatus] == [
        (e.id, e.kind, e.note) for e in plain.apparatus
    ]
    assert plain.glosses == {}
    assert plain.gloss_language is None
    assert made.gloss_language == "en"


def test_glossing_again_gives_the_same():
    once = edition(talks("ru", "fr"))
    assert glossed(once, "es") == glossed(once, "es")


def test_every_story_of_a_desk_is_glossed():
    found = glossed_desk(desk(talks("ar", "fr")), "ru")
    assert [story.gloss_language for story in found.stories] == ["ru"] * len(found.stories)


def test_a_language_that_is_none_of_ours_is_refused():
    with pytest.raises(LanguageUnknown):
        glossed(edition(talks("en", "fr")), "xx")
