"""Looking into the lexicon: what a word may mean, and what a meaning is called in every language."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from hexapla.lang import codes
from hexapla.lang.words import Word, words
from hexapla.lexicon.compiling import WEAK
from hexapla.lexicon.matching import Lexicon, Terms
from hexapla.lexicon.rows import Row, Term, scan
from hexapla.lexicon.scripts import script
from hexapla.lexicon.senses import PART, Match

# Concept ids proposed for one that is not there, and how alike they must be.
PROPOSED, ALIKE = 5, 0.75


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning that a word may have.

    ``form`` is the word as it was looked up; ``kin`` says that no row has the word and the meaning is
    lent by one with the same beginning.
    """

    concept: str
    weight: float
    language: str
    form: str
    kin: bool


@dataclass(frozen=True, slots=True)
class Known:
    """A word of a language that the lexicon knows, with its inflected forms (folded)."""

    language: str
    form: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line that gives a concept words: the file, its number, the words by language."""

    path: Path
    number: int
    terms: dict[str, tuple[Term, ...]]


@dataclass(frozen=True, slots=True)
class Concept:
    """A meaning: where it stands, what it is called, and its word family (``relatives`` share its base)."""

    id: str
    pos: str
    family: str
    field: str
    relatives: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the lexicon has of a word or concept id."""

    asked: str
    known: tuple[Known, ...]
    meanings: tuple[Meaning, ...]
    concepts: tuple[Concept, ...]


def show(asked: str, lexicon: Lexicon, paths: Sequence[Path], languages: Sequence[str] = ()) -> Shown:
    """What a word may mean in these languages (or in all), and the rows of those meanings.

    A concept's id shows that concept. ``paths`` are the files whose lines are told.
    """
    known, meanings = [], []
    found = [
        (language, match, forms)
        for language in languages or codes()
        if not script(language).fault(asked)
        for match, forms in _matches(asked, lexicon.terms(language))
    ]
    # Where some language has the word itself, what others lend it tells nothing.
    if any(not match.kin for _, match, _ in found):
        found = [entry for entry in found if not entry[1].kin]
    for language, match, forms in found:
        known.append(Known(language, match.form, forms))
        meanings += [
            Meaning(lexicon.concepts.ids[concept], round(weight, 3), language, match.form, match.kin)
            for concept, weight in _own_senses(match)
        ]
    ids = list(dict.fromkeys(meaning.concept for meaning in meanings))
    if asked in lexicon.concepts.numbers and asked not in ids:
        ids.insert(0, asked)
    lines = located(ids, paths)
    return Shown(
        asked, tuple(known), tuple(meanings), tuple(_concept(name, lexicon, lines[name]) for name in ids)
    )


def _matches(asked: str, terms: Terms) -> Iterator[tuple[Match, tuple[str, ...]]]:
    """What is found in the words asked for that has a meaning, each with the forms of its word."""
    read: list[Word] = list(words(asked, terms.language))
    for match in terms.match(read):
        if match.senses:
            ids = {} if match.kin else dict.fromkeys(terms.word_ids(match.form))
            forms = [
                form for form, numbers in terms.table.forms.items() if not ids.keys().isdisjoint(numbers)
            ]
            yield match, tuple(forms if ids else ())


def _own_senses(match: Match) -> list[tuple[int, float]]:
    """A match's meanings, weightiest first; of a term's, not those that only its parts have."""
    senses = sorted(match.senses, key=lambda sense: (-sense[1], sense[0]))
    if match.last - match.first == 1:
        return senses
    of_parts = {round(PART, 3), round(PART * WEAK, 3)}
    return [sense for sense in senses if round(sense[1], 3) not in of_parts] or senses


def _concept(name: str, lexicon: Lexicon, lines: Sequence[Line]) -> Concept:
    concepts = lexicon.concepts
    number = concepts.numbers[name]
    base = concepts.family[number]
    relatives = [concepts.ids[n] for n, family in enumerate(concepts.family) if family == base]
    return Concept(
        name,
        concepts.pos[number],
        concepts.ids[base],
        concepts.field[number],
        tuple(other for other in relatives if other != name),
        tuple(lines),
    )


def located(concepts: Collection[str], paths: Sequence[Path]) -> dict[str, list[Line]]:
    """The lines of some concepts, in the order of the files."""
    found: dict[str, list[Line]] = {concept: [] for concept in concepts}
    for path in paths if concepts else ():
        for row in scan(path, codes(), frozenset(concepts)):
            if isinstance(row, Row):
                found[row.concept].append(Line(path, row.line, row.terms))
    return found


def proposed(asked: str, lexicon: Lexicon) -> list[str]:
    """Concept ids much like one that is not there."""
    return get_close_matches(asked.lower(), lexicon.concepts.ids, PROPOSED, ALIKE)
