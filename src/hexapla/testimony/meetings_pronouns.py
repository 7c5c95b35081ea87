"""For whom a pronoun stands in a sentence that tells of a meeting: *received him*, *his visit*, *he and the king*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hexapla.lang.words import function_words
from hexapla.testimony.cues import Cue
from hexapla.testimony.meetings_anchors import Anchor
from hexapla.testimony.meetings_figures import Figure, Group
from hexapla.testimony.meetings_leads import COMMAS, words_of_and
from hexapla.testimony.scenes import Scene
from hexapla.witness.model import Span

if TYPE_CHECKING:
    from hexapla.testimony.meetings_sentence import Sentence

# Words between a verb and the pronoun, or the noun for a visitor, that it is done to; between *his* and the noun.
DONE_TO, POSSESSED = 1, 2
# Words between *the two* and their verb.
THEIRS = 6
# Words between a noun of meeting, or its verb, and *with him*.
WITH = 4


def done_to(scene: Scene, anchor: Anchor) -> Cue | None:
    """The pronoun, or the noun for a visitor, that a verb of meeting is done to."""
    for cue in scene.of("role", "him") + scene.of("role", "visitor"):
        if scene.quoted(cue.start) or any(m.span.overlap(cue.span) for m in scene.mentions):
            continue
        if _inside(scene, anchor, cue) or _before(scene, anchor, cue) or _behind(scene, anchor, cue):
            return cue
    return None


def _inside(scene: Scene, anchor: Anchor, cue: Cue) -> bool:
    """*L'a reçu*, but not *a discuté le jour même avec*."""
    if not anchor.span.holds(cue.span):
        return False
    edge = cue.start == anchor.span.start or cue.end == anchor.span.end
    return edge or not scene.is_article(scene.text[cue.start : cue.end])


def _before(scene: Scene, anchor: Anchor, cue: Cue) -> bool:
    if cue.end > anchor.span.start or scene.distance(cue.end, anchor.span.start) > 0:
        return False
    return not _signs(scene, cue.end, anchor.span.start)


def _behind(scene: Scene, anchor: Anchor, cue: Cue) -> bool:
    """*Received her*, but not *received her minister*."""
    start = anchor.span.end
    if cue.start < start or scene.distance(start, cue.start) > DONE_TO or _signs(scene, start, cue.start):
        return False
    whose = any(c.span == cue.span for c in scene.of("role", "his"))
    if cue.id == "him" and not whose and scene.is_article(scene.text[cue.start : cue.end]):
        return False
    word = next((w for w in scene.words if w.start >= cue.end), None)
    if word is None or _signs(scene, cue.end, word.start) or cue.id == "visitor":
        return not any(m.span.start == word.start for m in scene.mentions) if word else True
    if not whose:
        return True
    light = function_words(scene.segment.language)
    return word.form in light or any(c.start <= word.start < c.end for c in scene.of("role", "same_day"))


def possessed(scene: Scene, noun: Span) -> Cue | None:
    """*His* before a noun of meeting."""
    return next(
        (
            c
            for c in scene.of("role", "his")
            if c.end <= noun.start
            and scene.distance(c.end, noun.start) <= POSSESSED
            and not _signs(scene, c.end, noun.start)
            and not any(c.end <= m.span.start < noun.start for m in scene.mentions)
        ),
        None,
    )


def with_him(scene: Scene, anchor: Anchor) -> bool:
    """Whether a meeting is told to be *with him*."""
    spans = [s for s in (anchor.span, anchor.held) if s]
    return any(
        not scene.quoted(c.start)
        and not any(m.span.start == c.end or m.span.overlap(c.span) for m in scene.mentions)
        and any(_apart(scene, c.span, s) <= WITH for s in spans)
        for c in scene.of("role", "with_him")
    )


