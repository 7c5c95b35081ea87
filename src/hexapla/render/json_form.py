"""Edition and desk as JSON, exactly as the published schemas have it.

The schemas lie in ``render/schemas/`` (JSON Schema 2020-12, closed); ``schema`` reads one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from hexapla.apparatus.model import Entry, Reading
from hexapla.collation.model import Evidence, Link, Locus, Spans
from hexapla.edition.model import Desk, Edition, LeftOut, Membership
from hexapla.gloss.model import LABEL, Gloss, Piece
from hexapla.marks.mentions.model import Held, Mention, Person
from hexapla.witness.model import Segment, SetAside, Span, Witness

COLLATION = "hexapla/collation/1"
DESK = "hexapla/desk/1"

# Enough to order by, few enough that the last bits of a float, which may differ from one
# processor to another, do not make two files differ.
DIGITS = 4

Json = dict[str, Any]


def schema(name: Literal["collation-1", "desk-1"]) -> Json:
    """A published JSON Schema."""
    path = Path(__file__).parent / "schemas" / f"{name}.schema.json"
    found: Json = json.loads(path.read_text(encoding="utf-8"))
    return found


def collation_json(edition: Edition) -> Json:
    """One story, as ``hexapla collate --format json`` prints it (schema ``collation-1``)."""
    collation = edition.collation
    whole = {
        "schema": COLLATION,
        "engine": {"name": collation.engine.name, "version": collation.engine.version},
        "base": edition.base,
        "witnesses": [_witness(siglum, w) for siglum, w in collation.witnesses.items()],
        "links": [_link(link) for link in collation.links],
        "loci": [_locus(locus) for locus in collation.loci],
        "apparatus": [_entry(entry) for entry in edition.apparatus],
        "people": [_person(person, tuple(collation.witnesses)) for person in edition.people],
    }
    return whole | {"glosses": _glosses(edition)} if edition.gloss_language else whole


def desk_json(desk: Desk) -> Json:
    """Every story, as ``hexapla desk --format json`` prints it (schema ``desk-1``)."""
    return {
        "schema": DESK,
        "stories": [_story(edition) for edition in desk.stories],
        "storylines": [list(line) for line in desk.storylines],
        "left_out": [_left_out(item) for item in desk.left_out],
        "notices": list(desk.notices),
    }


def _story(edition: Edition) -> Json:
    if not edition.membership:
        return collation_json(edition)
    return collation_json(edition) | {"membership": [_membership(m) for m in edition.membership]}


def _witness(siglum: str, witness: Witness) -> Json:
    return {
        "siglum": siglum,
        "source": witness.source,
        "sha256": witness.sha256,
        "language": witness.language,
        "title": witness.title,
        "outlet": witness.outlet,
        "place": witness.place,
        "published": witness.published.isoformat() if witness.published else None,
        "text": witness.text,
        "segments": [_segment(siglum, i, s) for i, s in enumerate(witness.segments)],
        "set_aside": [_set_aside(s) for s in witness.set_aside],
    }


def _glosses(edition: Edition) -> Json:
    """The glosses of segments by segment id; those in the reader's language have none."""
    return {
        "language": edition.gloss_language,
        "label": LABEL,
        "segments": {
            segment_id(siglum, n): _gloss(one)
            for siglum, own in edition.glosses.items()
            for n, one in enumerate(own)
            if one is not None
        },
    }


def _gloss(gloss: Gloss) -> Json:
    return {"text": gloss.text, "pieces": [_piece(piece) for piece in gloss.pieces]}


def _piece(piece: Piece) -> Json:
    return {
        "start": piece.start,
        "end": piece.end,
        "word": piece.word,
        "kind": piece.kind,
        "also": list(piece.also),
        "confidence": _score(piece.confidence),
    }


def segment_id(siglum: str, index: int) -> str:
    """The published id of a segment (``A1``), from its 0-based index."""
    return f"{siglum}{index + 1}"


def _segment(siglum: str, index: int, segment: Segment) -> Json:
    return {
        "id": segment_id(siglum, index),
        "start": segment.span.start,
        "end": segment.span.end,
        "role": segment.role,
    }


def _set_aside(item: SetAside) -> Json:
    return {"start": item.span.start, "end": item.span.end, "reason": item.reason}


def _link(link: Link) -> Json:
    return {
        "a": [segment_id(link.a, i) for i in link.a_segments],
        "b": [segment_id(link.b, i) for i in link.b_segments],
        "confidence": _score(link.confidence),
        "because": _because(link.because),
    }


def _locus(locus: Locus) -> Json:
    return {"id": locus.id, "units": _spans(locus.units), "gap": _offsets(locus.gap)}


def _entry(entry: Entry) -> Json:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "loci": list(entry.loci),
        "confidence": _score(entry.confidence),
        "note": entry.note,
        "readings": [_reading(reading) for reading in entry.readings],
        "absent": _offsets(entry.absent),
        "because": _because(entry.because),
    }


def _person(person: Person, sigla: tuple[str, ...]) -> Json:
    return {
        "id": person.id,
        "known": person.known,
        "wikidata": person.wikidata,
        "names": {language: list(forms) for language, forms in person.names.items()},
        "offices": [_held(held) for held in person.offices],
        "mentions": {
            sigla[number]: [_mention(mention) for mention in found]
            for number, found in sorted(person.mentions.items())
        },
        "confidence": _score(person.confidence),
    }


def _held(held: Held) -> Json:
    return {
        "office": held.office,
        "of": held.of,
        "on": held.on.isoformat() if held.on else None,
        "basis": held.basis,
        "status": held.status,
    }


def _mention(mention: Mention) -> Json:
    return {
        "span": _span(mention.span),
        "name": _span(mention.name) if mention.name else None,
        "kind": mention.kind,
        "confidence": _score(mention.confidence),
        "because": [
            {"kind": reason.kind, "value": reason.value, "span": _span(reason.span) if reason.span else None}
            for reason in mention.because
        ],
    }


def _reading(reading: Reading) -> Json:
    return {
        "witnesses": list(reading.witnesses),
        "value": reading.value,
        "spans": _spans(reading.spans),
        "gloss": reading.gloss,
    }


def _because(because: tuple[Evidence, ...]) -> list[Json]:
    return [{"kind": e.kind, "value": e.value, "spans": _spans(e.spans)} for e in because]


def _spans(spans: Spans) -> dict[str, list[list[int]]]:
    return {siglum: [_span(s) for s in own] for siglum, own in spans.items()}


def _span(span: Span) -> list[int]:
    return [int(span.start), int(span.end)]


def _offsets(offsets: Mapping[str, int]) -> dict[str, int]:
    return {siglum: int(offset) for siglum, offset in offsets.items()}


def _score(score: float) -> float:
    return round(float(score), DIGITS)


def _membership(membership: Membership) -> Json:
    return {
        "siglum": membership.siglum,
        "reason": membership.reason,
        "confidence": _score(membership.confidence),
    }


def _left_out(item: LeftOut) -> Json:
    return {"source": item.source, "what": item.what, "means": item.means, "todo": item.todo}
