"""Statements: who says or takes a position, in whose words, through whom it reached the witness.

A statement is a cue of saying with a subject and what it brings. A verb of saying inside of what somebody
else says is part of that; inside of what an outlet or an unnamed source tells, it is the statement, and
the outlet and the source are the chain it came through.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from hexapla.parties import Parties
from hexapla.testimony.acts import acts
from hexapla.testimony.attributing import Unverbed
from hexapla.testimony.beside import takes_that
from hexapla.testimony.bounding import bound
from hexapla.testimony.cues import PARTING, Cue
from hexapla.testimony.drafts import Draft, longer, placed
from hexapla.testimony.extents import Extent, extent, told_around
from hexapla.testimony.interviewing import turns
from hexapla.testimony.issues import dossier, issues, rank
from hexapla.testimony.model import Reason, Source, Statement
from hexapla.testimony.recalling import UNKNOWN, Subject
from hexapla.testimony.scenes import Account, Scene
from hexapla.testimony.selecting import saying_cues
from hexapla.testimony.sides import side_of
from hexapla.testimony.sourcing import described, told_through
from hexapla.testimony.sourcing_recalled import recalled
from hexapla.testimony.stances import flags, stance, targets
from hexapla.testimony.subjects import Subjects
from hexapla.testimony.tailing import Tail, tail
from hexapla.witness.model import Span

# With a verb of these a sentence tells what took place, and goes on with no statement.
OTHER_ACTS = ("discuss", "agree", "sign", "meet", "visit", "call", "host", "join")
# So many words at least are something said; beside a quotation more ("said as he welcomed his guest").
LEAST, LEAST_BESIDE = 2, 4
# A negation so close before a verb of saying says that nothing was said.
UNSAID = 1


@dataclass
class Reader:
    """Reads the statements of one witness."""

    account: Account
    found: Subjects
    parties: Parties

    @cached_property
    def _unverbed(self) -> Unverbed:
        return Unverbed(self.account, self.found)

    def statements(self) -> tuple[Statement, ...]:
        drafts: list[Draft] = []
        titles: list[Draft] = []
        spoken = turns(self.account)
        for scene in self.account.scenes:
            if scene.number in spoken:
                answer = spoken[scene.number]
                drafts += [answer] if answer else []
                continue
            into = drafts if scene.segment.role == "body" else titles
            found = self._drafts(scene)
            more = [] if found else self._unverbed.continued(scene, into)
            if more:
                into[into.index(more[0])] = more[1]
            elif into and scene.using.order.runs_on and self._runs_on(scene, into[-1], found):
                into[-1] = longer(into[-1], scene)
            else:
                into += found
        # A headline says what the body says again; it counts where there is no more.
        chosen = recalled(drafts or titles)
        return tuple(self._statement(number, draft) for number, draft in enumerate(chosen, 1))

    def _runs_on(self, scene: Scene, last: Draft, found: Sequence[Draft]) -> bool:
        """Whether a sentence goes on with what was said before it: of its paragraph, with nobody else in it.

        Readouts of some languages name the speaker once; after that his side may be the subject.
        """
        between = scene.text[last.extent.content[-1].end : scene.span.start]
        if "\n" in between or last.extent.mode != "reported" or not last.subject.ids:
            return False
        if last.outlet or any(self.found.of(scene, cue) is UNKNOWN for cue in scene.acts("say", "finite")):
            return False
        own = {side_of(name, self.account, self.parties) for name in last.subject.ids} - set(last.subject.ids)
        if any(not draft.subject.ids or not set(draft.subject.ids) <= own for draft in found):
            return False
        others = [c for cls in OTHER_ACTS for c in scene.acts(cls, "finite")]
        return not others and not scene.quotations

    # One sentence

    def _drafts(self, scene: Scene) -> list[Draft]:
        cues = saying_cues(self.found, scene)
        found: list[Draft] = []
        end = tail(self.found, scene, cues)
        for number, cue in enumerate(cues):
            if end and cue.start >= end.start:
                break
            subject = self.found.of(scene, cue)
            stop = bound(self.found, scene, cue, cues[number + 1 :])
            stop = min(stop, end.start) if end else stop
            taken = [span for draft in found for span in draft.extent.content]
            said = extent(self.account, scene, cue, subject, stop, taken)
            if (
                subject is UNKNOWN
                and cue.role in ("finite", "quoting")
                and not self._surely_said(scene, cue, said)
            ):
                continue
            if self._only_so(scene, cue, subject, said):
                continue
            if said is None or not self._says(scene, cue, said, found) or self._unsaid(scene, cue):
                continue
            if self._only_introduces(scene, cue, said):
                continue
            chain = told_through(scene, cue, subject, self.found, said.content)
            draft = Draft(scene, cue, cue.id, subject, said, chain)
            found = placed(found, draft)
        if end:
            found = self._told_at_end(scene, end, found)
        if not found:
            unverbed = self._unverbed
            ways = (unverbed.asides, unverbed.attributed, unverbed.labelled, unverbed.introduced)
            found = [draft for way in ways for draft in way(scene)][:1]
        return found

    def _told_at_end(self, scene: Scene, end: Tail, found: list[Draft]) -> list[Draft]:
        """A sentence that somebody says: of one who is named it is the statement, else the chain of those in it."""
        sources = told_through(scene, end.cue, end.subject, self.found, (end.content,))
        draft = Draft(
            scene,
            end.cue,
            end.cue.id,
            end.subject,
            told_around(self.account, scene, end.cue, [end.content]),
            sources,
        )
        named = [one for one in found if one.subject.ids]
        if not named or (end.subject.ids and not draft.outlet):
            return [draft]
        chain = draft.sources or self._outlet(scene, end.subject)
        return [replace(one, sources=(*chain, *one.sources)) for one in named]

    def _surely_said(self, scene: Scene, cue: Cue, said: Extent | None) -> bool:
        """Whether something is said for certain, although it cannot be told by whom."""
        opens = scene.distance(scene.span.start, cue.start) == 0
        if said is None or (opens and scene.using.order.subject_before):
            # "Asked whether …": a participle.
            return False
        that = any(
            c.end >= cue.end and cue.start < c.start <= said.content[0].start
            for c in scene.of("grammar", "that")
        )
        that = that or takes_that(scene, cue)
        # Where words are not parted a comma or a colon is what *that* is elsewhere: *当地居民表示，…*.
        that = that or (not scene.using.spaced and scene.text[cue.end : cue.end + 1] in ("，", "：", ":"))
        return said.mode == "direct" or (that and said.content[0].start > cue.start)

    def _only_so(self, scene: Scene, cue: Cue, subject: Subject, said: Extent | None) -> bool:
        """Whether a passive tells what something is, and nobody says it: *was declared a disaster zone*."""
        if cue.role != "impersonal" or subject is not UNKNOWN or said is None or said.mode != "reported":
            return False
        if cue.act.scale != "assert" or not scene.using.spaced or not scene.using.order.subject_before:
            return False
        that = any(
            cue.start <= c.start and c.end <= said.content[0].start for c in scene.of("grammar", "that")
        )
        return not that and said.content[0].start > cue.start

    def _only_introduces(self, scene: Scene, cue: Cue, said: Extent) -> bool:
        """Whether a participle that opens its sentence tells on what occasion something is said: *Commenting on X, …*."""
        opens = cue.role == "trailing" and scene.distance(scene.span.start, cue.start) == 0
        that = any(
            c.end >= cue.end and cue.start < c.start <= said.content[0].start
            for c in scene.of("grammar", "that")
        )
        occasion = opens and cue.act.scale == "assert" and said.mode == "reported" and not that
        return occasion and scene.using.spaced

    def _unsaid(self, scene: Scene, cue: Cue) -> bool:
        """Whether it is told that something was not said: *neither confirmed nor denied*, *did not explain*."""
        return (
            cue.act.scale == "assert"
            and any(
                (
                    (c.end <= cue.start and scene.distance(c.end, cue.start) <= UNSAID)
                    # *Was not disclosed*
                    or (cue.start < c.start and c.end < cue.end and not cue.act.negates)
                )
                # "… is not a treaty,” he said": what is said is negated, not the saying.
                and PARTING.isdisjoint(scene.text[c.end : cue.start])
                for c in scene.of("grammar", "negation")
            )
        )

    def _says(self, scene: Scene, cue: Cue, said: Extent, found: Sequence[Draft]) -> bool:
        """Whether what a cue brings is enough to be something said: of a demand one word, of a report more."""
        least = LEAST if cue.act.scale == "assert" else 1
        least = LEAST_BESIDE if any(draft.extent.mode == "direct" for draft in found) else least
        return said.mode == "direct" or any(
            scene.distance(s.start, s.end) >= least or s.end > scene.span.end for s in said.content
        )

    # Made up

    def _statement(self, number: int, draft: Draft) -> Statement:
        scene, cue, said = draft.scene, draft.cue, draft.extent
        act = acts()[draft.act]
        covered = self.account.scenes_of(said.content)
        speakers = () if draft.outlet else draft.subject.ids
        sides = [s for s in (side_of(name, self.account, self.parties) for name in speakers) if s]

        def others(where: Scene, verb: Cue) -> bool:
            does = self.found.of(where, verb)
            return does.how == "beside" and bool(does.ids) and not {*does.ids} & {*speakers, *sides}

        taken, sign = stance(covered, act, said.content, others)
        about = self._about(said.content, covered) or self._about((scene.span,), [scene])
        holder = cue or Cue(said.whole[0].start, said.whole[0].start, "act", draft.act, "", 0, 0)
        return Statement(
            id=number,
            speakers=speakers,
            mode=said.mode,
            spans=said.whole,
            content=said.content,
            act=draft.act,
            cue=cue.span.of(scene.text) if cue else None,
            cue_span=cue.span if cue else None,
            strength=act.strength,
            stance=taken,
            confidence=round(min(0.97, draft.subject.confidence), 4),
            quoted=said.quoted,
            issues=about,
            dossier=dossier(about),
            targets=targets(covered, said.content, speakers, sides, self.parties) if taken != "notes" else (),
            sources=draft.sources or self._outlet(scene, draft.subject),
            flags=flags(covered[0] if covered else scene, holder, said.content),
            because=tuple(self._because(draft, sign)),
        )

    def _about(self, spans: Sequence[Span], scenes: Sequence[Scene]) -> tuple[str, ...]:
        """The issues that some words are about; the names of offices show none."""
        return rank(
            [
                mark
                for scene in scenes
                for span in spans
                if span.overlap(scene.span)
                for mark in issues(
                    scene.text,
                    scene.segment.language,
                    max(span.start, scene.span.start),
                    min(span.end, scene.span.end),
                    tuple(mention.span for mention in scene.mentions if mention.office),
                )
            ]
        )

    @staticmethod
    def _outlet(scene: Scene, subject: Subject) -> tuple[Source, ...]:
        actor = subject.actor
        if actor is None or actor.kind not in ("outlet", "unnamed"):
            return ()
        span = actor.span if actor.kind == "outlet" else described(scene, actor)
        words = span.of(scene.text)
        named = actor.kind == "outlet"
        return (Source(words if named else None, None if named else words, span),)

    def _because(self, draft: Draft, sign: Cue | None) -> Iterator[Reason]:
        if draft.cue is not None:
            yield Reason("cue", draft.act, draft.cue.span)
        yield Reason("speaker", draft.subject.how, draft.subject.span)
        if sign is not None:
            yield Reason("stance", sign.id, sign.span)


def statements(account: Account, found: Subjects, parties: Parties) -> tuple[Statement, ...]:
    """The statements of a witness, in order."""
    return Reader(account, found, parties).statements()
