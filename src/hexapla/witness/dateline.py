"""The dateline that opens a report: place, outlet, date.

``Moscow, SANA- President …``, ``PARIS (Reuters) - …``, ``МОСКВА, 15 марта. /ТАСС/. …``:
agencies agree on the fields and on nothing else. So the head of a block is read field by
field (place, date, outlet, reporter), whatever stands between them, and is a dateline
when every field up to a separator is one of these and together they are evidence enough.
An outlet need not be known; a place alone is never enough, for "Moscow - the capital of
Russia - hosted …" opens with one too. Shapes that are one language's own (Chinese writes
its dateline without separators) are patterns in that language's ``datelines.toml``.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from hexapla.witness.dateline_fields import (
    DIGITS,
    DOTTED,
    NUMERIC_DATE,
    Field,
    Kind,
    Known,
    date_words,
    is_camel,
    is_caps,
    known_words,
    next_field,
    skip,
)
from hexapla.witness.folding import fold, visible

# A dateline is short; what begins later than this is the report.
LONGEST_HEAD = 160
MOST_FIELDS = 7
# A capitalised token of at most so many letters, alone before a dash, is sooner an agency than a city.
SHORT_ACRONYM = 5
# What follows a dateline is a report, not the rest of a heading.
SHORTEST_REST = 20
# A second dash so near means that the first opened an insertion, not a report.
SECOND_DASH_WITHIN = 90

_DASH = re.compile(r"\s[-–—―]{1,2}\s|\s?[–—―]\s?")
_OPENERS = "\"“«„‘'(（[¿¡…—– \u00a0\u200e\u200f"


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; ``end`` is the offset in the line where the report begins."""

    end: int
    place: str | None = None
    outlet: str | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None

    @property
    def date(self) -> dt.date | None:
        """The full date, where day, month and year are all given and name a day."""
        if self.day is None or self.month is None or self.year is None:
            return None
        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None


def parse_dateline(line: str, language: str, *, alone: bool = False) -> Dateline | None:
    """The dateline that opens a line, or None.

    Parameters
    ----------
    alone:
        Whether the line must be nothing but a dateline; otherwise a report must follow it.
    """
    known = known_words(language)
    own = _by_pattern(line, known, alone=alone)
    if own is not None:
        return own
    best: Dateline | None = None
    fields: list[Field] = []
    head = line[:LONGEST_HEAD]
    at = skip(head, 0)
    while at < len(head) and len(fields) < MOST_FIELDS:
        step = next_field(head, at, fields, known)
        if step is None:
            break
        read, at, connector = step
        fields += read
        found = _judge(line, at, fields, connector, known, alone=alone)
        best = found or best
    return best


def _by_pattern(line: str, known: Known, *, alone: bool) -> Dateline | None:
    """A dateline in one of the language's own shapes."""
    for pattern in known.patterns:
        match = pattern.match(line[:LONGEST_HEAD])
        if match and (match.end() == len(line.rstrip())) == alone:
            said = match.groupdict()
            number = {k: int(said[k]) if said.get(k) else None for k in ("day", "month", "year")}
            return Dateline(match.end(), said.get("place") or None, said.get("outlet") or None, **number)
    return None


def _judge(
    line: str, at: int, fields: list[Field], connector: str, known: Known, *, alone: bool
) -> Dateline | None:
    """The dateline made of the fields read so far, if they are one and it may end here."""
    ended = at >= len(line.rstrip())
    if ended != alone:
        return None
    if not ended and not _report_follows(line[at:], known):
        return None
    settled = _settle(fields, known)
    kinds = {f.kind for f in settled}
    lone = "place" not in kinds and "date" not in kinds
    if ended:
        sure = _sure_alone(settled, kinds, known)
    else:
        sure = _sure(settled, kinds, connector, known)
        dashed = connector in ("dash", "none", "space", "comma", "colon")
        if dashed and (lone or kinds == {"place"}) and _DASH.search(line, at, at + SECOND_DASH_WITHIN):
            sure = False
    return _read(settled, at, known) if sure else None


