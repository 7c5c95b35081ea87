"""The verbs of the command line: what each takes, what it prints, its exit code.

0 done; 2 nothing could be done; 3 done, but some inputs were left out, each named.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hexapla.cli.issues import issues as issues_command
from hexapla.cli.lexicon import LexiconOption, LookForm
from hexapla.cli.lexicon import app as lexicon_app
from hexapla.cli.parties import app as parties_app
from hexapla.errors import HexaplaError

# Lines of help are kept short enough that a terminal of 80 columns does not wrap them.
HELP = """Set the published versions of one event side by side, in whatever language
each was written, and see what each carries, lacks and changes, with the words as evidence.

[bold]Example[/bold]

  hexapla desk report-ar.txt report-fr.txt --page out.html

Each verb has its own help, as: hexapla desk --help."""
CODES = """[bold]Exit codes:[/bold]
0 done
2 nothing could be done
3 done, but some inputs were left out, each named"""

app = typer.Typer(
    name="hexapla",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=HELP,
    epilog=CODES,
)


class EditionForm(StrEnum):
    """How an edition is printed."""

    terminal = "terminal"
    json = "json"
    html = "html"


class ReadForm(StrEnum):
    """How testimonies are printed."""

    terminal = "terminal"
    json = "json"


class RecordForm(StrEnum):
    """How a record is printed."""

    terminal = "terminal"
    json = "json"
    csv = "csv"
    markdown = "markdown"
    html = "html"


class BeadForm(StrEnum):
    """How an alignment is printed."""

    beads = "beads"
    tsv = "tsv"


app.add_typer(lexicon_app)
app.add_typer(parties_app)

Inputs = Annotated[
    list[str],
    typer.Argument(
        help="Files, http(s) addresses, - for standard input, or a story.toml.", metavar="FILE_OR_URL"
    ),
]
Format = Annotated[EditionForm, typer.Option("--format", "-f", help="How to print the result.")]
Page = Annotated[Path | None, typer.Option("--page", help="Also write the page (one HTML file) here.")]
LanguageOption = Annotated[
    str | None, typer.Option("--language", help="Language of all inputs: ar, en, es, fr, ru or zh.")
]
Published = Annotated[
    str | None, typer.Option("--published", help="Day all inputs were published, as 2026-03-15.")
]
Outlet = Annotated[str | None, typer.Option("--outlet", help="Who published all inputs.")]
Private = Annotated[bool, typer.Option("--allow-private", help="Allow addresses inside a private network.")]
GlossOption = Annotated[
    str | None,
    typer.Option(
        "--gloss",
        help="Gloss every passage, word by word, in this language: ar, en, es, fr, ru or zh.",
        metavar="LANGUAGE",
    ),
]
Limit = Annotated[
    int | None, typer.Option("--limit", min=1, help="Print only so many differences of each story.")
]


def main() -> None:
    """Runs the command line. Every error a user can mend is told in three lines, exit code 2."""
    try:
        app()
    except HexaplaError as error:
        tell(error)
        sys.exit(2)


def tell(error: HexaplaError) -> None:
    """What happened, what it means, what to do, on standard error."""
    print(f"hexapla: {error.what}", file=sys.stderr)  # noqa: T201
    for line in (error.means, error.todo):
        if line:
            print(f"  {line}", file=sys.stderr)  # noqa: T201


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"hexapla {version('hexapla')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Takes the options that stand before a verb."""


@app.command()
def desk(
    inputs: Inputs,
    *,
    form: Format = EditionForm.terminal,
    page: Page = None,
    together: Annotated[bool, typer.Option("--together", help="Take all inputs as one story.")] = False,
    language: LanguageOption = None,
    published: Published = None,
    outlet: Outlet = None,
    allow_private: Private = False,
    limit: Limit = None,
    gloss: GlossOption = None,
    lexicon: LexiconOption = None,
) -> None:
    """Find which reports are of one event, and how the versions of each event differ.

    Inputs that cannot be used are left out and named (exit code 3).

    [bold]Examples[/bold]

      hexapla desk *.txt --page out.html
      hexapla desk ar.html https://example.org/en/readout --limit 5
      hexapla desk story.toml --format json
      hexapla desk ar.txt fr.txt --gloss en
    """
    from hexapla.cli.work import Asked, run_desk

    asked = Asked(inputs, language, published, outlet, allow_private, gloss)
    raise typer.Exit(run_desk(asked, form.value, page, together, limit))


@app.command()
def collate(
    inputs: Inputs,
    *,
    form: Format = EditionForm.terminal,
    base: Annotated[
        str | None,
        typer.Option("--base", help="Siglum (A, B, …) of the version against which the others add and omit."),
    ] = None,
    page: Page = None,
    language: LanguageOption = None,
    published: Published = None,
    outlet: Outlet = None,
    allow_private: Private = False,
    limit: Limit = None,
    gloss: GlossOption = None,
    lexicon: LexiconOption = None,
) -> None:
    """Set the versions of one story side by side. Sigla A, B, C follow the order of the inputs.

    Unlike desk, it takes all inputs as one story, whatever they say.

    [bold]Examples[/bold]

      hexapla collate ar.txt en.txt fr.txt
      hexapla collate draft.txt final.txt --base A --page changes.html
      hexapla collate ar.txt - --format json < en.txt
    """
    from hexapla.cli.work import Asked, run_collate

    asked = Asked(inputs, language, published, outlet, allow_private, gloss)
    raise typer.Exit(run_collate(asked, form.value, base, page, limit))


