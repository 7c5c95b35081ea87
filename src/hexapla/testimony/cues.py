"""Cues: the words of a sentence that say that something is said, held, agreed, or is not so."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hexapla.lang.words import Folding, Word, folding, forms
from hexapla.testimony.acts import Act, acts
from hexapla.testimony.vocabulary import IDLE, OBJECT, Group, Sign, Vocabulary
from hexapla.witness.model import Span

# Between an auxiliary and its participle so many words may stand ("a également, lors de la visite, souligné").
AUXILIARY_REACH = 4
# So many characters hold the two words before a verb.
NEAR = 40
# Signs that part an auxiliary from a verb.
PARTING = frozenset(',;:()"“”„«»،؛')
QUOTES = frozenset('"“”„«»')
# Between a verb of expressing and what it expresses ("أعرب وزير الخارجية … عن أمله").
OBJECT_REACH = 12
# Signs that part clauses where words are not parted.
BREAKS = frozenset("，；,;")
GOING_ON = frozenset({"say", "discuss", "agree"})
LIGHT = frozenset({"adverbs", "negation", "turn"})


class Cue(NamedTuple):
    """Words that are a sign, where they stand. ``first`` and ``last`` (exclusive) number its words.

    ``role`` is that of an act: ``finite``, ``trailing``, ``impersonal``, ``noun`` or ``quoting`` (finite, but a verb
    of saying only beside a quotation); a participle is finite or impersonal by the auxiliary before it, else ``bare``; an
    infinitive finite or trailing by what leads it.
    """

    start: int
    end: int
    group: Group
    id: str
    role: str
    first: int
    last: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def act(self) -> Act:
        """What it does, of a cue of the group ``act``."""
        return acts()[self.id]


def cues(text: str, words: Sequence[Word], using: Vocabulary, start: int, end: int) -> list[Cue]:
    """The cues of a stretch of text, in order: in every group the leftmost, of these the longest."""
    careful = using.spaced and not text[start:end].isascii()
    found = list(_spaced(text, words, using, careful) if using.spaced else _unspaced(text, using, start, end))
    if using.shapes:
        found += list(_shaped(text, words, using, found))
    # Who "asks not to be named" asks for nothing that is to be told.
    silent = [cue.span for cue in found if cue.id == "unwilling"]
    signs = [cue for cue in found if cue.role != IDLE]
    signs = [cue for cue in signs if cue.group != "act" or not any(span.holds(cue.span) for span in silent)]
    signs = _led(signs) if using.spaced else list(_going_on(text, signs))
    return _expressed(_voiced(signs, using, text))


def _shaped(text: str, words: Sequence[Word], using: Vocabulary, found: Sequence[Cue]) -> Iterator[Cue]:
    """Words that are signs of grammar by how they look."""
    if not words:
        return
    start, end = words[0].start, words[-1].end
    part = text[start:end].lower()
    if len(part) != end - start:
        return
    starts = [word.start for word in words]
    for key, pattern in using.shapes:
        known = [c for c in found if c.group == "grammar" and (c.id == key or c.role == IDLE)]
        for hit in pattern.finditer(part):
            if hit.start() and text[start + hit.start()].isupper():
                # A name may look like anything.
                continue
            first = bisect_left(starts, start + hit.start())
            last = bisect_left(starts, start + hit.end())
            if first < last and not any(c.first < last and first < c.last for c in known):
                yield _cue(words[first].start, words[last - 1].end, Sign("grammar", key), first, last)


def _spaced(text: str, words: Sequence[Word], using: Vocabulary, careful: bool) -> Iterator[Cue]:
    """``careful`` is a stretch of text that is written with accents."""
    forms = [word.form for word in words]
    busy: dict[Group, int] = {}
    for place, form in enumerate(forms):
        if not form:
            continue
        taken: dict[Group, int] = {}
        told: set[Sign] = set()
        for size, signs in using.at(forms, place):
            for sign in signs:
                # Of one group the longest phrase; what it may be besides is kept with it, once.
                if sign in told or (careful and not _written(text, words[place : place + size], sign, using)):
                    continue
                if busy.get(sign.group, 0) <= place and taken.setdefault(sign.group, size) == size:
                    told.add(sign)
                    yield _cue(words[place].start, words[place + size - 1].end, sign, place, place + size)
        for group, size in taken.items():
            busy[group] = max(busy.get(group, 0), place + size)


def _unspaced(text: str, using: Vocabulary, start: int, end: int) -> Iterator[Cue]:
    """The same where words are not parted; a word's number is its first character's place."""
    part = folding(using.language).level(text[start:end])
    hits = using.automaton.find_matches_as_indexes(part, overlapping=True)
    busy: dict[Group, int] = {}
    for number, begin, stop in sorted(hits, key=lambda hit: (hit[1], -hit[2], hit[0])):
        for sign in using.phrases[number][1]:
            if busy.get(sign.group, 0) <= begin:
                yield _cue(start + begin, start + stop, sign, start + begin, start + stop)
        for group in {sign.group for sign in using.phrases[number][1]}:
            if busy.get(group, 0) <= begin:
                busy[group] = stop


def _going_on(text: str, found: Sequence[Cue]) -> Iterator[Cue]:
    """Where words are not parted a verb right behind a comma has no subject of its own, adverbs or none between."""
    light = {c.end: c.start for c in found if c.group == "grammar" and c.id in LIGHT}
    for cue in found:
        at = cue.start
        while light.get(at, at) < at:
            at = light[at]
        parted = at > 0 and text[at - 1] in BREAKS and cue.group == "act" and cue.role == "finite"
        yield cue._replace(role="trailing") if parted and cue.act.cls in GOING_ON else cue


def _written(text: str, words: Sequence[Word], sign: Sign, using: Vocabulary) -> bool:
    """Whether words have the accents of the listed ones: *déclaré* is no *déclare*, *à* no *a*, *anuncio* no *anunció*.

    Capitals may lack them.
    """
    listed = using.spellings.get((sign, " ".join(word.form for word in words)), ())
    part = text[words[0].start : words[-1].end]
    if not listed or part.isupper():
        return True
    rules = folding(using.language)
    lead = part[:1].isupper()
    return _accents(part[lead:], rules) in {_accents(one[lead:], rules) for one in listed}


def _accents(word: str, rules: Folding) -> int:
    """How many accents a word has besides those that the language's letters do without."""
    if word.isascii():
        return 0
    plain = unicodedata.normalize("NFC", word).casefold().translate(rules.letters)
    return sum(unicodedata.combining(c) > 0 for c in unicodedata.normalize("NFD", plain))


