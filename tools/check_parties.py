"""Compares our tenures with another list of officeholders: `python -m tools.check_parties FOLDER`.

FOLDER holds one CSV a state, `syria.csv` or `us-cabinet.csv`, with columns position, person,
personID (Wikidata), start, end: positions held as Wikidata has them. An open end there means
"not ended when the list was made" (`--made`), never "still in office".

It says what the list confirms (the same person in the same office from and to the same days,
`--days` apart at most), and every disagreement: other dates, another person, missing in ours, not in
the list. It changes nothing: `checked: true` is written by hand, after reading, and what is
marked so without the list confirming it is named.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from hexapla import compare_names
from hexapla.parties import Parties, Tenure, load
from hexapla.parties.claims import day, entity, office_named, party_named
from hexapla.parties.dates import bounds
from hexapla.parties.model import RECORD_BEGINS

# Names that are one person's score above this; two of one surname below (names-dev, en-en).
SAME_NAME = 0.85
# Days apart, at beginning and end, from which two stretches are two and not one with other dates.
ANOTHER = 366
KINDS = ("confirmed", "open in the list", "other dates", "missing in ours", "not in the list")


@dataclass(frozen=True)
class Listed:
    """A row of the list."""

    where: str
    office: str
    name: str
    wikidata: str | None
    start: str | None
    end: str | None

    @property
    def dates(self) -> str:
        return f"{self.start or '…'} – {self.end or '…'}"


@dataclass(frozen=True)
class Finding:
    """One agreement or disagreement."""

    kind: str
    of: str
    office: str
    what: str
    checked: bool = False


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--days", type=int, default=3, help="days apart that are still the same (3)")
    parser.add_argument(
        "--made", default="2022-07-01", help="the day up to which the list is true (2022-07-01)"
    )
    parser.add_argument("--parties", type=Path, help="party files beside ours")
    parser.add_argument("--only", choices=KINDS, help="print only these")
    asked = parser.parse_args()
    parties, made = load(asked.parties), datetime.date.fromisoformat(asked.made)
    found = [
        f for path in sorted(asked.folder.glob("*.csv")) for f in compare(parties, path, asked.days, made)
    ]
    shown = [f for f in found if not asked.only or f.kind == asked.only]
    sys.stdout.write("".join(f"{f.of}\t{f.office}\t{f.kind}\t{f.what}\n" for f in shown))
    sys.stdout.flush()
    unfounded = [f for f in found if f.checked and f.kind in ("other dates", "not in the list")]
    for finding in unfounded:
        print(
            f"marked checked, but {finding.kind}: {finding.of} {finding.office} {finding.what}",
            file=sys.stderr,
        )
    counts = Counter(finding.kind for finding in found)
    print(", ".join(f"{counts[kind]} {kind}" for kind in KINDS), file=sys.stderr)
    return 1 if unfounded else 0


def compare(parties: Parties, path: Path, days: int, made: datetime.date) -> Iterator[Finding]:
    """What one state's list says of our tenures of the offices that both have."""
    of = party_named(parties, re.split(r"[-_]", path.stem)[0]) or party_named(parties, _state_name(path.stem))
    if not of:
        print(f"{path.name}: of which state?", file=sys.stderr)
        return
    rows = joined(listed(parties, path, of), days)
    ours = [t for t in parties.tenures(of) if (t.latest or made) >= RECORD_BEGINS]
    common = {row.office for row in rows} & {t.office for t in ours}
    left = [row for row in rows if row.office in common]
    for tenure in ours:
        if tenure.office in common:
            row = _best(parties, tenure, left)
            if row:
                left.remove(row)
            yield from _judged(tenure, row, of, days, made)
    for row in left:
        yield Finding("missing in ours", of, row.office, f"{row.name} {row.dates} ({row.where})")


def _state_name(stem: str) -> str:
    return re.sub(r"-?(cabinet|ministers)$", "", stem).replace("-", " ").title()


def listed(parties: Parties, path: Path, of: str) -> Iterator[Listed]:
    """The rows whose position is an office that we know, held since our record begins."""
    offices: dict[str, str | None] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            position, end = row["position"], day(row["end"])
            if position not in offices:
                offices[position] = office_named(parties, position, of)
            office = offices[position]
            if office and (not end or bounds(end)[1] >= RECORD_BEGINS):
                where = f"{path.name}:{number}"
                yield Listed(where, office, row["person"], entity(row["personID"]), day(row["start"]), end)


def joined(rows: Iterable[Listed], days: int) -> list[Listed]:
    """Rows of one person in one office that follow upon each other are one: lists count by governments."""
    found: list[Listed] = []
    for row in sorted(rows, key=lambda r: (r.office, r.wikidata or r.name, r.start or "", r.end or "9")):
        last = found[-1] if found else None
        same = last and (last.office, last.wikidata or last.name) == (row.office, row.wikidata or row.name)
        if last and same and (not last.end or (row.start and _gap(last.end, row.start) <= days)):
            end = row.end if last.end and (not row.end or row.end > last.end) else last.end
            found[-1] = replace(last, end=end)
        else:
            found.append(row)
    return found


def _gap(end: str, start: str) -> int:
    return (bounds(start)[0] - bounds(end)[1]).days


def _best(parties: Parties, tenure: Tenure, rows: list[Listed]) -> Listed | None:
    """The row of the same person in the same office whose dates are nearest; none that is another stretch."""
    person = parties.person(tenure.person)
    near = [
        (sum(apart), row)
        for row in rows
        if row.office == tenure.office and _is(person.wikidata, person.names, row)
        for apart in [(_apart(tenure.since, row.start) or 0, _apart(tenure.until, row.end) or 0)]
        if min(apart) <= ANOTHER
    ]
    return min(near, key=lambda found: found[0])[1] if near else None


def _is(wikidata: str | None, names: object, row: Listed) -> bool:
    if wikidata and row.wikidata:
        return wikidata == row.wikidata
    english = names.get("en", ()) if isinstance(names, dict) else ()
    return any(compare_names(name, "en", row.name, "en").score >= SAME_NAME for name in english)


def _apart(ours: str | None, theirs: str | None) -> int | None:
    """Days between two dates, 0 where one lies within the other's month or year; None where one is missing."""
    if not ours or not theirs:
        return None
    (a, b), (c, d) = bounds(ours), bounds(theirs)
    return 0 if a <= d and c <= b else min(abs((a - d).days), abs((c - b).days))


def _judged(tenure: Tenure, row: Listed | None, of: str, days: int, made: datetime.date) -> Iterator[Finding]:
    dates = f"{tenure.person} {tenure.since or '…'} – {tenure.until or '…'}"
    if row is None:
        if not tenure.earliest or tenure.earliest <= made:
            yield Finding("not in the list", of, tenure.office, dates, tenure.checked)
        return
    what = f"{dates}; the list: {row.dates} ({row.where})"
    start, end = _apart(tenure.since, row.start), _apart(tenure.until, row.end)
    if (start or 0) > days or (end or 0) > days or (row.end and not tenure.until):
        yield Finding("other dates", of, tenure.office, what, tenure.checked)
    elif tenure.until and not row.end:
        early = (tenure.latest or made) <= made
        kind = "other dates" if early else "open in the list"
        yield Finding(kind, of, tenure.office, what, tenure.checked and early)
    else:
        yield Finding("confirmed", of, tenure.office, what, tenure.checked)


if __name__ == "__main__":
    sys.exit(main())
