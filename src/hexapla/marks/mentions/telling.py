"""What beside words that no list has tells that they name a person: a verb of saying, an occupation, an apposition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from hexapla.lang import load
from hexapla.marks.mentions.elements import Element
from hexapla.marks.mentions.lens import Lens
from hexapla.marks.mentions.vocabulary import spelled_out, split, vocabulary

# Acts that only somebody does who speaks (tables of testimony.toml).
SPEAKING = ("say", "tell", "write", "add", "conclude", "answer", "explain", "recall", "note", "state", "announce",
            "consider", "stress", "affirm", "reaffirm", "confirm", "insist", "claim", "admit", "hope", "propose",
            "urge", "regret", "deny", "warn", "welcome", "praise", "congratulate", "thank", "reject", "condemn",
            "accuse")  # fmt: skip
# Of these what stands behind the verb is who speaks, not whom he tells, thanks or accuses.
INVERTING = ("say", "add", "conclude", "answer", "explain", "recall", "note", "state", "announce", "consider",
             "stress", "affirm", "reaffirm", "confirm", "insist", "admit", "hope", "regret")  # fmt: skip
ROLES = ("finite", "participle", "quoting")
# So many words a phrase of saying has at most; so many may stand between a name and its verb: auxiliaries.
LONGEST, AUXILIARIES = 4, 2
# So many words of an occupation may stand between it and a name ("тренер сборной X"); an apposition's before it.
QUALIFIED, APPOSED = 2, 4
# From a name behind a comma its occupation is at most so far ("Le capitaine de l'équipe, X").
FARTHEST = QUALIFIED + 3
# Phrases whose bare forms are kept.
KEPT = 1 << 15
# What a gap in a listed phrase is written with.
GAP = "*"

Evidence = Literal["", "says", "speaks", "is"]
"""Nothing; who says something, as a body may too; who is quoted; who is told to be a person by what he is."""


class Sayings(NamedTuple):
    """A language's phrases of saying, folded, words parted by one space."""

    verbs: frozenset[str]
    inverting: frozenset[str]
    """Behind these stands who speaks: verbs, and words of *according to*."""


@cache
def sayings(language: str) -> Sayings:
    """The phrases of saying of a language."""
    table = load(language).table("testimony")
    acts = table["acts"]

    def of(names: Sequence[str]) -> frozenset[str]:
        listed = (form for name in names for role in ROLES for form in acts[name].get(role, ()))
        return frozenset(_folded(listed, language))

    return Sayings(of(SPEAKING), of(INVERTING) | frozenset(_folded(table["sources"]["according"], language)))


def _folded(listed: Iterator[str] | Sequence[str], language: str) -> Iterator[str]:
    for form in listed:
        if GAP not in form:
            yield from (" ".join(split(one, language)) for one in spelled_out(form))


def evidence(found: Sequence[Element], at: int, lens: Lens) -> Evidence:
    """What stands beside an element that tells that it names a person."""
    if told_by_occupation(found, at, lens) or _apposed(found, at, lens):
        return "is"
    before = says_before(found, at, lens)
    if before is not None:
        return "speaks" if _behind_quotation(found, before, lens) else "says"
    return "says" if says_behind(found, at + 1, lens) else ""


def says_before(found: Sequence[Element], at: int, lens: Lens) -> int | None:
    """Where a verb of saying begins that stands right before an element, which then is who speaks."""
    words: list[str] = []
    place = at
    while place > 0 and not found[place].sep and len(words) < LONGEST:
        place -= 1
        words[:0] = found[place].form.split()
        if _listed(" ".join(words), sayings(lens.language).inverting, lens):
            return place
    return None


def _behind_quotation(found: Sequence[Element], verb: int, lens: Lens) -> bool:
    """Whether a sign other than a comma stands before a verb and its auxiliaries: “We lost,” *said*."""
    while verb > 0 and not found[verb].sep and _auxiliary(found[verb - 1], lens):
        verb -= 1
    return verb > 0 and found[verb].sep == "."


