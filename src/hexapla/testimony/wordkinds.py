"""What a word usually is, as the lexicon has it: one for a person, one of time, a noun."""

from __future__ import annotations

from hexapla.lexicon.matching import lexicon

# The field of the lexicon with the words for people.
PEOPLE = "people-terms"
# Those with words for institutions beside them.
INSTITUTIONS = frozenset({PEOPLE, "bodies", "government", "security"})
# A meaning of less weight is not what a word usually means.
STRONG = 0.9
# Concepts of the parts of a government; those of courts; how the ids of names begin.
ORGANS = frozenset({"ministry", "government", "authority", "administration", "cabinet"})
COURTS = frozenset({"court", "prosecutor", "police"})
NAME = "name-"


def person_word(form: str, language: str) -> bool:
    """Whether a word usually is one for a person by what they do: *spokesman*, *official*."""
    lex = lexicon()
    terms = lex.terms(language)
    strong = [n for i in terms.word_ids(form) for n, weight in terms.single.get(i, ()) if weight >= STRONG]
    return any(lex.concepts.field[n] == PEOPLE for n in strong)


def time_word(form: str, language: str) -> bool:
    """Whether a word may be one of time: *yesterday*, *Wednesday*."""
    lex = lexicon()
    terms = lex.terms(language)
    return any(
        lex.concepts.field[n] == "time" for i in terms.word_ids(form) for n, _ in terms.single.get(i, ())
    )


def noun_word(form: str, language: str) -> bool:
    """Whether a word usually is a noun, as the lexicon has it, and no word of time."""
    lex = lexicon()
    terms = lex.terms(language)
    senses = [s for n in terms.word_ids(form) for s in terms.single.get(n, ())]
    strong = [n for n, weight in senses if weight >= STRONG]
    table = lex.concepts
    kinds = {table.pos[n] for n in strong}
    return "noun" in kinds and "verb" not in kinds and not any(table.field[n] == "time" for n in strong)


def only_time(form: str, language: str) -> bool:
    """Whether a word is one for a time and no quality: *yesterday*, no *break* and no *immediate*."""
    table = lexicon().concepts
    strong = _strong(form, language)
    kinds = {table.pos[n] for n in strong}
    return any(table.field[n] == "time" for n in strong) and kinds.isdisjoint(("adj", "verb"))


def organ(form: str, language: str) -> bool:
    """Whether a word usually is one for a part of a government: *ministry*, *authorities*."""
    return any(lexicon().concepts.ids[n] in ORGANS for n in _strong(form, language))


def office_word(form: str, language: str) -> bool:
    """Whether a word usually is one for somebody who governs, and none for what they work at."""
    table = lexicon().concepts
    strong = _strong(form, language)
    return any(table.field[n] == "government" and table.pos[n] == "noun" for n in strong) and not organ(
        form, language
    )


def describes(form: str, language: str) -> bool:
    """Whether a word usually tells what somebody is, a person or an institution, and is no name."""
    table = lexicon().concepts
    strong = _strong(form, language)
    if any(table.ids[n].startswith(NAME) for n in strong):
        return False
    return teller(form, language) or any(table.ids[n] in COURTS for n in strong)


def _strong(form: str, language: str) -> list[int]:
    lex = lexicon()
    terms = lex.terms(language)
    return [n for i in terms.word_ids(form) for n, weight in terms.single.get(i, ()) if weight >= STRONG]


def teller(form: str, language: str) -> bool:
    """Whether a word usually is a noun for a person or an institution: somebody who may tell something."""
    lex = lexicon()
    terms = lex.terms(language)
    strong = [n for i in terms.word_ids(form) for n, weight in terms.single.get(i, ()) if weight >= STRONG]
    return any(lex.concepts.field[n] in INSTITUTIONS and lex.concepts.pos[n] == "noun" for n in strong)
