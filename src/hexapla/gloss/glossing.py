"""`gloss(text, language, into)`: what a text's words are in the reader's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from hexapla.gloss import choosing, contexts, meanings, tokens
from hexapla.gloss.atoms import atoms, to_hear
from hexapla.gloss.model import NO_CONTEXT, Context, Gloss
from hexapla.gloss.order import ordered
from hexapla.gloss.spelling import listen
from hexapla.lang import load
from hexapla.lexicon.matching import Lexicon, lexicon

# Passages of the desks that were glossed last.
KEPT = 4096
_IN_FORCE: list[Lexicon] = []


def gloss(
    text: str,
    language: str,
    into: str,
    start: int = 0,
    end: int | None = None,
    published: dt.date | None = None,
    context: Context = NO_CONTEXT,
) -> Gloss:
    """A stretch of text word by word in the reader's language.

    It is lexical: each word is answered by itself, in an order that a few safe rules make readable.
    It is no translation and must be marked as a gloss wherever it is shown (``model.LABEL``).

    Parameters
    ----------
    text, start, end:
        The text and the stretch of it, in code points; pieces count in the whole text. A stretch
        should be one clause or sentence: words are not moved out of it.
    language, into:
        The text's language and the reader's, ISO 639-1.
    published:
        The day by which "yesterday" and weekdays are told.
    context:
        Concepts and names of passages that answer this one: they decide between meanings.

    Raises
    ------
    LanguageUnknown
        One of the languages has no folder under ``lang/``.
    """
    load(into)
    _refresh()
    return _glossed(text, language, into, start, len(text) if end is None else end, published, context)


@lru_cache(maxsize=KEPT)
def _glossed(
    text: str, language: str, into: str, start: int, end: int, published: dt.date | None, context: Context
) -> Gloss:
    cut = tokens.tokens(text, language, start, end, published)
    found = ordered(atoms(text, language, into, cut, context), language, into)
    return Gloss(language, into, start, end, tuple(atom.piece for atom in found))


class Passage(NamedTuple):
    """A stretch of text to be glossed, as :func:`gloss` takes it."""

    text: str
    language: str
    into: str
    start: int
    end: int
    published: dt.date | None
    context: Context


def gloss_all(passages: Sequence[Passage]) -> list[Gloss]:
    """Many passages glossed, as :func:`gloss` glosses each; their names are compared all at once."""
    _refresh()
    pairs: list[tuple[str, str, str, str]] = []
    for p in passages:
        cut = tokens.tokens(p.text, p.language, p.start, p.end, p.published)
        pairs += to_hear(p.text, p.language, p.into, cut, p.context)
    listen(pairs)
    return [gloss(*passage) for passage in passages]


def _refresh() -> None:
    """Forgets what was drawn from another lexicon than the one in force (a setting may name another)."""
    now = lexicon()
    if _IN_FORCE and _IN_FORCE[-1] is now:
        return
    if _IN_FORCE:
        for module in (meanings, choosing, tokens, contexts):
            module.forget()
        _glossed.cache_clear()
    _IN_FORCE[:] = [now]
