"""A witness read for whom and what it speaks of: the one verb of this package."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hexapla.marks.mentions.crowding import Crowding
from hexapla.marks.mentions.governments import governments
from hexapla.marks.mentions.model import Mention
from hexapla.marks.mentions.resolving import Resolver
from hexapla.marks.mentions.sentences import Read, read_sentence
from hexapla.marks.mentions.shorthand import told
from hexapla.parties import Parties
from hexapla.witness.model import Witness

# A text is about two states where the second is named so much oftener than the third, and this often.
CLEAR, OFTEN = 1.5, 2


def mentions(witness: Witness, parties: Parties) -> tuple[Mention, ...]:
    """Whom and what a witness points at, in the order of the text.

    Offices are those of the day of ``witness.published``; where that is not known, an office alone
    has candidates and is unsure. Words set aside and the dateline are not read. Pronouns neither.
    """
    text = witness.text
    reads = [
        read_sentence(text, n, segment, parties)
        for n, segment in enumerate(witness.segments)
        if segment.role != "dateline"
    ]
    reads = told(list(_again(witness, reads, parties)))
    named = frozenset(
        party for read in reads for one in read.found for party in (*one.states, *one.capitals, *one.bodies)
    )
    resolver = Resolver(parties, witness.published, main_states(reads), named)
    resolver.learn([phrase for read in reads for phrase in read.phrases])
    found: list[Mention] = []
    for read in reads:
        for phrase in read.phrases:
            found += resolver.resolve(read.number, phrase)
        found += governments(read.found, read.lens, resolver.main)
    return tuple(sorted(dict.fromkeys(found), key=lambda m: (m.span, m.kind, m.person or "", m.party or "")))


def _again(witness: Witness, reads: Sequence[Read], parties: Parties) -> Sequence[Read]:
    """The sentences read once more, now that those whom only the text knows are known."""
    crowds = Crowding(witness, parties).gather(reads)
    books = {language: (crowd.book(),) for language, crowd in crowds.items()}
    stems = {language: crowd.stems() for language, crowd in crowds.items()}
    out = []
    for read in reads:
        language = read.lens.language
        words = read.segment.span.of(witness.text)
        if any(stem in words for stem in stems[language]):
            read = read_sentence(witness.text, read.number, read.segment, parties, books[language])  # noqa: PLW2901
        out.append(read)
    return out


def main_states(reads: Sequence[Read]) -> tuple[str, ...]:
    """The two states a text is about; none where it is about fewer or more, or names one that nobody knows."""
    counts: Counter[str] = Counter()
    for read in reads:
        for one in read.found:
            if not one.weak or "o" not in one.cls:
                counts.update(set(one.states[:1]) | set(one.capitals[:1]))
        if any(phrase.foreign and phrase.land for phrase in read.phrases):
            return ()
    ranked = counts.most_common()
    if len(ranked) < 2 or ranked[1][1] < OFTEN:
        return ()
    if len(ranked) > 2 and ranked[1][1] < CLEAR * ranked[2][1]:
        return ()
    return tuple(sorted(state for state, _ in ranked[:2]))
