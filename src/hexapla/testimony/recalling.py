"""Who spoke or acted last: what a pronoun, or a verb without its subject, is led back to."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from hexapla.marks.mentions.model import Mention
from hexapla.parties import Parties
from hexapla.testimony.actors import Actor, article_gender, joined
from hexapla.testimony.agreeing import clashes, told_gender, verb_form
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
BY_PRONOUN, DROPPED, NAMED = 0.8, 0.75, 0.6
SAY = "say"


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
    cls: str = ""


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

    def recent(self, scene: Scene, at: int) -> Iterator[Spoken]:
        """The verbs before a place, in this sentence or the few before it, the last one first."""
        for number in range(bisect_left(self.said, (scene.number, at), key=_place) - 1, -1, -1):
            if scene.number - self.said[number].segment > RECALL:
                return
            yield self.said[number]

    def pronoun(self, scene: Scene, actor: Actor) -> Subject:
        """Whom a pronoun means."""
        if any(c.span == actor.span for c in scene.of("grammar", "latter")):
            latter = self._named_before(scene, actor)
            if latter is not None:
                return latter
        pair = self._pair_before(scene, actor) if actor.pronoun == "they" else None
        near = self._near(scene, actor)
        for one in self.recent(scene, actor.span.start):
            if (pair and _place(one) < pair[0]) or (near and one.segment < near[0]):
                break
            if self._fits(actor.pronoun, one.subject):
                sure = _led_back(one.subject, BY_PRONOUN)
                return Subject(one.subject.ids, actor.span, sure, "pronoun", actor)
        found = pair[1] if pair else near[1] if near else self._named_before(scene, actor)
        found = found or self._spokesman(scene, actor)
        return found or Subject((), actor.span, 0.4, "pronoun", actor)

    def _spokesman(self, scene: Scene, pronoun: Actor) -> Subject | None:
        """The side whose spokesman, without a name, spoke right before: *a ministry spokeswoman said … She added*."""
        last = next((one for one in self.recent(scene, pronoun.span.start) if one.says), None)
        actor = last.subject.actor if last else None
        if last is None or actor is None or actor.kind != "side" or pronoun.pronoun not in GENDERS:
            return None
        there = self.account.scene_at(actor.span.start)
        words = there.of("source", "papers") if there else []
        near = scene.number - last.segment < NEAR and any(actor.span.holds(c.span) for c in words)
        return last.subject._replace(span=pronoun.span, how="pronoun", confidence=NAMED) if near else None

    def _near(self, scene: Scene, pronoun: Actor) -> tuple[int, Subject] | None:
        """Who was named last, in the sentence or the two before it, and is known to be a man, or a woman, as *he* or
        *she* says; and in which sentence: rather meant than somebody who spoke in an older one.
        """
        wanted = GENDERS.get(pronoun.pronoun)
        for number in range(scene.number, scene.number - NEAR, -1):
            for actor in reversed(self.actors.get(number, [])):
                before = actor.span.end <= pronoun.span.start
                if before and wanted and [self.person(name) for name in actor.ids] == [wanted]:
                    return number, Subject(actor.ids, pronoun.span, 0.65, "pronoun", actor)
        return None

    def dropped(self, scene: Scene, cue: Cue) -> Subject | None:
        """Whom a verb without its subject means."""
        last = self._last_of_number(scene, cue)
        if last is None:
            told = {"f": "she", "m": "he"}.get(told_gender(scene, cue) or "")
            near = self._near(scene, Actor(cue.span, "pronoun", (), DROPPED, told)) if told else None
            return near[1]._replace(span=None, how="dropped") if near else None
        return Subject(last.ids, None, _led_back(last, DROPPED), "dropped", last.actor)

    def holder(self, scene: Scene, cue: Cue, offices: Sequence[str] = ()) -> Subject | None:
        """Whom a word for an office alone means, *the sovereign*: whom the text gives one of its offices, else who
        spoke or acted last, if that is a person.
        """
        found = self.officer(scene, Actor(Span(cue.start, cue.start), "office", (), DROPPED), offices)
        if found.ids:
            return found._replace(span=None, how="dropped")
        for one in self.recent(scene, cue.start):
            last = one.subject
            if len(last.ids) == 1 and self.person(last.ids[0]) is not None:
                return Subject(last.ids, None, _led_back(last, DROPPED), "dropped", last.actor)
        return self._named_before(scene, Actor(Span(cue.start, cue.start), "pronoun", (), DROPPED, "he"))

    def officer(self, scene: Scene, actor: Actor, offices: Sequence[str]) -> Subject:
        """Whom an office alone means: who spoke or acted last and holds it, else who was named last and does."""
        wrong = {"he": "f", "she": "m"}.get(actor.pronoun, "")
        acted = (
            one.subject.ids[0] for one in self.recent(scene, actor.span.start) if len(one.subject.ids) == 1
        )
        named = [m for m in self.account.mentions if m.span.end <= actor.span.start and m.person]
        told = (m.person or "" for m in reversed(named) if m.office)
        for names, sure in ((acted, DROPPED), (told, NAMED)):
            fitting = [n for n in dict.fromkeys(names) if self.person(n) not in (None, wrong)]
            fitting = [n for n in fitting if any(self._holds(n, o) for o in offices)]
            # Rather the one whom the text has just called so: *General X gave a dinner for Minister Y. The minister …*.
            called = [n for n in fitting if self._called(n, named, actor.span)]
            for name in (*called, *fitting):
                return Subject((name,), actor.span, sure, "pronoun", actor)
        return Subject((), actor.span, 0.4, "beside", actor)

    def other(self, scene: Scene, span: Span) -> Subject | None:
        """The other one of two: who spoke or acted, or was named, before the one who did so last."""
        acted = [one.subject.ids[0] for one in self.recent(scene, span.start) if len(one.subject.ids) == 1]
        acted = [name for name in acted if self.person(name) is not None]
        if not acted:
            return None
        named = [m.person for m in reversed(self.account.mentions) if m.person and m.span.end <= span.start]
        name = next((name for name in (*acted, *named) if name != acted[0]), None)
        if name is None:
            return None
        actor = Actor(span, "person", (name,), DROPPED)
        return Subject((name,), span, DROPPED, "pronoun", actor)

    def speaker(self, scene: Scene, span: Span) -> Subject | None:
        """Who said something last, or acted: whom *in his view* means."""
        recent = list(self.recent(scene, span.start))
        for one in (*(one for one in recent if one.says), *recent):
            if len(one.subject.ids) == 1:
                return one.subject._replace(span=None, how="dropped", confidence=DROPPED)
        return None

    def one_of(self, scene: Scene, span: Span) -> tuple[str, ...]:
        """Who of several of one surname is meant by it alone: who acted last, else the only one with an office."""
        some = next((m.candidates for m in scene.mentions if m.span == span and m.kind == "name"), ())
        acted = (one.subject.ids[0] for one in self.recent(scene, span.start) if len(one.subject.ids) == 1)
        name = next((name for name in acted if name in some), None)
        if name is not None:
            return (name,)
        holding = tuple(name for name in some if name in self._offices)
        return holding if len(holding) == 1 else ()

    def quoted(self, person: str, at: int) -> bool:
        """Whether somebody was last named inside of a quotation, and a place behind stands outside of it."""
        last = next(
            (m for m in reversed(self.account.mentions) if m.person == person and m.span.end <= at), None
        )
        return last is not None and any(
            q.outer.start <= last.span.start < q.outer.end <= at for q in self.account.quotations
        )

    def _called(self, person: str, named: Sequence[Mention], word: Span) -> bool:
        """Whether somebody was last named with the word for an office that stands alone now."""
        text = self.account.witness.text
        last = next((m for m in reversed(named) if m.person == person), None)
        return last is not None and word.of(text).casefold() in last.span.of(text).casefold()

    def _holds(self, person: str, office: str) -> bool:
        """Whether a text gives somebody an office, or one that its word may mean."""
        held = self._offices.get(person, frozenset())
        return any(o == office or o in self._covers(office) or office in self._covers(o) for o in held)

    def _covers(self, office: str) -> tuple[str, ...]:
        try:
            return self.parties.office(office).covers
        except KeyError:
            return ()

    @cached_property
    def _offices(self) -> Mapping[str, frozenset[str]]:
        """Person → the offices that the text gives them."""
        found: dict[str, set[str]] = {}
        for mention in self.account.mentions:
            if mention.person and mention.office:
                found.setdefault(mention.person, set()).add(mention.office)
        return {person: frozenset(some) for person, some in found.items()}

    def coordinated(self, scene: Scene, cue: Cue) -> bool:
        """Whether another verb with a subject stands before this one in its sentence: *met X and said*."""
        return any(one.segment == scene.number for one in self.recent(scene, cue.start))

    def _last_of_number(self, scene: Scene, cue: Cue) -> Subject | None:
        """Who spoke or acted last, in the number that the verb's form tells."""
        plural = scene.using.order.plural_verbs
        recent = [
            one
            for one in self.recent(scene, cue.start)
            if not clashes(scene, cue, one.subject.ids, self.parties)
        ]
        if plural is None or self.coordinated(scene, cue):
            return next((one.subject for one in recent), None)
        several = bool(plural.search(verb_form(scene, cue)))
        fitting = [one for one in recent if (len(one.subject.ids) > 1) == several]
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
        person = self.person(subject.ids[0])
        if pronoun == "it":
            return person is None
        wrong = {"he": "f", "she": "m"}[pronoun]
        return person != wrong if person is not None else self._article(subject) == GENDERS[pronoun]

    def _article(self, subject: Subject) -> str:
        """The gender of the words for a party, as their article tells it: *le ministère*, *la Valdorie*."""
        scene = self.account.scene_at(subject.actor.span.start) if subject.actor else None
        return article_gender(scene, subject.actor.span.start) if scene and subject.actor else ""

    def person(self, name: str) -> str | None:
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
