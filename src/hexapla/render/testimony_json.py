"""Testimonies as JSON, as ``hexapla read --format json`` prints them (schema ``testimony-1``)."""

from __future__ import annotations

from collections.abc import Mapping

from hexapla.marks.mentions.model import Because, Person
from hexapla.render.json_parts import Json, held_json, score, span_json
from hexapla.testimony.model import (
    Agreement,
    Meeting,
    Participant,
    Reason,
    Source,
    Statement,
    Testimony,
    Topic,
)
from hexapla.witness.model import Span, Witness


def testimonies_json(testimonies: Mapping[str, Testimony]) -> list[Json]:
    """What each witness says took place, by siglum."""
    return [testimony_json(siglum, testimony) for siglum, testimony in testimonies.items()]


def testimony_json(siglum: str, testimony: Testimony) -> Json:
    """What one witness says took place. The keys of the contract come first in each object."""
    return {
        "witness": _witness(siglum, testimony.witness),
        "people": [_person(person) for person in testimony.people],
        "meetings": [_meeting(meeting) for meeting in testimony.meetings],
        "statements": [_statement(statement) for statement in testimony.statements],
        "topics": [_topic(topic) for topic in testimony.topics],
        "agreements": [_agreement(agreement) for agreement in testimony.agreements],
        "labels": dict(sorted(testimony.labels.items())),
    }


def _witness(siglum: str, witness: Witness) -> Json:
    return {
        "siglum": siglum,
        "language": witness.language,
        "text": witness.text,
        "source": witness.source,
        "sha256": witness.sha256,
        "title": witness.title,
        "outlet": witness.outlet,
        "place": witness.place,
        "published": witness.published.isoformat() if witness.published else None,
    }


def _person(person: Person) -> Json:
    spans = sorted({mention.span for found in person.mentions.values() for mention in found})
    return {
        "id": person.id,
        "wikidata": person.wikidata,
        "names": {language: forms[0] for language, forms in person.names.items() if forms},
        "mentions": [span_json(span) for span in spans],
        "confidence": score(person.confidence),
        "offices": [held_json(held) for held in person.offices],
        "because": [_reason(reason) for reason in person.because],
        "known": person.known,
        "label": person.label or person.id,
    }


def _meeting(meeting: Meeting) -> Json:
    return {
        "id": meeting.id,
        "kind": meeting.kind,
        "form": list(meeting.form),
        "place": meeting.place,
        "date": meeting.date,
        "parent": meeting.parent,
        "relation": meeting.relation,
        "host": meeting.host,
        "participants": [_participant(one) for one in meeting.participants],
        "spans": _spans(meeting.spans),
        "confidence": score(meeting.confidence),
        "guest": meeting.guest,
        "planned": meeting.planned,
        "because": [_reason(reason) for reason in meeting.because],
    }


def _participant(one: Participant) -> Json:
    return {
        "person": one.person,
        "name": one.name,
        "office": one.office,
        "side": one.side,
        "role": one.role,
        "span": span_json(one.span) if one.span else None,
    }


def _statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        "meeting": statement.meeting,
        "speakers": list(statement.speakers),
        "mode": statement.mode,
        "cue": statement.cue,
        "spans": _spans(statement.spans),
        "quoted": _spans(statement.quoted),
        "issues": list(statement.issues),
        "dossier": statement.dossier,
        "stance": statement.stance,
        "targets": list(statement.targets),
        "sources": [_source(source) for source in statement.sources],
        "flags": list(statement.flags),
        "confidence": score(statement.confidence),
        "content": _spans(statement.content),
        "act": statement.act,
        "strength": statement.strength,
        "cue_span": span_json(statement.cue_span) if statement.cue_span else None,
        "because": [_reason(reason) for reason in statement.because],
    }


def _source(source: Source) -> Json:
    return {
        "name": source.name,
        "through": source.through,
        "span": span_json(source.span) if source.span else None,
    }


def _topic(topic: Topic) -> Json:
    return {"meeting": topic.meeting, "issues": list(topic.issues), "spans": _spans(topic.spans)}


def _agreement(agreement: Agreement) -> Json:
    return {
        "id": agreement.id,
        "parties": list(agreement.parties),
        "force": agreement.force,
        "by": agreement.by,
        "to": agreement.to,
        "due": agreement.due,
        "spans": _spans(agreement.spans),
        "deed": agreement.deed,
        "what": _spans(agreement.what),
        "paper": span_json(agreement.paper) if agreement.paper else None,
        "body": span_json(agreement.body) if agreement.body else None,
        "meeting": agreement.meeting,
        "issues": list(agreement.issues),
        "flags": list(agreement.flags),
        "confidence": score(agreement.confidence),
        "because": [_reason(reason) for reason in agreement.because],
    }


def _reason(reason: Reason | Because) -> Json:
    return {
        "kind": reason.kind,
        "value": reason.value,
        "span": span_json(reason.span) if reason.span else None,
    }


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [span_json(span) for span in spans]
