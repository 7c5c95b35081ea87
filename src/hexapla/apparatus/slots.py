"""The words of a row matched one to one between two witnesses, and what is left over.

Where a clause is answered as a whole, its words are matched one by one (surest first, then
those at like places), so that a word said twice here and once there leaves one over. What
is left over on one side with nothing left over in the same slot of the other is lacking
there; where both have something left over, they say the same in other words, or differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from hexapla.apparatus.standing import as_spelled, spelled
from hexapla.collation.items import Item
from hexapla.collation.workings import Pair
from hexapla.witness.model import Span

# A match below this is a likeness or a weak meaning: not enough to say that a word is answered.
ANSWERED = 0.5


class RowMatch:
    """The items of a row of two witnesses, ``mine`` (of ``witness``) and ``theirs``, matched."""

    def __init__(self, pair: Pair, witness: int, spans: Sequence[Span], other_spans: Sequence[Span]) -> None:
        self.pair, self.witness, self._other_spans = pair, witness, other_spans
        self._read, self._other, self._answers = pair.of(witness)
        self.mine: list[Item] = [item for span in spans for item in self._read.items(span)]
        self.theirs: list[Item] = [item for span in other_spans for item in self._other.items(span)]

    @property
    def language(self) -> str:
        return self._read.witness.language

    @property
    def other_language(self) -> str:
        return self._other.witness.language

    def beside(self, k: int) -> list[int]:
        """The words next to one of mine on either side, passing over what is part of the same words."""
        item = self.mine[k]
        before = next((n for n in range(k - 1, -1, -1) if self.mine[n].end <= item.start), None)
        after = next((n for n in range(k + 1, len(self.mine)) if self.mine[n].start >= item.end), None)
        return [n for n in (before, after) if n is not None]

    def written(self, meanings: Iterable[int]) -> bool:
        """Whether the other has in the row, letter for letter, a word for one of some meanings: words of grammar,
        and single signs of a script without spaces, are not read as items.
        """
        return any(word in self._other_text for c in meanings for word in spelled(c, self.other_language))

    @cached_property
    def _other_text(self) -> str:
        text = self._other.witness.text
        return as_spelled(" ".join(span.of(text) for span in self._other_spans), self.other_language)

    @cached_property
    def _strengths(self) -> list[dict[int, float]]:
        """For each of my items the places of their items that answer it, with how well."""
        places: dict[int, list[int]] = {}
        for n, item in enumerate(self.theirs):
            places.setdefault(self._other.by_clause.number[item.key], []).append(n)
        number = self._read.by_clause.number
        return [
            {
                place: strength
                for word, strength in self._answers[number[item.key]]
                if strength >= ANSWERED
                for place in places.get(word, ())
            }
            for item in self.mine
        ]

    @cached_property
    def answer(self) -> dict[int, int]:
        """My items' numbers → their items', one to one."""
        size, other = max(1, len(self.mine)), max(1, len(self.theirs))
        candidates = sorted(
            (-round(strength, 3), abs(k / size - place / other), k, place)
            for k, some in enumerate(self._strengths)
            for place, strength in some.items()
        )
        found: dict[int, int] = {}
        taken: set[int] = set()
        for _, _, k, place in candidates:
            if k not in found and place not in taken:
                found[k] = place
                taken.add(place)
        return found

    def doubled(self, k: int) -> bool:
        """Whether an item is answered only by a word that answers another of mine."""
        return k not in self.answer and bool(self._strengths[k])

    def near(self, k: int) -> bool:
        """Whether some word of the row answers an item weakly: a likeness, a rare meaning, the word family."""
        number = self._read.by_clause.number
        present = {self._other.by_clause.number[item.key] for item in self.theirs}
        return any(word in present for word, _ in self._answers[number[self.mine[k].key]])

    @cached_property
    def left_over(self) -> list[int]:
        """Their items that answer nothing of mine."""
        taken = set(self.answer.values())
        touched = {place for some in self._strengths for place in some}
        return [n for n in range(len(self.theirs)) if n not in taken and n not in touched]

    @cached_property
    def share(self) -> float:
        """Share of the weight of my items that is answered one to one."""
        total = sum(item.weight for item in self.mine)
        return sum(self.mine[k].weight for k in self.answer) / total if total else 0.0

    def slot(self, first: int, last: int) -> list[int] | None:
        """Their left-over items in the slot of my items ``first..last`` (exclusive): between, or next to,
        the answers of the neighbours. None where no neighbour is answered.
        """
        before = next(
            (self.answer[k] for k in range(first - 1, max(-1, first - 4), -1) if k in self.answer), None
        )
        after = next(
            (self.answer[k] for k in range(last, min(len(self.mine), last + 3)) if k in self.answer), None
        )
        if before is None and after is None:
            return None
        reach = 2 + last - first
        places = set()
        for near in (before, after):
            if near is not None:
                places |= set(range(near - reach, near + reach + 1))
        return [n for n in self.left_over if n in places]
