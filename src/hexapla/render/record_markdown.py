"""A record as Markdown: a readout that can be pasted into notes, each fact with its witnesses and words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hexapla.collation.model import Spans
from hexapla.record.model import (
    AgreementFact,
    Fact,
    MeetingFact,
    Record,
    StatementFact,
    TopicFact,
)
from hexapla.render.record_csv import attendant, contradictions, quoted

# What Markdown, or the HTML that it may hold, would take for its own.
SIGNS = re.compile(r"([\\`*_{}\[\]<>|#~$!])")
# A statement without an issue stands under this heading.
OTHER = "Other"
FORCES = {
    "agreed": "Agreed",
    "undertaken": "Undertaken",
    "joint-position": "Joint position",
    "one-sided": "One-sided",
    None: "Agreed or undertaken, the versions differ",
}
MODES = {"direct": "quoted", "reported": "reported", "mixed": "partly quoted"}


def record_markdown(record: Record) -> str:
    """A record as Markdown (CommonMark, with tables)."""
    parts = [
        *_head(record),
        *_meetings(record),
        *_statements(record),
        *_agreements(record),
        *_topics(record),
        *_people(record),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _head(record: Record) -> Iterator[str]:
    yield f"# {_plain(record.title or 'Record')}\n"
    if record.date:
        yield f"{record.date.isoformat()}\n"
    yield "| | version | language | published |\n|---|---|---|---|"
    for siglum, w in record.witnesses.items():
        day = w.published.isoformat() if w.published else "not told"
        name = ", ".join(_plain(part) for part in (w.outlet, w.source) if part)
        yield f"| {siglum} | {name} | {w.language} | {day} |"
    yield ""


def _meetings(record: Record) -> Iterator[str]:
    if record.meetings:
        yield "## Meetings\n"
    for fact in record.meetings:
        yield f"{fact.id}. {_meeting(fact)}"
        for one in fact.participants:
            missing = f" (not read in {' '.join(one.absent)})" if one.absent else ""
            role = f", {one.role}" if one.role else ""
            yield f"    - {_plain(attendant(one, record))}{role}{missing}"
        yield from _evidence(fact, record, fact.spans, "    ")
    yield ""


def _meeting(fact: MeetingFact) -> str:
    form = " ".join(fact.form)
    words = f"**{' '.join(part for part in (form, fact.kind or 'meeting') if part)}**"
    words += f", {_plain(fact.place)}" if fact.place else ""
    words += f", {fact.date}" if fact.date else ""
    words += ", planned" if fact.planned else ""
    if fact.parent:
        words += (
            f", {'on the margins of' if fact.relation == 'margins' else 'in the course of'} {fact.parent}"
        )
    return words + _carried(fact)


def _statements(record: Record) -> Iterator[str]:
    if record.statements:
        yield "## Who said what\n"
    issues = [s.issues[0] if s.issues else OTHER for s in record.statements]
    for issue in sorted(set(issues), key=lambda issue: (issue == OTHER, issue)):
        yield f"### {_plain(issue.replace('-', ' '))}\n"
        for fact, own in zip(record.statements, issues, strict=True):
            if own == issue:
                yield f"- {_statement(fact, record)}"
                yield from _evidence(fact, record, fact.content or fact.spans, "    ")
        yield ""


def _statement(fact: StatementFact, record: Record) -> str:
    who = ", ".join(_plain(record.label(name)) for name in fact.speakers) or "Speaker not told"
    how = " ".join(part for part in (fact.stance or "", *(f"({flag})" for flag in fact.flags)) if part)
    modes = {MODES[mode]: [s for s, m in fact.modes.items() if m == mode] for mode in fact.modes.values()}
    told = "; ".join(f"{mode} in {' '.join(sigla)}" for mode, sigla in modes.items())
    missing = f", not read in {' '.join(fact.absent)}" if fact.absent else ""
    return f"**{who}** {how}: {told}{missing}"


def _agreements(record: Record) -> Iterator[str]:
    if record.agreements:
        yield "## Agreements and undertakings\n"
    for fact in record.agreements:
        yield f"- {_agreement(fact, record)}"
        yield from _evidence(fact, record, fact.what or fact.spans, "    ")
    yield ""


def _agreement(fact: AgreementFact, record: Record) -> str:
    words = f"**{FORCES[fact.force]}**"
    if fact.by:
        words += f" by {_plain(record.label(fact.by))}"
        words += f" towards {_plain(record.label(fact.to))}" if fact.to else ""
    elif fact.parties:
        words += f": {', '.join(_plain(record.label(name)) for name in fact.parties)}"
    words += f", due {fact.due}" if fact.due else ""
    words += "".join(f" ({flag})" for flag in fact.flags)
    return words + _carried(fact)


def _topics(record: Record) -> Iterator[str]:
    if record.topics:
        yield "## Discussed\n"
    for fact in record.topics:
        yield f"- {_topic(fact)}{_carried(fact)}"
        yield from _evidence(fact, record, fact.spans, "    ")
    yield ""


def _topic(fact: TopicFact) -> str:
    return ", ".join(_plain(issue.replace("-", " ")) for issue in fact.issues) or "Subject not classed"


def _people(record: Record) -> Iterator[str]:
    named = [fact for fact in record.people if fact.person.names or fact.person.known]
    if named:
        yield "## People\n"
    for fact in named:
        offices = "; ".join(_held(h.office, h.whose or h.of, h.status) for h in fact.person.offices)
        name = _plain(fact.person.label or fact.person.id)
        yield f"- {name}{': ' + offices if offices else ''}{_carried(fact)}"
        yield from _told_otherwise(fact, "    ")


def _held(office: str, of: str | None, status: str) -> str:
    words = office.replace("-", " ") + (f" of {_plain(of)}" if of else "")
    return words if status == "incumbent" else f"{words} ({status})"


def _carried(fact: Fact) -> str:
    missing = f", not read in {' '.join(fact.absent)}" if fact.absent else ""
    return f" · {' '.join(fact.sigla)}{missing}"


def _evidence(fact: Fact, record: Record, spans: Spans, indent: str) -> Iterator[str]:
    for siglum in spans:
        yield f"{indent}- {siglum}: {_plain(quoted(spans, record, siglum))}"
    yield from _told_otherwise(fact, indent)


def _told_otherwise(fact: Fact, indent: str) -> Iterator[str]:
    if fact.contradictions:
        yield f"{indent}- told otherwise: {_plain(contradictions(fact))}"


def _plain(text: str) -> str:
    """Words that Markdown leaves as they are, on one line."""
    return SIGNS.sub(r"\\\1", " ".join(text.split()))
