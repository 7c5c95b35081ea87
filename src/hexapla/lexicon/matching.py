"""Words matched to meanings: longest term first, every meaning kept with its weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

import ahocorasick_rs

from hexapla.lang import load
from hexapla.lang.words import Word, affixes, function_words
from hexapla.lexicon.compiled import ConceptTable, LanguageTable, Senses, read_concepts, read_language

COMPILED = Path(__file__).parent.parent / "_compiled" / "lexicon"
# A term's parts still say something when the other language writes it with other parts.
PART = 0.5
# A word in no list at all is rarer than the rarest listed one.
UNLISTED_ZIPF = 2.5


class Match(NamedTuple):
    """A stretch of words and what it may mean.

    ``first`` and ``last`` are indices into the words given, ``last`` exclusive; ``start``
    and ``end`` code points of the text. ``senses`` is empty for a word that no row knows;
    ``zipf`` is its commonness in its language.
    """

    first: int
    last: int
    start: int
    end: int
    form: str
    senses: Senses
    zipf: float
    capital: bool


@dataclass(frozen=True)
class Terms:
    """One language's compiled terms, ready to be matched."""

    language: str
    table: LanguageTable

    @cached_property
    def single(self) -> Mapping[int, Senses]:
        return {key[0]: senses for key, senses in self.table.entries.items() if len(key) == 1}

    @cached_property
    def longer(self) -> Mapping[int, Mapping[int, Sequence[tuple[tuple[int, ...], Senses]]]]:
        """Terms of several words by their first and second word, longest first."""
        found: dict[int, dict[int, list[tuple[tuple[int, ...], Senses]]]] = {}
        for key, senses in sorted(self.table.entries.items(), key=lambda entry: (-len(entry[0]), entry[0])):
            if len(key) > 1:
                found.setdefault(key[0], {}).setdefault(key[1], []).append((key[2:], senses))
        return found

    @cached_property
    def _known(self) -> dict[str, tuple[int, ...]]:
        """Word ids of forms already analysed."""
        return {}

    def word_ids(self, form: str) -> tuple[int, ...]:
        """The word ids a form may be: as it stands, else with the fewest clitics taken off."""
        ids = self._known.get(form)
        if ids is None:
            ids = self._known[form] = self._analyse(form)
        return ids

    def _analyse(self, form: str) -> tuple[int, ...]:
        known = self.table.forms
        if form in known:
            # The article may be part of a listed form; without it the word may be part of a term.
            bare = affixes(self.language).without_article(form)
            return tuple(sorted({*known[form], *known.get(bare, ())}))
        for _, bare, _ in affixes(self.language).bare(form):
            if bare in known:
                return known[bare]
        return ()

    def commonness(self, form: str, ids: tuple[int, ...]) -> float:
        """Zipf value of a form: of its word where it has one, else of the form itself."""
        if ids:
            return max(self.table.zipf[n] for n in ids)
        return self.table.common.get(form, UNLISTED_ZIPF)

    def match(self, words: Sequence[Word]) -> list[Match]:
        """Leftmost-longest terms over the words; function words outside a term are passed over."""
        if not load(self.language).spaced:
            return [m for n, word in enumerate(words) for m in self._match_run(n, word)]
        ids = [self.word_ids(word.form) for word in words]
        skip = function_words(self.language)
        found, at = [], 0
        while at < len(words):
            term = self._term_at(words, ids, at)
            if term:
                found.append(term)
                at = term.last
                continue
            word = words[at]
            if word.form not in skip and word.kind != "number":
                found.append(self._word(at, word, ids[at]))
            at += 1
        return found

    def _word(self, at: int, word: Word, ids: tuple[int, ...]) -> Match:
        senses = merge_senses(self.single.get(n, ()) for n in ids)
        return Match(
            at, at + 1, word.start, word.end, word.form, senses, self.commonness(word.form, ids), word.capital
        )

    def _terms_from(
        self, ids: Sequence[tuple[int, ...]], at: int
    ) -> Iterator[tuple[tuple[int, ...], Senses]]:
        """The rests of terms whose first two words stand here."""
        if at + 1 < len(ids):
            for first in ids[at]:
                seconds = self.longer.get(first)
                for second in ids[at + 1] if seconds else ():
                    yield from seconds.get(second, ()) if seconds else ()

    def _term_at(self, words: Sequence[Word], ids: Sequence[tuple[int, ...]], at: int) -> Match | None:
        best: tuple[int, Senses] | None = None
        for rest, senses in self._terms_from(ids, at):
            length = len(rest) + 2
            if (best and length < best[0]) or at + length > len(words):
                continue
            if all(word in ids[at + 2 + k] for k, word in enumerate(rest)):
                best = (length, merge_senses((best[1], senses)) if best and best[0] == length else senses)
        if not best:
            return None
        last = at + best[0]
        parts = [self.single.get(n, ()) for k in range(at, last) for n in ids[k]]
        parts += self._shorter(ids[at:last], best[0])
        senses = merge_senses([best[1], *(tuple((c, w * PART) for c, w in some) for some in parts)])
        # A term is rarer than its rarest word; one step of a tenth is a cautious guess.
        rarity = min(self.commonness(words[k].form, ids[k]) for k in range(at, last)) - 1.0
        form = " ".join(words[k].form for k in range(at, last))
        return Match(at, last, words[at].start, words[last - 1].end, form, senses, rarity, words[at].capital)

    def _shorter(self, ids: Sequence[tuple[int, ...]], length: int) -> list[Senses]:
        """The terms of several words inside a longer one."""
        return [
            senses
            for start in range(len(ids) - 1)
            for rest, senses in self._terms_from(ids, start)
            if len(rest) + 2 < length
            and start + len(rest) + 2 <= len(ids)
            and all(word in ids[start + 2 + k] for k, word in enumerate(rest))
        ]

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(
            list(self.table.forms), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def _match_run(self, number: int, word: Word) -> list[Match]:
        """The terms of an unspaced run; what stands between them is one unknown word each."""
        if word.kind != "han":
            known = word.kind == "number" or word.form in function_words(self.language)
            return [] if known else [self._word(number, word, ())]
        skip, forms = function_words(self.language), list(self.table.forms)
        found, last = [], 0
        hits = self._automaton.find_matches_as_indexes(word.form)
        for pattern, start, end in [*hits, (-1, len(word.form), len(word.form))]:
            for gap_start, gap_end in _known_parted(word.form, last, start, skip):
                found.append(self._han(number, word, gap_start, gap_end, ()))
            if pattern >= 0 and forms[pattern] not in skip:
                found.append(self._han(number, word, start, end, self.table.forms[forms[pattern]]))
            last = end
        return found

    def _han(self, number: int, word: Word, start: int, end: int, ids: tuple[int, ...]) -> Match:
        form = word.form[start:end]
        senses = merge_senses(self.single.get(n, ()) for n in ids)
        zipf = self.commonness(form, ids)
        return Match(number, number + 1, word.start + start, word.start + end, form, senses, zipf, False)


def _known_parted(run: str, start: int, end: int, skip: frozenset[str]) -> list[tuple[int, int]]:
    """The stretch between two terms, parted at function characters and without them."""
    parts, at = [], start
    for index in range(start, end + 1):
        if index == end or run[index] in skip:
            if index > at:
                parts.append((at, index))
            at = index + 1
    return parts


def merge_senses(several: Iterable[Senses]) -> Senses:
    """Senses of alternatives together: each meaning with its greatest weight."""
    total: dict[int, float] = {}
    for senses in several:
        for concept, weight in senses:
            if weight > total.get(concept, 0.0):
                total[concept] = weight
    return tuple(sorted(total.items()))


@dataclass(frozen=True)
class Lexicon:
    """The compiled lexicon of a folder."""

    folder: Path

    @cached_property
    def concepts(self) -> ConceptTable:
        return read_concepts(self.folder / "concepts.npz")

    @cached_property
    def _terms(self) -> dict[str, Terms]:
        return {}

    def terms(self, language: str) -> Terms:
        """One language's terms, read when first asked for."""
        if language not in self._terms:
            self._terms[language] = Terms(language, read_language(self.folder / f"{language}.npz"))
        return self._terms[language]


@cache
def lexicon() -> Lexicon:
    """The lexicon that the package ships."""
    return Lexicon(COMPILED)
