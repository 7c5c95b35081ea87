"""Which words of given texts no row of the lexicon covers, and how much of each language it covers.

A *content word* is a word that is no function word (``lang/<code>/stopwords.txt``), no number or date,
and no name. It is *covered* where a row has it, by itself or within a term; the meanings that a word
borrows from one with the same beginning do not count. In a language without spaces
characters are counted instead of words.

Names are guessed, for the rest of the list is what one would add to the lexicon: by capitals within a
sentence where there are capitals; after a title; by a family name's character; and in any script by
their likeness to a name guessed in another of the texts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from hexapla.lang import load
from hexapla.lang.words import affixes, fold_all, function_words, words
from hexapla.lexicon.matching import Lexicon, lexicon
from hexapla.lexicon.senses import Match
from hexapla.marks.figures import figures
from hexapla.names.skeleton import likeness, skeleton
from hexapla.witness.model import Segment, Span, Witness

# A likeness from which an unknown word is taken for a name guessed in another text; names have at least
# so many consonants, or chance meetings abound.
SAME_NAME, BONES = 0.72, 3
# A name in a script without capitals and spaces is so long, its family name counted.
SHORTEST_RUN, LONGEST_RUN = 2, 4


@dataclass(frozen=True, slots=True)
class Gap:
    """A word that no row covers: as it is looked up, as it is mostly written, how often, and where first.

    ``zipf`` is its commonness in its language at large; ``name`` says that it is probably a name.
    """

    language: str
    form: str
    written: str
    count: int
    zipf: float
    name: bool
    source: str
    first: Span


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of a language's words (or characters) in the texts: content, covered, and names set apart."""

    language: str
    content: int
    covered: int
    names: int

    @property
    def share(self) -> float:
        """Covered content, 0..1; 1 where there is no content."""
        return self.covered / self.content if self.content else 1.0


@dataclass
class _Unknown:
    """Where an unknown word stands, and what speaks for its being a name."""

    zipf: float
    source: str
    first: Span
    written: Counter[str] = field(default_factory=Counter)
    capital: int = 0
    small: int = 0
    titled: int = 0

    def add(self, other: _Unknown) -> None:
        self.written.update(other.written)
        self.capital, self.small = self.capital + other.capital, self.small + other.small
        self.titled += other.titled


@dataclass
class _Language:
    """What is counted for one language."""

    size: int = 0
    covered: int = 0
    unknown: dict[str, _Unknown] = field(default_factory=dict)


def gaps(
    witnesses: Iterable[Witness], lex: Lexicon | None = None
) -> tuple[tuple[Gap, ...], tuple[Coverage, ...]]:
    """The words that no row covers, most frequent first, and the coverage of each language."""
    found: dict[str, _Language] = defaultdict(_Language)
    for witness in witnesses:
        for segment in witness.segments:
            if segment.role != "dateline":
                _read(witness, segment, found[segment.language], lex or lexicon())
    for language, counted in found.items():
        counted.unknown = _without_clitics(counted.unknown, language)
    names = _names(found)
    listed = [
        Gap(
            language,
            form,
            min(unknown.written, key=lambda w, u=unknown: (-u.written[w], w)),  # type: ignore[misc]
            sum(unknown.written.values()),
            round(unknown.zipf, 2),
            form in names[language],
            unknown.source,
            unknown.first,
        )
        for language, counted in sorted(found.items())
        for form, unknown in counted.unknown.items()
    ]
    ranked = tuple(sorted(listed, key=lambda g: (-g.count, -g.zipf, g.language, g.form)))
    return ranked, tuple(_coverage(language, found[language], ranked) for language in sorted(found))


def _coverage(language: str, counted: _Language, listed: Sequence[Gap]) -> Coverage:
    size = sum(g.count * _size(g.form, language) for g in listed if g.language == language and g.name)
    return Coverage(language, counted.size - size, counted.covered, size)


def _size(form: str, language: str) -> int:
    return 1 if load(language).spaced else len(form)


