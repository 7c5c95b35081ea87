"""Which old encoding a text is in, where neither the text nor its server says.

Frequency counts over bytes need a page of text; a headline has six words. So the text is
decoded in every encoding that our languages were saved in (``lang/<code>/encodings.txt``) and
the results are judged as a reader would: are these words of one script, in one case, of its
common letters, with small words of the language among them? charset-normalizer gives the
frequency of letters, and has the word where none of ours fits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from hexapla import lang

# Bytes that are judged. Longer samples decide no differently and cost time.
SAMPLE = 16_000
# What small words and the share of the script in the whole text add to the shape of the words.
# Set by hand on 13,000 pieces of NTREX-128 (dev half) of one, three, six words and whole sentences in 14
# encodings. Of three words and more, Windows-1256 is told right in 896 of 896, 1251 in 894 of 895;
# of one word in 88 % and 97 %. Mac Cyrillic, one letter in four like 1251's, in nine of ten.
SMALL_WORDS, SCRIPT = 0.6, 0.3
# A text of so many words without one small word of the language is hardly in it: Greek or Hebrew
# read as Russian makes fine words otherwise.
MANY_WORDS, NO_SMALL_WORDS = 8, -0.5
# What a usual mark of punctuation speaks for a reading, beside 1 for a common letter.
PUNCTUATION = 0.8
# How common a letter of the language's own is that the ranking of letters leaves out.
OWN_LETTER = 0.4
# What it costs an encoding not to be the first of its language's list: rarer ones must fit clearly better.
RARER = 0.08
# Below this a reading is no text of ours, and charset-normalizer is asked.
PLAUSIBLE = 0.45
# Below this a reading is used, and the user is told that it may be wrong.
SURE = 0.75
# A lead over the next best reading by less is said to the user.
CLEAR_LEAD = 0.1
# A word of four letters and more with a larger share of accented letters is no word of a Latin script.
MOST_ACCENTS = 0.5

_HIGH = re.compile(rb"[\x80-\xff]")
_WORD = re.compile(r"[^\W\d_]+")
_USUAL = frozenset(
    "«»“”„‚‘’‹›…–—―·•№€£°§©®™¡¿ªº،؛؟٪٫٬\u00a0\u200c\u200d\u200e\u200f\u00ad\u3000"
    "。，、：；！？「」『』《》〈〉（）【】％—～．"
)
# Marks where none stand: signs and quotation marks inside a word, a quotation that closes before
# one, a dash or comma glued to its start, a currency sign at its end.
_GLUED = re.compile(
    r"(?<=[^\W\d_])[«»“”„‚‹›¿¡€£§°·•©®™…–\xa0](?=[a-zа-я])|[»”](?=[^\W\d_])"
    r"|(?<!\S)[—–‚’](?=[^\W\d_])|(?<=[^\W\d_])[¿¡€£©«“„‚](?![^\W\d_])|(?<!\w)[·•®©™§°£](?=[a-z])"
)
# An Arabic vowel sign with no letter to stand on.
_ORPHAN = re.compile(r"(?<![\w\u064b-\u0652\u0670])[\u064b-\u0652]")
_WIDE = ("utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le", "utf_7")
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding, how well its reading fits (about 0..2), and the next best with another reading."""

    encoding: str
    fit: float
    rival: str | None
    lead: float


def guess(data: bytes) -> Guess | None:
    """The likeliest encoding of bytes that are not UTF-8; None where nothing makes text of them."""
    sample = _sample(data)
    readings = _readings(sample)
    if not readings or readings[0][0] < PLAUSIBLE:
        return _by_frequency(data)
    fit, encoding, _ = readings[0]
    rival = readings[1] if len(readings) > 1 else None
    return Guess(encoding, fit, rival[1] if rival else None, fit - rival[0] if rival else fit)


def _sample(data: bytes) -> bytes:
    """The bytes from shortly before the first that is not ASCII."""
    first = _HIGH.search(data)
    start = max(0, (first.start() if first else 0) - 200)
    return data[start : start + SAMPLE]


def _readings(sample: bytes) -> list[tuple[float, str, str]]:
    """Each different reading of the sample with its best fit and encoding, the best first."""
    best: dict[str, tuple[float, str, str]] = {}
    for encoding, code, order in _candidates():
        text = sample.decode(encoding, errors="replace")
        found = (fit(text, code) - RARER * (order > 0), encoding, text)
        if text not in best or found[0] > best[text][0]:
            best[text] = found
    return sorted(best.values(), key=lambda one: (-one[0], one[1]))


