"""What the page is given of a record: meetings, positions by issue, quotations, agreements, each with its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hexapla.collation.model import Spans
from hexapla.lang import USUAL
from hexapla.record.model import (
    AgreementFact,
    Attendance,
    Fact,
    MeetingFact,
    Record,
    StatementFact,
    TopicFact,
)
from hexapla.render.record_parts import (
    AgreementView,
    Claim,
    Difference,
    IssueView,
    MeetingView,
    QuotationView,
    RecordView,
    Seat,
    Side,
    StatementView,
    TopicView,
    Version,
)
from hexapla.render.testimony_view import (
    FIELDS,
    FLAGS,
    FORCES,
    Label,
    capital,
    day,
    labelled,
    meeting_title,
    source,
    undertaking,
    words_of,
)
from hexapla.render.told import Texts
from hexapla.testimony.issues import by_id
from hexapla.testimony.model import DOSSIERS

NO_ISSUE = "no issue of the vocabulary"
NOBODY = "speaker not told"
# A meeting is told of again and again; of the places that tell it so many are quoted, all are lit.
MOST_TELLINGS = 2
# The fields of a contradiction whose values are ids of people, sides or bodies.
OF_PARTIES = frozenset({"speakers", "host", "guest", "by", "to", "parties", "targets", "participants"})
# A quotation this much shorter than the longest of the same words is said to be shorter: below it versions
# of one sentence in two languages hardly ever fall when they are whole.
SHORTER = 0.6
# A wide character (a Chinese one) tells about as much as this many narrow ones, an Arabic letter, whose
# short vowels are not written, as this many.
WIDE, VOWELLESS = 3.0, 1.25


@dataclass(frozen=True)
class _Maker:
    """What every part of a record's view needs."""

    record: Record
    texts: Texts

    @property
    def label(self) -> Label:
        return labelled(self.record.labels)


def record_view(record: Record, texts: Texts) -> RecordView:
    """A record as shown on a page that shows these texts."""
    using = _Maker(record, texts)
    return RecordView(
        texts.key,
        tuple(record.witnesses),
        tuple(_meeting(m, using) for m in record.meetings),
        tuple(_by_issue(record.statements, using)),
        tuple(_quotation(s, using) for s in record.statements if any(s.quoted.values())),
        tuple(_agreement(a, using) for a in record.agreements),
        tuple(_topic(t, using) for t in record.topics),
    )


def _claim(
    fact: Fact, what: str, using: _Maker, words: Spans | None = None, most: int | None = None
) -> Claim:
    """What a fact shows; ``words`` are the telling ones, where not all of its own are."""
    spans = {s: (words or {}).get(s) or places for s, places in fact.spans.items()}
    differences = tuple(_difference(c.field, c.values, using.label) for c in fact.contradictions)
    return Claim(
        f"{using.texts.key}-{what}-{fact.id}",
        using.texts.every(spans, most),
        tuple(fact.absent),
        using.texts.every(fact.answered),
        differences,
        using.texts.places(spans),
    )


def _difference(field: str, values: Mapping[str, tuple[str, ...]], label: Label) -> Difference:
    shown = tuple((_value(field, value, label), tuple(sigla)) for value, sigla in values.items())
    return Difference(FIELDS.get(field, words_of(field.replace("_", "-"))), shown)


def _value(field: str, value: str, label: Label) -> str:
    if not value:
        return "none"
    if field in OF_PARTIES:
        return ", ".join(label(name) for name in value.split())
    if field in ("date", "due"):
        return day(value) or value
    return words_of(value) if value.islower() else value


def _title(number: int | None, using: _Maker) -> str | None:
    """How a meeting is called, where one is pointed at."""
    found = next((m for m in using.record.meetings if m.id == number), None)
    return meeting_title(found.kind, found.form) if found else None


def _meeting(fact: MeetingFact, using: _Maker) -> MeetingView:
    return MeetingView(
        _claim(fact, "met", using, most=MOST_TELLINGS),
        fact.id,
        meeting_title(fact.kind, fact.form),
        fact.planned,
        day(fact.date),
        fact.place,
        fact.parent,
        fact.relation == "margins",
        tuple(_sides(fact, using.label)),
        fact.sigla,
    )


