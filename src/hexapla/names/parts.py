"""A name taken apart: which of its words count, and as what."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from hexapla.names.letters import HAN, SCRIPTS, script_of
from hexapla.names.words import (
    FREE,
    LIGHT,
    LOOSE,
    NAME,
    PATRONYMIC,
    Habits,
    Part,
    fold,
    habits,
    in_kind,
    read_word,
)

# A name has fewer words than this, or it is a page; what follows is not read.
MOST_WORDS = 8
MOST_LETTERS = 400
# Beyond the scripts' numbers: parts of two scripts; no parts.
MIXED, NONE = len(SCRIPTS), len(SCRIPTS) + 1
WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0670ـ]|(?<=\w)['’ʼʾʿ`‘](?=\w))+[.\-]?")


class Name(NamedTuple):
    """A name taken apart."""

    written: str
    language: str
    parts: tuple[Part, ...]
    script: int
    """The number of the script that all parts are of; MIXED; NONE where there are no parts."""


@lru_cache(maxsize=1 << 17)
def take_apart(name: str, language: str) -> Name:
    """The name's parts; none for what is no name, or only a title."""
    parts = [read_word(word, language) for word in _split(name, language)]
    for part in parts:
        if not part.plain:
            parts = _sorted_out(parts, habits(language))
            break
    return Name(name, language, tuple(parts[:MOST_WORDS]), _script(parts))


def _script(parts: Sequence[Part]) -> int:
    if not parts:
        return NONE
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
    words = [word for word in _without_titles(words, habit)[:MOST_WORDS] if word.readings[0]]
    kinds = _kinds(words, habit)
    parts = []
    for n, (word, kind) in enumerate(zip(words, kinds, strict=True)):
        if kind != FREE:
            first = n
            while first and kinds[first - 1] == FREE and n - first < 2:
                first -= 1
            parts.append(in_kind(word, kind, "".join(w.written for w in words[first : n + 1])))
    return parts


def _without_titles(words: Sequence[Part], habit: Habits) -> Sequence[Part]:
    first, last = 0, len(words)
    while first < last and words[first].folded in habit.titles:
        first += 1
    while last - 1 > first and words[last - 1].folded in habit.suffixes:
        last -= 1
    if first == last and words and words[last - 1].folded in habit.titles_too:
        first -= 1
    return words[first:last]


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
    if len(words) > 2:
        for n in range(1, len(words)):
            if kinds[n] == NAME and words[n].folded.endswith(habit.patronymics):
                kinds[n] = PATRONYMIC
                break
    return kinds
