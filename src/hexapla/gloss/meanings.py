"""What a written form may mean: every meaning the lexicon gives it, and how likely each is by itself.

How likely a meaning is tells from its weight, from how near the form is to the row's dictionary
form (the compiled lexicon knows many forms that a row only might have), from how early the row
lists it, and from what the letters as written tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel

from hexapla.gloss.habits import Habits, folded, habits, made_of, told
from hexapla.lang import load
from hexapla.lang.words import affixes
from hexapla.lexicon.cells import Cells
from hexapla.lexicon.compiled import Senses
from hexapla.lexicon.matching import Lexicon, lexicon
from hexapla.lexicon.rows import Term
from hexapla.lexicon.senses import merge_senses

# A form unlike the dictionary form is rarely of that row: likeness counts in this power.
STRICT = 3
LEAST_LIKE = 0.05
# A term of several words was found word by word, so that it is like enough whatever its endings.
LEAST_LIKE_TERM = 0.5
# Imperfects of other persons differ from the one given in their first letter only.
OTHER_PERSON = 0.97
# …and in the letters of number put to their end.
PERSONS = (0, 1, 2)
# Each place further down a cell.
LATER = 0.25
# Letters taken off a form as clitics make its reading less sure.
PREFIXED, SUFFIXED, DOUBTED, SELDOM = 0.9, 0.8, 0.3, 0.5
# An ending that is written as a pronoun but read as none; one that tells nothing of the word it is put to.
NOT_JOINED, STRANGE_ENDING = 0.5, 0.6
# The same letters with other accents are rarely the same word.
OTHER_ACCENTS = 0.6
# Where nothing in writing marks a name, a form that is just a person's name is one somewhat rather.
NAMED, UNMARKED = 0.95, 1.3
# Fields of the lexicon whose nouns are names, and how rows of people's names begin.
NAMED_FIELDS = frozenset({"places", "bodies"})
NAME_ROWS = "name-"
# Reports speak of states, not of meals: meanings of these fields of the lexicon are likelier.
HOME_FIELDS = frozenset(
    {
        "bodies",
        "diplomacy",
        "discourse",
        "economy",
        "government",
        "law",
        "places",
        "quantities",
        "security",
        "time",
    }
)
AT_HOME = 1.3
# Where the form as it stands is a row's own word, what is left without its letters is rarely meant.
TAKEN_APART = 0.5
# Meanings below this share of the best are noise of the compiled forms.
NOISE = 0.12
MOST_READINGS = 8
KEPT = 1 << 15


class Reading(NamedTuple):
    """A form without clitics: what stood before it, the form, what stood after it, how sure."""

    prefix: str
    bare: str
    suffix: str
    sure: float
    senses: Senses


class Meaning(NamedTuple):
    """A meaning of a form: how likely, by which reading, from which dictionary form, what the form tells."""

    concept: int
    pos: str
    score: float
    reading: Reading
    base: str
    feature: str
    noun: bool = False
    """Whether the form may as well be the verb's noun, which some languages spell as its past."""


@cache
def lexicon_now() -> Lexicon:
    """The lexicon in force, asked for once: a gloss looks into it thousands of times."""
    return lexicon()


@lru_cache(maxsize=KEPT)
def is_person(concept: int) -> bool:
    """Whether a concept is a person's name."""
    return (
        lexicon_now().concepts.ids[concept].startswith(NAME_ROWS)
        and lexicon_now().concepts.pos[concept] == "noun"
    )


@lru_cache(maxsize=KEPT)
def is_name(concept: int) -> bool:
    """Whether a concept is a name: of a person, a place or a body."""
    concepts = lexicon_now().concepts
    return is_person(concept) or (concepts.field[concept] in NAMED_FIELDS and concepts.pos[concept] == "noun")


@cache
def cells(language: str) -> Cells:
    """The words of each concept in a language."""
    return lexicon_now().cells(language)


