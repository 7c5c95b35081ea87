"""Elements of a sentence in a language that does not part its words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

import ahocorasick_rs

from hexapla.lang.words import folding, words
from hexapla.lexicon.matching import lexicon
from hexapla.marks.mentions.elements import Element, separator
from hexapla.marks.mentions.known import DOT, Book
from hexapla.marks.mentions.lens import Lens
from hexapla.marks.mentions.telling import says_behind, told_by_occupation
from hexapla.names.words import habits
from hexapla.parties.table import best_parts

DOTS = str.maketrans(dict.fromkeys("•‧・.", "·"))
# A foreign name has at least so many characters, a native one's given name at most so many.
FOREIGN, GIVEN = 2, 2
# Texts and names whose leveled forms are kept: each is asked for again and again while it is read.
TEXTS = 1 << 10
# A part of a foreign name has at most so many characters.
PART = 5
# Neighbours of which at least one makes of a single weak character a state: 俄外长, 俄叙两国.
BESIDE = "otlkas2"


@dataclass(frozen=True, eq=False)
class Scanner:
    """Everything that can be listed, looked for at once; what the lexicon knows keeps its parts from being found.

    Made once for a language and its parties; the names of one text are looked for besides.
    """

    lens: Lens

    @cached_property
    def _patterns(self) -> dict[str, Element]:
        found: dict[str, Element] = {}
        for first, phrases in self.lens.vocabulary.first.items():
            for phrase in phrases:
                found[first] = Element(0, 0, phrase.classes, first)
        entries = self.lens.terms.table.entries
        for form, ids in self.lens.terms.table.forms.items():
            senses = {c: weight for c, weight, _ in entries.get(ids, ())}
            meaning = self.lens.meaning(tuple(sorted(senses.items())))
            if meaning.cls:
                listed = found.get(form, Element(0, 0, "", form))
                found[form] = listed._replace(
                    cls=meaning.cls + listed.cls,
                    weak=meaning.weak,
                    offices=meaning.offices,
                    states=meaning.states,
                    capitals=meaning.capitals,
                    bodies=meaning.bodies,
                )
        return self._with_lexicon(_with_names(found, self.lens.book))

    def _with_lexicon(self, found: dict[str, Element]) -> dict[str, Element]:
        """Longer words of the lexicon, so that a listed character within them is passed over."""
        strong = {form for form, element in found.items() if len(form) > 1 and element.is_("osacgbnk2h")}
        for form in lexicon().terms(self.lens.language).table.forms:
            if form not in found and len(form) > 1 and not _holds(form, strong):
                found[form] = Element(0, 0, "z", form)
        return found

    @cached_property
    def _names(self) -> list[str]:
        return sorted(self._patterns)

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(self._names)

    def elements(self, text: str, start: int, end: int, names: Mapping[str, Element]) -> list[Element]:
        """The elements of a stretch of text, what is not listed as words of their own.

        ``names`` are those of the text itself, see :func:`names_of`.
        """
        text = leveled(text, self.lens.language)
        run = text[start:end].translate(DOTS)
        hits = list(self._automaton.find_matches_as_indexes(run, overlapping=True))
        for name in names:
            hits += [(-1, m.start(), m.end()) for m in re.finditer(re.escape(name), run)]
        out: list[Element] = []
        at = 0
        for first, last in best_parts(len(run), hits):
            self._gap(text, start + at, start + first, out)
            form = run[first:last]
            element = names.get(form) or self._patterns[form]
            self._add(element._replace(start=start + first, end=start + last), text, out)
            at = last
        self._gap(text, start + at, end, out)
        found = _without_loose(out)
        return [self._whole(found, n) for n in range(len(found))]

    def _whole(self, found: Sequence[Element], at: int) -> Element:
        """An element, but for a name that is only a piece of a longer one nobody knows: 克里 in 克里斯汀."""
        one = found[at]
        if "n" not in one.cls:
            return one
        beside = [found[n] for n in (at - 1, at + 1) if 0 <= n < len(found)]
        before = beside[0] if at else None
        after = beside[-1] if at + 1 < len(found) else None
        dotted = before is not None and before.end == one.start - 1 and one.sep == ""
        if dotted or (after is not None and self._goes_on(one, after)):
            return Element(one.start, one.end, "z", one.form, one.sep)
        return one

    def _goes_on(self, one: Element, after: Element) -> bool:
        """Whether what follows a name continues it: behind a dot, or in characters of foreign names."""
        if after.start == one.end + 1 and after.sep == "":
            return True
        unlisted = after.cls == "z" and after.start == one.end and after.form not in self._patterns
        return unlisted and self._foreign(after.form[:1])

    def listed(self, form: str) -> Element | None:
        """What is listed under a form."""
        return self._patterns.get(form.translate(DOTS))

    def _gap(self, text: str, first: int, last: int, out: list[Element]) -> None:
        if first < last:
            for word in words(text, self.lens.language, first, last):
                self._add(Element(word.start, word.end, "z", word.form, capital=word.capital), text, out)

    @staticmethod
    def _add(element: Element, text: str, out: list[Element]) -> None:
        sep = separator(text[out[-1].end : element.start]) if out else "."
        out.append(element._replace(sep=sep))

    @cached_property
    def _surnames(self) -> frozenset[str]:
        return habits(self.lens.language).surnames

    def told(self, text: str, end: int, found: Sequence[Element], at: int) -> Element | None:
        """A name that no list has, told by an occupation before it or a verb of saying behind: in parts, with a dot."""
        text, start = leveled(text, self.lens.language), found[at].start
        last = self._dotted(text, start, end) if found[at].cls in "znr" else 0
        if not last or not self._foreign(DOT.split(text[start:last])[0]):
            return None
        if at and not found[at].sep and found[at - 1].cls == "z" and self._foreign(text[start - 1]):
            return None
        following = at
        while following < len(found) and found[following].start < last:
            following += 1
        says = says_behind(found, following, self.lens)
        if following < len(found) and not says:
            after = found[following]
            if after.start != last or (after.cls == "z" and self.lens.common(after.form) in ("", "p")):
                return None
        told = says or told_by_occupation(found, at, self.lens)
        return Element(start, last, "r", text[start:last], "") if told else None

    def run(self, text: str, end: int, found: Sequence[Element], at: int) -> Element | None:
        """A name that no list has, behind a title: of characters for foreign names, or after a family name."""
        return None if at >= len(found) or found[at].sep else self._run(text, end, found, at)

    def _run(self, text: str, end: int, found: Sequence[Element], at: int) -> Element | None:
        if at >= len(found):
            return None
        text, start = leveled(text, self.lens.language), found[at].start
        dotted = self._dotted(text, start, end)
        if dotted and (found[at].cls == "z" or self._foreign(found[at].form)):
            return Element(start, dotted, "r", text[start:dotted], "")
        return None if found[at].is_("osacgbk2") else self._undotted(text, end, found[at])

    def _undotted(self, text: str, end: int, first: Element) -> Element | None:
        """Such a name that begins with an element and has no dot behind its first part."""
        start = first.start
        if first.form in self._patterns and not self._foreign(first.form):
            return None
        listed = self._patterns.get(text[start])
        if listed is not None and listed.is_("ijv&fe") and not self._foreign(text[start : start + FOREIGN]):
            return None
        last = self._native(text, start, end) or self._foreign_end(text, start, end)
        if not last:
            return None
        return Element(start, last, "r", text[start:last], "")

    def _foreign(self, form: str) -> bool:
        return all(c in self.lens.vocabulary.transliteration for c in form)

    def _foreign_end(self, text: str, start: int, end: int) -> int:
        letters = self.lens.vocabulary.transliteration
        at = start
        while at < end and (text[at] in letters or text[at].translate(DOTS) in "·-‑"):
            if at - start >= FOREIGN and self._word_across(text, at, end):
                break
            at += 1
        return at if at - start >= FOREIGN and text[at - 1] in letters else 0

    def _dotted(self, text: str, start: int, end: int) -> int:
        """Where a name ends of whose parts the first is of any characters and the others of those for foreign names."""
        if not DOT.search(text, start, min(end, start + PART + 1)):
            return 0
        at = start
        while at < min(end, start + PART) and _is_han(text[at]):
            at += 1
        if at == start or at >= end or text[at].translate(DOTS) != "·":
            return 0
        piece = text[start:at]
        if any(letter in self.lens.functional for letter in piece) or any(
            pair in self._patterns and not self._foreign(pair) for pair in map("".join, pairwise(piece))
        ):
            return 0
        return self._foreign_end(text, at + 1, end)

    def _word_across(self, text: str, at: int, end: int) -> bool:
        """Whether a listed word of two characters begins here that is no part of a foreign name."""
        pair = text[at : at + 2]
        return at + 2 <= end and pair in self._patterns and not self._foreign(pair)

    def _native(self, text: str, start: int, end: int) -> int:
        size = next((n for n in (2, 1) if text[start : start + n] in self._surnames), 0)
        if not size:
            return 0
        first = start + size
        last = first
        while (
            last < min(end, first + GIVEN) and text[last] not in self.lens.functional and _is_han(text[last])
        ):
            if last > first and (text[last] in self._patterns or self._word_across(text, last, end)):
                break
            last += 1
        if last == first or self._longer_foreign(text, start, last, end):
            return 0
        return last

    def _longer_foreign(self, text: str, start: int, last: int, end: int) -> bool:
        """Whether what looks like a native name goes on as a foreign one."""
        foreign = self._foreign_end(text, start, end)
        return foreign > last


@lru_cache(maxsize=TEXTS)
def leveled(text: str, language: str) -> str:
    """A text in the characters that names and terms are listed in."""
    return folding(language).level(text)


def names_of(books: Sequence[Book], scanner: Scanner) -> dict[str, Element]:
    """The names of a text itself, ready to be looked for; what is listed already keeps its people."""
    forms = [leveled(form, book.language) for book in books for form, _, _ in book.strings()]
    found = {form: scanner.listed(form) for form in forms}
    known = {form: element for form, element in found.items() if element is not None and "n" in element.cls}
    for book in books:
        _with_names(known, book)
    return known


def _with_names(found: dict[str, Element], book: Book) -> dict[str, Element]:
    for written, people, short in book.strings():
        form = leveled(written, book.language).translate(DOTS)
        element = found.get(form) or Element(0, 0, "n", form)
        if "n" in element.cls:
            known = element.short if short else element.full
            both = tuple(dict.fromkeys((*known, *people)))
            listed = element._replace(distinct=len(form) > GIVEN)
            found[form] = listed._replace(short=both) if short else listed._replace(full=both)
    return found


def _is_han(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff"


def _holds(form: str, strong: set[str]) -> bool:
    """Whether a listed term of two or more characters stands within a word."""
    size = len(form)
    return any(form[a:b] in strong for a in range(size) for b in range(a + 2, size + 1))


def _without_loose(found: list[Element]) -> list[Element]:
    """Weak single characters that stand for states only beside what shows it."""
    out: list[Element] = []
    for n, one in enumerate(found):
        if one.weak and len(one.form) == 1 and "a" in one.cls:
            after = n + 1 < len(found) and found[n + 1].sep == "" and found[n + 1].is_(BESIDE)
            before = one.sep == "" and n > 0 and out[-1].is_("a") and len(out[-1].form) == 1
            if not (after or before):
                out.append(Element(one.start, one.end, "z", one.form, one.sep))
                continue
        out.append(one)
    return out
