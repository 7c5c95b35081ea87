"""Attribution entries: the same is said by another speaker, or by the outlet in its own voice.

A government and its minister, a ministry and its spokesman are one speaker here. Where a speaker of one version is
named in the sentence of another, the reading of who speaks may have failed there, and nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from hexapla.apparatus.claims import Claims, entry, said
from hexapla.apparatus.model import Entry
from hexapla.apparatus.saying import Round, Saying, answered, rounds
from hexapla.apparatus.wording import attribution_note
from hexapla.testimony.acts import acts
from hexapla.testimony.model import Statement
from hexapla.testimony.scenes import Scene
from hexapla.witness.model import Span

WEIGHT = 0.85
# A speaker told less surely is held against nobody.
SURE = 0.65
# What a witness says in its own voice and what another has somebody say must answer each other by this share, and
# neither may hold much more than the other. A bound of .6 for both found three of seven such sentences of eval/sayings.
OWN_VOICE, LEAST_ANSWERED = 0.42, 0.33
# Fewer words of content are no statement that could be told in one's own voice.
LEAST = 4
# A sentence that says *that* among its first words lets somebody say something.
OPENING = 4
# Signs of a source that stand in other sentences too: "this".
SAME = ("same",)
# So much of the words that name a speaker stands in another sentence where it names him.
NAMED = 0.34
OWN = "the outlet"


def attributions(saying: Saying, claims: Claims) -> list[Entry]:
    """One entry for each statement with several speakers, or with none in some witness."""
    found = rounds(saying)
    told = {(n, s.id) for one in found for n, s in one.said.items()}
    alone = [
        Round({n: s}, 1.0)
        for n, testimony in enumerate(saying.testimonies)
        for s in testimony.statements
        if (n, s.id) not in told
    ]
    return [made for one in [*found, *alone] for made in _attribution(one, saying, claims)]


def _attribution(one: Round, saying: Saying, claims: Claims) -> Iterator[Entry]:
    known = {n: s for n, s in one.said.items() if s.speakers and s.confidence >= SURE}
    groups = _groups(known, saying)
    if len(groups) > 1:
        # Against each other only where the speaker stands beside the verb.
        told = [[n for n in group if _beside(known[n])] for group in groups]
        groups = [group for group in told if group]
        if any(
            _unsure(known, a, b, saying, claims) for x, y in combinations(groups, 2) for a in x for b in y
        ):
            return
        own: dict[int, Span] = {}
    else:
        own = _own_voice(known, saying, claims)
    readings: list[tuple[str, Mapping[int, tuple[Span, ...]]]] = [
        (" ".join(sorted(saying.speakers(some[0], known[some[0]]))), {n: (_speaker(known[n]),) for n in some})
        for some in groups
    ]
    if own:
        readings.append((OWN, {n: (span,) for n, span in own.items()}))
    if len(readings) < 2:
        return
    named = said(claims.collation, readings[: len(groups)])
    note = attribution_note(named, [_siglum(claims, n) for n in sorted(own)])
    sure = min(0.95, (0.3 if own else 0.45) + 0.5 * one.share)
    yield entry(claims.collation, "attribution", readings, sure, note, WEIGHT)


def _siglum(claims: Claims, number: int) -> str:
    return list(claims.collation.witnesses)[number]


# Who


def _groups(known: Mapping[int, Statement], saying: Saying) -> list[list[int]]:
    """The witnesses by speaker."""
    groups: list[list[int]] = []
    for number in known:
        for group in groups:
            if _same(group[0], number, known, saying):
                group.append(number)
                break
        else:
            groups.append([number])
    return groups


def _same(a: int, b: int, known: Mapping[int, Statement], saying: Saying) -> bool:
    """Whether each speaker of the one is, or speaks for, one of the other's."""
    one, other = saying.speakers(a, known[a]), saying.speakers(b, known[b])
    first, second = (
        [_with_sides(s, saying) for s in sorted(one)],
        [_with_sides(s, saying) for s in sorted(other)],
    )
    return all(any(x & y for y in second) for x in first) and all(any(x & y for x in first) for y in second)


def _with_sides(speaker: str, saying: Saying) -> frozenset[str]:
    """A speaker with the parties whose offices he holds: a minister speaks for his ministry's state."""
    person = saying.cast.by_id.get(speaker)
    return frozenset(
        {speaker, *(held.of for held in person.offices if held.of is not None)} if person else {speaker}
    )


def _unsure(known: Mapping[int, Statement], a: int, b: int, saying: Saying, claims: Claims) -> bool:
    """Whether two speakers may be one, or either witness names the other's where the statement stands."""
    one, other = saying.speakers(a, known[a]), saying.speakers(b, known[b])
    if one & other and any(len(_scenes(n, known[n], claims)) > 1 for n in (a, b)):
        # Several against one of them: what runs over sentences may be said in turns.
        return True
    if not (_known(one - other, b, saying) or _known(other - one, a, saying)):
        # Neither text knows the other's speaker: he may be the same man under a name that was read amiss.
        return True
    for x, y in ((a, b), (b, a)):
        others = saying.speakers(x, known[x]) - saying.speakers(y, known[y])
        if others & _around(y, _scenes(y, known[y], claims), saying):
            return True
        # Nor by a name that was not made out to be a person's.
        spans = [scene.span for scene in _scenes(y, known[y], claims)]
        if others and answered(saying.workings.pair(x, y), x, [_speaker(known[x])], spans) >= NAMED:
            return True
    return False


