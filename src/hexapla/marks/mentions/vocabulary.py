"""The words by which a language points at people and governments, made ready from `mentions.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from hexapla.lang import load
from hexapla.lang.words import affixes, folding, forms

# The classes of words, by the letter the grammar knows them under. See mentions.toml for what each is.
CLASSES = {
    "of": "p",
    "posted": "y",
    "and": "&",
    "determiners": "d",
    "indefinite": "I",
    "counterpart": "k",
    "both": "t",
    "former": "f",
    "acting": "e",
    "elect": "x",
    "between": "w",
    "honorifics": "h",
    "sides": "l",
    "two_sides": "2",
    "two_sides_first": "4",
    "two_states": "3",
    "place": "i",
    "toward": "j",
    "stance": "q",
    "on_stance": "u",
    "acts": "v",
    "openers": "T",
    "occupations": "m",
}
# Of these the article and what else is written onto the word may be taken off.
CONTENT = frozenset("kfexhlq23ijm")
# Of these not the article: a general has one (الفريق), a team has none; nor a coach.
WITH_ARTICLE = "hm"
BRACKETS = re.compile(r"\[([^\]]*)\]")


class Phrase(NamedTuple):
    """A listed word, or several: the words after its first, and the letters of its classes."""

    rest: tuple[str, ...]
    classes: str


@dataclass(frozen=True)
class Order:
    """How a language puts states, offices and names together (``[order]`` of its file)."""

    adjective_before: bool
    adjective_after: bool
    adjective_capital: bool
    state_after: bool
    state_before: bool
    name_before_bare: bool
    verb_before: bool
    title_after: bool
    head_last: bool
    bare_articles: tuple[str, ...]
    former_before: bool
    former_after: bool
    adjective_shape: re.Pattern[str] | None


@dataclass(frozen=True)
class Vocabulary:
    """A language's words of pointing, by their first word; of several the longest first."""

    language: str
    first: dict[str, tuple[Phrase, ...]]
    tails: dict[str, tuple[Phrase, ...]]
    given: frozenset[str]
    plural: tuple[re.Pattern[str], ...]
    feminine: tuple[re.Pattern[str], ...]
    order: Order
    transliteration: frozenset[str]
    conjunctions: tuple[str, ...]
    """Single letters that are written joined to the next word and mean *and*."""
    _bare: dict[str, tuple[tuple[Phrase, ...], ...]] = field(default_factory=dict, compare=False, repr=False)

    def is_plural(self, form: str) -> bool:
        """Whether a form of an office word says that there are several."""
        return any(pattern.search(form) for pattern in self.plural)

    def is_feminine(self, form: str) -> bool:
        """Whether an office word is said of a woman only."""
        return any(pattern.search(form) for pattern in self.feminine)

    def at(self, words: Sequence[str], place: int) -> tuple[int, str]:
        """How many words a listed phrase here has, and the letters of its classes; 0 where none is."""
        phrases = self.first.get(words[place])
        if phrases:
            found = _longest(phrases, words, place)
            if found[0]:
                return found
        if not self.conjunctions:
            return 0, ""
        for some in self._others(words[place]):
            found = _longest(some, words, place)
            if found[0] and CONTENT.intersection(found[1]):
                return found
        return 0, ""

    def _others(self, form: str) -> tuple[tuple[Phrase, ...], ...]:
        """The phrases that begin with a form without what is written onto it."""
        known = self._bare.get(form)
        if known is None:
            known = tuple(self.first[other] for other in self.bare(form) if other in self.first)
            self._bare[form] = known
        return known

    def bare(self, form: str) -> Iterator[str]:
        """A form without what is written onto it: conjunctions, prepositions, the article, pronouns."""
        rules = affixes(self.language)
        bare = rules.without_article(form)
        if bare != form:
            yield bare
        for _, other, _ in rules.bare(form):
            yield other

    def tail(self, words: Sequence[str], place: int) -> int:
        """How many words here belong to the office before them (*… and Expatriates*)."""
        if place >= len(words):
            return 0
        return _longest(self.tails.get(words[place], ()), words, place)[0]


def _longest(phrases: Iterable[Phrase], words: Sequence[str], place: int) -> tuple[int, str]:
    for phrase in phrases:
        size = len(phrase.rest)
        if not size or tuple(words[place + 1 : place + 1 + size]) == phrase.rest:
            return size + 1, phrase.classes
    return 0, ""


def spelled_out(word: str) -> Iterator[str]:
    """Every form that ``stem[a,b]`` stands for.

    >>> list(spelled_out("minist[re,ers] of"))
    ['ministre of', 'ministers of']
    """
    found = BRACKETS.search(word)
    if not found:
        yield word
        return
    for ending in found[1].split(","):
        yield from spelled_out(word[: found.start()] + ending.strip() + word[found.end() :])


def split(phrase: str, language: str) -> tuple[str, ...]:
    """The folded words of a listed phrase; a sign stands for itself."""
    if not load(language).spaced:
        return (phrase,)
    return forms(phrase, language) or (folding(language).fold(phrase),)


def _listed(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, letter in CLASSES.items():
        for word in table["words"][key]:
            for form in spelled_out(word):
                yield form, letter


def _filed(listed: Iterable[tuple[str, str]], language: str) -> dict[str, tuple[Phrase, ...]]:
    classes: dict[tuple[str, ...], str] = {}
    for form, letter in listed:
        words = split(form, language)
        # Content words are filed without their article as well, since another clitic may hide it.
        several = {words, (affixes(language).without_article(words[0]), *words[1:])}
        for one in sorted(several if letter in CONTENT and letter not in WITH_ARTICLE else {words}):
            if letter not in classes.get(one, ""):
                classes[one] = classes.get(one, "") + letter
    filed: dict[str, list[Phrase]] = {}
    for words, letters in sorted(classes.items(), key=lambda item: (-len(item[0]), item[0])):
        filed.setdefault(words[0], []).append(Phrase(words[1:], letters))
    return {first: tuple(some) for first, some in filed.items()}


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of a language, from ``lang/<code>/mentions.toml``."""
    table = dict(load(language).table("mentions"))
    order = table["order"]
    adjective, former = order["adjective"], order["former"]
    shape = order["adjective_shape"]
    prefixes = affixes(language).prefixes
    joined = tuple(word for word in table["words"]["and"] if len(word) == 1 and word in prefixes)
    fold = folding(language).fold
    return Vocabulary(
        language,
        _filed(_listed(table), language),
        _filed(((form, "w") for form in table["words"]["tails"]), language),
        frozenset(fold(name) for name in table["names"]["given"]),
        tuple(re.compile(pattern) for pattern in table["number"]["plural"]),
        tuple(re.compile(pattern) for pattern in table["number"]["feminine"]),
        Order(
            adjective in ("before", "both"),
            adjective in ("after", "both"),
            order["adjective_capital"],
            order["state_after"],
            order["state_before"],
            order["name_before_bare"],
            order["verb_before"],
            order["title_after"],
            order["head_last"],
            tuple(order["bare_articles"]),
            former in ("before", "both"),
            former in ("after", "both"),
            re.compile(shape) if shape else None,
        ),
        frozenset(table["names"]["transliteration"]),
        joined,
    )
