"""A sentence as elements: words and listed terms, each with what it may be to the grammar of mentions."""

from __future__ import annotations

from typing import NamedTuple

from hexapla.parties.model import Meaning

Values = tuple[str, ...]


class Element(NamedTuple):
    """A stretch of text in the grammar of mentions.

    ``cls`` holds the letters of all it may be. From the parties: ``o`` office, ``s`` state, ``a`` adjective
    or people of a state, ``c`` capital, ``g`` seat of a government, ``b`` body. Names: ``n`` a name that is
    known, ``r`` a run of words that looks like one. From ``mentions.toml``: the letters of
    :data:`hexapla.marks.mentions.vocabulary.CLASSES`. ``z`` is any other word.
    """

    start: int
    end: int
    cls: str
    form: str
    sep: str = ""
    """What stands before it: nothing (at most spaces or a hyphen), ``,``, ``(``, or ``.`` for all else."""
    capital: bool = False
    upper: bool = False
    """Whether it is a word all in capitals: an abbreviation."""
    joined: bool = False
    """Whether *and* is written onto it."""
    plural: bool = False
    weak: bool = False
    """Whether its words usually mean something else."""
    bare: bool = False
    """Whether an office lacks the article without which it cannot stand alone: what follows is whose it is."""
    offices: tuple[Meaning, ...] = ()
    """Offices the words mean, each with the parties that name it so."""
    states: Values = ()
    """States by name, adjective or seat."""
    capitals: Values = ()
    bodies: Values = ()
    full: Values = ()
    """People whose full name this is."""
    short: Values = ()
    """People for whose name these words may stand alone."""
    distinct: bool = False
    """Whether a name's words mean nothing else, so that they tell somebody by themselves."""
    inner: tuple[Element, ...] = ()
    """Elements that stand within it: *ministre* russe *des Affaires étrangères*."""

    def is_(self, letters: str) -> bool:
        """Whether it may be one of these."""
        return any(letter in self.cls for letter in letters)


# Signs between words that part nothing; that list; that open an aside.
JOINING = frozenset(" \u00a0\u202f\n\t-‑'’.\u200e\u200f·•‧・")
LISTING, OPENING = frozenset(",،、，"), frozenset("(（[—–")


def separator(between: str) -> str:
    """What stands between two words, as ``sep`` of an element has it."""
    signs = set(between) - JOINING
    if not signs:
        # A full stop joins what it abbreviates, and parts what follows on a space after a whole word.
        return ""
    if signs <= LISTING:
        return ","
    if signs <= OPENING | LISTING:
        return "("
    return "."
