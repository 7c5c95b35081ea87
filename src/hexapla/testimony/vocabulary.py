"""The words of saying, meeting and agreeing of a language, made ready from ``testimony.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, Literal, NamedTuple

import ahocorasick_rs

from hexapla.lang import load
from hexapla.lang.words import affixes, folding
from hexapla.marks.mentions.vocabulary import spelled_out, split
from hexapla.testimony.acts import acts

Group = Literal["act", "grammar", "source", "event", "form", "relation", "role", "paper", "stance", "aside"]
"""What a word is a sign of: the sections of ``testimony.toml``."""
ROLES = ("finite", "participle", "trailing", "impersonal", "noun", "quoting", "infinitive")
# What a verb of expressing expresses ("عن أمله", "sa gratitude"), with other words between: makes it that act. A list
# that an act need not have.
OBJECT = "object"
SECTIONS: Mapping[str, Group] = {
    "grammar": "grammar",
    "sources": "source",
    "events": "event",
    "forms": "form",
    "relations": "relation",
    "roles": "role",
    "papers": "paper",
    "stances": "stance",
}
# Words in which a sign stands and is none ("名称" is no "称", "the values" no "values"), by group. A section that a file
# need not have.
IDLE = "idle"
# Of these what is written onto the word may be taken off: articles, prepositions, pronouns.
NOMINAL = frozenset({"source", "event", "form", "paper", "stance"})
# `roles.side` holds the place of an adjective or a name under this sign.
HOLE = "#"
# How words look that are signs of grammar, by its key: a pattern of what is written, in small letters. A section that a
# file need not have.
SHAPES = "shapes"
# In a phrase of several words, this stands for up to so many others: "expressed * concern".
GAP, LONGEST_GAP = "*", 4


class Sign(NamedTuple):
    """What a phrase is a sign of: an act in a role, a kind of meeting, a word of grammar."""

    group: Group
    id: str
    role: str = ""


class Entry(NamedTuple):
    """A phrase by its words after the first, and what it is a sign of."""

    rest: tuple[str, ...]
    signs: tuple[Sign, ...]

    def fits(self, forms: Sequence[str], place: int) -> int | None:
        """How many words from a place on the rest of the phrase takes; None where it does not stand there."""
        return _taken(self.rest, forms, place)


def _taken(rest: Sequence[str], forms: Sequence[str], place: int) -> int | None:
    """How many words a phrase takes from a place on, its gaps as short as may be."""
    gap = rest.index(GAP) if GAP in rest else len(rest)
    if tuple(forms[place : place + gap]) != tuple(rest[:gap]):
        return None
    if gap == len(rest):
        return gap
    for width in range(LONGEST_GAP + 1):
        more = _taken(rest[gap + 1 :], forms, place + gap + width)
        if more is not None:
            return gap + width + more
    return None


@dataclass(frozen=True)
class Order:
    """How a language puts speakers and verbs together (``[order]`` of its file)."""

    subject_before: bool
    """Whether the speaker stands before the verb rather than behind it."""
    subject_after: bool
    """Whether the speaker may stand behind the verb without a quotation before it."""
    drops_subject: bool
    inverts: bool
    runs_on: bool
    joined_prepositions: tuple[str, ...]
    """Letters (folded) that begin a word that a preposition is written onto, article and all: ``لل``."""
    joined_his: tuple[str, ...]
    """Letters (folded) that end a word that a pronoun of one is written onto: لقاؤه, *his meeting*."""
    joined_their: tuple[str, ...]
    """The same of several."""
    joined_then: tuple[str, ...]
    """Letters (folded) written onto a verb behind a topic: أما X فقال, *as for X, he said*."""
    plural_verbs: re.Pattern[str] | None
    """How a verb looks (folded) that says that several do it, where verbs stand without their subject."""
    feminine_verbs: re.Pattern[str] | None
    """The same of one woman."""
    masculine_verbs: re.Pattern[str] | None
    """The same of one man."""


@dataclass(frozen=True)
class Vocabulary:
    """A language's phrases by their first word, the longest first."""

    language: str
    spaced: bool
    first: Mapping[str, tuple[Entry, ...]]
    order: Order
    conjunctions: tuple[str, ...]
    """Letters that are written joined to a word and mean *and*."""
    coordinators: frozenset[str]
    """The folded words that mean *and*, or *but*."""
    shapes: tuple[tuple[str, re.Pattern[str]], ...] = ()
    """Forms that no list can hold, by key of ``grammar``: every verb's future."""
    spellings: Mapping[tuple[Sign, str], tuple[str, ...]] = field(default_factory=dict, repr=False)
    """How the phrases are written, by sign and folded form: for accents that tell two apart."""
    _known: dict[str, tuple[tuple[tuple[Entry, ...], bool], ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def at(self, forms: Sequence[str], place: int) -> Iterator[tuple[int, tuple[Sign, ...]]]:
        """The phrases that begin at a word, longest first: how many words, and what they are signs of."""
        form = forms[place]
        known = self._known.get(form)
        if known is None:
            known = self._known[form] = tuple(self._look(form))
        for entries, bare in known:
            for entry in entries:
                size = entry.fits(forms, place + 1)
                if size is None:
                    continue
                signs = tuple(s for s in entry.signs if s.group in NOMINAL) if bare else entry.signs
                if signs:
                    yield size + 1, signs

    def _look(self, form: str) -> Iterator[tuple[tuple[Entry, ...], bool]]:
        """The entries of a form, then of it without *and*, then without all that is written onto it."""
        seen = {form}
        if form in self.first:
            yield self.first[form], False
        for letter in (*self.conjunctions, *self.order.joined_then):
            rest = form[len(letter) :]
            if form.startswith(letter) and rest in self.first and rest not in seen:
                seen.add(rest)
                yield self.first[rest], False
        rules = affixes(self.language)
        for other in (rules.without_article(form), *(bare for _, bare, _ in rules.bare(form))):
            if other not in seen and other in self.first:
                seen.add(other)
                yield self.first[other], True

    @cached_property
    def phrases(self) -> tuple[tuple[str, tuple[Sign, ...]], ...]:
        """Every phrase and its signs, where words are not parted."""
        return tuple((first, entry.signs) for first, entries in self.first.items() for entry in entries)

    @cached_property
    def automaton(self) -> ahocorasick_rs.AhoCorasick:
        """Finds all phrases of a language whose words are not parted."""
        return ahocorasick_rs.AhoCorasick([phrase for phrase, _ in self.phrases])


def _signs(table: Mapping[str, Any]) -> Iterator[tuple[str, Sign]]:
    for act, row in table["acts"].items():
        for role in ROLES:
            for phrase in row.get(role, ()):
                yield phrase, Sign("act", act, role)
        for phrase in row.get(OBJECT, ()):
            yield phrase, Sign("act", act, OBJECT)
    for section, group in SECTIONS.items():
        for key, phrases in table[section].items():
            for phrase in phrases:
                if HOLE not in phrase:
                    # An aside may hold other words of grammar: "he said".
                    yield phrase, Sign("aside" if key == "aside" else group, key)
    for group, phrases in table.get(IDLE, {}).items():
        for phrase in phrases:
            yield phrase, Sign(group, "", IDLE)


def _filed(table: Mapping[str, Any], language: str) -> dict[str, tuple[Entry, ...]]:
    filed: dict[tuple[str, ...], dict[Sign, None]] = {}
    article = affixes(language).without_article
    for phrase, sign in _signs(table):
        for form in spelled_out(phrase):
            words = _parted(form, language)
            several = {words, (article(words[0]), *words[1:])} if sign.group in NOMINAL else {words}
            for one in sorted(several):
                filed.setdefault(one, {})[sign] = None
    by_first: dict[str, list[Entry]] = {}
    for words, signs in sorted(filed.items(), key=lambda item: (-len(item[0]), item[0])):
        by_first.setdefault(words[0], []).append(Entry(words[1:], tuple(signs)))
    return {first: tuple(entries) for first, entries in by_first.items()}


def _spellings(table: Mapping[str, Any], language: str) -> dict[tuple[Sign, str], tuple[str, ...]]:
    found: dict[tuple[Sign, str], tuple[str, ...]] = {}
    for phrase, sign in _signs(table):
        for word in spelled_out(phrase):
            if sign.group not in NOMINAL and GAP not in word:
                key = (sign, " ".join(split(word, language)))
                found[key] = (*found.get(key, ()), word)
    return found


def _parted(phrase: str, language: str) -> tuple[str, ...]:
    """The folded words of a phrase; its gaps stay."""
    head, *more = phrase.split(f" {GAP} ")
    return (*split(head, language), *(word for part in more for word in (GAP, *split(part, language))))


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of a language, from ``lang/<code>/testimony.toml``.

    Raises
    ------
    ValueError
        Its acts are not those of ``data/acts.toml``: a fault of the package.
    """
    table = load(language).table("testimony")
    if set(table["acts"]) != set(acts()):
        odd = sorted(set(table["acts"]) ^ set(acts()))
        raise ValueError(f"lang/{language}/testimony.toml: acts {odd} are not in both files")
    order = table["order"]
    joined = affixes(language).prefixes
    fold = folding(language).fold
    conjunctions = tuple(
        letter
        for letter in map(fold, load(language).table("mentions")["words"]["and"])
        if len(letter) == 1 and letter in joined
    )
    return Vocabulary(
        language,
        load(language).spaced,
        _filed(table, language),
        Order(
            order["subject"][0] == "before",
            "after" in order["subject"],
            order["drops_subject"],
            order["inverts"],
            order["runs_on"],
            tuple(map(fold, order["joined_prepositions"])),
            tuple(map(fold, order["joined_his"])),
            tuple(map(fold, order["joined_their"])),
            tuple(map(fold, order["joined_then"])),
            *(
                re.compile(order[key]) if order[key] else None
                for key in ("plural_verbs", "feminine_verbs", "masculine_verbs")
            ),
        ),
        conjunctions if load(language).spaced else (),
        frozenset(
            fold(word)
            for word in (*load(language).table("mentions")["words"]["and"], *table["grammar"]["contrast"])
        ),
        tuple((key, re.compile(pattern)) for key, pattern in table.get(SHAPES, {}).items()),
        _spellings(table, language) if load(language).spaced else {},
    )
