"""Who is the subject of a verb: who says, meets, agrees.

The subject is looked for beside its verb as the language puts it (``[order]`` of ``testimony.toml``): the nearest
actor that no preposition governs. A pronoun, and a verb that stands without its subject, are led back to who
spoke or acted last. Where some other words take the subject's place, nobody is named: a speaker is never invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from hexapla.parties import Parties
from hexapla.testimony.actors import Actor, actors, joined, turners
from hexapla.testimony.agreeing import clashes, decided
from hexapla.testimony.beside import (
    FINITE,
    absolute,
    and_opens,
    and_verb,
    aside_between,
    displaced,
    follows_quotation,
    group,
    led_paper,
    nothing_before,
    object_first,
    occupied,
    owned,
    reduced,
    set_apart,
    set_off,
    somebody_else,
    stop_behind,
    takes_that,
    unknown_before,
    window,
)
from hexapla.testimony.cues import Cue
from hexapla.testimony.describing import Describing
from hexapla.testimony.governing import determiners, houses, offices_named
from hexapla.testimony.heading import heading
from hexapla.testimony.nameless import (
    beside_clause,
    people_of,
    placed_within,
)
from hexapla.testimony.recalling import SAY, UNKNOWN, Memory, Spoken, Subject
from hexapla.testimony.relating import (
    RELATIVE,
    and_before,
    antecedent,
    in_paper,
    main_clause,
    told_before,
)
from hexapla.testimony.scenes import Account, Scene
from hexapla.testimony.standing import agent, embedded, situation, title, ungoverned
from hexapla.testimony.unparted import within_object
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

    @cached_property
    def _describing(self) -> Describing:
        return Describing(self.account, self.parties, self._memory)

    def __post_init__(self) -> None:
        for scene in self.account.scenes:
            self._actors[scene.number] = actors(
                scene, self.parties, houses(self.account, scene, self.parties), self._memory.quoted
            )
            verbs = sorted(scene.of("act"), key=lambda c: (c.start, -c.end))
            finite = [c for c in verbs if c.role in FINITE]
            for cue in [*finite, *(c for c in verbs if c.role not in (*FINITE, "bare"))]:
                subject = self._tell(scene, cue)
                self._found[(cue.start, cue.end, cue.id)] = subject
                outside = scene.quoted(cue.start) is None and not embedded(scene, cue, subject)
                told = subject.ids or (subject.actor is not None and subject.actor.kind == "unnamed")
                if told and cue.role in FINITE and outside and subject.how != "relative":
                    cls = cue.act.cls
                    self._memory.remember(Spoken(scene.number, cue.start, subject, cls == SAY, cls))
            self._remember_heading(scene)

    def _remember_heading(self, scene: Scene) -> None:
        """Whom a sentence is about acts in it, though no verb that we know tells what he does."""
        here = heading(scene, self.actors(scene))
        verbs = [c for c in scene.of("act") if c.role in FINITE and scene.quoted(c.start) is None]
        told = [self.of(scene, c) for c in verbs]
        if not here or any(s.ids and s.how != "relative" for s in told):
            return
        actor = here[0]
        subject = self._subject(scene, here)
        if subject.ids:
            self._memory.remember(Spoken(scene.number, actor.span.start, subject, True))

    def actors(self, scene: Scene) -> list[Actor]:
        """The actors of a sentence."""
        return self._actors[scene.number]

    def of(self, scene: Scene, cue: Cue) -> Subject:
        """The subject of a cue of the group ``act``."""
        return self._found.get((cue.start, cue.end, cue.id), UNKNOWN)

    def about(self, scene: Scene) -> Subject | None:
        """Whom a sentence is about, where he is named at its head and is no party."""
        here = heading(scene, self.actors(scene))
        subject = self._subject(scene, here) if here else None
        return subject if subject is not None and len(subject.ids) == 1 else None

    def in_office(self, scene: Scene, actor: Actor) -> Actor | None:
        """Whom an article and a word for an office mean, as somebody whom the text named: *according to the chancellor*."""
        before = next((w for w in reversed(scene.words) if w.end <= actor.span.start), None)
        definite = before is not None and before.form in determiners(scene.segment.language)
        offices = offices_named(scene, actor.span, self.parties)
        if not definite or not offices:
            return None
        ids = self._memory.officer(scene, actor._replace(kind="office"), offices).ids
        return actor._replace(kind="person", ids=ids) if ids else None

    def recalled(self, scene: Scene, span: Span) -> Subject | None:
        """Whom words mean that point back: a pronoun among them, else who spoke last."""
        pronoun = next((a for a in self.actors(scene) if a.kind == "pronoun" and span.holds(a.span)), None)
        if pronoun is not None:
            return self._memory.pronoun(scene, pronoun)
        return self._memory.speaker(scene, span)

    # One cue

    def _tell(self, scene: Scene, cue: Cue) -> Subject:
        if cue.role == "impersonal":
            return agent(scene, cue, self._free(scene, cue)) or situation(scene, cue, self._free(scene, cue))
        if cue.role == "noun":
            return self._owner(scene, cue) or self._shared(scene, cue)
        if cue.role == "trailing":
            own = next((a for a in self._free(scene, cue) if absolute(scene, a, cue)), None)
            return self._subject(scene, [own]) if own else self._shared(scene, cue)
        return self._finite(scene, cue)

    def _finite(self, scene: Scene, cue: Cue) -> Subject:
        order = scene.using.order
        here = self._free(scene, cue)
        within = [a for a in here if a.kind == "pronoun" and a.pronoun != "it" and cue.span.holds(a.span)]
        if within:
            # "a-t-elle déclaré"
            return self._memory.pronoun(scene, within[0])
        # "Made it plain": no one.
        held = [a for a in here if cue.span.holds(a.span) and a.pronoun != "it"]
        held = [a for a in held if not scene.governed(a.span.start)]
        if held:
            # "وعبر الوزيران عن قلقهما": a phrase with a gap holds its own subject.
            return self._subject(scene, held[:1])
        related = self._related(scene, cue, here)
        if related is not None:
            return related
        shared = self._joined_verb(scene, cue, here) if order.subject_before else None
        if shared is not None:
            return shared
        behind = not order.subject_before or (
            nothing_before(scene, cue) and not aside_between(scene, cue, here)
        )
        ways = (self._after, self._before) if behind else (self._before, self._after)
        for way in ways:
            found = way(scene, cue, here)
            if found is not None:
                return found
        return self._describing.found(scene, cue, here) or self._unsaid(scene, cue)

    def _related(self, scene: Scene, cue: Cue, here: Sequence[Actor]) -> Subject | None:
        """Whom a relative pronoun before a verb stands for."""
        before = antecedent(scene, cue, here)
        if before is None:
            return in_paper(scene, cue, here)
        told = self._subject(scene, [before])
        sure = round(RELATIVE * told.confidence, 4)
        return told._replace(span=before.span, confidence=sure, how="relative")

    def _unsaid(self, scene: Scene, cue: Cue) -> Subject:
        """Who is meant by a verb that has no subject beside it; nobody where a word we do not know takes its place."""
        if (
            self._somebody_behind(scene, cue)
            or somebody_else(scene, cue)
            or unknown_before(scene, cue)
            or occupied(scene, cue)
        ):
            return UNKNOWN
        opens = and_opens(scene, cue)
        if scene.using.order.drops_subject or opens or self._memory.coordinated(scene, cue):
            return self._memory.dropped(scene, cue) or UNKNOWN
        return UNKNOWN

    def _joined_verb(self, scene: Scene, cue: Cue, here: Sequence[Actor]) -> Subject | None:
        """The subject of the verb before, where *and* joins this one to it: *called X a friend and denied that*."""
        at = and_before(scene, cue, turners(scene.segment.language))
        if at is None or any(at <= a.span.start < cue.start for a in here):
            return None
        inside = scene.quoted(cue.start)
        before = [
            c for c in scene.of("act") if c.role in FINITE and c.end <= at and scene.quoted(c.start) == inside
        ]
        told = [(c, self._found[key]) for c in before if (key := (c.start, c.end, c.id)) in self._found]
        told = [(c, s) for c, s in told if s.ids or (s.actor and s.actor.kind == "unnamed")]
        if not told:
            return None
        said = [s for c, s in told if c.act.cls == SAY]
        last = told[-1][1]
        if cue.act.cls == SAY and said and embedded(scene, *told[-1]):
            # "X noted that Y had left and warned": who noted warned.
            last = said[-1]
        return last._replace(confidence=round(SHARED * last.confidence, 4), how="joined")

    def _owner(self, scene: Scene, cue: Cue) -> Subject | None:
        """Whose words a noun of saying brings: *in the words of X*; *in his words*, at the head of a sentence."""
        stop = stop_behind(scene, cue)
        for actor in self._free(scene, cue):
            if not scene.using.spaced and actor.span.end == cue.start:
                # 引述一名外交官的话说
                return self._subject(scene, [actor])
            if cue.end <= actor.span.start < stop and scene.distance(cue.end, actor.span.start) <= 1:
                if "," in scene.text[cue.end : actor.span.start]:
                    break
                return self._subject(scene, [actor])
        opens = scene.distance(scene.span.start, cue.start) <= 1
        return self._memory.dropped(scene, cue) if opens else None

    def _somebody_behind(self, scene: Scene, cue: Cue) -> bool:
        """Whether somebody whom we do not know stands where the subject should: *said a spokesman*."""
        if not scene.using.order.subject_after or takes_that(scene, cue):
            return False
        language, stop = scene.segment.language, stop_behind(scene, cue)
        sign = next((at for at in range(cue.end, stop) if scene.text[at] in ",;،؛"), stop)
        behind = [w for w in scene.words if cue.end <= w.start and w.end <= sign]
        if any(person_word(w.form, language) for w in behind[:2]):
            return True
        if any(a.kind == "outlet" and cue.end <= a.span.start < stop for a in self.actors(scene)):
            # *told the newspaper that*
            return False
        # *asked them all to wait until*: what is asked for has a *that* of its own.
        that = any(c.start == stop for c in scene.of("grammar", "that")) and cue.act.scale != "ask"
        # *said in a statement that*: where.
        where = len(behind) > 1 and scene.governed(behind[1].start) and not scene.governed(behind[0].start)
        return that and not where and 0 < len(behind) <= NAMED_BEHIND and object_first(scene, cue.end, stop)

    def _free(self, scene: Scene, cue: Cue) -> list[Actor]:
        """Actors on the same level as the cue: what is inside a quotation is no subject of what is outside."""
        inside = scene.quoted(cue.start)
        return [a for a in self.actors(scene) if a.kind == "outlet" or scene.quoted(a.span.start) == inside]

    def _before(self, scene: Scene, cue: Cue, here: Sequence[Actor]) -> Subject | None:
        if and_verb(scene, cue):
            return None
        inverted = follows_quotation(scene, cue) or nothing_before(scene, cue)
        candidates = [decided(scene, cue, a, self.parties) for a in here if a.span.end <= cue.start]
        first = window(scene, cue)
        for number in range(len(candidates) - 1, -1, -1):
            actor = candidates[number]
            far = BEFORE if scene.using.order.subject_before else BEFORE_VERB_FIRST
            if actor.span.start < first or scene.distance(actor.span.end, cue.start) > far:
                break
            if set_apart(scene, actor, cue):
                continue
            if (
                scene.governed(actor.span.start)
                or owned(scene, actor)
                or within_object(scene, actor.span, cue)
                or placed_within(scene, actor)
                or beside_clause(scene, actor, cue)
                or set_off(scene, actor, cue)
            ):
                continue
            if reduced(scene, actor, cue):
                return UNKNOWN
            if displaced(scene, actor.span.end, cue.start):
                return None if scene.using.order.subject_after or inverted else UNKNOWN
            if people_of(scene, actor):
                return None
            together = group(scene, candidates, number)
            if len(together) == 1 and clashes(scene, cue, actor.ids, self.parties):
                continue
            return self._subject(scene, together)
        return None

    def _after(self, scene: Scene, cue: Cue, here: Sequence[Actor]) -> Subject | None:
        order = scene.using.order
        if not (order.subject_after or follows_quotation(scene, cue) or nothing_before(scene, cue)):
            return None
        if takes_that(scene, cue):
            return None
        stop = stop_behind(scene, cue)
        behind = [decided(scene, cue, a, self.parties) for a in here if cue.end <= a.span.start < stop]
        candidates, start = ungoverned(scene, behind), cue.end
        for number, actor in enumerate(candidates):
            if scene.distance(cue.end, actor.span.start) > AFTER or occupied(scene, cue):
                return None
            told = order.subject_before and any(c.start == cue.start for c in scene.of("source", "told"))
            if told and actor.kind == "outlet":
                # *сообщил газете «…» источник*: whom it was told.
                start = actor.span.end
                continue
            if scene.governed(actor.span.start) or led_paper(scene, actor):
                continue
            titled = follows_quotation(scene, cue) and title(scene, start, actor.span.start)
            if not titled and object_first(scene, start, actor.span.start):
                return None
            if clashes(scene, cue, actor.ids, self.parties):
                # *شكرت الرئيس*: whom she thanked.
                continue
            last = number
            while last + 1 < len(candidates) and joined(scene, candidates[last], candidates[last + 1]):
                last += 1
            return self._subject(scene, candidates[number : last + 1])
        return None

    def _subject(self, scene: Scene, group: Sequence[Actor]) -> Subject:
        """Actors who do something together."""
        span = Span(group[0].span.start, group[-1].span.end)
        if len(group) == 1 and group[0].kind == "pronoun":
            return self._memory.pronoun(scene, group[0])
        if len(group) == 1 and group[0].kind == "office":
            named = offices_named(scene, group[0].span, self.parties)
            return self._memory.officer(scene, group[0], named or (group[0].label,))
        ids = tuple(dict.fromkeys(name for actor in group for name in actor.ids))
        ids = ids or self._memory.one_of(scene, span)
        paper = any(c.span == span for c in scene.of("source", "papers"))
        if not ids and paper and told_before(scene, span):
            # *The statement added*, *this spokesman said*: of whom the last one was.
            return self._memory.pronoun(scene, group[0]._replace(pronoun="it"))
        sure = min(actor.confidence for actor in group)
        return Subject(ids, span, round(BESIDE * sure, 4), "beside", group[-1])

    def _shared(self, scene: Scene, cue: Cue) -> Subject:
        """A participle goes on with the verb before it, else with whom the sentence is about."""
        main = main_clause(scene, cue, self._free(scene, cue))
        if main is not None:
            return main
        inside = scene.quoted(cue.start)
        roles = (*FINITE, "impersonal")
        verbs = [c for c in scene.of("act") if c.role in roles and scene.quoted(c.start) == inside]
        before = [(c, self.of(scene, c)) for c in verbs if c.end <= cue.start]
        told = [(c, s) for c, s in before if s.ids or s.actor]
        known = [s for c, s in told if not embedded(scene, c, s)] or [s for _, s in told]
        if known:
            return known[-1]._replace(confidence=round(SHARED * known[-1].confidence, 4), how="shared")
        after = [self.of(scene, c) for c in verbs if c.start >= cue.end]
        if after and after[0].ids:
            return after[0]._replace(confidence=round(SHARED * after[0].confidence, 4), how="shared")
        found = self._ahead(scene, cue) or situation(scene, cue, self._free(scene, cue))
        if found is UNKNOWN and scene.using.order.drops_subject and cue.role == "trailing":
            return self._memory.dropped(scene, cue) or UNKNOWN
        return found

    def _ahead(self, scene: Scene, cue: Cue) -> Subject | None:
        """Whom a sentence names first before a participle, in no other's stead."""
        for actor in self._free(scene, cue):
            spoken = actor.kind == "pronoun" and scene.using.spaced
            if actor.span.end > cue.start or spoken or scene.governed(actor.span.start):
                continue
            if not actor.ids:
                return self._subject(scene, [actor])._replace(how="shared")
            return Subject(actor.ids, actor.span, round(0.7 * actor.confidence, 4), "shared", actor)
        return None


def subjects(account: Account, parties: Parties) -> Subjects:
    """The subjects of a witness's verbs."""
    return Subjects(account, parties)


def each(account: Account, found: Subjects) -> Iterator[tuple[Scene, Cue, Subject]]:
    """Every verb of an account with its subject."""
    for scene in account.scenes:
        for cue in scene.of("act"):
            yield scene, cue, found.of(scene, cue)
