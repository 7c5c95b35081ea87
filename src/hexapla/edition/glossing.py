"""An edition glossed: every reading and every passage in the reader's language, word by word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hexapla.apparatus.model import Entry, Reading
from hexapla.collation.model import Collation
from hexapla.edition.model import Desk, Edition
from hexapla.gloss import Context, Gloss, Passage, gloss_all, seen, together
from hexapla.lang import known, load
from hexapla.witness.model import Segment, Span, Witness

Glosses = Mapping[str, tuple[Gloss | None, ...]]
"""By siglum, the gloss of each segment; ``None`` where the reader can read it as it is."""

# Between words of one reading that stand apart.
APART = " … "


def glossed_desk(desk: Desk, into: str) -> Desk:
    """A desk with every story glossed.

    Raises
    ------
    LanguageUnknown
        ``into`` is none of the languages Hexapla reads.
    """
    load(into)
    return replace(desk, stories=tuple(glossed(story, into) for story in desk.stories))


def glossed(edition: Edition, into: str) -> Edition:
    """An edition with its readings and segments glossed in the reader's language.

    A passage that is linked with others is glossed by what those hold: they decide between meanings,
    and one in the reader's language tells how a name is written there.

    Raises
    ------
    LanguageUnknown
        ``into`` is none of the languages Hexapla reads.
    """
    load(into)
    glosses = _segments(edition.collation, into)
    apparatus = tuple(_entry(entry, edition.collation, glosses, into) for entry in edition.apparatus)
    return replace(edition, apparatus=apparatus, glosses=glosses, gloss_language=into)


def _answers(collation: Collation) -> dict[tuple[str, int], list[tuple[str, int]]]:
    """Segments and the segments of other witnesses that answer them."""
    found: dict[tuple[str, int], list[tuple[str, int]]] = {}
    for link in collation.links:
        for a in link.a_segments:
            for b in link.b_segments:
                found.setdefault((link.a, a), []).append((link.b, b))
                found.setdefault((link.b, b), []).append((link.a, a))
    return found


def _segments(collation: Collation, into: str) -> Glosses:
    """Every segment glossed clause by clause, so that no word is moved from one into another."""
    answers = _answers(collation)
    places: list[tuple[str, int]] = []
    passages: list[Passage] = []
    for siglum, witness in collation.witnesses.items():
        for number, segment in enumerate(witness.segments):
            if segment.language == into or not known(segment.language):
                continue
            context = together(
                _seen(collation.witnesses[other], place, into)
                for other, place in answers.get((siglum, number), ())
            )
            places += [(siglum, number)] * len(segment.clauses)
            passages += [
                Passage(witness.text, segment.language, into, c.start, c.end, witness.published, context)
                for c in segment.clauses
            ]
    found: dict[tuple[str, int], list[Gloss]] = {}
    for place, one in zip(places, gloss_all(passages), strict=True):
        found.setdefault(place, []).append(one)
    return {
        siglum: tuple(
            _joined(segment, found.get((siglum, number), ()))
            for number, segment in enumerate(witness.segments)
        )
        for siglum, witness in collation.witnesses.items()
    }


def _joined(segment: Segment, parts: Sequence[Gloss]) -> Gloss | None:
    """The glosses of a segment's clauses as one."""
    if not parts:
        return None
    pieces = tuple(piece for part in parts for piece in part.pieces)
    return Gloss(segment.language, parts[0].into, segment.span.start, segment.span.end, pieces)


def _seen(witness: Witness, number: int, into: str) -> tuple[Context, bool]:
    segment = witness.segments[number]
    if not known(segment.language):
        return Context(), False
    return seen(witness.text, segment.language, *segment.span), segment.language == into


def _entry(entry: Entry, collation: Collation, glosses: Glosses, into: str) -> Entry:
    return replace(
        entry, readings=tuple(_reading(reading, collation, glosses, into) for reading in entry.readings)
    )


def _reading(reading: Reading, collation: Collation, glosses: Glosses, into: str) -> Reading:
    """A reading glossed by the words of its first witness that the reader cannot read."""
    for siglum, spans in reading.spans.items():
        found = [_within(collation.witnesses[siglum], glosses[siglum], span) for span in spans]
        said = APART.join(text for text in found if text)
        if said:
            return replace(reading, gloss=said)
    return replace(reading, gloss=None)


def _within(witness: Witness, own: tuple[Gloss | None, ...], span: Span) -> str:
    """The gloss of a stretch: of each segment that it touches, the pieces within it."""
    first = max(bisect_right(witness.segments, span.start, key=_start) - 1, 0)
    parts = []
    for segment, one in zip(witness.segments[first:], own[first:], strict=True):
        if segment.span.start >= span.end:
            break
        if one is not None and segment.span.overlap(span):
            parts.append(one.within(span.start, span.end).text)
    return " ".join(part for part in parts if part)


def _start(segment: Segment) -> int:
    return segment.span.start
