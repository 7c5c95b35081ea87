"""Our own lexicon compiled into the package: when it is built, and again when a checkout's data changed.

An installed package is never looked at again: it ships what it was built with. In a source
checkout the files that the compiled form was made from are compared at first use, by size and time
first, by content where those differ; where the content differs it is compiled again.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from hexapla.lang import codes, load, words
from hexapla.lexicon import cells, compiled, compiling, expanding, inflecting, packing, rows
from hexapla.lexicon.caching import alone
from hexapla.lexicon.compiled import COMPILED, CONCEPTS
from hexapla.lexicon.rows import DATA, read_rows

# What of a language the compiled forms are made from.
LANGUAGE_FILES = ("inflection.toml", "language.toml", "words.toml")
CODE = (cells, compiled, compiling, expanding, inflecting, packing, rows, words)
STAMP, SEEN = "digest.txt", "sources.json"


def sources(data: Path = DATA) -> tuple[Path, ...]:
    """The files that the compiled form of a folder's rows is made from: rows, language data, code."""
    language_files = [load(language).folder / name for language in codes() for name in LANGUAGE_FILES]
    code = [Path(str(module.__file__)) for module in CODE]
    return (*sorted(data.glob("*.tsv")), *language_files, *code)


def digest(data: Path = DATA) -> str:
    """A digest of all that the compiled form is made from."""
    total = hashlib.sha256()
    for path in sources(data):
        total.update(f"{path.parent.name}/{path.name}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return total.hexdigest()


def _seen(data: Path) -> Mapping[str, list[int]]:
    """Size and time of each source: what is compared first."""
    stats = {f"{path.parent.name}/{path.name}": path.stat() for path in sources(data)}
    return {name: [stat.st_size, stat.st_mtime_ns] for name, stat in stats.items()}


def compile_all(folder: Path, say: Callable[[str], None] = print, data: Path = DATA) -> None:
    """Compiles rows of ours (the lexicon's) into a folder, unless what lies there is of the same data."""
    folder.mkdir(parents=True, exist_ok=True)
    with alone(folder / ".lock"):
        # Looked at before compiling: what changes meanwhile is compiled the next time.
        seen = _seen(data)
        for left in folder.glob(".new-*"):
            # Of a run that was killed.
            shutil.rmtree(left, ignore_errors=True)
        if not _of(folder, digest(data)):
            _compile(folder, say, data)
        (folder / SEEN).write_text(json.dumps(seen))


def _of(folder: Path, wanted: str) -> bool:
    stamp = folder / STAMP
    return stamp.exists() and stamp.read_text() == wanted and (folder / CONCEPTS).exists()


def _compile(folder: Path, say: Callable[[str], None], data: Path) -> None:
    """Compiles beside the folder and then moves file by file: who has the old ones open keeps them."""
    stamp, seen = (
        digest(data),
        [row for path in sorted(data.glob("*.tsv")) for row in read_rows(path, codes())],
    )
    work = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
    try:
        compiling.compile_rows(seen, codes(), work, say, stamp)
        for path in sorted(work.iterdir()):
            path.replace(folder / path.name)
        (folder / STAMP).write_text(stamp)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def in_checkout() -> bool:
    """Whether the package lies in a source checkout, beside the tools that build it."""
    root = Path(__file__).parents[3]
    return (root / "pyproject.toml").exists() and (root / "tools" / "compile_data.py").exists()


def ensure_current(folder: Path = COMPILED, data: Path = DATA) -> None:
    """In a source checkout: compiles the lexicon (or other rows) again if what it was made from has changed.

    Where the lemmatisers are not installed the old one stays in force, and that is said.
    """
    if not in_checkout():
        return
    seen = _seen(data)
    if _unchanged(folder, seen):
        return
    if _of(folder, digest(data)):
        _remember(folder, seen)
    elif not inflecting.tools_present() and (folder / CONCEPTS).exists():
        _tell(
            "the lexicon's data is newer than its compiled form, which stays in force (make setup compiles it)."
        )
    elif os.access(folder if folder.exists() else folder.parent.parent, os.W_OK):
        _tell("the lexicon's data has changed: compiling it again, about a minute …")
        compile_all(folder, lambda line: None, data)


def _unchanged(folder: Path, seen: Mapping[str, list[int]]) -> bool:
    try:
        return bool(json.loads((folder / SEEN).read_text()) == seen) and (folder / STAMP).exists()
    except (OSError, ValueError):
        return False


def _remember(folder: Path, seen: Mapping[str, list[int]]) -> None:
    try:
        (folder / SEEN).write_text(json.dumps(seen))
    except OSError:
        # A checkout that may not be written to is compared by content each time.
        return


def _tell(line: str) -> None:
    print(f"hexapla: {line}", file=sys.stderr)  # noqa: T201
