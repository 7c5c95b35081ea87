"""Nouns of meeting: whose it is, between whom, with whom, and who holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from hexapla.lang.words import affixes
from hexapla.testimony.meetings_anchors import COURSES, RELATION, Anchor, acts_between, went_on
from hexapla.testimony.meetings_beside import and_left, called, giver, on_the_phone
from hexapla.testimony.meetings_figures import Figure, Group, apart
from hexapla.testimony.meetings_leads import COMMAS, is_and
from hexapla.testimony.meetings_pronouns import both_did, pair, possessed, they, with_him
from hexapla.testimony.meetings_sentence import BESIDE, COMPLEMENT, Sentence, Telling, once
from hexapla.testimony.meetings_verbs import visited

# A sitting may be told long before whose body sat.
SITTING = 30
# Verbs of having others with one, whose object may be a meeting.
HOSTING = frozenset({"receive", "host"})
# "will pay a state visit"
PAYS = 5


def named(sentence: Sentence, telling: Telling, groups: Sequence[Group]) -> Telling | None:
    """What a noun tells."""
    return _Noun(sentence, telling, tuple(groups)).read()


@dataclass(frozen=True)
class _Noun:
    sentence: Sentence
    telling: Telling
    groups: tuple[Group, ...]

    def read(self) -> Telling | None:
        kind = self.anchor.kind
        if kind == "visit":
            return visited(self.telling, self._visitor())
        if kind == "session":
            return self._sitting() or self._talks()
        return self._followed() or self._given() or self._talks()

    @property
    def anchor(self) -> Anchor:
        return self.telling.anchor

    def _followed(self) -> Telling | None:
        """*Followed by a working lunch*: of those who met before."""
        if self.anchor.kind == "meal" and not self.beside and went_on(self.sentence.scene, self.anchor.span):
            return replace(self.telling, mutual=True)
        course = self.anchor.relation == "within" and self.anchor.kind in ("meal", "call")
        if course and not self.beside and self.own is None:
            # "over lunch, A and B spoke of the port"
            for group in self.right[:1]:
                if not group.lead and _of_several_sides(group):
                    return replace(self.telling, principals=once([group]), whole=True)
        return None

    # The groups around it

    @cached_property
    def left(self) -> Group | None:
        """Who does something before it."""
        return self.sentence.left(self.anchor, self.groups)

    @cached_property
    def right(self) -> list[Group]:
        """The groups behind it, before another meeting is told of."""
        behind = [g for g in self.groups if g.span.start >= self.anchor.span.end]
        return [g for g in behind if not self.sentence.past(self.anchor, g)]

    @cached_property
    def before(self) -> list[Group]:
        """Those before it that it is *with* or *for*."""
        ahead = [g for g in self.groups if g.span.end <= self.anchor.span.start]
        return [g for g in ahead if g.lead in ("with", "guest")]

    @cached_property
    def beside(self) -> list[Group]:
        """Those it is *with*, *between* or *of*; where that is said first, the nearest before it."""
        behind = [g for g in self.right if g.lead in ("with", "of", "") and self._complement(g)]
        if behind or not self.before or self._away(self.before[-1]) > COMPLEMENT:
            return behind
        return self.before[-1:]

    @cached_property
    def own(self) -> Group | None:
        """Whose it is, said right before the noun: *the president's visit*, 与普京的会谈."""
        ahead = [g for g in self.groups if g.span.end <= self.anchor.span.start]
        if ahead and ahead[-1] not in self.beside and not ahead[-1].figures[0].is_side:
            near = self.sentence.scene.distance(ahead[-1].span.end, self.anchor.span.start) <= 1
            if near and ahead[-1].lead in ("of", "", "with"):
                return ahead[-1]
        before = self.sentence.before
        if before is None:
            return None
        order = self.sentence.scene.using.order
        return before if self._possessed(order.joined_their if before.plural else order.joined_his) else None

    def _possessed(self, pronouns: tuple[str, ...]) -> bool:
        """Whether a pronoun is written onto the noun: لقائه, *his meeting*."""
        scene = self.sentence.scene
        word = next((w for w in scene.words if w.start >= self.anchor.span.start), None)
        if word is None or not word.form.endswith(pronouns):
            return False
        stems = affixes(scene.segment.language).bare(word.form)
        return any(stem in scene.using.first and not word.form.endswith(stem) for _, stem, _ in stems)

    @cached_property
    def full(self) -> Group | None:
        """All who meet, in one group or two: *between A and B*, *of A with B*."""
        several = next((g for g in self.beside if g.plural), None)
        if (
            several
            and several.lead == "with"
            and (more := and_left(self.sentence, self.anchor, self.left, several))
        ):
            return more
        if several is None and len(self.beside) > 1 and self.beside[1].lead == "with":
            one, other = self.beside[:2]
            return Group(one.figures + other.figures, "", one.span)
        return several or called(self.sentence, self.anchor, self.right)

    def _away(self, group: Group) -> int:
        return self.sentence.away(self.anchor, group)

    def _complement(self, group: Group) -> bool:
        scene, held = self.sentence.scene, self.anchor.held is not None
        away = self._away(group)
        if group.lead == "with":
            return away <= COMPLEMENT
        between = scene.text[self.anchor.span.end : group.span.start]
        if group.figures[0].is_side or any(sign in between for sign in COMMAS):
            return False
        if not held and acts_between(scene, self.anchor.span.end, group.span.start):
            return False
        return away <= (COMPLEMENT if held and group.lead == "" else BESIDE)

    # What it may be

    def _visitor(self) -> Group | None:
        beside = [g for g in self.beside if not self._does_other(g)]
        if self.anchor.relation == "within" and self.left and beside and beside[0] in self.before:
            return self._from_abroad(self.left, beside[0])
        makers = [g for g in self.right if g.lead in ("by", "host", "guest") and self._away(g) <= COMPLEMENT]
        visitor = self.own or next((g for g in (*beside, *makers) if not g.figures[0].is_side), None)
        visitor = visitor or self._his()
        if visitor or self.left is None or self.left.plural:
            return visitor
        pays = self._away(self.left) <= PAYS and not self.anchor.relation
        return self.left if self.anchor.held or self.anchor.relation == "within" or pays else None

    def _his(self) -> Group | None:
        """*His visit*: of who does something before it, else of whom the text was about."""
        told = possessed(self.sentence.scene, self.anchor.span)
        if told is None:
            return None
        here = [g for g in self.groups if not g.lead and g.span.end <= told.start]
        one = here[-1] if here else self.sentence.before
        return one if one and not one.plural and not one.figures[0].is_side else None

    def _from_abroad(self, one: Group, other: Group) -> Group:
        """*X held talks with Y in the course of a visit*: the visitor is who is not of the land they are in."""
        settings, scene = self.sentence.settings, self.sentence.scene
        towns = [p for p in settings.places(scene) if p.town and p.within]
        place = towns[0] if len(towns) == 1 else settings.dateline()
        home = one.figures[0].side
        return other if place and home and place.state == home else one

    def _does_other(self, group: Group) -> bool:
        """Whether who stands behind a noun is the subject of what follows: *В ходе визита министр провел …*."""
        if group.lead or self.anchor.relation not in COURSES:
            return False
        later = [a for a in self.sentence.anchors if a.span.start >= group.span.end][:1]
        return any(self.sentence.left(a, self.sentence.groups) == group for a in later)

    def _given(self) -> Telling | None:
        """A meeting with a host and a guest; a meal without a guest is one of whom the host met."""
        held, meal = self.anchor.held is not None, self.anchor.kind == "meal"
        host = next((g for g in self.right if g.lead in ("host", "by")), None)
        guest = next((g for g in self.right if g.lead == "guest"), None)
        if guest is None and held:
            guest = next((g for g in self.before if g.lead == "guest"), None)
            if guest is None and meal and self.left:
                guest = self._inside(self.left)
        untold = self._guest_untold()
        host = host or (
            giver(self.sentence, self.anchor, self.groups) if meal and (guest or untold) else None
        )
        host = host or (self.left if (guest or (untold and meal)) and held else None)
        if host and guest:
            both = once([host, guest])
            return replace(
                self.telling, principals=both, host=host.figures[0], guest=guest.figures[0], whole=True
            )
        if host and untold:
            # "offered by X in honour of his guest", or of a delegation
            return replace(self.telling, principals=once([host]), host=host.figures[0])
        if meal and host and not guest and not self.beside:
            # "lunch was given by X": for whom he met.
            return replace(self.telling, principals=once([host]), host=host.figures[0])
        if meal and held and self.left and not self.left.plural and not guest and not self.beside:
            return replace(self.telling, principals=once([self.left]), host=self.left.figures[0])
        if meal and (guest or untold):
            # Who gives it is not told by name.
            one = guest or (self.own if self.own and not self.own.plural else None)
            figures = once([one]) if one else ()
            return replace(
                self.telling,
                principals=figures,
                guest=figures[0] if figures else None,
                open=not figures,
                whole=bool(figures),
            )
        return None

    def _guest_untold(self) -> bool:
        """Whether it is in honour of somebody who has no name there."""
        end = self.anchor.span.end
        cues = [c for c in self.sentence.scene.of("role", "guest") if end <= c.start < self.telling.hi]
        return self.anchor.kind == "meal" and any(
            self.sentence.scene.distance(end, c.start) <= COMPLEMENT for c in cues
        )

    def _inside(self, host: Group) -> Group | None:
        """*Hosted the president for dinner*: whom a host has to a meal."""
        held = self.anchor.held or self.anchor.span
        between = [
            g for g in self.groups if held.end <= g.span.start and g.span.end <= self.anchor.span.start
        ]
        return next((g for g in between if g != host and not g.lead and not g.figures[0].is_side), None)

    def _sitting(self) -> Telling | None:
        """A session of people who are named, else of the two sides it is told to be of."""
        full = self.full or next((g for g in self.right if g.plural and self._away(g) <= COMPLEMENT), None)
        if full:
            return replace(self.telling, principals=once([full]), whole=True)
        if sides := self._sides():
            return replace(self.telling, principals=sides, whole=True)
        here = self.left is not None and self.sentence.scene.span.holds(self.left.span)
        if here or self.own or self.beside:
            return None
        if "bilateral" in self.sentence.forms.get(self.anchor.span, ()) or self._of_two():
            both = self.sentence.figures.both()
            return replace(self.telling, principals=both, whole=self.anchor.held is not None)
        return None

    def _of_two(self) -> bool:
        """Whether the body that sits is said to be of two sides: *the bilateral commission's fifth session*."""
        scene, at = self.sentence.scene, self.anchor.span.start
        bodies = [
            b for b in scene.of("paper", "body") if b.end <= at and scene.distance(b.end, at) <= RELATION
        ]
        return any(
            c.end <= b.start and scene.distance(c.end, b.start) <= RELATION
            for b in bodies[-1:]
            for c in scene.of("form", "bilateral")
        )

    def _talks(self) -> Telling:
        if self.full:
            return replace(self.telling, principals=once([self.full]), whole=True)
        held, beside = self.anchor.held is not None, self.beside
        left = self.left
        if left is None and self.own is None and beside and beside[0].lead == "with":
            left = self._speaker(beside[0])
        free = not beside or (self.anchor.kind == "call" and not held and beside[0].lead == "")
        if free and (told := self._stood_for(left)):
            return told
        if hosting := self._hosting(left):
            host = next(f for f in hosting if left and f.side == left.figures[0].side)
            host = host._replace(span=left.span) if left else host
            return replace(self.telling, principals=hosting, host=host, whole=True)
        principals = once([*(g for g in (self.own or left,) if g), *beside[:1]])
        if len(principals) < 2 and (sides := self._sides()):
            return replace(self.telling, principals=sides, whole=held)
        joined = bool(beside) and (beside[0].lead in ("with", "guest") or self.own is not None)
        meet = joined or held or self.own is not None or _of_several_sides(left)
        return replace(
            self.telling,
            principals=principals,
            open=not beside and held and self._open(),
            whole=(len(principals) > 1 and meet) or self._before_press(left),
        )

    def _stood_for(self, left: Group | None) -> Telling | None:
        """What is told with pronouns, or of whom the text spoke before."""
        held = self.anchor.held is not None
        if went_on(self.sentence.scene, self.anchor.span):
            return replace(self.telling, mutual=True, pair=())
        if left and self._with_him(left):
            other = self.sentence.other(left, self.anchor.span.start)
            if other is None and not held:
                return self.telling
            principals = once([g for g in (left, other) if g])
            return replace(self.telling, principals=principals, open=not other, whole=other is not None)
        theirs = held and they(self.sentence, self.anchor)
        theirs = theirs or (not held and not self.groups and self._recalled())
        if self._mutual() or (left is None and self.own is None and theirs):
            return replace(self.telling, mutual=True, pair=pair(self.sentence.recent))
        both = on_the_phone(self.sentence, self.anchor) if self.anchor.kind == "call" else ()
        return replace(self.telling, principals=both, whole=True) if both else None

    def _before_press(self, speaker: Group | None) -> bool:
        """Whether somebody in an office gives a press conference, for which nobody else needs to be named."""
        if speaker is None or self.anchor.kind != "conference" or self.anchor.held is None:
            return False
        press = "press" in self.sentence.forms.get(self.anchor.span, ())
        return press and any(f.rank is not None for f in speaker.figures)

    def _with_him(self, left: Group) -> bool:
        """Whether it is with somebody who was spoken of before."""
        verb = self.anchor.held is not None and both_did(self.sentence, self.anchor, left)
        return verb or with_him(self.sentence.scene, self.anchor)

    def _recalled(self) -> bool:
        """*Their previous meeting, in Lisk in March*: one that is told of with its day or its place."""
        sentence, anchor = self.sentence, self.anchor
        if anchor.relation or possessed(sentence.scene, anchor.span) is None:
            return False
        return (
            sentence.settings.day(sentence.scene, anchor.span, self.telling.lo, self.telling.hi) is not None
        )

    def _speaker(self, other: Group) -> Group | None:
        """*During a meeting with X, Y stressed*: who meets is who then does something."""
        scene, held = self.sentence.scene, self.anchor.held
        if held and held.start >= self.anchor.span.end:
            # "said at a news conference that he gave with X"
            ahead = [g for g in self.sentence.groups if g.span.end <= self.anchor.span.start and not g.lead]
            people = [
                g for g in ahead if not (g.plural or g.figures[0].is_side or scene.quoted(g.span.start))
            ]
            return (
                people[0] if people and not any(f.same(people[0].figures[0]) for f in other.figures) else None
            )
        if self.anchor.relation not in COURSES:
            return None
        behind = [g for g in self.sentence.groups if g.span.start >= other.span.end and not g.lead]
        found = next((g for g in behind if not scene.quoted(g.span.start)), self.sentence.before)
        if found is None or found.figures[0].is_side:
            return None
        return None if any(f.same(o) for f in found.figures for o in other.figures) else found

    def _mutual(self) -> bool:
        """Whether it is *between them*."""
        scene, end = self.sentence.scene, self.anchor.span.end
        cues = [c for c in scene.of("role", "mutual") if end <= c.start]
        return any(scene.distance(end, c.start) <= BESIDE for c in cues)

    def _hosting(self, host: Group | None) -> tuple[Figure, ...]:
        """*Moscow will host the next round*: of the two sides the text is about one, the other is the guest."""
        scene, anchor = self.sentence.scene, self.anchor
        hosting = [c for c in scene.acts("meet", "finite") + scene.acts("host", "finite") if c.id in HOSTING]
        done = [
            c
            for c in hosting
            if c.end <= anchor.span.start and not acts_between(scene, c.end, anchor.span.start)
        ]
        if host is None or anchor.relation or not done or not all(f.is_side for f in host.figures):
            return ()
        if scene.distance(done[-1].end, anchor.span.start) > RELATION:
            return ()
        both = self.sentence.figures.both()
        return both if host.figures[0].side in {f.side for f in both} else ()

    def _open(self) -> bool:
        """Whether *with* stands right behind the noun."""
        scene, end = self.sentence.scene, self.anchor.span.end
        withs = [c for c in scene.of("role", "with") if end <= c.start and not is_and(scene, c)]
        return any(scene.distance(end, c.start) == 0 for c in withs)

    def _sides(self) -> tuple[Figure, ...]:
        """Two states that stand beside the noun as adjectives: *Syrian-Russian talks*."""
        if self.anchor.kind == "meal":
            return ()
        scene, at = self.sentence.scene, self.anchor.span
        # "chaired by the heads of its Syrian and Russian sides"
        reach = (RELATION, SITTING) if self.anchor.kind == "session" else (RELATION, RELATION)
        for (one, state), (other, second) in pairwise(self.sentence.figures.adjectives(scene)):
            behind = one.start >= at.end
            if state == second or scene.distance(one.end, other.start) > BESIDE:
                continue
            if apart(scene, at, one if behind else other) <= reach[behind]:
                return (Figure(None, None, state, None, one), Figure(None, None, second, None, other))
        return ()


def _of_several_sides(group: Group | None) -> bool:
    """Whether a group is people of several sides: who says something after *their* talks held them."""
    return group is not None and len({f.side for f in group.figures if not f.is_side and f.side}) > 1
