"""Outlets that nobody knows, named by the words of a sentence: *the daily «X»*, *the X news agency*, 《X》."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hexapla.lang import load
from hexapla.lang.words import Word, function_words
from hexapla.testimony.cues import Cue
from hexapla.testimony.scenes import Scene
from hexapla.testimony.wordkinds import time_word
from hexapla.witness.model import Span

# Between a word for an outlet and its name so many words may stand: *le quotidien valdorien «X»*.
BETWEEN = 2
# So many words name an outlet at most.
LONGEST = 5
# Signs that hold a title where nothing else does.
TITLES = re.compile(r"《([^《》\n]{2,20})》|〈([^〈〉\n]{2,20})〉")
# So many characters from a title on stands what tells that somebody was told or cited there.
NEAR_TITLE = 6
ENDS = frozenset(',;:.–—«»“”"„،؛，。；：、()《》')


def outlets(scene: Scene, barred: Sequence[Span] = ()) -> list[Span]:
    """The names of outlets that a sentence calls so, outside of some stretches, in order."""
    found: list[Span] = []
    for span in sorted(_titled(scene) if not scene.using.spaced else _called(scene)):
        if not any(span.overlap(other) for other in (*barred, *found)):
            found.append(span)
    return found


def mentioned(scene: Scene) -> bool:
    """Whether a sentence speaks of an outlet, be it without its name: *the paper adds*."""
    return bool(scene.of("source", "media"))


def _titled(scene: Scene) -> Iterator[Span]:
    """Titles where words are not parted, beside what tells that something was read or told there."""
    signs = [*scene.of("source", "according", "told", "media"), *scene.acts("say")]
    for hit in TITLES.finditer(scene.text, *scene.span):
        near = Span(hit.start() - NEAR_TITLE, hit.end() + NEAR_TITLE)
        if any(near.overlap(c.span) for c in signs):
            yield Span(hit.start() + 1, hit.end() - 1)
    for noun in scene.of("source", "media"):
        # 萨赫拉特通讯社: whose it is stands before the word for it.
        for mention in scene.mentions:
            if mention.span.end == noun.start and mention.kind in ("state", "government", "place"):
                yield Span(mention.span.start, noun.end)


def _called(scene: Scene) -> Iterator[Span]:
    cased = load(scene.segment.language).cased
    for noun in scene.of("source", "media"):
        quoted = _quoted(scene, noun)
        if quoted is not None:
            yield quoted
        elif cased:
            yield from _capitals(scene, noun)
        else:
            yield from _plain(scene, noun)


def _quoted(scene: Scene, noun: Cue) -> Span | None:
    """A name in quotation marks close behind the word for an outlet."""
    for q in scene.quotations:
        near = noun.end <= q.outer.start and scene.distance(noun.end, q.outer.start) <= BETWEEN
        gap = scene.text[noun.end : q.outer.start]
        if near and ENDS.isdisjoint(gap) and scene.distance(*q.inner) <= LONGEST:
            return q.inner
    return None


def _capitals(scene: Scene, noun: Cue) -> Iterator[Span]:
    """A name with capitals behind or before the word for an outlet, or one that the word is part of."""
    words = list(scene.words)
    first = next(n for n, w in enumerate(words) if w.start >= noun.start)
    last = max(n for n, w in enumerate(words) if w.end <= noun.end)
    opens = first == 0
    proper = words[first].capital and not opens
    before = _run(scene, words[first - 1 :: -1] if first else [], back=True)
    # The article that opens a sentence has its capital from there.
    before = [w for w in before if not _small(scene, w)]
    behind = _run(scene, words[last + 1 :], back=False)
    if proper:
        start = before[-1].start if before else words[first].start
        end = behind[-1].end if behind else _qualified(scene, words[last + 1 :]) or words[last].end
        if end > words[last].end or before:
            yield Span(start, end)
    elif behind:
        yield Span(behind[0].start, behind[-1].end)
    elif before:
        yield Span(before[-1].start, words[last].end)
    else:
        between = next(iter(words[last + 1 :]), None)
        name = (
            _run(scene, words[last + 2 :], back=False)
            if between and _joined(scene, words[last], between)
            else []
        )
        if name and between and not _small(scene, between):
            yield Span(name[0].start, name[-1].end)


def _run(scene: Scene, words: Sequence[Word], *, back: bool) -> list[Word]:
    """The words with capitals next to a place; a small word may open them, or join two of them: *La Voz del Sur*."""
    run: list[Word] = []
    edge: Word | None = None
    for number, word in enumerate(words[:LONGEST]):
        if edge is not None and not _joined(scene, *((word, edge) if back else (edge, word))):
            break
        edge = word
        # A small word with a capital is part of a name: *Al X*.
        timed = time_word(word.form, scene.segment.language) and not _small(scene, word)
        if word.capital and word.kind == "word" and not timed:
            run.append(word)
        elif not (_small(scene, word) and (number == 0 or run)):
            break
    return run


def _qualified(scene: Scene, words: Sequence[Word]) -> int | None:
    """The end of what tells more of an outlet whose name is common words: *l'Agence … d'information*."""
    bars = [
        c.span
        for c in scene.cues
        if c.group == "act" or (c.group == "grammar" and c.id in ("that", "relatives"))
    ]
    end, edge = None, None
    for word in words[:LONGEST]:
        barred = any(bar.overlap(Span(word.start, word.end)) for bar in bars)
        if barred or (edge is not None and not _joined(scene, edge, word)):
            break
        edge = word
        if not _small(scene, word):
            end = word.end
    return end


def _plain(scene: Scene, noun: Cue) -> Iterator[Span]:
    """The word for an outlet with the words right behind it, where names have no capitals."""
    bars = [c.span for c in scene.cues if c.group in ("act", "grammar") and c.start >= noun.end]
    end = noun.end
    for word in [w for w in scene.words if w.start >= noun.end][:BETWEEN]:
        barred = any(bar.overlap(Span(word.start, word.end)) for bar in bars) or _small(scene, word)
        if barred or not ENDS.isdisjoint(scene.text[end : word.start]):
            break
        end = word.end
    if end > noun.end:
        yield Span(noun.start, end)


def _joined(scene: Scene, one: Word, other: Word) -> bool:
    return ENDS.isdisjoint(scene.text[one.end : other.start])


def _small(scene: Scene, word: Word) -> bool:
    return word.form in function_words(scene.segment.language)
