"""Elements of a sentence in a language that parts its words by spaces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from hexapla.lang.words import Word, words
from hexapla.marks.mentions.capitals import with_runs
from hexapla.marks.mentions.elements import Element, separator
from hexapla.marks.mentions.known import Book, Found
from hexapla.marks.mentions.lens import NOTHING, Lens, Sense
from hexapla.parties.table import CAPITAL, UPPER
from hexapla.parties.table import Sense as Coded

Ids = tuple[int, ...]
# In a heading where this share of the long words has a capital, a capital tells no name.
HEADLINE, LONG = 0.7, 4
# A name of one word that is to tell somebody by itself has so many letters at least.
DISTINCT = 3
HYPHENS = "-‑"
# A term of the parties has at most so many words between two of its own.
MOST_BETWEEN = 3


class Term(NamedTuple):
    """A term of the parties: the word after it, what it means, and words of a state that part it."""

    last: int
    meaning: Sense
    between: tuple[int, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """The words of a stretch of text, with what the scanner asks of them again and again."""

    text: str
    words: Sequence[Word]
    forms: Sequence[str]
    raws: Sequence[str]
    ids: Sequence[Ids]
    seps: Sequence[str]
    tight: Sequence[bool]
    headline: bool


def sentence(text: str, start: int, end: int, lens: Lens, heading: bool) -> Sentence:
    """A stretch of text taken into words."""
    some = list(words(text, lens.language, start, end))
    for n, (a, b) in enumerate(pairwise(some), 1):
        # What a hyphen joins to a capital is of one name with it: Jong-un.
        if b.start == a.end + 1 and text[a.end] in HYPHENS and some[n - 1].capital:
            some[n] = b._replace(capital=True)
    word_ids = lens.terms.word_ids
    seps = [separator(text[a.end : b.start]) for a, b in pairwise(some)]
    return Sentence(
        text,
        some,
        [word.form for word in some],
        [text[word.start : word.end] for word in some],
        [word_ids(word.form) if word.kind == "word" else () for word in some],
        [".", *seps][: len(some)],
        [False, *(sep == "" for sep in seps)][: len(some)],
        heading and _is_headline(some, lens),
    )


def _is_headline(some: Sequence[Word], lens: Lens) -> bool:
    """Whether nearly every word has a capital, so that it tells nothing."""
    if not lens.cased:
        return False
    long = [word for word in some if word.kind == "word" and word.end - word.start >= LONG]
    return len(long) > 3 and sum(word.capital for word in long) >= HEADLINE * len(long)


def elements(
    text: str, start: int, end: int, lens: Lens, books: Sequence[Book], heading: bool = False
) -> list[Element]:
    """The elements of a stretch of text: the longest listed thing at each word, names before others.

    ``heading``: it is a title or the like, where capitals may tell nothing.
    """
    read = sentence(text, start, end, lens, heading)
    found = list(_scan(read, lens, books))
    return with_runs(found, lens, read.headline) if lens.cased else found


def _scan(read: Sentence, lens: Lens, books: Sequence[Book]) -> Iterator[Element]:
    at, size = 0, len(read.words)
    while at < size:
        element, following = _at(read, at, lens, books)
        yield element
        at = following


def _at(read: Sentence, at: int, lens: Lens, books: Sequence[Book]) -> tuple[Element, int]:
    word = read.words[at]
    if word.kind != "word":
        return _plain(read, at, at + 1, "z"), at + 1
    term = _term(read, at, lens) if read.ids[at] else None
    name = _name(read, at, lens, books)
    length, classes = lens.vocabulary.at(read.forms, at)
    # A name of several words goes before a shorter term: Jordan Bardella is not of Jordan.
    if name and name[1] > max(term.last if term else 0, at + length - 1 if length else 0):
        return name
    if term and term.last >= at + length:
        return _of_term(read, at, term, lens, classes if term.last == at + length else ""), term.last
    if length:
        return _plain(read, at, at + length, classes), at + length
    if name:
        return name
    return _plain(read, at, at + 1, "z"), at + 1


def _plain(read: Sentence, first: int, last: int, cls: str) -> Element:
    a, b = read.words[first], read.words[last - 1]
    return Element(
        a.start,
        b.end,
        cls,
        " ".join(read.forms[first:last]),
        read.seps[first],
        a.capital and a.kind == "word",
        last - first == 1 and a.end - a.start > 1 and read.raws[first].isupper() and not read.headline,
    )


def _name(read: Sentence, at: int, lens: Lens, books: Sequence[Book]) -> tuple[Element, int] | None:
    """The longest known name that begins here, its own article included."""
    first = at
    free = books[0].particles
    if read.forms[at] in free and at + 1 < len(read.words) and read.tight[at + 1]:
        hyphen = (
            read.words[at + 1].start - read.words[at].end == 1 and not read.text[read.words[at].end].isspace()
        )
        if hyphen or read.words[at].capital:
            first = at + 1
    if lens.cased and not read.words[first].capital:
        return None
    best = None
    for book in books:
        found = book.match(read.words, read.raws, read.tight, first)
        if found and (best is None or found.last > best.last):
            best = found
        elif found and best and found.last == best.last:
            full = tuple(dict.fromkeys(found.full + best.full))
            short = tuple(dict.fromkeys(found.short + best.short))
            best = Found(best.last, full, short, best.joined and found.joined)
    if best is None:
        return None
    element = _plain(read, at, best.last, "n")
    start = element.start + (_cut(read.raws[at], books) if best.joined else 0)
    last = read.words[best.last - 1]
    distinct = _is_distinct(last.form, lens) and (
        lens.cased or not (best.joined or _unknown(read, best.last, lens))
    )
    return (
        element._replace(
            start=start, full=best.full, short=best.short, joined=best.joined, distinct=distinct
        ),
        best.last,
    )


def _is_distinct(form: str, lens: Lens) -> bool:
    """Whether a name's word is nothing but a name."""
    return len(form) >= DISTINCT and form not in lens.functional and lens.common(form) in ("", "m")


