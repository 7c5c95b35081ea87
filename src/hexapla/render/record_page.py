"""The record of one story, and what moved between several, as one HTML file that needs nothing else.

It is the page of a desk (:mod:`hexapla.render.page`) with the record before the texts: every claim leads to
its words, which stand below it on the same page.
"""

from __future__ import annotations

from hexapla.edition.model import Desk
from hexapla.render.page import page


def record_page(desk: Desk, *, made: str | None = None) -> str:
    """The records of a desk's stories, each with its texts below it."""
    return page(desk, made=made, record_first=True)


def movement_page(desk: Desk, *, made: str | None = None) -> str:
    """What moved between a desk's stories, then the record and the texts of each."""
    return page(desk, made=made, record_first=True)
