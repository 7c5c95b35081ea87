"""What became of agreements and bodies: told again, spoken of again, or not mentioned again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hexapla.collation.model import Spans
from hexapla.collation.scoring import similarity
from hexapla.record.lines import Line, either, listed, quoted, sentence
from hexapla.record.model import (
    AgreementFact,
    Change,
    Fact,
    Move,
    Record,
    State,
    StatementFact,
    TopicFact,
)
from hexapla.record.presence import NOT_TOLD, label
from hexapla.testimony.issues import by_id, dossier
from hexapla.testimony.model import Deed

# From this likeness (0..1, each pair judged by itself) two stories' words are of one agreement; read off pairs of our
# own: the same undertaking told twice .6-1.0, another one of the same two states .0-.3.
SAME = 0.5
# What it takes where their issues are others: general words (cooperation between the two countries) came to .56.
OTHER_ISSUE = 0.75
# What a body's deed is called in a sentence, and as a change.
BODY: Mapping[Deed, Change] = {
    "establishes": "established",
    "resumes": "resumed",
    "suspends": "suspended",
}
# How a sentence calls each force.
FORCES = {
    "agreed": "the agreement",
    "undertaken": "the undertaking",
    "one-sided": "what one side held out",
    "joint-position": "the joint position",
}
# The longest words of an agreement that a sentence quotes.
QUOTED = 90


Told = StatementFact | TopicFact | AgreementFact


@dataclass(frozen=True)
class Likenesses:
    """How like the words of facts of two stories are; each pair of stories worked out once."""

    line: Line
    _kept: dict[tuple[int, int], Mapping[tuple[int, str, int], float]] = field(
        default_factory=dict, repr=False
    )

    def of(self, one: int, fact: AgreementFact, other: int, theirs: Fact) -> float:
        """The likeness of an agreement of one story and a fact of another."""
        key = (one, other)
        if key not in self._kept:
            self._kept[key] = self._worked_out(one, other)
        return self._kept[key].get((fact.id, type(theirs).__name__, theirs.id), 0.0)

    def _worked_out(self, one: int, other: int) -> Mapping[tuple[int, str, int], float]:
        agreed = _texts(self.line.chapters[one].record, agreements_alone=True)
        told = _texts(self.line.chapters[other].record)
        best: dict[tuple[int, str, int], float] = {}
        for language, own in agreed.items():
            for code, others in told.items():
                scores = similarity([t for _, t in own], language, [t for _, t in others], code)
                for (fact, mine), row in zip(own, scores.tolist(), strict=True):
                    for (found, text), score in zip(others, row, strict=True):
                        name = (fact.id, type(found).__name__, found.id)
                        best[name] = max(1.0 if text == mine else score, best.get(name, 0.0))
        return best


def _texts(record: Record, *, agreements_alone: bool = False) -> dict[str, list[tuple[Fact, str]]]:
    """The words of facts, by language."""
    facts: Sequence[Fact] = (
        record.agreements if agreements_alone else (*record.agreements, *record.statements, *record.topics)
    )
    found: dict[str, list[tuple[Fact, str]]] = {}
    for fact in facts:
        for siglum, spans in words(fact).items():
            witness = record.witnesses[siglum]
            text = " ".join(span.of(witness.text) for span in spans)
            found.setdefault(witness.language, []).append((fact, text))
    return found


def words(fact: Fact) -> Spans:
    """What is said, agreed or discussed, by siglum."""
    if isinstance(fact, AgreementFact):
        return fact.what or fact.spans
    if isinstance(fact, StatementFact):
        return fact.content or fact.spans
    return fact.spans


def follow_ups(line: Line) -> Iterator[Move]:
    """For each agreement whether a later story tells it again, speaks of it, or does not mention it again."""
    alike, done = Likenesses(line), set[tuple[int, int]]()
    for story in range(line.count):
        for fact in sorted(line.chapters[story].record.agreements, key=_binding):
            if (story, fact.id) not in done:
                yield _followed(line, story, fact, alike, done)


def _binding(fact: AgreementFact) -> int:
    """What was agreed and undertaken comes before what is only held."""
    return list(FORCES).index(fact.force) if fact.force in FORCES else len(FORCES)


def _followed(
    line: Line, story: int, fact: AgreementFact, alike: Likenesses, done: set[tuple[int, int]]
) -> Move:
    states = [State(n, None, NOT_TOLD) for n in range(line.count)]
    states[story] = _state(line, story, fact)
    also: list[State] = []
    for later in range(story + 1, line.count):
        record = line.chapters[later].record
        again = _again(line, story, fact, later, alike, done)
        if again is not None:
            done.add((later, again.id))
            states[later] = _state(line, later, again)
            continue
        also += [
            State(later, one.sort, _quoted(line, later, one.fact), words(one.fact), (one.fact.id,))
            for one in _spoken_of(line, story, fact, later, record, alike)
        ]
    change = _change(story, states, also)
    parties = sorted(line.acting_for(story, fact.parties))
    return Move(
        0,
        "body" if fact.body and fact.deed in BODY else "agreement",
        change,
        str(fact.deed or fact.force),
        " ".join(parties) or None,
        _name(line, fact, parties),
        _note(line, story, fact, states, also),
        tuple(states),
        tuple(also),
        dossier(fact.issues),
    )


def _state(line: Line, story: int, fact: AgreementFact) -> State:
    value = fact.deed if fact.body and fact.deed in BODY else fact.force
    return State(story, str(value), _quoted(line, story, fact), words(fact), (fact.id,))


def _again(
    line: Line, story: int, fact: AgreementFact, later: int, alike: Likenesses, done: set[tuple[int, int]]
) -> AgreementFact | None:
    """The agreement of a later story that is the same one: the likest of the same parties, of two alike the one of its force."""
    found = [
        (-round(alike.of(story, fact, later, other), 4), other.force != fact.force, other.id, other)
        for other in line.chapters[later].record.agreements
        if (later, other.id) not in done
        and _same_sides(line, story, fact.parties, later, other.parties)
        and alike.of(story, fact, later, other) >= _enough(fact, other)
    ]
    best = min(found, key=lambda f: f[:3], default=None)
    return best[3] if best else None


def _enough(fact: AgreementFact, other: Told) -> float:
    """How like their words must be: more, where they are about other issues."""
    return SAME if not fact.issues or not other.issues or _shared(fact, other) else OTHER_ISSUE


def _shared(fact: AgreementFact, other: Told) -> bool:
    """Whether both are about one issue, and not one as general as *relations between the two countries*."""
    known = by_id()
    return any(i in known and not known[i].general for i in set(fact.issues) & set(other.issues))


def _same_sides(line: Line, story: int, one: tuple[str, ...], later: int, other: tuple[str, ...]) -> bool:
    """Whether some side is in both; where nobody is told, nothing speaks against it."""
    mine, theirs = line.acting_for(story, one), line.acting_for(later, other)
    return not mine or not theirs or bool(mine & theirs)


@dataclass(frozen=True)
class Spoken:
    """A fact of a later story that speaks of an agreement's matter."""

    sort: str
    fact: Told


