"""A record as CSV: one row a fact, one column of words a witness. For spreadsheets and statistics."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from hexapla.collation.model import Spans
from hexapla.record.model import (
    AgreementFact,
    Attendance,
    Fact,
    MeetingFact,
    PersonFact,
    Record,
    StatementFact,
    TopicFact,
)

COLUMNS = (
    "sort",
    "id",
    "kind",
    "who",
    "who_ids",
    "towards",
    "issues",
    "dossier",
    "mode",
    "strength",
    "flags",
    "date",
    "place",
    "meeting",
    "carried",
    "not_read_in",
    "contradictions",
    "confidence",
)
# A cell that begins so is a formula to a spreadsheet; an apostrophe before it makes it words.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def record_csv(record: Record) -> str:
    """Every fact of a record as a row, under a header; ``words_A`` are the words of witness A.

    Several values of one cell are joined by a space where they are ids, else by a semicolon.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    sigla = tuple(record.witnesses)
    writer.writerow((*COLUMNS, *(f"words_{siglum}" for siglum in sigla)))
    for sort, fact in _facts(record):
        own = _common(sort, fact) | _own(fact, record)
        cells = [own.get(column, "") for column in COLUMNS]
        cells += [_words(fact, record, siglum) for siglum in sigla]
        writer.writerow([_safe(cell) for cell in cells])
    return out.getvalue()


def _facts(record: Record) -> Iterator[tuple[str, Fact]]:
    yield from (("person", fact) for fact in record.people)
    yield from (("meeting", fact) for fact in record.meetings)
    yield from (("statement", fact) for fact in record.statements)
    yield from (("topic", fact) for fact in record.topics)
    yield from (("agreement", fact) for fact in record.agreements)


def _common(sort: str, fact: Fact) -> dict[str, str]:
    return {
        "sort": sort,
        "id": str(fact.id),
        "carried": " ".join(fact.sigla),
        "not_read_in": " ".join(fact.absent),
        "contradictions": contradictions(fact),
        "confidence": f"{fact.confidence:.2f}",
    }


def contradictions(fact: Fact) -> str:
    """Where the carriers tell a fact otherwise: *place: Moscow (A B) / Damascus (C)*."""
    return "; ".join(
        f"{one.field}: "
        + " / ".join(f"{value or 'none'} ({' '.join(sigla)})" for value, sigla in one.values.items())
        for one in fact.contradictions
    )


def _own(fact: Fact, record: Record) -> dict[str, str]:
    """What a sort of fact has of its own."""
    if isinstance(fact, PersonFact):
        offices = "; ".join(
            f"{h.office} of {h.whose or h.of}" if h.of else h.office for h in fact.person.offices
        )
        return {"kind": offices, "who": fact.person.label or fact.person.id, "who_ids": fact.person.id}
    if isinstance(fact, MeetingFact):
        return _meeting(fact, record)
    if isinstance(fact, StatementFact):
        return _statement(fact, record)
    if isinstance(fact, AgreementFact):
        return _agreement(fact, record)
    if isinstance(fact, TopicFact):
        return {"issues": " ".join(fact.issues), "meeting": _number(fact.meeting)}
    return {}


def _meeting(fact: MeetingFact, record: Record) -> dict[str, str]:
    return {
        "kind": fact.kind or "",
        "who": "; ".join(attendant(one, record) for one in fact.participants),
        "who_ids": " ".join(one.person or one.side or "" for one in fact.participants).strip(),
        "date": fact.date or "",
        "place": fact.place or "",
        "meeting": _number(fact.parent),
        "flags": "future" if fact.planned else "",
    }


def _statement(fact: StatementFact, record: Record) -> dict[str, str]:
    return {
        "kind": fact.stance or "",
        "who": "; ".join(record.label(name) for name in fact.speakers),
        "who_ids": " ".join(fact.speakers),
        "towards": " ".join(fact.targets),
        "issues": " ".join(fact.issues),
        "dossier": fact.dossier or "",
        "mode": " ".join(f"{siglum}:{mode}" for siglum, mode in fact.modes.items()),
        "strength": _number(fact.strength),
        "flags": " ".join(fact.flags),
        "meeting": _number(fact.meeting),
    }


def _agreement(fact: AgreementFact, record: Record) -> dict[str, str]:
    return {
        "kind": fact.force or "",
        "who": "; ".join(record.label(name) for name in fact.parties),
        "who_ids": fact.by or " ".join(fact.parties),
        "towards": fact.to or "",
        "issues": " ".join(fact.issues),
        "flags": " ".join(fact.flags),
        "date": fact.due or "",
        "meeting": _number(fact.meeting),
    }


def attendant(one: Attendance, record: Record) -> str:
    """A participant in words: *Darin Velosh, foreign minister (Karvinia)*."""
    name = record.label(one.person) if one.person else one.name or ""
    office = (one.office or "").replace("-", " ")
    side = record.label(one.side) if one.side else ""
    who = ", ".join(part for part in (name, office) if part)
    return f"{who} ({side})" if who and side else who or side


def _words(fact: Fact, record: Record, siglum: str) -> str:
    return quoted(fact.spans, record, siglum)


def quoted(spans: Spans, record: Record, siglum: str) -> str:
    """A witness's words on one line; an ellipsis where they stand apart."""
    text = record.witnesses[siglum].text
    return " … ".join(" ".join(span.of(text).split()) for span in spans.get(siglum, ()))


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
