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
LONGEST_ALONE, LONGEST_OPENING, LONGEST_BYLINE = 60, 80, 100
BYLINE_WORDS, CRUMB_WORDS = 6, 4
# "Lire aussi sur", "Другие материалы от": a cue before names has at most so many words.
CUE_WORDS = 4
LONGEST_UNSPACED = 16
INITIALS = 12

_WORDLIKE = re.compile(r"[^\W_]")
_LEADING = re.compile(r"^[^\w©(\[【]+")
_COLON_SPACE = re.compile(r"\s+(?=[:>»›/])")
_CRUMBS = re.compile(r"\s[>›»|→/]\s|(?<=\w)[>›](?=\w)")
_ARROWS = re.compile(r"\s?[>›→]\s?|\s»\s")
# A caption ends with who took the picture; so much may name him.
LONGEST_CREDIT = 45
_NUMBERS = re.compile(r"\d[\d.,:\u00a0\u202f ]*")
_QUOTES = re.compile('[«»“”„「」『』"]')
_OUTLET_MARK = re.compile(r"^[(\[/]\s?[^\W\d_]{2,10}\s?[)\]/]\s*(?=\S)")
_ELISION = re.compile(r"^[a-z]{1,2}['’]")
_INITIALS = re.compile(r"^[(\[]?[^\W\d_]{1,3}(?:\s?[./\-]{1,2}\s?[^\W\d_]{1,3}){1,4}\.?[)\]]?$")
_FIRST_UNSPACED = 0x2E80


@dataclass(frozen=True)
class _Cues:
    alone: dict[str, Reason]
    opens: re.Pattern[str]
    opening: dict[str, Reason]
    counted: dict[str, Reason]
    says: dict[str, Reason]
    credits: re.Pattern[str]
    names_after: dict[str, Reason]
    outlets: frozenset[str]
    outlet_words: frozenset[str]
    particles: frozenset[str]


@cache
def _cues() -> _Cues:
    alone: dict[str, Reason] = {}
    opening: dict[str, Reason] = {}
    counted: dict[str, Reason] = {}
    says: dict[str, Reason] = {}
    credited: set[str] = set()
    names_after: dict[str, Reason] = {}
    outlets: set[str] = set()
    outlet_words: set[str] = set()
    particles: set[str] = set()
    for code in lang.codes():
        table = lang.load(code).table("furniture")
        for reason in get_args(Reason):
            section = table.get(reason, {})
            alone.update({fold(cue): reason for cue in section.get("alone", ())})
            opening.update({_opening(cue): reason for cue in section.get("opens", ())})
            counted.update({fold(cue): reason for cue in section.get("counted", ())})
            says.update({plain(phrase): reason for phrase in section.get("says", ())})
            credited.update(plain(word) for word in section.get("credits", ()))
            names_after.update({fold(word): reason for word in section.get("names_after", ())})
        datelines = lang.load(code).table("datelines")
        outlets.update(map(fold, datelines["outlets"]))
        outlet_words.update(map(fold, datelines["outlet_words"]))
        particles.update(map(fold, datelines["place_particles"]))
    longest_first = sorted(opening, key=lambda cue: (-len(cue), cue))
    opens = re.compile("|".join(map(re.escape, longest_first)))
    ends = "|".join(map(re.escape, sorted(credited, key=lambda word: (-len(word), word))))
    credit = re.compile(
        rf"(?:^|[.!?…。！？؟|/(（\[–—-]|(?=©))\s*(?:{ends})[^!?。！？]{{1,{LONGEST_CREDIT}}}$"
    )
    sets = (frozenset(outlets), frozenset(outlet_words), frozenset(particles))
    return _Cues(alone, opens, opening, counted, says, credit, names_after, *sets)


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
    found = _alone(line, known) if len(line) <= LONGEST_ALONE else None
    if found and not line.rstrip().endswith((".", "。", "!", "?")):
        return found
    return (
        _by_opening(line, known)
        or _names_only(line, known)
        or _crumbs(line, known)
        or _to_the_reader(line, known)
        or _caption(line, known)
    )