def _unknown(read: Sentence, at: int, lens: Lens) -> bool:
    """Whether a word that follows is one nobody lists, so that a name may go on with it."""
    if at >= len(read.words) or not read.tight[at] or read.ids[at]:
        return False
    return lens.common(read.forms[at]) in ("", "m") and read.forms[at] not in lens.functional


def _cut(written: str, books: Sequence[Book]) -> int:
    """How many letters are written onto a name before it; none where they changed it (للأسد)."""
    clitics = sorted(books[0].habits.clitics, key=len)
    for clitic in clitics:
        rest = written[len(clitic) :]
        if written.startswith(clitic) and any(book.keys(rest)[0] in book.words for book in books):
            return len(clitic)
    return 0


def _term(read: Sentence, at: int, lens: Lens) -> Term | None:
    """The longest term of the parties that begins here; words of states may part an office's."""
    best: dict[int, float] = {}
    size = 0
    between: tuple[int, ...] = ()
    for first in read.ids[at]:
        for rest, coded in lens.starting.get(first, ()):
            ended = _rest(read, at + 1, rest, lens)
            if ended is None or ended[0] - at < size:
                continue
            senses = _written(coded, read, at, ended[0], bool(ended[1]), lens)
            if not senses:
                continue
            if ended[0] - at > size:
                best, size, between = {}, ended[0] - at, ended[1]
            for concept, weight in senses:
                best[concept] = max(weight, best.get(concept, 0.0))
    if not best:
        return None
    if size == 1 and read.forms[at] in lens.functional and not _abbreviated(read, at):
        return None
    sense = lens.meaning(tuple(sorted(best.items())))
    if not sense.cls:
        return None
    term = Term(at + size, sense, between)
    return _before_longer(read, at, term, lens) if "o" in sense.cls and size > 1 else term


def _abbreviated(read: Sentence, at: int) -> bool:
    """Whether a word stands in capitals among others that do not: *US*, *U.S.*, which is not *us*."""
    word = read.words[at]
    return len(word.form) > 1 and read.text[word.start : word.end].isupper() and not read.headline


def _before_longer(read: Sentence, at: int, term: Term, lens: Lens) -> Term:
    """An office without its last word, where that begins a longer one: *adviser to the president* of the council."""
    last = term.last - 1
    if "a" in _single(read, last, lens).cls and not term.between:
        # The state beside an office is told by itself.
        alone = _single(read, at, lens) if last == at + 1 else NOTHING
        return Term(last, alone) if "o" in alone.cls else term
    inner = _term(read, last, lens)
    if inner is None or inner.last <= term.last or "o" not in inner.meaning.cls or last - at > 1:
        return term
    alone = _single(read, at, lens)
    return Term(at + 1, alone) if "o" in alone.cls else term


def _written(
    coded: Sequence[Coded], read: Sentence, first: int, last: int, parted: bool, lens: Lens
) -> list[tuple[int, float]]:
    """The senses that the text's capitals allow: *turkey* is no state, *us* nobody's; of parted terms only offices."""
    kept = []
    for concept, weight, flags in coded:
        if flags & CAPITAL and not read.words[first].capital:
            continue
        if flags & UPPER and not read.text[read.words[first].start : read.words[last - 1].end].isupper():
            continue
        if parted and lens.parties.meaning(concept).kind != "office":
            continue
        kept.append((concept, weight))
    return kept


