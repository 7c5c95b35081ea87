"""Party files compiled when the package is built: the book as JSON, the words with all their forms.

The forms are made as the lexicon's are (:mod:`hexapla.lexicon.inflecting`), at build time by the
lemmatisers, for a user's overlay by the rules of the languages.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path

from hexapla.errors import DataError
from hexapla.lang import codes, load
from hexapla.lang.words import forms
from hexapla.lexicon import expanding, inflecting
from hexapla.lexicon.building import LANGUAGE_FILES, in_checkout
from hexapla.lexicon.caching import alone
from hexapla.lexicon.inflecting import Inflector, Tools
from hexapla.parties.checking import Known, check, refuse
from hexapla.parties.gathering import DATA, Book, empty_book, files_of, gather, iso_states, put
from hexapla.parties.table import CAPITAL, CONCEPTS, UPPER, Key, Table, write_table
from hexapla.parties.wording import Worded, worded

STAMP, SEEN = "words.txt", "sources.json"
# As in the lexicon: a word that usually means something else counts this much for the weak meaning.
WEAK = 0.4
# Kinds of meaning that are names, so that a capital in the files is needed in the text too.
NAMES = ("state", "demonym", "capital", "seat", "body")


class Builder:
    """Gathers one language's table; ``first`` is the first word id that is free."""

    def __init__(
        self, numbers: Mapping[str, int], forms_by: Inflector, language: str, first: int = 0
    ) -> None:
        self.language = language
        self.numbers = numbers
        self.forms_by = forms_by
        self.first = first
        self.ids: dict[str, int] = {}
        self.forms: dict[str, list[int]] = defaultdict(list)
        self.entries: dict[Key, dict[int, tuple[float, int]]] = defaultdict(dict)

    def word(self, base: str, found: Iterable[str]) -> int:
        number = self.ids.setdefault(base, self.first + len(self.ids))
        for form in found:
            if number not in self.forms[form]:
                self.forms[form].append(number)
        return number

    def add(self, word: Worded, not_forms: Collection[str] = ()) -> None:
        """A term under every key it may be found by, ``not_forms`` apart."""
        if not load(self.language).spaced:
            for string in (word.term.word, *word.term.forms):
                form = "".join(forms(string, self.language))
                self._note((self.word(form, (form,)),), word, string)
            return
        parts = forms(word.term.word, self.language)
        if len(parts) == 1:
            found = self.forms_by.expand(word.term, word.pos).difference(not_forms)
            self._note((self.word(f"{parts[0]}/{word.pos}", sorted(found)),), word, word.term.word)
        elif parts:
            for string in (word.term.word, *word.term.forms):
                self._note(self.phrase(forms(string, self.language)), word, string)

    def phrase(self, parts: Sequence[str]) -> Key:
        bare = [expanding.bare(part, self.language) for part in parts]
        bases = [self.forms_by.lemma(part) for part in bare]
        return tuple(
            self.word(base, sorted(self.forms_by.forms_of_lemma(base) | {part}))
            for base, part in zip(bases, bare, strict=True)
        )

    def _note(self, key: Key, word: Worded, written: str) -> None:
        number, weight = self.numbers[word.concept], WEAK if word.term.weak else 1.0
        flags = self._flags(word, written)
        before = self.entries[key].get(number, (0.0, flags))
        self.entries[key][number] = (max(weight, before[0]), flags & before[1])

    def _flags(self, word: Worded, written: str) -> int:
        if not load(self.language).cased or word.concept.partition("/")[0] not in NAMES:
            return 0
        letters = [c for c in written if c.isalpha()]
        upper = UPPER if len(letters) > 1 and written.isupper() else 0
        return upper | (CAPITAL if letters and letters[0].isupper() else 0)

    def table(self) -> Table:
        return Table(
            {form: tuple(ids) for form, ids in sorted(self.forms.items()) if form},
            {
                key: tuple((concept, *rest) for concept, rest in sorted(senses.items()))
                for key, senses in sorted(self.entries.items())
            },
        )


