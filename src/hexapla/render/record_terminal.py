"""Testimony, record and movement on a terminal: what took place, who said what, with the words as written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from hexapla import lang
from hexapla.record.model import Movement, Record
from hexapla.render.bidi import direction, plain
from hexapla.render.lines import from_right, write_line, write_rule, write_words
from hexapla.render.movement_view import MovementView, MoveView, StateView, movement_view
from hexapla.render.record_parts import Claim, MeetingView, RecordView, Side, StatementView
from hexapla.render.record_view import NO_ISSUE, issue_words, record_view, speaker
from hexapla.render.testimony_view import (
    FLAGS,
    FORCES,
    Label,
    duty,
    labelled,
    meeting_facts,
    meeting_title,
    participant,
    position,
    source,
)
from hexapla.render.told import Texts
from hexapla.testimony.model import Agreement, Meeting, Statement, Testimony, Topic

if TYPE_CHECKING:
    from rich.console import Console

    from hexapla.witness.model import Span, Witness


def print_testimonies(
    testimonies: Mapping[str, Testimony] | Iterable[tuple[str, Testimony]],
    console: Console,
    *,
    limit: int | None = None,
) -> None:
    """Print what each witness says took place, by siglum.

    Parameters
    ----------
    testimonies:
        Each witness's testimony with its siglum.
    console:
        Where to print; its width and colours are respected.
    limit:
        At most this many of each kind a witness, with a line saying how many more there are;
        all of them if ``None``.
    """
    for number, (siglum, testimony) in enumerate(dict(testimonies).items()):
        if number:
            console.print()
        _Telling(siglum, testimony, console, limit).print()


def print_record(record: Record, console: Console, *, limit: int | None = None) -> None:
    """Print the record of a story: each fact with the witnesses in which it was read, and their words."""
    write_rule("Record", console)
    for siglum, witness in record.witnesses.items():
        _print_witness(siglum, witness, console)
    view = record_view(record, _texts(record, "s1"))
    if view.empty:
        write_line(console, "No meeting, position or agreement was read.", before=1)
    _print_meetings(view, console, limit)
    _print_topics(view, console, limit)
    _print_positions(view, console, limit)
    _print_quotations(view, console, limit)
    _print_agreements(view, console, limit)


def print_movement(movement: Movement, console: Console, *, limit: int | None = None) -> None:
    """Print what moved between the stories of an affair, each with how it stands in each story."""
    texts = {c.number: _texts(c.record, f"s{n}") for n, c in enumerate(movement.stories, 1)}
    view = movement_view(movement, texts)
    write_rule("What moved", console)
    for chapter in view.chapters:
        write_line(
            console, f"Story {chapter.number}  {chapter.day or 'day not told'}  {plain(chapter.title)}"
        )
    if not view.moved:
        write_line(console, "Nothing was read to have moved.", before=1)
    for group in view.groups:
        if group.moved:
            write_line(console, group.head, style="bold", before=1)
        for move in group.moved[:limit]:
            _print_move(move, view, console)
        _print_more(len(group.moved), limit, console)
    stays = [move for group in view.groups for move in group.stays]
    if stays:
        write_line(console, "What stays", style="bold", before=1)
    for move in stays[:limit]:
        write_line(console, plain(move.note), indent=2)
    _print_more(len(stays), limit, console)


def _texts(record: Record, key: str) -> Texts:
    return Texts(key, record.witnesses, {})


def _print_more(count: int, limit: int | None, console: Console) -> None:
    if limit is not None and count > limit:
        write_line(console, f"… and {count - limit} more.", style="dim", indent=2)


def _print_move(move: MoveView, view: MovementView, console: Console) -> None:
    write_line(console, f"{move.change}: {plain(move.note)}", indent=2)
    for chapter, states in zip(view.chapters, move.states, strict=True):
        for state in states:
            _print_state(f"story {chapter.number}", state, console)


def _print_state(story: str, state: StateView, console: Console) -> None:
    note = f" ({state.note})" if state.note else ""
    write_line(console, f"{story}: {plain(state.label)}{note}", style="dim", indent=4)
    for told in state.told:
        _print_words(told.siglum, told.words, told.direction, console, indent=6)


def _print_witness(siglum: str, witness: Witness, console: Console) -> None:
    name = lang.load(witness.language).name if lang.known(witness.language) else witness.language
    day = witness.published.isoformat() if witness.published else None
    facts = " · ".join(plain(f) for f in (witness.outlet, name, witness.place, day) if f)
    write_line(console, f"{siglum}  {facts}", style="bold")
    if witness.title:
        write_words(console, plain(witness.title), direction(witness.language), indent=3)


def _print_words(siglum: str, words: str, way: str, console: Console, *, indent: int) -> None:
    """Words of a witness; its siglum before them, or above them if they run from the right."""
    words = plain(words)
    if siglum and not from_right(way, words):
        words = f"{siglum}  {words}"
    elif siglum:
        write_line(console, siglum, style="dim", indent=indent)
        indent += 2
    write_words(console, words, way, indent=indent)


def _print_claim(claim: Claim, console: Console, *, indent: int = 4) -> None:
    """The words of a fact by version, where it was not read, how versions contradict."""
    for difference in claim.differences:
        values = "; ".join(f"{value} in {', '.join(sigla)}" for value, sigla in difference.values)
        write_line(console, f"differ on {plain(difference.what)}: {plain(values)}", indent=indent)
    for told in claim.told:
        _print_words(told.siglum, told.words, told.direction, console, indent=indent)
    if claim.absent:
        write_line(console, f"not read in {', '.join(claim.absent)}", style="dim", indent=indent)


def _print_meetings(view: RecordView, console: Console, limit: int | None) -> None:
    if view.meetings:
        write_line(console, "Meetings", style="bold", before=1)
    for meeting in view.meetings[:limit]:
        write_line(console, f"{meeting.number}  {_meeting_head(meeting)}", indent=2)
        for side in meeting.sides:
            write_line(console, plain(_side(side)), indent=5)
        _print_claim(meeting.claim, console, indent=5)
    _print_more(len(view.meetings), limit, console)


def _meeting_head(meeting: MeetingView) -> str:
    parts = [meeting.title + (", planned" if meeting.planned else "")]
    if meeting.parent:
        parts.append(f"{'beside' if meeting.beside else 'in the course of'} meeting {meeting.parent}")
    parts += [meeting.when or "day not told", plain(meeting.where or "place not told")]
    return " · ".join(parts)


def _side(side: Side) -> str:
    head = side.label + (f" ({side.standing})" if side.standing else "")
    seats = []
    for seat in side.seats:
        words = ", ".join(part for part in (seat.name, seat.post, seat.role) if part)
        seats.append(words + (f" (in {', '.join(seat.sigla)})" if seat.sigla else ""))
    return f"{head}: {'; '.join(seats)}" if seats else head


def _print_topics(view: RecordView, console: Console, limit: int | None) -> None:
    if view.topics:
        write_line(console, "Discussed", style="bold", before=1)
    for topic in view.topics[:limit]:
        write_line(console, topic.issues or NO_ISSUE, indent=2)
        _print_claim(topic.claim, console)
    _print_more(len(view.topics), limit, console)


def _print_positions(view: RecordView, console: Console, limit: int | None) -> None:
    if view.issues:
        write_line(console, "Who said what", style="bold", before=1)
    left = len(view.statements) if limit is None else limit
    for group in view.issues:
        if left > 0:
            write_line(console, f"{group.dossier} · {group.issue}", style="bold", indent=2)
        for statement in group.statements[: max(left, 0)]:
            _print_statement(statement, console)
        left -= len(group.statements)
    _print_more(len(view.statements), limit, console)


def _print_statement(said: StatementView, console: Console) -> None:
    parts = [said.stance or "told in different ways", said.act, *said.sense]
    if said.towards:
        parts.append(f"towards {', '.join(said.towards)}")
    words = ", ".join(plain(part) for part in parts if part)
    write_line(console, f"{plain(said.speaker)}: {words}", indent=4)
    for link in said.sources:
        write_line(console, f"source: {plain(link)}", style="dim", indent=6)
    _print_claim(said.claim, console, indent=6)


def _print_quotations(view: RecordView, console: Console, limit: int | None) -> None:
    if view.quotations:
        write_line(console, "Quotations", style="bold", before=1)
    for quotation in view.quotations[:limit]:
        write_line(console, plain(quotation.speaker), indent=2)
        for version in quotation.versions:
            write_line(console, f"{version.siglum}: {version.how}", style="dim", indent=4)
            if version.told:
                _print_words("", version.told.words, version.told.direction, console, indent=6)
    _print_more(len(view.quotations), limit, console)


def _print_agreements(view: RecordView, console: Console, limit: int | None) -> None:
    if view.agreements:
        write_line(console, "Agreements and undertakings", style="bold", before=1)
    for agreed in view.agreements[:limit]:
        due = f"due: {agreed.due or 'not told'}"
        parts = [agreed.force, due, *agreed.sense, *agreed.issues]
        write_line(console, f"{plain(agreed.who or 'parties not told')}: {', '.join(parts)}", indent=2)
        _print_claim(agreed.claim, console)
    _print_more(len(view.agreements), limit, console)


class _Telling:
    """One witness's testimony, printed."""

    def __init__(self, siglum: str, testimony: Testimony, console: Console, limit: int | None) -> None:
        self.siglum, self.testimony, self.console, self.limit = siglum, testimony, console, limit
        self.witness = testimony.witness
        self.label: Label = labelled(testimony.labels)
        self.texts = Texts("s1", {siglum: self.witness}, {})

    def print(self) -> None:
        told = self.testimony
        _print_witness(self.siglum, self.witness, self.console)
        if not (told.meetings or told.statements or told.topics or told.agreements):
            self.line("No meeting, position or agreement was read.", 3)
        if self.head("Meetings", told.meetings):
            for meeting in told.meetings[: self.limit]:
                self.meeting(meeting)
            _print_more(len(told.meetings), self.limit, self.console)
        if self.head("Who said what", told.statements):
            for statement in told.statements[: self.limit]:
                self.statement(statement)
            _print_more(len(told.statements), self.limit, self.console)
        if self.head("Agreements and undertakings", told.agreements):
            for agreement in told.agreements[: self.limit]:
                self.agreement(agreement)
            _print_more(len(told.agreements), self.limit, self.console)
        if self.head("Discussed", told.topics):
            for topic in told.topics[: self.limit]:
                self.topic(topic)
            _print_more(len(told.topics), self.limit, self.console)

    def head(self, words: str, some: Sequence[object]) -> bool:
        if some:
            write_line(self.console, words, style="bold", indent=3, before=1)
        return bool(some)

    def line(self, words: str, indent: int, style: str = "") -> None:
        write_line(self.console, plain(words), indent=indent, style=style)

    def words(self, spans: Iterable[Span], indent: int) -> None:
        told = self.texts.told(self.siglum, spans)
        if told:
            _print_words("", told.words, told.direction, self.console, indent=indent)

    def meeting(self, meeting: Meeting) -> None:
        title = meeting_title(meeting.kind, meeting.form, planned=meeting.planned)
        if meeting.parent:
            relation = "beside" if meeting.relation == "margins" else "in the course of"
            title += f", {relation} meeting {meeting.parent}"
        self.line(" · ".join((f"{meeting.id}  {title}", *meeting_facts(meeting, self.label))), 5)
        for seat in meeting.participants:
            name = self.label(seat.person) if seat.person else seat.name
            side = self.label(seat.side) if seat.side else None
            role = f" ({seat.role})" if seat.role else ""
            self.line(f"– {participant(name, seat.office, side)}{role}", 8)
        self.words(meeting.spans, 8)

    def statement(self, said: Statement) -> None:
        issues = ", ".join(issue_words(issue) for issue in said.issues)
        head = [speaker(said.speakers, self.label), f"“{said.cue}”" if said.cue else said.act]
        head += [position(said), issues or NO_ISSUE]
        self.line(f"{said.id}  {' · '.join(head)}", 5)
        for link in said.sources:
            self.line(f"source: {source(link)}", 8, "dim")
        self.words(said.content or said.spans, 8)

    def agreement(self, agreed: Agreement) -> None:
        flags = "".join(f", {FLAGS[flag]}" for flag in agreed.flags)
        who = duty(agreed, self.label) or "parties not told"
        self.line(f"{agreed.id}  {FORCES[agreed.force]} · {who}{flags}", 5)
        self.words(agreed.what or agreed.spans, 8)

    def topic(self, topic: Topic) -> None:
        self.line(", ".join(issue_words(issue) for issue in topic.issues) or NO_ISSUE, 5)
        self.words(topic.spans, 8)
