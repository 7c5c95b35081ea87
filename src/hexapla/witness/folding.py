"""Words and lines made comparable: how a cue, a headline or a place name is looked up."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise

from hexapla import lang

# Marks that show nothing: byte-order mark, zero-width, bidi, soft hyphen, tatweel, variation selectors.
INVISIBLE = "\u00ad\u0640\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_VISIBLE = re.compile(rf"[^\s{INVISIBLE}]")
# Accents and vowel signs of our scripts, once a text is decomposed.
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]+"
)
_WORD = re.compile(r"[^\W_]+(?:[.'’\-\u2010\u2011][^\W_]+)*")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SPACE = re.compile(r"\s+")

# How many letters of a word stand for it when two inflected forms are compared: long enough to part words,
# short enough to leave endings out. Five suits our spaced languages; four confuses Arabic roots.
STEM = 5


def visible(text: str) -> str:
    """The text without marks that show nothing, its white space single."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


def shows(text: str) -> bool:
    """Whether a text holds anything that can be seen."""
    return _VISIBLE.search(text) is not None


def plain(text: str) -> str:
    """Visible text in one case, without accents and vowel signs."""
    seen = visible(text).casefold().replace("’", "'")
    return seen if seen.isascii() else _MARKS.sub("", unicodedata.normalize("NFKD", seen))


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """``plain`` text, its edges bare of punctuation."""
    return _EDGES.sub("", plain(text))


def words(text: str) -> list[str]:
    """The words of a text as written; in a script without spaces, runs of letters."""
    return _WORD.findall(text)


@cache
def _proclitics(language: str) -> tuple[str, ...]:
    return tuple(lang.load(language).table("furniture").get("proclitics", ()))


@cache
def small_words(language: str) -> frozenset[str]:
    """A language's articles, prepositions, pronouns and the like, folded."""
    return frozenset(fold(word) for word in lang.load(language).table("identification")["words"])


def stems(text: str, language: str) -> set[str]:
    """Rough stems of a text's words, small words left out, for telling whether two passages share words.

    Where words are not parted by spaces the stems are pairs of neighbouring letters.
    """
    if not lang.load(language).spaced:
        return {a + b for run in words(fold(text)) for a, b in pairwise(run)}
    found = set()
    for word in words(fold(text)):
        if word in small_words(language):
            continue
        bare = next((word[len(p) :] for p in _proclitics(language) if word.startswith(p)), word)
        if len(bare) >= STEM - 1:
            found.add(bare[:STEM])
    return found


def weight(text: str, language: str) -> float:
    """A text's length in letters of a spaced script, so that one limit serves every script."""
    # A Chinese news text has about 0.4 characters for each English one.
    return len(text) if lang.load(language).spaced else 2.5 * len(text)
