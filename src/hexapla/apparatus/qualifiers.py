"""Telling words of a row (*provisional*, *unilateral*, *behind closed doors*) that another version of it lacks.

One word is little to go by, so that four things are asked. The word is a telling one, in the meaning that the
versions which carry it share. The lexicon has a word for that meaning in the other language. What stands
beside it is answered there. And nothing is left over in its slot that could say the same otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from hexapla.apparatus.phrases import Phrase
from hexapla.apparatus.slots import ANSWERED, RowMatch
from hexapla.apparatus.standing import could_stand, has_word, usual_senses
from hexapla.collation.items import Item
from hexapla.collation.model import Collation, Locus
from hexapla.collation.workings import Workings
from hexapla.lexicon.lists import listed
from hexapla.lexicon.matching import lexicon
from hexapla.witness.model import Span

# Confidence of a lacking qualifier: alone, and for each further witness that carries it.
ALONE, SUPPORT = 0.62, 0.15
# A row that is answered less than this is too free for single words to be missed.
FREE, FREE_SUPPORTED = 0.55, 0.3
# Of so many further witnesses that carry a word one may trust that it is lacking where nothing near it stands.
SURE = 2
# Words of two versions share a meaning when they share so much of what the one may mean, not one odd sense of many.
SHARED = 0.2
# Parts of speech that qualify.
QUALIFYING = ("adj", "adv", "phrase")
# Fields of the lexicon whose words qualify in a way of their own: when, where, how many, whose.
APART = ("time", "places", "quantities", "bodies", "people-terms")


def qualifiers(collation: Collation, workings: Workings, names: Sequence[str]) -> list[Phrase]:
    """Telling words of every row that another witness of the row lacks."""
    return [phrase for locus in collation.loci for phrase in _row(locus, workings, names)]


def _row(locus: Locus, workings: Workings, names: Sequence[str]) -> Iterator[Phrase]:
    found = dict(_lacking(locus, workings, names))
    for (a, _, b), word in found.items():
        # Where languages put the word in many ways, most of those who carry it must find it lacking.
        agree = [(c, place, b) in found for c, place in word.carriers(b)]
        if word.loose and sum(agree) < len(agree) - sum(agree):
            continue
        sure = min(0.95, ALONE + SUPPORT * len(word.shared(b)))
        yield Phrase("qualifier", a, b, Span(word.item.start, word.item.end), sure, word.item.weight)


def _lacking(
    locus: Locus, workings: Workings, names: Sequence[str]
) -> Iterator[tuple[tuple[int, int, int], _Word]]:
    """Words of a row that seem to be lacking: (witness, place, the witness that lacks it)."""
    here = [n for n, siglum in enumerate(names) if siglum in locus.units]
    for a in here if len(here) > 1 else ():
        matches = {
            b: RowMatch(workings.pair(a, b), a, locus.units[names[a]], locus.units[names[b]])
            for b in here
            if b != a
        }
        for k, item in enumerate(next(iter(matches.values())).mine):
            if usual_senses(item) & listed("telling"):
                word = _Word(k, item, matches)
                yield from (((a, k, b), word) for b in matches if word.lacking(b))


@dataclass(frozen=True)
class _Word:
    """Word ``k`` of a row of one witness, matched with each other witness of the row."""

    k: int
    item: Item
    matches: Mapping[int, RowMatch]

    def shared(self, lacking: int) -> list[frozenset[int]]:
        """What the word means along with each witness, but for one, that carries it in a telling meaning."""
        return [meanings for b, meanings in self._shared.items() if b != lacking]

    def carriers(self, lacking: int) -> list[tuple[int, int]]:
        """These witnesses, with the place of the word that answers it."""
        return [(b, self.matches[b].answer[self.k]) for b in self._shared if b != lacking]

    @cached_property
    def _shared(self) -> dict[int, frozenset[int]]:
        family, mine, found = lexicon().concepts.family, usual_senses(self.item), {}
        for b, match in self.matches.items():
            if self.k in match.answer:
                theirs = {family[c] for c, w in match.theirs[match.answer[self.k]].senses if w > ANSWERED}
                meanings = frozenset(c for c in mine if family[c] in theirs)
                if _tells(meanings) and len(meanings) >= len(mine) * SHARED:
                    found[b] = meanings
        return found

    @cached_property
    def loose(self) -> bool:
        """Whether the word is near to grammar: languages put it in many ways, or leave it out."""
        return bool(usual_senses(self.item) & listed("grammatical"))

    def lacking(self, b: int) -> bool:
        """Whether a witness lacks the word. A word that other witnesses carry is one that the lexicon knows and
        that reports carry over; any other must stand in a row that is answered closely.
        """
        match, k, shared = self.matches[b], self.k, self.shared(b)
        if self.loose and not shared:
            return False
        meanings = frozenset[int]().union(*shared) if shared else usual_senses(self.item)
        if k in match.answer or match.doubled(k) or match.near(k) or not _tells(meanings):
            return False
        if match.share < (FREE_SUPPORTED if shared else FREE):
            return False
        if not any(has_word(c, match.other_language) for c in meanings) or match.written(meanings):
            return False
        slot = match.slot(k, k + 1)
        beside = [n in match.answer for n in match.beside(k)]
        if slot is None or not (any(beside) if shared else all(beside)):
            return False
        plain = len(shared) >= SURE and not self.loose
        return not any(_could_be(match, n, meanings, known=bool(shared), plain=plain) for n in slot)


def _tells(meanings: frozenset[int]) -> bool:
    """Whether a word of these meanings is a telling one: most of them are."""
    return len(meanings & listed("telling")) * 2 > len(meanings)


def _could_be(match: RowMatch, n: int, meanings: frozenset[int], *, known: bool, plain: bool) -> bool:
    """Whether a left-over word of the other could say the same otherwise. Any qualifier could, but for one that
    is known to mean something else, where several witnesses have a word that is plain; so could, where no other
    witness carries the word, one that is not known.
    """
    item = match.theirs[n]
    if not item.senses:
        return not known and not item.capital
    if could_stand(item, match.other_language, meanings, match.language):
        return True
    theirs = usual_senses(item)
    qualifying = [c for c in theirs if _qualifies(c, meanings)]
    return not plain and (len(qualifying) * 2 > len(theirs) if known else bool(qualifying))


def _qualifies(concept: int, meanings: frozenset[int]) -> bool:
    """Whether a concept qualifies, and may do so in the way of some meanings: words of time do not tell how."""
    concepts = lexicon().concepts
    field = concepts.field[concept]
    apart = field in APART and field not in {concepts.field[c] for c in meanings}
    return concepts.pos[concept] in QUALIFYING and not apart
