"""Verbs of meeting: whoever does it, and with whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hexapla.lang.words import function_words
from hexapla.testimony.meetings_anchors import Anchor
from hexapla.testimony.meetings_figures import Group
from hexapla.testimony.meetings_leads import COMMAS
from hexapla.testimony.meetings_sentence import BESIDE, COMPLEMENT, OBJECT, Sentence, Telling, once
from hexapla.witness.model import Span

# Words between a verb of hosting and the noun of the meeting that is hosted.
HOSTED = 5
# Of these the object stands behind a preposition in some languages: *recibió al ministro*.
DIRECT = frozenset({"meet", "receive", "phone"})


def met(sentence: Sentence, telling: Telling, groups: Sequence[Group]) -> Telling | None:
    """What a verb tells; None where it names nobody."""
    anchor = telling.anchor
    # "avait appelé son homologue": the verb's words may reach into whom it is done to.
    if _has_a_meeting(sentence, anchor, groups):
        return None
    right = [g for g in groups if g.span.end > anchor.span.end and g.span.start > anchor.span.start]
    left, other = _both(sentence, anchor, groups, [g for g in right if _partner(sentence, anchor, g)], right)
    if anchor.kind == "visit" and anchor.role == "impersonal" and other and left and other is not left:
        return _welcomed(telling, left, other)
    if anchor.kind == "visit":
        return visited(telling, _arrived(sentence, anchor, groups) or left or other)
    if left is None and other is None:
        return telling if anchor.act == "meet" else None
    principals = tuple(sentence.figures.sided(once([g for g in (left, other) if g])))
    telling = replace(
        telling,
        principals=principals,
        whole=len(principals) > 1,
        weak=(anchor.act == "discuss" and other is None) or all(f.is_side for f in principals),
    )
    if anchor.act in ("receive", "host") and left and other:
        guest = next((f for f in principals if f.span == other.figures[0].span), other.figures[0])
        return replace(telling, host=left.figures[0], guest=guest)
    return telling


def _has_a_meeting(sentence: Sentence, anchor: Anchor, groups: Sequence[Group]) -> bool:
    """*Will host the next round*: what is received is no person but a meeting, told of by its noun."""
    scene, end = sentence.scene, anchor.span.end
    nouns = [a for a in sentence.anchors if not (a.act or a.relation or a.kind == "visit")]
    return anchor.act in ("receive", "host") and any(
        end <= noun.span.start
        and not scene.governed(noun.span.start)
        and scene.distance(end, noun.span.start) <= HOSTED
        and not any(
            end <= g.span.start and g.span.end <= noun.span.start and not g.figures[0].is_side for g in groups
        )
        for noun in nouns
    )


def _welcomed(telling: Telling, guest: Group, host: Group) -> Telling:
    """A visitor who is met where he arrives: the host has his part in the visit."""
    both = once([guest, host])
    return replace(telling, principals=both, host=host.figures[0], guest=guest.figures[0], whole=False)


def _arrived(sentence: Sentence, anchor: Anchor, groups: Sequence[Group]) -> Group | None:
    """*Received him on his arrival*: who is received arrives."""
    before = [a for a in sentence.anchors if a.act == "receive" and a.span.end <= anchor.span.start]
    if anchor.role != "trailing" or not before:
        return None
    done = before[-1]
    people = [g for g in groups if g.span.end <= anchor.span.start and not g.figures[0].is_side]
    behind = [g for g in people if g.span.start >= done.span.end]
    if done.role == "impersonal":
        ahead = [g for g in people if g.span.end <= done.span.start]
        return ahead[-1] if ahead else sentence.before
    if not behind:
        return None
    if len(people) == 1 and not sentence.scene.using.order.subject_before:
        return sentence.before
    host = people[-2].figures[0] if len(people) > 1 else None
    one = sentence.figures.sided([f for f in (host, behind[-1].figures[0]) if f])
    return behind[-1]._replace(figures=(one[-1],))


def visited(telling: Telling, visitor: Group | None) -> Telling | None:
    """A visit, and who makes it; a verb of visiting without a visitor tells of none."""
    if visitor is None or visitor.figures[0].is_side:
        return None if telling.anchor.act else telling
    return replace(telling, principals=once([visitor]), guest=visitor.figures[0], whole=False)


def _both(
    sentence: Sentence,
    anchor: Anchor,
    groups: Sequence[Group],
    partners: Sequence[Group],
    right: Sequence[Group],
) -> tuple[Group | None, Group | None]:
    """Who does it and with whom, whatever the order of the words."""
    left = sentence.left(anchor, groups)
    agent = next((g for g in right if g.lead in ("by", "host")), partners[0] if partners else None)
    if agent and _passive(sentence, anchor):
        # "was received by": the one before is the guest.
        return agent, left or sentence.before
    if len(partners) > 1 and (left is None or not sentence.scene.using.order.subject_before):
        return partners[0], partners[1]
    if partners:
        return left, partners[0]
    before = [g for g in groups if g.span.end <= anchor.span.start and g.lead == "with"]
    return left, before[-1] if before else None


def _passive(sentence: Sentence, anchor: Anchor) -> bool:
    """Whether it is said of whom it was done to: *was received by*."""
    if anchor.act not in DIRECT:
        return False
    by = sentence.scene.of("grammar", "by")
    return anchor.role == "impersonal" or any(anchor.span.holds(c.span) for c in by)


def _marked(sentence: Sentence, anchor: Anchor, group: Group) -> bool:
    """Whether words of grammar make a group the object, and no other one stands right behind the verb.

    *Recibió hoy en la sede del ministerio a su colega*, but not *recibió una carta para el ministro*.
    """
    scene, start, end = sentence.scene, anchor.span.end, group.span.start
    between = scene.between(start, end)
    if not any(
        c.group == "grammar" and c.id == "objects" and scene.distance(c.end, end) <= 1 for c in between
    ):
        return False
    if any(c.group in ("act", "event") or c.id == "relatives" for c in between):
        return False
    if any(sign in scene.text[start:end] for sign in COMMAS):
        return False
    days = [Span(d.start, d.end) for d in sentence.settings.dates(scene)]
    light = function_words(scene.segment.language)
    governed = {c.start for c in between if c.group == "grammar" and c.id == "prepositions"}
    for word in scene.words:
        if word.start >= start and not any(day.holds(Span(word.start, word.end)) for day in days):
            if word.start in governed:
                return True
            if word.form not in light:
                return False
    return False


def _partner(sentence: Sentence, anchor: Anchor, group: Group) -> bool:
    """Whether a group is met: the verb's object, or joined to it with *with*."""
    scene = sentence.scene
    away = scene.distance(anchor.span.end, group.span.start)
    discussed, a_side = anchor.act == "discuss", group.figures[0].is_side
    if anchor.kind != "visit" and away <= BESIDE and not a_side and not discussed:
        return True
    if group.lead == "of" and anchor.act in DIRECT:
        # "recibió hoy en Lisk al ministro": but for where and when, nothing stands between.
        bare = sentence.settings.bare(scene, anchor.span.end, group.span.start)
        return away <= OBJECT and (bare or _marked(sentence, anchor, group))
    if group.lead == "with":
        return away <= COMPLEMENT and not (discussed and a_side)
    if group.lead or away > OBJECT:
        return False
    return not discussed or not (a_side or scene.using.order.subject_before)
