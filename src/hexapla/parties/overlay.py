"""A user's own party files beside those of the package, compiled into the user's cache.

Inflected forms of an overlay's words come from the rules of each language and from our own
lexicon, for the lemmatisers are not installed on a user's machine; the same files so give the
same words everywhere. Forms that no rule knows stand in parentheses after their word.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from functools import partial
from pathlib import Path

from hexapla.lang import codes
from hexapla.lexicon.caching import cached
from hexapla.lexicon.compiled import COMPILED as LEXICON
from hexapla.lexicon.compiled import SUFFIX, LanguageTable, read_language
from hexapla.lexicon.inflecting import Rules
from hexapla.parties.checking import Known, check, refuse
from hexapla.parties.compiling import STAMP, table_of, write_book, write_concepts
from hexapla.parties.gathering import Sources, files_of, gather, iso_states, put
from hexapla.parties.table import CONCEPTS, Table, read_table, write_table
from hexapla.parties.wording import Worded, worded

BOOK = ("parties", "people", "tenures", "offices")


def overlaid(compiled: Path, path: Path) -> Path:
    """The compiled folder of the package's parties with a user's beside them.

    Raises
    ------
    DataError
        A file is wrong: file, line, reason, mend.
    """
    files = files_of(path)
    return cached("parties", _key(compiled, files), partial(_make, compiled, files))


def _key(compiled: Path, files: list[Path]) -> str:
    total = hashlib.sha256()
    for path in [compiled / STAMP, *(compiled / f"{name}.json" for name in BOOK), *files]:
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()[:32]


def _make(compiled: Path, files: list[Path], work: Path) -> None:
    sources = gather(files)
    book = {name: json.loads((compiled / f"{name}.json").read_bytes()) for name in BOOK}
    offices = {name: office["single"] for name, office in book["offices"].items()}
    refuse(check(sources, Known(iso_states(), book["parties"].keys(), book["people"].keys(), offices)))
    write_book(put(book, _with_kinds(sources, book["parties"])), work)
    words = list(worded(_with_kinds(sources, book["parties"])))
    concepts = json.loads((compiled / CONCEPTS).read_bytes())
    concepts += sorted({word.concept for word in words}.difference(concepts))
    write_concepts(work, concepts)
    numbers = {concept: number for number, concept in enumerate(concepts)}
    for language in codes():
        base = read_table(compiled / f"{language}.json")
        write_table(work / f"{language}.json", _joined(base, words, numbers, language))
    (work / STAMP).write_text("overlaid")


def _with_kinds(sources: Sources, known: dict[str, dict[str, str]]) -> Sources:
    """A party that is known already need not say of what kind it is."""
    parties = [
        party if party.kind else replace(party, kind=known.get(party.id, {}).get("kind", "body"))
        for party in sources.parties
    ]
    return Sources(parties, sources.offices, sources.problems)


def _joined(base: Table, words: list[Worded], numbers: dict[str, int], language: str) -> Table:
    first = 1 + max((number for ids in base.forms.values() for number in ids), default=-1)
    own = table_of(words, numbers, Rules(language, partial(_lexicon, language)), language, first)
    forms = dict(base.forms)
    for form, ids in own.forms.items():
        forms[form] = (*forms.get(form, ()), *ids)
    return Table(dict(sorted(forms.items())), {**base.entries, **own.entries})


def _lexicon(language: str) -> LanguageTable | None:
    path = LEXICON / f"{language}{SUFFIX}"
    return read_language(path) if path.exists() else None
