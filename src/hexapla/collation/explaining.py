"""Why two passages were linked, or were not: the score taken apart.

Everything is read from the workings that the links themselves were made of: which words answer each
other, what the pair model makes of them, what the neighbourhood adds, and which rivals won instead.
A model's measures are added up, so its terms sum to the log-odds; what one piece of evidence is
worth is how far the log-odds would fall without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from hexapla.collation.collating import evidence_kind, shared_value
from hexapla.collation.evidence import Item, Matrix, same_words
from hexapla.collation.explanation import (
    Answer,
    Explanation,
    How,
    Measure,
    Rival,
    Side,
    Unanswered,
)
from hexapla.collation.linking import LINKED, Bead, competitive, too_long
from hexapla.collation.scoring import (
    CERTAIN,
    context_features,
    pair_features,
    pair_logodds,
    sigmoid,
    weights,
)
from hexapla.collation.workings import Matches, Pair, work
from hexapla.errors import UsageError
from hexapla.witness.model import Span, Witness

# Rivals told on each side.
RIVALS = 3
PAIR_TERMS = (
    "constant",
    "share of both that is answered",
    "greater share of one",
    "lesser share of one",
    "weight of what is answered",
    "difference of size",
    "share of the names that is answered",
    "weight of names answered",
    "weight of names unanswered",
    "weight of figures answered",
    "weight of figures unanswered",
)
CONTEXT_TERMS = (
    "constant",
    "the pair by itself",
    "beyond the best rival of A's passage",
    "beyond the best rival of B's passage",
    "the passages before answer each other",
    "the passages after answer each other",
    "those before and after do",
    "a neighbour answers as well",
    "beyond what is usual here",
    "links that cross it",
    "share of links that cross it",
    "share of links near A's passage that cross it",
    "share of links near B's passage that cross it",
)
# Measures of the context that are each other's mirror when the two texts change places.
MIRRORED = ((2, 3), (11, 12))

_Words = dict[int, list[Item]]


@dataclass(frozen=True)
class _Case:
    """Passage ``i`` of a pair's first witness and ``j`` of its second, by passage number."""

    pair: Pair
    i: int
    j: int

    def answered(self) -> tuple[Matrix, Matrix]:
        """What each side's words have answered, in groups: shapes (3, 1, 1)."""
        found = []
        for witness, mine, here, there in (
            (self.pair.first, self.pair.a, self.i, self.j),
            (self.pair.second, self.pair.b, self.j, self.i),
        ):
            column = self.pair.answers_of(witness)[:, there]
            rows = mine.by_segment.grouped[here]
            found.append(
                [float(weights_ @ column[words_]) if len(words_) else 0.0 for words_, weights_ in rows]
            )
        return _column(found[0]), _column(found[1])

    def totals(self) -> tuple[Matrix, Matrix]:
        return (
            self.pair.a.by_segment.group_totals[:, self.i].reshape(3, 1, 1),
            self.pair.b.by_segment.group_totals[:, self.j].reshape(3, 1, 1),
        )


def _column(values: Sequence[float]) -> Matrix:
    return np.array(values, dtype=np.float32).reshape(3, 1, 1)


def explain(a: Witness, segment_a: int, b: Witness, segment_b: int) -> Explanation:
    """Why a segment of one witness was linked with one of another, or was not.

    Parameters
    ----------
    segment_a, segment_b:
        0-based indices into the witnesses' ``segments``.

    Raises
    ------
    UsageError
        A segment is a dateline, which is metadata and not compared.
    """
    pair = work((a, b)).pairs[0]
    turned = pair.first == 1
    first, second = (segment_b, segment_a) if turned else (segment_a, segment_b)
    for read, segment in ((pair.a, first), (pair.b, second)):
        if segment not in read.passage_of:
            raise UsageError(
                f"Segment {segment + 1} of {read.witness.source} is a dateline.",
                "Datelines are read for place, day and outlet, and are not compared.",
                "Name another segment.",
            )
    case = _Case(pair, pair.a.passage_of[first], pair.b.passage_of[second])
    found = _explained(case, first, second)
    return _turned(found) if turned else found


def _explained(case: _Case, first: int, second: int) -> Explanation:
    pair = case.pair
    a, b = pair.a.by_segment, pair.b.by_segment
    whole = not too_long(a, b)
    same = bool(same_words(a.merged([[case.i]]), b.merged([[case.j]])))
    features = pair_features(*case.totals(), *case.answered())[0, 0]
    odds = CERTAIN if same else float(np.clip(features @ weights("pair"), -CERTAIN, CERTAIN))
    context = context_features(pair.odds)[case.i, case.j] if whole else None
    chance = sigmoid(context_features(pair.odds) @ weights("context")) if whole else None
    bead = next((bead for bead in pair.beads if case.i in bead.a and case.j in bead.b), None)
    return Explanation(
        a=first,
        b=second,
        how=_how(case, bead, chance),
        confidence=round(bead.confidence, 4) if bead else None,
        threshold=LINKED,
        odds=odds,
        chance=None if chance is None else float(chance[case.i, case.j]),
        same_words=same,
        answers=tuple(_answers(case)),
        unanswered=tuple(_unanswered(case)),
        pair_terms=_measures(PAIR_TERMS, features, weights("pair")),
        context_terms=() if context is None else _measures(CONTEXT_TERMS, context, weights("context")),
        rivals=() if chance is None else tuple(_rivals(case, chance)),
        linked_a=pair.linked[0].get(first, ()),
        linked_b=pair.linked[1].get(second, ()),
    )


