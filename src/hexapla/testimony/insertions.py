"""Who says it, set into a quotation between dashes: *«We came to buy, — said X. — We leave with more.»*.

Such a quotation is two, and the words between stand outside of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hexapla.lang.words import words
from hexapla.testimony.cues import cues
from hexapla.testimony.quotations import Quotation
from hexapla.testimony.vocabulary import vocabulary
from hexapla.witness.model import Segment, Span

# The words between: a verb of saying and its speaker, no quotation marks among them.
_BETWEEN = re.compile(
    r"[,!?…]\s*[—–-]\s(?P<comma>[^—–«»“”„\n]{3,160}?)[,.]?\s*[—–]\s"
    r"|\s[—–](?P<plain>[^—–«»“”„\s][^—–«»“”„\n]{2,160}?)[—–](?=[,.;:\s])"
)
# The verb is among so many words of them.
NEAR = 2


def parted(text: str, segments: Sequence[Segment], said: Sequence[Quotation]) -> list[Quotation]:
    """The quotations, those with a verb of saying set into them in their parts."""
    return [part for quotation in said for part in _parts(text, segments, quotation)]


def _parts(text: str, segments: Sequence[Segment], quotation: Quotation) -> Iterator[Quotation]:
    start, opens, first = quotation.inner.start, quotation.outer.start, quotation.first
    for hit in _BETWEEN.finditer(text, *quotation.inner):
        if not _tells(text, segments, quotation, hit):
            continue
        # What asks or exclaims belongs to the words that are quoted; a comma does not.
        end = hit.start() + (text[hit.start()] in "!?…")
        rest = text[hit.end() : quotation.inner.end]
        behind = hit.end() + len(rest) - len(rest.lstrip(" ,.;:"))
        if not start < end or behind >= quotation.inner.end:
            continue
        last = _segment(segments, end - 1, first)
        yield Quotation(Span(start, end), Span(opens, end), quotation.closed, first, last)
        start = opens = behind
        first = _segment(segments, start, last)
    whole = Span(opens, quotation.outer.end)
    yield Quotation(Span(start, quotation.inner.end), whole, quotation.closed, first, quotation.last)


def _tells(text: str, segments: Sequence[Segment], quotation: Quotation, hit: re.Match[str]) -> bool:
    """Whether a verb of saying stands among the first words of what is set in."""
    start, end = hit.span("comma" if hit["comma"] else "plain")
    language = segments[quotation.first].language
    using = vocabulary(language)
    told = list(words(text, language, start, end))
    near = told[NEAR].start if len(told) > NEAR else end
    return any(
        cue.group == "act" and cue.act.cls == "say" and cue.role in ("finite", "quoting") and cue.start < near
        for cue in cues(text, told, using, start, end)
    )


def _segment(segments: Sequence[Segment], at: int, first: int) -> int:
    """The number of the segment in which a place stands, from one on."""
    for number in range(first, len(segments)):
        if at < segments[number].span.end:
            return number
    return first
