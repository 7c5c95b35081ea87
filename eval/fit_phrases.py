"""Fits the model of phrases that third witnesses carry: `python -m eval.fit_phrases FOLDER`.

Documents in four languages from which phrases set off by punctuation are taken out of one; what stays is lacking
nowhere, nor is anything in the faithful stories. Rewrites ``apparatus/data/phrases.toml``.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from eval.corpus import documents
from eval.fit import STORIES_COUNT, Array, fit
from eval.stories import stories
from hexapla.apparatus import phrases
from hexapla.apparatus.absence import Coverage
from hexapla.collation.workings import Workings, work
from hexapla.witness.model import Span, Witness
from hexapla.witness.reading import Given, read_witness

GROUPS = (("ar", "en", "fr", "ru"), ("en", "es", "fr", "zh"))
SEED = 103
# So many phrases are taken out of each version of a document, of so many words at most.
TAKEN, LONGEST = 3, 7
# A phrase of another version is the one taken out where each answers so much of the other.
SAME = 0.5
DOCUMENTS = 22

Rows = list[list[float]]


def _witness(text: str, language: str) -> Witness:
    return read_witness(text, source=language, sha256=language, given=Given(language=language))


def _covers(workings: Workings, lacking: int | None = None) -> dict[tuple[int, int], Coverage]:
    numbers = range(len(workings.reads))
    return {
        (a, b): Coverage(workings.pair(a, b), a)
        for a in numbers
        for b in numbers
        if a != b and (lacking is None or lacking != a)
    }


def _phrases(
    covers: dict[tuple[int, int], Coverage], lacking: int | None = None
) -> Iterator[tuple[int, int, Span, list[float]]]:
    """Every phrase that a third witness carries, with its features: once with all others, once with the best alone."""
    for (a, b), cover in covers.items():
        if lacking is not None and b != lacking:
            continue
        thirds = [third for (one, other), third in covers.items() if one == a and other != b]
        for clause, part in phrases.parts(cover):
            items = cover.mine.items(part)
            weight = sum(item.weight for item in items)
            if weight < phrases.LEAST_CARRIED or not phrases.tellable(items) or cover.said_anywhere(items):
                continue
            told = phrases.answered_by_others(clause, items, thirds)
            for some in {tuple(told), *((x,) for x in told)}:
                if max(some, default=0.0) >= phrases.ANSWERED:
                    yield a, clause, part, phrases.carried_features(cover, clause, items, some)[0].tolist()


def _planted(
    texts: Sequence[str], group: Sequence[str], whole: Workings, lacking: int, rng: random.Random
) -> Iterator[list[float]]:
    """Features of what the other versions say of phrases that are taken out of one."""
    mine = whole.reads[lacking]
    covers = _covers(whole)
    found = {part for (a, _), c in covers.items() if a == lacking for _, part in phrases.parts(c)}
    some = sorted(p for p in found if 0 < len(mine.items(p)) <= LONGEST)
    for taken in rng.sample(some, min(TAKEN, len(some))):
        cut = list(texts)
        cut[lacking] = texts[lacking][: taken.start] + texts[lacking][taken.end :]
        without = work([_witness(text, language) for text, language in zip(cut, group, strict=True)])
        for a, _, part, features in _phrases(_covers(without, lacking), lacking):
            if _same(whole, a, part, lacking, taken):
                yield features


def _same(whole: Workings, a: int, part: Span, lacking: int, taken: Span) -> bool:
    """Whether a phrase is what was taken out of the other: in linked passages, most of each answered by the other."""
    pair = whole.pair(a, lacking)
    here = {c.segment for c in whole.reads[a].clauses if c.span.overlap(part)}
    there = {c.segment for c in whole.reads[lacking].clauses if c.span.overlap(taken)}
    if not any(set(pair.answers_to(a, segment)) & there for segment in here):
        return False
    return all(
        _share(whole, one, span, other, answer) >= SAME
        for one, span, other, answer in ((a, part, lacking, taken), (lacking, taken, a, part))
    )


def _share(whole: Workings, one: int, span: Span, other: int, answer: Span) -> float:
    pair, read = whole.pair(one, other), whole.reads[one]
    strengths = pair.answered_within(one, [answer])
    items = read.items(span)
    said = sum(i.weight * strengths.get(read.by_clause.number[i.key], 0.0) for i in items)
    return said / max(0.1, sum(i.weight for i in items))


def examples(folder: Path) -> tuple[Array, Array]:
    """Features of phrases, and whether they are lacking."""
    lacking: Rows = []
    said: Rows = []
    for document in documents(folder)[:DOCUMENTS]:
        for group in GROUPS:
            texts = ["\n\n".join(document.sentences[language]) for language in group]
            whole = work([_witness(text, language) for text, language in zip(texts, group, strict=True)])
            said += [features for *_, features in _phrases(_covers(whole))]
            rng = random.Random(f"{SEED}|{document.name}|{group}")
            for n in range(len(group)):
                lacking += _planted(texts, group, whole, n, rng)
    for story in stories():
        if story.faithful:
            whole = work([story.witnesses[language] for language in sorted(story.witnesses)])
            said += STORIES_COUNT * [features for *_, features in _phrases(_covers(whole))]
    return np.array(lacking + said), np.array([1.0] * len(lacking) + [0.0] * len(said))


def main() -> None:
    features, labels = examples(Path(sys.argv[1]))
    weights = fit(features, labels)
    chance = 1 / (1 + np.exp(-features @ weights))
    for least in (0.3, 0.4, 0.5, 0.6, 0.7):
        shown = chance >= least
        found, wrong = shown[labels == 1].mean(), int(shown[labels == 0].sum())
        print(f"from {least}: {found:.2f} of {int(labels.sum())} lacking, {wrong} others")
    numbers = ", ".join(f"{x:.3f}" for x in weights)
    fitted = f"{DOCUMENTS} documents of ntrex-dev in four languages, faithful stories"
    phrases.CARRIED.write_text(
        f"# Fitted, not chosen: `python -m eval.fit_phrases`, {fitted}.\n[carried]\nweights = [{numbers}]\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
