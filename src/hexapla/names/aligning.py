"""Two words, letter against letter, at costs that were learned for their two scripts.

A word is cut into units of one to three letters, and each unit answers one of the other word
or nothing. A unit pair's weight says how much more often the two stand for one another in
names than by chance (the logarithm, in hundredths, of a joint probability over the product of
its letters' own); the weight of two words is that of the best cut. This is the memoryless
transducer of Ristad & Yianilos 1998 with the many-to-many units of Jiampojamarn, Kondrak &
Sherif 2007; ``eval/names.py`` learns the weights.

Whole numbers throughout: one pair at a time and thousands at once give the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, cached_property

import numpy as np
import numpy.typing as npt

from hexapla.names.letters import LONGEST, SCRIPTS, rows

Numbers = npt.NDArray[np.int32]
Weights = npt.NDArray[np.int16]
# Weight of two letters never seen to answer one another, and of a letter that nothing answers.
# What learning gives rare ones lies near these (its share kept for chance, see eval/units.py).
STRANGE, ALONE = -450, -300
# Twice this is still a number of two bytes; no path is worth less than this once.
NEVER = -16_000
# Word pairs remembered; word pairs aligned in one go.
MOST_KEPT = 500_000
AT_ONCE = 384
NO_UNIT, NOTHING, UNKNOWN, FIRST = 0, 1, 2, 3
CODE_POINTS = 1 << 16


class Side:
    """The units of one side of a table, numbered, and words written in those numbers."""

    def __init__(self, units: Iterable[str]) -> None:
        self.units = {unit: n for n, unit in enumerate(sorted(units), start=FIRST)}
        self.longest = max((len(unit) for unit in self.units), default=1)

    def __len__(self) -> int:
        return len(self.units) + FIRST

    def codes(self, word: str) -> list[list[int]]:
        """By unit length, then by the place where the unit ends: its number."""
        get, places = self.units.get, range(len(word) + 1)
        out = [[NOTHING] * len(places)]
        for size in range(1, self.longest + 1):
            missing = UNKNOWN if size == 1 else NO_UNIT
            out.append([get(word[i - size : i], missing) if i >= size else NO_UNIT for i in places])
        return out

    @cached_property
    def _tables(self) -> tuple[Numbers, list[Numbers]]:
        """Code point → letter (0 none, 1 unknown); letters, as digits of a number → unit, by unit length."""
        letters = sorted({letter for unit in self.units for letter in unit})
        of_point = np.ones(CODE_POINTS, dtype=np.int32)
        of_point[0] = 0
        for n, letter in enumerate(letters, start=2):
            of_point[ord(letter)] = n
        base = len(letters) + 2
        of_size = [np.zeros(base**size, dtype=np.int32) for size in range(1, self.longest + 1)]
        of_size[0][1:] = UNKNOWN
        for unit, number in self.units.items():
            digits = 0
            for letter in unit:
                digits = digits * base + int(of_point[ord(letter)])
            of_size[len(unit) - 1][digits] = number
        return of_point, of_size

    def block(self, words: Sequence[str]) -> Numbers:
        """The codes of many words, shape (unit length, place, word), padded to the longest."""
        of_point, of_size = self._tables
        longest = max(1, *map(len, words))
        points = np.array(words, dtype=f"U{longest}").view(np.uint32).reshape(len(words), longest).T
        letters = of_point[np.where(points < CODE_POINTS, points, 1)]
        out = np.zeros((self.longest + 1, longest + 1, len(words)), dtype=np.int32)
        out[0] = NOTHING
        digits, base = letters, len(of_size[0])
        out[1, 1:] = of_size[0][digits]
        for size in range(2, min(self.longest, longest) + 1):
            digits = digits[:-1] * base + letters[size - 1 :]
            out[size, size:] = of_size[size - 1][digits]
        return out


class Table:
    """What the letters of one script answer in another."""

    def __init__(self, weights: dict[tuple[str, str], int]) -> None:
        self.a = Side({u for u, _ in weights if u})
        self.b = Side({v for _, v in weights if v})
        self.steps = sorted({(len(u), len(v)) for u, v in weights} | {(0, 1), (1, 0), (1, 1)})
        self.weights = self._dense(weights)
        self._known: dict[tuple[str, str], int] = {}
        self._begun: dict[tuple[str, bool], tuple[str, ...]] = {}

    def weigh(self, a: str, b: str) -> int:
        """The weight of two words, hundredths of a natural logarithm."""
        known = self._known.get((a, b))
        if known is None:
            if len(self._known) > MOST_KEPT:
                self._known.clear()
            known = self._known[a, b] = self._weigh(a, b)
        return known

    def answers_to(self, initial: str, turned: bool) -> tuple[str, ...]:
        """What words of the second script (``turned``: the first) may begin with where those of the other do so."""
        found = self._begun.get((initial, turned))
        if found is None:
            one, other = (self.b, self.a) if turned else (self.a, self.b)
            weights = self.weights.T if turned else self.weights
            numbers = [number for unit, number in one.units.items() if unit.startswith(initial)]
            good = np.any(weights[numbers] > 0, axis=0).tolist()
            found = tuple(unit for unit, number in other.units.items() if good[number])
            self._begun[initial, turned] = found
        return found

    def _dense(self, weights: dict[tuple[str, str], int]) -> Weights:
        out = np.full((len(self.a), len(self.b)), NEVER, dtype=np.int16)
        one_a = [UNKNOWN, *(n for unit, n in self.a.units.items() if len(unit) == 1)]
        one_b = [UNKNOWN, *(n for unit, n in self.b.units.items() if len(unit) == 1)]
        out[np.ix_(one_a, one_b)] = STRANGE
        out[one_a, NOTHING] = ALONE
        out[NOTHING, one_b] = ALONE
        for (u, v), weight in weights.items():
            out[self.a.units[u] if u else NOTHING, self.b.units[v] if v else NOTHING] = weight
        return out

    @cached_property
    def _lists(self) -> list[list[int]]:
        return [[int(weight) for weight in row] for row in self.weights]

    def _weigh(self, a: str, b: str) -> int:
        code_a, code_b, table = self.a.codes(a), self.b.codes(b), self._lists
        best = [[NEVER] * (len(b) + 1) for _ in range(len(a) + 1)]
        best[0][0] = 0
        for i, here in enumerate(best):
            arrivals = [(best[i - m], n, table[code_a[m][i]], code_b[n]) for m, n in self.steps if m <= i]
            for j in range(len(b) + 1):
                top = here[j]
                for before, n, weights, code in arrivals:
                    if n <= j:
                        reached = before[j - n] + weights[code[j]]
                        if reached > top:  # noqa: PLR1730 - the innermost loop: max() takes twice as long
                            top = reached
                here[j] = top
        return best[-1][-1]

    def weigh_many(self, a: Sequence[str], b: Sequence[str], pairs: Numbers) -> Numbers:
        """The weights of many pairs of words: ``pairs`` of shape (2, n) says which of ``a`` with which of ``b``."""
        out = np.zeros(pairs.shape[1], dtype=np.int32)
        length_a = np.array([len(word) for word in a], dtype=np.int32)[pairs[0]]
        length_b = np.array([len(word) for word in b], dtype=np.int32)[pairs[1]]
        codes_a, codes_b = self.a.block(a) * len(self.b), self.b.block(b)
        # Words of like length together, so that little is computed beyond their ends: by the first's
        # length, and up and down by the second's, so that it does not leap where the first's changes.
        second = np.where(length_a % 2, length_b, LONGEST - length_b)
        order = np.argsort(length_a * (LONGEST + 1) + second, kind="stable")
        for at in range(0, len(order), AT_ONCE):
            some = order[at : at + AT_ONCE]
            ends = length_a[some], length_b[some]
            block_a = codes_a[:, : ends[0].max() + 1, pairs[0][some]].astype(np.intp)
            block_b = codes_b[:, : ends[1].max() + 1, pairs[1][some]].astype(np.intp)
            out[some] = self._sweep(block_a, block_b)[(*ends, np.arange(len(some)))]
        return out

    def _sweep(self, codes_a: npt.NDArray[np.intp], codes_b: npt.NDArray[np.intp]) -> Weights:
        """Best weights up to every two places, shape (places of a, places of b, pair).

        A row at a time: what comes from the rows above all at once, then along the row. A margin
        that is worth nothing stands for the places before the words.
        """
        flat, down = self.weights.ravel(), [step for step in self.steps if step[0]]
        margin, columns = max(n for _, n in self.steps), codes_b.shape[1]
        best = np.full((codes_a.shape[1], margin + columns, codes_a.shape[2]), NEVER, dtype=np.int16)
        best[0, margin] = 0
        # Along the row only letters that nothing answers, the same in every row: what they sum to up to each place.
        alone = flat.take(codes_a[0, 0] + codes_b[1])
        alone[alone == NEVER] = 0  # beyond the word
        alone = np.cumsum(alone, axis=0, dtype=np.int16)
        for i, row in enumerate(best):
            here = row[margin:]
            for m, n in down:
                if m <= i:
                    step = flat.take(codes_a[m, i] + codes_b[n], mode="clip")  # in range: "raise" would copy
                    step += best[i - m, margin - n : margin - n + columns]
                    np.maximum(here, step, out=here)
            here -= alone
            np.maximum.accumulate(here, axis=0, out=here)
            here += alone
        return best[:, margin:]


def read_weights(name: str) -> dict[tuple[str, str], int]:
    """A costs file: unit, unit, weight; an empty unit is nothing."""
    return {(u, v): int(weight) for u, v, weight in rows(name)}


@cache
def table(script_a: str, script_b: str) -> Table:
    """The table of two scripts, which must stand in the order of :func:`ordered`."""
    return Table(read_weights(f"costs/{script_a}-{script_b}.tsv"))


def ordered(script_a: str, script_b: str) -> bool:
    """Whether the pair's table is kept this way round."""
    return SCRIPTS.index(script_a) >= SCRIPTS.index(script_b)


@cache
def facing(script_a: str, script_b: str) -> tuple[Table, bool]:
    """The table of two scripts, and whether it is kept the other way round."""
    if ordered(script_a, script_b):
        return table(script_a, script_b), False
    return table(script_b, script_a), True
