"""Line-parallel corpora (NTREX's layout) and edits of them whose true alignment is known.

A folder holds one file a language, one sentence a line, and ``DOCUMENT_IDS.tsv`` with the
document of each line. Nothing of such a corpus enters the package; it tunes a handful of
weights and checks that they hold.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hexapla.lang import codes, load

Lines = list[str]
# Of each kind of absence a document is planted with so many at most, of sentences so long (characters).
MOST_PLANTED = 2
LONG_ENOUGH = 15
END = re.compile(r"[.!?؟。！？…\"»”』」\s]+$")


@dataclass(frozen=True)
class Document:
    """One document: its sentences in each language, the same index the same sentence."""

    name: str
    sentences: dict[str, Lines]


def documents(folder: Path) -> list[Document]:
    """The documents of a corpus folder, in its order."""
    ids = (folder / "DOCUMENT_IDS.tsv").read_text(encoding="utf-8").split("\n")
    lines: dict[str, Lines] = {}
    for code in codes():
        path = folder / f"{load(code).table('language')['iso639_3']}.txt"
        if path.exists():
            lines[code] = path.read_text(encoding="utf-8").split("\n")
    order = list(dict.fromkeys(name for name in ids if name))
    return [
        Document(
            name,
            {code: [some[n] for n, other in enumerate(ids) if other == name] for code, some in lines.items()},
        )
        for name in order
    ]


@dataclass(frozen=True)
class Edited:
    """Two sides of a document after edits; ``links`` pairs passages that share a sentence."""

    a: Lines
    b: Lines
    links: frozenset[tuple[int, int]]


def edited(
    document: Document,
    a: str,
    b: str,
    seed: int,
    drop: float = 0.25,
    merge: float = 0.1,
    move: float = 0.1,
    most: int = 2,
) -> Edited:
    """Each side loses a share of its sentences; on one side some (up to ``most``) are merged, some moved."""
    rng = random.Random(f"{seed}|{document.name}|{a}|{b}")
    count = len(document.sentences[a])
    sides: list[list[tuple[int, ...]]] = [
        [(n,) for n in range(count) if rng.random() >= drop] or [(0,)] for _ in (a, b)
    ]
    merged, moved = rng.randrange(2), rng.randrange(2)
    sides[merged] = _merged(sides[merged], merge, rng, most)
    sides[moved] = _moved(sides[moved], move, rng)
    texts = []
    for code, units in zip((a, b), sides, strict=True):
        glue = " " if load(code).spaced else ""
        texts.append([glue.join(document.sentences[code][n] for n in unit) for unit in units])
    links = {(i, j) for i, x in enumerate(sides[0]) for j, y in enumerate(sides[1]) if set(x) & set(y)}
    return Edited(texts[0], texts[1], frozenset(links))


def _merged(
    units: list[tuple[int, ...]], share: float, rng: random.Random, most: int = 2
) -> list[tuple[int, ...]]:
    out: list[tuple[int, ...]] = []
    for unit in units:
        if out and len(out[-1]) < most and rng.random() < share:
            out[-1] += unit
        else:
            out.append(unit)
    return out


def _moved(units: list[tuple[int, ...]], share: float, rng: random.Random) -> list[tuple[int, ...]]:
    units = list(units)
    for unit in rng.sample(units, int(share * len(units) + 0.5)) if len(units) >= 4 else ():
        units.remove(unit)
        units.insert(rng.randrange(len(units) + 1), unit)
    return units


@dataclass(frozen=True)
class Planted:
    """Two texts, paragraphs parted by blank lines; ``missing`` are spans of the first text
    that the second lacks.
    """

    a: str
    b: str
    missing: tuple[tuple[int, int], ...]


def planted(document: Document, a: str, b: str, seed: int, other: float = 0.0) -> Planted:
    """The second text lacks some whole sentences, and the second halves of some joined ones;
    a share ``other`` of its own neighbours is joined.
    """
    rng = random.Random(f"planted|{seed}|{document.name}|{a}|{b}")
    one, two = document.sentences[a], document.sentences[b]
    joined, lost = _spots([len(line) for line in two], rng)
    gone = lost | {n + 1 for n in joined}
    text, missing = "", []
    for n, line in enumerate(one):
        if n - 1 in joined or n in lost:
            missing.append((len(text), len(text) + len(line)))
        text += END.sub("", line) + joiner(a) if n in joined else line + "\n\n"
    units = _merged([(n,) for n in range(len(two)) if n not in gone], other, rng)
    return Planted(text, "\n\n".join(_as_one(two, unit, joiner(b)) for unit in units), tuple(missing))


def _spots(lengths: Sequence[int], rng: random.Random) -> tuple[set[int], set[int]]:
    """Sentences that are joined with the next, and sentences that are lost, well apart."""
    spots = list(range(1, len(lengths) - 2))
    rng.shuffle(spots)
    used: set[int] = set()
    joined: set[int] = set()
    lost: set[int] = set()
    for n in spots:
        if {n - 1, n, n + 1, n + 2} & used or min(lengths[n], lengths[n + 1]) < LONG_ENOUGH:
            continue
        if len(joined) < MOST_PLANTED:
            joined.add(n)
            used |= {n, n + 1}
        elif len(lost) < MOST_PLANTED:
            lost.add(n)
            used.add(n)
    return joined, lost


def _as_one(lines: Sequence[str], unit: tuple[int, ...], glue: str) -> str:
    return glue.join([*(END.sub("", lines[n]) for n in unit[:-1]), lines[unit[-1]]])


def joiner(language: str) -> str:
    """The words that join two sentences of a language into one."""
    with (Path(__file__).parent / "joiners.toml").open("rb") as file:
        return str(tomllib.load(file)[language])
