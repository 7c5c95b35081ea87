"""Phrases resolved: whom each means, in this text, on its day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hexapla.marks.mentions.alone import LIKELY_HOLDER, NEAR, UNSURE, Memory, Seen, Who
from hexapla.marks.mentions.elements import Element
from hexapla.marks.mentions.holding import GONE, Offices, fit, held, offices
from hexapla.marks.mentions.model import Because, Mention
from hexapla.marks.mentions.phrase import Phrase
from hexapla.witness.model import Span

# How sure each way of telling is. Set by reading, checked on eval/pointers.
FULL_NAME, FULL_WITH_OFFICE = 0.95, 0.98
SURNAME, SURNAME_WITH_OFFICE, SURNAME_ALONE = 0.9, 0.95, 0.7


@dataclass
class Resolver(Memory):
    """One witness's phrases, resolved in their order; what earlier ones meant is remembered."""

    def learn(self, phrases: Sequence[Phrase]) -> None:
        """Takes from phrases with full names who is in the text, and who it says holds what."""
        for phrase in phrases:
            asked = self._offices(phrase, None)
            for name in phrase.names:
                person = self._sure(name, phrase, asked)
                if person:
                    self.counts[person] += 1
                    self._state(person, phrase, asked)
                    self._entitle(person, phrase)

    def _entitle(self, person: str, phrase: Phrase) -> None:
        """Keeps the title that a text gives somebody, where it is none that is an office by itself."""
        if phrase.title and len(phrase.names) == 1:
            self.titles.setdefault(phrase.title, Counter())[person] += 1

    def _state(self, person: str, phrase: Phrase, asked: Offices) -> None:
        if phrase.standing == GONE or phrase.counterpart or phrase.apposed:
            return
        tenures = held(self.parties, person, asked)
        for party in asked.parties or tuple(dict.fromkeys(t.of for t in tenures)):
            for office in asked.ids[:1] or ():
                self.stated.setdefault((office, party), Counter())[person] += 1

    def _sure(self, name: Element, phrase: Phrase, asked: Offices) -> str | None:
        who = self._by_full_name(name, phrase, asked)
        return who.person if who else None

    def resolve(self, segment: int, phrase: Phrase) -> Iterator[Mention]:
        """The mentions that a phrase makes."""
        if phrase.owner is not None:
            yield from self.resolve(segment, replace(phrase.owner, side=phrase.side))
        if phrase.lone:
            yield from self._of_title(segment, phrase)
            return
        antecedent = self._antecedent(segment) if phrase.counterpart else None
        asked = self._offices(phrase, antecedent)
        if phrase.names:
            found = [
                mention
                for number, name in enumerate(phrase.names)
                for mention in self._of_name(segment, phrase, name, number, asked, antecedent)
            ]
            yield from found
            if found or not phrase.apposed:
                return
        if phrase.head is not None:
            # What stands beside the office only by a comma, and is nobody, says nothing of its holder.
            yield from self._of_office(segment, phrase, asked, antecedent)

    def _of_title(self, segment: int, phrase: Phrase) -> Iterator[Mention]:
        """A title alone that the text gives to one person only."""
        having = self.titles.get(phrase.title, Counter())
        if len(having) != 1 or phrase.indefinite or phrase.plural:
            return
        (person,) = having
        span = Span(phrase.start, phrase.end)
        because = (Because("title", phrase.title, span), Because("context", person))
        office, of = self._held_office(person, offices(self.parties, phrase.offices, ()))
        self._remember(segment, person, phrase, Offices((), ()), office, of)
        yield Mention(
            span,
            "office",
            person,
            office=office,
            of=of,
            on=self.on if office else None,
            basis="stated" if office else None,
            status=self._status(person, phrase, office, of) if office else None,
            confidence=LIKELY_HOLDER,
            because=because,
        )

    def _offices(self, phrase: Phrase, antecedent: Seen | None) -> Offices:
        if phrase.counterpart:
            ids = antecedent.offices[:1] if antecedent else ()
            return Offices(ids, phrase.of, ids[0] if ids else "")
        of = phrase.of
        if not of and phrase.side and not (phrase.foreign or phrase.plural) and self._domestic(phrase):
            of = (phrase.side,)
        return offices(self.parties, phrase.offices, of)

    def _domestic(self, phrase: Phrase) -> bool:
        """Whether an office is one that a state's delegation has: of its names none is of another state."""
        known = [p for name in phrase.names for p in name.full if self._known(p)]
        return not known or any(t.of == phrase.side for p in known for t in self.parties.offices_of(p))

    def _antecedent(self, segment: int) -> Seen | None:
        """Whose counterpart is meant: who with an office was named last."""
        for one in reversed(self.seen):
            if segment - one.segment > NEAR:
                return None
            if one.offices:
                return one
        return None

    def _of_name(
        self,
        segment: int,
        phrase: Phrase,
        name: Element,
        number: int,
        asked: Offices,
        antecedent: Seen | None,
    ) -> Iterator[Mention]:
        one = self._one_of(asked, number, len(phrase.names))
        who = self._by_full_name(name, phrase, one) or self._by_surname(segment, name, phrase, one)
        if who is None:
            return
        person = who.person
        given = (
            bool(phrase.head)
            and self._holds(person, phrase, one)
            and self._meant(person, phrase, one)
            and not self._of_unknown(phrase)
        )
        # The office beside the name is another's, if its word means one at all.
        others = phrase.apposed and phrase.head is not None and not given
        if others and (asked.of or (phrase.head is not None and not phrase.head.weak)):
            yield from self._of_office(segment, phrase, asked, antecedent)
        office, of = self._held_office(person, one) if given else (None, None)
        span = self._span(phrase, name, number, given)
        status = self._status(person, phrase, office, of) if office else None
        if person:
            self._remember(segment, person, phrase, one if given else Offices((), ()), office, of)
        yield Mention(
            span,
            "name-with-office" if given else "name",
            person,
            () if person else who.people,
            office=office,
            of=of,
            on=self.on if office else None,
            basis="stated" if office else None,
            status=status,
            confidence=who.confidence,
            name=Span(name.start, name.end),
            because=(*who.because, *self._because_office(phrase, given, antecedent)),
        )

    def _span(self, phrase: Phrase, name: Element, number: int, given: bool) -> Span:
        if given and not (number and phrase.names):
            own = [*phrase.names[:1]]
            end = own[0].end if len(phrase.names) > 1 else phrase.end
            return Span(phrase.start, max(end, name.end))
        return Span(name.start, name.end)

    @staticmethod
    def _one_of(asked: Offices, number: int, names: int) -> Offices:
        """Of several names with several states each has its own, in their order."""
        if names > 1 and len(asked.of) == names:
            return replace(asked, of=(asked.of[number],))
        return asked

    def _by_full_name(self, name: Element, phrase: Phrase, asked: Offices) -> Who | None:
        if not name.full:
            return None
        fits = sorted(((self._fit(p, phrase, asked), p) for p in name.full), key=lambda f: (-f[0], f[1]))
        best = [p for score, p in fits if score == fits[0][0]]
        sure = FULL_WITH_OFFICE if fits[0][0] == 1.0 and phrase.head else FULL_NAME
        reason = Because("name", name.form, Span(name.start, name.end))
        if len(best) > 1:
            kept = [p for p in best if self.counts[p]]
            best = kept if len(kept) == 1 else best
        return Who(tuple(best), sure if len(best) == 1 else UNSURE, (reason,))

    def _fit(self, person: str, phrase: Phrase, asked: Offices) -> float:
        if not self._known(person):
            return 0.5 if any(person in c for c in self.stated.values()) or not asked.ids else 0.4
        if not (asked.ids or asked.of):
            return 1.0 if self._active(person) else 0.5
        return fit(self.parties, person, asked, self.on, phrase.standing == GONE)

    def _active(self, person: str) -> bool:
        return self.on is not None and bool(self.parties.offices_of(person, self.on))

    def _by_surname(self, segment: int, name: Element, phrase: Phrase, asked: Offices) -> Who | None:
        """Whom a surname alone means: one whose full name the text has, else the holder of the office beside it."""
        # A surname behind other words of a name, which nobody has: somebody else's.
        if not name.short or len(name.inner) > 1:
            return None
        reason = Because("surname", name.form, Span(name.start, name.end))
        inside = [p for p in name.short if self.counts[p] or not self._known(p)]
        chosen = self._chosen(inside, segment, phrase, asked)
        if len(chosen) > 1 and self.called.get(name.form) in chosen:
            chosen = [self.called[name.form]]
        if len(chosen) == 1:
            others = {one.person for one in self.seen if one.person in inside} - {chosen[0]}
            if not others:
                self.called.setdefault(name.form, chosen[0])
            return Who((chosen[0],), SURNAME_WITH_OFFICE if phrase.head else SURNAME, (reason,))
        if chosen:
            return Who(tuple(chosen), UNSURE, (reason,))
        return self._surname_alone(name, phrase, asked, reason)

    def _chosen(self, inside: Sequence[str], segment: int, phrase: Phrase, asked: Offices) -> list[str]:
        """Of those in the text who have a surname, who is meant here; several where it cannot be told."""
        if len(inside) < 2 and not (asked.ids or asked.of):
            return list(inside)
        fits = [(self._fits_here(p, phrase, asked), p) for p in inside]
        best = max((score for score, _ in fits), default=0.0)
        kept = [p for score, p in fits if score == best and score > 0]
        if len(kept) > 1 and not phrase.head:
            before = [one.person for one in self.seen if one.person in kept]
            if before and self.counts[before[-1]] >= 3 * max(self.counts[p] for p in kept if p != before[-1]):
                return [before[-1]]
        return kept

    def _fits_here(self, person: str, phrase: Phrase, asked: Offices) -> float:
        """Whether a person can be who has this office here: by what the text says, else by what we know."""
        if not (asked.ids or asked.of):
            return 1.0
        for one in self.seen:
            of = not asked.of or not one.of or set(one.of) & set(asked.of)
            if one.person == person and of and set(one.offices) & set(asked.ids):
                return 1.0
        if any(person in count for (office, _), count in self.stated.items() if office in asked.ids):
            return 1.0
        if self._known(person):
            return fit(self.parties, person, asked, self.on, phrase.standing == GONE)
        return 0.3

    def _surname_alone(self, name: Element, phrase: Phrase, asked: Offices, reason: Because) -> Who | None:
        """A surname of which the text has no full name: its holder of the office, or the only one in office."""
        known = [p for p in name.short if self._known(p)]
        if not phrase.head and not name.distinct:
            return None
        if phrase.head and (asked.ids or asked.of):
            fits = [(fit(self.parties, p, asked, self.on, phrase.standing == GONE), p) for p in known]
            best = max((score for score, _ in fits), default=0.0)
            kept = [p for score, p in fits if score == best]
            if best < 0.6:
                return None
        else:
            kept = [p for p in known if self._active(p)] if self.on else known
            kept = [p for p in kept if any(t.of in self.named for t in self.parties.offices_of(p))]
            if len(known) > 1:
                # Of several who have the surname a head of state is meant without more, nobody else.
                kept = [p for p in kept if self._leads(p)]
            if len(kept) != 1 or name.weak:
                return None
        if len(kept) == 1:
            sure = SURNAME_WITH_OFFICE if phrase.head and self.on else SURNAME_ALONE
            return Who(tuple(kept), sure, (reason,), "parties")
        return Who(tuple(sorted(kept)), UNSURE, (reason,), "parties")

    def _leads(self, person: str) -> bool:
        """Whether somebody heads a state on the text's day."""
        if self.on is None:
            return False
        return any(self.parties.office(t.office).rank == 1 for t in self.parties.offices_of(person, self.on))

    def _holds(self, person: str | None, phrase: Phrase, asked: Offices) -> bool:
        """Whether the office beside a name is that person's: always where it stands before it as a title."""
        if person is None or not phrase.apposed:
            return True
        if not self._known(person):
            return True
        return fit(self.parties, person, asked, self.on, phrase.standing == GONE) >= 0.2 or not asked.ids

    def _of_unknown(self, phrase: Phrase) -> bool:
        """Whether an office is of something we do not know, so that it may be another: *president of the company*."""
        return phrase.blocked and all(self.parties.office(one.id).single for one in phrase.offices)

    def _meant(self, person: str | None, phrase: Phrase, asked: Offices) -> bool:
        """Whether an office word that usually means something else means an office beside this name."""
        if phrase.head is None or not phrase.head.weak or asked.of or phrase.land:
            return True
        return bool(person and self._known(person) and held(self.parties, person, asked))

    def _held_office(self, person: str | None, asked: Offices) -> tuple[str | None, str | None]:
        """The office of those its words may mean that a person has, and whose."""
        if not asked.ids:
            return None, None
        tenures = held(self.parties, person, asked) if person and self._known(person) else []
        now = [t for t in tenures if self.on is None or t.possible(self.on)]
        party = asked.parties[0] if len(asked.parties) == 1 else None
        if now or tenures:
            best = min(now or tenures, key=lambda t: asked.ids.index(t.office))
            return best.office, party or best.of
        return asked.own or asked.ids[0], party
