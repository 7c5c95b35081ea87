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
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hexapla.names.aligning import facing, ordered
from hexapla.names.judging import measures, score
from hexapla.names.leaving import certain, full, unanswered, without_initials
from hexapla.names.letters import HAN
from hexapla.names.parts import Name, take_apart
from hexapla.names.words import INITIAL, NAME, Part, joined, unbent

# A part answered at less than this a letter (hundredths) is not answered.
LEAST = 0.0
# At this a letter a part is answered so well that no other reading is tried.
SETTLED = 50.0
# At this a letter a part costs nothing in the reason given.
SURE = 100.0
# What undoing a clitic or a case costs, hundredths.
UNBENT = 100
# What joining a word to its neighbour costs, hundredths.
JOINED = 50
# Another reading is tried where two words share so many consonants, in quarters of the shorter one's, and
# at most so many are in one of them only: a case or clitic brings one or two of its own.
ALIKE_QUARTERS, BENT_APART = 3, 2
# Joined words are tried where they share so many, in quarters of the longer one's, and the one word that is to
# answer them has such a share of their letters (less beside Chinese, in which a syllable is two letters).
# Below that few pairs gain and all take longer.
JOINED_QUARTERS, JOINED_LETTERS, JOINED_HAN = 2, 0.6, 0.35
# What the weight of two parts is where their consonants exclude that they are one.
EXCLUDED = -100.0


Readings = list[tuple[str, int]]


class Item(NamedTuple):
    """A part of a name, or some neighbouring parts read as one word."""

    parts: tuple[Part, ...]
    at: int
    """Which parts of the name, a bit each."""

    @property
    def script(self) -> str:
        return self.parts[0].script

    @property
    def written(self) -> str:
        return " ".join(part.written for part in self.parts)

    @property
    def plain(self) -> Readings:
        """Its readings, with what trying them costs."""
        return [(reading, 0) for reading in self.parts[0].readings]

    @property
    def all(self) -> Readings:
        """With those that are tried when the plain ones fail."""
        return all_readings(self.parts)


@lru_cache(maxsize=1 << 17)
def all_readings(parts: tuple[Part, ...]) -> Readings:
    """Of a part, or of neighbouring parts as one word: its readings and what each costs, see :class:`Item`."""
    if len(parts) > 1:
        return [(reading, JOINED) for reading in joined(parts)]
    plain = [(reading, 0) for reading in parts[0].readings]
    return plain + [(reading, UNBENT) for reading in unbent(parts[0])]


Items = tuple[Item, ...]


class Cell(NamedTuple):
    """One item against another: the weight, and it by the number of letters of the readings it holds for."""

    weight: int
    each: float
    letters: int
    a: Item
    b: Item

    def turned(self) -> Cell:
        """The same from the other name's side."""
        return Cell(self.weight, self.each, self.letters, self.b, self.a)


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

    def __float__(self) -> float:
        """The score alone, for who only wants to rank."""
        return self.score


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


def weigh_each(script_a: str, script_b: str, a: Sequence[str], b: Sequence[str]) -> npt.NDArray[np.float64]:
    """The weights by letter of words in letters of two scripts, first beside first, hundredths."""
    (one, turned), words = facing(script_a, script_b), (list(dict.fromkeys(a)), list(dict.fromkeys(b)))
    places = [{word: n for n, word in enumerate(some)} for some in words]
    pairs = np.array([[places[0][x] for x in a], [places[1][y] for y in b]], dtype=np.int32)
    letters = np.array([len(x) + len(y) for x, y in zip(a, b, strict=True)])
    if turned:
        return np.asarray(one.weigh_many(words[1], words[0], pairs[::-1]) / letters)
    return np.asarray(one.weigh_many(*words, pairs) / letters)


def possible(a: Part, b: Part) -> bool:
    """Whether the consonants of two parts leave a chance that they are one. Cheap: most are not."""
    if INITIAL in (a.kind, b.kind):
        return False
    if HAN in (a.script, b.script):
        return True
    least = min(a.bones.bit_count(), b.bones.bit_count())
    return 2 * (a.bones & b.bones).bit_count() >= least


def _bent_alike(a: int, b: int) -> bool:
    """Whether two words' consonants are so alike that another reading may make them one."""
    least = min(a.bit_count(), b.bit_count())
    return 4 * (a & b).bit_count() >= ALIKE_QUARTERS * least and (a ^ b).bit_count() <= BENT_APART


def _joined_alike(a: int, b: int) -> bool:
    """Whether the consonants of joined words and of one word are so alike that they may be one."""
    return 4 * (a & b).bit_count() >= JOINED_QUARTERS * max(a.bit_count(), b.bit_count())


@lru_cache(maxsize=1 << 16)
def items(parts: tuple[Part, ...]) -> tuple[Items, Items]:
    """The parts of a name one by one; and two and three neighbouring ones joined."""
    joins = [
        Item(parts[first : first + size], ((1 << size) - 1) << first)
        for size in (2, 3)
        for first in range(len(parts) - size + 1)
        if all(part.kind != INITIAL for part in parts[first : first + size])
    ]
    return tuple(Item((part,), 1 << n) for n, part in enumerate(parts)), tuple(joins)