def they(sentence: Sentence, anchor: Anchor) -> bool:
    """Whether a verb without its subject, or a pronoun, says that several met who were spoken of."""
    scene, verb = sentence.scene, anchor.held or anchor.span
    start, end = min(verb.start, anchor.span.start), max(verb.end, anchor.span.end)
    clause = scene.clause(verb.start)
    opened = max(clause.start, sentence.opened(anchor))
    for cue in scene.of("grammar", "they"):
        free = not any(m.span.overlap(cue.span) for m in scene.mentions)
        if free and opened <= cue.start and cue.end <= start:
            near = scene.distance(cue.end, start) <= THEIRS and not _signs(scene, cue.end, start)
            near = near or sentence.settings.bare(scene, cue.end, start)
            return near and not any(cue.end <= m.span.start < start for m in scene.mentions)
    if not _plural(scene, verb):
        return False
    behind = next((w for w in scene.words if w.start >= end), None)
    heavy = behind and not sentence.settings.bare(scene, end, behind.end)
    forms = behind and any(c.start <= behind.start < c.end for c in scene.of("form"))
    return not (heavy and not forms) and sentence.settings.bare(scene, opened, verb.start)


def both_did(sentence: Sentence, anchor: Anchor, left: Group) -> bool:
    """Whether the verb of one says that several do it: where it stands first, they are named before."""
    verb = anchor.held or anchor.span
    first = not sentence.scene.using.order.subject_before
    return first and not left.plural and left.span.end <= verb.start and _plural(sentence.scene, verb)


def _plural(scene: Scene, verb: Span) -> bool:
    looks = scene.using.order.plural_verbs
    word = next((w for w in scene.words if verb.start <= w.start and w.end <= verb.end), None)
    return looks is not None and word is not None and bool(looks.search(word.form))


def with_visitor(scene: Scene, anchor: Anchor) -> bool:
    """Whether somebody meets *with his guest*, or *with her host*."""
    withs = [c.end for c in scene.of("role", "with")]
    return any(
        anchor.span.end <= c.start
        and scene.distance(anchor.span.end, c.start) <= WITH
        and (
            any(scene.distance(end, c.start) == 0 and end <= c.start for end in withs)
            or c.start == anchor.span.end
        )
        and not any(m.span.start == c.end + 1 for m in scene.mentions)
        for c in scene.of("role", "visitor")
    )


def joined(scene: Scene, group: Group, whom: Group | None) -> Group:
    """*He and the king* are two."""
    if whom is None or whom.plural or len(group.figures) > 1:
        return group
    start = group.span.start
    pronouns = [c for c in scene.of("grammar", "he", "she") if c.end <= start]
    told = pronouns[-1] if pronouns else None
    if told is None or _signs(scene, told.end, start) or scene.distance(told.end, start) > 1:
        return group
    ands = words_of_and(scene.segment.language)
    between = [w.form for w in scene.words if told.end <= w.start < start] or [
        scene.text[told.end : start].strip()
    ]
    if len(between) != 1 or between[0] not in ands or any(f.same(whom.figures[0]) for f in group.figures):
        return group
    return Group((*whom.figures, *group.figures), group.lead, Span(told.start, group.span.end))


def pair(recent: Sequence[Group]) -> tuple[Figure, ...]:
    """The last two of two sides whom the text was about: *the two*."""
    first = antecedent(recent, None)
    second = antecedent(recent, first.figures[0]) if first else None
    return (second.figures[0], first.figures[0]) if first and second else ()


def beside(groups: Sequence[Group], one: Group) -> tuple[Group, ...]:
    """The other of the two people of two sides whom a sentence speaks of."""
    people = {f.key: g for g in groups for f in g.figures if not f.is_side and not g.plural}
    others = [g for key, g in people.items() if key != one.figures[0].key]
    if one.plural or len(others) != 1 or others[0].figures[0].side in (None, one.figures[0].side):
        return ()
    return (others[0],)


def antecedent(recent: Sequence[Group], other: Figure | None) -> Group | None:
    """Whom the text spoke of last that is not the one who acts."""
    for group in recent:
        if group.plural or group.figures[0].is_side:
            continue
        one = group.figures[0]
        if other is None or not (one.same(other) or (one.side is not None and one.side == other.side)):
            return group
    return None


def _apart(scene: Scene, one: Span, other: Span) -> int:
    first, second = sorted((one, other))
    return scene.distance(first.end, second.start)


def _signs(scene: Scene, start: int, end: int) -> bool:
    return any(sign in scene.text[start:end] for sign in (*COMMAS, "(", '"', "«", "“"))
