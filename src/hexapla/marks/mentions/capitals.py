"""Names that no list has, in a script with capitals: capitalised words side by side."""

from __future__ import annotations

from collections.abc import Sequence

from hexapla.marks.mentions.elements import Element
from hexapla.marks.mentions.lens import Lens


def with_runs(found: Sequence[Element], lens: Lens, headline: bool) -> list[Element]:
    """Capitalised words side by side taken together as what may be a name."""
    if not headline:
        found = [_open(found, at, lens) for at in range(len(found))]
    out: list[Element] = []
    at = 0
    while at < len(found):
        last = at if headline else _run_end(found, at, lens)
        if last > at:
            out.append(_run(found[at:last]))
            at = last
        else:
            out.append(found[at])
            at += 1
    return out


def _open(found: Sequence[Element], at: int, lens: Lens) -> Element:
    """An element, but a name known that goes on with a word nobody knows is no more than part of a longer one."""
    one = found[at]
    if not one.full or at + 1 >= len(found):
        return one
    behind = found[at + 1]
    goes_on = behind.sep == "" and behind.capital and behind.cls == "z" and not behind.upper
    if goes_on and behind.form not in lens.functional and lens.common(behind.form) in ("", "m"):
        return one._replace(full=(), short=())
    return one


def _run_end(found: Sequence[Element], at: int, lens: Lens) -> int:
    """Where a run of capitalised words that begins here ends; here, if there is none."""
    if not _may_run(found[at], lens) or (at == 0 and _is_opening(found[at], lens)):
        return at
    last = at + 1
    while last < len(found) and found[last].sep == "":
        step = last
        while step < len(found) and found[step].sep == "" and found[step].form in lens.particles:
            step += 1
        if step >= len(found) or found[step].sep or not _may_run(found[step], lens):
            break
        last = step + 1
    return last


def _is_opening(element: Element, lens: Lens) -> bool:
    """Whether a sentence's first word has its capital from that place alone."""
    return element.form in lens.functional or (
        element.cls != "n" and lens.common(element.form) in ("n", "v", "t")
    )


def _may_run(element: Element, lens: Lens) -> bool:
    """Whether a word may be part of a name that is not known as a whole."""
    if element.cls == "n":
        return not element.full
    if element.upper:
        return False
    return element.capital and element.cls in ("z", "d", "w") and element.form not in lens.functional


def _run(some: Sequence[Element]) -> Element:
    """Words of a run as one element; what its last word may stand for is kept."""
    short = some[-1].short if some[-1].cls == "n" else ()
    if len(some) == 1 and some[0].cls == "n":
        return some[0]
    return Element(
        some[0].start,
        some[-1].end,
        "r",
        " ".join(one.form for one in some),
        some[0].sep,
        True,
        joined=some[0].joined,
        short=short,
        inner=tuple(some),
    )
