"""How each kind of entry is shown: its sign, its word, its family of colour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from hexapla.apparatus.model import EntryKind

Family = Literal["absence", "figure", "who", "word", "voice", "order", "open"]

OBELUS = "÷"
"""Marks words that other witnesses lack."""

ASTERISK = "※"
"""Marks the place where a witness lacks words that others carry."""


@dataclass(frozen=True, slots=True)
class KindForm:
    """A kind's sign, what it means to a reader, and the family whose colour it takes."""

    sign: str
    meaning: str
    family: Family


# Signs are taken from WGL4 (which the usual system fonts all carry) so that none shows as
# an empty box. ÷ and ※ are Origen's; the others were chosen to be told apart without
# colour: # a figure, ☼ a day, @ a person, ⌂ a place, ≈ another word for the same, ± yes or no, ! how
# strongly, » who speaks, “ said or reported, ⇅ elsewhere, ? not known. ⇅ alone is not in
# WGL4; it is in the arrows block, which every system font tried here carries.
KINDS: Mapping[EntryKind, KindForm] = MappingProxyType(
    {
        "absence": KindForm(OBELUS, "words that some versions carry and others lack", "absence"),
        "number": KindForm("#", "another number", "figure"),
        "date": KindForm("☼", "another date", "figure"),
        "name": KindForm("@", "another person, body or office", "who"),
        "place": KindForm("⌂", "another place", "who"),
        "term": KindForm("≈", "another word for the same slot", "word"),
        "polarity": KindForm("±", "one affirms what the other denies", "word"),
        "strength": KindForm("!", "said more, or less, strongly", "word"),
        "attribution": KindForm("»", "another speaker, or none", "voice"),
        "quotation": KindForm("“", "quoted here, reported there", "voice"),
        "order": KindForm("⇅", "the passage stands elsewhere", "order"),
        "unclassified": KindForm("?", "they differ; how, we cannot say", "open"),
    }
)
