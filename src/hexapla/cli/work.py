"""``hexapla desk`` and ``hexapla collate``: load, work, print, write."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from hexapla.cli.output import progress as watched
from hexapla.cli.output import reader_may_leave, write_whole
from hexapla.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from hexapla.edition.desk import Progress
    from hexapla.edition.model import Desk, LeftOut
    from hexapla.sources import Loaded


@dataclass(frozen=True)
class Asked:
    """What the user gave for every input."""

    inputs: Sequence[str]
    language: str | None
    published: str | None
    outlet: str | None
    allow_private: bool
    gloss: str | None = None


def load_all(asked: Asked, progress: Progress) -> Loaded:
    from hexapla.lang import load as load_language
    from hexapla.sources import Options, load
    from hexapla.witness.reading import Given

    if asked.language is not None:
        load_language(asked.language)
    _check_gloss(asked.gloss)
    given = Given(language=asked.language, outlet=asked.outlet, published=_day(asked.published))
    options = Options(given=given, allow_private=asked.allow_private)
    return load(
        asked.inputs,
        options,
        stdin=sys.stdin.buffer,
        on_progress=lambda done, total, name: progress(f"loading {name}", done, total),
    )


def _check_gloss(language: str | None) -> None:
    from hexapla.lang import codes, known

    if language is not None and not known(language):
        raise UsageError(
            f"There is no gloss in {language!r}.",
            "A gloss is made from the lexicon, which has no words of that language.",
            f"Name one of {', '.join(codes())} with --gloss.",
        )


def _glossed(found: Desk, language: str | None) -> Desk:
    if language is None:
        return found
    from hexapla.edition.glossing import glossed_desk

    return glossed_desk(found, language)


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

    with watched() as progress:
        loaded = load_all(asked, progress)
        if not loaded.witnesses:
            return nothing(loaded.left_out)
        found = desk(
            loaded.witnesses,
            together=together or loaded.one_story,
            left_out=loaded.left_out,
            notices=loaded.notices,
            progress=progress,
        )
    return _told(_glossed(found, asked.gloss), form, limit, page, single=False)


def run_collate(asked: Asked, form: str, base: str | None, page: Path | None, limit: int | None) -> int:
    from hexapla.edition.desk import edition
    from hexapla.edition.model import Desk

    with watched() as progress:
        loaded = load_all(asked, progress)
        if not loaded.witnesses:
            return nothing(loaded.left_out)
        progress("collating", 0, 1)
        made = edition(loaded.witnesses, base)
    notices = list(loaded.notices)
    if len(loaded.witnesses) == 1:
        notices.append(f"{loaded.witnesses[0].source} is alone: there is nothing to compare it with.")
    found = Desk((made,), ((0,),), loaded.left_out, tuple(notices))
    return _told(_glossed(found, asked.gloss), form, limit, page, single=True)


def _told(found: Desk, form: str, limit: int | None, page: Path | None, *, single: bool) -> int:
    """Writes the page, prints the rest; a page that cannot be written stops before anything is printed."""
    _write_page(found, page)
    with reader_may_leave():
        _print(found, form, limit, single=single)
    if page:
        typer.echo(f"The page is at {page}.", err=True)
    return 3 if found.left_out else 0


def nothing(left_out: Sequence[LeftOut]) -> int:
    for left in left_out:
        tell_left(left)
    return 2


def tell_left(left: LeftOut) -> None:
    for line in (f"hexapla: {left.what}", f"  {left.means}", f"  {left.todo}"):
        if line.strip():
            typer.echo(line, err=True)


def _print(found: Desk, form: str, limit: int | None, *, single: bool) -> None:
    if form == "terminal":
        from hexapla.render.terminal import print_desk

        print_desk(found, console(), limit=limit)
        return
    for left in found.left_out:
        tell_left(left)
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
    if path is not None:
        from hexapla.render.page import page

        write_whole(path, page(found))


def console() -> Console:
    """The terminal; one that has gone is told of."""
    from rich.console import Console

    class Quiet(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    return Quiet(soft_wrap=False)
