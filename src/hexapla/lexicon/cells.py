"""The words of each concept as its row gives them: what a gloss shows.

The compiled terms answer "what may this form mean"; this table answers "what is this meaning
called in that language". One text file a language beside the compiled terms, one line a concept
in the order of their numbers, holding the row's cell: it is read in a few milliseconds, and a
cell is taken apart only when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hexapla.lexicon.rows import Row, Term, parse_cell


def cells_path(folder: Path, language: str) -> Path:
    """Where a language's cells lie in a folder of the compiled lexicon."""
    return folder / f"cells-{language}.txt"


@dataclass(frozen=True)
class Cells:
    """One language's words by concept number."""

    language: str
    lines: tuple[str, ...]
    _parsed: dict[int, tuple[Term, ...]] = field(default_factory=dict, compare=False, repr=False)

    def terms(self, concept: int) -> tuple[Term, ...]:
        """The concept's words, commonest first; none where its row has none in this language."""
        found = self._parsed.get(concept)
        if found is None:
            line = self.lines[concept] if 0 <= concept < len(self.lines) else ""
            found = self._parsed[concept] = parse_cell(line, self.language)
        return found


def _cell(terms: Iterable[Term]) -> str:
    """A cell as it stands in a lexicon file."""
    parts = []
    for term in terms:
        forms = f" ({', '.join(term.forms)})" if term.forms else ""
        parts.append(f"{'~' if term.weak else ''}{term.word}{forms}")
    return " | ".join(parts)


def write_cells(folder: Path, language: str, rows: Iterable[Row], number: Mapping[str, int]) -> None:
    """Writes a language's cells; several rows of one concept make one cell."""
    terms: dict[str, dict[Term, None]] = {}
    for row in rows:
        terms.setdefault(row.concept, {}).update(dict.fromkeys(row.terms.get(language, ())))
    order = sorted(number, key=lambda concept: number[concept])
    text = "\n".join(_cell(terms.get(concept, ())) for concept in order)
    cells_path(folder, language).write_text(text, encoding="utf-8")


def read_cells(folder: Path, language: str) -> Cells:
    """A language's cells, as :func:`write_cells` left them; none where the folder has none."""
    path = cells_path(folder, language)
    lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
    return Cells(language, tuple(lines))
