"""Names that no list has, in a script without capitals: what follows a title and is no known word."""

from __future__ import annotations

from collections.abc import Sequence

from hexapla.lang.words import affixes
from hexapla.marks.mentions.elements import Element
from hexapla.marks.mentions.lens import Lens
from hexapla.marks.mentions.telling import says_before, told_by_occupation

# A name has so many words at most.
MOST = 4
# Words of a name that only a verb or an occupation tells are longer than this: سي, بي are letters.
SHORT = 2
# Shorter pronouns written onto a word are endings of names as well.
LONG_PRONOUN = 3


def following_run(text: str, found: Sequence[Element], at: int, lens: Lens) -> Element | None:
    """The name that begins at an element behind a title, if its words look like one.

    The first word must be a given name or one that no row of the lexicon has; after a given name
    a word with the article is its family name. It ends before a conjunction, a verb, a listed word.
    """
    if at >= len(found) or found[at].sep:
        return None
    last, named = at, False
    while last < len(found) and last - at < MOST:
        one = found[last]
        if last > at and (one.sep or _begins_next(one, lens)):
            break
        kind = "given" if last == at and _opens(found, at, text, lens) else _kind(one, text, lens, named)
        if not kind:
            break
        named = named or kind == "given"
        last += 1
        if kind == "family":
            break
    while last > at and _is_light(found[last - 1], lens):
        last -= 1
    if last == at:
        return None
    return Element(
        found[at].start,
        found[last - 1].end,
        "r",
        " ".join(one.form for one in found[at:last]),
        found[at].sep,
        inner=tuple(found[at:last]),
        short=found[last - 1].short,
    )


def told_run(text: str, found: Sequence[Element], at: int, lens: Lens) -> Element | None:
    """A name of two words or more that a verb of saying or an occupation right before it tells.

    Behind a verb its first word must be a given name; behind an occupation words that nobody knows do.
    """
    first = found[at]
    if at == 0 or first.sep or first.cls not in ("z", "n", "h") or len(first.form) <= SHORT:
        return None
    given = lens.is_given(text[first.start : first.end], first.form) and not _function(first, text, lens)
    occupied = told_by_occupation(found, at, lens)
    if not (occupied or (given and says_before(found, at, lens) is not None)):
        return None
    run = following_run(text, found, at, lens)
    if run is None or len(run.inner) < 2 or not all(_nothing_else(one, lens) for one in run.inner[1:]):
        return None
    return run if given or not any(lens.common(one.form) for one in run.inner) else None


def _nothing_else(one: Element, lens: Lens) -> bool:
    """Whether a word behind a given name is long enough for a name, and no word with a preposition written onto it."""
    if _is_light(one, lens) or one.cls == "n":
        return True
    known = lens.common(one.form) in ("", "m") or _articled(one.form, lens)
    return (
        known
        and len(one.form) > SHORT
        and not any(form in lens.functional for form in lens.vocabulary.bare(one.form))
    )


def joined_run(text: str, found: Sequence[Element], at: int, lens: Lens) -> Element | None:
    """A name that *and* is written onto, the next of several: its first word must be a given name."""
    one = found[at] if at < len(found) else None
    heads = () if lens.cased or one is None or one.sep not in ("", ",") else lens.vocabulary.conjunctions
    for head in heads:
        if one is None or one.cls not in ("z", "n") or not one.form.startswith(head):
            continue
        bare = one._replace(
            start=one.start + len(head), form=one.form[len(head) :], sep="", full=(), short=()
        )
        rest = [bare._replace(cls="z"), *found[at + 1 : at + MOST]]
        given = lens.is_given(text[bare.start : bare.end], bare.form) and not _function(bare, text, lens)
        run = following_run(text, rest, 0, lens) if given else None
        if run is not None and len(run.inner) > 1:
            return run
    return None


def preceding_run(text: str, found: Sequence[Element], end: int, lens: Lens) -> tuple[Element, int] | None:
    """The name that ends before an element, an office, and begins a member of a list; and its first element.

    Of such a name every word must look like one, and the first be a given name: what stands before
    an office is else as likely what is done with its holder.
    """
    first = end
    while first > 0 and end - first < MOST and not found[first].sep and not found[first].joined:
        first -= 1
    size = end - first
    if not 1 < size <= MOST or not (
        found[first].sep or found[first].form.startswith(lens.vocabulary.conjunctions)
    ):
        return None
    cut = _cut(found[first], text, lens)
    kinds = [_kind(one, text, lens, True) for one in found[first + 1 : end]]
    if cut is None or not all(kinds):
        return None
    start = found[first].start + cut
    return Element(
        start, found[end - 1].end, "r", text[start : found[end - 1].end], ",", inner=tuple(found[first:end])
    ), first


