"""Meetings as a drawing: a visit is a box, what takes place in its course stands within, what is beside it beside.

Drawn in plain SVG with the page's own colours. What it shows stands as a list below it on the page, so to a
screen reader it is one picture with a title and a description.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from hexapla.render.bidi import isolate_within, plain
from hexapla.render.record_parts import MeetingView, Side

BROAD, SLIM = 820, 350
"""Widths in CSS pixels: for a desk, and for a telephone."""

# A card narrower than this holds one column of participants only.
NARROW_CARD = 300
PAD, GAP, LINE, INDENT = 10, 12, 17, 14
BADGE = 18
# So many participants of a side are drawn; the list has them all.
MOST_SEATS = 5
# Average widths of letters in parts of the size of the type, a little wide rather than narrow, for the
# reader's typeface is not known.
WIDTHS = {"wide": 1.02, "capital": 0.7, "narrow": 0.32, "letter": 0.55}
NARROW = frozenset("iljtfr.,:;·'’|()[] ")


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    kind: str
    x: float
    y: float


@dataclass(slots=True)
class _Canvas:
    """What has been drawn so far."""

    parts: list[str] = field(default_factory=list)

    def text(self, words: str, kind: str, x: float, y: float) -> None:
        shown = escape(isolate_within(plain(words)))
        self.parts.append(f'<text class="{kind}" x="{x:.0f}" y="{y:.0f}">{shown}</text>')

    def box(self, kind: str, x: float, y: float, width: float, height: float) -> None:
        self.parts.append(
            f'<rect class="{kind}" x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{height:.0f}" rx="6"/>'
        )

    def line(self, kind: str, x1: float, y1: float, x2: float, y2: float) -> None:
        self.parts.append(f'<path class="{kind}" d="M{x1:.0f} {y1:.0f}L{x2:.0f} {y2:.0f}"/>')


def diagram(meetings: Sequence[MeetingView], sigla: Sequence[str], key: str, width: int = BROAD) -> str:
    """The meetings of a story as SVG markup, ``width`` CSS pixels wide; empty where there are none."""
    if not meetings:
        return ""
    canvas = _Canvas()
    tree = _Tree(meetings, tuple(sigla))
    height = tree.draw(tree.roots(), canvas, 1, 1, width - 2)
    name = f"{key}-drawing-{width}"
    return (
        f'<svg class="meetings-drawing" role="img" aria-labelledby="{name}-t" aria-describedby="{name}-d" '
        f'viewBox="0 0 {width} {height + 2:.0f}" width="{width}" height="{height + 2:.0f}">'
        f'<title id="{name}-t">{_counted(len(meetings))}</title><desc id="{name}-d">{_told(meetings)}</desc>'
        f"{''.join(canvas.parts)}</svg>"
    )


def _counted(number: int) -> str:
    return "One meeting" if number == 1 else f"{number} meetings"


def _told(meetings: Sequence[MeetingView]) -> str:
    titles = {m.number: m.title for m in meetings}
    return escape(" ".join(_sentence(m, titles.get(m.parent or 0)) for m in meetings))


def _sentence(meeting: MeetingView, parent: str | None) -> str:
    place = f", {'beside' if meeting.beside else 'in the course of'} the {parent.lower()}" if parent else ""
    told = ", ".join(part for part in (meeting.when, meeting.where) if part)
    sides = " and ".join(side.label for side in meeting.sides)
    who = f", {sides}" if sides else ""
    return f"{meeting.title}{place}{', ' + told if told else ''}{who}: read in {', '.join(meeting.sigla)}."


@dataclass(frozen=True)
class _Tree:
    """Meetings with what is within them and beside them."""

    meetings: Sequence[MeetingView]
    sigla: tuple[str, ...]

    def roots(self) -> list[MeetingView]:
        """Those of no other; a meeting whose parent would be itself or is not there counts as one."""
        known = {m.number for m in self.meetings}
        return [m for m in self.meetings if m.parent not in known or self._turns(m)]

    def _turns(self, meeting: MeetingView) -> bool:
        """Whether its parents lead back to it."""
        above = {m.number: m.parent for m in self.meetings}
        at, seen = meeting.parent, {meeting.number}
        while at is not None and at not in seen:
            seen.add(at)
            at = above.get(at)
        return at == meeting.number

    def of(self, meeting: MeetingView, *, beside: bool) -> list[MeetingView]:
        return [
            m
            for m in self.meetings
            if m.parent == meeting.number and m.beside is beside and not self._turns(m)
        ]

    def draw(self, some: Sequence[MeetingView], canvas: _Canvas, x: float, y: float, width: float) -> float:
        """Draw meetings below one another, or two in a row where they fit; gives the height used."""
        top, waiting = y, list(some)
        while waiting:
            pair = waiting[:2] if self._fit(waiting[:2], width) else waiting[:1]
            own = (width - GAP) / 2 if len(pair) == 2 else width
            heights = [self.meeting(m, canvas, x + n * (own + GAP), y, own) for n, m in enumerate(pair)]
            y += max(heights) + GAP
            del waiting[: len(pair)]
        return y - GAP - top

    def _fit(self, pair: Sequence[MeetingView], width: float) -> bool:
        return len(pair) == 2 and width >= 2 * NARROW_CARD and not any(self._children(m) for m in pair)

    def _children(self, meeting: MeetingView) -> list[MeetingView]:
        return self.of(meeting, beside=False) + self.of(meeting, beside=True)

    def meeting(self, meeting: MeetingView, canvas: _Canvas, x: float, y: float, width: float) -> float:
        """Draw a meeting with all that belongs to it; gives the height used."""
        beside = self.of(meeting, beside=True)
        broad = bool(beside) and width >= 2 * NARROW_CARD
        own = width * 0.6 - GAP if broad else width
        height = self.box(meeting, canvas, x, y, own)
        if not beside:
            return height
        if broad:
            left = x + own + 2 * GAP
            canvas.line("link", x + own, y + LINE, left, y + LINE)
            return max(height, self.draw(beside, canvas, left, y, width - own - 2 * GAP))
        canvas.line("link", x + INDENT / 2, y + height, x + INDENT / 2, y + height + GAP + LINE)
        canvas.line("link", x + INDENT / 2, y + height + GAP + LINE, x + INDENT, y + height + GAP + LINE)
        return height + GAP + self.draw(beside, canvas, x + INDENT, y + height + GAP, width - INDENT)

    def box(self, meeting: MeetingView, canvas: _Canvas, x: float, y: float, width: float) -> float:
        """Draw a meeting's box, and within it what takes place in its course."""
        within = self.of(meeting, beside=False)
        at = len(canvas.parts)
        height = self.card(meeting, canvas, x, y, width)
        if within:
            height += self.draw(within, canvas, x + PAD, y + height, width - 2 * PAD) + PAD
        drawn = _Canvas()
        drawn.box(
            f"{'umbrella' if within else 'card'}{' planned' if meeting.planned else ''}", x, y, width, height
        )
        canvas.parts[at:at] = drawn.parts
        return height

    def card(self, meeting: MeetingView, canvas: _Canvas, x: float, y: float, width: float) -> float:
        """Write what a card says; gives its height."""
        badges = len(self.sigla) * (BADGE + 2)
        below = badges > width * 0.4
        title = meeting.title + (", planned" if meeting.planned else "")
        lines, at = [], y + PAD
        for words in _wrap(title, 14, width - 2 * PAD - (0 if below else badges)):
            at += LINE
            lines.append(_Line(words, "name", x + PAD, at - 4))
        told = " · ".join(part for part in (meeting.when, meeting.where) if part) or "day and place not told"
        for words in _wrap(told, 12.5, width - 2 * PAD - (0 if below else badges)):
            at += LINE
            lines.append(_Line(words, "soft", x + PAD, at - 4))
        if below:
            self._badges(meeting, canvas, x + PAD + badges, at + 3)
            at += BADGE + 6
        else:
            self._badges(meeting, canvas, x + width - PAD, y + PAD)
        at += 4
        at = _sides(meeting.sides, lines, x + PAD, at, width - 2 * PAD)
        for words in _differences(meeting, width - 2 * PAD):
            at += LINE
            lines.append(_Line(words, "clash", x + PAD, at - 4))
        for line in lines:
            canvas.text(line.words, line.kind, line.x, line.y)
        return at + PAD - y

    def _badges(self, meeting: MeetingView, canvas: _Canvas, right: float, y: float) -> None:
        """The sigla: in full line those in which the meeting was read, in broken line the others."""
        for number, siglum in enumerate(reversed(self.sigla)):
            x = right - (number + 1) * (BADGE + 2) + 2
            read = siglum in meeting.sigla
            canvas.parts.append(f'<g data-w="{escape(siglum)}">')
            canvas.box("has" if read else "lacks", x, y, BADGE, BADGE)
            canvas.text(siglum, "letter" if read else "letter out", x + BADGE / 2, y + 13)
            canvas.parts.append("</g>")


