"""The people of one text: those we know, and those we do not, told apart and named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from hexapla.lang.words import words
from hexapla.lexicon.matching import lexicon
from hexapla.marks.mentions.known import DOT, Book, file_names
from hexapla.marks.mentions.lens import NAME_ROW, STRONG, Lens
from hexapla.names.comparing import compare_names_batch
from hexapla.names.parts import take_apart
from hexapla.names.skeleton import skeleton

# A name is that of a person we know from this score on (Anna and Hanna Berg score .97); less where the
# state beside it is one whose offices that person had, still less for who holds the very office.
KNOWN_NAME, KNOWN_WITH_STATE, KNOWN_WITH_OFFICE = 0.98, 0.86, 0.5
# The best candidate must be better than the next by this much, or none is taken.
MARGIN = 0.08
# A name's word begins so, whatever case it stands in; two names may differ in less.
STEM = 3
NOT_IN_ID = re.compile(r"[^a-z0-9]+")


def kebab(name: str, language: str = "") -> str:
    """A name as an id: Latin letters and hyphens; words that the lexicon has as names as it spells them."""
    from anyascii import anyascii

    if language and not name.isascii():
        name = " ".join(
            _usual(word.form, name[word.start : word.end], language) for word in words(name, language)
        )
    return NOT_IN_ID.sub("-", str(anyascii(name)).lower().replace("'", "")).strip("-") or "unnamed"


def _usual(form: str, written: str, language: str) -> str:
    """A word of a name in its usual English spelling, where the lexicon has it; else as written."""
    lex = lexicon()
    terms = lex.terms(language)
    for number in terms.word_ids(form):
        for concept, weight in terms.table.single.get(number, ()):
            if weight >= STRONG and lex.concepts.ids[concept].startswith(NAME_ROW):
                return lex.concepts.ids[concept][len(NAME_ROW) :]
    return written


@dataclass
class Individual:
    """Somebody we do not know, as a text has him or her."""

    id: str
    forms: list[str]


@dataclass
class Crowd:
    """Those of a text whom we do not know, in one language.

    Its book is filled while the text is read the first time, and used the second time.
    """

    lens: Lens
    taken: set[str] = field(default_factory=set)
    people: list[Individual] = field(default_factory=list)
    spellings: dict[str, list[str]] = field(default_factory=dict)
    """Those we do know → how the text spells them, where no list has it so."""

    def enter(self, name: str) -> str:
        """The id of the person of this name, who is entered if new."""
        for one in self.people:
            if any(name == form or self._same(name, form) for form in one.forms):
                one.forms += [name] if name not in one.forms else []
                return one.id
        new = Individual(self._free_id(kebab(name, self.lens.language)), [name])
        self.people.append(new)
        return new.id

    def respell(self, person: str, name: str) -> None:
        """Enters another spelling of somebody we know."""
        forms = self.spellings.setdefault(person, [])
        if name not in forms:
            forms.append(name)

    def has_word(self, word: str) -> bool:
        """Whether somebody entered has this word in the name."""
        book = self.book()
        return any(key in book.words for part in book.parts(word) for key in (part,))

    def _same(self, name: str, other: str) -> bool:
        """Whether two names differ only in cases or clitics, or by a middle name that one leaves out.

        Within one text another spelling is another person: two of one surname stay two.
        """
        one, two = sorted((self._keys(name), self._keys(other)), key=len)
        if len(one) < 2 or not (one[0] & two[0] and one[-1] & two[-1]):
            return False
        return all(any(keys & others for others in two) for keys in one)

    def is_called(self, person: str, name: str) -> bool:
        """Whether a name is one of somebody we know, but for a middle name."""
        written = self.lens.parties.person(person).names
        forms = (form for code, some in written.items() if self.lens.same_script(code) for form in some)
        return any(self._same(name, form) for form in forms)

    def _keys(self, name: str) -> list[frozenset[str]]:
        book, language = self.lens.book, self.lens.language
        if not self.lens.spaced:
            return [frozenset([piece]) for piece in DOT.split(name) if piece]
        some = [word for word in words(name, language) if word.form not in book.particles]
        return [frozenset(book.keys(name[word.start : word.end])) for word in some]

    def _free_id(self, base: str) -> str:
        number, found = 2, base
        while found in self.taken or self.lens.is_known(found):
            found, number = f"{base}-{number}", number + 1
        self.taken.add(found)
        return found

    def stems(self) -> tuple[str, ...]:
        """Beginnings of the words of their names: without any of these a sentence has none of them."""
        forms = [form for one in self.people for form in one.forms]
        forms += [form for some in self.spellings.values() for form in some]
        some = {
            form[word.start : word.end][:STEM] for form in forms for word in words(form, self.lens.language)
        }
        return tuple(sorted(some))

    def book(self) -> Book:
        """Their names, as they may be found again."""
        new = [(one.id, one.forms, ()) for one in self.people]
        known = [(person, forms, ()) for person, forms in self.spellings.items()]
        return Book(self.lens.language, file_names(self.lens.language, [*new, *known]))


def spelled_like(lens: Lens, name: str, people: Iterable[str], least: float) -> str | None:
    """Which of some people we know a name is, spelled as no list has it; None where it is not clear."""
    pairs: list[tuple[str, str, str, str]] = []
    owners: list[str] = []
    for person in people:
        for language, forms in lens.parties.person(person).names.items():
            if language == lens.language or lens.same_script(language):
                for form in forms:
                    pairs.append((name, lens.language, form, language))
                    owners.append(person)
    if not pairs:
        return None
    best: dict[str, float] = {}
    for owner, score in zip(owners, compare_names_batch(pairs), strict=True):
        best[owner] = max(best.get(owner, 0.0), score)
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
    if ranked[0][1] < least or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN):
        return None
    return ranked[0][0]


def neighbours(lens: Lens, name: str) -> list[str]:
    """People we know with whom a name shares the consonants of two words, or of its only one."""
    bones = [skeleton(part.own) for part in take_apart(name, lens.language).parts]
    wanted = [b for b in dict.fromkeys(bones) if b]
    counts: dict[str, int] = {}
    for bone in wanted:
        for person in lens.by_bones.get(bone, ()):
            counts[person] = counts.get(person, 0) + 1
    least = min(2, len(wanted))
    return sorted(person for person, count in counts.items() if least and count >= least)
