"""What leaves the program: printed output whose reader may go, pages written whole, progress."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from hexapla.errors import UsageError

if TYPE_CHECKING:
    from hexapla.edition.desk import Progress

# Progress is shown on work that lasts longer than this (seconds).
PATIENCE = 2.0


@contextmanager
def reader_may_leave() -> Iterator[None]:
    """Printing to a reader that has gone (``| head``) is no error: the rest is not printed."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered would fail once more when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_whole(path: Path, text: str) -> None:
    """Writes a file beside its place and then moves it there: never a half-written file.

    Raises
    ------
    UsageError
        The place cannot be written to; nothing is left there.
    """
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        _remove(part)
        raise UsageError(
            f"{path} cannot be written: {error.strerror}.",
            "No page was made.",
            "Name a place you may write to, or leave --page out.",
        ) from error


def _remove(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        # It could not be made, so there is nothing to take away.
        return


class _Line:
    """One line on standard error, rewritten in place."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._text, self._due = "", False

    def tell(self, what: str, done: int, total: int) -> None:
        with self._lock:
            self._text = f"{what} ({done} of {total})"
            if self._due:
                self._show()

    def begin(self) -> None:
        """From now on the line is shown, first with what was told last."""
        with self._lock:
            self._due = True
            self._show()

    def end(self) -> None:
        with self._lock:
            if self._due:
                self._text = ""
                self._show()
            self._due = False

    def _show(self) -> None:
        sys.stderr.write(f"\r\x1b[K{self._text}")
        sys.stderr.flush()


@contextmanager
def progress() -> Iterator[Progress]:
    """A line on standard error, once the work has lasted; nothing where no one watches."""
    line = _Line()
    timer = threading.Timer(PATIENCE, line.begin)
    timer.daemon = True
    if sys.stderr.isatty():
        timer.start()
    try:
        yield line.tell
    finally:
        timer.cancel()
        line.end()
