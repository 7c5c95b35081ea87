"""A page's blocks and what is to be seen on each of them: length, ending, cue, dateline, words of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from hexapla.witness.blocks import Block, breaks_off, closes, leads_on
from hexapla.witness.cues import Reason, cue
from hexapla.witness.dateline import Dateline, parse_dateline
from hexapla.witness.folding import fold, small_words, stems, visible, weight, words

# Lengths in letters (``folding.weight``). The longest headline seen on agency pages had 143.
LONGEST_TITLE = 180
# A line so long is a paragraph, however it ends; Arabic pages often leave out the last full stop.
PARAGRAPH = 160
SHORTEST_PARAGRAPH = 40
LONGEST_SUBHEAD = 90
LONGEST_LABEL, LABEL_WORDS = 45, 6
LONGEST_KICKER, KICKER_WORDS = 30, 3
# So much of the report, in code points, is read for its words.
READ_FOR_WORDS = 100_000

# A place or an outlet, alone on its line with a dash between them.
LONE_WORDS = 4
_TWO_NAMES = re.compile(r"\s*([^\s–—-][^\n–—]*?)\s+[-–—]{1,2}\s+([^\n–—]*[^\s–—-])\s*")
LONGEST_STAMP = 120
_STAMP_PARTS = re.compile(
    r"\s*[|·•｜]\s*|\s{2,}|(?<=\d:\d\d)\s+(?=[^\W\d])|(?<=\d\d:\d\d:\d\d)\s+(?=[^\W\d])"
)
_BULLET = re.compile(r"^\s*(?:[-–—•·●▪■*✓►▶]|\(?\d{1,3}[.)]|\(?[^\W\d_][.)])\s*\w")


@dataclass(frozen=True)
class Page:
    """A page's blocks and what is to be seen on each of them."""

    blocks: tuple[Block, ...]
    language: str
    given_title: str | None

    @cached_property
    def cues(self) -> list[Reason | None]:
        return [cue(b.text) or self._stamped(b.text) for b in self.blocks]

    def _stamped(self, line: str) -> Reason | None:
        """When a page was put up, with a cue or a name beside it: "15 May 2031, 14:05 | Updated: 16:00"."""
        if len(line) > LONGEST_STAMP or not any(c.isdigit() for c in line):
            return None
        parts = [part for part in _STAMP_PARTS.split(line) if part.strip()]
        dated = [self._is_date(part) for part in parts]
        if len(parts) < 2 or not any(dated):
            return None
        others = [part for part, date in zip(parts, dated, strict=True) if not date]
        return "byline" if all(cue(part) or _is_person(part) for part in others) else None

    def _is_date(self, part: str) -> bool:
        found = parse_dateline(part.strip(), self.language, alone=True)
        return found is not None and found.day is not None

    @cached_property
    def weights(self) -> list[float]:
        return [weight(b.text, self.language) for b in self.blocks]

    @cached_property
    def datelines(self) -> list[Dateline | None]:
        """The dateline that a block opens with, a report following on the same line."""
        return [parse_dateline(b.text, self.language) for b in self.blocks]

    @cached_property
    def anchors(self) -> list[int]:
        """The blocks that read as paragraphs of a report."""
        return [n for n in range(len(self.blocks)) if self._reads_as_paragraph(n)]

    def _reads_as_paragraph(self, n: int) -> bool:
        text, size = self.blocks[n].text, self.weights[n]
        if self.cues[n] is not None or size < SHORTEST_PARAGRAPH:
            return False
        if n == self.first_line and self.may_be_title(n):
            return False
        return size >= PARAGRAPH or closes(text) or leads_on(text) or self.datelines[n] is not None

    def may_be_title(self, n: int) -> bool:
        text = self.blocks[n].text
        headline = self.weights[n] <= LONGEST_TITLE and not leads_on(text) and self.datelines[n] is None
        return headline and not _ends_flat(text) and len(self.blocks) > n + 1

    @cached_property
    def writes_stops(self) -> bool:
        """Whether the report's paragraphs end in stops; if not, a short last line may be a sentence."""
        closed = sum(closes(self.blocks[n].text) for n in self.anchors)
        return 2 * closed > len(self.anchors)

    @cached_property
    def first_line(self) -> int:
        """The first block that no cue names as furniture."""
        return next((n for n, reason in enumerate(self.cues) if reason is None), 0)

    @cached_property
    def last_sound(self) -> int:
        """The last paragraph that neither breaks off nor opens with a dateline."""
        sound = (n for n in self.anchors if self.datelines[n] is None and not breaks_off(self.blocks[n].text))
        return max(sound, default=-1)

    def heading(self, n: int, longest: float = LONGEST_SUBHEAD) -> bool:
        """Whether a block has the shape of a heading: short, and no sentence's end."""
        text = self.blocks[n].text
        return (
            self.weights[n] <= longest
            and not closes(text)
            and not leads_on(text)
            and not _BULLET.match(text)
            and not (n and leads_on(self.blocks[n - 1].text))
        )

    @cached_property
    def body_stems(self) -> set[str]:
        text = " ".join(self.blocks[n].text for n in self.anchors)
        return stems(text[:READ_FOR_WORDS], self.language)

    def own_share(self, n: int, report: set[str] | None = None) -> float:
        """Of a line's stems, the share that the report has too."""
        found = stems(self.blocks[n].text, self.language)
        return len(found & (self.body_stems if report is None else report)) / len(found) if found else 0.0

    def lone_dateline(self, n: int) -> Dateline | None:
        """The dateline that a block is, nothing else on its line.

        Right above the report "Marenza – Watchman" is one even where nothing is known of the
        outlet: the report speaks of the place and not of the outlet.
        """
        if self.weights[n] > LONGEST_SUBHEAD:
            return None
        text = self.blocks[n].text
        found = parse_dateline(text, self.language, alone=True)
        if found is not None or not self.anchors or not 0 < n == self.anchors[0] - 1:
            return found
        match = _TWO_NAMES.fullmatch(text)
        if match is None or any(len(words(name)) > LONE_WORDS for name in match.groups()):
            return None
        place, outlet = match.groups()
        own = stems(place, self.language), stems(outlet, self.language)
        told = own[0] and own[0] <= self.body_stems and own[1] and not own[1] & self.body_stems
        label = cue(place) or cue(outlet)
        return Dateline(len(text), visible(place), visible(outlet)) if told and label is None else None

    def few_words(self, n: int, longest: float, most: int) -> bool:
        return self.weights[n] <= longest and len(words(self.blocks[n].text)) <= most

    def foreign_label(self, n: int) -> bool:
        """Whether a line is a label, not a sentence without its stop, and shares no word with the report."""
        if self.few_words(n, LONGEST_KICKER, KICKER_WORDS):
            return self.own_share(n) == 0
        said = [fold(word) for word in words(self.blocks[n].text)]
        label = self.few_words(n, LONGEST_LABEL, LABEL_WORDS) and not small_words(self.language) & set(said)
        return label and self.own_share(n) == 0


def _is_person(part: str) -> bool:
    said = words(part)
    return 1 < len(said) <= LONE_WORDS and all(word[0].isupper() for word in said)


def _ends_flat(text: str) -> bool:
    """Whether a line ends in a full stop; a question or exclamation may be a headline."""
    return closes(text) and not breaks_off(text) and text.rstrip("”»\"'’)） ")[-1:] in ".。"
