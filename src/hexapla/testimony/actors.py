"""Actors: whoever in a sentence may be the subject of a verb: people, governments, bodies, sources, pronouns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from hexapla.lang import load
from hexapla.lang.words import affixes, folding
from hexapla.marks.mentions.model import Mention
from hexapla.marks.mentions.vocabulary import CLASSES, vocabulary
from hexapla.parties import Parties
from hexapla.testimony.cues import Cue
from hexapla.testimony.scenes import Scene
from hexapla.witness.model import Span

ActorKind = Literal["person", "side", "outlet", "unnamed", "pronoun", "office"]
PRONOUNS = ("he", "she", "it", "they")
# An unnamed source takes to itself what tells whose it is: *a Syrian government source*.
SOURCE_REACH = 3
# Between a paper and whose it is so many characters may stand: *a statement by the*.
PAPER_REACH = 14
# How sure the side of a government's house is, told by its words or by the text.
HOUSE = 0.8
# Between a verb of telling and the name of an outlet in quotation marks so many words may stand.
OUTLET_REACH = 2
# Between a spokesman and his name behind a comma so many words tell whose he is.
APPOSED = 6


class Actor(NamedTuple):
    """Somebody who may say or do something, and where the words for it stand.

    ``ids`` are people's ids, or sides; none of an unnamed source, and of a pronoun until it is resolved.
    """

    span: Span
    kind: ActorKind
    ids: tuple[str, ...]
    confidence: float
    pronoun: str = ""
    label: str = ""
    """The party's id of an outlet; what there is of an unnamed source in words; an office alone."""


def actors(
    scene: Scene,
    parties: Parties,
    houses: Iterable[tuple[Span, str]] = (),
    inside: Callable[[str, int], bool] = lambda person, at: False,
) -> list[Actor]:
    """The actors of a sentence in order; those joined by *and* are still apart.

    ``houses`` are parts of governments that are told by a word, with the side that they are of; ``inside`` tells whether
    somebody was last named inside of a quotation that a place stands outside of.
    """
    # *The spokesman X*: who is named is no source without a name.
    named = [m.span for m in scene.mentions if m.person and m.kind == "name-with-office"]
    unnamed = [c for c in scene.of("source", "unnamed") if not any(c.span.overlap(span) for span in named)]
    sources = [_source(scene, cue) for cue in unnamed]
    taken = [actor.span for actor in sources]
    found = list(sources)
    for group in _by_span(scene.mentions):
        span = group[0].span
        # "Syrian officials" is a source before it is a government.
        if any(span.overlap(other) for other in taken):
            continue
        found.append(_officer(scene, group, parties, inside) or _pointed(group, parties))
    found += [
        Actor(span, "side", (side,), HOUSE)
        for span, side in houses
        if not any(span.overlap(a.span) and (a.kind != "side" or a.span.holds(span)) for a in found)
    ]
    found += _named_outlets(scene)
    verbs = [c.span for c in scene.of("act")]
    papers = [c for c in scene.of("source", "papers") if not any(verb.holds(c.span) for verb in verbs)]
    found += [_paper(scene, cue, found) for cue in papers]
    found = _apart(found)
    spans = [actor.span for actor in found]
    for span in _two_sides(scene):
        if not any(span.overlap(other) for other in spans):
            # The text names more than two states: which two are meant, what was said before tells.
            found.append(Actor(span, "pronoun", (), 0.8, "they"))
            spans.append(span)
    for cue in scene.of("grammar", *PRONOUNS):
        if not any(cue.span.overlap(span) for span in spans) and not _quality(scene, cue):
            found.append(Actor(_with_auxiliary(scene, cue, verbs), "pronoun", (), 0.8, cue.id))
    return sorted(found, key=lambda a: (a.span, a.kind))


def _with_auxiliary(scene: Scene, cue: Cue, verbs: Sequence[Span]) -> Span:
    """A pronoun with the auxiliary that a hyphen ties it to: *a-t-il lancé*; not with the verb itself: *dit-il*."""
    if scene.text[cue.start - 1 : cue.start] != "-":
        return cue.span
    start = cue.start
    while start > scene.span.start and (scene.text[start - 1].isalpha() or scene.text[start - 1] == "-"):
        start -= 1
    return (
        cue.span
        if any(verb.start < cue.start and verb.end > start for verb in verbs)
        else Span(start, cue.end)
    )


