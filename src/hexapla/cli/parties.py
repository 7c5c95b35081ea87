"""``hexapla parties``: who is who, and who held which office when."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hexapla.cli.output import reader_may_leave, write_whole

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from hexapla.parties import Office, Parties, Party, Person, Tenure
    from hexapla.parties.finding import Found

HELP = """Who is who: states, bodies, people, and who held which office when."""

app = typer.Typer(name="parties", no_args_is_help=True, rich_markup_mode="rich", help=HELP)

PartiesOption = Annotated[
    Path | None,
    typer.Option(
        "--parties", envvar="HEXAPLA_PARTIES", help="Your own party files beside ours: a file or folder."
    ),
]


class ExportForm(StrEnum):
    """How parties are written out."""

    ftm = "ftm"


@app.command()
def lint(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Party files or folders.", metavar="FILE")
    ] = None,
    *,
    notes: Annotated[
        bool, typer.Option("--notes/--no-notes", help="Also say what is only worth a look.")
    ] = True,
) -> None:
    """Check party files: each fault with file, line, reason and mend. Without a file, our own.

    Exit code 2 if there is an error; notes are no errors.

    [bold]Examples[/bold]

      hexapla parties lint
      hexapla parties lint my-people/ --no-notes
    """
    from hexapla.parties.linting import lint as problems_of

    problems = [p for p in problems_of(files or ()) if notes or p.level == "error"]
    with reader_may_leave():
        for problem in problems:
            typer.echo(f"{problem.path}:{problem.line}: {problem.level}: {problem.what} {problem.todo}")
        errors = sum(problem.level == "error" for problem in problems)
        typer.echo(f"{_count(errors, 'error')}, {_count(len(problems) - errors, 'note')}.", err=True)
    raise typer.Exit(2 if errors else 0)


@app.command()
def show(
    asked: Annotated[str, typer.Argument(help="An id, or a name in any language.", metavar="ID|NAME")],
    *,
    on: Annotated[
        str | None, typer.Option("--on", help="Only what was so on this day, as 2023-03-15.")
    ] = None,
    parties: PartiesOption = None,
) -> None:
    """Show a party with its officeholders, a person with their offices, or an office's words.

    After the day up to which a file is known to be true, who holds an office is unknown.

    [bold]Examples[/bold]

      hexapla parties show SY --on 2023-03-15
      hexapla parties show лавров
    """
    from hexapla.errors import UsageError
    from hexapla.parties import load
    from hexapla.parties.finding import found

    known = load(parties)
    day = _day(on)
    things = found(known, asked)
    if not things:
        raise UsageError(
            f"Nobody and nothing here is called {asked!r}.",
            "There is nothing to show.",
            "Try another spelling, or add your own with --parties (docs/how-to/add-your-own-people.md).",
        )
    with reader_may_leave():
        typer.echo("\n\n".join("\n".join(_lines(known, thing, day)) for thing in things))


@app.command("import")
def import_(
    file: Annotated[
        Path, typer.Argument(help="CSV or JSON of a Wikidata query, or FollowTheMoney JSON lines.")
    ],
    *,
    of: Annotated[
        str | None, typer.Option("--of", help="Whose positions they are, where the file says not.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="The day up to which the file is true, as 2025-03-31.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write here instead of printing.")] = None,
    parties: PartiesOption = None,
) -> None:
    """Make party files of positions held that another source knows.

    What cannot be read as an office of a party is left out and named (exit code 3).

    [bold]Examples[/bold]

      hexapla parties import ministers.csv --of SY --as-of 2022-12-31 -o my-people.yaml
      hexapla parties import entities.ftm.json
    """
    from hexapla.errors import UsageError
    from hexapla.parties import load
    from hexapla.parties.importing import imported

    result = imported(file, load(parties), as_of, of)
    for line in result.left_out:
        typer.echo(f"hexapla: left out {line}", err=True)
    if not result.tenures:
        raise UsageError(
            f"No tenure could be taken from {file}.", "There is nothing to write.", "See what was left out."
        )
    if out:
        write_whole(out, result.text)
    else:
        with reader_may_leave():
            typer.echo(result.text, nl=False)
    typer.echo(f"{_count(result.tenures, 'tenure')}, {len(result.left_out)} left out.", err=True)
    raise typer.Exit(3 if result.left_out else 0)


@app.command()
def export(
    *,
    form: Annotated[
        ExportForm, typer.Option("--format", "-f", help="ftm: FollowTheMoney entities, one a line.")
    ] = (ExportForm.ftm),
    parties: PartiesOption = None,
) -> None:
    """Write everyone who held an office, with the office and its party, as FollowTheMoney entities.

    [bold]Example[/bold]

      hexapla parties export --format ftm > parties.ftm.json
    """
    import json

    from hexapla.parties import load
    from hexapla.parties.followthemoney import entities_of

    with reader_may_leave():
        for entity in entities_of(load(parties)):
            typer.echo(json.dumps(entity, ensure_ascii=False))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _day(written: str | None) -> datetime.date | None:
    import datetime

    from hexapla.errors import UsageError

    try:
        return datetime.date.fromisoformat(written) if written else None
    except ValueError as error:
        raise UsageError(
            f"{written!r} is no day.", "Who held an office on it cannot be told.", "Write --on 2023-03-15."
        ) from error


def _lines(parties: Parties, thing: Found, on: datetime.date | None) -> Iterator[str]:
    from hexapla.parties import Office, Party

    if isinstance(thing, Party):
        yield from _party(parties, thing, on)
    elif isinstance(thing, Office):
        yield from _office(thing)
    else:
        yield from _person(parties, thing, on)


def _head(thing: Party | Person, kind: str) -> Iterator[str]:
    yield f"{thing.id}  {kind}" + (f"  {thing.wikidata}" if thing.wikidata else "")
    for language, names in sorted(thing.names.items()):
        yield f"  {language}  {' | '.join(names)}"


def _party(parties: Parties, party: Party, on: datetime.date | None) -> Iterator[str]:
    yield from _head(party, party.kind)
    tenures = parties.tenures(party.id)
    if on:
        tenures = tuple(t for office in parties.offices() for t in parties.holders(office.id, party.id, on))
    ranks = {office.id: office.rank for office in parties.offices()}
    for tenure in sorted(tenures, key=lambda t: (ranks.get(t.office, 9), t.office)):
        yield f"  {_tenure(tenure)}  {tenure.office}  {tenure.person}{_told(tenure)}"
    if party.as_of:
        yield f"  Known up to {party.as_of.isoformat()}; after it, unknown."
    elif not tenures:
        yield "  Who holds its offices is unknown."


def _person(parties: Parties, person: Person, on: datetime.date | None) -> Iterator[str]:
    yield from _head(person, "person")
    for tenure in parties.offices_of(person.id, on):
        yield f"  {_tenure(tenure)}  {tenure.office} of {tenure.of}{_told(tenure)}"


def _office(office: Office) -> Iterator[str]:
    yield f"{office.id}  office, rank {office.rank}"
    for language, names in sorted(office.names.items()):
        yield f"  {language}  {' | '.join(names)}"
    for wording in office.wordings:
        whose = f"of {', '.join(wording.of)}" if wording.of else f"not of {', '.join(wording.unless)}"
        for language, names in sorted(wording.words.items()):
            yield f"  {language}  {' | '.join(names)}  ({whose})"


def _tenure(tenure: Tenure) -> str:
    return f"{tenure.since or '…':10} – {tenure.until or '…':10}"


def _told(tenure: Tenure) -> str:
    told: list[str] = [] if tenure.status == "incumbent" else [tenure.status]
    told += ["checked"] if tenure.checked else []
    return f"  ({', '.join(told)})" if told else ""
