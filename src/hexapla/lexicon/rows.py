"""Lexicon files: one row a meaning, one column a language, keyed by concept.

A file is tab-separated with a header. ``concept`` is the only column it must have; ``pos``
and ``family`` are optional, every other column is a language code, and a file may hold any
subset of them: that is how a user, or a seventh language, adds words.

A cell holds words parted by ``|``, commonest first. ``~`` before a word says that it has
this meaning but usually another one; parentheses after it hold its irregular forms.

Two readers share the format: :func:`scan` goes on at a fault and says what is left out
(users' own files); :func:`read_rows` stops there (our data, which must be whole).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from hexapla.errors import DataError

DATA = Path(__file__).parent / "data"
CONCEPT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
WORD = re.compile(r"(?P<weak>~?)\s*(?P<word>[^()|~]+?)\s*(?:\((?P<forms>[^()]*)\))?")
SIGNS = re.compile(r"[()~]")
POS = ("noun", "verb", "adj", "adv", "num", "part", "phrase")
OWN_COLUMNS = ("concept", "pos", "family")
# Rows of ours stay under 2,000 bytes. A line without an end must not fill the memory.
LONGEST_LINE = 65_536


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

    @property
    def line(self) -> int:
        """The number of its line, from 1."""
        return int(self.where.rpartition(":")[2])


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line: where, what, what follows from it, how to mend it.

    ``left_out`` says whether the line is out of force; otherwise it is only worth a look.
    """

    path: Path
    line: int
    kind: str
    what: str
    means: str
    todo: str
    left_out: bool = True

    @property
    def where(self) -> str:
        return f"{self.path.name}:{self.line}"

    def error(self) -> DataError:
        """The same as an error, for who must not go on."""
        return DataError(f"{self.where}: {self.what}", self.means, self.todo)


def parse_cell(cell: str, where: str) -> tuple[Term, ...]:
    """The terms of a cell, in its order.

    Raises
    ------
    DataError
        A part of it cannot be read.
    """
    if not SIGNS.search(cell):
        return tuple(Term(word) for part in cell.split("|") if (word := part.strip()))
    terms = []
    for part in cell.split("|"):
        if not part.strip():
            continue
        found = WORD.fullmatch(part.strip())
        if not found:
            raise DataError(f"{where}: {_unread(part.strip())}", "Its word would be lost.", _CELL_MEND)
        forms = re.split(r"[,،]", found["forms"] or "")
        terms.append(
            Term(found["word"], bool(found["weak"]), tuple(form.strip() for form in forms if form.strip()))
        )
    return tuple(terms)


_CELL_MEND = "Write words parted by |, irregular forms in parentheses after the word, ~ before a weak one."


def _unread(part: str) -> str:
    if part.count("(") != part.count(")"):
        return f"the parentheses of {part!r} do not pair."
    return f"the cell part {part!r} cannot be read."


def read_rows(path: Path, languages: tuple[str, ...]) -> Iterator[Row]:
    """The rows of one lexicon file, one at a time.

    Raises
    ------
    DataError
        The header or a row cannot be read: file, line, reason, mend.
    """
    for found in scan(path, languages):
        if isinstance(found, Fault):
            raise found.error()
        yield found


def scan(path: Path, languages: Sequence[str], only: Collection[str] | None = None) -> Iterator[Row | Fault]:
    """The rows of a file and what is wrong with it, in the order of its lines; one line is held at a time.

    ``only`` names the concepts whose rows are asked for: other lines are passed over unread.
    """
    with path.open("rb") as file:
        header: list[str] = []
        for number, line in _lines(file, path):
            if isinstance(line, Fault):
                yield line
            elif header:
                if line.strip() and (only is None or _concept(line, header) in only):
                    yield _row(line.split("\t"), header, languages, path, number)
            else:
                header = line.lstrip("\ufeff").split("\t")
                faults = list(_header_faults(header, languages, path))
                yield from faults
                if any(fault.left_out for fault in faults):
                    return
        if not header:
            yield Fault(path, 1, "columns", "the file is empty.", "It adds nothing.", _header_mend(languages))


def _concept(line: str, header: list[str]) -> str:
    cells = line.split("\t", header.index("concept") + 1)
    return cells[min(header.index("concept"), len(cells) - 1)].strip()


def _lines(file: BinaryIO, path: Path) -> Iterator[tuple[int, str | Fault]]:
    number = 0
    while raw := file.readline(LONGEST_LINE):
        number += 1
        if len(raw) == LONGEST_LINE and not raw.endswith(b"\n"):
            while raw and not raw.endswith(b"\n"):
                raw = file.readline(LONGEST_LINE)
            what = f"the line is longer than {LONGEST_LINE} bytes."
            yield number, Fault(path, number, "length", what, _OUT, "Part it into rows, one meaning each.")
            continue
        try:
            yield number, raw.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            what = f"byte {error.start} of the line is not UTF-8."
            yield number, Fault(path, number, "encoding", what, _OUT, "Save the file as UTF-8.")


_OUT = "The line is left out."


def _header_mend(languages: Sequence[str]) -> str:
    return f"It takes `concept`, then any of: pos, family, {', '.join(languages)}, each once."


def _header_faults(header: list[str], languages: Sequence[str], path: Path) -> Iterator[Fault]:
    todo = _header_mend(languages)
    if "concept" not in header:
        what = f"the header {header!r} is not a lexicon's: it has no column `concept`."
        yield Fault(path, 1, "columns", what, "None of its rows can be used.", todo)
        return
    for number, name in enumerate(header):
        if name not in (*OWN_COLUMNS, *languages):
            what = f"the header has a column {name!r}, which is no language of ours."
            yield Fault(path, 1, "columns", what, "The column is not read.", todo, left_out=False)
        elif name in header[:number]:
            what = f"the header has the column {name!r} twice."
            yield Fault(path, 1, "columns", what, "Only the first is read.", todo, left_out=False)


def _row(
    cells: list[str], header: list[str], languages: Sequence[str], path: Path, number: int
) -> Row | Fault:
    def fault(kind: str, what: str, todo: str) -> Fault:
        return Fault(path, number, kind, what, _OUT, todo)

    if len(cells) != len(header):
        todo = "Part the cells by single tabs; leave a cell empty where there is no word."
        return fault("cells", f"{len(cells)} cells where the header has {len(header)}.", todo)
    # A column that stands twice counts once, with its first cell.
    named = dict(zip(reversed(header), reversed(cells), strict=True))
    concept, pos, family = (named.get(name, "").strip() for name in OWN_COLUMNS)
    for what, name in (("concept", concept), ("family", family)):
        if not CONCEPT.fullmatch(name) and (name or what == "concept"):
            todo = "Use lower-case words parted by hyphens, as `foreign-minister`."
            return fault("id", f"{name!r} is no concept id.", todo)
    if pos and pos not in POS:
        return fault("pos", f"{pos!r} is no part of speech.", f"Write one of: {', '.join(POS)}.")
    where = f"{path.name}:{number}"
    terms = {}
    for language in languages:
        if language in named:
            try:
                terms[language] = parse_cell(named[language], where)
            except DataError as error:
                what = f"column {language}: {error.what.removeprefix(f'{where}: ')}"
                return fault("cell", what, error.todo)
    return Row(concept, pos, family, path.stem, terms, where)
