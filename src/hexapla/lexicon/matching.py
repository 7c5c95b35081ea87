"""Words matched to meanings: longest term first, every meaning kept with its weight."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hexapla.lang import load
from hexapla.lang.words import Word, affixes, function_words
from hexapla.lexicon.cells import Cells
from hexapla.lexicon.compiled import COMPILED, ConceptTable, LanguageTable, Rest, Senses
from hexapla.lexicon.opening import Opened, Overlaid, ours
from hexapla.lexicon.senses import Match, merge_senses, parts
from hexapla.lexicon.unknown import RUN_TOGETHER, kin, parted
from hexapla.lexicon.unspaced import Runs

# Names the user's own files (:mod:`hexapla.lexicon.overlays`).
SETTING = "HEXAPLA_LEXICON"
# How the words of verbs end in a compiled table (lemma/pos).
VERB = "/verb"
# The commonest words of content have this zipf value.
COMMONEST_ZIPF = 7.0
# The meanings of a word's kin (``unknown``) are weaker evidence than its own.
KIN = 0.6
# A word in no list at all is rarer than the rarest listed one.
UNLISTED_ZIPF = 2.5


class _Known(NamedTuple):
    """A form looked up: the words it may be, their meanings, and the longer terms these begin."""

    ids: tuple[int, ...]
    senses: Senses
    zipf: float
    starts: tuple[Mapping[int, Sequence[Rest]], ...]


@dataclass(frozen=True)
class Terms:
    """One language's compiled terms, ready to be matched."""

    language: str
    table: LanguageTable

    @property
    def single(self) -> Mapping[int, Senses]:
        """What each word means by itself."""
        return self.table.single

    @property
    def longer(self) -> Mapping[int, Mapping[int, Sequence[Rest]]]:
        """Terms of several words by their first and second word, longest first."""
        return self.table.longer

    @cached_property
    def _analysed(self) -> dict[str, tuple[int, ...]]:
        """Word ids of forms already analysed."""
        return {}

    def word_ids(self, form: str) -> tuple[int, ...]:
        """The word ids a form may be: as it stands, else with the fewest clitics taken off."""
        ids = self._analysed.get(form)
        if ids is None:
            ids = self._analysed[form] = self._analyse(form)
        return ids

    def _analyse(self, form: str) -> tuple[int, ...]:
        known = self.table.forms
        # The article may be part of a listed form; without it the word may be part of a term.
        without = affixes(self.language).without_article(form)
        listed = tuple(sorted({*known.get(form, ()), *known.get(without, ())}))
        if any(n in self.single for n in listed):
            return listed
        # A form that is listed only as a part of terms says more without its clitics.
        for prefix, bare, _ in affixes(self.language).bare(form):
            ids = self.after(prefix, bare)
            if any(n in self.single for n in ids):
                return tuple(sorted({*listed, *ids}))
            listed = listed or tuple(ids)
        return listed

    def after(self, prefix: str, form: str) -> tuple[int, ...]:
        """The word ids that a listed form may be where a prefix stands before it."""
        ids = self.table.forms.get(form, ())
        if prefix in affixes(self.language).verbal:
            return tuple(n for n in ids if self.table.words[n].endswith(VERB))
        return tuple(ids)

    def commonness(self, form: str, ids: tuple[int, ...]) -> float:
        """Zipf value of a form: of its word where it has one, else of the form itself."""
        if ids:
            return max(self.table.zipf[n] for n in ids)
        return self.table.common.get(form, UNLISTED_ZIPF)

    def match(self, words: Sequence[Word]) -> list[Match]:
        """Leftmost-longest terms over the words; function words outside a term are passed over."""
        if not load(self.language).spaced:
            return [m for n, word in enumerate(words) for m in self._of_run(n, word)]
        words, known = self._read(words)
        skip = function_words(self.language)
        found, at = [], 0
        while at < len(words):
            term = self._term_at(words, known, at) if known[at].starts and _terms_from(known, at) else None
            if term:
                found.append(term)
                at = term.last
                continue
            word = words[at]
            if word.form not in skip and word.kind != "number":
                found.append(self._word(at, word, known[at]))
            at += 1
        return found

    def _of_run(self, number: int, word: Word) -> list[Match]:
        if word.kind == "han":
            return self._runs.match(number, word)
        known = word.kind == "number" or word.form in function_words(self.language)
        return [] if known else [self._word(number, word, self._know(word.form))]

    @cached_property
    def _runs(self) -> Runs:
        return Runs(self.language, self.table, self.commonness)

    def _read(self, words: Sequence[Word]) -> tuple[Sequence[Word], list[_Known]]:
        """The words, parted where several were run together, with what is known of each."""
        known = [self._know(word.form) for word in words]
        if all(some.ids or len(word.form) < RUN_TOGETHER for word, some in zip(words, known, strict=True)):
            return words, known
        skip = function_words(self.language)
        words = [part for word in words for part in self._parted(word, skip)]
        return words, [self._know(word.form) for word in words]

    def _know(self, form: str) -> _Known:
        known = self._seen.get(form)
        if known is None:
            ids = self.word_ids(form)
            starts = tuple(self.longer[n] for n in ids if n in self.longer)
            senses = merge_senses([self.single.get(n, ()) for n in ids])
            known = self._seen[form] = _Known(ids, senses, self.commonness(form, ids), starts)
        return known

    @cached_property
    def _seen(self) -> dict[str, _Known]:
        return {}

    def _word(self, at: int, word: Word, known: _Known) -> Match:
        of_kin = () if known.ids or word.capital else self._kin(word.form)
        return Match(
            at,
            at + 1,
            word.start,
            word.end,
            word.form,
            known.senses or of_kin,
            known.zipf,
            word.capital,
            bool(of_kin),
        )

    def _kin(self, form: str) -> Senses:
        """The meanings of the known word that begins as an unknown one does."""
        senses = self._of_kin.get(form)
        if senses is None:
            bare = affixes(self.language).without_article(form)
            ids = {n for other in kin(bare, self._sorted_forms) for n in self.table.forms[other]}
            found = merge_senses([self.single.get(n, ()) for n in sorted(ids)])
            senses = self._of_kin[form] = tuple((concept, weight * KIN) for concept, weight in found)
        return senses

    @cached_property
    def _of_kin(self) -> dict[str, Senses]:
        return {}

    @property
    def _sorted_forms(self) -> Sequence[str]:
        return self.table.ordered

    def _parted(self, word: Word, skip: frozenset[str]) -> Sequence[Word]:
        """The words run together in an unknown one; the word itself where it is one."""
        form = word.form
        if len(form) < RUN_TOGETHER or word.capital or word.kind != "word":
            return (word,)
        if self.word_ids(form) or form in self.table.common or form in skip or self._kin(form):
            return (word,)
        spans = self._run_together.get(form)
        if spans is None:
            spans = self._run_together[form] = parted(form, lambda piece: self._rarity(piece, skip))
        if not spans:
            return (word,)
        # Where folding dropped letters, each part stands for the whole word.
        exact = word.end - word.start == len(form)
        return [
            word._replace(form=form[start:end], start=word.start + start, end=word.start + end)
            if exact
            else word._replace(form=form[start:end])
            for start, end in spans
        ]

    @cached_property
    def _run_together(self) -> dict[str, list[tuple[int, int]]]:
        return {}

    def _rarity(self, piece: str, skip: frozenset[str]) -> float | None:
        """What a piece of a word costs: nothing for the commonest word; ``None`` if it is no word."""
        if piece in skip:
            return 0.0 if len(piece) > 2 else 1.0
        ids = self.word_ids(piece) if len(piece) > 2 else ()
        return max(0.0, COMMONEST_ZIPF - self.commonness(piece, ids)) if ids else None

    def _term_at(self, words: Sequence[Word], known: Sequence[_Known], at: int) -> Match | None:
        longest, found = 0, list[Senses]()
        for rest, meant in _terms_from(known, at):
            length = len(rest) + 2
            if length >= longest and _stands(rest, known, at + 2):
                found = [*found, meant()] if length == longest else [meant()]
                longest = length
        if not found:
            return None
        last = at + longest
        inside = [known[k].senses for k in range(at, last)] + _shorter(known[at:last])
        senses = merge_senses([*found, *parts(inside)])
        # A term is rarer than its rarest word; one step of a tenth is a cautious guess.
        rarity = min(known[k].zipf for k in range(at, last)) - 1.0
        form = " ".join(words[k].form for k in range(at, last))
        return Match(at, last, words[at].start, words[last - 1].end, form, senses, rarity, words[at].capital)


