"""Rows compiled: every form of every word, ready to be looked up.

``compile_rows`` writes a lexicon of its own into a folder, one file a language and one for the
concepts; ``compile_beside`` writes a user's rows so that they can be read beside a lexicon that is
compiled already. The layout is that of :mod:`hexapla.lexicon.compiled`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from hexapla.lang import load
from hexapla.lang.words import forms
from hexapla.lexicon import expanding
from hexapla.lexicon.cells import write_cells
from hexapla.lexicon.compiled import (
    COMPILED,
    CONCEPTS,
    SUFFIX,
    ConceptTable,
    Draft,
    LanguageTable,
    read_language,
    write_concepts,
    write_language,
)
from hexapla.lexicon.inflecting import Inflector, Rules, inflector
from hexapla.lexicon.rows import Row, Term

# A word that usually means something else counts this much for the weak meaning. Swept .4-.8 on ntrex-dev,
# cross-validated by document: links gain by it (omission F1 .927 to .931), those of Russian lose from .8 on.
WEAK = 0.6
# Words in a language's list of commonness beyond the lexicon, so that an unknown word is
# known to be rare or common: zipf 3 is one in a million.
COMMON_ZIPF = 3.0
# The share of a word that no list of commonness has (zipf 2.5).
UNLISTED_SHARE = 10**-6.5

Meant = Iterable[tuple[Term, str, int]]
"""Terms with their part of speech and the number of their concept."""


@dataclass
class _Words:
    """What is gathered for one language while compiling; ``over`` is a table whose words keep their ids."""

    language: str
    inflector: Inflector
    over: LanguageTable | None = None
    ids: dict[str, int] = field(default_factory=dict)
    forms: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    entries: dict[tuple[int, ...], dict[int, float]] = field(default_factory=lambda: defaultdict(dict))

    @property
    def first(self) -> int:
        return len(self.over.words) if self.over else 0

    def word(self, base: str, found: Iterable[str]) -> int:
        known = self.over.number(base) if self.over else -1
        number = known if known >= 0 else self.ids.setdefault(base, self.first + len(self.ids))
        for form in found:
            if known < 0 or not self.over or known not in self.over.forms.get(form, ()):
                self.forms[form].add(number)
        return number

    def add(self, term: Term, pos: str, concept: int) -> None:
        parts = forms(term.word, self.language)
        if not parts:
            return
        key: tuple[int, ...]
        if len(parts) == 1:
            key = (self.word(f"{parts[0]}/{pos}", self.inflector.expand(term, pos)),)
        else:
            key = self._phrase(parts)
            for other in term.forms:
                self._note(self._phrase(forms(other, self.language)), concept, term.weak)
        self._note(key, concept, term.weak)

    def add_string(self, term: Term, concept: int) -> None:
        """For a language written without spaces: whole terms are looked up as strings."""
        string = "".join(forms(term.word, self.language))
        self._note((self.word(string, (string,) if string else ()),), concept, term.weak)

    def _phrase(self, parts: tuple[str, ...]) -> tuple[int, ...]:
        parts = tuple(expanding.bare(part, self.language) for part in parts)
        bases = [self.inflector.lemma(part) for part in parts]
        return tuple(
            self.word(base, self.inflector.forms_of_lemma(base) | {part})
            for base, part in zip(bases, parts, strict=True)
        )

    def _note(self, key: tuple[int, ...], concept: int, weak: bool) -> None:
        if key:
            senses = self.entries[key]
            senses[concept] = max(senses.get(concept, 0.0), WEAK if weak else 1.0)


def zipf(share: float) -> float:
    """Zipf value of a share: log10 of occurrences in a thousand million words (van Heuven 2014)."""
    return math.log10(share) + 9 if share > 0 else 0.0


def _draft(words: _Words, shares: Mapping[str, float]) -> Draft:
    spaced = load(words.language).spaced
    return Draft(
        forms={form: tuple(sorted(numbers)) for form, numbers in sorted(words.forms.items())},
        zipf=_zipf_of_words(words, shares)
        if load(words.language).spaced
        else _zipf_of_strings(words, shares),
        entries={key: tuple(sorted(senses.items())) for key, senses in sorted(words.entries.items())},
        common=_common(words.forms, shares) if spaced and not words.over else {},
        words=tuple(words.ids),
        first=words.first,
    )


def _zipf_of_words(words: _Words, shares: Mapping[str, float]) -> tuple[float, ...]:
    """A word is as common as its forms together; a form of several words is shared out among them."""
    total = [0.0] * len(words.ids)
    for form, numbers in words.forms.items():
        for number in numbers:
            if number >= words.first:
                total[number - words.first] += shares.get(form, 0.0) / len(numbers)
    return tuple(zipf(share) for share in total)


def _zipf_of_strings(words: _Words, shares: Mapping[str, float]) -> tuple[float, ...]:
    """An unlisted long term is rarer than its list's last word."""
    rare = min(shares.values(), default=UNLISTED_SHARE)
    return tuple(zipf(shares.get(form, rare / max(1, len(form)))) for form in words.ids)


