"""A passage that another witness says within a longer one: linked by its clause.

Whole against whole the two differ too much in size to be linked; so what is still free is
held against the clauses of what is free on the other side, and linked with the passage whose
clause answers it both ways, clearly better than any clause of another does. (Held against
linked passages too, it found no more on the stories of eval/, and false links on real reports.)
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hexapla.collation.answering import Answers
from hexapla.collation.evidence import Matrix, Side
from hexapla.collation.linking import Bead
from hexapla.collation.scoring import side_odds, sigmoid

# Log-odds of a passage and a clause from which they are linked, and by how much they must beat the
# clauses of any other passage. Swept -1 to 1 on the stories of eval/: below 0 precision of links falls.
CONTAINED, MARGIN = 0.0, 1.0


def contained(
    free: Sequence[int], mine: Side, clauses: Side, owners: Sequence[int], matches: Answers
) -> list[tuple[int, int, float]]:
    """``(passage of mine, passage of the other, chance)`` for free passages that a clause answers.

    ``owners`` gives for each of the other's clauses the number of its passage.
    """
    if not free or not clauses.passages:
        return []
    some = mine.merged([[n] for n in free])
    odds = side_odds(some, clauses, matches).alone
    owner = np.array(owners)
    return [found for n, row in zip(free, odds, strict=True) if (found := _best(n, row, owner))]


def _best(number: int, odds: Matrix, owner: np.ndarray) -> tuple[int, int, float] | None:
    best = int(odds.argmax())
    rivals = odds[owner != owner[best]]
    clear = odds[best] - rivals.max(initial=-8.0) >= MARGIN
    if odds[best] >= CONTAINED and clear:
        return number, int(owner[best]), float(sigmoid(odds[best : best + 1])[0])
    return None


def with_contained(beads: Sequence[Bead], more: Sequence[tuple[int, int, float]]) -> list[Bead]:
    """Beads with further pairs put in: a pair that touches beads makes them one."""
    found = list(beads)
    for row, column, chance in more:
        touching = [bead for bead in found if row in bead.a or column in bead.b]
        merged = Bead(
            tuple(sorted({row, *(i for bead in touching for i in bead.a)})),
            tuple(sorted({column, *(j for bead in touching for j in bead.b)})),
            min([chance, *(bead.confidence for bead in touching)]),
        )
        found = [bead for bead in found if bead not in touching] + [merged]
    return sorted(found)
