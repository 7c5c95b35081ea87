"""Order entries: passages that stand elsewhere in one witness than in another."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from hexapla.apparatus.model import Entry, Reading
from hexapla.apparatus.wording import order_note
from hexapla.collation.model import Collation, Locus
from hexapla.collation.workings import Workings

# A move matters less to a reader than words that are there or not.
WEIGHT = 0.25


def orders(collation: Collation, workings: Workings) -> list[Entry]:
    """One entry for each locus that stands elsewhere in some witness, by the fewest moves."""
    names = sorted(collation.witnesses, key=lambda s: (len(s), s))
    moved: dict[int, set[frozenset[str]]] = defaultdict(set)
    for n, one in enumerate(names):
        for other in names[n + 1 :]:
            for locus in _moves(
                [x for x in collation.loci if one in x.units and other in x.units], one, other
            ):
                moved[locus].add(frozenset((one, other)))
    by_id = {locus.id: locus for locus in collation.loci}
    return [_entry(by_id[number], pairs, names) for number, pairs in sorted(moved.items())]


def _moves(rows: Sequence[Locus], one: str, other: str) -> list[int]:
    """Loci outside the longest run that stands in the same order in both (fewest moves)."""
    ordered = sorted(rows, key=lambda x: x.units[one][0].start)
    places = [x.units[other][0].start for x in ordered]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, place in enumerate(places):
        at = bisect_left(tails, place)
        if at == len(tails):
            tails.append(place)
            ends.append(n)
        else:
            tails[at], ends[at] = place, n
        before.append(ends[at - 1] if at else -1)
    kept: set[int] = set()
    n = ends[-1] if ends else -1
    while n >= 0:
        kept.add(n)
        n = before[n]
    return [locus.id for n, locus in enumerate(ordered) if n not in kept]


def _entry(locus: Locus, pairs: set[frozenset[str]], names: Sequence[str]) -> Entry:
    """The witness that is in most of the pairs is the one that has the passage elsewhere."""
    involved = sorted({name for pair in pairs for name in pair}, key=names.index)
    count = {name: sum(name in pair for pair in pairs) for name in involved}
    most = max(count.values())
    elsewhere = [name for name in involved if count[name] == most] if len(involved) > 2 else involved[-1:]
    if len(elsewhere) == len(involved):
        elsewhere = involved[-1:]
    rest = [name for name in involved if name not in elsewhere]
    readings = tuple(Reading((name,), {name: locus.units[name]}) for name in (*rest, *elsewhere))
    return Entry(0, "order", (locus.id,), readings, 0.7, order_note(elsewhere, rest), WEIGHT)
