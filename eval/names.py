"""Learns what letters answer one another across scripts, and how to judge two names: `make fit-names DATA=FOLDER`.

    python -m eval.names FOLDER [--folds 5] [--write]

FOLDER holds ``pairs.tsv`` and ``pairs_tok.tsv`` (set, split, kind, id_a, lang_a, name_a, id_b, lang_b, name_b).
Prints what persons left out of the learning reach; ``--write`` rewrites ``names/data/costs/*.tsv`` and
``names/data/weights.tsv`` from all.

Letters: expectation maximisation (:mod:`eval.units`) on the parts of names of one person: single names and names with
equally many parts first, then, with the costs so learned, all. Scripts that have no pairs get theirs by way of Latin.
Judgement: logistic regression on names whose persons the letters were not learned from.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from eval.scores import report
from eval.units import SQUARE, STEPS, Learner, Unit
from hexapla.names import aligning, comparing, judging, letters
from hexapla.names.judging import MEASURES
from hexapla.names.letters import LATIN, SCRIPTS
from hexapla.names.parts import Name, take_apart
from hexapla.names.words import NAME, habits

Row = dict[str, str]
Costs = dict[str, dict[Unit, int]]
Array = npt.NDArray[np.float64]
RIDGE = 2e-4
# What a near miss of single parts and a press form of our making count. Press forms swept .15-1: French and
# English names that differ lose recall above .25 (a family name alone is another's too), press forms little below.
NEAR_COUNTS, PRESS_COUNTS = 0.3, 0.25
# What a Chinese syllable beside its own spelling counts, where a pair of names counts one.
SPELLING_COUNTS = 0.25
# A unit pair is kept where it is worth this much more than its letters standing for nothing known.
WORTH = 20
# What is taken off weights found by way of Latin, to another script and back to the same;
# the least weight of a letter against itself.
WAY_ROUND, WAY_BACK, IDENTICAL = 0.5, 2.0, 3.0


def load(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def fold_of(person: str, folds: int) -> int:
    return int(hashlib.md5(("cv" + person).encode(), usedforsecurity=False).hexdigest(), 16) % folds


def apart(row: Row) -> tuple[Name, Name]:
    """A row's names taken apart, the script whose file it is first."""
    a, b = take_apart(row["name_a"], row["lang_a"]), take_apart(row["name_b"], row["lang_b"])
    if a.parts and b.parts and not aligning.ordered(a.parts[0].script, b.parts[0].script):
        return b, a
    return a, b


def same_person(rows: Iterable[Row]) -> list[tuple[Name, Name]]:
    """Names of one person: the rows' own, and Latin spellings beside one another."""
    rows = [row for row in rows if row["kind"] == "pos"]
    pairs = {(row["name_a"], row["name_b"]): apart(row) for row in rows}
    spelled: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        if take_apart(row["name_b"], row["lang_b"]).parts:
            spelled[row["id_b"]][row["lang_b"]] = row["name_b"]
    for by_language in spelled.values():
        latin = sorted((la, n) for la, n in by_language.items() if letters.letters(n)[1] == LATIN)
        for (la, one), (lb, other) in pairwise(latin):
            pairs.setdefault((one, other), (take_apart(one, la), take_apart(other, lb)))
    return [pair for pair in pairs.values() if pair[0].parts and pair[1].parts]


def first_guess(pairs: Sequence[tuple[Name, Name]]) -> dict[str, Counter[Unit]]:
    """Parts in order, where the names have equally many."""
    out: dict[str, Counter[Unit]] = defaultdict(Counter)
    for a, b in pairs:
        parts_a, parts_b = ([p for p in n.parts if p.kind == NAME] for n in (a, b))
        if len(parts_a) == len(parts_b):
            for x, y in zip(parts_a, parts_b, strict=True):
                out[f"{x.script}-{y.script}"][x.readings[0], y.readings[0]] += 1
    return out


def aligned(pairs: Sequence[tuple[Name, Name]]) -> dict[str, Counter[Unit]]:
    """Parts as the costs so far set them against one another."""
    out: dict[str, Counter[Unit]] = defaultdict(Counter)
    for a, b in pairs:
        for cell in comparing.chosen(a, b):
            x, y = cell.a.all[0][0], cell.b.all[0][0]
            out[f"{cell.a.script}-{cell.b.script}"][x, y] += 1
    return out


def spelled_out() -> Counter[Unit]:
    """Every Chinese syllable with its own spelling, which names of other countries alone do not teach."""
    return Counter({(row[1], row[0]): SPELLING_COUNTS for row in letters.rows("han.tsv")})


