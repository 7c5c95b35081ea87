"""The skeleton of a name: its consonant classes.

A name is romanised letter by letter, its digraphs folded, its vowels and weak letters
dropped: Arabic writes few vowels, Russian and English write them each their own way, but
the order of consonant classes stays (compare Freeman, Condon & Ackerman 2006, who align
Arabic and English names by letter classes).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from hexapla.names.letters import HAN, syllable_letter

CLASSES = Path(__file__).parent / "data" / "classes.tsv"
# Swept .60-.85 on names-dev single parts: below .70 short skeletons meet by chance.
ALIKE = 0.70


@cache
def _classes() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = [line.split("\t") for line in CLASSES.read_text(encoding="utf-8").split("\n")]
    table = {row[0]: row[1] for row in rows if len(row) == 2}
    longest_first = sorted(table, key=lambda key: (-len(key), key))
    return re.compile("|".join(longest_first)), table


@lru_cache(maxsize=1 << 16)
def romanise(form: str) -> str:
    """Lower-case ASCII letters for a word of any script."""
    from anyascii import anyascii

    return re.sub(r"[^a-z]", "", form if form.isascii() else anyascii(form).lower())


@lru_cache(maxsize=1 << 16)
def skeleton(form: str) -> str:
    """The consonant classes of a word, doubles counted once.

    >>> skeleton("Choïgou") == skeleton("шойгу") == skeleton("شويغو")
    True
    """
    pattern, table = _classes()
    classes = "".join(table[found] for found in pattern.findall(romanise(form)))
    return re.sub(r"(.)\1+", r"\1", classes)


@cache
def _bits() -> tuple[re.Pattern[str], dict[str, int]]:
    pattern, table = _classes()
    kinds = sorted(set("".join(table.values())))
    return pattern, {found: sum(1 << kinds.index(k) for k in set(own)) for found, own in table.items()}


def bones(letters: str, script: str) -> int:
    """The consonant classes of a word in letters of a script (see ``letters.py``), a bit each."""
    pattern, bits = _bits()
    out = 0
    for found in pattern.findall(romanised(letters, script)):
        out |= bits[found]
    return out


@lru_cache(maxsize=1 << 17)
def classes(letters: str, script: str) -> str:
    """The consonant classes of a word in letters of a script, in order, doubles counted once."""
    pattern, table = _classes()
    return re.sub(
        r"(.)\1+", r"\1", "".join(table[found] for found in pattern.findall(romanised(letters, script)))
    )


def romanised(letters: str, script: str) -> str:
    """Letters of a script (see ``letters.py``) as plain Latin ones."""
    if letters.isascii() and script != HAN:
        return letters
    return letters.translate(_SYLLABLES if script == HAN else _ROMAN)


class _Letters(dict[int, str | None]):
    """What letters are in plain Latin ones, for ``str.translate``."""

    def __init__(self, of: Callable[[str], str]) -> None:
        super().__init__()
        self.of = of

    def __missing__(self, point: int) -> str:
        own = self[point] = self.of(chr(point))
        return own


_SYLLABLES, _ROMAN = _Letters(syllable_letter), _Letters(romanise)


def likeness(a: Sequence[str], b: Sequence[str]) -> npt.NDArray[np.float32]:
    """How alike two lists of words are as names or cognates, 0..1, shape (len(a), len(b)).

    The lower of two measures counts most: skeletons (what no script hides), and romanised
    letters (which keep apart *Iran* and *Oran* where both scripts write vowels).
    """
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import cdist

    if not a or not b:
        return np.zeros((len(a), len(b)), dtype=np.float32)
    bones = cdist(
        [skeleton(x) for x in a],
        [skeleton(x) for x in b],
        scorer=Indel.normalized_similarity,
        dtype=np.float32,
    )
    letters = cdist(
        [romanise(x) for x in a],
        [romanise(x) for x in b],
        scorer=Indel.normalized_similarity,
        dtype=np.float32,
    )
    short = np.minimum.outer(
        np.array([len(skeleton(x)) for x in a], dtype=np.float32),
        np.array([len(skeleton(x)) for x in b], dtype=np.float32),
    )
    # Two consonants agree by chance; then the letters must agree as well.
    trust = np.clip((short - 1) / 3, 0, 1)
    return np.asarray((trust * bones + (1 - trust) * np.minimum(bones, letters)) * 0.7 + 0.3 * letters)
