"""The signs of issues in a text: concepts of the lexicon, pairs of them, and a language's own words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

import ahocorasick_rs

from hexapla.lang import load
from hexapla.lang.words import Affixes, Word, affixes
from hexapla.lexicon.matching import Lexicon
from hexapla.lexicon.senses import Match
from hexapla.marks.mentions.vocabulary import spelled_out, split
from hexapla.witness.model import Span

DATA = Path(__file__).parent / "data"
# Of what a form may mean, so much must be of the issue: "settlement" alone is none of territory, "terrorist" is one.
SHARE = 0.4
# A whole meaning of a word or term; its parts and weak meanings have less.
WHOLE = 0.9
# The parts of a longer term weigh this (lexicon/matching.py), those that are weak besides less.
PART = 0.45
# A term has two words or more; by so much the share of one of them among its parts is less.
WORDS = 2
# The two of a pair may have so many words of content between them, or none ("++").
NEAR = 4
BESIDE = 1
# No pair goes across these.
ENDS = re.compile(r"[.!?。！？؟\n](?:\s|$)|[。！？\n]")


@cache
def table() -> dict[str, Any]:
    with (DATA / "issues.toml").open("rb") as file:
        return tomllib.load(file)


class Hit(NamedTuple):
    issue: str
    start: int
    end: int
    places: tuple[int, ...]
    """The matches of the lexicon it is made of; none of a language's own term."""


class _Pair(NamedTuple):
    issue: str
    reach: int


class _Facts(NamedTuple):
    """What a set of meanings shows: issues, sides of pairs (wholly or as a part), an office, a term apart."""

    issues: tuple[str, ...]
    sides: tuple[tuple[int, int, bool], ...]
    office: bool
    apart: bool


def _variants(name: str, numbers: Mapping[str, int]) -> Iterator[int]:
    names = (name[1:],) if name.startswith("=") else (name, f"t-{name}")
    return (numbers[one] for one in names if one in numbers)


@cache
def pairs_of(text: str) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """A pair as it is written: the names on its two sides, and how far apart they may be.

    >>> pairs_of("withdraw ++ army|troops")
    (('withdraw',), ('army', 'troops'), 1)
    """
    mark, reach = (" ++ ", BESIDE) if " ++ " in text else (" + ", NEAR)
    one, _, other = text.partition(mark)
    return tuple(one.split("|")), tuple(other.split("|")), reach


@dataclass(frozen=True)
class _Signs:
    """The signs that are concepts, for one opened lexicon."""

    lexicon: Lexicon
    _known: dict[tuple[tuple[int, float], ...], _Facts] = field(default_factory=dict, repr=False)

    def concepts(self, name: str) -> frozenset[int]:
        """The numbers of a concept, or of all of a named set."""
        numbers = self.lexicon.concepts.numbers
        members = table()["sets"][name[1:]] if name.startswith("@") else (name,)
        return frozenset(number for one in members for number in _variants(one, numbers))

    @cached_property
    def alone(self) -> dict[str, frozenset[int]]:
        """By issue the concepts that are enough."""
        rows = table()["issues"].items()
        return {
            key: frozenset().union(*(self.concepts(name) for name in row["words"]))
            for key, row in rows
            if row.get("words")
        }

    @cached_property
    def _issues_of(self) -> dict[int, tuple[str, ...]]:
        found: dict[int, list[str]] = {}
        for key, numbers in self.alone.items():
            for number in sorted(numbers):
                found.setdefault(number, []).append(key)
        return {number: tuple(keys) for number, keys in found.items()}

    @cached_property
    def pairs(self) -> tuple[_Pair, ...]:
        return tuple(
            _Pair(key, pairs_of(text)[2])
            for key, row in table()["issues"].items()
            for text in row.get("pairs", ())
        )

    @cached_property
    def _sides_of(self) -> dict[int, tuple[tuple[int, int], ...]]:
        found: dict[int, dict[tuple[int, int], None]] = {}
        several = (text for row in table()["issues"].values() for text in row.get("pairs", ()))
        for pair, text in enumerate(several):
            for side, names in enumerate(pairs_of(text)[:2]):
                for number in sorted({n for name in names for n in self.concepts(name)}):
                    found.setdefault(number, {})[pair, side] = None
        return {number: tuple(sides) for number, sides in found.items()}

    @cached_property
    def _office(self) -> frozenset[int]:
        return self.concepts("@office")

    @cached_property
    def _apart(self) -> frozenset[int]:
        return self.concepts("@apart")

    def facts(self, senses: tuple[tuple[int, float], ...]) -> _Facts:
        known = self._known.get(senses)
        if known is None:
            known = self._known[senses] = self._facts(senses)
        return known

    def _facts(self, senses: tuple[tuple[int, float], ...]) -> _Facts:
        whole = [number for number, weight in senses if weight >= WHOLE]
        counted: dict[str, float] = {}
        for number in whole:
            for key in self._issues_of.get(number, ()):
                counted[key] = counted.get(key, 0) + 1 / len(whole)
        # The words of a longer term keep what they show: "ceasefire agreement".
        parts = (
            [number for number, weight in senses if PART <= weight < WHOLE] if not counted and whole else []
        )
        for number in parts if len(whole) <= 2 else ():
            for key in self._issues_of.get(number, ()):
                counted[key] = counted.get(key, 0) + 2 / len(parts)
        sides: dict[tuple[int, int], bool] = {}
        for number, weight in senses:
            for pair in self._sides_of.get(number, ()) if weight >= PART else ():
                sides[pair] = sides.get(pair, False) or weight >= WHOLE
        return _Facts(
            tuple(key for key, share in counted.items() if share >= SHARE),
            tuple((pair, side, full) for (pair, side), full in sides.items()),
            any(number in self._office for number in whole),
            any(number in self._apart for number in whole),
        )

    def shown(self, language: str, found: Sequence[Word]) -> _Shown:
        matches = self.lexicon.terms(language).match(found)
        return _Shown(language, matches, [self.facts(match.senses) for match in matches], self.pairs)


