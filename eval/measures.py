"""How well links and entries agree with gold, per story and summed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from eval.stories import GoldEntry, Story
from hexapla.apparatus.model import Entry
from hexapla.edition.desk import edition
from hexapla.edition.model import Edition
from hexapla.witness.model import Span

# A reading's span is tight when it overlaps the gold words by half of both together (IoU).
TIGHT = 0.5
# Of these one word of the gold's is the slot that differs: words that overlap it are it.
SLOTS = ("number", "date", "name", "place")
# The most telling difference should be among this many first entries.
FIRST = 5


@dataclass
class Tally:
    """Counts that ratios are made of."""

    hit: int = 0
    said: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        return self.hit / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        total = self.said + self.gold
        return 2 * self.hit / total if total else 1.0


@dataclass
class Result:
    """What one story, or all, came to."""

    links: dict[str, Tally] = field(default_factory=dict)
    found: dict[str, Tally] = field(default_factory=dict)
    """Gold entries found by kind and level: tight span, right kind, right witnesses."""
    right: int = 0
    said: int = 0
    telling: Tally = field(default_factory=Tally)
    wrong_in_faithful: Counter[str] = field(default_factory=Counter)
    faithful_segments: int = 0
    notes: list[str] = field(default_factory=list)


def iou(a: Span, b: Span) -> float:
    common = a.overlap(b)
    return common / max(1, (a.end - a.start) + (b.end - b.start) - common)


def measure(story: Story, result: Result) -> None:
    """Adds one story's counts."""
    languages = sorted(story.witnesses)
    made = edition([story.witnesses[language] for language in languages])
    language_of = dict(zip(made.collation.witnesses, languages, strict=True))
    _links(story, made, language_of, result)
    readings = [_Read(entry, language_of) for entry in made.apparatus]
    if story.faithful:
        result.faithful_segments += sum(len(w.body) for w in story.witnesses.values())
        for read in readings:
            told = any(read.entry.kind == gold.kind and read.touches(gold) for gold in story.entries)
            if not told and not (
                read.entry.kind == "order" and _crosses(story, made, read.entry, language_of)
            ):
                result.wrong_in_faithful[read.entry.kind] += 1
                result.notes.append(f"{story.name}: wrong {read.describe(made)}")
        return
    for gold in story.entries:
        if not gold.later:
            _found(story, gold, readings, result)
    result.said += len(readings)
    for read in readings:
        right = any(read.touches(gold) for gold in story.entries)
        right |= read.entry.kind == "order" and _crosses(story, made, read.entry, language_of)
        result.right += right
        if not right:
            result.notes.append(f"{story.name}: not in gold {read.describe(made)}")


class _Read:
    """A predicted entry under languages instead of sigla."""

    def __init__(self, entry: Entry, language_of: dict[str, str]) -> None:
        self.entry = entry
        self.spans = {language_of[s]: v for r in entry.readings for s, v in r.spans.items()}
        self.lacking = {language_of[s] for s in entry.absent}

    def tight(self, gold: GoldEntry) -> bool:
        best = [
            iou(span, gold.words[x]) for x, spans in self.spans.items() if x in gold.words for span in spans
        ]
        if self.entry.kind != gold.kind or not best:
            return False
        if gold.kind in SLOTS:
            return all(
                any(s.overlap(gold.words[x]) for s in self.spans[x]) for x in self.spans if x in gold.words
            )
        return max(best) >= TIGHT and self.lacking == set(gold.lacking)

    def touches(self, gold: GoldEntry) -> bool:
        if self.entry.kind == "absence" and gold.kind == "absence" and not self.lacking & gold.lacking:
            return False
        return any(
            span.overlap(gold.words[x]) * 2
            > min(span.end - span.start, gold.words[x].end - gold.words[x].start)
            for x, spans in self.spans.items()
            if x in gold.words
            for span in spans
        )

    def describe(self, made: Edition) -> str:
        reading = self.entry.readings[0]
        siglum = reading.witnesses[0]
        text = (
            reading.spans[siglum][0].of(made.collation.witnesses[siglum].text)
            if reading.spans.get(siglum)
            else ""
        )
        return f"{self.entry.kind} {sorted(self.spans)} lacking {sorted(self.lacking)} {self.entry.confidence}: {text[:110]}"


def _found(story: Story, gold: GoldEntry, readings: list[_Read], result: Result) -> None:
    tally = result.found.setdefault(f"{gold.kind} {gold.level or ''}".strip(), Tally())
    tally.gold += 1
    places = [n for n, read in enumerate(readings) if read.tight(gold)]
    tally.hit += bool(places)
    if gold.telling:
        result.telling.gold += 1
        result.telling.hit += any(read.touches(gold) for read in readings[:FIRST])
    if not places:
        result.notes.append(
            f"{story.name}: missed {gold.kind} {gold.level} {dict(gold.words)} lacking {sorted(gold.lacking)}"
        )


def _links(story: Story, made: Edition, language_of: dict[str, str], result: Result) -> None:
    said: dict[tuple[str, str], set[tuple[int, int]]] = {}
    for link in made.collation.links:
        pair = (language_of[link.a], language_of[link.b])
        said.setdefault(pair, set()).update((i, j) for i in link.a_segments for j in link.b_segments)
    for pair, gold in story.links.items():
        mine = said.get(pair, set())
        tally = result.links.setdefault("-".join(pair), Tally())
        tally.hit += len(mine & gold)
        tally.said += len(mine)
        tally.gold += len(gold)


def _crosses(story: Story, made: Edition, entry: Entry, language_of: dict[str, str]) -> bool:
    """Whether some gold link of the entry's passages crosses another, so that order does differ."""
    spans = {language_of[s]: v for r in entry.readings for s, v in r.spans.items()}
    for (a, b), links in story.links.items():
        if a in spans and b in spans:
            own = {
                (i, j)
                for i, j in links
                if any(story.witnesses[a].segments[i].span.overlap(s) for s in spans[a])
                and any(story.witnesses[b].segments[j].span.overlap(s) for s in spans[b])
            }
            if any((i - x) * (j - y) < 0 for i, j in own for x, y in links):
                return True
    return False
