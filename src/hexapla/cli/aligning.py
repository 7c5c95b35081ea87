"""``hexapla align``: sentence lists in, beads out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import typer

from hexapla.api import align
from hexapla.cli.output import progress, reader_may_leave
from hexapla.errors import SourceUnreadable, UsageError
from hexapla.lang import load


class Job(NamedTuple):
    """Two files of sentences and their languages."""

    source: Path
    target: Path
    source_language: str
    target_language: str


def run_align(
    *,
    source: Path | None,
    target: Path | None,
    from_: str | None,
    to: str | None,
    jobs: Path | None,
    form: str,
) -> int:
    """Prints one answer a job; nothing is printed before every job is known to be readable."""
    found = _jobs(source, target, from_, to, jobs)
    with reader_may_leave(), progress() as tell:
        for done, job in enumerate(found):
            tell(f"aligning {job.source} and {job.target}", done, len(found))
            _print(job, form)
    return 0


def _print(job: Job, form: str) -> None:
    beads = align(_lines(job.source), job.source_language, _lines(job.target), job.target_language)
    if form == "beads":
        typer.echo(json.dumps([[a, b] for a, b, _ in beads]))
        return
    for a, b, confidence in beads:
        typer.echo(f"{','.join(map(str, a))}\t{','.join(map(str, b))}\t{confidence:.4f}")


def _jobs(
    source: Path | None, target: Path | None, from_: str | None, to: str | None, jobs: Path | None
) -> list[Job]:
    if jobs:
        if source or target or from_ or to:
            raise UsageError(
                "--jobs takes no other files or languages.",
                "It is unclear what to align.",
                "Give either SRC TGT --from X --to Y, or --jobs FILE.",
            )
        found = list(_rows(jobs))
    elif source and target and from_ and to:
        found = [Job(source, target, from_, to)]
    else:
        raise UsageError(
            "Two files and their languages are needed.",
            "Without a language its words cannot be read.",
            "Write: hexapla align SRC TGT --from ar --to en.",
        )
    for job in found:
        load(job.source_language), load(job.target_language)
        _lines(job.source), _lines(job.target)
    return found


def _rows(jobs: Path) -> Iterator[Job]:
    for number, line in enumerate(_lines(jobs), 1):
        cells = line.split("\t")
        if not line.strip():
            continue
        if len(cells) != 4:
            raise UsageError(
                f"{jobs}:{number} has {len(cells)} columns.",
                "The row cannot be told apart.",
                "Write SRC, TGT, language of SRC, language of TGT, parted by tabs.",
            )
        yield Job(Path(cells[0]), Path(cells[1]), cells[2], cells[3])


def _lines(path: Path) -> list[str]:
    """Lines parted at newlines only: other separators belong to the sentences."""
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise SourceUnreadable(
            f"{path} cannot be read: {error.strerror}.",
            "There is nothing to align.",
            "Check the name of the file.",
        ) from error
    except UnicodeDecodeError as error:
        raise SourceUnreadable(
            f"{path} is not UTF-8 (byte {error.start}).",
            "Its sentences cannot be read.",
            "Save it as UTF-8; `desk` and `collate` read other encodings.",
        ) from error
    return text.removesuffix("\n").split("\n") if text else []
