"""People and issues that come and go between stories, and positions that move."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hexapla.lang import USUAL
from hexapla.record.lines import Line, either, listed, presence, sentence, spans_of
from hexapla.record.model import AgreementFact, Fact, Move, PersonFact, State, StatementFact, TopicFact
from hexapla.record.statements import STEPS
from hexapla.testimony.issues import by_id, dossier

NOT_TOLD = "not told"


def label(issue: str) -> str:
    """What a reader knows an issue by."""
    known = by_id().get(issue)
    return known.label.get(USUAL, issue) if known else issue.replace("-", " ")


def participants(line: Line) -> Iterator[Move]:
    """Those who meet or speak in some of the stories."""
    seats = [_present(line, story) for story in range(line.count)]
    for name in sorted({name for own in seats for name in own}, key=lambda name: (line.label(name), name)):
        facts = [own.get(name) for own in seats]
        states = tuple(
            State(n, name, _with_office(line, f), f.spans, (f.id,)) if f else State(n, None, NOT_TOLD)
            for n, f in enumerate(facts)
        )
        note = _came_and_went(line, line.label(name), [f is not None for f in facts], "as taking part in")
        change = presence([f is not None for f in facts])
        yield Move(0, "participant", change, name, None, line.label(name), note, states)


def _present(line: Line, story: int) -> Mapping[str, PersonFact]:
    """Those who take part in a meeting of a story, or say something in it, by the line's ids."""
    record = line.chapters[story].record
    there = {p.person for m in record.meetings if not m.planned for p in m.participants}
    there |= {speaker for s in record.statements for speaker in s.speakers}
    return {line.id(story, f.person.id): f for f in record.people if f.person.id in there}


def _with_office(line: Line, fact: PersonFact) -> str:
    held = next((h for h in fact.person.offices if h.status != "former"), None)
    name = fact.person.label or fact.person.id
    if held is None:
        return name
    return f"{name}, {held.office.replace('-', ' ')}" + (f" of {line.label(held.of)}" if held.of else "")


def _came_and_went(line: Line, what: str, there: Sequence[bool], does: str) -> str:
    has = [n for n, one in enumerate(there) if one]
    lacks = [n for n, one in enumerate(there) if not one]
    note = f"{what} is read {does} {line.stories(has)}"
    return sentence(note + (f", not in {either([line.when(n) for n in lacks])}" if lacks else ""))


def issues(line: Line) -> Iterator[Move]:
    """Issues on which somebody takes a position, or that are discussed or agreed on, by story."""
    told = [_issues(line, story) for story in range(line.count)]
    for issue in sorted({i for own in told for i in own}):
        facts = [own.get(issue, ()) for own in told]
        states = tuple(
            State(n, issue, label(issue), spans_of(some), tuple(f.id for f in some))
            if some
            else State(n, None, NOT_TOLD)
            for n, some in enumerate(facts)
        )
        there = [bool(some) for some in facts]
        note = _came_and_went(line, label(issue), there, "as spoken of in")
        yield Move(
            0, "issue", presence(there), issue, None, label(issue), note, states, dossier=dossier((issue,))
        )


def _issues(line: Line, story: int) -> Mapping[str, tuple[Fact, ...]]:
    record = line.chapters[story].record
    found: dict[str, tuple[Fact, ...]] = {}
    facts: tuple[StatementFact | TopicFact | AgreementFact, ...] = (
        *record.statements,
        *record.topics,
        *record.agreements,
    )
    for fact in facts:
        for issue in fact.issues:
            found[issue] = (*found.get(issue, ()), fact)
    return found


def stances(line: Line) -> Iterator[Move]:
    """Positions of one side on one issue that are others in one story than in another."""
    told = [_positions(line, story) for story in range(line.count)]
    keys = {key for own in told for key in own}
    for side, issue in sorted(keys):
        facts = [own.get((side, issue), ()) for own in told]
        if _moved(facts):
            states = tuple(_position(line, n, some) for n, some in enumerate(facts))
            note = sentence(
                f"on {label(issue)}, {line.label(side)} "
                + listed([f"{s.label} in {line.when(s.story)}" for s in states if s.value])
            )
            name = f"{line.label(side)} on {label(issue)}"
            yield Move(0, "stance", "changed", issue, side, name, note, states, dossier=dossier((issue,)))


def _positions(line: Line, story: int) -> Mapping[tuple[str, str], tuple[StatementFact, ...]]:
    """Statements that take a stance, by side and issue."""
    found: dict[tuple[str, str], tuple[StatementFact, ...]] = {}
    for fact in line.chapters[story].record.statements:
        if fact.stance and fact.stance != "notes":
            for side in sorted(line.acting_for(story, fact.speakers)):
                for issue in fact.issues:
                    found[side, issue] = (*found.get((side, issue), ()), fact)
    return found


def _position(line: Line, story: int, facts: Sequence[StatementFact]) -> State:
    """The stance that most statements take; where even, the one taken most strongly."""
    counts: dict[str, list[StatementFact]] = {}
    for fact in facts:
        counts.setdefault(_stance(fact), []).append(fact)
    if not counts:
        return State(story, None, NOT_TOLD)
    value, some = min(counts.items(), key=lambda p: (-len(p[1]), -_strength(p[1]), p[0]))
    return State(story, value, value, spans_of(some), tuple(f.id for f in some))


def _stance(fact: StatementFact) -> str:
    return f"{fact.stance} (negated)" if "negated" in fact.flags else str(fact.stance)


def _strength(facts: Sequence[StatementFact]) -> int:
    return max((f.strength or 0 for f in facts), default=0)


def _moved(told: Sequence[tuple[StatementFact, ...]]) -> bool:
    """Whether two stories that take a stance have none in common, or tell it far more or less strongly."""
    some = [facts for facts in told if facts]
    if any(not {_stance(f) for f in a} & {_stance(f) for f in b} for a in some for b in some):
        return True
    strengths = [_strength(facts) for facts in some]
    return len(strengths) > 1 and max(strengths) - min(strengths) >= STEPS
