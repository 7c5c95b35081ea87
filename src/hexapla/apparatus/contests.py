"""Slots that witnesses contest: the same place of a row, another value.

Numbers, dates and contrasting terms are told alike: what may stand in one slot is matched
between each two witnesses of a row, and a slot in which they have different values is one entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from hexapla.apparatus.figures import Figure, Slot, slots
from hexapla.apparatus.model import Entry, EntryKind, Reading
from hexapla.collation.collating import sigla
from hexapla.collation.model import Collation, Locus
from hexapla.collation.workings import Workings
from hexapla.witness.model import Span

Found = dict[int, list[Figure]]
"""What of a row may stand in a slot, by the number of the witness."""

Said = list[tuple[list[str], str]]
"""For each value who has it, and how the first of them writes it."""


def contests(
    collation: Collation,
    workings: Workings,
    find: Callable[[Locus, Sequence[str]], Found],
    holds: Callable[[Slot, Found], bool],
) -> list[tuple[Locus, set[Figure], list[Slot]]]:
    """The slots of every row in which witnesses have something, with how they were matched."""
    names = sigla(len(workings.reads))
    found = []
    for locus in collation.loci:
        here = find(locus, names)
        linked = [
            slot
            for a, b in combinations(here, 2)
            for slot in slots(workings.pair(a, b), here[a], here[b])
            if holds(slot, here)
        ]
        found += [(locus, group, linked) for group in _groups(linked)]
    return found


def in_rows(marked: Sequence[Sequence[Figure]]) -> Callable[[Locus, Sequence[str]], Found]:
    """What finds a row's marks among those of each witness, by the witness's number."""

    def find(locus: Locus, names: Sequence[str]) -> Found:
        return {
            number: [f for f in marked[number] if any(unit.holds(f.span) for unit in locus.units[name])]
            for number, name in enumerate(names)
            if name in locus.units
        }

    return find


def rivalled(slot: Slot, here: Found, least: float) -> bool:
    """Whether two different values really contest one slot: neither stands in the other's row,
    and the words around them agree by ``least``.
    """
    a, b = slot.a, slot.b
    if a.same(b):
        return True
    elsewhere = any(a.same(f) for f in here[b.witness]) or any(b.same(f) for f in here[a.witness])
    return not elsewhere and slot.context >= least


def _groups(linked: Sequence[Slot]) -> list[set[Figure]]:
    """Figures connected through slots."""
    groups: list[set[Figure]] = []
    for slot in linked:
        touching = [g for g in groups if slot.a in g or slot.b in g]
        merged = {slot.a, slot.b}.union(*touching)
        groups = [g for g in groups if g not in touching] + [merged]
    return groups


def _by_value(group: Iterable[Figure]) -> list[list[Figure]]:
    """The figures of a group by value, one a witness, in the order of the witnesses."""
    values: list[list[Figure]] = []
    seen: set[int] = set()
    for figure in sorted(group, key=lambda f: (f.witness, f.span)):
        if figure.witness in seen:
            continue
        seen.add(figure.witness)
        same = next((v for v in values if all(f.same(figure) for f in v)), None)
        if same is None:
            values.append([figure])
        else:
            same.append(figure)
    return values


def contest_entry(
    contest: tuple[Locus, set[Figure], list[Slot]],
    collation: Collation,
    note: Callable[[Figure, Said], tuple[EntryKind, str, float]],
) -> Entry | None:
    """A slot as an entry, if it holds several values. ``note`` gives its kind, sentence and weight."""
    locus, group, linked = contest
    values, names = _by_value(group), sigla(len(collation.witnesses))
    if len(values) < 2:
        return None
    contested = [s for s in linked if s.a in group and not s.a.same(s.b)]
    sure = max((s.context for s in contested), default=0.0)
    confidence = round(min(0.95, 0.55 + 0.5 * sure), 4)
    said = [
        ([names[f.witness] for f in v], v[0].span.of(collation.witnesses[names[v[0].witness]].text))
        for v in values
    ]
    kind, sentence, weight = note(values[0][0], said)
    return Entry(
        id=0,
        kind=kind,
        loci=(locus.id,),
        readings=tuple(
            Reading(
                tuple(names[f.witness] for f in v),
                {names[f.witness]: (Span(*f.span),) for f in v},
                v[0].value,
            )
            for v in values
        ),
        confidence=confidence,
        note=sentence,
        weight=round(weight * confidence, 4),
    )
