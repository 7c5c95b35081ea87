"""The public face: a handful of verbs. Everything heavy is imported when first called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from hexapla.collation.similarity import Similarity
    from hexapla.edition.model import Desk, Edition
    from hexapla.names.comparing import NameMatch
    from hexapla.record.model import Movement, Record
    from hexapla.sources import Loaded
    from hexapla.testimony.model import Testimony

__all__ = [
    "align",
    "collate",
    "compare",
    "compare_names",
    "compare_names_batch",
    "desk",
    "read",
    "record_story",
    "similarity",
]


def _load(inputs: Sequence[str | Path], options: dict[str, Any]) -> Loaded:
    from hexapla.sources import Options, load
    from hexapla.witness.reading import Given

    given = Given(**{key: options.pop(key) for key in list(options) if key in Given.__dataclass_fields__})
    return load([str(one) for one in inputs], Options(given=given, **options))


def collate(
    inputs: Sequence[str | Path],
    *,
    base: str | None = None,
    language: str | None = None,
    published: dt.date | None = None,
    outlet: str | None = None,
    allow_private: bool = False,
    gloss: str | None = None,
) -> Edition:
    """The versions of one story, side by side, and how they differ.

    Parameters
    ----------
    inputs:
        Files, http(s) addresses, ``-`` for standard input, or one ``story.toml``.
    base:
        Siglum (A, B, … in the order given) of the version against which the others add and omit.
    language, published, outlet:
        What holds for all inputs, where they do not say it themselves.
    allow_private:
        Whether addresses inside a private network may be read.
    gloss:
        Language in which every reading and passage is glossed, word by word; none if ``None``.

    Raises
    ------
    hexapla.errors.HexaplaError
        An input cannot be used; unlike :func:`desk`, one bad input stops the collation.
    """
    from hexapla.edition.desk import edition
    from hexapla.edition.glossing import glossed
    from hexapla.errors import SourceError

    loaded = _load(
        inputs,
        {"language": language, "published": published, "outlet": outlet, "allow_private": allow_private},
    )
    for left in loaded.left_out:
        raise SourceError(left.what, left.means, left.todo)
    made = edition(loaded.witnesses, base)
    return glossed(made, gloss) if gloss else made


def desk(
    inputs: Sequence[str | Path],
    *,
    together: bool = False,
    language: str | None = None,
    published: dt.date | None = None,
    outlet: str | None = None,
    allow_private: bool = False,
    gloss: str | None = None,
) -> Desk:
    """Any number of reports, grouped into stories, each story as an edition.

    Inputs that cannot be used are left out and named in ``Desk.left_out``. ``together``
    takes all inputs as one story. The other parameters are those of :func:`collate`.
    """
    from hexapla.edition.desk import desk as work_through
    from hexapla.edition.glossing import glossed_desk

    loaded = _load(
        inputs,
        {"language": language, "published": published, "outlet": outlet, "allow_private": allow_private},
    )
    found = work_through(
        loaded.witnesses,
        together=together or loaded.one_story,
        left_out=loaded.left_out,
        notices=loaded.notices,
    )
    return glossed_desk(found, gloss) if gloss else found


def read(
    inputs: Sequence[str | Path],
    *,
    language: str | None = None,
    published: dt.date | None = None,
    outlet: str | None = None,
    allow_private: bool = False,
) -> dict[str, Testimony]:
    """What each report says took place, by its siglum: people, meetings, statements, topics, agreements.

    The parameters are those of :func:`collate`; one bad input stops the reading.

    Raises
    ------
    hexapla.errors.HexaplaError
        An input cannot be used.
    """
    from hexapla.collation.collating import sigla
    from hexapla.errors import SourceError
    from hexapla.parties import load
    from hexapla.testimony.reading import testimony

    loaded = _load(
        inputs,
        {"language": language, "published": published, "outlet": outlet, "allow_private": allow_private},
    )
    for left in loaded.left_out:
        raise SourceError(left.what, left.means, left.todo)
    parties = load()
    names = sigla(len(loaded.witnesses))
    return {name: testimony(one, parties) for name, one in zip(names, loaded.witnesses, strict=True)}


def record_story(
    inputs: Sequence[str | Path],
    *,
    language: str | None = None,
    published: dt.date | None = None,
    outlet: str | None = None,
    allow_private: bool = False,
) -> Record:
    """What the versions of one story together say took place: each fact with who carries it.

    (Not called *record*: that is the room, ``hexapla.record``.) The parameters are those of
    :func:`collate`; one bad input stops it.

    Raises
    ------
    hexapla.errors.HexaplaError
        An input cannot be used, or there is none.
    """
    from hexapla.errors import UsageError

    made = collate(inputs, language=language, published=published, outlet=outlet, allow_private=allow_private)
    if made.record is None:
        raise UsageError("There is no report.", "There is nothing to record.", "Name one or more.")
    return made.record


def compare(stories: Sequence[Record]) -> Movement:
    """What moved between stories of one affair, from their records (:func:`record_story`).

    They are put in the order of their days; one whose day is unknown stays behind the one given before it.
    """
    from hexapla.parties import load
    from hexapla.record.comparing import compare as compared

    return compared(stories, load())


def align(
    source: Sequence[str],
    source_language: str,
    target: Sequence[str],
    target_language: str,
    *,
    engine: Similarity | None = None,
) -> list[tuple[list[int], list[int], float]]:
    """Which sentences of two lists answer one another, in any order.

    ``engine`` is another judge of similarity than the lexical one
    (:class:`hexapla.collation.similarity.Similarity`).

    Returns
    -------
    list of (source indices, target indices, confidence)
        0-based; a sentence without an answer stands alone: ``([i], [], 0.0)``, ``([], [j], 0.0)``.
    """
    from hexapla.collation.evidence import side
    from hexapla.collation.linking import link

    if engine is None:
        found = link(side(source, source_language), side(target, target_language))
    else:
        from hexapla.collation.similarity import link_scored

        found = link_scored(engine.score(source, source_language, target, target_language))
    beads = [(list(b.a), list(b.b), round(b.confidence, 4)) for b in found]
    here, there = {i for a, _, _ in beads for i in a}, {j for _, b, _ in beads for j in b}
    beads += [([i], [], 0.0) for i in range(len(source)) if i not in here]
    beads += [([], [j], 0.0) for j in range(len(target)) if j not in there]
    return sorted(beads, key=lambda bead: (bead[0] or [len(source)], bead[1]))


def similarity(
    texts_a: Sequence[str], language_a: str, texts_b: Sequence[str], language_b: str
) -> npt.NDArray[np.float32]:
    """How likely each text of one list says what each of the other says.

    Returns
    -------
    ndarray
        Shape (len(texts_a), len(texts_b)), 0..1; each pair is judged by itself.
    """
    from hexapla.collation.scoring import similarity as score

    return score(texts_a, language_a, texts_b, language_b)


def compare_names(a: str, language_a: str, b: str, language_b: str) -> NameMatch:
    """How likely two names are one person's, whatever scripts they are written in.

    Returns
    -------
    NameMatch
        ``score`` 0..1, and ``reason``: which part answered which, at what cost.
    """
    from hexapla.names.comparing import compare_names as compare

    return compare(a, language_a, b, language_b)


def compare_names_batch(pairs: Sequence[tuple[str, str, str, str]]) -> list[float]:
    """The scores of many pairs ``(a, language of a, b, language of b)``, in their order."""
    from hexapla.names.comparing import compare_names_batch as compare

    return compare(pairs)
