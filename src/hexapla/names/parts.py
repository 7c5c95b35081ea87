"""A name taken apart: which of its words count, and the ways in which each may be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from hexapla.lang import codes, known, load
from hexapla.names.letters import HAN, letters
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


class Word(NamedTuple):
    """A word of a language's names, whatever name it stands in."""

    bare: str
    folded: str
    script: str
    letters: str
    """In letters costs are known for."""
    stripped: str
    """Without the article written onto it; empty where there is none."""
    kind: str | None
    """None for a particle that may stand or not."""
    bones: int
    """Its consonant classes, a bit each."""


class Part(NamedTuple):
    """One word of a name that counts, or some of its words joined."""

    written: str
    language: str
    script: str
    kind: str
    readings: tuple[str, ...]
    """The word without and with its article or the particles before it."""
    bones: int
    words: int
    """Which words of the name it holds, a bit each; joined parts hold several."""

    @property
    def others(self) -> tuple[str, ...]:
        """Readings tried when those fail: without a clitic, in the name's own case, in full."""
        return unbent(self.written, self.language)


class Name(NamedTuple):
    """A name taken apart."""

    written: str
    language: str
    words: tuple[Word, ...]
    kinds: tuple[str | None, ...]
    parts: tuple[Part, ...]

    @property
    def joins(self) -> tuple[Part, ...]:
        """Its neighbouring words joined, as another language may write them."""
        return joined(self.written, self.language)


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
    affixes: tuple[tuple[str, ...], tuple[str, ...]]
    """Titles and suffixes, longest first, for a script that parts no words."""


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
        affixes=(_longest_first(folded("titles")), _longest_first(folded("suffixes"))),
    )


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))


