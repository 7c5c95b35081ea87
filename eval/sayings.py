"""Stories with differences in what is said: how strongly, by whom, in whose words, and what is denied.

A story is rows of sentences, one a language, that say the same but for what ``differs`` names. An entry of one of
the four kinds is right in the row that differs in that kind, if it tells the languages apart as the gold does.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eval.measures import Tally
from eval.pointing import LANDS
from hexapla.apparatus.model import Entry, EntryKind
from hexapla.collation.collating import sigla
from hexapla.edition.desk import edition
from hexapla.edition.model import Edition
from hexapla.parties import Parties, load
from hexapla.witness.model import Span, Witness
from hexapla.witness.reading import Given, read_witness

FOLDER = Path(__file__).parent / "sayings"
KINDS: tuple[EntryKind, ...] = ("strength", "polarity", "attribution", "quotation")
# The half that was looked at while the rules were made, and the half that was not.
HALVES = ("tuned", "unseen")
PARAGRAPH = "\n\n"

Groups = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Row:
    """One sentence in every language, and what differs in it: kind → languages that read alike."""

    spans: Mapping[str, Span]
    differs: Mapping[str, Groups]


@dataclass(frozen=True)
class Telling:
    """A story of rows."""

    name: str
    half: str
    witnesses: Mapping[str, Witness]
    rows: tuple[Row, ...]


@dataclass
class SayingScore:
    """What was found, by half and kind."""

    found: dict[tuple[str, str], Tally] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def tally(self, half: str, kind: str) -> Tally:
        return self.found.setdefault((half, kind), Tally())

    def figures(self) -> dict[str, float]:
        """Every figure that has a floor, of both halves together."""
        figures = {}
        for kind in KINDS:
            both = [self.tally(half, kind) for half in HALVES]
            whole = Tally(*(sum(getattr(t, part) for t in both) for part in ("hit", "said", "gold")))
            figures[f"{kind} entries recall"] = whole.recall
            figures[f"{kind} entries precision"] = whole.precision
        return figures


def tellings() -> Iterator[Telling]:
    """Every story, in the order of their names."""
    for path in sorted(FOLDER.glob("*.toml")):
        yield _telling(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))


def _telling(name: str, table: Mapping[str, Any]) -> Telling:
    languages = [key for key in table["row"][0] if key != "differs"]
    witnesses, spans = {}, {}
    for language in sorted(languages):
        lines = [row[language] for row in table["row"]]
        starts = [sum(len(line) + len(PARAGRAPH) for line in lines[:n]) for n in range(len(lines))]
        spans[language] = [Span(at, at + len(line)) for at, line in zip(starts, lines, strict=True)]
        witnesses[language] = read_witness(
            PARAGRAPH.join(lines),
            source=f"{name}.{language}",
            sha256=name + language,
            given=Given(language=language),
        )
    rows = tuple(
        Row({language: spans[language][n] for language in witnesses}, row.get("differs", {}))
        for n, row in enumerate(table["row"])
    )
    return Telling(name, table["half"], witnesses, rows)


def measured(parties: Parties | None = None, halves: Sequence[str] = HALVES) -> SayingScore:
    """The stories edited and compared with what differs in them."""
    using, score = parties or load(LANDS), SayingScore()
    for told in tellings():
        if told.half in halves:
            _measure(told, using, score)
    return score


def _measure(told: Telling, parties: Parties, score: SayingScore) -> None:
    made = edition(list(told.witnesses.values()), parties=parties)
    languages = dict(zip(sigla(len(told.witnesses)), told.witnesses, strict=True))
    found: set[tuple[int, str]] = set()
    for entry in made.apparatus:
        if entry.kind not in KINDS:
            continue
        tally = score.tally(told.half, entry.kind)
        tally.said += 1
        row = _row(told, entry, languages)
        if row is not None and _fits(entry, told.rows[row].differs.get(entry.kind), languages):
            # Said twice of one row, it is right once.
            tally.hit += (row, entry.kind) not in found
            found.add((row, entry.kind))
        else:
            score.notes.append(f"{told.half} {told.name}: wrong {_describe(entry, made)}")
    for n, row_ in enumerate(told.rows):
        for kind in row_.differs:
            score.tally(told.half, kind).gold += 1
            if (n, kind) not in found:
                first = next(iter(told.witnesses))
                words = row_.spans[first].of(told.witnesses[first].text)
                score.notes.append(f"{told.half} {told.name}: missed {kind} {row_.differs[kind]}: {words}")


def _row(told: Telling, entry: Entry, languages: Mapping[str, str]) -> int | None:
    """The row in which all words of an entry stand."""
    spans = [(languages[s], span) for r in entry.readings for s, some in r.spans.items() for span in some]
    rows = {
        n for language, span in spans for n, row in enumerate(told.rows) if row.spans[language].overlap(span)
    }
    return rows.pop() if len(rows) == 1 else None


def _fits(entry: Entry, groups: Groups | None, languages: Mapping[str, str]) -> bool:
    """Whether an entry tells languages apart as the gold does, as far as it names them."""
    if groups is None:
        return False
    of = {language: n for n, group in enumerate(groups) for language in group}
    read = [{of[languages[s]] for s in reading.witnesses} for reading in entry.readings]
    return all(len(some) == 1 for some in read) and len({n for some in read for n in some}) == len(read)


def _describe(entry: Entry, made: Edition) -> str:
    words = [
        f"{siglum} {reading.value}: {' … '.join(s.of(made.collation.witnesses[siglum].text) for s in spans)[:90]}"
        for reading in entry.readings
        for siglum, spans in reading.spans.items()
    ]
    return f"{entry.kind} {entry.confidence} {' | '.join(words)}"


def report(score: SayingScore) -> None:
    print("\n| entries about what is said | found | of | right | said |\n|---|---|---|---|---|")
    for half in HALVES:
        for kind in KINDS:
            tally = score.tally(half, kind)
            print(f"| {kind}, {half} | {tally.hit} | {tally.gold} | {tally.hit} | {tally.said} |")
