"""Interviews set as questions and answers: *Q: …* / *A: …*, or a dash before each turn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise

from hexapla.lang import load
from hexapla.testimony.drafts import Draft
from hexapla.testimony.extents import Extent, trimmed
from hexapla.testimony.recalling import Subject
from hexapla.testimony.scenes import Account, Scene
from hexapla.witness.model import Span

DASH = re.compile(r"\s*[—–-]\s+")
ASKS = ("?", "？", "؟")
# How sure it is that who is interviewed answers.
ANSWERED = 0.8


def turns(account: Account) -> dict[int, Draft | None]:
    """The answers by the number of their first sentence; None for the other sentences of answers and for questions."""
    lines = [
        list(some)
        for _, some in groupby(account.scenes, lambda s: account.witness.text.rfind("\n", 0, s.span.start))
    ]
    asked = [(line, *_label(line)) for line in lines]
    pairs = [
        (one, other)
        for one, other in pairwise(asked)
        if one[1] == "question" and other[1] == "answer" and _asks(one[0]) and not _quotes(other[0])
    ]
    speaker = _interviewed(account, pairs[0][0][0][0]) if pairs else None
    found: dict[int, Draft | None] = {}
    if speaker is None:
        return found
    for (question, _, _), (answer, _, start) in pairs:
        found.update(dict.fromkeys(s.number for s in (*question, *answer)))
        found[answer[0].number] = _draft(answer, start, speaker)
    return found


def _asks(line: Sequence[Scene]) -> bool:
    return line[-1].span.of(line[-1].text).rstrip().endswith(ASKS)


def _quotes(line: Sequence[Scene]) -> bool:
    """Whether an answer is told with marks and a verb, as a report does."""
    return any(scene.quotations for scene in line)


def _label(line: Sequence[Scene]) -> tuple[str, int]:
    """Whether a line is a question or an answer, by what it begins with, and where its words begin."""
    scene = line[0]
    words = scene.span.of(scene.text)
    if scene.segment.role != "body":
        return "", scene.span.start
    for kind, pattern in _patterns(scene.segment.language):
        hit = pattern.match(words)
        if hit:
            return kind, scene.span.start + hit.end()
    dash = DASH.match(words)
    if dash:
        return "question" if _asks(line) else "answer", scene.span.start + dash.end()
    return "", scene.span.start


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What labels a question and an answer in a language."""
    table = load(language).table("testimony")["interview"]
    return tuple(
        (kind, re.compile(rf"\s*(?:{'|'.join(map(re.escape, table[kind]))})\s*[.:：]\s*"))
        for kind in ("question", "answer")
        if table[kind]
    )


def _interviewed(account: Account, first: Scene) -> str | None:
    """Who is interviewed: whom the words before the first question name oftenest."""
    return next(iter(_named(account, first)), None)


def _named(account: Account, first: Scene) -> Iterator[str]:
    before = [m.person for m in account.mentions if m.span.end <= first.span.start and m.person]
    yield from (name for name, _ in Counter(before).most_common(1))


def _draft(line: Sequence[Scene], start: int, speaker: str) -> Draft:
    first, last = line[0], line[-1]
    content = trimmed(first.text, start, last.span.end)
    said = Extent((content,), (), "direct", (Span(first.span.start, content.end),))
    return Draft(first, None, "say", Subject((speaker,), None, ANSWERED, "dropped"), said)
