"""Several subjects that one verb brings, each by itself: *discussed fees, the port and the return of refugees*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from hexapla.lang import load
from hexapla.lang.words import Word, folding, function_words
from hexapla.lexicon.matching import lexicon
from hexapla.testimony.actors import joiners
from hexapla.testimony.extents import trimmed
from hexapla.testimony.nameless import determiners
from hexapla.testimony.scenes import Scene
from hexapla.witness.model import Span

COMMAS = frozenset(",،;؛，；、")
# Where words are not parted a subject by itself has so many characters; shorter ones are parts of another
# ("能源、投资等领域合作"), and of what follows a list no more than so many.
SHORTEST = 4
# By so much (Zipf) a word must be commoner than what is written with *and* before it for that to be the two.
COMMONER = 0.85
# A subject that tells of itself by its own words has so many of them.
TELLING = 3


class Part(NamedTuple):
    """A stretch that may be a subject of its own: its words, and whether *and* stands before it."""

    words: Sequence[Word]
    joined: bool


def listed(scene: Scene, what: Span, lead: str = "") -> list[Span]:
    """The subjects that stand in a stretch, in order; ``lead`` is the folded preposition that the verb brings them with."""
    if not scene.using.spaced:
        return _unparted(scene, what)
    colon = scene.text.find(":", what.start, what.end)
    if colon > 0:
        # What opens a list is no subject: *they spoke of everything* before *of fees, of the port*.
        told = _list(scene, trimmed(scene.text, colon + 1, what.end), "", loose=True)
        if len(told) > 1:
            return told
    return _list(scene, what, lead)


def _list(scene: Scene, what: Span, lead: str, *, loose: bool = False) -> list[Span]:
    """The subjects of a list; a ``loose`` one needs no *and*."""
    inner = [w for w in scene.words if what.start <= w.start and w.end <= what.end]
    parts = list(_parts(scene, inner))
    if len(parts) < 2:
        return [what]
    lead = lead or _preposition(scene, parts[0].words) or ""
    kept = _kept(scene, parts, lead, loose=loose)
    starts = [what.start, *(part.words[0].start for part in kept)]
    ends = [*(_before(scene, start) for start in starts[1:]), what.end]
    return [trimmed(scene.text, start, end) for start, end in zip(starts, ends, strict=True)]


def _parts(scene: Scene, inner: Sequence[Word]) -> Iterator[Part]:
    """The stretches between commas and words for *and*."""
    besides = {c.first: c.last for c in scene.of("grammar", "besides")}
    numbers = {word.start: number for number, word in enumerate(scene.words)}
    run: list[Word] = []
    joined, passed = False, 0
    for before, word in pairwise([None, *inner]):
        if word is None or numbers[word.start] < passed:
            continue
        comma = before is not None and not COMMAS.isdisjoint(scene.text[before.end : word.start])
        bare = _without_and(scene, word, after_comma=comma) if run or comma else None
        longer = besides.get(numbers[word.start])
        ends = word.form in joiners(scene.segment.language) or longer is not None
        if (comma or ends or bare) and run:
            yield Part(run, joined)
            run, joined = [], False
        if ends:
            joined, passed = True, longer or 0
            continue
        joined = joined or bare is not None
        run.append(bare or word)
    if run:
        yield Part(run, joined)


def _without_and(scene: Scene, word: Word, *, after_comma: bool) -> Word | None:
    """A word without the *and* written onto it; None where it has none, or is a word as it stands."""
    for letter in scene.using.conjunctions:
        rest = word.form[len(letter) :]
        if not word.form.startswith(letter) or len(rest) < TELLING:
            continue
        if after_comma or not _whole(word.form, rest, scene.segment.language):
            return word._replace(form=rest)
    return None


def _whole(form: str, rest: str, language: str) -> bool:
    """Whether a word that begins as *and* does is one by itself: known, and without it not a much commoner one."""
    if not _known(form, language):
        return False
    return not _known(rest, language) or _common(rest, language) - _common(form, language) < COMMONER


@cache
def _common(form: str, language: str) -> float:
    terms = lexicon().terms(language)
    return terms.commonness(form, tuple(terms.table.forms.get(form, ())))


@cache
def _known(form: str, language: str) -> bool:
    """Whether the lexicon has a word as it is written, nothing taken off."""
    terms = lexicon().terms(language)
    return any(number in terms.single for number in terms.table.forms.get(form, ()))


def _kept(scene: Scene, parts: Sequence[Part], lead: str, *, loose: bool = False) -> list[Part]:
    """The parts that open a subject of their own; those after commas where one after *and* closes the list."""
    kept: list[Part] = []
    waiting: list[Part] = []
    last = parts[0].words
    for number, part in enumerate(parts[1:], 1):
        if _notably(scene, part.words):
            # "Cooperation, above all gas and visas": its parts are no subjects of their own.
            break
        if not _opens(scene, part.words, lead):
            if any(_goes_on(scene, later, lead) for later in parts[number + 1 :]):
                # "On the dock, which stands empty, and on the nurses."
                continue
            # What follows is no list any more: "…, which was built in spring, and".
            break
        # A list that commas opened is closed by its last *and*: "trade, the fight with piracy and training".
        closing = bool(waiting) and part.joined and not any(p.joined for p in parts[number + 1 :])
        closing = closing or (loose and not any(p.joined for p in parts))
        if not closing and not _alike(scene, last, part.words, lead):
            if not part.joined and len(_telling(scene, part.words)) > 1:
                # In the midst of a list that goes on with its like.
                waiting.append(part)
            else:
                last = [*last, *part.words]
            continue
        last = part.words
        waiting.append(part)
        if part.joined:
            kept += waiting
            waiting = []
    return kept + waiting if loose else kept


def _notably(scene: Scene, words: Sequence[Word]) -> bool:
    """Whether words open with what tells that they are parts of what stands before."""
    return any(c.start == words[0].start for c in scene.of("role", "notably"))


def _goes_on(scene: Scene, part: Part, lead: str) -> bool:
    """Whether a part takes up a list again, by *and* with the verb's own preposition."""
    own = _preposition(scene, part.words)
    return part.joined and own is not None and _same(own, lead) and _opens(scene, part.words, lead)


