"""The cast of a story: whom each of its witnesses names, as people of the story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from hexapla.marks.mentions.model import Mention, Person
from hexapla.marks.mentions.people import merge, people
from hexapla.marks.mentions.reading import mentions
from hexapla.parties import Parties
from hexapla.witness.model import Witness

# Witnesses whose mentions are kept: a desk's, read once for the edition and once for its differences.
KEPT = 256


@dataclass(frozen=True)
class Cast:
    """The people of a story, and each witness's mentions.

    ``mentions`` and ``ids`` are in the order of the witnesses; ``ids`` leads from a witness's own id of
    a person to that of the story.
    """

    people: tuple[Person, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    ids: tuple[Mapping[str, str], ...]
    parties: Parties

    @cached_property
    def by_id(self) -> Mapping[str, Person]:
        """The people by their ids."""
        return {person.id: person for person in self.people}

    def person(self, witness: int, mention: Mention) -> str | None:
        """The story's id of whom a mention means."""
        return self.ids[witness].get(mention.person) if mention.person else None


@lru_cache(maxsize=KEPT)
def noted(witness: Witness, parties: Parties) -> tuple[tuple[Mention, ...], tuple[Person, ...]]:
    """A witness's mentions and the people they make, found once."""
    found = mentions(witness, parties)
    return found, people(witness, found, parties)


def cast(witnesses: Sequence[Witness], parties: Parties) -> Cast:
    """The cast of the witnesses of one story."""
    every = [noted(witness, parties) for witness in witnesses]
    merged = merge([some for _, some in every])
    ids: list[dict[str, str]] = [{} for _ in every]
    for person in merged:
        for witness, found in person.mentions.items():
            ids[witness].update({mention.person: person.id for mention in found if mention.person})
    return Cast(merged, tuple(found for found, _ in every), tuple(ids), parties)
