"""A text cut into words, digits and the few signs that numbers and dates are made with.

One expression a language. Where words are parted by spaces a token is a word; where they are
not, it is a phrase of the language's data or a run of figures, and all else is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hexapla.lang.words import HAN, INVISIBLE

MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"
LETTER = r"[^\W\d_]"
SPECIAL_SPACES = "\u00a0\u202f\u2009"
HYPHENS = "-‐‑"

# Addresses and telephone numbers are passed over whole.
SKIP = r"(?P<skip>https?://\S+|www\.\S+|\+\d[\d ()\u00a0-]{6,}\d)"
# 2023-03-15, 15/03/2023; 14:30, 14h30; what else has two such signs is a code; 3/4.
STAMP = (
    r"(?P<stamp>(?<!\d)(?:\d{4}(?P<one>[-/.])\d{1,2}(?P=one)\d{1,2}|\d{1,2}(?P<two>[-/.])\d{1,2}(?P=two)\d{4})(?![-/]?\d)"
    r"|\d{4}-\d\d-\d\d(?=T\d))"
)
CLOCK = r"(?P<clock>(?<![\d:.,])(?:[01]?\d|2[0-3])[:：hH][0-5]\d(?::[0-5]\d)?(?![\d:]))"
CODE = r"(?P<code>\d+(?:[-/:]\d+){2,}|\d+(?:\.\d+){3,}|\d+:\d+)"
RATIO = r"(?P<ratio>\d+[/⁄]\d+)"
NUMBER = r"\d+(?:[.,٫٬'’．]\d+)*"
GROUPED = r"\d{{1,3}}(?:[{spaces}]\d{{3}})+(?:[.,٫]\d+)?(?!\d)|\d{{1,3}}(?:،\d{{3}})+(?!\d)"
BREAK = r"(?P<gap>\n\s*\n)"


WORD = rf"{LETTER}(?:{LETTER}|[{MARKS}{INVISIBLE}])*"


class Token(NamedTuple):
    """A piece of text: ``word``, ``phrase``, ``number``, ``figures``, ``stamp``, ``clock``, ``ratio``,
    ``sign``, or ``gap`` (what can be no part of a number or date).
    """

    start: int
    end: int
    raw: str
    kind: str


def _number(plain_space: bool) -> str:
    spaces = SPECIAL_SPACES + (" " if plain_space else "")
    return rf"(?:{GROUPED.format(spaces=spaces)}|{NUMBER})"


def spaced_pattern(plain_space: bool) -> re.Pattern[str]:
    """The tokens of a language whose words are parted by spaces."""
    word = rf"(?P<word>{WORD})"
    # A hyphen or apostrophe between letters parts words and is itself nothing.
    sign = rf"(?P<sign>(?<!{LETTER})[{HYPHENS}’']|[{HYPHENS}’'](?!{LETTER})|[^\w\s{INVISIBLE}{HYPHENS}’'])"
    number = rf"(?P<number>{_number(plain_space)})"
    return re.compile("|".join((SKIP, word, STAMP, CLOCK, CODE, RATIO, number, BREAK, sign, "(?P<under>_)")))


def unspaced_pattern(
    *,
    phrases: Sequence[str],
    figures: str,
    units: str,
    vague: Sequence[str],
    approximate: str,
    before: Sequence[str],
    between: Sequence[str],
    measures: Sequence[str] = (),
) -> re.Pattern[str]:
    """The tokens of a language that writes without spaces and figures as letters.

    Parameters
    ----------
    figures, units:
        The letters for 0 to 9, and those for ten and above.
    before, between:
        What stands before figures (ordinal, percent) and between those of a fraction.
    measures:
        Names of units of measure: a letter for a high number that begins one (兆瓦) is no number.
    """

    def either(words: Iterable[str]) -> str:
        return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w))) or r"(?!)"

    number = _number(False)
    taken = either([name for name in measures if name[0] in units and len(name) > 1])
    run = rf"(?:{number}(?: (?=[{units}]))?|(?!{taken})[{figures}{units}]|[{approximate}](?=[{units}]))"
    vaguely = rf"(?P<skipped>(?:{either(vague)})(?!(?:{either(before)}))[{units}]+)"
    counted = rf"(?P<figures>(?:{either(before)})?{run}+(?:(?:{either(between)}){run}+)?)"
    phrase = rf"(?P<phrase>{either(phrases)})"
    latin = r"(?P<word>[A-Za-z]+)"
    sign = rf"(?P<sign>[^\w\s{INVISIBLE}])"
    # What begins none of these is passed over at once.
    firsts = {word[0] for word in (*phrases, *vague, *before) if word[0].isalpha()} | set(figures + units)
    rest = rf"(?P<rest>[^\W\dA-Za-z{''.join(sorted(firsts))}]+|[^\s{INVISIBLE}])"
    return re.compile(
        "|".join((SKIP, STAMP, CLOCK, CODE, RATIO, vaguely, phrase, counted, latin, BREAK, sign, rest))
    )


_KINDS = {"skip": "gap", "under": "gap", "code": "gap", "skipped": "gap", "rest": "gap"}


def tokens(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of a stretch of text, in order."""
    for found in pattern.finditer(text, start, end):
        kind = found.lastgroup or "gap"
        yield Token(found.start(), found.end(), found.group(), _KINDS.get(kind, kind))


def is_letter(text: str, at: int) -> bool:
    """Whether a letter of an alphabet stands there: one that would make digits a code (MH17)."""
    return 0 <= at < len(text) and text[at].isalpha() and not HAN_LETTER.match(text[at])


HAN_LETTER = re.compile(f"[{HAN}]")
