"""Absence: words that some witnesses carry and others lack, held against the whole of the other.

For every clause of one witness and every other witness: how much of the clause do the
other's linked passages answer, how much its best passage anywhere, how much its whole
text; is the linked passage already used up by the rest of the segment; would the two be of
fitting size without the clause? A small logistic model, whose weights are data with their
history (``apparatus/data/weights.toml``), turns that into the chance that the other
witness lacks the clause.

All shares are taken relative to what is usual between these two witnesses, since a pair of
languages with a richer lexicon, or a closer translation, answers more of every clause.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from hexapla.collation.evidence import Matrix
from hexapla.collation.items import Item
from hexapla.collation.workings import Pair
from hexapla.lexicon.lists import listed
from hexapla.lexicon.matching import lexicon

WEIGHTS = Path(__file__).parent / "data" / "weights.toml"
Vector = npt.NDArray[np.float32]

# What is usual between two witnesses is taken from at least this many linked clauses; of
# fewer, the middle of what was seen on ntrex-dev is mixed in.
ENOUGH, USUAL_SHARE = 6, 0.45


# Words that say less than this (two content words, or about one rare one) are not told as lacking.
LEAST_WORDS, LEAST_WEIGHT = 2, 4.0
# A passage that answers this much of what is usual says it: then nothing is lacking.
# Swept .7-1.1 on ntrex-dev (planted clauses still found) and the faithful stories of eval/.
SAID = 1.1
# Marks that end a clause here and go on there.
ENDS = " .,;:!?…،؛؟。，；：！？"
# A word that its passage's own links answer this well is theirs.
TAKEN = 0.5
# An attribution (said the minister of transport) has at most so many words.
ATTRIBUTION = 5
# Fields of the lexicon that name who speaks: offices, bodies, names, places.
WHO = ("government", "people-terms", "places", "bodies")


@cache
def weights(model: str) -> Vector:
    """The weights of a model, constant first."""
    with WEIGHTS.open("rb") as file:
        return np.array(tomllib.load(file)[model]["weights"], dtype=np.float32)


def chance(model: str, features: Matrix) -> Vector:
    """The chance of absence for each row of features."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(features @ weights(model), -30, 30))), dtype=np.float32)


