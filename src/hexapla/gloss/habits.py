"""What a language's ``gloss.toml`` says: what its spelling tells, and how its own words are bent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from hexapla.lang import load
from hexapla.lang.words import folding, forms

Feature = str
"""What a form tells beside its meaning: ``plural``, ``past``, ``participle``, ``future``,
``gerund``, ``present``, or nothing (empty)."""

OF_VERBS: tuple[Feature, ...] = ("participle", "past", "future", "gerund")
MADE = "="
# An ending tells something only where enough of the word stands before it.
LEFT_BEFORE_ENDING = 2


@dataclass(frozen=True)
class Bending:
    """How words of a language take one form: rules, the words that have their own, what stays."""

    rules: tuple[tuple[re.Pattern[str], str], ...]
    own: Mapping[str, str]
    whole: Mapping[str, str]
    """Its words whose form takes no ``before``."""
    skip: re.Pattern[str]
    before: str
    reflexive: tuple[re.Pattern[str], str] | None
    of: tuple[str, ...]

    def word(self, word: str) -> str:
        """One word in this form."""
        if word in self.own:
            return self.own[word]
        if self.skip.search(word):
            return word
        for pattern, instead in self.rules:
            if pattern.search(word):
                return pattern.sub(instead, word, count=1)
        return word


def _bending(name: str, tables: Mapping[str, Any]) -> Bending:
    table = tables[name]
    like = tables[table["like"]] if "like" in table else table
    reflexive = table.get("reflexive")
    return Bending(
        tuple((re.compile(pattern), instead) for pattern, instead in like["rules"]),
        {**like.get("own", {}), **table.get("own", {})},
        table.get("own", {}),
        re.compile(like["skip"]),
        table.get("before", ""),
        (re.compile(reflexive[0]), reflexive[1]) if reflexive else None,
        tuple(like.get("of", ("verb",))),
    )


@dataclass(frozen=True)
class Habits:
    """A language's habits in glosses, read from its folder."""

    language: str
    table: Mapping[str, Any]
    bent: Mapping[Feature, Bending]
    head: str
    stops: frozenset[str]
    endings: Mapping[Feature, tuple[str, ...]]
    made: Mapping[Feature, tuple[tuple[Feature, str], ...]]
    pairs: Mapping[Feature, tuple[tuple[str, str], ...]]
    plural_given: bool
    articles: tuple[str, ...]
    prefixes: Mapping[str, str]
    suffixes: Mapping[str, tuple[str, str, str]]
    spelled_suffixes: tuple[str, ...]
    """The same as written: folding makes some alike to endings that are no pronouns."""
    doubted: frozenset[str]
    titles: frozenset[str]

    def pronoun(self, suffix: str) -> str:
        """The pronoun that an ending taken off a word is or ends in (``ته`` holds ``ه``); empty for another."""
        found = [own for own in self.suffixes if suffix.endswith(own)]
        return max(found, key=len, default="")

    def flag(self, name: str) -> Any:
        """A line of the file by its name."""
        return self.table[name]


@cache
def habits(language: str) -> Habits:
    """What ``lang/<code>/gloss.toml`` says."""
    table = load(language).table("gloss")
    told = table["told"]
    fold = folding(language).fold
    return Habits(
        language=language,
        table=table,
        bent={name: _bending(name, table["bent"]) for name in table["bent"]},
        head=table["bent"]["plural"]["head"],
        stops=frozenset(table["bent"]["plural"]["stops"]),
        endings={
            name: tuple(e for e in told[name] if isinstance(e, str) and not e.startswith(MADE))
            for name in told
        },
        pairs={name: tuple((e[0], e[1]) for e in told[name] if not isinstance(e, str)) for name in told},
        made={
            name: tuple(_made(e) for e in told[name] if isinstance(e, str) and e.startswith(MADE))
            for name in told
        },
        plural_given=f"{MADE}given" in told["plural"],
        articles=tuple(fold(a) for a in table["articles"]),
        prefixes={fold(p): row for p, row in table["prefixes"].items()},
        suffixes={fold(s): (a, b, c) for s, (a, b, c) in table["suffixes"].items()},
        spelled_suffixes=tuple(table["suffixes"]),
        doubted=frozenset(fold(s) for s in table["doubted"]),
        titles=frozenset(fold(title) for title in load(language).table("names")["titles"]),
    )


