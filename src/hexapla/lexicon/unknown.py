"""What can still be told of a word that no row has: it may be several run together, or kin to a known one.

Pages lose the blanks between words (``الأمراضبسبب``), most often where a layout was taken
apart; and every language makes words that no list has (*unilaterally*, *pipefitters*). The
first are parted by the cheapest way through known words, as a search engine parts a query
(a Viterbi search over word frequencies); the second lend the meanings of the known word
with the longest common beginning, at a discount.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

# Shorter unknown words are names or slips more often than two words run together.
RUN_TOGETHER = 8
# What a piece costs besides its rarity, what a letter of an unknown piece costs, and what is too dear per letter.
PIECE, STRANGE, TOO_DEAR = 3.0, 4.0, 1.25
LONGEST_PIECE = 14
# A common beginning must be so long, and so great a part of the longer word.
BEGINNING, SHARE = 5, 0.62

Rarity = Callable[[str], float | None]
"""Cost of a known word by its rarity (0 for the commonest), ``None`` for an unknown one."""


def parted(form: str, rarity: Rarity) -> list[tuple[int, int]]:
    """The words run together in a form, as spans; empty where it is not plainly several known words."""
    size = len(form)
    if size < RUN_TOGETHER:
        return []
    best: list[tuple[float, int, bool]] = [(0.0, 0, True)] + [(float("inf"), 0, False)] * size
    for start in range(size):
        so_far = best[start][0]
        for end in range(start + 1, min(size, start + LONGEST_PIECE) + 1):
            # Nothing is free: what is too dear before its cost is known need not be looked up.
            if so_far + PIECE >= min(best[end][0], TOO_DEAR * size):
                continue
            cost = rarity(form[start:end]) if end - start > 1 else None
            known = cost is not None
            total = so_far + PIECE + (STRANGE * (end - start) if cost is None else cost)
            if total < best[end][0]:
                best[end] = (total, start, known)
    if best[size][0] > TOO_DEAR * size:
        return []
    spans, end = [], size
    while end:
        spans.append((best[end][1], end))
        end = best[end][1]
    return spans[::-1] if len(spans) > 1 else []


def kin(form: str, known: Sequence[str]) -> list[str]:
    """The known forms (given sorted) with the longest beginning in common, if it is long enough."""
    at = bisect_left(known, form)
    best, found = max(BEGINNING, int(SHARE * len(form) + 0.999)), []
    for step in (-1, 1):
        n = at - 1 if step < 0 else at
        while 0 <= n < len(known):
            common = _common(form, known[n])
            if common < best or common < SHARE * len(known[n]):
                if common < best:
                    break
            elif common > best:
                best, found = common, [known[n]]
            else:
                found.append(known[n])
            n += step
    return sorted(found)


def _common(a: str, b: str) -> int:
    shared = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared += 1
    return shared