def _sides(sides: Sequence[Side], lines: list[_Line], x: float, y: float, width: float) -> float:
    """Write the sides, two in a row where they fit; gives where they end."""
    columns = 2 if len(sides) > 1 and width >= NARROW_CARD - 60 else 1
    own = (width - GAP) / columns if columns == 2 else width
    for first in range(0, len(sides), columns):
        ends = [
            _side(side, lines, x + n * (own + GAP), y, own)
            for n, side in enumerate(sides[first : first + columns])
        ]
        y = max(ends) + 4
    return y


def _side(side: Side, lines: list[_Line], x: float, y: float, width: float) -> float:
    head = side.label + (f", {side.standing}" if side.standing else "")
    for words in _wrap(head, 12.5, width):
        y += LINE
        lines.append(_Line(words, "side", x, y - 4))
    for seat in side.seats[:MOST_SEATS]:
        told = ", ".join(part for part in (seat.name, seat.post) if part)
        told += f" ({' '.join(seat.sigla)} only)" if seat.sigla else ""
        for words in _wrap(told, 12.5, width):
            y += LINE
            lines.append(_Line(words, "seat", x, y - 4))
    if len(side.seats) > MOST_SEATS:
        y += LINE
        lines.append(_Line(f"and {len(side.seats) - MOST_SEATS} more", "soft", x, y - 4))
    return y


def _differences(meeting: MeetingView, width: float) -> Iterator[str]:
    for difference in meeting.claim.differences:
        values = "; ".join(f"{value} in {', '.join(sigla)}" for value, sigla in difference.values)
        yield from _wrap(f"differ on {difference.what}: {values}", 12.5, width)


def _wrap(words: str, size: float, width: float) -> Iterator[str]:
    """Words in lines that fit; a word too long for any line is cut."""
    line = ""
    for word in words.split():
        longer = f"{line} {word}" if line else word
        if line and _width(longer, size) > width:
            yield line
            longer = word
        while _width(longer, size) > width and len(longer) > 1:
            cut = next((n for n in range(len(longer) - 1, 1, -1) if _width(longer[:n], size) <= width), 1)
            yield longer[:cut]
            longer = longer[cut:]
        line = longer
    if line:
        yield line


def _width(words: str, size: float) -> float:
    return size * sum(WIDTHS[_class(c)] for c in words)


def _class(character: str) -> str:
    if unicodedata.east_asian_width(character) in "WF":
        return "wide"
    if character in NARROW:
        return "narrow"
    return "capital" if character.isupper() else "letter"
