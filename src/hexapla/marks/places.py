"""Numbers whose figures are letters, read by place: 十二亿三千万, 12亿3000万, 二〇二三."""

from __future__ import annotations

import re
from decimal import Decimal

from hexapla.marks.digits import amount, ascii_digits
from hexapla.marks.vocabulary import PLACES, Rules

_ATOMS = re.compile(r"\d+(?:[.,٫٬'’．]\d+)*|.")
_SPACE = re.compile(r"\s")
_DIGITS = re.compile(r"\d")
YEAR_FIGURES = 4


def figures(run: str, text: str, start: int, rules: Rules) -> tuple[Decimal, str, str, bool] | None:
    """Reads a run of figures: value, kind, how it is written, and whether it is digits without separators.

    Parameters
    ----------
    run:
        Figures with what the language puts before them (ordinal, percent) or between (fraction).
    text, start:
        The text and where the run begins in it: a single figure is a number only before a counter.

    Returns
    -------
    None where it is no number: a figure within a word, several figures side by side (三四个).
    """
    kind, bare = _kind(run, rules)
    between = next((b for b in rules.numbers["fraction_between"] if b in bare), None)
    if between is not None:
        below, _, top = bare.partition(between)
        values = place_value(top, rules), place_value(below, rules)
        if values[0] is None or not values[1]:
            return None
        return (values[0] / values[1]).quantize(PLACES).normalize(), "fraction", _written(bare), False
    value = place_value(bare, rules)
    if value is None or (kind == "cardinal" and not _counts(bare, text, start, rules)):
        return None
    return value, kind, _written(bare), bare.isdecimal()


def _kind(run: str, rules: Rules) -> tuple[str, str]:
    for kind, key in (("percent", "percent_before"), ("ordinal", "ordinal_before")):
        for before in rules.numbers[key]:
            if run.startswith(before):
                return kind, run[len(before) :]
    return "cardinal", run


def _written(run: str) -> str:
    digits = bool(_DIGITS.search(run))
    letters = any(c.isalpha() for c in run)
    return "mixed" if digits and letters else "digits" if digits else "words"


def _counts(run: str, text: str, start: int, rules: Rules) -> bool:
    """Whether the run is surely a number and not part of a word."""
    end = start + len(run)
    if text.startswith(tuple(rules.decades), end):
        return False
    if _DIGITS.search(run):
        return True
    if len(run) == 1 and rules.figures.get(run) == 1:
        # "One" is an article, but not in 十月一日.
        return text.endswith(tuple(rules.dates["month_after"]), 0, start)
    if len(run) == 1:
        return text.startswith(rules.counters, end)
    plain = [c for c in run if c in rules.figures]
    if len(plain) == len(run):
        zero = any(rules.figures[c] == 0 for c in run)
        return len(run) == YEAR_FIGURES or (zero and len(run) > 2)
    return (
        bool(plain)
        or text.startswith(rules.counters, end)
        or text.startswith(tuple(rules.numbers["units"]), end)
    )


def place_value(run: str, rules: Rules) -> Decimal | None:
    """The value of figures with the words of their places; None if they make none."""
    atoms = [
        a for a in _ATOMS.findall(ascii_digits(_SPACE.sub("", run))) if a not in rules.numbers["approximate"]
    ]
    if atoms and len(atoms) > 1 and all(a in rules.figures for a in atoms):
        return Decimal("".join(str(rules.figures[a]) for a in atoms))
    total, section, current, step, last = Decimal(0), Decimal(0), None, 0, 0
    for index, atom in enumerate(atoms):
        if atom in rules.inner:
            step = rules.inner[atom]
            section += (Decimal(1) if current is None else current) * step
            current = None
        elif atom in rules.scales:
            step = rules.scales[atom]
            part = section + (current or 0)
            if step > last and total:
                total = (total + part) * step
            elif part or not total:
                total += (part or 1) * step
            else:
                return None
            section, current, last = Decimal(0), None, step
        elif rules.figures.get(atom) == 0 and len(atoms) > 1:
            step = 0
        elif current is not None:
            return None
        else:
            current = _figure(atom, rules)
            if current is None:
                return None
            # 一百二 is a hundred and twenty: the figure left over counts tenths of the last place.
            if index == len(atoms) - 1 and step >= 100 and atom in rules.figures:
                current *= step // 10
    return total + section + (current or 0)


def _figure(atom: str, rules: Rules) -> Decimal | None:
    if atom in rules.figures:
        return Decimal(rules.figures[atom])
    read = amount(atom, rules.numbers["decimal"], rules.numbers["three"])
    return read.value if read is not None else None