def _two_sides(scene: Scene) -> Iterator[Span]:
    """The words that stand for two sides: *the two sides*, *ambas partes*, 双方."""
    language = scene.segment.language
    if not scene.using.spaced:
        text = folding(language).level(scene.text)
        for words in load(language).table("mentions")["words"]["two_sides"]:
            at = text.find(words, *scene.span)
            while at >= 0:
                yield Span(at, at + len(words))
                at = text.find(words, at + len(words), scene.span.end)
        return
    listed = vocabulary(language)
    forms = [word.form for word in scene.words]
    for place, form in enumerate(forms):
        size, classes = listed.at(forms, place) if form else (0, "")
        if CLASSES["two_sides"] in classes:
            yield Span(scene.words[place].start, scene.words[place + size - 1].end)


def _quality(scene: Scene, cue: Cue) -> bool:
    """Whether a word that may stand for somebody tells of the noun before it: القرار الأخير, *the last decision*."""
    bare = affixes(scene.segment.language).without_article
    two = [w.form for w in scene.words if w.end <= cue.start or w.start == cue.start][-2:]
    return len(two) == 2 and cue.last - cue.first == 1 and all(bare(form) != form for form in two)


def _by_span(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Mentions by their words, without those that stand inside of a longer one."""
    groups: dict[Span, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(mention.span, []).append(mention)
    for span, group in groups.items():
        if not any(other != span and other.holds(span) for other in groups):
            yield group


def _pointed(group: Sequence[Mention], parties: Parties) -> Actor:
    ids: dict[str, None] = {}
    for mention in group:
        if mention.person:
            ids[mention.person] = None
        elif mention.party:
            ids[mention.party] = None
        elif mention.of and mention.office:
            # An office whose holder cannot be told speaks for its side.
            ids[mention.of] = None
    first = group[0]
    sure = min(mention.confidence for mention in group)
    if first.party and not first.person and _is_outlet(first.party, parties):
        return Actor(first.span, "outlet", (first.party,), sure, label=first.party)
    people = any(mention.person for mention in group)
    return Actor(first.span, "person" if people else "side", tuple(ids), sure)


def _officer(
    scene: Scene, group: Sequence[Mention], parties: Parties, inside: Callable[[str, int], bool]
) -> Actor | None:
    """An office alone whose holder the text must tell: nobody is known to be meant, or one whom the article cannot mean,
    or who was only spoken of in a quotation that stands before: *«X has forgotten,» the minister answered*.
    """
    one = group[0]
    if len(group) > 1 or one.kind != "office" or not one.office:
        return None
    gender = article_gender(scene, one.span.start)
    if one.person:
        try:
            known = parties.person(one.person).gender
        except KeyError:
            return None
        wrong = bool(gender and known) and known != gender
        if not wrong and not inside(one.person, one.span.start):
            return None
    elif one.of:
        return None
    pronoun = {"m": "he", "f": "she"}.get(gender, "")
    return Actor(one.span, "office", (), one.confidence, pronoun, one.office)


def article_gender(scene: Scene, start: int) -> str:
    """``m`` or ``f`` by the article that stands at a place or right before it; empty where none tells."""
    order = load(scene.segment.language).table("testimony")["order"]
    near = [w.form for w in scene.words if w.start == start or w.end <= start][-2:]
    for form in reversed(near):
        for sex, key in (("m", "mans"), ("f", "womans")):
            if form in order[key]:
                return sex
    return ""


def _is_outlet(party: str, parties: Parties) -> bool:
    try:
        return parties.party(party).kind == "outlet"
    except KeyError:
        return False


def _source(scene: Scene, cue: Cue) -> Actor:
    """An unnamed source with the state or office it belongs to, where that stands beside it."""
    start, end = cue.span
    for mention in scene.mentions:
        near_before = (
            mention.span.end <= cue.start and scene.distance(mention.span.end, cue.start) <= SOURCE_REACH
        )
        near_after = (
            mention.span.start >= cue.end and scene.distance(cue.end, mention.span.start) <= SOURCE_REACH
        )
        between = scene.text[min(mention.span.end, cue.end) : max(mention.span.start, cue.start)]
        if (
            mention.kind in ("state", "government") and (near_before or near_after) and _plain(between)
        ) or mention.span.overlap(Span(start, end)):
            start, end = min(start, mention.span.start), max(end, mention.span.end)
    return Actor(Span(start, end), "unnamed", (), 0.85, label=scene.text[start:end])


def _named_outlets(scene: Scene) -> list[Actor]:
    """Names in quotation marks beside what says where it was read or told: *told «Golos Marenzy»*."""
    signs = [*scene.of("source", "according", "told"), *(c for c in scene.of("act") if c.act.cls == "say")]
    return [
        Actor(_with_kind(scene, q.outer), "outlet", (), 0.8, label=q.inner.of(scene.text))
        for q in scene.quotations
        if q.first == scene.number
        and scene.named(q)
        and any(
            c.end <= q.outer.start and scene.distance(c.end, q.outer.start) <= OUTLET_REACH for c in signs
        )
    ]


def _with_kind(scene: Scene, name: Span) -> Span:
    """A name in quotation marks with the word for what it is of before it: *radio «…»*."""
    kinds = [c for c in scene.of("source", "media") if c.end <= name.start]
    near = kinds and not scene.text[kinds[-1].end : name.start].strip()
    return Span(kinds[-1].start, name.end) if near else name


def _paper(scene: Scene, cue: Cue, found: Sequence[Actor]) -> Actor:
    """A statement or a spokesman, for the side that stands beside it; nobody's where none does."""
    for actor in found:
        near = min(abs(actor.span.start - cue.end), abs(cue.start - actor.span.end))
        gap = scene.text[min(actor.span.end, cue.end) : max(actor.span.start, cue.start)]
        if actor.kind == "side" and near <= PAPER_REACH and _plain(gap):
            span = Span(min(actor.span.start, cue.start), max(actor.span.end, cue.end))
            return actor._replace(span=span, confidence=round(0.9 * actor.confidence, 4))
    return _apposed(scene, cue, found) or Actor(cue.span, "side", (), 0.6)


def _apposed(scene: Scene, cue: Cue, found: Sequence[Actor]) -> Actor | None:
    """Who is named behind a word for a spokesman and whose he is: *the spokeswoman of the presidency, X*."""
    named = next(
        (a for a in found if a.kind == "person" and len(a.ids) == 1 and a.span.start >= cue.end), None
    )
    if named is None or scene.governed(cue.start) or not scene.using.spaced:
        return None
    gap = scene.text[cue.end : named.span.start].rstrip()
    near = gap.endswith(",") and _plain(gap[:-1]) and scene.distance(cue.end, named.span.start) <= APPOSED
    verbs = any(
        cue.end <= c.start < named.span.start for c in scene.of("act") if c.role in ("finite", "quoting")
    )
    apart = not scene.text[named.span.end : scene.span.end].lstrip()[:1].isalnum()
    if not near or verbs or not apart:
        return None
    return named._replace(span=Span(cue.start, named.span.end))


def _apart(found: Sequence[Actor]) -> list[Actor]:
    """Actors without those whose words stand inside of another's."""
    kept: list[Actor] = []
    for actor in sorted(found, key=lambda a: (a.span.start - a.span.end, a.span, a.kind)):
        if not any(actor.span.overlap(other.span) for other in kept):
            kept.append(actor)
    return kept


def _plain(between: str) -> bool:
    """Whether words stand between without any sign."""
    return all(c.isalnum() or c in " '’\u00a0-" for c in between)


@cache
def joiners(language: str) -> frozenset[str]:
    """The folded words that join two of a kind."""
    fold = folding(language).fold
    return frozenset(fold(word) for word in load(language).table("mentions")["words"]["and"])


@cache
def turners(language: str) -> frozenset[str]:
    """The folded words that join two verbs: *and*, *but*."""
    fold = folding(language).fold
    contrast = load(language).table("testimony")["grammar"]["contrast"]
    return joiners(language) | frozenset(fold(word) for word in contrast if " " not in word)


def joined(scene: Scene, one: Actor, other: Actor) -> bool:
    """Whether two actors are coordinated: *X and Y*, also where *and* is written onto the second."""
    if one.kind == "pronoun" or other.kind == "pronoun":
        return False
    between = scene.text[one.span.end : other.span.start]
    if len(between) > 24 or other.span.start < one.span.end:
        return False
    bare = between.replace(",", " ").replace("،", " ").replace("、", " ").split()
    listed = joiners(scene.segment.language)
    if not bare:
        # A comma alone joins two of a kind: *X, Y and Z*.
        return (bool(between.strip()) and one.kind == other.kind) or _and_on(scene, other, listed)
    fold = folding(scene.segment.language).fold
    # An article or a title of the second may be among them: "and the", "et le".
    return fold(bare[0]) in listed and len(bare) <= 2


def _and_on(scene: Scene, actor: Actor, listed: frozenset[str]) -> bool:
    start = scene.text[actor.span.start : actor.span.start + 1]
    return (start in listed and not scene.using.spaced) or start in scene.using.conjunctions
