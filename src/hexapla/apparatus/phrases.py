"""Phrases that one witness carries and another lacks.

Words that nothing answers are most often put otherwise, or not in our lexicon. So only two shapes of
less than a clause are told: a phrase that punctuation sets off (an apposition, a last member of a list),
judged like a clause; and telling words (:mod:`hexapla.apparatus.qualifiers`).

A phrase that a third witness carries, too, is one that the lexicon can follow from language to language: whether
it is lacking is then judged by a model of its own, which asks how well the others answer it.
"""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from hexapla.apparatus.absence import (
    Coverage,
    Vector,
    attributing,
    chance,
    features_of_words,
    only_attributes,
)
from hexapla.apparatus.standing import has_word, usual_senses
from hexapla.collation.evidence import Matrix
from hexapla.collation.items import FIGURES, Item
from hexapla.collation.workings import Read
from hexapla.lexicon.matching import lexicon
from hexapla.witness.model import Span

CARRIED = Path(__file__).parent / "data" / "phrases.toml"
# What may set a phrase off; a comma between digits does not. Quotation marks set off nothing: they hold words of a clause.
SET_OFF = re.compile(r"(?<!\d)[,،，、](?!\d)|[()（）]|\s[–—-]\s")
# A phrase is shown from this chance by the clause model on. Swept .5-.8 on the stories of eval/: planted phrases
# are found from .8 down, faithful versions gain wrong ones below .75, trifles below .8.
SHOWN_PHRASE = 0.8
LEAST_WORDS, LEAST_WEIGHT = 2, 5.0
# A phrase that others carry is shown from this chance by its own model on; so much it must weigh, and so well
# another witness must answer it.
SHOWN_CARRIED = 0.6
LEAST_CARRIED, ANSWERED = 2.5, 0.6
# So much of it must be words that have a word in the other language.
KNOWN = 0.5
# A phrase answers another where so much of its own is answered.
MOSTLY = 0.5
# The field of the lexicon whose words only join what is said (*in addition*, *however*).
JOINING = "discourse"


class Phrase(NamedTuple):
    """Words of ``carrier`` that ``lacking`` has not, within a row; ``level`` phrase or qualifier."""

    level: str
    carrier: int
    lacking: int
    span: Span
    confidence: float
    weight: float


def set_off(cover: Coverage, other: int, thirds: Sequence[Coverage] = ()) -> Iterator[Phrase]:
    """Phrases between punctuation that the other witness lacks, within clauses that it answers.

    ``thirds`` are the coverages of the same witness by the others.
    """
    text = cover.mine.witness.text
    for number, part in parts(cover):
        items = cover.mine.items(part)
        weight = float(sum(item.weight for item in items))
        # Somebody who opens a clause is who it is about (*the consul, Ferro, is …*), not set off from it.
        opens = part.start == cover.mine.clauses[number].span.start
        subject = opens and all(attributing(item) for item in items)
        sure = 0.0 if subject else _sure(cover, number, items, weight, thirds)
        if sure:
            yield Phrase("phrase", cover.witness, other, _trimmed(text, part), sure, weight)


def parts(cover: Coverage) -> Iterator[tuple[int, Span]]:
    """What punctuation parts of the clauses that the other answers, with the number of the clause."""
    text = cover.mine.witness.text
    for number, clause in enumerate(cover.mine.clauses):
        if cover.linked[number]:
            found = _cut(text, clause.span)
            yield from ((number, part) for part in found if len(found) > 1)


def _cut(text: str, clause: Span) -> list[Span]:
    """A clause cut where punctuation sets something off."""
    cuts = [clause.start, *(m.end() for m in SET_OFF.finditer(text, *clause)), clause.end]
    return [Span(a, b) for a, b in itertools.pairwise(cuts) if b > a]


