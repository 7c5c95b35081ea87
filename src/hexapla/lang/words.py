"""Words of a text with their exact places, and the folded form under which each is looked up.

Folding is per word, so the way back to the words as published is the word's own span:
no offset is ever translated.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import NamedTuple

from hexapla.lang.language import Language, load

# A word: letters with their marks and joiners; digits with their separators; a Han run.
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〇"
INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069"
TOKEN = re.compile(
    rf"(?P<han>[{HAN}]+)"
    rf"|(?P<number>\d(?:[\d{INVISIBLE}]|[.,:٫٬’\u00a0\u202f](?=\d))*)"
    rf"|(?P<word>[^\W\d_{HAN}](?:[^\W\d_{HAN}]|[\u0300-\u036f\u064b-\u065f\u0670ـ{INVISIBLE}]|[’'ʼ\-‑](?=[^\W\d_{HAN}])|\.(?=[A-ZА-Я]\b))*)",
)
# Folded words kept for the next time; a long text has far fewer distinct words than this.
MOST_KEPT = 200_000
APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‑": "-"})


class Word(NamedTuple):
    """A word of a text: where it stands, how it is looked up, and what its spelling tells."""

    start: int
    end: int
    form: str
    """Folded: case, vowel signs, letter variants and diacritics removed as the language says."""
    kind: str
    """``word``, ``han`` (an unsegmented run) or ``number``."""
    capital: bool


@dataclass(frozen=True)
class Folding:
    """How a language's letters are folded, compiled from its ``words.toml``."""

    letters: dict[int, str | None]
    elided: frozenset[str]
    endings: tuple[str, ...]
    variants: dict[int, str] = field(default_factory=dict)
    """Characters that may be written in two ways, by the code point that is not looked up."""
    _folded: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def level(self, text: str) -> str:
        """A text with each character as it is looked up; every one stays in its place.

        >>> folding("zh").level("俄羅斯總統")
        '俄罗斯总统'
        """
        return text.translate(self.variants) if self.variants else text

    def fold(self, word: str) -> str:
        """The form under which the word is looked up.

        Compatibility forms, case and diacritics are folded for every language; the
        language's own letter variants (Arabic alef and hamza seats, Russian ё) by its data.
        """
        known = self._folded.get(word)
        if known is None:
            if len(self._folded) > MOST_KEPT:
                self._folded.clear()
            known = self._folded[word] = self._fold(word)
        return known

    def _fold(self, word: str) -> str:
        if word.isascii():
            return word.lower()
        folded = unicodedata.normalize("NFKC", word).translate(APOSTROPHES).casefold()
        return _strip_marks(folded.translate(self.letters))


