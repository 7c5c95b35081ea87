"""Who may take part in a meeting: the people, offices and sides of a sentence, in groups that stand together."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from hexapla.lang.words import function_words
from hexapla.marks.mentions.model import Mention
from hexapla.parties import Parties
from hexapla.testimony.meetings_leads import COMMAS, LEAD_REACH, Lead, is_and, lead_of, words_of_and
from hexapla.testimony.meetings_lists import described, named_after
from hexapla.testimony.scenes import Account, Scene
from hexapla.witness.model import Span

# Figures with so few words between them, and nothing that does anything, stand together.
TOGETHER = 3
# A meaning of less weight is not what the word usually says.
USUAL = 0.9
# An office of this rank and above makes a summit; this one a meeting of ministers.
HEADS, MINISTERS, LOWEST = 2, 3, 9
DAYTIMES = frozenset({"same_day", "next_day"})
# An outlet reports a meeting; it takes no part in one.
NO_SIDES = frozenset({"outlet"})


class Figure(NamedTuple):
    """Somebody a sentence speaks of: a person, an office, or a side (``person`` and ``office`` None)."""

    person: str | None
    office: str | None
    side: str | None
    rank: int | None
    """That of the office (1 a head of state); None where none is known, and of sides."""
    span: Span
    name: str | None = None
    former: bool = False
    many: bool = False
    """Whether its words stand for several: *the two presidents*."""

    @property
    def is_side(self) -> bool:
        return self.person is None and self.office is None

    @property
    def key(self) -> str:
        """Tells one from another within a text."""
        return self.person or f"{self.office or ''}/{self.side or ''}"

    def same(self, other: Figure) -> bool:
        """Whether both may be one, a side being any of its people."""
        if self.person and other.person:
            return self.person == other.person
        if self.is_side or other.is_side:
            return self.side is not None and self.side == other.side
        return self.office == other.office and (self.side is None or other.side in (None, self.side))


class Group(NamedTuple):
    """Figures that stand together (*A and B*), and what governs them."""

    figures: tuple[Figure, ...]
    lead: Lead
    span: Span

    @property
    def plural(self) -> bool:
        """Whether it is several, and not all of one side."""
        return len({f.key for f in self.figures}) > 1


class _Office(NamedTuple):
    office: str | None
    side: str | None


@dataclass(frozen=True, eq=False)
class Figures:
    """The figures of a text's sentences."""

    account: Account
    parties: Parties

    @cached_property
    def _offices(self) -> dict[str, _Office]:
        """The office under which the text first names each person."""
        found: dict[str, _Office] = {}
        for mention in self.account.mentions:
            if mention.person and mention.office and mention.status != "former":
                known = found.get(mention.person)
                if known is None or (known.side is None and mention.of):
                    found[mention.person] = _Office(mention.office, mention.of)
        return found

    @cached_property
    def _held(self) -> dict[str, _Office]:
        return {}

    def _known(self, person: str) -> _Office:
        """What the parties say a person was on the day of publication."""
        on: dt.date | None = self.account.witness.published
        if person not in self._held:
            tenures = self.parties.offices_of(person, on) if on else ()
            best = min(tenures, key=lambda t: self.rank(t.office) or LOWEST, default=None)
            sides = {t.of for t in (tenures or self.parties.offices_of(person))}
            side = best.of if best else sides.pop() if len(sides) == 1 else None
            self._held[person] = _Office(best.office if best else None, side)
        return self._held[person]

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {office.id: office.rank for office in self.parties.offices()}

    def rank(self, office: str | None) -> int | None:
        """How high an office is in its party."""
        return self._ranks.get(office) if office else None

    def figure(self, mention: Mention, text: str) -> Figure | None:
        """Whom a mention stands for; None for an outlet."""
        name = mention.name.of(text) if mention.name else None
        former = mention.status == "former"
        if mention.party is not None:
            if mention.party in self.parties.ids() and self.parties.party(mention.party).kind in NO_SIDES:
                return None
            return Figure(None, None, mention.party, None, mention.span, None, former)
        if mention.person is None and mention.office is None:
            likely = self._likely(mention)
            if likely is None:
                return None
            mention = replace(mention, person=likely)
        if mention.person is None:
            rank = self.rank(mention.office)
            return Figure(None, mention.office, mention.of, rank, mention.span, name, former)
        told = self._offices.get(mention.person, _Office(None, None))
        if mention.office:
            told = _Office(mention.office, mention.of or told.side)
        if told.office is None or told.side is None:
            known = self._known(mention.person)
            told = _Office(told.office or known.office, told.side or known.side)
        rank = None if former else self.rank(told.office)
        return Figure(mention.person, told.office, told.side, rank, mention.span, name, former)

    def _likely(self, mention: Mention) -> str | None:
        """Whom a surname that several bear stands for: the one in the highest office that the text tells."""
        told = [
            (self.rank(self._offices[p].office) or LOWEST, -self._named[p], p)
            for p in mention.candidates
            if p in self._offices
        ]
        return min(told)[2] if told else None

    @cached_property
    def _named(self) -> Counter[str]:
        """How often the text names each person."""
        return Counter(m.person for m in self.account.mentions if m.person)

    def of(self, scene: Scene) -> list[Figure]:
        """The figures of a sentence in order; an office and the name set beside it are one."""
        found: list[Figure] = []
        for mention in scene.mentions:
            figure = self.figure(mention, scene.text)
            if figure is None:
                continue
            if found and (joined := _joined(found[-1], figure, scene) or _of(found[-1], figure, scene)):
                found[-1] = joined
            elif found and figure.span != found[-1].span and figure.span.holds(found[-1].span):
                # "the two countries' heads of state": not the countries.
                found = [f for f in found if not figure.span.holds(f.span)] + [figure]
            elif not (found and found[-1].span.end > figure.span.start and found[-1].span != figure.span):
                found.append(figure)
        spans = Counter(f.span for f in found)
        return self._two([f._replace(many=spans[f.span] > 1) for f in found])

    def _two(self, found: list[Figure]) -> list[Figure]:
        """*The two sides*: one that the text names nowhere else is the other one it is about."""
        sides = {f.side for f in found if f.is_side and f.many}
        strange = sides - self._named_sides
        if len(sides) != 2 or len(strange) != 1 or len(self._sides - sides) != 1:
            return found
        (other,) = self._sides - sides
        return [f._replace(side=other) if f.is_side and f.many and f.side in strange else f for f in found]

    @cached_property
    def _named_sides(self) -> frozenset[str]:
        """The sides that the text names other than as one of several."""
        many = Counter(m.span for m in self.account.mentions)
        told = (m.of or m.party for m in self.account.mentions if many[m.span] == 1)
        return frozenset(side for side in told if side)

    def groups(self, scene: Scene) -> list[Group]:
        """The figures that stand together, with what governs them."""
        found: list[list[Figure]] = []
        leads: list[Lead] = []
        figures = self.of(scene)
        known = described(scene, figures)
        for figure in figures:
            if figure.is_side and figure.span in known.values():
                continue
            lead = lead_of(scene, figure.span.start)
            again = bool(leads) and lead == leads[-1]
            inside = figure.span in known and not _acts_between(
                scene, found[-1][-1].span.end, figure.span.start
            )
            if found and (inside or self._goes_on(scene, found[-1], figure, lead, again=again)):
                found[-1].append(figure)
            else:
                found.append([figure])
                leads.append(lead)
        return [
            Group(
                tuple(named_after(scene, some)), lead, Span(some[0].span.start, max(f.span.end for f in some))
            )
            for some, lead in zip(found, leads, strict=True)
        ]

    @cached_property
    def _sides(self) -> frozenset[str]:
        """The two sides that a text names most, where it names two more than all others."""
        many = Counter(m.span for m in self.account.mentions)
        states = Counter(
            m.of or m.party for m in self.account.mentions if (m.of or m.party) and many[m.span] == 1
        )
        best = sorted(states.items(), key=lambda one: (-one[1], one[0] or ""))
        if len(best) < 2 or (len(best) > 2 and best[2][1] * 2 > best[1][1]):
            return frozenset()
        return frozenset(side for side, _ in best[:2] if side)

    def sided(self, principals: Sequence[Figure]) -> list[Figure]:
        """Who meets, each with a side: of the two that a text is about, who has none told is of the other."""
        told = {f.side for f in principals if f.side}
        without = [f for f in principals if f.side is None and f.office]
        if len(without) != 1 or len(told) != 1 or not told < self._sides:
            return list(principals)
        (other,) = self._sides - told
        return [self._holder(f, other) if f in without else f for f in principals]

    def _holder(self, figure: Figure, side: str) -> Figure:
        """*The minister* of the other side, by name where the text names but one."""
        office = _Office(figure.office, side)
        held = [person for person, told in self._offices.items() if told == office]
        one = held[0] if len(held) == 1 and figure.person is None else figure.person
        return figure._replace(person=one, side=side)

    def both(self) -> tuple[Figure, ...]:
        """The two sides that a text is about, as sides; none where it is about more."""
        return tuple(Figure(None, None, side, None, Span(0, 0)) for side in sorted(self._sides))

    @cached_property
    def _adjectives(self) -> dict[int, list[tuple[Span, str]]]:
        return {}

    def adjectives(self, scene: Scene) -> list[tuple[Span, str]]:
        """The adjectives of states in a sentence, and whose they are."""
        if scene.number in self._adjectives:
            return self._adjectives[scene.number]
        found = self._adjectives[scene.number] = []
        for match in self.parties.terms(scene.segment.language).match(scene.words, scene.text):
            for number, weight in match.senses:
                meaning = self.parties.meaning(number)
                if meaning.kind == "demonym" and weight >= USUAL:
                    found.append((Span(match.start, match.end), meaning.id))
                    break
        return found

    def _goes_on(
        self, scene: Scene, group: Sequence[Figure], figure: Figure, lead: Lead, *, again: bool
    ) -> bool:
        """Whether a figure stands with those before it; ``again`` says that the same words govern both."""
        last = group[-1]
        if last.span == figure.span:
            return True
        start, end = last.span.end, figure.span.start
        if lead and again and last.is_side == figure.is_side and _repeated(scene, start, end):
            return True
        if lead or scene.distance(start, end) > TOGETHER or last.is_side != figure.is_side:
            return False
        between = scene.text[start:end]
        governed = any(
            c.start >= start and c.end <= end and not is_and(scene, c)
            for c in scene.of("grammar", "prepositions")
        )
        if governed or any(sign in between for sign in ";؛；.!?。") or _acts_between(scene, start, end):
            return False
        # "talked with Y, and in the evening Z gave a dinner"
        apart_in_time = any(c.id in DAYTIMES or c.group == "relation" for c in scene.between(start, end))
        listed = _joins(scene, start, end) or "," in between or "،" in between or "、" in between
        return listed and not apart_in_time