def within(read: Read, strength: Mapping[Item, float], least: float) -> Span | None:
    """The phrase of a witness that answers one of another, as ``strength`` says how well each of its words does:
    of what punctuation sets off, and is mostly answered, that of which the most is. None where that is not even
    ``least`` by weight.
    """
    best: tuple[float, Span] | None = None
    segments = {c.segment for c in read.clauses if any(c.span.holds(Span(i.start, i.end)) for i in strength)}
    for segment in sorted(segments):
        for clause in (read.clauses[n].span for n in read.clauses_of[segment]):
            for part in _cut(read.witness.text, clause):
                items = [i for i in read.items(part) if i in strength]
                said = sum(i.weight * strength[i] for i in items)
                if said >= max(least, MOSTLY * sum(i.weight for i in items)) and (not best or said > best[0]):
                    best = said, part
    return _trimmed(read.witness.text, best[1]) if best else None


def tellable(items: Sequence[Item]) -> bool:
    """Whether words say something of their own: not only who speaks, nor how one thing follows another."""
    fields = lexicon().concepts.field
    joins = all(
        item.senses and all(fields[c] == JOINING for c in usual_senses(item)) and not item.capital
        for item in items
    )
    return not joins and not only_attributes(items)


def _sure(
    cover: Coverage, clause: int, items: Sequence[Item], weight: float, thirds: Sequence[Coverage]
) -> float:
    """How sure it is that words of a clause are lacking; 0 where they are not to be told."""
    if (
        len(items) < LEAST_WORDS
        or weight < LEAST_CARRIED
        or not tellable(items)
        or cover.said_anywhere(items)
    ):
        return 0.0
    if _known(cover, items) < KNOWN * weight:
        return 0.0
    told = answered_by_others(clause, items, thirds)
    if max(told, default=0.0) >= ANSWERED:
        sure = chance_carried(carried_features(cover, clause, items, told))
        if sure >= SHOWN_CARRIED:
            return sure
    if weight < LEAST_WEIGHT:
        return 0.0
    sure = float(chance("linked", features_of_words(cover, clause, items))[0])
    return sure if sure >= SHOWN_PHRASE else 0.0


def _known(cover: Coverage, items: Sequence[Item]) -> float:
    """The weight of words that the lexicon could follow into the other language; names are spelt in many ways."""
    language = cover.other.witness.language
    return sum(
        item.weight
        for item in items
        if item.kind in FIGURES
        or (not item.capital and any(has_word(concept, language) for concept in usual_senses(item)))
    )


def answered_by_others(clause: int, items: Sequence[Item], thirds: Sequence[Coverage]) -> list[float]:
    """How much of some words of a clause each third witness answers in what is linked with the clause, most first."""
    found = []
    for cover in thirds:
        if cover.linked[clause]:
            number = cover.mine.by_clause.number
            strengths = cover.pair.answered_by(cover.witness, cover.linked[clause])
            said = sum(item.weight * strengths.get(number[item.key], 0.0) for item in items)
            found.append(said / max(0.1, sum(item.weight for item in items)))
    return sorted(found, reverse=True)


CARRIED_FEATURES = (
    "constant",
    "in_linked",
    "best",
    "whole",
    "unused",
    "misfit",
    "weight",
    "usual",
    "single",
    "told best",
    "told on average",
)


def carried_features(cover: Coverage, clause: int, items: Sequence[Item], told: Sequence[float]) -> Matrix:
    """Features of words that third witnesses carry, in the order of ``CARRIED_FEATURES``."""
    more = (float(len(items) == 1), told[0], sum(told) / len(told))
    return np.concatenate([features_of_words(cover, clause, items), np.array([more], np.float32)], axis=1)


def chance_carried(features: Matrix) -> float:
    """The chance that words which third witnesses carry are lacking."""
    return float(1.0 / (1.0 + np.exp(-np.clip(features[0] @ _weights(), -30, 30))))


@cache
def _weights() -> Vector:
    with CARRIED.open("rb") as file:
        return np.array(tomllib.load(file)["carried"]["weights"], dtype=np.float32)


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip().rstrip(",،，、")))