def _common(known: Mapping[str, object], shares: Mapping[str, float]) -> Mapping[str, float]:
    common = [(form, value) for form, share in shares.items() if (value := zipf(share)) >= COMMON_ZIPF]
    return {form: value for form, value in sorted(common) if form not in known}


def _language(language: str, terms: Meant, inflected: Inflector, over: LanguageTable | None = None) -> Draft:
    words = _Words(language, inflected, over)
    for term, pos, concept in terms:
        if load(language).spaced:
            words.add(term, pos, concept)
        else:
            words.add_string(term, concept)
    draft = _draft(words, inflected.shares())
    inflected.keep()
    return draft


def compile_rows(
    rows: Sequence[Row],
    languages: Iterable[str],
    folder: Path,
    say: Callable[[str], None] = print,
    stamp: str = "",
) -> None:
    """Writes the compiled lexicon of these rows. ``stamp`` tells of which data the files are."""
    concepts: dict[str, Row] = {}
    for row in rows:
        concepts.setdefault(row.concept, row)
    number = {concept: index for index, concept in enumerate(sorted(concepts))}
    folder.mkdir(parents=True, exist_ok=True)
    for language in languages:
        terms = ((term, row.pos, number[row.concept]) for row in rows for term in row.terms.get(language, ()))
        draft = _language(language, terms, inflector(language, _ours(language)))
        write_language(folder / f"{language}{SUFFIX}", draft, stamp)
        write_cells(folder, language, rows, number)
        say(f"lexicon {language}: {len(draft.entries)} terms, {len(draft.forms)} forms")
    write_concepts(folder / CONCEPTS, _concepts(concepts, number), stamp)


def _ours(language: str) -> Callable[[], LanguageTable | None]:
    """Our own compiled table, read only where it is needed."""

    def read() -> LanguageTable | None:
        path = COMPILED / f"{language}{SUFFIX}"
        return read_language(path) if path.exists() else None

    return read


def _concepts(rows: Mapping[str, Row], number: Mapping[str, int]) -> ConceptTable:
    order = sorted(rows)
    return ConceptTable(
        ids=tuple(order),
        family=tuple(number.get(rows[c].family, number[c]) for c in order),
        pos=tuple(rows[c].pos for c in order),
        field=tuple(rows[c].field for c in order),
    )


def compile_beside(
    rows: Sequence[Row],
    languages: Iterable[str],
    folder: Path,
    concepts: ConceptTable,
    table: Callable[[str], LanguageTable],
    stamp: str = "",
) -> None:
    """Writes rows to be read beside a compiled lexicon, of which ``concepts`` and ``table`` are.

    Its concepts and words keep their numbers; those that are new are numbered behind them. ``rows``
    hold each concept once. Forms are made by rule whatever is installed, so that the same files give
    the same words everywhere.
    """
    new = {row.concept: row for row in rows if row.concept not in concepts.numbers}
    number = {**concepts.numbers, **{c: len(concepts.ids) + n for n, c in enumerate(sorted(new))}}
    pos = {row.concept: row.pos for row in new.values()}
    for language in languages:
        terms = [
            (term, pos.get(row.concept) or _pos(concepts, row.concept), number[row.concept])
            for row in rows
            for term in row.terms.get(language, ())
        ]
        if terms:
            ours = table(language)
            draft = _language(language, terms, Rules(language, partial(_given, ours)), ours)
            write_language(folder / f"{language}{SUFFIX}", draft, stamp)
            write_cells(folder, language, rows, number)
    write_concepts(folder / CONCEPTS, _concepts(new, number), stamp)


def _given(table: LanguageTable) -> LanguageTable:
    return table


def _pos(concepts: ConceptTable, concept: str) -> str:
    return concepts.pos[concepts.numbers[concept]] if concept in concepts.numbers else ""
