"""What stands beside a verb: whether a subject can be here, or whether another word takes its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hexapla.lang import load
from hexapla.lang.words import Word, folding, forms, function_words
from hexapla.testimony.actors import Actor, joined, joiners
from hexapla.testimony.cues import PARTING, Cue
from hexapla.testimony.quotations import Quotation
from hexapla.testimony.scenes import Scene
from hexapla.testimony.unparted import strange
from hexapla.testimony.wordkinds import noun_word, person_word, time_word
from hexapla.witness.model import Span

FINITE = ("finite", "quoting")
# Between a verb and *that* so many words may stand.
THAT_REACH = 7
# So many words between a verb and an actor are more than a circumstance.
MANY = 4
# Between a word for somebody else and its verb so many words may stand.
OTHERS = 2
# So many words are set off between commas; between a preposition and a paper so many may stand.
ASIDE, LED = 5, 2
# More words than these before a quotation begin what is said.
OWN_WORDS = 3


def somebody_else(scene: Scene, cue: Cue) -> bool:
    """Whether a word for somebody who is not named stands before a verb: *one of them said*."""
    return any(
        c.end <= cue.start
        and scene.distance(c.end, cue.start) <= OTHERS
        and PARTING.isdisjoint(scene.text[c.end : cue.start])
        for c in scene.of("grammar", "others")
    )


def occupied(scene: Scene, cue: Cue) -> bool:
    """Whether a noun that we do not know stands before a verb where its subject would: *The sultan congratulated X*."""
    if not scene.using.order.subject_before:
        return False
    piece = scene.text[scene.clause(cue.start).start : cue.start]
    start = cue.start - len(piece) + max(piece.rfind(sign) for sign in ',،，"»”') + 1
    start = max([start, *(q.outer.end for q in scene.quotations if q.outer.end <= cue.start)])
    small = function_words(scene.segment.language)
    covered = [c.span for c in scene.cues]
    content = [
        w
        for w in scene.words
        if start <= w.start and w.end <= cue.start and w.form not in small
        if not any(span.start <= w.start < span.end for span in covered)
    ]
    language = scene.segment.language
    if any(_ungoverned_noun(scene, w) for w in content[1:]):
        return True
    if not content or scene.governed(content[0].start):
        return False
    return noun_word(content[0].form, language) or person_word(content[0].form, language)


def _ungoverned_noun(scene: Scene, word: Word) -> bool:
    """Whether an article right before a noun shows that no preposition governs it: *whether his government is ready*."""
    language = scene.segment.language
    if not scene.using.spaced or not noun_word(word.form, language):
        return False
    before = [w for w in scene.words if w.end <= word.start][-2:]
    article = len(before) == 2 and before[1].form in _articles(language)
    if not article or scene.text[before[1].end : word.start].strip(" '’"):
        return False
    prepositions = scene.of("grammar", "prepositions")
    return not any(c.start <= w.start < c.end for c in prepositions for w in before)


@cache
def _articles(language: str) -> frozenset[str]:
    """The folded articles and possessives before a noun."""
    fold = folding(language).fold
    return frozenset(fold(word) for word in load(language).table("mentions")["words"]["determiners"])


def object_first(scene: Scene, start: int, end: int) -> bool:
    """Whether words that are no circumstance stand between a verb and an actor behind it: the verb's object.

    A word that a preposition governs, or one of time, is a circumstance; many together are not.
    """
    language = scene.segment.language
    small = function_words(language)
    content = [
        w
        for w in scene.words
        if start <= w.start and w.end <= end and w.form not in small and not time_word(w.form, language)
    ]
    titles = _honorifics(language)
    content = [w for w in content if w.form not in titles]
    # What the verb's own preposition governs is its object: *undertook to send X*.
    own = any(c.end == start for c in scene.of("grammar", "prepositions"))
    if own and content and scene.distance(start, content[0].start) == 0:
        return True
    return len(content) >= MANY or any(not scene.governed(w.start) for w in content)


@cache
def _honorifics(language: str) -> frozenset[str]:
    """The folded words before a name that are no part of it: *Mme*."""
    return frozenset(
        form
        for word in load(language).table("mentions")["words"]["honorifics"]
        for form in forms(word, language)
    )


def window(scene: Scene, cue: Cue) -> int:
    """How far back a subject may stand: not before a quotation, a semicolon, another verb's *that*."""
    start = scene.span.start
    for other in scene.of("act"):
        if other.role == "finite" and other.end <= cue.start:
            that = [
                c
                for c in scene.of("grammar", "that")
                if c.end >= other.end and c.start > other.start and c.end <= cue.start
            ]
            if that and scene.distance(other.end, that[0].start) <= THAT_REACH:
                start = max(start, that[0].end)
    part = scene.text[start : cue.start]
    return start + max(part.rfind(sign) for sign in ";؛；") + 1