def _cut(one: Element, text: str, lens: Lens) -> int | None:
    """How many letters stand written before a given name; None where it is none."""
    if one.form in lens.vocabulary.given and not _function(one, text, lens):
        return 0
    for head in lens.vocabulary.conjunctions:
        rest = one.form[len(head) :]
        if one.form.startswith(head) and (rest in lens.vocabulary.given or lens.common(rest) == "m"):
            return len(head)
    known = one.cls[0] not in "zn" or lens.common(one.form) or one.form in lens.functional
    if known or not one.sep or not one.form.startswith(lens.vocabulary.conjunctions):
        return None
    return 1


def _is_light(one: Element, lens: Lens) -> bool:
    return one.form in lens.book.habits.light or one.form in lens.book.habits.free


def _begins_next(one: Element, lens: Lens) -> bool:
    """Whether a conjunction is written onto a word, which so is no part of the name before it."""
    heads = lens.vocabulary.conjunctions
    return bool(heads) and one.form.startswith(heads) and not _is_name_word(one.form, lens)


def _is_name_word(form: str, lens: Lens) -> bool:
    if not form.startswith(lens.vocabulary.conjunctions) and lens.common(form) == "m":
        return True
    return form in lens.vocabulary.given or lens.book.keys(form)[0] in lens.book.words


def _opens(found: Sequence[Element], at: int, text: str, lens: Lens) -> bool:
    """Whether a word is a given name of somebody we know, and what follows it may be a family name.

    So it goes before what else the word may be: نديم, of which a verb could be made.
    """
    one = found[at]
    if one.cls not in ("z", "n") or one.form in lens.functional or lens.common(one.form) == "t":
        return False
    if at + 1 >= len(found) or found[at + 1].sep or not lens.book.opens(text[one.start : one.end]):
        return False
    behind = found[at + 1]
    if behind.cls not in ("z", "n") or behind.form in lens.functional or _begins_next(behind, lens):
        return False
    known = lens.common(behind.form)
    return known in ("", "m") or (_articled(behind.form, lens) and known not in ("t", "v"))


def _kind(one: Element, text: str, lens: Lens, named: bool) -> str:
    """What a word may be in a name: ``given``, ``family``, ``light``, ``word``; nothing where it can be no part of one."""
    if one.form in lens.vocabulary.given and not one.is_("osagcb") and not _function(one, text, lens):
        return "given"
    if _is_light(one, lens):
        return "light" if one.cls in ("z", "n", "h") else ""
    no_name = one.cls[0] not in "znr" or one.full or one.form in lens.functional
    if no_name or not one.form.replace(" ", "").isalpha():
        return ""
    return _by_look(one, lens, named)


def _by_look(one: Element, lens: Lens, named: bool) -> str:
    """What a word that may be part of a name is by its article and by what the lexicon says of it."""
    last = "family" if _articled(one.form, lens) else "word"
    known = lens.common(one.form)
    if one.cls == "n" or (named and last == "family" and known not in ("t", "v")):
        return last
    if known == "m":
        return "given"
    return last if known in ("", "p") and not _owned(one.form, lens) else ""


def _owned(form: str, lens: Lens) -> bool:
    """Whether a long pronoun written onto a known word says whose it is (ترحيبهما, *their welcome*): no name."""
    return any(
        form.endswith(tail) and lens.common(form[: len(form) - len(tail)] + instead) not in ("", "m", "p")
        for tail, instead in affixes(lens.language).suffixes
        if len(tail) >= LONG_PRONOUN
    )


def _function(one: Element, text: str, lens: Lens) -> bool:
    """Whether a given name that folds into a function word is here spelled as that word."""
    return one.form in lens.functional and text[one.start : one.end] not in lens.spelled_names


def _articled(form: str, lens: Lens) -> bool:
    return any(form.startswith(article) for article in lens.book.habits.articles)
