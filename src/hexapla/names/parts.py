"""A name taken apart: which of its words count, and the ways in which each may be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from hexapla.lang import codes, known, load
from hexapla.names.letters import HAN, LATIN, LONGEST, letters
from hexapla.names.skeleton import skeleton

# A name has fewer words than this, or it is a page; what follows is not read.
MOST_WORDS = 8
MOST_LETTERS = 400
WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0670ـ]|(?<=\w)['’ʼʾʿ`‘](?=\w))+\.?")
APOSTROPHES = re.compile("['’ʼʾʿ`‘ـ]")
NAME, LIGHT, INITIAL, PATRONYMIC = "name", "light", "initial", "patronymic"
# A case or clitic is undone only where so many letters are left of the name.
LEFT_OF_NAME = 3
# So many letters with a full stop are an abbreviated name: J., Th., Chr.
ABBREVIATED = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name, or some of its words joined."""

    written: str
    script: str
    kind: str
    readings: tuple[str, ...]
    """In letters costs are known for: the word without and with its article or particle."""
    others: tuple[str, ...]
    """Readings tried when those fail: without a clitic, in the name's own case."""
    bones: int
    """Its consonant classes, a bit each."""
    words: int
    """Which words of the name it holds, a bit each; joined parts hold several."""

    @property
    def weight(self) -> float:
        """How much it matters that the part has an answer."""
        return 1.0 if self.kind == NAME else 0.3


@dataclass(frozen=True, slots=True)
class Name:
    """A name's parts; and its neighbouring words joined, as another language may write them."""

    written: str
    parts: tuple[Part, ...]
    joins: tuple[Part, ...]


@dataclass(frozen=True)
class Habits:
    """How a language writes names, from its ``names.toml``, folded."""

    free: frozenset[str]
    light: frozenset[str]
    suffixes: frozenset[str]
    titles: frozenset[str]
    titles_too: frozenset[str]
    patronymics: tuple[str, ...]
    articles: tuple[str, ...]
    clitics: tuple[str, ...]
    possessives: tuple[str, ...]
    cases: tuple[tuple[str, str], ...]
    short: dict[str, tuple[str, ...]]
    surnames: frozenset[str]
    affixes: tuple[tuple[str, ...], tuple[str, ...]] = field(default=((), ()))


def fold(word: str) -> str:
    """Case, diacritics and apostrophes removed, as the words of ``names.toml`` are compared."""
    if word.isascii():
        return APOSTROPHES.sub("", word).lower()
    bare = unicodedata.normalize("NFKD", word.casefold())
    return APOSTROPHES.sub("", "".join(c for c in bare if not unicodedata.combining(c)))


@cache
def habits(language: str) -> Habits:
    """A language's habits; those of all languages together for one that has no folder."""
    tables = [load(code).table("names") for code in ([language] if known(language) else codes())]

    def folded(key: str) -> tuple[str, ...]:
        return tuple(fold(word) for table in tables for word in table[key])

    longest_first = (
        sorted(folded("titles"), key=len, reverse=True),
        sorted(folded("suffixes"), key=len, reverse=True),
    )
    return Habits(
        free=frozenset(folded("free")),
        light=frozenset(folded("light")),
        suffixes=frozenset(folded("suffixes")),
        titles=frozenset(folded("titles")),
        titles_too=frozenset(folded("titles_too")),
        patronymics=folded("patronymics"),
        articles=folded("articles"),
        clitics=folded("clitics"),
        possessives=tuple(p for table in tables for p in table["possessives"]),
        cases=tuple((a, b) for table in tables for a, b in table["cases"]),
        short=_short(tables),
        surnames=frozenset(folded("surnames")),
        affixes=(tuple(longest_first[0]), tuple(longest_first[1])),
    )


