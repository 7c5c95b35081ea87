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
from functools import cache

import numpy as np
import numpy.typing as npt

from hexapla.names.letters import SCRIPTS, rows

Codes = npt.NDArray[np.int32]
# Weight of two letters never seen to answer one another, and of a letter that nothing answers.
# Swept -300..-600 and -150..-400 on names-dev; the former is flat, the latter matters little below -250.
STRANGE, ALONE = -450, -300
NEVER = -20_000
# Word pairs remembered; a batch of a million pairs of names has fewer that are not dismissed at once.
MOST_KEPT = 1_000_000
# Word pairs aligned in one go, and the fewest for which arrays pay.
AT_ONCE, FEW = 4096, 24
NOTHING, UNKNOWN, NO_UNIT = 1, 2, 0


class Side:
    """The units of one side of a table, numbered, and words written in those numbers."""

    def __init__(self, units: Iterable[str]) -> None:
        self.units = {unit: n for n, unit in enumerate(sorted(units), start=3)}
        self.longest = max((len(unit) for unit in self.units), default=1)
        self._numbers: dict[str, int] = {}
        self._codes: list[list[list[int]]] = []

    def __len__(self) -> int:
        return len(self.units) + 3

    def codes(self, word: str) -> list[list[int]]:
        """By unit length, then by the place where the unit ends: its number."""
        known = self._numbers.get(word)
        if known is None:
            known = self._numbers[word] = len(self._codes)
            self._codes.append(self._encode(word))
        return self._codes[known]

    def _encode(self, word: str) -> list[list[int]]:
        get, places = self.units.get, range(len(word) + 1)
        out = [[NOTHING] * len(places)]
        for size in range(1, self.longest + 1):
            missing = UNKNOWN if size == 1 else NO_UNIT
            out.append([get(word[i - size : i], missing) if i >= size else NO_UNIT for i in places])
        return out

    def block(self, words: Sequence[str]) -> Codes:
        """The codes of many words: (unit length, place, word), padded to the longest."""
        longest = max(map(len, words)) + 1
        out = np.zeros((self.longest + 1, longest, len(words)), dtype=np.int32)
        for n, word in enumerate(words):
            out[:, : len(word) + 1, n] = self.codes(word)
        return out

    def forget(self) -> None:
        self._numbers.clear()
        self._codes.clear()


class Table:
    """What the letters of one script answer in another."""

    def __init__(self, weights: dict[tuple[str, str], int]) -> None:
        self.a = Side({u for u, _ in weights if u})
        self.b = Side({v for _, v in weights if v})
        self.steps = sorted({(len(u), len(v)) for u, v in weights} | {(0, 1), (1, 0), (1, 1)})
        self.weights = self._dense(weights)
        self.columns = len(self.b)
        self._rows = [row.tolist() for row in self.weights]
        self.flat = self.weights.ravel()
        self.known: dict[tuple[str, str], int] = {}

    def _dense(self, weights: dict[tuple[str, str], int]) -> npt.NDArray[np.int32]:
        out = np.full((len(self.a), len(self.b)), NEVER, dtype=np.int32)
        one_a = [UNKNOWN, *(n for unit, n in self.a.units.items() if len(unit) == 1)]
        one_b = [UNKNOWN, *(n for unit, n in self.b.units.items() if len(unit) == 1)]
        out[np.ix_(one_a, one_b)] = STRANGE
        out[one_a, NOTHING] = ALONE
        out[NOTHING, one_b] = ALONE
        for (u, v), weight in weights.items():
            out[self.a.units[u] if u else NOTHING, self.b.units[v] if v else NOTHING] = weight
        return out

    def weigh(self, a: str, b: str) -> int:
        """The weight of two words, hundredths of a natural logarithm."""
        known = self.known.get((a, b))
        if known is None:
            if len(self.known) > MOST_KEPT:
                self.forget()
            known = self.known[a, b] = self._one(a, b)
        return known

    def fill(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Weighs many pairs of words that are not known yet, and remembers them."""
        if len(self.known) + len(pairs) > 2 * MOST_KEPT:
            self.forget()
        if len(pairs) < FEW:
            for a, b in pairs:
                self.known[a, b] = self._one(a, b)
            return
        ordered = sorted(pairs, key=lambda pair: (len(pair[0]), len(pair[1])))
        for at in range(0, len(ordered), AT_ONCE):
            block = ordered[at : at + AT_ONCE]
            self.known.update(zip(block, self._many(block).tolist(), strict=True))

    def forget(self) -> None:
        for thing in (self.known, self.a, self.b):
            thing.clear() if isinstance(thing, dict) else thing.forget()

    def _one(self, a: str, b: str) -> int:
        code_a, code_b, table = self.a.codes(a), self.b.codes(b), self._rows
        best = [[NEVER] * (len(b) + 1) for _ in range(len(a) + 1)]
        best[0][0] = 0
        for i in range(len(a) + 1):
            here = best[i]
            from_rows = [(best[i - k], l, table[code_a[k][i]], code_b[l]) for k, l in self.steps if k <= i]
            for j in range(len(b) + 1):
                top = here[j]
                for before, l, weights, code in from_rows:
                    if l <= j:
                        reached = before[j - l] + weights[code[j]]
                        if reached > top:
                            top = reached
                here[j] = top
        return best[-1][-1]

    def _many(self, pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.int32]:
        code_a = self.a.block([a for a, _ in pairs]) * self.columns
        code_b = self.b.block([b for _, b in pairs])
        rows_, columns, count = code_a.shape[1], code_b.shape[1], len(pairs)
        best = np.full((rows_, columns, count), NEVER, dtype=np.int32)
        best[0, 0] = 0
        for i in range(rows_):
            for j in range(columns):
                here = best[i, j]
                for k, l in self.steps:
                    if k <= i and l <= j:
                        step = self.flat.take(code_a[k, i] + code_b[l, j])
                        step += best[i - k, j - l]
                        np.maximum(here, step, out=here)
        ends = ([len(a) for a, _ in pairs], [len(b) for _, b in pairs], range(count))
        return np.asarray(best[ends])


def read_weights(name: str) -> dict[tuple[str, str], int]:
    """A costs file: unit, unit, weight; an empty unit is nothing."""
    return {(u, v): int(weight) for u, v, weight in rows(name)}


@cache
def table(script_a: str, script_b: str) -> Table:
    """The table of two scripts, the first not after the second in :data:`SCRIPTS`' order of files."""
    return Table(read_weights(f"costs/{script_a}-{script_b}.tsv"))


def ordered(script_a: str, script_b: str) -> bool:
    """Whether the pair's table is kept this way round."""
    return SCRIPTS.index(script_a) >= SCRIPTS.index(script_b)
