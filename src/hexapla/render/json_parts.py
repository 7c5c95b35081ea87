"""What the JSON forms share: a witness, an entry of the apparatus, an office, spans, scores."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from hexapla.apparatus.model import Entry, Reading
from hexapla.collation.model import Evidence, Spans
from hexapla.marks.mentions.model import Held
from hexapla.witness.model import Segment, SetAside, Span, Witness

Json = dict[str, Any]
SchemaName = Literal["collation-1", "desk-1", "testimony-1", "record-1", "movement-1"]
SCHEMAS: tuple[SchemaName, ...] = get_args(SchemaName)

# Enough to order by, few enough that the last bits of a float, which may differ from one
# processor to another, do not make two files differ.
DIGITS = 4


def schema(name: SchemaName) -> Json:
    """A published JSON Schema."""
    path = Path(__file__).parent / "schemas" / f"{name}.schema.json"
    found: Json = json.loads(path.read_text(encoding="utf-8"))
    return found


def witness_json(siglum: str, witness: Witness) -> Json:
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


def entry_json(entry: Entry) -> Json:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "loci": list(entry.loci),
        "confidence": score(entry.confidence),
        "note": entry.note,
        "readings": [_reading(reading) for reading in entry.readings],
        "absent": offsets_json(entry.absent),
        "because": because_json(entry.because),
    }


def held_json(held: Held) -> Json:
    return {
        "office": held.office,
        "of": held.of,
        "on": held.on.isoformat() if held.on else None,
        "basis": held.basis,
        "status": held.status,
    }


def _reading(reading: Reading) -> Json:
    return {
        "witnesses": list(reading.witnesses),
        "value": reading.value,
        "spans": spans_json(reading.spans),
        "gloss": reading.gloss,
    }


def because_json(because: tuple[Evidence, ...]) -> list[Json]:
    return [{"kind": e.kind, "value": e.value, "spans": spans_json(e.spans)} for e in because]


def spans_json(spans: Spans) -> dict[str, list[list[int]]]:
    return {siglum: [span_json(s) for s in own] for siglum, own in spans.items()}


def span_json(span: Span) -> list[int]:
    return [int(span.start), int(span.end)]


def offsets_json(offsets: Mapping[str, int]) -> dict[str, int]:
    return {siglum: int(offset) for siglum, offset in offsets.items()}


def score(score: float) -> float:
    return round(float(score), DIGITS)
