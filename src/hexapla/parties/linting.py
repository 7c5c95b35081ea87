"""Party files checked as a user asks: the package's own, or theirs beside the package's."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hexapla.parties.checking import Known, check
from hexapla.parties.gathering import DATA, files_of, gather, iso_states
from hexapla.parties.loading import Parties, load
from hexapla.parties.problems import Problem


def lint(paths: Iterable[Path] = ()) -> list[Problem]:
    """All that is wrong with these files or folders, or with the package's own where none is named.

    Raises
    ------
    DataError
        A file cannot be opened.
    UsageError
        There is no such file or folder.
    """
    asked = [file for path in paths for file in files_of(path)]
    if not asked:
        return check(gather(files_of(DATA)), Known(states=iso_states()))
    return check(gather(asked), known_of(load("")))


def known_of(parties: Parties) -> Known:
    """What a user's files may refer to."""
    return Known(
        states=iso_states(),
        parties=frozenset(parties.ids()),
        people=frozenset(person.id for person in parties.people()),
        offices={office.id: office.single for office in parties.offices()},
    )
