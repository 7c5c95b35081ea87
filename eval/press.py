"""Mentions of people as the press writes them, told by :func:`hexapla.compare_names_batch`.

`eval/names/press.tsv` says what each column is. The names and what became of them are ours; nothing is fitted on
them. A pair counts as one person from a score of one half on: no threshold is chosen on what is measured.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import hexapla

MENTIONS = Path(__file__).parent / "names" / "press.tsv"
ONE_PERSON = 0.5
Row = Mapping[str, str]


@dataclass(frozen=True)
class Told:
    """How many pairs were rightly said to be one person, how many wrongly, and how many were missed."""

    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def mentions() -> list[Row]:
    """The rows of the file, comments left out."""
    with MENTIONS.open(encoding="utf-8") as file:
        lines = (line for line in file if not line.startswith("#"))
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def scored(rows: Sequence[Row]) -> list[float]:
    """The score of each row's mention and name."""
    return hexapla.compare_names_batch(
        [(row["mention"], row["language"], row["name"], row["name language"]) for row in rows]
    )


def told(scores: Iterable[tuple[Row, float]]) -> Told:
    """The rows counted."""
    said = [(score >= ONE_PERSON, row["same"] == "yes") for row, score in scores]
    return Told(said.count((True, True)), said.count((True, False)), said.count((False, True)))


def by(key: str, scores: Sequence[tuple[Row, float]]) -> dict[str, Told]:
    """The rows counted by one of their columns."""
    values = dict.fromkeys(row[key] for row, _ in scores)
    return {value: told(one for one in scores if one[0][key] == value) for value in values}


def report_press(say: Callable[[str], object] = print) -> dict[str, float]:
    """Tells what was found; the figures that have floors."""
    rows = mentions()
    scores = list(zip(rows, scored(rows), strict=True))
    say("\n| mentions of people | pairs | F1 | wrongly one | missed |\n|---|---|---|---|---|")
    for key in ("language", "how"):
        for value, found in by(key, scores).items():
            pairs = sum(row[key] == value for row in rows)
            say(f"| {value} | {pairs} | {found.f1:.3f} | {found.wrong} | {found.missed} |")
    whole = told(scores)
    say(f"| all | {len(rows)} | {whole.f1:.3f} | {whole.wrong} | {whole.missed} |")
    languages = {f"names in the press {code}": found.f1 for code, found in by("language", scores).items()}
    return {"names in the press": whole.f1, **languages}