def _made(told: str) -> tuple[Feature, str]:
    """``=participle+es``: the participle that is made of the word, with an ending more."""
    name, _, more = told[len(MADE) :].partition("+")
    return name, more


@lru_cache(maxsize=1 << 15)
def bent(word: str, language: str, feature: Feature) -> str:
    """A dictionary form of a language with what another word's form told; as it stands where no rule is known."""
    own = habits(language)
    bending = own.bent.get(feature)
    if bending is None or not word:
        return word
    if word in bending.whole:
        return bending.whole[word]
    if feature == "plural":
        return _plural(word, bending, own)
    if bending.reflexive and (found := bending.reflexive[0].match(word)):
        return bending.reflexive[1] + _first(word[found.end() :], bending)
    return bending.before + _first(word, bending)


def _first(term: str, bending: Bending) -> str:
    """A verb of several words: the first is bent."""
    head, space, rest = term.partition(" ")
    return bending.word(head) + space + rest


def _plural(term: str, bending: Bending, own: Habits) -> str:
    parts = term.split(" ")
    end = next((n for n, part in enumerate(parts) if n and _stops(part, own)), len(parts))
    if own.head == "only":
        return bending.word(term) if len(parts) == 1 else term
    first = 0 if own.head == "all" else end - 1
    return " ".join(bending.word(p) if first <= n < end else p for n, p in enumerate(parts))


def _stops(part: str, own: Habits) -> bool:
    return part in own.stops or any(part.startswith(stop) for stop in own.stops if stop.endswith("'"))


@lru_cache(maxsize=1 << 15)
def told(written: str, base: str, pos: str, language: str) -> Feature:
    """What a written form tells beside its dictionary form ``base``; empty where it tells nothing.

    ``pos`` is the part of speech of the lexicon's row.
    """
    low, base = written.casefold(), base.casefold()
    if low == base:
        return ""
    features = OF_VERBS if pos == "verb" else ("plural",)
    return next((f for f in features if _tells(low, base, f, language)), "")


@lru_cache(maxsize=1 << 15)
def made_of(base: str, language: str) -> Mapping[str, tuple[Feature, ...]]:
    """The forms that the language's own rules and lists make of a word, and what each tells: *went* of *go*."""
    own = habits(language)
    found: dict[str, tuple[Feature, ...]] = {}
    for feature, made in own.made.items():
        for name, more in made:
            if name in own.bent:
                form = own.bent[name].word(base) + more
                found[form] = (*found.get(form, ()), feature)
    return found


def _tells(written: str, base: str, feature: Feature, language: str) -> bool:
    own = habits(language)
    if feature in made_of(base, language).get(written, ()):
        return True
    return _turned(written, base, feature, own) or any(
        written.endswith(ending)
        and not base.endswith(ending)
        and len(written) - len(ending) >= LEFT_BEFORE_ENDING
        for ending in own.endings.get(feature, ())
    )


@lru_cache(maxsize=1 << 15)
def is_genitive(written: str, base: str, language: str) -> bool:
    """Whether a form of a noun may say that something is of it."""
    low, base = written.casefold(), base.casefold()
    return low != base and _turned(low, base, "genitive", habits(language))


@lru_cache(maxsize=1 << 15)
def may_be_plural(written: str, base: str, language: str) -> bool:
    """Whether a form is the plural where no word before it makes it something else."""
    low, base = written.casefold(), base.casefold()
    return low != base and _turned(low, base, "plural_alone", habits(language))


def _turned(written: str, base: str, feature: Feature, own: Habits) -> bool:
    """Whether the form is the dictionary form with one ending in place of another."""
    return any(
        base.endswith(old) and written == base[: len(base) - len(old)] + new
        for old, new in own.pairs.get(feature, ())
    )


def takes(language: str, feature: Feature, pos: str) -> bool:
    """Whether words of this part of speech have a form of their own for what another word's form told."""
    bending = habits(language).bent.get(feature)
    return bending is not None and pos in bending.of


def folded(words: Iterable[str], language: str) -> str:
    """A term as the words of a text are compared: folded, parted by single spaces."""
    return " ".join(form for word in words for form in forms(word, language))
