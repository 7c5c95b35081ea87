"""Slots that differ in a way no rule names: each witness says there what the other lacks.

Where two witnesses each carry a clause in the same place that the other lacks, two absences
would tell half the story each. They are told as one entry with two readings, and no more is
claimed than that they differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hexapla.apparatus.model import Entry
from hexapla.apparatus.wording import listed
from hexapla.collation.model import Collation

# The two places must be this near (code points) to be one slot.
NEAR = 3


def paired(entries: Sequence[Entry], collation: Collation) -> list[Entry]:
    """The entries, with mirrored absences of one row told as one ``unclassified`` entry."""
    found: list[Entry] = []
    used: set[int] = set()
    for n, one in enumerate(entries):
        if n in used:
            continue
        mirror = next(
            (
                m
                for m in range(n + 1, len(entries))
                if m not in used and _mirrored(one, entries[m], collation)
            ),
            None,
        )
        if mirror is None:
            found.append(one)
        else:
            used.add(mirror)
            found.append(_one(one, entries[mirror]))
    return found


def _mirrored(one: Entry, other: Entry, collation: Collation) -> bool:
    """Whether each of two absences stands in a row both have, where the other's words stand."""
    if one.kind != other.kind or one.kind != "absence" or one.loci != other.loci or len(one.loci) != 1:
        return False
    a, b = one.readings[0], other.readings[0]
    if set(a.witnesses) != set(other.absent) or set(b.witnesses) != set(one.absent):
        return False
    (locus,) = [x for x in collation.loci if x.id == one.loci[0]]
    if not all(s in locus.units for s in (*a.witnesses, *b.witnesses)):
        return False
    return all(
        any(abs(span.start - place) <= NEAR for span in reading.spans[s])
        for entry, reading in ((other, a), (one, b))
        for s, place in entry.absent.items()
    )


def _one(one: Entry, other: Entry) -> Entry:
    a, b = one.readings[0], other.readings[0]
    return replace(
        one,
        kind="unclassified",
        readings=(a, b),
        confidence=min(one.confidence, other.confidence),
        weight=max(one.weight, other.weight),
        note=f"In the same place {listed(a.witnesses)} and {listed(b.witnesses)} say different things.",
        absent={},
        because=(*one.because, *other.because),
    )