def _sides(fact: MeetingFact, label: Label) -> Iterator[Side]:
    seats: dict[str | None, list[Attendance]] = {}
    for seat in fact.participants:
        seats.setdefault(seat.side, []).append(seat)
    for side in (fact.host, fact.guest):
        if side and side not in seats:
            seats[side] = []
    for side in sorted(seats, key=lambda s: s is None):
        standing = "host" if side and side == fact.host else "guest" if side and side == fact.guest else None
        named = tuple(_seat(s, label) for s in seats[side] if s.person or s.name or s.office)
        yield Side(label(side) if side else "side not told", standing, named)


def _seat(seat: Attendance, label: Label) -> Seat:
    name = label(seat.person) if seat.person else seat.name
    role = "delegation" if seat.role == "delegation" else None
    return Seat(
        name, words_of(seat.office) if seat.office else None, role, seat.carriers if seat.absent else ()
    )


def _by_issue(facts: Sequence[StatementFact], using: _Maker) -> Iterator[IssueView]:
    """Positions grouped by dossier, in their usual order, and by the issue that each is mainly about."""
    groups: dict[tuple[str, str], list[StatementView]] = {}
    for fact in facts:
        key = (fact.dossier or "", fact.issues[0] if fact.issues else "")
        groups.setdefault(key, []).append(_statement(fact, using))
    order: dict[str, int] = {dossier: number for number, dossier in enumerate(DOSSIERS)}
    seen: set[str] = set()
    for dossier, issue in sorted(groups, key=lambda k: (order.get(k[0], len(order)), not k[1])):
        head = capital(dossier) or "No dossier"
        yield IssueView(
            head, issue_words(issue) if issue else NO_ISSUE, head not in seen, tuple(groups[dossier, issue])
        )
        seen.add(head)


def issue_words(issue: str) -> str:
    """An issue as a reader knows it."""
    known = by_id().get(issue)
    return known.label[USUAL] if known else words_of(issue)


def speaker(names: Iterable[str], label: Label) -> str:
    """Who speaks, as shown."""
    return ", ".join(label(name) for name in names) or NOBODY


def _statement(fact: StatementFact, using: _Maker) -> StatementView:
    label = using.label
    return StatementView(
        _claim(fact, "said", using, fact.content),
        speaker(fact.speakers, label),
        fact.stance,
        words_of(fact.act) if fact.act else None,
        fact.strength,
        tuple(FLAGS[flag] for flag in fact.flags),
        tuple(label(target) for target in fact.targets),
        tuple(source(link) for link in fact.sources),
        tuple(issue_words(issue) for issue in fact.issues[1:]),
        _title(fact.meeting, using),
    )


def _quotation(fact: StatementFact, using: _Maker) -> QuotationView:
    quoted = {s: spans for s, spans in fact.quoted.items() if spans}
    words = {s: quoted.get(s) or fact.content.get(s) or spans for s, spans in fact.spans.items()}
    claim = _claim(fact, "quoted", using, words)
    lengths = {t.siglum: _length(t.words) for t in claim.told if t.siglum in quoted}
    longest = max(lengths.values(), default=0.0)
    told = {t.siglum: t for t in claim.told}
    versions = tuple(Version(s, _how(fact, s, lengths, longest), told.get(s)) for s in using.record.witnesses)
    return QuotationView(claim, speaker(fact.speakers, using.label), versions)


def _how(fact: StatementFact, siglum: str, lengths: Mapping[str, float], longest: float) -> str:
    if siglum not in fact.carriers:
        return "not read here"
    if siglum not in lengths:
        return "reported speech"
    how = "quoted in part" if fact.modes.get(siglum) == "mixed" else "quoted"
    return f"{how}, shorter" if lengths[siglum] < SHORTER * longest else how


def _length(words: str) -> float:
    """How much words tell, measured by their letters, whatever the script."""
    from unicodedata import bidirectional, east_asian_width

    return sum(
        WIDE if east_asian_width(c) == "W" else VOWELLESS if bidirectional(c) == "AL" else 1.0
        for c in words
        if c.isalnum()
    )


def _agreement(fact: AgreementFact, using: _Maker) -> AgreementView:
    return AgreementView(
        _claim(fact, "agreed", using, fact.what),
        FORCES[fact.force] if fact.force else "told in different ways",
        tuple(FLAGS[flag] for flag in fact.flags),
        undertaking(fact.by, fact.to, fact.parties, using.label),
        day(fact.due),
        tuple(issue_words(issue) for issue in fact.issues),
    )


def _topic(fact: TopicFact, using: _Maker) -> TopicView:
    issues = ", ".join(issue_words(issue) for issue in fact.issues)
    return TopicView(_claim(fact, "topic", using), issues, _title(fact.meeting, using))
