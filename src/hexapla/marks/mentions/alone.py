"""Offices alone resolved: whom each means, in this text, on its day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from hexapla.marks.mentions.holding import GONE, Offices, holders
from hexapla.marks.mentions.model import Because, Mention, Status
from hexapla.marks.mentions.phrase import Phrase
from hexapla.parties import Parties
from hexapla.witness.model import Span

# How sure each way of telling is. Set by reading, checked on eval/pointers.
STATED_HOLDER, KNOWN_HOLDER, LIKELY_HOLDER, UNSURE = 0.92, 0.9, 0.7, 0.4
# So many sentences back an office alone still means somebody for sure.
NEAR = 1


class Seen(NamedTuple):
    """Somebody who was pointed at: where, by which offices, whose."""

    person: str
    offices: tuple[str, ...]
    of: tuple[str, ...]
    segment: int
    standing: str | None
    foreign: str


class Who(NamedTuple):
    """Whom something means: one person, or several of whom it may be any."""

    people: tuple[str, ...]
    confidence: float
    because: tuple[Because, ...]
    by: str = "stated"
    status: str | None = None
    of: str | None = None
    office: str | None = None
    sure: bool = True
    """Whether one person is meant for certain, where there is one."""

    @property
    def person(self) -> str | None:
        """The one person who is meant."""
        return self.people[0] if self.sure and len(self.people) == 1 else None


@dataclass
class Memory:
    """Whom a witness has pointed at so far, and whom an office alone means by that."""

    parties: Parties
    on: dt.date | None
    main: tuple[str, ...]
    """The two states a text is about, where it is about two that we know."""
    named: frozenset[str] = frozenset()
    """Every state and body that the text names."""
    seen: list[Seen] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    titles: dict[str, Counter[str]] = field(default_factory=dict)
    """Titles that are no offices by themselves → whom the text gives them."""
    called: dict[str, str] = field(default_factory=dict)
    """Surnames alone → whom the text called so before it named another who has it."""
    stated: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    """(office, party) → who the text itself says holds it."""

    def _known(self, person: str) -> bool:
        try:
            self.parties.person(person)
        except KeyError:
            return False
        return True

    def _status(self, person: str | None, phrase: Phrase, office: str | None, of: str | None) -> Status:
        if phrase.standing in ("former", "acting", "elect"):
            return phrase.standing  # type: ignore[return-value]
        if person and office and of and self.on and self._known(person):
            now = [t for t in self.parties.holders(office, of, self.on) if t.person == person]
            if now:
                return now[0].status
        return "incumbent"

    def _of_office(
        self, segment: int, phrase: Phrase, asked: Offices, antecedent: Seen | None
    ) -> Iterator[Mention]:
        reasons = self._because_office(phrase, True, antecedent)
        span = self._office_span(phrase)
        if (phrase.counterpart and not asked.ids) or phrase.indefinite:
            return
        several = phrase.plural and not phrase.counterpart
        found = (
            self._several(segment, phrase, asked)
            if several
            else [self._single(segment, phrase, asked, antecedent)]
        )
        for who in found:
            if not who.people and who.of is None:
                continue
            if phrase.woman and who.person and self._gender(who.person) == "m":
                continue
            person = who.person
            if not who.people and who.of:
                self.seen.append(Seen("", asked.ids[:1], (who.of,), segment, phrase.standing, ""))
            if person:
                one = replace(asked, of=(who.of,)) if who.of else asked
                self._remember(segment, person, phrase, one, who.office, who.of)
            office = who.office or asked.own or (asked.ids[0] if asked.ids else None)
            yield Mention(
                span,
                "office",
                person,
                () if person else who.people,
                office=office,
                of=who.of,
                on=self.on,
                basis="parties" if who.by == "parties" else "stated",
                status=who.status or self._status(person, phrase, office, who.of),  # type: ignore[arg-type]
                confidence=who.confidence,
                because=(*reasons, *who.because),
            )

    @staticmethod
    def _office_span(phrase: Phrase) -> Span:
        if phrase.apposed and phrase.head is not None and phrase.names:
            names = phrase.names[0]
            if names.start < phrase.head.start:
                return Span(phrase.head.start, phrase.end)
            return Span(phrase.start, phrase.head.end)
        return Span(phrase.start, phrase.end)

    def _single(self, segment: int, phrase: Phrase, asked: Offices, antecedent: Seen | None) -> Who:
        if phrase.foreign:
            return self._recalled(segment, phrase, asked) or Who((), UNSURE, ())
        parties = asked.of or asked.implied
        for party in parties:
            who = self._holder(phrase, asked, party)
            if who:
                return who
        if asked.of:
            return Who((), LIKELY_HOLDER, (), of=asked.of[0])
        exclude = antecedent.person if antecedent else None
        return self._recalled(segment, phrase, asked, exclude) or Who((), UNSURE, ())

    def _holder(self, phrase: Phrase, asked: Offices, party: str) -> Who | None:
        """Who holds an office of a party: as the text says, else as we know."""
        former = phrase.standing == GONE
        if not former:
            for office in asked.ids:
                said = self.stated.get((office, party))
                if said and (len(said) == 1 or said.most_common(2)[0][1] > 2 * said.most_common(2)[1][1]):
                    person = said.most_common(1)[0][0]
                    return Who(
                        (person,), STATED_HOLDER, (Because("context", person),), of=party, office=office
                    )
        else:
            gone = [
                s
                for s in self.seen
                if s.standing == GONE and party in s.of and set(s.offices) & set(asked.ids)
            ]
            if len({s.person for s in gone}) == 1:
                return Who((gone[0].person,), STATED_HOLDER, (Because("context", gone[0].person),), of=party)
        shown = None if former else self._shown_holder(asked, party)
        return shown or self._known_holder(asked, party, former)

    def _shown_holder(self, asked: Offices, party: str) -> Who | None:
        """Who was seen with such an office of a party, where it is one person: by a counterpart's name."""
        fitting = [
            one
            for one in self.seen
            if one.person
            and one.of == (party,)
            and set(one.offices) & set(asked.ids)
            and one.standing != GONE
        ]
        if len({one.person for one in fitting}) != 1:
            return None
        last = fitting[-1]
        office = next(office for office in last.offices if office in asked.ids)
        return Who((last.person,), STATED_HOLDER, (Because("context", last.person),), of=party, office=office)

    def _known_holder(self, asked: Offices, party: str, former: bool) -> Who | None:
        found = holders(self.parties, asked, party, self.on, former)
        people = tuple(dict.fromkeys(t.person for t in found))
        if not people or (len(asked.ids) > 2 and asked.ids[-1] == "minister"):
            return None
        reason = (Because("date", self.on.isoformat()),) if self.on else ()
        sure = len(people) == 1 and self.on is not None
        if former and self.on is not None:
            sure = False
        if sure:
            return Who(people, KNOWN_HOLDER, reason, "parties", found[0].status, party, found[0].office)
        return Who(people, UNSURE, reason, "parties", None, party, found[0].office, False)

    def _recalled(
        self, segment: int, phrase: Phrase, asked: Offices, exclude: str | None = None
    ) -> Who | None:
        """Of those the text has named with such an office, who was named last."""
        former = phrase.standing == GONE
        fitting = [
            one
            for one in self.seen
            if set(one.offices) & set(asked.ids)
            and one.person != exclude
            and (one.standing == GONE) == former
            and self._same_land(one, phrase)
        ]
        if not fitting:
            return self._foretold(phrase, asked, exclude)
        last = fitting[-1]
        if not last.person:
            return None
        fitting = self._women([one for one in fitting if one.person]) if phrase.woman else fitting
        fitting = [one for one in fitting if one.person] or fitting[-1:]
        last = fitting[-1]
        near = {one.person for one in fitting if segment - one.segment <= NEAR}
        office = next((o for o in last.offices if o in asked.ids), None)
        of = last.of[0] if len(last.of) == 1 else None
        reason = (Because("context", last.person),)
        if len({one.person for one in fitting}) == 1:
            return Who((last.person,), STATED_HOLDER, reason, of=of, office=office)
        if len(near) == 1 or last.segment == segment:
            return Who((last.person,), LIKELY_HOLDER, reason, of=of, office=office)
        # Words for several offices usually mean the first of them: a president before a monarch.
        own = {one.person: one for one in fitting if asked.own in one.offices}
        if len(own) == 1:
            ((person, one),) = own.items()
            of = one.of[0] if len(one.of) == 1 else None
            return Who((person,), LIKELY_HOLDER, (Because("context", person),), of=of, office=asked.own)
        people = tuple(dict.fromkeys(one.person for one in reversed(fitting)))
        return Who(people, UNSURE, reason, office=office)

    def _women(self, fitting: Sequence[Seen]) -> list[Seen]:
        """Of some people the women, where any is known to be one; else those who are not known to be men."""
        genders = {one.person: self._gender(one.person) for one in fitting}
        women = [one for one in fitting if genders[one.person] == "f"]
        return women or [one for one in fitting if genders[one.person] != "m"] or list(fitting)

    def _gender(self, person: str) -> str | None:
        return self.parties.person(person).gender if self._known(person) else None

    def _foretold(self, phrase: Phrase, asked: Offices, exclude: str | None) -> Who | None:
        """Somebody whom the text names with the office only later: a headline's *the president*."""
        if phrase.standing == GONE or phrase.foreign:
            return None
        found = {
            (person, office, party)
            for (office, party), count in self.stated.items()
            if office in asked.ids
            for person in count
            if person != exclude
        }
        if len({person for person, _, _ in found}) != 1:
            return None
        person, office, party = min(found)
        return Who((person,), LIKELY_HOLDER, (Because("context", person),), of=party, office=office)

    def _same_land(self, one: Seen, phrase: Phrase) -> bool:
        """Whether somebody seen may be of the land a phrase names and nobody knows: *the Valdorian president*."""
        land = phrase.land
        if not phrase.foreign:
            return True
        return bool(one.foreign) and one.foreign[:4] == land[:4]

    def _several(self, segment: int, phrase: Phrase, asked: Offices) -> list[Who]:
        """Whom a plural office means: of each state that is named its holder, else the two that the text has."""
        if len(asked.of) > 1:
            return [
                self._holder(phrase, asked, party) or Who((), LIKELY_HOLDER, (), of=party)
                for party in asked.of
            ]
        if asked.of or phrase.foreign:
            return []
        before = self._pair([one for one in self.seen if one.person and set(one.offices) & set(asked.ids)])
        pair = before or self._stated_pair(asked)
        reason = Because("plural", phrase.head.form if phrase.head else "")
        found = [
            Who((person,), LIKELY_HOLDER, (reason, Because("context", person)), of=of, office=office)
            for person, office, of in pair
        ]
        if found or len(self.main) != 2 or not phrase.both:
            return found
        both = [self._holder(phrase, asked, party) for party in self.main]
        return (
            [who._replace(confidence=min(who.confidence, LIKELY_HOLDER)) for who in both if who]
            if all(both)
            else []
        )

    def _pair(self, fitting: Sequence[Seen]) -> list[tuple[str, str, str | None]]:
        """The two who were named last with an office, of two states, where none other was."""
        people = list(dict.fromkeys(one.person for one in fitting if one.standing != GONE))
        if len(people) != 2:
            return []
        last = {one.person: one for one in fitting}
        return [
            (person, last[person].offices[0], last[person].of[0] if len(last[person].of) == 1 else None)
            for person in people
        ]

    def _stated_pair(self, asked: Offices) -> list[tuple[str, str, str | None]]:
        found: dict[str, tuple[str, str]] = {}
        for (office, party), count in sorted(self.stated.items()):
            if office in asked.ids:
                for person in count:
                    found.setdefault(person, (office, party))
        if len(found) != 2 or len({party for _, party in found.values()}) != 2:
            return []
        return [(person, office, party) for person, (office, party) in found.items()]

    def _remember(
        self, segment: int, person: str, phrase: Phrase, asked: Offices, office: str | None, of: str | None
    ) -> None:
        known = tuple(dict.fromkeys(([office] if office else []) + list(asked.ids[:1])))
        earlier = next((one for one in reversed(self.seen) if one.person == person), None)
        if not known and earlier:
            self.seen.append(earlier._replace(segment=segment))
            return
        if not known and self.on and self._known(person):
            now = self.parties.offices_of(person, self.on)
            known, of = tuple(dict.fromkeys(t.office for t in now)), (now[0].of if now else of)
        parties = (of,) if of else asked.of
        land = phrase.land if phrase.foreign else ""
        if not land and earlier and earlier.foreign:
            land = earlier.foreign
        self.seen.append(Seen(person, known, parties, segment, phrase.standing, land))

    def _because_office(self, phrase: Phrase, given: bool, antecedent: Seen | None) -> tuple[Because, ...]:
        if phrase.head is None or not given:
            return ()
        span = Span(phrase.head.start, phrase.head.end)
        if phrase.counterpart:
            value = antecedent.person if antecedent else phrase.head.form
            return (Because("counterpart", value, span),)
        reasons = [Because("office", phrase.offices[0].id if phrase.offices else phrase.head.form, span)]
        reasons += [Because("state", party) for party in phrase.of]
        return tuple(reasons)
