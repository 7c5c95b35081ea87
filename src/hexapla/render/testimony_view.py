"""Testimony in words: how meetings, positions and agreements are called on every form."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from hexapla.testimony.model import Agreement, Flag, Form, Meeting, Mode, Source, Statement

UNTOLD = "not told"
"""What stands for a field that no version tells."""

MEETINGS: Mapping[str, str] = MappingProxyType(
    {
        "visit": "visit",
        "summit": "summit",
        "ministerial": "meeting of ministers",
        "talks": "talks",
        "call": "telephone call",
        "ceremony": "ceremony",
        "meal": "meal",
        "session": "session",
        "conference": "conference",
    }
)
FORMS: Mapping[Form, str] = MappingProxyType(
    {
        "expanded": "expanded",
        "closed": "closed",
        "bilateral": "bilateral",
        "trilateral": "trilateral",
        "remote": "remote",
        "press": "press",
    }
)
MODES: Mapping[Mode, str] = MappingProxyType(
    {"direct": "quoted", "mixed": "quoted in part", "reported": "reported"}
)
FLAGS: Mapping[Flag, str] = MappingProxyType(
    {"negated": "negated", "future": "about what is to come", "hypothetical": "conditional"}
)
FORCES: Mapping[str, str] = MappingProxyType(
    {
        "agreed": "agreed",
        "undertaken": "undertaken",
        "joint-position": "joint position",
        "one-sided": "one-sided",
    }
)
# A contradiction's field where a reader would not know it by its own name.
FIELDS: Mapping[str, str] = MappingProxyType(
    {"speakers": "speaker", "act": "strength", "by": "who undertakes", "to": "towards whom", "flags": "sense"}
)
YEAR_AND_MONTH = re.compile(r"^(\d{4})-(\d\d)$")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

Label = Callable[[str], str]


def words_of(name: str) -> str:
    """A kebab-case id in words.

    >>> words_of("foreign-minister")
    'foreign minister'
    """
    return name.replace("-", " ")


def labelled(labels: Mapping[str, str]) -> Label:
    """What a reader knows an id by: its label, else its own words."""
    return lambda name: labels.get(name) or (words_of(name) if name.islower() else name)


def day(value: str | None) -> str | None:
    """An ISO 8601 day, month or year as shown; other words as they are.

    >>> day("2031-05-13"), day("2031-05"), day("2031")
    ('13 May 2031', 'May 2031', '2031')
    """
    if value is None:
        return None
    month = YEAR_AND_MONTH.match(value)
    if month and 1 <= int(month[2]) <= len(MONTHS):
        return f"{MONTHS[int(month[2]) - 1]} {month[1]}"
    try:
        return date(dt.date.fromisoformat(value))
    except ValueError:
        return value


def date(told: dt.date) -> str:
    """A date as the forms show it (13 May 2031), whatever the machine's locale."""
    return f"{told.day} {MONTHS[told.month - 1]} {told.year}"


def capital(words: str) -> str:
    """The words with a capital to begin with."""
    return words[:1].upper() + words[1:]


def meeting_title(kind: str | None, form: Iterable[Form], *, planned: bool = False) -> str:
    """What kind of meeting it is.

    >>> meeting_title("talks", ("expanded",), planned=True)
    'Expanded talks, planned'
    """
    words = [FORMS.get(f, words_of(f)) for f in form]
    words.append(MEETINGS.get(kind, words_of(kind)) if kind else "meeting")
    return capital(" ".join(words)) + (", planned" if planned else "")


def meeting_facts(meeting: Meeting, label: Label) -> tuple[str, ...]:
    """Day, place and host of a meeting, those that are told."""
    host = f"host: {label(meeting.host)}" if meeting.host else None
    return tuple(fact for fact in (day(meeting.date), meeting.place, host) if fact)


def participant(name: str | None, office: str | None, side: str | None) -> str:
    """A participant: name, office, side, as far as they are told.

    >>> participant(None, "foreign-minister", "Tolmar")
    'foreign minister of Tolmar'
    """
    post = words_of(office) if office else None
    if post and side:
        post += f" of {side}"
    told = [part for part in (name, post or (side if name else None)) if part]
    return ", ".join(told) or side or UNTOLD


def position(statement: Statement) -> str:
    """How a position is taken: stance, then whether it is quoted, then its sense."""
    words = [statement.stance, MODES[statement.mode], *(FLAGS[f] for f in statement.flags)]
    return ", ".join(words)


def source(link: Source) -> str:
    """A link of the chain through which words reached a witness.

    >>> source(Source("Radio Lorvik", "a source in Lorvik"))
    'Radio Lorvik, through a source in Lorvik'
    """
    if link.name and link.through:
        return f"{link.name}, through {link.through}"
    return link.name or link.through or UNTOLD


def duty(agreement: Agreement, label: Label) -> str:
    """Who agrees with whom, or undertakes something to whom, and by when."""
    return ", ".join(
        part
        for part in (
            undertaking(agreement.by, agreement.to, agreement.parties, label),
            f"due {day(agreement.due)}" if agreement.due else "",
        )
        if part
    )


def undertaking(by: str | None, to: str | None, parties: Iterable[str], label: Label) -> str:
    """Who undertakes to whom where that is told, else the parties."""
    if by and to:
        return f"{label(by)} to {label(to)}"
    if by:
        return label(by)
    return joined(label(p) for p in parties)


def joined(names: Iterable[str]) -> str:
    """Names in a row: *a, b and c*.

    >>> joined(["a", "b", "c"])
    'a, b and c'
    """
    every = list(names)
    return " and ".join(part for part in (", ".join(every[:-1]), *every[-1:]) if part)
