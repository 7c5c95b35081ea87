"""An office put together with whose it is and in what standing, by the language's order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from hexapla.marks.mentions.elements import Element, Values
from hexapla.marks.mentions.lens import Lens
from hexapla.marks.mentions.phrase import Phrase

# Offices of this rank or above are of a state or body; below, a ministry or a person may stand between.
HIGH = 3
STANDING = {"f": "former", "e": "acting", "x": "elect"}
Elements = Sequence[Element]
Runner = Callable[[int], Element | None]
"""Finds a name that no list has at an element, where only what stands before it tells that it is one."""
Before = Callable[[int], tuple[Element, int] | None]
"""Finds such a name that ends before an element, and the number of its first."""


@dataclass(frozen=True)
class OfficeGrammar:
    """One sentence's elements, and what is asked of them: offices and what is said of each."""

    found: Elements
    lens: Lens
    run: Runner
    before: Before
    told: Runner
    joined: Runner

    def _tight(self, at: int) -> bool:
        return 0 < at < len(self.found) and self.found[at].sep == ""

    def _office(self, at: int, least: int) -> Phrase | None:
        head = self.found[at]
        phrase = Phrase(
            head.start,
            head.end,
            at,
            at + 1,
            head,
            counterpart="o" not in head.cls,
            plural=head.plural,
            woman=self.lens.vocabulary.is_feminine(head.form),
            of=tuple(state for one in head.inner for state in one.states),
            foreign=any(not one.states for one in head.inner),
            land=next((one.form for one in head.inner if not one.states), ""),
        )
        phrase = self._after(self._before(phrase, least))
        if phrase.last == at + 1 and head.bare and not phrase.of and not phrase.counterpart:
            return self._standing_bare(phrase)
        return phrase

    def _standing_bare(self, phrase: Phrase) -> Phrase | None:
        """An office word without its article is one only before a name, or an adjective."""
        at = phrase.last
        if phrase.foreign or (self._tight(at) and (self.found[at].is_("nrh") or self.run(at))):
            return phrase
        return None

    def _before(self, phrase: Phrase, least: int) -> Phrase:
        order, at, first = self.lens.vocabulary.order, phrase.first - 1, phrase.first
        of: Values = ()
        standing, plural, land = phrase.standing, phrase.plural, phrase.land
        both = indefinite = False
        while at >= least and self._tight(at + 1):
            one = self.found[at]
            if self._is_of_before(one):
                states = self._coordinated_before(at, least)
                of = (
                    tuple(
                        v for n in range(states, at + 1) for v in self.found[n].states + self.found[n].bodies
                    )
                    + of
                )
                first = at = states
            elif one.is_("fex") and (order.former_before or "f" not in one.cls):
                standing = next(STANDING[c] for c in one.cls if c in STANDING)
                first = at
            elif "t" in one.cls:
                plural, both, first = True, True, at
            elif "I" in one.cls:
                indefinite = True
                break
            elif order.adjective_before and self._unknown_adjective(one):
                land, first = one.form, at
            elif one.cls[0] == "h":
                first = at
            elif (self.lens.spaced and one.cls == "d") or not (
                one.is_("wd") or ("l" in one.cls and self._low(phrase))
            ):
                break
            at -= 1
        return replace(
            phrase,
            first=first,
            start=min(self.found[first].start, phrase.start),
            of=of + phrase.of,
            standing=standing,
            plural=plural or len(set(of)) > 1,
            foreign=(phrase.foreign or bool(land)) and not of,
            land="" if of else land,
            both=both,
            indefinite=indefinite,
        )

    def _is_of_before(self, one: Element) -> bool:
        order = self.lens.vocabulary.order
        if one.is_("a") and order.adjective_before:
            return True
        return one.is_("sgb") and (order.state_before or order.adjective_before)

    def _coordinated_before(self, at: int, least: int) -> int:
        """The first of several states side by side: *Russian and Syrian*."""
        while at - 2 >= least and self._is_of_before(self.found[at - 2]) and "&" in self.found[at - 1].cls:
            if self.lens.spaced and self.found[at - 2].is_("a") != self.found[at].is_("a"):
                break  # "the king of Nuwayra and Tarsenian president": not one of both
            at -= 2
        while at - 1 >= least and self._is_of_before(self.found[at - 1]) and self.found[at].sep in ("", ","):
            if self.found[at].sep == "" and self.lens.spaced:
                break
            at -= 1
        return at

    def _unknown_adjective(self, one: Element) -> bool:
        """Whether a word no list has looks like a state's adjective."""
        order = self.lens.vocabulary.order
        if not order.adjective_shape or one.cls not in ("z", "r", "n") or " " in one.form:
            return False
        if one.cls == "n" and not one.capital:
            return False
        right_case = one.capital == order.adjective_capital or not self.lens.cased
        if not right_case or not order.adjective_shape.search(one.form) or one.form in self.lens.functional:
            return False
        return self.lens.common(one.form) in ("", "p")

    def _agrees(self, phrase: Phrase, one: Element) -> bool:
        """Whether a word may qualify an office as far as articles tell: both have one, or the office has none."""
        articles = self.lens.vocabulary.order.bare_articles
        return not articles or phrase.head is None or phrase.head.bare or one.form.startswith(articles)

    def _low(self, phrase: Phrase) -> bool:
        """Whether the office is one that ministries have too: a spokesperson, an adviser."""
        return any(self.lens.rank(one.id) > HIGH for one in phrase.offices)

    def _after(self, phrase: Phrase) -> Phrase:
        order, at = self.lens.vocabulary.order, phrase.last
        while self._tight(at):
            one = self.found[at]
            if "o" in one.cls and (order.state_after and self._low(phrase)):
                return self._owned(phrase, at)
            if (one.is_("a") and order.adjective_after) or (one.is_("sgb") and order.state_after):
                if phrase.of and not one.is_("a"):
                    break
                indefinite = phrase.indefinite or bool(
                    phrase.head and phrase.head.bare and not one.is_("sgb")
                )
                phrase = replace(phrase, indefinite=indefinite)
                at, of = self._coordinated_after(at)
                phrase = self._extended(phrase, at, of=phrase.of + of)
                continue
            if one.is_("fex") and (order.former_after or "x" in one.cls):
                standing = next(STANDING[c] for c in one.cls if c in STANDING)
                phrase = self._extended(phrase, at + 1, standing=standing)
            elif order.adjective_after and self._agrees(phrase, one) and self._unknown_adjective(one):
                phrase = self._extended(
                    phrase, at + 1, foreign=not phrase.of, land="" if phrase.of else one.form
                )
            elif "y" in one.cls and phrase.offices and self._low(phrase):
                return self._posted(phrase, at)
            elif "p" in one.cls:
                return self._linked(phrase, at)
            elif not (one.cls[0] == "w" or ("l" in one.cls and self._low(phrase))):
                break
            at += 1
        return phrase

    def _extended(self, phrase: Phrase, last: int, **changes: object) -> Phrase:
        end = max(phrase.end, self.found[last - 1].end)
        out = replace(phrase, last=last, end=end, **changes)  # type: ignore[arg-type]
        return replace(out, plural=out.plural or (len(set(out.of)) > 1 and not phrase.of))

    def _coordinated_after(self, at: int) -> tuple[int, Values]:
        """States side by side that begin here: the element after them, and which they are."""
        of: Values = ()
        while at < len(self.found) and self.found[at].is_("asgb"):
            of += self.found[at].states or self.found[at].bodies
            following = at + 1
            if following < len(self.found) and "&" in self.found[following].cls:
                following += 1
            elif following >= len(self.found) or not (
                self.found[following].joined or self.found[following].sep == ","
            ):
                return at + 1, of
            while (
                following < len(self.found)
                and self.found[following].is_("pd")
                and not self.found[following].is_("as")
            ):
                following += 1
            if (
                following >= len(self.found)
                or not self.found[following].is_("asgb")
                or self._heads(following)
            ):
                return at + 1, of
            at = following
        return at, of

    def _heads(self, at: int) -> bool:
        """Whether a state at this element belongs to an office behind it, not to one before."""
        if not self.lens.vocabulary.order.adjective_before:
            return False
        return self._tight(at + 1) and self.found[at + 1].is_("okl")

    def _linked(self, phrase: Phrase, at: int) -> Phrase:
        """What stands behind *of*: states, another's office, or something that makes it no office we know."""
        after, low = at + 1, self._low(phrase)
        while (
            self._tight(after)
            and (self.found[after].is_("dp") or (low and "l" in self.found[after].cls))
            and not self.found[after].is_("sgbo")
        ):
            after += 1
        if not self._tight(after):
            return phrase
        one = self.found[after]
        if one.is_("sgb"):
            last, of = self._coordinated_after(after)
            sent = low and phrase.of  # the ambassador of one state to another
            return self._extended(phrase, after + 1 if sent else last, of=phrase.of + (() if sent else of))
        if low and one.is_("a"):
            return self._of_somebodys(phrase, after)
        if low and "o" in one.cls:
            return self._owned(phrase, after)
        return self._of_unknown(phrase, at, after)

    def _of_somebodys(self, phrase: Phrase, after: int) -> Phrase:
        """An office of a state's ministry or government, or of something of its that we do not know."""
        if self._tight(after + 1) and "l" not in self.found[after + 1].cls:
            return replace(phrase, foreign=True, blocked=True)
        of = phrase.of + self.found[after].states
        # Where the adjective stands behind, its noun has been passed: *portavoz del Gobierno valdoriano*.
        return self._extended(phrase, after + 2 if self._tight(after + 1) else after + 1, of=of)

    def _of_unknown(self, phrase: Phrase, at: int, after: int) -> Phrase:
        """An office of a land that nobody knows, or of something else than a state."""
        if phrase.counterpart or phrase.of or self._is_place(at):
            return phrase
        one = self.found[after]
        unknown = one.capital and one.cls in ("z", "r") and len(one.inner) < 2
        if self.lens.cased and unknown and self.lens.common(one.form) in ("", "p"):
            # A land that nobody knows.
            return self._extended(phrase, after + 1, foreign=True, land=one.form)
        last = after + 1 if one.cls == "z" else phrase.last
        return replace(self._extended(phrase, last), foreign=True, blocked=True)

    def _posted(self, phrase: Phrase, at: int) -> Phrase:
        """Where an ambassador or envoy is sent: part of the phrase, but not whose the office is."""
        after = at + 1
        while self._tight(after) and self.found[after].is_("dp") and not self.found[after].is_("sgb"):
            after += 1
        if not self._tight(after) or not self.found[after].is_("sgb"):
            return phrase
        return self._extended(phrase, after + 1)

    def _is_place(self, at: int) -> bool:
        """Whether a linking word may as well open a place or time (*in*)."""
        return "i" in self.found[at].cls and "u" not in self.found[at].cls

    def _owned(self, phrase: Phrase, at: int) -> Phrase:
        owner = self._office(at, phrase.last)
        if owner is None:
            return phrase
        return replace(
            phrase, last=owner.last, end=max(phrase.end, owner.end), of=phrase.of or owner.of, owner=owner
        )
