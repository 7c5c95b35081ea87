"""A text becomes a witness: what is title, dateline, subhead, body, and what is set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hexapla import lang
from hexapla.errors import SourceEmpty
from hexapla.witness.blocks import Block, blocks
from hexapla.witness.cues import initials
from hexapla.witness.dateline_fields import known_outlets
from hexapla.witness.folding import fold, shows, visible
from hexapla.witness.furniture import Sorted, sort_out
from hexapla.witness.language_id import clearly, identify, letters_in, same_script
from hexapla.witness.model import Segment, SetAside, Span, Witness
from hexapla.witness.segmenting import clauses, sentences

# Blocks with fewer letters cannot tell their language by small words; another script still tells.
SHORT_BLOCK, SHORT_BLOCK_OTHER_SCRIPT = 60, 8
LONGEST_SIGNATURE = 24
_TRAILING = re.compile(r"\s+$")


@dataclass(frozen=True, slots=True)
class Given:
    """What the user or the page said of a text; None where unknown."""

    language: str | None = None
    outlet: str | None = None
    place: str | None = None
    published: date | None = None
    title: str | None = None


def read_witness(text: str, *, source: str, sha256: str, given: Given = Given()) -> Witness:
    """Reads a text: its language, its segments with their roles, what is set aside, its dateline.

    Every code point of the text that is not white space stands in exactly one segment
    or set-aside span. What was given goes before what the text says.

    Raises
    ------
    SourceEmpty
        The text holds nothing but white space.
    LanguageUnknown
        No language was given and none of ours can be told.
    """
    if not shows(text):
        raise SourceEmpty(
            f"{source} holds no text.",
            "There is nothing to compare.",
            "Check that the file was saved in full.",
        )
    language = lang.load(given.language).code if given.language else identify(text)[0]
    page = sort_out(blocks(text, language), language, given.title)
    parts = list(_parts(text, page, language))
    segments = tuple(p for p in parts if isinstance(p, Segment))
    datelines = [s.dateline for s in page if s.dateline is not None and s.reason is None]
    return Witness(
        source=source,
        sha256=sha256,
        text=text,
        language=language if given.language else _most_used(segments, language),
        segments=segments,
        set_aside=tuple(p for p in parts if isinstance(p, SetAside)),
        title=given.title or _title(text, segments),
        outlet=given.outlet or next((d.outlet for d in datelines if d.outlet), None),
        place=given.place or next((d.place for d in datelines if d.place), None),
        published=given.published or next((d.date for d in datelines if d.date), None),
    )


def _title(text: str, segments: Sequence[Segment]) -> str | None:
    return next((visible(s.span.of(text)) for s in segments if s.role == "title"), None)


def _most_used(segments: Sequence[Segment], language: str) -> str:
    """The language of most of the text."""
    size: dict[str, int] = {language: 0}
    for s in segments:
        size[s.language] = size.get(s.language, 0) + s.span.end - s.span.start
    return max(size, key=lambda code: size[code])


def _parts(text: str, page: Sequence[Sorted], language: str) -> Iterator[Segment | SetAside]:
    """The page's segments and what is set aside, in order."""
    own = iter(_languages([s.block for s in page if s.reason is None], language))
    for item in page:
        if item.reason is not None:
            yield SetAside(item.block.span, item.reason)
        else:
            yield from _of_block(text, item, next(own))


def _of_block(text: str, item: Sorted, language: str) -> Iterator[Segment | SetAside]:
    span = item.block.span
    if item.role in ("title", "subhead", "dateline"):
        parts = clauses(text, span, language) if item.role != "dateline" else (span,)
        yield Segment(span, item.role, language, parts)
        return
    start = span.start
    if item.dateline is not None:
        start += item.dateline.end
        opening = Span(span.start, span.start + len(_TRAILING.sub("", text[span.start : start])))
        yield Segment(opening, "dateline", language, (opening,))
    found = sentences(text, start, span.end, language)
    for sentence in found:
        if sentence is found[-1] and len(found) > 1 and _signs(sentence.of(text)):
            yield SetAside(sentence, "byline")
        else:
            yield Segment(sentence, "body", language, clauses(text, sentence, language))


def _signs(words: str) -> bool:
    """Whether a paragraph's last words are an agency's name or an editor's initials: "… in May. EFE"."""
    return len(words) <= LONGEST_SIGNATURE and (fold(words) in known_outlets() or initials(words))


def _languages(kept: Sequence[Block], language: str) -> list[str]:
    """The language of each block: its own where it clearly differs, else its neighbours'."""
    found = [_own_language(block.text, language) for block in kept]
    for n, code in enumerate(found):
        if code is None:
            found[n] = found[n - 1] if n else next((c for c in found if c), language)
    return [_fitting(block, code or language, language) for block, code in zip(kept, found, strict=True)]


def _own_language(text: str, language: str) -> str | None:
    """The language that a block shows itself; None where it is too short to show one."""
    number = letters_in(text[:400])
    if number < SHORT_BLOCK_OTHER_SCRIPT:
        return None
    code = clearly(text, language)
    if not same_script(code, language):
        return code
    return code if number >= SHORT_BLOCK else None


def _fitting(block: Block, code: str, language: str) -> str:
    """A neighbour's language, unless the block's script is not its."""
    if code == language or same_script(code, language):
        return code
    return clearly(block.text, code) if letters_in(block.text[:400]) else code
