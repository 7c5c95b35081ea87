"""A unit's text cut into runs: stretches over which the same entries hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hexapla.witness.model import Span


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text and the entries whose words it belongs to.

    ``entries``, ``opens`` and ``lacks`` hold keys of entries in the order in which they were
    given: those that cover the run, those among them that begin with it, and those whose
    words stand in other witnesses and would stand just before it here. A run that only
    holds such a place, at the end of a unit, is empty.
    """

    span: Span
    entries: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    lacks: tuple[int, ...] = ()


def runs(
    unit: Span, marked: Sequence[tuple[int, Span]], lacking: Sequence[tuple[int, int]] = ()
) -> tuple[Run, ...]:
    """Cut a unit so that its runs do not overlap and give back its text.

    Parameters
    ----------
    unit:
        The unit's span in its witness.
    marked:
        Pairs of an entry's key and a span of its words; spans may overlap, nest, and reach
        beyond the unit.
    lacking:
        Pairs of an entry's key and the offset where its words would stand. An offset
        outside the unit counts as the nearer end.
    """
    inside = [(key, Span(max(s.start, unit.start), min(s.end, unit.end))) for key, s in marked]
    inside = [(key, s) for key, s in inside if s.start < s.end]
    places = [(key, min(max(offset, unit.start), unit.end)) for key, offset in lacking]
    cuts = {unit.start, unit.end, *(i for _, s in inside for i in s), *(i for _, i in places)}
    bounds = sorted(cuts)
    made = [_run(Span(start, end), inside, places) for start, end in pairwise(bounds)]
    trailing = _keys(key for key, i in places if i == unit.end)
    return tuple(made) + ((Run(Span(unit.end, unit.end), lacks=trailing),) if trailing else ())


def _run(span: Span, marked: list[tuple[int, Span]], places: list[tuple[int, int]]) -> Run:
    return Run(
        span,
        _keys(key for key, s in marked if s.start <= span.start and span.end <= s.end),
        _keys(key for key, s in marked if s.start == span.start),
        _keys(key for key, i in places if i == span.start),
    )


def _keys(keys: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(keys))