def learn(seen: Mapping[str, Counter[Unit]]) -> Costs:
    """Costs of every two scripts, hundredths."""
    found = {
        name: Learner(
            {unit: count**0.5 for unit, count in pairs.items() if len(unit[0]) * len(unit[1]) <= 300},
            SQUARE if name == "latin-latin" else STEPS,
        ).learn()
        for name, pairs in sorted(seen.items())
        if sum(pairs.values()) > 200
    }
    costs = {name: {u: round(100 * w) for u, w in found[name].items()} for name in found}
    for n, one in enumerate(SCRIPTS):
        for other in SCRIPTS[: n + 1]:
            own = costs.get(f"{one}-{other}", {})
            if LATIN not in (one, other):
                # Pairs of these scripts are few or none: by way of Latin where they say nothing.
                costs[f"{one}-{other}"] = {**through_latin(found, one, other), **pruned(own)}
    return {name: pruned(table) for name, table in costs.items()}


def through_latin(found: Mapping[str, Mapping[Unit, float]], one: str, other: str) -> dict[Unit, int]:
    """Weights of two scripts by way of the Latin units that both answer."""
    theirs, back = found[f"{other}-latin"], answers_in_latin(found[f"{other}-latin"], one != other)
    out: dict[Unit, float] = {("", v): weight for (v, latin), weight in theirs.items() if not latin}
    way_round = WAY_ROUND
    if one == other:
        # One script writes what it writes: a letter that Latin leaves out is not left out here.
        out, way_round = {}, WAY_BACK
    for (u, latin), weight in found[f"{one}-latin"].items():
        if not latin and one != other:
            out[u, ""] = weight
        for v, own in back.get(latin, ()) if u and weight > 0 else ():
            if len(u) + len(v) <= 3:
                out[u, v] = max(out.get((u, v), -99.0), min(weight, own) - way_round)
    if one == other:
        out |= {(u, u): max(out.get((u, u), 0.0), IDENTICAL) for u, _ in out if len(u) == 1}
    return {unit: round(100 * weight) for unit, weight in out.items()}


def answers_in_latin(weights: Mapping[Unit, float], pairs: bool) -> dict[str, list[tuple[str, float]]]:
    """Latin unit → what it answers; with two units side by side: a Chinese final is several Latin letters."""
    good = [(v, latin, weight) for (v, latin), weight in sorted(weights.items()) if latin and weight > 0]
    out: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for v, latin, weight in good:
        out[latin].append((v, weight))
        for w, rest, more in good if pairs else ():
            if len(v + w) == 2 and len(latin + rest) <= 3:
                out[latin + rest].append((v + w, weight + more))
    return {latin: [(v, weight) for v, weight in some if v] for latin, some in out.items()}


def pruned(weights: Mapping[Unit, int]) -> dict[Unit, int]:
    """Without the units that are worth no more than their letters by themselves."""
    kept: dict[Unit, int] = {}
    for (u, v), weight in sorted(weights.items(), key=lambda item: (len(item[0][0] + item[0][1]), item[0])):
        ground = aligning.STRANGE if u and v and len(u) == len(v) == 1 else aligning.ALONE
        if len(u) + len(v) > 2:
            ground = _by_letters(u, v, kept)
        if weight > ground + WORTH:
            kept[u, v] = weight
    return kept


def _by_letters(u: str, v: str, kept: Mapping[Unit, int]) -> int:
    best = [[-9999] * (len(v) + 1) for _ in range(len(u) + 1)]
    best[0][0] = 0
    for i in range(len(u) + 1):
        for j in range(len(v) + 1):
            for k in range(min(i, 3) + 1):
                for m in range(min(j, 3) + 1):
                    if k + m > 0 and (k, m) != (len(u), len(v)):
                        plain = aligning.STRANGE if k == m == 1 else aligning.ALONE if k + m == 1 else -9999
                        weight = kept.get((u[i - k : i], v[j - m : j]), plain)
                        best[i][j] = max(best[i][j], best[i - k][j - m] + weight)
    return best[-1][-1]


def write_costs(costs: Costs, folder: Path, how: str) -> None:
    (folder / "costs").mkdir(exist_ok=True)
    for name, weights in costs.items():
        lines = [f"{u}\t{v}\t{w}" for (u, v), w in sorted(weights.items())]
        (folder / "costs" / f"{name}.tsv").write_text(
            "\n".join([*how.split("\n"), *lines]) + "\n", encoding="utf-8"
        )


