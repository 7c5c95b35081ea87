"""Tokens answered in the reader's language, in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence

from hexapla.gloss.answering import Asked, answer
from hexapla.gloss.clitics import Place
from hexapla.gloss.expecting import Atom, Expecting, is_adverb, told_before, told_of
from hexapla.gloss.habits import habits
from hexapla.gloss.model import Context
from hexapla.gloss.spelling import SOUNDS_ALIKE, SOUNDS_THE_SAME, heard
from hexapla.gloss.token import Token
from hexapla.lang import load


def atoms(text: str, language: str, into: str, cut: Sequence[Token], context: Context) -> list[Atom]:
    """Every token answered; each becomes one atom or more."""
    names = _sounding(text, language, into, cut, context)
    found: list[Atom] = []
    state = Expecting(habits(language))
    for at, token in enumerate(cut):
        following = told_of(cut[at + 1]) if at + 1 < len(cut) else ()
        before = found[-1] if found else None
        expects = state.wanted(token, before, following)
        asked = Asked(expects, context.concepts, state.many, state.titled, names.get(at, ""))
        # "Has also been": what an adverb parts is still side by side.
        beside = next((a for a in reversed(found) if not is_adverb(a)), None)
        made = answer(Place(text, language, into, told_before(beside), following), token, asked)
        state.read(token, made)
        found += made
    return found


def _sounding(text: str, language: str, into: str, cut: Sequence[Token], context: Context) -> dict[int, str]:
    """Tokens that answering passages in the reader's language write as names, with those names."""
    asked, plain = _names(text, language, cut, context)
    found: dict[int, str] = {}
    for n, (name, alike) in zip(asked, heard(plain, language, context.names, into), strict=True):
        if alike >= (SOUNDS_THE_SAME if cut[n].found else SOUNDS_ALIKE):
            found[n] = name
    return found


def _names(text: str, language: str, cut: Sequence[Token], context: Context) -> tuple[list[int], list[str]]:
    """Which tokens may be names that an answering passage writes, and their words."""
    if not context.names:
        return [], []
    cased = load(language).cased
    asked = [n for n, token in enumerate(cut) if _may_be_name(token, cased, context)]
    return asked, [text[cut[n].start : cut[n].end] for n in asked]


def to_hear(
    text: str, language: str, into: str, cut: Sequence[Token], context: Context
) -> list[tuple[str, str, str, str]]:
    """The names that a passage's gloss will compare: word, its language, name, its language."""
    _, words = _names(text, language, cut, context)
    return [(word, language, name, into) for word in words for name in context.names]


def _may_be_name(token: Token, cased: bool, context: Context) -> bool:
    if token.uses or token.figure is not None or token.sign or token.several:
        return False
    if cased and not token.capital:
        return False
    return not any(m.concept in context.concepts for m in token.found)
