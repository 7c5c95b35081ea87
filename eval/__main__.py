"""`make eval`: the gold stories, what is said, and mentions of people measured, floors checked; with folders, corpora too.

    python -m eval [--ntrex FOLDER] [--seeds FOLDER] [--raise-floors] [-v]

Exit code 1 when a figure is below its floor. Floors only rise: `--raise-floors` lifts those
that were passed, and never lowers one.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from eval.measures import Result, measure
from eval.pointing import measured
from eval.pointing import report as report_pointers
from eval.press import report_press
from eval.sayings import measured as said
from eval.sayings import report as report_sayings
from eval.stories import stories

FLOORS = Path(__file__).parent / "floors.json"
# Floors are lifted to a hair below what was reached, so that rounding cannot break them.
HAIR = 0.005


def figures(result: Result) -> dict[str, float]:
    """Every figure that has a floor; higher is better."""
    hit, gold = sum(t.hit for t in result.found.values()), sum(t.gold for t in result.found.values())
    wrong = sum(result.wrong_in_faithful.values())
    return {
        **{f"links {pair}": tally.f1 for pair, tally in sorted(result.links.items())},
        "entries recall": hit / max(1, gold),
        "entries precision": result.right / max(1, result.said),
        "telling first": result.telling.recall,
        "faithful segments without a wrong entry": 1 - wrong / max(1, result.faithful_segments),
    }


def report(result: Result) -> None:
    print("| links | precision | recall | F1 |\n|---|---|---|---|")
    for pair, tally in sorted(result.links.items()):
        print(f"| {pair} | {tally.precision:.3f} | {tally.recall:.3f} | {tally.f1:.3f} |")
    print("\n| entries | found | of |\n|---|---|---|")
    for kind, tally in sorted(result.found.items()):
        print(f"| {kind} | {tally.hit} | {tally.gold} |")
    print(f"\nentries said in planted stories: {result.said}, right: {result.right}")
    print(f"the most telling difference among the first five: {result.telling.hit} of {result.telling.gold}")
    wrong = sum(result.wrong_in_faithful.values())
    print(
        f"faithful stories: {wrong} wrong entries on {result.faithful_segments} segments "
        f"({100 * wrong / max(1, result.faithful_segments):.1f} per 100): {dict(result.wrong_in_faithful)}"
    )


def check(reached: dict[str, float], lift: bool) -> bool:
    """Whether no figure is below its floor; lifts floors when asked."""
    floors: dict[str, float] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    low = {name: (value, floors[name]) for name, value in reached.items() if value < floors.get(name, 0.0)}
    for name, (value, floor) in low.items():
        print(f"BELOW ITS FLOOR: {name} {value:.3f} < {floor:.3f}")
    if lift:
        risen = {name: max(floors.get(name, 0.0), round(value - HAIR, 3)) for name, value in reached.items()}
        FLOORS.write_text(json.dumps({**floors, **risen}, indent=1, sort_keys=True) + "\n")
    return not low


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--ntrex", type=Path, help="a line-parallel folder: links and planted absences there")
    parser.add_argument(
        "--seeds", type=Path, help="a folder of real reports: how they are grouped and what is said"
    )
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true")
    asked = parser.parse_args()
    result = Result()
    for story in stories():
        measure(story, result)
    report(result)
    people = report_press()
    pointers = measured()
    report_pointers(pointers)
    sayings = said()
    report_sayings(sayings)
    if asked.verbose:
        print("\n".join([*result.notes, *pointers.notes, *sayings.notes]))
    if asked.ntrex:
        from eval.ntrex import report_ntrex

        report_ntrex(asked.ntrex)
    if asked.seeds:
        from eval.reports import report_folder

        report_folder(asked.seeds)
    return (
        0
        if check({**figures(result), **people, **pointers.figures(), **sayings.figures()}, asked.raise_floors)
        else 1
    )


if __name__ == "__main__":
    sys.exit(main())
