"""Whose government speaks, where words tell it and no name: *the Dravanian trade ministry*, *the ministry of mines*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from hexapla.lang import load
from hexapla.lang.words import Word, folding, forms, function_words
from hexapla.marks.mentions.sentences import lens
from hexapla.marks.mentions.spaced import elements
from hexapla.marks.mentions.vocabulary import vocabulary
from hexapla.parties import Parties
from hexapla.testimony.scenes import Account, Scene
from hexapla.testimony.wordkinds import organ, person_word, time_word
from hexapla.witness.model import Span

# Mentions whose party is a state's government.
GOVERNING = ("state", "government")
KEPT = 256
# So many words may stand between the article and the noun of a house, and behind the noun.
LEFT, RIGHT = 4, 8
# A word without a capital belongs to a house right behind *of*: *ministry of trade*.
NEXT = 2


def government(account: Account, scene: Scene, span: Span, parties: Parties) -> str | None:
    """The side of a part of a government that is described: by the words for it, by the minister whom the text
    names, by the only state that its paragraph has named so far, by the place that the text was sent from.
    """
    return (
        stated(scene, span, parties)
        or _of_minister(account, scene, span, parties)
        or _of_paragraph(account, span)
        or _home(account, scene, span, parties)
    )


def houses(account: Account, scene: Scene, parties: Parties) -> Iterator[tuple[Span, str]]:
    """The parts of governments that a sentence names with their article or owner: where, and whose they are."""
    language = scene.segment.language
    if not scene.using.spaced or not scene.using.order.subject_before:
        return
    for number, word in enumerate(scene.words):
        if not organ(word.form, language):
            continue
        span = _house(scene, number)
        if span is None:
            continue
        side = stated(scene, span, parties) or _of_minister(account, scene, span, parties)
        if side is not None:
            yield span, side


def _house(scene: Scene, number: int) -> Span | None:
    """The words for a house around its noun: *Lunshan's trade ministry*, *le ministère dravanien des Transports*."""
    words, language = scene.words, scene.segment.language
    small = function_words(language)
    endings = folding(language).endings
    first = number
    while first and number - first < LEFT and _tight(scene, first):
        before = words[first - 1]
        owner = scene.text[before.start : before.end].casefold().replace("’", "'").endswith(endings)
        if before.form in determiners(language) or owner:
            last = _ends(scene, number)
            if (
                last + 1 < len(words)
                and _tight(scene, last + 1)
                and person_word(words[last + 1].form, language)
            ):
                return None
            led = not owner and any(c.start == before.start for c in scene.of("grammar", "prepositions"))
            # "Del ministerio": the preposition is no part of it.
            return Span(words[first].start if led else before.start, words[last].end)
        if before.form in small:
            return None
        first -= 1
    return None


def _ends(scene: Scene, number: int) -> int:
    """The last word for a house: its adjectives and what *of* leads, with what *and* joins to that."""
    words, language = scene.words, scene.segment.language
    small, last, led = function_words(language), number, False
    leading = {c.start for c in scene.of("grammar", "prepositions")}
    for at in range(number + 1, min(number + 1 + RIGHT, len(words))):
        word = words[at]
        if not _tight(scene, at) or any(c.start <= word.start < c.end for c in scene.of("act")):
            break
        if word.form in small:
            if not (word.start in leading or word.form in determiners(language) | _joiners(language)):
                break
            led = True
        elif (led and (word.capital or at - last <= NEXT)) or (not led and _adjective(word, language)):
            last, led = at, False
        else:
            break
    return last


def _adjective(word: Word, language: str) -> bool:
    """Whether a word right behind a noun may be its adjective, where the language sets it there."""
    order = vocabulary(language).order
    return order.adjective_after and not order.adjective_before and not time_word(word.form, language)


@cache
def determiners(language: str) -> frozenset[str]:
    """The folded articles and possessives of a language."""
    fold = folding(language).fold
    return frozenset(fold(word) for word in load(language).table("mentions")["words"]["determiners"])


@cache
def _joiners(language: str) -> frozenset[str]:
    fold = folding(language).fold
    return frozenset(fold(word) for word in load(language).table("mentions")["words"]["and"])


def _tight(scene: Scene, at: int) -> bool:
    """Whether no sign stands between a word and the one before it."""
    return not scene.text[scene.words[at - 1].end : scene.words[at].start].strip(" '’\u00a0-")


def stated(scene: Scene, span: Span, parties: Parties) -> str | None:
    """The only state that words name, by its name or its adjective."""
    found = _states(scene.text[span.start : span.end], scene.segment.language, parties)
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=KEPT)
def _states(words: str, language: str, parties: Parties) -> tuple[str, ...]:
    using = lens(parties, language)
    if not using.spaced:
        return ()
    found = elements(words, 0, len(words), using, [using.book])
    return tuple(dict.fromkeys(state for one in found if not one.weak for state in one.states[:1]))


def offices_named(scene: Scene, span: Span, parties: Parties) -> tuple[str, ...]:
    """The offices that words may mean, as the parties have them: *the sovereign*."""
    using = lens(parties, scene.segment.language)
    words = span.of(scene.text)
    if not using.spaced:
        return ()
    found = elements(words, 0, len(words), using, [using.book])
    return tuple(dict.fromkeys(meaning.id for one in found for meaning in one.offices))


def _of_minister(account: Account, scene: Scene, span: Span, parties: Parties) -> str | None:
    """Whose minister the text names of the same department: *the ministry of energy*, *the energy minister of X*."""
    language = scene.segment.language
    small = function_words(language)
    own = {w.form for w in scene.words if span.start <= w.start < span.end}
    own = {form for form in own if form not in small and not organ(form, language)}
    if not own:
        return None
    sides: set[str] = set()
    for other in account.scenes:
        for mention in other.mentions:
            if mention.of and mention.office:
                written = {w.form for w in other.words if mention.span.start <= w.start < mention.span.end}
                if own <= written or any(own <= name for name in _names(mention.office, language, parties)):
                    sides.add(mention.of)
    return sides.pop() if len(sides) == 1 else None


@lru_cache(maxsize=KEPT)
def _names(office: str, language: str, parties: Parties) -> tuple[frozenset[str], ...]:
    """The words of an office's names."""
    return tuple(frozenset(forms(name, language)) for name in parties.office(office).names.get(language, ()))


def _of_paragraph(account: Account, span: Span) -> str | None:
    """The only state that the paragraph names so far."""
    start = account.witness.text.rfind("\n", 0, span.start) + 1
    sides = {
        side
        for m in account.mentions_in([Span(start, span.start)])
        if (side := m.of or (m.party if m.kind in GOVERNING else None))
    }
    return sides.pop() if len(sides) == 1 else None


def _home(account: Account, scene: Scene, span: Span, parties: Parties) -> str | None:
    """The state whose capital a text was sent from, where its paragraph names none."""
    place = account.witness.place
    start = account.witness.text.rfind("\n", 0, span.start) + 1
    named = any(m.of or m.kind in GOVERNING for m in account.mentions_in([Span(start, span.start)]))
    if not place or named:
        return None
    using = lens(parties, scene.segment.language)
    if not using.spaced:
        return None
    # A dateline may be written in capitals, which tell that a word is none.
    found = elements(place.title(), 0, len(place), using, [using.book])
    states = tuple(dict.fromkeys(state for one in found for state in one.capitals[:1]))
    return states[0] if len(states) == 1 else None
