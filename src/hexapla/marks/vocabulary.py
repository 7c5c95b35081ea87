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
from hexapla.marks.tokens import WORD, spaced_pattern, tokens, unspaced_pattern

# Senses that say nothing of a number or date unless another stands near: articles, "one", joiners, prepositions.
HELPERS = frozenset("a1&ipft@yN=<>UCXz")
_WORD = re.compile(WORD)
_DIGIT = re.compile(r"\d")
# Fractions have no end in decimals; six places tell any two apart that a report would name.
PLACES = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a phrase says. ``cls`` is one letter, by which the grammars of this room know it.

    Numbers: ``v`` value, ``o`` ordinal, ``c`` multiplies within a group (hundred), ``s`` scale,
    ``2`` dual of a scale, ``q`` fraction, ``b`` and-a-half, ``1`` one, ``a`` article, ``&`` and,
    ``%`` percent, ``z`` minus, ``i`` idiom that says no number, ``C`` unit.
    Dates: ``M`` ``K`` ``L`` month (weak, short), ``W`` ``k`` ``l`` weekday (weak, short), ``J`` Hijri
    month, ``R`` relative, ``y`` year word, ``E``/``j`` era, ``f`` filler, ``p`` preposition,
    ``@`` before a time, ``t`` joiner, ``h`` hour, ``A`` half of the day,
    ``<`` ``=`` ``>`` past, present, future, ``w`` weekday of a week told from this one, ``!`` clock,
    ``H`` ``u`` signs of hour and minute,
    ``m`` ``d`` ``g`` signs of month and day, ``N`` ``U`` before or after what is no year,
    ``X`` before a decade.
    """

    cls: str
    value: Any = None
    bare: bool = False
    joined: bool = False
    cut: int = 0
    """Letters before it that are no part of it: a conjunction written joined."""
    letter: str = ""
    """A letter it must be written with (the first word, unfolded)."""
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
    needed: frozenset[str]
    """Words and signs one of which stands wherever a number or a date without digits does."""

    def may_tell(self, text: str, start: int, end: int) -> bool:
        """Whether a stretch may hold a number or a date: a look at its words, before it is read."""
        if not self.spaced or _DIGIT.search(text, start, end):
            return True
        needed, fold = self.needed, self.fold
        return any(fold(word) in needed for word in _WORD.findall(text, start, end)) or any(
            sign in needed for sign in text[start:end] if not sign.isalnum()
        )


_NUMBER_LISTS = {"and": "&", "article": "a", "one": "1", "minus": "z", "percent": "%"}
_NUMBER_TABLES = {"values": "v", "duals": "2", "inner": "c", "scales": "s", "ordinals": "o", "fractions": "q"}
_DATE_LISTS = {
    "year_words": "y",
    "year_after": "y",
    "era": "E",
    "hijri_era": "j",
    "time_before": "@",
    "joiners": "t",
    "hours": "h",
    "month_after": "m",
    "day_after": "d",
    "day_after_month": "g",
    "past": "<",
    "present": "=",
    "future": ">",
    "clock_before": "!",
    "hour_after": "H",
    "minute_after": "u",
    "fillers": "f",
    "prepositions": "p",
    "not_year_before": "N",
    "not_year_after": "U",
    "decade_before": "X",
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
    for key, strong, faint, short in (("months", "M", "K", "L"), ("weekdays", "W", "k", "l")):
        yield from _named(table, key, strong, faint)
        yield from _shortened(table, key, strong, short)
    yield from _weekdays_of_weeks(table)
    for number, forms in table["hijri"].items():
        for form in forms:
            yield form, Sense("J", int(number))
    for key in ("am", "pm"):
        for form in table[key]:
            yield form, Sense("A", key)
    for key, cls in _DATE_LISTS.items():
        for form in table[key]:
            yield form, Sense(cls)


def _named(table: Mapping[str, Any], key: str, strong: str, faint: str) -> Iterator[tuple[str, Sense]]:
    weak = set(table["weak"])
    for source in (table, table["cldr"]):
        for number, forms in source[key].items():
            for form in forms:
                # CLDR's "3月" is a number with its sign, which the grammar reads.
                if not any(c.isdigit() for c in form):
                    yield form, Sense(faint if form.casefold() in weak else strong, int(number))


def _shortened(table: Mapping[str, Any], key: str, strong: str, short: str) -> Iterator[tuple[str, Sense]]:
    """Short names: only beside a day or a year, for they may be other words; but 周三 is 星期三."""
    for number, forms in table["cldr"][f"{key}_short"].items():
        for form in forms:
            whole = not table["weekday_short_is_weak"] and key == "weekdays"
            yield form, Sense(strong if whole else short, int(number))


def _weekdays_of_weeks(table: Mapping[str, Any]) -> Iterator[tuple[str, Sense]]:
    """上周三: the word of a week and the last letter of a weekday."""
    for week, befores in table["week_before"].items():
        for number, forms in table["cldr"]["weekdays"].items():
            endings = dict.fromkeys(form[-1] for form in (*forms, *table["weekdays"].get(number, ())))
            for before in befores:
                for ending in endings:
                    yield before + ending, Sense("w", f"{number} {week}")


Forms = tuple[tuple[str, ...], tuple[str, ...]]


def _merged(parts: Callable[[str], Forms], table: Iterable[tuple[str, Sense]]) -> dict[Forms, Sense]:
    """Phrases by their folded words; of two senses the first stands."""
    found: dict[Forms, Sense] = {}
    for form, sense in table:
        key = parts(form)
        if key[0]:
            found.setdefault(key, sense)
    return found


def _with_clitics(
    senses: Mapping[Forms, Sense],
    clitics: Mapping[str, int],
    swallows: Mapping[str, str],
    conjunctions: tuple[str, ...],
) -> Iterator[tuple[Forms, Sense]]:
    """The same phrases with what is written joined before them: and, to, the, and their sums."""
    articles = tuple(c for c, cut in clitics.items() if cut == 0)
    for (words, ahead), sense in senses.items():
        article = next((a for a in articles if words[0].startswith(a)), "")
        for clitic, cut in clitics.items():
            if article and (clitic.endswith(articles) or clitic in swallows.values()):
                continue
            head = swallows.get(clitic, clitic + article) if article else clitic
            whole = (head + words[0][len(article) :], *words[1:])
            yield (whole, ahead), _joined(sense, clitic.startswith(conjunctions), cut)


@cache
def _joined(sense: Sense, joined: bool, cut: int) -> Sense:
    return replace(sense, joined=joined, cut=cut)


def _number_and_date(numbers: Mapping[Forms, Sense], dates: Mapping[Forms, Sense]) -> dict[Forms, Sense]:
    """All phrases, those of dates first: of two that a clitic makes alike the date stands."""
    both: dict[Forms, Sense] = {}
    for key, sense in dates.items():
        number = numbers.get(key)
        both[key] = number if number is not None and number.cls == "i" else replace(sense, other=number)
    return {**both, **{key: sense for key, sense in numbers.items() if key not in both}}


def _by_first(senses: Mapping[Forms, Sense]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for (words, ahead), sense in senses.items():
        found.setdefault(words[0], []).append(Phrase(words[1:], ahead, sense))
    return {
        word: tuple(sorted(rows, key=lambda row: -(len(row.rest) * 4 + len(row.ahead))))
        for word, rows in found.items()
    }


def _needed(first: Mapping[str, tuple[Phrase, ...]]) -> frozenset[str]:
    """Of each phrase that says something by itself its longest word, the last of several: without it the phrase is not there."""
    return frozenset(
        max((*reversed(phrase.rest), word), key=lambda part: (part.isalnum(), len(part)))
        for word, phrases in first.items()
        for phrase in phrases
        if phrase.sense.cls not in HELPERS or (phrase.sense.other and phrase.sense.other.cls not in HELPERS)
    )


def _letters(table: Mapping[str, Any], key: str) -> dict[str, int]:
    return {form: int(value) for value, forms in table[key].items() for form in forms if len(form) == 1}


def _unspaced(numbers: Mapping[str, Any], phrases: Iterable[str]) -> re.Pattern[str]:
    figures, inner, scales = (_letters(numbers, key) for key in ("values", "inner", "scales"))
    own = figures.keys() | inner.keys() | scales.keys()
    return unspaced_pattern(
        phrases=[p for p in phrases if p not in own],
        figures="".join(sorted(figures)),
        measures=[form for forms in numbers["units"].values() for form in forms],
        units="".join(sorted([*inner, *scales])),
        vague=numbers["vague"],
        approximate="".join(numbers["approximate"]),
        before=[*numbers["ordinal_before"], *numbers["percent_before"]],
        between=numbers["fraction_between"],
    )


def _vocabulary(
    numbers: Mapping[str, Any],
    dates: Mapping[str, Any],
    parts: Callable[[str], Forms],
    fold: Callable[[str], str],
) -> dict[str, tuple[Phrase, ...]]:
    """All phrases of a language with what may be written joined before them, by their first word."""
    senses = _number_and_date(
        _merged(parts, _number_senses(numbers)),
        _merged(parts, _date_senses(dates)),
    )
    clitics = {fold(c): int(cut) for c, cut in numbers["clitics"].items()}
    conjunctions = tuple(fold(c) for c in numbers["and"]) if clitics else ()
    swallows = {fold(c): fold(joined) for c, joined in numbers["swallows"].items()}
    for key, sense in list(_with_clitics(senses, clitics, swallows, conjunctions)):
        senses.setdefault(key, sense)
    excluded = {fold(word) for word in numbers["excluded"]}
    for letter, forms in numbers["letters"].items():
        endings = tuple(fold(form) for form in forms)
        for key in [k for k in senses if k[0][0].endswith(endings)]:
            senses[key] = replace(senses[key], letter=letter)
    return _by_first({key: sense for key, sense in senses.items() if key[0][0] not in excluded})


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

    first = _vocabulary(numbers, dates, parts, fold)
    glued = {f.casefold(): Decimal(value) for value, forms in numbers["glued"].items() for f in forms}
    return Rules(
        code=language,
        spaced=own.spaced,
        cased=own.cased,
        pattern=cutter if own.spaced else _unspaced(numbers, first),
        fold=fold,
        first=first,
        numbers=numbers,
        dates=dates,
        rooms={int(v): int(room) for v, room in numbers["rooms"].items()},
        suffixes=frozenset(numbers["ordinal_suffixes"]),
        decades=frozenset(numbers["decade_suffixes"]),
        glued=glued,
        clitics=frozenset(fold(clitic) for clitic in numbers["clitics"]),
        hyphen_ok=frozenset(fold(word) for word in numbers["hyphen_ok"]),
        counters=tuple(sorted(numbers["counters"], key=len, reverse=True)),
        figures={} if own.spaced else _letters(numbers, "values"),
        inner={} if own.spaced else _letters(numbers, "inner"),
        scales={} if own.spaced else _letters(numbers, "scales"),
        needed=_needed(first),
    )