def _known(speakers: frozenset[str], number: int, saying: Saying) -> bool:
    """Whether a witness knows all of some speakers: people it names somewhere, states and bodies."""
    people = saying.cast.by_id
    here = set(saying.cast.ids[number].values())
    return bool(speakers) and all(name in here or name not in people for name in speakers)


def _around(number: int, scenes: Sequence[Scene], saying: Saying) -> frozenset[str]:
    """Everybody who is named in some sentences of a witness, by the ids of the story."""
    ids = saying.cast.ids[number]
    return frozenset(
        ids.get(name, name)
        for scene in scenes
        for mention in scene.mentions
        for name in (mention.person, mention.party)
        if name
    )


def _scenes(number: int, statement: Statement, claims: Claims) -> list[Scene]:
    return [
        s for s in claims.accounts[number].scenes if any(s.span.overlap(span) for span in statement.spans)
    ]


def _beside(statement: Statement) -> bool:
    return any(r.kind == "speaker" and r.value == "beside" for r in statement.because)


def _speaker(statement: Statement) -> Span:
    """The words that name the speaker, else those that say that somebody speaks, else what is said."""
    told = next((r.span for r in statement.because if r.kind == "speaker" and r.span), None)
    return told or statement.cue_span or statement.content[0]


# Nobody


def _own_voice(known: Mapping[int, Statement], saying: Saying, claims: Claims) -> dict[int, Span]:
    """The witnesses that say in their own voice what the others have somebody say, with the words."""
    if not known or not all(acts()[s.act].scale == "assert" and _beside(s) for s in known.values()):
        return {}
    found: dict[int, Span] = {}
    for number in range(len(saying.testimonies)):
        if number in known:
            continue
        spans = {_told(number, n, s, saying, claims) for n, s in known.items()}
        only = spans.pop() if len(spans) == 1 else None
        if only is not None:
            found[number] = only
    return found


def _told(number: int, speaking: int, statement: Statement, saying: Saying, claims: Claims) -> Span | None:
    """The sentence of a witness that tells a statement of another's as its own."""
    read = saying.workings.reads[speaking]
    if sum(len(read.items(span)) for span in statement.content) < LEAST:
        return None
    linked = _linked(number, speaking, statement, saying)
    # A lead sums up, and leaves it to what follows who said so.
    body = saying.testimonies[number].witness.body
    opening = next((segment for segment in body if segment.role == "body"), None)
    for scene in claims.accounts[number].scenes:
        if scene.number not in linked or scene.segment == opening:
            continue
        if not _plain(scene, number, statement, speaking, saying):
            continue
        if not _peopled(scene, number, statement, speaking, saying, claims) and _answers(
            scene, number, statement, speaking, saying
        ):
            return scene.span
    return None


def _linked(number: int, speaking: int, statement: Statement, saying: Saying) -> frozenset[int]:
    """The segments of a witness that are linked with those of another's statement."""
    pair = saying.workings.pair(number, speaking)
    return frozenset(
        s
        for c in saying.workings.reads[speaking].clauses
        if any(c.span.overlap(span) for span in statement.content)
        for s in pair.answers_to(speaking, c.segment)
    )


def _answers(scene: Scene, number: int, statement: Statement, speaking: int, saying: Saying) -> bool:
    pair = saying.workings.pair(number, speaking)
    there = answered(pair, number, [scene.span], statement.content)
    here = answered(pair, speaking, statement.content, [scene.span])
    return (there + here) / 2 >= OWN_VOICE and min(there, here) >= LEAST_ANSWERED


def _peopled(
    scene: Scene, number: int, statement: Statement, speaking: int, saying: Saying, claims: Claims
) -> bool:
    """Whether a sentence names the speaker or his side, or more people than are spoken of: one of them may be said to
    say it, by a word that is not known.
    """
    sides = frozenset(
        side for one in saying.speakers(speaking, statement) for side in _with_sides(one, saying)
    )
    pair = saying.workings.pair(number, speaking)
    return (
        bool(sides & _around(number, [scene], saying))
        or _people(scene, [scene.span]) > _people_in(statement, claims.accounts[speaking].scenes)
        or answered(pair, speaking, [_speaker(statement)], [scene.span]) >= NAMED
    )


def _people_in(statement: Statement, scenes: Sequence[Scene]) -> int:
    return sum(
        _people(s, statement.content) for s in scenes if any(s.span.overlap(c) for c in statement.content)
    )


def _people(scene: Scene, spans: Sequence[Span]) -> int:
    """How many mentions of people stand in some stretches of a sentence."""
    return sum(m.party is None and any(s.holds(m.span) for s in spans) for m in scene.mentions)


def _plain(scene: Scene, number: int, statement: Statement, speaking: int, saying: Saying) -> bool:
    """Whether nobody speaks in a sentence, nor goes on speaking through it."""
    if scene.segment.role != "body" or scene.quotations or scene.acts("say"):
        return False
    if any(c.id not in SAME for c in scene.of("source")):
        return False
    if scene.of("grammar", "aside", "hypothetical"):
        return False
    if any(scene.distance(scene.span.start, c.start) <= OPENING for c in scene.of("grammar", "that")):
        # Somebody says *that*, by a word that is not known.
        return False
    others = saying.testimonies[number].statements
    if any(scene.span.overlap(span) for s in others for span in s.spans):
        return False
    speakers = saying.speakers(speaking, statement)
    return not any(saying.speakers(number, s) & speakers and _joined(s, scene) for s in others)


def _joined(statement: Statement, scene: Scene) -> bool:
    """Whether a sentence stands right behind a statement, in its paragraph."""
    before = [span.end for span in statement.spans if span.end <= scene.span.start]
    return bool(before) and "\n" not in scene.text[max(before) : scene.span.start]
