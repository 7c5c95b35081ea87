"""Polarity entries: a clause says that something is so, the clause that answers it that it is not.

Two clauses are held against each other only where each is the other's best answer and most of their words
agree; the word that is denied in one must stand in the other, and nothing there may deny in another way
(*refused*, *without*, *nobody*) or leave it in doubt (*until*, *only*): translations turn *did not agree* into
*refused to agree*, and *not until* into *only after*.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hexapla.apparatus.absence import attributing
from hexapla.apparatus.claims import ANSWERED, At, Claims, entry, said
from hexapla.apparatus.model import Entry
from hexapla.apparatus.wording import polarity_note
from hexapla.lang import load
from hexapla.lang.words import forms
from hexapla.testimony.cues import Cue
from hexapla.witness.model import Span

# Of so many words of content behind a negation one is what it denies.
DENIED = 2
# Where one is for what another is against, so much must agree: there is no one word that is denied.
SIDES = 0.65
WEIGHT = 0.9
# Verbs of these scales take sides in another way than by a negation.
OPPOSING = frozenset({"oppose"})
SIGNS = ("negation", "lacking", "failing", "half", "hypothetical")


def polarities(claims: Claims) -> list[Entry]:
    """One entry for each clause that some witnesses affirm and others deny."""
    against = {(a, b): share for a, b, share in _opposed(claims)}
    entries = []
    for group in claims.groups(against):
        shares = [share for (a, b), share in against.items() if a in group and b in group]
        deniers = {at for pair in against for at in pair[:1] if at in group}
        words: dict[str, Mapping[int, tuple[Span, ...]]] = {
            "affirmed": {at.witness: (claims.clause(at).span,) for at in group if at not in deniers},
            "denied": {at.witness: (claims.clause(at).span,) for at in group if at in deniers},
        }
        readings = list(words.items())
        note = polarity_note(said(claims.collation, readings))
        sure = min(0.9, 0.3 + 0.6 * max(shares))
        entries.append(entry(claims.collation, "polarity", readings, sure, note, WEIGHT))
    return entries


def _opposed(claims: Claims) -> Iterator[tuple[At, At, float]]:
    """Clauses that deny and clauses that affirm the same, the denying one first."""
    for one, other, share in claims.answering:
        for a, b in ((one, other), (other, one)):
            cue = _denial(claims, a)
            denied = cue and not _doubtful(claims, b) and _affirmed(claims, a, cue, b)
            if denied or (share >= SIDES and _against(claims, a) and _for(claims, b)):
                yield a, b, share


def _against(claims: Claims, at: At) -> bool:
    """Whether a clause says with a verb, and with nothing else, that somebody is against it."""
    return _sides(claims, at) == {"oppose"} and not claims.cues(at, "negation", "half")


def _for(claims: Claims, at: At) -> bool:
    """Whether a clause says that somebody is for it."""
    return _sides(claims, at) == {"favour"} and not claims.cues(at, *SIGNS)


def _sides(claims: Claims, at: At) -> set[str]:
    scene, span = claims.scene(at), claims.clause(at).span
    inside = [c for c in scene.cues if span.holds(c.span)] if scene else []
    acts = {c.act.scale for c in inside if c.group == "act"}
    favour = "favour" in acts or any(c.group == "stance" and c.id == "supports" for c in inside)
    return (acts & OPPOSING) | ({"favour"} if favour else set())


def _denial(claims: Claims, at: At) -> Cue | None:
    """The negation of a verb, where it is the only thing in a clause that denies."""
    scene = claims.scene(at)
    if scene is None or claims.cues(at, "lacking") or _opposes(claims, at):
        return None
    halves = claims.cues(at, "half")
    found = [c for c in claims.cues(at, "negation") if all(c.span != half.span for half in halves)]
    words = [forms(c.span.of(scene.text), scene.segment.language) for c in found]
    # Said twice of one clause, it may affirm: "не мог не", "no dejó de".
    if not found or len(set(words)) < len(words):
        return None
    if not load(scene.segment.language).table("testimony")["grammar"]["half"]:
        return found[0]
    # "premier pas" denies nothing.
    return halves[0] if halves and halves[0].start <= found[0].start else None


def _doubtful(claims: Claims, at: At) -> bool:
    """Whether a clause denies too, in whatever way, or does not plainly affirm."""
    return bool(claims.cues(at, *SIGNS)) or _opposes(claims, at) or claims.scene(at) is None


def _opposes(claims: Claims, at: At) -> bool:
    """Whether a clause, or a verb before it that may govern it, opposes: *denied that …*."""
    scene, span = claims.scene(at), claims.clause(at).span
    return scene is not None and any(
        (c.group == "act" and c.act.scale in OPPOSING and c.end <= span.end)
        or (c.group == "act" and c.act.deed == "suspends" and span.holds(c.span))
        or (c.group == "stance" and c.id == "opposes" and span.holds(c.span))
        for c in scene.cues
    )


def _affirmed(claims: Claims, at: At, cue: Cue, other: At) -> bool:
    """Whether the word that a negation denies stands in the other clause, and something else of what is said there:
    who says it, and of which land, is no matter that the two clauses share.
    """
    denied = claims.heeded(at, cue, other, DENIED)
    return bool(denied) and any(
        not any(span.overlap(d) for d in denied) for span in _matter(claims, at, other)
    )


def _matter(claims: Claims, at: At, other: At) -> Iterator[Span]:
    """The words of a clause that the other answers, but for names, offices and verbs of saying."""
    pair = claims.workings.pair(at.witness, other.witness)
    read = pair.of(at.witness)[0]
    strengths = pair.answered_within(at.witness, [claims.clause(other).span])
    for item in read.items(claims.clause(at).span):
        if strengths.get(read.by_clause.number[item.key], 0.0) >= ANSWERED and not attributing(item):
            yield Span(item.start, item.end)