def table_of(
    words: Sequence[Worded], numbers: Mapping[str, int], forms_by: Inflector, language: str, first: int = 0
) -> Table:
    """The table of one language's words."""
    builder = Builder(numbers, forms_by, language, first)
    own = [word for word in words if word.language == language]
    # Where letters have no case, a form of the adjective may be the state's name (روسيا).
    states = {
        form for word in own if word.concept.startswith("state/") for form in forms(word.term.word, language)
    }
    cased = load(language).cased
    for word in own:
        builder.add(word, () if cased or not word.concept.startswith("demonym/") else states)
    return builder.table()


def write_book(book: Book, folder: Path) -> None:
    """The book as four files, for each is needed by itself."""
    for name, part in book.items():
        text = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
        (folder / f"{name}.json").write_text(text, encoding="utf-8")


def write_concepts(folder: Path, concepts: Sequence[str]) -> None:
    (folder / CONCEPTS).write_text(json.dumps(concepts), encoding="utf-8")


def write_terms(words: Sequence[Worded], folder: Path, say: Callable[[str], None]) -> None:
    """Every language's table, with the forms that the lemmatisers of the build know."""
    concepts = sorted({word.concept for word in words})
    numbers = {concept: number for number, concept in enumerate(concepts)}
    write_concepts(folder, concepts)
    for language in codes():
        table = table_of(words, numbers, Tools(language), language)
        write_table(folder / f"{language}.json", table)
        say(f"parties {language}: {len(table.entries)} terms, {len(table.forms)} forms")


def words_digest(words: Sequence[Worded]) -> str:
    """A digest of all that the tables of words are made from."""
    total = hashlib.sha256(repr(words).encode())
    for path in _code():
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def _code() -> list[Path]:
    own = [Path(__file__).with_name(f"{name}.py") for name in ("compiling", "table", "wording")]
    own += [Path(expanding.__file__), Path(inflecting.__file__)]
    return own + [load(code).folder / name for code in codes() for name in LANGUAGE_FILES]


def compile_parties(folder: Path, data: Path = DATA, say: Callable[[str], None] = print) -> None:
    """Compiles party files into a folder; the words, which take longest, only where they changed.

    Raises
    ------
    DataError
        A file is wrong: file, line, reason, mend. (``hexapla parties lint`` names them all.)
    """
    sources = gather(files_of(data))
    refuse(check(sources, Known(states=iso_states())))
    words = list(worded(sources))
    folder.mkdir(parents=True, exist_ok=True)
    with alone(folder / ".lock"):
        work = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
        try:
            write_book(put(empty_book(), sources), work)
            stamp, wanted = folder / STAMP, words_digest(words)
            if not stamp.exists() or stamp.read_text() != wanted:
                write_terms(words, work, say)
                (work / STAMP).write_text(wanted)
            for path in sorted(work.iterdir()):
                path.replace(folder / path.name)
        finally:
            shutil.rmtree(work, ignore_errors=True)
        (folder / SEEN).write_text(json.dumps(seen(data)))


def seen(data: Path = DATA) -> dict[str, list[int]]:
    """Size and time of each file that the compiled form is made from."""
    stats = {str(path.relative_to(path.parents[1])): path.stat() for path in (*files_of(data), *_code())}
    return {name: [stat.st_size, stat.st_mtime_ns] for name, stat in stats.items()}


def ensure_current(folder: Path) -> None:
    """In a source checkout: compiles the parties again if what they were made from has changed.

    Where the lemmatisers are not installed, or a file is wrong, the old form stays in force,
    and that is said. An installed package is never looked at again.
    """
    if not in_checkout() or _unchanged(folder):
        return
    if not inflecting.tools_present():
        _tell("the party files are newer than their compiled form, which stays in force.")
        return
    try:
        compile_parties(folder, say=lambda line: None)
    except DataError as error:
        if not (folder / CONCEPTS).exists():
            raise
        _tell(f"{error.what} The parties stay as they were compiled last.")


def _unchanged(folder: Path) -> bool:
    try:
        return bool(json.loads((folder / SEEN).read_text()) == seen())
    except (OSError, ValueError):
        return False


def _tell(line: str) -> None:
    print(f"hexapla: {line}", file=sys.stderr)  # noqa: T201
