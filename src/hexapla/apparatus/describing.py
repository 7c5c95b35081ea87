"""The apparatus: how the witnesses of a collation differ, ranked and described."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hexapla.apparatus.absences import absences
from hexapla.apparatus.attributions import attributions
from hexapla.apparatus.claims import Claims
from hexapla.apparatus.model import Entry
from hexapla.apparatus.naming import names
from hexapla.apparatus.numbers import numbers
from hexapla.apparatus.orders import orders
from hexapla.apparatus.placing import besides, places
from hexapla.apparatus.polarities import polarities
from hexapla.apparatus.quotings import quotings
from hexapla.apparatus.saying import Saying
from hexapla.apparatus.strengths import strengths
from hexapla.apparatus.terms import terms
from hexapla.apparatus.unclassified import paired
from hexapla.collation.model import Collation
from hexapla.collation.workings import Workings
from hexapla.marks.mentions.casting import Cast
from hexapla.testimony.reading import prepared, testimony


def apparatus(
    collation: Collation, workings: Workings, base: str | None = None, cast: Cast | None = None
) -> tuple[Entry, ...]:
    """Every entry, what matters most to a reader first, numbered from 1.

    Without a ``cast`` nobody is told apart by who they are: there are no name and place entries, and none about
    what somebody says.
    """
    pointed = [*names(collation, workings, cast), *places(collation, workings, cast)] if cast else []
    said = _said(collation, workings, cast) if cast else []
    entries = [
        *paired(absences(collation, workings, base), collation),
        *numbers(collation, workings),
        *besides(terms(collation, workings), pointed),
        *pointed,
        *said,
        *orders(collation, workings),
    ]
    ranked = sorted(entries, key=lambda e: (-round(e.weight, 4), e.loci, e.kind, _first(e, collation)))
    return tuple(replace(entry, id=number) for number, entry in enumerate(ranked, 1))


def _said(collation: Collation, workings: Workings, cast: Cast) -> list[Entry]:
    """The entries that rest on the reading of what is said."""
    witnesses = [read.witness for read in workings.reads]
    told = Saying(workings, [testimony(witness, cast.parties) for witness in witnesses], cast)
    claims = Claims(collation, workings, [prepared(witness, cast.parties) for witness in witnesses])
    return [
        *strengths(told, claims),
        *attributions(told, claims),
        *quotings(told, claims),
        *polarities(claims),
    ]


def _first(entry: Entry, collation: Collation) -> Sequence[tuple[str, int]]:
    """Where an entry's words stand, by text and not by siglum, so that ties are broken alike."""
    return sorted(
        (collation.witnesses[s].sha256, spans[0].start)
        for reading in entry.readings
        for s, spans in reading.spans.items()
        if spans
    )
