"""Quotation entries: words that stand in quotation marks here and are reported there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hexapla.apparatus.claims import Claims, entry
from hexapla.apparatus.model import Entry
from hexapla.apparatus.saying import Round, Saying, answered, rounds
from hexapla.apparatus.wording import quotation_note
from hexapla.collation.collating import sigla
from hexapla.testimony.model import Statement
from hexapla.testimony.quotations import CLOSING_ONLY, EITHER, PAIRS, SINGLE
from hexapla.testimony.scenes import Scene
from hexapla.witness.model import Span

WEIGHT = 0.5
MARKS = (frozenset(PAIRS) | CLOSING_ONLY | EITHER) - SINGLE
# Fewer words of content in quotation marks are held off, not quoted: the “blue group”; where the marks hold nearly all
# that is said, fewer do. A smaller part of what is said may be the name of a body or a book.
QUOTED, ALL_QUOTED = 4, 2
NEARLY, PART = 0.75, 0.4
# So much of what is quoted must be answered by the words that report it.
REPORTED = 0.45


def quotings(saying: Saying, claims: Claims) -> list[Entry]:
    """One entry for each saying that some witnesses quote and others report."""
    return [found for one in rounds(saying) for found in _quoting(one, saying, claims)]


def _quoting(one: Round, saying: Saying, claims: Claims) -> Iterator[Entry]:
    reported = {n: s for n, s in one.said.items() if s.mode == "reported" and not _marked(n, s, claims)}
    direct = {
        n: spans
        for n, s in one.said.items()
        if (spans := _quoted(n, s, saying))
        and all(_answered(n, spans, m, t, saying) for m, t in reported.items())
    }
    if not direct or not reported:
        return
    readings: list[tuple[str, Mapping[int, tuple[Span, ...]]]] = [
        ("direct", direct),
        ("reported", {n: s.content for n, s in reported.items()}),
    ]
    names = sigla(len(claims.collation.witnesses))
    note = quotation_note([names[n] for n in direct], [names[n] for n in reported])
    yield entry(claims.collation, "quotation", readings, min(0.95, 0.45 + 0.5 * one.share), note, WEIGHT)


def _quoted(number: int, statement: Statement, saying: Saying) -> tuple[Span, ...]:
    """The quotations of a statement that hold enough to be somebody's words."""
    read = saying.workings.reads[number]
    said = sum(len(read.items(span)) for span in statement.content)
    quoted = sum(len(read.items(span)) for span in statement.quoted)
    if quoted < PART * said:
        return ()
    least = ALL_QUOTED if quoted >= NEARLY * said else QUOTED
    return tuple(span for span in statement.quoted if len(read.items(span)) >= least)


def _marked(number: int, statement: Statement, claims: Claims) -> bool:
    """Whether quotation marks stand anywhere in the sentences of a statement."""
    return bool(statement.quoted) or any(
        any(not scene.named(q) for q in scene.quotations) or _unpaired(scene)
        for scene in claims.accounts[number].scenes
        if any(scene.span.overlap(s) for s in statement.spans)
    )


def _unpaired(scene: Scene) -> bool:
    """Whether a quotation mark stands in a sentence that is of no quotation: one that was closed and never opened."""
    held = [q.outer for q in scene.quotations]
    return any(
        sign in MARKS and not any(o.start <= at < o.end for o in held)
        for at, sign in enumerate(scene.span.of(scene.text), scene.span.start)
    )


def _answered(number: int, spans: tuple[Span, ...], other: int, statement: Statement, saying: Saying) -> bool:
    pair = saying.workings.pair(number, other)
    return answered(pair, number, spans, statement.content) >= REPORTED
