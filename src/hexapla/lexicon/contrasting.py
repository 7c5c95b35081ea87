"""Contrast sets: words that fill one slot and say different things there.

``contrasts/words.tsv`` is in the lexicon's form, a row a member and ``family`` its set;
``contrasts/sets.toml`` says of each set whether its members are *rival* claims (lunch,
dinner) or *loaded* names of one thing (army, occupation forces), with a neutral label. A
word may stand in several members of a set: it then contrasts with none of them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from hexapla.lang.words import Word, affixes
from hexapla.lexicon.compiled import COMPILED
from hexapla.lexicon.matching import Lexicon, lexicon

DATA = Path(__file__).parent / "contrasts"
CONTRASTS = COMPILED.parent / "contrasts"


@dataclass(frozen=True, slots=True)
class ContrastSet:
    """A set of members: ``label`` names the slot that they fill, without any side's word."""

    id: str
    kind: Literal["rival", "loaded"]
    label: str


class Contrast(NamedTuple):
    """A stretch of text that says a member of a set, or several where the word leaves it open.

    ``sure`` is false where the word usually means something else.
    """

    start: int
    end: int
    set: str
    members: frozenset[str]
    sure: bool


@dataclass(frozen=True)
class Contrasts:
    """The sets, and the words that say their members."""

    folder: Path

    @cached_property
    def sets(self) -> Mapping[str, ContrastSet]:
        with (DATA / "sets.toml").open("rb") as file:
            return {name: ContrastSet(name, **row) for name, row in tomllib.load(file).items()}

    @cached_property
    def _words(self) -> Lexicon:
        return Lexicon(self.folder)

    @cached_property
    def _set_of(self) -> Mapping[int, tuple[str, str]]:
        """Concept number → its set and member."""
        found = {}
        for number, concept in enumerate(self._words.concepts.ids):
            name = max((s for s in self.sets if concept.startswith(s + "-")), key=len)
            found[number] = (name, concept.removeprefix(name + "-"))
        return found

    def _another(self, form: str, language: str) -> bool:
        """Whether a form is a word of its own in the lexicon, which these few words know only by
        taking it apart: ``جراحين`` are surgeons, no wounds.
        """
        own = self._words.terms(language).table.forms
        bare = affixes(language).without_article(form)
        return form in lexicon().terms(language).table.forms and form not in own and bare not in own

    def marks(self, words: Sequence[Word], language: str) -> list[Contrast]:
        """The contrast words of a stretch, in order."""
        found = []
        for match in self._words.terms(language).match(words):
            if self._another(match.form, language):
                continue
            members: dict[str, set[str]] = {}
            sure: dict[str, bool] = {}
            # A term's parts have meanings of their own at half weight: only the term's own count here.
            best = max((weight for _, weight in match.senses), default=0.0)
            for concept, weight in () if match.kin else match.senses:
                if weight >= min(best, WHOLE):
                    name, member = self._set_of[concept]
                    members.setdefault(name, set()).add(member)
                    sure[name] = sure.get(name, False) or weight >= WHOLE
            found += [
                Contrast(match.start, match.end, name, frozenset(some), sure[name])
                for name, some in sorted(members.items())
            ]
        return found


# The weight of a word's own, usual meaning.
WHOLE = 1.0


@cache
def contrasts() -> Contrasts:
    """The contrast sets that the package ships."""
    from hexapla.lexicon.building import ensure_current

    ensure_current(CONTRASTS, DATA)
    return Contrasts(CONTRASTS)
