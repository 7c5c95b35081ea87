"""Absence entries: the lacks between pairs of witnesses, grouped by who carries the words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from hexapla.apparatus.candidates import Lack, lacks
from hexapla.apparatus.model import Entry, Reading
from hexapla.apparatus.phrases import within
from hexapla.apparatus.slots import ANSWERED as SAME_WORD
from hexapla.apparatus.wording import absence_note
from hexapla.collation.collating import sigla
from hexapla.collation.items import MOST, Item
from hexapla.collation.model import Collation, Evidence, Locus
from hexapla.collation.workings import Workings
from hexapla.witness.model import Span

# Two spans of one witness that overlap this much are one lack told of two others.
SAME_SPAN = 0.5
# A clause of another witness carries the words too when they answer this share of its weight.
CARRIES = 0.3
# A carrier finds its words said where this share of them is answered.
ANSWERED = 0.5
# Weight of words at which an absence matters two thirds of all it can.
WEIGHTY = 30.0
# How much a level counts in the ranking: a lacking passage before a lacking phrase.
LEVEL_WEIGHT = {"passage": 1.0, "clause": 0.95, "phrase": 0.75, "qualifier": 0.85}


def overlap(a: Span, b: Span) -> float:
    """Overlap of two spans as a share of the longer."""
    return a.overlap(b) / max(1, a.end - a.start, b.end - b.start)


def absences(collation: Collation, workings: Workings, base: str | None) -> list[Entry]:
    """One entry for each stretch of words that some witnesses carry and others lack."""
    names = sigla(len(workings.reads))
    entries = []
    for group in _answering(workings, _groups(lacks(collation, workings, names))):
        carried = _carried(workings, group)
        held = [lack for lack in group if not _outvoted(workings, group, carried, lack.lacking)]
        if held:
            entries.append(_entry(collation, workings, held, carried, names, base))
    return entries


def _outvoted(workings: Workings, group: Sequence[Lack], carried: dict[int, Span], lacking: int) -> bool:
    """Whether as many carriers find their words answered in a witness as say that it lacks them."""
    against = {lack.carrier for lack in group if lack.lacking == lacking}
    answered = [
        carrier
        for carrier, span in carried.items()
        if carrier not in against
        and carrier != lacking
        and _answered(workings, carrier, span, lacking) >= ANSWERED
    ]
    return len(answered) >= len(against)


def _answered(workings: Workings, carrier: int, span: Span, other: int) -> float:
    """Share of the words of a span that the linked segments of another witness answer."""
    pair = workings.pair(carrier, other)
    mine = pair.of(carrier)[0]
    segments = {c.segment for c in mine.clauses if c.span.overlap(span)}
    linked = sorted({t for s in segments for t in pair.answers_to(carrier, s)})
    strengths = pair.answered_by(carrier, linked) if linked else {}
    return _share([(mine.by_clause.number[i.key], i.weight) for i in mine.items(span)], strengths)


def _groups(found: list[Lack]) -> list[list[Lack]]:
    """Lacks of one carrier and one span together, surest first."""
    groups: list[list[Lack]] = []
    for lack in sorted(found, key=lambda x: (x.carrier, x.span, x.lacking)):
        for group in groups:
            if group[0].carrier == lack.carrier and overlap(group[0].span, lack.span) >= SAME_SPAN:
                group.append(lack)
                break
        else:
            groups.append([lack])
    return groups


def _answering(workings: Workings, groups: list[list[Lack]]) -> list[list[Lack]]:
    """Groups of several carriers that tell of the same words become one, each with its own span."""

    def order(group: list[Lack]) -> tuple[object, ...]:
        first = group[0]
        return (
            -len(group),
            -round(max(x.confidence for x in group), 4),
            *workings.reads[first.carrier].key,
            first.span,
        )

    merged: list[list[Lack]] = []
    for group in sorted(groups, key=order):
        for told in merged:
            if _same_words(workings, told, group):
                told.extend(group)
                break
        else:
            merged.append(list(group))
    return merged


def _same_words(workings: Workings, one: Sequence[Lack], other: Sequence[Lack]) -> bool:
    """Whether two groups tell of words that answer each other, and of one lack."""
    a, b = one[0], other[0]
    if a.carrier == b.carrier or b.carrier in {x.carrier for x in one}:
        return False
    lacking, others = {x.lacking for x in one}, {x.lacking for x in other}
    if a.carrier in others or b.carrier in lacking:
        return False
    # A word is the same wherever it lacks; what is said at length may be another part of it for each.
    if not lacking & others and not a.level == b.level == "qualifier":
        return False
    there = _words_in(workings, a, b.carrier)
    back = _words_in(workings, b, a.carrier)
    return (there is not None and covers(there, b.span) >= SAME_SPAN) or (
        back is not None and covers(back, a.span) >= SAME_SPAN
    )


def covers(a: Span, b: Span) -> float:
    """Overlap of two spans as a share of the shorter."""
    return a.overlap(b) / max(1, min(a.end - a.start, b.end - b.start))


def _carried(workings: Workings, group: Sequence[Lack]) -> dict[int, Span]:
    """Each witness that carries the words, with the place; the first is the group's own."""
    first = group[0]
    found: dict[int, Span] = {}
    for lack in group:
        found.setdefault(lack.carrier, lack.span)
    lacking = {lack.lacking for lack in group} - set(found)
    for other in range(len(workings.reads)):
        if other not in found and other not in lacking:
            span = _words_in(workings, first, other)
            if span:
                found[other] = span
    return found


