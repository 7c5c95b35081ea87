"""``hexapla read``, ``record`` and ``compare``: what took place, and what moved between stories."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from hexapla.cli.output import progress as watched
from hexapla.cli.output import reader_may_leave, write_whole
from hexapla.cli.work import Asked, console, load_all, nothing, tell_left
from hexapla.errors import UsageError

if TYPE_CHECKING:
    from hexapla.edition.desk import Progress
    from hexapla.edition.model import Desk, Edition, LeftOut
    from hexapla.sources import Loaded


def run_read(asked: Asked, form: str, limit: int | None) -> int:
    """Each input's testimony."""
    from hexapla.collation.collating import sigla
    from hexapla.parties import load
    from hexapla.testimony.reading import testimony

    with watched() as progress:
        loaded = load_all(asked, progress)
        if not loaded.witnesses:
            return nothing(loaded.left_out)
        parties, found = load(), {}
        for number, (siglum, witness) in enumerate(
            zip(sigla(len(loaded.witnesses)), loaded.witnesses, strict=True)
        ):
            progress(f"reading {witness.source}", number, len(loaded.witnesses))
            found[siglum] = testimony(witness, parties)
    _tell(loaded.left_out, loaded.notices)
    with reader_may_leave():
        if form == "json":
            from hexapla.render.testimony_json import testimonies_json

            _print_json(testimonies_json(found))
        else:
            from hexapla.render.record_terminal import print_testimonies

            print_testimonies(list(found.items()), console(), limit=limit)
    return 3 if loaded.left_out else 0


def run_record(asked: Asked, form: str, page: Path | None, limit: int | None) -> int:
    """The record of one story."""
    with watched() as progress:
        loaded = load_all(asked, progress)
        if not loaded.witnesses:
            return nothing(loaded.left_out)
        made = _edition(loaded, progress)
    desk = _desk([made], loaded.left_out, loaded.notices)
    _tell(loaded.left_out, loaded.notices)
    if page is not None:
        from hexapla.render.record_page import record_page

        write_whole(page, record_page(desk))
    with reader_may_leave():
        _print_record(desk, form, limit)
    return _done(page, loaded.left_out)


def _print_record(desk: Desk, form: str, limit: int | None) -> None:
    made = desk.stories[0]
    assert made.record is not None
    if form == "json":
        from hexapla.render.record_json import record_json

        _print_json(record_json(made))
    elif form == "csv":
        from hexapla.render.record_csv import record_csv

        typer.echo(record_csv(made.record), nl=False)
    elif form == "markdown":
        from hexapla.render.record_markdown import record_markdown

        typer.echo(record_markdown(made.record), nl=False)
    elif form == "html":
        from hexapla.render.record_page import record_page

        typer.echo(record_page(desk))
    else:
        from hexapla.render.record_terminal import print_record

        print_record(made.record, console(), limit=limit)


def run_compare(asked: Asked, form: str, page: Path | None, limit: int | None) -> int:
    """What moved between stories, each argument being one.

    Raises
    ------
    UsageError
        Fewer than two of the stories can be read.
    """
    from hexapla.edition.desk import movement

    stories: list[Edition] = []
    left_out: list[LeftOut] = []
    notices: list[str] = []
    with watched() as progress:
        for address in asked.inputs:
            loaded = load_all(replace(asked, inputs=[address]), progress)
            left_out += loaded.left_out
            notices += loaded.notices
            if loaded.witnesses:
                stories.append(_edition(loaded, progress))
        if len(stories) < 2:
            _tell(left_out, ())
            return nothing(()) if left_out else _one_story(len(stories))
        progress("comparing stories", 0, 1)
        moved = movement(stories, range(len(stories)))
    desk = replace(_desk(stories, left_out, notices), movements=(moved,))
    _tell(left_out, notices)
    if page is not None:
        from hexapla.render.record_page import movement_page

        write_whole(page, movement_page(desk))
    with reader_may_leave():
        _print_movement(desk, form, limit)
    return _done(page, left_out)


def _one_story(count: int) -> int:
    raise UsageError(
        f"There {'is one story' if count else 'are no stories'}, where two are compared.",
        "What moved between stories takes an earlier and a later one.",
        "Name two or more: each a story.toml with its versions, or one report.",
    )


def _print_movement(desk: Desk, form: str, limit: int | None) -> None:
    if form == "json":
        from hexapla.render.record_json import movement_json

        _print_json(movement_json(desk.movements[0]))
    elif form == "html":
        from hexapla.render.record_page import movement_page

        typer.echo(movement_page(desk))
    else:
        from hexapla.render.record_terminal import print_movement

        print_movement(desk.movements[0], console(), limit=limit)


def _edition(loaded: Loaded, progress: Progress) -> Edition:
    from hexapla.edition.desk import edition

    progress(f"reading {loaded.witnesses[0].source}", 0, 1)
    return edition(loaded.witnesses)


def _desk(stories: Sequence[Edition], left_out: Sequence[LeftOut], notices: Sequence[str]) -> Desk:
    from hexapla.edition.model import Desk

    return Desk(tuple(stories), (tuple(range(len(stories))),), tuple(left_out), tuple(notices))


def _tell(left_out: Sequence[LeftOut], notices: Sequence[str]) -> None:
    """What was left out, and what else needs a word, on standard error."""
    for left in left_out:
        tell_left(left)
    for notice in notices:
        typer.echo(f"hexapla: {notice}", err=True)


def _done(page: Path | None, left_out: Sequence[LeftOut]) -> int:
    if page is not None:
        typer.echo(f"The page is at {page}.", err=True)
    return 3 if left_out else 0


def _print_json(whole: Any) -> None:
    typer.echo(json.dumps(whole, ensure_ascii=False, indent=1))