@contextmanager
def data(costs: Costs) -> Iterator[None]:
    """The names room with other costs, as if they were in its data folder."""
    real = letters.DATA
    with tempfile.TemporaryDirectory() as folder:
        for path in real.glob("*.tsv"):
            (Path(folder) / path.name).write_bytes(path.read_bytes())
        write_costs(costs, Path(folder), "# trial")
        letters.DATA = Path(folder)
        forget()
        try:
            yield
        finally:
            letters.DATA = real
            forget()


def forget() -> None:
    for kept in (aligning.table, aligning.facing, judging.weights):
        kept.cache_clear()


def learn_all(rows: Sequence[Row]) -> Costs:
    """Costs from the positive rows: a first guess, then twice with the parts they set against one another."""
    pairs = same_person(rows)
    seen = first_guess(pairs)
    seen["han-latin"] += spelled_out()
    with data(learn(seen)):
        seen = aligned(pairs)
    seen["han-latin"] += spelled_out()
    return learn(seen)


def features(rows: Sequence[Row]) -> Array:
    """The measures of each row; nothing answered is all zero but for the constant's sign."""
    out = np.zeros((len(rows), len(MEASURES)))
    for n, row in enumerate(rows):
        a, b = take_apart(row["name_a"], row["lang_a"]), take_apart(row["name_b"], row["lang_b"])
        if not comparing.in_order(a, b):
            a, b = b, a
        chosen = comparing.chosen(a, b) if a.parts and b.parts else []
        if chosen:
            out[n] = comparing.measured(a, b, chosen)
    return out


def logistic(x: Array, y: Array, worth: Array, towards: Array | None = None) -> Array:
    """Logistic regression held to the weights of all scripts, both outcomes of equal weight in all."""
    worth_of_ones, worth_of_zeros = float(worth @ y), float(worth @ (1 - y))
    importance = 0.5 * worth * np.where(y > 0, 1 / worth_of_ones, 1 / worth_of_zeros)
    ridge = RIDGE * (np.arange(x.shape[1]) > 0)
    home = np.zeros(x.shape[1]) if towards is None else towards
    theta = home.copy()
    for _ in range(60):
        chance = 1 / (1 + np.exp(-np.clip(x @ theta, -30, 30)))
        slope = x.T @ (importance * (chance - y)) + ridge * (theta - home)
        spread: Array = importance * chance * (1 - chance)
        curve = (x * spread[:, None]).T @ x + np.diag(ridge + 1e-7)
        step = np.linalg.solve(curve, slope)
        theta -= step * min(1.0, 5 / np.abs(step).max())
    return theta


def press_forms(rows: Sequence[Row]) -> list[Row]:
    """Rows as the press writes such names, in place of clean labels: cases and clitics, the family name alone.

    One of four rows each: both as they are bent; the other name's last word alone; both last words, bent.
    """
    out = []
    for row in rows:
        turn = fold_of(row["name_a"] + row["name_b"], 4)
        last_a, last_b = row["name_a"].split()[-1], row["name_b"].split()[-1]
        several = row["name_a"] != last_a and row["name_b"] != last_b
        # Whose family name is the same is the same by the family name alone.
        if turn == 3 or (turn > 0 and (row["kind"] == "hard_last" or not several)):
            continue
        a = row["name_a"] if turn < 2 else last_a
        b = row["name_b"] if turn == 0 else last_b
        if turn != 1:
            a = bent(a, row["lang_a"], fold_of(row["id_a"], 97))
        out.append({**row, "set": "press", "name_a": a, "name_b": b})
    return out


def within_scripts(rows: Sequence[Row]) -> list[Row]:
    """Rows of two names in one script other than Latin: a name as it is bent; two people's names."""
    spelled = {(row["id_a"], row["lang_a"]): row["name_a"] for row in rows if row["kind"] == "pos"}
    out = []
    for row in rows:
        same = {**row, "set": "press", "lang_b": row["lang_a"]}
        if letters.letters(row["name_a"])[1] == LATIN or fold_of(row["name_a"] + row["name_b"], 3):
            continue
        if row["kind"] == "pos":
            out.append({**same, "name_b": bent(row["name_a"], row["lang_a"], fold_of(row["id_a"], 89))})
        elif (other := spelled.get((row["id_b"], row["lang_a"]))) and other != row["name_a"]:
            out.append({**same, "name_b": other})
    return out


