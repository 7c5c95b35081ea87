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

from hexapla.collation.answering import Answers
from hexapla.collation.collating import evidence_kind, shared_value
from hexapla.collation.evidence import Matrix, same_words
from hexapla.collation.explanation import (
    Answer,
    Explanation,
    How,
    Measure,
    Rival,
    Side,
    Unanswered,
)
from hexapla.collation.items import Item
from hexapla.collation.linking import LINKED, Bead, competitive, too_long
from hexapla.collation.scoring import (
    CERTAIN,
    Told,
    context_features,
    pair_features,
    sigmoid,
    told,
    weights,
)
from hexapla.collation.workings import Pair, work
from hexapla.errors import UsageError
from hexapla.witness.model import Span, Witness

# Rivals told on each side.
RIVALS = 3
PAIR_TERMS = (
    "constant",
    "evidence of all words",
    "evidence of a word of the passage that says more for it",
    "evidence of a word of the other",
    "evidence of words without an answer",
)
CONTEXT_TERMS = (
    "constant",
    "the pair by what is common here, and by being headlines",
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
    "the pair by itself",
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

    def told(self) -> tuple[Told, Told]:
        """What the words of each of the two passages say of the pair by itself."""
        a, b = self.pair.a.by_segment, self.pair.b.by_segment
        mine = told(a.merged([[self.i]]), self.pair.answers_of(self.pair.first)[:, [self.j]])
        theirs = told(b.merged([[self.j]]), self.pair.answers_of(self.pair.second)[:, [self.i]])
        return mine, theirs


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
    features = _measured(*case.told())
    odds = CERTAIN if same else float(np.clip(features @ weights("pair"), -CERTAIN, CERTAIN))
    every = context_features(pair.odds) if whole else None
    context = None if every is None else every[case.i, case.j]
    chance = None if every is None else sigmoid(every @ weights("context"))
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


def _measured(mine: Told, theirs: Told) -> Matrix:
    """The measures of the pair by itself."""
    return np.asarray(pair_features(mine, theirs.turned)[0, 0], dtype=np.float32)


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
        (theirs, mine, case.pair.matches.back, True),
    ):
        for word in words:
            best = max(((s, -other) for other, s in matches[word] if other in others), default=None)
            if best:
                pairs[(-best[1], word) if turned else (word, -best[1])] = best[0]
    odds = _Worth(case)
    found = []
    for (i, j), strength in sorted(pairs.items()):
        one, other = mine[i][0], theirs[j][0]
        found.append(
            Answer(
                evidence_kind(one, other),
                shared_value(one, other),
                Span(one.start, one.end),
                Span(other.start, other.end),
                round(strength, 3),
                round(odds.of_answer(i, j, strength), 3),
            )
        )
    yield from sorted(found, key=lambda answer: (-round(answer.worth, 4), answer.a, answer.b))


class _Worth:
    """How far the log-odds of a pair by itself would change without a piece of evidence."""

    def __init__(self, case: _Case) -> None:
        self._told = case.told()
        self._evidence = tuple(side.by_segment.chances.evidence() for side in (case.pair.a, case.pair.b))
        self._whole = self._odds(*self._told)

    @staticmethod
    def _odds(mine: Told, theirs: Told) -> float:
        return float(_measured(mine, theirs) @ weights("pair"))

    def of_answer(self, i: int, j: int, strength: float) -> float:
        """Of two words that answer each other so well: what the pair would lose if they did not."""
        less = []
        for told_, (on, off), word in zip(self._told, self._evidence, (i, j), strict=True):
            lost = np.float32(strength * (on[word] - off[word]))
            still = np.float32(strength * off[word])
            less.append(Told(told_.whole - lost, told_.unanswered + still, told_.words))
        return self._whole - self._odds(less[0], less[1])

    def of_unanswered(self, word: int, side: Side) -> float:
        """Of a word without an answer: what the pair would lose (less than 0: gain) if it were not there."""
        at = 0 if side == "a" else 1
        off = np.float32(self._evidence[at][1][word])
        told_ = self._told[at]
        without = Told(told_.whole - off, told_.unanswered - off, told_.words - 1)
        both = (without, self._told[1]) if at == 0 else (self._told[0], without)
        return self._whole - self._odds(*both)


def _unanswered(case: _Case) -> Iterator[Unanswered]:
    """The words of both passages without an answer, those that say most against the pair first."""
    mine, theirs = _words(case)
    worth = _Worth(case)
    found = [
        *_without(mine, theirs, case.pair.matches, "a", worth),
        *_without(theirs, mine, case.pair.matches.back, "b", worth),
    ]
    yield from sorted(found, key=lambda word: (word.side, word.worth, word.span))


def _without(
    words: _Words, others: _Words, matches: Answers, side: Side, worth: _Worth
) -> Iterator[Unanswered]:
    for word, items in words.items():
        if not any(other in others for other, _ in matches[word]):
            span = Span(items[0].start, items[0].end)
            yield Unanswered(side, span, round(worth.of_unanswered(word, side), 3))


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
    answers = (replace(x, a=x.b, b=x.a) for x in found.answers)
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
