"""One task in a process of its own, timed from inside: `python -m bench.warm TASK FOLDER SIZE RUNS`.

The first run is not counted: it reads the lexicon and fills nothing else, for every run has
texts that the process has not seen. Prints one JSON object.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.inputs import PAIR, REPORTS

Run = Callable[[Path, int, int], object]


def _lines(folder: Path, size: int, run: int) -> tuple[list[str], list[str]]:
    a, b = ((folder / f"{size}-{run}.{code}").read_text(encoding="utf-8") for code in PAIR)
    return a.rstrip("\n").split("\n"), b.rstrip("\n").split("\n")


def _collate(folder: Path, size: int, run: int) -> object:
    import hexapla

    return hexapla.collate([folder / f"report-{run}.{code}.txt" for code in REPORTS])


def _align(folder: Path, size: int, run: int) -> object:
    import hexapla

    a, b = _lines(folder, size, run)
    return hexapla.align(a, PAIR[0], b, PAIR[1])


def _similarity(folder: Path, size: int, run: int) -> object:
    import hexapla

    a, b = _lines(folder, size, run)
    return hexapla.similarity(a, PAIR[0], b, PAIR[1])


def _gale_church(folder: Path, size: int, run: int) -> object:
    from bench.baselines import gale_church

    return gale_church(*_lines(folder, size, run))


def _letters(folder: Path, size: int, run: int) -> object:
    from bench.baselines import letters

    return letters(*_lines(folder, size, run))


def _trigrams(folder: Path, size: int, run: int) -> object:
    from bench.baselines import trigrams

    return trigrams(*_lines(folder, size, run))


def _align_letters(folder: Path, size: int, run: int) -> object:
    from bench.baselines import best_of_two, letters

    return best_of_two(letters(*_lines(folder, size, run)))


def _align_trigrams(folder: Path, size: int, run: int) -> object:
    from bench.baselines import best_of_two, trigrams

    return best_of_two(trigrams(*_lines(folder, size, run)))


TASKS: dict[str, Run] = {
    "collate": _collate,
    "align": _align,
    "similarity": _similarity,
    "gale-church": _gale_church,
    "letters": _letters,
    "trigrams": _trigrams,
    "align-letters": _align_letters,
    "align-trigrams": _align_trigrams,
}


def main(task: str, folder: Path, size: int, runs: int) -> None:
    walls, processors = [], []
    # The uncounted run is the last set of texts, so that the counted ones are new to the process.
    for run in (runs, *range(runs)):
        wall, processor = time.perf_counter(), time.process_time()
        TASKS[task](folder, size, run)
        walls.append(time.perf_counter() - wall)
        processors.append(time.process_time() - processor)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"wall": walls[1:], "cpu": processors[1:], "peak": peak}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
