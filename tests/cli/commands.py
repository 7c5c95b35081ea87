"""How the tests run the program, and the small reports they give it. All of it is invented."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from hexapla.cli import main

EN = """Ministers discuss the bridge over the Irel

Foreign Minister Karo of Valmara received his counterpart from Orlovia on Monday.

The two ministers agreed to rebuild the bridge over the Irel before the end of the year.

They also condemned the attack on the hospital in Lisk, and called for an independent inquiry.

Trade between the two countries reached 120 million dollars.
"""

FR = """Les ministres discutent du pont sur l'Irel

Le ministre des Affaires étrangères Karo de Valmara a reçu lundi son homologue d'Orlovie.

Les deux ministres sont convenus de reconstruire le pont sur l'Irel avant la fin de l'année.

Le commerce entre les deux pays a atteint 120 millions de dollars.
"""

RU = """Чемпионат по шахматам завершился в Тевене

Победу на чемпионате по шахматам одержала семнадцатилетняя спортсменка из Тевена.

Она выиграла последнюю партию за сорок ходов и получила золотую медаль.
"""

SAMPLES = Path(__file__).parents[2] / "samples"


class Done(NamedTuple):
    """How a command ended, and what it said."""

    returncode: int
    stdout: str
    stderr: str


def hexapla(*arguments: str | Path, input: str = "", cwd: Path | None = None) -> Done:
    """Runs the command line in this process, where the lexicon need be read only once."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    given = io.TextIOWrapper(io.BytesIO(input.encode()), encoding="utf-8")
    with (
        mock.patch.multiple(sys, argv=["hexapla", *map(str, arguments)], stdin=given, stdout=out, stderr=err),
        mock.patch.dict(os.environ, COLUMNS="100"),
        contextlib.chdir(cwd or Path.cwd()),
    ):
        try:
            main()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1 if end.code else 0
    return Done(code, *(stream.buffer.getvalue().decode() for stream in (out, err)))


def shell(*arguments: str | Path, **environment: str) -> Done:
    """Runs the command line as a user does, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "hexapla", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env={**os.environ, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8", **environment},
        timeout=120,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def write(folder: Path, **texts: str) -> list[Path]:
    """Each text as a file of its own, in the order given: ``en="…"`` becomes ``en.txt``."""
    paths = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def in_three_lines(stderr: str) -> bool:
    """Whether an error says what happened, what it means and what to do, and nothing else."""
    lines = stderr.rstrip("\n").split("\n")
    return (
        len(lines) == 3
        and lines[0].startswith("hexapla: ")
        and all(line.startswith("  ") and line.endswith((".", ")", "txt", "en")) for line in lines[1:])
    )
