"""The order of work, on one screen: witnesses → stories → collation → apparatus → testimony → record → editions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from hexapla.apparatus.describing import apparatus
from hexapla.collation.collating import collate, sigla
from hexapla.collation.workings import Workings, work
from hexapla.edition.model import Desk, Edition, LeftOut, Membership
from hexapla.errors import UsageError
from hexapla.marks.mentions.casting import cast
from hexapla.parties import Parties, load
from hexapla.record.comparing import compare
from hexapla.record.merging import record
from hexapla.record.model import Movement
from hexapla.story.grouping import group, membership
from hexapla.story.model import Grouping
from hexapla.testimony.reading import testimony
from hexapla.witness.model import Witness

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much is done, and how much there is."""


def _silent(what: str, done: int, total: int) -> None:
    """Nobody wants to know."""


def edition(
    witnesses: Sequence[Witness],
    base: str | None = None,
    workings: Workings | None = None,
    parties: Parties | None = None,
) -> Edition:
    """The edition of one story: its witnesses side by side, how they differ, and who is in it.

    ``parties`` are those whom people and offices are resolved by; the packaged ones, with the user's own.

    Raises
    ------
    UsageError
        ``base`` is the siglum of none of the witnesses.
    """
    names = sigla(len(witnesses))
    if base is not None and base not in names:
        raise UsageError(
            f"There is no witness {base!r} to be the base.",
            "Differences cannot be told as additions and omissions.",
            f"Name one of {', '.join(names)}: the sigla follow the order of the inputs.",
        )
    done = workings or work(witnesses)
    collation = collate(witnesses, done)
    everybody = parties or load()
    known = cast(witnesses, everybody)
    entries = apparatus(collation, done, base, known)
    testimonies = {siglum: testimony(one, everybody) for siglum, one in zip(names, witnesses, strict=True)}
    return Edition(
        collation,
        entries,
        base,
        people=known.people,
        testimonies=testimonies,
        record=record(testimonies, done, known, entries),
    )


def desk(
    witnesses: Sequence[Witness],
    *,
    together: bool = False,
    left_out: Sequence[LeftOut] = (),
    notices: Sequence[str] = (),
    progress: Progress = _silent,
) -> Desk:
    """Every story among the witnesses, each as an edition."""
    progress("reading and comparing", 0, len(witnesses))
    done = work(witnesses)
    grouping = group(done, together=together)
    editions = []
    for number, members in enumerate(grouping.stories):
        progress("collating", number, len(grouping.stories))
        editions.append(_story(witnesses, members, done, grouping))
    alone = [
        f"{witnesses[members[0]].source} is alone in its story: there is nothing to compare it with."
        for members in grouping.stories
        if len(members) == 1
    ]
    progress("comparing stories", 0, len(grouping.storylines))
    return Desk(
        tuple(editions),
        grouping.storylines,
        tuple(left_out),
        (*notices, *alone),
        movements=tuple(movement(editions, line) for line in grouping.storylines if len(line) > 1),
    )


def movement(editions: Sequence[Edition], stories: Sequence[int], parties: Parties | None = None) -> Movement:
    """What moved between some of the stories."""
    told = [(n, editions[n].record) for n in stories]
    records = {n: record for n, record in told if record is not None}
    return compare(tuple(records.values()), parties or load(), tuple(records))


def _story(
    witnesses: Sequence[Witness], members: Sequence[int], done: Workings, grouping: Grouping
) -> Edition:
    made = edition([witnesses[n] for n in members], workings=done.subset(members))
    reasons = membership(grouping, members)
    names = sigla(len(members))
    return replace(
        made,
        membership=tuple(
            Membership(name, reason, sure) for name, (reason, sure) in zip(names, reasons, strict=True)
        ),
    )
