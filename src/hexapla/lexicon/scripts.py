"""Whether a word is written in the script of its column.

Letters by language are data (``lang/<code>/identification.toml``). A column's own letters may stand;
so may a name in Latin letters where other scripts print them (BBC, G20, C罗). What may not: a word of
another language in the wrong column, and a look-alike of another script inside a word.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from hexapla.lang import load

LATIN = re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]")
PARTS = re.compile(r"[^\s\-‑]+")
# A lower-case Latin word in another script's column is a name where so many other columns write it so.
SAME_ELSEWHERE = 2


@dataclass(frozen=True)
class Script:
    """The letters of one language: which are others', which speak for a neighbour of the same script."""

    name: str
    spaced: bool
    other: re.Pattern[str]
    foreign: re.Pattern[str] | None

    def fault(self, word: str, elsewhere: Collection[str] = ()) -> str | None:
        """What is wrong with the letters of a word, or None.

        ``elsewhere`` holds the words of the row's other columns.
        """
        if self.foreign and (strange := self.foreign.search(word)):
            return f"{strange.group()!r} in {word!r} is a letter of another language of its script."
        if not self.other.search(word):
            return None
        for part in PARTS.findall(word):
            others = self.other.findall(part)
            if others and not all(LATIN.match(letter) for letter in others):
                return f"{word!r} is not in {self.name} letters."
            own = sum(c.isalpha() for c in part) > len(others)
            if others and own and self.spaced:
                return f"{part!r} mixes {self.name} letters with others ({''.join(others)})."
            if others and not _a_name(part) and list(elsewhere).count(word) < SAME_ELSEWHERE:
                return f"{word!r} is not in {self.name} letters."
        return None


def _a_name(part: str) -> bool:
    """Whether Latin letters look like a name or a sign: a capital, or a digit among them."""
    return any(c.isupper() or c.isdigit() for c in part)


@cache
def script(language: str) -> Script:
    """The script of a language."""
    found = load(language)
    table = found.table("identification")
    foreign = re.compile(f"[{table['foreign']}]") if table["foreign"] else None
    other = re.compile(rf"[^\W\d_{table['letters']}]")
    return Script(str(table["script"]), found.spaced, other, foreign)
