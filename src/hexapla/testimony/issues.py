"""What a stretch of text is about: issues of international relations, by the words that show them.

The issues and their signs are data (``data/issues.toml``): concepts of the lexicon that are enough alone,
pairs of concepts near each other, and words of a language where the lexicon has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple

from hexapla.lang.words import words
from hexapla.lexicon.matching import lexicon
from hexapla.testimony.issue_signs import Hit, signs, table, terms
from hexapla.testimony.model import Dossier
from hexapla.witness.model import Span

# What is said again counts for so much more, up to twice.
AGAIN = 0.25
MOST = 2.0
# An issue that says little weighs less than any other.
GENERAL = 0.4

Likeness = Literal["exact", "close", "broad", "narrow", "related"]


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue with its names by language. ``iptc`` is how it matches an IPTC Media Topic, and its number."""

    id: str
    dossier: Dossier
    label: Mapping[str, str]
    alt: Mapping[str, tuple[str, ...]]
    note: str
    general: bool = False
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    iptc: tuple[Likeness, str] | None = None


class IssueMark(NamedTuple):
    """An issue found: the words that show it, and how much it is spoken of."""

    id: str
    spans: tuple[Span, ...]
    weight: float


@cache
def vocabulary() -> tuple[Issue, ...]:
    """Every issue, in the order of the file; ``related`` holds both ways.

    >>> [issue.id for issue in vocabulary()][:2]
    ['territorial-integrity', 'sovereignty']
    """
    rows = table()["issues"]
    related = {key: list(row.get("related", ())) for key, row in rows.items()}
    for key, row in rows.items():
        for other in row.get("related", ()):
            if key not in related[other]:
                related[other].append(key)
    return tuple(_issue(key, row, related[key]) for key, row in rows.items())


def _issue(key: str, row: Mapping[str, Any], related: Iterable[str]) -> Issue:
    likeness, _, topic = row.get("iptc", "").partition(" ")
    alt = {code: tuple(names) for code, names in row.get("alt", {}).items()}
    return Issue(
        key,
        row["dossier"],
        row["label"],
        alt,
        row["note"],
        row.get("general", False),
        tuple(row.get("broader", ())),
        tuple(related),
        (likeness, topic) if topic else None,
    )


@cache
def by_id() -> dict[str, Issue]:
    """Every issue by its id."""
    return {issue.id: issue for issue in vocabulary()}


def issues(
    text: str, language: str, start: int = 0, end: int | None = None, apart: Sequence[Span] = ()
) -> tuple[IssueMark, ...]:
    """The issues of a stretch of text, the one most spoken of first, then by their order in the text.

    Parameters
    ----------
    apart:
        Spans whose words show no issue: people with their offices, names of institutions.
    """
    stop = len(text) if end is None else end
    found = list(words(text, language, start, stop))
    shown = signs(lexicon()).shown(language, found)
    hits = [*shown.hits(text), *terms(language).hits(text, found, start, stop)]
    aside = [*apart, *shown.offices(text)] if hits else []
    hits = [hit for hit in hits if not any(hit.start < a.end and a.start < hit.end for a in aside)]
    return _marks(_longest(hits))


def rank(marks: Iterable[IssueMark], most: int = 3) -> tuple[str, ...]:
    """What a stretch is mainly about, the most spoken of first; the general only where nothing particular is.

    Marks may be of several stretches together; an issue counts once, for all its spans.
    """
    known = by_id()
    spans: dict[str, list[Span]] = {}
    for mark in marks:
        spans.setdefault(mark.id, []).extend(mark.spans)
    several = sorted(
        (IssueMark(key, tuple(sorted(of)), _weight(key, len(set(of)))) for key, of in spans.items()),
        key=lambda mark: (-mark.weight, mark.spans[0].start),
    )
    particular = [mark for mark in several if not known[mark.id].general]
    return tuple(mark.id for mark in (particular or several)[:most])


def _weight(key: str, times: int) -> float:
    return (GENERAL if by_id()[key].general else 1.0) * min(MOST, 1.0 + AGAIN * (times - 1))


def dossier(ids: Iterable[str]) -> Dossier | None:
    """The dossier that most of the issues belong to; of several that of the first."""
    known = by_id()
    files: list[Dossier] = [known[key].dossier for key in ids]
    if not files:
        return None
    return max(files, key=lambda one: (files.count(one), -files.index(one)))


def _longest(hits: Iterable[Hit]) -> list[Hit]:
    """Without hits that are only a part of what shows another issue: *war* in *war on terror*."""
    kept: list[Hit] = []
    near: list[Hit] = []
    for hit in sorted(set(hits), key=lambda hit: (hit.start, -hit.end, hit.issue)):
        near = [other for other in near if other.end > hit.start]
        if not any(_covers(other, hit) for other in near):
            kept.append(hit)
        near.append(hit)
    return kept


def _covers(other: Hit, hit: Hit) -> bool:
    known = by_id()
    if other.issue == hit.issue or (known[other.issue].general and not known[hit.issue].general):
        return False
    longer = other.end - other.start > hit.end - hit.start
    if not longer or other.start > hit.start or other.end < hit.end:
        return False
    # What stands between the two of a pair may be of something else.
    return len(other.places) < 2 or bool(hit.places and set(hit.places) <= set(other.places))


def _marks(hits: Iterable[Hit]) -> tuple[IssueMark, ...]:
    spans: dict[str, list[Span]] = {}
    for hit in hits:
        several = spans.setdefault(hit.issue, [])
        if several and several[-1].end > hit.start:
            several[-1] = Span(several[-1].start, max(several[-1].end, hit.end))
        else:
            several.append(Span(hit.start, hit.end))
    marks = [IssueMark(key, tuple(several), _weight(key, len(several))) for key, several in spans.items()]
    return tuple(sorted(marks, key=lambda mark: (-mark.weight, mark.spans[0].start, mark.id)))
