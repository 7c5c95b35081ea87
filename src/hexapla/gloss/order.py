"""Words set in an order that the reader's language can bear: a few safe rules, no more.

A rule moves words only within one clause and never across a sign, a figure or a word that it does
not name, so that whatever it gets wrong stays near its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hexapla.gloss.expecting import Atom
from hexapla.gloss.functions import function_words, functions
from hexapla.gloss.habits import habits
from hexapla.gloss.model import Piece

BEFORE, AFTER = "before", "after"
HEADS = ("noun", "name")
# A subject longer than this was not found where it ends.
LONGEST_SUBJECT = 12


def ordered(found: Sequence[Atom], language: str, into: str) -> list[Atom]:
    """Atoms in the reader's order, with the words that only the reader's language writes."""
    own, other = habits(language), habits(into)
    out = _pronouns_first(list(found)) if own.suffixes and not other.suffixes else list(found)
    if own.flag("adjective") == AFTER and other.flag("adjective") == BEFORE:
        out = _adjectives_before(out)
    elif own.flag("adjective") == BEFORE and other.flag("adjective") == AFTER:
        out = _adjectives_after(out)
    if own.flag("construct") and not other.flag("construct"):
        out = _constructs(out, into)
    out = _owners(out, own.flag("possessor") == BEFORE, into)
    if other.suffixes and not own.suffixes:
        out = _pronouns_last(out)
    if own.flag("verb_first") and not other.flag("verb_first"):
        out = _subjects_first(out, other.flag("adjective") == AFTER)
    return out


def _adjectives_before(found: list[Atom]) -> list[Atom]:
    """Noun adjective adjective → adjective adjective noun, the nearest adjective last.

    In a chain of nouns the adjective goes to the last noun that it agrees with.
    """
    out: list[Atom] = []
    at = 0
    while at < len(found):
        if found[at].pos != "noun":
            out.append(found[at])
            at += 1
            continue
        nouns = _run(found, at, "noun")
        adjectives = _run(found, at + len(nouns), "adj")
        for adjective in adjectives:
            place = _head_of(adjective, nouns)
            nouns.insert(place, adjective)
        out += nouns
        at += len(nouns)
    return out


def _pronouns_first(found: Sequence[Atom]) -> list[Atom]:
    """Noun + his → his noun, where the pronoun is written onto the noun."""
    out: list[Atom] = []
    for atom in found:
        if out and _is_owner(atom) and _written_onto(out[-1], atom):
            out.insert(len(out) - 1, atom)
        else:
            out.append(atom)
    return out


def _pronouns_last(found: Sequence[Atom]) -> list[Atom]:
    """His noun → noun his, for a language that writes the pronoun onto the noun."""
    out = list(found)
    for at in range(len(out) - 2, -1, -1):
        if _is_owner(out[at]):
            end = _phrase_after(out, at)
            noun = next((n for n in range(at + 1, end) if out[n].pos in HEADS), None)
            if noun is not None:
                out.insert(noun, out.pop(at))
    return out


def _is_owner(atom: Atom) -> bool:
    return _class_of(atom) == "owner"


def _class_of(atom: Atom) -> str:
    row = functions().get(atom.cls)
    return row.cls if row else ""


def _written_onto(noun: Atom, pronoun: Atom) -> bool:
    return not noun.cls and 0 < noun.piece.end == pronoun.piece.start


def _run(found: Sequence[Atom], at: int, pos: str) -> list[Atom]:
    """The atoms of one part of speech from a place on."""
    out = []
    while at < len(found) and found[at].pos == pos:
        out.append(found[at])
        at += 1
    return out


def _head_of(adjective: Atom, nouns: Sequence[Atom]) -> int:
    """Where an adjective goes: before the last noun that agrees in gender, else before the last."""
    places = [n for n, atom in enumerate(nouns) if atom.pos == "noun"]
    fitting = [n for n in places if nouns[n].feminine == adjective.feminine]
    head = (fitting or places)[-1]
    while head and nouns[head - 1].pos == "adj":
        head -= 1
    return head


def _adjectives_after(found: list[Atom]) -> list[Atom]:
    """Adjective adjective noun → noun adjective adjective."""
    out: list[Atom] = []
    at = 0
    while at < len(found):
        adjectives = _run(found, at, "adj")
        after = at + len(adjectives)
        if adjectives and after < len(found) and found[after].pos == "noun":
            out += [found[after], *reversed(adjectives)]
            at = after + 1
        else:
            out.append(found[at])
            at += 1
    return out


def _constructs(found: Sequence[Atom], into: str) -> list[Atom]:
    """A noun right after a noun is of it: the word for that is put between them, over no letters."""
    word = function_words(into).call("of")
    out: list[Atom] = []
    head: Atom | None = None
    for at, atom in enumerate(found):
        phrase = _phrase_from(found, at)
        if word and head is not None and phrase is not None and phrase.owned and not head.definite:
            place = atom.piece.start
            out.append(Atom(Piece(place, place, word, "function"), cls="of"))
        out.append(atom)
        if atom.pos == "noun":
            head = atom
        elif atom.pos != "adj" or head is None:
            head = None
    return out


def _phrase_from(found: Sequence[Atom], at: int) -> Atom | None:
    """The noun of the phrase that opens here: after its adjectives, if they follow a noun directly."""
    if at == 0 or found[at - 1].pos != "noun" or found[at].pos not in ("adj", "noun", "name"):
        return None
    while at < len(found) and found[at].pos == "adj":
        at += 1
    owner = found[at] if at < len(found) else None
    if owner is None or owner.pos not in HEADS:
        return None
    # Where endings do not tell, a name after a noun is rather its apposition: the minister Y.
    return None if owner.pos == "name" and not owner.genitive else owner


def _owners(found: Sequence[Atom], owner_first: bool, into: str) -> list[Atom]:
    """X 's Y turned into Y of X and back, where both are single words with their adjectives."""
    wanted_first = habits(into).flag("possessor") == BEFORE
    out = list(found)
    at = 0
    while at < len(out):
        cls = out[at].cls
        if cls == "own-s":
            at = _owner_first(out, at, into, wanted_first)
        elif cls == "of" and wanted_first and not owner_first:
            at = _owner_last(out, at, into)
        at += 1
    return out


