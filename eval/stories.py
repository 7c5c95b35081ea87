"""The gold stories: texts with links and entries found by careful reading."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hexapla.witness.model import Span, Witness
from hexapla.witness.reading import Given, read_witness

FOLDER = Path(__file__).parent / "stories"


@dataclass(frozen=True)
class GoldEntry:
    """A difference a careful reader finds. ``words`` by language of each version that carries them."""

    kind: str
    level: str | None
    words: dict[str, Span]
    lacking: frozenset[str]
    telling: bool
    later: bool


@dataclass(frozen=True)
class Story:
    """One event in several languages, with gold. Links are pairs of segment indices by pair of languages."""

    name: str
    faithful: bool
    witnesses: dict[str, Witness]
    links: dict[tuple[str, str], frozenset[tuple[int, int]]]
    entries: tuple[GoldEntry, ...]


def stories() -> Iterator[Story]:
    """Every gold story, in the order of their names."""
    for path in sorted(FOLDER.glob("*/gold.toml")):
        yield read_story(path)


def read_story(path: Path) -> Story:
    gold = tomllib.loads(path.read_text(encoding="utf-8"))
    witnesses = {text.stem: _witness(text) for text in sorted(path.parent.glob("*.txt"))}
    links: dict[tuple[str, str], set[tuple[int, int]]] = {}
    for link in gold["link"]:
        pair = (link["a"], link["b"])
        rows = [_segment(witnesses[link["a"]], start) for start in link["a_starts"]]
        columns = [_segment(witnesses[link["b"]], start) for start in link["b_starts"]]
        links.setdefault(pair, set()).update((i, j) for i in rows for j in columns)
    return Story(
        path.parent.name,
        gold["kind"] == "faithful",
        witnesses,
        {pair: frozenset(some) for pair, some in links.items()},
        tuple(_entry(entry, witnesses) for entry in gold.get("entry", ())),
    )


def _witness(path: Path) -> Witness:
    data = path.read_bytes()
    given = Given(language=path.stem)
    return read_witness(
        data.decode("utf-8"), source=path.name, sha256=hashlib.sha256(data).hexdigest(), given=given
    )


def _segment(witness: Witness, opening: str) -> int:
    """The segment in which the opening words stand."""
    at = witness.text.index(opening)
    return next(
        n for n, segment in enumerate(witness.segments) if segment.span.start <= at < segment.span.end
    )


def _entry(entry: dict[str, Any], witnesses: dict[str, Witness]) -> GoldEntry:
    words = {}
    for language, text in entry["words"].items():
        start = witnesses[language].text.index(text)
        words[language] = Span(start, start + len(text))
    return GoldEntry(
        entry["kind"],
        entry.get("level"),
        words,
        frozenset(entry.get("lacking", ())),
        bool(entry.get("telling")),
        bool(entry.get("later")),
    )
