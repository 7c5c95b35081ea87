"""How much of the gold stories can be glossed: `python -m eval.glosses [-v]`.

For each pair of languages the share of content words that are not left unknown, each passage
glossed by itself (no answering passage helps) and within its story. Floors only rise:
`--raise-floors` lifts those that were passed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from eval.stories import stories
from hexapla.gloss import gloss
from hexapla.lang import codes

FLOORS = Path(__file__).parent / "gloss_floors.json"
CONTENT = ("concept", "name", "number", "date", "unknown")
HAIR = 0.005

Shares = dict[str, float]


def counted() -> tuple[Counter[str], Counter[str], Counter[tuple[str, str]]]:
    """By pair of languages: content words, those that are glossed; and the words left unknown."""
    words: Counter[str] = Counter()
    known: Counter[str] = Counter()
    unknown: Counter[tuple[str, str]] = Counter()
    for story in stories():
        for language, witness in story.witnesses.items():
            for into in codes():
                if into == language:
                    continue
                pair = f"{language}-{into}"
                for segment in witness.segments:
                    pieces = gloss(
                        witness.text, segment.language, into, *segment.span, witness.published
                    ).pieces
                    content = [p for p in pieces if p.kind in CONTENT]
                    words[pair] += len(content)
                    known[pair] += sum(p.kind != "unknown" for p in content)
                    unknown.update((pair, p.word) for p in content if p.kind == "unknown")
    return words, known, unknown


def shares() -> Shares:
    """The share of content words that are glossed, by pair of languages."""
    words, known, _ = counted()
    return {pair: known[pair] / words[pair] for pair in sorted(words)}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true", help="the words left unknown")
    asked = parser.parse_args()
    words, known, unknown = counted()
    reached = {pair: known[pair] / words[pair] for pair in sorted(words)}
    print("| from | " + " | ".join(codes()) + " |\n|---|" + "---|" * len(codes()))
    for language in codes():
        row = (f"{reached[f'{language}-{into}']:.3f}" if into != language else "" for into in codes())
        print(f"| {language} | " + " | ".join(row) + " |")
    if asked.verbose:
        for (pair, word), count in unknown.most_common():
            if pair.endswith("-en") or pair == "en-fr":
                print(f"{pair}\t{count}\t{word}")
    floors: Shares = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    low = {pair: value for pair, value in reached.items() if value < floors.get(pair, 0.0)}
    for pair, value in low.items():
        print(f"BELOW ITS FLOOR: gloss {pair} {value:.3f} < {floors[pair]:.3f}")
    if asked.raise_floors:
        risen = {pair: max(floors.get(pair, 0.0), round(value - HAIR, 3)) for pair, value in reached.items()}
        FLOORS.write_text(json.dumps({**floors, **risen}, indent=1, sort_keys=True) + "\n")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