def _opens(scene: Scene, words: Sequence[Word], lead: str) -> bool:
    """Whether words may be a subject: no clause, no doing, nobody's name, no preposition but the verb's own."""
    start = words[0].start
    own = _preposition(scene, words)
    if own is not None and not _same(own, lead):
        return False
    barred = [c for c in scene.of("grammar", "relatives", "auxiliaries", "that") if c.start == start]
    done = [c for c in scene.of("act") if c.start == start and c.role in ("finite", "trailing", "participle")]
    somebody = [m for m in scene.mentions if m.span.start <= start < m.span.end and (m.person or m.office)]
    return not (barred or done or somebody)


def _alike(scene: Scene, last: Sequence[Word], words: Sequence[Word], lead: str) -> bool:
    """Whether words go on with the list that others belong to, and not with the last of these: *trade in fish and fruit*."""
    if _preposition(scene, words) is not None:
        return True
    telling, before = _telling(scene, words), _telling(scene, last)
    if len(telling) == 1 and len(before) > 1:
        # Of one word with its article, behind one that has no other words to belong to.
        return False
    if not _nests(scene, last, lead):
        return True
    both = _article(scene, last) and _article(scene, words)
    return both or len(telling) >= TELLING or _nests(scene, words, lead)


def _nests(scene: Scene, words: Sequence[Word], lead: str) -> bool:
    """Whether a preposition stands among words, so that what follows may belong to what it governs."""
    inside = words[1:] if _preposition(scene, words) else words
    starts = {w.start for w in inside}
    return any(c.start in starts for c in scene.of("grammar", "prepositions"))


def _preposition(scene: Scene, words: Sequence[Word]) -> str | None:
    """The preposition that words open with."""
    first = words[0]
    found = any(c.start == first.start for c in scene.of("grammar", "prepositions"))
    return first.form if found else None


def _same(one: str, other: str) -> bool:
    """Whether two are forms of one preposition, which begin alike: *de*, *del*; *о*, *об*."""
    return bool(one and other) and one[0] == other[0]


def _telling(scene: Scene, words: Sequence[Word]) -> list[Word]:
    small = function_words(scene.segment.language)
    return [w for w in words if w.form not in small]


def _article(scene: Scene, words: Sequence[Word]) -> bool:
    """Whether words open with an article, the verb's preposition before it."""
    inside = words[1:] if _preposition(scene, words) and len(words) > 1 else words
    return inside[0].form in determiners(scene.segment.language)


def _before(scene: Scene, start: int) -> int:
    """Where the part before another ends: without the *and* between them."""
    small = {c.span for c in scene.of("grammar", "besides")}
    listed_and = joiners(scene.segment.language)
    end = start
    for word in reversed([w for w in scene.words if w.end <= start]):
        longer = next((s for s in small if s.start <= word.start < s.end), None)
        if longer is not None and longer.end <= end:
            end = longer.start
        elif word.form in listed_and and word.start < end:
            end = word.start
        elif word.end <= end:
            break
    return end


def _unparted(scene: Scene, what: Span) -> list[Span]:
    """The same where words are not parted: the stretches between words for *and*, none of them a mere part of a word."""
    language = scene.segment.language
    text = folding(language).level(what.of(scene.text))
    cuts = [0]
    ends: list[int] = []
    for at in range(len(text)):
        sign = next((one for one in _ands(language) if text.startswith(one, at)), None)
        if sign is None or at < cuts[-1] or _within_word(text, at, sign, language):
            continue
        ends.append(at)
        cuts.append(at + len(sign))
    ends.append(len(text))
    if any(end - start < SHORTEST for start, end in zip(cuts, ends, strict=True)):
        return [what]
    pieces = zip(cuts, ends, strict=True)
    return [trimmed(scene.text, what.start + start, what.start + end) for start, end in pieces]


@cache
def _ands(language: str) -> tuple[str, ...]:
    """The words for *and*, the longest first."""
    fold = folding(language)
    return tuple(
        sorted((fold.level(one) for one in load(language).table("mentions")["words"]["and"]), key=len)
    )[::-1]


def _within_word(text: str, at: int, sign: str, language: str) -> bool:
    """Whether a character that means *and* is part of a longer word there: 和平, 参与."""
    if sign in COMMAS:
        return False
    end = at + len(sign)
    around = (text[at : end + 1], text[max(0, at - 1) : end], text[max(0, at - 1) : end + 1])
    return any(len(word) > len(sign) and _known(word, language) for word in around)
