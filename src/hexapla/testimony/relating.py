"""Subjects that stand neither before their verb nor behind it: a relative clause's, a house's, a main clause's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hexapla.lang import load
from hexapla.lang.words import Word, affixes, folding, function_words
from hexapla.testimony.actors import Actor
from hexapla.testimony.agreeing import verb_form
from hexapla.testimony.beside import FINITE, takes_that
from hexapla.testimony.cues import Cue
from hexapla.testimony.recalling import Subject
from hexapla.testimony.scenes import Scene
from hexapla.testimony.unparted import clause_start
from hexapla.testimony.wordkinds import describes, noun_word, organ, teller
from hexapla.witness.model import Span

# How sure each way of telling is.
RELATIVE, HOUSE, OPENING = 0.85, 0.8, 0.8
# So many words name a house at most: *in the ministry of foreign affairs of X*.
LONGEST_HOUSE = 6
# Between *and* and the verb that it joins on so many words may stand: *and at the same time said*.
AND_REACH = 4
# Between a house and its verb so many words may stand.
BETWEEN = 8
# Between a relative pronoun and its verb so many words may stand that are no subject: *l'*, *has long*.
CLITICS = 2


def antecedent(scene: Scene, cue: Cue, here: Sequence[Actor]) -> Actor | None:
    """Whom a relative pronoun right before a verb stands for: *met X, who stressed that*; *X, qui l'avait accusé*."""
    who = next((c for c in scene.of("grammar", "who") if _leads(scene, c.end, cue.start)), None)
    if who is None:
        return None
    for actor in here:
        near = actor.span.end <= who.start and not scene.text[actor.span.end : who.start].strip(" ,،")
        if near and (actor.ids or actor.kind in ("unnamed", "office", "pronoun")):
            return actor
    return None


def in_paper(scene: Scene, cue: Cue, here: Sequence[Actor]) -> Subject | None:
    """Who speaks in a paper that a relative clause tells of: *X issued a statement in which it welcomed …*."""
    which = [c for c in scene.of("grammar", "relatives") if _right_before(scene, c.end, cue.start)]
    if not which or not scene.governed(which[0].start):
        return None
    for actor in here:
        if actor.span.end <= which[0].start and actor.ids and actor.kind in ("person", "side"):
            if scene.governed(actor.span.start):
                continue
            return Subject(actor.ids, None, round(RELATIVE * actor.confidence, 4), "relative", actor)
    return None


def house(scene: Scene, cue: Cue, here: Sequence[Actor]) -> Subject | None:
    """In whose house several who are not told say something: *В министерстве считают, что …*, *In the ministry they say*."""
    plural = scene.using.order.plural_verbs
    if plural is None or not scene.using.order.subject_before or cue.role not in FINITE:
        return None
    small = function_words(scene.segment.language)
    verb = [w for w in scene.words if cue.start <= w.start < cue.end and w.form not in small]
    if not verb or not plural.search(verb[0].form):
        return None
    for led in scene.of("grammar", "prepositions"):
        if scene.distance(cue.end, led.start) == 0 and cue.end <= led.start and _set_in(scene, cue):
            return _house_behind(scene, led, here)
    for led in reversed(scene.of("grammar", "prepositions")):
        found = _house(scene, cue, led, here) if led.end <= cue.start and _opens(scene, led) else None
        if found is not None:
            return found
    return None


def _house(scene: Scene, cue: Cue, led: Cue, here: Sequence[Actor]) -> Subject | None:
    """Who is behind a preposition at the head of a clause, as those who speak there."""
    words = [w for w in scene.words if led.end <= w.start and w.end <= cue.start]
    if not words or len(words) > LONGEST_HOUSE + BETWEEN or scene.text[led.end : words[0].start].strip():
        return None
    actor = next((a for a in here if a.span.start == words[0].start and a.kind != "pronoun"), None)
    if actor is not None and actor.ids and actor.kind == "side":
        return Subject(actor.ids, actor.span, round(HOUSE * actor.confidence, 4), "beside", actor)
    if actor is None and not _place_of_work(scene, words[0]):
        return None
    return _nameless(scene, words)


