"""Compiles the package's data: `python -m tools.compile_data` (make setup does)."""

from __future__ import annotations

from hexapla.lexicon.building import compile_all
from hexapla.lexicon.compiled import COMPILED
from hexapla.lexicon.contrasting import CONTRASTS
from hexapla.lexicon.contrasting import DATA as CONTRAST_DATA
from hexapla.marks.mentions.compiling import compile_names
from hexapla.parties import Parties
from hexapla.parties.compiling import compile_parties
from hexapla.parties.loading import COMPILED as COMPILED_PARTIES

if __name__ == "__main__":
    compile_all(COMPILED)
    compile_all(CONTRASTS, data=CONTRAST_DATA)
    compile_parties(COMPILED_PARTIES)
    compile_names(Parties(COMPILED_PARTIES))