def _how(case: _Case, bead: Bead | None, chance: Matrix | None) -> How:
    if not bead:
        return "apart"
    if chance is None or (case.i, case.j) in competitive(chance):
        return "linked"
    pairs = competitive(chance)
    taken = any(i in bead.a for i, _ in pairs) and any(j in bead.b for _, j in pairs)
    return "joined" if taken else "contained"


def _measures(names: Sequence[str], values: Matrix, by: Matrix) -> tuple[Measure, ...]:
    # A measure that was added to a model and has no name yet is told by its number (a test finds it).
    named = [*names, *(f"measure {n}" for n in range(len(names), len(by)))]
    return tuple(Measure(named[n], float(values[n]), float(by[n])) for n in range(len(by)))


def _words(case: _Case) -> tuple[_Words, _Words]:
    """The words of each of the two passages by their number in the side's vocabulary."""
    found: tuple[_Words, _Words] = ({}, {})
    sides = ((case.pair.a, case.i), (case.pair.b, case.j))
    for words, (read, passage) in zip(found, sides, strict=True):
        for item in read.by_segment.passages[passage]:
            words.setdefault(read.by_segment.number[item.key], []).append(item)
    return found


def _answers(case: _Case) -> Iterator[Answer]:
    """The words that answer each other, each with its best answer, worth most first."""
    mine, theirs = _words(case)
    pairs: dict[tuple[int, int], float] = {}
    for words, others, matches, turned in (
        (mine, theirs, case.pair.matches, False),
        (theirs, mine, case.pair.back, True),
    ):
        for word in words:
            best = max(((s, -other) for other, s in matches[word] if other in others), default=None)
            if best:
                pairs[(-best[1], word) if turned else (word, -best[1])] = best[0]
    found = [_answer(case, mine[i], theirs[j], strength) for (i, j), strength in sorted(pairs.items())]
    yield from sorted(found, key=lambda answer: (-round(answer.worth, 4), answer.a, answer.b))


def _answer(case: _Case, a: Sequence[Item], b: Sequence[Item], strength: float) -> Answer:
    one, other = a[0], b[0]
    return Answer(
        evidence_kind(one, other),
        shared_value(one, other),
        Span(one.start, one.end),
        Span(other.start, other.end),
        round(one.weight, 3),
        round(other.weight, 3),
        round(strength, 3),
        round(_worth(case, one, other, strength), 3),
    )


def _worth(case: _Case, a: Item, b: Item, strength: float) -> float:
    """How far the pair's log-odds would fall if the two words did not answer each other."""
    totals, (from_a, from_b) = case.totals(), case.answered()
    with_it = pair_logodds(*totals, from_a, from_b)
    less_a, less_b = from_a.copy(), from_b.copy()
    less_a[a.group] = np.maximum(less_a[a.group] - a.weight * strength, 0)
    less_b[b.group] = np.maximum(less_b[b.group] - b.weight * strength, 0)
    return float((with_it - pair_logodds(*totals, less_a, less_b))[0, 0])


def _unanswered(case: _Case) -> Iterator[Unanswered]:
    """The words of both passages without an answer, weightiest first."""
    mine, theirs = _words(case)
    found = [
        *_without(mine, theirs, case.pair.matches, "a"),
        *_without(theirs, mine, case.pair.back, "b"),
    ]
    yield from sorted(found, key=lambda word: (word.side, -word.weight, word.span))


def _without(words: _Words, others: _Words, matches: Matches, side: Side) -> Iterator[Unanswered]:
    for word, items in words.items():
        if not any(other in others for other, _ in matches[word]):
            yield Unanswered(side, Span(items[0].start, items[0].end), round(items[0].weight, 3))


def _rivals(case: _Case, chance: Matrix) -> Iterator[Rival]:
    """The best other passages for each of the two."""
    pair = case.pair
    for j in _best(chance[case.i], case.j):
        linked = any(case.i in bead.a and j in bead.b for bead in pair.beads)
        yield Rival("a", pair.b.segments[j], float(chance[case.i, j]), linked)
    for i in _best(chance[:, case.j], case.i):
        linked = any(i in bead.a and case.j in bead.b for bead in pair.beads)
        yield Rival("b", pair.a.segments[i], float(chance[i, case.j]), linked)


def _best(chances: Matrix, but: int) -> list[int]:
    order = np.argsort(-chances, kind="stable").tolist()
    return [n for n in order if n != but][:RIVALS]


def _turned(found: Explanation) -> Explanation:
    """The same with the witnesses in the order in which they were given."""
    other: dict[Side, Side] = {"a": "b", "b": "a"}
    names = dict(zip(CONTEXT_TERMS, CONTEXT_TERMS, strict=True))
    for one, two in MIRRORED:
        names[CONTEXT_TERMS[one]], names[CONTEXT_TERMS[two]] = CONTEXT_TERMS[two], CONTEXT_TERMS[one]
    answers = (replace(x, a=x.b, b=x.a, weight_a=x.weight_b, weight_b=x.weight_a) for x in found.answers)
    unanswered = (replace(x, side=other[x.side]) for x in found.unanswered)
    rivals = (replace(x, side=other[x.side]) for x in found.rivals)
    return replace(
        found,
        a=found.b,
        b=found.a,
        answers=tuple(answers),
        unanswered=tuple(sorted(unanswered, key=lambda x: x.side)),
        context_terms=tuple(replace(x, name=names.get(x.name, x.name)) for x in found.context_terms),
        rivals=tuple(sorted(rivals, key=lambda x: x.side)),
        linked_a=found.linked_b,
        linked_b=found.linked_a,
    )
