"""Names in the reader's letters: as an answering passage writes them, else by the letters' usual sounds.

A letter by letter spelling is only given where the reader's ``gloss.toml`` has a table for the
script; Chinese is given in pinyin, and Latin letters stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from hexapla.gloss.habits import habits
from hexapla.lang import codes, load
from hexapla.names.comparing import compare_names_batch
from hexapla.names.letters import ARABIC, HAN, LATIN, rows, script_of

WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0670ـ])+")
# Read off the glosses of the gold stories: names in one case and another stay above .70, and no two
# different names met above .50.
SOUNDS_ALIKE = 0.65
# A word that the lexicon knows is a name only where it sounds just so.
SOUNDS_THE_SAME = 0.85
# A word spelled by its letters may be spelled otherwise by everyone else.
GUESSED = 0.5
# What a difference in length takes off a likeness of sound, at most.
UNEVEN = 0.2
# Pairs of names already compared; a desk has a few thousand.
MOST_HEARD = 100_000
_HEARD: dict[tuple[str, str, str, str], float] = {}


def script(word: str) -> str:
    """The script of a word's first letter; Latin for what has none."""
    return next((s for letter in word if (s := script_of(letter))), LATIN)


@cache
def _tables(into: str) -> Mapping[str, Mapping[str, Any]]:
    """The spelling tables of a language; those of the first language that is written in Latin for scripts it lacks."""
    own: Mapping[str, Mapping[str, Any]] = habits(into).table.get("romanise", {})
    return own


@cache
def _usual(kind: str) -> Mapping[str, Any] | None:
    """A table into Latin letters, for languages that have none of their own for a script."""
    for code in sorted(codes(), key=lambda c: not habits(c).table["romanises_first"]):
        table: Mapping[str, Any] | None = _tables(code).get(kind)
        if table and all(v.isascii() for v in table["letters"].values() if v not in ("‘",)):
            return table
    return None


@cache
def _syllables() -> Mapping[str, str]:
    """Pinyin without tones by character."""
    return {character: row[0] for row in rows("han.tsv") for character in row[2]}


@cache
def _surnames() -> frozenset[str]:
    """Family names of one character, which are written apart from the given name."""
    return frozenset(name for code in codes() for name in load(code).table("names")["surnames"])


def spelled(name: str, into: str) -> str:
    """A name in the reader's letters, or as it is where there is no table for its script.

    >>> spelled("Лавров", "en"), spelled("Лавров", "fr"), spelled("许文海", "en")
    ('Lavrov', 'Lavrov', 'Xu Wenhai')
    """
    return WORD.sub(lambda found: _spelled(found.group(), into), name)


@lru_cache(maxsize=1 << 15)
def _spelled(word: str, into: str) -> str:
    own = script(word)
    if own == HAN:
        return _pinyin(word)
    if own == LATIN:
        return word
    table = _tables(into).get(own)
    if table is None and script_needed(into) == own:
        return word
    table = table or _usual(own)
    if table is None:
        return word
    return _arabic(word, table) if own == ARABIC else _letters(word, table)


@cache
def script_needed(into: str) -> str:
    """The script that the language itself is written in."""
    return script(str(load(into).table("language")["own_name"]))


def _pinyin(word: str) -> str:
    syllables = [_syllables().get(c, c) for c in word if c.isalpha()]
    if not syllables:
        return word
    if len(syllables) in (2, 3) and word[0] in _surnames():
        family, given = syllables[0], "".join(syllables[1:])
        return f"{family.capitalize()} {given.capitalize()}"
    return "".join(syllables).capitalize()


def _letters(word: str, table: Mapping[str, Any]) -> str:
    letters = table["letters"]
    out = "".join(letters.get(c, "" if unicodedata.combining(c) else c) for c in word.casefold())
    for pattern, instead in table.get("endings", ()):
        out = re.sub(pattern, instead, out)
    return out[:1].upper() + out[1:] if word[:1].isupper() else out


def _arabic(word: str, table: Mapping[str, Any]) -> str:
    """Consonants with the vowels that are written, and a filler where two consonants open a syllable."""
    article, shown = table["article"]
    if word.startswith(article) and len(word) > len(article) + 1:
        return str(shown) + _arabic(word[len(article) :], table)
    sounds = _sounds("".join(c for c in word if not unicodedata.combining(c) and c != "ـ"), table)
    out, open_syllable = "", False
    for at, (sound, vowel) in enumerate(sounds):
        out += sound
        opens = not vowel and not open_syllable
        needed = opens and at + 1 < len(sounds) and not sounds[at + 1][1]
        out += table["filler"] if needed else ""
        open_syllable = vowel or needed
    return out[:1].upper() + out[1:]


def _sounds(bare: str, table: Mapping[str, Any]) -> list[tuple[str, bool]]:
    """Each letter's sound and whether it is a vowel; a half vowel is one after a consonant."""
    letters, halves, vowels = table["letters"], table["semivowels"], table["vowels"]
    found: list[tuple[str, bool]] = []
    for at, letter in enumerate(bare):
        after_consonant = bool(found) and not found[-1][1]
        following = bare[at + 1 : at + 2]
        if letter in halves and after_consonant and following == table["glides_before"]:
            found += [(halves[letter], True), (letters[letter], False)]
        elif (letter in halves and after_consonant and following not in vowels) or (
            letter in halves and not after_consonant and found and not following
        ):
            found.append((halves[letter], True))
        elif letters.get(letter, letter):
            found.append((letters.get(letter, letter), letter in vowels))
    return found


def listen(pairs: Sequence[tuple[str, str, str, str]]) -> None:
    """Compares names ``(word, its language, name, its language)`` ahead: many at once cost little more than one."""
    if len(_HEARD) + len(pairs) > MOST_HEARD:
        _HEARD.clear()
    wanted = [pair for pair in dict.fromkeys(pairs) if pair not in _HEARD]
    if wanted:
        _HEARD.update(zip(wanted, compare_names_batch(wanted), strict=True))


def heard(words: Sequence[str], language: str, names: Sequence[str], into: str) -> list[tuple[str, float]]:
    """For each word the name of the answering passages that is most likely the same, and how likely, 0..1."""
    listen([(word, language, name, into) for word in words for name in names])
    found = []
    for word in words:
        scores = [
            (_HEARD[word, language, name, into] - UNEVEN * _uneven(word, name, into), -place)
            for place, name in enumerate(names)
        ]
        score, place = max(scores, default=(0.0, 0))
        found.append((names[-place] if names else "", score))
    return found


@lru_cache(maxsize=1 << 15)
def _uneven(word: str, name: str, into: str) -> float:
    """How much longer one is than the other, 0..1: a name of two words is heard better in two words."""
    a, b = (sum(c.isalpha() for c in spelled(w, into)) for w in (word, name))
    return abs(a - b) / max(a, b, 1)


__all__ = ["GUESSED", "SOUNDS_ALIKE", "SOUNDS_THE_SAME", "heard", "script", "spelled"]