def stop_behind(scene: Scene, cue: Cue) -> int:
    """How far on a subject may stand: up to what is said."""
    that = scene.of("grammar", "that")
    if any(cue.start < c.start and c.end == cue.end for c in that):
        # "Recuerda que": *that* is a part of the verb's phrase.
        return cue.end
    stops = [c.start for c in that if c.start >= cue.end]
    stops += [q.outer.start for q in scene.quotations if q.outer.start >= cue.end and not scene.named(q)]
    part = scene.text[cue.end : scene.span.end]
    stops += [cue.end + part.index(sign) for sign in ":：" if sign in part]
    return min([*stops, scene.span.end])


def takes_that(scene: Scene, cue: Cue) -> bool:
    """Whether a phrase takes in its *that*: what stands behind is said, and no subject."""
    return any(c.end == cue.end for c in scene.of("grammar", "that"))


def and_opens(scene: Scene, cue: Cue) -> bool:
    """Whether a phrase opens its sentence with *and* and goes on with who spoke: *Et d'ajouter : « … »*."""
    first = next((w.form for w in scene.words if w.start == cue.start), "")
    return (
        scene.using.spaced
        and cue.last - cue.first > 1
        and first in joiners(scene.segment.language)
        and (scene.distance(scene.span.start, cue.start) == 0)
    )


def and_verb(scene: Scene, cue: Cue) -> bool:
    """Whether *and* is written onto a verb, where verbs come first: who stands before it is not its subject."""
    return not scene.using.order.subject_before and scene.text[cue.start] in scene.using.conjunctions


def set_apart(scene: Scene, actor: Actor, cue: Cue) -> bool:
    """Whether a sign parts an actor from a verb behind, where verbs come first; a topic is led back to by a letter."""
    order = scene.using.order
    if order.subject_before or scene.text[cue.start : cue.start + 1] in order.joined_then:
        return False
    return not PARTING.isdisjoint(scene.text[actor.span.end : cue.start])


def follows_quotation(scene: Scene, cue: Cue) -> bool:
    """Whether a quotation has just closed before the cue."""
    return scene.using.order.inverts and any(
        q.outer.end <= cue.start and scene.distance(q.outer.end, cue.start) <= 2 and not scene.named(q)
        for q in scene.quotations
    )


def owned(scene: Scene, actor: Actor) -> bool:
    """Whether a state only says whose the following noun is: *Russia's stance*."""
    endings = folding(scene.segment.language).endings
    words = actor.span.of(scene.text).casefold().replace("’", "'")
    return actor.kind == "side" and words.endswith(endings)


def reduced(scene: Scene, actor: Actor, cue: Cue) -> bool:
    """Whether a second verb behind a subject is none of its own: *welcomed the truce announced by …*."""
    verbs = [
        c for c in scene.of("act") if c.role in FINITE and actor.span.end <= c.start and c.end <= cue.start
    ]
    if not verbs or scene.text[cue.start : cue.start + 1] in scene.using.conjunctions:
        return False
    before = [w for w in scene.words if verbs[-1].end <= w.start and w.end <= cue.start][-2:]
    listed = joiners(scene.segment.language)
    comma = any(sign in scene.text[cue.start - 2 : cue.start] for sign in ",،，")
    return bool(before) and not comma and not any(w.form in listed for w in before) and scene.using.spaced


def displaced(scene: Scene, start: int, end: int) -> bool:
    """Whether a noun that we do not know stands where the subject should: *, residents said*."""
    piece = scene.text[start:end]
    cut = max(piece.rfind(sign) for sign in ",،，") + 1
    if not cut:
        return False
    if not scene.using.spaced:
        return strange(scene, start + cut, end)
    language = scene.segment.language
    small = function_words(language)
    inner = [w for w in scene.words if start + cut <= w.start and w.end <= end and w.kind == "word"]
    covered = [c.span for c in scene.cues]
    content = [
        w
        for w in inner
        if w.form not in small and not any(span.start <= w.start < span.end for span in covered)
    ]
    if any(scene.governed(w.start) for w in content):
        return False
    return any(noun_word(w.form, language) for w in content)


