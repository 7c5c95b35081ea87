"""A record of many meetings and many people, for the drawing."""

from __future__ import annotations

from dataclasses import replace

from records import meeting, seat

from hexapla.edition.model import Edition


def eight() -> Edition:
    """A visit with seven meetings in its course and beside it, many people, one name from the right."""
    edition = meeting()
    assert edition.record is not None
    first, second, meal, session = edition.record.meetings
    crowd = tuple(
        seat(None, "XT", "AC", "BD", name=name, office="minister", role="delegation")
        for name in (
            "Oren Tamask",
            "Livia Castellan-Broadwater of the Northern Marches",
            "إلياس منصور",
            "Пётр Ольшанский",
            "Ana Bel",
        )
    )
    visit = replace(first, participants=(*first.participants, *crowd))
    closed = replace(second, id=5, form=("closed",), contradictions=(), absent=("B",))
    ministers = replace(second, id=6, kind="ministerial", form=(), relation="margins", place="Tamsur")
    call = replace(second, id=7, kind="call", form=("remote",), parent=None, relation=None, planned=True)
    vague = replace(
        second, id=8, kind=None, form=(), parent=None, relation=None, date=None, host=None, participants=()
    )
    every = (visit, second, closed, meal, ministers, session, call, vague)
    return replace(edition, record=replace(edition.record, meetings=every))
