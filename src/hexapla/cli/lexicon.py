"""``hexapla lexicon``: look into the lexicon, check files, see what is missing."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hexapla.cli.output import reader_may_leave

if TYPE_CHECKING:
    from hexapla.lexicon.rows import Fault, Term
    from hexapla.lexicon.showing import Concept, Shown
    from hexapla.marks.gaps import Coverage, Gap

HELP = """The lexicon: what words may mean, and your own files beside ours."""
SETTING = "HEXAPLA_LEXICON"
# Inflected forms of a word and relatives of a concept that the terminal shows.
FORMS = 12

app = typer.Typer(name="lexicon", no_args_is_help=True, rich_markup_mode="rich", help=HELP)


class LookForm(StrEnum):
    """How a look into the lexicon is printed."""

    terminal = "terminal"
    json = "json"


class ListForm(StrEnum):
    """How a list is printed."""

    terminal = "terminal"
    json = "json"
    tsv = "tsv"


def _use(context: typer.Context, path: Path | None) -> Path | None:
    """Names the files in the setting, for as long as the command runs."""
    if path is not None and not context.resilient_parsing:
        before = os.environ.get(SETTING)

        def restore() -> None:
            if before is None:
                os.environ.pop(SETTING, None)
            else:
                os.environ[SETTING] = before

        os.environ[SETTING] = str(path)
        context.call_on_close(restore)
    return path


LexiconOption = Annotated[
    Path | None,
    typer.Option(
        "--lexicon",
        callback=_use,
        help=f"Your own lexicon files beside ours: a file or folder (else what {SETTING} names).",
    ),
]


@app.command()
def show(
    asked: Annotated[str, typer.Argument(help="A word or term, or a concept's id.", metavar="WORD|CONCEPT")],
    *,
    language: Annotated[
        str | None, typer.Option("--language", help="Only as a word of this language.")
    ] = None,
    form: Annotated[LookForm, typer.Option("--format", "-f", help="How to print it.")] = LookForm.terminal,
    lexicon: LexiconOption = None,
) -> None:
    """Show every meaning of a word with its weight, and each meaning's words in all languages.

    A word is looked up as it is in a text, inflected or not. Exit code 2 if no row has it.

    [bold]Examples[/bold]

      hexapla lexicon show "foreign ministers"
      hexapla lexicon show مفاوضات --language ar
      hexapla lexicon show ceasefire --format json
    """
    from hexapla.errors import UsageError
    from hexapla.lang import load
    from hexapla.lexicon.linting import own_files
    from hexapla.lexicon.matching import lexicon as opened
    from hexapla.lexicon.overlays import files
    from hexapla.lexicon.showing import proposed
    from hexapla.lexicon.showing import show as look

    languages = [load(language).code] if language else []
    lex = opened()
    shown = look(asked, lex, (*own_files(), *files(os.environ.get(SETTING, ""))), languages)
    if not shown.concepts:
        near = ", ".join(proposed(asked, lex))
        raise UsageError(
            f"No row of the lexicon has {asked!r}.",
            f"Concepts much like it: {near}." if near else "It counts as a name or an unknown word.",
            "Add it in a file of your own (docs/how-to/add-your-own-words.md).",
        )
    with reader_may_leave():
        if form is LookForm.json:
            typer.echo(json.dumps(_shown_json(shown), ensure_ascii=False, indent=1))
        else:
            for line in _shown_lines(shown):
                typer.echo(line)


@app.command()
def lint(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Lexicon files or folders.", metavar="FILE")
    ] = None,
    *,
    form: Annotated[LookForm, typer.Option("--format", "-f", help="How to print it.")] = LookForm.terminal,
    notes: Annotated[
        bool, typer.Option("--notes/--no-notes", help="Also say what is only worth a look.")
    ] = True,
) -> None:
    """Check lexicon files: each fault with file, line, reason and mend.

    Without a file, those of the setting, else our own. Exit code 3 if lines are left out;
    2 if a whole file is. Any number of rows is checked in bounded memory.

    [bold]Examples[/bold]

      hexapla lexicon lint my-words.tsv
      hexapla lexicon lint my-words/ --no-notes
      hexapla lexicon lint --format json
    """
    from hexapla.lexicon.overlays import files

    asked = os.pathsep.join(map(str, paths)) if paths else os.environ.get(SETTING, "")
    found = (fault for fault in _faults(files(asked)) if notes or fault.left_out)
    with reader_may_leave():
        raise typer.Exit(_print_faults(found, form))


@app.command()
def gaps(
    inputs: Annotated[
        list[str],
        typer.Argument(help="Files, http(s) addresses, - for standard input.", metavar="FILE"),
    ],
    *,
    form: Annotated[ListForm, typer.Option("--format", "-f", help="How to print it.")] = ListForm.terminal,
    language: Annotated[str | None, typer.Option("--language", help="Language of all inputs.")] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="List only so many words of each language.")
    ] = 40,
    everything: Annotated[bool, typer.Option("--all", help="List them all.")] = False,
    lexicon: LexiconOption = None,
) -> None:
    """List the content words of texts that no row covers, most frequent first, and the coverage.

    Content words are all but function words, numbers, dates and names. Names are
    guessed and listed apart; in languages without spaces characters are counted.

    [bold]Examples[/bold]

      hexapla lexicon gaps reports/*.txt
      hexapla lexicon gaps report.html --format tsv --all > missing.tsv
    """
    from hexapla.cli.output import progress
    from hexapla.cli.work import Asked, load_all, nothing, tell_left
    from hexapla.marks.gaps import gaps as missing

    with progress() as tell:
        found = load_all(Asked(inputs, language, None, None, False), tell)
    if not found.witnesses:
        raise typer.Exit(nothing(found.left_out))
    listed, coverage = missing(found.witnesses)
    shown = listed if everything else tuple(_first(listed, limit))
    for left in found.left_out:
        tell_left(left)
    with reader_may_leave():
        for line in _gap_lines(shown, coverage, form, len(listed)):
            typer.echo(line)
    raise typer.Exit(3 if found.left_out else 0)


def _faults(paths: Sequence[Path]) -> Iterator[Fault]:
    from hexapla.lexicon.linting import lint as check
    from hexapla.lexicon.linting import own_files
    from hexapla.lexicon.opening import ours
    from hexapla.lexicon.overlays import families

    return check(paths, families(ours().concepts)) if paths else check(own_files(), whole=True)


def _print_faults(faults: Iterable[Fault], form: LookForm) -> int:
    """Prints faults as they are found, and says how many; the exit code."""
    out = noted = 0
    whole = False
    for fault in faults:
        out, noted = out + fault.left_out, noted + (not fault.left_out)
        whole |= fault.left_out and fault.kind == "columns"
        if form is LookForm.json:
            typer.echo(json.dumps(_fault_json(fault), ensure_ascii=False))
        else:
            level = "left out" if fault.left_out else "note"
            typer.echo(f"{fault.path}:{fault.line}: {level}: {fault.what}")
            typer.echo(f"  {fault.means} {fault.todo}")
    typer.echo(f"{_count(out, 'line')} left out, {_count(noted, 'note')}.", err=True)
    return 2 if whole else 3 if out else 0


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _fault_json(fault: Fault) -> dict[str, Any]:
    return {
        "file": str(fault.path),
        "line": fault.line,
        "kind": fault.kind,
        "what": fault.what,
        "means": fault.means,
        "todo": fault.todo,
        "left_out": fault.left_out,
    }


def _shown_json(shown: Shown) -> dict[str, Any]:
    from dataclasses import asdict

    return {
        "asked": shown.asked,
        "known": [asdict(known) for known in shown.known],
        "meanings": [asdict(meaning) for meaning in shown.meanings],
        "concepts": [
            {
                "id": concept.id,
                "pos": concept.pos,
                "family": concept.family,
                "field": concept.field,
                "relatives": list(concept.relatives),
                "lines": [
                    {
                        "file": str(line.path),
                        "line": line.number,
                        "words": {code: [asdict(t) for t in terms] for code, terms in line.terms.items()},
                    }
                    for line in concept.lines
                ],
            }
            for concept in shown.concepts
        ],
    }


def _shown_lines(shown: Shown) -> Iterator[str]:
    for known in shown.known:
        forms = ", ".join(known.forms[:FORMS]) + (" …" if len(known.forms) > FORMS else "")
        yield f"{known.language}  {known.form}" + (f"  (forms: {forms})" if known.forms else "")
        for meaning in shown.meanings:
            if (meaning.language, meaning.form) == (known.language, known.form):
                lent = "  lent by a word with the same beginning" if meaning.kin else ""
                yield f"    {meaning.weight:.2f}  {meaning.concept}{lent}"
    for concept in shown.concepts:
        yield ""
        yield from _concept_lines(concept)


def _concept_lines(concept: Concept) -> Iterator[str]:
    from hexapla.render.bidi import isolate

    parts = [concept.pos or "no part of speech", concept.field]
    if concept.family != concept.id:
        parts.append(f"family of {concept.family}")
    yield f"{concept.id}  ({', '.join(parts)})"
    if concept.relatives:
        more = " …" if len(concept.relatives) > FORMS else ""
        yield f"    relatives: {', '.join(concept.relatives[:FORMS])}{more}"
    for line in concept.lines:
        yield f"  {line.path}:{line.number}"
        for code, terms in line.terms.items():
            if terms:
                yield f"    {code}  {isolate(' | '.join(map(_written, terms)))}"


def _written(term: Term) -> str:
    forms = f" ({', '.join(term.forms)})" if term.forms else ""
    return f"{'~' if term.weak else ''}{term.word}{forms}"


def _first(listed: Iterable[Gap], limit: int | None) -> Iterator[Gap]:
    """So many words, and so many names, of each language."""
    seen: dict[tuple[str, bool], int] = {}
    for gap in listed:
        key = (gap.language, gap.name)
        seen[key] = seen.get(key, 0) + 1
        if limit is None or seen[key] <= limit:
            yield gap


def _gap_lines(
    listed: Sequence[Gap], coverage: Sequence[Coverage], form: ListForm, total: int
) -> Iterator[str]:
    if form is ListForm.json:
        yield json.dumps(_gaps_json(listed, coverage, total), ensure_ascii=False, indent=1)
    elif form is ListForm.tsv:
        yield "language\tword\tform\tcount\tzipf\tname\tsource\tstart\tend"
        for gap in listed:
            cells = (gap.language, gap.written, gap.form, gap.count, gap.zipf, int(gap.name), gap.source)
            yield "\t".join(map(str, (*cells, *gap.first)))
    else:
        for covered in coverage:
            yield from _coverage_lines(covered, [gap for gap in listed if gap.language == covered.language])


def _coverage_lines(covered: Coverage, listed: Sequence[Gap]) -> Iterator[str]:
    from hexapla.lang import load

    unit = "words" if load(covered.language).spaced else "characters"
    yield (
        f"{covered.language}  {covered.share:.1%} of {covered.content} content {unit} covered, "
        f"{covered.names} {unit} of names set apart"
    )
    for title, names in (("no row has", False), ("probably names", True)):
        some = [gap for gap in listed if gap.name is names]
        if some:
            yield f"  {title}:"
            yield from (f"    {gap.count:>4}  {gap.written}" for gap in some)


def _gaps_json(listed: Sequence[Gap], coverage: Sequence[Coverage], total: int) -> dict[str, Any]:
    from dataclasses import asdict

    return {
        "coverage": [{**asdict(one), "share": round(one.share, 4)} for one in coverage],
        "found": total,
        "gaps": [{**asdict(gap), "first": list(gap.first)} for gap in listed],
    }
