"""Which witnesses report one event: by what they say alike, who is in it, where and when.

Simple, and explained: two witnesses are of one event when enough of the shorter one's words
stand in passages that answer the other's; a date given for both that lies days apart
speaks against it. Groups grow by average linkage, so that one chance likeness does not
chain two events. Stories whose witnesses name the same rare names are one affair.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

import numpy as np

from hexapla.collation.items import FIGURES, Item
from hexapla.collation.workings import Pair, Read, Workings
from hexapla.lexicon.matching import lexicon
from hexapla.story.model import Bond, Grouping

# A link below this chance says nothing of the event.
SURE_LINK = 0.5
# Log-odds by themselves, without their neighbours' support, from which a link is a close one.
CLOSE = 1.0
# From this on two witnesses are of one event: the mean of the shorter one's share in linked passages
# and its share in closely linked ones. On the samples and seeds, undated: one event .50-1.0, another
# event of the same states .00-.44 (the share alone: .74-1.0 and .00-.76).
SAME_EVENT = 0.47
# Reports of one event appear within days.
DAYS = 3
# Share of rare names in common from which two stories are one affair.
SAME_AFFAIR = 0.2
# Fields of the lexicon whose rows are names.
NAMING = ("places", "people-terms", "bodies")
# A name says something of the affair when it is no common word: weight of rare words.
RARE = 2.5


def group(workings: Workings, *, together: bool = False) -> Grouping:
    """Stories and storylines of all witnesses."""
    bonds = tuple(_bond(pair) for pair in sorted(workings.pairs, key=lambda p: sorted((p.first, p.second))))
    count = len(workings.reads)
    stories = (
        [tuple(range(count))] if together and count else _clusters(count, bonds, "same_event", SAME_EVENT)
    )
    lines = _storylines(stories, bonds)
    return Grouping(tuple(stories), tuple(lines), bonds)


def _bond(pair: Pair) -> Bond:
    share, linked = _linked_share(pair, -math.inf)
    close, _ = _linked_share(pair, CLOSE)
    names = _shared_names(pair)
    affair = _name_share(pair)
    first, second = sorted((pair.first, pair.second))
    reasons = [f"{linked} passages answer each other ({share:.0%} of the shorter text)"]
    if names:
        reasons.append("both name " + ", ".join(names))
    event = (share + close) / 2
    apart = _days_apart(pair.a, pair.b)
    if apart is not None and apart > DAYS:
        event *= 0.3
        reasons.append(f"but they are dated {apart} days apart")
    elif apart is not None:
        reasons.append("dated the same day" if not apart else f"dated {apart} days apart")
    return Bond(first, second, event, affair, tuple(reasons))


def _linked_share(pair: Pair, least: float) -> tuple[float, int]:
    """Share of the shorter witness's weight in passages linked with at least these log-odds, and
    how many links there are.
    """
    sure = [
        bead
        for bead in pair.beads
        if bead.confidence >= SURE_LINK
        and max(pair.odds.alone[i, j] for i in bead.a for j in bead.b) >= least
    ]
    shares = []
    for side, rows in (
        (pair.a.by_segment, [i for x in sure for i in x.a]),
        (pair.b.by_segment, [j for x in sure for j in x.b]),
    ):
        shares.append((float(side.totals.sum()), float(side.totals[rows].sum()) if rows else 0.0))
    total, answered = min(shares)
    return answered / (total + 1.0), len(sure)


def _days_apart(a: Read, b: Read) -> int | None:
    if a.witness.published and b.witness.published:
        return abs((a.witness.published - b.witness.published).days)
    return None


def _names(read: Read) -> dict[int, float]:
    """Vocabulary numbers of words that name somebody or some place, with their weight: by the field
    of their meaning, by a capital, or, where neither tells, because no row knows them.
    """
    return {
        n: item.weight
        for n, item in enumerate(read.by_clause.vocabulary)
        if item.kind not in FIGURES and item.weight >= RARE and (not item.senses or _named(item))
    }


def _named(item: Item) -> bool:
    field = lexicon().concepts.field
    return item.capital or any(field[concept] in NAMING for concept, weight in item.senses if weight >= 1.0)


def _shared_names(pair: Pair) -> list[str]:
    """A few names that both carry, as the first witness writes them."""
    theirs = _names(pair.b)
    found = []
    for n, weight in _names(pair.a).items():
        if any(other in theirs and strength > 0.75 for other, strength in pair.matches[n]):
            item = pair.a.by_clause.vocabulary[n]
            found.append((-weight, pair.a.witness.text[item.start : item.end]))
    return [name for _, name in sorted(found)[:4]]


def _name_share(pair: Pair) -> float:
    """Cosine of the two witnesses' weights of names."""
    mine, theirs = _names(pair.a), _names(pair.b)
    shared = 0.0
    for n, weight in mine.items():
        best = max((s for other, s in pair.matches[n] if other in theirs), default=0.0)
        shared += weight * weight * best
    size = math.sqrt(sum(w * w for w in mine.values()) * sum(w * w for w in theirs.values()))
    return min(1.0, shared / size) if size else 0.0


def _clusters(count: int, bonds: Sequence[Bond], what: str, enough: float) -> list[tuple[int, ...]]:
    """Average-linkage groups; ties go to the earlier witnesses."""
    score = np.zeros((count, count))
    for bond in bonds:
        score[bond.first, bond.second] = score[bond.second, bond.first] = getattr(bond, what)
    groups: list[tuple[int, ...]] = [(n,) for n in range(count)]
    while len(groups) > 1:
        best, one, other = max(
            (
                (float(score[np.ix_(a, b)].mean()), -i, -j)
                for (i, a), (j, b) in combinations(enumerate(groups), 2)
            ),
        )
        if best < enough:
            break
        merged = tuple(sorted(groups[-one] + groups[-other]))
        groups = [g for n, g in enumerate(groups) if n not in (-one, -other)] + [merged]
    return sorted(groups)


def _storylines(stories: Sequence[tuple[int, ...]], bonds: Sequence[Bond]) -> list[tuple[int, ...]]:
    """Stories of one affair: those whose witnesses are, at best, close enough."""
    score = {frozenset((b.first, b.second)): b.same_affair for b in bonds}
    between = [
        Bond(i, j, 0.0, max(score[frozenset((x, y))] for x in a for y in b), ())
        for (i, a), (j, b) in combinations(enumerate(stories), 2)
    ]
    return _clusters(len(stories), between, "same_affair", SAME_AFFAIR)


def membership(grouping: Grouping, members: Sequence[int]) -> list[tuple[str, float]]:
    """Why each member belongs to its story (one plain sentence), and how surely."""
    found = []
    for member in members:
        own = [
            b for b in grouping.bonds if member in (b.first, b.second) and {b.first, b.second} <= set(members)
        ]
        if not own:
            found.append(("It is alone: no other input reports this event.", 1.0))
            continue
        best = max(own, key=lambda b: (b.same_event, -b.first, -b.second))
        other = members.index(best.second if best.first == member else best.first)
        found.append(
            (f"With {chr(ord('A') + other)}: {'; '.join(best.reasons)}.", round(min(1.0, best.same_event), 3))
        )
    return found
