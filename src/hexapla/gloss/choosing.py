"""Which of a word's meanings is meant, and what that meaning is called in the reader's language.

Every likely meaning votes for the words of its row: a word that several likely meanings share is
safer than the first word of any one of them. What stands around the word weighs its meanings
anew: what the words before expect, and the meanings that answering passages hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from hexapla.gloss.habits import bent, folded, habits, takes
from hexapla.gloss.meanings import KEPT, Meaning, cells, is_person, lexicon_now
from hexapla.lexicon.rows import Term

# Each place further down a cell of the reader's language.
LATER = 0.6
# What context does to a meaning: one that an answering passage holds; one that is no part of speech
# that the words before expect.
PREFERRED, UNEXPECTED = 3.0, 0.4
# Where adjectives follow their nouns, a word that no noun stands before is seldom one.
NOT_ADJECTIVE, ADJECTIVE, BEFORE_NOUN, ALONE = 0.5, 1.8, 1.5, 0.7
# After "is" a form that may be a participle is one.
AS_PARTICIPLE = 1.6
# Beside a word that is a person's name, or unknown, one that may be a name is.
BESIDE_NAME = 1.8
# Of the votes for a word the greatest counts whole, the others a little: rows that say nearly the same
# (chairman, chairperson, chair) must not outvote one that is meant more often.
OTHER_VOTES = 0.35
# A commoner word is the likelier meaning: what each power of ten is worth, from this zipf value on.
COMMONER, MIDDLE_ZIPF = 0.35, 4.0
# A verb's noun is called by a noun of its own row rather than by the verb bent.
BENT_TO_NOUN = 0.8
# Another meaning is shown beside the chosen one where it is nearly as likely.
RIVAL = 0.82
MOST_RIVALS = 3
NOUN_LIKE = ("noun", "adj", "num")


class Choice(NamedTuple):
    """What a form is called in the reader's language, and the meaning this was drawn from."""

    word: str
    also: tuple[str, ...]
    confidence: float
    meaning: Meaning


def shaped(term: Term, pos: str, feature: str, into: str) -> str:
    """A word of the reader's language with what the form told."""
    given = habits(into).flag("given")
    if not given:
        return bent(term.word, into, feature) if takes(into, feature, pos) else term.word
    if pos == "verb":
        wanted = {"past": 0, "participle": 0, "gerund": 2}.get(feature, 1)
        shapes = (term.word, *term.forms)
        return shapes[wanted] if wanted < len(shapes) else term.word
    return term.forms[0] if feature == "plural" and pos == "noun" and term.forms else term.word


def choose(
    found: tuple[Meaning, ...], into: str, expects: str = "", preferred: frozenset[int] = frozenset()
) -> Choice | None:
    """The word of the reader's language that the likely meanings agree on; ``None`` where none has a word.

    Parameters
    ----------
    expects:
        What the words before expect, joined by ``+``: ``noun``, ``verb``, ``adj``, ``not-adj``, ``maybe-adj``,
        ``lone-adj``, ``maybe-person``, ``present``; or nothing.
    preferred:
        Concepts that passages answering this one hold.
    """
    own = preferred.intersection(m.concept for m in found) if preferred else frozenset()
    return _chosen(found, into, expects, own)


@lru_cache(maxsize=KEPT)
def _chosen(found: tuple[Meaning, ...], into: str, expects: str, preferred: frozenset[int]) -> Choice | None:
    weighed = [_in_context(m, expects, preferred) for m in found]
    votes, best = _votes(weighed, into)
    if not votes:
        return None
    word = max(votes, key=lambda w: (votes[w], w))
    main, term = best[word]
    rivals = _rivals(word, votes, weighed, into)
    total = votes[word] + sum(votes[r] for r in rivals)
    also = tuple(dict.fromkeys(shaped(best[r][1], best[r][0].pos, best[r][0].feature, into) for r in rivals))
    shape = shaped(term, main.pos, main.feature, into)
    also = tuple(other for other in also if other.casefold() != shape.casefold())
    return Choice(shape, also, round(votes[word] / total, 3), main)


