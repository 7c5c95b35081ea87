"""Mentions gathered into people, and the people of several witnesses into those of a story."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hexapla.lang import USUAL, load
from hexapla.marks.mentions.individuals import kebab
from hexapla.marks.mentions.model import Because, Held, Mention, Person
from hexapla.names.comparing import compare_names_batch
from hexapla.parties import Parties
from hexapla.parties import Person as Known
from hexapla.witness.model import Span, Witness

# Two names of two witnesses are one person's from this score on; less where they have one office of one
# party, more where their offices differ. Set by reading eval/mentions; names of other people score below .3.
SAME, SAME_OFFICE, OTHER_OFFICE = 0.8, 0.5, 0.93


def people(witness: Witness, found: Sequence[Mention], parties: Parties) -> tuple[Person, ...]:
    """The people of one witness, in the order in which it first names them."""
    groups: dict[str, list[Mention]] = {}
    for mention in found:
        if mention.person:
            groups.setdefault(mention.person, []).append(mention)
    return tuple(_person(witness, name, some, parties) for name, some in groups.items())


def _person(witness: Witness, name: str, found: Sequence[Mention], parties: Parties) -> Person:
    record = _known(parties, name)
    names = _names(witness, found)
    return Person(
        id=name,
        known=record is not None,
        names=names,
        offices=tuple(
            replace(held, whose=_whose(parties, held.of))
            for held in _offices(name, found, parties if record else None, witness.published)
        ),
        label=_label(record, names, name),
        mentions={0: tuple(found)},
        confidence=max(mention.confidence for mention in found),
        wikidata=record.wikidata if record else None,
        because=tuple(dict.fromkeys(reason for mention in found[:1] for reason in mention.because)),
    )


def _known(parties: Parties, name: str) -> Known | None:
    try:
        return parties.person(name)
    except KeyError:
        return None


def _whose(parties: Parties, of: str | None) -> str | None:
    """The usual English name of a party."""
    if of is None:
        return None
    return next(iter(parties.party(of).names.get(USUAL, ())), of)


def _label(record: Known | None, names: Mapping[str, tuple[str, ...]], name: str) -> str:
    """What a reader may know a person by."""
    usual = record.names.get(USUAL, ()) if record else names.get(USUAL, ())
    spelled = [forms[0] for forms in names.values()]
    return next(iter((*usual, *spelled)), name)


def _names(witness: Witness, found: Sequence[Mention]) -> Mapping[str, tuple[str, ...]]:
    """How the witness writes a name, by language: the longest first, then the commonest."""
    counts: dict[str, Counter[str]] = {}
    for mention in found:
        if mention.name is not None:
            language = _language_at(witness, mention.name)
            counts.setdefault(language, Counter())[mention.name.of(witness.text)] += 1
    return {
        language: tuple(sorted(some, key=lambda form: (-_size(form, language), -some[form], form)))
        for language, some in sorted(counts.items())
    }


def _size(form: str, language: str) -> int:
    return len(form.split()) if load(language).spaced else len(form)


def _language_at(witness: Witness, span: Span) -> str:
    return next((s.language for s in witness.segments if s.span.holds(span)), witness.language)


def _offices(
    name: str, found: Sequence[Mention], parties: Parties | None, on: dt.date | None
) -> tuple[Held, ...]:
    """The offices a text gives a person; where it gives none, those we know on its day."""
    held: dict[tuple[str, str | None, str], list[Mention]] = {}
    for mention in found:
        if mention.office and mention.status:
            held.setdefault((mention.office, mention.of, mention.status), []).append(mention)
    out = []
    for (office, of, status), some in held.items():
        wider = any(
            o == office and s == status and p for o, p, s in held if (o, p, s) != (office, of, status)
        )
        if of is None and wider:
            continue
        basis = "stated" if any(m.basis == "stated" for m in some) else "parties"
        spans = tuple(dict.fromkeys(m.span for m in some))
        out.append(Held(office, of, on, basis, status, spans))  # type: ignore[arg-type]
    if not out and parties is not None and on is not None:
        out = [Held(t.office, t.of, on, "parties", t.status) for t in parties.offices_of(name, on)]
    return tuple(out)


# Several witnesses.


@dataclass(frozen=True)
class _Pair:
    """Two people of two witnesses who may be one."""

    score: float
    a: tuple[int, int]
    b: tuple[int, int]


def merge(several: Sequence[Sequence[Person]]) -> tuple[Person, ...]:
    """The people of several witnesses as those of one story.

    Somebody known is one by the id; others are by name and office, surest first, and nobody becomes
    one with two people of one witness. ``several`` is in the order of the witnesses, whose numbers
    become the keys of ``mentions``. The order given changes nothing but those numbers.
    """
    clusters = {(w, n): frozenset([(w, n)]) for w, some in enumerate(several) for n in range(len(some))}

    def join(a: tuple[int, int], b: tuple[int, int]) -> None:
        one, other = clusters[a], clusters[b]
        if one is other or {w for w, _ in one} & {w for w, _ in other}:
            return
        both = one | other
        clusters.update(dict.fromkeys(both, both))

    by_id: dict[str, list[tuple[int, int]]] = {}
    for key in clusters:
        person = several[key[0]][key[1]]
        if person.known:
            by_id.setdefault(person.id, []).append(key)
    for same in by_id.values():
        for key in same[1:]:
            join(same[0], key)
    for pair in _pairs(several):
        if not _two_known(several, clusters[pair.a] | clusters[pair.b]):
            join(pair.a, pair.b)
    done = dict.fromkeys(clusters[key] for key in sorted(clusters))
    return tuple(_merged([(w, several[w][n]) for w, n in sorted(cluster)]) for cluster in done)


def _two_known(several: Sequence[Sequence[Person]], cluster: Iterable[tuple[int, int]]) -> bool:
    return len({several[w][n].id for w, n in cluster if several[w][n].known}) > 1


def _pairs(several: Sequence[Sequence[Person]]) -> list[_Pair]:
    """Pairs of people of two witnesses whose names may be one, best first."""
    keys = [(w, n) for w, some in enumerate(several) for n in range(len(some))]
    asked: list[tuple[tuple[int, int], tuple[int, int], tuple[str, str, str, str]]] = []
    for number, a in enumerate(keys):
        for b in keys[number + 1 :]:
            one, other = several[a[0]][a[1]], several[b[0]][b[1]]
            if a[0] != b[0] and not (one.known and other.known):
                asked += [(a, b, names) for names in _name_pairs(one, other)]
    scores = compare_names_batch([names for _, _, names in asked]) if asked else []
    best: dict[tuple[tuple[int, int], tuple[int, int]], float] = {}
    for (a, b, _), score in zip(asked, scores, strict=True):
        best[a, b] = max(score, best.get((a, b), 0.0))
    kept = [
        _Pair(score, a, b)
        for (a, b), score in best.items()
        if score >= _least(several[a[0]][a[1]], several[b[0]][b[1]])
    ]
    names = {key: _sort_name(several[key[0]][key[1]]) for key in keys}
    return sorted(kept, key=lambda p: (-round(p.score, 4), *sorted((names[p.a], names[p.b]))))


def _sort_name(person: Person) -> str:
    return "|".join(form for forms in person.names.values() for form in forms)


def _name_pairs(a: Person, b: Person) -> Iterator[tuple[str, str, str, str]]:
    for language, forms in a.names.items():
        for other, theirs in b.names.items():
            yield forms[0], language, theirs[0], other


def _least(a: Person, b: Person) -> float:
    """From what score on two names are one person's, by what the texts say of their offices."""
    mine, theirs = _stated(a), _stated(b)
    if not mine or not theirs:
        return SAME
    if any(o == p and (x is None or y is None or x == y) for o, x in mine for p, y in theirs):
        return SAME_OFFICE
    states, others = {x for _, x in mine if x}, {y for _, y in theirs if y}
    if states and others and not states & others:
        return 2.0
    return OTHER_OFFICE


