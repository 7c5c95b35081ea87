"""Gold of what texts say took place: meetings, statements, topics, agreements, people with office.

``testimony/texts/<name>.txt`` with ``testimony/gold/<name>.toml`` beside it, written by us, their lands and people
invented (``pointers/lands.yaml``). What each thing is stands in ``docs/reference/annotation-guide.md``.
Another folder of gold, of texts that are kept elsewhere, names its texts itself (``text = "path"``).
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hexapla.witness.model import Span, Witness
from hexapla.witness.reading import Given, read_witness

HERE = Path(__file__).parent / "testimony"
# Between the first and the last words of a passage.
GAP = "…"
PLACE = "@"
KEYS: Mapping[str, frozenset[str]] = {
    "meeting": frozenset(
        [
            "words",
            "kind",
            "participants",
            "form",
            "place",
            "date",
            "host",
            "guest",
            "parent",
            "relation",
            "planned",
        ]
    ),
    "statement": frozenset(
        ["words", "speakers", "cue", "mode", "quoted", "stance", "issues", "flags", "sources", "targets"]
    ),
    "topic": frozenset(["words", "issues"]),
    "agreement": frozenset(["words", "force", "parties", "by", "to", "due", "deed", "flags", "issues"]),
    "person": frozenset(["id", "office", "of"]),
}
NEEDED: Mapping[str, frozenset[str]] = {
    "meeting": frozenset(("words", "kind", "participants")),
    "statement": frozenset(("words", "speakers", "mode", "stance")),
    "topic": frozenset(("words",)),
    "agreement": frozenset(("words", "force", "parties")),
    "person": frozenset(("id", "office", "of")),
}

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Gold:
    """A text with what it says took place."""

    name: str
    text: str
    language: str
    published: dt.date | None
    outlet: str | None
    rows: Mapping[str, tuple[Row, ...]]
    has_people: bool

    def witness(self) -> Witness:
        given = Given(language=self.language, published=self.published, outlet=self.outlet)
        return read_witness(self.text, source=self.name, sha256=self.name, given=given)

    def spans(self, words: str | list[str]) -> tuple[Span, ...]:
        """Where words stand, one stretch for each that is given."""
        return tuple(
            place(self.text, one, self.name) for one in ([words] if isinstance(words, str) else words)
        )


def place(text: str, words: str, name: str) -> Span:
    """Where *first words … last words* stand: of several such stretches the shortest.

    Of texts that are not ours the places are given instead: ``@1200-1261``.
    """
    if words.startswith(PLACE):
        begins, _, ends = words[1:].partition("-")
        return Span(int(begins), int(ends))
    if words in text:
        start = text.index(words)
        return Span(start, start + len(words))
    first, gap, last = words.partition(GAP)
    first, last = first.strip(), last.strip()
    found = [
        Span(start, end + len(last))
        for start in _all(text, first)
        if (end := text.find(last, start + len(first))) >= 0
    ]
    if not gap or not first or not last or not found:
        raise ValueError(f"{name}: {words!r} does not stand in the text.")
    return min(found, key=lambda span: (span.end - span.start, span.start))


def _all(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while words and at >= 0:
        yield at
        at = text.find(words, at + 1)


def gold(folder: Path | None = None) -> Iterator[Gold]:
    """The gold of a folder, else our own, by name."""
    for path in sorted((folder or HERE / "gold").glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        yield Gold(
            path.stem,
            _text(path, table),
            table["language"],
            table.get("published"),
            table.get("outlet"),
            {kind: tuple(table.get(kind, ())) for kind in KEYS},
            "person" in table,
        )


def _text(path: Path, table: Row) -> str:
    if "text" in table:
        return (path.parent / str(table["text"])).read_text(encoding="utf-8")
    for beside in (path.parent.parent / "texts", path.parent):
        if (beside / f"{path.stem}.txt").exists():
            return (beside / f"{path.stem}.txt").read_text(encoding="utf-8")
    raise ValueError(f"{path.name}: its text is neither beside it nor in texts/.")


def problems(one: Gold) -> Iterator[str]:
    """What is wrong with a gold file: words that do not stand in the text or twice, keys that nobody reads."""
    for kind, rows in one.rows.items():
        for number, row in enumerate(rows, 1):
            where = f"{one.name}: {kind} {number}"
            odd, lacking = set(row) - KEYS[kind], NEEDED[kind] - set(row)
            if odd or lacking:
                yield f"{where}: odd keys {sorted(odd)}, lacking {sorted(lacking)}"
            yield from _unplaced(one, row, where)
            if row.get("parent", 1) not in range(1, len(rows) + 1) or row.get("parent") == number:
                yield f"{where}: no such parent"


def _unplaced(one: Gold, row: Row, where: str) -> Iterator[str]:
    words = row.get("words", [])
    for part in [*([words] if isinstance(words, str) else words), *row.get("quoted", ())]:
        try:
            place(one.text, part, where)
        except ValueError as error:
            yield str(error)
            continue
        opening = part if part in one.text else part.partition(GAP)[0].strip()
        if one.text.count(opening) > 1:
            yield f"{where}: {opening!r} stands {one.text.count(opening)} times"