def _words_in(workings: Workings, lack: Lack, other: int) -> Span | None:
    """Where a third witness carries the words: the clauses that answer them, or, of less than a clause, which
    is too little of any to answer it, those words alone.
    """
    if lack.level not in ("phrase", "qualifier"):
        return answer(workings, lack.carrier, lack.span, other)
    theirs = workings.pair(lack.carrier, other).of(lack.carrier)[1]
    strength = _strengths_in(workings, lack, other)
    if lack.level == "phrase":
        return within(theirs, strength, CARRIES * lack.weight)
    best = max(strength, key=lambda i: (strength[i], -i.start), default=None)
    return Span(best.start, best.end) if best and strength[best] >= SAME_WORD else None


def _strengths_in(workings: Workings, lack: Lack, other: int) -> dict[Item, float]:
    """The items of what is linked with some words in a third witness, and how well the words answer each."""
    pair = workings.pair(lack.carrier, other)
    mine, theirs, _ = pair.of(lack.carrier)
    strengths = pair.answered_within(other, [lack.span])
    linked = {
        t for c in mine.clauses if c.span.overlap(lack.span) for t in pair.answers_to(lack.carrier, c.segment)
    }
    items = [i for t in sorted(linked) for i in theirs.items(theirs.witness.segments[t].span)]
    return {i: strengths.get(theirs.by_clause.number[i.key], 0.0) for i in items}


def answer(workings: Workings, carrier: int, span: Span, other: int) -> Span | None:
    """The clauses of another witness that answer a span, as one span; None where none do."""
    pair = workings.pair(carrier, other)
    mine, theirs, _ = pair.of(carrier)
    segments = {c.segment for c in mine.clauses if c.span.overlap(span)}
    linked = sorted({t for s in segments for t in pair.answers_to(carrier, s)})
    strengths = pair.answered_within(other, [span])
    numbers = [n for t in linked for n in theirs.clauses_of[t]]
    shares = {n: _share(theirs.by_clause.rows[n], strengths) for n in numbers}
    if not numbers:
        return None
    best = max(numbers, key=lambda n: (shares[n], -n))
    if shares[best] < CARRIES:
        return None
    first = last = best
    while first - 1 in shares and shares[first - 1] >= CARRIES:
        first -= 1
    while last + 1 in shares and shares[last + 1] >= CARRIES:
        last += 1
    return Span(theirs.clauses[first].span.start, theirs.clauses[last].span.end)


def _share(row: Sequence[tuple[int, float]], strengths: dict[int, float]) -> float:
    return sum(w * strengths.get(n, 0.0) for n, w in row) / (sum(w for _, w in row) + 0.5)


def _entry(
    collation: Collation,
    workings: Workings,
    group: Sequence[Lack],
    carried: dict[int, Span],
    names: Sequence[str],
    base: str | None,
) -> Entry:
    lacking = sorted({lack.lacking for lack in group} - set(carried))
    rows = loci_of(collation, names[group[0].carrier], group[0].span)
    carriers = [names[w] for w in sorted(carried)]
    reading = Reading(tuple(carriers), {names[w]: (carried[w],) for w in sorted(carried)})
    confidence = sum(lack.confidence for lack in group) / len(group)
    return Entry(
        id=0,
        kind="absence",
        loci=tuple(locus.id for locus in rows),
        readings=(reading,),
        confidence=round(confidence, 4),
        note=absence_note(group[0].level, carriers, [names[w] for w in lacking], base),
        weight=_weight(workings, group, confidence),
        absent={names[w]: _place(workings, collation, group[0], w, rows, names) for w in lacking},
        because=_because(workings, group[0], names),
    )


def _weight(workings: Workings, group: Sequence[Lack], confidence: float) -> float:
    """How much the lack is likely to matter: how much is said, how far from common words."""
    first = group[0]
    items = workings.reads[first.carrier].items(first.span)
    rarity = sum(i.weight for i in items) / (MOST * len(items)) if items else 0.0
    size = 1 - math.exp(-first.weight / WEIGHTY)
    return round(confidence * LEVEL_WEIGHT[first.level] * (0.4 + 0.6 * size) * (0.6 + 0.4 * rarity), 4)


def _because(workings: Workings, lack: Lack, names: Sequence[str]) -> tuple[Evidence, ...]:
    """The weightiest words that the lacking witness has nowhere."""
    pair = workings.pair(lack.carrier, lack.lacking)
    read, _, matches = pair.of(lack.carrier)
    number = read.by_clause.number
    missing = [
        i for i in read.items(lack.span) if max((s for _, s in matches[number[i.key]]), default=0.0) < 0.5
    ]
    ranked = sorted(missing, key=lambda i: (-i.weight, i.start))[:4]
    text = read.witness.text
    return tuple(
        Evidence("missing", text[i.start : i.end], {names[lack.carrier]: (Span(i.start, i.end),)})
        for i in sorted(ranked, key=lambda i: i.start)
    )


def loci_of(collation: Collation, siglum: str, span: Span) -> list[Locus]:
    """The loci that a span of a witness touches."""
    return [x for x in collation.loci if any(u.overlap(span) for u in x.units.get(siglum, ()))]


def _place(
    workings: Workings,
    collation: Collation,
    lack: Lack,
    witness: int,
    rows: Iterable[Locus],
    names: Sequence[str],
) -> int:
    """Where the words would stand in a witness that lacks them."""
    siglum = names[witness]
    for locus in rows:
        if siglum in locus.gap:
            return locus.gap[siglum]
        before = [c.span for c in workings.reads[lack.carrier].clauses if c.span.end <= lack.span.start]
        units = locus.units[siglum]
        if before and any(u.overlap(before[-1]) for u in locus.units[names[lack.carrier]]):
            found = answer(workings, lack.carrier, before[-1], witness)
            if found and any(u.holds(found) for u in units):
                return found.end
            return units[-1].end
        return units[0].start
    return 0
