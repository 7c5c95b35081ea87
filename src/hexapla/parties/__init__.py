"""Who exists, and who held which office when, as data.

``load()`` gives :class:`Parties`: ``party(id)``, ``person(id)``, ``office(id)``,
``holders(office, of, on)``, ``offices_of(person, on)``, ``candidates(office, of, on)``,
``answering(office, of, on)``, ``terms(language)``, iteration over parties and ``people()``.
The words of parties and offices are found in a text by ``terms(language).match(words, text)``;
``meaning(number)`` says what a sense is.
"""

from hexapla.parties.loading import SETTING, Parties, load
from hexapla.parties.model import Meaning, Office, Party, Person, Tenure, Wording

__all__ = ["SETTING", "Meaning", "Office", "Parties", "Party", "Person", "Tenure", "Wording", "load"]
