"""What governs the people and sides of a sentence: the words of grammar and of roles before them."""

from __future__ import annotations

from functools import cache
from typing import Literal

from hexapla.lang import load
from hexapla.lang.words import affixes, fold_all, function_words
from hexapla.testimony.cues import Cue
from hexapla.testimony.scenes import Scene

Lead = Literal["", "with", "by", "host", "guest", "delegation", "of"]
"""What stands before a group: *with*, *by*, *hosted by*, *in honour of*, *accompanied by*, another preposition."""
# Between what governs a group and the group an article may stand.
ARTICLE = 1
# What governs a group begins so many characters before it at most.
LEAD_REACH = 80
COMMAS = ",،，;؛；:："


@cache
def words_of_and(language: str) -> frozenset[str]:
    """The words that mean *and*, folded."""
    return frozenset(fold_all(load(language).table("mentions")["words"]["and"], language))


def is_and(scene: Scene, cue: Cue) -> bool:
    """Whether a cue is no more than *and*."""
    return scene.text[cue.start : cue.end].lower() in words_of_and(scene.segment.language)


_LEADS: dict[tuple[str, str], tuple[int, Lead]] = {
    ("role", "delegation"): (0, "delegation"),
    ("role", "guest"): (1, "guest"),
    ("role", "host"): (2, "host"),
    ("role", "with"): (3, "with"),
    ("grammar", "by"): (4, "by"),
    ("grammar", "prepositions"): (5, "of"),
}


def lead_of(scene: Scene, start: int) -> Lead:
    """What governs the words that begin at a place, nothing more than an article between."""
    found: list[tuple[int, int, Lead]] = []
    whole = [r for r in scene.of("relation") if r.end <= start]
    for cue in scene.between(start - LEAD_REACH, start):
        if any(r.start <= cue.start and cue.end < r.end for r in whole):
            # "before that, A and B met"
            continue
        rank = _LEADS.get((cue.group, cue.id))
        if rank and scene.distance(cue.end, start) <= ARTICLE + 1:
            if not _article(scene, cue.end, start):
                continue
            if is_and(scene, cue):
                # Where a language has one word for both, it joins only what stands right before it.
                if scene.using.spaced or any(m.span.end == cue.start for m in scene.mentions):
                    continue
                rank = _LEADS["role", "with"]
            found.append((-cue.end, rank[0], rank[1]))
    if found:
        return min(found)[2]
    return "of" if _governed_inside(scene, start) else ""


def _article(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing but an article, or what is put before a name (*Mrs*), stands between two places."""
    if any(sign in scene.text[start:end] for sign in COMMAS):
        return False
    if not scene.using.spaced:
        return scene.distance(start, end) <= ARTICLE
    titles = _honorifics(scene.segment.language)
    told = [w.form for w in scene.words if start <= w.start < end and w.form not in titles]
    light = function_words(scene.segment.language)
    return len(told) <= ARTICLE and all(form in light for form in told)


@cache
def _honorifics(language: str) -> frozenset[str]:
    """What is put before a name, folded."""
    return frozenset(fold_all(load(language).table("mentions")["words"]["honorifics"], language))


def _governed_inside(scene: Scene, start: int) -> bool:
    """Whether a preposition is written onto a word with its article: للرئيس."""
    rules = affixes(scene.segment.language)
    if not rules.prefixes or not rules.articles:
        return False
    alone = min(rules.articles, key=lambda a: (len(a), a))
    word = next((w for w in scene.words if w.start >= start), None)
    if word is None or word.start != start:
        return False
    article = next((a for a in rules.articles if word.form.startswith(a)), "")
    head = article.removesuffix(alone)
    return bool(article) and article != alone and head not in scene.using.conjunctions