def _looked_up(form: str, language: str) -> Senses:
    terms = lexicon_now().terms(language)
    return merge_senses([terms.single.get(n, ()) for n in terms.table.forms.get(form, ())])


@lru_cache(maxsize=KEPT)
def readings(form: str, language: str) -> tuple[Reading, ...]:
    """Every way to take clitics off a form that leaves a known one, the surest first."""
    found = []
    doubted, seldom = habits(language).doubted, habits(language).flag("seldom")
    own = _looked_up(form, language)
    if own:
        found.append(Reading("", form, "", 1.0, own))
    for prefix, bare, taken in affixes(language).bare(form):
        senses = _looked_up(bare, language)
        if not senses:
            continue
        suffix = form[len(form) - (taken - len(prefix)) :] if taken > len(prefix) else ""
        sure = PREFIXED if prefix else 1.0
        sure *= SELDOM if any(prefix.startswith(p) for p in seldom) else 1.0
        sure *= DOUBTED if suffix in doubted else SUFFIXED if suffix else 1.0
        found.append(Reading(prefix, bare, suffix, sure, senses))
    return tuple(sorted(found, key=lambda r: -r.sure)[:MOST_READINGS])


def _like(form: str, base: str) -> float:
    if form == base:
        return 1.0
    return max(LEAST_LIKE, float(Indel.normalized_similarity(form, base)) ** STRICT)


@lru_cache(maxsize=1 << 16)
def _folded(word: str, language: str) -> str:
    return folded((word,), language)


def _nearest(form: str, written: str, term: Term, pos: str, language: str) -> tuple[float, str, bool]:
    """How near a form is to a row's word or its given forms, what the nearest of these tells, and
    whether a form given as the verb's noun is as near.
    """
    own = habits(language)
    best, feature = _like(form, _folded(term.word, language)), ""
    if written.casefold() in made_of(term.word.casefold(), language):
        best = 1.0
    given = own.flag("given") if pos == "verb" else ()
    if given:
        feature = str(given[0])
    noun = 0.0
    if _tells_otherwise(written, term.word, own):
        best *= OTHER_ACCENTS
    for place, other in enumerate(term.forms):
        base = _folded(other, language)
        near = _like(form, base)
        name = str(given[min(place + 1, len(given) - 1)]) if given else "plural" if own.plural_given else ""
        person = form[:1] in own.flag("persons") and len(form) - len(base) in PERSONS
        if name == "present" and person and form[1 : len(base)] == base[1:]:
            near = max(near, OTHER_PERSON)
        if _tells_otherwise(written, other, own):
            near *= OTHER_ACCENTS
        noun = max(noun, near) if name == "gerund" else noun
        if near > best:
            best, feature = near, name if given or (pos == "noun" and own.plural_given) else ""
    return best, feature, bool(given) and noun >= best


def _tells_otherwise(written: str, word: str, own: Habits) -> bool:
    """Whether two words differ in a letter that is folded for comparing but written with care."""
    return any((letter in written) != (letter in word) for letter in own.flag("telling_letters"))


def _meaning(concept: int, weight: float, reading: Reading, written: str, language: str) -> Meaning | None:
    """A concept as the meaning of a form: scored by the nearest word of its row."""
    pos = lexicon_now().concepts.pos[concept]
    if pos != "verb" and habits(language).prefixes.get(reading.prefix[-1:]) == "will":
        return None
    best: tuple[float, str, str, bool] | None = None
    spaces = reading.bare.count(" ")
    for place, term in enumerate(cells(language).terms(concept)):
        if _folded(term.word, language).count(" ") != spaces:
            continue
        near, feature, noun = _nearest(reading.bare, written, term, pos, language)
        near = max(near, LEAST_LIKE_TERM) if spaces else near
        score = near * _spelled_alike(written, term.word, near, concept) / (1 + LATER * place)
        if best is None or score > best[0]:
            best = (score, term.word, feature, noun)
    if best is None:
        return None
    score, base, feature, noun = best
    feature = feature or _told(written, base, pos, language)
    score *= _endings_say(written, base, feature, reading, language)
    if is_person(concept) and score >= NAMED and not load(language).cased:
        score *= UNMARKED
    if reading.suffix and is_name(concept):
        # Names take no pronouns and no endings.
        score *= DOUBTED
    home = AT_HOME if lexicon_now().concepts.field[concept] in HOME_FIELDS else 1.0
    return Meaning(concept, pos, weight * score * reading.sure * home, reading, base, feature, noun)


