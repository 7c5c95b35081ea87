"""The chain through which words reached a witness: a source, the outlet it spoke to, the paper it quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hexapla.lang import load
from hexapla.lang.words import Word, function_words
from hexapla.testimony.actors import Actor
from hexapla.testimony.cues import Cue
from hexapla.testimony.model import Source
from hexapla.testimony.recalling import Subject
from hexapla.testimony.scenes import Scene
from hexapla.testimony.subjects import Subjects
from hexapla.witness.model import Span

# Between what says where it was read and the outlet so many words may stand.
REACH = 4
# Words that tell more of an unnamed source stand so far before it and behind it.
BEFORE, BEHIND = 4, 8
LONGEST_RUN = 14
# An outlet that nobody knows is named by so many words with capitals at most.
LONGEST_NAME = 4
# What ends the words for a source.
ENDS = frozenset(',;:.–—«»“”"„،؛，。；：、()')


def told_through(scene: Scene, cue: Cue, subject: Subject, found: Subjects) -> tuple[Source, ...]:
    """Through whom a statement came: the unnamed source that speaks, and the outlet that it told or that quotes it."""
    here = [a for a in found.actors(scene) if a.kind == "outlet" or scene.quoted(a.span.start) is None]
    signs = [*scene.of("source", "according", "told"), *([cue] if cue.group == "act" else [])]
    outlets = [Source(a.span.of(scene.text), None, a.span) for a in _known(scene, signs, here, subject)]
    outlets = outlets or list(_unknown(scene, cue, here))
    unnamed = subject.actor if subject.actor and subject.actor.kind == "unnamed" else None
    if unnamed is None:
        return tuple(outlets)
    span = described(scene, unnamed)
    words = span.of(scene.text)
    if not outlets:
        return (Source(None, words, span),)
    return (outlets[0]._replace(through=words), *outlets[1:])


def _known(scene: Scene, signs: Sequence[Cue], here: Sequence[Actor], subject: Subject) -> Iterator[Actor]:
    """Outlets that were told or that tell, but are not the subject itself."""
    for actor in here:
        if actor.kind != "outlet" or actor.span == subject.span:
            continue
        if any(s.end <= actor.span.start and scene.distance(s.end, actor.span.start) <= REACH for s in signs):
            yield actor


def _unknown(scene: Scene, cue: Cue, here: Sequence[Actor]) -> Iterator[Source]:
    """An outlet that nobody knows, by its capitals, where somebody tells it something: *told the Lisk Courier*."""
    signs = scene.of("source", "told")
    signs += [cue] if cue.group == "act" and cue.id == "tell" and not scene.using.order.subject_after else []
    for sign in signs:
        span = capitals(scene, sign.end)
        if span is not None and not any(span.overlap(a.span) for a in here):
            yield Source(span.of(scene.text), None, span)
            return


def capitals(scene: Scene, place: int) -> Span | None:
    """The words with capitals right behind a place, an article before them at most."""
    language = scene.segment.language
    if not load(language).cased:
        return None
    small = function_words(language)
    articles = frozenset(load(language).table("mentions")["words"]["determiners"])
    run: list[Word] = []
    for word in (w for w in scene.words if w.start >= place):
        gap = scene.text[(run[-1].end if run else place) : word.start]
        if any(c in ENDS for c in gap) or len(run) == LONGEST_NAME:
            break
        if word.capital and word.form not in small:
            run.append(word)
        elif run or word.form not in articles:
            break
    return Span(run[0].start, run[-1].end) if run else None


def described(scene: Scene, actor: Actor) -> Span:
    """An unnamed source with the words that tell more of it: *a senior official of the ministry*."""
    start, end = actor.span
    listed = any(c.span.overlap(actor.span) for c in scene.of("source", "unnamed"))
    if not listed and scene.using.spaced and scene.distance(*actor.span) > 1:
        # A description that is whole already (:mod:`hexapla.testimony.nameless`).
        return actor.span
    bars = [c.span for c in scene.cues if _bars(c) and not c.span.overlap(actor.span)]
    if not scene.using.spaced:
        return _run(scene, actor.span, bars)
    for word in [w for w in scene.words if w.end <= actor.span.start][: -BEFORE - 1 : -1]:
        if _parted(scene, word.end, start) or any(bar.start <= word.start < bar.end for bar in bars):
            break
        start = word.start
    for word in [w for w in scene.words if w.start >= actor.span.end][:BEHIND]:
        if _parted(scene, end, word.start) or any(bar.start <= word.start < bar.end for bar in bars):
            break
        end = word.end
    return Span(start, end)


def _run(scene: Scene, span: Span, bars: Sequence[Span]) -> Span:
    """The same where words are not parted: back to a sign or a verb."""
    start = span.start
    while (
        start > max(scene.span.start, span.start - LONGEST_RUN)
        and scene.text[start - 1] not in ENDS
        and not scene.text[start - 1].isspace()
    ):
        if any(bar.start < start <= bar.end for bar in bars):
            break
        start -= 1
    return Span(start, span.end)


def _bars(cue: Cue) -> bool:
    if cue.group == "act":
        return cue.role != "bare"
    if cue.group == "source":
        return cue.id in ("according", "according_end", "told")
    return (cue.group == "grammar" and cue.id in ("that", "relatives", "auxiliaries")) or cue.group == "aside"


def _parted(scene: Scene, start: int, end: int) -> bool:
    return any(c in ENDS for c in scene.text[start:end])
