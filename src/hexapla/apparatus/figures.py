"""What may stand in a slot, numbers and dates first, and which of them stand in one slot of two witnesses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hexapla.collation.items import Item
from hexapla.collation.model import Collation, Locus
from hexapla.collation.workings import Pair
from hexapla.marks.calendar import same_date
from hexapla.marks.figures import figures
from hexapla.witness.model import Span, Witness

# Words this far to either side of a figure (code points) tell what it counts.
REACH = 45
# Where this much around two figures agrees they contest one slot, whatever they count.
CLOSE = 0.5
# What is counted stands at most this far behind its figure.
COUNTED = 25
# Two figures stand in one slot when this share of the words around one is answered around the other.
# Swept .1-.6 on ntrex-dev and the stories of eval/: below .2 lists of figures are confused.
SAME_SLOT = 0.25
# Small numbers in words (two sides, both) are put otherwise in other languages.
SMALL = 2
# Between the values that one word may have.
EITHER = " or "
# A clock time or a day without month says too little by itself.
KINDS = {"date", "month", "year"}


class Figure(NamedTuple):
    """A number, date or contrasting term of one witness: what it is, where it stands, its value."""

    witness: int
    what: str
    kind: str
    value: str
    span: Span
    unit: str | None = None

    def same(self, other: Figure) -> bool:
        """Whether the two have one value."""
        if self.what == "date":
            return same_date(self.value, other.value)
        if self.what in ("term", "place"):
            # A word may say several members of a set: it contrasts with none of them.
            return not set(self.value.split(EITHER)).isdisjoint(other.value.split(EITHER))
        return self.value == other.value

    def alike(self, other: Figure) -> bool:
        """Whether the two could fill one slot: of one kind, and of one unit where both name one."""
        units = {self.unit, other.unit} - {None}
        return self.what == other.what and self.kind == other.kind and len(units) < 2


class Slot(NamedTuple):
    """Two figures that stand in one slot of two witnesses, and how much around them agrees."""

    a: Figure
    b: Figure
    context: float


def figures_in(witness: Witness, number: int, spans: Sequence[Span]) -> list[Figure]:
    """The figures of some units of a witness, clause by clause as the collation has read them."""
    found = []
    for segment in witness.segments:
        for clause in segment.clauses:
            if not any(span.holds(clause) for span in spans):
                continue
            in_dates, in_numbers = figures(witness.text, segment.language, *clause, witness.published)
            for date in in_dates:
                if date.kind in KINDS:
                    # A year alone is a slot of another shape than a day.
                    kind = f"{date.kind}{date.value.count('-')}"
                    found.append(Figure(number, "date", kind, date.value, Span(date.start, date.end)))
            for mark in in_numbers:
                if mark.written != "words" or float(mark.value) > SMALL:
                    span = Span(mark.start, mark.end)
                    found.append(Figure(number, "number", mark.kind, mark.value, span, mark.unit))
    return sorted(found, key=lambda f: f.span)


def figures_of(locus: Locus, collation: Collation, names: Sequence[str]) -> dict[int, list[Figure]]:
    """The figures of each witness of a row."""
    found = {}
    for number, siglum in enumerate(names):
        if siglum in locus.units:
            found[number] = figures_in(collation.witnesses[siglum], number, locus.units[siglum])
    return found


def slots(pair: Pair, one: Sequence[Figure], other: Sequence[Figure]) -> list[Slot]:
    """The figures of a row of two witnesses, slot by slot: same values first, then best contexts."""
    candidates = sorted(
        (
            (not a.same(b), -_context(pair, a, b), a, b)
            for a in one
            for b in other
            if (a.same(b) and a.what == b.what) or a.alike(b)
        ),
        key=lambda c: (c[0], round(c[1], 4), c[2].span, c[3].span),
    )
    taken: set[Figure] = set()
    found = []
    for _, context, a, b in candidates:
        if a not in taken and b not in taken:
            taken |= {a, b}
            if a.same(b) or -context >= CLOSE or _count_alike(pair, a, b):
                found.append(Slot(a, b, -context))
    return found


def _count_alike(pair: Pair, a: Figure, b: Figure) -> bool:
    """Whether what two figures count may be one thing: of the words behind each, where the lexicon
    knows both, one must answer the other (15 centimetres is not another number than 6 inches).
    """
    if a.what not in ("number", "date"):
        # Words of one contrast set need no more than what is asked of every slot.
        return a.what == "term"
    one, other = _counted(pair, a), _counted(pair, b)
    if not one or not other:
        return True
    read, _, matches = pair.of(a.witness)
    number = read.by_clause.number
    theirs = {pair.of(b.witness)[0].by_clause.number[item.key] for item in other}
    return any(word in theirs for item in one for word, _ in matches[number[item.key]])


def _counted(pair: Pair, figure: Figure) -> list[Item]:
    """The known words close behind a figure."""
    behind = Span(figure.span.end, figure.span.end + COUNTED)
    return [i for i in pair.of(figure.witness)[0].items(behind) if i.senses][:2]


def _context(pair: Pair, a: Figure, b: Figure) -> float:
    """Share of the weight of the words around two figures that answer each other, both ways the less."""
    shares = []
    for one, other in ((a, b), (b, a)):
        read, _answering, _ = pair.of(one.witness)
        here = Span(one.span.start - REACH, one.span.end + REACH)
        there = Span(other.span.start - REACH, other.span.end + REACH)
        strengths = pair.answered_within(one.witness, [there])
        around = [i for i in read.items(here) if not one.span.overlap(Span(i.start, i.end))]
        total = sum(i.weight for i in around)
        shared = sum(i.weight * strengths.get(read.by_clause.number[i.key], 0.0) for i in around)
        shares.append(shared / total if total else 0.0)
    return max(shares)
