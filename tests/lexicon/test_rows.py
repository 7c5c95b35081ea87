"""Lexicon files: what a cell may hold, and what a wrong one is answered with."""

from pathlib import Path

import pytest

from hexapla.errors import DataError
from hexapla.lang import codes
from hexapla.lexicon.rows import DATA, POS, Term, parse_cell, read_rows


def test_a_cell_holds_words_weak_words_and_irregular_forms() -> None:
    assert parse_cell("قال (يقول، قول) | ~ذكر", "here") == (
        Term("قال", False, ("يقول", "قول")),
        Term("ذكر", True, ()),
    )
    assert parse_cell("put off|postpone", "here") == (Term("put off"), Term("postpone"))


@pytest.mark.parametrize("cell", ["word (open", "word) shut", "(forms only)"])
def test_a_cell_that_cannot_be_read_says_where(cell: str) -> None:
    with pytest.raises(DataError, match=r"file\.tsv:7"):
        parse_cell(cell, "file.tsv:7")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("word\ten\nx\ty\n", "header"),
        ("concept\ten\ten\n", "header"),
        ("concept\ten\nx\ty\tz\n", "3 cells"),
        ("concept\ten\nNot An Id\ty\n", "no concept id"),
    ],
)
def test_a_wrong_file_names_line_and_reason(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=reason):
        list(read_rows(path, codes()))


def test_a_file_may_hold_any_subset_of_columns(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text("concept\tru\nsummit\tсаммит\n", encoding="utf-8")
    (row,) = read_rows(path, codes())
    assert row.terms == {"ru": (Term("саммит"),)}


def test_our_own_rows_are_whole_and_named_once() -> None:
    rows = [row for path in sorted(DATA.glob("*.tsv")) for row in read_rows(path, codes())]
    assert len(rows) >= 1500
    assert len({row.concept for row in rows}) == len(rows)
    for row in rows:
        assert row.pos in POS, row.where
        assert all(row.terms[language] for language in codes()), row.where
        assert not row.family or row.family != row.concept, row.where
