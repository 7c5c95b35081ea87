"""The people we know, by the words of their names in one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from hexapla.lang import codes, load
from hexapla.lang.words import Word, folding, words
from hexapla.names.letters import letters
from hexapla.names.words import Habits, habits, read_word, unbent

DOT = re.compile("[·•‧・]")
# Names of more words than this are titles of works.
MOST_WORDS = 6

Owners = list[list[str]]
"""Those whose full name it is; those for whose name it may stand."""


@dataclass
class Filed:
    """Names filed: by their first word, then by the rest of their words, parted by spaces; all as keys.

    ``strings`` are the names of a language that parts no words. Plain values, so that they can be kept
    as JSON.
    """

    first: dict[str, dict[str, Owners]] = field(default_factory=dict)
    strings: dict[str, Owners] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    """Every word of every name."""


@dataclass(frozen=True)
class Found:
    """A name found: the word after it, whose it may be."""

    last: int
    full: tuple[str, ...]
    short: tuple[str, ...]
    joined: bool


class Book:
    """Names of people in one language, word by word.

    Parameters
    ----------
    language:
        The language whose texts are read.
    filed:
        Their names, see :func:`file_names`.
    """

    def __init__(self, language: str, filed: Filed) -> None:
        self.language = language
        self.filed = filed
        self.habits: Habits = habits(language)
        # A word for *and* is no particle of a name in a text, whatever stands in some names.
        ands = {word for code in codes() for word in load(code).table("mentions")["words"]["and"]}
        ending = load(language).table("mentions")["names"]["not_within"]
        self.particles = self.habits.free - ands - set(ending)
        self.cased = load(language).cased
        self.words = set(filed.words)
        self._keys: dict[str, tuple[str, ...]] = {}
        self._first: dict[str, tuple[str, ...]] = {}
        self._rests: dict[str, tuple[tuple[tuple[str, ...], Owners], ...]] = {}

    def strings(self) -> Iterator[tuple[str, tuple[str, ...], bool]]:
        """Names where words are not parted: (name, whose it is, whether it only stands for a longer one)."""
        for name, (full, short) in self.filed.strings.items():
            if full:
                yield name, tuple(full), False
            if short:
                yield name, tuple(short), True

    def parts(self, name: str) -> tuple[str, ...]:
        """A name's words as keys, without the particles that may stand or not."""
        return parts(name, self.language)

    def keys(self, written: str) -> tuple[str, ...]:
        """A word of a text as keys: as it stands, then without case ending or clitic."""
        known = self._keys.get(written)
        if known is None:
            bare = self._without_possessive(written)
            known = (letters(bare)[0], *unbent(read_word(bare, self.language)))
            self._keys[written] = known
        return known

    def _without_possessive(self, written: str) -> str:
        plain = written.replace("’", "'")
        ending = next((e for e in folding(self.language).endings if plain.endswith(e)), "")
        return plain[: len(plain) - len(ending)] if len(plain) > len(ending) + 1 else plain

    def begins(self, written: str) -> tuple[str, ...]:
        """Its keys with which a name begins; none for most words, and soon told."""
        known = self._first.get(written)
        if known is None:
            known = tuple(key for key in self.keys(written) if key in self.filed.first)
            self._first[written] = known
        return known

    def opens(self, written: str) -> bool:
        """Whether a word is the first of several in the full name of anybody; as it stands, without capitals."""
        keys = self.begins(written) if self.cased else self.keys(written)[:1]
        return any(
            rest and owners[0] for key in keys for rest, owners in self.filed.first.get(key, {}).items()
        )

    def match(
        self, text: Sequence[Word], raws: Sequence[str], tight: Sequence[bool], at: int
    ) -> Found | None:
        """The longest name that begins at a word.

        ``raws`` are the words as written; ``tight`` says which follow theirs without a sign between.
        """
        best: Found | None = None
        for key in self.begins(raws[at]):
            joined = key != self.keys(raws[at])[0]
            for rest, (full, short) in self._behind(key):
                last = self._end(rest, text, raws, tight, at + 1)
                if last and (
                    best is None or last > best.last or (last == best.last and not joined and best.joined)
                ):
                    best = Found(last, tuple(full), tuple(short), joined)
        return best

    def _behind(self, key: str) -> tuple[tuple[tuple[str, ...], Owners], ...]:
        """What may follow the first word of a name, and whose name it then is."""
        known = self._rests.get(key)
        if known is None:
            known = tuple((tuple(rest.split()), owners) for rest, owners in self.filed.first[key].items())
            self._rests[key] = known
        return known

    def _end(
        self,
        rest: Sequence[str],
        text: Sequence[Word],
        raws: Sequence[str],
        tight: Sequence[bool],
        place: int,
    ) -> int:
        """Where a name ends whose last words stand from here on; 0 where they do not."""
        for key in rest:
            while place < len(text) and tight[place] and text[place].form in self.particles:
                place += 1
            if place >= len(text) or not tight[place]:
                return 0
            word = text[place]
            written = word.capital or not self.cased or word.form in self.habits.light
            if word.kind != "word" or not written or key not in self.keys(raws[place]):
                return 0
            place += 1
        return place


