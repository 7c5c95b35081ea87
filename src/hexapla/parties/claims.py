"""Claims of other sources that someone held a position, made into party files.

A position is a text (*Minister of Foreign Affairs of Syria*): which office of which party it
means is read with our own terms, in whatever language it is written. What cannot be told is
left out and said; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from anyascii import anyascii

from hexapla.lang import USUAL, codes
from hexapla.lang.words import function_words, words
from hexapla.lexicon.senses import Match
from hexapla.parties.dates import bounds
from hexapla.parties.loading import Parties
from hexapla.parties.model import Meaning
from hexapla.parties.reading import WIKIDATA

ENTITY = re.compile(r"(?:.*/)?(Q[1-9]\d*)")
TIME = re.compile(r"\+?(\d{4}-\d\d-\d\d)(?:T.*)?|\+?(\d{4}(?:-\d\d)?)")
# Wikidata's precisions: how much of a time is meant.
PRECISIONS = {"9": 4, "10": 7, "11": 10}
# What names a party in a text, the surest first.
NAMING = ("state", "body", "demonym")


@dataclass(frozen=True)
class Claim:
    """Someone held a position; ``where`` says where the source says so."""

    where: str
    names: Mapping[str, str]
    position: str
    start: str | None = None
    end: str | None = None
    wikidata: str | None = None
    gender: str | None = None
    of: str | None = None
    """The party, where the source names it beside the position."""


@dataclass
class Imported:
    """Party files as YAML, how many tenures they have, and what was left out with its reason."""

    text: str = ""
    tenures: int = 0
    left_out: list[str] = field(default_factory=list)


def entity(text: str | None) -> str | None:
    """A Wikidata id out of an id or address."""
    found = ENTITY.fullmatch((text or "").strip())
    return found[1] if found and WIKIDATA.fullmatch(found[1]) else None


def day(text: str | None, precision: str | None = None) -> str | None:
    """A day, month or year out of a time as Wikidata writes it; None where there is none."""
    found = TIME.fullmatch((text or "").strip())
    if not found:
        return None
    written = found[1] or found[2]
    written = written[: PRECISIONS.get((precision or "").strip(), 10)]
    try:
        bounds(written)
    except ValueError:
        return None
    return written


def party_named(parties: Parties, text: str | None) -> str | None:
    """The party that a code, a Wikidata id or a name means."""
    name = (text or "").strip()
    if not name:
        return None
    by_item = {party.wikidata: party.id for party in parties if party.wikidata}
    if item := entity(name):
        return by_item.get(item)
    if name.upper() in parties.ids() or name in parties.ids():
        return name if name in parties.ids() else name.upper()
    return _meant(parties, name, NAMING)


def office_named(parties: Parties, text: str, party: str | None = None) -> str | None:
    """The office of a party that a position's name means, where it says no more than office and party.

    *Deputy Secretary of Defense* is not the secretary: whatever word is left over, the
    position is not known.
    """
    for language in codes():
        matches = parties.terms(language).match(list(words(text, language)), text)
        offices = {
            meaning.id: match
            for match in matches
            for meaning in (parties.meaning(number) for number, _ in match.senses)
            if meaning.kind == "office" and _may_be(parties, meaning, party)
        }
        if offices and len({match.start for match in offices.values()}) == 1:
            name = min(offices, key=lambda name: (parties.office(name).rank, name))
            whose = None if parties.office(name).posted else party
            rest = [m for m in matches if _names(parties, m, whose)]
            if not _left_over(text, language, [*rest, *offices.values()]):
                return name
    return None


def _names(parties: Parties, match: Match, party: str | None) -> bool:
    """Whether a match names a party: this one, where one is given."""
    meanings = [parties.meaning(number) for number, _ in match.senses]
    return any(m.kind in NAMING and (party is None or m.id == party) for m in meanings)


def _left_over(text: str, language: str, matches: Iterable[Match]) -> bool:
    """Whether words of content stand outside the matches."""
    covered = {at for match in matches for at in range(match.start, match.end)}
    skip = function_words(language)
    return any(
        word.form not in skip and any(text[at] not in skip and at not in covered for at in range(*word[:2]))
        for word in words(text, language)
    )


def _meant(parties: Parties, text: str, kinds: Sequence[str]) -> str | None:
    """The id of the party that the longest match of these kinds means, in the first language that has one."""
    best: tuple[int, float, str] | None = None
    for language in codes():
        for match in parties.terms(language).match(list(words(text, language)), text):
            for number, weight in match.senses:
                meaning = parties.meaning(number)
                if meaning.kind in kinds:
                    rank = (match.end - match.start, weight - kinds.index(meaning.kind) / 10, meaning.id)
                    best = max(best, rank) if best else rank
    return best[2] if best else None


def _may_be(parties: Parties, meaning: Meaning, party: str | None) -> bool:
    """Whether words may mean this of a party; a word for several offices means none of them."""
    if parties.office(meaning.id).covers:
        return False
    if party is None:
        return True
    return party not in meaning.unless and (not meaning.of or party in meaning.of)


def overlay_of(claims: Iterable[Claim], parties: Parties, as_of: str | None, of: str | None) -> Imported:
    """Party files of the claims.

    ``of`` is the party of those that name none; ``as_of`` the day up to which the source is
    true, without which tenures that have not ended are left out.
    """
    result = Imported()
    drafts: dict[str, _Draft] = {}
    known = {person.wikidata: person.id for person in parties.people() if person.wikidata}
    for claim in claims:
        party = party_named(parties, claim.of) or of or party_named(parties, claim.position)
        office = office_named(parties, claim.position, party)
        reason = _reason(claim, party, office, as_of)
        if reason:
            result.left_out.append(f"{claim.where}: {reason}")
            continue
        assert party and office
        draft = drafts.setdefault(party, _Draft())
        person = known.get(claim.wikidata or "") or draft.person_id(claim)
        draft.add(person, office, claim)
        result.tenures += 1
    result.text = "---\n".join(draft.yaml(party, parties, as_of) for party, draft in sorted(drafts.items()))
    return result


def _reason(claim: Claim, party: str | None, office: str | None, as_of: str | None) -> str | None:
    """Why a claim cannot be used."""
    if not any(claim.names.values()):
        return "no name."
    if not office:
        return f"{claim.position!r} is no office that we know."
    if not party:
        return f"{claim.position!r} says not of which state or body (name it with --of)."
    if not claim.end and not as_of:
        return "it has no end, and nobody said up to which day the file is true (--as-of)."
    if claim.start and claim.end and bounds(claim.end)[1] < bounds(claim.start)[0]:
        return f"it ends ({claim.end}) before it begins ({claim.start})."
    return None


class _Draft:
    """A party file in the making."""

    def __init__(self) -> None:
        self.people: dict[str, Claim] = {}
        self.tenures: dict[tuple[str, str, str | None], Claim] = {}

    def person_id(self, claim: Claim) -> str:
        """Kebab-case of the English name, or of the first; a number where another has it."""
        name = claim.names.get(USUAL) or next(name for name in claim.names.values() if name)
        base = re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-") or "person"
        found, number = base, 1
        while found in self.people and self.people[found].wikidata != claim.wikidata:
            number += 1
            found = f"{base}-{number}"
        return found

    def add(self, person: str, office: str, claim: Claim) -> None:
        self.people.setdefault(person, claim)
        self.tenures[(person, office, claim.start)] = claim

    def yaml(self, party: str, parties: Parties, as_of: str | None) -> str:
        lines = [f"id: {quoted(party)}"]
        if party in parties.ids():
            lines.append(f"kind: {parties.party(party).kind}")
        lines += [f"as_of: {as_of}"] if as_of else []
        lines.append("people:")
        for name, claim in self.people.items():
            lines += _person_lines(name, claim)
        lines.append("tenures:")
        rows = sorted(self.tenures.items(), key=lambda row: (row[0][2] or "", row[0][1], row[0][0]))
        lines += [_tenure_line(person, office, claim) for (person, office, _), claim in rows]
        return "\n".join(lines) + "\n"


def _person_lines(name: str, claim: Claim) -> list[str]:
    names = ", ".join(f"{language}: {quoted(word)}" for language, word in claim.names.items() if word)
    given = {"wikidata": claim.wikidata, "gender": claim.gender}
    return [
        f"  {name}:",
        *(f"    {key}: {value}" for key, value in given.items() if value),
        f"    names: {{{names}}}",
    ]


def _tenure_line(person: str, office: str, claim: Claim) -> str:
    given = {"person": person, "office": office, "from": claim.start, "to": claim.end}
    return f"  - {{{', '.join(f'{key}: {value}' for key, value in given.items() if value)}}}"


PLAIN = re.compile(r"[\w.][\w .()/’-]*")


def quoted(text: str) -> str:
    """A text as a YAML scalar; what the cell format would read as signs is taken out."""
    clean = " ".join(re.sub(r"[|~()]", " ", text).split())
    if PLAIN.fullmatch(clean) and clean.casefold() not in ("no", "yes", "on", "off", "null", "true", "false"):
        return clean
    return '"' + clean.replace("\\", "\\\\").replace('"', '\\"') + '"'
