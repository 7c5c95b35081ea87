"""``hexapla issues``: the issues of international relations that statements are about."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hexapla.cli.output import reader_may_leave

if TYPE_CHECKING:
    from hexapla.testimony.issues import Issue


class IssueForm(StrEnum):
    """How issues are printed."""

    terminal = "terminal"
    json = "json"
    skos = "skos"


def issues(
    asked: Annotated[
        str | None, typer.Argument(help="An issue's id, as territorial-integrity.", metavar="ID")
    ] = None,
    *,
    form: Annotated[
        IssueForm, typer.Option("--format", "-f", help="skos: the whole vocabulary as SKOS in Turtle.")
    ] = IssueForm.terminal,
) -> None:
    """List the issues that statements and agreements are about, or show one of them.

    Exit code 2 if there is no such issue.

    [bold]Examples[/bold]

      hexapla issues
      hexapla issues counter-terrorism
      hexapla issues --format skos > issues.ttl
    """
    from hexapla.testimony.issues import vocabulary

    if form is IssueForm.skos:
        from hexapla.testimony.skos import skos

        lines: Iterator[str] = iter(skos().split("\n")[:-1])
    else:
        shown = (_found(asked),) if asked else vocabulary()
        if form is IssueForm.json:
            made = [_json(issue) for issue in shown]
            lines = iter([json.dumps(made[0] if asked else made, ensure_ascii=False, indent=1)])
        else:
            lines = _lines(shown[0]) if asked else _list(shown)
    with reader_may_leave():
        for line in lines:
            typer.echo(line)


def _found(asked: str) -> Issue:
    from difflib import get_close_matches

    from hexapla.errors import UsageError
    from hexapla.testimony.issues import by_id

    known = by_id()
    if asked not in known:
        near = ", ".join(get_close_matches(asked, known, n=5, cutoff=0.5))
        raise UsageError(
            f"There is no issue {asked!r}.",
            f"Much like it: {near}." if near else "There is nothing to show.",
            "hexapla issues lists them all.",
        )
    return known[asked]


def _list(several: tuple[Issue, ...]) -> Iterator[str]:
    from hexapla.lang import USUAL

    width = max(len(issue.id) for issue in several)
    for issue in several:
        yield f"{issue.id:{width}}  {issue.dossier:12}  {issue.label[USUAL]}"


def _lines(issue: Issue) -> Iterator[str]:
    from hexapla.render.bidi import isolate

    general = ", general" if issue.general else ""
    yield f"{issue.id}  ({issue.dossier}{general})"
    yield f"    {issue.note}"
    for code, label in sorted(issue.label.items()):
        yield f"    {code}  {isolate(' | '.join((label, *issue.alt.get(code, ()))))}"
    for title, keys in (("broader", issue.broader), ("related", issue.related)):
        if keys:
            yield f"    {title}: {', '.join(keys)}"
    if issue.iptc:
        yield f"    IPTC Media Topic: {issue.iptc[1]} ({issue.iptc[0]})"


def _json(issue: Issue) -> dict[str, Any]:
    return {
        "id": issue.id,
        "dossier": issue.dossier,
        "general": issue.general,
        "label": dict(issue.label),
        "alt": {code: list(labels) for code, labels in issue.alt.items()},
        "note": issue.note,
        "broader": list(issue.broader),
        "related": list(issue.related),
        "iptc": {"match": issue.iptc[0], "topic": issue.iptc[1]} if issue.iptc else None,
    }
