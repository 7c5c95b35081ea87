"""One pass over a text for numbers and dates together: a date's digits are no number beside it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from hexapla.lang.words import folding
from hexapla.marks.digits import LONGEST
from hexapla.marks.pieces import GAP, Digits, Piece, Whole, pieces
from hexapla.marks.sums import Sum
from hexapla.marks.vocabulary import Rules, rules

DAYS = 31
YEARS = range(1900, 2100)
# Years of the Hijra that a news report may name: 1882 to 2077.
HIJRI_YEARS = range(1300, 1501)
# A number and its date are asked for one after the other; two texts are kept, not a corpus.
KEPT = 2


class Counted(NamedTuple):
    """A number that was read: its value, kind, how it is written, its unit, and whether it can be a year."""

    value: Decimal
    kind: str
    written: str
    unit: str | None = None
    plain: bool = False


class Element(NamedTuple):
    """A stretch of text in the grammar of dates. Besides the classes of :class:`Piece`:
    ``D`` a number that can be a day, ``Y`` a year, ``G`` a Hijri year, ``n`` another number.
    """

    start: int
    end: int
    cls: str
    value: object = None
    number: Counted | None = None


GAP_ELEMENT = Element(0, 0, " ")


@lru_cache(maxsize=KEPT)
def read(text: str, language: str, start: int, end: int) -> tuple[Element, ...]:
    """The elements of a stretch of text, numbers composed of their words."""
    table = rules(language)
    if not table.may_tell(text, start, end):
        return ()
    text = folding(language).level(text)
    found = pieces(table, text, start, end)
    elements: list[Element] = []
    at = 0
    while at < len(found):
        piece = found[at]
        if piece is GAP:
            elements.append(GAP_ELEMENT)
            at += 1
            continue
        element, following = _number(found, at, table, text)
        if element is None:
            element, following = _other(piece), at + 1
        elements.append(element)
        at = following
    return tuple(elements)


def _other(piece: Piece) -> Element:
    value = piece.value
    cls = " " if piece.cls in "n#" else piece.cls
    return Element(piece.start, piece.end, cls, value)


def _number(found: Sequence[Piece], at: int, table: Rules, text: str) -> tuple[Element | None, int]:
    """The number that begins at a piece, with its percent sign, and the piece after it."""
    piece = found[at]
    if piece.cls == "J" and at and (found[at - 1].cls == "n" or piece_counts(found[at - 1])):
        return None, at + 1
    minus = _is_minus(found, at, text)
    begin = at + 1 if minus else at
    if found[begin].cls == "#":
        value = found[begin].value
        assert isinstance(value, Whole)
        counted, following = (
            Counted(value.value, value.kind, value.written, None, _year_like(value)),
            begin + 1,
        )
    else:
        if found[begin].cls != "n" and (found[begin].number is None or not piece_counts(found[begin])):
            return None, at + 1
        total, following, plain = _sum(found, begin, table)
        if following == begin:
            return None, at + 1
        if not _worth(total, found, following):
            # "One" alone is no number, but may be a day: uno de octubre.
            return Element(found[begin].start, found[following - 1].end, "D", 1), following
        counted = Counted(total.value, total.kind, total.written, None, plain)
    if minus:
        counted = counted._replace(value=-counted.value, plain=False)
    if len(str(int(counted.value))) > LONGEST:
        return None, following
    end = found[following - 1].end
    if (
        following < len(found)
        and _is(found[following], "%")
        and counted.kind in ("cardinal", "fraction", "percent")
    ):
        end = found[following].end
        counted = counted._replace(kind="percent", plain=False)
        following += 1
    counted = counted._replace(unit=_unit(found, begin, following, counted, text))
    return Element(piece.start, end, _class(counted), counted.value, counted), following


def _is_minus(found: Sequence[Piece], at: int, text: str) -> bool:
    piece = found[at]
    if at + 1 >= len(found):
        return False
    if _is(piece, "z"):
        return found[at + 1].cls in "n#" or piece_counts(found[at + 1])
    if piece.cls != "-" or found[at + 1].cls != "n" or found[at + 1].start != piece.end:
        return False
    before = text[piece.start - 1] if piece.start else " "
    earlier = text[: piece.start].rstrip()[-1:] if before.isspace() else ""
    return (before.isspace() or before in "(（") and not earlier.isdecimal()


def _is(piece: Piece, cls: str) -> bool:
    return piece.number is not None and piece.number.cls == cls


def piece_counts(piece: Piece) -> bool:
    """Whether a piece is a word that numbers are made of."""
    return piece.number is not None and piece.number.cls in "vocas12qb"


def _sum(found: Sequence[Piece], begin: int, table: Rules) -> tuple[Sum, int, bool]:
    """Takes as many pieces as make one number."""
    total = Sum(table)
    at, accepted, plain = begin, begin, False
    while at < len(found):
        joined = False
        if at > begin and _is(found[at], "&"):
            joined, at = True, at + 1
            if at == len(found):
                break
        piece = found[at]
        if not _take(total, found, at, joined or piece.joined):
            break
        plain = (
            at == begin
            and isinstance(piece.value, Digits)
            and piece.value.plain
            and piece.value.scale is None
        )
        at += 1
        accepted = at
    return total, accepted, plain


def _take(total: Sum, found: Sequence[Piece], at: int, joined: bool) -> bool:
    piece = found[at]
    scale_next = at + 1 < len(found) and _next_class(found, at) in tuple("cs2")
    if piece.cls == "n":
        digits = piece.value
        assert isinstance(digits, Digits)
        if total.begun and not scale_next and not (joined and total.rules.numbers["and_digits"]):
            return False
        if scale_next:
            digits = digits._replace(value=digits.scaled)
        return total.take("n", digits, False, joined)
    if not piece_counts(piece):
        return False
    sense = piece.number
    assert sense is not None
    if sense.cls == "a" and not scale_next:
        return False
    if sense.cls == "q" and total.begun and found[at - 1].end == piece.start:
        return total.take("b", sense.value, False, False)
    return total.take(sense.cls, sense.value, sense.bare, joined)


def _next_class(found: Sequence[Piece], at: int) -> str:
    sense = found[at + 1].number
    return sense.cls if sense is not None else ""


def _worth(total: Sum, found: Sequence[Piece], following: int) -> bool:
    """A bare word for one is an article or a pronoun, unless it counts what only numbers count."""
    if not total.only_one:
        return True
    return following < len(found) and _is(found[following], "%")


def _unit(found: Sequence[Piece], begin: int, following: int, counted: Counted, text: str) -> str | None:
    if counted.kind == "percent":
        return "percent"
    if following < len(found) and _is(found[following], "C"):
        sense = found[following].number
        return str(sense.value) if sense is not None else None
    before = found[begin - 1] if begin else GAP
    if _is(before, "C") and any(unicodedata.category(c) == "Sc" for c in text[before.start : before.end]):
        return str(before.number.value) if before.number is not None else None
    return None


def _year_like(value: Whole) -> bool:
    return value.kind == "cardinal" and value.written == "words"


def _class(counted: Counted) -> str:
    value = counted.value
    if counted.kind not in ("cardinal", "ordinal") or value != value.to_integral_value():
        return "n"
    if 1 <= value <= DAYS:
        return "D"
    if counted.plain and value in YEARS:
        return "Y"
    return "G" if counted.plain and value in HIJRI_YEARS else "n"
