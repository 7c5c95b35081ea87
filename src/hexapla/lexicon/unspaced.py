"""Words in a run without spaces: leftmost-longest terms, and what is between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import ahocorasick_rs

from hexapla.lang import load
from hexapla.lang.words import Word, function_words
from hexapla.lexicon.compiled import LanguageTable, Senses
from hexapla.lexicon.senses import Match, merge_senses, parts

# A word from this many characters has words inside. Not swept: links of ntrex-dev stand as they were, those of the stories rise.
COMPOUND = 4
# So many single characters of names in a row are a name, even if each is a word as well.
SPELT = 3


@dataclass(frozen=True)
class Runs:
    """One language's compiled terms for runs of words without spaces."""

    language: str
    table: LanguageTable
    commonness: Callable[[str, tuple[int, ...]], float]

    @cached_property
    def _patterns(self) -> list[str]:
        return list(self.table.forms)

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(self._patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def match(self, number: int, word: Word) -> list[Match]:
        """The terms of a run, the ``number``-th of the words given; what stands between them is one
        unknown word each.
        """
        skip, forms = function_words(self.language), self._patterns
        found, last = [], 0
        hits = self._automaton.find_matches_as_indexes(word.form)
        for pattern, start, end in [*hits, (-1, len(word.form), len(word.form))]:
            for gap_start, gap_end in _known_parted(word.form, last, start, skip):
                found.append(self._han(number, word, gap_start, gap_end, ()))
            if pattern >= 0 and forms[pattern] not in skip:
                found.append(self._han(number, word, start, end, self.table.forms[forms[pattern]]))
            last = end
        return self._names_joined(found, word, number)

    def _names_joined(self, found: list[Match], word: Word, number: int) -> list[Match]:
        """Pieces that only spell a foreign name put together: single characters and unknown ones
        in a row, all of them characters that such names are written with.
        """
        out: list[Match] = []
        run: list[Match] = []
        for match in found:
            if run and (match.start != run[-1].end or not self._spells(match)):
                out += self._joined(run, word, number)
                run = []
            if self._spells(match):
                run.append(match)
            else:
                out.append(match)
        return out + self._joined(run, word, number)

    def _spells(self, match: Match) -> bool:
        """Whether a piece may be part of a foreign name: unknown, or a single character."""
        return (not match.senses or len(match.form) == 1) and self._spelling.issuperset(match.form)

    def _joined(self, run: list[Match], word: Word, number: int) -> list[Match]:
        if len(run) < 2 or (len(run) < SPELT and all(match.senses for match in run)):
            return run
        start, end = run[0].start - word.start, run[-1].end - word.start
        if run[0].form in self._translated and end - start > SPELT:
            # The first word of the name is put into this language, and only the rest is spelt (圣彼得堡).
            return [run[0], self._han(number, word, start + 1, end, ())]
        return [self._han(number, word, start, end, ())]

    def _parts(self, form: str) -> list[Senses]:
        """What the words inside a longer one mean, taken longest first from its beginning."""
        inside = self._inside.get(form)
        if inside is None:
            inside = self._inside[form] = []
            at = 0
            while at < len(form) - 1:
                end = self._longest(form, at)
                if end:
                    ids = self.table.forms[form[at:end]]
                    inside += [self.table.single[n] for n in ids if n in self.table.single]
                at = end or at + 1
        return inside

    def _longest(self, form: str, at: int) -> int:
        """Where the longest word of two characters or more ends that begins here; not the whole form; 0 if none."""
        last = len(form) if at else len(form) - 1
        return next((end for end in range(last, at + 1, -1) if form[at:end] in self.table.forms), 0)

    @cached_property
    def _inside(self) -> dict[str, list[Senses]]:
        return {}

    @cached_property
    def _spelling(self) -> frozenset[str]:
        """The characters that foreign names are written with."""
        return frozenset(load(self.language).table("mentions")["names"]["transliteration"])

    @cached_property
    def _translated(self) -> frozenset[str]:
        return frozenset(load(self.language).table("mentions")["names"]["translated"])

    def _han(self, number: int, word: Word, start: int, end: int, ids: tuple[int, ...]) -> Match:
        form = word.form[start:end]
        senses = merge_senses([self.table.single.get(n, ()) for n in ids])
        if senses and len(form) >= COMPOUND:
            senses = merge_senses([senses, *parts(self._parts(form))])
        zipf = self.commonness(form, ids)
        return Match(number, number + 1, word.start + start, word.start + end, form, senses, zipf, False)


def _known_parted(run: str, start: int, end: int, skip: frozenset[str]) -> list[tuple[int, int]]:
    """The stretch between two terms, parted at function characters and without them."""
    known, at = [], start
    for index in range(start, end + 1):
        if index == end or run[index] in skip:
            if index > at:
                known.append((at, index))
            at = index + 1
    return known
