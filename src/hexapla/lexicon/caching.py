"""The user's cache: what is compiled from their own files, keyed by its content."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SETTING = "HEXAPLA_CACHE"
# Compiled forms of one kind that are kept; the longest unused go first.
KEPT = 12


def cache_folder() -> Path:
    """``HEXAPLA_CACHE``, else the folder that the platform keeps for caches."""
    given = os.environ.get(SETTING)
    if given:
        return Path(given)
    if os.environ.get("XDG_CACHE_HOME"):
        return Path(os.environ["XDG_CACHE_HOME"]) / "hexapla"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "hexapla" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "hexapla"
    return Path.home() / ".cache" / "hexapla"


def cached(kind: str, key: str, make: Callable[[Path], None]) -> Path:
    """The folder ``kind/key`` of the cache, made by ``make`` where it is not there yet.

    It appears whole or not at all, so that several programs may ask at once. Where the cache cannot
    be written to, a folder for this run alone takes its place.
    """
    place = cache_folder() / kind / key
    try:
        if place.is_dir():
            os.utime(place)
            return place
        place.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=f".{key[:8]}-", dir=place.parent))
    except OSError:
        if place.is_dir():
            return place
        return _for_this_run(make)
    try:
        make(work)
        # The folder of another program that was faster is as good.
        if not place.is_dir():
            work.replace(place)
    except OSError:
        if not place.is_dir():
            raise
    finally:
        shutil.rmtree(work, ignore_errors=True)
    _prune(place)
    return place


def _for_this_run(make: Callable[[Path], None]) -> Path:
    import atexit

    work = Path(tempfile.mkdtemp(prefix="hexapla-"))
    atexit.register(shutil.rmtree, work, ignore_errors=True)
    make(work)
    return work


def _prune(place: Path) -> None:
    """Removes what was not used for longest. What another program has open stays open to it."""
    kept = [other for other in place.parent.iterdir() if other != place and not other.name.startswith(".")]
    for other in sorted(kept, key=lambda p: (-p.stat().st_mtime, p.name))[KEPT - 1 :]:
        shutil.rmtree(other, ignore_errors=True)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Waits until no other program holds this lock; it ends with the program that holds it."""
    try:
        import fcntl
    except ImportError:
        # Without locks two programs may do the same work; files are still replaced whole.
        yield
        return
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
