"""The names of everyone in the packaged parties, filed when the package is built."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from hexapla.lang import codes
from hexapla.marks.mentions.keeping import COMPILED, Kept, keep, made
from hexapla.marks.mentions.lens import Lens
from hexapla.marks.mentions.sentences import lens
from hexapla.parties import Parties


def compile_names(parties: Parties, into: Path = COMPILED, say: Callable[[str], None] = print) -> None:
    """Files the names of all people, a folder a language."""
    for language in codes():
        using = lens(parties, language)
        keep(parties.folder, language, partial(_made, using), into / language)
        say(f"names of people {language}")


def _made(using: Lens) -> Kept:
    return made(using.language, list(using.named()))
