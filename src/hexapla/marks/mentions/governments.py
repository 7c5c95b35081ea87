"""States and bodies by name, and what stands for a government: a capital, a seat, a side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hexapla.marks.mentions.elements import Element
from hexapla.marks.mentions.lens import Lens
from hexapla.marks.mentions.model import Because, Mention
from hexapla.witness.model import Span

# How sure each is. A name is a name; a capital is a town unless the sentence has it act.
NAMED, SEAT, SIDE, CAPITAL, BOTH = 0.97, 0.85, 0.85, 0.75, 0.7


def governments(found: Sequence[Element], lens: Lens, main: Sequence[str]) -> Iterator[Mention]:
    """Mentions of states, governments and bodies in a sentence's elements."""
    for at, one in enumerate(found):
        if "n" in one.cls or "r" in one.cls:
            continue
        for inner in one.inner:
            yield from _named(inner)
        if one.is_("23") or ("4" in one.cls and _opens(found, at, lens)):
            yield from _both(one, main)
        elif "l" in one.cls:
            yield from _side(found, at, lens)
        elif "s" in one.cls and not (one.weak or _is_adjective(found, at, lens)):
            yield from _named(one)
        elif "g" in one.cls and not _is_placed(found, at) and not one.weak:
            yield _government(one, one.states, SEAT, "title")
        elif "c" in one.cls and not one.weak and _is_town(one, lens) and _acts(found, at, lens):
            yield _government(one, one.capitals, CAPITAL, "cue")
        elif "b" in one.cls and not one.weak and (lens.cased or lens.common(one.form) != "n"):
            yield from _body(one)


def _opens(found: Sequence[Element], at: int, lens: Lens) -> bool:
    """Whether a word begins a clause, or follows its verb."""
    return found[at].sep != "" or at == 0 or "&" in found[at - 1].cls or _says(found[at - 1], lens)


def _is_town(one: Element, lens: Lens) -> bool:
    """Whether a word without a capital to tell it means nothing but the town: سيول are floods, too."""
    return lens.cased or lens.common(one.form) in ("", "p")


def _named(one: Element) -> Iterator[Mention]:
    if "s" in one.cls and one.states:
        yield Mention(Span(one.start, one.end), "state", party=one.states[0], confidence=NAMED)


def _body(one: Element) -> Iterator[Mention]:
    if one.bodies:
        yield Mention(Span(one.start, one.end), "body", party=one.bodies[0], confidence=NAMED)


def _is_adjective(found: Sequence[Element], at: int, lens: Lens) -> bool:
    """Whether a word only qualifies what follows: one that names a state and its people alike, or *US* before an office."""
    one = found[at]
    both = one.upper and lens.vocabulary.order.adjective_before if lens.spaced else "a" in one.cls
    if not both:
        return False
    after = at + 1
    while after < len(found) and found[after].sep == "" and found[after].is_("fexw"):
        after += 1
    return after < len(found) and found[after].sep == "" and found[after].is_("ol")


def _government(one: Element, parties: Sequence[str], sure: float, reason: str) -> Mention:
    span = Span(one.start, one.end)
    return Mention(
        span,
        "government",
        party=parties[0] if len(parties) == 1 else None,
        candidates=tuple(parties) if len(parties) > 1 else (),
        confidence=sure,
        because=(Because("cue", one.form, span),) if reason == "cue" else (Because("title", one.form, span),),
    )


def _both(one: Element, main: Sequence[str]) -> Iterator[Mention]:
    """*The two sides*: the two states that the text is about."""
    kind = "state" if "3" in one.cls else "government"
    span = Span(one.start, one.end)
    for party in main:
        yield Mention(
            span,
            kind,  # type: ignore[arg-type]
            party=party,
            confidence=BOTH,
            because=(Because("plural", one.form, span), Because("context", party)),
        )


def _side(found: Sequence[Element], at: int, lens: Lens) -> Iterator[Mention]:
    """A side, a delegation, a government, with whose it is beside it."""
    one = found[at]
    if any(found[n].sep == "" and "o" in found[n].cls for n in (at + 1,) if n < len(found)):
        return
    first, last = at, at
    states: tuple[str, ...] = ()
    order = lens.vocabulary.order
    if (
        at > 0
        and one.sep == ""
        and found[at - 1].is_("as")
        and (order.adjective_before or order.state_before)
    ):
        first, states = at - 1, found[at - 1].states
    else:
        after = at + 1
        while (
            after < len(found) and found[after].sep == "" and found[after].cls[0] in "pdw" and after - at < 4
        ):
            after += 1
        if after < len(found) and found[after].sep == "":
            beside = found[after]
            if ("a" in beside.cls and order.adjective_after and after == at + 1) or (
                "s" in beside.cls and (order.state_after or after > at + 1)
            ):
                last, states = after, beside.states
    if states:
        span = Span(found[first].start, found[last].end)
        yield Mention(
            span, "government", party=states[0], confidence=SIDE, because=(Because("title", one.form, span),)
        )


def _is_placed(found: Sequence[Element], at: int) -> bool:
    """Whether what stands before it makes it a place."""
    before = at - 1
    while before >= 0 and found[before + 1].sep == "" and set(found[before].cls) <= {"d", "w"}:
        before -= 1
    return (
        before >= 0
        and found[before + 1].sep == ""
        and "i" in found[before].cls
        and not ("u" in found[before].cls and before > 0 and "q" in found[before - 1].cls)
    )


def _acts(found: Sequence[Element], at: int, lens: Lens) -> bool:
    """Whether a capital acts, or owns what only a government has."""
    one = found[at]
    before = found[at - 1] if at > 0 and one.sep == "" else None
    last = at
    while last + 2 < len(found) and found[last + 1].is_("&") and "c" in found[last + 2].cls:
        last += 2
    after = found[last + 1] if last + 1 < len(found) and found[last + 1].sep == "" else None
    if (
        before is not None
        and before.is_("pu")
        and at > 1
        and found[at - 1].sep == ""
        and "q" in found[at - 2].cls
    ):
        return True
    if before is not None and ("j" in before.cls or _coordinated(found, at)):
        return True
    if before is not None and before.is_("i"):
        return False
    if after is not None and ("v" in after.cls or "q" in after.cls or _says(after, lens)):
        return before is None or "&" in before.cls or before.cls[0] not in "zr" or _says(before, lens)
    if before is None:
        return False
    return "q" in before.cls or (lens.vocabulary.order.verb_before and _says(before, lens))


def _coordinated(found: Sequence[Element], at: int) -> bool:
    """Whether another capital beside it acts with it: *between Damascus and Moscow*."""
    if not found[at].joined and not (at > 0 and "&" in found[at - 1].cls):
        return False
    first = at - 1 if found[at].joined else at - 2
    return first > 0 and "c" in found[first].cls and found[first].sep == "" and "j" in found[first - 1].cls


def _says(one: Element, lens: Lens) -> bool:
    """Whether a word is a verb."""
    return one.cls == "z" and lens.common(one.form) == "v"
