"""How well texts are read as testimony, against gold of our own making.

    python -m eval.testimony [-v] [--language en] [--only SLUG] [--seeds FOLDER] [--check] [--raise-floors]
    python -m eval.testimony --quiet-news FOLDER

``--seeds`` measures another folder of gold, whose files name their texts; ``--check`` only says what is wrong
with gold files. ``--quiet-news`` reads a line-parallel corpus of other news, where next to nobody meets or agrees,
and prints what it takes for meetings and agreements, to be judged, with their number per 100 sentences.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from eval.corpus import documents
from eval.pointing import LANDS
from eval.testimony_gold import Gold, gold, problems
from eval.testimony_scores import ALL, Judge, Score
from hexapla.parties import Parties, load
from hexapla.testimony.reading import testimony
from hexapla.witness.reading import Given, read_witness

FLOORS = Path(__file__).parent / "testimony_floors.json"
# Floors are lifted to a hair below what was reached, so that rounding cannot break them.
HAIR = 0.005
# Those told as F1, and those told as the share that is right of what was found; told of all languages together.
FOUND = (
    "meetings",
    "participants",
    "statements",
    "topics",
    "agreements",
    "quotations",
    "flags",
    "people with office",
)
TOLD = (
    *("speaker", "mode", "stance", "issues", "sources", "topic issues"),
    *("meeting kind", "meeting parent", "meeting form", "meeting place", "meeting date", "meeting host"),
    *("meeting guest", "force", "agreement parties", "agreement by", "agreement to", "agreement due"),
    "agreement deed",
)
# These have a floor in every language, the others only in all together.
EACH = ("meetings", "participants", "statements", "speaker", "agreements")


def measured(some: Iterable[Gold], parties: Parties | None = None) -> Score:
    """Texts read and compared with their gold."""
    using = parties or load(LANDS)
    score = Score()
    for one in some:
        Judge(one, testimony(one.witness(), using), using, score).judge()
    return score


def figures(score: Score) -> dict[str, float]:
    """Every figure that has a floor; higher is better."""
    return {
        f"{what} {language}": tally.f1
        for (what, language), tally in sorted(score.tallies.items())
        if (language == ALL or what in EACH) and tally.gold
    }


def below(reached: dict[str, float]) -> list[str]:
    """The figures that are below their floor."""
    floors: dict[str, float] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    return [
        f"{name} {reached.get(name, 0.0):.3f} < {floor:.3f}"
        for name, floor in sorted(floors.items())
        if reached.get(name, 0.0) < floor
    ]


def lift(reached: dict[str, float]) -> None:
    """Lifts the floors to what was reached; lowers none."""
    floors: dict[str, float] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    risen = {name: max(floors.get(name, 0.0), round(value - HAIR, 3)) for name, value in reached.items()}
    FLOORS.write_text(json.dumps({**floors, **risen}, indent=1, sort_keys=True) + "\n")


def report(score: Score) -> None:
    languages = [*sorted({language for _, language in score.tallies} - {ALL}), ALL]
    print("| F1 (precision/recall) | " + " | ".join(languages) + " |\n|---|" + "---|" * len(languages))
    for what in FOUND:
        tallies = [score.tallies.get((what, language)) for language in languages]
        cells = [f"{t.f1:.2f} ({t.precision:.2f}/{t.recall:.2f})" if t else "" for t in tallies]
        print(f"| {what} | " + " | ".join(cells) + " |")
    print("\n| right of those found | " + " | ".join(languages) + " |\n|---|" + "---|" * len(languages))
    for what in TOLD:
        tallies = [score.tallies.get((what, language)) for language in languages]
        cells = [f"{t.hit / max(1, t.gold):.2f} of {t.gold}" if t else "" for t in tallies]
        print(f"| {what} | " + " | ".join(cells) + " |")


def quiet(folder: Path) -> None:
    """Reads other news, prints every meeting and agreement taken from it, and how many per 100 sentences."""
    parties = load()
    counts: dict[str, list[int]] = {}
    for document in documents(folder):
        for language, lines in document.sentences.items():
            count = counts.setdefault(language, [0, 0, 0])
            text, name = "\n".join(lines), f"{document.name} {language}"
            read = testimony(
                read_witness(text, source=name, sha256=name, given=Given(language=language)), parties
            )
            count[0] += len(lines)
            count[1] += len(read.meetings)
            count[2] += len(read.agreements)
            for meeting in read.meetings:
                people = [p.person or p.name or p.office or p.side for p in meeting.participants]
                print(f"{name}: {meeting.kind} of {people}: " + " + ".join(s.of(text) for s in meeting.spans))
            for one in read.agreements:
                words = " + ".join(s.of(text) for s in one.spans)
                print(f"{name}: {one.force} {one.deed} of {list(one.parties)}: {words}")
    print("\n| language | sentences | meetings | agreements | per 100 sentences |\n|---|---|---|---|---|")
    for language, (lines_read, met, agreed) in sorted(counts.items()):
        print(
            f"| {language} | {lines_read} | {met} | {agreed} | {100 * (met + agreed) / max(1, lines_read):.2f} |"
        )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--language")
    parser.add_argument("--only", help="what the names of the texts begin with")
    parser.add_argument("--seeds", type=Path, help="a folder of gold of texts that are kept elsewhere")
    parser.add_argument("--quiet-news", type=Path, help="a line-parallel folder of other news")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--raise-floors", action="store_true")
    asked = parser.parse_args()
    if asked.quiet_news:
        quiet(asked.quiet_news)
        return 0
    some = [
        one
        for one in gold(asked.seeds)
        if one.language == (asked.language or one.language) and one.name.startswith(asked.only or "")
    ]
    wrong = [line for one in some for line in problems(one)]
    print("\n".join(wrong), end="\n" if wrong else "")
    if asked.check:
        return 1 if wrong else 0
    score = measured(some)
    if asked.verbose:
        print("\n".join(score.notes))
    report(score)
    if asked.raise_floors:
        lift(figures(score))
    # Floors are those of all our own gold.
    low = [] if asked.seeds or asked.language or asked.only else below(figures(score))
    print("\n".join(f"BELOW ITS FLOOR: {line}" for line in low))
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
