"""The tokens of a language written without spaces: known words, and the names between them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hexapla.gloss.functions import function_words
from hexapla.gloss.habits import habits
from hexapla.gloss.meanings import is_name, lexicon_now, meanings
from hexapla.gloss.token import Token, around, joined
from hexapla.lang import load
from hexapla.lang.words import Word, folding

# A name that is spelled by sound in Chinese letters has at least so many of them.
SPELLED_BY_SOUND = 3
# A Chinese given name has one letter or two after the family name.
LONGEST_GIVEN = 2
# Letters of a language without spaces: what a word costs, one of a single letter, and an unknown letter.
WORD, LETTER, STRANGE = 1.0, 1.45, 2.6
LONGEST_WORD = 10


def unspaced(text: str, language: str, run: Sequence[Word]) -> list[Token]:
    """The tokens of runs that no spaces part."""
    found: list[Token] = []
    for word in run:
        if word.kind == "han":
            found += _names(_segmented(text, word.start, word.end, language), text, language)
            continue
        uses = function_words(language).uses(text[word.start : word.end], word.form)
        found.append(Token(word.start, word.end, word.form, uses=uses, capital=word.capital, name=not uses))
    return _across_points(found, text, language)


def _segmented(text: str, start: int, end: int, language: str) -> list[Token]:
    """The cheapest way through a run of letters: known words, few single letters, fewer unknown ones."""
    table, forms = function_words(language).written, lexicon_now().terms(language).table.forms
    text = folding(language).level(text)
    size = end - start
    best: list[tuple[float, int, bool]] = [(0.0, 0, True)] + [(float("inf"), 0, False)] * size
    for at in range(size):
        so_far = best[at][0]
        for upto in range(at + 1, min(size, at + LONGEST_WORD) + 1):
            word = text[start + at : start + upto]
            known = word in table or word in forms
            if not known and upto > at + 1:
                continue
            cost = STRANGE if not known else WORD if upto > at + 1 or word in table else LETTER
            # Of ways that cost the same, the one with the longer word first, as a reader parts them.
            if so_far + cost < best[upto][0]:
                best[upto] = (so_far + cost, at, known)
    cuts: list[tuple[int, int, bool]] = []
    upto = size
    while upto:
        _, at, known = best[upto]
        if cuts and not known and not cuts[-1][2]:
            cuts[-1] = (start + at, cuts[-1][1], False)
        else:
            cuts.append((start + at, start + upto, known))
        upto = at
    return [_han(text, a, b, known, language) for a, b, known in reversed(cuts)]


def _han(text: str, start: int, end: int, known: bool, language: str) -> Token:
    written = text[start:end]
    uses = function_words(language).written.get(written, ()) if known else ()
    if uses or not known:
        return Token(start, end, written, uses=uses)
    return Token(start, end, written, found=meanings(written, written, language))


@cache
def _sounds(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Letters that spell foreign names, what parts such names, and family names."""
    own = habits(language)
    surnames = load(language).table("names")["surnames"]
    return frozenset(own.flag("name_letters")), frozenset(own.flag("name_points")), frozenset(surnames)


def _names(cut: Sequence[Token], text: str, language: str) -> list[Token]:
    """Single letters and unknown ones side by side joined, where they read as a name."""
    found: list[Token] = []
    at = 0
    while at < len(cut):
        last = at
        while last < len(cut) and _single(cut[last]):
            last += 1
        taken = _name_in(cut[at:last], text, language) if last > at else 0
        if taken:
            found.append(joined(cut[at : at + taken], text))
            at += taken
            continue
        found.append(cut[at])
        at += 1
    return found


def _single(token: Token) -> bool:
    """Whether a token may be a part of a name: a single letter that means something, or unknown ones."""
    if token.uses or token.figure:
        return False
    return not token.found or token.end - token.start == 1 or is_name(token.found[0].concept)


def _name_in(run: Sequence[Token], text: str, language: str) -> int:
    """How many of these tokens, from the first, are a name; none where they are not."""
    by_sound, _, surnames = _sounds(language)
    count = next((n for n, t in enumerate(run) if not set(text[t.start : t.end]) <= by_sound), len(run))
    letters = run[count - 1].end - run[0].start if count else 0
    if letters > SPELLED_BY_SOUND and not all(_known_name(t) for t in run[:count]):
        return count
    if text[run[0].start] in surnames and not all(token.found for token in run):
        size = 0
        for count, token in enumerate(run, 1):
            size += token.end - token.start
            if 1 < size <= 1 + LONGEST_GIVEN and (count == len(run) or size == 1 + LONGEST_GIVEN):
                return count
    if letters >= SPELLED_BY_SOUND and not any(_known_name(t) for t in run[:count]):
        return count
    return 2 if _again(run, text) else 0


def _known_name(token: Token) -> bool:
    """Whether a token of several letters is a name that a row knows."""
    return token.end - token.start > 1 and bool(token.found)


def _again(run: Sequence[Token], text: str) -> bool:
    """Whether two letters that are no word stand together again: then they are a name."""
    start = run[0].start
    pair = text[start : start + 2]
    together = len(run) > 1 and run[1].end - start == len(pair) and not all(t.found for t in run[:2])
    return together and around(text, start).count(pair) > 1


def _across_points(found: Sequence[Token], text: str, language: str) -> list[Token]:
    """Words on both sides of the point that parts foreign names are names."""
    _, points, _ = _sounds(language)
    out: list[Token] = []
    for token in found:
        beside = text[token.end : token.end + 1] in points or text[token.start - 1 : token.start] in points
        plain = beside and points and token.start and not token.uses and not token.figure
        out.append(
            Token(token.start, token.end, token.form, name=True) if plain and not token.several else token
        )
    return out