def _endings_say(written: str, base: str, feature: str, reading: Reading, language: str) -> float:
    """What the written ending says against a reading: it is nothing that the row's word ends in."""
    own = habits(language)
    if own.spelled_suffixes:
        joined = (
            not reading.suffix and written.endswith(own.spelled_suffixes) and not base.endswith(written[-1])
        )
        return NOT_JOINED if joined else 1.0
    # Where there are cases, most endings tell nothing.
    strange = not feature and not own.pairs["genitive"] and written.casefold() != base.casefold()
    return STRANGE_ENDING if strange and " " not in base else 1.0


def _spelled_alike(written: str, word: str, near: float, concept: int) -> float:
    """What the letters as written say against a row's word that they are only alike to when folded."""
    if near < 1.0 or written == word:
        return 1.0
    if word[:1].isupper() and not written[:1].isupper() and is_name(concept):
        # *détroit* is no Detroit: rather unknown than wrong.
        return 0.0
    return 1.0 if written.casefold() == word.casefold() or not word.isascii() else OTHER_ACCENTS


def _told(written: str, base: str, pos: str, language: str) -> str:
    """What a form tells: of several words, the first that tells something."""
    pairs = zip(written.split(), base.split(), strict=False)
    return next((f for w, b in pairs if (f := told(w, b, pos, language))), "")


@lru_cache(maxsize=KEPT)
def meanings(form: str, written: str, language: str, senses: Senses | None = None) -> tuple[Meaning, ...]:
    """The likely meanings of a form, likeliest first.

    ``senses`` are those of a term of several words, or of a run of Han letters; a single word's are looked up.
    """
    ways = readings(form, language) if senses is None else (Reading("", form, "", 1.0, senses),)
    ways = tuple(r for r in ways if _ends_so(written, r.suffix, language))
    found = [
        meaning
        for reading in ways
        for concept, weight in reading.senses
        if (meaning := _meaning(concept, weight, reading, written, language))
    ]
    whole = any(m.score >= 1.0 and not m.reading.prefix and not m.reading.suffix for m in found)
    if whole:
        found = [
            m._replace(score=m.score * TAKEN_APART) if m.reading.prefix or m.reading.suffix else m
            for m in found
        ]
    best: dict[int, Meaning] = {}
    for meaning in found:
        if meaning.concept not in best or meaning.score > best[meaning.concept].score:
            best[meaning.concept] = meaning
    ranked = sorted(best.values(), key=lambda m: (-m.score, m.concept))
    # Where forms are made by rule, one that is like no dictionary form only might be of its row.
    if not ranked or ranked[0].score <= habits(language).flag("least"):
        return ()
    return tuple(m for m in ranked if m.score >= NOISE * ranked[0].score)


def _ends_so(written: str, suffix: str, language: str) -> bool:
    """Whether a joined pronoun is there as written: ه is one, ة is not."""
    own = habits(language)
    return not own.pronoun(suffix) or written.endswith(own.spelled_suffixes)


def likely_pos(found: Sequence[Meaning]) -> str:
    """The part of speech of the likeliest meaning; ``noun`` for a word that nothing is known of."""
    return found[0].pos if found else "noun"


def forget() -> None:
    """Forgets what was drawn from the lexicon."""
    for kept in (lexicon_now, is_person, is_name, cells, readings, meanings):
        kept.cache_clear()