def _stated(person: Person) -> set[tuple[str, str | None]]:
    return {(held.office, held.of) for held in person.offices}


def _merged(some: Sequence[tuple[int, Person]]) -> Person:
    """Several people who are one."""
    leader = next((p for _, p in some if p.known), None) or _best_named([p for _, p in some])
    names: dict[str, dict[str, None]] = {}
    for _, person in some:
        for language, forms in person.names.items():
            names.setdefault(language, {}).update(dict.fromkeys(forms))
    reasons = [r for _, p in some for r in p.because]
    if len(some) > 1 and not all(p.known for _, p in some):
        reasons.append(
            Because("name", " = ".join(dict.fromkeys(f[0] for _, p in some for f in p.names.values())))
        )
    return replace(
        leader,
        id=leader.id if leader.known else kebab(_english(names) or leader.id),
        label=leader.label if leader.known else _english(names) or leader.label,
        names={
            language: tuple(sorted(forms, key=lambda form, code=language: (-_size(form, code), form)))  # type: ignore[misc]
            for language, forms in sorted(names.items())
        },
        offices=_all_offices(p for _, p in some),
        mentions={w: p.mentions[0] for w, p in some},
        confidence=min(p.confidence for _, p in some),
        because=tuple(dict.fromkeys(reasons)),
    )


def _english(names: Mapping[str, Mapping[str, None]]) -> str | None:
    """The fullest spelling in the language whose spellings ids are made of."""
    forms = names.get(USUAL)
    return max(forms, key=lambda form: (len(form.split()), form)) if forms else None


def _best_named(some: Sequence[Person]) -> Person:
    return min(some, key=lambda p: (USUAL not in p.names, p.id))


def _all_offices(some: Iterable[Person]) -> tuple[Held, ...]:
    """The offices of all, each once; those that are stated before those that we know."""
    found: dict[tuple[str, str | None, dt.date | None, str], Held] = {}
    for person in some:
        for held in person.offices:
            key = (held.office, held.of, held.on, held.status)
            if key not in found or (held.basis == "stated" and found[key].basis != "stated"):
                found[key] = replace(held, spans=())
    stated = {(h.office, h.on) for h in found.values() if h.of}
    return tuple(h for h in found.values() if h.of or (h.office, h.on) not in stated)
