"""A word of a name as letters that costs are known for, with the script they are of."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
LATIN, ARABIC, CYRILLIC, HAN = "latin", "arabic", "cyrillic", "han"
SCRIPTS = (LATIN, ARABIC, CYRILLIC, HAN)
# Letters of a word beyond these tell nothing more, and a page in place of a name must not cost much.
LONGEST = 20
# Initials of Chinese syllables that are one letter here, see tools/pinyin_table.py.
INITIALS = {"ž": "zh", "č": "ch", "š": "sh"}
# (first, last) code point of the blocks whose letters we have costs for.
BLOCKS = (
    (0x41, 0x24F, LATIN),
    (0x1E00, 0x1EFF, LATIN),
    (0x400, 0x52F, CYRILLIC),
    (0x621, 0x6D3, ARABIC),
    (0x3400, 0x9FFF, HAN),
)


def rows(name: str) -> list[list[str]]:
    """The rows of a data file, comments left out."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]


@cache
def _forms() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("letters.tsv")}


@cache
def _readings() -> dict[str, str]:
    return {character: row[1] for row in rows("han.tsv") for character in row[2]}


@lru_cache(maxsize=1 << 14)
def script_of(letter: str) -> str | None:
    """The script of a letter; None for what is not one of a script we know."""
    code = ord(letter)
    for first, last, script in BLOCKS:
        if first <= code <= last:
            return script
    return None


def _form(letter: str) -> str:
    """One letter, folded; a letter of a script we have no costs for, in Latin letters."""
    if letter.isascii():
        return letter if letter.isalpha() else ""
    known = _forms().get(letter) or _readings().get(letter)
    if known is not None:
        return known
    base = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
    if not base or unicodedata.category(base[0])[0] not in "L":
        return ""
    if len(base) == 1 and base == letter:
        return letter if script_of(letter) in (ARABIC, CYRILLIC) else _latin(letter)
    return "".join(_form(c) for c in base)


def _latin(letter: str) -> str:
    from anyascii import anyascii

    return "".join(c for c in str(anyascii(letter)).lower() if c.isalpha())


class _Forms(dict[int, str | None]):
    """Letters' forms, for ``str.translate``."""

    def __missing__(self, point: int) -> str:
        form = self[point] = _form(chr(point))
        return form


_FORMS = _Forms()


@cache
def _spelled() -> dict[str, str]:
    return {row[1][-1]: row[0] for row in rows("han.tsv")}


@cache
def syllable_letter(letter: str) -> str:
    """What a letter of a Chinese syllable is in Latin letters."""
    if letter in INITIALS:
        return INITIALS[letter]
    syllable = _spelled().get(letter, letter)
    return syllable.lstrip("bpmfdtlgkhjqxrzcsyw") if len(syllable) > 1 else syllable


def letters(word: str) -> tuple[str, str]:
    """A word's letters, at most :data:`LONGEST`, and their script.

    >>> letters("Özdemir"), letters("Путин")
    (('özdemir', 'latin'), ('путин', 'cyrillic'))
    """
    if word.isascii():
        low = word.lower()
        return (low if low.isalpha() else "".join(c for c in low if c.isalpha()))[:LONGEST], LATIN
    folded = unicodedata.normalize("NFC", word[: 4 * LONGEST]).casefold()
    out = folded.translate(_FORMS)[:LONGEST]
    for letter in folded:
        script = script_of(letter)
        if script and _FORMS[ord(letter)]:
            return out, script
    return out, LATIN
