"""Who and what a text speaks of: people, offices, states, governments, bodies, within its date."""

from hexapla.marks.mentions.model import Because, Held, Mention, Person
from hexapla.marks.mentions.people import merge, people
from hexapla.marks.mentions.reading import mentions

__all__ = ["Because", "Held", "Mention", "Person", "mentions", "merge", "people"]
