"""A witness made ready for reading: each sentence with its words, cues, mentions and quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from hexapla.lang import load
from hexapla.lang.words import Word, function_words, words
from hexapla.marks.mentions.model import Mention
from hexapla.testimony.cues import Cue, cues
from hexapla.testimony.insertions import parted
from hexapla.testimony.quotations import Quotation, quotations
from hexapla.testimony.vocabulary import Group, Vocabulary, vocabulary
from hexapla.witness.model import Segment, Span, Witness

# Where words are not parted, a word has about so many characters.
CHARACTERS_A_WORD = 1.7
# An article with its spaces.
LONGEST_ARTICLE = 12
# A name in quotation marks has so many words at most.
LONGEST_NAME = 4


@dataclass(frozen=True, eq=False)
class Scene:
    """One segment as the readers of testimony see it. All offsets are in the witness's text."""

    number: int
    """Its place in ``witness.segments``."""
    segment: Segment
    text: str
    """The whole text of the witness."""
    words: tuple[Word, ...]
    cues: tuple[Cue, ...]
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    """Those that begin in, run through or end in the segment."""
    using: Vocabulary

    @property
    def span(self) -> Span:
        return self.segment.span

    def of(self, group: Group, *ids: str) -> list[Cue]:
        """The cues of a group; with ``ids`` only those. The list is kept: it is not to be changed."""
        key = (group, *ids)
        found = self._filed.get(key)
        if found is None:
            some = self.of(group) if ids else self.cues
            found = [c for c in some if c.group == group and (not ids or c.id in ids)]
            self._filed[key] = found
        return found

    def acts(self, cls: str, *roles: str) -> list[Cue]:
        """The cues of the acts of a class (``data/acts.toml``), in some roles. The list is kept, as that of `of`."""
        key = ("", cls, *roles)
        found = self._filed.get(key)
        if found is None:
            found = [c for c in self.of("act") if c.act.cls == cls and (not roles or c.role in roles)]
            self._filed[key] = found
        return found

    @cached_property
    def _filed(self) -> dict[tuple[str, ...], list[Cue]]:
        """The lists asked for before: a long sentence is asked for the same ones at every word."""
        return {}

    def between(self, start: int, end: int) -> list[Cue]:
        """The cues that stand between two places."""
        first = bisect_left(self._ordered, start, key=lambda c: c.start)
        last = bisect_left(self._ordered, end, key=lambda c: c.start)
        return [c for c in self._ordered[first:last] if c.end <= end]

    @cached_property
    def _ordered(self) -> list[Cue]:
        """The cues by where they begin: a verb begins where its auxiliary does."""
        return sorted(self.cues, key=lambda c: c.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def distance(self, start: int, end: int) -> int:
        """How many words stand between two places of the segment, the first before the second."""
        if end <= start:
            return 0
        if not self.using.spaced:
            return round((end - start) / CHARACTERS_A_WORD)
        return max(0, bisect_left(self._starts, end) - bisect_left(self._starts, start))

    def quoted(self, at: int) -> Quotation | None:
        """The quotation in which a place stands."""
        return next((q for q in self.quotations if q.outer.start <= at < q.outer.end), None)

    def named(self, quotation: Quotation) -> bool:
        """Whether quotation marks only hold a name: «Голос Маренцы», “The Lantern”; the newspaper «…»."""
        if quotation.last > quotation.first:
            return False
        if self.outlet(quotation):
            return True
        if not load(self.segment.language).cased:
            return False
        inside = [w for w in self.words if quotation.inner.start <= w.start < quotation.inner.end]
        small = function_words(self.segment.language)
        telling = [w for w in inside if w.form not in small]
        plain = all(c.isalnum() or c in " -’'" for c in quotation.inner.of(self.text))
        return 0 < len(inside) <= LONGEST_NAME and plain and bool(telling) and all(w.capital for w in telling)

    def outlet(self, quotation: Quotation) -> bool:
        """Whether a word for a kind of outlet stands right before a name in quotation marks: *the newspaper «…»*."""
        size = self.distance(*quotation.inner)
        return size <= LONGEST_NAME and any(
            c.end <= quotation.outer.start and not self.text[c.end : quotation.outer.start].strip()
            for c in self.of("source", "media")
        )

    def clause(self, at: int) -> Span:
        """The clause (:mod:`hexapla.witness.clausing`) in which a place stands."""
        return next((c for c in self.segment.clauses if c.start <= at < c.end), self.span)

    def governed(self, start: int) -> bool:
        """Whether a preposition stands right before a place; an article may be between, but no sign."""
        if self.using.order.joined_prepositions and self._form_at(start).startswith(
            self.using.order.joined_prepositions
        ):
            return True
        ends = self._prepositions
        first, last = bisect_left(ends, start - LONGEST_ARTICLE), bisect_right(ends, start)
        return any(self._only_article(end, start) for end in ends[first:last])

    @cached_property
    def _prepositions(self) -> list[int]:
        """Where the prepositions end."""
        return sorted(c.end for c in self.of("grammar", "prepositions"))

    def _form_at(self, start: int) -> str:
        number = bisect_left(self._starts, start)
        return self.words[number].form if number < len(self.words) else ""

    def _only_article(self, start: int, end: int) -> bool:
        between = self.text[start:end]
        if not between.strip():
            return True
        parts = between.strip().casefold().split()
        return self.using.spaced and all(part.rstrip("'’.") in self._articles for part in parts)

    def is_article(self, word: str) -> bool:
        """Whether a word may be an article."""
        return word.casefold() in self._articles

    @cached_property
    def _articles(self) -> frozenset[str]:
        """What may stand between a preposition and the name it governs: an article, *Mme*."""
        listed = load(self.segment.language).table("mentions")["words"]
        return frozenset(listed["determiners"]) | frozenset(listed["honorifics"])


@dataclass(frozen=True, eq=False)
class Account:
    """A whole witness made ready for reading."""

    witness: Witness
    scenes: tuple[Scene, ...]
    """Of all segments but the dateline, in order."""
    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]

    @cached_property
    def by_number(self) -> Mapping[int, Scene]:
        """The scenes by their segments' numbers."""
        return {scene.number: scene for scene in self.scenes}

    @cached_property
    def _starts(self) -> list[int]:
        return [scene.span.start for scene in self.scenes]

    def scene_at(self, at: int) -> Scene | None:
        """The scene in which a place stands."""
        found = bisect_right(self._starts, at) - 1
        return self.scenes[found] if found >= 0 and at < self.scenes[found].span.end else None

    def scene_after(self, scene: Scene) -> Scene | None:
        """The scene that follows another."""
        found = bisect_right(self._starts, scene.span.start)
        return self.scenes[found] if found < len(self.scenes) else None

    def scenes_of(self, spans: Iterable[Span]) -> list[Scene]:
        """The scenes that some spans touch, in order, each once."""
        found: dict[int, Scene] = {}
        for span in spans:
            first = max(0, bisect_right(self._starts, span.start) - 1)
            for scene in self.scenes[first : bisect_left(self._starts, span.end)]:
                if scene.span.overlap(span):
                    found[scene.number] = scene
        return [found[number] for number in sorted(found)]

    def mentions_in(self, spans: Sequence[Span]) -> list[Mention]:
        """The mentions that some spans touch, in order."""
        here = (mention for scene in self.scenes_of(spans) for mention in scene.mentions)
        return [mention for mention in here if any(mention.span.overlap(span) for span in spans)]


def account(witness: Witness, mentions: Sequence[Mention]) -> Account:
    """A witness and its mentions (:func:`hexapla.marks.mentions.mentions`) made ready."""
    said = parted(witness.text, witness.segments, quotations(witness.text, witness.segments))
    found = tuple(_scenes(witness, sorted(mentions, key=lambda m: m.span), said))
    return Account(witness, found, tuple(said), tuple(mentions))


def _scenes(witness: Witness, mentions: Sequence[Mention], said: Sequence[Quotation]) -> Iterator[Scene]:
    starts = [mention.span.start for mention in mentions]
    for number, segment in enumerate(witness.segments):
        if segment.role == "dateline":
            continue
        start, end = segment.span
        using = vocabulary(segment.language)
        told = tuple(words(witness.text, segment.language, start, end))
        yield Scene(
            number,
            segment,
            witness.text,
            told,
            tuple(cues(witness.text, told, using, start, end)),
            tuple(mentions[bisect_left(starts, start) : bisect_left(starts, end)]),
            tuple(q for q in said if q.first <= number <= q.last),
            using,
        )