class Coverage:
    """What one witness's clauses find in another: all measures an absence is judged by.

    ``witness`` is the index of the witness whose words are looked for in the other.
    """

    def __init__(self, pair: Pair, witness: int) -> None:
        self.pair, self.witness = pair, witness
        self.mine, self.other, self.matches = pair.of(witness)
        self.back = pair.matches.back if witness == pair.first else pair.matches
        self.totals = self.mine.by_clause.totals
        self.cover = pair.clause_cover(witness)
        self.shares: Matrix = self.cover / (self.totals[:, None] + 0.5)
        self.linked = [pair.answers_to(witness, c.segment) for c in self.mine.clauses]
        self._whole = self._share_of_all()
        self._in_linked = self._shares_of_linked()
        self._taken_by: dict[int, dict[int, float]] = {}
        self.usual = self._usual()
        self.usual_size = self._usual_size()

    @cached_property
    def _other_words(self) -> str:
        return " ".join(self.other.by_clause.spelled)

    def verbatim(self, clause: int) -> bool:
        """Whether the other witness has the clause letter for letter, wherever it stands."""
        return self.mine.by_clause.spelled[clause].rstrip(ENDS) in self._other_words

    def said_by(self, items: Sequence[Item]) -> Vector:
        """Weight of some words that each of the other's segments answers."""
        number = self.mine.by_clause.number
        words = {number[item.key]: item.weight for item in items}
        weights = np.fromiter(words.values(), dtype=np.float32)
        return np.asarray(weights @ self.pair.answers_of(self.witness)[list(words)], dtype=np.float32)

    def said_anywhere(self, items: Sequence[Item]) -> bool:
        """Whether some one passage of the other answers the words as fully as is usual, wherever it stands."""
        total = sum({item.key: item.weight for item in items}.values())
        return float(self.said_by(items).max(initial=0.0)) >= SAID * self.usual * total

    def _share_of_all(self) -> Vector:
        """Share of each clause that the other's whole text answers, word by word."""
        best = self.matches.best.tolist()
        rows = self.mine.by_clause.rows
        return np.array(
            [sum(w * best[n] for n, w in row) / (sum(w for _, w in row) + 0.5) for row in rows], np.float32
        )

    def _shares_of_linked(self) -> Vector:
        """Share of each clause that the linked segments together answer; 0 where none are linked."""
        found = np.zeros(len(self.mine.clauses), dtype=np.float32)
        known: dict[tuple[int, ...], dict[int, float]] = {}
        for n, row in enumerate(self.mine.by_clause.rows):
            linked = self.linked[n]
            if linked:
                if linked not in known:
                    known[linked] = self.pair.answered_by(self.witness, linked)
                found[n] = sum(w * known[linked].get(word, 0.0) for word, w in row) / (self.totals[n] + 0.5)
        return found

    def _usual(self) -> float:
        """The middle share of linked clauses that their answers answer."""
        seen = [
            float(self._in_linked[n]) for n, linked in enumerate(self.linked) if linked and self.totals[n] > 3
        ]
        return float(np.median(seen + [USUAL_SHARE] * max(0, ENOUGH - len(seen))))

    def _usual_size(self) -> float:
        """The middle log ratio of the weights of linked segments, mine over the other's."""
        seen = []
        for n, segment in enumerate(self.mine.segments):
            linked = self.pair.answers_to(self.witness, segment)
            if linked:
                seen.append(
                    float(np.log((self.mine.by_segment.totals[n] + 1) / (self.other_weight(linked) + 1)))
                )
        return float(np.median(seen)) if len(seen) >= ENOUGH else 0.0

    def other_weight(self, segments: Sequence[int]) -> float:
        return float(sum(self.other.by_segment.totals[self.other.passage_of[s]] for s in segments))

    def unused(self, clause: int, words: frozenset[int] | None = None) -> float:
        """Share of the linked segments that the rest of this clause's segments does not answer.

        With ``words``, the rest is all but those words of the clause.
        """
        linked = self.linked[clause]
        rest = [c for s in self._fellows(clause) for c in self.mine.clauses_of[s] if c != clause]
        present = {word for c in rest for word, _ in self.mine.by_clause.rows[c]}
        if words is not None:
            present |= {word for word, _ in self.mine.by_clause.rows[clause]} - words
        total = answered = 0.0
        for segment in linked:
            for word, weight in self.other.by_segment.rows[self.other.passage_of[segment]]:
                total += weight
                answered += weight * max((s for o, s in self.back[word] if o in present), default=0.0)
        return 1.0 - answered / (total + 0.5)

    def fresh(self, segment: int) -> float:
        """The most weight of a segment that words of one linked passage of the other answer which the
        passage's own links leave free: were the segment said within that passage, it would be much.
        """
        row = self.mine.by_segment.rows[self.mine.passage_of[segment]]
        best = 0.0
        for number, place in enumerate(self.other.segments):
            taken = self._taken(place)
            if taken:
                free = {o for o, _ in self.other.by_segment.rows[number] if taken.get(o, 0.0) < TAKEN}
                said = sum(w * max((s for o, s in self.matches[m] if o in free), default=0.0) for m, w in row)
                best = max(best, said)
        return best

    def _taken(self, place: int) -> dict[int, float]:
        """Words of the other's segment that the segments linked with it answer."""
        if place not in self._taken_by:
            other = self.pair.second if self.witness == self.pair.first else self.pair.first
            linked = self.pair.answers_to(other, place)
            self._taken_by[place] = self.pair.answered_by(other, linked) if linked else {}
        return self._taken_by[place]

    def _fellows(self, clause: int) -> tuple[int, ...]:
        """The segments that are linked together with this clause's own."""
        back = self.pair.answers_to(
            self.pair.second if self.witness == self.pair.first else self.pair.first, self.linked[clause][0]
        )
        return back or (self.mine.clauses[clause].segment,)

    def misfit(self, clause: int, weight: float | None = None) -> float:
        """By how much the sizes of the linked passages fit better without the clause, or without
        words of it of some weight (log ratio).
        """
        less = float(self.totals[clause]) if weight is None else weight
        mine = sum(float(self.mine.by_segment.totals[self.mine.passage_of[s]]) for s in self._fellows(clause))
        other = self.other_weight(self.linked[clause])
        with_it = np.log((mine + 1) / (other + 1)) - self.usual_size
        without = np.log((mine - less + 1) / (other + 1)) - self.usual_size
        return float(abs(with_it) - abs(without))


LINKED_FEATURES = ("constant", "in_linked", "best", "whole", "unused", "misfit", "weight", "usual")


def linked_features(cover: Coverage, clauses: Sequence[int]) -> Matrix:
    """Features of clauses whose segment is linked, in the order of ``LINKED_FEATURES``."""
    usual = max(0.15, cover.usual)
    rows = [
        (
            1.0,
            min(2.0, cover._in_linked[n] / usual),
            min(2.0, float(cover.shares[n].max(initial=0.0)) / usual),
            min(2.0, cover._whole[n] / usual),
            cover.unused(n),
            cover.misfit(n),
            np.log1p(cover.totals[n]),
            usual,
        )
        for n in clauses
    ]
    return np.array(rows, dtype=np.float32).reshape(len(rows), len(LINKED_FEATURES))