def _set_in(scene: Scene, cue: Cue) -> bool:
    """Whether a verb stands behind a comma or a dash, as one that follows or is set into what is said."""
    return scene.text[scene.span.start : cue.start].rstrip()[-1:] in (",", "—", "–", "-")


def _house_behind(scene: Scene, led: Cue, here: Sequence[Actor]) -> Subject | None:
    """In whose house something is said, right behind the verb: *…, уточнили в министерстве*, *…, they said at the ministry*."""
    words = [w for w in scene.words if led.end <= w.start]
    if not words or scene.text[led.end : words[0].start].strip():
        return None
    actor = next((a for a in here if a.span.start == words[0].start and a.kind in ("side", "unnamed")), None)
    if actor is not None and (actor.ids or actor.kind == "unnamed"):
        return Subject(actor.ids, actor.span, round(HOUSE * actor.confidence, 4), "beside", actor)
    paper = any(c.start == words[0].start for c in scene.of("source", "papers"))
    house = paper or _somebody(words[0].form, scene.segment.language)
    return _nameless(scene, words) if house else None


def _place_of_work(scene: Scene, word: Word) -> bool:
    """Whether a word is one for a house in which people speak; not for a paper, a talk or a time."""
    if _somebody(word.form, scene.segment.language):
        return True
    other = [*scene.of("event"), *scene.of("relation"), *scene.of("paper"), *scene.of("source", "papers")]
    small = function_words(scene.segment.language)
    return (
        word.form not in small
        and noun_word(word.form, scene.segment.language)
        and not any(c.start <= word.start < c.end for c in other)
    )


def _run(scene: Scene, words: Sequence[Word]) -> Span:
    """The words up to the first sign."""
    end = words[0].end
    for word in words[1:LONGEST_HOUSE]:
        if scene.text[end : word.start].strip() or scene.governed(word.start):
            break
        if any(c.start <= word.start < c.end for c in scene.of("act")):
            break
        end = word.end
    return Span(words[0].start, end)


def _opens(scene: Scene, led: Cue) -> bool:
    """Whether a preposition opens its sentence or the clause behind a sign."""
    before = scene.text[scene.span.start : led.start].rstrip()
    return not before or before[-1] in ",;:—–" or scene.distance(scene.span.start, led.start) <= 1


def described_after(scene: Scene, cue: Cue, stop: int) -> Subject | None:
    """Who stands right behind a verb that opens its clause, told only by a word for an institution or an office."""
    order = scene.using.order
    if order.subject_before or not order.subject_after or not scene.using.spaced:
        return None
    if takes_that(scene, cue):
        return None
    words = [w for w in scene.words if cue.end <= w.start and w.end <= stop]
    if not words or scene.text[cue.end : words[0].start].strip() or scene.governed(words[0].start):
        return None
    if any(m.person and m.span.start <= words[0].start < m.span.end for m in scene.mentions):
        # Who is named there is no subject, or would have been taken for it.
        return None
    form, language = words[0].form, scene.segment.language
    several = order.plural_verbs is not None and order.plural_verbs.search(verb_form(scene, cue))
    # *وطالبا الدول*: a verb of several in front has no subject behind it; *أبدى استعداد*: what is meant has an article.
    definite = affixes(language).without_article(form) != form
    if several or not (organ(form, language) or (definite and _somebody(form, language))):
        return None
    return _nameless(scene, words)


def described_ahead(scene: Scene, cue: Cue) -> Subject | None:
    """The same of who is named before a verb that a letter leads back to them: *أما وزارة الطاقة فأفادت*."""
    order, form = scene.using.order, verb_form(scene, cue)
    if not order.joined_then or not form.startswith(order.joined_then) or order.subject_before:
        return None
    language = scene.segment.language
    words = [w for w in scene.words if w.end <= cue.start]
    while words and words[0].form not in function_words(language) and not _somebody(words[0].form, language):
        # *أما*
        words = words[1:]
    if not 0 < len(words) <= LONGEST_HOUSE or not _somebody(words[0].form, language):
        return None
    return _nameless(scene, words)


