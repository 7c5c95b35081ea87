"""``hexapla desk`` and ``hexapla collate``: load, work, print, write."""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from hexapla.errors import UsageError

if TYPE_CHECKING:
    from hexapla.edition.desk import Progress
    from hexapla.edition.model import Desk, LeftOut
    from hexapla.sources import Loaded

# Progress is shown on work that lasts longer than this (seconds).
PATIENCE = 2.0


@dataclass(frozen=True)
class Asked:
    """What the user gave for every input."""

    inputs: Sequence[str]
    language: str | None
    published: str | None
    outlet: str | None
    allow_private: bool


def _loaded(asked: Asked, progress: Progress) -> Loaded:
    from hexapla.lang import load as load_language
    from hexapla.sources import Options, load
    from hexapla.witness.reading import Given

    if asked.language is not None:
        load_language(asked.language)
    given = Given(language=asked.language, outlet=asked.outlet, published=_day(asked.published))
    options = Options(given=given, allow_private=asked.allow_private)
    return load(
        asked.inputs,
        options,
        stdin=sys.stdin.buffer,
        on_progress=lambda done, total, name: progress(f"loading {name}", done, total),
    )


def _day(published: str | None) -> dt.date | None:
    if published is None:
        return None
    try:
        return dt.date.fromisoformat(published)
    except ValueError as error:
        raise UsageError(
            f"{published!r} is no day.",
            "The day of publication is needed as a date.",
            "Write it as 2026-03-15.",
        ) from error


def run_desk(asked: Asked, form: str, page: Path | None, together: bool, limit: int | None) -> int:
    from hexapla.edition.desk import desk

    with _progress() as progress:
        loaded = _loaded(asked, progress)
        if not loaded.witnesses:
            return _nothing(loaded.left_out)
        found = desk(
            loaded.witnesses,
            together=together or loaded.one_story,
            left_out=loaded.left_out,
            notices=loaded.notices,
            progress=progress,
        )
    _print(found, form, limit, single=False)
    _write_page(found, page)
    return 3 if loaded.left_out else 0


def run_collate(asked: Asked, form: str, base: str | None, page: Path | None, limit: int | None) -> int:
    from hexapla.edition.desk import edition
    from hexapla.edition.model import Desk

    with _progress() as progress:
        loaded = _loaded(asked, progress)
        if not loaded.witnesses:
            return _nothing(loaded.left_out)
        progress("collating", 0, 1)
        made = edition(loaded.witnesses, base)
    notices = list(loaded.notices)
    if len(loaded.witnesses) == 1:
        notices.append(f"{loaded.witnesses[0].source} is alone: there is nothing to compare it with.")
    found = Desk((made,), ((0,),), loaded.left_out, tuple(notices))
    _print(found, form, limit, single=True)
    _write_page(found, page)
    return 3 if loaded.left_out else 0


def _nothing(left_out: Sequence[LeftOut]) -> int:
    for left in left_out:
        _left(left)
    return 2


def _left(left: LeftOut) -> None:
    for line in (f"hexapla: {left.source}: {left.what}", f"  {left.means}", f"  {left.todo}"):
        if line.strip():
            typer.echo(line, err=True)


def _print(found: Desk, form: str, limit: int | None, *, single: bool) -> None:
    if form == "terminal":
        from rich.console import Console

        from hexapla.render.terminal import print_desk

        print_desk(found, Console(soft_wrap=False), limit=limit)
        return
    for left in found.left_out:
        _left(left)
    if form == "html":
        from hexapla.render.page import page

        typer.echo(page(found))
        return
    from hexapla.render.json_form import collation_json, desk_json

    for notice in found.notices if single else ():
        typer.echo(f"hexapla: {notice}", err=True)
    whole = collation_json(found.stories[0]) if single else desk_json(found)
    typer.echo(json.dumps(whole, ensure_ascii=False, indent=1))


def _write_page(found: Desk, path: Path | None) -> None:
    """Writes the page beside its place and then moves it there: never a half-written file."""
    if path is None:
        return
    from hexapla.render.page import page

    text = page(found)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(path.name + ".part")
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written: {error.strerror}.",
            "The page is lost.",
            "Name a place you may write to.",
        ) from error
    typer.echo(f"The page is at {path}.", err=True)


@contextmanager
def _progress() -> Iterator[Progress]:
    """A line on standard error, once the work has lasted; nothing where no one watches."""
    start, shown = time.monotonic(), False

    def tell(what: str, done: int, total: int) -> None:
        nonlocal shown
        if sys.stderr.isatty() and time.monotonic() - start > PATIENCE:
            shown = True
            sys.stderr.write(f"\r\x1b[K{what} ({done} of {total})")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
