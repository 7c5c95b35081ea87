"""Clauses of a sentence: the parts that may answer passages of their own in another version."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from hexapla import lang
from hexapla.witness.folding import INVISIBLE
from hexapla.witness.model import Span

# A language's ``clauses.toml``.
Table = Mapping[str, Any]

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
# A dash between figures is a range ("2030 - 2035").
_DASH = r"\s(?:(?<!\d\s)[-–—―]{1,2}\s+|[-–—―]{1,2}\s+(?!\d))"
_COMMA = r"[,،，][\"”»’“]?\s*"
# An insertion (", however, …", ", a-t-elle promis, …") has at most so many words after its first.
_INSERTED = r"(?!(?:\s+[^\s,،]+){0,4}[,،])"
# A participle is not written with a capital: "Fernando" is none.
_LOWER = r"(?-i:(?![A-ZÀ-ÖØ-ÞЁА-Я]))"
# "the minister, Ann Oru, and her colleague, Sergey Karo, met": two names set off by commas, one clause.
OFFICE_WORDS, LONGEST_NAME = 7, 80
_CAPITAL = r"[A-ZÀ-ÖØ-ÞЁА-Я][^\s,]*"
_NAME = rf"{_CAPITAL}(?:\s(?:[^\s,]{{1,3}}\s)?{_CAPITAL}){{0,4}}"
_FIRST_NAME = re.compile(rf",\s+{_NAME},\s*$")
# Marks that a word may be written with or without.
_MARKS = re.compile(f"[{INVISIBLE}\u064b-\u0652\u0670]")


@dataclass(frozen=True)
class _Joints:
    """What opens a clause in a language, made ready to look for."""

    pattern: re.Pattern[str]
    second_name: re.Pattern[str]
    spaced: bool


@cache
def _joints(code: str) -> _Joints:
    language = lang.load(code)
    table = language.table("clauses")
    options = [rf"{_COMMA}(?=(?:{'|'.join(_after_comma(table, spaced=language.spaced))}))"]
    if table["dash"]:
        options.append(_DASH)
    options += _bare(table, spaced=language.spaced)
    conjunction = _either(table["coordination"]["conjunctions"])
    second_name = rf"(?:{conjunction})\s+(?:[^\s,]+\s+){{1,{OFFICE_WORDS}}}?[^\s,]+,\s+{_NAME},"
    return _Joints(re.compile("|".join(options), re.IGNORECASE), re.compile(second_name), language.spaced)


def _after_comma(table: Table, *, spaced: bool) -> Iterator[str]:
    """What opens a clause after a comma."""
    edge = _edge(spaced)
    yield rf"(?:{_either(table['openers'])}){edge}"
    if table["insertions"]:
        yield rf"(?:{_either(table['insertions'])}){edge}{_INSERTED}"
    none = rf"(?!(?:{_either(table['pattern_exceptions'])}){edge})" if table["pattern_exceptions"] else ""
    yield from (f"{_LOWER}{none}{pattern}" for pattern in table["opener_patterns"])
    joined = table.get("joined", ())
    if joined:
        # A conjunction written joined to its word, unless the letter is the word's own.
        own = _either(table["joined_exceptions"])
        yield rf"(?!(?:{own})(?!\w))(?:{_either(joined)})(?=\w)"


def _bare(table: Table, *, spaced: bool) -> Iterator[str]:
    """What opens a clause without a comma: listed words, or a conjunction and a verb of saying."""
    before, space = (r"\s", r"\s+") if spaced else ("", "")
    free = "".join(rf"(?<!{before}{re.escape(word)})" for word in table["coordination"]["not_after"])
    opens = [rf"(?:{_either(table['bare'])}){_edge(spaced)}"] if table["bare"] else []
    opens.append(_coordinated(table, spaced=spaced))
    yield rf"{free}{space}(?=(?:{'|'.join(opens)}))"


def _coordinated(table: Table, *, spaced: bool) -> str:
    """A conjunction and a verb of saying or deciding: "and affirmed", "et ont décidé", "وأكدا"."""
    said = table["coordination"]
    edge, space = _edge(spaced), r"\s+" if spaced else ""
    between = rf"(?:(?:{_either(said['between'])}){edge}{space})*" if said["between"] else ""
    forms = [f"(?:{_forms(said['finite'])}){edge}"]
    if said["participles"]:
        auxiliary = _patterns(said["auxiliaries"])
        forms.append(rf"(?:{auxiliary}){edge}{space}{between}(?:{_forms(said['participles'])}){edge}")
    if said["with_complement"]:
        complement = rf"(?:{_patterns(said['complements'])})(?:(?<=['’])|{edge or '(?=.)'})"
        forms.append(rf"(?:{_forms(said['with_complement'])}){edge}{space}{complement}")
    never = rf"(?!{space}(?:{_either(said['not_before'])}){edge})" if said["not_before"] else ""
    after = "" if table.get("joined") else edge + space
    return rf"(?:{_either(said['conjunctions'])}){after}{between}(?:{'|'.join(forms)}){never}"


def _edge(spaced: bool) -> str:
    return r"(?!\w)" if spaced else ""


def _forms(verbs: list[dict[str, list[str]]]) -> str:
    """Every stem of a group with every ending of it."""
    return "|".join(f"(?:{_patterns(v['stems'])})(?:{_patterns(v['endings'])})" for v in verbs)


def _patterns(listed: list[str]) -> str:
    return "|".join(p.replace(" ", r"\s+") for p in sorted(listed, key=lambda p: (-len(p), p)))


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
    if _MARKS.search(sentence) is None:
        yield from _opened(sentence, joints)
        return
    kept = [n for n, letter in enumerate(sentence) if not _MARKS.match(letter)]
    bare = "".join(sentence[n] for n in kept)
    yield from (kept[cut] for cut in _opened(bare, joints) if cut < len(kept))


def _opened(sentence: str, joints: _Joints) -> Iterator[int]:
    """Where a word opens a clause, but not between two names that are set off by commas."""
    for match in joints.pattern.finditer(sentence):
        cut = match.end()
        named = joints.second_name.match(sentence, cut)
        if named is None or _FIRST_NAME.search(sentence, max(0, cut - LONGEST_NAME), cut) is None:
            yield cut


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