def apart(scene: Scene, one: Span, other: Span) -> int:
    """How many words part two places."""
    if one.end <= other.start:
        return scene.distance(one.end, other.start)
    return scene.distance(other.end, one.start)


def _joined(last: Figure, figure: Figure, scene: Scene) -> Figure | None:
    """*The minister, Ann Oru*: an office without its holder and the name set beside it."""
    gap = scene.text[last.span.end : figure.span.start]
    if last.is_side and figure.person and not last.many and not gap.strip() and gap:
        # "Valdoria's Pavel Ostrander"
        same = figure.side in (None, last.side)
        return figure._replace(side=last.side, span=Span(last.span.start, figure.span.end)) if same else None
    if last.person or last.is_side or figure.is_side or not figure.person:
        return None
    if any(c.isalnum() for c in gap) and not _described(last.span.end, figure, scene):
        return None
    if len(gap) > 4 and not any(c.isalnum() for c in gap):
        return None
    side = last.side or figure.side
    return figure._replace(
        office=last.office, side=side, rank=last.rank, span=Span(last.span.start, figure.span.end)
    )


def _described(start: int, figure: Figure, scene: Scene) -> bool:
    """Whether one word that does nothing stands before a name: *la conseillère présidentielle Dora Milescu*."""
    end = figure.span.start
    if not scene.using.spaced or figure.office or scene.distance(start, end) != 1:
        return False
    if any(sign in scene.text[start:end] for sign in (*COMMAS, ".", "(", '"', "«")):
        return False
    word = next(w for w in scene.words if w.start >= start)
    light = word.form in function_words(scene.segment.language)
    cues = scene.between(start - LEAD_REACH, end + LEAD_REACH)
    return not light and not any(c.start < end and start < c.end for c in cues)


