"""Words of a language with capitals that belong together: names of several words, reflexive verbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from hexapla.gloss.habits import habits
from hexapla.gloss.meanings import is_person, lexicon_now, meanings
from hexapla.gloss.token import Token, around, joined
from hexapla.lang import load
from hexapla.lang.words import fold_all, words

HYPHENS = ("-", "‐", "‑")
REFLEXIVE = "self"
# How far a verb may stand after its reflexive pronoun.
REACH = 4
# Enough of what stands before a word to tell whether it opens a sentence.
BEFORE = 8
# Signs after which a sentence goes on.
GOING_ON = (",", ";", "(")


def hyphened(found: Sequence[Token], text: str) -> list[Token]:
    """Words parted by hyphens of which one is a name that no row knows: all of it is a name."""
    out: list[Token] = []
    at = 0
    while at < len(found):
        last = at
        while last + 1 < len(found) and text[found[last].end : found[last + 1].start] in HYPHENS:
            last += 1
        run = found[at : last + 1]
        named = any(t.capital and not t.found and not t.uses for t in run)
        if len(run) > 1 and named and all(t.figure is None for t in run):
            out.append(joined(run, text, capital=True))
        else:
            out += run
        at = last + 1
    return out


def proper(found: Sequence[Token], text: str, language: str) -> list[Token]:
    """Capitalised words side by side that are a name together: *Puerto Alba* is neither port nor dawn."""
    out: list[Token] = []
    at = 0
    while at < len(found):
        last = at
        while last < len(found) and _goes_on(found, at, last, text, language):
            last += 1
        run = found[at:last]
        if len(run) > 1 and _is_proper(run, text, language):
            out.append(joined(run, text, capital=True))
            at = last
        else:
            out.append(found[at])
            at += 1
    return out


def _goes_on(found: Sequence[Token], first: int, at: int, text: str, language: str) -> bool:
    """Whether a name that began at ``first`` goes on at a token: a capital, or a particle between unknown names."""
    if at > first and not _beside(found, at, text):
        return False
    if _may_name(found[at], text, language):
        return True
    inside = first < at < len(found) - 1 and _beside(found, at + 1, text)
    beside = inside and all(_unknown_name(found[n], text) for n in (at - 1, at + 1))
    return beside and found[at].form in particles(language)


def _unknown_name(token: Token, text: str) -> bool:
    return (
        text[token.start].isupper()
        and (not token.found or is_person(token.found[0].concept))
        and not token.uses
    )


@cache
def particles(language: str) -> frozenset[str]:
    """Words that stand within names of people, folded: bin, al, von."""
    table = load(language).table("names")
    return frozenset(fold_all([*table["free"], *table["light"]], language))


def _beside(found: Sequence[Token], at: int, text: str) -> bool:
    return text[found[at - 1].end : found[at].start] in (" ", "\u00a0")


def _may_name(token: Token, text: str, language: str) -> bool:
    if token.name:
        return True
    if token.uses or token.figure or token.several or not text[token.start].isupper():
        return False
    # A title before a name is no part of it; nor is a word in capitals, as headings have them.
    return token.form not in habits(language).titles and not text[token.start + 1 : token.end].isupper()


def _is_proper(run: Sequence[Token], text: str, language: str) -> bool:
    """Whether capitalised words are a name: a row knows none of one of them as a name, and one is unknown,
    or the language has capitals within sentences for names only.
    """
    if any(token.uses for token in run):
        # A particle stands only within a name.
        return True
    if any(_named_by_row(token) for token in run):
        return False
    # The first word of a sentence has its capital anyway: then the text must write it so elsewhere.
    opens = _opens(text, run[0].start)
    again = opens and _inside(text, run[0].start, text[run[0].start : run[-1].end])
    if any(not token.found for token in run):
        return not opens or again or not run[0].found
    return bool(habits(language).flag("capitals_name")) and (not opens or again)


def _opens(text: str, at: int) -> bool:
    """Whether a sentence opens here: no letter stands before, nor a sign after which one goes on."""
    before = text[max(0, at - BEFORE) : at].rstrip()[-1:]
    return not before.isalpha() and before not in GOING_ON


def _inside(text: str, at: int, name: str) -> bool:
    """Whether a name stands within a sentence elsewhere."""
    near = around(text, at)
    return any(near[max(0, place - BEFORE) : place].rstrip()[-1:].isalpha() for place in _places(near, name))


def _places(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def _named_by_row(token: Token) -> bool:
    """Whether the likeliest row of a token is a name's."""
    return bool(token.found) and is_person(token.found[0].concept)


def reflexive(found: Sequence[Token], text: str, language: str) -> list[Token]:
    """A verb with a reflexive pronoun before its auxiliary read as the verb with its pronoun: *s'est entretenu*."""
    out = list(found)
    for at, token in enumerate(found):
        verb = _verb_of(found, at)
        if verb:
            out[verb] = _together(token, found[verb], text, language)
    return out


def _verb_of(found: Sequence[Token], at: int) -> int:
    """Where the verb of a reflexive pronoun stands, if only auxiliaries stand between them; else 0."""
    if not found[at].uses or found[at].uses[0].function.id != REFLEXIVE:
        return 0
    verb = next((n for n in range(at + 1, min(at + REACH, len(found))) if not found[n].uses), 0)
    if verb <= at + 1 or found[verb].several or not found[verb].found:
        return 0
    between = (t.uses[0].function.cls == "auxiliary" for t in found[at + 1 : verb])
    return verb if all(between) else 0


def _together(pronoun: Token, verb: Token, text: str, language: str) -> Token:
    """The verb with the meanings of the term that it makes with the pronoun, if there is one."""
    pair = [word for token in (pronoun, verb) for word in words(text, language, token.start, token.end)]
    for match in lexicon_now().terms(language).match(pair):
        if " " in match.form and match.last - match.first == len(pair):
            written = f"{text[pronoun.start : pronoun.end]}{text[verb.start : verb.end]}"
            found = meanings(match.form, written, language, match.senses)
            feature = verb.found[0].feature
            return replace(verb, found=tuple(m._replace(feature=feature) for m in found) or verb.found)
    return verb
