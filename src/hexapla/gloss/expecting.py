"""Atoms, and what the words read so far lead one to expect of the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hexapla.gloss.functions import functions
from hexapla.gloss.habits import Habits
from hexapla.gloss.meanings import is_person, likely_pos
from hexapla.gloss.model import Piece
from hexapla.gloss.token import Token
from hexapla.marks.dates import DateMark

NOUNS = ("noun", "adj", "name")
# Dates that are days; months and years take other prepositions.
DAYS = ("date", "weekday", "relative")
# Signs after which no sentence or clause opens.
WITHIN = "-/’'‑·%"
# Function words after which one expects what one expected before them.
THROUGH = ("adverb", "article", "pronoun")
# A word is perhaps a verb where that meaning is as likely as this.
MAYBE = 0.5


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece, and what the order of words needs to know of it.

    ``pos`` is ``noun``, ``adj``, ``verb``, ``name`` …, or empty; ``cls`` the class of a function word.
    ``definite`` says that an article is written onto it, ``owned`` that it may be of the noun before it.
    """

    piece: Piece
    pos: str = ""
    cls: str = ""
    definite: bool = False
    owned: bool = False
    feminine: bool = False
    genitive: bool = False
    plural: bool = False
    person: bool = False


class Expecting:
    """What the words read so far lead one to expect."""

    def __init__(self, own: Habits) -> None:
        self.own = own
        self.expects, self.opening = "", True
        self.many = False
        """Whether more than one of what follows was told of."""
        self.titled, self.office = False, False
        """Whether a name may follow: after a title, or within a name; after a title that lacks its state."""

    def wanted(self, token: Token, before: Atom | None, following: Sequence[str]) -> str:
        """What is expected of a token, as :func:`hexapla.gloss.choosing.choose` takes it."""
        asked = [self.expects or (str(self.own.flag("opening")) if self.opening else "")]
        if has_article(token, self.own):
            asked = ["noun"]
        if self.own.flag("adjective") == "after":
            asked.append("adj" if before is not None and before.pos in NOUNS else "not-adj")
        else:
            asked.append("maybe-adj" if "noun" in following else "lone-adj")
        if "maybe-person" in following or (before is not None and before.person):
            asked.append("maybe-person")
        return "+".join(a for a in asked if a)

    def read(self, token: Token, made: Sequence[Atom]) -> None:
        last = made[-1]
        grammar = functions().get(last.cls)
        through = grammar is not None and grammar.cls in THROUGH
        self.expects = self.expects if through else grammar.expects if grammar else ""
        if token.sign:
            self.opening = self.opening or token.sign not in WITHIN
        else:
            self.opening = self.opening and all(_opens_after(a) for a in made)
        told = last.plural if last.pos == "adj" else last.plural and last.pos == "num"
        self.many = told or (self.many and last.pos == "adj")
        self.titled = self._titled(token, last)

    def _titled(self, token: Token, last: Atom) -> bool:
        if last.person or (self.titled and last.pos == "name"):
            return True
        first, several = token.form.split(" ")[0], token.several
        bare = next((first[len(c) :] for c in self.own.prefixes if first.startswith(c)), first)
        if first in self.own.titles or bare in self.own.titles:
            # A title without its article is of something that follows: president + a state + a name.
            self.office = not several and not last.definite
            return several or last.definite
        held, self.office = self.office, False
        return (held and last.pos in ("name", "unknown")) or (self.titled and last.pos == "adj")


def _opens_after(atom: Atom) -> bool:
    """Whether a clause may open after a function word."""
    row = functions().get(atom.cls)
    return row is not None and row.cls in ("conjunction", "relative")


def has_article(token: Token, own: Habits) -> bool:
    """Whether an article is written onto the token."""
    heads = ("", *own.prefixes)
    return any(token.form.startswith(head + article) for article in own.articles for head in heads)


def told_of(token: Token) -> tuple[str, ...]:
    """What is told of a token before it is answered: parts of speech that it is or may be."""
    if token.uses and not token.found:
        function = token.uses[0].function
        return ("verb", "infinitive") if function.cls in ("auxiliary", "negation") else (function.cls,)
    if token.sign:
        return ()
    if token.figure:
        if not isinstance(token.figure, DateMark):
            return ("num",)
        return ("date", "time") if token.figure.kind in DAYS else ("time",)
    pos = likely_pos(token.found)
    if pos == "verb":
        return ("verb", "maybe-verb", *(() if token.found[0].feature == "participle" else ("infinitive",)))
    told = ["noun" if pos in NOUNS else pos]
    if any(m.pos == "verb" and not m.feature and m.score >= MAYBE for m in token.found):
        told.append("maybe-verb")
    if not token.found or any(is_person(m.concept) for m in token.found):
        told.append("maybe-person")
    return tuple(told)


def is_adverb(atom: Atom) -> bool:
    row = functions().get(atom.cls)
    return atom.pos == "adv" or (row is not None and row.cls == "adverb")


def told_before(before: Atom | None) -> tuple[str, ...]:
    """What is told of the word before: its part of speech, or its row and class."""
    if before is None:
        return ()
    if before.cls not in functions():
        return ("noun",) if before.pos in NOUNS else (before.pos, "verbal") if before.pos == "verb" else ()
    cls = functions()[before.cls].cls
    return (before.cls, cls, *(["verbal"] if cls in ("auxiliary", "negation", "pronoun") else []))
