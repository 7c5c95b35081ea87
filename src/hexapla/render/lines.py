"""Lines on a terminal: wrapped, indented, with right-to-left words kept where they belong.

A quotation written from right to left stands on lines of its own between Unicode isolates,
so that a terminal that knows bidirectional text shows it whole, and one that does not
cannot mix it with its neighbours.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hexapla.render.bidi import FSI, PDI, isolate_within, runs_right_to_left

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

# Lines longer than this tire the eye, however wide the window.
WIDEST = 110
# Narrower than this nothing wraps sensibly; rich then crops less than it helps.
NARROWEST = 30


def opens_from_right(text: str) -> bool:
    """Whether the first letter that has a direction is written from right to left."""
    strong = (unicodedata.bidirectional(c) for c in text)
    return next((way in ("R", "AL") for way in strong if way in ("L", "R", "AL")), False)


def from_right(way: str, text: str) -> bool:
    """Whether words must stand isolated: those of a right-to-left language, or that hold such a word."""
    # A quotation in a left-to-right language that holds a right-to-left word needs the
    # isolates no less than one in Arabic.
    return way == "rtl" or runs_right_to_left(text)


def write_words(console: Console, words: str, way: str, *, indent: int, style: str = "") -> None:
    """Words in quotation, isolated if they run from the right."""
    from rich.text import Text

    write_wrapped(console, Text(words, style), indent=indent, hanging=indent, isolated=from_right(way, words))


def write_line(console: Console, words: str, *, style: str = "", indent: int = 0, before: int = 0) -> None:
    """A line of our own, wrapped, with blank lines before it if asked."""
    from rich.text import Text

    for _ in range(before):
        console.print()
    write_wrapped(console, Text(words, style), indent=indent, hanging=indent)


def write_wrapped(console: Console, text: Text, *, indent: int, hanging: int, isolated: bool = False) -> None:
    """Print wrapped to the console's width; each line by itself isolated if asked."""
    from rich.text import Text

    for number, line in enumerate(_wrap(console, text, hanging)):
        pad = Text(" " * (hanging if number else indent))
        console.print(pad.append_text(_steady(line, isolated)), soft_wrap=True)


def _steady(line: Text, isolated: bool) -> Text:
    """A line whose right-to-left words, or all of it, nothing around them can move."""
    from rich.text import Text

    if isolated:
        return Text(FSI).append_text(line).append(PDI)
    if runs_right_to_left(line.plain):
        return Text(isolate_within(line.plain), line.style)
    return line


def _wrap(console: Console, text: Text, indent: int) -> Iterator[Text]:
    width = max(NARROWEST, min(console.width, WIDEST)) - indent
    for line in text.wrap(console, width):
        line.rstrip()
        yield line


def write_rule(title: str, console: Console) -> None:
    """A rule with a title."""
    width = max(NARROWEST, min(console.width, WIDEST))
    write_line(console, f"── {title} ".ljust(width, "─"), style="bold")
