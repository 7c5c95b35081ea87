"""One plain sentence an entry: who carries the words, who does not; nobody is called right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Said = Sequence[tuple[Sequence[str], str]]
"""For each value who has it, and how the first of them words it."""

LEVELS = {
    "passage": "a passage",
    "clause": "a clause",
    "phrase": "a phrase",
    "qualifier": "a qualifying word",
}


def listed(names: Iterable[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    some = list(names)
    return some[0] if len(some) == 1 else f"{', '.join(some[:-1])} and {some[-1]}"


def verb(names: Sequence[str], one: str, many: str) -> str:
    return one if len(names) == 1 else many


def absence_note(level: str, carriers: Sequence[str], lacking: Sequence[str], base: str | None) -> str:
    """What an absence entry says. *Adds* and *omits* are said only against a base."""
    what = LEVELS[level]
    if base in lacking and base is not None:
        text = f"{listed(carriers)} {verb(carriers, 'adds', 'add')} {what} to the base {base}"
        others = [name for name in lacking if name != base]
        return text + (f"; {listed(others)} {verb(others, 'has', 'have')} it neither." if others else ".")
    if base in carriers and base is not None:
        also = [name for name in carriers if name != base]
        text = f"{listed(lacking)} {verb(lacking, 'omits', 'omit')} {what} of the base {base}"
        return text + (f", which {listed(also)} also {verb(also, 'carries', 'carry')}." if also else ".")
    carry, lack = verb(carriers, "carries", "carry"), verb(lacking, "lacks", "lack")
    return f"{listed(carriers)} {carry} {what} that {listed(lacking)} {lack}."


def number_note(values: Sequence[tuple[Sequence[str], str]], what: str = "number") -> str:
    parts = [f"{listed(names)} {verb(names, 'has', 'have')} {value}" for names, value in values]
    return f"The {what} differs: {'; '.join(parts)}."


def term_note(values: Sequence[tuple[Sequence[str], str]], slot: str) -> str:
    parts = [f"{listed(names)} {verb(names, 'has', 'have')} “{value}”" for names, value in values]
    return f"Another word for {slot}: {'; '.join(parts)}."


def order_note(moved: Sequence[str], others: Sequence[str]) -> str:
    return f"The passage stands elsewhere in {listed(moved)} than in {listed(others)}."


def name_note(values: Sequence[tuple[Sequence[str], str]], what: str) -> str:
    parts = [f"{listed(names)} {verb(names, 'has', 'have')} “{value}”" for names, value in values]
    return f"Another {what}: {'; '.join(parts)}."


SCALES = {
    "assert": "how firmly it is said",
    "ask": "how strongly it is asked for",
    "promise": "how firmly it is promised",
    "oppose": "how strongly it is opposed",
    "warn": "how strongly it is warned of",
    "accuse": "how strongly the charge is put",
    "modal": "what is possible and what is required",
}


def strength_note(values: Sequence[tuple[Sequence[str], str]], scale: str) -> str:
    parts = [f"{listed(names)} {verb(names, 'has', 'have')} “{value}”" for names, value in values]
    return f"They differ in {SCALES.get(scale, 'strength')}: {'; '.join(parts)}."


def attribution_note(values: Said, own: Sequence[str] = ()) -> str:
    """``own`` are the witnesses that say it in their own voice."""
    parts = [f"in {listed(names)} it is “{value}”" for names, value in values]
    if not own:
        return f"Another speaker: {'; '.join(parts)}."
    return f"Who says so: {'; '.join(parts)}; {listed(own)} {verb(own, 'says', 'say')} it without naming anybody."


def quotation_note(direct: Sequence[str], reported: Sequence[str]) -> str:
    quote, report = verb(direct, "quotes", "quote"), verb(reported, "reports", "report")
    return f"{listed(direct)} {quote} directly what {listed(reported)} {report} without quotation marks."


def polarity_note(values: Sequence[tuple[Sequence[str], str]]) -> str:
    parts = [f"{listed(names)} {verb(names, 'has', 'have')} “{value}”" for names, value in values]
    return f"What one affirms another denies: {'; '.join(parts)}."
