"""Words that say something, as a claim shows them: short, in their language, with where they stand on the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from hexapla.collation.model import Spans
from hexapla.render.bidi import direction
from hexapla.render.quote import language_at, shorten
from hexapla.render.shelf import Shelf
from hexapla.witness.model import Span, Witness

# Long enough for most statements whole; what is longer stands in the text, one click away.
LONGEST = 240
BETWEEN = " … "


@dataclass(frozen=True, slots=True)
class Told:
    """Words of one version. ``href`` leads to the passage that holds the first of them."""

    siglum: str
    language: str
    direction: str
    words: str
    href: str


@dataclass(frozen=True)
class Texts:
    """The texts of one story as they stand on a page: its key, its witnesses, and the passages shown."""

    key: str
    witnesses: Mapping[str, Witness]
    units: Mapping[str, tuple[Span, ...]]

    @cached_property
    def _shelves(self) -> dict[str, Shelf]:
        return {siglum: Shelf(spans) for siglum, spans in self.units.items()}

    def href(self, siglum: str, span: Span) -> str:
        """Where on the page a place of a text is shown; the texts as a whole where it is in no passage."""
        shelf = self._shelves.get(siglum)
        for _, unit in shelf.over(span) if shelf else ():
            return f"#{passage(self.key, siglum, unit)}"
        return f"#{self.key}-texts"

    def told(self, siglum: str, spans: Iterable[Span], most: int | None = None) -> Told | None:
        """The words of a version at some places (the first so many); None where there are none."""
        witness, places = self.witnesses.get(siglum), sorted(set(spans))[:most]
        if witness is None or not places:
            return None
        language = language_at(witness, places[0])
        words = shorten(BETWEEN.join(_one_line(s.of(witness.text)) for s in places), LONGEST)
        return Told(siglum, language, direction(language), words, self.href(siglum, places[0]))

    def every(self, spans: Spans, most: int | None = None) -> tuple[Told, ...]:
        """The words of every version that has some, in the order of the versions."""
        found = (self.told(siglum, spans[siglum], most) for siglum in self.witnesses if siglum in spans)
        return tuple(told for told in found if told is not None)

    def places(self, spans: Spans) -> str:
        """The places of words for the page's script: ``key:siglum:start-end``, parted by spaces."""
        return " ".join(
            f"{self.key}:{siglum}:{start}-{end}"
            for siglum in spans
            for start, end in sorted(set(spans[siglum]))
        )


def passage(key: str, siglum: str, unit: Span) -> str:
    """The id of a passage on a page.

    >>> passage("s1", "A", Span(10, 20))
    's1-A-u10'
    """
    return f"{key}-{siglum}-u{unit.start}"


def _one_line(words: str) -> str:
    return " ".join(words.split())
