"""The rows of ``eval/sayings`` hold together."""

from __future__ import annotations

from collections import Counter

from eval.sayings import FOLDER, HALVES, KINDS, tellings

TOLD = list(tellings())
FEWEST = 12


def test_every_file_is_a_story_of_three_languages() -> None:
    assert len(TOLD) == len(list(FOLDER.glob("*.toml")))
    for told in TOLD:
        assert told.half in HALVES
        assert len(told.witnesses) == 3


def test_rows_have_every_language_and_groups_part_them() -> None:
    for told in TOLD:
        for row in told.rows:
            assert set(row.spans) == set(told.witnesses)
            for kind, groups in row.differs.items():
                assert kind in KINDS
                assert len(groups) == 2
                assert sorted(language for group in groups for language in group) == sorted(told.witnesses)


def test_there_are_enough_of_every_kind_and_as_many_that_do_not_differ() -> None:
    counts = Counter(kind for told in TOLD for row in told.rows for kind in row.differs)
    assert min(counts[kind] for kind in KINDS) >= FEWEST
    assert all(sum(not row.differs for row in told.rows) >= 4 for told in TOLD)
