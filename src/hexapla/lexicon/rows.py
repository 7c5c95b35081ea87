"""Lexicon files: one row a meaning, one column a language, keyed by concept.

A file is tab-separated with a header. ``concept`` is the only column it must have; ``pos``
and ``family`` are optional, every other column is a language code, and a file may hold any
subset of them: that is how a user, or a seventh language, adds words.

A cell holds words parted by ``|``, commonest first. ``~`` before a word says that it has
this meaning but usually another one; parentheses after it hold its irregular forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hexapla.errors import DataError

DATA = Path(__file__).parent / "data"
CONCEPT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
WORD = re.compile(r"(?P<weak>~?)\s*(?P<word>[^()|~]+?)\s*(?:\((?P<forms>[^()]*)\))?")
POS = ("noun", "verb", "adj", "adv", "num", "part", "phrase")


@dataclass(frozen=True, slots=True)
class Term:
    """A word (or several) of one language that carries a meaning.

    ``weak`` terms usually mean something else; ``forms`` are irregular forms given by hand.
    """

    word: str
    weak: bool = False
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One meaning: its words by language, its part of speech, the base of its word family."""

    concept: str
    pos: str
    family: str
    field: str
    terms: dict[str, tuple[Term, ...]]
    where: str


def parse_cell(cell: str, where: str) -> tuple[Term, ...]:
    """The terms of a cell, in its order."""
    terms = []
    for part in cell.split("|"):
        if not part.strip():
            continue
        found = WORD.fullmatch(part.strip())
        if not found:
            raise DataError(
                f"{where}: the cell part {part.strip()!r} cannot be read.",
                "Its word would be lost.",
                "Write words parted by |, irregular forms in parentheses after the word, ~ before a weak one.",
            )
        forms = re.split(r"[,،]", found["forms"] or "")
        terms.append(
            Term(found["word"], bool(found["weak"]), tuple(form.strip() for form in forms if form.strip()))
        )
    return tuple(terms)


def read_rows(path: Path, languages: tuple[str, ...]) -> Iterator[Row]:
    """The rows of one lexicon file, one at a time.

    Raises
    ------
    DataError
        The header or a row cannot be read: file, line, reason, mend.
    """
    with path.open(encoding="utf-8", newline="") as file:
        header = file.readline().rstrip("\r\n").lstrip("\ufeff").split("\t")
        columns = _columns(header, languages, path)
        for number, line in enumerate(file, 2):
            if line.strip():
                yield _row(
                    line.rstrip("\r\n").split("\t"), header, columns, f"{path.name}:{number}", path.stem
                )


def _columns(header: list[str], languages: tuple[str, ...], path: Path) -> tuple[str, ...]:
    unknown = [name for name in header if name not in ("concept", "pos", "family", *languages)]
    if "concept" not in header or unknown or len(set(header)) < len(header):
        raise DataError(
            f"{path.name}:1: the header {header!r} is not a lexicon's.",
            "None of its rows can be used.",
            f"It takes `concept`, then any of: pos, family, {', '.join(languages)}, each once.",
        )
    return tuple(name for name in header if name in languages)


def _row(cells: list[str], header: list[str], columns: tuple[str, ...], where: str, field: str) -> Row:
    if len(cells) != len(header):
        raise DataError(
            f"{where}: {len(cells)} cells where the header has {len(header)}.",
            "The row cannot be told apart.",
            "Part the cells by single tabs; leave a cell empty where there is no word.",
        )
    named = dict(zip(header, cells, strict=True))
    if not CONCEPT.fullmatch(named["concept"]):
        raise DataError(
            f"{where}: {named['concept']!r} is no concept id.",
            "The row cannot be named.",
            "Use lower-case words parted by hyphens, as `foreign-minister`.",
        )
    terms = {language: parse_cell(named[language], where) for language in columns}
    return Row(named["concept"], named.get("pos", ""), named.get("family", ""), field, terms, where)