def bent(name: str, language: str, turn: int) -> str:
    """The name in some case, or with some clitic, of its language; as it is where it has neither."""
    habit, words = habits(language), name.split()
    if habit.clitics:
        clitic = habit.clitics[turn % len(habit.clitics)]
        article = next((a for a in habit.articles if words[0].startswith(a)), "")
        lost = 1 if article and clitic.endswith(article[1:]) else 0
        return " ".join([clitic + words[0][lost:], *words[1:]])
    if habit.cases:
        own = max((own for _, own in habit.cases if words[-1].endswith(own)), key=len)
        endings = [ending for ending, o in habit.cases if o == own]
        stem = words[-1][: len(words[-1]) - len(own)]
        return " ".join([*words[:-1], stem + endings[turn % len(endings)]])
    return name


def scripts_of(row: Row) -> str:
    a, b = take_apart(row["name_a"], row["lang_a"]), take_apart(row["name_b"], row["lang_b"])
    return comparing.scripts(a, b) if a.parts and b.parts else "none"


def judge(
    x: Array, y: Array, worth: Array, kinds: npt.NDArray[np.str_], learn_on: npt.NDArray[np.bool_]
) -> dict[str, Array]:
    """Weights of the measures for every two scripts, and for any."""
    some = x[:, 0] > 0
    out = {"any": logistic(x[some & learn_on], y[some & learn_on], worth[some & learn_on])}
    for name in sorted(set(kinds.tolist()) - {"none"}):
        chosen = (kinds == name) & learn_on & some
        out[name] = logistic(x[chosen], y[chosen], worth[chosen], out["any"])
    return out


def worth_of(rows: Sequence[Row]) -> Array:
    """How much each row counts: near misses of single parts were sought out, press forms are of our making."""
    return np.array(
        [
            NEAR_COUNTS if row["kind"] == "near" else PRESS_COUNTS if row["set"] == "press" else 1.0
            for row in rows
        ]
    )


def judged(x: Array, kinds: npt.NDArray[np.str_], weights: Mapping[str, Array]) -> Array:
    odds = np.array([row @ weights.get(kind, weights["any"]) for row, kind in zip(x, kinds, strict=True)])
    return np.where(x[:, 0] > 0, 1 / (1 + np.exp(-np.clip(odds, -30, 30))), 0.0)


def cross_validated(rows: Sequence[Row], folds: int) -> tuple[Array, Array, Array, npt.NDArray[np.str_]]:
    """Measures of each row by letters learned without its person, and scores by judges likewise."""
    part = np.array([fold_of(row["id_a"], folds) for row in rows])
    x = np.zeros((len(rows), len(MEASURES)))
    for fold in range(folds):
        here = np.nonzero(part == fold)[0]
        learned = [r for r, p in zip(rows, part, strict=True) if p != fold and r["set"] != "press"]
        with data(learn_all(learned)):
            x[here] = features([rows[n] for n in here.tolist()])
    y = np.array([row["kind"] == "pos" for row in rows], dtype=float)
    kinds = np.array([scripts_of(row) for row in rows])
    scores = np.zeros(len(rows))
    for fold in range(folds):
        weights = judge(x, y, worth_of(rows), kinds, part != fold)
        scores[part == fold] = judged(x[part == fold], kinds[part == fold], weights)
    return x, y, scores, kinds


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--keep", type=Path, help="keep the measures in this .npz")
    asked = parser.parse_args()
    rows = load(asked.folder / "pairs.tsv") + load(asked.folder / "pairs_tok.tsv")
    labels = rows
    rows = labels + press_forms(labels) + within_scripts(labels)
    x, y, scores, kinds = cross_validated(rows, asked.folds)
    report(rows, scores)
    if asked.keep:
        np.savez(asked.keep, x=x, y=y, scores=scores, kinds=kinds)
    if asked.write:
        how = "# Unit, unit, weight (hundredths of the log of how much more often than by chance). By eval/names.py."
        write_costs(learn_all(labels), letters.DATA, how)
        write_weights(judge(x, y, worth_of(rows), kinds, np.ones(len(rows), dtype=bool)))


def write_weights(weights: Mapping[str, Array]) -> None:
    lines = [
        "# Scripts, measure, weight: logistic regression by eval/names.py on persons left out of the letters."
    ]
    for name, values in sorted(weights.items()):
        lines += [f"{name}\t{measure}\t{value:.4f}" for measure, value in zip(MEASURES, values, strict=True)]
    (letters.DATA / "weights.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
