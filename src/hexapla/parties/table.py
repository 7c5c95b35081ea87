"""One language's words of parties and offices, looked up in a text.

The table is small (a tenth of the lexicon's), so it is kept as JSON and read in one piece.
It is matched as the lexicon is, leftmost and longest, with two differences: only what has a
meaning is given, and a word that the files write with a capital, or all in capitals (*US*,
*WHO*), is no match where the text has it small.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import ahocorasick_rs

from hexapla.lang import load
from hexapla.lang.words import Word, affixes
from hexapla.lexicon.compiled import Senses
from hexapla.lexicon.senses import Match

# Flags of a sense: every spelling in the files begins with a capital; is all in capitals.
CAPITAL, UPPER = 1, 2
# The rarity of a match is the lexicon's matter; here every match counts as a name does.
NAME_ZIPF = 2.5
CONCEPTS = "concepts.json"

Key = tuple[int, ...]
Sense = tuple[int, float, int]
"""(concept number, weight, flags)."""


@dataclass(frozen=True)
class Table:
    """``forms`` → word ids; ``entries`` word ids in order → senses."""

    forms: Mapping[str, Key]
    entries: Mapping[Key, tuple[Sense, ...]]


def write_table(path: Path, table: Table) -> None:
    kept = {
        "forms": "\n".join(table.forms),
        "ids": list(table.forms.values()),
        "keys": list(table.entries),
        "senses": list(table.entries.values()),
    }
    path.write_text(json.dumps(kept, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def read_table(path: Path) -> Table:
    kept = json.loads(path.read_bytes())
    forms = kept["forms"].split("\n") if kept["forms"] else []
    return Table(
        dict(zip(forms, map(tuple, kept["ids"]), strict=True)),
        {
            tuple(key): tuple(map(tuple, senses))
            for key, senses in zip(kept["keys"], kept["senses"], strict=True)
        },
    )


@dataclass(frozen=True)
class PartyTerms:
    """One language's table, ready to be matched. ``concepts`` names the numbers of the senses."""

    language: str
    table: Table
    concepts: tuple[str, ...]

    @cached_property
    def _from(self) -> Mapping[int, Sequence[tuple[Key, tuple[Sense, ...]]]]:
        """Terms by their first word, longest first."""
        found: dict[int, list[tuple[Key, tuple[Sense, ...]]]] = {}
        for key, senses in self.table.entries.items():
            found.setdefault(key[0], []).append((key[1:], senses))
        for terms in found.values():
            terms.sort(key=lambda term: (-len(term[0]), term[0]))
        return found

    @cached_property
    def _known(self) -> dict[str, Key]:
        """Word ids of forms already analysed."""
        return {}

    def word_ids(self, form: str) -> Key:
        """The word ids a form may be: as it stands, else with the fewest clitics taken off."""
        ids = self._known.get(form)
        if ids is None:
            ids = self._known[form] = self._analyse(form)
        return ids

    def _analyse(self, form: str) -> Key:
        if form in self.table.forms:
            return self._bare_or_not(form)
        articles = affixes(self.language).articles
        alone = min(articles, key=lambda article: (len(article), article), default="")
        for prefix, bare, _ in affixes(self.language).bare(form):
            # للكرملين: the name has its article always, which the preposition swallows.
            others = (bare, alone + bare) if prefix in articles else (bare,)
            found = [n for other in others if other in self.table.forms for n in self._bare_or_not(other)]
            if found:
                return tuple(dict.fromkeys(found))
        return ()

    def _bare_or_not(self, form: str) -> Key:
        """A form's words; those of it without its article too, for the one may stand in a term alone."""
        known = self.table.forms
        bare = affixes(self.language).without_article(form)
        return tuple(dict.fromkeys((*known[form], *known.get(bare, ()))))

    def match(self, words: Sequence[Word], text: str | None = None) -> list[Match]:
        """Leftmost-longest terms over the words.

        With the ``text`` of the words, those written all in capitals are told from others.
        ``first`` and ``last`` of a match are indices into the words, ``senses`` (concept
        number, weight): 0.4 for a word that usually means something else.
        """
        if not load(self.language).spaced:
            return [match for n, word in enumerate(words) for match in self._run(n, word)]
        ids = [self.word_ids(word.form) for word in words]
        found, at = [], 0
        while at < len(words):
            match = self._at(words, ids, at, text) if ids[at] else None
            if match:
                found.append(match)
            at = match.last if match else at + 1
        return found

    def _at(self, words: Sequence[Word], ids: Sequence[Key], at: int, text: str | None) -> Match | None:
        best: list[Sense] = []
        length = 0
        for first in ids[at]:
            for rest, senses in self._from.get(first, ()):
                size = len(rest) + 1
                if size < length:
                    break
                if at + size > len(words) or not all(w in ids[at + 1 + k] for k, w in enumerate(rest)):
                    continue
                kept = [s for s in senses if _written(s, words[at], words[at + size - 1], text)]
                best = kept if kept and size > length else best + kept
                length = size if kept else length
        if not best:
            return None
        last = words[at + length - 1]
        form = " ".join(word.form for word in words[at : at + length])
        means = self._means(best)
        return Match(at, at + length, words[at].start, last.end, form, means, NAME_ZIPF, words[at].capital)

    def _means(self, senses: Sequence[Sense]) -> Senses:
        """Each meaning once; what is written as a name is no adjective (*Suisse*, the state)."""
        a_name = any(flags & CAPITAL for _, _, flags in senses)
        found: dict[int, float] = {}
        for concept, weight, flags in senses:
            if flags & CAPITAL or not a_name or concept not in self._demonyms:
                found[concept] = max(weight, found.get(concept, 0.0))
        return tuple(sorted(found.items()))

    @cached_property
    def _demonyms(self) -> frozenset[int]:
        return frozenset(n for n, concept in enumerate(self.concepts) if concept.startswith("demonym/"))

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(list(self.table.forms))

    @cached_property
    def _strings(self) -> list[str]:
        return list(self.table.forms)

    def _run(self, number: int, word: Word) -> list[Match]:
        """The terms of an unspaced run, so chosen that they leave the fewest characters over."""
        if word.kind == "number":
            return []
        found = []
        for start, end in best_parts(
            len(word.form), self._automaton.find_matches_as_indexes(word.form, overlapping=True)
        ):
            form = word.form[start:end]
            key = self.table.forms[form]
            senses = tuple((concept, weight) for concept, weight, _ in self.table.entries.get(key, ()))
            if senses:
                place = (word.start + start, word.start + end)
                found.append(Match(number, number + 1, *place, form, senses, NAME_ZIPF, False))
        return found


