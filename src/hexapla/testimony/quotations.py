"""Quotations: what stands inside quotation marks, whatever language the marks are of, closed or not.

A mark that is never closed costs its own sentence at most: a quotation runs on over sentences only
where its closing mark is found within :data:`LONGEST` sentences, or where each paragraph opens it anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hexapla.witness.model import Segment, Span

# Closing marks by the opening one. German and Russian close with what English opens; Arabic pages set
# either way round.
PAIRS = {
    "«": "»",
    "‹": "›",
    "“": '”“"',
    "„": '“”"',
    "”": "”“",
    "「": "」",
    "『": "』",
    "‘": "’",
    '"': '"”“',
    "»": "«",
}
# Marks that close as often as they open; spaces around them tell.
EITHER = frozenset('"“”')
CLOSING_ONLY = frozenset("»›」』’")
# A single mark inside a word is an apostrophe.
SINGLE = frozenset("‘’")
# A quotation runs over so many sentences at most.
LONGEST = 12


class Quotation(NamedTuple):
    """Words inside quotation marks; ``outer`` takes in the marks, ``closed`` tells whether both are there.

    ``first`` and ``last`` number the segments in which it begins and ends.
    """

    inner: Span
    outer: Span
    closed: bool
    first: int
    last: int


class _Mark(NamedTuple):
    at: int
    sign: str
    segment: int


def quotations(text: str, segments: Sequence[Segment]) -> list[Quotation]:
    """The outermost quotations of the segments, in order, without overlap."""
    marks = [mark for number, segment in enumerate(segments) for mark in _marks(text, number, segment)]
    found: list[Quotation] = []
    at = 0
    while at < len(marks):
        mark = marks[at]
        if not _opens(text, mark, segments[mark.segment].span):
            at += 1
            continue
        stop = _closing(text, marks, at, segments)
        if stop is None:
            end = segments[mark.segment].span.end
            following = next((m for m in marks[at + 1 :] if m.segment == mark.segment), None)
            found += _quotation(text, mark, end, end, mark.segment, closed=False)
            at += 1
            while following and at < len(marks) and marks[at].segment == mark.segment:
                at += 1
        else:
            found += _quotation(
                text, mark, marks[stop].at, marks[stop].at + 1, marks[stop].segment, closed=True
            )
            at = stop + 1
    return found


def _marks(text: str, number: int, segment: Segment) -> Iterator[_Mark]:
    start, end = segment.span
    part = text[start:end]
    if not any(sign in part for sign in _SIGNS):
        return
    for at, sign in enumerate(part, start):
        if sign in _SIGNS and not (sign in SINGLE and _inside_word(text, at)):
            yield _Mark(at, sign, number)


_SIGNS = frozenset(PAIRS) | CLOSING_ONLY


def _inside_word(text: str, at: int) -> bool:
    return text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalpha()


def _opens(text: str, mark: _Mark, span: Span) -> bool:
    if mark.sign in CLOSING_ONLY or mark.sign == "»":
        return False
    if mark.sign not in EITHER:
        return True
    if mark.at == span.start:
        return True
    before, after = text[mark.at - 1 : mark.at], text[mark.at + 1 : mark.at + 2]
    if after.isspace() or not after:
        return False
    # "said.”Next": a mark that opens as a rule needs no space before it where words are not parted.
    return mark.sign == "“" or not before.isalnum()


def _closing(text: str, marks: Sequence[_Mark], at: int, segments: Sequence[Segment]) -> int | None:
    """The number of the mark that closes one, or None."""
    opening = marks[at]
    closers, depth = PAIRS[opening.sign], 0
    for number in range(at + 1, len(marks)):
        mark = marks[number]
        if mark.segment - opening.segment >= LONGEST:
            return None
        if mark.sign in closers and not _opens_anew(text, mark, opening):
            if depth == 0:
                return number
            depth -= 1
        elif mark.sign == opening.sign:
            if mark.segment != opening.segment:
                return None
            depth += 1 if mark.sign not in EITHER else 0
    return None


def _opens_anew(text: str, mark: _Mark, opening: _Mark) -> bool:
    """Whether a mark that may close opens another: there is space before it and none behind."""
    if mark.sign not in EITHER or mark.sign == "”":
        return False
    before, after = text[mark.at - 1 : mark.at], text[mark.at + 1 : mark.at + 2]
    return (before.isspace() or before in "\n(") and bool(after) and not after.isspace() and after.isalnum()


def _quotation(
    text: str, mark: _Mark, end: int, outer: int, last: int, *, closed: bool
) -> Iterator[Quotation]:
    start = mark.at + 1
    part = text[start:end]
    lead, bare = len(part) - len(part.lstrip()), part.strip()
    if bare:
        inner = Span(start + lead, start + lead + len(bare))
        yield Quotation(inner, Span(mark.at, outer), closed, mark.segment, last)