def group(scene: Scene, candidates: Sequence[Actor], last: int) -> list[Actor]:
    """An actor with those coordinated with it before it."""
    first = last
    while first and joined(scene, candidates[first - 1], candidates[first]):
        # "… in X, and the president": what a preposition governs is no part of a subject.
        if scene.governed(candidates[first - 1].span.start):
            break
        first -= 1
    return list(candidates[first : last + 1])


def unknown_before(scene: Scene, cue: Cue) -> bool:
    """Whether somebody whom we do not know stands before a verb, where words are not parted."""
    return not scene.using.spaced and strange(scene, scene.span.start, cue.start)


def absolute(scene: Scene, actor: Actor, cue: Cue) -> bool:
    """Whether an actor right before a participle is its subject: *, X arguing that*; *with X expressing*."""
    if cue.role != "trailing" or not 0 <= cue.start - actor.span.end <= 1:
        return False
    comma = scene.text[max(0, actor.span.start - 3) : actor.span.start].strip()[:1] in (
        ",",
        "،",
        ";",
        "–",
        "—",
    )
    led = any(c.end <= actor.span.start <= c.end + 1 for c in scene.of("role", "with"))
    return comma or (led and not any(c.id == "with" and c.start == cue.start for c in scene.of("role")))


def nothing_before(scene: Scene, cue: Cue) -> bool:
    """Whether a verb opens its clause: *…, a indiqué le ministre*; or stands behind a quotation, closed or set apart."""
    quoted = [q.outer.end for q in scene.quotations if q.outer.end <= cue.start]
    piece = scene.text[max([scene.clause(cue.start).start, *quoted]) : cue.start]
    return not any(c.isalnum() for c in piece) or not any(
        c.isalnum() for c in piece[max(piece.rfind(sign) for sign in ',،，"»”') + 1 :]
    )


def set_off(scene: Scene, actor: Actor, cue: Cue) -> bool:
    """Whether a pronoun stands between commas before a verb: *Two diplomats, both speaking in private, said*."""
    if actor.kind != "pronoun" or "," not in scene.text[actor.span.end : cue.start]:
        return False
    return scene.using.order.subject_before and scene.text[
        scene.span.start : actor.span.start
    ].rstrip().endswith(",")


def aside_between(scene: Scene, cue: Cue, here: Sequence[Actor]) -> bool:
    """Whether a few words between commas part a verb from who stands right before them: *X, meanwhile, announced*."""
    if not scene.using.order.subject_before or not scene.using.spaced:
        return False
    before = [a for a in here if a.span.end <= cue.start and a.kind != "pronoun"]
    if not before or scene.governed(before[-1].span.start):
        return False
    between = scene.text[before[-1].span.end : cue.start].strip()
    opens = scene.distance(scene.span.start, before[-1].span.start) <= 1
    if opens and between == "," and "," in before[-1].span.of(scene.text):
        # "The president, X, received Y": the comma closes his name.
        return True
    words = scene.distance(before[-1].span.end, cue.start)
    acted = any(before[-1].span.end <= c.start < cue.start for c in scene.of("act") if c.role in FINITE)
    commas = between.startswith(",") and between.endswith(",") and between.count(",") == 2
    return commas and 0 < words <= ASIDE and not acted


def led_paper(scene: Scene, actor: Actor) -> bool:
    """Whether a paper of nobody's stands behind a preposition, an adjective between: *in a short message*."""
    if actor.ids or actor.kind != "side" or not scene.using.spaced:
        return False
    led = [c for c in scene.of("grammar", "prepositions") if c.end <= actor.span.start]
    if not led or scene.distance(led[-1].end, actor.span.start) > LED:
        return False
    return PARTING.isdisjoint(scene.text[led[-1].end : actor.span.start])


def in_own_words(scene: Scene, quotation: Quotation, before: Span) -> bool:
    """Whether a sentence tells in own words what is said, and quotes its end: *He would leave “within the hour”, he said*."""
    led = scene.text[before.start : quotation.outer.start].rstrip()
    if not scene.using.spaced or before.start != scene.span.start or not led[-1:].isalnum():
        return False
    verbs = any(
        before.start <= c.start < quotation.outer.start for c in scene.of("act") if c.role == "finite"
    )
    return scene.distance(before.start, quotation.outer.start) > OWN_WORDS and not verbs
