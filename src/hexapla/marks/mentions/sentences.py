"""A witness's sentences taken into elements and phrases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hexapla.marks.mentions.elements import Element
from hexapla.marks.mentions.known import Book
from hexapla.marks.mentions.lens import Lens
from hexapla.marks.mentions.phrase import Phrase
from hexapla.marks.mentions.phrases import Grammar
from hexapla.marks.mentions.runs import following_run, joined_run, preceding_run, told_run
from hexapla.marks.mentions.spaced import elements as spaced_elements
from hexapla.marks.mentions.unspaced import Scanner, names_of
from hexapla.parties import Parties
from hexapla.witness.model import Segment

# Lenses of so many languages and parties are kept: those of a desk, and a user's overlay.
LENSES_KEPT = 16


@dataclass(frozen=True)
class Read:
    """One sentence read. ``number`` is its segment's in the witness."""

    number: int
    segment: Segment
    found: Sequence[Element]
    phrases: Sequence[Phrase]
    lens: Lens


@lru_cache(maxsize=LENSES_KEPT)
def lens(parties: Parties, language: str) -> Lens:
    """A language read with some parties, made once."""
    return Lens(parties, language)


@lru_cache(maxsize=LENSES_KEPT)
def _scanner(using: Lens) -> Scanner:
    return Scanner(using)


def read_sentence(
    text: str, number: int, segment: Segment, parties: Parties, books: tuple[Book, ...] = ()
) -> Read:
    """A segment read; ``books`` are of people of the text itself, besides those whom the parties know."""
    using = lens(parties, segment.language)
    start, end = segment.span
    if using.spaced:
        found = spaced_elements(text, start, end, using, (using.book, *books), segment.role != "body")
        grammar = Grammar(
            found,
            using,
            lambda at: _run(text, found, at, using),
            lambda at: _before(text, found, at, using),
            lambda at: told_run(text, found, at, using),
            lambda at: joined_run(text, found, at, using),
        )
    else:
        scanner = _scanner(using)
        found = scanner.elements(text, start, end, names_of(books, scanner) if books else {})
        grammar = Grammar(
            found,
            using,
            lambda at: scanner.run(text, end, found, at),
            lambda _: None,
            lambda at: scanner.told(text, end, found, at),
            lambda _: None,
        )
    return Read(number, segment, found, grammar.phrases(), using)


def _before(text: str, found: Sequence[Element], at: int, using: Lens) -> tuple[Element, int] | None:
    bare = using.vocabulary.order.name_before_bare and not using.cased
    return preceding_run(text, found, at, using) if bare and at < len(found) else None


def _run(text: str, found: Sequence[Element], at: int, using: Lens) -> Element | None:
    return None if using.cased else following_run(text, found, at, using)
