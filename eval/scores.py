"""How well scores part pairs of names that are one person's from others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


def best_f1(scores: Array, labels: Array) -> float:
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(labels[order])
    last = np.append(np.diff(scores[order]) != 0, True)
    return float((2 * right / (np.arange(1, len(order) + 1) + labels.sum()))[last].max())


def recall_at(positive: Array, hard: Array, share: float = 0.01) -> float:
    bar = np.sort(hard)[::-1][int(share * len(hard))]
    return float((positive > bar).mean())


def report(rows: Sequence[Mapping[str, str]], scores: Array) -> None:
    print(f"{'set':<12}{'f1':>7}{'r@1%':>7}")
    for name in dict.fromkeys(row["set"] for row in rows):
        kinds = np.array([row["kind"] if row["set"] == name else "" for row in rows])
        positive, random = kinds == "pos", kinds == "rand"
        hard = (kinds != "") & ~positive & ~random
        f1 = best_f1(scores[kinds != ""], positive[kinds != ""].astype(float))
        print(f"{name:<12}{f1:>7.3f}{recall_at(scores[positive], scores[hard]):>7.3f}", flush=True)