def says_behind(found: Sequence[Element], at: int, lens: Lens) -> bool:
    """Whether a verb of saying begins at an element, behind auxiliaries at most."""
    for first in range(at, at + AUXILIARIES + 1):
        words: list[str] = []
        for one in found[first : first + LONGEST]:
            if one.sep:
                break
            words += one.form.split()
            if _listed(" ".join(words), sayings(lens.language).verbs, lens):
                return True
        if not (first < len(found) and not found[first].sep and _auxiliary(found[first], lens)):
            return False
    return False


def _listed(phrase: str, some: frozenset[str], lens: Lens) -> bool:
    return phrase in some or (
        bool(lens.vocabulary.conjunctions) and _listed_bare(phrase, some, lens.language)
    )


@lru_cache(maxsize=KEPT)
def _listed_bare(phrase: str, some: frozenset[str], language: str) -> bool:
    """Whether a phrase is listed without what is written onto it."""
    return any(one in some for one in vocabulary(language).bare(phrase))


def _auxiliary(one: Element, lens: Lens) -> bool:
    return not one.capital and (one.form in lens.functional or "v" in one.cls)


def told_by_occupation(found: Sequence[Element], at: int, lens: Lens) -> bool:
    """Whether an occupation stands before an element, see :func:`occupation`."""
    return occupation(found, at, lens) is not None


def occupation(found: Sequence[Element], at: int, lens: Lens) -> Element | None:
    """The occupation before an element, with what says more of it between, set off by a comma perhaps."""
    if not lens.spaced:
        return found[at - 1] if at > 0 and "m" in found[at - 1].cls and not found[at].sep else None
    if not any("m" in one.cls for one in found[max(0, at - FARTHEST) : at]):
        return None
    if found[at].sep not in ("", ",") or (found[at].sep and not _set_off(found, at)):
        return None
    place = at - 1
    while place >= 0 and at - place <= (FARTHEST if found[at].sep else QUALIFIED + 1):
        one = found[place]
        if "m" in one.cls:
            return one
        if one.sep or not _qualifies(one, lens, bool(found[at].sep)):
            return None
        place -= 1
    return None


def _set_off(found: Sequence[Element], at: int) -> bool:
    """Whether what begins behind a comma ends before another sign."""
    return at + 1 >= len(found) or found[at + 1].sep in (",", "(", ".")


def _qualifies(one: Element, lens: Lens, apart: bool) -> bool:
    """Whether a word may say more of an occupation before it: its adjective, whose it is."""
    if apart and (one.is_("pd") or one.form in lens.functional):
        return True
    if (
        one.is_("pdi&vnr")
        or one.form in lens.functional
        or (lens.cased and one.capital and not one.is_("as"))
    ):
        return False
    return one.is_("asw") or (one.cls == "z" and lens.common(one.form) not in ("v", "t"))


def _apposed(found: Sequence[Element], at: int, lens: Lens) -> bool:
    """Whether an occupation is set behind a name: *Petra Holm, a farmer*."""
    if not lens.spaced or at + 1 >= len(found) or found[at + 1].sep != ",":
        return False
    for place in range(at + 1, min(at + 1 + APPOSED, len(found))):
        one = found[place]
        if "m" in one.cls:
            return place == at + 1 or not one.sep
        if (place > at + 1 and one.sep) or not _leads_to_noun(one, lens):
            return False
    return False


def _leads_to_noun(one: Element, lens: Lens) -> bool:
    """Whether a word may stand before the noun of an apposition: an article, an adjective; no relative, no verb."""
    if (one.capital and not one.is_("as")) or "v" in one.cls:
        return False
    if one.form in lens.functional:
        return one.is_("dIwp&")
    return one.cls != "z" or lens.common(one.form) != "v"
