"""What a language's texts are read with: the terms of the parties, the words of pointing, known names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from hexapla.lang import codes, load
from hexapla.lang.words import affixes, function_words
from hexapla.lexicon.compiled import Senses
from hexapla.lexicon.matching import lexicon
from hexapla.marks.mentions.keeping import Kept, kept, made
from hexapla.marks.mentions.known import Book
from hexapla.marks.mentions.vocabulary import Vocabulary, vocabulary
from hexapla.names.letters import script_of
from hexapla.parties import Parties
from hexapla.parties.model import Meaning
from hexapla.parties.table import Key, PartyTerms
from hexapla.parties.table import Sense as Coded

# A sense of less weight than this is not what a word usually means.
STRONG = 0.9
# Rows of the lexicon whose concepts begin so hold names of people.
NAME_ROW = "name-"
# So many letters at least are left of a word when what is written before it is taken off.
LEAST_LEFT = 3
# What a term of the parties is to the grammar, by what stands before the stroke of its id.
LETTER_OF = {
    "office": "o",
    "state": "s",
    "demonym": "a",
    "capital": "c",
    "seat": "g",
    "body": "b",
    "ministry": "l",
}
Values = tuple[str, ...]


class Sense(NamedTuple):
    """What the senses of a term come to."""

    cls: str
    weak: bool
    offices: tuple[Meaning, ...] = ()
    states: Values = ()
    capitals: Values = ()
    bodies: Values = ()


NOTHING = Sense("", False)


@dataclass(frozen=True, eq=False)
class Lens:
    """One language read with one set of parties. Made once, kept by :func:`hexapla.marks.mentions.reading.lens`."""

    parties: Parties
    language: str
    _meanings: dict[Senses, Sense] = field(default_factory=dict, repr=False)
    _kinds: dict[str, str] = field(default_factory=dict, repr=False)
    singles: dict[tuple[str, str], Sense] = field(default_factory=dict, repr=False)
    """What words mean by themselves, as written and folded: found once."""

    @cached_property
    def spaced(self) -> bool:
        return load(self.language).spaced

    @cached_property
    def cased(self) -> bool:
        return load(self.language).cased

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return vocabulary(self.language)

    @cached_property
    def terms(self) -> PartyTerms:
        return self.parties.terms(self.language)

    @cached_property
    def starting(self) -> Mapping[int, Sequence[tuple[Key, tuple[Coded, ...]]]]:
        """Terms by their first word: the words after it, and what they mean; the longest first."""
        found: dict[int, list[tuple[Key, tuple[Coded, ...]]]] = {}
        for key, senses in self.terms.table.entries.items():
            found.setdefault(key[0], []).append((key[1:], senses))
        return {word: sorted(some, key=lambda one: -len(one[0])) for word, some in found.items()}

    @cached_property
    def book(self) -> Book:
        return Book(self.language, self._kept.filed)

    @cached_property
    def _kept(self) -> Kept:
        return kept(self.parties.folder, self.language, lambda: made(self.language, list(self.named())))

    def named(self) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
        """Everyone we know: id, names, what stands alone for them, as languages of this script write them."""
        languages = [code for code in codes() if self.same_script(code)]
        for person in self.parties.people():
            names = dict.fromkeys(name for code in languages for name in person.names.get(code, ()))
            short = dict.fromkeys(name for code in languages for name in person.short.get(code, ()))
            yield person.id, tuple(names), tuple(short)

    @cached_property
    def functional(self) -> frozenset[str]:
        return function_words(self.language)

    @cached_property
    def spelled_names(self) -> frozenset[str]:
        """Given names as they are written, not folded: علي is a name, على a preposition."""
        return frozenset(load(self.language).table("mentions")["names"]["given"])

    def is_given(self, written: str, form: str) -> bool:
        """Whether a word is a given name: of the list, of the lexicon, or of somebody we know."""
        return form in self.vocabulary.given or self.common(form) == "m" or self.book.opens(written)

    @cached_property
    def particles(self) -> frozenset[str]:
        """Words that may stand within a name with a small letter."""
        return self.book.particles | self.book.habits.light

    def meaning(self, senses: Senses) -> Sense:
        """What the senses of a term come to; those of less weight only where there are no others."""
        known = self._meanings.get(senses)
        if known is None:
            known = self._meanings[senses] = self._read(senses)
        return known

    def _read(self, senses: Senses) -> Sense:
        if not senses:
            return NOTHING
        weak = max(weight for _, weight in senses) < STRONG
        read = [(self.parties.meaning(n), weight) for n, weight in senses]
        some = [one for one, weight in read if weak or weight >= STRONG]
        if any(one.kind == "office" for one in some):
            # Of offices all are kept: which is meant is told by the person or the state beside them.
            some += [one for one, weight in read if one.kind == "office" and one not in some]
        kinds = {one.kind for one in some}

        def ids(*wanted: str) -> Values:
            return tuple(dict.fromkeys(one.id for one in some if one.kind in wanted))

        return Sense(
            "".join(letter for kind, letter in LETTER_OF.items() if kind in kinds),
            weak,
            tuple(one for one in some if one.kind == "office"),
            ids("state", "demonym", "seat"),
            ids("capital"),
            ids("body"),
        )

    def common(self, form: str) -> str:
        """What a word is in the lexicon: ``m`` a person's name, ``v`` a verb, ``t`` a word of time, ``n`` another
        known word, ``p`` only a place, or nothing where no row knows it.
        """
        known = self._kinds.get(form)
        if known is None:
            known = self._kinds[form] = self._kind(form)
        return known

    def _kind(self, form: str) -> str:
        lex = lexicon()
        terms = lex.terms(self.language)
        # With what is written before it taken off, at most: with endings, most names would be words.
        heads = ["", *affixes(self.language).prefixes]
        rests = [(head, form[len(head) :]) for head in heads if form.startswith(head)]
        several = [
            ids for head, rest in rests if len(rest) >= LEAST_LEFT and (ids := terms.after(head, rest))
        ]
        read = [[sense for n in ids for sense in terms.table.single.get(n, ())] for ids in several]
        # ودعت is *and called for* before it is a form of a rarer verb.
        senses = next((some for some in read if any(w >= STRONG for _, w in some)), read[0] if read else ())
        table = lex.concepts
        strong = [n for n, weight in senses if weight >= STRONG]
        if any(table.ids[n].startswith(NAME_ROW) and table.pos[n] == "noun" for n in strong):
            return "m"
        if any(table.pos[n] == "verb" for n in strong):
            return "v"
        if any(table.field[n] == "time" for n in strong):
            return "t"
        if any(table.field[n] not in ("places", "bodies") for n in strong):
            return "n"
        return "p" if senses else ""

    def rank(self, office: str) -> int:
        """The rank of an office."""
        return self.parties.office(office).rank

    def is_known(self, person: str) -> bool:
        """Whether an id is that of somebody the parties know."""
        try:
            self.parties.person(person)
        except KeyError:
            return False
        return True

    def same_script(self, language: str) -> bool:
        """Whether another language's names are written in this one's letters."""
        mine, other = load(self.language), load(language)
        return (
            mine.cased == other.cased
            and mine.spaced == other.spaced
            and _script(language) == _script(self.language)
        )

    @property
    def by_bones(self) -> Mapping[str, Sequence[str]]:
        """Consonants of a word of a name → people we know who have such a word, in letters of this script."""
        return self._kept.bones


def _script(language: str) -> str:
    """The script a language's own name words are written in."""
    given = load(language).table("mentions")["names"]
    return script_of((given["given"] or [given["transliteration"]])[0][0]) or ""