@app.command()
def read(
    inputs: Inputs,
    *,
    form: Annotated[ReadForm, typer.Option("--format", "-f", help="How to print it.")] = ReadForm.terminal,
    language: LanguageOption = None,
    published: Published = None,
    outlet: Outlet = None,
    allow_private: Private = False,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="Print only so many facts of each sort.")
    ] = None,
    lexicon: LexiconOption = None,
) -> None:
    """Show what each report says took place: who met whom, who said what, what was agreed.

    Each report is read by itself. What it does not tell is left open.

    [bold]Examples[/bold]

      hexapla read readout.txt --published 2026-03-15
      hexapla read ar.txt en.txt --format json
    """
    from hexapla.cli.reading import run_read
    from hexapla.cli.work import Asked

    raise typer.Exit(run_read(Asked(inputs, language, published, outlet, allow_private), form.value, limit))


@app.command()
def record(
    inputs: Inputs,
    *,
    form: Annotated[
        RecordForm, typer.Option("--format", "-f", help="How to print it.")
    ] = RecordForm.terminal,
    page: Page = None,
    language: LanguageOption = None,
    published: Published = None,
    outlet: Outlet = None,
    allow_private: Private = False,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="Print only so many facts of each sort.")
    ] = None,
    lexicon: LexiconOption = None,
) -> None:
    """Merge what the versions of one story say into its record: each fact with who carries it.

    Each fact names the versions that carry it, those in which it was not
    read, and those that tell it otherwise.

    [bold]Examples[/bold]

      hexapla record ar.txt en.txt fr.txt
      hexapla record story.toml --format csv > story.csv
      hexapla record story.toml --format markdown
    """
    from hexapla.cli.reading import run_record
    from hexapla.cli.work import Asked

    asked = Asked(inputs, language, published, outlet, allow_private)
    raise typer.Exit(run_record(asked, form.value, page, limit))


@app.command()
def compare(
    inputs: Annotated[
        list[str],
        typer.Argument(
            help="Two stories or more: each a story.toml with its versions, or one report.", metavar="STORY"
        ),
    ],
    *,
    form: Format = EditionForm.terminal,
    page: Page = None,
    language: LanguageOption = None,
    allow_private: Private = False,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="Print only so many of each sort.")
    ] = None,
    lexicon: LexiconOption = None,
) -> None:
    """Show what moved from one meeting to the next: holders, issues, positions, undertakings.

    Stories are put in the order of their days, as far as these are known.

    [bold]Examples[/bold]

      hexapla compare march.toml october.toml
      hexapla compare march.toml october.toml --page moved.html
    """
    from hexapla.cli.reading import run_compare
    from hexapla.cli.work import Asked

    asked = Asked(inputs, language, None, None, allow_private)
    raise typer.Exit(run_compare(asked, form.value, page, limit))


@app.command()
def align(
    *,
    source: Annotated[Path | None, typer.Argument(help="Sentences, one a line.", metavar="SRC")] = None,
    target: Annotated[Path | None, typer.Argument(help="Sentences, one a line.", metavar="TGT")] = None,
    from_: Annotated[str | None, typer.Option("--from", help="Language of SRC.")] = None,
    to: Annotated[str | None, typer.Option("--to", help="Language of TGT.")] = None,
    jobs: Annotated[
        Path | None,
        typer.Option(
            "--jobs", help="Many pairs in one start: rows of SRC, TGT, their languages, tab-separated."
        ),
    ] = None,
    form: Annotated[
        BeadForm,
        typer.Option(
            "--format", "-f", help="beads: JSON of line numbers from 0; tsv: the same with confidence."
        ),
    ] = (BeadForm.beads),
    lexicon: LexiconOption = None,
) -> None:
    """Align two lists of sentences, in any order, many to many.

    A bead pairs lines of SRC with lines of TGT, counted from 0; a line
    without an answer stands in a bead of its own.

    [bold]Examples[/bold]

      hexapla align report.ar report.en --from ar --to en
      hexapla align report.ar report.en --from ar --to en --format tsv
      hexapla align --jobs jobs.tsv
    """
    from hexapla.cli.aligning import run_align

    raise typer.Exit(run_align(source=source, target=target, from_=from_, to=to, jobs=jobs, form=form.value))


@app.command()
def explain(
    a: Annotated[
        str, typer.Argument(help="A passage: FILE:12 (segment 12) or FILE:L30 (line 30).", metavar="A:NUMBER")
    ],
    b: Annotated[str, typer.Argument(help="A passage of another file.", metavar="B:NUMBER")],
    *,
    form: Annotated[LookForm, typer.Option("--format", "-f", help="How to print it.")] = LookForm.terminal,
    language: LanguageOption = None,
    published: Published = None,
    lexicon: LexiconOption = None,
) -> None:
    """Show why two passages were linked, or were not: each word's evidence, the rivals, the threshold.

    Segments are numbered as in the JSON, where B7 is segment 7 of the
    second file; L and a number means a line of a text file.

    [bold]Examples[/bold]

      hexapla explain ar.txt:12 en.txt:15
      hexapla explain ar.txt:L30 en.txt:L28 --format json
    """
    from hexapla.cli.explaining import run_explain
    from hexapla.cli.work import Asked

    raise typer.Exit(run_explain(a, b, Asked([], language, published, None, False), form.value))


app.command("issues")(issues_command)