def _in_context(meaning: Meaning, expects: str, preferred: frozenset[int]) -> Meaning:
    """A meaning as likely as it is here; a verb's noun where a noun is expected."""
    score = meaning.score * (PREFERRED if meaning.concept in preferred else 1.0)
    asked = expects.split("+")
    if "noun" in asked and meaning.pos == "verb" and meaning.noun:
        meaning, score = meaning._replace(feature="gerund"), score * BENT_TO_NOUN
    elif "noun" in asked:
        score *= 1.0 if meaning.pos in NOUN_LIKE else UNEXPECTED
    elif "verb" in asked:
        score *= 1.0 if meaning.pos == "verb" else UNEXPECTED
    elif "participle" in asked and meaning.pos == "verb":
        score *= AS_PARTICIPLE if meaning.feature in ("participle", "past") else 1.0
    if meaning.pos == "adj":
        score *= NOT_ADJECTIVE if "not-adj" in asked else ADJECTIVE if "adj" in asked else 1.0
        score *= BEFORE_NOUN if "maybe-adj" in asked else ALONE if "lone-adj" in asked else 1.0
    if "present" in asked and meaning.pos == "verb" and meaning.feature == "past":
        score *= UNEXPECTED
    if "maybe-person" in asked and is_person(meaning.concept):
        score *= BESIDE_NAME
    return meaning._replace(score=score)


@lru_cache(maxsize=KEPT)
def _commonness(word: str, language: str) -> float:
    """What a word's commonness in its language says for it."""
    terms = lexicon_now().terms(language)
    zipf = [
        terms.commonness(form, terms.table.forms.get(form, ())) for form in folded((word,), language).split()
    ]
    return max(0.4, 1 + COMMONER * (min(zipf, default=MIDDLE_ZIPF) - MIDDLE_ZIPF))


def _own_words(concept: int, into: str) -> Sequence[Term]:
    """The words of a row that are not weak; the weak ones where there are no others."""
    terms = cells(into).terms(concept)
    return [term for term in terms if not term.weak] or terms


def _votes(found: Iterable[Meaning], into: str) -> tuple[dict[str, float], dict[str, tuple[Meaning, Term]]]:
    """The votes of each word, and the meaning and term that gave it most."""
    concepts = lexicon_now().concepts
    most: dict[str, float] = {}
    best: dict[str, tuple[Meaning, Term]] = {}
    # Rows of one family say one thing: of their votes for a word the greatest counts.
    by_family: dict[tuple[str, int, str], float] = {}
    for meaning in found:
        for place, term in enumerate(_own_words(meaning.concept, into)):
            vote = meaning.score * _commonness(term.word, into) / (1 + LATER * place) ** 2
            key = (term.word, concepts.family[meaning.concept], meaning.pos)
            by_family[key] = max(by_family.get(key, 0.0), vote)
            if vote > most.get(term.word, 0.0):
                most[term.word], best[term.word] = vote, (meaning, term)
    votes: dict[str, float] = {}
    for (word, _, _), vote in by_family.items():
        votes[word] = votes.get(word, 0.0) + OTHER_VOTES * vote
    return {word: some + (1 - OTHER_VOTES) * most[word] for word, some in votes.items()}, best


def _rivals(word: str, votes: dict[str, float], found: Sequence[Meaning], into: str) -> list[str]:
    """Other words nearly as likely that come from other meanings: rows that do not hold the chosen word."""
    family = lexicon_now().concepts.family
    rows = [[term.word for term in _own_words(m.concept, into)] for m in found]
    own = {family[m.concept] for m, row in zip(found, rows, strict=True) if word in row}
    others = [
        (m, row)
        for m, row in zip(found, rows, strict=True)
        if word not in row and family[m.concept] not in own
    ]
    # "Two ministers" beside "ministers" says nothing more.
    apart, _ = _votes([m for m, _ in others], into)
    near = [w for w in apart if apart[w] >= RIVAL * votes[word] and word not in w and w not in word]
    ranked = sorted(near, key=lambda w: (-apart[w], w))
    kept: list[str] = []
    for other in ranked:
        # Of words of one row the likeliest stands for it.
        if not any(other in row and any(k in row for k in kept) for row in rows):
            kept.append(other)
    return kept[:MOST_RIVALS]


def forget() -> None:
    """Forgets what was drawn from the lexicon."""
    for kept in (_chosen, _commonness):
        kept.cache_clear()
