"""Words of a witness quoted with a little of what stands around them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from hexapla.apparatus.model import EntryKind
from hexapla.witness.model import Span, Witness

ELLIPSIS = "…"
THIN = "\u202f"
PARAGRAPH = "\n\n"

# About eight words of a European language on each side: enough to find the place in the
# text, short enough that a reading with its context stays within two lines of 80 columns.
CONTEXT = 48

# A passage longer than this is quoted by its head and tail; the whole stands in the text.
LONGEST = 320
TAIL = 80


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words, and what stands before and after them, white space made single spaces."""

    before: str
    words: str
    after: str


def quote(text: str, span: Span, context: int = CONTEXT) -> Quotation:
    """The words at ``span`` with up to ``context`` code points on either side.

    The context stops at a blank line (another paragraph tells nothing about the place)
    and is cut between words where the script has spaces.
    """
    first = text.rfind(PARAGRAPH, 0, span.start)
    first = first + len(PARAGRAPH) if first >= 0 else 0
    last = text.find(PARAGRAPH, span.end)
    last = last if last >= 0 else len(text)
    start, end = max(first, span.start - context), min(last, span.end + context)
    before, after = _spaced(text[start : span.start]), _spaced(text[span.end : end])
    return Quotation(
        ELLIPSIS + _drop_first(before) if start > first else before,
        shorten(text[span.start : span.end]),
        _drop_last(after) + ELLIPSIS if end < last else after,
    )


def shorten(words: str, longest: int = LONGEST) -> str:
    """The words on one line, their middle left out if they are longer than ``longest``."""
    line = " ".join(words.split())
    if len(line) <= longest:
        return line
    head, tail = line[: longest - TAIL], line[-TAIL:]
    return f"{_drop_last(head)} {ELLIPSIS} {_drop_first(tail)}"


def readable(value: str, kind: EntryKind) -> str:
    """A reading's value as shown: a figure of five digits or more with its thousands parted."""
    if kind == "number" and value.isdecimal() and len(value) > 4:
        return f"{int(value):,}".replace(",", THIN)
    return value


def language_at(witness: Witness, span: Span) -> str:
    """The language of the segment where the span starts, else the witness's."""
    index = bisect_right(witness.segments, span.start, key=lambda s: s.span.start) - 1
    if index >= 0 and span.start < witness.segments[index].span.end:
        return witness.segments[index].language
    return witness.language


def _spaced(text: str) -> str:
    """White space made single spaces, one kept at either end where there was some."""
    line = " ".join(text.split())
    if not line:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{line}{' ' if text[-1].isspace() else ''}"


def _drop_first(text: str) -> str:
    _, space, rest = text.partition(" ")
    return rest if space and rest.strip() else text


def _drop_last(text: str) -> str:
    rest, space, _ = text.rpartition(" ")
    return rest if space and rest.strip() else text
