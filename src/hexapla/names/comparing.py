"""One name of a person against another, whatever the languages.

The parts of the two names (given name, family name …) are set against one another by the
weights of :mod:`hexapla.names.aligning`, best first, each part once. Where a part finds no
answer, its other readings are tried: neighbouring words joined (*Abd al-Rahman*,
*Abdulrahman*), a clitic or a case ending taken off. A logistic model over a handful of
measures, above all how well the *worst* part is answered, gives the score.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from hexapla.names.aligning import Table, ordered, table
from hexapla.names.judging import measures, score
from hexapla.names.letters import HAN
from hexapla.names.parts import Name, joins, take_apart
from hexapla.names.words import INITIAL, NAME, Part, unbent

# A part answered at less than this a letter (hundredths) is not answered.
LEAST = 0.0
# At this a letter a part is answered so well that no other reading is tried.
SETTLED = 50.0
# What undoing a clitic or a case costs, hundredths.
UNBENT = 100
# What joining a word to its neighbour costs, hundredths.
JOINED = 50
# Consonants that two words must share, of the longer one's, for another reading to be tried: in quarters.
ALIKE_QUARTERS = 3
# The same where one word is Chinese, which has no r, no clusters, and syllables for single consonants.
LENIENT_QUARTERS = 2
# What the weight of two parts is where their consonants exclude that they are one.
EXCLUDED = -100.0


# Two readings to weigh, and what trying them costs.
Readings = list[tuple[str, str, int]]


class Cell(NamedTuple):
    """One part against another: the weight, it by the number of letters, the readings it holds for."""

    weight: int
    each: float
    a: Part
    b: Part
    reading_a: str
    reading_b: str
    at_a: int
    """Which parts of the name it is, a bit each: more than one where they are joined."""
    at_b: int

    def turned(self) -> Cell:
        """The same from the other name's side."""
        weight, each, a, b, reading_a, reading_b, at_a, at_b = self
        return Cell(weight, each, b, a, reading_b, reading_a, at_b, at_a)


@dataclass(frozen=True, slots=True)
class Answer:
    """A part of the one name and what answers it in the other; ``cost`` 0 (sure) to 1 (nothing does)."""

    a: str | None
    b: str | None
    cost: float


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How likely two names are one person's, 0..1, and which part answered which."""

    score: float
    reason: tuple[Answer, ...]


def compare_names(a: str, language_a: str, b: str, language_b: str) -> NameMatch:
    """How likely two names are one person's.

    Parameters
    ----------
    a, b:
        Names as the press writes them, with titles, in any case, the family name alone.
    language_a, language_b:
        ISO 639-1 codes of the texts they come from. One that is not known is no error.

    Returns
    -------
    NameMatch
        The score, 0..1 (from one half on they are more likely one name than two), and for every
        part what answers it at what cost. A name without parts (empty, only a title) scores 0.
    """
    one, other = take_apart(a, language_a), take_apart(b, language_b)
    if in_order(one, other):
        cells = chosen(one, other)
        return NameMatch(judged(one, other, cells), tuple(_reason(one, other, cells)))
    cells = chosen(other, one)
    return NameMatch(judged(other, one, cells), tuple(_reason(one, other, [cell.turned() for cell in cells])))


def compared(a: Name, b: Name) -> float:
    """The score of two names taken apart."""
    if not in_order(a, b):
        a, b = b, a
    return judged(a, b, chosen(a, b))


def in_order(a: Name, b: Name) -> bool:
    """Whether the pair stands as costs are kept; one order for both ways round, so that both score alike."""
    if not a.parts or not b.parts:
        return True
    one, other = a.parts[0].script, b.parts[0].script
    return ordered(one, other) if one != other else (a.written, a.language) <= (b.written, b.language)


def compare_names_batch(pairs: Sequence[tuple[str, str, str, str]]) -> list[float]:
    """The scores of many pairs (a, language of a, b, language of b): those of one by one, sooner."""
    from hexapla.names.batch import scores

    return scores(pairs)


@cache
def _table(script_a: str, script_b: str) -> tuple[Table, bool]:
    """The scripts' table, and whether it is kept the other way round."""
    if ordered(script_a, script_b):
        return table(script_a, script_b), False
    return table(script_b, script_a), True


def possible(a: Part, b: Part) -> bool:
    """Whether the consonants of two parts leave a chance that they are one. Cheap: most are not."""
    if INITIAL in (a.kind, b.kind):
        return False
    if HAN in (a.script, b.script):
        return True
    least = min(a.bones.bit_count(), b.bones.bit_count())
    return 2 * (a.bones & b.bones).bit_count() >= least


