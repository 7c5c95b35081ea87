"""Phrases and qualifying words that one witness carries and another lacks.

Words that nothing answers are most often put otherwise, or not in our lexicon. So only two
shapes are told:

- a *phrase* that punctuation sets off (an apposition, a last member of a list), judged like a clause;
- a *qualifying word* of the lexicon's list of telling ones (illegal, so-called, all), where what
  it qualifies is answered and nothing is left over there in the other witness.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hexapla.apparatus.absence import Coverage, chance, features_of_words, only_attributes
from hexapla.apparatus.slots import RowMatch
from hexapla.collation.items import Item
from hexapla.collation.model import Collation, Locus
from hexapla.collation.workings import Workings
from hexapla.lexicon.lists import listed
from hexapla.lexicon.matching import lexicon
from hexapla.witness.model import Span

# What may set a phrase off; a comma between digits does not.
SET_OFF = re.compile(r"(?<!\d)[,،，、](?!\d)|[()（）«»]|\s[–—-]\s")
# A phrase is shown from this chance by the clause model on. Swept .5-.8 on the stories of eval/: planted phrases
# are found from .8 down, faithful versions gain wrong ones below .75, trifles below .8.
SHOWN_PHRASE = 0.8
LEAST_WORDS, LEAST_WEIGHT = 2, 5.0
# Confidence of a lacking qualifier: alone, and for each further witness that carries it.
ALONE, SUPPORT = 0.62, 0.15
# A row that is answered less than this is too free for single words to be missed.
FREE, FREE_SUPPORTED = 0.55, 0.3
# Parts of speech that qualify.
QUALIFYING = ("adj", "adv", "phrase")


class Phrase(NamedTuple):
    """Words of ``carrier`` that ``lacking`` has not, within a row; ``level`` phrase or qualifier."""

    level: str
    carrier: int
    lacking: int
    span: Span
    confidence: float
    weight: float


def set_off(cover: Coverage, other: int) -> Iterator[Phrase]:
    """Phrases between punctuation that the other witness lacks, within clauses that it answers."""
    text = cover.mine.witness.text
    for number, clause in enumerate(cover.mine.clauses):
        if not cover.linked[number]:
            continue
        cuts = [clause.span.start, *(m.end() for m in SET_OFF.finditer(text, *clause.span)), clause.span.end]
        parts = [Span(a, b) for a, b in itertools.pairwise(cuts) if b > a]
        if len(parts) < 2:
            continue
        for part in parts:
            items = cover.mine.items(part)
            weight = float(sum(item.weight for item in items))
            if len(items) < LEAST_WORDS or weight < LEAST_WEIGHT or only_attributes(items):
                continue
            if cover.said_anywhere(items):
                continue
            sure = float(chance("linked", features_of_words(cover, number, items))[0])
            if sure >= SHOWN_PHRASE:
                yield Phrase("phrase", cover.witness, other, _trimmed(text, part), sure, weight)


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip().rstrip(",،，、")))


def qualifiers(collation: Collation, workings: Workings, names: Sequence[str]) -> list[Phrase]:
    """Telling words of every row that another witness of the row lacks."""
    return [phrase for locus in collation.loci for phrase in _row(locus, workings, names)]


def _row(locus: Locus, workings: Workings, names: Sequence[str]) -> Iterator[Phrase]:
    here = [n for n, siglum in enumerate(names) if siglum in locus.units]
    for a in here:
        matches = {
            b: RowMatch(workings.pair(a, b), a, locus.units[names[a]], locus.units[names[b]])
            for b in here
            if b != a
        }
        for b, match in matches.items():
            for k, item in enumerate(match.mine):
                if _tells(item):
                    support = sum(k in other.answer for c, other in matches.items() if c != b)
                    if _lacks(match, k, supported=support > 0):
                        span = Span(item.start, item.end)
                        sure = min(0.95, ALONE + SUPPORT * support)
                        yield Phrase("qualifier", a, b, span, sure, item.weight)


def _tells(item: Item) -> bool:
    """Whether a word is a telling one in its usual meaning."""
    strong = [concept for concept, weight in item.senses if weight >= 1.0]
    return bool(strong) and sum(concept in listed("telling") for concept in strong) * 2 > len(strong)


def _lacks(match: RowMatch, k: int, *, supported: bool) -> bool:
    """Whether the other lacks a word: what stands beside it is answered, and nothing that could be
    the same in other words is left over there. A word that a third witness answers is one the
    lexicon knows; any other must stand in a row that is answered closely.
    """
    if k in match.answer or match.doubled(k) or match.near(k):
        return False
    if match.share < (FREE_SUPPORTED if supported else FREE):
        return False
    beside = [n in match.answer for n in (k - 1, k + 1) if 0 <= n < len(match.mine)]
    slot = match.slot(k, k + 1)
    if slot is None or not (any(beside) if supported else all(beside)):
        return False
    return not any(_could_qualify(match.theirs[n], unknown=not supported) for n in slot)


def _could_qualify(item: Item, *, unknown: bool) -> bool:
    """Whether a left-over word could be a qualifier put otherwise: by its part of speech, or unknown."""
    if not item.senses:
        return unknown and not item.capital
    pos = lexicon().concepts.pos
    return any(pos[concept] in QUALIFYING for concept, weight in item.senses if weight >= 1.0)
