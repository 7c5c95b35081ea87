"""Names across scripts: ours beside the leading open matcher, nomenklatura's logic-v2.

    python -m bench.names [PAIRS ...] [--peer PYTHON] [--index COUNT]

PAIRS are files with the columns set, kind (pos, rand, else a hard negative), lang_a, name_a, lang_b, name_b; without
any, `eval/names/press.tsv` is taken. PYTHON is an interpreter that has nomenklatura (this one if not said); where it
has not, that column is left out. ``--index`` also looks names up among so many made ones.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np
from eval.press import mentions
from eval.scores import best_f1, recall_at

import hexapla
from hexapla.names.index import NameIndex

WORKER = Path(__file__).parent / "peer.py"
OURS, PEER = "Hexapla", "nomenklatura logic-v2"
# Syllables that made names are of.
BEGINNINGS = (
    "b",
    "d",
    "f",
    "g",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "z",
    "sh",
    "ch",
    "kh",
    "tr",
)
VOWELS, ENDINGS = ("a", "e", "i", "o", "u", "ai", "ou"), ("", "", "", "n", "r", "s", "l", "m", "t", "d", "k")
SURNAME_ENDINGS = ("", "", "ov", "enko", "i", "er", "son", "ski")
ASKED = 300
# Pairs compared before the clock runs, so that it does not count the reading of data.
WARM = 20


@dataclass(frozen=True)
class Pair:
    """Two names, the set they are of, and whether they are one person's, two's by chance, or two's sought out."""

    set: str
    kind: str
    a: str
    language_a: str
    b: str
    language_b: str


def read(path: Path) -> list[Pair]:
    with path.open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Pair(r["set"], r["kind"], r["name_a"], r["lang_a"], r["name_b"], r["lang_b"]) for r in rows]


def press() -> list[Pair]:
    """Our own mentions; all that are not one person's were sought out."""
    return [
        Pair(
            f"press {r['language']}",
            "pos" if r["same"] == "yes" else "near",
            r["mention"],
            r["language"],
            r["name"],
            r["name language"],
        )
        for r in mentions()
    ]


def ours(pairs: Sequence[Pair]) -> tuple[list[float], float]:
    """Scores, and processor seconds."""
    hexapla.compare_names_batch([(p.a + p.a, p.language_a, p.b + p.b, p.language_b) for p in pairs[:WARM]])
    start = time.process_time()
    scores = hexapla.compare_names_batch([(p.a, p.language_a, p.b, p.language_b) for p in pairs])
    return scores, time.process_time() - start


def theirs(pairs: Sequence[Pair], python: str) -> tuple[list[float], float] | None:
    """The same by logic-v2; None where the interpreter has it not."""
    has = subprocess.run([python, "-c", "import nomenklatura"], capture_output=True, check=False)
    if has.returncode:
        return None
    lines = "".join(f"{pair.a}\t{pair.b}\n" for pair in pairs)
    done = subprocess.run([python, str(WORKER)], input=lines, stdout=subprocess.PIPE, text=True, check=True)
    told = json.loads(done.stdout)
    return told["scores"], told["seconds"]


def figures(pairs: Sequence[Pair], scores: Sequence[float], seconds: float) -> str:
    """Best F1, recall at one in a hundred hard negatives, pairs a processor second."""
    found, kinds = np.array(scores), np.array([pair.kind for pair in pairs])
    positive, hard = kinds == "pos", (kinds != "pos") & (kinds != "rand")
    f1 = best_f1(found, positive.astype(float))
    return f"{f1:.3f} | {recall_at(found[positive], found[hard]):.3f} | {len(pairs) / seconds:,.0f}"


def compare(pairs: Sequence[Pair], python: str) -> None:
    has_peer = True
    print(
        f"| set | pairs | {OURS}: best F1 | recall at 1 % | pairs/s | {PEER}: best F1 | recall at 1 % | pairs/s |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for name in dict.fromkeys(pair.set for pair in pairs):
        some = [pair for pair in pairs if pair.set == name]
        peer = theirs(some, python) if has_peer else None
        has_peer = peer is not None
        told = figures(some, *peer) if peer else "– | – | –"
        print(f"| {name} | {len(some)} | {figures(some, *ours(some))} | {told} |", flush=True)
    if not has_peer:
        print(
            f"\nnomenklatura is not installed for {python}, so its columns are empty. "
            "Name an interpreter that has it: --peer PYTHON"
        )


def look_up(count: int) -> None:
    """How long candidates among many made names take."""
    draw = random.Random(3)

    def word(syllables: int) -> str:
        parts = (
            draw.choice(BEGINNINGS) + draw.choice(VOWELS) + draw.choice(ENDINGS) for _ in range(syllables)
        )
        return "".join(parts).capitalize()

    given = [word(draw.choice((2, 2, 3))) for _ in range(max(10, count // 100))]
    family = [word(draw.choice((2, 3))) + draw.choice(SURNAME_ENDINGS) for _ in range(max(10, count // 8))]
    names = [(f"{draw.choice(given)} {draw.choice(family)}", "en") for _ in range(count)]
    start = time.process_time()
    index = NameIndex(names)
    print(f"\n{count:,} names entered in {time.process_time() - start:.1f} s")
    for title, ask in (("candidates", index.candidates), ("found and compared", index.find)):
        times = []
        for name, language in draw.sample(names, min(count, ASKED)):
            start = time.process_time()
            ask(name, language)
            times.append(1000 * (time.process_time() - start))
        print(
            f"{title}: {median(times):.1f} ms (one in ten above {sorted(times)[int(0.9 * len(times))]:.1f} ms)"
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path, nargs="*")
    parser.add_argument("--peer", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--index", type=int, metavar="COUNT")
    asked = parser.parse_args()
    compare([pair for path in asked.pairs for pair in read(path)] or press(), asked.peer)
    if asked.index:
        look_up(asked.index)


if __name__ == "__main__":
    main()
