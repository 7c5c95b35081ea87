"""Several things told by one verb: *agreed to open a port and to lift the visas*."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from hexapla.lang import load
from hexapla.lang.words import Word, function_words
from hexapla.lexicon.matching import lexicon
from hexapla.testimony.actors import joiners
from hexapla.testimony.extents import trimmed
from hexapla.testimony.scenes import Scene
from hexapla.witness.model import Span

# A thing to be done is told in so many words at least.
FEWEST = 3
COMMA = frozenset("،,")
# A meaning of less weight is not what a word usually means; a word is a verb where so many of its meanings are.
STRONG, MOSTLY = 0.9, 0.5


class Opening(NamedTuple):
    """What a thing to be done opens with: a small word, and whether a verb follows."""

    small: str
    verb: bool


def things(scene: Scene, what: Span) -> list[Span]:
    """What a verb brings, each thing by itself: those after an *and* that open as the first does."""
    if not scene.using.spaced:
        return _clauses(scene, what)
    inner = [w for w in scene.words if what.start <= w.start and w.end <= what.end and w.kind == "word"]
    # "Agreed finally that … and that": an adverb may stand before the first.
    first = _opening(scene, inner) or _opening(scene, inner[1:])
    if first is None:
        return [what]
    found, start = [], what.start
    for number in range(FEWEST, len(inner) - FEWEST):
        rest = _after_and(scene, inner, number)
        if rest is not None and _alike(first, _opening(scene, rest)):
            found.append(trimmed(scene.text, start, inner[number].start))
            start = rest[0].start
    return [*found, trimmed(scene.text, start, what.end)]


def _clauses(scene: Scene, what: Span) -> list[Span]:
    """The same where words are not parted: the clauses that a word for *and* opens."""
    starts = [
        clause.start
        for clause in scene.segment.clauses
        if what.start < clause.start < what.end
        and scene.distance(clause.start, min(clause.end, what.end)) >= FEWEST
        and scene.text.startswith(_openers(scene.segment.language), clause.start)
    ]
    bounds = [what.start, *starts, what.end]
    return [trimmed(scene.text, start, end) for start, end in pairwise(bounds)]


@cache
def _openers(language: str) -> tuple[str, ...]:
    table = load(language).table("clauses")["coordination"]
    return (*table["conjunctions"], *table["between"])


def closed(scene: Scene, span: Span) -> Span:
    """A stretch without the small words that are left hanging at its end: *… reopened, while*."""
    small = function_words(scene.segment.language)
    end = span.end
    for word in reversed([w for w in scene.words if span.start <= w.start and w.end <= span.end]):
        if word.kind != "word" or word.form not in small:
            break
        end = word.start
    # Where nothing but small words stand they are what there is.
    return trimmed(scene.text, span.start, end) if end > span.start else span


def _alike(first: Opening, other: Opening | None) -> bool:
    """Whether two things open alike; before the first verb the small word may belong to what brings it."""
    if other is None or first.verb != other.verb:
        return False
    return first.small == other.small or (first.verb and not first.small)


def _after_and(scene: Scene, inner: Sequence[Word], number: int) -> Sequence[Word] | None:
    """The words behind an *and*, which may be written onto the first of them."""
    word = inner[number]
    if word.form in joiners(scene.segment.language):
        return inner[number + 1 :]
    longer = next((c for c in scene.of("grammar", "besides") if c.start == word.start), None)
    if longer is not None:
        return [w for w in inner[number:] if w.start >= longer.end]
    for letter in scene.using.conjunctions:
        if word.form.startswith(letter) and word.form[len(letter) :] in function_words(
            scene.segment.language
        ):
            return [word._replace(form=word.form[len(letter) :]), *inner[number + 1 :]]
        # Behind a comma a word that begins so begins with *and*: "…، ورفع عدد".
        if word.form.startswith(letter) and COMMA.intersection(
            scene.text[inner[number - 1].end : word.start]
        ):
            return [word._replace(form=word.form[len(letter) :]), *inner[number + 1 :]]
    return None


def _opening(scene: Scene, some: Sequence[Word]) -> Opening | None:
    """How a stretch opens; None where neither a small word nor a verb does."""
    language = scene.segment.language
    small = some[0].form if some and some[0].form in function_words(language) else ""
    behind = some[1:] if small else some
    share = _verbs(behind[0].form, language) if behind else 0.0
    verb = share > 0 if small else share >= MOSTLY
    return Opening(small, verb) if small or verb else None


@lru_cache(maxsize=10_000)
def _verbs(form: str, language: str) -> float:
    """The share of a word's usual meanings that are a verb's."""
    lex = lexicon()
    terms = lex.terms(language)
    strong = [n for i in terms.word_ids(form) for n, weight in terms.single.get(i, ()) if weight >= STRONG]
    return sum(lex.concepts.pos[n] == "verb" for n in strong) / len(strong) if strong else 0.0
