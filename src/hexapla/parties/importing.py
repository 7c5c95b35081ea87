"""Other sources' files made into party files: ``hexapla parties import``."""

from __future__ import annotations

from pathlib import Path

from hexapla.errors import DataError, UsageError
from hexapla.parties.claims import Imported, overlay_of, party_named
from hexapla.parties.dates import bounds
from hexapla.parties.followthemoney import claims_of_entities
from hexapla.parties.loading import Parties
from hexapla.parties.wikidata import claims_of_csv, claims_of_json


def imported(path: Path, parties: Parties, as_of: str | None = None, of: str | None = None) -> Imported:
    """The party files of a file of positions held.

    Parameters
    ----------
    path:
        A Wikidata query result (CSV or JSON), or FollowTheMoney entities (JSON lines).
    as_of:
        The day up to which the file is true: tenures without an end were held then.
    of:
        The party whose positions they are, where the file does not say.

    Raises
    ------
    DataError
        The file is none of these.
    UsageError
        ``as_of`` is no day, or ``of`` no party.
    """
    if as_of:
        try:
            bounds(as_of)
        except ValueError as error:
            raise UsageError(
                f"{as_of!r} is no date.",
                "It is unclear up to when the file is true.",
                "Write --as-of 2025-03-31.",
            ) from error
    party = party_named(parties, of)
    if of and not party:
        raise UsageError(
            f"{of!r} is no party.", "It is unclear whose offices they are.", "Write --of SY, or a body's id."
        )
    text = _text(path)
    if path.suffix.lower() in (".csv", ".tsv"):
        claims = claims_of_csv(text, path.name)
    elif _entities(text):
        claims = claims_of_entities(text, path.name)
    else:
        claims = claims_of_json(text, path.name)
    return overlay_of(claims, parties, as_of, party)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise DataError(
            f"{path} cannot be read: {error.strerror}.", "Nobody can be taken from it.", "Check its name."
        ) from error
    except UnicodeDecodeError as error:
        raise DataError(
            f"{path} is not UTF-8 (byte {error.start}).", "Its names cannot be read.", "Save it as UTF-8."
        ) from error


def _entities(text: str) -> bool:
    first = text.lstrip().partition("\n")[0]
    return first.startswith("{") and '"schema"' in first and '"properties"' in first
