"""Speakers who are described and not named: *a senior minister*, *rebels in the north*, *the court*."""

from __future__ import annotations

from functools import cache

from hexapla.lang import load
from hexapla.lang.words import Word, folding, function_words
from hexapla.testimony.actors import Actor, joiners
from hexapla.testimony.cues import Cue
from hexapla.testimony.recalling import Subject
from hexapla.testimony.scenes import Scene
from hexapla.testimony.wordkinds import describes, noun_word, office_word, organ, person_word, time_word
from hexapla.witness.model import Span

# What ends the words for whoever stands before a verb.
ENDS = frozenset(',;:–—«»“”"()،؛')
# So many words describe somebody at most.
LONGEST = 14
# So many small words stand between a comma and a verb: *me lo*.
CLITICS = 2
# How sure it is that words beside a verb are its subject.
DESCRIBED = 0.8


def described_before(scene: Scene, cue: Cue) -> Subject | None:
    """Who stands right before a verb, told only by a word for a person or an institution; None if nobody does."""
    words = leading(scene, cue)
    if not words or len(words) > LONGEST:
        return None
    core = _core(scene, words)
    language = scene.segment.language
    if not any(describes(word.form, language) for word in core):
        return None
    span = Span(words[0].start, words[-1].end)
    if words[-1].form in joiners(language):
        # "Police recovered the car and said": who does both.
        span = Span(words[0].start, next(w.end for w in core if describes(w.form, language)))
    side = next(
        (m for m in scene.mentions if m.kind in ("state", "body") and _owns(scene, m.span, core)), None
    )
    if side is not None and core[-1].form in _sides(language) and side.party:
        # "Iraq's interim government"
        return Subject(
            (side.party,), span, DESCRIBED, "beside", Actor(span, "side", (side.party,), DESCRIBED)
        )
    actor = Actor(span, "unnamed", (), DESCRIBED, label=span.of(scene.text))
    return Subject((), span, DESCRIBED, "beside", actor)


def described_behind(scene: Scene, cue: Cue) -> Subject | None:
    """Who stands right behind a verb that follows what is said, told by a description or by an unknown name."""
    language = scene.segment.language
    if any(cue.start < c.start and c.end == cue.end for c in scene.of("grammar", "that")):
        # What stands behind *that* is said.
        return None
    words = [w for w in scene.words if w.start >= cue.end]
    end = next((at for at in range(cue.end, scene.span.end) if scene.text[at] in ENDS), scene.span.end)
    words = [w for w in words if w.end <= end][:LONGEST]
    if not words or scene.text[cue.end : words[0].start].strip():
        return None
    core = _core(scene, words)
    opens = words[0].form in determiners(language) or words[0].capital
    told = any(describes(w.form, language) for w in core)
    if not opens or not (told or any(w.capital for w in core)):
        return None
    span = Span(words[0].start, core[-1].end)
    # An unknown name is somebody, but no source without a name.
    actor = Actor(span, "unnamed" if told else "person", (), DESCRIBED, label=span.of(scene.text))
    return Subject((), span, DESCRIBED, "beside", actor)


def government_alone(scene: Scene, subject: Subject) -> bool:
    """Whether a description is no more than one of a part of a government: *the ministry of agriculture*."""
    if subject.ids or subject.span is None:
        return False
    language = scene.segment.language
    words = [w for w in scene.words if subject.span.start <= w.start < subject.span.end]
    if words[0].form in _indefinite(language):
        return False
    core = _core(scene, words)
    # A ministry's official is no ministry.
    return any(organ(w.form, language) for w in core) and not any(person_word(w.form, language) for w in core)


def office_alone(scene: Scene, subject: Subject) -> bool:
    """Whether a description is an article and a word for an office: *the sovereign*."""
    if subject.ids or subject.span is None:
        return False
    language = scene.segment.language
    words = [w for w in scene.words if subject.span.start <= w.start < subject.span.end]
    definite = len(words) == 2 and words[0].form in determiners(language) - _indefinite(language)
    return definite and office_word(words[1].form, language)


def placed_within(scene: Scene, actor: Actor) -> bool:
    """Whether a state only tells where somebody is, an adjective between: *the Halits in southern Dravania*."""
    if actor.kind != "side" or not scene.using.spaced or not scene.using.order.subject_before:
        return False
    before = [w for w in scene.words if w.end <= actor.span.start]
    led = next((c for c in reversed(scene.of("grammar", "prepositions")) if c.end <= actor.span.start), None)
    if led is None or not 1 <= scene.distance(led.end, actor.span.start) <= 2:
        return False
    between = [w for w in before if led.end <= w.start]
    language = scene.segment.language
    if any(
        w.form in function_words(language) or time_word(w.form, language) or w.form.isdigit() for w in between
    ):
        return False
    piece = scene.text[led.end : actor.span.start]
    opens = [w for w in before if w.end <= led.start][-1:]
    return (
        bool(opens)
        and not any(c in ENDS for c in piece)
        and not any(c in ENDS for c in scene.text[opens[0].end : led.start])
    )