def _strip_marks(word: str) -> str:
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFD", word)
    kept = "".join(c for c in decomposed if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return unicodedata.normalize("NFC", kept)


@cache
def folding(language: str) -> Folding:
    """The folding of a language, from ``lang/<code>/words.toml``."""
    table = load(language).table("words")
    letters: dict[int, str | None] = {ord(k): v for k, v in table.get("letters", {}).items()}
    letters |= {ord(c): None for c in table.get("dropped", "")}
    pairs = table["variants"]
    variants = {ord(one): other for one, other in zip(pairs[::2], pairs[1::2], strict=True)}
    return Folding(letters, frozenset(table.get("elided", ())), tuple(table.get("endings", ())), variants)


def words(text: str, language: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of a stretch of text in order, with spans in the whole text.

    Elided articles (``l'État``) are words of their own; hyphened words are parted, since
    languages differ in what they hyphen; possessive endings are left out of the form.
    """
    rules = folding(language)
    for found in TOKEN.finditer(text, start, len(text) if end is None else end):
        kind, token = found.lastgroup, found.group()
        if kind == "word":
            # Most tokens are plain; the others are parted.
            if token.isalpha():
                yield Word(found.start(), found.end(), rules.fold(token), "word", token[0].isupper())
            else:
                yield from _parts(text, found.start(), found.end(), rules)
        elif kind == "number":
            yield Word(found.start(), found.end(), _digits(token), "number", False)
        else:
            yield Word(found.start(), found.end(), rules.level(token), "han", False)


def _digits(token: str) -> str:
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in token)


def _parts(text: str, start: int, end: int, rules: Folding) -> Iterator[Word]:
    """A token with other signs than letters, parted at hyphens and elisions."""
    at = start
    for index in range(start, end + 1):
        if index == end or text[index] in "-‑":
            yield from _elision(text, at, index, rules)
            at = index + 1


def _elision(text: str, start: int, end: int, rules: Folding) -> Iterator[Word]:
    if start >= end:
        return
    mark = next((i for i in range(start, end) if text[i] in "’'ʼ"), -1)
    if mark > start:
        head = rules.fold(text[start:mark])
        if head in rules.elided:
            yield Word(start, mark + 1, head, "word", text[start].isupper())
            yield from _elision(text, mark + 1, end, rules)
            return
    form = rules.fold(text[start:end])
    for ending in rules.endings:
        if form.endswith(ending) and len(form) > len(ending) + 1:
            form = form[: -len(ending)]
            break
    yield Word(start, end, form.replace("'", "").replace(".", ""), "word", text[start].isupper())


def forms(text: str, language: str) -> tuple[str, ...]:
    """Just the folded forms of a stretch of text."""
    return tuple(word.form for word in words(text, language))


@dataclass(frozen=True)
class Affixes:
    """Clitics and endings that are written joined to a word, longest first."""

    prefixes: tuple[str, ...]
    suffixes: tuple[tuple[str, str], ...]
    shortest: int
    articles: tuple[str, ...]
    verbal: frozenset[str]
    """The prefixes that stand before verbs alone (Arabic سـ of the future)."""

    def without_article(self, form: str) -> str:
        """The form without an article joined to it, with what stands before the article."""
        for article in self.articles:
            if form.startswith(article) and len(form) - len(article) >= self.shortest:
                return form[len(article) :]
        return form

    def bare(self, form: str) -> Iterator[tuple[str, str, int]]:
        """``(prefix, bare form, letters taken off)``, fewest letters first.

        A suffix may put back a letter it had changed (Arabic ت before a pronoun is ة alone).
        """
        tries: list[tuple[int, str, str]] = []
        heads = [("", form)]
        heads += [(p, form[len(p) :]) for p in self._by_first.get(form[:1], ()) if form.startswith(p)]
        tails = [pair for pair in self._by_last.get(form[-1:], ()) if form.endswith(pair[0])]
        for prefix, rest in heads:
            if len(rest) < self.shortest:
                continue
            if prefix:
                tries.append((len(prefix), prefix, rest))
            for suffix, instead in tails:
                if len(rest) - len(suffix) + len(instead) >= self.shortest and len(rest) >= len(suffix):
                    tries.append(
                        (len(prefix) + len(suffix), prefix, rest[: len(rest) - len(suffix)] + instead)
                    )
        for taken, prefix, rest in sorted(tries, key=lambda t: t[0]):
            yield prefix, rest, taken

    @cached_property
    def _by_first(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for prefix in self.prefixes:
            found.setdefault(prefix[:1], []).append(prefix)
        return found

    @cached_property
    def _by_last(self) -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for pair in self.suffixes:
            found.setdefault(pair[0][-1:], []).append(pair)
        return found


@cache
def affixes(language: str) -> Affixes:
    """The clitics of a language, from ``lang/<code>/words.toml``."""
    table = load(language).table("words")
    suffixes = [(s, "") if isinstance(s, str) else (s[0], s[1]) for s in table.get("suffixes", ())]
    return Affixes(
        tuple(sorted(table.get("prefixes", ()), key=lambda p: (-len(p), p))),
        tuple(sorted(suffixes, key=lambda s: (-len(s[0]), s))),
        int(table.get("shortest", 2)),
        tuple(sorted(table.get("articles", ()), key=lambda a: (-len(a), a))),
        frozenset(table["verbal"]),
    )


@cache
def function_words(language: str) -> frozenset[str]:
    """Folded words that carry grammar, not meaning (``lang/<code>/stopwords.txt``)."""
    return frozenset(fold_all(load(language).lines("stopwords"), language))


def fold_all(lines: Iterable[str], language: str) -> Iterator[str]:
    """The folded form of each word of each line."""
    for line in lines:
        yield from forms(line, language)


__all__ = [
    "Affixes",
    "Folding",
    "Language",
    "Word",
    "affixes",
    "fold_all",
    "folding",
    "forms",
    "function_words",
    "words",
]
