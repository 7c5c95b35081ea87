"""Verbs of meeting: whoever does it, and with whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hexapla.lang.words import function_words
from hexapla.testimony.meetings_anchors import Anchor
from hexapla.testimony.meetings_figures import Group
from hexapla.testimony.meetings_leads import COMMAS, words_of_and
from hexapla.testimony.meetings_pronouns import both_did, done_to, pair, they, with_him, with_visitor
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
    telling = _greeted(telling)
    if told := _met_him(sentence, anchor, right):
        return _hosted(sentence, telling, *told)
    left, other = _opening(sentence, anchor, groups, right) or _both(
        sentence, anchor, groups, [g for g in right if _partner(sentence, anchor, g)], right
    )
    if anchor.kind == "visit" and anchor.role == "impersonal" and other and left and other is not left:
        return _welcomed(telling, left, other)
    if anchor.kind == "visit":
        return visited(telling, _arrived(sentence, anchor, groups) or left or _behind(sentence, other))
    if left and other is None and _with_one_known(sentence, anchor, left):
        other = sentence.other(left, anchor.span.start)
    if left is None and other is None:
        weak = anchor.act == "discuss"
        mutual = they(sentence, anchor)
        telling = replace(telling, mutual=mutual, pair=pair(sentence.recent), weak=weak)
        return telling if anchor.act == "meet" or mutual else None
    return _together(sentence, telling, left, other)


def _with_one_known(sentence: Sentence, anchor: Anchor, left: Group) -> bool:
    """Whether it is done with somebody whom the text spoke of: *with him*, *with her host*, a verb of both."""
    if with_him(sentence.scene, anchor) or both_did(sentence, anchor, left):
        return True
    return not left.plural and with_visitor(sentence.scene, anchor)


def _together(sentence: Sentence, telling: Telling, left: Group | None, other: Group | None) -> Telling:
    """Who does it and whom it is done to, put together."""
    anchor = telling.anchor
    principals = tuple(sentence.figures.sided(once([g for g in (left, other) if g])))
    telling = replace(
        telling,
        principals=principals,
        whole=len(principals) > 1,
        weak=(anchor.act == "discuss" and other is None) or all(f.is_side for f in principals),
    )
    if anchor.act in ("receive", "host") and left and other and other.lead != "with":
        guest = next((f for f in principals if f.span == other.figures[0].span), other.figures[0])
        return replace(telling, host=left.figures[0], guest=guest)
    return telling


def _greeted(telling: Telling) -> Telling:
    """*Met at the airport*: a visitor is welcomed."""
    if telling.anchor.act not in ("meet", "receive"):
        return telling
    where = [c for c in telling.scene.of("role", "arrival") if telling.lo <= c.start < telling.hi]
    return replace(telling, kind="ceremony") if where else telling


def _behind(sentence: Sentence, group: Group | None) -> Group | None:
    """Who stands behind a verb of coming comes only where subjects may stand there."""
    return group if sentence.scene.using.order.subject_after else None


def _met_him(sentence: Sentence, anchor: Anchor, right: Sequence[Group]) -> tuple[Group, Group] | None:
    """*The king received him*, *гостя принял король*: who does it, and for whom the pronoun stands."""
    scene = sentence.scene
    told = done_to(scene, anchor) if anchor.act in (*DIRECT, "host") else None
    if told is None:
        return None
    agents = [g for g in right if g.lead in ("", "by", "host") and not g.figures[0].is_side]
    near = [g for g in agents if scene.distance(anchor.span.end, g.span.start) <= OBJECT]
    left = sentence.left(anchor, sentence.groups)
    here = left is not None and scene.span.holds(left.span)
    doer = left if here or not near else near[0]
    other = sentence.other(doer, anchor.span.start) if doer else None
    return (doer, other) if doer and other else None


def _hosted(sentence: Sentence, telling: Telling, host: Group, guest: Group) -> Telling:
    both = tuple(sentence.figures.sided(once([host, guest])))
    if telling.anchor.act != "receive":
        return replace(telling, principals=both, whole=True)
    return replace(telling, principals=both, whole=True, host=host.figures[0], guest=guest.figures[0])


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
    partners = _put_together(sentence, partners, right)
    left = sentence.left(anchor, groups)
    agent = next((g for g in right if g.lead in ("by", "host")), partners[0] if partners else None)
    if agent and (_passive(sentence, anchor) or (left and _agentive(sentence, anchor, agent))):
        # "was received by": the one before is the guest.
        return agent, left or sentence.before
    if len(partners) > 1 and (left is None or not sentence.scene.using.order.subject_before):
        return partners[0], partners[1]
    if partners:
        if left and _subject_behind(sentence, anchor, left, partners[0]):
            return partners[0], None
        return left, partners[0]
    before = [g for g in groups if g.span.end <= anchor.span.start and g.lead == "with"]
    if (
        anchor.act == "discuss"
        and before
        and any(a.span.end <= before[-1].span.start for a in sentence.anchors)
    ):
        # "talked by telephone with Y and discussed": Y is of the call.
        return left, None
    return left, before[-1] if before else None


def _put_together(sentence: Sentence, partners: Sequence[Group], right: Sequence[Group]) -> Sequence[Group]:
    """*Recibió a X y a Y*: those who are met are one group though each has a preposition of his own."""
    scene = sentence.scene
    if not partners or not scene.using.spaced:
        return partners
    first, light = partners[0], function_words(scene.segment.language)
    ands = words_of_and(scene.segment.language)
    for group in (g for g in right if g.span.start >= first.span.end):
        between = [w.form for w in scene.words if first.span.end <= w.start < group.span.start]
        joined = between[:1] and between[0] in ands and all(form in light for form in between[1:])
        if not (joined and len(between) > 1 and group.lead == "of") or group.figures[0].is_side:
            break
        first = Group((*first.figures, *group.figures), first.lead, Span(first.span.start, group.span.end))
    taken = [g for g in partners[1:] if g.span.start >= first.span.end]
    return [first, *taken]


def _subject_behind(sentence: Sentence, anchor: Anchor, left: Group, group: Group) -> bool:
    """Whether who stands behind a verb of meeting is its subject, nobody being named before it."""
    order = sentence.scene.using.order
    either = order.subject_before and order.subject_after
    here = sentence.scene.span.holds(left.span) and left.span.end <= anchor.span.start
    return either and anchor.act == "meet" and group.lead == "" and not here


def _passive(sentence: Sentence, anchor: Anchor) -> bool:
    """Whether it is said of whom it was done to: *was received by*."""
    if anchor.act not in DIRECT:
        return False
    by = sentence.scene.of("grammar", "by")
    return anchor.role == "impersonal" or any(anchor.span.holds(c.span) for c in by)


def _opening(
    sentence: Sentence, anchor: Anchor, groups: Sequence[Group], right: Sequence[Group]
) -> tuple[Group | None, Group | None] | None:
    """*Received by X at the airport, Y said*: a participle opens the sentence; who then does something is the guest."""
    scene = sentence.scene
    first = scene.distance(scene.span.start, anchor.span.start) == 0
    agent = next((g for g in right if g.lead in ("by", "host")), None)
    if agent is None or not (anchor.role == "bare" and first and anchor.act == "receive"):
        return None
    behind = [g for g in groups if g.span.start >= agent.span.end and not g.lead]
    return agent, next((g for g in behind if not g.figures[0].is_side), sentence.before)


def _agentive(sentence: Sentence, anchor: Anchor, agent: Group) -> bool:
    """Whether *by* stands behind a verb whose form does not tell, an insertion in between or none."""
    if agent.lead != "by" or anchor.act not in DIRECT:
        return False
    settings, scene = sentence.settings, sentence.scene
    start, end = anchor.span.end, agent.span.start
    commas = [at for at in range(start, end) if scene.text[at] in COMMAS]
    if not commas:
        return settings.bare(scene, start, end)
    return settings.bare(scene, start, commas[0]) and settings.bare(scene, commas[-1], end)


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


def _inserted(sentence: Sentence, anchor: Anchor, group: Group) -> int:
    """The words of an insertion between a verb and whom it is done to: *a réuni, à l'abri des regards, X et Y*."""
    scene, start, end = sentence.scene, anchor.span.end, group.span.start
    commas = [at for at in range(start, end) if scene.text[at] in COMMAS]
    if anchor.act not in DIRECT or len(commas) != 2:
        return 0
    doing = any(
        c.group == "event" or (c.group == "act" and c.role != "bare") for c in scene.between(start, end)
    )
    others = any(start <= g.span.start < end for g in sentence.groups)
    return 0 if doing or others else scene.distance(commas[0] + 1, commas[1])


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
    if group.lead or away - _inserted(sentence, anchor, group) > OBJECT * (1 if scene.using.spaced else 2):
        return False
    return not discussed or not (a_side or scene.using.order.subject_before)
