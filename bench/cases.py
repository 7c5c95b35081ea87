"""What is measured, beside what, and under which limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

OURS = "Hexapla"


@dataclass(frozen=True)
class Case:
    """One measurement.

    ``what`` names the task, the same for everything that is compared; ``how`` who does it.
    ``command`` (cold) may hold ``{0}`` for the number of the run; ``task`` (warm) is one of
    ``bench.warm``. Limits are seconds (of the middle run) and megabytes (of the greatest).
    """

    what: str
    how: str
    mode: Literal["cold", "warm"]
    runs: int
    command: tuple[str, ...] = ()
    task: str = ""
    size: int = 0
    seconds: float | None = None
    megabytes: float | None = None


@dataclass(frozen=True)
class Sizes:
    """How large the texts are and how often each is measured."""

    align: int
    tiny: int
    long: int
    similarity: int
    often: int
    few: int


FULL = Sizes(align=1000, tiny=10, long=10_000, similarity=2000, often=7, few=3)
QUICK = Sizes(align=120, tiny=10, long=1500, similarity=150, often=2, few=1)


def cold(sizes: Sizes, folder: str, samples: tuple[str, ...], python: str, hexapla: str) -> list[Case]:
    """Commands, start-up included."""
    reports = tuple(f"{folder}/report-0.{code}.txt" for code in ("ar", "en", "fr"))

    def align(size: int) -> tuple[str, ...]:
        sides = (f"{folder}/{size}-0.{code}" for code in ("ar", "en"))
        return (hexapla, "align", *sides, "--from", "ar", "--to", "en")

    def beside(task: str) -> tuple[str, ...]:
        return python, "-m", "bench.warm", task, folder, str(sizes.align), "0"

    one = f"{sizes.align:,} × {sizes.align:,} sentences, ar–en"
    few = sizes.few
    return [
        Case("--help", OURS, "cold", sizes.often, (hexapla, "--help"), seconds=0.4),
        Case("desk: the six sample reports", OURS, "cold", sizes.often, (hexapla, "desk", *samples)),
        Case(
            "collate: three reports of 30 sentences",
            OURS,
            "cold",
            sizes.often,
            (hexapla, "collate", *reports),
            seconds=2.0,
        ),
        Case(f"align: {sizes.tiny} × {sizes.tiny} sentences, ar–en", OURS, "cold", few, align(sizes.tiny)),
        Case(f"align: {one}", OURS, "cold", few, align(sizes.align), seconds=10.0, megabytes=1000.0),
        Case(f"align: {one}", "Gale–Church (NLTK)", "cold", few, beside("gale-church")),
        Case(f"align: {one}", "trigrams, best of two", "cold", few, beside("align-trigrams")),
        Case(f"align: {one}", "letters, best of two", "cold", few, beside("align-letters")),
        Case(f"align: {sizes.long:,} × {sizes.long:,} sentences, ar–en", OURS, "cold", 1, align(sizes.long)),
    ]


def warm(sizes: Sizes) -> list[Case]:
    """Calls in a process that has read its data, on texts it has not seen."""
    reports = "collate: three reports of 30 sentences"
    some = f"similarity: {sizes.similarity:,} × {sizes.similarity:,} texts, ar–en"
    one = f"align: {sizes.align:,} × {sizes.align:,} sentences, ar–en"
    few = sizes.few
    return [
        Case(reports, OURS, "warm", sizes.often, task="collate", seconds=0.2),
        Case(one, OURS, "warm", few, task="align", size=sizes.align),
        Case(one, "Gale–Church (NLTK)", "warm", few, task="gale-church", size=sizes.align),
        Case(one, "trigrams, best of two", "warm", few, task="align-trigrams", size=sizes.align),
        Case(one, "letters, best of two", "warm", few, task="align-letters", size=sizes.align),
        Case(some, OURS, "warm", few, task="similarity", size=sizes.similarity),
        Case(some, "trigrams", "warm", few, task="trigrams", size=sizes.similarity),
        Case(some, "letters", "warm", few, task="letters", size=sizes.similarity),
    ]
