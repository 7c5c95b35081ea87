"""Edition and desk as JSON, exactly as the published schemas have it.

The schemas lie in ``render/schemas/`` (JSON Schema 2020-12, closed); ``schema`` reads one.
"""

from __future__ import annotations

from hexapla.collation.model import Link, Locus
from hexapla.edition.model import Desk, Edition, LeftOut, Membership
from hexapla.gloss.model import LABEL, Gloss, Piece
from hexapla.marks.mentions.model import Mention, Person
from hexapla.render.json_parts import (
    Json,
    because_json,
    entry_json,
    held_json,
    offsets_json,
    schema,
    score,
    segment_id,
    span_json,
    spans_json,
    witness_json,
)
from hexapla.render.record_json import facts_json, moves_json

__all__ = ["COLLATION", "DESK", "collation_json", "desk_json", "schema", "segment_id"]

COLLATION = "hexapla/collation/1"
DESK = "hexapla/desk/1"


def collation_json(edition: Edition) -> Json:
    """One story, as ``hexapla collate --format json`` prints it (schema ``collation-1``)."""
    collation = edition.collation
    whole = {
        "schema": COLLATION,
        "engine": {"name": collation.engine.name, "version": collation.engine.version},
        "base": edition.base,
        "witnesses": [witness_json(siglum, w) for siglum, w in collation.witnesses.items()],
        "links": [_link(link) for link in collation.links],
        "loci": [_locus(locus) for locus in collation.loci],
        "apparatus": [entry_json(entry) for entry in edition.apparatus],
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
        "movements": [moves_json(movement) for movement in desk.movements],
    }


def _story(edition: Edition) -> Json:
    whole = collation_json(edition)
    if edition.membership:
        whole["membership"] = [_membership(m) for m in edition.membership]
    return whole | {"record": facts_json(edition.record)} if edition.record else whole


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
        "confidence": score(piece.confidence),
    }


def _link(link: Link) -> Json:
    return {
        "a": [segment_id(link.a, i) for i in link.a_segments],
        "b": [segment_id(link.b, i) for i in link.b_segments],
        "confidence": score(link.confidence),
        "because": because_json(link.because),
    }


def _locus(locus: Locus) -> Json:
    return {"id": locus.id, "units": spans_json(locus.units), "gap": offsets_json(locus.gap)}


def _person(person: Person, sigla: tuple[str, ...]) -> Json:
    return {
        "id": person.id,
        "known": person.known,
        "wikidata": person.wikidata,
        "names": {language: list(forms) for language, forms in person.names.items()},
        "offices": [held_json(held) for held in person.offices],
        "mentions": {
            sigla[number]: [_mention(mention) for mention in found]
            for number, found in sorted(person.mentions.items())
        },
        "confidence": score(person.confidence),
    }


def _mention(mention: Mention) -> Json:
    return {
        "span": span_json(mention.span),
        "name": span_json(mention.name) if mention.name else None,
        "kind": mention.kind,
        "confidence": score(mention.confidence),
        "because": [
            {
                "kind": reason.kind,
                "value": reason.value,
                "span": span_json(reason.span) if reason.span else None,
            }
            for reason in mention.because
        ],
    }


def _membership(membership: Membership) -> Json:
    return {
        "siglum": membership.siglum,
        "reason": membership.reason,
        "confidence": score(membership.confidence),
    }


def _left_out(item: LeftOut) -> Json:
    return {"source": item.source, "what": item.what, "means": item.means, "todo": item.todo}
