"""Offices that other people hold in one story than in another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from hexapla.lang import USUAL
from hexapla.marks.mentions.model import Mention
from hexapla.parties.model import Tenure
from hexapla.record.lines import Line, listed, sentence, window
from hexapla.record.model import Move, PersonFact, State
from hexapla.witness.model import Span

Office = tuple[str, str]
"""An office and whose it is."""
HOLDING = ("incumbent", "acting")


def holders(line: Line) -> Iterator[Move]:
    """Offices whose holder changed: as the witnesses state it, else as the party files have it on the story's day."""
    for office in _offices(line):
        states = tuple(_state(line, story, office) for story in range(line.count))
        if len({s.value for s in states if s.value}) > 1 and any(s.facts for s in states):
            also = tuple(_former(line, office))
            label = f"{office[0].replace('-', ' ')} of {line.label(office[1])}"
            yield Move(
                0,
                "holder",
                "changed",
                office[0],
                office[1],
                label,
                _note(line, label, states, also),
                states,
                also,
            )


def _offices(line: Line) -> list[Office]:
    """Offices of one holder that any story names, those of the highest rank first."""
    found = {
        (held.office, held.of)
        for chapter in line.chapters
        for fact in chapter.record.people
        for held in fact.person.offices
        if held.of and _single(line, held.office)
    }
    return sorted(found, key=lambda o: (line.parties.office(o[0]).rank, o[1], o[0]))


def _single(line: Line, office: str) -> bool:
    try:
        known = line.parties.office(office)
    except KeyError:
        return False
    return known.single and not known.covers


def _state(line: Line, story: int, office: Office) -> State:
    """Who holds an office in a story."""
    stated = _stated(line, story, office, HOLDING)
    known = _known(line, story, office)
    confirmed = [s for s in stated if any(t.person == s.value for t in known)]
    if stated:
        return (confirmed or stated)[0]
    persons = {t.person: t for t in known if t.status in HOLDING}
    if len(persons) != 1:
        return State(story, None, "not told")
    (person, tenure), *_ = persons.items()
    return State(
        story,
        person,
        _person_label(line, person),
        basis="parties",
        status=tenure.status,
        facts=_facts(line, story, person),
    )


def _person_label(line: Line, person: str) -> str:
    if person in line.labels:
        return line.labels[person]
    try:
        return next(iter(line.parties.person(person).names.get(USUAL, ())), person)
    except KeyError:
        return person


def _facts(line: Line, story: int, person: str) -> tuple[int, ...]:
    return tuple(f.id for f in line.chapters[story].record.people if line.id(story, f.person.id) == person)


def _known(line: Line, story: int, office: Office) -> Sequence[Tenure]:
    """Who holds an office by the party files: on the story's day; where that is not told, those present who may."""
    record = line.chapters[story].record
    if office[1] not in line.parties.ids():
        return ()
    if record.date is not None:
        return line.parties.holders(office[0], office[1], record.date)
    start, end = window(record, line.parties)
    present = {line.id(story, fact.person.id) for fact in record.people if not _only_former(fact, office)}
    return tuple(
        t
        for t in line.parties.candidates(office[0], office[1])
        if t.person in present and (t.earliest or dt.date.min) <= end and start <= (t.latest or dt.date.max)
    )


def _only_former(fact: PersonFact, office: Office) -> bool:
    """Whether the witnesses call somebody a former holder and nothing else."""
    own = [h for h in fact.person.offices if (h.office, h.of) == office]
    return bool(own) and all(h.status == "former" for h in own)


def _stated(line: Line, story: int, office: Office, standing: Sequence[str]) -> list[State]:
    """Those to whom witnesses give an office in some standing, whom most words give it first."""
    found: list[tuple[int, State]] = []
    for fact in line.chapters[story].record.people:
        held = [
            h
            for h in fact.person.offices
            if (h.office, h.of) == office and h.status in standing and h.basis == "stated"
        ]
        if held:
            spans = _words(line, story, fact, office, standing)
            name = line.id(story, fact.person.id)
            count = sum(map(len, spans.values()))
            state = State(
                story, name, _person_label(line, name), spans, (fact.id,), held[0].basis, held[0].status
            )
            found.append((-count, state))
    return [state for _, state in sorted(found, key=lambda pair: (pair[0], str(pair[1].value)))]


def _words(
    line: Line, story: int, fact: PersonFact, office: Office, standing: Sequence[str]
) -> dict[str, tuple[Span, ...]]:
    """Where witnesses give somebody an office."""
    sigla = tuple(line.chapters[story].record.witnesses)

    def gives(mention: Mention) -> bool:
        return (mention.office, mention.of) == office and mention.status in standing

    found = {sigla[n]: tuple(m.span for m in own if gives(m)) for n, own in fact.person.mentions.items()}
    return {siglum: spans for siglum, spans in sorted(found.items()) if spans}


def _former(line: Line, office: Office) -> Iterator[State]:
    """Those whom a story calls former holders."""
    for story in range(line.count):
        yield from _stated(line, story, office, ("former",))


def _note(line: Line, label: str, states: Sequence[State], also: Sequence[State]) -> str:
    held: dict[str, list[State]] = {}
    for state in states:
        if state.value:
            held.setdefault(state.label, []).append(state)
    told = [f"{name} in {listed([_where(line, s) for s in some])}" for name, some in held.items()]
    note = f"the {label} is {listed(told)}"
    if also:
        note += "; " + listed([f"{line.when(s.story)} calls {s.label} the former one" for s in also])
    return sentence(note)


def _where(line: Line, state: State) -> str:
    return line.when(state.story) + ("" if state.basis == "stated" else " (by the party files)")
