"""The scores of nomenklatura's logic-v2, run by an interpreter that has it: `PYTHON bench/peer.py < PAIRS`.

One pair of names a line, parted by a tab. Prints one JSON object: its version, the scores, and the processor
seconds they took. Imports nothing of ours, so that it runs where only nomenklatura is installed.
"""

from __future__ import annotations

import json
import sys
import time
from importlib.metadata import version


def main() -> None:
    from followthemoney import ValueEntity, model
    from nomenklatura.matching.logic_v2.model import LogicV2

    person, config = model.get("Person"), LogicV2.default_config()

    def score(number: int, a: str, b: str) -> float:
        # Numbers of their own: it remembers the analysis of names by the entity's id.
        one, other = (ValueEntity(person, {"id": f"{side}{number}"}) for side in "ab")
        one.add("name", a)
        other.add("name", b)
        return float(LogicV2.compare(one, other, config).score)

    pairs = [line.rstrip("\n").split("\t") for line in sys.stdin]
    score(-1, "first", "first")
    start = time.process_time()
    # Its answer depends on which name comes first; the better of both ways is taken.
    scores = [max(score(2 * n, a, b), score(2 * n + 1, b, a)) for n, (a, b) in enumerate(pairs)]
    seconds = time.process_time() - start
    print(json.dumps({"version": version("nomenklatura"), "scores": scores, "seconds": seconds / 2}))


if __name__ == "__main__":
    main()
