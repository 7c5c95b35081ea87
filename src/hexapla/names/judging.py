"""From how the parts of two names answer one another to one score."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from hexapla.names.letters import rows

# What is measured on two names set against one another; `weights.tsv` has a weight for each.
MEASURES = (
    "constant",
    "mean",
    "mean below 50",
    "worst",
    "worst below 60",
    "worst below 30",
    "worst below 0",
    "evidence",
    "evidence below 10",
    "unanswered on both sides",
    "light unanswered on both sides",
    "one more on one side",
    "more than one more",
    "light ones more",
    "only one answered",
    "only one on either side",
    "one against several",
    "order changed",
    "joined",
)


def measures(
    each: Sequence[float],
    letters: Sequence[int],
    missing: tuple[tuple[int, int], tuple[int, int]],
    single: bool,
    crossed: bool,
    joined: int,
    near: float,
) -> tuple[float, ...]:
    """The measures of one pair of names, in the order of :data:`MEASURES`.

    Parameters
    ----------
    each, letters:
        For each answered part its weight per letter (hundredths) and its number of letters.
    missing:
        Full and light parts without an answer, of the one name and the other.
    single:
        Whether one of the names has but one part.
    crossed, joined:
        Whether the order differs; how many parts were joined for it.
    near:
        The best weight per letter among parts left without an answer.
    """
    (full_a, light_a), (full_b, light_b) = missing
    both = min(full_a, full_b)
    total = sum(e * n for e, n in zip(each, letters, strict=True))
    size = sum(letters)
    mean = total / size if size else -100.0
    worst = min(each, default=-100.0)
    if both:
        worst = min(worst, near)
    more = max(full_a, full_b) - both
    evidence = total / 100
    return (
        1.0,
        mean / 50,
        min(mean, 50) / 50,
        worst / 50,
        min(worst, 60) / 50,
        min(worst, 30) / 50,
        min(worst, 0) / 50,
        min(evidence, 30) / 10,
        min(evidence, 10) / 10,
        both,
        min(light_a, light_b),
        min(more, 1),
        max(more - 1, 0),
        abs(light_a - light_b),
        len(each) == 1,
        single,
        single and more > 0,
        crossed,
        joined,
    )


@cache
def weights(scripts: str) -> tuple[float, ...]:
    """The weights for two scripts; those fitted on all pairs where the two have none of their own."""
    table = {(row[0], row[1]): float(row[2]) for row in rows("weights.tsv")}
    own = scripts if (scripts, "constant") in table else "any"
    return tuple(table[own, measure] for measure in MEASURES)


def score(measured: Sequence[float], scripts: str) -> float:
    """The likelihood of one person's name, 0..1."""
    odds = sum(w * m for w, m in zip(weights(scripts), measured, strict=True))
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 6)