def _cue(start: int, end: int, sign: Sign, first: int, last: int) -> Cue:
    return Cue(start, end, sign.group, sign.id, sign.role, first, last)


def _voiced(found: list[Cue], using: Vocabulary, text: str) -> list[Cue]:
    """Participles made finite or impersonal by the auxiliary before them, or by *and* after such a one."""
    auxiliaries = [c for c in found if c.group == "grammar" and c.id in ("auxiliaries", "passives")]
    out: list[Cue] = []
    told: Cue | None = None
    for cue in sorted(found, key=lambda c: (c.start, -c.end, c.group, c.id, c.role)):
        if cue.group == "act" and cue.role == "trailing" and using.spaced:
            out.append(_progressive(cue, auxiliaries))
            continue
        if cue.group != "act" or cue.role not in ("finite", "participle") or not using.spaced:
            out.append(cue)
            continue
        before = [a for a in auxiliaries if 0 <= cue.first - a.last <= AUXILIARY_REACH and a.end <= cue.start]
        before = [a for a in before if QUOTES.isdisjoint(text[a.end : cue.start])]
        near = before[-1] if before else None
        if (
            cue.role == "participle"
            and told
            and told.last <= cue.first
            and (near is None or near.last <= told.last)
        ):
            # "a rencontré son homologue et souligné"; the participles of "a évoqué les voies proposées" are not two verbs
            out.append(cue._replace(role=told.role if _coordinated(text, cue, using) else "bare"))
        elif near is None:
            out.append(cue if cue.role == "finite" else cue._replace(role="bare"))
        elif near.id == "passives" and (cue.role == "participle" or _beside(near, cue, text)):
            # "was stressed", "a été souligné"; but «era "algo", afirmó»
            out.append(cue._replace(start=near.start, role="impersonal", first=near.first))
        elif cue.role == "participle" or (near.id == "auxiliaries" and near.last == cue.first):
            # "a dit": a participle that is written as the present is.
            out.append(cue._replace(start=near.start, role="finite", first=near.first))
        else:
            out.append(cue)
        told = out[-1] if cue.role == "participle" and out[-1].role != "bare" else told
    return out


def _led(found: Sequence[Cue]) -> list[Cue]:
    """Infinitives of saying made finite by a verb before them, *went on to say*, or trailing by what opens a phrase,
    *antes de añadir*; those that neither leads say nothing.
    """
    leads = {c.last: c for c in found if c.group == "grammar" and c.id in ("light", "opens")}
    out: list[Cue] = []
    for cue in found:
        if cue.group != "act" or cue.role != "infinitive":
            out.append(cue)
            continue
        lead = leads.get(cue.first)
        if lead is not None:
            role = "finite" if lead.id == "light" else "trailing"
            out.append(cue._replace(start=lead.start, role=role, first=lead.first))
    return out


def _progressive(cue: Cue, auxiliaries: Sequence[Cue]) -> Cue:
    """A participle that goes on, made finite by the form of *be* right before it: *are demanding*."""
    for near in auxiliaries:
        if near.id == "passives" and near.last == cue.first:
            return cue._replace(start=near.start, role="finite", first=near.first)
    return cue


def _coordinated(text: str, cue: Cue, using: Vocabulary) -> bool:
    """Whether *and* stands right before a cue, a word at most between."""
    before = forms(text[max(0, cue.start - NEAR) : cue.start], using.language)[-2:]
    return any(form in using.coordinators for form in before)


def _beside(auxiliary: Cue, verb: Cue, text: str) -> bool:
    """Whether a word at most and no comma or quotation mark stands between an auxiliary and a verb."""
    return verb.first - auxiliary.last <= 1 and PARTING.isdisjoint(text[auxiliary.end : verb.start])


def _expressed(found: list[Cue]) -> list[Cue]:
    """Verbs of expressing made what they express; an object that no such verb has is no cue."""
    out: list[Cue] = []
    for cue in found:
        if cue.group != "act" or cue.role != OBJECT:
            out.append(cue)
            continue
        verb = next((n for n in range(len(out) - 1, -1, -1) if _bars(out[n])), -1)
        head = out[verb] if verb >= 0 and out[verb].group == "act" else None
        if head and head.act.expresses and 0 <= cue.first - head.last <= OBJECT_REACH:
            role = "finite" if head.role == "quoting" else head.role
            out[verb] = head._replace(id=cue.id, role=role)
    return out


def _bars(cue: Cue) -> bool:
    """Whether no object of a verb before it stands behind a cue."""
    if cue.group == "act":
        return cue.role != "bare" and cue.act.cls == "say"
    return cue.group == "grammar" and cue.id == "that"
