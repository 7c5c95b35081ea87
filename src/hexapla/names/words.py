"""One word of a name, whatever name it stands in: what its language's habits make of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from os.path import commonprefix
from typing import Any

from hexapla.lang import codes, known, load
from hexapla.names.letters import HAN, LONGEST, letters
from hexapla.names.skeleton import bones

NAME, LIGHT, INITIAL, PATRONYMIC = "name", "light", "initial", "patronymic"
# A particle that may stand or not; the same with a capital and no hyphen, which may be a name where it comes first.
FREE, LOOSE = "free", "loose"
APOSTROPHES = "'’ʼʾʿ`‘"
# A case or clitic is undone only where so many letters are left of the name.
LEFT_OF_NAME = 3
# A beginning is made short where so many letters are left after it.
LEFT_OF_HEAD = 2
# So many letters with a full stop are an abbreviated name: J., Th., Chr.
ABBREVIATED = 3
# Words of a language remembered.
MOST_KEPT = 1 << 16


@dataclass(slots=True, eq=False)
class Part:
    """One word of a name. Kept once and shared, so compared by identity, and never changed.

    Not frozen: that would triple the time it takes to make one, and a batch makes tens of thousands.
    """

    written: str
    language: str
    folded: str
    script: str
    own: str
    """The word in letters costs are known for."""
    kind: str
    """``name``, ``light`` (counts little), ``initial``, ``patronymic``, or ``free``: may stand or not."""
    readings: tuple[str, ...]
    """In such letters: without and with its article, or the particles before it."""
    bones: int
    """Its consonant classes, a bit each."""
    bends: bool
    """Whether it may have other readings, see :func:`unbent`."""
    short: bool
    """Whether it is a short form of given names, with consonants of its own."""
    plain: bool
    """Whether it is a name's part and nothing else, wherever it stands."""
    doubtful: bool = False
    """Whether it is an initial or a title, whichever the other name makes it."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How a language writes names, from its ``names.toml``, folded."""

    free: frozenset[str]
    light: frozenset[str]
    suffixes: frozenset[str]
    titles: frozenset[str]
    titles_too: frozenset[str]
    patronymics: tuple[str, ...]
    filial: frozenset[str]
    """Words for son and daughter; what follows them may be left out."""
    articles: tuple[str, ...]
    clitics: tuple[str, ...]
    possessives: tuple[str, ...]
    cases: tuple[tuple[str, str], ...]
    endings: tuple[str, ...]
    """The cases' endings."""
    short: Mapping[str, tuple[str, ...]]
    """Short form of a given name → the full names it may stand for, in letters."""
    surnames: frozenset[str]
    heads: tuple[tuple[str, str], ...]
    """Beginnings that many names share, and what they are read as; longest first."""
    headed: str
    """What all of those begin with."""
    heads_apart: frozenset[str]
    """Those that are also words of their own, read as one with the next."""
    affixes: tuple[tuple[str, ...], tuple[str, ...]]
    """Titles and suffixes, longest first, for a script that parts no words."""


class _Folded(dict[int, str | None]):
    """A letter's folded form, for ``str.translate``."""

    def __missing__(self, point: int) -> str:
        bare = unicodedata.normalize("NFKD", chr(point).casefold())
        kept = "".join(c for c in bare if not unicodedata.combining(c) and c not in APOSTROPHES + "ـ")
        self[point] = kept
        return kept


_FOLDED = _Folded()


def fold(word: str) -> str:
    """Case, diacritics and apostrophes removed, as the words of ``names.toml`` are compared."""
    return word.lower() if word.isascii() and word.isalpha() else word.translate(_FOLDED)


@cache
def habits(language: str) -> Habits:
    """A language's habits; those of all languages together for one that has no folder."""
    tables = [load(code).table("names") for code in ([language] if known(language) else codes())]

    def folded(key: str) -> tuple[str, ...]:
        return tuple(fold(word) for table in tables for word in table[key])

    titles, clitics = folded("titles"), folded("clitics")
    articles, apart = folded("articles"), folded("heads_apart")
    cases = tuple((ending, own) for table in tables for ending, own in table["cases"])
    return Habits(
        free=frozenset(folded("free")),
        light=frozenset(folded("light")),
        suffixes=frozenset(folded("suffixes")),
        titles=frozenset((*titles, *_with_clitics(titles, clitics, articles))),
        titles_too=frozenset(folded("titles_too")),
        patronymics=folded("patronymics"),
        filial=frozenset(folded("filial")),
        articles=articles,
        clitics=clitics,
        possessives=tuple(p for table in tables for p in table["possessives"]),
        cases=cases,
        endings=tuple(dict.fromkeys(ending for ending, _ in cases)),
        short=_short(tables),
        surnames=frozenset(folded("surnames")),
        heads=tuple((head, own) for table in tables for head, own in table["heads"]),
        headed=commonprefix([head for table in tables for head, _ in table["heads"]]),  # noqa: RUF071 - of words
        heads_apart=frozenset((*apart, *_with_clitics(apart, clitics, articles))),
        affixes=(_longest_first(titles), _longest_first(folded("suffixes"))),
    )


def _with_clitics(words: Sequence[str], clitics: Sequence[str], articles: Sequence[str]) -> Iterable[str]:
    """Words with what is written onto them; the article loses its first letter after one that ends like it."""
    for word in words:
        begun = word.startswith(tuple(articles))
        for clitic in clitics if len(word) >= LEFT_OF_NAME else ():
            yield clitic + word
            if begun and any(clitic.endswith(article[1:]) for article in articles):
                yield clitic + word[1:]


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))


