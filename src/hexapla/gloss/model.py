"""Gloss and piece: what a text's words are in another language, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

PieceKind = Literal["concept", "name", "number", "date", "function", "sign", "unknown"]
"""What a piece is: a word with a meaning of the lexicon, a name, a number, a date, a word that
carries grammar, a punctuation mark, or a word that nothing is known of."""

LABEL = "gloss (word by word)"
"""How every gloss is marked where a person reads it: it is no translation."""

UNKNOWN_OPENS, UNKNOWN_CLOSES = "[", "]"
"""What stands around a word that is kept as it was written."""

# A second meaning is shown beside the first; more would make the line unreadable, and stay in `also`.
SHOWN_BESIDE = 1
OPENING, CLOSING, JOINING = "([{«“‘‹¿¡", ")]}»”’›,.;:!?…%", ("-", "‐", "‑", "/", "’", "'")


class Piece(NamedTuple):
    """A stretch of the text and what it is called in the reader's language.

    ``start`` and ``end`` count code points of the whole text; they are equal for a word that the
    reader's language needs and the text does not write. ``word`` is empty where the reader's
    language has no word for it, and the word as written where nothing is known of it.
    """

    start: int
    end: int
    word: str
    kind: PieceKind
    also: tuple[str, ...] = ()
    """Other meanings it may have here; for an unknown word, how it sounds."""
    confidence: float = 1.0
    tight: bool = False
    """Whether it is set without a space before it."""

    @property
    def shown(self) -> str:
        """The piece as a line of gloss shows it: ``may be this/or that``, ``[unknown]``."""
        if self.kind == "unknown":
            return f"{UNKNOWN_OPENS}{' '.join((self.word, *self.also[:1]))}{UNKNOWN_CLOSES}"
        return "/".join((self.word, *self.also[:SHOWN_BESIDE])) if self.kind == "concept" else self.word


@dataclass(frozen=True)
class Gloss:
    """A stretch of text, word by word in the reader's language, in an order that can be read."""

    language: str
    into: str
    start: int
    end: int
    pieces: tuple[Piece, ...]

    @cached_property
    def text(self) -> str:
        """The gloss as one line."""
        return line(self.pieces)

    def within(self, start: int, end: int) -> Gloss:
        """The gloss of a part of the stretch: the pieces that stand in it."""
        inside = tuple(p for p in self.pieces if start <= p.start and p.end <= end)
        return Gloss(self.language, self.into, start, end, inside)

    @property
    def known(self) -> float:
        """The share of content words that are not unknown, 0..1; 1 for a stretch without any."""
        content = [p for p in self.pieces if p.kind in ("concept", "name", "number", "date", "unknown")]
        return sum(p.kind != "unknown" for p in content) / len(content) if content else 1.0


@dataclass(frozen=True)
class Context:
    """What is known of a stretch from passages that answer it.

    ``concepts`` are numbers of the lexicon's concepts that those passages hold; ``names`` are
    names in the reader's language as passages in that language write them.
    """

    concepts: frozenset[int] = frozenset()
    names: tuple[str, ...] = ()


NO_CONTEXT = Context()


def _once(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces without a name that the name beside it holds: *Santa Aurelia* told of both its words."""
    kept: Piece | None = None
    for piece in pieces:
        if kept is not None and kept.kind == piece.kind == "name":
            one, other = kept.word.split(), piece.word.split()
            if len(one) > len(other) and one[-len(other) :] == other:
                continue
            if len(other) > len(one) and other[: len(one)] == one:
                kept = None
        if kept is not None:
            yield kept
        kept = piece
    if kept is not None:
        yield kept


def line(pieces: Iterable[Piece]) -> str:
    """Pieces as one line, punctuation set as usual."""
    out, last = "", None
    for piece in _once(pieces):
        shown = piece.shown
        if not shown or (last is not None and last.kind == "function" and shown.split(" ")[0] == last.shown):
            # "for for the first time": the second may hold the first.
            out = out[: len(out) - len(last.shown)].rstrip() if shown and last is not None else out
            if not shown:
                continue
        closing = piece.kind == "sign" and shown[0] in CLOSING
        joined = out[-1:] in JOINING and last is not None and last.tight and piece.start == last.end
        glued = piece.tight or not out or out[-1] in OPENING or closing or joined
        out, last = out + (shown if glued else f" {shown}"), piece
    return out