def alike(a: int, b: int, lenient: bool = False) -> bool:
    """Whether two words' consonants are so alike that another reading, or a join, may make them one."""
    quarters = LENIENT_QUARTERS if lenient else ALIKE_QUARTERS
    return 4 * (a & b).bit_count() >= quarters * max(a.bit_count(), b.bit_count())


def _plain(a: Part, b: Part) -> Readings:
    return [(x, y, 0) for x in a.readings for y in b.readings]


def _others(a: Part, b: Part, joined: bool) -> Readings:
    """In another reading: one of the sides, or both, without clitic, case or short form; or joined."""
    extra = JOINED if joined else 0
    pairs = [(x, y, extra) for x in a.readings for y in b.readings] if joined else []
    others_a, others_b = unbent(a), unbent(b)
    pairs += [(x, y, UNBENT + extra) for x in others_a for y in b.readings]
    pairs += [(x, y, UNBENT + extra) for x in a.readings for y in others_b]
    pairs += [(x, y, 2 * UNBENT + extra) for x in others_a for y in others_b]
    return pairs


def prepare(pairs: Sequence[tuple[Name, Name]]) -> None:
    """Weighs at once what comparing these pairs will ask for."""
    turned = [(a, b) if in_order(a, b) else (b, a) for a, b in pairs]
    _learn((x, y, _plain(x, y)) for a, b in turned for x in a.parts for y in b.parts if possible(x, y))
    _learn(
        (x, y, _others(x, y, joined))
        for a, b in turned
        for x, y, at_a, at_b in hopeful(a, b, *_open(a, b, _plain_cells(a, b)))
        for joined in [_is_joined(at_a, at_b)]
    )


def _learn(wanted: Iterable[tuple[Part, Part, Readings]]) -> None:
    needs: dict[Table, dict[tuple[str, str], None]] = {}
    for a, b, readings in wanted:
        one, turned = _table(a.script, b.script)
        place = needs.setdefault(one, {})
        for u, v, _ in readings:
            place[(v, u) if turned else (u, v)] = None
    for one, some in needs.items():
        one.learn(list(some))


def _is_joined(at_a: int, at_b: int) -> bool:
    return at_a.bit_count() + at_b.bit_count() > 2


def _best_of(a: Part, b: Part, readings: Readings, at_a: int, at_b: int) -> Cell:
    one, turned = _table(a.script, b.script)
    best = Cell(-10_000, EXCLUDED, a, b, a.readings[0], b.readings[0], at_a, at_b)
    for x, y, cost in readings:
        weight = (one.weigh(y, x) if turned else one.weigh(x, y)) - cost
        each = weight / (len(x) + len(y))
        if each > best.each:
            best = Cell(weight, each, a, b, x, y, at_a, at_b)
    return best


def _best(cells: Sequence[Cell]) -> list[Cell]:
    """The best cells, each part once."""
    used_a = used_b = 0
    out = []
    for cell in sorted(cells, key=lambda cell: (-cell.weight, cell.at_a, cell.at_b)):
        if cell.each > LEAST and not (cell.at_a & used_a or cell.at_b & used_b):
            used_a |= cell.at_a
            used_b |= cell.at_b
            out.append(cell)
    return out


def chosen(a: Name, b: Name) -> list[Cell]:
    """Which part answers which."""
    cells = _plain_cells(a, b)
    more = [
        _best_of(x, y, _others(x, y, _is_joined(at_a, at_b)), at_a, at_b)
        for x, y, at_a, at_b in hopeful(a, b, *_open(a, b, cells))
    ]
    return _best(cells + more)


def _plain_cells(a: Name, b: Name) -> list[Cell]:
    return [
        _best_of(x, y, _plain(x, y), 1 << n, 1 << m)
        for n, x in enumerate(a.parts)
        for m, y in enumerate(b.parts)
        if possible(x, y)
    ]


def _open(a: Name, b: Name, cells: Sequence[Cell]) -> tuple[int, int]:
    """The parts of either name that no answer settles, a bit each."""
    open_a, open_b = (1 << len(a.parts)) - 1, (1 << len(b.parts)) - 1
    for cell in _best(cells):
        if cell.each >= SETTLED:
            open_a &= ~cell.at_a
            open_b &= ~cell.at_b
    return open_a, open_b


