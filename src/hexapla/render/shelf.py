"""Spans in order, so that those over a place are found without reading them all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from hexapla.witness.model import Span


class Shelf:
    """Spans of one text that do not overlap one another, sorted."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans)
        self._starts = [s.start for s in self.spans]

    def over(self, span: Span) -> Iterator[tuple[int, Span]]:
        """Those that share a code point with ``span``, with their indices, in order."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        for index in range(first, bisect_left(self._starts, span.end)):
            if self.spans[index].overlap(span):
                yield index, self.spans[index]

    def before(self, offset: int) -> Span | None:
        """The last that starts before ``offset``, else the first, else ``None``."""
        if not self.spans:
            return None
        return self.spans[max(bisect_left(self._starts, offset) - 1, 0)]
