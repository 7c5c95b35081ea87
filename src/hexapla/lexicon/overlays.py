"""Users' own lexicon files beside ours, named in one setting, compiled into their cache.

``HEXAPLA_LEXICON`` names a file or a folder of ``.tsv`` files (or several, parted as in ``PATH``). A
file adds words to concepts of ours, or concepts of its own. Where several say the same, their words
are united, and the later file's weight holds. Lines that are wrong are left out, and that is said.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from hexapla.errors import DataError
from hexapla.lang import codes
from hexapla.lexicon.caching import cached
from hexapla.lexicon.compiled import ConceptTable
from hexapla.lexicon.compiling import compile_beside
from hexapla.lexicon.linting import checked, lint
from hexapla.lexicon.matching import SETTING
from hexapla.lexicon.opening import Opened, Overlaid
from hexapla.lexicon.rows import Fault, Row, Term

# Part of the cache's key: raised when the same files must be compiled in another way.
WAY = "1"
# Concepts of overlays that are taken, three times as many as ours. While 50,000 are compiled their forms fill
# half a gigabyte; a file of a million is checked in little memory, but not compiled whole.
MOST_ROWS = 50_000
NOTICE = "notice.json"


@contextmanager
def using(path: Path | str | None) -> Iterator[None]:
    """Within it, the lexicon is read with these files beside it; without a path nothing changes."""
    before = os.environ.get(SETTING)
    if path is not None:
        os.environ[SETTING] = str(path)
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(SETTING, None)
        else:
            os.environ[SETTING] = before


def files(named: str) -> tuple[Path, ...]:
    """The lexicon files that a setting names, in the order in which they hold.

    Raises
    ------
    DataError
        One is not there, or a folder holds no ``.tsv`` file.
    """
    found: list[Path] = []
    for part in filter(None, named.split(os.pathsep)):
        path = Path(part).expanduser()
        inside = sorted(path.glob("*.tsv")) if path.is_dir() else [path]
        if not inside or not all(one.is_file() for one in inside):
            raise DataError(
                f"{path} {'holds no .tsv file' if path.is_dir() else 'is not there'}.",
                "The words it should add to the lexicon are not known.",
                f"Name a lexicon file or a folder of them in {SETTING} or with --lexicon, or neither.",
            )
        found += inside
    return tuple(dict.fromkeys(found))


def families(concepts: ConceptTable) -> Mapping[str, str]:
    """Concept → family, as the linter takes it: empty where a concept is its own."""
    return {
        concept: "" if family == number else concepts.ids[family]
        for number, (concept, family) in enumerate(zip(concepts.ids, concepts.family, strict=True))
    }


def united(paths: Sequence[Path]) -> list[Row]:
    """The rows in force of several files, each concept once: words united, the later file's weight."""
    rows: dict[str, Row] = {}
    for path in paths:
        here: set[str] = set()
        for row in checked(path):
            if isinstance(row, Row) and row.concept not in here and len(rows) < MOST_ROWS:
                here.add(row.concept)
                rows[row.concept] = _together(rows[row.concept], row) if row.concept in rows else row
    return _without_circles(rows)


def _together(earlier: Row, later: Row) -> Row:
    terms = {
        language: _united_terms((*earlier.terms.get(language, ()), *later.terms.get(language, ())))
        for language in sorted({*earlier.terms, *later.terms})
    }
    family, pos = later.family or earlier.family, later.pos or earlier.pos
    return Row(later.concept, pos, family, earlier.field, terms, earlier.where)


def _united_terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    found: dict[str, Term] = {}
    for term in terms:
        before = found.get(term.word, term)
        found[term.word] = Term(term.word, term.weak, tuple(dict.fromkeys((*before.forms, *term.forms))))
    return tuple(found.values())


def _without_circles(rows: dict[str, Row]) -> list[Row]:
    """The rows, those of a circle of families without their family."""
    circling: set[str] = set()
    done: set[str] = set()
    for start in rows:
        way: dict[str, None] = {}
        concept = start
        while concept in rows and concept not in done and concept not in way:
            way[concept] = None
            concept = rows[concept].family
        if concept in way:
            names = list(way)
            circling.update(names[names.index(concept) :])
        done.update(way)
    return [
        Row(row.concept, row.pos, "", row.field, row.terms, row.where) if row.concept in circling else row
        for row in rows.values()
    ]


def overlaid(ours: Opened, named: str) -> Overlaid:
    """Our compiled lexicon with a user's files beside it; compiled when their content is new."""
    paths = files(named)
    folder = cached("lexicon", _key(ours.stamp, paths), partial(_make, ours, paths))
    notice = json.loads((folder / NOTICE).read_text())
    if notice:
        _tell(notice)
    return Overlaid(ours, Opened(folder))


def _key(stamp: str, paths: Sequence[Path]) -> str:
    total = hashlib.sha256(f"{WAY}\0{stamp}\0{MOST_ROWS}\0".encode())
    for path in paths:
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        total.update(f"{path.name}\0{content}\0".encode())
    return total.hexdigest()[:32]


def _make(ours: Opened, paths: Sequence[Path], folder: Path) -> None:
    rows = united(paths)
    _tell(f"compiling {len(rows)} lexicon rows of {_names(paths)}; inflected forms are made by rule.")
    compile_beside(rows, codes(), folder, ours.concepts, ours.table, _key(ours.stamp, paths))
    faults = lint(paths, families(ours.concepts))
    (folder / NOTICE).write_text(json.dumps(_notice(faults, len(rows))))


def _notice(faults: Iterable[Fault], rows: int) -> str:
    told, count, first = [], 0, None
    for fault in faults:
        if fault.left_out:
            count, first = count + 1, first or fault
    if first:
        lines = "line is" if count == 1 else "lines are"
        told.append(f"{count} {lines} left out, the first {first.where}: {first.what}")
        told.append(f"All of them: hexapla lexicon lint {first.path}")
    if rows == MOST_ROWS:
        told.append(f"Only the first {MOST_ROWS} concepts are taken.")
    return " ".join(told)


def _names(paths: Sequence[Path]) -> str:
    return paths[0].name if len(paths) == 1 else f"{len(paths)} files"


def _tell(line: str) -> None:
    print(f"hexapla: {line}", file=sys.stderr)  # noqa: T201
