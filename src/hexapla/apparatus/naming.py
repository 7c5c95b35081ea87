"""Name entries: the same slot filled by another person, body, state or office.

Who is meant is resolved first (:mod:`hexapla.marks.mentions`), so that a surname here and an
office there that mean one person are no difference. Only mentions that say for certain whom
they mean are held against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from hexapla.apparatus.contests import Found, Said, contest_entry, contests, in_rows, rivalled
from hexapla.apparatus.figures import Figure, Slot
from hexapla.apparatus.model import Entry, EntryKind
from hexapla.apparatus.wording import name_note
from hexapla.collation.model import Collation
from hexapla.collation.workings import Workings
from hexapla.lang import load
from hexapla.marks.mentions.casting import Cast
from hexapla.marks.mentions.model import Mention
from hexapla.names.comparing import compare_names_batch
from hexapla.witness.model import Span

# More around two names must agree than around two figures: a sentence names several people.
SAME_SLOT = 0.45
# A mention less sure than this is held against nothing.
SURE = 0.85
# Another person, state or body matters as much as another number, or more; another office of one person less.
WEIGHT, OFFICE_WEIGHT = 0.85, 0.6
# Offices of lower rank than ministers go beside one another: an envoy may be a deputy, too.
HIGH = 3
# Names that score more than this may be one name in two spellings.
UNLIKE = 0.2
PERSON, PARTY, OFFICE = "person", "party", "office"


def names(collation: Collation, workings: Workings, cast: Cast) -> list[Entry]:
    """One entry for each slot in which witnesses name somebody else, or give somebody another office."""
    marked = [list(_marked(number, cast)) for number in range(len(workings.reads))]
    said = [{figure.value for figure in some} | _hinted(cast.mentions[n]) for n, some in enumerate(marked)]

    def holds(slot: Slot, here: Found) -> bool:
        if slot.a.same(slot.b):
            return True
        return rivalled(slot, here, SAME_SLOT) and _apart(slot, said) and _unlike(slot, cast)

    found = [
        contest_entry(one, collation, _note) for one in contests(collation, workings, in_rows(marked), holds)
    ]
    return [entry for entry in found if entry]


def _apart(slot: Slot, said: Sequence[set[str]]) -> bool:
    """Whether neither witness anywhere names whom the other does: else they tell in another order, or
    one names somebody whom the other only points at. Of states and offices one may be named elsewhere.
    """
    a, b = slot.a, slot.b
    foreign = a.value not in said[b.witness], b.value not in said[a.witness]
    return all(foreign) if a.kind == PERSON else any(foreign)


def _unlike(slot: Slot, cast: Cast) -> bool:
    """Whether two people's names are surely two: of somebody nobody knows another script may hide that they are one."""
    a, b = slot.a, slot.b
    if a.kind != PERSON:
        return True
    one, other = cast.by_id[a.value], cast.by_id[b.value]
    if one.known and other.known:
        return True
    languages = {*one.names, *other.names}
    if len(languages) > 1 and not all(load(code).spaced for code in languages):
        return False
    pairs = [(x[0], m, y[0], n) for m, x in one.names.items() for n, y in other.names.items()]
    return max(compare_names_batch(pairs), default=1.0) <= UNLIKE


def _hinted(found: Sequence[Mention]) -> set[str]:
    """Whom a witness may mean with what is not certain."""
    return {p for m in found for p in m.candidates} | {m.party for m in found if m.party}


def _marked(number: int, cast: Cast) -> Iterator[Figure]:
    """What of a witness may stand in a slot of names."""
    several = _plural(cast.mentions[number])
    for mention in cast.mentions[number]:
        if mention.span in several or mention.confidence < SURE:
            continue
        person = cast.person(number, mention)
        if person and (mention.name or any(reason.kind == "state" for reason in mention.because)):
            yield Figure(number, "name", PERSON, person, mention.name or mention.span)
            if _has_office(mention, cast):
                yield Figure(number, "name", f"{OFFICE} {person}", str(mention.office), _words(mention))
        elif mention.party and mention.kind != "government":
            yield Figure(number, "name", f"{PARTY} {mention.kind}", mention.party, mention.span)


def _has_office(mention: Mention, cast: Cast) -> bool:
    """Whether a witness gives a name an office that nobody has beside another of the kind."""
    stated = mention.name and mention.office and mention.basis == "stated" and mention.status == "incumbent"
    return bool(stated and cast.parties.office(str(mention.office)).rank <= HIGH)


def _plural(found: Sequence[Mention]) -> set[Span]:
    """Words that point at several."""
    return {a.span for a, b in combinations(found, 2) if a.span == b.span and a.kind == b.kind}


def _words(mention: Mention) -> Span:
    """The office's own words, where they are known."""
    return next((r.span for r in mention.because if r.kind == "office" and r.span), mention.span)


def _note(figure: Figure, said: Said) -> tuple[EntryKind, str, float]:
    of_one = figure.kind.startswith(OFFICE)
    what = OFFICE if of_one else figure.kind.rpartition(" ")[2]
    return "name", name_note(said, what), OFFICE_WEIGHT if of_one else WEIGHT
