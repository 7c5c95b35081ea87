"""Strength entries: one speaker says the same more or less strongly, or what may be here must be there.

- Verbs of one scale but of another band (``data/acts.toml``): *says* and *insists*, *asks* and *demands*; *claims*,
  which leaves it with the speaker, and *says*. Acts of one band translate each other.
- *may* and *must*, where all else agrees. *should* is held against neither: translations put it for both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hexapla.apparatus.claims import At, Claims, entry, said
from hexapla.apparatus.model import Entry
from hexapla.apparatus.saying import Round, Saying, rounds
from hexapla.apparatus.wording import strength_note
from hexapla.testimony.acts import Act, acts
from hexapla.testimony.cues import Cue
from hexapla.testimony.model import Statement
from hexapla.witness.model import Span

WEIGHT = 0.7
# A modal is held against one that is so many steps of MODALS from it.
MODALS = ("may", "should", "must")
STEPS = 2
# Behind a modal, one of so many words of content must be answered.
HEEDED = 2
UNSURE = ("negation", "lacking", "half")

Readings = list[tuple[str, Mapping[int, tuple[Span, ...]]]]


def strengths(saying: Saying, claims: Claims) -> list[Entry]:
    """The entries of verbs, then those of modals."""
    found = [entry_ for one in rounds(saying) for entry_ in _verbs(one, saying, claims)]
    return [*found, *_modals(claims)]


# Verbs


def _verbs(one: Round, saying: Saying, claims: Claims) -> Iterator[Entry]:
    scales: dict[str, dict[int, Statement]] = {}
    for number, statement in one.said.items():
        if statement.cue_span is not None:
            scales.setdefault(acts()[statement.act].scale, {})[number] = statement
    for scale, some in scales.items():
        bands = _bands(some)
        if len(bands) < 2 or not _one_speaker(some, saying):
            continue
        readings: Readings = [
            (some[min(numbers)].act, {n: (_cue(some[n]),) for n in numbers}) for numbers in bands
        ]
        note = strength_note(said(claims.collation, readings), scale)
        yield entry(claims.collation, "strength", readings, min(0.95, 0.45 + 0.5 * one.share), note, WEIGHT)


def _bands(some: Mapping[int, Statement]) -> list[list[int]]:
    """The witnesses by the band of their verb, the weakest first. A verb of several bands goes with any of them."""
    of = {number: acts()[statement.act] for number, statement in some.items()}
    plain = sorted({act.band for act in of.values() if not act.upto})
    found: dict[int, list[int]] = {band: [] for band in plain}
    for number, act in of.items():
        fitting = [band for band in plain if _within(band, act)]
        if fitting:
            found[fitting[0]].append(number)
    # One that goes with several bands belongs to neither side.
    loose = {n for n, act in of.items() if sum(_within(band, act) for band in plain) > 1}
    kept = [[n for n in numbers if n not in loose] for numbers in found.values()]
    return [numbers for numbers in kept if numbers]


def _within(band: int, act: Act) -> bool:
    return act.band <= band <= max(act.band, act.upto)


def _one_speaker(some: Mapping[int, Statement], saying: Saying) -> bool:
    speakers = [saying.speakers(n, s) for n, s in some.items()]
    return all(speakers) and bool(frozenset.intersection(*speakers))


def _cue(statement: Statement) -> Span:
    assert statement.cue_span is not None
    return statement.cue_span


# Modals


def _modals(claims: Claims) -> Iterator[Entry]:
    told = {(a, b): share for a, b, share in claims.answering if _opposed(claims, a, b)}
    for group in claims.groups(told):
        share = max(s for (a, b), s in told.items() if a in group and b in group)
        of = {at.witness: cue for at in group if (cue := _modal(claims, at))}
        readings: Readings = [
            (modal, {n: (c.span,) for n, c in of.items() if c.id == modal})
            for modal in MODALS
            if any(c.id == modal for c in of.values())
        ]
        note = strength_note(said(claims.collation, readings), "modal")
        yield entry(claims.collation, "strength", readings, min(0.9, 0.3 + 0.6 * share), note, WEIGHT)


def _opposed(claims: Claims, a: At, b: At) -> bool:
    one, other = _modal(claims, a), _modal(claims, b)
    return (
        one is not None
        and other is not None
        and abs(MODALS.index(one.id) - MODALS.index(other.id)) >= STEPS
        and bool(claims.heeded(a, one, b, HEEDED))
        and bool(claims.heeded(b, other, a, HEEDED))
    )


def _modal(claims: Claims, at: At) -> Cue | None:
    """The one modal of a clause that nothing denies."""
    found = claims.cues(at, *MODALS)
    sure = len({c.id for c in found}) == 1 and not claims.cues(at, *UNSURE)
    return found[0] if sure else None
