"""What is wrong between the rows of lexicon files: concepts twice, rows that say the same, families.

Of each row only hashes are kept, 32 bytes: a million rows take 32 MB, where their words would take
a thousand. The files are read once more for the names of the lines that have a fault.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt

from hexapla.lexicon.rows import Fault, Row, scan

# Members of a cycle of families that are named.
NAMED = 6
# Faults of one kind that are told: who has more has mended none of them yet, and a list would fill the memory.
MOST_TOLD = 10_000
Hashes = npt.NDArray[np.uint64]
Rows = npt.NDArray[np.int64]


@dataclass
class Kept:
    """What is kept of each row: hashes of its concept, family and meaning; its file and line."""

    concept: array[int] = field(default_factory=lambda: array("Q"))
    family: array[int] = field(default_factory=lambda: array("Q"))
    meaning: array[int] = field(default_factory=lambda: array("Q"))
    file: array[int] = field(default_factory=lambda: array("I"))
    line: array[int] = field(default_factory=lambda: array("I"))
    columns: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def add(self, row: Row, file: int) -> None:
        self.concept.append(hashed(row.concept))
        self.family.append(hashed(row.family) if row.family else 0)
        self.meaning.append(_meaning(row))
        self.file.append(file)
        self.columns.setdefault(file, tuple(row.terms))
        self.line.append(row.line)


def hashed(text: str) -> int:
    """A hash that is the same on every machine. Among ten million rows two meet by chance once in 400,000 times."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


def _meaning(row: Row) -> int:
    """A hash of all the words of a row; 0 where it has words in one language alone, which say too little."""
    words = sorted(
        (language, sorted({term.word.casefold() for term in terms}))
        for language, terms in row.terms.items()
        if terms
    )
    return hashed(repr(words)) if len(words) > 1 else 0


def across(paths: Sequence[Path], kept: Kept, known: Mapping[str, str], *, whole: bool) -> Iterator[Fault]:
    """The faults between rows. ``known`` and ``whole`` as in :func:`hexapla.lexicon.linting.lint`."""
    twice = _repeated(kept, whole=whole)
    same = _same_meaning(kept, twice)
    lost, circles = _families(kept, known)
    wanted = {*twice, *same, *same.values(), *lost, *(row for circle in circles for row in circle[:NAMED])}
    names = _names(paths, kept, wanted)

    def place(row: int) -> str:
        return f"{paths[kept.file[row]].name}:{kept.line[row]}"

    def fault(row: int, kind: str, what: str, means: str, todo: str) -> tuple[int, int, Fault]:
        file, line = kept.file[row], kept.line[row]
        return file, line, Fault(paths[file], line, kind, what, means, todo, left_out=kind == "repeated")

    found = []
    for row, first in twice.items():
        what = f"the concept {names[row][0]!r} stands in {place(first)} already."
        todo = "Join the two lines, or give one of them another id."
        found.append(fault(row, "repeated", what, "The line is left out.", todo))
    for row, first in same.items():
        what = f"{names[row][0]!r} says the same as {names[first][0]!r} ({place(first)}) in every language."
        todo = "Keep one of them."
        found.append(fault(row, "same-meaning", what, "Wherever one is found, both are.", todo))
    for row in lost:
        what = f"the family {names[row][1]!r} of {names[row][0]!r} is no concept of any file."
        todo = "Name the concept the word is made from, or leave the cell empty."
        found.append(fault(row, "family", what, "The row counts without its family.", todo))
    for circle in circles:
        around = " → ".join([*(names[row][0] for row in circle[:NAMED]), *["…"][: len(circle) > NAMED]])
        what = f"the families run in a circle: {around} → {names[circle[0]][0]}."
        todo = "Leave the family of the base word empty."
        found.append(fault(circle[0], "cycle", what, "These rows count without their family.", todo))
    yield from (fault for *_, fault in sorted(found, key=lambda f: (f[0], f[1], f[2].kind)))


