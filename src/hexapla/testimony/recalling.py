"""Who spoke or acted last: what a pronoun, or a verb without its subject, is led back to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


@dataclass
class Memory:
    """What was read so far of a witness; ``actors`` are those of each segment."""

    account: Account
    parties: Parties
    actors: Mapping[int, Sequence[Actor]]
    said: list[Spoken] = field(default_factory=list)

    def remember(self, spoken: Spoken) -> None:
        """Keeps a verb with its subject, in the order of the text."""
        self.said.append(spoken)
        self.said.sort(key=lambda one: one[:2])

    def last(self, scene: Scene, at: int) -> Subject | None:
        """Who spoke or acted last before a place, in this sentence or the few before it."""
        before = [one for one in self.said if (one[0], one[1]) < (scene.number, at)]
        if not before or scene.number - before[-1][0] > RECALL:
            return None
        return before[-1][2]

    def pronoun(self, scene: Scene, actor: Actor) -> Subject:
        """Whom a pronoun means."""
        pair = self._pair_before(scene, actor) if actor.pronoun == "they" else None
        near = self._near(scene, actor)
        for number, at, subject, _ in reversed(self.said):
            older = (pair and (number, at) < pair[0]) or (near and number < near[0])
            if scene.number - number > RECALL or older:
                break
            if (number, at) < (scene.number, actor.span.start) and self._fits(actor.pronoun, subject):
                return Subject(
                    subject.ids, actor.span, round(BY_PRONOUN * subject.confidence, 4), "pronoun", actor
                )
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
        return Subject(last.ids, None, round(DROPPED * last.confidence, 4), "dropped", last.actor)

    def government(self, scene: Scene, subject: Subject) -> Subject | None:
        """Whose government *the ministry* is: that of the only state that its paragraph has named so far."""
        assert subject.span is not None
        start = scene.text.rfind("\n", 0, subject.span.start) + 1
        near = [m for m in self.account.mentions if start <= m.span.start < subject.span.start]
        sides = {side for m in near if (side := m.of or (m.party if m.kind in GOVERNING else None))}
        if len(sides) != 1:
            return None
        actor = Actor(subject.span, "side", tuple(sides), BY_PRONOUN)
        return Subject(tuple(sides), subject.span, BY_PRONOUN, "beside", actor)

    def holder(self, scene: Scene, cue: Cue) -> Subject | None:
        """Whom a word for an office alone means, *the sovereign*: who spoke or acted last, if that is a person."""
        for number, at, subject, _ in reversed(self.said):
            if scene.number - number > RECALL:
                break
            if (number, at) < (scene.number, cue.start) and len(subject.ids) == 1:
                if self._gender(subject.ids[0]) is None:
                    continue
                sure = round(DROPPED * subject.confidence, 4)
                return Subject(subject.ids, None, sure, "dropped", subject.actor)
        return self._named_before(scene, Actor(Span(cue.start, cue.start), "pronoun", (), DROPPED, "he"))

    def coordinated(self, scene: Scene, cue: Cue) -> bool:
        """Whether another verb with a subject stands before this one in its sentence: *met X and said*."""
        return any(number == scene.number and at < cue.start for number, at, _, _ in self.said)

    def _last_of_number(self, scene: Scene, cue: Cue) -> Subject | None:
        """Who spoke or acted last, in the number that the verb's form tells."""
        plural = scene.using.order.plural_verbs
        if plural is None or self.coordinated(scene, cue):
            return self.last(scene, cue.start)
        small = function_words(scene.segment.language)
        forms = [w.form for w in scene.words if cue.start <= w.start < cue.end and w.form not in small]
        several = bool(plural.search(forms[0])) if forms else False
        fitting = [
            (subject, says)
            for number, at, subject, says in reversed(self.said)
            if scene.number - number <= RECALL
            and (number, at) < (scene.number, cue.start)
            and (len(subject.ids) > 1) == several
        ]
        # Who says something is sooner who said something last than who did something else.
        spoke = [subject for subject, says in fitting if says] if cue.act.cls == SAY else []
        return next(iter([*spoke, *(subject for subject, _ in fitting)]), None)

    def _pair_before(self, scene: Scene, pronoun: Actor) -> tuple[tuple[int, int], Subject] | None:
        """The last two who are named together, *between X and Y*: where, and as a subject."""
        for number in range(scene.number, scene.number - PAIR_RECALL, -1):
            people = [
                a
                for a in self.actors.get(number, [])
                if a.kind == "person" and a.span.end <= pronoun.span.start and len(a.ids) == 1
            ]
            other = next((s for s in self.account.scenes if s.number == number), None)
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