def _of(last: Figure, figure: Figure, scene: Scene) -> Figure | None:
    """*Pavel Ostrander of Valdoria*: a person and the state set behind."""
    if last.is_side or not figure.is_side or last.side not in (None, figure.side):
        return None
    start, end = last.span.end, figure.span.start
    if start >= end or scene.distance(start, end) != 1 or any(c in scene.text[start:end] for c in COMMAS):
        return None
    if lead_of(scene, end) != "of":
        return None
    return last._replace(side=figure.side, span=Span(last.span.start, figure.span.end))


def _joins(scene: Scene, start: int, end: int) -> bool:
    language = scene.segment.language
    if not scene.using.spaced:
        return scene.text[start:end] in words_of_and(language)
    letters = scene.using.conjunctions
    # "and" written onto a name, within the name's span or before it.
    if letters and (scene.text[end : end + 1] in letters or scene.text[start:end].strip() in letters):
        return True
    return any(w.form in words_of_and(language) for w in scene.words if start <= w.start < end)


def _repeated(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing but *and* and words of grammar stands between: *of A and of B*."""
    if not scene.using.spaced or any(sign in scene.text[start:end] for sign in COMMAS):
        return False
    between = [w.form for w in scene.words if start <= w.start < end]
    light = function_words(scene.segment.language)
    first = between[:1]
    return (
        bool(first) and first[0] in words_of_and(scene.segment.language) and all(f in light for f in between)
    )


def _acts_between(scene: Scene, start: int, end: int) -> bool:
    # "appelé son homologue": a verb may reach into whom it is done to.
    acts = (c for c in scene.between(start, end + LEAD_REACH) if c.group in ("act", "event"))
    return any(c.start < end for c in acts)


def subject(scene: Scene, groups: Sequence[Group]) -> Group | None:
    """Whom a sentence is about: its first people that nothing governs."""
    return next(
        (
            g
            for g in groups
            if not g.lead and not any(f.is_side for f in g.figures) and not scene.quoted(g.span.start)
        ),
        None,
    )
