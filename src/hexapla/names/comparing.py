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
from hexapla.names.parts import INITIAL, NAME, Name, Part, take_apart

# A part answered at less than this a letter (hundredths) is not answered.
LEAST = 0.0
# At this a letter a part is answered so well that no other reading is tried.
SETTLED = 50.0
# What undoing a clitic or a case costs, hundredths.
UNBENT = 100
# What joining a word to its neighbour costs, hundredths.
JOINED = 50
# What the weight of two parts is where their consonants exclude that they are one.
EXCLUDED = -100.0


class Cell(NamedTuple):
    """One part against another: the weight, it by the number of letters, the readings it holds for."""

    weight: int
    each: float
    a: Part
    b: Part
    reading_a: str
    reading_b: str


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
    cells = chosen(one, other)
    return NameMatch(judged(one, other, cells), tuple(_reason(one, other, cells)))


def compare_names_batch(pairs: Sequence[tuple[str, str, str, str]]) -> list[float]:
    """The scores of many pairs (a, language of a, b, language of b): those of one by one, sooner."""
    taken = [(take_apart(a, la), take_apart(b, lb)) for a, la, b, lb in pairs]
    prepare(taken)
    return [judged(one, other, chosen(one, other)) for one, other in taken]


def prepare(pairs: Sequence[tuple[Name, Name]]) -> None:
    """Weighs all parts that comparing the pairs will ask for, many at once."""
    _fill(need for one, other in pairs for need in _needs(one.parts, other.parts, False))
    unsure = [pair for pair in pairs if _unsettled(*pair, _best(_cells(pair[0].parts, pair[1].parts)))]
    _fill(need for one, other in unsure for need in _more_needs(one, other))


@cache
def _table(script_a: str, script_b: str) -> tuple[Table, bool]:
    """The scripts' table, and whether it is kept the other way round."""
    if ordered(script_a, script_b):
        return table(script_a, script_b), False
    return table(script_b, script_a), True


def _fill(needs: Iterable[tuple[Table, str, str]]) -> None:
    wanted: dict[Table, dict[tuple[str, str], None]] = {}
    for one, a, b in needs:
        if (a, b) not in one.known:
            wanted.setdefault(one, {})[a, b] = None
    for one, pairs in wanted.items():
        one.fill(list(pairs))


def _possible(a: Part, b: Part) -> bool:
    """Whether the consonants of two parts leave a chance that they are one. Cheap: most are not."""
    if a.kind == INITIAL or b.kind == INITIAL:
        return False
    if a.script == HAN or b.script == HAN:
        return True
    least = min(a.bones.bit_count(), b.bones.bit_count())
    return 2 * (a.bones & b.bones).bit_count() >= least


def _needs(
    parts_a: Sequence[Part], parts_b: Sequence[Part], others: bool
) -> Iterable[tuple[Table, str, str]]:
    for a in parts_a:
        for b in parts_b:
            if _possible(a, b):
                one, turned = _table(a.script, b.script)
                for x, y, _ in _readings(a, b, others):
                    yield (one, y, x) if turned else (one, x, y)


def _more_needs(a: Name, b: Name) -> Iterable[tuple[Table, str, str]]:
    yield from _needs(a.parts, b.parts, True)
    yield from _needs(a.joins, b.parts, True)
    yield from _needs(a.parts, b.joins, True)


def _readings(a: Part, b: Part, others: bool) -> Iterable[tuple[str, str, int]]:
    """Readings to try, with what trying them costs."""
    for x in a.readings:
        for y in b.readings:
            yield x, y, 0
    if others:
        for x in a.others:
            for y in b.readings:
                yield x, y, UNBENT
        for x in a.readings:
            for y in b.others:
                yield x, y, UNBENT
        if a.others and b.others:
            for x in a.others:
                for y in b.others:
                    yield x, y, 2 * UNBENT


def _cell(a: Part, b: Part, others: bool) -> Cell:
    one, turned = _table(a.script, b.script)
    joined = JOINED * (a.words.bit_count() + b.words.bit_count() - 2)
    best = Cell(-10_000, EXCLUDED, a, b, a.readings[0], b.readings[0])
    for x, y, cost in _readings(a, b, others):
        weight = (one.weigh(y, x) if turned else one.weigh(x, y)) - cost - joined
        each = weight / (len(x) + len(y))
        if each > best.each:
            best = Cell(weight, each, a, b, x, y)
    return best


def _cells(parts_a: Sequence[Part], parts_b: Sequence[Part], others: bool = False) -> list[Cell]:
    return [_cell(a, b, others) for a in parts_a for b in parts_b if _possible(a, b)]


def _best(cells: list[Cell]) -> list[Cell]:
    """The best cells, each word once."""
    cells.sort(key=lambda cell: (-cell.weight, cell.a.words, cell.b.words))
    used_a = used_b = 0
    out = []
    for cell in cells:
        if cell.each > LEAST and not (cell.a.words & used_a or cell.b.words & used_b):
            used_a |= cell.a.words
            used_b |= cell.b.words
            out.append(cell)
    return out


def _unsettled(a: Name, b: Name, chosen: Sequence[Cell]) -> bool:
    """Whether some part of either name that is left might be answered in another reading."""
    return len(chosen) < max(len(a.parts), len(b.parts)) or any(cell.each < SETTLED for cell in chosen)


def chosen(a: Name, b: Name) -> list[Cell]:
    """Which part answers which."""
    cells = _cells(a.parts, b.parts)
    best = _best(cells)
    if not _unsettled(a, b, best):
        return best
    more = _cells(a.parts, b.parts, True) + _cells(a.joins, b.parts, True) + _cells(a.parts, b.joins, True)
    return _best(more)


def _left(parts: Sequence[Part], used: int) -> list[Part]:
    """Parts without an answer."""
    return [part for part in parts if not part.words & used]


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
        used_a |= cell.a.words
        used_b |= cell.b.words
    left_a, left_b = _left(a.parts, used_a), _left(b.parts, used_b)
    _drop_initials(left_a, left_b)
    _drop_initials(left_b, left_a)
    (full_a, light_a), (full_b, light_b) = _full(left_a), _full(left_b)
    near = max((_cell(x, y, True).each for x in full_a for y in full_b if _possible(x, y)), default=EXCLUDED)
    by_a = sorted(chosen, key=lambda cell: cell.a.words)
    places = [cell.b.words for cell in by_a]
    return measures(
        [cell.each for cell in chosen],
        [len(cell.reading_a) + len(cell.reading_b) for cell in chosen],
        ((len(full_a), light_a), (len(full_b), light_b)),
        min(len(a.parts), len(b.parts)) == 1,
        places != sorted(places),
        sum(cell.a.words.bit_count() + cell.b.words.bit_count() > 2 for cell in chosen),
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
    for cell in sorted(chosen, key=lambda cell: cell.a.words):
        used_a |= cell.a.words
        used_b |= cell.b.words
        yield Answer(cell.a.written, cell.b.written, round(1 - min(1.0, max(0.0, cell.each / 100)), 3))
    yield from (Answer(part.written, None, 1.0) for part in a.parts if not part.words & used_a)
    yield from (Answer(None, part.written, 1.0) for part in b.parts if not part.words & used_b)
