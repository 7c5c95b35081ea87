"""A name taken apart: which of its words count, and as what."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from hexapla.lang import known
from hexapla.lang.words import folding
from hexapla.names.letters import HAN, SCRIPTS, script_of
from hexapla.names.words import (
    FREE,
    LIGHT,
    LOOSE,
    NAME,
    PATRONYMIC,
    Habits,
    Part,
    as_one,
    doubted,
    fold,
    habits,
    in_kind,
    read_word,
)

# A name has fewer words than this, or it is a page; what follows is not read.
MOST_WORDS = 8
MOST_LETTERS = 400
# Names of a language remembered.
MOST_KEPT = 1 << 16
# Beyond the scripts' numbers: parts of two scripts, or a first one that may be a title; no parts.
MIXED, NONE = len(SCRIPTS), len(SCRIPTS) + 1
WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0670ـ]|(?<=\w)['’ʼʾʿ`‘](?=\w))+[.\-]?")


class Name(NamedTuple):
    """A name taken apart."""

    written: str
    language: str
    parts: tuple[Part, ...]
    script: int
    """The number of the script that all parts are of, or :data:`MIXED`, or :data:`NONE`."""


def take_apart(name: str, language: str) -> Name:
    """The name's parts; none for what is no name, or only a title. Remembered."""
    kept = _kept(language)
    found = kept.get(name)
    if found is None:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        found = parted(name, language)
        if len(name) <= MOST_LETTERS:
            kept[name] = found
    return found


@cache
def _kept(language: str) -> dict[str, Name]:
    """Names of a language taken apart so far. A dictionary of our own: ``lru_cache`` takes twice as long to fill."""
    return {}


def parted(name: str, language: str) -> Name:
    """The same, not remembered: for names that are read once."""
    parts = [read_word(word, language) for word in _split(name, language)]
    for part in parts:
        if not part.plain:
            parts = _sorted_out(parts, habits(language))
            break
    return Name(name, language, tuple(parts[:MOST_WORDS]), _script(parts))


def _script(parts: Sequence[Part]) -> int:
    if not parts:
        return NONE
    if parts[0].doubtful:
        return MIXED
    script = parts[0].script
    for part in parts:
        if part.script != script:
            return MIXED
    return SCRIPTS.index(script)


def _split(name: str, language: str) -> list[str]:
    if len(name) <= MOST_LETTERS and name.replace(" ", "").isalpha() and not _is_han(name[0]):
        return name.split()[: 2 * MOST_WORDS]
    habit = habits(language)
    text = unicodedata.normalize("NFC", name[:MOST_LETTERS]).replace("’", "'")
    if known(language):
        text = folding(language).level(text)
    for ending in habit.possessives:
        text = text.removesuffix(ending)
    found: list[str] = WORD.findall(text)[: 2 * MOST_WORDS]
    if found and _is_han(found[0][0]):
        return [word for one in found for word in _cut_han(one, habit)]
    return [word for one in found for word in _cut(one, habit)] if "'" in text else found


def _is_han(letter: str) -> bool:
    return script_of(letter) == HAN


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


def _sorted_out(words: Sequence[Part], habit: Habits) -> list[Part]:
    """Titles off, particles given to the part after them, patronymics told."""
    first, last = _within_titles(words, habit)
    perhaps = [word for word in words[:first] if _may_be_initial(word)]
    words = _with_heads([word for word in words[first:last][:MOST_WORDS] if word.readings[0]], habit)
    kinds = _kinds(words, habit)
    parts = []
    for n, (word, kind) in enumerate(zip(words, kinds, strict=True)):
        if kind != FREE:
            first = n
            while first and kinds[first - 1] == FREE and n - first < 2:
                first -= 1
            parts.append(in_kind(word, kind, "".join(w.written for w in words[first : n + 1])))
    return [*map(doubted, perhaps), *parts] if parts else []


def _with_heads(words: Sequence[Part], habit: Habits) -> list[Part]:
    """Words that only begin a name made one with what follows: *Abd al-Karim*."""
    out: list[Part] = []
    begun: list[Part] = []
    for word in words:
        begun.append(word)
        if word.folded not in habit.heads_apart and (len(begun) == 1 or word.kind == NAME):
            out.append(as_one(begun) if len(begun) > 1 else word)
            begun = []
    return out + begun


def _within_titles(words: Sequence[Part], habit: Habits) -> tuple[int, int]:
    """Where the name begins and ends among titles, and the articles between them: *M. le président*."""
    first, last = 0, len(words)
    for n, word in enumerate(words):
        if word.folded in habit.titles or _abbreviated(words, n, habit):
            first = n + 1
        elif word.kind not in (FREE, LOOSE):
            break
    if first == last:  # titles_too may be what is left
        first = next((n for n, word in enumerate(words) if word.folded not in habit.titles), last)
    while last - 1 > first and words[last - 1].folded in habit.suffixes:
        last -= 1
    if first == last and words and words[last - 1].folded in habit.titles_too:
        first -= 1
    return first, last


def _abbreviated(words: Sequence[Part], at: int, habit: Habits) -> bool:
    """Whether a letter is one of two that are a title: *S. E.* and *H. E.* are."""
    some = [word.folded for word in words[max(0, at - 1) : at + 2]]
    spelled = (one + other for one, other in pairwise(some) if len(one) == len(other) == 1)
    return len(words[at].folded) == 1 and any(title in habit.titles for title in spelled)


def _may_be_initial(title: Part) -> bool:
    """Whether a title may be the initial of a given name: *M. Holm* is Monsieur, or Martin."""
    return len(title.folded) == 1 and title.written == title.written.upper()


def _kinds(words: Sequence[Part], habit: Habits) -> list[str]:
    """Each word's kind in this name."""
    kinds = [word.kind for word in words]
    if NAME not in kinds:
        return [NAME if kind in (FREE, LOOSE, LIGHT) else kind for kind in kinds]
    if kinds[-1] in (FREE, LOOSE):  # a particle stands before something: Barbara Lee
        kinds[-1] = NAME
    if kinds[0] == LOOSE:  # Al Gore beside al-Gore and Al-Gore
        kinds[0] = LIGHT
    kinds = [FREE if kind == LOOSE else kind for kind in kinds]
    for n in range(1, len(words) - 1):
        if words[n].folded in habit.filial and kinds[n + 1] == NAME:
            kinds[n] = FREE
            if NAME in kinds[n + 2 :]:
                kinds[n + 1] = PATRONYMIC
    if len(words) > 2:
        for n in range(1, len(words)):
            if kinds[n] == NAME and words[n].folded.endswith(habit.patronymics):
                kinds[n] = PATRONYMIC
                break
    return kinds