def _spoken_of(
    line: Line, story: int, fact: AgreementFact, later: int, record: Record, alike: Likenesses
) -> Iterator[Spoken]:
    """What a later story says of the matter: of the same issue by one of the same sides, or in like words."""
    several: tuple[tuple[str, Sequence[Told]], ...] = (
        ("agreement", record.agreements),
        ("statement", record.statements),
        ("topic", record.topics),
    )
    for sort, facts in several:
        for one in facts:
            like = alike.of(story, fact, later, one) >= _enough(fact, one)
            if _same_sides(line, story, fact.parties, later, _who(one)) and (like or _shared(fact, one)):
                yield Spoken(sort, one)


def _who(fact: Told) -> tuple[str, ...]:
    if isinstance(fact, AgreementFact):
        return fact.parties
    return fact.speakers if isinstance(fact, StatementFact) else ()


def _change(story: int, states: Sequence[State], also: Sequence[State]) -> Change:
    last = states[-1]
    told = [s for s in states if s.value]
    if story == len(states) - 1:
        return BODY.get(last.value, "new")  # type: ignore[call-overload, no-any-return]
    if len(told) > 1:
        if told[0].value != told[-1].value:
            return BODY.get(told[-1].value, "taken-up")  # type: ignore[call-overload, no-any-return]
        return "stays"
    return "taken-up" if also else "not-mentioned"


def _name(line: Line, fact: AgreementFact, parties: Sequence[str]) -> str:
    what = FORCES.get(str(fact.force), "what was agreed")
    issues = listed([label(issue) for issue in fact.issues]) if fact.issues else ""
    who = listed([line.label(p) for p in parties]) if parties else ""
    return what + (f" on {issues}" if issues else "") + (f" of {who}" if who else "")


def _quoted(line: Line, story: int, fact: Fact) -> str:
    return quoted(line.chapters[story].record, words(fact), QUOTED)


def _note(
    line: Line,
    story: int,
    fact: AgreementFact,
    states: Sequence[State],
    also: Sequence[State],
) -> str:
    deed = BODY.get(fact.deed) if fact.deed and fact.body else None
    body = quoted(line.chapters[story].record, fact.body, QUOTED)
    if deed is not None:
        what = f"“{body}”, told of as {deed} in {line.when(story)},"
    else:
        what = f"{FORCES.get(str(fact.force), 'what was agreed')} of {line.when(story)}, “{states[story].label}”,"
    told = [s.story for s in states if s.value and s.story != story]
    later = list(range(story + 1, line.count))
    if not later and deed is not None:
        return sentence(f"“{body}” is told of as {deed} in {line.when(story)}")
    if not later:
        return sentence(f"{what} is told of for the first time")
    if told:
        now = BODY.get(states[told[-1]].value)  # type: ignore[call-overload]
        return sentence(f"{what} is told of again in {line.stories(told)}" + (f", as {now}" if now else ""))
    if also:
        return sentence(f"{what} is spoken of again in {line.stories(sorted({s.story for s in also}))}")
    return sentence(f"{what} is not mentioned again in {either([line.when(n) for n in later])}")
