"""Witnesses set side by side: the verb ``collate``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hexapla.collation.items import Item
from hexapla.collation.loci import loci
from hexapla.collation.model import Collation, Engine, Evidence, EvidenceKind, Link
from hexapla.collation.similarity import Lexical
from hexapla.collation.units import unit_links, units
from hexapla.collation.workings import Pair, Workings, work
from hexapla.lexicon.matching import lexicon
from hexapla.witness.model import Span, Witness

# Reasons shown for a link, weightiest first; more would not be read.
REASONS = 8


def sigla(count: int) -> tuple[str, ...]:
    """A, B, … Z, AA, AB, … in order."""

    def siglum(n: int) -> str:
        return (siglum(n // 26 - 1) if n >= 26 else "") + chr(ord("A") + n % 26)

    return tuple(siglum(n) for n in range(count))


def collate(witnesses: Sequence[Witness], workings: Workings | None = None) -> Collation:
    """The collation of the witnesses of one story, sigla in the order given."""
    names = sigla(len(witnesses))
    done = workings or work(witnesses)
    parts = units(done)
    return Collation(
        witnesses=dict(zip(names, witnesses, strict=True)),
        links=tuple(sorted(_links(done, names), key=lambda x: (x.a, x.b, x.a_segments, x.b_segments))),
        loci=loci(done, parts, unit_links(done, parts), names),
        engine=Engine(Lexical.name, Lexical().version),
    )


def _links(workings: Workings, names: Sequence[str]) -> Iterator[Link]:
    for pair in workings.pairs:
        for bead in pair.beads:
            rows = tuple(pair.a.segments[i] for i in bead.a)
            columns = tuple(pair.b.segments[j] for j in bead.b)
            because = reasons(pair, rows, columns, names[pair.first], names[pair.second])
            one, other = names[pair.first], names[pair.second]
            confidence = round(bead.confidence, 4)
            if pair.first < pair.second:
                yield Link(one, other, rows, columns, confidence, because)
            else:
                yield Link(other, one, columns, rows, confidence, because)


def reasons(pair: Pair, rows: Sequence[int], columns: Sequence[int], a: str, b: str) -> tuple[Evidence, ...]:
    """Why two groups of segments answer each other: what they share, weightiest first."""
    mine = [i for row in rows for i in pair.a.by_segment.passages[pair.a.passage_of[row]]]
    theirs = [i for column in columns for i in pair.b.by_segment.passages[pair.b.passage_of[column]]]
    number_a, number_b = pair.a.by_clause.number, pair.b.by_clause.number
    where: dict[int, Item] = {}
    for item in theirs:
        where.setdefault(number_b[item.key], item)
    found: dict[str, tuple[float, Evidence]] = {}
    for item in mine:
        best = max(
            ((s, other) for other, s in pair.matches[number_a[item.key]] if other in where), default=None
        )
        if best:
            value = shared_value(item, where[best[1]])
            spans = {a: (Span(item.start, item.end),), b: (Span(where[best[1]].start, where[best[1]].end),)}
            entry = (item.weight * best[0], Evidence(evidence_kind(item, where[best[1]]), value, spans))
            if value not in found or found[value][0] < entry[0]:
                found[value] = entry
    ranked = sorted(found.items(), key=lambda pair: (-round(pair[1][0], 4), pair[0]))
    return tuple(evidence for _, (_, evidence) in ranked[:REASONS])


def evidence_kind(a: Item, b: Item) -> EvidenceKind:
    if a.kind == "number":
        return "number"
    if a.kind == "date":
        return "date"
    if {concept for concept, _ in a.senses} & {concept for concept, _ in b.senses}:
        return "concept"
    if a.senses and b.senses:
        return "concept"
    return "name" if a.capital or b.capital else "word"


def shared_value(a: Item, b: Item) -> str:
    """The concept two items share, else the family they share, else the form itself."""
    concepts = lexicon().concepts
    theirs = dict(b.senses)
    shared = [(min(w, theirs[c]), c) for c, w in a.senses if c in theirs]
    if shared:
        return concepts.ids[max(shared, key=lambda s: (s[0], -s[1]))[1]]
    families = {concepts.family[c] for c, _ in b.senses}
    related = sorted(concepts.family[c] for c, _ in a.senses if concepts.family[c] in families)
    return concepts.ids[related[0]] if related else a.form
