"""On whose side somebody stands: the state or body of their office on the day."""

from __future__ import annotations

from functools import lru_cache

from hexapla.parties import Parties
from hexapla.testimony.scenes import Account

KEPT = 64


@lru_cache(maxsize=KEPT)
def _stated(account: Account) -> dict[str, str]:
    """Person → the side of the office that the text gives them, the first one."""
    found: dict[str, str] = {}
    for mention in account.mentions:
        if mention.person and mention.of and mention.status != "former":
            found.setdefault(mention.person, mention.of)
    return found


def side_of(name: str, account: Account, parties: Parties) -> str | None:
    """The side of a person, as the text has it, else as the parties know it; of a party itself.

    None where neither tells.
    """
    if name in _ids(parties):
        party = parties.party(name)
        return name if party.kind in ("state", "body", "group") else party.of or name
    stated = _stated(account).get(name)
    if stated:
        return stated
    on = account.witness.published
    try:
        held = parties.offices_of(name, on) if on else parties.offices_of(name)
    except KeyError:
        return None
    of = {tenure.of for tenure in held}
    return of.pop() if len(of) == 1 else None


@lru_cache(maxsize=KEPT)
def _ids(parties: Parties) -> frozenset[str]:
    return frozenset(parties.ids())
