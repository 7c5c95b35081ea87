"""Names that no list has, in a script without capitals: what follows a title and is no known word."""

from __future__ import annotations

from collections.abc import Sequence

from hexapla.marks.mentions.elements import Element
from hexapla.marks.mentions.lens import Lens

# A name has so many words at most.
MOST = 4


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
        kind = _kind(one, text, lens, named)
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
    return last if known in ("", "p") else ""


def _function(one: Element, text: str, lens: Lens) -> bool:
    """Whether a given name that folds into a function word is here spelled as that word."""
    return one.form in lens.functional and text[one.start : one.end] not in lens.spelled_names


def _articled(form: str, lens: Lens) -> bool:
    return any(form.startswith(article) for article in lens.book.habits.articles)
