"""Acts: what verbs of a report do, whatever the language (``data/acts.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hexapla.testimony.model import Deed, Stance

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Act:
    """What a verb does. ``scale`` and ``strength`` (1..5) are of those who say something."""

    id: str
    cls: str
    scale: str = ""
    strength: int = 0
    band: int = 1
    """Acts of one band of a scale are translated by one another: they say no more and no less."""
    upto: int = 0
    """An act of several bands, from ``band`` to this one, is translated by those of any: *stress* by *say* and *insist*."""
    stance: Stance = "notes"
    inner: bool = False
    doubt: bool = False
    holds: bool = False
    """Whether it tells what somebody holds rather than says: *oppose*."""
    follows: bool = False
    """Whether it goes on with what the same speaker said before: *added*."""
    expresses: bool = False
    """Whether what its verb expresses, where that is told, makes it another act: *expressed … his hope*."""
    negates: bool = False
    """Whether what is said with it is said not to be so: *denied*."""
    deed: Deed | None = None


@cache
def acts() -> dict[str, Act]:
    """Every act by its id.

    >>> acts()["insist"].strength > acts()["say"].strength
    True
    """
    with (DATA / "acts.toml").open("rb") as file:
        table = tomllib.load(file)
    return {
        name: Act(name, **{("cls" if key == "class" else key): value for key, value in row.items()})
        for name, row in table.items()
    }
