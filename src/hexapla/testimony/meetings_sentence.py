"""A sentence that tells of meetings: who does something in it, and for whom a pronoun stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from hexapla.lang.words import affixes, function_words
from hexapla.testimony.agreeing import gender
from hexapla.testimony.meetings_anchors import COURSES, Anchor
from hexapla.testimony.meetings_figures import Figure, Figures, Group, apart
from hexapla.testimony.meetings_leads import COMMAS
from hexapla.testimony.meetings_pronouns import antecedent, joined
from hexapla.testimony.meetings_reach import forms, window
from hexapla.testimony.meetings_settings import Settings
from hexapla.testimony.model import Form, MeetingKind, Reason
from hexapla.testimony.scenes import Scene
from hexapla.witness.model import Span

GENDERS = {"he": "m", "she": "f"}
# Words between: a verb and its object, a noun and those who meet.
OBJECT, COMPLEMENT = 10, 12
# A verb and its object, a noun and its possessor.
BESIDE = 2


@dataclass(frozen=True)
class Telling:
    """One place that tells of a meeting. ``principals`` meet; ``company`` came along (delegations)."""

    scene: Scene
    anchor: Anchor
    kind: MeetingKind
    principals: tuple[Figure, ...]
    company: tuple[Figure, ...] = ()
    forms: tuple[Form, ...] = ()
    host: Figure | None = None
    guest: Figure | None = None
    whole: bool = False
    """Whether it names all who meet, so that it can stand for a meeting of its own."""
    weak: bool = False
    """Whether it may tell of something else: *the two discussed*."""
    open: bool = False
    """Whether it says *with* and not with whom: *talks with his guest*."""
    mutual: bool = False
    """Whether it is *between them*: of those who met last."""
    pair: tuple[Figure, ...] = ()
    """Who they may be where nobody met before."""
    planned: bool = False
    next: bool = False
    """Whether it is *the next* one, of those who met."""
    lo: int = 0
    hi: int = 0
    spans: tuple[Span, ...] = ()
    because: tuple[Reason, ...] = field(default=())


@dataclass(frozen=True)
class Sentence:
    """A sentence with its groups and anchors. ``before`` are whom the sentences before it spoke of."""

    scene: Scene
    groups: tuple[Group, ...]
    anchors: tuple[Anchor, ...]
    figures: Figures
    settings: Settings
    before: Group | None
    recent: tuple[Group, ...] = ()
    """Whom they spoke of, the last first, of more sentences than ``before``."""

    def left(self, anchor: Anchor, groups: Sequence[Group]) -> Group | None:
        """The group that does it, which nothing governs: the nearest before; where verbs come first, behind them."""
        start = min(anchor.span.start, anchor.held.start) if anchor.held else anchor.span.start
        free = [g for g in groups if g.lead == "" and g.span not in self._objects]
        before = [g for g in free if g.span.end <= start]
        inside = [
            g
            for g in free
            if anchor.held and anchor.held.end <= g.span.start < g.span.end <= anchor.span.start
        ]
        if anchor.act and not inside:
            # "حل X ضيفا": a verb of several words may hold who does it.
            inside = [g for g in free if anchor.span.holds(g.span)]
        before = _not_done_to(self.scene, _not_inserted(self.scene, before, start))
        first, second = (before, inside) if self.scene.using.order.subject_before else (inside, before)
        if anchor.held and not first and not second:
            # "delegations from Valdoria and Tarsenia held talks"
            several = [g for g in groups if g.plural and g.figures[0].is_side and g.span.end <= start]
            first = [g for g in several if self.scene.distance(g.span.end, start) <= BESIDE]
        if (anchor.act or anchor.held) and (told := self._antecedent(groups, start)):
            return told
        if (first or second) and self._does(anchor, group := first[-1] if first else second[-1]):
            return joined(self.scene, group, antecedent(self.recent, group.figures[0]))
        return self._stood_for(anchor, start)

    def opened(self, anchor: Anchor) -> int:
        """Where the part of the sentence begins that speaks of a meeting."""
        return window(self.scene, anchor)[0]

    def other(self, one: Group | None, start: int) -> Group | None:
        """For whom *him* stands at a place, where another does it: one of this sentence, else spoken of before."""
        figure = one.figures[0] if one else None
        here = [g for g in reversed(self.groups) if g.span.end <= start and g != one and not g.lead]
        return antecedent((*here, *self.recent), figure)

    def _antecedent(self, groups: Sequence[Group], start: int) -> Group | None:
        """*The minister, who arrived on Monday*: whom the clause of a verb is about, whatever governs him."""
        if not self.scene.using.order.subject_before or not self.scene.using.spaced:
            return None
        for cue in self.scene.of("grammar", "relatives"):
            if cue.end <= start and self.scene.distance(cue.end, start) <= 1:
                for group in groups:
                    text = self.scene.text[group.span.end : cue.start]
                    if group.figures[0].is_side:
                        # "in Valdoria, where he met"
                        continue
                    if group.span.end <= cue.start and "," in text and not any(c.isalnum() for c in text):
                        return group
        return None

    def _does(self, anchor: Anchor, group: Group) -> bool:
        """Whether a group may be the subject of a noun that no verb holds: it is near, or speaks in its course."""
        if anchor.kind != "session" and (anchor.act or anchor.held or anchor.relation in COURSES):
            return True
        between = self.scene.text[group.span.end : anchor.span.start]
        away = self.scene.distance(group.span.end, anchor.span.start)
        return away <= COMPLEMENT and not any(sign in between for sign in COMMAS)

    def _stood_for(self, anchor: Anchor, start: int) -> Group | None:
        """Whom a pronoun, or a verb that needs none, stands for: one of this sentence, else whom the text spoke of."""
        scene = self.scene
        lo, _ = window(scene, anchor)
        for pronouns, several in ((("they",), True), (("he", "she"), False)):
            told = [c for c in scene.of("grammar", *pronouns) if lo <= c.start and c.end <= start]
            # "the two", but not of "the two countries".
            alone = [c.start for c in told if not any(m.span.overlap(c.span) for m in scene.mentions)]
            at = max(alone, default=-1)
            if at >= 0:
                here = [g for g in self.groups if g.span.end <= at and g.plural == several]
                if several:
                    return here[-1] if here else self.before if self.before and self.before.plural else None
                return self._of_gender(max(told, key=lambda c: c.start).id, [g for g in here if not g.lead])
        return self._of_before(anchor, start, lo)

    def _of_before(self, anchor: Anchor, start: int, lo: int) -> Group | None:
        """Who does what a verb without its subject tells: who says so, else whom the text spoke of."""
        scene = self.scene
        sayers = [g for g in self.groups if not g.lead and g.span.end <= lo and not g.figures[0].is_side]
        if anchor.act and sayers and lo > scene.span.start and self.settings.bare(scene, lo, start):
            # "recalled having received Y", "contó que había recibido a Y"
            return sayers[-1]
        if self.before is None or not scene.using.order.drops_subject or not (anchor.act or anchor.held):
            return None
        if scene.using.order.subject_before:
            return self.before
        # Where the subject stands behind its verb, what stands there is the object if it is of another side.
        behind = [g for g in self.groups if g.span.start >= start and not scene.quoted(g.span.start)]
        sides = {f.side for f in self.before.figures}
        if len(behind) == 1 and self._untold(anchor, behind[0]):
            return None
        of_others = len(behind) == 1 and all(f.side and f.side not in sides for f in behind[0].figures)
        return self.before if of_others else None

    def _of_gender(self, pronoun: str, here: Sequence[Group]) -> Group | None:
        """Whom *he* or *she* stands for: the last one spoken of who may be."""
        wanted = GENDERS.get(pronoun)
        first = [*reversed(here), *([self.before] if self.before and not self.before.plural else [])]
        for group in (*first, *(g for g in self.recent if first and not g.plural)):
            person = group.figures[0].person
            if gender(person or "", self.settings.parties) in (None, wanted):
                return group
        return first[0] if first else None

    def _untold(self, anchor: Anchor, subject: Group) -> bool:
        """Whether who stands behind a verb does it to somebody that is no figure: *meets Iturbe on Thursday the …*."""
        scene, end = self.scene, subject.span.end
        if scene.distance(anchor.span.end, subject.span.start) > 0:
            return False
        days = [Span(d.start, d.end) for d in self.settings.dates(scene)]
        word = next(
            (w for w in scene.words if w.start >= end and not any(d.start <= w.start < d.end for d in days)),
            None,
        )
        if word is None or any(sign in scene.text[end : word.start] for sign in COMMAS):
            return False
        joined = word.form.startswith(scene.using.conjunctions + affixes(scene.segment.language).prefixes)
        light = word.form in function_words(scene.segment.language)
        return not joined and not light and not any(c.start <= word.start < c.end for c in scene.cues)

    @cached_property
    def _objects(self) -> frozenset[Span]:
        """The groups that an earlier verb of meeting was done to."""
        found: set[Span] = set()
        done = [a for a in self.anchors if a.act and a.act != "discuss"]
        first = min((g.span.end for g in self.groups if not g.lead), default=None)
        for anchor in done if first is not None else ():
            if first is not None and first <= anchor.span.start:
                found.update(
                    g.span
                    for g in self.groups
                    if anchor.span.end <= g.span.start
                    and self.scene.distance(anchor.span.end, g.span.start) <= BESIDE
                )
        return frozenset(found)

    @cached_property
    def forms(self) -> Mapping[Span, tuple[Form, ...]]:
        """The forms of each anchor."""
        return forms(self.scene, self.anchors)

    def past(self, anchor: Anchor, group: Group) -> bool:
        """Whether another meeting is told of before a group comes."""
        return any(anchor.span.end <= a.span.start and a.span.end <= group.span.start for a in self.anchors)

    def away(self, anchor: Anchor, group: Group) -> int:
        """How many words part a group from the words of a meeting."""
        return apart(self.scene, anchor.span, group.span)


def _not_inserted(scene: Scene, before: list[Group], start: int) -> list[Group]:
    """Without those in an insertion: *Y, after a call with Z, met*; *Y, having met Z in Lisk, flew on*."""
    if len(before) < 2 or not scene.using.spaced:
        return before
    first, last = before[-2], before[-1]
    between, behind = scene.text[first.span.end : last.span.start], scene.text[last.span.end : start]
    commas = [first.span.end + at for at, sign in enumerate(between) if sign in ",،"]
    if not commas or not any(sign in behind for sign in ",،"):
        return before
    opening = [
        c
        for c in scene.between(commas[0], last.span.start)
        if (c.group == "relation" or (c.group == "act" and c.role == "trailing"))
        and scene.distance(commas[0] + 1, c.start) == 0
    ]
    return before[:-1] if opening else before


def _not_done_to(scene: Scene, before: list[Group]) -> list[Group]:
    """Without a state that a person does something to: *the president left Valdoria after talks with*."""
    if len(before) < 2 or not (scene.using.spaced and scene.using.order.subject_before):
        return before
    first, last = before[-2], before[-1]
    between = scene.text[first.span.end : last.span.start]
    apposed = between.lstrip(" ,")
    clause = any(sign in apposed for sign in COMMAS) or any(
        (c.group == "grammar" and c.id in ("that", "relatives")) or (c.group == "act" and c.act.cls == "say")
        for c in scene.between(first.span.end, last.span.start)
    )
    if first.figures[0].is_side or not last.figures[0].is_side or last.plural or clause:
        return before
    return before[:-1] if scene.distance(first.span.end, last.span.start) else before


def once(groups: Sequence[Group]) -> tuple[Figure, ...]:
    """The figures of groups, each once."""
    seen: dict[str, Figure] = {}
    for group in groups:
        for figure in group.figures:
            seen.setdefault(figure.key, figure)
    return tuple(seen.values())