def _terms_from(known: Sequence[_Known], at: int) -> Sequence[Rest]:
    """The rests of terms whose first two words stand here."""
    if at + 1 == len(known):
        return ()
    ids = known[at + 1].ids
    found: Sequence[Rest] = ()
    for seconds in known[at].starts:
        for second in ids:
            rests = seconds.get(second)
            if rests:
                found = [*found, *rests] if found else rests
    return found


def _stands(rest: Sequence[int], known: Sequence[_Known], at: int) -> bool:
    """Whether the words of a rest stand from a place on."""
    return at + len(rest) <= len(known) and all(word in known[at + k].ids for k, word in enumerate(rest))


def _shorter(known: Sequence[_Known]) -> list[Senses]:
    """The terms of several words inside a longer one."""
    if len(known) == 2:
        return []
    return [
        senses()
        for start in range(len(known) - 1)
        for rest, senses in _terms_from(known, start)
        if len(rest) + 2 < len(known) and _stands(rest, known, start + 2)
    ]


class Kinds(NamedTuple):
    """What concepts are: ``of`` has for each concept the numbers of its two names, shape (concepts, 2)."""

    names: tuple[str, ...]
    of: npt.NDArray[np.intp]


@dataclass(frozen=True)
class Lexicon:
    """The compiled lexicon of a folder, or one with a user's words beside it."""

    folder: Path
    opened: Opened | Overlaid | None = None

    @cached_property
    def _opened(self) -> Opened | Overlaid:
        return self.opened or Opened(self.folder)

    @cached_property
    def concepts(self) -> ConceptTable:
        return self._opened.concepts

    @cached_property
    def families(self) -> npt.NDArray[np.int32]:
        """The family of each concept, as an array."""
        return np.array(self.concepts.family, dtype=np.int32)

    @cached_property
    def kinds(self) -> Kinds:
        """The part of speech and the field of each concept."""
        pos, fields = (sorted(set(names)) for names in (self.concepts.pos, self.concepts.field))
        of_pos = {name: n for n, name in enumerate(pos)}
        of_field = {name: len(pos) + n for n, name in enumerate(fields)}
        of = [[of_pos[n] for n in self.concepts.pos], [of_field[n] for n in self.concepts.field]]
        names = (*(f"pos.{name}" for name in pos), *(f"field.{name}" for name in fields))
        return Kinds(names, np.array(of, dtype=np.intp).T)

    @cached_property
    def _terms(self) -> dict[str, Terms]:
        return {}

    def terms(self, language: str) -> Terms:
        """One language's terms, read when first asked for."""
        if language not in self._terms:
            self._terms[language] = Terms(language, self._opened.table(language))
        return self._terms[language]

    def cells(self, language: str) -> Cells:
        """Each concept's words in one language as its row gives them, read anew."""
        return self._opened.cells(language)


def lexicon() -> Lexicon:
    """The lexicon that the package ships, with the words of the user's own files beside it.

    Raises
    ------
    DataError
        The setting ``HEXAPLA_LEXICON`` names what is not there.
    """
    return _lexicon(os.environ.get(SETTING, ""))


@cache
def _lexicon(setting: str) -> Lexicon:
    if setting.strip():
        from hexapla.lexicon.overlays import overlaid

        return Lexicon(COMPILED, overlaid(ours(), setting.strip()))
    return Lexicon(COMPILED, ours())
