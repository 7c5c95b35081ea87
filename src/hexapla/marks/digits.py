"""What a run of digits says: digits of every script, separators as each language writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

# Longer runs are codes and keys, not amounts.
LONGEST = 30
# Separators by what they can be. The Arabic ones and the spaces leave no doubt.
DECIMAL_ONLY = "٫"
GROUP_ONLY = "٬،’'\u00a0\u202f\u2009 "
_DIGIT_RUNS = re.compile(r"\d+")


class Amount(NamedTuple):
    """A number in digits; ``scaled`` is how it reads where million and the like follow."""

    value: Decimal
    scaled: Decimal
    plain: bool
    """No separator at all: such four digits may be a year."""


def ascii_digits(text: str) -> str:
    """The text with the digits of every script as 0-9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def amount(text: str, decimal: str, three: Mapping[str, str]) -> Amount | None:
    """Reads digits with their separators; None if they are no one number (an address, a version).

    Parameters
    ----------
    decimal:
        The language's decimal separator.
    three:
        What one ``.`` or ``,`` before exactly three digits is: ``group``, ``decimal``, or
        ``scale`` (decimal where a scale word follows, else group).
    """
    if len(text) > LONGEST:
        return None
    plain = ascii_digits(text).replace("．", ".")
    if plain.isdecimal():
        value = Decimal(plain)
        return Amount(value, value, plain[0] != "0" or len(plain) == 1)
    groups = _DIGIT_RUNS.findall(plain)
    separators = [c for c in plain if not c.isdecimal()]
    if len(separators) == 1:
        return _one(groups, separators[0], decimal, three)
    return _many(groups, separators)


def _one(groups: list[str], separator: str, decimal: str, three: Mapping[str, str]) -> Amount | None:
    head, tail = groups
    as_group, as_decimal = Decimal(head + tail), Decimal(f"{head}.{tail}")
    groupable = len(tail) == 3 and len(head) <= 3 and head[0] != "0"
    if separator in GROUP_ONLY:
        return Amount(as_group, as_group, False) if groupable else None
    if separator == DECIMAL_ONLY or not groupable:
        return Amount(as_decimal, as_decimal, False)
    meaning = three.get(separator, "decimal" if separator == decimal else "group")
    if meaning == "scale":
        return Amount(as_group, as_decimal, False)
    value = as_group if meaning == "group" else as_decimal
    return Amount(value, value, False)


def _many(groups: list[str], separators: list[str]) -> Amount | None:
    """Thousands in threes, and perhaps a last separator of another kind: the decimal one."""
    last = separators[-1]
    fraction = ""
    if separators.count(last) == 1 and last not in GROUP_ONLY:
        *groups, fraction = groups
        separators = separators[:-1]
    regular = len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:])
    if not regular or len(set(separators)) != 1 or separators[0] == DECIMAL_ONLY:
        return None
    value = Decimal("".join(groups) + (f".{fraction}" if fraction else ""))
    return Amount(value, value, False)


def canonical(value: Decimal | int) -> str:
    """The number as a plain decimal string: no exponent, no zeros that say nothing.

    >>> canonical(Decimal("1.20E+9")), canonical(Decimal("2.50"))
    ('1200000000', '2.5')
    """
    text = format(Decimal(value), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