def _short(tables: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    """Short form of a given name → the full names it may stand for."""
    out: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for full, shorts in table["short"].items():
            for one in shorts:
                out[fold(one)] = (*out.get(fold(one), ()), letters(full)[0])
    return out


@lru_cache(maxsize=1 << 17)
def bones(word: str) -> int:
    """The word's consonant classes, a bit each."""
    out = 0
    for bone in skeleton(word):
        out |= 1 << "bfhklmnrstx".index(bone)
    return out


@lru_cache(maxsize=1 << 17)
def read_word(word: str, language: str) -> Word:
    """A word by itself."""
    habit = habits(language)
    bare = word.rstrip(".")
    own, script = letters(bare)
    stripped = ""
    for article in habit.articles:
        if bare.startswith(article) and len(bare) - len(article) >= LEFT_OF_NAME:
            stripped = letters(bare[len(article) :])[0]
    folded = fold(bare)
    kind = _kind(folded, bare != word, script, habit)
    return Word(bare, folded, script, own, stripped, kind, bones(bare.lower()))


def _kind(folded: str, stopped: bool, script: str, habit: Habits) -> str | None:
    short = len(folded) <= ABBREVIATED and stopped and folded not in habit.light
    if short or (len(folded) == 1 and folded not in habit.free and script != HAN):
        return INITIAL
    if folded in habit.free:
        return None
    return LIGHT if folded in habit.light else NAME


@lru_cache(maxsize=1 << 17)
def take_apart(name: str, language: str) -> Name:
    """The name's parts; none for what is no name, or only a title."""
    habit = habits(language)
    words = [read_word(word, language) for word in _split(name, habit)]
    words = [word for word in _without_titles(words, habit)[:MOST_WORDS] if word.letters]
    kinds = _kinds(words, habit)
    parts = [_part(words, kinds, n, language) for n, kind in enumerate(kinds) if kind is not None]
    return Name(name, language, tuple(words), tuple(kinds), tuple(parts))


def _split(name: str, habit: Habits) -> list[str]:
    if name.isascii() and name.replace(" ", "").isalpha():
        return name.split()[: 2 * MOST_WORDS]
    text = unicodedata.normalize("NFC", name[:MOST_LETTERS]).replace("’", "'")
    for ending in habit.possessives:
        text = text.removesuffix(ending)
    found = WORD.findall(text)[: 2 * MOST_WORDS]
    if habit.affixes[0] and any(letters(word)[1] == HAN for word in found[:1]):
        return [word for one in found for word in _cut_han(one, habit)]
    return [word for one in found for word in _cut(one, habit)] if "'" in text else found


def _cut(word: str, habit: Habits) -> list[str]:
    """Elided particles parted: d'Estaing."""
    head, apostrophe, rest = word.partition("'")
    return [head, rest] if apostrophe and rest and fold(head) in habit.free else [word]


def _cut_han(word: str, habit: Habits) -> list[str]:
    """Titles off; names without dots cut after the family name."""
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


def _without_titles(words: list[Word], habit: Habits) -> list[Word]:
    first, last = 0, len(words)
    while first < last and words[first].folded in habit.titles:
        first += 1
    while last - 1 > first and words[last - 1].folded in habit.suffixes:
        last -= 1
    if first == last and words and words[last - 1].folded in habit.titles_too:
        first -= 1
    return words[first:last]


def _kinds(words: Sequence[Word], habit: Habits) -> list[str | None]:
    """Each word's kind in this name; None for a particle that may stand or not."""
    kinds = [word.kind for word in words]
    if NAME not in kinds:
        return [NAME if kind in (None, LIGHT) else kind for kind in kinds]
    if kinds[-1] is None:  # a particle stands before something: Barbara Lee
        kinds[-1] = NAME
    if kinds[0] is None and words[0].bare.istitle():  # Al Gore beside al-Gore
        kinds[0] = LIGHT
    if len(words) > 2:
        for n in range(1, len(words)):
            if kinds[n] == NAME and words[n].folded.endswith(habit.patronymics):
                kinds[n] = PATRONYMIC
                break
    return kinds


def _part(words: Sequence[Word], kinds: Sequence[str | None], n: int, language: str) -> Part:
    word, kind = words[n], kinds[n] or NAME
    readings = (word.stripped, word.letters) if word.stripped else (word.letters,)
    if n and kinds[n - 1] is None:
        first = n - 2 if n > 1 and kinds[n - 2] is None else n - 1
        readings = (*readings[:1], letters("".join(w.bare for w in words[first : n + 1]))[0])
    return Part(word.bare, language, word.script, kind, readings, word.bones, 1 << n)


@lru_cache(maxsize=1 << 16)
def unbent(word: str, language: str) -> tuple[str, ...]:
    """The word's readings without what its sentence has put onto it, and its full forms."""
    own = read_word(word, language)
    if " " in word:
        first = habits(language).articles
        words = word.split()
        cut = [words[0][len(a) :] for a in first if words[0].startswith(a) and len(words[0]) > len(a) + 1]
        return tuple(letters(head + "".join(words[1:]))[0] for head in cut)
    found = dict.fromkeys(letters(other)[0] for other in _unbent(word, habits(language)))
    return tuple(other for other in found if other and other not in (own.letters, own.stripped))


@lru_cache(maxsize=1 << 17)
def bends(word: str, language: str) -> bool:
    """Whether the word has readings beside its own."""
    return bool(unbent(word, language))


def _unbent(word: str, habit: Habits) -> Iterable[str]:
    low = word.lower()
    yield from habit.short.get(fold(word), ())
    for clitic in habit.clitics:
        if word.startswith(clitic) and len(word) - len(clitic) >= LEFT_OF_NAME:
            rest = word[len(clitic) :]
            yield rest
            for article in habit.articles:
                # After the preposition l- the article loses its alef: للشرع.
                form = article if rest.startswith(article) else article[1:]
                held = form == article or clitic.endswith(form)
                if held and rest.startswith(form) and len(rest) - len(form) >= LEFT_OF_NAME:
                    yield rest[len(form) :]
    for ending, own in habit.cases:
        if low.endswith(ending) and len(low) - len(ending) >= LEFT_OF_NAME - 1:
            yield low[: len(low) - len(ending)] + own


@lru_cache(maxsize=1 << 16)
def joined(name: str, language: str) -> tuple[Part, ...]:
    """Two and three neighbouring words of a name as one."""
    words, kinds = take_apart(name, language)[2:4]
    return tuple(
        _join(words, first, first + size, language)
        for size in (2, 3)
        for first in range(len(words) - size + 1)
        if joinable(kinds[first : first + size])
    )


def joinable(kinds: Sequence[str | None]) -> bool:
    """Whether words of these kinds may be one word in another language."""
    return kinds[0] is not None and sum(k is not None for k in kinds) > 1 and INITIAL not in kinds


def _join(words: Sequence[Word], first: int, last: int, language: str) -> Part:
    some = words[first:last]
    own, script = letters("".join(word.bare for word in some))
    mask = bits = 0
    for n in range(first, last):
        mask |= 1 << n
        bits |= words[n].bones
    return Part(" ".join(word.bare for word in some), language, script, NAME, (own,), bits, mask)
