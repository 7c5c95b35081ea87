"""Words that carry grammar: a small closed table, used for glossing only and never for matching.

``data/functions.tsv`` has a row a function word and a column a language. The first word of a cell is
what the row is called in that language (``∅``: nothing); all of them, but a first one marked ``~``, are
read as the row. ``~`` says that the word is usually another row, ``@noun`` that it is this row after
a noun, ``+verb`` that it is this row before a verb (``+infinitive``: one that is no participle,
``+maybe-verb``: a word that may be one), ``+date`` before a day, ``+time`` before any date, ``+num``
before a number, ``@self``, ``@auxiliary``, ``@verbal`` after a row or class of rows, or after anything
of a verb. A word of which every row asks for other neighbours than it has is no function word there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from hexapla.lang.words import forms

DATA = Path(__file__).parent / "data" / "functions.tsv"
NOTHING = "∅"
MOST_WORDS = 3


class Function(NamedTuple):
    """A row of the table: what it does, and the part of speech that usually follows (or nothing)."""

    id: str
    cls: str
    expects: str


class Use(NamedTuple):
    """A written word read as a row: after what, before what, and whether it is usually another row."""

    function: Function
    after: str
    before: str
    weak: bool


@dataclass(frozen=True)
class FunctionWords:
    """One language's function words."""

    language: str
    written: Mapping[str, tuple[Use, ...]]
    folded: Mapping[str, tuple[Use, ...]]
    called: Mapping[str, str]
    longest: int
    """Letters of the longest of them."""

    def uses(self, written: str, form: str) -> tuple[Use, ...]:
        """What a word may be: by its letters as written, else by its folded form."""
        return self.written.get(written.casefold()) or self.folded.get(form, ())

    def call(self, row: str) -> str:
        """What a row is called in this language; empty where it has no word for it."""
        return self.called[row]


@cache
def _rows() -> tuple[dict[str, str], ...]:
    lines = [line for line in DATA.read_text(encoding="utf-8").split("\n") if line and line[0] != "#"]
    header = lines[0].split("\t")
    return tuple(dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:])


@cache
def functions() -> Mapping[str, Function]:
    """Every row by its id."""
    return {row["concept"]: Function(row["concept"], row["class"], row["expects"]) for row in _rows()}


@cache
def function_words(language: str) -> FunctionWords:
    """A language's column of the table."""
    written: dict[str, list[Use]] = {}
    called: dict[str, str] = {}
    for row in _rows():
        function = functions()[row["concept"]]
        for place, part in enumerate(row[language].split("|")):
            word, use = _use(part.strip(), function)
            if place == 0:
                called[function.id] = "" if word == NOTHING else word
            # What only shows a row, marked weak in the first place, is not read as it.
            if word != NOTHING and not (place == 0 and use.weak):
                written.setdefault(word.casefold(), []).append(use)
    folded: dict[str, list[Use]] = {}
    for word, uses in written.items():
        folded.setdefault(" ".join(forms(word, language)), []).extend(uses)
    return FunctionWords(
        language,
        {word: tuple(uses) for word, uses in written.items()},
        {word: tuple(uses) for word, uses in folded.items()},
        called,
        max(map(len, written), default=0),
    )


def _use(part: str, function: Function) -> tuple[str, Use]:
    weak = part.endswith("~")
    word, _, before = part.rstrip("~").partition("+")
    word, _, after = word.partition("@")
    return word, Use(function, after, before, weak)


def pick(uses: tuple[Use, ...], before: Iterable[str], after: Iterable[str]) -> Use | None:
    """The row that is meant between two words; ``None`` where every row asks for others.

    ``before`` and ``after`` hold all that is told of what stands there: parts of speech, the row and
    class of a function word.
    """
    preceding, following = ("", *before), ("", *after)
    told = [u for u in uses if (u.after or u.before) and u.after in preceding and u.before in following]
    plain = [u for u in uses if not u.after and not u.before]
    return next(iter([*told, *(u for u in plain if not u.weak), *plain]), None)
