"""The names of everyone we know, filed once and kept: with the package, else in the user's cache.

Filing a few thousand people takes a quarter of a second a language, reading what was filed a
hundredth of that.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from hexapla.lang import codes, load
from hexapla.lexicon.caching import cached
from hexapla.marks.mentions import known
from hexapla.marks.mentions.known import Filed, file_names
from hexapla.names.parts import take_apart
from hexapla.names.skeleton import skeleton

COMPILED = Path(__file__).parents[2] / "_compiled" / "mentions"
FILE, STAMP = "names.json", "key.txt"
# What filing depends on besides the people: the code, and each language's habits.
TABLES = ("names", "words", "language")


@dataclass(frozen=True)
class Kept:
    """The names of everyone, filed, and who has a word of such consonants in the name."""

    filed: Filed
    bones: Mapping[str, Sequence[str]]


def made(language: str, people: Sequence[tuple[str, Sequence[str], Sequence[str]]]) -> Kept:
    """The names of some people filed: (id, names, what stands alone for them) of each."""
    bones: dict[str, dict[str, None]] = {}
    for person, names, _ in people:
        for name in names:
            for part in take_apart(name, language).parts:
                bones.setdefault(skeleton(part.own), {})[person] = None
    return Kept(file_names(language, people), {bone: list(some) for bone, some in bones.items()})


def kept(folder: Path, language: str, make: Callable[[], Kept]) -> Kept:
    """What was filed of the parties of a compiled folder; filed now, and kept, if it was not."""
    key, packaged = _key(folder), COMPILED / language
    if _stamp(packaged) == key:
        return _read(packaged)
    return _read(cached(f"mentions-{language}", key, partial(_write, make)))


def keep(folder: Path, language: str, make: Callable[[], Kept], into: Path) -> None:
    """Files the names of a compiled folder's people into a folder, unless what lies there is of the same."""
    key = _key(folder)
    if _stamp(into) != key:
        into.mkdir(parents=True, exist_ok=True)
        _write(make, into)
        (into / STAMP).write_text(key, encoding="utf-8")


def _stamp(folder: Path) -> str:
    path = folder / STAMP
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _read(folder: Path) -> Kept:
    row = json.loads((folder / FILE).read_bytes())
    return Kept(Filed(**row["filed"]), row["bones"])


def _write(make: Callable[[], Kept], work: Path) -> None:
    found = make()
    row = {"filed": asdict(found.filed), "bones": found.bones}
    (work / FILE).write_text(json.dumps(row, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _key(folder: Path) -> str:
    """A digest of all that filing depends on."""
    total = hashlib.sha256()
    paths = [folder / "people.json", Path(known.__file__), Path(__file__)]
    paths += [load(code).folder / f"{name}.toml" for code in codes() for name in TABLES]
    for path in paths:
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()[:24]