@cache
def _candidates() -> tuple[tuple[str, str, int], ...]:
    """Every (encoding, language, rank), the likeliest encoding of each language first."""
    ranked = [(n, code, e) for code in lang.codes() for n, e in enumerate(lang.load(code).lines("encodings"))]
    return tuple((encoding, code, order) for order, code, encoding in sorted(ranked))


def fit(text: str, code: str) -> float:
    """How well a text reads as one of this language: 1 is good, small words bring more."""
    signs = _signs(code)
    plain = _MARKS.sub("", text)
    high = [c for c in plain if ord(c) > 127]
    if not high:
        return 0.0
    good = sum(signs.goodness(word) for word in _WORD.findall(plain))
    usual = sum(c in _USUAL for c in high)
    strange = sum(not c.isalpha() and c not in _USUAL for c in high)
    strange += 2 * (len(_GLUED.findall(plain)) + len(_ORPHAN.findall(text)))
    strange += sum(c < " " and c not in "\t\n\r\f" for c in plain)
    shape = (good + PUNCTUATION * usual - 2 * strange) / len(high)
    return shape + SMALL_WORDS * signs.small(plain) + SCRIPT * signs.share(plain)


@dataclass(frozen=True)
class _Signs:
    """What a language's words look like."""

    letters: re.Pattern[str]
    latin: bool
    spaced: bool
    foreign: re.Pattern[str] | None
    words: frozenset[str]
    commonness: Mapping[str, float]

    def goodness(self, word: str) -> float:
        """How many letters beyond ASCII a word has, in half where they are rare; 0 if it is no word."""
        if not self.spaced:  # names in Latin letters stand among the characters
            word = "".join(c for c in word if ord(c) > 127)
        if not self._plausible(word):
            return 0.0
        return sum(0.5 + 0.5 * self.commonness.get(c.lower(), 0.0) for c in word if ord(c) > 127)

    def _plausible(self, word: str) -> bool:
        """Whether a word is of this script, in one case, and not all accents."""
        if not self.letters.fullmatch(word) or (self.foreign and self.foreign.search(word)):
            return False
        if word != word.swapcase() and not (word.isupper() or word[1:].islower() or len(word) == 1):
            return False
        if not self.latin or len(word) == 1:
            return True
        high = sum(ord(c) > 127 for c in word)
        return high <= (MOST_ACCENTS * len(word) if len(word) > 3 else len(word) - 1)

    def small(self, text: str) -> float:
        """The share of words that are small words of the language; less than 0 for a text without any."""
        if not self.spaced:
            return 0.0
        words = [w.casefold() for w in _WORD.findall(text)]
        share = sum(w in self.words for w in words) / (len(words) or 1)
        return share if share or len(words) < MANY_WORDS else NO_SMALL_WORDS

    def share(self, text: str) -> float:
        """The share of letters that are of the language's script."""
        letters = [c for c in text if c.isalpha()]
        return sum(bool(self.letters.fullmatch(c)) for c in letters) / (len(letters) or 1)


@cache
def _signs(code: str) -> _Signs:
    language = lang.load(code)
    table = language.table("identification")
    letters = re.compile(f"[{table['letters']}]+")
    return _Signs(
        letters=letters,
        latin=bool(letters.fullmatch("a")),
        spaced=language.spaced,
        foreign=re.compile(f"[{table['foreign']}]") if table["foreign"] else None,
        words=frozenset(table["words"]),
        commonness=_commonness(language.name, table["own"]),
    )


def _commonness(language: str, own: str) -> dict[str, float]:
    """How common each letter beyond ASCII is in a language, 1 for the first: charset-normalizer's ranking."""
    from charset_normalizer.constant import FREQUENCIES

    ranked = [letter for letter in FREQUENCIES.get(language, []) if ord(letter) > 127]
    found = dict.fromkeys(own.lower(), OWN_LETTER)
    return found | {letter: 1 - rank / len(ranked) / 2 for rank, letter in enumerate(ranked)}


def _by_frequency(data: bytes) -> Guess | None:
    """What charset-normalizer makes of it, among all encodings of one file that it knows."""
    from charset_normalizer import from_bytes

    found = from_bytes(data[: 4 * SAMPLE], cp_exclusion=list(_WIDE)).best()
    return Guess(found.encoding, 0.0, None, 0.0) if found is not None else None
