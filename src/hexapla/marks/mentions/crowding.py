"""Who is in a text besides those whose names are listed: found by title, office and the look of a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from hexapla.lexicon.matching import lexicon
from hexapla.marks.mentions.elements import Element
from hexapla.marks.mentions.holding import GONE, holders, offices
from hexapla.marks.mentions.individuals import (
    KNOWN_NAME,
    KNOWN_WITH_OFFICE,
    KNOWN_WITH_STATE,
    Crowd,
    neighbours,
    spelled_like,
)
from hexapla.marks.mentions.lens import Lens
from hexapla.marks.mentions.phrase import Phrase
from hexapla.marks.mentions.sentences import Read
from hexapla.marks.mentions.telling import evidence
from hexapla.parties import Parties
from hexapla.witness.model import Witness

# A land's name without its last letter, which cases change, has at least so many.
LEAST_STEM = 4
HYPHENS = "-‑"
# A name of so many characters is whole where words are not parted: 陈伯远.
WHOLE = 3


@dataclass(frozen=True)
class _Named:
    """A name that no list has as it stands, and what stands beside it."""

    read: Read
    phrase: Phrase
    name: Element


@dataclass
class Crowding:
    """One witness read once, for those who are to be looked for when it is read again."""

    witness: Witness
    parties: Parties
    lands: set[str] = field(default_factory=set)
    """Beginnings of the names of lands that nobody knows."""
    states: set[str] = field(default_factory=set)
    """States that the text names."""
    alone: set[str] = field(default_factory=set)
    """Beginnings of words with a capital that stand without others beside them."""
    crowds: dict[str, Crowd] = field(default_factory=dict)

    def gather(self, reads: Sequence[Read]) -> dict[str, Crowd]:
        """The people of the text who are not known, or not so spelled, by the language of their sentences."""
        taken: set[str] = set()
        for read in reads:
            self.crowds.setdefault(read.lens.language, Crowd(read.lens, taken))
            self.lands |= set(_lands(read, self.witness.text))
            self.states |= {
                state for one in read.found if not one.weak for state in (*one.states, *one.capitals)
            }
            self.alone |= {_stem(self.witness.text, one) for one in read.found if _stands_alone(one)}
        found = [one for read in reads for one in self._named(read)]
        for one in found:
            if _words(one.name, one.read.lens, self.witness.text) > 1:
                self._enter(one)
        for one in found:
            if _words(one.name, one.read.lens, self.witness.text) == 1:
                self._enter_single(one)
        return self.crowds

    def _named(self, read: Read) -> Iterator[_Named]:
        for phrase in read.phrases:
            for name in phrase.names:
                one = _Named(read, phrase, name)
                if name.cls == "n":
                    if name.full and not self._may_be(one):
                        self.crowds[read.lens.language].enter(self._written(name))
                elif is_name(name, phrase, read) or self._told(one):
                    yield one

    def _told(self, one: _Named) -> bool:
        """Whether what stands beside several words without an office tells that they name a person."""
        using, name = one.read.lens, one.name
        if not using.cased or one.phrase.head is not None or one.phrase.titled or len(name.inner) < 2:
            return False
        at = one.phrase.last - 1
        said = evidence(one.read.found, at, using)
        if not said:
            return False
        first, *others = name.inner
        kinds = {using.common(word.form) for word in others}
        given = using.is_given(self.witness.text[first.start : first.end], first.form)
        if said == "is":
            return (given or using.common(first.form) in ("", "p")) and not kinds & {"v", "t"}
        if kinds - {"", "m", "p"}:
            return False
        # A body's name looks like a person's, but its words are not quoted, nor is the last said alone.
        personal = said == "speaks" or _stem(self.witness.text, others[-1]) in self.alone
        return given or (not using.common(first.form) and personal)

    def _may_be(self, one: _Named) -> bool:
        """Whether somebody of that name has ever had an office of the land that is stated beside it."""
        asked = offices(self.parties, one.phrase.offices, one.phrase.of)
        if not asked.of or one.phrase.counterpart or one.phrase.apposed:
            return True
        return any(t.of in asked.of for p in one.name.full for t in self.parties.offices_of(p))

    def _written(self, name: Element, start: int | None = None) -> str:
        return self.witness.text[name.start if start is None else start : name.end]

    def _enter(self, one: _Named) -> None:
        """A name of several words: of somebody known under another spelling, or of somebody new."""
        crowd = self.crowds[one.read.lens.language]
        written = self._written(one.name, self._start(one))
        known = self._known(one, written)
        if known:
            crowd.respell(known, written)
        else:
            crowd.enter(written)

    def _start(self, one: _Named) -> int:
        """Where a name begins behind an office: after the first word, where the text shows that to be a land.

        Where a land follows its office without a word between, one that nobody knows looks like a
        name's first word. It is a land if it stands elsewhere without the second one.
        """
        using, phrase, name = one.read.lens, one.phrase, one.name
        free = phrase.head is not None and not phrase.of and not phrase.foreign
        if not using.vocabulary.order.state_after or not free or len(name.inner) < 3:
            return name.start
        first, second = name.inner[:2]
        if first.form in using.vocabulary.given or second.sep:
            return name.start
        text = self.witness.text
        stem = _stem(text, first)
        if text.count(stem) <= text.count(text[first.start : second.end]):
            return name.start
        self.lands.add(stem)
        return second.start

    def _enter_single(self, one: _Named) -> None:
        """A name of one word behind a title: the holder's whose name it is like, or somebody's in the text."""
        crowd = self.crowds[one.read.lens.language]
        written = self._written(one.name)
        if crowd.has_word(written) or _stem(self.witness.text, one.name) in self.lands:
            return
        known = self._holder_like(one, written)
        if known:
            crowd.respell(known, written)
        elif not one.phrase.counterpart and self._is_surname(one, written):
            crowd.enter(written)

    def _is_surname(self, one: _Named, written: str) -> bool:
        """Whether one word behind a title is a name where no capital tells: listed, or twice in the text and no word."""
        using = one.read.lens
        if using.cased:
            return True
        form = one.name.inner[-1].form if one.name.inner else one.name.form
        if using.common(form) == "m" or form in using.vocabulary.given:
            return True
        return self.witness.text.count(written) > 1 and not lexicon().terms(using.language).word_ids(form)

    def _holder_like(self, one: _Named, written: str) -> str | None:
        """Somebody who has the office beside a name and whose name it is like."""
        phrase, on = one.phrase, self.witness.published
        asked = offices(self.parties, phrase.offices, phrase.of)
        people = [
            tenure.person
            for party in asked.parties
            for tenure in holders(self.parties, asked, party, on, phrase.standing == GONE)
        ]
        if not people:
            return None
        return spelled_like(one.read.lens, written, dict.fromkeys(people), KNOWN_WITH_OFFICE)

    def _holder_somewhere(self, one: _Named, written: str) -> str | None:
        """Somebody of that given and family name who has the office beside it in a state that the text names."""
        phrase, crowd = one.phrase, self.crowds[one.read.lens.language]
        asked = offices(self.parties, phrase.offices, phrase.of)
        if asked.parties or phrase.foreign:
            return None
        having = [
            tenure.person
            for party in sorted(self.states)
            for tenure in holders(self.parties, asked, party, self.witness.published, phrase.standing == GONE)
        ]
        found = [person for person in dict.fromkeys(having) if crowd.is_called(person, written)]
        return found[0] if len(found) == 1 else None

    def _known(self, one: _Named, written: str) -> str | None:
        """Somebody we know whose name this is in another spelling."""
        holder = self._holder_like(one, written) or self._holder_somewhere(one, written)
        if holder:
            return holder
        near = neighbours(one.read.lens, written)
        asked = offices(self.parties, one.phrase.offices, one.phrase.of)
        if asked.of:
            # Whoever never had an office of the party that is stated is somebody else.
            near = [p for p in near if any(t.of in asked.of for t in self.parties.offices_of(p))]
        least = KNOWN_WITH_STATE if asked.of else KNOWN_NAME
        return spelled_like(one.read.lens, written, near, least) if near else None


def _stem(text: str, one: Element) -> str:
    return text[one.start : one.end][: max(LEAST_STEM, one.end - one.start - 1)]


def _stands_alone(one: Element) -> bool:
    return one.capital and one.cls in ("z", "r", "n") and len(one.inner) < 2


def _lands(read: Read, text: str) -> Iterator[str]:
    """Words that stand behind a preposition of place, or are told to be what an office is of."""
    for phrase in read.phrases:
        if phrase.foreign and phrase.land:
            yield phrase.land[: max(LEAST_STEM, len(phrase.land) - 1)]
    for before, one in zip(read.found, read.found[1:], strict=False):
        if one.cls in ("z", "r") and not one.sep and "i" in before.cls and len(one.inner) < 2:
            yield _stem(text, one)


def _words(name: Element, using: Lens, text: str) -> int:
    """How many words a name has; a double family name with a hyphen is one."""
    if not using.spaced:
        return 2 if "·" in name.form or name.end - name.start >= WHOLE else 1
    own = [one for one in name.inner if one.form not in using.book.habits.free]
    hyphens = sum(a.end + 1 == b.start and text[a.end] in HYPHENS for a, b in pairwise(own))
    return max(1, len(own) - hyphens)


def is_name(name: Element, phrase: Phrase, read: Read) -> bool:
    """Whether a run of words is a person's name: by an office or honorific beside it, else by what it is made of."""
    using = read.lens
    if not using.cased:
        return phrase.head is not None or phrase.titled or phrase.told
    known = [using.common(one.form) for one in name.inner]
    if phrase.apposed and known[0] in ("n", "v", "t") and name.inner[0].form not in using.vocabulary.given:
        return False
    if phrase.head is not None or phrase.titled:
        return bool({"", "m"} & set(known)) or any(one.form in using.vocabulary.given for one in name.inner)
    if len(name.inner) < 2:
        return False
    given = known[0] == "m" or name.inner[0].form in using.vocabulary.given
    return given and "n" not in known[1:] and "v" not in known[1:]