def _read(witness: Witness, segment: Segment, counted: _Language, lex: Lexicon) -> None:
    """Counts a segment's words; what is no plain word of content is passed over."""
    language, at = segment.language, segment.span.start
    dates, numbers = figures(witness.text, language, segment.span.start, segment.span.end, witness.published)
    stops = sorted([(mark.start, mark.end) for mark in dates] + [(mark.start, mark.end) for mark in numbers])
    before: Match | None = None
    for start, end in [*stops, (segment.span.end, segment.span.end)]:
        if start >= at:
            for match in lex.terms(language).match(list(words(witness.text, language, at, start))):
                _count(match, before, witness, segment, counted)
                before = match
        at = max(at, end)


def _count(
    match: Match, before: Match | None, witness: Witness, segment: Segment, counted: _Language
) -> None:
    language = segment.language
    if match.senses and not match.kin:
        parts = [part for part in match.form.split() if part not in function_words(language)]
        size = len(parts) if load(language).spaced else len(match.form)
        counted.size += size
        counted.covered += size
        return
    if not _content(match.form, language):
        return
    counted.size += _size(match.form, language)
    span = Span(match.start, match.end)
    unknown = counted.unknown.setdefault(match.form, _Unknown(match.zipf, witness.source, span))
    unknown.written[span.of(witness.text)] += 1
    unknown.titled += before is not None and _after_title(before, match, witness.text, language)
    # A capital says nothing where every word may have one: at a sentence's head, in a heading.
    if segment.role == "body" and witness.text[segment.span.start : match.start].strip("«“\"'¿¡( "):
        unknown.capital += match.capital
        unknown.small += not match.capital


@cache
def _grammar(language: str) -> frozenset[str]:
    """Words that carry grammar, and the particles of names."""
    table = load(language).table("names")
    particles = [*table.get("free", ()), *table.get("light", ())]
    return function_words(language) | frozenset(fold_all(particles, language))


def _content(form: str, language: str) -> bool:
    """Whether it is no function word, with or without clitics."""
    return not any(bare in _grammar(language) for bare in (form, *_bare(form, language)))


def _bare(form: str, language: str) -> list[str]:
    """The form without what is joined before it: conjunctions, prepositions, the article."""
    return [bare for prefix, bare, taken in affixes(language).bare(form) if taken == len(prefix)]


def _without_clitics(unknown: Mapping[str, _Unknown], language: str) -> dict[str, _Unknown]:
    """Forms that are another with something joined to it, counted there."""
    found = dict(unknown)
    for form, word in unknown.items():
        base = next((bare for bare in _bare(form, language) if bare in found), None)
        if base is not None:
            found[base].add(word)
            del found[form]
    return found


def _after_title(before: Match, match: Match, text: str, language: str) -> bool:
    """Whether a title of persons stands right before it."""
    between = text[before.end : match.start].strip()
    return not between and any(part in _titles(language) for part in before.form.split()[-1:])


@cache
def _titles(language: str) -> frozenset[str]:
    return frozenset(fold_all(load(language).table("names").get("titles", ()), language))


@cache
def _surnames(language: str) -> frozenset[str]:
    table = load(language).table("names").get("surnames", ())
    return frozenset(str(row if isinstance(row, str) else row[0]) for row in table)


def _names(found: Mapping[str, _Language]) -> dict[str, frozenset[str]]:
    """The unknown words of each language that are probably names."""
    sure = {
        language: {form for form, word in counted.unknown.items() if _looks_a_name(form, word, language)}
        for language, counted in found.items()
    }
    names = {}
    for language, counted in found.items():
        others = sorted({form for other, some in sure.items() if other != language for form in some})
        open_ = [form for form in counted.unknown if form not in sure[language] and _bony(form)]
        scores = likeness([min((f, *_bare(f, language)), key=len) for f in open_], others)
        alike = {form for form, row in zip(open_, scores, strict=True) if row.max(initial=0.0) >= SAME_NAME}
        names[language] = frozenset(sure[language] | alike)
    return names


def _bony(form: str) -> bool:
    return len(skeleton(form)) >= BONES


def _looks_a_name(form: str, unknown: _Unknown, language: str) -> bool:
    known = load(language)
    if known.cased:
        return unknown.capital > unknown.small
    if not known.spaced and SHORTEST_RUN <= len(form) <= LONGEST_RUN and form[0] in _surnames(language):
        return True
    return unknown.titled > 0
