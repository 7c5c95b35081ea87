"""Right-to-left words among left-to-right ones, and characters a terminal would obey."""

from __future__ import annotations

import re
import unicodedata

from hexapla import lang

FSI, PDI = "\u2068", "\u2069"

# Explicit embeddings, overrides and isolates in a published text could end ours early and
# turn the rest of a line around; as shown in quotation they carry no words.
_STEERING = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
# C0 and C1 controls but tab and line feed: an escape sequence in a text must not be obeyed.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def direction(language: str) -> str:
    """``ltr`` or ``rtl`` as the language's data says; ``auto`` for a language without data."""
    return lang.load(language).direction if lang.known(language) else "auto"


def runs_right_to_left(text: str) -> bool:
    """Whether any character of the text is written from right to left."""
    return any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)


def isolate(text: str) -> str:
    """The text between Unicode isolates, so that nothing around it moves."""
    return f"{FSI}{text}{PDI}"


def isolate_within(text: str) -> str:
    """Each right-to-left stretch of a sentence isolated, with what stands between its words."""
    strong = [i for i, c in enumerate(text) if unicodedata.bidirectional(c) in ("R", "AL")]
    if not strong:
        return text
    parts, done = [], 0
    for start, end in _stretches(text, strong):
        parts += [text[done:start], isolate(text[start:end])]
        done = end
    return "".join([*parts, text[done:]])


def _stretches(text: str, strong: list[int]) -> list[tuple[int, int]]:
    found = [[strong[0], strong[0] + 1]]
    for i in strong[1:]:
        between = text[found[-1][1] : i]
        if any(unicodedata.bidirectional(c) == "L" for c in between):
            found.append([i, i + 1])
        else:
            found[-1][1] = i + 1
    return [(start, end) for start, end in found]


def plain(text: str) -> str:
    """The text without steering characters, and with controls made visible as �."""
    return _CONTROL.sub("\ufffd", _STEERING.sub("", text))