def _owner_first(out: list[Atom], at: int, into: str, keep: bool) -> int:
    """At the sign of an owner that stands first. Returns where to go on."""
    left, right = _phrase_before(out, at), _phrase_after(out, at)
    sign = out[at]
    possessive = function_words(into).call("own-s")
    if at and out[at - 1].pos == "adj":
        # 重要的: the sign only joins an adjective to its noun.
        out[at] = replace(sign, piece=sign.piece._replace(word=""))
    elif left == at:
        row = "of" if at and out[at - 1].pos == "num" else "that"
        out[at] = replace(sign, piece=sign.piece._replace(word=function_words(into).call(row) if at else ""))
    elif not possessive and not keep and right > at + 1:
        word = function_words(into).call("of")
        of = replace(sign, piece=sign.piece._replace(word=word, tight=False), cls="of")
        out[left:right] = [*out[at + 1 : right], of, *out[left:at]]
        return right - 1
    else:
        out[at] = replace(sign, piece=sign.piece._replace(tight=possessive.startswith("’")))
    return at


def _owner_last(out: list[Atom], at: int, into: str) -> int:
    """At the sign of an owner that stands last, for a language that sets it first."""
    left, right = _phrase_before(out, at), _phrase_after(out, at)
    if left == at or right == at + 1:
        return at
    word = function_words(into).call("own-s")
    joint = replace(out[at], piece=out[at].piece._replace(word=word, tight=False), cls="joint")
    out[left:right] = [*out[at + 1 : right], joint, *out[left:at]]
    return right - 1


def _phrase_before(found: Sequence[Atom], at: int) -> int:
    """Where the noun phrase begins that ends before a place; the place itself where none does."""
    if not at or found[at - 1].pos not in HEADS:
        return at
    start = at - 1
    while start and (found[start - 1].pos == "adj" or found[start - 1].pos == found[start].pos == "name"):
        start -= 1
    return start


def _phrase_after(found: Sequence[Atom], at: int) -> int:
    """Where the noun phrase ends that begins after a place."""
    end = at + 1
    while end < len(found) and (
        found[end].pos in ("adj", "num") or not (found[end].pos or found[end].piece.word)
    ):
        end += 1
    if end >= len(found) or found[end].pos not in HEADS:
        return at + 1
    end += 1
    while end < len(found) and found[end].pos == "adj":
        end += 1
    return end


def _subjects_first(found: list[Atom], adjectives_after: bool) -> list[Atom]:
    """A verb that opens its clause goes after its subject, where it is plain where that ends."""
    out = list(found)
    at = 0
    while at < len(out):
        start = _verb_start(out, at)
        end = (
            _subject_end(out, at + 1, adjectives_after)
            if out[at].pos == "verb" and _opens_clause(out, start)
            else 0
        )
        if end:
            out[start:end] = [*out[at + 1 : end], *out[start : at + 1]]
        at = max(at + 1, end)
    return out


def _verb_start(found: Sequence[Atom], at: int) -> int:
    """Where a verb begins with what is written onto it: will, not."""
    while at and _class_of(found[at - 1]) in ("auxiliary", "negation"):
        at -= 1
    return at


def _opens_clause(found: Sequence[Atom], at: int) -> bool:
    before = [a for a in found[:at] if a.piece.word or a.cls]
    if not before:
        return True
    last = before[-1]
    return last.cls == "sign" or _class_of(last) == "conjunction"


def _goes_on(found: Sequence[Atom], at: int) -> bool:
    """Whether another noun of the subject follows an "and"."""
    while at < len(found) and (_is_owner(found[at]) or found[at].pos == "adj"):
        at += 1
    return at < len(found) and found[at].pos in HEADS


def _subject_end(found: Sequence[Atom], at: int, adjectives_after: bool) -> int:
    """The place after the noun phrase that begins here; 0 where it is not plain where it ends.

    It ends plainly after a definite noun with its adjectives and names, before anything that can be no
    part of it.
    """
    end, closed, owned = at, False, False
    # A family name with its article ends a name.
    whole = False
    while end < len(found) and end - at <= LONGEST_SUBJECT:
        atom = found[end]
        if atom.pos == "noun" and not closed:
            closed, owned = atom.definite or owned, False
        elif (atom.pos == "name" or (atom.pos == "unknown" and closed)) and not whole:
            # The minister Y goes on, Y alone does not: another name after it is the object.
            closed, whole = True, atom.definite and (end == at or found[end - 1].pos != "noun")
        elif atom.cls == "of" or (atom.pos == "adj" and (adjectives_after or not closed)):
            pass
        elif _is_owner(atom) and not closed:
            owned = True
        elif atom.cls == "and" and closed and _goes_on(found, end + 1):
            closed = whole = False
        else:
            break
        end += 1
    return end if closed and end > at and end - at <= LONGEST_SUBJECT else 0
