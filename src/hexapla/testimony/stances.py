"""Which position a statement takes, towards whom, and whether it is negated, future or only supposed."""

from __future__ import annotations

from collections.abc import Sequence

from hexapla.parties import Parties
from hexapla.testimony.acts import Act
from hexapla.testimony.cues import Cue
from hexapla.testimony.model import Flag, Stance
from hexapla.testimony.scenes import Scene
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


def stance(scenes: Sequence[Scene], act: Act, content: Sequence[Span]) -> tuple[Stance, Cue | None]:
    """The stance of a statement, and the words inside it that tell, where the verb itself does not."""
    if act.stance != "notes":
        return act.stance, None
    signs = [c for scene in scenes for c in scene.cues if _tells(c) and any(s.holds(c.span) for s in content)]
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
        for sign in scene.of("grammar", key):
            inside = any(
                s.holds(sign.span)
                and scene.distance(s.start, sign.start) <= REACH
                and not (key == "negation" and _deep(scene, s.start, sign))
                for s in content
            )
            before = (
                key == "negation" and sign.end <= cue.start and scene.distance(sign.end, cue.start) <= CLOSE
            )
            if inside or before:
                found.append(flag)
                break
    if cue.group == "act" and cue.act.negates and "negated" not in found:
        found.insert(0, "negated")
    return tuple(found)


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