def beside_clause(scene: Scene, actor: Actor, cue: Cue) -> bool:
    """Whether an actor stands in a clause about the subject, between commas: *X, who visited Syria, said*."""
    if not scene.using.spaced or "," not in scene.text[actor.span.end : cue.start]:
        return False
    return any(
        c.end <= actor.span.start
        and scene.text[max(0, c.start - 2) : c.start].strip() == ","
        and "," not in scene.text[c.end : actor.span.start]
        for c in scene.of("grammar", "relatives")
    )


def people_of(scene: Scene, actor: Actor) -> bool:
    """Whether a state's name only tells where somebody is from: *Ivory Coast rebels*."""
    if actor.kind != "side" or not scene.using.order.subject_before:
        return False
    behind = next((w for w in scene.words if w.start >= actor.span.end), None)
    if behind is None or scene.text[actor.span.end : behind.start].strip(" "):
        return False
    language = scene.segment.language
    if behind.form in function_words(language):
        return False
    ours = organ(behind.form, language) or behind.form in _sides(language)
    return describes(behind.form, language) and not ours and not office_word(behind.form, language)


def leading(scene: Scene, cue: Cue) -> list[Word]:
    """The words between the last sign and a verb, without *and*, an auxiliary and words of time; none led by a preposition."""
    first, end = scene.span.start, _before_aside(scene, _before_clitics(scene, cue.start))
    part = scene.text[first:end]
    first += max((at for at, sign in enumerate(part) if sign in ENDS), default=-1) + 1
    words = [w for w in scene.words if first <= w.start and w.end <= end]
    listed = joiners(scene.segment.language)
    while words and words[0].form in listed:
        words = words[1:]
    led = {c.start for c in scene.of("grammar", "prepositions")}
    while words and (time_word(words[-1].form, scene.segment.language) or words[-1].start in led):
        words = words[:-1]
    if not words or any(
        c.start == words[0].start and c.id in ("prepositions", "relatives") for c in scene.of("grammar")
    ):
        return []
    small = function_words(scene.segment.language) - determiners(scene.segment.language)
    return [] if words[0].form in small else words


def _before_clitics(scene: Scene, end: int) -> int:
    """Where the small words between a comma and a verb begin: *the guest, laughing, le respondió*."""
    small, start = function_words(scene.segment.language) - joiners(scene.segment.language), end
    leads = scene.of("grammar", "prepositions", "relatives", "that", "contrast", "he", "she", "it", "they")
    for word in [w for w in scene.words if w.end <= end][: -CLITICS - 1 : -1]:
        lead = any(c.start <= word.start < c.end for c in leads)
        if word.form not in small or lead or scene.text[word.end : start].strip(" '’"):
            break
        start = word.start
    return start if scene.text[scene.span.start : start].rstrip().endswith(",") else end


def _before_aside(scene: Scene, end: int) -> int:
    """Where the words before a place end without what commas set off: *the ministry, for its part, said*."""
    while scene.text[scene.span.start : end].rstrip().endswith(","):
        last = scene.text.rindex(",", scene.span.start, end)
        comma = scene.text.rfind(",", scene.span.start, last)
        first = next((w.start for w in scene.words if w.start > comma), end)
        leads = scene.of("grammar", "prepositions", "relatives", "turn", "participles")
        leads = [*leads, *scene.of("source", "unwilling")]
        # "L'opposition, elle, dénonce": the pronoun says again who.
        again = scene.distance(comma, last) <= 1 and scene.of("grammar", "he", "she", "it", "they")
        told = [w for w in scene.words if comma < w.start and w.end <= last]
        # "The guest, smiling, said"; "X, entretanto, dijo".
        alone = len(told) == 1 and not told[0].capital and not noun_word(told[0].form, scene.segment.language)
        if comma < 0 or not (alone or any(c.start == first for c in [*leads, *(again or [])])):
            return end
        end = comma
    return end


def pointed_back(scene: Scene, cue: Cue) -> Span | None:
    """An article for a noun told before, with whose it is behind it: *El de Comercio de Lunshan*, *celui de Lisk*."""
    words = leading(scene, cue)
    if len(words) < 3 or words[0].form not in determiners(scene.segment.language):
        return None
    led = any(c.start == words[1].start for c in scene.of("grammar", "prepositions"))
    return Span(words[0].start, words[-1].end) if led else None


def _core(scene: Scene, words: list[Word]) -> list[Word]:
    """The words of a description up to its first preposition."""
    stops = [c.start for c in scene.of("grammar", "prepositions", "relatives") if c.start > words[0].start]
    stop = min(stops, default=words[-1].end)
    return [w for w in words if w.start < stop]


def _owns(scene: Scene, span: Span, core: list[Word]) -> bool:
    owner = span.of(scene.text).casefold().replace("’", "'").endswith(folding(scene.segment.language).endings)
    return owner and core[0].start <= span.end <= core[-1].start


@cache
def determiners(language: str) -> frozenset[str]:
    """The folded articles and the like of a language, numbers among them."""
    words = load(language).table("mentions")["words"]
    fold = folding(language).fold
    return frozenset(fold(w) for key in ("determiners", "indefinite", "both") for w in words[key])


@cache
def _indefinite(language: str) -> frozenset[str]:
    fold = folding(language).fold
    return frozenset(fold(word) for word in load(language).table("mentions")["words"]["indefinite"])


@cache
def _sides(language: str) -> frozenset[str]:
    fold = folding(language).fold
    return frozenset(fold(word) for word in load(language).table("mentions")["words"]["sides"])
