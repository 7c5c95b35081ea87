"""The tokens of a language whose words are parted by spaces: terms of the lexicon and function words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from hexapla.gloss.functions import MOST_WORDS, Use, function_words, functions
from hexapla.gloss.habits import habits
from hexapla.gloss.meanings import Meaning, cells, lexicon_now, meanings
from hexapla.gloss.token import Token
from hexapla.lang.words import Word, words
from hexapla.lang.words import function_words as stopwords
from hexapla.lexicon.senses import Match

# Forms looked at before.
KEPT = 1 << 15
# Rows that say nothing by themselves: what looks like one with a conjunction is rather another word.
SILENT = ("indeed",)


def spaced(text: str, language: str, run: Sequence[Word], start: int, end: int) -> list[Token]:
    """The terms and function words of a stretch, given its words."""
    matches = _of_whole_words(run, lexicon_now().terms(language).match(run))
    found: list[Token] = []
    at, last = 0, start
    for match in matches:
        if _only_grammar(match, text, language):
            continue
        answered = _match(match, text, language)
        if answered.several and not answered.found:
            continue
        while at < len(run) and run[at].end <= match.start:
            at, token = _function(run, at, match.start, text, language)
            found.append(token)
        if match.start < last or match.end <= match.start:
            continue
        found.append(answered)
        last = match.end
        while at < len(run) and run[at].start < match.end:
            at += 1
    while at < len(run):
        at, token = _function(run, at, end, text, language)
        found.append(token)
    return found


def _of_whole_words(run: Sequence[Word], matches: Sequence[Match]) -> list[Match]:
    """Matches that begin and end with words: an unknown word parted into known ones is as often a name."""
    starts, ends = {word.start for word in run}, {word.end for word in run}
    return [m for m in matches if m.start in starts and m.end in ends]


def _function(run: Sequence[Word], at: int, stop: int, text: str, language: str) -> tuple[int, Token]:
    """The longest function word that begins at a word, else the word by itself, and the word after it."""
    table = function_words(language)
    for length in range(min(MOST_WORDS, len(run) - at), 0, -1):
        first, last = run[at], run[at + length - 1]
        if last.end > stop:
            continue
        written = " ".join(text[w.start : w.end].rstrip("'’") for w in run[at : at + length])
        uses = table.uses(written, " ".join(w.form for w in run[at : at + length]))
        if length == 1:
            uses = _abbreviated(text, first.start, first.end, language) or uses
        if uses:
            written = text[first.start : last.end]
            maybe = meanings(first.form, written, language) if _unsettled(uses) else ()
            return at + length, Token(first.start, last.end, first.form, uses=uses, found=maybe)
    word = run[at]
    # With clitics a word of grammar is taken apart later; without, what the table lacks is a word like others.
    joined = bool(habits(language).prefixes) and word.form in stopwords(language)
    skipped = word.kind == "number" or joined
    found: tuple[Meaning, ...] = ()
    if not skipped:
        found = meanings(word.form, text[word.start : word.end], language)
    return at + 1, Token(word.start, word.end, word.form, found=found, capital=word.capital)


def _match(match: Match, text: str, language: str) -> Token:
    """A match of the lexicon; a single word that is a function word is that first of all."""
    written = text[match.start : match.end]
    several, kin = " " in match.form, match.kin
    uses: tuple[Use, ...] = ()
    if not several:
        uses = _abbreviated(text, match.start, match.end, language) or function_words(language).uses(
            written, match.form
        )
    if not _unsettled(uses) and (uses or _joined_grammar(match.form, language)):
        return Token(match.start, match.end, match.form, uses=uses)
    senses = match.senses if several or kin else None
    found = () if several and not senses else meanings(match.form, written, language, senses)
    return Token(
        match.start, match.end, match.form, None, uses, found, "", match.capital, False, kin, several
    )


def _unsettled(uses: tuple[Use, ...]) -> bool:
    """Whether a word is a function word only between certain neighbours."""
    return bool(uses) and all(use.after or use.before for use in uses)


@lru_cache(maxsize=KEPT)
def _joined_grammar(form: str, language: str) -> bool:
    """Whether a word is a conjunction written onto a function word: وأن."""
    row = habits(language).prefixes.get(form[:1])
    if row is None or functions()[row].cls != "conjunction":
        return False
    uses = function_words(language).folded.get(form[1:], ())
    return len(form) > 2 and any(not use.weak and use.function.id not in SILENT for use in uses)


def _abbreviated(text: str, start: int, end: int, language: str) -> tuple[Use, ...]:
    """What a word is with the point after it: ``M.`` is no ``m'``."""
    return (
        function_words(language).written.get(text[start:end].casefold() + ".", ())
        if text[end : end + 1] == "."
        else ()
    )


def _only_grammar(match: Match, text: str, language: str) -> bool:
    """Whether a term is nothing but function words, and not even written as its row writes it."""
    if " " not in match.form:
        return False
    table = function_words(language)
    parts = list(words(text, language, match.start, match.end))
    uses = [table.uses(text[w.start : w.end].rstrip("'’"), w.form) for w in parts]
    if not all(uses):
        return False
    written = " ".join(text[match.start : match.end].casefold().split())
    row = any(
        term.word.casefold() == written
        for concept, _ in match.senses
        for term in cells(language).terms(concept)
    )
    return not row or any(use.function.cls == "article" for use in uses[-1])
