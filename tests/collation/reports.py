"""Witnesses for the tests of collation: the project's own sample reports, cut and turned about."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from hexapla.witness.model import Witness
from hexapla.witness.reading import Given, read_witness

SAMPLES = Path(__file__).parent.parent.parent / "samples"


def witness(text: str, language: str | None = None, source: str = "test") -> Witness:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return read_witness(text, source=source, sha256=digest, given=Given(language=language))


@cache
def sample(name: str) -> Witness:
    return witness((SAMPLES / f"{name}.txt").read_text(encoding="utf-8"), source=name)


def talks(*languages: str) -> list[Witness]:
    """The versions of the first sample meeting in these languages."""
    return [sample(f"2031-05-talks-{language}") for language in languages]
