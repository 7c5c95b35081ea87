"""FollowTheMoney entities (opensanctions/followthemoney), as JSON lines: read as claims, and written.

A tenure is an ``Occupancy`` of a ``Position`` by a ``Person``; a position is one of a party,
written as a ``PublicBody`` (a state, a body, an agency) or an ``Organization`` (a group, an outlet).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from hexapla.errors import DataError
from hexapla.lang import USUAL
from hexapla.parties.claims import Claim, day, entity
from hexapla.parties.loading import Parties
from hexapla.parties.model import Cells, Party, Person, Tenure

Entity = dict[str, Any]
SCHEMATA = {"state": "PublicBody", "body": "PublicBody", "agency": "PublicBody"}
GENDERS = {"m": "male", "f": "female"}


def claims_of_entities(text: str, name: str) -> Iterator[Claim]:
    """The claims of entities, one a line.

    Raises
    ------
    DataError
        A line is no entity: file, line, reason.
    """
    entities: dict[str, tuple[int, Entity]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            found = _entity(line, f"{name}:{number}")
            entities[str(found["id"])] = (number, found)
    for number, found in entities.values():
        if found["schema"] == "Occupancy":
            yield _claim(found, entities, f"{name}:{number}")


def _entity(line: str, where: str) -> Entity:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise _unread(where, f"it is not JSON ({error})") from error
    if not isinstance(found, dict) or not {"id", "schema", "properties"} <= found.keys():
        raise _unread(where, "it has not id, schema and properties")
    if not isinstance(found["properties"], dict):
        raise _unread(where, "its properties are no mapping")
    return found


def _unread(where: str, why: str) -> DataError:
    return DataError(
        f"{where}: this is no FollowTheMoney entity: {why}.",
        "The file cannot be used.",
        "Write one entity a line, as `ftm` and `alephclient` do.",
    )


def _claim(occupancy: Entity, entities: dict[str, tuple[int, Entity]], where: str) -> Claim:
    holder = entities.get(_first(occupancy, "holder"), (0, {}))[1]
    post = entities.get(_first(occupancy, "post"), (0, {}))[1]
    body = entities.get(_first(post, "organization"), (0, {}))[1]
    gender = {long: short for short, long in GENDERS.items()}.get(_first(holder, "gender"))
    return Claim(
        where,
        {USUAL: _first(holder, "name")},
        _first(post, "name"),
        day(_first(occupancy, "startDate")),
        day(_first(occupancy, "endDate")),
        entity(_first(holder, "wikidataId")) or entity(str(holder.get("id", ""))),
        gender,
        _first(body, "wikidataId") or _first(post, "country") or None,
    )


def _first(found: Entity, name: str) -> str:
    """A property's first value, or an empty text."""
    values = found.get("properties", {}).get(name) or [""]
    value = values[0] if isinstance(values, list) else values
    return str(value.get("id", "") if isinstance(value, dict) else value)


def entities_of(parties: Parties) -> Iterator[Entity]:
    """Everyone who held an office, the offices and their parties, as entities."""
    seen: set[str] = set()
    for party in parties:
        tenures = parties.tenures(party.id)
        if tenures:
            yield _party(party)
        for tenure in tenures:
            post = _position(parties, party, tenure.office)
            fresh = [e for e in (post, _person(parties.person(tenure.person))) if e["id"] not in seen]
            seen.update(e["id"] for e in fresh)
            yield from fresh
            yield _occupancy(tenure, post["id"], party)


def _made(schema: str, key: str, **properties: Iterable[str | None]) -> Entity:
    kept = {name: [v for v in values if v] for name, values in properties.items()}
    return {"id": key, "schema": schema, "properties": {name: v for name, v in kept.items() if v}}


def _named(cells: Cells) -> dict[str, list[str]]:
    """The usual name, and every other as alias."""
    all_names = [
        name for _, names in sorted(cells.items(), key=lambda c: (c[0] != USUAL, c[0])) for name in names
    ]
    distinct = list(dict.fromkeys(all_names))
    return {"name": distinct[:1], "alias": distinct[1:]}


def _country(party: Party) -> list[str | None]:
    return [(party.id if party.kind == "state" else party.of or "").lower() or None]


def _party(party: Party) -> Entity:
    schema = SCHEMATA.get(party.kind, "Organization")
    key = f"hexapla-party-{party.id}"
    return _made(schema, key, **_named(party.names), wikidataId=[party.wikidata], country=_country(party))


def _person(person: Person) -> Entity:
    return _made(
        "Person",
        f"hexapla-person-{person.id}",
        **_named(person.names),
        gender=[GENDERS.get(person.gender or "")],
        wikidataId=[person.wikidata],
    )


def _position(parties: Parties, party: Party, office: str) -> Entity:
    words = parties.office(office).names.get(USUAL, (office,))[0]
    whose = party.names.get(USUAL, (party.id,))[0]
    return _made(
        "Position",
        f"hexapla-position-{party.id}-{office}",
        name=[f"{words} of {whose}"],
        organization=[f"hexapla-party-{party.id}"],
        country=_country(party),
    )


def _occupancy(tenure: Tenure, post: str, party: Party) -> Entity:
    """An open tenure is not called current: it was held on the day the file is of, and no more is known."""
    still = [] if tenure.latest or not party.as_of else [f"held on {party.as_of.isoformat()}"]
    status = [] if tenure.status == "incumbent" else [tenure.status]
    start = tenure.since or ""
    return _made(
        "Occupancy",
        f"hexapla-occupancy-{party.id}-{tenure.office}-{tenure.person}-{start or 'early'}",
        holder=[f"hexapla-person-{tenure.person}"],
        post=[post],
        startDate=[start],
        endDate=[tenure.until],
        status=["ended" if tenure.until else "unknown"],
        summary=[*status, *still],
        description=[tenure.note],
    )
