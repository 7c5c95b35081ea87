"""Lines that say of themselves that they are no part of a report: "Read also", "Share on …", "© …".

The cues of all languages are looked for together, for pages of one language carry the
furniture of another (an English theme around a French article).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from hexapla import lang
from hexapla.witness.blocks import closes
from hexapla.witness.folding import fold, plain, visible, words

Reason = Literal[
    "related-links",
    "next-article",
    "section-label",
    "share",
    "repeated-title",
    "byline",
    "copyright",
    "advert",
    "navigation",
]
"""Why words of a page are set aside: a closed list."""

# A cue counts on a line of its own, so a short one; after a colon, a headline may stand on it as well.
LONGEST_CUED, LONGEST_CUED_COLON = 140, 220
LONGEST_ALONE, LONGEST_OPENING = 60, 80
BYLINE_WORDS, CRUMB_WORDS = 6, 4
INITIALS = 12

_WORDLIKE = re.compile(r"[^\W_]")
_LEADING = re.compile(r"^[^\w©(\[【]+")
_COLON_SPACE = re.compile(r"\s+(?=[:>»›/])")
_CRUMBS = re.compile(r"\s[>›»|→/]\s")
_INITIALS = re.compile(r"^[(\[]?[^\W\d_]{1,3}(?:\s?[./\-]{1,2}\s?[^\W\d_]{1,3}){1,4}\.?[)\]]?$")
_FIRST_UNSPACED = 0x2E80


@dataclass(frozen=True)
class _Cues:
    alone: dict[str, Reason]
    opens: re.Pattern[str]
    opening: dict[str, Reason]
    names_after: frozenset[str]


@cache
def _cues() -> _Cues:
    alone: dict[str, Reason] = {}
    opening: dict[str, Reason] = {}
    names_after: set[str] = set()
    for code in lang.codes():
        table = lang.load(code).table("furniture")
        for reason in get_args(Reason):
            section = table.get(reason, {})
            alone.update({fold(cue): reason for cue in section.get("alone", ())})
            opening.update({_opening(cue): reason for cue in section.get("opens", ())})
            names_after.update(fold(word) for word in section.get("names_after", ()))
    longest_first = sorted(opening, key=lambda cue: (-len(cue), cue))
    return _Cues(alone, re.compile("|".join(map(re.escape, longest_first))), opening, frozenset(names_after))


def _opening(line: str) -> str:
    """A line's beginning made comparable, its punctuation kept."""
    return _LEADING.sub("", _COLON_SPACE.sub("", plain(line[:LONGEST_OPENING])))


def cue(line: str) -> Reason | None:
    """Why a line is furniture by its own words, or None."""
    if len(line) > LONGEST_CUED_COLON:
        return None
    if not _WORDLIKE.search(line):
        return "navigation"
    known = _cues()
    found = known.alone.get(fold(line)) if len(line) <= LONGEST_ALONE else None
    if found and not line.rstrip().endswith((".", "。", "!", "?")):
        return found
    return _by_opening(line, known) or _names_only(line, known) or _crumbs(line)


def _by_opening(line: str, known: _Cues) -> Reason | None:
    opening = _opening(line)
    match = known.opens.match(opening)
    if match is None:
        return None
    words_end = match.group()[-1].isalnum()
    following = opening[match.end() : match.end() + 1]
    if words_end and following.isalnum() and ord(following) < _FIRST_UNSPACED:
        return None
    reason = known.opening[match.group()]
    # "Published by the ministry, the text says so." is a sentence; "© 2031 Agency. All rights kept." is not.
    sure = not words_end or reason in ("copyright", "share")
    bracketed = line.lstrip().startswith(("(", "（"))
    too_long = words_end and len(line) > LONGEST_CUED
    return None if too_long or (closes(line) and not sure and not bracketed) else reason


def _names_only(line: str, known: _Cues) -> Reason | None:
    """A preposition and nothing but names: "By Ann Other"."""
    said = words(line) if len(line) <= LONGEST_ALONE else []
    if not 1 < len(said) <= BYLINE_WORDS or closes(line) or fold(said[0]) not in known.names_after:
        return None
    return "byline" if all(w[0].isupper() or not w[0].islower() for w in said[1:]) else None


def _crumbs(line: str) -> Reason | None:
    """The way to the page: "World › Middle East › News"."""
    steps = _CRUMBS.split(line) if len(line) <= LONGEST_CUED and not closes(line) else []
    short = all(len(words(step)) <= CRUMB_WORDS for step in steps)
    return "navigation" if len(steps) > 2 and short and "«" not in line else None


def initials(line: str) -> bool:
    """Whether a line is nothing but an editor's initials: "A.Ch.", "R.K./B.S."."""
    bare = visible(line)
    return len(bare) <= INITIALS and bool(_INITIALS.match(bare))