def _repeated(kept: Kept, *, whole: bool) -> dict[int, int]:
    """Rows whose concept stood before (in their file, or in any of the same columns) → where it stood first."""
    file = np.frombuffer(kept.file, dtype=np.uint32)
    columns = list(dict.fromkeys(kept.columns.values()))
    group = np.zeros(max(kept.columns, default=0) + 1, dtype=np.uint32)
    for number, some in kept.columns.items():
        group[number] = columns.index(some)
    return _again(np.frombuffer(kept.concept, dtype=np.uint64), group[file] if whole else file)


def _same_meaning(kept: Kept, twice: Mapping[int, int]) -> dict[int, int]:
    """Rows of other concepts with the same words. A row that stands twice says the same as itself: that is enough."""
    meaning = np.frombuffer(kept.meaning, dtype=np.uint64)
    found = _again(meaning, np.zeros(len(meaning), dtype=np.uint32))
    return {
        row: first
        for row, first in found.items()
        if kept.meaning[row] and row not in twice and kept.concept[row] != kept.concept[first]
    }


def _again(key: Hashes, scope: npt.NDArray[np.uint32]) -> dict[int, int]:
    """Rows whose key stood before in their scope → the row where it stood first. A key of 0 is none."""
    order = np.lexsort((key, scope))
    if not len(order):
        return {}
    new = np.ones(len(order), dtype=bool)
    new[1:] = (key[order][1:] != key[order][:-1]) | (scope[order][1:] != scope[order][:-1])
    first = order[np.maximum.accumulate(np.where(new, np.arange(len(order)), 0))]
    again = ~new & (key[order] != 0)
    found = sorted(zip(order[again].tolist(), first[again].tolist(), strict=True))
    return dict(found[:MOST_TOLD])


def _families(kept: Kept, known: Mapping[str, str]) -> tuple[list[int], list[list[int]]]:
    """Rows whose family is no concept; circles of families, as rows in order, the least first."""
    concept, family = (np.frombuffer(keys, dtype=np.uint64) for keys in (kept.concept, kept.family))
    order = np.argsort(concept, kind="stable")
    following = _rows_of(family, concept, order)
    base = {hashed(name): hashed(other) if other else 0 for name, other in known.items()}
    outside = np.flatnonzero((family != 0) & (following < 0))
    lost = [row for row in outside.tolist() if kept.family[row] not in base]
    # A way through concepts of the lexicon beside may come back to a row here.
    for row in outside.tolist():
        key, steps = kept.family[row], 0
        while key and following[row] < 0 and steps <= len(base):
            key, steps = base.get(key, 0), steps + 1
            following[row] = _rows_of(np.array([key], dtype=np.uint64), concept, order)[0]
    return lost[:MOST_TOLD], _circles(following)[:MOST_TOLD]


def _rows_of(keys: Hashes, concept: Hashes, order: Rows) -> Rows:
    """The first row of each of these concepts; -1 where no row has it."""
    if not len(concept):
        return np.full(len(keys), -1, dtype=np.int64)
    at = np.minimum(np.searchsorted(concept, keys, sorter=order), len(concept) - 1)
    return np.where((concept[order[at]] == keys) & (keys != 0), order[at], -1)


def _circles(following: Rows) -> list[list[int]]:
    state, circles = bytearray(len(following)), []
    for start in np.flatnonzero(following >= 0).tolist():
        way, row = [], start
        while row >= 0 and not state[row]:
            state[row] = 1
            way.append(row)
            row = int(following[row])
        if row >= 0 and state[row] == 1:
            circle = way[way.index(row) :]
            least = circle.index(min(circle))
            circles.append(circle[least:] + circle[:least])
        for done in way:
            state[done] = 2
    return circles


def _names(paths: Sequence[Path], kept: Kept, wanted: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Concept and family of some rows, read from the files once more."""
    found: dict[int, tuple[str, str]] = {}
    by_file: dict[int, dict[int, int]] = {}
    for row in wanted:
        by_file.setdefault(kept.file[row], {})[kept.line[row]] = row
    for file, lines in sorted(by_file.items()):
        for entry in scan(paths[file], ()):
            if isinstance(entry, Row) and entry.line in lines:
                found[lines[entry.line]] = (entry.concept, entry.family)
    return found
