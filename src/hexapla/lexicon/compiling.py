"""The lexicon compiled: every form of every word, ready to be looked up.

``compile_all`` writes one file a language and one for the concepts into a folder, which
the package ships. Their layout is that of :mod:`hexapla.lexicon.compiled`.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hexapla.lang import codes, load
from hexapla.lang.words import forms
from hexapla.lexicon import expanding
from hexapla.lexicon.compiled import ConceptTable, LanguageTable, write_concepts, write_language
from hexapla.lexicon.rows import DATA, Row, Term, read_rows

# A word that usually means something else counts this much for the weak meaning.
WEAK = 0.4
# Words in a language's list of commonness beyond the lexicon, so that an unknown word is
# known to be rare or common: zipf 3 is one in a million.
COMMON_ZIPF = 3.0


@dataclass
class _Words:
    """What is gathered for one language while compiling."""

    language: str
    ids: dict[str, int] = field(default_factory=dict)
    forms: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    entries: dict[tuple[int, ...], dict[int, float]] = field(default_factory=lambda: defaultdict(dict))

    def word(self, base: str, found: Iterable[str]) -> int:
        number = self.ids.setdefault(base, len(self.ids))
        for form in found:
            self.forms[form].add(number)
        return number

    def add(self, term: Term, pos: str, concept: int) -> None:
        parts = forms(term.word, self.language)
        if not parts:
            return
        key: tuple[int, ...]
        if len(parts) == 1:
            key = (self.word(f"{parts[0]}/{pos}", expanding.expand(term, pos, self.language)),)
        else:
            key = self._phrase(parts)
            for other in term.forms:
                self._note(self._phrase(forms(other, self.language)), concept, term.weak)
        self._note(key, concept, term.weak)

    def _phrase(self, parts: tuple[str, ...]) -> tuple[int, ...]:
        parts = tuple(expanding.bare(part, self.language) for part in parts)
        bases = [expanding.lemma(part, self.language) for part in parts]
        return tuple(
            self.word(base, expanding.forms_of_lemma(base, self.language) | {part})
            for base, part in zip(bases, parts, strict=True)
        )

    def _note(self, key: tuple[int, ...], concept: int, weak: bool) -> None:
        if key:
            senses = self.entries[key]
            senses[concept] = max(senses.get(concept, 0.0), WEAK if weak else 1.0)


def zipf(share: float) -> float:
    """Zipf value of a share: log10 of occurrences in a thousand million words (van Heuven 2014)."""
    return math.log10(share) + 9 if share > 0 else 0.0


def _language_table(words: _Words) -> LanguageTable:
    shares = expanding.frequencies(words.language)
    total = [0.0] * len(words.ids)
    for form, numbers in words.forms.items():
        for number in numbers:
            total[number] += shares.get(form, 0.0) / len(numbers)
    known = words.forms.keys()
    common = {
        form: zipf(share)
        for form, share in shares.items()
        if form not in known and zipf(share) >= COMMON_ZIPF
    }
    return LanguageTable(
        forms={form: tuple(sorted(numbers)) for form, numbers in sorted(words.forms.items())},
        zipf=tuple(zipf(share) for share in total),
        entries={key: tuple(sorted(senses.items())) for key, senses in sorted(words.entries.items())},
        common=dict(sorted(common.items())),
    )


def _string_table(language: str, terms: Iterable[tuple[Term, int]]) -> LanguageTable:
    """For a language written without spaces: whole terms are looked up as strings."""
    shares = expanding.frequencies(language)
    ids: dict[str, int] = {}
    entries: dict[tuple[int, ...], dict[int, float]] = defaultdict(dict)
    for term, concept in terms:
        number = ids.setdefault("".join(forms(term.word, language)), len(ids))
        senses = entries[(number,)]
        senses[concept] = max(senses.get(concept, 0.0), WEAK if term.weak else 1.0)
    rare = min(shares.values())
    return LanguageTable(
        forms={form: (number,) for form, number in sorted(ids.items()) if form},
        # An unlisted long term is rarer than its list's last word.
        zipf=tuple(zipf(shares.get(form, rare / max(1, len(form)))) for form in ids),
        entries={key: tuple(sorted(senses.items())) for key, senses in sorted(entries.items())},
        common={},
    )


def compile_rows(
    rows: list[Row], languages: Iterable[str], folder: Path, say: Callable[[str], None] = print
) -> None:
    """Writes the compiled lexicon of these rows."""
    concepts: dict[str, Row] = {}
    for row in rows:
        concepts.setdefault(row.concept, row)
    number = {concept: index for index, concept in enumerate(sorted(concepts))}
    folder.mkdir(parents=True, exist_ok=True)
    for language in languages:
        terms = [(term, row.pos, number[row.concept]) for row in rows for term in row.terms.get(language, ())]
        if load(language).spaced:
            words = _Words(language)
            for term, pos, concept in terms:
                words.add(term, pos, concept)
            table = _language_table(words)
        else:
            table = _string_table(language, ((term, concept) for term, _, concept in terms))
        write_language(folder / f"{language}.npz", table)
        say(f"lexicon {language}: {len(table.entries)} terms, {len(table.forms)} forms")
    _write_concepts(concepts, number, folder)


def _write_concepts(concepts: Mapping[str, Row], number: Mapping[str, int], folder: Path) -> None:
    order = sorted(concepts)
    family = [number.get(concepts[c].family, number[c]) for c in order]
    write_concepts(
        folder / "concepts.npz",
        ConceptTable(
            ids=tuple(order),
            family=tuple(family),
            pos=tuple(concepts[c].pos for c in order),
            field=tuple(concepts[c].field for c in order),
        ),
    )


def digest(folder: Path = DATA) -> str:
    """A digest of all that the compiled lexicon is made from."""
    total = hashlib.sha256()
    sources = [*sorted(folder.glob("*.tsv")), *sorted(Path(__file__).parent.glob("*.py"))]
    for language in codes():
        sources += sorted(load(language).folder.glob("*.toml"))
    for path in sources:
        total.update(path.name.encode() + path.read_bytes())
    return total.hexdigest()


def compile_all(folder: Path, say: Callable[[str], None] = print) -> None:
    """Compiles our own lexicon into a folder, unless what lies there is of the same data."""
    stamp = folder / "digest.txt"
    wanted = digest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    rows = [row for path in sorted(DATA.glob("*.tsv")) for row in read_rows(path, codes())]
    compile_rows(rows, codes(), folder, say)
    stamp.write_text(wanted)