def _next(read: Sentence, at: int, lens: Lens) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Where the next word of a term may stand: here, or behind adjectives of states."""
    if at < len(read.words) and read.tight[at]:
        yield at, ()
    passed: list[int] = []
    while _tight(read, at) and len(passed) < MOST_BETWEEN and _parts(read, at, lens, bool(passed)):
        passed.append(at)
        at += 1
        if _tight(read, at):
            yield at, tuple(passed)


def _tight(read: Sentence, at: int) -> bool:
    return at < len(read.words) and read.tight[at]


def _parts(read: Sentence, at: int, lens: Lens, begun: bool) -> bool:
    """Whether a word may part an office's words: a state's adjective, or *and* between two."""
    if "a" in _single(read, at, lens).cls:
        return True
    if begun:
        return "&" in lens.vocabulary.at(read.forms, at)[1]
    shape = lens.vocabulary.order.adjective_shape
    return bool(
        lens.vocabulary.order.adjective_after
        and shape
        and not read.ids[at]
        and not read.words[at].capital
        and shape.search(read.forms[at])
        and read.forms[at] not in lens.functional
    )


def _rest(read: Sentence, at: int, rest: Ids, lens: Lens) -> tuple[int, tuple[int, ...]] | None:
    """Where a term ends whose last words are to stand here, and the words that part them."""
    passed: tuple[int, ...] = ()
    for word in rest:
        place = next(((n, b) for n, b in _next(read, at, lens) if word in read.ids[n]), None)
        if place is None:
            return None
        passed += place[1]
        at = place[0] + 1
    return at, passed


def _single(read: Sentence, at: int, lens: Lens) -> Sense:
    """What a word means by itself."""
    if not read.ids[at]:
        return NOTHING
    key = (read.raws[at], read.forms[at])
    known = lens.singles.get(key)
    if known is None:
        known = lens.singles[key] = _read_single(read, at, lens)
    return known


def _read_single(read: Sentence, at: int, lens: Lens) -> Sense:
    senses = [
        sense
        for word in read.ids[at]
        for rest, coded in lens.starting.get(word, ())
        if not rest
        for sense in _written(coded, read, at, at + 1, False, lens)
    ]
    # Of one meaning the greatest weight is kept.
    return lens.meaning(tuple(sorted(dict(sorted(senses)).items()))) if senses else NOTHING


def _of_term(read: Sentence, at: int, term: Term, lens: Lens, classes: str) -> Element:
    last = term.last
    element = _plain(read, at, last, term.meaning.cls + classes)
    if "o" not in term.meaning.cls:
        return _with_meaning(element, term.meaning)._replace(joined=_joined(read, at, lens))
    inner = tuple(_inner(read, n, lens) for n in term.between)
    end = last + lens.vocabulary.tail(read.forms, last)
    own = [read.forms[n] for n in range(at, last) if n not in term.between]
    return _with_meaning(element, term.meaning)._replace(
        end=read.words[end - 1].end,
        plural=_is_plural(own, lens),
        bare=_is_bare(own[-1], lens) and _is_bare(own[0], lens),
        inner=tuple(one for one in inner if one.cls),
        joined=_joined(read, at, lens),
    )


def _is_plural(own: Sequence[str], lens: Lens) -> bool:
    """Whether an office's words say that there are several: *ministers of defence*, *defence ministers*."""
    last = lens.vocabulary.order.head_last and len(own) > 1
    return lens.vocabulary.is_plural(own[0]) or (last and lens.vocabulary.is_plural(own[-1]))


def _with_meaning(element: Element, meaning: Sense) -> Element:
    return element._replace(
        weak=meaning.weak,
        offices=meaning.offices,
        states=meaning.states,
        capitals=meaning.capitals,
        bodies=meaning.bodies,
    )


def _inner(read: Sentence, at: int, lens: Lens) -> Element:
    return _with_meaning(_plain(read, at, at + 1, "a"), _single(read, at, lens))


def _joined(read: Sentence, at: int, lens: Lens) -> bool:
    """Whether *and* is written onto a word that has no such first letter of its own."""
    form = read.forms[at]
    return form.startswith(lens.vocabulary.conjunctions) and form not in lens.terms.table.forms


def _is_bare(form: str, lens: Lens) -> bool:
    articles = lens.vocabulary.order.bare_articles
    return bool(articles) and not form.startswith(articles)
