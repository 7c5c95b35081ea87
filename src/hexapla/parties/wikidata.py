"""Results of Wikidata queries for positions held, read as claims: CSV, and JSON in both its forms.

Columns go by the names that queries usually give them: ``person`` or ``item`` (an address or id),
``personLabel`` or ``name`` (``personLabel_ar`` for another language), ``position`` or
``positionLabel``, ``start``, ``end``, ``startPrecision``, ``endPrecision``, ``country`` or ``of``,
``gender``.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from hexapla.errors import DataError
from hexapla.lang import USUAL, known
from hexapla.parties.claims import Claim, day, entity

# Our names → columns of query results, folded to letters, the surest first.
COLUMNS = {
    "wikidata": ("personid", "itemid", "qid", "wikidata", "person", "item", "officeholder", "holder"),
    "name": ("personlabel", "itemlabel", "name", "officeholderlabel", "holderlabel", "person", "item"),
    "position": ("positionlabel", "officelabel", "postlabel", "position", "office", "post"),
    "start": ("start", "starttime", "startdate", "from", "since"),
    "end": ("end", "endtime", "enddate", "to", "until"),
    "start_precision": ("startprecision", "starttimeprecision"),
    "end_precision": ("endprecision", "endtimeprecision"),
    "of": ("of", "country", "jurisdiction", "state", "countrylabel", "jurisdictionlabel", "organization"),
    "gender": ("gender", "genderlabel", "sex", "sexlabel"),
}
OTHER_LANGUAGE = re.compile(
    r"(?:person|item)?_?(?:label|name)[_@.-]?(?P<language>[A-Za-z]{2})", re.IGNORECASE
)
GENDERS = {"male": "m", "m": "m", "Q6581097": "m", "female": "f", "f": "f", "Q6581072": "f"}
Row = Mapping[str, str]


def claims_of_csv(text: str, name: str) -> Iterator[Claim]:
    """The claims of a CSV result.

    Raises
    ------
    DataError
        It has no columns for people and positions.
    """
    rows = csv.DictReader(io.StringIO(text))
    _needs(rows.fieldnames or (), name)
    for row in rows:
        clean = {key: value for key, value in row.items() if key and isinstance(value, str)}
        yield _claim(clean, f"{name}:{rows.line_num}")


def claims_of_json(text: str, name: str) -> Iterator[Claim]:
    """The claims of a JSON result: a list of rows, or the bindings of the SPARQL protocol.

    Raises
    ------
    DataError
        It is neither.
    """
    try:
        found = json.loads(text)
    except ValueError as error:
        raise _unread(name, f"it is not JSON: {error}") from error
    if isinstance(found, dict):
        found = found.get("results", {})
        found = found.get("bindings") if isinstance(found, dict) else None
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise _unread(name, "it is no list of rows")
    if found:
        _needs(found[0], name)
    for number, row in enumerate(found, 1):
        yield _claim({key: _value(value) for key, value in row.items()}, f"{name}, row {number}")


def _value(value: Any) -> str:
    """A binding's value, or a plain one."""
    if isinstance(value, dict):
        value = value.get("value")
    return "" if value is None else str(value)


def _needs(columns: Any, name: str) -> None:
    folded = {_folded(str(column)) for column in columns}
    for needed in ("name", "position"):
        if folded.isdisjoint(COLUMNS[needed]):
            raise _unread(name, f"it has no column for the {needed} ({', '.join(COLUMNS[needed][:3])})")


def _unread(name: str, why: str) -> DataError:
    return DataError(
        f"{name} is no result of a query for positions held: {why}.",
        "Nobody can be taken from it.",
        "Ask for ?person ?personLabel ?positionLabel ?start ?end ?country (docs/how-to/add-your-own-people.md).",
    )


def _folded(column: str) -> str:
    return re.sub(r"[^a-z]", "", column.casefold())


def _claim(row: Row, where: str) -> Claim:
    folded = {_folded(column): value.strip() for column, value in row.items()}

    def cell(name: str) -> str:
        return next((folded[column] for column in COLUMNS[name] if folded.get(column)), "")

    item = next((found for c in COLUMNS["wikidata"] if (found := entity(folded.get(c)))), None)
    name = next((v for c in COLUMNS["name"] if (v := folded.get(c)) and not entity(v)), "")
    names = {USUAL: name} if name else {}
    for column, value in row.items():
        other = OTHER_LANGUAGE.fullmatch(column)
        language = other["language"].lower() if other else ""
        if known(language) and value.strip():
            names[language] = value.strip()
    return Claim(
        where,
        names,
        cell("position"),
        day(cell("start"), cell("start_precision")),
        day(cell("end"), cell("end_precision")),
        item,
        GENDERS.get(entity(cell("gender")) or cell("gender").casefold()),
        cell("of") or None,
    )
