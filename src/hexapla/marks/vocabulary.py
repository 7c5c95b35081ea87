"""The words of numbers and dates of a language, made ready from `numbers.toml` and `dates.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, NamedTuple

from hexapla.lang import load
from hexapla.lang.words import folding
from hexapla.marks.tokens import spaced_pattern, tokens, unspaced_pattern

# Fractions have no end in decimals; six places tell any two apart that a report would name.
PLACES = Decimal("0.000001")
ARTICLE_JOINED = 2  # letters of an article that a preposition swallows


@dataclass(frozen=True, slots=True)
class Sense:
    """What a phrase says. ``cls`` is one letter, by which the grammars of this room know it.

    Numbers: ``v`` value, ``o`` ordinal, ``c`` multiplies within a group (hundred), ``s`` scale,
    ``2`` dual of a scale, ``q`` fraction, ``b`` and-a-half, ``1`` one, ``a`` article, ``&`` and,
    ``%`` percent, ``z`` minus, ``i`` idiom that says no number, ``C`` unit.
    Dates: ``M``/``K`` month (weak), ``W``/``k`` weekday (weak), ``J`` Hijri month, ``R`` relative,
    ``y`` year word, ``E``/``j`` era, ``f`` filler, ``p`` preposition, ``@`` before a time,
    ``t`` joiner, ``h`` hour, ``A`` half of the day, ``<`` ``=`` ``>`` past, present, future,
    ``m`` ``d`` ``g`` signs of month and day, ``N``/``U`` before or after what is no year.
    """

    cls: str
    value: Any = None
    bare: bool = False
    joined: bool = False
    cut: int = 0
    """Letters before it that are no part of it: a conjunction written joined."""
    other: Sense | None = None
    """What it says among numbers, where it also is a word of dates."""


class Phrase(NamedTuple):
    rest: tuple[str, ...]
    ahead: tuple[str, ...]
    sense: Sense


@dataclass(frozen=True)
class Rules:
    """A language's numbers and dates. The names are the keys of its two files."""

    code: str
    spaced: bool
    cased: bool
    pattern: re.Pattern[str]
    fold: Callable[[str], str]
    first: Mapping[str, tuple[Phrase, ...]]
    numbers: Mapping[str, Any]
    dates: Mapping[str, Any]
    rooms: Mapping[int, int]
    suffixes: frozenset[str]
    decades: frozenset[str]
    glued: Mapping[str, Decimal]
    clitics: frozenset[str]
    hyphen_ok: frozenset[str]
    counters: tuple[str, ...]
    figures: Mapping[str, int]
    inner: Mapping[str, int]
    scales: Mapping[str, int]


_NUMBER_LISTS = {"and": "&", "article": "a", "one": "1", "minus": "z", "percent": "%"}
_NUMBER_TABLES = {"values": "v", "duals": "2", "inner": "c", "scales": "s", "ordinals": "o", "fractions": "q"}
_DATE_LISTS = {
    "year_words": "y",
    "year_after": "y",
    "era": "E",
    "hijri_era": "j",
    "joiners": "t",
    "hours": "h",
    "month_after": "m",
    "day_after": "d",
    "day_after_month": "g",
    "past": "<",
    "present": "=",
    "future": ">",
    "time_before": "@",
    "fillers": "f",
    "prepositions": "p",
    "not_year_before": "N",
    "not_year_after": "U",
}


def fraction(text: str) -> Decimal:
    """``1/3`` as a decimal, to the places we keep."""
    top, _, below = text.partition("/")
    return (Decimal(top) / Decimal(below or 1)).quantize(PLACES).normalize()


def _number_senses(table: Mapping[str, Any]) -> Iterator[tuple[str, Sense]]:
    for idiom in table["idioms"]:
        yield idiom, Sense("i")
    for key, cls in _NUMBER_LISTS.items():
        for form in table[key]:
            yield form, Sense(cls, Decimal(1) if cls in "1a" else None)
    bare = set(table["bare"])
    for value, forms in table["halves"].items():
        for form in forms:
            yield form, Sense("b", fraction(value))
    for key, cls in _NUMBER_TABLES.items():
        for value, forms in table[key].items():
            for form in forms:
                yield form, Sense(cls, fraction(value), form in bare)
    for unit, forms in table["units"].items():
        for form in forms:
            yield form, Sense("C", unit)


def _date_senses(table: Mapping[str, Any]) -> Iterator[tuple[str, Sense]]:
    for idiom in table["idioms"]:
        yield idiom, Sense("i")
    for duration, forms in table["relative"].items():
        for form in forms:
            yield form, Sense("R", duration)
    weak = set(table["weak"])
    cldr = table["cldr"]
    for key, strong, faint, months in (("months", "M", "K", True), ("weekdays", "W", "k", False)):
        names = [(n, f) for source in (table, cldr) for n, forms in source[key].items() for f in forms]
        for number, form in names:
            if not any(c.isdigit() for c in form):
                yield form, Sense(faint if form.casefold() in weak else strong, int(number))
        for number, forms in cldr[f"{key}_short"].items():
            # The Chinese short weekday is no abbreviation; those with letters of an alphabet may be other words.
            for form in forms:
                yield form, Sense(faint if months or form.isascii() or form[-1] == "." else strong, int(number))
    for number, forms in table["hijri"].items():
        for form in forms:
            yield form, Sense("J", int(number))
    for key in ("am", "pm"):
        for form in table[key]:
            yield form, Sense("A", key)
    for key, cls in _DATE_LISTS.items():
        for form in table[key]:
            yield form, Sense(cls)


