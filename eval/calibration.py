"""Does the confidence of a proposed link mean what it says? `python -m eval.calibration FOLDER [--plot FILE]`.

Links proposed for edited documents (seeds that the weights were not fitted with) and for the
gold stories are put into bins of equal mass by confidence; in each, the mean confidence stands
against the share that is right, and the mean absolute difference is the calibration error
(Naeini et al. 2015, with equal-mass bins as Nguyen & O'Connor 2015). With ``--crossed`` the
weights are fitted on one half of the documents and judged on the other.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from eval.corpus import Document, documents, edited
from eval.fit import PAIRS
from eval.stories import stories
from hexapla.api import align
from hexapla.collation.collating import sigla
from hexapla.edition.desk import edition

SEEDS = (103, 104)
BINS = 10


class Proposed(NamedTuple):
    """A proposed link: its confidence, and whether all it links belongs together."""

    confidence: float
    right: bool


class Bin(NamedTuple):
    """Links of like confidence: their mean confidence, the share that is right, how many."""

    confidence: float
    right: float
    size: int


def of_documents(some: Sequence[Document], pairs: Iterable[str] = PAIRS) -> Iterator[Proposed]:
    """Links proposed for edited documents."""
    for name in pairs:
        a, b = name.split("-")
        for document in some:
            for seed in SEEDS:
                case = edited(document, a, b, seed)
                for x, y, confidence in align(case.a, a, case.b, b):
                    if x and y:
                        yield Proposed(confidence, _belongs(x, y, case.links))


def of_stories() -> Iterator[Proposed]:
    """Links proposed for the gold stories."""
    for story in stories():
        languages = sorted(story.witnesses)
        made = edition([story.witnesses[language] for language in languages]).collation
        names = dict(zip(sigla(len(languages)), languages, strict=True))
        for link in made.links:
            a, b = names[link.a], names[link.b]
            gold = story.links.get((a, b)) or [(j, i) for i, j in story.links.get((b, a), ())]
            yield Proposed(link.confidence, _belongs(link.a_segments, link.b_segments, set(gold)))


def _belongs(a: Sequence[int], b: Sequence[int], gold: Iterable[tuple[int, int]]) -> bool:
    """Whether each passage of a link has its answer in the link."""
    pairs = {(i, j) for i, j in gold if i in a and j in b}
    return {i for i, _ in pairs} == set(a) and {j for _, j in pairs} == set(b)


def binned(links: Iterable[Proposed], bins: int = BINS) -> list[Bin]:
    """Links in bins of equal mass, least sure first."""
    ordered = sorted(links)
    parts = [part for part in np.array_split(np.array(ordered, dtype=float), bins) if len(part)]
    return [Bin(float(part[:, 0].mean()), float(part[:, 1].mean()), len(part)) for part in parts]


def error(bins: Sequence[Bin]) -> float:
    """Mean absolute difference of confidence and share right, weighted by the bins' sizes."""
    total = sum(b.size for b in bins)
    return sum(b.size * abs(b.confidence - b.right) for b in bins) / total if total else 0.0


def report(title: str, links: Sequence[Proposed]) -> list[Bin]:
    bins = binned(links)
    print(f"\n{title}: {len(links)} links, calibration error {error(bins):.3f}")
    print("| confidence | right | links |\n|---|---|---|")
    for row in bins:
        print(f"| {row.confidence:.3f} | {row.right:.3f} | {row.size} |")
    return bins


def plot(series: dict[str, list[Bin]], path: Path) -> None:
    """The reliability plot: confidence across, share right up."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(4.5, 4.5), layout="constrained")
    axes.plot([0, 1], [0, 1], color="#999", linewidth=1, linestyle=":")
    for title, bins in series.items():
        axes.plot(
            [b.confidence for b in bins], [b.right for b in bins], marker="o", markersize=4, label=title
        )
    axes.set(xlabel="confidence said", ylabel="share right", xlim=(0.3, 1.01), ylim=(0.3, 1.01))
    axes.legend(loc="upper left", frameon=False)
    figure.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else None)
    pyplot.close(figure)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="a line-parallel corpus")
    parser.add_argument("--plot", type=Path)
    asked = parser.parse_args()
    series = {
        "edited documents": report("edited documents", list(of_documents(documents(asked.folder)))),
        "gold stories": report("gold stories", list(of_stories())),
    }
    if asked.plot:
        plot(series, asked.plot)


if __name__ == "__main__":
    main()
