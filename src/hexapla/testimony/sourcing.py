"""The chain through which words reached a witness: a source, the outlet it spoke to, the paper it quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hexapla.lang import load
from hexapla.lang.words import Word, function_words
from hexapla.testimony.actors import Actor
from hexapla.testimony.cues import Cue
from hexapla.testimony.extents import trimmed
from hexapla.testimony.model import Source
from hexapla.testimony.nameless import determiners
from hexapla.testimony.recalling import Subject
from hexapla.testimony.scenes import Scene
from hexapla.testimony.sourcing_outlets import outlets
from hexapla.testimony.subjects import Subjects
from hexapla.testimony.vocabulary import vocabulary
from hexapla.testimony.wordkinds import teller
from hexapla.witness.model import Span

# Between what says where it was read and the outlet so many words may stand.
REACH = 4
# Words that tell more of an unnamed source stand so far before it and behind it.
BEFORE, BEHIND = 5, 8
LONGEST_RUN = 14
# So far behind a source stands that it will not be named; between commas before its verb so many words.
NEAR, LONGEST_INSERT = 6, 14
# So many words behind what says that somebody is cited stands a word for a person.
CITED = 4
# The outlet that was told opens what follows the verb by so many words, and what is said begins so many behind it.
OUTLET, TELLS = 12, 9
# So many words before a word for an outlet open the words for it.
OPENS = 2
QUOTES = frozenset('«»“”"„')
# An outlet that nobody knows is named by so many words with capitals at most.
LONGEST_NAME = 4
# What ends the words for a source.
ENDS = frozenset(',;:.–—«»“”"„،؛，。；：、()')


def told_through(
    scene: Scene, cue: Cue, subject: Subject, found: Subjects, content: Sequence[Span] = ()
) -> tuple[Source, ...]:
    """Through whom a statement came: the unnamed source that speaks, and the outlet that it told or that quotes it.

    What stands in the ``content`` of the statement is said, and tells of no chain.
    """
    content = [Span(_past_outlet(scene, span), span.end) for span in content]
    here = [a for a in found.actors(scene) if a.kind == "outlet" or scene.quoted(a.span.start) is None]
    here = [a for a in here if not any(span.overlap(a.span) for span in content)]
    signs = [*scene.of("source", "according", "told"), *([cue] if cue.group == "act" else [])]
    named = outlets(scene, content)
    told = [Source(a.span.of(scene.text), None, a.span) for a in _known(scene, signs, here, subject)]
    # A name that the words call an outlet is the whole of it: *the X news agency*.
    told = [one for one in told if not any(one.span and one.span.overlap(name) for name in named)]
    told += [Source(name.of(scene.text), None, name) for name in named]
    told = told or list(_unknown(scene, cue, here)) or list(_bare(scene, subject))
    span = _unnamed(scene, cue, subject, here, content)
    if span is None:
        return tuple(told)
    words = span.of(scene.text)
    if not told:
        return (Source(None, words, span),)
    return (told[0]._replace(through=words), *told[1:])


def _bare(scene: Scene, subject: Subject) -> Iterator[Source]:
    """An outlet that is the subject without its name: *the same agency*."""
    actor = subject.actor
    if actor is not None and actor.kind == "unnamed" and scene.span.holds(actor.span):
        word = _outlet_word(scene, actor.span)
        if word is not None:
            span = Span(actor.span.start, word.end)
            yield Source(span.of(scene.text), None, span)


def _past_outlet(scene: Scene, span: Span) -> int:
    """Where what is said begins, behind the outlet that was told or that tells it: *the daily X on Monday that …*."""
    named = [c.end for c in scene.of("source", "media") if span.holds(c.span)]
    named = [end for end in named if scene.distance(span.start, end) <= OUTLET][:1]
    joins = [*scene.of("grammar", "that"), *scene.acts("say", "finite")]
    behind = [
        c.end for c in joins for end in named if end <= c.start and scene.distance(end, c.start) <= TELLS
    ]
    for sign in scene.of("source", "cites"):
        # "As the agency X reported, citing an aide, …"
        comma = scene.text.find(",", sign.end, span.end)
        opens = span.start <= sign.start and scene.distance(span.start, sign.start) == 0
        near = [end for end in named if end <= sign.start and scene.distance(end, sign.start) <= TELLS]
        if comma > 0 and (opens or near):
            behind.append(comma)
    return min(behind, default=span.start)


def _unnamed(
    scene: Scene, cue: Cue, subject: Subject, here: Sequence[Actor], content: Sequence[Span]
) -> Span | None:
    """The words for who is not named: the subject, else who is cited or is only *one of them*."""
    if subject.ids:
        return None
    actor = _speaking(scene, subject)
    cited = _cited(scene, here, content)
    if actor is not None and scene.span.holds(actor.span):
        return described(scene, actor, cue)
    if cited is not None:
        return described(scene, cited, cue)
    if actor is not None:
        # A subject that another sentence names has its words there.
        return None if outlets(scene, content) else actor.span
    return _one_of(scene, cue, subject) or _from_source(scene, content)


def _speaking(scene: Scene, subject: Subject) -> Actor | None:
    """The subject where it is nobody who is named, and no outlet: *a source*, *a police spokesman*."""
    actor = subject.actor
    if actor is None or _outlet_word(scene, actor.span):
        return None
    language = scene.segment.language
    somebody = [
        w for w in scene.words if actor.span.start <= w.start < actor.span.end and teller(w.form, language)
    ]
    return actor if actor.kind == "unnamed" or (actor.kind == "side" and somebody) else None


def _outlet_word(scene: Scene, span: Span) -> Cue | None:
    """A word for an outlet that words for somebody open with: *the same agency*."""
    near = [c for c in scene.of("source", "media") if span.overlap(c.span)]
    return near[0] if near and scene.distance(span.start, near[0].start) <= OPENS else None


def _one_of(scene: Scene, cue: Cue, subject: Subject) -> Span | None:
    """*One of them*, where it opens the clause of a verb without any other subject."""
    others = [c for c in scene.of("grammar", "others") if c.end <= cue.start]
    opens = others and scene.distance(scene.clause(cue.start).start, others[-1].start) == 0
    return others[-1].span if opens and subject.span is None else None


def _from_source(scene: Scene, content: Sequence[Span]) -> Span | None:
    """A source that the words for *according to* name themselves: *de source diplomatique*."""
    known = vocabulary(scene.segment.language)
    for sign in scene.of("source", "according"):
        last = next((w for w in reversed(scene.words) if sign.start <= w.start and w.end <= sign.end), None)
        if last is None or any(span.holds(sign.span) for span in content):
            continue
        signs = [one for _, some in known.at([last.form], 0) for one in some]
        if any(one.group == "source" and one.id == "unnamed" for one in signs):
            return Span(last.start, _on(scene, sign.end, []))
    return None


def _cited(scene: Scene, here: Sequence[Actor], content: Sequence[Span]) -> Actor | None:
    """An unnamed source right behind what says that it is cited: *citing an aide to the king*."""
    signs = [
        sign
        for sign in scene.of("source", "according", "cites")
        if not any(span.holds(sign.span) for span in content)
    ]
    unnamed = [a for a in here if a.kind == "unnamed" and _outlet_word(scene, a.span) is None]
    for sign in signs:
        near = [a for a in unnamed if sign.end <= a.span.start]
        if near and scene.distance(sign.end, near[0].span.start) <= REACH:
            return near[0]
    media = [c.span for c in scene.of("source", "media")]
    for sign in signs if scene.using.spaced else ():
        words = [w for w in scene.words if w.start >= sign.end][:CITED]
        word = next((w for w in words if teller(w.form, scene.segment.language)), None)
        if word is None or any(c in ENDS for c in scene.text[sign.end : word.start]):
            continue
        span = Span(word.start, word.end)
        if not any(span.overlap(one) for one in media):
            return Actor(span, "unnamed", (), 0.8, label=word.form)
    return _beside_outlet(scene, [a for a in here if a.kind == "outlet"], unnamed)


def _beside_outlet(scene: Scene, outlets: Sequence[Actor], unnamed: Sequence[Actor]) -> Actor | None:
    """An unnamed source beside the outlet that it told or that quotes it: *an aide, quoted by X,*; *told X an aide*."""
    signs = scene.of("source", "according", "cites")
    for outlet in outlets:
        for one in unnamed:
            # A preposition may stand between: نقلت صحيفة «…» عن مصدر.
            told = outlet.span.end <= one.span.start and scene.distance(outlet.span.end, one.span.start) <= 1
            if told and not _parted(scene, outlet.span.end, one.span.start):
                return one
            quoted = [c for c in signs if one.span.end <= c.start and c.end <= outlet.span.start]
            if quoted and scene.distance(quoted[0].end, outlet.span.start) <= REACH:
                return one
    return None


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


def described(scene: Scene, actor: Actor, verb: Cue | None = None) -> Span:
    """An unnamed source with the words that tell more of it: *a senior official of the ministry*.

    What stands between commas before its verb belongs to it: *a diplomat, who asked not to be named, said*.
    """
    start, end = actor.span
    bars = [c.span for c in scene.cues if _bars(c) and not c.span.overlap(actor.span)]
    if not scene.using.spaced:
        return _run(scene, actor.span, bars)
    listed = any(c.span.overlap(actor.span) for c in scene.of("source", "unnamed"))
    if listed or scene.distance(*actor.span) <= 1:
        # Any other description is whole already (:mod:`hexapla.testimony.nameless`).
        start = _back(scene, start, bars)
        end = _on(scene, end, bars)
    return Span(start, _unwilling(scene, end, verb))


def _back(scene: Scene, start: int, bars: Sequence[Span]) -> int:
    """Where the words before a source begin that tell more of it: its article, else what is no word of grammar."""
    language = scene.segment.language
    small, articles = function_words(language), determiners(language)
    same = [c.span for c in scene.of("source", "same")]
    for word in [w for w in scene.words if w.end <= start][: -BEFORE - 1 : -1]:
        if _parted(scene, word.end, start) or any(bar.start <= word.start < bar.end for bar in bars):
            break
        again = any(span.holds(Span(word.start, word.end)) for span in same)
        if word.form in small and word.form not in articles and not again:
            break
        start = word.start
        if word.form in articles and not again:
            break
    return start


def _on(scene: Scene, end: int, bars: Sequence[Span]) -> int:
    """Where the words behind a source end that tell more of it."""
    for word in [w for w in scene.words if w.start >= end][:BEHIND]:
        if _parted(scene, end, word.start) or any(bar.start <= word.start < bar.end for bar in bars):
            break
        end = word.end
    return end


def _unwilling(scene: Scene, end: int, verb: Cue | None) -> int:
    """The end of a source with what tells that it will not be named, or what stands before its verb between commas."""
    signs = scene.of("source", "unwilling")
    near = [c for c in signs if c.start >= end and scene.distance(end, c.start) <= NEAR]
    said = [c for c in scene.acts("say", "finite") if near and end <= c.start and c.end <= near[0].start]
    if near and not said and not any(c in QUOTES for c in scene.text[end : near[0].start]):
        stop = next(
            (at for at in range(near[0].end, scene.span.end) if scene.text[at] in ENDS), scene.span.end
        )
        verbs = [c.start for c in scene.acts("say") if near[0].end <= c.start < stop]
        joins = [c.start for c in scene.of("grammar", "that") if near[0].end <= c.start < stop]
        return trimmed(scene.text, end, min([stop, *verbs, *joins])).end
    if verb is None or verb.start <= end or scene.text[end : end + 1] not in (",", "،"):
        return end
    closing = scene.text.rfind(scene.text[end], end + 1, verb.start)
    insert = closing > 0 and scene.distance(closing, verb.start) == 0
    return closing if insert and scene.distance(end, closing) <= LONGEST_INSERT else end


def _run(scene: Scene, span: Span, bars: Sequence[Span]) -> Span:
    """The same where words are not parted: back to a sign or a verb."""
    start, end = span.start, span.end
    # "一名不愿具名的…官员": what tells that a source is not named stands before the word for it.
    for sign in scene.of("source", "unnamed"):
        between = Span(end, sign.start)
        if 0 <= between.end - between.start <= LONGEST_RUN and not any(
            c in ENDS for c in between.of(scene.text)
        ):
            end = end if any(bar.overlap(between) for bar in bars) else sign.end
    while (
        start > max(scene.span.start, span.start - LONGEST_RUN)
        and scene.text[start - 1] not in ENDS
        and not scene.text[start - 1].isspace()
    ):
        if any(bar.start < start <= bar.end for bar in bars):
            break
        start -= 1
    for sign in scene.of("source", "opening"):
        gap = scene.text[sign.end : start]
        apart = any(sign.end <= c.start < start for c in scene.of("source", "told", "according"))
        if sign.end <= start and len(gap) <= LONGEST_RUN and not apart and ENDS.isdisjoint(gap):
            # What accompanies him is told by verbs: 一位陪同出访的官员.
            start = sign.start
            break
    return Span(start, end)


def _bars(cue: Cue) -> bool:
    if cue.group == "act":
        return cue.role != "bare"
    if cue.group == "source":
        return cue.id in ("according", "according_end", "told")
    return (cue.group == "grammar" and cue.id in ("that", "relatives", "auxiliaries")) or cue.group == "aside"


def _parted(scene: Scene, start: int, end: int) -> bool:
    """Whether a sign parts two words; a stop inside of a sentence only cuts a title short: *M. X*."""
    return any(c in ENDS and c != "." for c in scene.text[start:end])
