"""Clauses of a sentence: the parts that may answer passages of their own in another version."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hexapla import lang
from hexapla.witness.model import Span

# A clause of fewer words says too little to answer a passage of its own; it goes to its neighbour.
FEWEST_WORDS = 3
FEWEST_CHARACTERS = 12
FEWEST_CHARACTERS_UNSPACED = 6
# So much of a part tells whether it is long enough; reading all of it would take quadratic time.
PLENTY = 400
_WORDS = re.compile(r"\S+")
_ASIDE = re.compile(r"\([^()]{1,300}\)|（[^（）]{1,300}）")
# A semicolon, a colon that is no time of day, a dash after a comma; other dashes where the language says so.
_STRONG = re.compile(r"[;؛；][\"”»’]*\s*|(?<!\d):\s+|：|(?<=[,،])\s*[–—―]\s*|[—―]{2}")
_DASH = r"\s[-–—―]{1,2}\s+"
_COMMA = r"[,،，][\"”»’“]?\s*"


@dataclass(frozen=True)
class _Joints:
    """What opens a clause in a language, made ready to look for."""

    pattern: re.Pattern[str]
    spaced: bool


@cache
def _joints(code: str) -> _Joints:
    language = lang.load(code)
    table = language.table("clauses")
    edge = r"(?!\w)" if language.spaced else ""
    after = [rf"(?:{_either(table['openers'])}){edge}", *table["opener_patterns"]]
    joined = table.get("joined", ())
    if joined:
        # A conjunction written joined to its word, unless the letter is the word's own.
        own = _either(table["joined_exceptions"])
        after.append(rf"(?!(?:{own})(?!\w))(?:{_either(joined)})(?=\w)")
    options = [rf"{_COMMA}(?=(?:{'|'.join(after)}))"]
    if table["dash"]:
        options.append(_DASH)
    if table["bare"]:
        options.append(rf"\s+(?=(?:{_either(table['bare'])}){edge})")
    return _Joints(re.compile("|".join(options), re.IGNORECASE), language.spaced)


def _either(words: list[str]) -> str:
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest_first)


def clauses(text: str, span: Span, language: str) -> tuple[Span, ...]:
    """The clauses of a sentence, in order; they leave out only white space between them.

    The punctuation that parts two clauses goes with the first. A part too short to answer
    a passage of its own is left with its neighbour.
    """
    sentence = span.of(text)
    joints = _joints(language)
    asides = [m.span() for m in _ASIDE.finditer(sentence)]
    cuts = sorted({c for c in _cuts(sentence, joints) if not _within(c, asides)})
    parts = _trimmed(sentence, _long_enough(sentence, cuts, joints.spaced))
    return tuple(Span(span.start + a, span.start + b) for a, b in parts)


def _cuts(sentence: str, joints: _Joints) -> Iterator[int]:
    for match in _STRONG.finditer(sentence):
        yield match.end()
    for match in joints.pattern.finditer(sentence):
        yield match.end()


def _within(cut: int, asides: list[tuple[int, int]]) -> bool:
    n = bisect_left(asides, (cut, 0)) - 1
    return n >= 0 and asides[n][0] < cut < asides[n][1]


def _long_enough(sentence: str, cuts: list[int], spaced: bool) -> list[int]:
    """Only those cuts that leave clauses long enough on both sides."""
    kept: list[int] = []
    for cut in cuts:
        last = kept[-1] if kept else 0
        if _suffices(sentence[last:cut], spaced) and _suffices(sentence[cut : cut + PLENTY], spaced):
            kept.append(cut)
    return kept


def _suffices(part: str, spaced: bool) -> bool:
    bare = part.strip()
    if not spaced:
        return sum(c.isalnum() for c in bare) >= FEWEST_CHARACTERS_UNSPACED
    if len(bare) < FEWEST_CHARACTERS:
        return False
    return sum(any(c.isalnum() for c in w) for w in _WORDS.findall(bare[:PLENTY])) >= FEWEST_WORDS


def _trimmed(sentence: str, cuts: list[int]) -> Iterator[tuple[int, int]]:
    for a, b in zip([0, *cuts], [*cuts, len(sentence)], strict=True):
        part = sentence[a:b]
        bare = part.strip()
        if bare:
            lead = len(part) - len(part.lstrip())
            yield a + lead, a + lead + len(bare)