def _somebody(form: str, language: str) -> bool:
    """Whether a word is one for an institution or for somebody by what they do."""
    return describes(form, language) or organ(form, language) or teller(form, language)


def _nameless(scene: Scene, words: Sequence[Word]) -> Subject:
    span = _run(scene, words)
    return Subject((), span, HOUSE, "beside", Actor(span, "unnamed", (), HOUSE, label=span.of(scene.text)))


def told_before(scene: Scene, span: Span) -> bool:
    """Whether a word for a paper or a spokesman means one told before: *this spokesman*; no *a police spokesman*."""
    language = scene.segment.language
    same = [c.end for c in scene.of("source", "same")]
    if not scene.using.spaced:
        return clause_start(scene, span.start) == span.start or span.start in same
    first = [w for w in scene.words if w.end <= span.start][-1:]
    before = [w for w in first if not scene.text[w.end : span.start].strip()]
    behind = next((w for w in scene.words if w.start >= span.end), None)
    own = next((w.form for w in scene.words if w.start == span.start), "")
    article = affixes(language).without_article(own) != own
    owned = behind is not None and not scene.text[span.end : behind.start].strip()
    if owned and behind is not None and noun_word(behind.form, language) and not article:
        return False
    if any(w.form in _definite(language) or w.end in same for w in before):
        return True
    return article or (not before and not _definite(language))


def main_clause(scene: Scene, cue: Cue, here: Sequence[Actor]) -> Subject | None:
    """Who does what the sentence tells, for a participle that opens it: *Thanking his colleague, X said …*."""
    if scene.distance(scene.span.start, cue.start) > 1 or not scene.using.order.subject_before:
        return None
    for actor in here:
        before = scene.text[: actor.span.start].rstrip()
        named = actor.kind in ("person", "side") and actor.ids and not scene.governed(actor.span.start)
        if actor.span.start >= cue.end and before.endswith(",") and named:
            sure = round(OPENING * actor.confidence, 4)
            return Subject(actor.ids, None, sure, "shared", actor)
    return None


def and_before(scene: Scene, cue: Cue, listed: frozenset[str]) -> int | None:
    """Where an *and* joins a verb to the one before it, small words and no sign between: *and at the same time said*."""
    language = scene.segment.language
    for word in [w for w in scene.words if w.end <= cue.start][: -AND_REACH - 1 : -1]:
        if word.form in listed:
            return None if any(c in ",;:" for c in scene.text[word.end : cue.start]) else word.start
        if word.form not in function_words(language) and noun_word(word.form, language):
            return None
    return None


@cache
def _definite(language: str) -> frozenset[str]:
    """The folded articles that tell of something known."""
    words = load(language).table("mentions")["words"]
    fold = folding(language).fold
    return frozenset(map(fold, words["determiners"])) - frozenset(map(fold, words["indefinite"]))


def _leads(scene: Scene, end: int, start: int) -> bool:
    """Whether nothing but a pronoun, an auxiliary or an adverb stands between a relative pronoun and its verb."""
    if _right_before(scene, end, start):
        return True
    language, small = scene.segment.language, function_words(scene.segment.language)
    between = [w for w in scene.words if end <= w.start and w.end <= start]
    if (
        not scene.using.spaced
        or not 0 < len(between) <= CLITICS
        or any(c in ",;:" for c in scene.text[end:start])
    ):
        return False
    # "Qui l'avait accusé"; "who has long opposed": no word that may be a subject of its own.
    return between[0].form in small and not any(w.capital or noun_word(w.form, language) for w in between)


def _right_before(scene: Scene, end: int, start: int) -> bool:
    return end <= start and scene.distance(end, start) == 0 and not scene.text[end:start].strip()