def parts(name: str, language: str) -> tuple[str, ...]:
    """A name's words as keys, without the particles that may stand or not."""
    free = habits(language).free
    some = [(word.form, name[word.start : word.end]) for word in words(name, language)]
    kept = [raw for form, raw in some if form not in free] or [raw for _, raw in some]
    return tuple(letters(raw)[0] for raw in kept)


def file_names(language: str, people: Iterable[tuple[str, Sequence[str], Sequence[str]]]) -> Filed:
    """Names filed by their words.

    ``people`` gives (person, names, what stands alone for the name) of each; where nothing is given to
    stand alone, the last word does, with the light words before it (*bin Salman*).
    """
    filed = Filed()
    found: dict[str, None] = {}
    put = _put_words if load(language).spaced else _put_string
    for person, names, shorts in people:
        for name in names:
            put(filed, language, person, name, names, shorts)
    for key, rests in filed.first.items():
        found[key] = None
        found.update(dict.fromkeys(word for rest in rests for word in rest.split()))
    filed.words = list(found)
    return filed


def _put_words(
    filed: Filed, language: str, person: str, name: str, names: Sequence[str], shorts: Sequence[str]
) -> None:
    own = parts(name, language)
    if not own or len(own) > MOST_WORDS:
        return
    _file(filed, own, person, len(own) == 1)
    if len(own) > 1:
        for ending in [parts(one, language) for one in shorts] or [_last(name, language)]:
            if ending and ending != own:
                _file(filed, ending, person, True)


def _file(filed: Filed, own: Sequence[str], person: str, short: bool) -> None:
    owners = filed.first.setdefault(own[0], {}).setdefault(" ".join(own[1:]), [[], []])[short]
    if person not in owners:
        owners.append(person)


def _last(name: str, language: str) -> tuple[str, ...]:
    """The last word of a name, with the light words before it."""
    habit = habits(language)
    some = [w for w in words(name, language) if w.form not in habit.free]
    while len(some) > 1 and some[-1].form in habit.suffixes:
        some.pop()
    first = len(some) - 1
    while first > 1 and some[first - 1].form in habit.light:
        first -= 1
    return tuple(letters(name[w.start : w.end])[0] for w in some[first:])


def _put_string(
    filed: Filed, language: str, person: str, name: str, names: Sequence[str], shorts: Sequence[str]
) -> None:
    """A name where words are not parted: what stands behind the last dot may stand for it."""
    pieces = [piece for piece in DOT.split(name) if piece]
    # A name that is the last part of another of the same person only stands for it.
    stands = any(other != name and other.endswith(name) and DOT.search(other) for other in names)
    endings = [(name, stands), *((s, True) for s in shorts or (pieces[-1:] if len(pieces) > 1 else ()))]
    for form, short in endings:
        if len(form) > 1 and (not short or form != name or stands):
            owners = filed.strings.setdefault(form, [[], []])[short]
            if person not in owners:
                owners.append(person)
