"""`make bench`: times and memory of Hexapla beside simpler ways. Writes docs/reference/speed.md and .svg.

    python -m bench [--quick] [--out FOLDER]

`--quick` is a smoke test: small texts, few runs, no limit is judged, and nothing is written
unless `--out` says where. Otherwise exit code 1 when a limit is not kept.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tools.weights import total

from bench.cases import FULL, QUICK, cold, warm
from bench.measuring import measure_all, write_inputs
from bench.report import busy, checks, markdown, plot

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="small texts, few runs")
    parser.add_argument("--out", type=Path, help="where to write speed.md and speed.svg")
    asked = parser.parse_args()
    sizes = QUICK if asked.quick else FULL
    out = asked.out or (None if asked.quick else REFERENCE)
    load = busy()
    samples = tuple(map(str, sorted((ROOT / "samples").glob("*.txt"))))
    hexapla = str(Path(sys.executable).with_name("hexapla"))
    with tempfile.TemporaryDirectory() as folder:
        write_inputs(Path(folder), sizes)
        cases = [*cold(sizes, folder, samples, sys.executable, hexapla), *warm(sizes)]
        figures = measure_all(cases, Path(folder))
    installed = total()
    page = markdown(figures, sizes, installed, load)
    print(page)
    if out:
        out.mkdir(parents=True, exist_ok=True)
        (out / "speed.md").write_text(page, encoding="utf-8")
        plot(figures, out / "speed.svg")
    return 0 if asked.quick or all(passed for _, passed in checks(figures, sizes, installed)) else 1


if __name__ == "__main__":
    sys.exit(main())
