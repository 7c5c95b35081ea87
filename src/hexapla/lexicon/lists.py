"""Named lists of concepts (``lexicon/data/*.txt``): which words tell, which only report."""

from __future__ import annotations

from functools import cache

from hexapla.lexicon.matching import lexicon
from hexapla.lexicon.rows import DATA


@cache
def listed(name: str) -> frozenset[int]:
    """Numbers of the concepts of a list; a name that no row has is passed over (a test finds it)."""
    names = set(list_names(name))
    return frozenset(n for n, concept in enumerate(lexicon().concepts.ids) if concept in names)


def list_names(name: str) -> tuple[str, ...]:
    """The concept ids of a list, as written."""
    lines = (line.strip() for line in (DATA / f"{name}.txt").read_text(encoding="utf-8").split("\n"))
    return tuple(line for line in lines if line and not line.startswith("#"))
