"""Fits the few weights of the logistic models on a line-parallel corpus: `make fit DATA=FOLDER`.

Rewrites the two weights files, which say on what they were fitted. Newton's method on the
regularised likelihood: the same numbers on every run.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from eval.corpus import Planted, documents, edited, planted
from eval.stories import Story, stories
from hexapla.apparatus import absence
from hexapla.apparatus.absence import Coverage, gap_features, gap_segments, linked_clauses, linked_features
from hexapla.collation import likelihood, scoring
from hexapla.collation.answering import answers, strengths
from hexapla.collation.evidence import Side, side
from hexapla.collation.joining import Joining
from hexapla.collation.linking import competitive, join_candidates
from hexapla.collation.scoring import (
    Odds,
    context_features,
    context_logodds,
    pair_features,
    side_odds,
    sigmoid,
    told_among,
)
from hexapla.collation.workings import read, work
from hexapla.witness.model import Span
from hexapla.witness.reading import Given, read_witness

Array = npt.NDArray[np.float64]
PAIRS = ("ar-en", "fr-en", "ru-en", "es-en", "zh-en", "ar-fr", "ar-ru")
SEEDS = (101, 102)
# Half of the documents as the aligners' benchmark has them; half as free versions are, where
# one long sentence of one side holds what the other says in one of three, or not at all.
EDITS: dict[int, dict[str, Any]] = {101: {}, 102: {"drop": 0.35, "merge": 0.4, "most": 3, "move": 0.05}}
RIDGE = 1e-3
# The gold stories are few; for joins and absences each of their cases counts so often. (For links once:
# counted more, they cost edited translations an F1 of .005 in omissions and gained no link themselves.)
STORIES_COUNT = 3


def fit(features: Array, labels: Array) -> Array:
    """Logistic regression on standardised features, ridge on all but the constant."""
    mean, spread = features.mean(0), features.std(0)
    mean[0], spread[0] = 0.0, 1.0
    spread[spread == 0] = 1.0
    x, theta = (features - mean) / spread, np.zeros(features.shape[1])
    ridge = RIDGE * len(labels) * (np.arange(len(theta)) > 0)
    for _ in range(40):
        chance = 1 / (1 + np.exp(-x @ theta))
        slope = x.T @ (chance - labels) + ridge * theta
        curve = (x * (chance * (1 - chance))[:, None]).T @ x + np.diag(ridge + 1e-9)
        theta -= np.linalg.solve(curve, slope)
    out = theta / spread
    out[0] = theta[0] - (theta[1:] * mean[1:] / spread[1:]).sum()
    return np.asarray(out)


Case = tuple[Side, Side, frozenset[tuple[int, int]]]
"""Two sides and which of their passages answer each other."""


def _edited(folder: Path, edits: Sequence[int]) -> Iterator[Case]:
    for name in PAIRS:
        x, y = name.split("-")
        for document in documents(folder):
            for seed in edits:
                case = edited(document, x, y, seed, **EDITS[seed])
                yield side(case.a, x), side(case.b, y), case.links


def _told() -> Iterator[Case]:
    """The gold stories, pair by pair."""
    for story in stories():
        languages = sorted(story.witnesses)
        reads = [read(story.witnesses[language]) for language in languages]
        place = dict(zip(languages, reads, strict=True))
        for (a, b), links in story.links.items():
            one, other = place[a], place[b]
            gold = frozenset((one.passage_of[i], other.passage_of[j]) for i, j in links)
            yield one.by_segment, other.by_segment, gold


def words(folder: Path) -> tuple[Array, Array, Array]:
    """Features of every word of a corpus, how well its translation answers it, and how well other sentences do."""
    names = likelihood.feature_names()
    features, same, other = [], [], []
    for name in PAIRS:
        x, y = name.split("-")
        for document in documents(folder):
            a, b = side(document.sentences[x], x), side(document.sentences[y], y)
            found = answers(a, b)
            for mine, answer in (
                (a, strengths(a, b, found)),
                (b, strengths(b, a, found.back)),
            ):
                kinds = likelihood.word_features(mine.vocabulary, names)
                for n, row in enumerate(mine.weighed_rows):
                    hit = answer[row.words, n]
                    features.append(kinds[row.words])
                    same.append(hit)
                    other.append((answer[row.words].sum(1) - hit) / max(1, answer.shape[1] - 1))
    return np.concatenate(features), np.concatenate(same).astype(float), np.concatenate(other).astype(float)


def linking(folder: Path) -> tuple[dict[str, Array], Array, Array]:
    """Features of the two models of pairs, links (0/1), and shape of every case, one after another."""
    features: dict[str, list[Array]] = {"pair": [], "among": []}
    labels, shapes = [], []
    for a, b, links in chain(_edited(folder, SEEDS), _told()):
        found = answers(a, b)
        mine = told_among(a, strengths(a, b, found))
        theirs = told_among(b, strengths(b, a, found.back))
        gold = np.zeros((len(a.passages), len(b.passages)))
        gold[tuple(zip(*links, strict=True))] = 1
        for some, one, other in zip(features.values(), mine, theirs, strict=True):
            some.append(pair_features(one, other.turned).reshape(gold.size, -1).astype(float))
        labels.append(gold)
        shapes.append(gold.shape)
    flat = {model: np.concatenate(some) for model, some in features.items()}
    return flat, np.concatenate([g.ravel() for g in labels]), np.array(shapes)


def context(features: dict[str, Array], shapes: Array, weights: dict[str, Array]) -> Array:
    """Context features of every pair, from the log-odds of the two models of pairs."""
    odds = {model: np.clip(some @ weights[model], -8, 8) for model, some in features.items()}
    at, out = 0, []
    for rows, columns in shapes:
        alone, among = (
            odds[model][at : at + rows * columns].reshape(rows, columns).astype(np.float32)
            for model in ("pair", "among")
        )
        out.append(context_features(Odds(alone, among)).reshape(rows * columns, -1))
        at += rows * columns
    return np.concatenate(out).astype(float)


def joins(folder: Path) -> tuple[Array, Array]:
    """Features and labels of the join model, from documents with many merged sentences."""
    features, labels = [], []
    for a, b, links in chain(_edited(folder, SEEDS[1:]), *(_told() for _ in range(STORIES_COUNT))):
        found = answers(a, b)
        both = side_odds(a, b, found)
        odds, around = both.alone, context_logodds(both)
        pairs = competitive(sigmoid(around))
        back = found.back
        for joining, linked, flip in (
            (Joining(odds, around, a, b, found), pairs, False),
            (Joining(odds.T, around.T, b, a, back), [(j, i) for i, j in pairs], True),
        ):
            for row, near, column in join_candidates(linked, joining.odds):
                features.append(joining.features(row, near, column))
                labels.append(((column, row) if flip else (row, column)) in links)
    return np.array(features), np.array(labels, dtype=float)


def _cases(folder: Path) -> Iterator[tuple[str, str, Planted]]:
    for name in PAIRS:
        for x, y in (name.split("-"), name.split("-")[::-1]):
            for document in documents(folder):
                if len(document.sentences[x]) >= 8:
                    for seed, other in zip(SEEDS, (0.0, 0.15), strict=True):
                        yield x, y, planted(document, x, y, seed, other=other)


def absences(folder: Path) -> dict[str, tuple[Array, Array]]:
    """Features and labels of the absence models, from planted absences."""
    rows: dict[str, list[tuple[npt.NDArray[np.float32], list[bool]]]] = {"linked": [], "gap": []}
    for x, y, case in _cases(folder):
        one = read_witness(case.a, source="a", sha256="a", given=Given(language=x))
        two = read_witness(case.b, source="b", sha256="b", given=Given(language=y))
        pair = work([one, two]).pairs[0]
        for witness in (0, 1):
            cover = Coverage(pair, witness)
            missing = [Span(start, end) for start, end in case.missing] if witness == 0 else []
            clauses = linked_clauses(cover)
            truth = [_lost(cover.mine.clauses[n].span, missing) for n in clauses]
            rows["linked"].append((linked_features(cover, clauses), truth))
            gaps = gap_segments(cover)
            truth = [_lost(cover.mine.witness.segments[s].span, missing) for s in gaps]
            rows["gap"].append((gap_features(cover, gaps), truth))
    for _ in range(STORIES_COUNT):
        _from_stories(rows)
    return {
        model: (
            np.concatenate([f for f, _ in some]).astype(float),
            np.array(list(chain.from_iterable(t for _, t in some)), dtype=float),
        )
        for model, some in rows.items()
    }


def _from_stories(rows: dict[str, list[tuple[npt.NDArray[np.float32], list[bool]]]]) -> None:
    """Adds the cases of the gold stories, whose free versions no corpus of translations has."""
    for story in stories():
        languages = sorted(story.witnesses)
        workings = work([story.witnesses[language] for language in languages])
        for a, mine in enumerate(languages):
            for b, other in enumerate(languages):
                if a == b:
                    continue
                cover = Coverage(workings.pair(a, b), a)
                missing = [e.words[mine] for e in story.entries if mine in e.words and other in e.lacking]
                clauses = linked_clauses(cover)
                truth = [_lost(cover.mine.clauses[n].span, missing) for n in clauses]
                rows["linked"].append((linked_features(cover, clauses), truth))
                gaps = gap_segments(cover)
                said = _said(story, mine, other)
                rows["gap"].append((gap_features(cover, gaps), [s not in said for s in gaps]))


def _said(story: Story, mine: str, other: str) -> set[int]:
    """Segments of one language's version that the other's answers."""
    forth, back = story.links.get((mine, other), ()), story.links.get((other, mine), ())
    return {i for i, _ in forth} | {j for _, j in back}


def _lost(span: Span, missing: list[Span]) -> bool:
    return any(span.overlap(m) > 0.6 * (span.end - span.start) for m in missing)


def show(model: str, weights: Array, features: Array, labels: Array) -> None:
    """How the model does on what it was fitted on."""
    chance = 1 / (1 + np.exp(-features @ weights))
    loss = -np.mean(labels * np.log(chance + 1e-9) + (1 - labels) * np.log(1 - chance + 1e-9))
    print(f"{model}: {len(labels)} cases, {labels.mean():.4f} true, log loss {loss:.4f}")
    for cut in (0.3, 0.5, 0.7):
        hit = float((labels[chance >= cut]).sum())
        print(
            f"  from {cut}: precision {hit / max(1, (chance >= cut).sum()):.3f} recall {hit / labels.sum():.3f}"
        )


def write(path: Path, models: dict[str, Array], made_from: str) -> None:
    """The weights file, with where its numbers come from."""
    lines = [f"# Fitted, not chosen: `make fit`. {made_from}"]
    for model, weights in models.items():
        lines += [f"[{model}]", f"weights = [{', '.join(f'{w:.3f}' for w in weights)}]"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _words(folder: Path, made_from: str) -> None:
    """The two models of words, which those of pairs rest on."""
    features, same, other = words(folder)
    names = likelihood.feature_names()
    lines = [f"# Fitted, not chosen: `make fit`. {made_from}"]
    for model, labels in (("same", same), ("other", other)):
        found = fit(features, labels)
        show(model, found, features, labels)
        lines += [f"[{model}]", *(f'"{n}" = {w:.4f}' for n, w in zip(names, found, strict=True))]
    likelihood.WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    likelihood.weights.cache_clear()


def _linking(folder: Path, made_from: str) -> None:
    """Four models, each on what the ones before it say."""
    features, labels, shapes = linking(folder)
    models = {model: fit(some, labels) for model, some in features.items()}
    for model, some in features.items():
        show(model, models[model], some, labels)
    around = context(features, shapes, models)
    models["context"] = fit(around, labels)
    show("context", models["context"], around, labels)
    write(scoring.WEIGHTS, {**models, "join": np.zeros(9)}, made_from)
    scoring.weights.cache_clear()
    measures, labels = joins(folder)
    models["join"] = fit(measures, labels)
    show("join", models["join"], measures, labels)
    write(scoring.WEIGHTS, models, made_from)
    scoring.weights.cache_clear()


def main(folder: Path) -> None:
    made_from = (
        f"{len(documents(folder))} documents of {folder.name}, pairs {', '.join(PAIRS)}, seeds {SEEDS}."
    )
    if "absence" not in sys.argv[2:]:
        _words(folder, made_from)
        _linking(folder, made_from)
    models = {}
    for model, (features, labels) in absences(folder).items():
        models[model] = fit(features, labels)
        show(model, models[model], features, labels)
    write(absence.WEIGHTS, models, made_from)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
