"""What a passage holds that helps to gloss a passage answering it: its meanings, and its names as written."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from hexapla.gloss.habits import habits
from hexapla.gloss.meanings import is_name
from hexapla.gloss.model import Context
from hexapla.gloss.token import Token
from hexapla.gloss.tokens import tokens
from hexapla.lang import load

# Meanings less likely than this are not taken to be there.
THERE = 0.5
KEPT = 4096


@lru_cache(maxsize=KEPT)
def seen(text: str, language: str, start: int, end: int) -> Context:
    """The likely meanings of a stretch of text, and the words in it that are names.

    Names are those that the lexicon knows as such and those that nothing else is known of: with a capital
    where the language has capitals.
    """
    concepts: set[int] = set()
    names: dict[str, None] = {}
    cased = load(language).cased
    for token in tokens(text, language, start, end):
        concepts.update(m.concept for m in token.found if m.score >= THERE)
        if _is_name(token, cased):
            name = _without_owner(text[token.start : token.end].strip(), language)
            # The whole name and each word of it: another version may give one of them.
            names |= dict.fromkeys((name, *(_without_owner(word, language) for word in name.split())))
    return Context(frozenset(concepts), tuple(names))


def _without_owner(name: str, language: str) -> str:
    """A name without the ending that makes it an owner: *Dravania's*."""
    endings = habits(language).flag("possessive")
    ending = next((e for e in endings if name.endswith(e) and not e[0].isalpha()), "")
    return name[: len(name) - len(ending)]


def _is_name(token: Token, cased: bool) -> bool:
    if token.sign or token.uses or token.figure is not None:
        return False
    if token.found:
        return is_name(token.found[0].concept)
    return token.capital or token.name or not cased


def together(answering: Iterable[tuple[Context, bool]]) -> Context:
    """The contexts of several passages as one; names only of those said to be in the reader's language."""
    concepts: frozenset[int] = frozenset()
    names: dict[str, None] = {}
    for context, own in answering:
        concepts |= context.concepts
        names |= dict.fromkeys(context.names if own else ())
    return Context(concepts, tuple(names))


def forget() -> None:
    """Forgets what was drawn from the lexicon."""
    for kept in (seen,):
        kept.cache_clear()
