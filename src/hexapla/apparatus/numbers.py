"""Number and date entries: the same slot, another value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hexapla.apparatus.figures import SAME_SLOT, Figure, Slot, figures_of, slots
from hexapla.apparatus.model import Entry, EntryKind, Reading
from hexapla.apparatus.wording import number_note
from hexapla.collation.collating import sigla
from hexapla.collation.model import Collation, Locus
from hexapla.collation.workings import Workings
from hexapla.witness.model import Span

# Another figure is among what matters most; a figure that stands elsewhere too, less.
WEIGHT = 0.75


def numbers(collation: Collation, workings: Workings) -> list[Entry]:
    """One entry for each slot in which witnesses have different numbers or dates."""
    names = sigla(len(workings.reads))
    found = []
    for locus in collation.loci:
        here = figures_of(locus, collation, names, workings)
        linked = [
            slot
            for a in here
            for b in here
            if a < b
            for slot in slots(workings.pair(a, b), here[a], here[b])
            if _holds(slot, here)
        ]
        for group in _groups(linked):
            entry = _entry(locus, group, linked, names, collation)
            if entry:
                found.append(entry)
    return found


def _holds(slot: Slot, here: dict[int, list[Figure]]) -> bool:
    """Whether two different values really contest one slot: neither stands in the other's row,
    and the words around them agree.
    """
    a, b = slot.a, slot.b
    if a.same(b):
        return True
    elsewhere = any(a.same(f) for f in here[b.witness]) or any(b.same(f) for f in here[a.witness])
    return not elsewhere and slot.context >= SAME_SLOT


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


def _entry(
    locus: Locus, group: set[Figure], linked: Sequence[Slot], names: Sequence[str], collation: Collation
) -> Entry | None:
    values = _by_value(group)
    if len(values) < 2:
        return None
    contested = [s for s in linked if s.a in group and not s.a.same(s.b)]
    sure = max((s.context for s in contested), default=0.0)
    confidence = round(min(0.95, 0.55 + 0.5 * sure), 4)
    kind: EntryKind = "date" if values[0][0].what == "date" else "number"
    said = [([names[f.witness] for f in v], _said(v[0], names, collation)) for v in values]
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
        note=number_note(said, kind),
        weight=round(WEIGHT * confidence, 4),
    )


def _said(figure: Figure, names: Sequence[str], collation: Collation) -> str:
    """A figure as its witness writes it."""
    return figure.span.of(collation.witnesses[names[figure.witness]].text)
