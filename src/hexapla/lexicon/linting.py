"""What is wrong with lexicon files: each fault with file, line, reason and mend.

A line is judged by itself while the files are read through, one line in memory at a time.
What only shows across lines is judged from hashes of the rows (:mod:`hexapla.lexicon.relations`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from hexapla.lang import codes
from hexapla.lexicon.relations import Kept, across
from hexapla.lexicon.rows import DATA, Fault, Row, scan
from hexapla.lexicon.scripts import script

_OUT = "The line is left out."


def own_files() -> tuple[Path, ...]:
    """The files of the lexicon that the package ships."""
    return tuple(sorted(DATA.glob("*.tsv")))


def checked(path: Path, languages: Sequence[str] | None = None) -> Iterator[Row | Fault]:
    """The rows of a file that can be used, and what is wrong with each line by itself."""
    for found in scan(path, codes() if languages is None else languages):
        if isinstance(found, Fault):
            yield found
            continue
        fault = _script_fault(path, found) or _empty_fault(path, found)
        if fault:
            yield fault
        if not fault or not fault.left_out:
            yield found


def _script_fault(path: Path, row: Row) -> Fault | None:
    for language, terms in row.terms.items():
        letters = script(language)
        for term in terms:
            for word in (term.word, *term.forms):
                what = letters.fault(word) and letters.fault(word, _elsewhere(row, language))
                if what:
                    todo = "Move the word into its language's column, or type it anew in the right script."
                    return Fault(path, row.line, "script", f"column {language}: {what}", _OUT, todo)
    return None


def _elsewhere(row: Row, language: str) -> list[str]:
    return [term.word for other, terms in row.terms.items() if other != language for term in terms]


def _empty_fault(path: Path, row: Row) -> Fault | None:
    empty = [language for language, terms in row.terms.items() if not terms]
    if not empty:
        return None
    if len(empty) == len(row.terms):
        what = f"{row.concept!r} has no word in any column."
        return Fault(path, row.line, "empty", what, _OUT, "Write its words, or take the line out.")
    what = f"{row.concept!r} has no word in the columns {', '.join(empty)}."
    means = "It is not found in texts of those languages."
    return Fault(path, row.line, "empty", what, means, "Write its words there.", left_out=False)


def lint(
    paths: Sequence[Path], known: Mapping[str, str] | None = None, *, whole: bool = False
) -> Iterator[Fault]:
    """The faults of lexicon files, line by line; then those that show across lines.

    Parameters
    ----------
    known:
        Concept → family of the lexicon beside which the files stand.
    whole:
        The files are one lexicon: a concept stands once in all files of the same columns. Otherwise
        each file is an overlay, and another one may add to its concepts.

    Raises
    ------
    OSError
        A file cannot be read.
    """
    kept = Kept()
    for number, path in enumerate(paths):
        for found in checked(path):
            if isinstance(found, Fault):
                yield found
            else:
                kept.add(found, number)
    yield from across(paths, kept, known or {}, whole=whole)
