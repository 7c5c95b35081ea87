"""Sentences of a block, with exact spans.

sentencex proposes the boundaries; what it is known to get wrong is mended with the
language's own data (``abbreviations.txt``, ``quotes.toml``):

- It takes a quotation for one sentence and looks for its end without limit. Quotation
  marks are therefore masked before it reads, so that an unclosed one costs nothing.
- It parts an abbreviation from its name (``M. Karo``), and initials.
- It parts a quotation from its speaker (``“…effort.” Oru added.``).
- Its time grows with the square of the number of marks: it is given windows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hexapla import lang
from hexapla.witness.clausing import clauses
from hexapla.witness.folding import INVISIBLE, fold, words
from hexapla.witness.model import Span

__all__ = ["clauses", "sentences"]

# Code points given to sentencex at once; 20,000 sentences in one call took 1.5 s, 40,000 took 8.8 s.
WINDOW = 6000
# A sentence in brackets is not parted from the one around it, unless the bracket runs on like this.
LONGEST_ASIDE = 300
# How many words may name a speaker after his quotation ("the Norian Foreign Minister Sergey Karo said").
SPEAKER_WORDS, SPEAKER_FIRST_WORDS, SPEAKER_ANY_WORDS = 8, 6, 4
# Where words are not parted by spaces, so many characters.
SPEAKER_CHARACTERS = 14

_SPACES = re.compile(r"\s")
# Halves of characters, left by a broken decoding; sentencex refuses them.
_SURROGATES = re.compile("[\ud800-\udfff]")
_BREAK = r"(?>\r\n|[\n\r\u2028\u2029])"
_BLANK_LINE = re.compile(rf"{_BREAK}[^\S\n\r\u2028\u2029]*{_BREAK}\s*")
_STOP = re.compile(r"[.!?…؟。！？]")
_STOP_UNSPACED = re.compile(r"[。！？]+")
_SAFE_CUT = re.compile(r"(?<=[.!?؟])\s+(?=\S)|(?<=[。！？])")
_GLUED = re.compile(r"(?<=[^\W\d_]{3})[.!?](?=[^\W\d_]{3})")
_INITIAL = re.compile(rf"(?:^|[\s\-–(«“\"'’{INVISIBLE}])(?:[^\W\d_]\.[\s\-]?)*[^\W\d_]\.$")
_NUMBERING = re.compile(r"^[\W_]*(?:\d{1,3}|[ivxIVX]{1,4}|[^\W\d_])[.)]$")
_TERMINAL = ".!?…؟。！？"
_TERMINAL_OR_BRACKET = _TERMINAL + ")）]"
# What no sentence begins with.
_BEFORE_WORDS = ' \u00a0\u202f\t\n\r"“«—–-([¡¿'
_GOES_ON = ",;:،؛，；：、)）]"
_THIN = " \u00a0\u202f"
_LETTER = re.compile(r"[^\W_]")
_ASIDE = re.compile(
    rf"\([^()]{{1,{LONGEST_ASIDE}}}\)|（[^（）]{{1,{LONGEST_ASIDE}}}）|\[[^\[\]]{{1,{LONGEST_ASIDE}}}\]"
)


@dataclass(frozen=True)
class _Manner:
    """How a language marks the ends of its sentences: its data, made ready."""

    opening: frozenset[str]
    closing: frozenset[str]
    either: frozenset[str]
    marks: re.Pattern[str]
    abbreviation: re.Pattern[str]
    may_end: re.Pattern[str]
    before_number: re.Pattern[str]
    speech: frozenset[str]
    that: frozenset[str]
    cased: bool
    spaced: bool


@cache
def _manner(code: str) -> _Manner:
    language = lang.load(code)
    quotes = language.table("quotes")
    listed = language.lines("abbreviations")
    speech = frozenset(fold(word) for word in quotes["speech"])
    both = quotes["both"]
    return _Manner(
        opening=frozenset(quotes["opening"] + both),
        closing=frozenset(quotes["closing"] + both),
        either=frozenset(both),
        marks=re.compile(f"[{re.escape(quotes['opening'] + quotes['closing'] + both)}]"),
        abbreviation=_ending([row for row in listed if not row.endswith((" +", " #"))]),
        may_end=_ending([row.removesuffix(" +") for row in listed if row.endswith(" +")]),
        before_number=_ending([row.removesuffix(" #") for row in listed if row.endswith(" #")]),
        speech=speech,
        that=frozenset(fold(word) for word in quotes["that"]),
        cased=language.cased,
        spaced=language.spaced,
    )


def _ending(abbreviations: list[str]) -> re.Pattern[str]:
    """Matches a text that ends with one of these abbreviations; spaces within them may be missing."""
    if not abbreviations:
        return re.compile(r"(?!)")
    options = "|".join(
        re.escape(a).replace(r"\ ", r"\s?") for a in sorted(abbreviations, key=len, reverse=True)
    )
    return re.compile(rf"(?:^|[^\w.])(?:{options})$")


def sentences(text: str, start: int, end: int, language: str) -> list[Span]:
    """The sentences of one block of a text.

    Parameters
    ----------
    start, end:
        The block, in code points of ``text``. Single line ends within it count as
        spaces (a hard-wrapped paragraph); a blank line parts.

    Returns
    -------
    list of Span
        In order, without overlap, trimmed; they leave out white space only.
    """
    manner = _manner(language)
    found: list[Span] = []
    for piece in _paragraphs(text, start, end):
        block = piece.of(text)
        cuts = _boundaries(block, language, manner)
        found += _spans(block, cuts, piece.start)
    return found


def _paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for match in _BLANK_LINE.finditer(text, start, end):
        yield Span(at, match.start())
        at = match.end()
    yield Span(at, end)


def _spans(block: str, cuts: list[int], offset: int) -> list[Span]:
    """Trimmed spans between the cuts."""
    spans = []
    for a, b in zip([0, *cuts], [*cuts, len(block)], strict=True):
        part = block[a:b]
        bare = part.strip()
        if bare:
            lead = len(part) - len(part.lstrip())
            spans.append(Span(offset + a + lead, offset + a + lead + len(bare)))
    return spans


def _boundaries(block: str, language: str, manner: _Manner) -> list[int]:
    """Offsets in the block where a new sentence begins."""
    masked = _SURROGATES.sub("\ufffd", manner.marks.sub(" ", _SPACES.sub(" ", block)))
    if not _STOP.search(masked):
        return []
    asides = [m.span() for m in _ASIDE.finditer(masked)]
    straight = {mark: [m.start() for m in re.finditer(re.escape(mark), block)] for mark in manner.either}
    cuts: list[int] = []
    for proposed in sorted(set(_proposed(masked, language, manner))):
        cut = _settle(block, masked, proposed, manner, straight)
        last = cuts[-1] if cuts else 0
        if cut > last and not _within(cut, asides) and _parts(block, masked, last, cut, manner):
            cuts.append(cut)
    return _with_speakers(block, _without_crumbs(block, cuts), manner)


def _proposed(masked: str, language: str, manner: _Manner) -> Iterator[int]:
    import sentencex

    for start, end in _windows(masked):
        if start and _SAFE_CUT.search(masked, max(0, start - 3), start + 1):
            yield start
        for boundary in sentencex.get_sentence_boundaries(language, masked[start:end])[:-1]:
            yield start + boundary["end_index"]
    for match in (_GLUED if manner.spaced else _STOP_UNSPACED).finditer(masked):
        capital = masked[match.end() : match.end() + 2].istitle()
        if (capital or not manner.cased) and not _in_address(masked, match.start()):
            yield match.end()
    for match in re.finditer(r"\.\s+(?=\S)", masked):
        if manner.may_end.search(masked, max(0, match.start() - 12), match.start() + 1):
            yield match.end()


def _in_address(masked: str, at: int) -> bool:
    """Whether a point stands in an address: "example.org/Page.Html"."""
    before = masked[max(0, at - 60) : at].rpartition(" ")[2]
    return "/" in before or "@" in before or before.startswith("www")


def _windows(masked: str) -> Iterator[tuple[int, int]]:
    """Stretches short enough for sentencex, ending where a sentence may end."""
    start = 0
    while len(masked) - start > WINDOW:
        stretch = masked[start : start + WINDOW]
        safe = [m.end() for m in _SAFE_CUT.finditer(stretch, WINDOW // 2)]
        cut = safe[-1] if safe else stretch.rfind(" ", 1) + 1
        end = start + (cut or WINDOW)
        yield start, end
        start = end
    yield start, len(masked)


def _settle(block: str, masked: str, proposed: int, manner: _Manner, straight: dict[str, list[int]]) -> int:
    """Where the sentence really ends: closing marks go with it, opening ones with the next."""
    back = max(0, proposed - 200)
    at = back + len(masked[back:proposed].rstrip())
    while at < len(block):
        mark, following = block[at], block[at + 1 : at + 2]
        if mark in _TERMINAL_OR_BRACKET or _is_closing(block, at, manner, straight):
            at += 1
        elif (
            mark in _THIN
            and (following in _TERMINAL or following in manner.closing - manner.opening)
            and following
        ):
            at += 2
        else:
            break
    return at


def _is_closing(block: str, at: int, manner: _Manner, straight: dict[str, list[int]]) -> bool:
    """Whether a quotation mark closes; of a mark that may do either, spaces around it or its number tell."""
    mark = block[at]
    if mark not in manner.either:
        return mark in manner.closing
    before, after = block[at - 1 : at].isspace(), block[at + 1 : at + 2].isspace() or at + 1 == len(block)
    if manner.spaced and before != after:
        return after
    return bisect_left(straight[mark], at) % 2 == 1


def _within(cut: int, asides: list[tuple[int, int]]) -> bool:
    n = bisect_left(asides, (cut, 0)) - 1
    return n >= 0 and asides[n][0] < cut < asides[n][1]


def _parts(block: str, masked: str, last: int, cut: int, manner: _Manner) -> bool:
    """Whether a sentence really ends here, as far as what stands before and after can tell."""
    before = masked[max(last, cut - 40) : cut].rstrip()
    after = block[cut : cut + 40].lstrip(_BEFORE_WORDS + _opening(manner))
    if not after.strip() or after[0] in _GOES_ON:
        return False
    if before.endswith(".") and not block[cut].isspace() and _points_within(block, cut, manner):
        return False
    if manner.cased and after[0].islower():
        return False
    if manner.may_end.search(before):
        return True
    if manner.abbreviation.search(before) or (after[0].isdigit() and manner.before_number.search(before)):
        return False
    return not (manner.spaced and _INITIAL.search(before) and after[0].isalpha())


def _points_within(block: str, cut: int, manner: _Manner) -> bool:
    """Whether a point without a space after it is part of an address on the web."""
    latin_in_other_script = not manner.cased and block[cut].isascii() and block[cut].isalnum()
    return latin_in_other_script or _in_address(block, cut - 1)


def _opening(manner: _Manner) -> str:
    return "".join(sorted(manner.opening))


def _without_crumbs(block: str, cuts: list[int]) -> list[int]:
    """Leaves out cuts that would make a sentence of a list's number, or of marks alone."""
    kept: list[int] = []
    for cut in cuts:
        last = kept[-1] if kept else 0
        part = block[last:cut].strip()
        if _LETTER.search(part) and not (len(part) < 8 and _NUMBERING.match(part)):
            kept.append(cut)
    if kept and not _LETTER.search(block[kept[-1] :]):
        kept.pop()
    return kept