def _settle(fields: list[Field], known: Known) -> list[Field]:
    """Settles whether capitalised tokens of no known place are cities or agencies."""
    fields = _rejoin(fields)
    has_outlet = any("outlet" in f.kind for f in fields)
    if len(fields) == 1 and fields[0].kind == "place":
        word = fields[0].text
        short = is_caps(word) and len(word) <= SHORT_ACRONYM and fold(word) not in known.places
        return [replace(fields[0], kind="outlet")] if short else fields
    if not has_outlet and len(fields) == 2 and [f.kind for f in fields] == ["place", "place"]:
        last = fields[1]
        if (is_caps(last.text) or is_camel(last.text, known)) and fold(last.text) not in known.places:
            return [fields[0], replace(last, kind="outlet")]
    return fields


def _rejoin(fields: list[Field]) -> list[Field]:
    """Makes "DAR AL-SAFA" one place again where another field names the outlet."""
    whole = next((f.parted_from for f in fields if f.parted_from), None)
    rest = [f for f in fields if not f.parted_from]
    if whole is None or not any("outlet" in f.kind for f in rest):
        return fields
    at = next(n for n, f in enumerate(fields) if f.parted_from)
    return [*rest[:at], Field("place", whole), *rest[at:]]


def _sure(fields: list[Field], kinds: set[Kind], connector: str, known: Known) -> bool:
    """Whether fields before a report are evidence enough of a dateline."""
    strong = connector in ("dash", "slash")
    caps = is_caps(fields[0].text)
    if "known-outlet" in kinds or "enclosed-outlet" in kinds:
        last = fields[-1].kind
        placed = "place" in kinds and (caps or "date" in kinds or fold(fields[0].text) in known.places)
        enclosed_end = connector in ("space", "none") and last != "place" and placed
        return (
            strong or enclosed_end or (len(fields) > 1 and connector in ("dot", "colon") and last != "place")
        )
    if "outlet" in kinds:
        return connector == "dash" or (strong and len(fields) > 1)
    if "place" in kinds and "date" in kinds:
        return connector in ("dash", "slash", "dot", "colon")
    return (
        kinds == {"place"}
        and caps
        and connector in ("dash", "colon")
        and fold(fields[0].text) in known.places
    )


def _sure_alone(fields: list[Field], kinds: set[Kind], known: Known) -> bool:
    """Whether a line of these fields and nothing else is a dateline."""
    if "place" in kinds and kinds & {"date", "outlet", "known-outlet", "enclosed-outlet"}:
        return True
    if kinds == {"date"}:
        return _read(fields, 0, known).day is not None
    return {"known-outlet", "date"} <= kinds


def _report_follows(rest: str, known: Known) -> bool:
    bare = rest.lstrip(_OPENERS)
    if len(rest.strip()) < SHORTEST_REST:
        return False
    return bool(bare) and (not known.cased or bare[0].isupper() or bare[0].isdigit())


def _read(fields: list[Field], end: int, known: Known) -> Dateline:
    places = [visible(f.text) + "." * bool(DOTTED.match(f.text)) for f in fields if f.kind == "place"]
    outlets = [visible(f.text) for f in fields if "outlet" in f.kind]
    line = Dateline(end, ", ".join(places) or None, outlets[0] if outlets else None)
    for f in fields:
        if f.kind == "date":
            line = _dated(line, f.text, known)
    return line


def _dated(line: Dateline, raw: str, known: Known) -> Dateline:
    """Adds what a date field says; a numeric date of two readings says nothing."""
    numeric = NUMERIC_DATE.fullmatch(raw)
    if numeric:
        day, month, year = (int(numeric[a] or numeric[b]) for a, b in (("d", "d2"), ("m", "m2"), ("y", "y2")))
        clear = numeric["y"] or day > 12
        return replace(line, day=day, month=month, year=year) if clear else line
    for key in date_words(raw, known):
        if key in known.months:
            line = replace(line, month=known.months[key])
        elif DIGITS.fullmatch(key) and len(key) == 4:
            line = replace(line, year=int(key))
        elif DIGITS.fullmatch(key) and len(key) <= 2 and line.day is None:
            line = replace(line, day=int(key))
    return line
