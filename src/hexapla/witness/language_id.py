"""Which of our languages a text is in: its script first, then its small words, then py3langid."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hexapla import lang
from hexapla.errors import LanguageUnknown
from hexapla.witness.folding import visible

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# What is read of a long text: its head, middle and tail, so many code points each.
SAMPLE = 2000
# Of a passage within a text, so much.
PASSAGE = 500
# Share of letters that a script shares but our languages of it do not use (Persian گ, Ukrainian ї).
# Names alone do not reach it in a report of ours.
FOREIGN_LETTERS = 0.04
# Share of a text's words that are a language's small words: running text of ours has 25-50 %.
SMALL_WORDS = 0.2
ENOUGH_WORDS = 6
CLEAR_LEAD = 1.6
# Small words of neighbours (Portuguese, Bulgarian), as a share of ours; our texts have next to none.
STRANGE_WORDS = 0.25
# With fewer words, py3langid has its say as well; a report is longer, so that it need not be loaded (0.8 s).
MANY_WORDS = 25
# py3langid over all its languages: a stranger so probable, and so far before ours, is no language of ours.
STRANGER, STRANGER_LEAD = 0.5, 3.0
# A passage with so large a share of its text's own script is in its text's language, foreign names or not.
STAYS = 0.2
# With so many small words of ours, names of strangers do not matter.
PLAINLY_OURS = 0.5

_WORD = re.compile(r"[^\W\d_]+")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_TODO = "Name its language with --language if it is one of ours, or leave the text out."


@dataclass(frozen=True)
class _Signs:
    """What tells a language: the letters of its script, its own, foreign ones, its small words."""

    script: str
    letters: re.Pattern[str]
    weight: float
    own: re.Pattern[str] | None
    foreign: re.Pattern[str] | None
    words: frozenset[str]
    strangers: frozenset[str]


@cache
def _signs(code: str) -> _Signs:
    table = lang.load(code).table("identification")

    def letters(key: str) -> re.Pattern[str] | None:
        return re.compile(f"[{table[key]}]") if table[key] else None

    return _Signs(
        script=table["script"],
        letters=re.compile(f"[{table['letters']}]"),
        weight=table["weight"],
        own=letters("own"),
        foreign=letters("foreign"),
        words=frozenset(table["words"]) | frozenset(table["headline_words"]),
        strangers=frozenset(table["strangers"]),
    )


def identify(text: str) -> tuple[str, float]:
    """The language a text is in.

    Returns
    -------
    tuple
        One of ``lang.codes()`` and a confidence 0..1.

    Raises
    ------
    LanguageUnknown
        The text has no letters, or is clearly in a language that is none of ours.
    """
    sample = _sample(text)
    script, share = _script(sample)
    candidates = [code for code in lang.codes() if _signs(code).script == script]
    _refuse_foreign_letters(sample, candidates)
    scores, strangers, count = _small_words(sample, candidates)
    strange = strangers > STRANGE_WORDS * max(scores.values())
    if len(candidates) == 1:
        if strange and count >= ENOUGH_WORDS:
            _refuse_stranger(_model_ranking(sample), candidates)
        return candidates[0], min(0.99, share)
    ranked = sorted(candidates, key=lambda code: (-scores[code], code))
    best, second = scores[ranked[0]], scores[ranked[1]]
    if count >= MANY_WORDS and best >= SMALL_WORDS and best > CLEAR_LEAD * second and not strange:
        return ranked[0], min(0.99, share * (0.9 + best / 5))
    return _by_model(sample, candidates, scores, strange=strange)


def clearly(text: str, besides: str) -> str:
    """The language a passage is clearly in; that of the text around it, ``besides``, in doubt.

    Another script, or the small words of another language, decide.
    """
    sample = text[:PASSAGE]
    own = _signs(besides)
    if _alone_in_script(besides) and len(own.letters.findall(sample)) >= STAYS * letters_in(sample):
        return besides
    counts = _letters(sample)
    if not counts:
        return besides
    script = max(sorted(counts), key=lambda s: counts[s])
    if counts.get(own.script, 0.0) >= STAYS * sum(counts.values()):
        script = own.script
    if script == _other():
        return besides
    candidates = [code for code in lang.codes() if _signs(code).script == script]
    same = besides in candidates
    if len(candidates) == 1 or not same:
        return candidates[0] if len(candidates) == 1 else _guess(sample, candidates)
    scores, strangers, count = _small_words(sample, candidates)
    best = max(sorted(candidates), key=lambda code: scores[code])
    clear = scores[best] >= SMALL_WORDS and scores[best] > 2 * max(scores[besides], strangers)
    return best if clear and count >= 2 * ENOUGH_WORDS else besides


def letters_in(text: str) -> int:
    """How many letters a text has."""
    return len(_NOT_LETTERS.sub("", text))


def same_script(one: str, other: str) -> bool:
    """Whether two of our languages are written in one script."""
    return _signs(one).script == _signs(other).script


def _guess(sample: str, candidates: list[str]) -> str:
    scores, _, count = _small_words(sample, candidates)
    best = max(sorted(candidates), key=lambda code: scores[code])
    if count >= ENOUGH_WORDS and scores[best] >= SMALL_WORDS:
        return best
    try:
        return _by_model(sample, candidates, scores, strange=False)[0]
    except LanguageUnknown:
        return best


@cache
def _alone_in_script(code: str) -> bool:
    return sum(same_script(code, other) for other in lang.codes()) == 1


def _other() -> str:
    return "other"


def _unknown(what: str) -> LanguageUnknown:
    ours = ", ".join(lang.load(code).name for code in lang.codes())
    return LanguageUnknown(what, f"Hexapla reads {ours}; the text cannot be compared.", _TODO)


def _sample(text: str) -> str:
    if len(text) <= 3 * SAMPLE:
        return visible(text)
    first = _WORD.search(text)
    start = first.start() if first else 0
    middle = (start + len(text)) // 2
    pieces = (text[start : start + SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:])
    return visible(" ".join(pieces))


@cache
def _scripts() -> Mapping[str, tuple[re.Pattern[str], float]]:
    return {s.script: (s.letters, s.weight) for s in map(_signs, lang.codes())}


def _letters(sample: str) -> dict[str, float]:
    """How much of a text is in each script, a Chinese character weighing more than a letter."""
    letters = _NOT_LETTERS.sub("", sample)
    found: dict[str, float] = {}
    rest = len(letters)
    for script, (pattern, each) in _scripts().items():
        number = len(pattern.findall(letters))
        rest -= number
        if number:
            found[script] = number * each
    if rest > 0:
        found[_other()] = float(rest)
    return found


def _script(sample: str) -> tuple[str, float]:
    counts = _letters(sample)
    if not counts:
        raise _unknown("The text has no letters, so its language cannot be told.")
    script = max(sorted(counts), key=lambda s: counts[s])
    if script == _other():
        raise _unknown("The text is in a script that none of our languages uses.")
    return script, counts[script] / sum(counts.values())


def _refuse_foreign_letters(sample: str, candidates: list[str]) -> None:
    number = letters_in(sample)
    for code in candidates:
        signs = _signs(code)
        foreign = len(signs.foreign.findall(sample)) if signs.foreign else 0
        own = len(signs.own.findall(sample)) if signs.own else 0
        if foreign < max(1.0, FOREIGN_LETTERS * number) or foreign <= own:
            return
    script = _signs(candidates[0]).script
    raise _unknown(f"The text has letters of the {script} script that none of our languages uses.")


def _small_words(sample: str, candidates: list[str]) -> tuple[dict[str, float], float, int]:
    """Of a text's words, each language's small words' share, the strangers' share, their number."""
    counts = Counter(word.casefold() for word in _WORD.findall(sample))
    total = counts.total() or 1
    scores = {}
    for code in candidates:
        signs = _signs(code)
        small = sum(n for word, n in counts.items() if word in signs.words)
        own = len(signs.own.findall(sample)) if signs.own else 0
        scores[code] = min(1.0, (small + own) / total)
    strange = _strangers(tuple(candidates))
    strangers = sum(n for word, n in counts.items() if word in strange)
    return scores, strangers / total, counts.total()


@cache
def _strangers(candidates: tuple[str, ...]) -> frozenset[str]:
    """Small words of neighbouring languages that none of ours has."""
    foreign = frozenset().union(*(_signs(code).strangers for code in candidates))
    return foreign.difference(*(_signs(code).words for code in candidates))


def _by_model(
    sample: str, candidates: list[str], scores: Mapping[str, float], *, strange: bool
) -> tuple[str, float]:
    """The likeliest of several languages, where small words leave it open."""
    ranking = _model_ranking(sample)
    if strange or max(scores.values()) < PLAINLY_OURS:
        _refuse_stranger(ranking, candidates)
    # Small words and a language's own letters speak louder than byte statistics on a short headline.
    weighed = {code: ranking[code] * (1 + 10 * scores[code]) for code in candidates}
    best = max(sorted(weighed), key=lambda code: weighed[code])
    return best, weighed[best] / (sum(weighed.values()) or 1.0)


def _refuse_stranger(ranking: Mapping[str, float], candidates: list[str]) -> None:
    first, most = max(ranking.items(), key=lambda item: (item[1], item[0]))
    ours = max(ranking[code] for code in candidates)
    if first not in candidates and most >= STRANGER and most >= STRANGER_LEAD * ours:
        raise _unknown(f"The text seems to be in a language that is none of ours ({first!r}).")


def _model_ranking(sample: str) -> dict[str, float]:
    return dict(_model().rank(sample))


@cache
def _model() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