def _with_speakers(block: str, cuts: list[int], manner: _Manner) -> list[int]:
    """Leaves out cuts between a quotation and the words that only name its speaker."""
    kept = []
    for n, cut in enumerate(cuts):
        end = cuts[n + 1] if n + 1 < len(cuts) else len(block)
        closed = block[:cut].rstrip(" \u00a0\u202f.!?…。！？؟")[-1:] if cut < 300 else _closed(block, cut)
        if not (closed in manner.closing and _names_speaker(block[cut:end], manner)):
            kept.append(cut)
    return kept


def _closed(block: str, cut: int) -> str:
    return block[cut - 300 : cut].rstrip(" \u00a0\u202f.!?…。！？؟")[-1:]


def _names_speaker(tail: str, manner: _Manner) -> bool:
    """Whether a sentence is no more than a speaker and a verb of saying."""
    if len(tail) > 120 or any(c in tail for c in ":：") or manner.marks.search(tail):
        return False
    if not manner.spaced:
        bare = re.sub(r"\W", "", tail)
        return len(bare) <= SPEAKER_CHARACTERS and bare.endswith(tuple(manner.speech))
    told = [fold(word) for word in words(tail)]
    says = [n for n, word in enumerate(told) if word in manner.speech]
    if not says or any(word in manner.that for word in told[says[0] :]):
        return False
    return (
        (len(told) <= SPEAKER_WORDS and says[-1] == len(told) - 1)
        or (len(told) <= SPEAKER_FIRST_WORDS and says[0] == 0)
        or len(told) <= SPEAKER_ANY_WORDS
    )