def _short(tables: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    """Short form of a given name → the full names it may stand for."""
    out: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for full, shorts in table["short"].items():
            for one in shorts:
                out[fold(one)] = (*out.get(fold(one), ()), letters(full)[0])
    return out


@cache
def _bit(bone: str) -> int:
    return 1 << "bfhklmnrstx".index(bone)


def bones(word: str) -> int:
    """The word's consonant classes, a bit each."""
    out = 0
    for bone in skeleton(word.lower()):
        out |= _bit(bone)
    return out


@lru_cache(maxsize=1 << 17)
def take_apart(name: str, language: str) -> Name:
    """The name's parts; none for what is no name, or only a title."""
    habit = habits(language)
    text = unicodedata.normalize("NFC", name[:MOST_LETTERS])
    text = text.replace("’", "'")
    for ending in habit.possessives:
        text = text.removesuffix(ending)
    words = [w for found in WORD.findall(text) for w in _cut(found, habit)][: 2 * MOST_WORDS]
    words = _without_titles(words, habit)[:MOST_WORDS]
    return _assemble(name, words, habit)


def _cut(word: str, habit: Habits) -> list[str]:
    """Elided particles parted (d'Estaing); Chinese names without dots cut after the family name."""
    if letters(word)[1] == HAN:
        return _cut_han(word, habit)
    head, apostrophe, rest = word.partition("'")
    return [head, rest] if apostrophe and fold(head) in habit.free else [word]


def _cut_han(word: str, habit: Habits) -> list[str]:
    for title in habit.affixes[0]:
        if word.startswith(title) and len(word) > len(title) + 1:
            word = word[len(title) :]
            break
    for title in habit.affixes[1]:
        if word.endswith(title) and len(title) > 1 and len(word) > len(title):
            word = word[: -len(title)]
            break
    for size in (2, 1):
        if word[:size] in habit.surnames and 1 <= len(word) - size <= 2:
            return [word[:size], word[size:]]
    return [word]


def _without_titles(words: list[str], habit: Habits) -> list[str]:
    folded = [fold(word.rstrip(".")) for word in words]
    first, last = 0, len(words)
    while first < last and folded[first] in habit.titles:
        first += 1
    while last - 1 > first and folded[last - 1] in habit.suffixes:
        last -= 1
    if first == last and words and folded[last - 1] in habit.titles_too:
        first -= 1
    return words[first:last]


def _assemble(name: str, words: Sequence[str], habit: Habits) -> Name:
    kinds = _kinds(words, habit)
    bare = [word.rstrip(".") for word in words]
    parts = []
    for n, kind in enumerate(kinds):
        if kind is not None:
            first = n
            while first > 0 and kinds[first - 1] is None and n - first < 2:
                first -= 1
            parts.append(_part(bare[n], kind, "".join(bare[first : n + 1]), 1 << n, habit))
    joins = [
        _joined(bare[first:last], first, habit)
        for size in (2, 3)
        for first in range(len(words) - size + 1)
        for last in [first + size]
        if sum(kind is not None for kind in kinds[first:last]) > 1
        and kinds[first] is not None
        and INITIAL not in kinds[first:last]
    ]
    return Name(
        name, tuple(p for p in parts if p.readings[0]), tuple(p for p in joins if p and p.readings[0])
    )


def _kinds(words: Sequence[str], habit: Habits) -> list[str | None]:
    """Each word's kind; None for a particle that may stand or not."""
    kinds = [_kind(word, habit) for word in words]
    if NAME not in kinds:
        return [NAME if kind in (None, LIGHT) else kind for kind in kinds]
    if kinds[-1] is None:  # a particle stands before something: Barbara Lee, Lê Đức Thọ
        kinds[-1] = NAME
    if kinds[0] is None and words[0].istitle():  # Al Gore beside al-Gore
        kinds[0] = LIGHT
    if len(words) > 2 and habit.patronymics:
        for n in range(1, len(words)):
            if kinds[n] == NAME and fold(words[n]).endswith(habit.patronymics):
                kinds[n] = PATRONYMIC
                break
    return kinds


def _kind(word: str, habit: Habits) -> str | None:
    bare = fold(word.rstrip("."))
    short = len(bare) <= ABBREVIATED and word.endswith(".") and bare not in habit.light
    if short or (len(bare) == 1 and bare not in habit.free and letters(word)[1] != HAN):
        return INITIAL
    if bare in habit.free:
        return None
    return LIGHT if bare in habit.light else NAME


def _part(word: str, kind: str, whole: str, place: int, habit: Habits) -> Part:
    own, script = letters(word)
    readings = [own]
    for article in habit.articles:
        if word.startswith(article) and len(word) - len(article) >= LEFT_OF_NAME:
            readings = [letters(word[len(article) :])[0], own]
    joined = letters(whole)[0]
    if joined not in readings:
        readings.append(joined)
    others = [o for o in _unbent(word, habit) if o and o not in readings]
    return Part(word, script, kind, tuple(readings), tuple(dict.fromkeys(others)), bones(word), place)


def _unbent(word: str, habit: Habits) -> Iterable[str]:
    """The word without what its sentence has put onto it."""
    low = word.lower()
    yield from habit.short.get(fold(word), ())
    for clitic in habit.clitics:
        rest = word[len(clitic) :]
        if word.startswith(clitic) and len(rest) >= LEFT_OF_NAME:
            yield letters(rest)[0]
            for article in habit.articles:
                # After the preposition l- the article loses its alef: للشرع.
                short = article[1:]
                for form in (article, short):
                    if (
                        rest.startswith(form)
                        and len(rest) - len(form) >= LEFT_OF_NAME
                        and (form == article or clitic.endswith(short))
                    ):
                        yield letters(rest[len(form) :])[0]
    for ending, own in habit.cases:
        if low.endswith(ending) and len(low) - len(ending) >= LEFT_OF_NAME - 1:
            yield letters(low[: len(low) - len(ending)] + own)[0]


def _joined(words: Sequence[str], first: int, habit: Habits) -> Part | None:
    whole = "".join(words)
    own, script = letters(whole)
    if len(whole) > LONGEST and script == LATIN:
        return None
    others = tuple(dict.fromkeys(letters(o)[0] for o in _joined_unbent(words, habit)))
    mask = sum(1 << n for n in range(first, first + len(words)))
    return Part(" ".join(words), script, NAME, (own,), others, bones(whole), mask)


def _joined_unbent(words: Sequence[str], habit: Habits) -> Iterable[str]:
    for article in habit.articles:
        if words[0].startswith(article) and len(words[0]) - len(article) >= 2:
            yield "".join(words)[len(article) :]
