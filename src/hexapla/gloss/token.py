"""A piece of the text, before it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hexapla.gloss.functions import Use
from hexapla.gloss.meanings import Meaning
from hexapla.marks.dates import DateMark
from hexapla.marks.numbers import NumberMark


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text: ``figure``, ``uses``, ``found`` or ``sign`` tells what it is; one with ``uses`` and
    ``found`` is a function word where its neighbours are those that its rows ask for.

    ``form`` is folded. ``name`` says that it can only be a name, ``several`` that it is a term of several
    words, ``kin`` that its meanings are guessed from a word that begins as it does.
    """

    start: int
    end: int
    form: str = ""
    figure: DateMark | NumberMark | None = None
    uses: tuple[Use, ...] = ()
    found: tuple[Meaning, ...] = ()
    sign: str = ""
    capital: bool = False
    name: bool = False
    kin: bool = False
    several: bool = False


# Whether a name stands elsewhere is looked for so far around it: a text may be as long as a book.
AROUND = 20_000


def around(text: str, at: int) -> str:
    """The text around a place."""
    return text[max(0, at - AROUND) : at + AROUND]


def joined(run: Sequence[Token], text: str, *, capital: bool = False) -> Token:
    """Tokens side by side as one name."""
    start, end = run[0].start, run[-1].end
    return Token(start, end, text[start:end], capital=capital, name=True)