Forms = tuple[tuple[str, ...], tuple[str, ...]]


def _merged(parts: Callable[[str], Forms], table: Iterable[tuple[str, Sense]]) -> dict[Forms, Sense]:
    """Phrases by their folded words; of two senses the first stands."""
    found: dict[Forms, Sense] = {}
    for form, sense in table:
        key = parts(form)
        known = found.get(key)
        if known is not None and {known.cls, sense.cls} == {"2", "s"}:
            found[key] = Sense("2", min(known.value, sense.value, key=int), joined=False)
        elif key[0]:
            found.setdefault(key, sense)
    return found


def _with_clitics(
    senses: Mapping[Forms, Sense], clitics: Mapping[str, int], conjunctions: tuple[str, ...]
) -> Iterator[tuple[Forms, Sense]]:
    """The same phrases with what is written joined before them: و, ب, ل, ال and their sums."""
    articles = tuple(c for c, cut in clitics.items() if cut == 0)
    for (words, ahead), sense in senses.items():
        for clitic, cut in clitics.items():
            word = words[0]
            if word.startswith(articles):
                if clitic.endswith(articles) or clitic.endswith("لل"):
                    continue
                word = "ل" + word[1:] if clitic.endswith("ل") else word
            joined = clitic.startswith(conjunctions)
            yield ((clitic + word, *words[1:]), ahead), replace(sense, joined=joined, cut=cut)


def _number_and_date(numbers: Mapping[Forms, Sense], dates: Mapping[Forms, Sense]) -> dict[Forms, Sense]:
    both = dict(numbers)
    for key, sense in dates.items():
        number = numbers.get(key)
        if number is None or number.cls != "i":
            both[key] = replace(sense, other=number)
    return both


def _by_first(senses: Mapping[Forms, Sense]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for (words, ahead), sense in senses.items():
        found.setdefault(words[0], []).append(Phrase(words[1:], ahead, sense))
    return {
        word: tuple(sorted(rows, key=lambda row: -(len(row.rest) * 4 + len(row.ahead))))
        for word, rows in found.items()
    }


def _letters(table: Mapping[str, Any], key: str) -> dict[str, int]:
    return {form: int(value) for value, forms in table[key].items() for form in forms if len(form) == 1}


def _unspaced(numbers: Mapping[str, Any], phrases: Iterable[str]) -> re.Pattern[str]:
    figures, inner, scales = (_letters(numbers, key) for key in ("values", "inner", "scales"))
    own = figures.keys() | inner.keys() | scales.keys()
    return unspaced_pattern(
        [p for p in phrases if p not in own],
        "".join(sorted(figures)),
        "".join(sorted([*inner, *scales])),
        numbers["vague"],
        "".join(numbers["approximate"]),
        [*numbers["ordinal_before"], *numbers["percent_before"]],
        numbers["fraction_between"],
    )


@cache
def rules(language: str) -> Rules:
    """The numbers and dates of a language, from its folder; compiled once."""
    own = load(language)
    numbers, dates = own.table("numbers"), own.table("dates")
    cutter = spaced_pattern(numbers["plain_space"])
    fold = lru_cache(maxsize=1 << 16)(folding(language).fold)

    def words(phrase: str) -> tuple[str, ...]:
        if not own.spaced:
            return (phrase.strip(),) if phrase.strip() else ()
        return tuple(fold(t.raw) for t in tokens(cutter, phrase, 0, len(phrase)))

    def parts(form: str) -> Forms:
        said, _, ahead = form.partition("|")
        return words(said), words(ahead)

    senses = _number_and_date(
        _merged(parts, _number_senses(numbers)),
        _merged(parts, _date_senses(dates)),
    )
    clitics = {fold(c): int(cut) for c, cut in numbers["clitics"].items()}
    conjunctions = tuple(fold(c) for c in numbers["and"]) if clitics else ()
    for key, sense in list(_with_clitics(senses, clitics, conjunctions)):
        senses.setdefault(key, sense)
    excluded = {fold(word) for word in numbers["excluded"]}
    first = _by_first({key: sense for key, sense in senses.items() if key[0][0] not in excluded})
    glued = {f.casefold(): Decimal(value) for value, forms in numbers["glued"].items() for f in forms}
    return Rules(
        code=language,
        spaced=own.spaced,
        cased=own.cased,
        pattern=cutter if own.spaced else _unspaced(numbers, (key[0][0] for key in senses)),
        fold=fold,
        first=first,
        numbers=numbers,
        dates=dates,
        rooms={int(v): int(room) for v, room in numbers["rooms"].items()},
        suffixes=frozenset(numbers["ordinal_suffixes"]),
        decades=frozenset(numbers["decade_suffixes"]),
        glued=glued,
        clitics=frozenset(clitics),
        hyphen_ok=frozenset(fold(word) for word in numbers["hyphen_ok"]),
        counters=tuple(sorted(numbers["counters"], key=len, reverse=True)),
        figures={} if own.spaced else _letters(numbers, "values"),
        inner={} if own.spaced else _letters(numbers, "inner"),
        scales={} if own.spaced else _letters(numbers, "scales"),
    )