def hopeful(a: Name, b: Name, open_a: int, open_b: int) -> Iterable[tuple[Part, Part, int, int]]:
    """Parts not settled that may be one in another reading, or joined; and where they stand."""
    if not open_a or not open_b:
        return
    for n, x in enumerate(a.parts):
        for m, y in enumerate(b.parts):
            both = open_a >> n & open_b >> m & 1
            if both and (x.bends or y.bends) and INITIAL not in (x.kind, y.kind) and alike(x.bones, y.bones):
                yield x, y, 1 << n, 1 << m
    # Joining makes one of two: it can only help the name that has more left.
    if open_a.bit_count() > open_b.bit_count():
        yield from ((x, y, at_a, at_b) for x, y, at_a, at_b in _joining(a, b, open_a, open_b))
    if open_b.bit_count() > open_a.bit_count():
        yield from ((x, y, at_a, at_b) for y, x, at_b, at_a in _joining(b, a, open_b, open_a))


def _joining(a: Name, b: Name, open_a: int, open_b: int) -> Iterable[tuple[Part, Part, int, int]]:
    for x, at_a in joins(a):
        for m, y in enumerate(b.parts):
            if at_a & open_a and open_b >> m & 1 and y.kind == NAME:
                if alike(x.bones, y.bones, HAN in (x.script, y.script)):
                    yield x, y, at_a, 1 << m


def _left(parts: Sequence[Part], used: int) -> list[Part]:
    """Parts without an answer."""
    return [part for n, part in enumerate(parts) if not used >> n & 1]


def _full(left: Sequence[Part]) -> tuple[list[Part], int]:
    """Of the parts left the full ones, and the number of light ones."""
    full = [part for part in left if part.kind == NAME]
    return full, len(left) - len(full)


def _drop_initials(left: list[Part], others: list[Part]) -> None:
    """Takes initials, and the parts they may stand for, from what is left without an answer."""
    for part in [p for p in left if p.kind == INITIAL]:
        for other in others:
            if _begins(other, part):
                left.remove(part)
                others.remove(other)
                break


def _begins(part: Part, initial: Part) -> bool:
    """Whether a part may be what the initial, or abbreviation, of another name stands for."""
    short = initial.readings[0]
    own = part.readings[0][: len(short)]
    if part.script == initial.script:
        return own == short
    one, turned = _table(part.script, initial.script)
    return (one.weigh(short, own) if turned else one.weigh(own, short)) > 0


def measured(a: Name, b: Name, chosen: Sequence[Cell]) -> tuple[float, ...]:
    """The measures of two names, see :func:`hexapla.names.judging.measures`."""
    used_a = used_b = 0
    for cell in chosen:
        used_a |= cell.at_a
        used_b |= cell.at_b
    left_a, left_b = _left(a.parts, used_a), _left(b.parts, used_b)
    _drop_initials(left_a, left_b)
    _drop_initials(left_b, left_a)
    (full_a, light_a), (full_b, light_b) = _full(left_a), _full(left_b)
    near = max(
        (_best_of(x, y, _plain(x, y), 0, 0).each for x in full_a for y in full_b if possible(x, y)),
        default=EXCLUDED,
    )
    by_a = sorted(chosen, key=lambda cell: cell.at_a)
    places = [cell.at_b for cell in by_a]
    return measures(
        [cell.each for cell in chosen],
        [len(cell.reading_a) + len(cell.reading_b) for cell in chosen],
        ((len(full_a), light_a), (len(full_b), light_b)),
        min(len(a.parts), len(b.parts)) == 1,
        places != sorted(places),
        sum(_is_joined(cell.at_a, cell.at_b) for cell in chosen),
        near,
    )


def scripts(a: Name, b: Name) -> str:
    """The scripts of two names, as weights are filed under."""
    one, other = a.parts[0].script, b.parts[0].script
    return f"{one}-{other}" if ordered(one, other) else f"{other}-{one}"


def judged(a: Name, b: Name, chosen: Sequence[Cell]) -> float:
    """The score of two names."""
    if not a.parts or not b.parts or not chosen:
        return 0.0
    return score(measured(a, b, chosen), scripts(a, b))


def _reason(a: Name, b: Name, chosen: Sequence[Cell]) -> Iterable[Answer]:
    used_a = used_b = 0
    for cell in sorted(chosen, key=lambda cell: cell.at_a):
        used_a |= cell.at_a
        used_b |= cell.at_b
        yield Answer(cell.a.written, cell.b.written, round(1 - min(1.0, max(0.0, cell.each / 100)), 3))
    yield from (Answer(part.written, None, 1.0) for part in _left(a.parts, used_a))
    yield from (Answer(None, part.written, 1.0) for part in _left(b.parts, used_b))