# Costs of parting a run: a character left over, a term, a term of one character. So 美|国务卿 is better than
# 美国|务|卿, and a lone letter is a term only where nothing else wants it.
LEFT, TERM, LETTER = 1.0, 0.5, 0.9


def best_parts(size: int, hits: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """The terms of a run that do not overlap and cost least (a Viterbi search)."""
    ending: dict[int, list[int]] = {}
    for _, start, end in hits:
        ending.setdefault(end, []).append(start)
    best: list[tuple[float, int, bool]] = [(0.0, 0, False)]
    for end in range(1, size + 1):
        least = (best[end - 1][0] + LEFT, end - 1, False)
        for start in sorted(set(ending.get(end, ()))):
            cost = best[start][0] + (LETTER if end - start == 1 else TERM)
            if cost < least[0]:
                least = (cost, start, True)
        best.append(least)
    parts, at = [], size
    while at:
        _, start, term = best[at]
        if term:
            parts.append((start, at))
        at = start
    return parts[::-1]


def _written(sense: Sense, first: Word, last: Word, text: str | None) -> bool:
    """Whether a sense's spelling allows for the text's capitals."""
    _, _, flags = sense
    if flags & CAPITAL and not first.capital:
        return False
    return not (flags & UPPER) or text is None or text[first.start : last.end].isupper()
