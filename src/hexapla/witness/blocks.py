"""Lines and paragraphs: the blocks a text is laid out in, hard-wrapped lines joined."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from hexapla import lang
from hexapla.witness.model import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_TERMINAL = ".!?…؟。！？"
_CLOSERS = " \t\u00a0\u202f\u200e\u200f\ufeff”»\"'’)）]】」』›“"
# A hard-wrapped text's widest line, in columns: mail and agency wires wrap between 60 and 100.
NARROWEST, WIDEST = 40, 120
NARROWEST_UNSPACED = 20
# Of pairs of neighbouring lines, the share where the next line's first word would not have fitted.
# Greedy wrapping makes it almost 1 within paragraphs; one paragraph a line leaves it near 0.
WRAPPED_SHARE = 0.6
WRAPPED_PAIRS = 3
SLACK = 2
_SAMPLED_LINES = 2000


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or other line of a page, trimmed of white space.

    ``parted`` says whether a blank line (or the text's start) stands before it.
    """

    span: Span
    text: str
    parted: bool


def closes(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    bare = text.rstrip(_CLOSERS)
    return bool(bare) and bare[-1] in _TERMINAL


def breaks_off(text: str) -> bool:
    """Whether a line ends in an ellipsis, as a teaser does."""
    bare = text.rstrip(_CLOSERS)
    return bare.endswith(("…", "...", "。。。", "[…]", "[...]")) or text.rstrip().endswith(
        ("[…]", "[...]", "(...)")
    )


def leads_on(text: str) -> bool:
    """Whether a line promises more: a colon, semicolon or comma at its end."""
    return text.rstrip(_CLOSERS).endswith((":", ";", ",", "،", "؛", "：", "；", "，", "、"))


def blocks(text: str, language: str) -> list[Block]:
    """The blocks of a text in order; every code point outside them is white space.

    A block is a line; where the text is hard-wrapped, the lines of a paragraph.
    """
    lines = list(_lines(text))
    width = _wrap_width(text, lines, language)
    joined: list[Block] = []
    for n, (span, parted) in enumerate(lines):
        if n and width and not parted and _overflows(text, lines[n - 1][0], span, width, language):
            first = joined.pop()
            joined.append(_block(text, Span(first.span.start, span.end), parted=first.parted))
        else:
            joined.append(_block(text, span, parted=parted))
    return joined


def _block(text: str, span: Span, *, parted: bool) -> Block:
    return Block(span, span.of(text), parted)


def _lines(text: str) -> list[tuple[Span, bool]]:
    """Lines that hold something, trimmed; whether a blank line stands before each."""
    found: list[tuple[Span, bool]] = []
    end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip()
        if not bare:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        between = text[end : match.start()]
        parted = not found or len(between.splitlines()) > 1
        found.append((Span(start, start + len(bare)), parted))
        end = start + len(bare)
    return found


def _wrap_width(text: str, lines: list[tuple[Span, bool]], language: str) -> int:
    """The column at which a text is hard-wrapped, or 0 where it is not."""
    sample = lines[:_SAMPLED_LINES]
    lengths = sorted(span.end - span.start for span, _ in sample)
    width = lengths[-1] if lengths else 0
    narrowest = NARROWEST if lang.load(language).spaced else NARROWEST_UNSPACED
    if not narrowest <= width <= WIDEST:
        return 0
    pairs = [(a, b) for (a, _), (b, parted) in pairwise(sample) if not parted]
    over = [(a, b) for a, b in pairs if _overflows(text, a, b, width, language)]
    running = [pair for pair in over if not closes(pair[0].of(text))]
    enough = len(running) >= WRAPPED_PAIRS or any(b.of(text)[:1].islower() for _, b in running)
    # Pages without blank lines have a short last line in each paragraph; they still wrap mostly.
    return width if enough and len(over) >= WRAPPED_SHARE * len(pairs) else 0


def _overflows(text: str, line: Span, following: Span, width: int, language: str) -> bool:
    """Whether the next line's first word would not have fitted at the end of this one."""
    first = following.of(text).split(maxsplit=1)[0]
    needed = len(first) + 1 if lang.load(language).spaced else min(len(first), 2)
    return line.end - line.start + needed + SLACK > width
