"""Whom a noun with its article means, that names nobody: *the host*, *his guest*, *the head of state*, *the critic*."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from hexapla.lang.words import Word
from hexapla.marks.mentions.sentences import lens
from hexapla.marks.mentions.spaced import elements
from hexapla.parties import Parties
from hexapla.testimony.actors import Actor, article_gender
from hexapla.testimony.agreeing import gender
from hexapla.testimony.cues import Cue
from hexapla.testimony.governing import determiners
from hexapla.testimony.nameless import determiners as articles
from hexapla.testimony.nameless import leading
from hexapla.testimony.recalling import Memory, Subject
from hexapla.testimony.scenes import Account, Scene
from hexapla.testimony.sides import side_of
from hexapla.testimony.wordkinds import office_word, organ, person_word
from hexapla.witness.model import Span

# How sure it is who is host or guest, and that somebody described is he whom the sentence before brings in.
VISIT, BROUGHT_IN = 0.7, 0.65
# So many words make *the host* or *the head of state* at most.
SHORT = 5


@dataclass(frozen=True)
class Meant:
    """Tells whom such a noun before a verb means, by what was read before."""

    account: Account
    parties: Parties
    memory: Memory

    def visiting(self, scene: Scene, cue: Cue) -> Subject | None:
        """Who is the host, or the guest, of the visit that is told."""
        words = self._words(scene, cue)
        if not words:
            return None
        span = Span(words[0].start, words[-1].end)
        noun = next((c for c in scene.of("grammar", "hosting", "hosted") if span.holds(c.span)), None)
        if noun is None or noun.end != span.end or scene.distance(span.start, noun.start) > 1:
            return None
        sex = article_gender(scene, words[0].start)
        host = self._host(scene, span, sex if noun.id == "hosting" else "")
        name = host if noun.id == "hosting" or host is None else self._guest(host, span, sex)
        if name is None:
            return None
        return Subject((name,), span, VISIT, "pronoun", Actor(span, "person", (name,), VISIT))

    def in_office(self, scene: Scene, cue: Cue) -> Subject | None:
        """Who of those named holds the office that words name, and nothing beside it: *the head of state*."""
        words = self._words(scene, cue)
        if len(words) < 2:
            return None
        using = lens(self.parties, scene.segment.language)
        told = elements(scene.text, words[1].start, words[-1].end, using, [using.book])
        whole = [e for e in told if e.offices and (e.start, e.end) == (words[1].start, words[-1].end)]
        if not whole:
            return None
        span = Span(words[0].start, words[-1].end)
        pronoun = {"m": "he", "f": "she"}.get(article_gender(scene, span.start), "")
        offices = tuple(meaning.id for one in whole for meaning in one.offices)
        found = self.memory.officer(scene, Actor(span, "office", (), VISIT, pronoun), offices)
        return found if found.ids else None

    def brought_in(self, scene: Scene, span: Span) -> Subject | None:
        """Whom the sentence before brings in by the name alone, and this one by what he is: *Not so X. The critic said*."""
        words = [w for w in scene.words if span.start <= w.start < span.end]
        language = scene.segment.language
        before = self.account.by_number.get(scene.number - 1)
        if before is None or "\n" in scene.text[before.span.end : scene.span.start].strip(" "):
            return None
        if words[0].form not in determiners(language) & articles(language) or any(
            organ(w.form, language) for w in words
        ):
            return None
        if not any(person_word(w.form, language) or office_word(w.form, language) for w in words[1:SHORT]):
            return None
        people = [a for a in self.memory.actors.get(before.number, []) if a.kind == "person"]
        if len(people) != 1 or len(people[0].ids) != 1:
            return None
        name = people[0].ids[0]
        earlier = [m for m in self.account.mentions if m.person == name and m.span.start < span.start]
        sex = article_gender(scene, words[0].start)
        if len(earlier) != 1 or earlier[0].office or (sex and gender(name, self.parties) not in (None, sex)):
            return None
        return Subject((name,), span, BROUGHT_IN, "pronoun", Actor(span, "person", (name,), BROUGHT_IN))

    @staticmethod
    def _words(scene: Scene, cue: Cue) -> list[Word]:
        """The article, or whose he is, and the noun right before a verb."""
        words = leading(scene, cue) if scene.using.spaced else []
        if not 0 < len(words) <= SHORT or scene.governed(words[0].start):
            return []
        return words if words[0].form in articles(scene.segment.language) or len(words) == 1 else []

    def _host(self, scene: Scene, span: Span, sex: str) -> str | None:
        """Who received somebody last, else who acted last."""
        acted = list(self._acted(scene, span, sex))
        return next((name for name, hosts in acted if hosts), acted[0][0] if acted else None)

    def _acted(self, scene: Scene, span: Span, sex: str) -> Iterator[tuple[str, bool]]:
        for one in self.memory.recent(scene, span.start):
            name = one.subject.ids[0] if len(one.subject.ids) == 1 else None
            known = name and self.memory.person(name)
            # Who comes to a dinner does not give it.
            if name and known and one.cls != "join" and (not sex or known in (sex, "?")):
                yield name, one.cls == "host"

    def _guest(self, host: str, span: Span, sex: str) -> str | None:
        """Whom the text names oftenest of another side than the host's."""
        home = side_of(host, self.account, self.parties)
        named = Counter(m.person for m in self.account.mentions if m.person and m.span.end <= span.start)
        for name, _ in named.most_common():
            fits = not sex or gender(name, self.parties) in (None, sex)
            if name != host and fits and side_of(name, self.account, self.parties) not in (None, home):
                return name
        return None
