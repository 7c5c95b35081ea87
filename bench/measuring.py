"""Cases are measured, each in processes of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.cases import Case, Sizes


@dataclass(frozen=True)
class Figure:
    """What came of a case: seconds of each run, processor seconds, peak megabytes."""

    case: Case
    walls: tuple[float, ...]
    processors: tuple[float, ...]
    peak: float

    @property
    def wall(self) -> float:
        return median(self.walls)

    @property
    def processor(self) -> float:
        return median(self.processors)

    @property
    def within(self) -> bool | None:
        """Whether the case keeps its limits; None where it has none."""
        limits = [(self.wall, self.case.seconds), (self.peak, self.case.megabytes)]
        some = [value <= limit for value, limit in limits if limit is not None]
        return all(some) if some else None


def _python(*arguments: str) -> str:
    done = subprocess.run([sys.executable, "-m", *arguments], stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


def write_inputs(folder: Path, sizes: Sizes) -> None:
    """The texts of every case, made in another process, so that this one stays small."""
    sets = {sizes.align: sizes.few + 1, sizes.similarity: sizes.few + 1, sizes.tiny: 1, sizes.long: 1}
    wanted = [f"{size}:{count}" for size, count in sets.items()]
    _python("bench.inputs", str(folder), "--reports", str(sizes.often + 1), "--sentences", *wanted)


def measure(case: Case, folder: Path) -> Figure:
    """Runs a case.

    Raises
    ------
    RuntimeError
        A command failed: a time for it would mean nothing.
    """
    if case.mode == "warm":
        told = json.loads(_python("bench.warm", case.task, str(folder), str(case.size), str(case.runs)))
    else:
        told = json.loads(_python("bench.cold", str(case.runs), *case.command))
        if any(told["codes"]):
            raise RuntimeError(f"{' '.join(case.command)} ended with {told['codes']}")
    return Figure(case, tuple(told["wall"]), tuple(told["cpu"]), told["peak"])


def measure_all(cases: Sequence[Case], folder: Path) -> list[Figure]:
    """Every case in turn, with a line on each while it runs."""
    found = []
    for case in cases:
        print(f"{case.mode}: {case.what}: {case.how} …", file=sys.stderr, flush=True)
        found.append(measure(case, folder))
    return found
