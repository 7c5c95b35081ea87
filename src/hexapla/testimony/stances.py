"""Which position a statement takes, towards whom, and whether it is negated, future or only supposed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from hexapla.lang import load
from hexapla.lang.words import folding
from hexapla.parties import Parties
from hexapla.testimony.acts import Act
from hexapla.testimony.cues import PARTING, Cue
from hexapla.testimony.model import Flag, Stance
from hexapla.testimony.scenes import Scene
from hexapla.testimony.wordkinds import only_time
from hexapla.witness.model import Span

# A negation or a sign of the future holds for the statement when it stands among its first words.
REACH = 9
# So many words before its verb a negation negates it: "did not say".
CLOSE = 2
# And one that is no verb's stands among so many: "no deadline had been set".
NOUN_REACH = 3
# Statements name so many whom they are about at most.
MOST_TARGETS = 3
FLAGS: tuple[tuple[Flag, str], ...] = (
    ("negated", "negation"),
    ("future", "future"),
    ("hypothetical", "hypothetical"),
)


def stance(
    scenes: Sequence[Scene], act: Act, content: Sequence[Span], others: Callable[[Scene, Cue], bool]
) -> tuple[Stance, Cue | None]:
    """The stance of a statement, and the words inside it that tell, where the verb itself does not.

    ``others`` tells a verb that somebody else does: *that X had objected* is no objection.
    """
    if act.stance != "notes":
        return act.stance, None
    signs = [
        c
        for scene in scenes
        for c in scene.cues
        if _tells(c) and any(s.holds(c.span) for s in content) and not (c.group == "act" and others(scene, c))
    ]
    signs.sort(key=lambda c: (c.start, -c.end))
    for sign in signs:
        if sign.group == "stance":
            return sign.id, sign  # type: ignore[return-value]
        if sign.act.stance != "notes":
            return sign.act.stance, sign
    return "notes", None


def _tells(cue: Cue) -> bool:
    return cue.group == "stance" or (cue.group == "act" and cue.act.cls == "say" and cue.role == "finite")


def flags(scene: Scene, cue: Cue, content: Sequence[Span]) -> tuple[Flag, ...]:
    """Whether what is said is negated, future or hypothetical, as far as its first words tell."""
    found: list[Flag] = []
    for flag, key in FLAGS:
        more = [c for c in scene.of("grammar", "failing") if key == "negation" and _holds_not(scene, c)]
        more += _to_come(scene, cue) if key == "future" else []
        for sign in (*scene.of("grammar", key), *more):
            inside = any(
                s.holds(sign.span)
                and scene.distance(s.start, sign.start) <= REACH
                and not (key == "negation" and _deep(scene, s.start, sign))
                and not _subordinate(scene, s.start, sign)
                for s in content
            )
            before = (
                key == "negation"
                and sign.end <= cue.start
                and scene.distance(sign.end, cue.start) <= CLOSE
                and PARTING.isdisjoint(scene.text[sign.end : cue.start])
            )
            if inside or before:
                found.append(flag)
                break
    if cue.group == "act" and cue.act.negates and "negated" not in found:
        found.insert(0, "negated")
    return tuple(found)


def _to_come(scene: Scene, cue: Cue) -> list[Cue]:
    """The verbs behind *that* which tell of what was to come: *said that it would*; none where it is only supposed."""
    that = [c for c in scene.of("grammar", "that") if c.end >= cue.end]
    if not that or scene.of("grammar", "if"):
        return []
    supposed = {c.span for c in scene.of("grammar", "hypothetical")}
    language = scene.segment.language
    # Without a time it may as well be what is only held possible: *that both would gain by it*.
    timed = [w.start for w in scene.words if w.start >= that[0].end and only_time(w.form, language)]
    later = [c for c in scene.of("grammar", "later") if c.start >= that[0].end and c.span not in supposed]
    return [c for c in later if any(at > c.start for at in timed)]


def _holds_not(scene: Scene, sign: Cue) -> bool:
    """Whether a longer phrase for what did not succeed holds a negation: *could not*, no *without*."""
    return any(
        sign.start <= w.start < sign.end and w.form in _negations(scene.segment.language) for w in scene.words
    )


@cache
def _negations(language: str) -> frozenset[str]:
    """The folded words for *not*."""
    fold = folding(language).fold
    listed = load(language).table("testimony")["grammar"]["negation"]
    return frozenset(fold(word) for word in listed if word.isalpha())


def _subordinate(scene: Scene, start: int, sign: Cue) -> bool:
    """Whether a sign stands in a clause about a part of what is said: *the men whom nobody …*, *if it does not …*."""
    if any(
        start < c.start
        and c.end <= sign.start
        and scene.distance(start, c.start) > 0
        # Behind another sign the clause may be over: *the group that came did not stay*.
        and PARTING.isdisjoint(scene.text[c.end : sign.start])
        for c in scene.of("grammar", "relatives")
        # *that*, which in some languages is both.
        if not any(c.span == that.span for that in scene.of("grammar", "that"))
    ):
        return True
    supposed = [c for c in scene.of("grammar", "if") if start <= c.start and c.end <= sign.start]
    return sign.id in ("negation", "failing") and any(
        not any(mark in scene.text[c.end : sign.start] for mark in ",،，") for c in supposed
    )


def _deep(scene: Scene, start: int, sign: Cue) -> bool:
    """Whether a negation that is a noun's stands deep inside of what is said: *to remove them without delay*."""
    noun = any(c.start == sign.start and c.end == sign.end for c in scene.of("grammar", "lacking"))
    return noun and scene.using.spaced and scene.distance(start, sign.start) > NOUN_REACH


def targets(
    scenes: Sequence[Scene],
    content: Sequence[Span],
    speakers: Sequence[str],
    sides: Sequence[str],
    parties: Parties,
) -> tuple[str, ...]:
    """Whom a statement is about or directed at: people and parties that it names, but the speaker's own side."""
    found: dict[str, None] = {}
    for scene in scenes:
        for mention in scene.mentions:
            if not any(span.holds(mention.span) for span in content):
                continue
            name = mention.person or mention.party
            if name and name not in speakers and name not in sides:
                found[name] = None
    return tuple(found)[:MOST_TARGETS]
