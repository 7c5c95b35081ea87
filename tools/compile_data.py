"""Compiles the package's data: `python -m tools.compile_data` (make setup does)."""

from __future__ import annotations

from hexapla.lexicon.compiling import compile_all
from hexapla.lexicon.matching import COMPILED

if __name__ == "__main__":
    compile_all(COMPILED)