def features_of_words(cover: Coverage, clause: int, items: Sequence[Item]) -> Matrix:
    """The same features for some words of a clause, as though they were a clause by themselves."""
    number = cover.mine.by_clause.number
    words = {number[item.key]: item.weight for item in items}
    weight = sum(words.values())
    linked = cover.pair.answered_by(cover.witness, cover.linked[clause])
    whole = sum(w * max((s for _, s in cover.matches[n]), default=0.0) for n, w in words.items())
    usual = max(0.15, cover.usual)
    row = (
        1.0,
        min(2.0, sum(w * linked.get(n, 0.0) for n, w in words.items()) / (weight + 0.5) / usual),
        min(2.0, float(cover.said_by(items).max(initial=0.0)) / (weight + 0.5) / usual),
        min(2.0, whole / (weight + 0.5) / usual),
        cover.unused(clause, frozenset(words)),
        cover.misfit(clause, weight),
        float(np.log1p(weight)),
        usual,
    )
    return np.array([row], dtype=np.float32)


GAP_FEATURES = ("constant", "odds", "best", "whole", "weight", "usual", "fresh", "least")


def gap_features(cover: Coverage, segments: Sequence[int]) -> Matrix:
    """Features of segments (indices into ``witness.segments``) that no link answers."""
    usual = max(0.15, cover.usual)
    odds = _odds(cover)
    rows = []
    for segment in segments:
        clauses = cover.mine.clauses_of[segment]
        passage = cover.mine.passage_of[segment]
        weight = float(sum(cover.totals[n] for n in clauses)) + 0.5
        best = float((cover.cover[list(clauses)].sum(0) / weight).max(initial=0.0))
        whole = float(sum(cover._whole[n] * (cover.totals[n] + 0.5) for n in clauses)) / weight
        rows.append(
            (
                1.0,
                float(odds[passage].max(initial=-8.0)),
                min(2.0, best / usual),
                min(2.0, whole / usual),
                np.log1p(weight),
                usual,
                min(2.0, cover.fresh(segment) / weight / usual),
                min(2.0, _least_said(cover, clauses) / usual),
            )
        )
    return np.array(rows, dtype=np.float32).reshape(len(rows), len(GAP_FEATURES))


def _least_said(cover: Coverage, clauses: Sequence[int]) -> float:
    """Of the clauses that say enough to be missed, the least share that the other's whole text answers.

    A list of names and offices is mostly answered by a text that has some of them here and there.
    """
    enough = [float(cover._whole[n]) for n in clauses if cover.totals[n] >= LEAST_WEIGHT]
    return min(enough, default=1.0)


def _odds(cover: Coverage) -> Matrix:
    """Log-odds of each of my segments with each of the other's, each pair judged by itself."""
    odds = cover.pair.odds.alone
    return odds if cover.witness == cover.pair.first else odds.T


def gap_segments(cover: Coverage) -> list[int]:
    """Segments that no link of the pair answers and that say enough to be missed."""
    return [
        s
        for s in cover.mine.segments
        if not cover.pair.answers_to(cover.witness, s)
        and cover.mine.by_segment.totals[cover.mine.passage_of[s]] >= LEAST_WEIGHT
        and not all(cover.verbatim(n) for n in cover.mine.clauses_of[s])
    ]


def linked_clauses(cover: Coverage) -> list[int]:
    """Clauses of linked segments of several clauses that say enough to be missed."""
    return [
        n
        for n, clause in enumerate(cover.mine.clauses)
        if cover.linked[n]
        and len(cover.mine.clauses_of[clause.segment]) > 1
        and len(cover.mine.by_clause.rows[n]) >= LEAST_WORDS
        and cover.totals[n] >= LEAST_WEIGHT
        and not cover.verbatim(n)
    ]


def attributing(item: Item) -> bool:
    """Whether a word may only tell who says something: a name, an office, a verb of saying."""
    reporting = listed("reporting")
    field = lexicon().concepts.field
    concepts = [concept for concept, weight in item.senses if weight >= 1.0]
    return item.capital or any(c in reporting or field[c] in WHO for c in concepts)


def only_attributes(items: Sequence[Item]) -> bool:
    """Whether words only tell who says something: a verb of saying, names and offices, little else."""
    reporting = listed("reporting")
    field = lexicon().concepts.field
    says, rest = False, 0.0
    for item in items:
        concepts = [concept for concept, weight in item.senses if weight >= 1.0]
        if any(concept in reporting for concept in concepts):
            says = True
        elif concepts and not item.capital and not any(field[concept] in WHO for concept in concepts):
            rest += item.weight
    return says and rest < LEAST_WEIGHT and len(items) <= ATTRIBUTION