def _short(tables: Sequence[Mapping[str, Any]]) -> Mapping[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for full, shorts in table["short"].items():
            for one in shorts:
                out[fold(one)] = (*out.get(fold(one), ()), letters(full)[0])
    return out


def read_word(word: str, language: str) -> Part:
    """A word by itself. Remembered."""
    kept = _kept(language)
    part = kept.get(word)
    if part is None:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        part = kept[word] = _read(word, language, habits(language))
    return part


@cache
def _kept(language: str) -> dict[str, Part]:
    """Words of a language read so far."""
    return {}


def _read(word: str, language: str, habit: Habits) -> Part:
    bare = word.rstrip(".-")
    folded = fold(bare)
    own, script = letters(_beheaded(bare, habit))
    kind = _kind(folded, word, script, habit)
    stripped = _stripped(bare, habit) if habit.articles else ""
    return Part(
        bare,
        language,
        folded,
        script,
        own,
        kind,
        (stripped, own) if stripped else (own,),
        bones(own, script),
        _bends(folded, habit),
        folded in habit.short,
        kind == NAME
        and own != ""
        and folded not in habit.titles
        and folded not in habit.suffixes
        and folded not in habit.heads_apart
        and not folded.endswith(habit.patronymics),
    )


def _kind(folded: str, word: str, script: str, habit: Habits) -> str:
    short = word.endswith(".") and len(folded) <= ABBREVIATED and folded not in habit.light
    if short or (len(folded) == 1 and folded not in habit.free and script != HAN):
        return INITIAL
    if folded in habit.free:
        return LOOSE if word.istitle() and not word.endswith("-") else FREE
    return LIGHT if folded in habit.light else NAME


def _stripped(bare: str, habit: Habits) -> str:
    """The word without the article written onto it, in letters; empty where there is none."""
    for article in habit.articles:
        if bare.startswith(article) and len(bare) - len(article) >= LEFT_OF_NAME:
            return letters(bare[len(article) :])[0]
    return ""


def _beheaded(word: str, habit: Habits) -> str:
    """The word with a beginning that many names share made short."""
    low = word.lower()
    if not low.startswith(habit.headed):
        return word
    for head, own in habit.heads:
        if low.startswith(head) and len(low) - len(head) >= LEFT_OF_HEAD:
            return own + word[len(head) :]
    return word


def _bends(folded: str, habit: Habits) -> bool:
    if len(folded) > LEFT_OF_NAME and (folded.endswith(habit.endings) or folded.startswith(habit.clitics)):
        return True
    return folded in habit.short


@lru_cache(maxsize=1 << 17)
def in_kind(part: Part, kind: str, whole: str) -> Part:
    """The part as it stands in a name: its kind there; ``whole`` is it with the particles before it."""
    readings = part.readings
    if whole != part.written:
        readings = (readings[0], letters(whole)[0])
    return Part(
        part.written,
        part.language,
        part.folded,
        part.script,
        part.own,
        kind,
        readings,
        part.bones,
        part.bends,
        part.short,
        False,
    )


def as_one(words: Sequence[Part]) -> Part:
    """Words that are written apart and are one."""
    one = read_word("".join(word.written for word in words), words[0].language)
    return replace(one, written=" ".join(word.written for word in words))


def doubted(title: Part) -> Part:
    """A title of one letter as an initial that need not be one."""
    return replace(title, kind=INITIAL, doubtful=True)


def joined(parts: Sequence[Part]) -> tuple[str, ...]:
    """Neighbouring parts read as one word: with the article written onto the first, and without."""
    first, rest = parts[0], "".join(part.own for part in parts[1:])
    heads = (first.own,) if first.readings[0] == first.own else (first.own, first.readings[0])
    habit = habits(first.language)
    return tuple(dict.fromkeys(_beheaded(head + rest, habit)[:LONGEST] for head in heads))


@lru_cache(maxsize=1 << 16)
def unbent(part: Part) -> tuple[str, ...]:
    """Readings without what a sentence has put onto the word (clitic, case), and a short name's full forms."""
    if not part.bends:
        return ()
    habit = habits(part.language)
    others = (form for other in _unbent(part.written, habit) for form in (_beheaded(other, habit), other))
    found = [letters(other)[0] for other in others]
    found += habit.short.get(part.folded, ())
    return tuple(other for other in dict.fromkeys(found) if other and other not in part.readings)


def _unbent(word: str, habit: Habits) -> Iterable[str]:
    low = word.lower()
    for clitic in habit.clitics:
        if word.startswith(clitic) and len(word) - len(clitic) >= LEFT_OF_NAME:
            rest = word[len(clitic) :]
            yield rest
            yield from _bared(rest, clitic, habit)
    for ending, own in habit.cases:
        if low.endswith(ending) and len(low) - len(ending) >= LEFT_OF_NAME - 1:
            yield low[: len(low) - len(ending)] + own


def _bared(rest: str, clitic: str, habit: Habits) -> Iterable[str]:
    """What follows a clitic, without its article, which loses its first letter after one that ends like it: للشرع."""
    for article in habit.articles:
        form = article if rest.startswith(article) else article[1:]
        held = form == article or clitic.endswith(form)
        if held and rest.startswith(form) and len(rest) - len(form) >= LEFT_OF_NAME:
            yield rest[len(form) :]
