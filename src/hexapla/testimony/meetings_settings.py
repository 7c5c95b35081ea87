"""Where and when: the towns, lands and days that stand beside the words of a meeting."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from hexapla.lang import USUAL as USUAL_LANGUAGE
from hexapla.lang import load
from hexapla.lang.words import affixes, function_words, words
from hexapla.lexicon.compiled import Senses
from hexapla.lexicon.matching import lexicon
from hexapla.marks.dates import DateMark, dates
from hexapla.marks.mentions.vocabulary import split
from hexapla.parties import Meaning, Parties
from hexapla.testimony.meetings_days import FULL, elsewhere, long_ago, of_other, parted, running
from hexapla.testimony.meetings_figures import apart
from hexapla.testimony.scenes import Account, Scene
from hexapla.witness.model import Span

# A meaning of less weight is not what the word usually says.
USUAL = 0.9
FIELD, NOUN = "places", "noun"
# A town or a day is a meeting's where so few words part them.
PLACE_REACH, DATE_REACH = 14, 16
# A land is more often what was talked about.
LAND_REACH = 3
# Between "in" and a town an article or a rank may stand: "in the capital Moscow".
IN_REACH = 2
WEEK = dt.timedelta(days=7)
_MONTH = re.compile(r"--(\d\d)")
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
DAYS = frozenset({"date", "weekday", "relative", "month", "year"})
# A year is more often that of something else.
YEAR_REACH = 4


class Place(NamedTuple):
    """A town or a land that is named, by its usual English name; ``state`` is whose it is."""

    span: Span
    name: str
    state: str | None
    town: bool
    within: bool
    """Whether a preposition, or what a language has for one, stands before it."""


@dataclass(frozen=True, eq=False)
class Settings:
    """The places and days of a text's sentences, read when first asked for."""

    account: Account
    parties: Parties

    @cached_property
    def _places(self) -> dict[int, tuple[Place, ...]]:
        return {}

    @cached_property
    def _dates(self) -> dict[int, tuple[DateMark, ...]]:
        return {}

    @cached_property
    def _running(self) -> Mapping[int, str]:
        return running(self.account.scenes, self.dates, self.account.witness.published)

    def places(self, scene: Scene) -> tuple[Place, ...]:
        """The places a sentence names, in order."""
        if scene.number not in self._places:
            found = list(self._of_parties(scene))
            taken = [p.span for p in found]
            for place in self._of_lexicon(scene):
                if not any(place.span.overlap(span) for span in taken):
                    found.append(place)
            people = [m.span for m in scene.mentions if m.party is None]
            found = [p for p in found if not any(span.overlap(p.span) for span in people)]
            self._places[scene.number] = tuple(sorted(found))
        return self._places[scene.number]

    def _of_parties(self, scene: Scene) -> list[Place]:
        found = []
        for match in self.parties.terms(scene.segment.language).match(scene.words, scene.text):
            span = Span(match.start, match.end)
            for number, weight in match.senses:
                meaning = self.parties.meaning(number)
                name = self._name(meaning) if weight >= USUAL else None
                if name and not self._defined(scene, match.start, meaning):
                    town = meaning.kind != "state"
                    found.append(Place(span, name, meaning.id, town, self._within(scene, span)))
                    break
        return found

    def _defined(self, scene: Scene, start: int, meaning: Meaning) -> bool:
        """Whether a capital stands with an article that its name has not: المالية, *of finance*, is no *Malé*."""
        language = scene.segment.language
        rules = affixes(language)
        if meaning.kind != "capital" or not rules.articles:
            return False
        word = next((w.form for w in scene.words if w.start == start), "")
        names = {
            split(name, language)[:1] for name in self.parties.party(meaning.id).capital.get(language, ())
        }
        bare = rules.without_article(word)
        return bare != word and (bare,) in names and (word,) not in names

    def _name(self, meaning: Meaning) -> str | None:
        if meaning.kind not in ("capital", "seat", "state"):
            return None
        party = self.parties.party(meaning.id)
        if party.kind != "state":
            return None
        # A seat of government stands in the capital.
        names = party.names if meaning.kind == "state" else party.capital
        return next(iter(names.get(USUAL_LANGUAGE, ())), None)

    def _of_lexicon(self, scene: Scene) -> list[Place]:
        found = []
        for match in lexicon().terms(scene.segment.language).match(scene.words):
            name = _town(match.senses) if match.senses and not match.kin else None
            if name and _as_name(scene.text[match.start]) and not self._of_longer(scene, match.start):
                span = Span(match.start, match.end)
                state = self._lands.get(_family(match.senses), None)
                found.append(Place(span, name, state, True, self._within(scene, span)))
        return found

    @staticmethod
    def _of_longer(scene: Scene, start: int) -> bool:
        """Whether a place is only the end of a longer foreign name, where words are not parted: 赫拉特 in 萨赫拉特."""
        sounds = load(scene.segment.language).table("mentions")["names"]["transliteration"]
        return not scene.using.spaced and start > scene.span.start and scene.text[start - 1] in sounds

    @cached_property
    def _lands(self) -> dict[str, str]:
        """The states by the family their towns are filed under in the lexicon."""
        found: dict[str, str] = {}
        for party in self.parties:
            if party.kind == "state":
                for name in party.names.get(USUAL_LANGUAGE, ()):
                    found.setdefault(name.lower().replace(" ", "-"), party.id)
        return found

    def _within(self, scene: Scene, span: Span) -> bool:
        return any(
            c.end <= span.start
            and scene.distance(c.end, span.start) <= IN_REACH
            and not any(c.end <= m.span.start and m.span.end <= span.start for m in scene.mentions)
            for c in scene.of("grammar", "prepositions")
        )

    def dateline(self) -> Place | None:
        """The place of the dateline."""
        witness = self.account.witness
        if not witness.place:
            return None
        language = witness.language
        some = tuple(words(witness.place, language))
        for match in self.parties.terms(language).match(some, witness.place):
            for number, _ in match.senses:
                name = self._name(self.parties.meaning(number))
                if name:
                    meaning = self.parties.meaning(number)
                    return Place(Span(0, 0), name, meaning.id, meaning.kind != "state", False)
        for found in lexicon().terms(language).match(some):
            town = _town(found.senses) if found.senses else None
            if town:
                return Place(Span(0, 0), town, self._lands.get(_family(found.senses)), True, False)
        return None

    def dates(self, scene: Scene) -> tuple[DateMark, ...]:
        """The days a sentence names, in order."""
        if scene.number not in self._dates:
            published = self.account.witness.published
            start, end = scene.span
            found = dates(scene.text, scene.segment.language, start, end, published)
            self._dates[scene.number] = tuple(mark for mark in found if mark.kind in DAYS)
        return self._dates[scene.number]

    def bare(self, scene: Scene, start: int, end: int) -> bool:
        """Whether nothing but words of grammar, of place and of time stands between two places of a sentence."""
        light = function_words(scene.segment.language)
        heavy = [w for w in scene.words if start <= w.start and w.end <= end and w.form not in light]
        if not heavy:
            return True
        told = [p.span for p in self.places(scene)] + [Span(d.start, d.end) for d in self.dates(scene)]
        return all(any(span.start <= w.start and w.end <= span.end for span in told) for w in heavy)

    def place(self, scene: Scene, at: Span, lo: int, hi: int, *, goal: bool = False) -> Place | None:
        """The place nearest to the words of a meeting, a town before a land.

        ``goal`` says that the words are of going there, and need no preposition.
        """
        near = [
            (not p.town, apart(scene, at, p.span), p)
            for p in self.places(scene)
            if (p.within or (goal and at.end <= p.span.start and apart(scene, at, p.span) <= IN_REACH))
            and lo <= p.span.start < hi
            and not elsewhere(scene, p.span.start, at)
            and apart(scene, at, p.span) <= (PLACE_REACH if p.town or goal else LAND_REACH)
        ]
        return min(near, default=(None, None, None))[2]

    def day(
        self, scene: Scene, at: Span, lo: int, hi: int, *, coming: bool = False
    ) -> tuple[str, Span] | None:
        """The day nearest to the words of a meeting, where its date is known; ``coming`` says that it will be."""
        near = [
            (
                self._past(mark, coming),
                parted(Span(mark.start, mark.end), at, scene),
                apart(scene, at, Span(mark.start, mark.end)),
                mark.start,
                mark,
            )
            for mark in self.dates(scene)
            if lo <= mark.start < hi and not scene.quoted(mark.start) and not elsewhere(scene, mark.start, at)
        ]
        for *_, away, _, mark in sorted(near, key=lambda one: one[:4]):
            value = self._value(mark, coming=coming)
            reach = YEAR_REACH if mark.kind == "year" else DATE_REACH
            if (away <= reach or self._opens(scene, mark, at)) and _DAY.fullmatch(value):
                return value, Span(mark.start, mark.end)
        if coming or any(FULL.fullmatch(mark.resolved or mark.value) for *_, mark in near):
            return None
        return of_other(scene, at, lo, hi, self._running.get(scene.number))

    def _past(self, mark: DateMark, coming: bool) -> bool:
        """Whether a day is over before which something is to come."""
        return coming and long_ago(self._value(mark, coming=coming), self.account.witness.published)

    def _opens(self, scene: Scene, mark: DateMark, at: Span) -> bool:
        """Whether a sentence begins with its only day: that is the day of what it tells, however far."""
        first = scene.distance(scene.span.start, mark.start) <= IN_REACH
        others = [d for d in self.dates(scene) if not elsewhere(scene, d.start, at)]
        return first and mark.end <= at.start and len(others) == 1 and mark.kind != "year"

    def _value(self, mark: DateMark, *, coming: bool) -> str:
        """A day in full, or a month of the year that publication tells."""
        published = self.account.witness.published
        if coming and mark.kind == "weekday" and mark.resolved:
            return self._coming(mark.resolved)
        if mark.resolved is None and published and (month := _MONTH.fullmatch(mark.value)):
            number = int(month[1])
            later = coming and number < published.month
            earlier = not coming and number > published.month
            return f"{published.year + later - earlier:04}-{number:02}"
        return mark.resolved or mark.value

    def _coming(self, day: str) -> str:
        """The same weekday, not before publication: *on Tuesday he will meet*."""
        published, found = self.account.witness.published, dt.date.fromisoformat(day)
        if published is None or found >= published:
            return day
        return (found + WEEK).isoformat()


def agreed(values: Sequence[str | None]) -> str | None:
    """What several tell of one thing, where they do not contradict one another: the fullest."""
    told = sorted({v for v in values if v}, key=lambda v: (-len(v), v))
    if not told or any(not told[0].startswith(other) for other in told[1:]):
        return None
    return told[0]


def _as_name(letter: str) -> bool:
    """Whether a word that begins so may be a name: with a capital, where the script has them."""
    return letter.isupper() or letter.upper() == letter.lower()


@cache
def _town(senses: Senses) -> str | None:
    """The usual English name of the place that is all a word means."""
    table = lexicon().concepts
    usual = [concept for concept, weight in senses if weight >= USUAL]
    if not usual or any(table.field[c] != FIELD for c in usual):
        return None
    nouns = [c for c in usual if table.pos[c] == NOUN]
    for concept in nouns:
        terms = lexicon().cells(USUAL_LANGUAGE).terms(concept)
        if terms and table.family[concept] != concept and terms[0].word[:1].isupper():
            return terms[0].word
    return None


@cache
def _family(senses: Senses) -> str:
    table = lexicon().concepts
    usual = [c for c, weight in senses if weight >= USUAL and table.pos[c] == NOUN]
    return table.ids[table.family[usual[0]]] if usual else ""
