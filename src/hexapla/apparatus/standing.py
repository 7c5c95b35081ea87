"""What a word could stand for: whether a language has a word for a meaning, and whether a word of one
language could be a word of another put otherwise.

Meanings that one word has together in either language (*last*, *final*) are near each other, so that a translator
may put the one for the other. Meanings that no word joins (*maritime*, *provisional*) are not, whatever their
part of speech.
"""

from __future__ import annotations

from functools import cache, lru_cache

from hexapla.collation.items import Item, read_items
from hexapla.lang import load
from hexapla.lang.words import forms
from hexapla.lexicon.cells import Cells
from hexapla.lexicon.matching import lexicon

# Meanings of this weight are a word's usual ones; others are guesses.
USUAL = 1.0


def usual_senses(item: Item) -> frozenset[int]:
    """The concepts that are a word's usual meanings."""
    return frozenset(concept for concept, weight in item.senses if weight >= USUAL)


@cache
def _cells(language: str) -> Cells:
    return lexicon().cells(language)


@lru_cache(maxsize=8192)
def has_word(concept: int, language: str) -> bool:
    """Whether the lexicon has a usual word for a concept in a language, so that it would be known there."""
    return any(not term.weak for term in _cells(language).terms(concept))


def as_spelled(text: str, language: str) -> str:
    """Text as its words are compared letter for letter: each set off where the script sets words off."""
    gap = " " if load(language).spaced else ""
    return f"{gap}{gap.join(forms(text, language))}{gap}"


@lru_cache(maxsize=8192)
def spelled(concept: int, language: str) -> tuple[str, ...]:
    """The usual words for a concept in a language, as they would stand in ``as_spelled`` text."""
    terms = _cells(language).terms(concept)
    return tuple(as_spelled(term.word, language) for term in terms if not term.weak)


@lru_cache(maxsize=8192)
def joined(concept: int, language: str) -> frozenset[int]:
    """All that the usual words for a concept in a language mean by themselves, the concept among it."""
    found = {concept}
    for term in _cells(language).terms(concept):
        if not term.weak:
            items = read_items(term.word, language)
            found |= usual_senses(items[0]) if len(items) == 1 else set()
    return frozenset(found)


def could_stand(theirs: Item, language: str, mine: frozenset[int], own: str) -> bool:
    """Whether a known word could say one of some meanings of another language (``own``) otherwise."""
    meanings = usual_senses(theirs)
    families = lexicon().concepts.family
    return (
        bool({families[c] for c in meanings} & {families[c] for c in mine})
        or any(joined(concept, language) & meanings for concept in mine)
        or any(joined(concept, own) & mine for concept in meanings)
    )
