"""Elements put together: offices with the names they are given to, and names alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hexapla.marks.mentions.elements import Element
from hexapla.marks.mentions.offices import OfficeGrammar
from hexapla.marks.mentions.phrase import Phrase
from hexapla.marks.mentions.telling import occupation, says_before, says_behind

# Of a plural office so many names are taken at most.
MOST_NAMES = 6


@dataclass(frozen=True)
class Grammar(OfficeGrammar):
    """One sentence's elements, and what is asked of them: every phrase that points at somebody."""

    def phrases(self) -> list[Phrase]:
        """Every phrase of the sentence, in order; no word is in two, but for an owner's."""
        out: list[Phrase] = []
        taken: set[int] = set()
        for at, element in enumerate(self.found):
            if at not in taken and ("o" in element.cls or "k" in element.cls):
                phrase = self._office(at, out[-1].last if out else 0)
                if phrase:
                    phrase = self._named(phrase, taken)
                    out.append(phrase)
                    taken |= set(range(phrase.first, phrase.last))
        out = [
            replace(phrase, lone=self._only_named(phrase), title=self._nominative(phrase.head.form))
            if phrase.head and phrase.head.weak
            else phrase
            for phrase in out
        ]
        out = [
            phrase for phrase in out if (self.lens.spaced or not phrase.lone) and not self._adjectival(phrase)
        ]
        taken = {n for phrase in out for n in range(phrase.first, phrase.last)}
        out += self._alone(taken)
        out = [replace(phrase, side=self._side_before(phrase.first)) for phrase in out]
        return sorted(out, key=lambda phrase: (phrase.start, -phrase.end))

    def _side_before(self, first: int) -> str:
        """The state of the side that is named last before an element: *from the Russian side: …*."""
        left_out = ""
        for at in range(first - 1, -1, -1):
            one = self.found[at]
            if (
                not left_out
                and at
                and one.cls == "a"
                and self.found[at + 1].sep == ","
                and self.found[at - 1].is_("pidj")
            ):
                left_out = one.states[0]
            if one.is_("l"):
                if left_out:
                    return left_out
                for beside in (at - 1, at + 1):
                    if (
                        0 <= beside < first
                        and self.found[max(at, beside)].sep == ""
                        and self.found[beside].is_("as")
                    ):
                        return (*self.found[beside].states, "")[0]
        return ""

    def _adjectival(self, phrase: Phrase) -> bool:
        """Whether an office word right behind a noun only says of what kind that is: *un informe parlamentario*."""
        if not (self.lens.cased and self.lens.vocabulary.order.adjective_after) or phrase.first == 0:
            return False
        before = self.found[phrase.first - 1]
        bare = phrase.last - phrase.first == 1 and not (phrase.names or phrase.of or phrase.counterpart)
        noun = before.cls == "z" and not before.capital and before.form not in self.lens.functional
        determined = self._tight(phrase.first - 1) and self.found[phrase.first - 2].is_("dI")
        return bare and self._tight(phrase.first) and noun and determined

    def _only_named(self, phrase: Phrase) -> bool:
        """Whether an office word that usually means something else has nothing beside it that makes it one."""
        head = phrase.head
        return bool(head and head.weak and not (phrase.of or phrase.names or phrase.foreign))

    def _named(self, phrase: Phrase, taken: set[int]) -> Phrase:
        phrase = self._past_land(phrase)
        at, titled = self._past_titles(phrase.last)
        names, last = self._names_at(at, phrase.plural, ("",))
        if names:
            phrase = self._with_names(phrase, names, phrase.first, last, titled)
            return self._of_each(phrase) if len(names) > 1 else self._of_behind(phrase)
        before = self._name_before(phrase, taken)
        if before is not None:
            return replace(
                phrase,
                first=before,
                start=self.found[before].start,
                names=(self.found[before],),
                apposed=True,
            )
        alone = phrase.plural or phrase.counterpart or phrase.first - 1 in taken
        run = None if alone else self.before(phrase.first)
        if run is not None:
            name, first = run
            return replace(phrase, first=first, start=name.start, names=(name,), apposed=True)
        names, last = self._names_at(at, phrase.plural, ("", ","))
        if names and at < len(self.found) and self._closed(last, phrase, at):
            return replace(self._with_names(phrase, names, phrase.first, last, titled), apposed=True)
        return phrase

    def _past_land(self, phrase: Phrase) -> Phrase:
        """A land that nobody knows between an office and its holder: *президент Комбары Усман Таркоба*."""
        at = phrase.last
        if not self.lens.vocabulary.order.state_after or phrase.of or phrase.foreign:
            return phrase
        bare = phrase.head is not None and phrase.head.bare and self._tight(at)
        if not (bare or (self._tight(at) and self._tight(at + 1) and self.found[at + 1].cls == "n")):
            return phrase
        one = self.found[at]
        if one.cls not in ("z", "r") or len(one.inner) > 1 or (self.lens.cased and not one.capital):
            return phrase
        if self.lens.common(one.form) not in ("", "p", "m") or one.form in self.lens.functional:
            return phrase
        return self._extended(phrase, at + 1, foreign=True, land=one.form)

    def _of_each(self, phrase: Phrase) -> Phrase:
        """Several names, each with its land behind: *Ministers A of Valdoria and B of Dravania*."""
        if phrase.of or phrase.foreign:
            return phrase
        ends = [n for n in range(phrase.first, phrase.last) if self.found[n] in phrase.names]
        after = [self._land_behind(n + 1) for n in ends]
        if len(ends) != len(phrase.names) or not all(after):
            return phrase
        return self._extended(
            phrase, max(phrase.last, after[-1]), of=tuple(self.found[n - 1].states[0] for n in after)
        )

    def _land_behind(self, at: int) -> int:
        """The element behind *of* and a state that stand here; 0 where they do not."""
        if not (self._tight(at) and self._tight(at + 1) and "p" in self.found[at].cls):
            return 0
        return at + 2 if self.found[at + 1].is_("s") and not self._heads(at + 1) else 0

    def _of_behind(self, phrase: Phrase) -> Phrase:
        """A title before the name, its land behind: *King Fahim of Nuwayra*."""
        at = phrase.last
        if phrase.of or phrase.foreign or not self._tight(at + 1) or not self._tight(at):
            return phrase
        if "p" in self.found[at].cls and self.found[at + 1].is_("s") and not self._heads(at + 1):
            return self._extended(phrase, at + 2, of=self.found[at + 1].states)
        return phrase

    def _closed(self, last: int, phrase: Phrase, at: int) -> bool:
        """Whether a name behind a comma is set off, or told to be the office's by a title."""
        behind_title = at > phrase.last
        return (
            behind_title
            or last >= len(self.found)
            or self.found[last].sep in (",", "(", ".")
            or not phrase.plural
        )

    def _with_names(
        self, phrase: Phrase, names: tuple[Element, ...], first: int, last: int, titled: bool
    ) -> Phrase:
        end = max(phrase.end, names[-1].end)
        return replace(phrase, first=first, last=last, end=end, names=names, titled=titled)

    def _past_titles(self, at: int) -> tuple[int, bool]:
        """The element after honorifics that begin here, behind a comma perhaps."""
        begin = at
        while at < len(self.found) and self.found[at].sep in ("", ",") and self.found[at].is_("hwd"):
            if self.found[at].is_("nr") or (at > begin and self.found[at].sep == ","):
                break
            at += 1
        if not any("h" in self.found[n].cls for n in range(begin, at)):
            return begin, False
        return at, True

    def _names_at(self, at: int, several: bool, seps: tuple[str, ...]) -> tuple[tuple[Element, ...], int]:
        """The name here, or for a plural office the names side by side; and the element after them."""
        names: list[Element] = []
        while at < len(self.found) and len(names) < MOST_NAMES:
            one = self.found[at]
            if not names and (one.sep not in seps or (one.sep and one.joined)):
                break
            name, following = self._name(at, bool(names))
            if name is None:
                break
            names.append(name)
            at = following
            if not several:
                break
            nearer = self._next_of_several(at)
            if nearer is None:
                break
            at = nearer
        return tuple(names), at

    def _name(self, at: int, later: bool = False) -> tuple[Element | None, int]:
        """The name at an element and the element after it; ``later`` where *and* may be written onto it."""
        one = self.found[at]
        if one.cls in ("n", "r") and not self._goes_on(at):
            return one, at + 1
        run = self.run(at) or (self.joined(at) if later else None)
        if run is None:
            return None, at
        following = at
        while following < len(self.found) and self.found[following].start < run.end:
            following += 1
        return run, following

    def _goes_on(self, at: int) -> bool:
        """Whether a word that may stand for a name known is here the given name of somebody else."""
        one, lens = self.found[at], self.lens
        if one.cls != "n" or one.full or lens.cased or not self._tight(at + 1):
            return False
        behind = self.found[at + 1]
        open_ = behind.cls in ("z", "n") and not behind.full
        family = open_ and behind.form.startswith(lens.book.habits.articles)
        given = open_ and one.form in lens.vocabulary.given
        run = self.run(at) if family or given else None
        return run is not None and run.end > one.end

    def _next_of_several(self, at: int) -> int | None:
        """Where the next name of several stands, if one does."""
        while self._tight(at) and self.found[at].cls == "h":
            at += 1
        at = self._land_behind(at) or at
        if at >= len(self.found):
            return None
        step = at
        if "&" in self.found[step].cls and self.found[step].sep in ("", ","):
            step += 1
        elif not (self.found[step].joined or self.found[step].sep == ","):
            return step if self.joined(step) is not None else None
        step, _ = self._past_titles(step)
        if step >= len(self.found):
            return None
        if self.found[step].is_("nr") or (not self.lens.cased and self._name(step)[0] is not None):
            return step
        return None

    def _name_before(self, phrase: Phrase, taken: set[int]) -> int | None:
        """A name that stands before the office and means the same person."""
        first = phrase.first
        while (
            first > 0 and self.found[first].sep == "" and self.found[first - 1].cls in ("d", "dw", "wd", "w")
        ):
            first -= 1
        before = first - 1
        if before < 0 or before in taken or not self.found[before].is_("nr") or self.found[before].is_("oas"):
            return None
        sep = self.found[first].sep
        # A counterpart beside a name is somebody else's: "X met his counterpart".
        bare = self.lens.vocabulary.order.name_before_bare and not self.found[first].joined
        bare = bare and not phrase.counterpart
        if (sep in (",", "(") or (sep == "" and bare)) and not phrase.plural and not self.found[first].joined:
            return before
        return None

    def _alone(self, taken: set[int]) -> Iterator[Phrase]:
        """Names without an office, with an honorific or bare."""
        told_to = 0
        for at, one in enumerate(self.found):
            if at in taken or at < told_to:
                continue
            told = None if self.lens.cased or one.full else self._told(at, taken)
            if told is not None:
                told_to = told.last
                yield told
                continue
            titled = (
                not self.lens.vocabulary.order.title_after
                and at > 0
                and "h" in self.found[at - 1].cls
                and one.sep == ""
                and at - 1 not in taken
            )
            if one.cls in ("n", "r"):
                first = at - 1 if titled else at
                beside = self.found[first] if titled else occupation(self.found, at, self.lens)
                yield Phrase(
                    self.found[first].start,
                    one.end,
                    first,
                    at + 1,
                    None,
                    names=(one,),
                    titled=titled,
                    title=self._nominative(beside.form) if beside else "",
                )
            elif titled:
                name, following = self._name(at)
                if name:
                    yield Phrase(
                        self.found[at - 1].start,
                        name.end,
                        at - 1,
                        following,
                        None,
                        names=(name,),
                        titled=True,
                    )
            elif one.is_("mh"):
                yield from self._title(at)

    def _title(self, at: int) -> Iterator[Phrase]:
        """A title or occupation without a name, which says something: *the coach added*."""
        one = self.found[at]
        indefinite = at > 0 and not one.sep and "I" in self.found[at - 1].cls
        if indefinite or self.lens.vocabulary.is_plural(one.form):
            return
        # Behind a verb nothing may follow that could be a name.
        ends = not self._tight(at + 1) or self.found[at + 1].form in self.lens.functional
        before = ends and says_before(self.found, at, self.lens) is not None
        if before or says_behind(self.found, at + 1, self.lens):
            title = self._nominative(one.form)
            yield Phrase(one.start, one.end, at, at + 1, None, title=title, lone=True)

    def _nominative(self, title: str) -> str:
        """A title without the ending of its case."""
        return min(self.lens.book.keys(title), key=lambda form: (len(form), form))

    def _told(self, at: int, taken: set[int]) -> Phrase | None:
        """A name that only a verb of saying or an occupation beside it tells, where no capital does."""
        name = self.told(at)
        if name is None:
            return None
        following = at
        while following < len(self.found) and self.found[following].start < name.end:
            following += 1
        if taken & set(range(at, following)):
            return None
        return Phrase(name.start, name.end, at, following, None, names=(name,), told=True)
