"""A witness read: what it says took place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from hexapla.lang import USUAL
from hexapla.marks.mentions.casting import noted
from hexapla.marks.mentions.model import Person
from hexapla.parties import Parties
from hexapla.testimony.agreements import agreements
from hexapla.testimony.meetings import meeting_at, meetings
from hexapla.testimony.model import Agreement, Meeting, Statement, Testimony
from hexapla.testimony.scenes import Account, account
from hexapla.testimony.statements import statements
from hexapla.testimony.subjects import subjects
from hexapla.testimony.topics import topics
from hexapla.witness.model import Witness

# Witnesses whose testimonies are kept: a desk's, read once for the record and once for its differences.
KEPT = 256


@lru_cache(maxsize=KEPT)
def prepared(witness: Witness, parties: Parties) -> Account:
    """A witness made ready for reading, once."""
    return account(witness, noted(witness, parties)[0])


@lru_cache(maxsize=KEPT)
def testimony(witness: Witness, parties: Parties) -> Testimony:
    """What one witness says took place.

    Parameters
    ----------
    parties:
        Those whom people, offices and sides are resolved by (:func:`hexapla.parties.load`).
    """
    _, people = noted(witness, parties)
    ready = prepared(witness, parties)
    found = subjects(ready, parties)
    met = meetings(ready, parties)
    said = tuple(
        replace(one, meeting=meeting_at(met, ready, one.spans[0]))
        for one in statements(ready, found, parties)
    )
    agreed = agreements(ready, said, found.of, met, parties)
    about = topics(ready, said, met, agreed)
    used = _used(met, said, agreed)
    return Testimony(witness, people, met, said, about, agreed, _labels(people, used, parties))


def _used(
    met: Sequence[Meeting], said: Sequence[Statement], agreed: Sequence[Agreement]
) -> Iterator[str | None]:
    """Every id of a person or a side in a testimony."""
    for meeting in met:
        yield from (meeting.host, meeting.guest)
        for participant in meeting.participants:
            yield from (participant.person, participant.side)
    for statement in said:
        yield from (*statement.speakers, *statement.targets)
    for agreement in agreed:
        yield from (*agreement.parties, agreement.by, agreement.to)


def _labels(people: Sequence[Person], used: Iterator[str | None], parties: Parties) -> dict[str, str]:
    """The usual name of everybody whom the testimony names by an id."""
    labels = {person.id: person.label for person in people}
    known = frozenset(parties.ids())
    for name in used:
        if name in known and name is not None:
            labels.setdefault(name, next(iter(parties.party(name).names.get(USUAL, ())), name))
    return labels
