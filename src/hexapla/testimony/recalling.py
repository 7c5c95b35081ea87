"""Who spoke or acted last: what a pronoun, or a verb without its subject, is led back to."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from hexapla.lang.words import function_words
from hexapla.parties import Parties
from hexapla.testimony.actors import Actor, joined
from hexapla.testimony.cues import Cue
from hexapla.testimony.scenes import Account, Scene
from hexapla.witness.model import Span

# A pronoun, or a verb without subject, means somebody of the last sentences.
RECALL = 8
PAIR_RECALL = 4
# And somebody who is only named, of this sentence or the two before it.
NEAR = 3
GENDERS = {"he": "m", "she": "f"}
# How sure each way of telling is.
BY_PRONOUN, DROPPED = 0.8, 0.75
SAY = "say"
# Mentions whose party is a state's government.
GOVERNING = ("state", "government")


class Subject(NamedTuple):
    """The subject of a cue: ``ids`` of people or sides, none of an unnamed source or an unknown one.

    ``how`` is beside, pronoun, dropped, joined (by *and* to another verb), shared (a participle's), by, situation
    or unknown.
    """

    ids: tuple[str, ...]
    span: Span | None
    confidence: float
    how: str
    actor: Actor | None = None


UNKNOWN = Subject((), None, 0.5, "unknown")


class Spoken(NamedTuple):
    """A verb that was read: its segment and place, its subject, and whether it is one of saying."""

    segment: int
    at: int
    subject: Subject
    says: bool


def _place(one: Spoken | tuple[int, int]) -> tuple[int, int]:
    return one[0], one[1]


def _led_back(subject: Subject, sure: float) -> float:
    """How sure a subject is that is led back to another; one led back already is no less sure for that."""
    again = subject.how in ("dropped", "pronoun")
    return subject.confidence if again else round(sure * subject.confidence, 4)


@dataclass
class Memory:
    """What was read so far of a witness; ``actors`` are those of each segment."""

    account: Account
    parties: Parties
    actors: Mapping[int, Sequence[Actor]]
    said: list[Spoken] = field(default_factory=list)

    def remember(self, spoken: Spoken) -> None:
        """Keeps a verb with its subject, in the order of the text."""
        insort(self.said, spoken, key=_place)

    def _recent(self, scene: Scene, at: int) -> Iterator[Spoken]:
        """The verbs before a place, in this sentence or the few before it, the last one first."""
        for number in range(bisect_left(self.said, (scene.number, at), key=_place) - 1, -1, -1):
            if scene.number - self.said[number].segment > RECALL:
                return
            yield self.said[number]

    def pronoun(self, scene: Scene, actor: Actor) -> Subject:
        """Whom a pronoun means."""
        pair = self._pair_before(scene, actor) if actor.pronoun == "they" else None
        near = self._near(scene, actor)
        for one in self._recent(scene, actor.span.start):
            if (pair and _place(one) < pair[0]) or (near and one.segment < near[0]):
                break
            if self._fits(actor.pronoun, one.subject):
                sure = _led_back(one.subject, BY_PRONOUN)
                return Subject(one.subject.ids, actor.span, sure, "pronoun", actor)
        found = pair[1] if pair else near[1] if near else self._named_before(scene, actor)
        return found or Subject((), actor.span, 0.4, "pronoun", actor)

    def _near(self, scene: Scene, pronoun: Actor) -> tuple[int, Subject] | None:
        """Who was named last, in the sentence or the two before it, and is known to be a man, or a woman, as *he* or
        *she* says; and in which sentence: rather meant than somebody who spoke in an older one.
        """
        wanted = GENDERS.get(pronoun.pronoun)
        for number in range(scene.number, scene.number - NEAR, -1):
            for actor in reversed(self.actors.get(number, [])):
                before = actor.span.end <= pronoun.span.start
                if before and wanted and [self._gender(name) for name in actor.ids] == [wanted]:
                    return number, Subject(actor.ids, pronoun.span, 0.65, "pronoun", actor)
        return None

    def dropped(self, scene: Scene, cue: Cue) -> Subject | None:
        """Whom a verb without its subject means."""
        last = self._last_of_number(scene, cue)
        if last is None:
            return None
        return Subject(last.ids, None, _led_back(last, DROPPED), "dropped", last.actor)

    def government(self, scene: Scene, subject: Subject) -> Subject | None:
        """Whose government *the ministry* is: that of the only state that its paragraph has named so far."""
        assert subject.span is not None
        start = scene.text.rfind("\n", 0, subject.span.start) + 1
        near = self.account.mentions_in([Span(start, subject.span.start)])
        sides = {side for m in near if (side := m.of or (m.party if m.kind in GOVERNING else None))}
        if len(sides) != 1:
            return None
        actor = Actor(subject.span, "side", tuple(sides), BY_PRONOUN)
        return Subject(tuple(sides), subject.span, BY_PRONOUN, "beside", actor)

    def holder(self, scene: Scene, cue: Cue) -> Subject | None:
        """Whom a word for an office alone means, *the sovereign*: who spoke or acted last, if that is a person."""
        for one in self._recent(scene, cue.start):
            found = one.subject
            if len(found.ids) == 1 and self._gender(found.ids[0]) is not None:
                return Subject(found.ids, None, _led_back(found, DROPPED), "dropped", found.actor)
        return self._named_before(scene, Actor(Span(cue.start, cue.start), "pronoun", (), DROPPED, "he"))

    def coordinated(self, scene: Scene, cue: Cue) -> bool:
        """Whether another verb with a subject stands before this one in its sentence: *met X and said*."""
        return any(one.segment == scene.number for one in self._recent(scene, cue.start))

    def _last_of_number(self, scene: Scene, cue: Cue) -> Subject | None:
        """Who spoke or acted last, in the number that the verb's form tells."""
        plural = scene.using.order.plural_verbs
        if plural is None or self.coordinated(scene, cue):
            return next((one.subject for one in self._recent(scene, cue.start)), None)
        small = function_words(scene.segment.language)
        forms = [w.form for w in scene.words if cue.start <= w.start < cue.end and w.form not in small]
        several = bool(plural.search(forms[0])) if forms else False
        fitting = [one for one in self._recent(scene, cue.start) if (len(one.subject.ids) > 1) == several]
        # Who says something is sooner who said something last than who did something else.
        spoke = [one for one in fitting if one.says] if cue.act.cls == SAY else []
        return next((one.subject for one in (*spoke, *fitting)), None)

    def _pair_before(self, scene: Scene, pronoun: Actor) -> tuple[tuple[int, int], Subject] | None:
        """The last two who are named together, *between X and Y*: where, and as a subject."""
        for number in range(scene.number, scene.number - PAIR_RECALL, -1):
            people = [
                a
                for a in self.actors.get(number, [])
                if a.kind == "person" and a.span.end <= pronoun.span.start and len(a.ids) == 1
            ]
            other = self.account.by_number.get(number)
            pairs = [(a, b) for a, b in pairwise(people) if other and joined(other, a, b) and a.ids != b.ids]
            if pairs:
                one, two = pairs[-1]
                sure = round(BY_PRONOUN * min(one.confidence, two.confidence), 4)
                return (number, one.span.start), Subject(
                    (*one.ids, *two.ids), pronoun.span, sure, "pronoun", one
                )
        return None

    def _named_before(self, scene: Scene, pronoun: Actor) -> Subject | None:
        """Whom the sentence or the two before it name last in a way that the pronoun can mean."""
        for number in range(scene.number, scene.number - NEAR, -1):
            for actor in reversed(self.actors.get(number, [])):
                if actor.kind in ("person", "side") and actor.span.end <= pronoun.span.start:
                    subject = Subject(actor.ids, pronoun.span, 0.6, "pronoun", actor)
                    if self._fits(pronoun.pronoun, subject):
                        return subject
        return None

    def _fits(self, pronoun: str, subject: Subject) -> bool:
        if pronoun == "they":
            return len(subject.ids) > 1
        if len(subject.ids) != 1:
            return False
        person = self._gender(subject.ids[0])
        if pronoun == "it":
            return person is None
        wrong = {"he": "f", "she": "m"}[pronoun]
        return person is not None and person != wrong

    def _gender(self, name: str) -> str | None:
        """``m``, ``f`` or ``?`` of a person, None of a party."""
        if name in self._party_ids:
            return None
        try:
            return self.parties.person(name).gender or "?"
        except KeyError:
            return "?"

    @cached_property
    def _party_ids(self) -> frozenset[str]:
        return frozenset(self.parties.ids())
