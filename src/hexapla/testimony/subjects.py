"""Who is the subject of a verb: who says, meets, agrees.

The subject is looked for beside its verb as the language puts it (``[order]`` of ``testimony.toml``): the nearest
actor that no preposition governs. A pronoun, and a verb that stands without its subject, are led back to who
spoke or acted last. Where some other words take the subject's place, nobody is named: a speaker is never invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from hexapla.parties import Parties
from hexapla.testimony.actors import Actor, actors, joined, joiners
from hexapla.testimony.beside import (
    FINITE,
    absolute,
    displaced,
    follows_quotation,
    group,
    nothing_before,
    object_first,
    occupied,
    owned,
    reduced,
    somebody_else,
    stop_behind,
    unknown_before,
    window,
)
from hexapla.testimony.cues import Cue
from hexapla.testimony.nameless import (
    beside_clause,
    described_before,
    described_behind,
    government_alone,
    office_alone,
    people_of,
    placed_within,
)
from hexapla.testimony.recalling import SAY, UNKNOWN, Memory, Spoken, Subject
from hexapla.testimony.scenes import Account, Scene
from hexapla.testimony.unparted import enclosed, within_object
from hexapla.testimony.wordkinds import person_word
from hexapla.witness.model import Span

# So many words may stand between a verb and a subject before it, behind it.
BEFORE, AFTER = 22, 7
# Where the verb comes first, a subject before it stands right beside it.
BEFORE_VERB_FIRST = 1
# How sure each way of telling is.
BESIDE, SHARED, BY_SITUATION = 0.95, 0.85, 0.6
# Between a verb and *that* somebody whom we do not know may stand in so many words: *the spokesman of the army said that*.
NAMED_BEHIND = 8


@dataclass
class Subjects:
    """The subjects of a witness's cues, told in the order of the text."""

    account: Account
    parties: Parties
    _found: dict[tuple[int, int, str], Subject] = field(default_factory=dict)
    _actors: dict[int, list[Actor]] = field(default_factory=dict)

    @cached_property
    def _memory(self) -> Memory:
        return Memory(self.account, self.parties, self._actors)

    def __post_init__(self) -> None:
        for scene in self.account.scenes:
            self._actors[scene.number] = actors(scene, self.parties)
            verbs = sorted(scene.of("act"), key=lambda c: (c.start, -c.end))
            finite = [c for c in verbs if c.role in FINITE]
            for cue in [*finite, *(c for c in verbs if c.role not in (*FINITE, "bare"))]:
                subject = self._tell(scene, cue)
                self._found[(cue.start, cue.end, cue.id)] = subject
                outside = scene.quoted(cue.start) is None and not self._embedded(scene, cue, subject)
                told = subject.ids or (subject.actor is not None and subject.actor.kind == "unnamed")
                if told and cue.role in FINITE and outside:
                    self._memory.remember(Spoken(scene.number, cue.start, subject, cue.act.cls == SAY))

    def actors(self, scene: Scene) -> list[Actor]:
        """The actors of a sentence."""
        return self._actors[scene.number]

    def of(self, scene: Scene, cue: Cue) -> Subject:
        """The subject of a cue of the group ``act``."""
        return self._found.get((cue.start, cue.end, cue.id), UNKNOWN)

    # One cue

    def _tell(self, scene: Scene, cue: Cue) -> Subject:
        if cue.role == "impersonal":
            return self._agent(scene, cue) or self._situation(scene, cue)
        if cue.role == "noun":
            return self._owner(scene, cue) or self._shared(scene, cue)
        if cue.role == "trailing":
            own = next((a for a in self._free(scene, cue) if absolute(scene, a, cue)), None)
            return self._subject(scene, [own], cue) if own else self._shared(scene, cue)
        return self._finite(scene, cue)

    def _finite(self, scene: Scene, cue: Cue) -> Subject:
        order = scene.using.order
        here = self._free(scene, cue)
        within = [a for a in here if a.kind == "pronoun" and cue.span.holds(a.span)]
        if within:
            # "a-t-elle déclaré"
            return self._memory.pronoun(scene, within[0])
        held = [a for a in here if cue.span.holds(a.span) and not scene.governed(a.span.start)]
        if held:
            # "وعبر الوزيران عن قلقهما": a phrase with a gap holds its own subject.
            return self._subject(scene, held[:1], cue)
        shared = self._joined_verb(scene, cue, here) if order.subject_before else None
        if shared is not None:
            return shared
        behind = not order.subject_before or nothing_before(scene, cue)
        ways = (self._after, self._before) if behind else (self._before, self._after)
        for way in ways:
            found = way(scene, cue, here)
            if found is not None:
                return found
        return self._unnamed(scene, cue) or self._unsaid(scene, cue)

    def _unnamed(self, scene: Scene, cue: Cue) -> Subject | None:
        """Who is told by a description alone; of a government or an office, whose they are."""
        told = self._described(scene, cue)
        if told is None:
            return None
        ours = self._memory.government(scene, told) if government_alone(scene, told) else None
        holder = self._memory.holder(scene, cue) if office_alone(scene, told) else None
        return ours or holder or told

    def _unsaid(self, scene: Scene, cue: Cue) -> Subject:
        """Who is meant by a verb that has no subject beside it; nobody where a word we do not know takes its place."""
        if (
            self._somebody_behind(scene, cue)
            or somebody_else(scene, cue)
            or unknown_before(scene, cue)
            or occupied(scene, cue)
        ):
            return UNKNOWN
        if scene.using.order.drops_subject or self._memory.coordinated(scene, cue):
            return self._memory.dropped(scene, cue) or UNKNOWN
        return UNKNOWN

    def _joined_verb(self, scene: Scene, cue: Cue, here: Sequence[Actor]) -> Subject | None:
        """The subject of the verb before, where *and* joins this one to it: *called X a friend and denied that*."""
        words = [w for w in scene.words if w.end <= cue.start][-2:]
        listed = joiners(scene.segment.language)
        at = next((w.start for w in reversed(words) if w.form in listed), None)
        if at is None or any(at <= a.span.start < cue.start for a in here):
            return None
        inside = scene.quoted(cue.start)
        before = [
            c for c in scene.of("act") if c.role in FINITE and c.end <= at and scene.quoted(c.start) == inside
        ]
        known = [self._found[key] for c in before if (key := (c.start, c.end, c.id)) in self._found]
        known = [s for s in known if s.ids or (s.actor and s.actor.kind == "unnamed")]
        if not known:
            return None
        return known[-1]._replace(confidence=round(SHARED * known[-1].confidence, 4), how="joined")

    def _described(self, scene: Scene, cue: Cue) -> Subject | None:
        """Who says something and is only described, where words are parted and verbs do not come first."""
        if not scene.using.spaced or not scene.using.order.subject_before or cue.act.cls != SAY:
            return None
        inverted = follows_quotation(scene, cue) and nothing_before(scene, cue)
        behind = described_behind(scene, cue) if inverted else None
        return behind or described_before(scene, cue)

    def _owner(self, scene: Scene, cue: Cue) -> Subject | None:
        """Whose words a noun of saying brings: *in the words of X*; *in his words*, at the head of a sentence."""
        stop = stop_behind(scene, cue)
        for actor in self._free(scene, cue):
            if cue.end <= actor.span.start < stop and scene.distance(cue.end, actor.span.start) <= 1:
                if "," in scene.text[cue.end : actor.span.start]:
                    break
                return self._subject(scene, [actor], cue)
        opens = scene.distance(scene.span.start, cue.start) <= 1
        return self._memory.dropped(scene, cue) if opens else None

    def _somebody_behind(self, scene: Scene, cue: Cue) -> bool:
        """Whether somebody whom we do not know stands where the subject should: *said a spokesman*."""
        if not scene.using.order.subject_after:
            return False
        language, stop = scene.segment.language, stop_behind(scene, cue)
        behind = [w for w in scene.words if cue.end <= w.start and w.end <= stop]
        if any(person_word(w.form, language) for w in behind[:2]):
            return True
        that = any(c.start == stop for c in scene.of("grammar", "that"))
        return that and 0 < len(behind) <= NAMED_BEHIND and object_first(scene, cue.end, stop)

    def _free(self, scene: Scene, cue: Cue) -> list[Actor]:
        """Actors on the same level as the cue: what is inside a quotation is no subject of what is outside."""
        inside = scene.quoted(cue.start)
        return [a for a in self.actors(scene) if a.kind == "outlet" or scene.quoted(a.span.start) == inside]

    def _before(self, scene: Scene, cue: Cue, here: Sequence[Actor]) -> Subject | None:
        inverted = follows_quotation(scene, cue) or nothing_before(scene, cue)
        candidates = [a for a in here if a.span.end <= cue.start]
        first = window(scene, cue)
        for number in range(len(candidates) - 1, -1, -1):
            actor = candidates[number]
            far = BEFORE if scene.using.order.subject_before else BEFORE_VERB_FIRST
            if actor.span.start < first or scene.distance(actor.span.end, cue.start) > far:
                break
            if (
                scene.governed(actor.span.start)
                or owned(scene, actor)
                or within_object(scene, actor.span, cue)
                or placed_within(scene, actor)
                or beside_clause(scene, actor, cue)
            ):
                continue
            if reduced(scene, actor, cue):
                return UNKNOWN
            if displaced(scene, actor.span.end, cue.start):
                return None if scene.using.order.subject_after or inverted else UNKNOWN
            if people_of(scene, actor):
                return None
            return self._subject(scene, group(scene, candidates, number), cue)
        return None

    def _after(self, scene: Scene, cue: Cue, here: Sequence[Actor]) -> Subject | None:
        order = scene.using.order
        if not (order.subject_after or follows_quotation(scene, cue) or nothing_before(scene, cue)):
            return None
        stop = stop_behind(scene, cue)
        candidates = _ungoverned(scene, [a for a in here if cue.end <= a.span.start < stop])
        for number, actor in enumerate(candidates):
            if scene.distance(cue.end, actor.span.start) > AFTER or occupied(scene, cue):
                return None
            if scene.governed(actor.span.start):
                continue
            if object_first(scene, cue.end, actor.span.start):
                return None
            last = number
            while last + 1 < len(candidates) and joined(scene, candidates[last], candidates[last + 1]):
                last += 1
            return self._subject(scene, candidates[number : last + 1], cue)
        return None

    def _subject(self, scene: Scene, group: Sequence[Actor], cue: Cue) -> Subject:
        span = Span(group[0].span.start, group[-1].span.end)
        if len(group) == 1 and group[0].kind == "pronoun":
            return self._memory.pronoun(scene, group[0])
        ids = tuple(dict.fromkeys(name for actor in group for name in actor.ids))
        sure = min(actor.confidence for actor in group)
        return Subject(ids, span, round(BESIDE * sure, 4), "beside", group[-1])

    def _shared(self, scene: Scene, cue: Cue) -> Subject:
        """A participle goes on with the verb before it, else with whom the sentence is about."""
        inside = scene.quoted(cue.start)
        roles = (*FINITE, "impersonal")
        verbs = [c for c in scene.of("act") if c.role in roles and scene.quoted(c.start) == inside]
        before = [(c, self.of(scene, c)) for c in verbs if c.end <= cue.start]
        told = [(c, s) for c, s in before if s.ids or s.actor]
        known = [s for c, s in told if not self._embedded(scene, c, s)] or [s for _, s in told]
        if known:
            return known[-1]._replace(confidence=round(SHARED * known[-1].confidence, 4), how="shared")
        after = [self.of(scene, c) for c in verbs if c.start >= cue.end]
        if after and after[0].ids:
            return after[0]._replace(confidence=round(SHARED * after[0].confidence, 4), how="shared")
        for actor in self._free(scene, cue):
            if (
                actor.span.end <= cue.start
                and actor.kind != "pronoun"
                and not scene.governed(actor.span.start)
            ):
                return Subject(actor.ids, actor.span, round(0.7 * actor.confidence, 4), "shared", actor)
        found = self._situation(scene, cue)
        if found is UNKNOWN and scene.using.order.drops_subject and cue.role == "trailing":
            return self._memory.dropped(scene, cue) or UNKNOWN
        return found

    def _embedded(self, scene: Scene, cue: Cue, subject: Subject) -> bool:
        """Whether a verb stands inside of what another verb of its sentence says: *said that X supports*."""
        if not scene.using.spaced:
            return enclosed(scene, cue, scene.acts("say", *FINITE, "trailing"))
        if subject.how != "beside" or subject.span is None:
            return False
        first = min(subject.span.start, cue.start)
        for other in scene.acts("say", *FINITE, "trailing", "noun"):
            if other.end > first or (other.start, other.end) == (cue.start, cue.end):
                continue
            that = [c for c in scene.of("grammar", "that") if other.end <= c.start and c.end <= first]
            if that and not any(sign in scene.text[that[0].end : first] for sign in ";؛；"):
                return True
        return False

    def _agent(self, scene: Scene, cue: Cue) -> Subject | None:
        """Who a passive says it was done by."""
        for by in scene.of("grammar", "by"):
            if cue.end <= by.start:
                for actor in self._free(scene, cue):
                    if actor.span.start >= by.end and scene.distance(by.end, actor.span.start) <= 2:
                        return Subject(actor.ids, actor.span, round(0.9 * actor.confidence, 4), "by", actor)
        return None

    def _situation(self, scene: Scene, cue: Cue) -> Subject:
        """What nobody in particular says in talks that the same sentence tells of, is those talks'."""
        told = [c for c in scene.cues if c.end <= cue.start and c.group == "event"]
        people = [a for a in self._free(scene, cue) if a.span.end <= cue.start and a.kind == "person"]
        pairs = [(a, b) for a, b in pairwise(people) if joined(scene, a, b)]
        pair = pairs[-1] if pairs else tuple(people) if len(people) == 1 else ()
        ids = tuple(dict.fromkeys(name for actor in pair for name in actor.ids))
        if told and len(ids) == 2:
            return Subject(ids, None, BY_SITUATION, "situation", pair[0])
        return UNKNOWN


def _ungoverned(scene: Scene, candidates: Sequence[Actor]) -> list[Actor]:
    """Actors without those joined to one that a preposition governs: *disputed by X and Y*."""
    kept: list[Actor] = []
    led: Actor | None = None
    for actor in candidates:
        if led is not None and joined(scene, led, actor):
            led = actor
            continue
        led = actor if scene.governed(actor.span.start) else None
        kept.append(actor)
    return kept


def subjects(account: Account, parties: Parties) -> Subjects:
    """The subjects of a witness's verbs."""
    return Subjects(account, parties)


def each(account: Account, found: Subjects) -> Iterator[tuple[Scene, Cue, Subject]]:
    """Every verb of an account with its subject."""
    for scene in account.scenes:
        for cue in scene.of("act"):
            yield scene, cue, found.of(scene, cue)