def _alone(line: str, known: _Cues) -> Reason | None:
    """A line that is a cue, a number perhaps with it: "Recommended", "3 min read", "12 comments"."""
    numberless = _NUMBERS.sub(" ", line)
    found = known.alone.get(fold(line))
    return found or (known.counted.get(fold(numberless)) if numberless != line else None)


def _to_the_reader(line: str, known: _Cues) -> Reason | None:
    """A site speaking to its reader: "Sign up for our newsletter". What is quoted may say anything."""
    if _QUOTES.search(line):
        return None
    said = plain(line)
    return next((reason for phrase, reason in known.says.items() if phrase in said), None)


def _caption(line: str, known: _Cues) -> Reason | None:
    """A picture's caption: it ends with who took it."""
    return "copyright" if known.credits.search(plain(line)) else None


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
    too_long = words_end and len(line) > (
        LONGEST_BYLINE if reason == "byline" and not bracketed else LONGEST_CUED
    )
    return None if too_long or (closes(line) and not sure and not bracketed) else reason


def _names_only(line: str, known: _Cues) -> Reason | None:
    """A cue and nothing but names after it: "By Ann Other", "More from Midland Wire"."""
    if len(line) > LONGEST_ALONE or closes(line):
        return None
    said = words(line)
    for n in range(min(CUE_WORDS, len(said) - 1), 0, -1):
        reason = known.names_after.get(fold(" ".join(said[:n])))
        if reason is not None:
            # "By Ann Other, political correspondent"
            before = words(line.partition(",")[0])
            named = said[n:] if len(before) < n + 2 else before[n:]
            return reason if _all_names(named, reason, known) else None
    return _names_unspaced(fold(line), known)


def _all_names(said: list[str], reason: Reason, known: _Cues) -> bool:
    """Whether words are names: capitals and particles or, where the script has none, an outlet's own words.

    A byline may name anybody.
    """
    if len(said) >= BYLINE_WORDS:
        return False
    if any(word[0].islower() or word[0].isupper() for word in said):
        named = [w for w in said if fold(w) not in known.particles]
        return bool(named) and all(_ELISION.sub("", w)[:1].isupper() for w in named)
    outlet = fold(" ".join(said)) in known.outlets or any(fold(w) in known.outlet_words for w in said)
    return outlet or reason == "byline"


def _names_unspaced(line: str, known: _Cues) -> Reason | None:
    """The same where words are not parted: what follows the cue holds an outlet's own word."""
    if len(line) > LONGEST_UNSPACED or not line or ord(line[0]) < _FIRST_UNSPACED:
        return None
    for n in range(len(line) - 2, 1, -1):
        reason, rest = known.names_after.get(line[:n]), line[n:]
        if reason and any(_ends_so(rest, w) for w in known.outlet_words):
            return reason
    return None


def _ends_so(rest: str, word: str) -> bool:
    """Whether a name ends with an outlet's own word, "报道" or "新闻" perhaps after it."""
    at = rest.rfind(word)
    return ord(word[0]) >= _FIRST_UNSPACED and at > 0 and at + len(word) + 2 >= len(rest)


def _crumbs(line: str, known: _Cues) -> Reason | None:
    """The way to the page: "World › Middle East › News"; of two steps one must be a section's known name."""
    steps = _CRUMBS.split(line) if len(line) <= LONGEST_CUED and not closes(line) else []
    if len(steps) < 2 or "«" in line or not all(len(words(step)) <= CRUMB_WORDS for step in steps):
        return None
    named = any(known.alone.get(fold(step)) in ("section-label", "navigation") for step in steps)
    return "navigation" if named or len(steps) > 2 else None


def arrowed(line: str) -> bool:
    """Whether a line is two short steps with an arrow between them: a way to the page below it."""
    steps = _ARROWS.split(line)
    return len(steps) == 2 and "«" not in line and all(0 < len(words(s)) <= CRUMB_WORDS for s in steps)


def initials(line: str) -> bool:
    """Whether a line is nothing but an editor's initials: "A.Ch.", "R.K./B.S.", "(VNA) A.L."."""
    bare = _OUTLET_MARK.sub("", visible(line))
    return len(bare) <= INITIALS and bool(_INITIALS.match(bare))
