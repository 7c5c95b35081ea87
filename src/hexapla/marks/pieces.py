"""Tokens looked up in a language's vocabulary: a text as pieces that say something of a number or a date."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from hexapla.marks.digits import amount, ascii_digits
from hexapla.marks.places import figures
from hexapla.marks.tokens import HYPHENS, Token, is_letter, tokens
from hexapla.marks.vocabulary import PLACES, Phrase, Rules, Sense

# A letter or hyphen with letters right after digits: 3rd, 5-й, 1990s, 20-member, 5bn.
_SUFFIX = re.compile(r"(?:[-‐‑.'’]?)[^\W\d_]+")
# A small fraction in digits has a small denominator; 24/7 and 15/3 are none.
LARGEST_DENOMINATOR = 10


class Piece(NamedTuple):
    """A stretch of text with what it may say; ``cls`` as in :class:`Sense`, a sign itself, or a space.

    Further classes: ``n`` number in digits, ``#`` number read whole (figures, fractions),
    ``S`` numeric date, ``T`` clock time.
    """

    start: int
    end: int
    cls: str
    value: object = None
    number: Sense | None = None
    joined: bool = False


class Whole(NamedTuple):
    """A number read by itself, with no grammar of words: value, kind, written."""

    value: Decimal
    kind: str
    written: str


class Digits(NamedTuple):
    """A number in digits: value, value before a scale, plain (no separators), ordinal, scale glued to it."""

    value: Decimal
    scaled: Decimal
    plain: bool
    ordinal: bool
    scale: Decimal | None


TATWEEL = "\u0640"
GAP = Piece(0, 0, " ")
_SIGNS = frozenset(",-/.()–—~、")
_AS_SIGN = {"–": "-", "—": "-", "~": "-", "、": ",", "‑": "-", "‐": "-", "−": "-"}


def pieces(rules: Rules, text: str, start: int, end: int) -> list[Piece]:
    """What a stretch of text says of numbers and dates; runs of other words are one ``GAP``."""
    found: list[Piece] = []
    run = list(tokens(rules.pattern, text, start, end))
    at, count = 0, len(run)
    first, fold, spaced = rules.first, rules.fold, rules.spaced
    while at < count:
        token = run[at]
        if token.kind in ("word", "sign", "phrase"):
            phrases = first.get(fold(token.raw) if spaced else token.raw)
            phrase = _phrase(phrases, run, at, rules) if phrases else None
            if phrase is not None and phrase.sense.letter in token.raw:
                found.append(_said(token, run[at + len(phrase.rest)], phrase.sense, text))
                at += 1 + len(phrase.rest)
                continue
            piece = _sign(token) if token.kind == "sign" else GAP
            at += 1
        else:
            piece, used = _counted(token, run, at, rules, text)
            at += used
        if piece is not GAP or not found or found[-1] is not GAP:
            found.append(piece)
    return found


def _phrase(phrases: Sequence[Phrase], run: list[Token], at: int, rules: Rules) -> Phrase | None:
    for phrase in phrases:
        if not phrase.rest and not phrase.ahead:
            return phrase
        wanted = phrase.rest + phrase.ahead
        if len(wanted) >= len(run) - at:
            continue
        if all(_form(run[at + 1 + i], rules) == word for i, word in enumerate(wanted)):
            return phrase
    return None


def _form(token: Token, rules: Rules) -> str:
    return rules.fold(token.raw) if rules.spaced else token.raw


def _said(token: Token, last: Token, sense: Sense, text: str) -> Piece:
    start = token.start
    for _ in range(sense.cut):
        start += 1
        while start < last.end - 1 and (text[start] == TATWEEL or unicodedata.combining(text[start])):
            start += 1
    cls = sense.cls
    if cls in "voc2sq1b%z":
        return Piece(start, last.end, " ", sense.value, sense, sense.joined)
    if cls in "a&":
        return Piece(start, last.end, "&" if cls == "&" else " ", sense.value, sense)
    number = sense.other if sense.other is not None else (sense if cls in "Ci" else None)
    return Piece(start, last.end, " " if cls == "i" else cls, sense.value, number, sense.joined)


def _sign(token: Token) -> Piece:
    raw = _AS_SIGN.get(token.raw, token.raw)
    return Piece(token.start, token.end, raw) if raw in _SIGNS else GAP


def _counted(token: Token, run: list[Token], at: int, rules: Rules, text: str) -> tuple[Piece, int]:
    """The piece of a token with digits or figures, and how many tokens it takes."""
    if token.kind == "stamp":
        return Piece(token.start, token.end, "S", ascii_digits(token.raw)), 1
    if token.kind == "clock":
        return Piece(token.start, token.end, "T", ascii_digits(token.raw)), 1
    if token.kind not in ("number", "figures", "ratio") or _is_code(token, run, at, rules, text):
        return GAP, 1
    if token.kind == "number":
        return _number(token, run, at, rules, text)
    return _ratio(token) if token.kind == "ratio" else _figured(token, rules, text), 1


def _figured(token: Token, rules: Rules, text: str) -> Piece:
    read = figures(token.raw, text, token.start, rules)
    if read is None:
        return GAP
    value, kind, written, plain = read
    if written == "digits" and kind == "cardinal":
        return Piece(token.start, token.end, "n", Digits(value, value, plain, False, None))
    return Piece(token.start, token.end, "#", Whole(value, kind, written))


def _is_code(token: Token, run: list[Token], at: int, rules: Rules, text: str) -> bool:
    """Whether letters before the digits make them a name or a code: MH17, Су-35, COVID-19, A/79."""
    before = token.start - 1
    if before < 0:
        return False
    mark = text[before]
    if is_letter(text, before):
        return not (at and rules.fold(run[at - 1].raw) in rules.clitics)
    if mark in HYPHENS and is_letter(text, before - 1):
        return not (at > 1 and _word_before(run, at, rules) in rules.hyphen_ok)
    if mark in "#@_=&\\":
        return True
    if mark == "/":
        return is_letter(text, before - 1)
    return mark == "." and before > 0 and text[before - 1].isdecimal()


def _word_before(run: list[Token], at: int, rules: Rules) -> str:
    for token in run[at - 1 : max(at - 3, -1) : -1]:
        if token.kind == "word":
            return rules.fold(token.raw)
    return ""


def _ratio(token: Token) -> Piece:
    top, below = (Decimal(part) for part in re.split("[/⁄]", ascii_digits(token.raw)[:24]))
    if not 0 < top < below <= LARGEST_DENOMINATOR:
        return GAP
    return Piece(
        token.start,
        token.end,
        "#",
        Whole((top / below).quantize(PLACES).normalize(), "fraction", "digits"),
    )


def _number(token: Token, run: list[Token], at: int, rules: Rules, text: str) -> tuple[Piece, int]:
    read = amount(token.raw, rules.numbers["decimal"], rules.numbers["three"])
    if read is None:
        return GAP, 1
    end, used, ordinal, scale = token.end, 1, False, None
    suffix = _SUFFIX.match(text, end)
    if suffix is not None:
        said = suffix.group().casefold()
        if said in rules.decades and (read.value % 10 == 0 and read.value >= 20):
            return GAP, _tokens_within(run, at, suffix.end())
        if said in rules.suffixes:
            end, ordinal = suffix.end(), True
        elif said in rules.glued and (
            said not in rules.numbers["needs_currency"] or _priced(text, token.start)
        ):
            end, scale = suffix.end(), rules.glued[said]
            read = read._replace(value=read.scaled)
        elif text[end].isalpha() and is_letter(text, end) and not _known(run, at + 1, rules):
            return GAP, 1
        used = _tokens_within(run, at, end)
    digits = Digits(read.value, read.scaled, read.plain, ordinal, scale)
    return Piece(token.start, end, "n", digits), used


def _priced(text: str, at: int) -> bool:
    """Whether a currency's sign stands before the digits: $5m is millions, 5m are metres."""
    before = text[max(at - 2, 0) : at].rstrip()
    return bool(before) and unicodedata.category(before[-1]) == "Sc"


def _known(run: list[Token], at: int, rules: Rules) -> bool:
    """Whether the word glued to digits is one of ours: 30km, 2023г, 18h."""
    return at < len(run) and _form(run[at], rules) in rules.first


def _tokens_within(run: list[Token], at: int, end: int) -> int:
    count = 1
    while at + count < len(run) and run[at + count].end <= end:
        count += 1
    return count
