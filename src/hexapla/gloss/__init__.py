"""A text glossed in the reader's language: word by word, from the lexicon, never a translation."""

from hexapla.gloss.contexts import seen, together
from hexapla.gloss.glossing import Passage, gloss, gloss_all
from hexapla.gloss.model import LABEL, NO_CONTEXT, Context, Gloss, Piece, PieceKind

__all__ = [
    "LABEL",
    "NO_CONTEXT",
    "Context",
    "Gloss",
    "Passage",
    "Piece",
    "PieceKind",
    "gloss",
    "gloss_all",
    "seen",
    "together",
]