def _cell(a: Item, b: Item, readings_a: Readings, readings_b: Readings) -> Cell:
    one, turned = facing(a.script, b.script)
    best = Cell(-10_000, EXCLUDED, 1, a, b)
    for x, cost_x in readings_a:
        for y, cost_y in readings_b:
            weight = (one.weigh(y, x) if turned else one.weigh(x, y)) - cost_x - cost_y
            each = weight / (len(x) + len(y))
            if each > best.each:
                best = Cell(weight, each, len(x) + len(y), a, b)
    return best


def _best(cells: Iterable[Cell]) -> list[Cell]:
    """The best cells, each part once: heaviest first, then single parts, then the earlier."""
    used_a = used_b = 0
    out = []
    for cell in sorted(cells, key=_rank):
        if cell.each > LEAST and not (cell.a.at & used_a or cell.b.at & used_b):
            used_a |= cell.a.at
            used_b |= cell.b.at
            out.append(cell)
    return out


def _rank(cell: Cell) -> tuple[int, int, int, int, int]:
    a, b = cell.a.at, cell.b.at
    return -cell.weight, a.bit_count(), a, b.bit_count(), b


def chosen(a: Name, b: Name) -> list[Cell]:
    """Which part answers which."""
    cells = _plain_cells(a, b)
    for x, y in hopeful(a, b, *_open(a, b, cells.values())):
        cells[x.at, y.at] = _cell(x, y, x.all, y.all)
    return _best(cells.values())


def _plain_cells(a: Name, b: Name) -> dict[tuple[int, int], Cell]:
    return {
        (x.at, y.at): _cell(x, y, x.plain, y.plain)
        for x in items(a.parts)[0]
        for y in items(b.parts)[0]
        if possible(x.parts[0], y.parts[0])
    }


def _open(a: Name, b: Name, cells: Iterable[Cell]) -> tuple[int, int]:
    """The parts of either name that no answer settles, a bit each."""
    open_a, open_b = (1 << len(a.parts)) - 1, (1 << len(b.parts)) - 1
    for cell in _best(cells):
        if cell.each >= SETTLED:
            open_a &= ~cell.a.at
            open_b &= ~cell.b.at
    return open_a, open_b


def hopeful(a: Name, b: Name, open_a: int, open_b: int) -> Iterable[tuple[Item, Item]]:
    """What is not settled and may be one in another reading, or joined."""
    if not open_a or not open_b:
        return
    (single_a, joins_a), (single_b, joins_b) = items(a.parts), items(b.parts)
    for x in single_a:
        for y in single_b:
            if x.at & open_a and y.at & open_b and _may_bend(x.parts[0], y.parts[0]):
                yield x, y
    yield from ((x, y) for x in joins_a for y in single_b if _may_join(x, y, open_a, open_b))
    yield from ((x, y) for x in single_a for y in joins_b if _may_join(y, x, open_b, open_a))


def _may_bend(a: Part, b: Part) -> bool:
    if INITIAL in (a.kind, b.kind):
        return False
    return a.short or b.short or ((a.bends or b.bends) and _bent_alike(a.bones, b.bones))


def _may_join(joins: Item, single: Item, open_joined: int, open_single: int) -> bool:
    """Whether neighbouring parts of one name may be one part of the other."""
    part = single.parts[0]
    if part.kind != NAME or not (joins.at & open_joined and single.at & open_single):
        return False
    least = JOINED_HAN if HAN in (joins.script, part.script) else JOINED_LETTERS
    letters = bones = 0
    for one in joins.parts:
        letters += len(one.readings[0])
        bones |= one.bones
    return len(part.readings[0]) >= least * letters and _joined_alike(bones, part.bones)


def measured(a: Name, b: Name, chosen: Sequence[Cell]) -> tuple[float, ...]:
    """The measures of two names, see :func:`hexapla.names.judging.measures`."""
    left_a = unanswered(a.parts, sum(cell.a.at for cell in chosen))
    left_b = unanswered(b.parts, sum(cell.b.at for cell in chosen))
    stays_a, stays_b = without_initials(left_a, left_b)
    left_a, left_b = list(compress(left_a, stays_a)), list(compress(left_b, stays_b))
    full_a, full_b = full(left_a, left_b), full(left_b, left_a)
    near = [
        _cell(x, y, x.plain, y.plain).each
        for x in (Item((part,), 0) for part in full_a)
        for y in (Item((part,), 0) for part in full_b)
        if possible(x.parts[0], y.parts[0])
    ]
    places = [cell.b.at for cell in sorted(chosen, key=lambda cell: cell.a.at)]
    return measures(
        [cell.each for cell in chosen],
        [cell.letters for cell in chosen],
        ((len(full_a), len(left_a) - len(full_a)), (len(full_b), len(left_b) - len(full_b))),
        min(certain(a), certain(b)) == 1,
        places != sorted(places),
        sum(len(cell.a.parts) + len(cell.b.parts) > 2 for cell in chosen),
        max(near, default=EXCLUDED),
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
    for cell in sorted(chosen, key=lambda cell: cell.a.at):
        cost = round(1 - min(1.0, max(0.0, cell.each / SURE)), 3)
        yield Answer(cell.a.written, cell.b.written, cost)
    left_a, left_b = (
        unanswered(name.parts, used)
        for name, used in ((a, sum(cell.a.at for cell in chosen)), (b, sum(cell.b.at for cell in chosen)))
    )
    yield from (Answer(part.written, None, 1.0) for part in left_a)
    yield from (Answer(None, part.written, 1.0) for part in left_b)