class _Shown(NamedTuple):
    """The words of a stretch with what each shows."""

    language: str
    matches: Sequence[Match]
    facts: Sequence[_Facts]
    pairs: Sequence[_Pair]

    def hits(self, text: str) -> Iterator[Hit]:
        last: dict[tuple[int, int], int] = {}
        for place, (match, shown) in enumerate(zip(self.matches, self.facts, strict=True)):
            if match.kin or shown.apart:
                continue
            for key in shown.issues:
                yield Hit(key, match.start, match.end, (place,))
            if shown.sides:
                yield from self._paired(text, place, shown, last)

    def _paired(
        self, text: str, place: int, shown: _Facts, last: dict[tuple[int, int], int]
    ) -> Iterator[Hit]:
        here = self.matches[place]
        both = {(pair, side) for pair, side, _ in shown.sides}
        for pair, side, full in shown.sides:
            issue, reach = self.pairs[pair]
            if side == 0 and (pair, 1) in both and " " in here.form:
                yield Hit(issue, here.start, here.end, (place, place))
            # Where one stands beside the other, it may be a part of a term ("Norland army" + "operation").
            if not full and reach > BESIDE:
                continue
            before = last.get((pair, 1 - side))
            if before is not None and place - before <= reach:
                first = self.matches[before]
                if not ENDS.search(text, first.end, here.start):
                    yield Hit(issue, first.start, here.end, (before, place))
        # Only now, since one word is not both of a pair.
        for pair, side, full in shown.sides:
            if full or self.pairs[pair].reach == BESIDE:
                last[pair, side] = place

    def offices(self, text: str) -> Iterator[Span]:
        """Offices and the words beside them: *Minister of Trade*."""
        rules = affixes(self.language)
        for place, (match, shown) in enumerate(zip(self.matches, self.facts, strict=True)):
            if shown.apart:
                yield Span(match.start, match.end)
            # With an article it is nobody's in particular, and what follows is what he speaks of.
            elif shown.office and rules.without_article(match.form) == match.form:
                before = self.matches[place - 1] if place else match
                after = self.matches[place + 1] if place + 1 < len(self.matches) else match
                yield Span(
                    before.start if _joined(text, before.end, match.start) else match.start,
                    after.end if _joined(text, match.end, after.start) else match.end,
                )


def _joined(text: str, start: int, end: int) -> bool:
    return not any(sign in text[start:end] for sign in ",.;:،؛，。；：、\n")


@cache
def signs(opened: Lexicon) -> _Signs:
    return _Signs(opened)


class _Term(NamedTuple):
    rest: tuple[str, ...]
    issue: str
    definite: bool


@dataclass(frozen=True)
class _Terms:
    """A language's own terms of the issues."""

    language: str
    spaced: bool
    _known: dict[str, tuple[_Term, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def listed(self) -> tuple[tuple[str, str], ...]:
        """Every spelled form of every term, and its issue."""
        return tuple(
            dict.fromkeys(
                (form, key)
                for key, row in table()["issues"].items()
                for term in row.get("terms", {}).get(self.language, ())
                for form in spelled_out(term)
            )
        )

    @cached_property
    def _rules(self) -> Affixes:
        return affixes(self.language)

    @cached_property
    def _first(self) -> dict[str, tuple[_Term, ...]]:
        found: dict[str, list[_Term]] = {}
        for form, key in self.listed:
            first, *rest = split(form, self.language)
            bare = self._rules.without_article(first)
            found.setdefault(bare, []).append(_Term(tuple(rest), key, bare != first))
        return {first: tuple(sorted(several, key=lambda t: -len(t.rest))) for first, several in found.items()}

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(
            [form for form, _ in self.listed], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def hits(self, text: str, found: Sequence[Word], start: int, end: int) -> Iterator[Hit]:
        if not self.spaced:
            for number, begin, stop in self._automaton.find_matches_as_indexes(text[start:end]):
                yield Hit(self.listed[number][1], start + begin, start + stop, ())
            return
        forms = [word.form for word in found]
        for place, form in enumerate(forms):
            for term in self._at(form):
                stop = place + 1 + len(term.rest)
                if not term.rest or tuple(forms[place + 1 : stop]) == term.rest:
                    yield Hit(term.issue, found[place].start, found[stop - 1].end, ())

    def _at(self, form: str) -> tuple[_Term, ...]:
        """The terms that may begin with a form. One written with the article is not found without it."""
        known = self._known.get(form)
        if known is None:
            bare = self._rules.without_article(form)
            if bare != form:
                known = self._first.get(bare, ())
            else:
                several = dict.fromkeys((form, *(other for _, other, _ in self._rules.bare(form))))
                known = tuple(
                    term
                    for other in several
                    for term in self._first.get(self._rules.without_article(other), ())
                    if not term.definite or self._rules.without_article(other) != other
                )
            self._known[form] = known
        return known


@cache
def terms(language: str) -> _Terms:
    return _Terms(language, load(language).spaced)
