"""Records and movements as JSON (schemas ``record-1`` and ``movement-1``)."""

from __future__ import annotations

from collections.abc import Sequence

from hexapla.edition.model import Edition
from hexapla.record.model import (
    AgreementFact,
    Attendance,
    Chapter,
    Fact,
    MeetingFact,
    Move,
    Movement,
    PersonFact,
    Record,
    State,
    StatementFact,
    TopicFact,
)
from hexapla.render.json_parts import Json, entry_json, held_json, score, spans_json, witness_json
from hexapla.render.testimony_json import testimonies_json

RECORD = "hexapla/record/1"
MOVEMENT = "hexapla/movement/1"


def record_json(edition: Edition) -> Json:
    """A story's record, as ``hexapla record --format json`` prints it."""
    record = edition.record or Record(edition.collation.witnesses)
    named = {n for facts in _lists(record) for fact in facts for n in fact.entries}
    return {
        "schema": RECORD,
        "witnesses": [witness_json(siglum, w) for siglum, w in record.witnesses.items()],
        "record": facts_json(record),
        "apparatus": [entry_json(entry) for entry in edition.apparatus if entry.id in named],
        "testimonies": testimonies_json(edition.testimonies),
    }


def _lists(record: Record) -> tuple[Sequence[Fact], ...]:
    return (record.people, record.meetings, record.statements, record.topics, record.agreements)


def facts_json(record: Record) -> Json:
    """A record's facts; the witnesses stand elsewhere."""
    return {
        "title": record.title,
        "date": record.date.isoformat() if record.date else None,
        "people": [_fact(fact) | _person(fact) for fact in record.people],
        "meetings": [_fact(fact) | _meeting(fact) for fact in record.meetings],
        "statements": [_fact(fact) | _statement(fact) for fact in record.statements],
        "topics": [_fact(fact) | _topic(fact) for fact in record.topics],
        "agreements": [_fact(fact) | _agreement(fact) for fact in record.agreements],
        "labels": dict(record.labels),
    }


def _fact(fact: Fact) -> Json:
    """What every fact has."""
    return {
        "id": fact.id,
        "carriers": {siglum: list(ids) for siglum, ids in fact.carriers.items()},
        "absent": list(fact.absent),
        "contradictions": [
            {"field": one.field, "values": {value: list(sigla) for value, sigla in one.values.items()}}
            for one in fact.contradictions
        ],
        "spans": spans_json(fact.spans),
        "answered": spans_json(fact.answered),
        "entries": list(fact.entries),
        "confidence": score(fact.confidence),
    }


def _person(fact: PersonFact) -> Json:
    person = fact.person
    return {
        "person": person.id,
        "known": person.known,
        "wikidata": person.wikidata,
        "label": person.label or person.id,
        "names": {language: list(forms) for language, forms in person.names.items()},
        "offices": [held_json(held) for held in person.offices],
    }


def _meeting(fact: MeetingFact) -> Json:
    return {
        "kind": fact.kind,
        "form": list(fact.form),
        "place": fact.place,
        "date": fact.date,
        "parent": fact.parent,
        "relation": fact.relation,
        "host": fact.host,
        "guest": fact.guest,
        "planned": fact.planned,
        "participants": [_attendance(one) for one in fact.participants],
    }


def _attendance(one: Attendance) -> Json:
    return {
        "person": one.person,
        "name": one.name,
        "office": one.office,
        "side": one.side,
        "role": one.role,
        "carriers": list(one.carriers),
        "absent": list(one.absent),
        "spans": spans_json(one.spans),
    }


def _statement(fact: StatementFact) -> Json:
    return {
        "meeting": fact.meeting,
        "speakers": list(fact.speakers),
        "stance": fact.stance,
        "act": fact.act,
        "strength": fact.strength,
        "modes": dict(fact.modes),
        "content": spans_json(fact.content),
        "quoted": spans_json(fact.quoted),
        "issues": list(fact.issues),
        "dossier": fact.dossier,
        "targets": list(fact.targets),
        "sources": [{"name": source.name, "through": source.through} for source in fact.sources],
        "flags": list(fact.flags),
    }


def _topic(fact: TopicFact) -> Json:
    return {"meeting": fact.meeting, "issues": list(fact.issues)}


def _agreement(fact: AgreementFact) -> Json:
    return {
        "meeting": fact.meeting,
        "parties": list(fact.parties),
        "force": fact.force,
        "deed": fact.deed,
        "by": fact.by,
        "to": fact.to,
        "due": fact.due,
        "issues": list(fact.issues),
        "flags": list(fact.flags),
        "what": spans_json(fact.what),
        "paper": spans_json(fact.paper),
        "body": spans_json(fact.body),
    }


def movement_json(movement: Movement) -> Json:
    """What moved between stories, as ``hexapla compare --format json`` prints it."""
    return {
        "schema": MOVEMENT,
        "stories": [_chapter(chapter) for chapter in movement.stories],
        "moves": [_move(move) for move in movement.moves],
    }


def _chapter(chapter: Chapter) -> Json:
    return {
        "number": chapter.number,
        "title": chapter.title,
        "date": chapter.date.isoformat() if chapter.date else None,
        "witnesses": [witness_json(siglum, w) for siglum, w in chapter.record.witnesses.items()],
        "record": facts_json(chapter.record),
    }


def moves_json(movement: Movement) -> Json:
    """What moved, on a desk: the stories by their numbers."""
    return {
        "stories": [chapter.number for chapter in movement.stories],
        "moves": [_move(move) for move in movement.moves],
    }


def _move(move: Move) -> Json:
    return {
        "id": move.id,
        "kind": move.kind,
        "change": move.change,
        "subject": move.subject,
        "of": move.of,
        "label": move.label,
        "note": move.note,
        "dossier": move.dossier,
        "states": [_state(state) for state in move.states],
        "also": [_state(state) for state in move.also],
    }


def _state(state: State) -> Json:
    return {
        "story": state.story,
        "value": state.value,
        "label": state.label,
        "basis": state.basis,
        "status": state.status,
        "spans": spans_json(state.spans),
        "facts": list(state.facts),
    }
