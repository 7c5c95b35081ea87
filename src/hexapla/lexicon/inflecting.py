"""Where the inflected forms of a word come from, when rows are compiled.

When the package is built the lemmatisers are there (:class:`Tools`). On a user's machine they are
not, for they weigh hundreds of megabytes: then forms come from what our own compiled lexicon knows
of the same words, and from the rules of ``lang/<code>/inflection.toml`` (:class:`Rules`).
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from hexapla.lang import load, words
from hexapla.lang.words import folding, forms
from hexapla.lexicon import expanding
from hexapla.lexicon.caching import cache_folder
from hexapla.lexicon.compiled import LanguageTable
from hexapla.lexicon.rows import Term

BUILD_TIME = ("pymorphy3", "simplemma", "wordfreq")
# A word whose part of speech nobody gave is most often a noun.
USUAL = "noun"


class Inflector(Protocol):
    """Knows the forms of one language's words. All forms are folded."""

    @property
    def name(self) -> str: ...

    def expand(self, term: Term, pos: str) -> frozenset[str]:
        """All forms of a term of one word."""

    def lemma(self, form: str) -> str:
        """The dictionary form of a word inside a term of several."""

    def forms_of_lemma(self, base: str) -> frozenset[str]:
        """All forms of a word inside a term of several."""

    def shares(self) -> Mapping[str, float]:
        """Form → its share of all words, for forms whose commonness is known."""

    def keep(self) -> None:
        """Called when all is asked: what is worth remembering is written down."""


@dataclass(frozen=True)
class Tools:
    """The lemmatisers and word lists of the build."""

    language: str
    name: str = "tools"

    def expand(self, term: Term, pos: str) -> frozenset[str]:
        return expanding.expand(term, pos, self.language)

    def lemma(self, form: str) -> str:
        return expanding.lemma(form, self.language)

    def forms_of_lemma(self, base: str) -> frozenset[str]:
        return expanding.forms_of_lemma(base, self.language)

    def shares(self) -> Mapping[str, float]:
        return expanding.frequencies(self.language)

    def keep(self) -> None:
        """There is nothing to keep."""


@dataclass(frozen=True)
class Remembered:
    """The tools, asked once for each word: what they said is kept in the user's cache.

    When a row of our data changes, the lexicon is compiled again from what is remembered; only the words
    that are new need the tools.
    """

    language: str
    tools: Tools
    name: str = "tools"

    @cached_property
    def _file(self) -> Path:
        key = hashlib.sha256()
        for name in BUILD_TIME:
            key.update(f"{name} {version(name)}".encode())
        data = load(self.language).folder
        code = (Path(__file__), Path(str(expanding.__file__)), Path(str(words.__file__)))
        for path in (data / "inflection.toml", data / "words.toml", *code):
            key.update(path.read_bytes())
        return cache_folder() / "forms" / f"{self.language}-{key.hexdigest()[:16]}.json"

    @cached_property
    def _learned(self) -> list[str]:
        return []

    @cached_property
    def _known(self) -> dict[str, dict[str, Any]]:
        try:
            found: dict[str, dict[str, Any]] = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            found = {"expand": {}, "lemma": {}, "forms": {}, "shares": {}}
        return found

    def expand(self, term: Term, pos: str) -> frozenset[str]:
        key = "|".join((term.word, pos, *term.forms))
        return frozenset(self._said("expand", key, lambda: sorted(self.tools.expand(term, pos))))

    def lemma(self, form: str) -> str:
        return str(self._said("lemma", form, lambda: self.tools.lemma(form)))

    def forms_of_lemma(self, base: str) -> frozenset[str]:
        return frozenset(self._said("forms", base, lambda: sorted(self.tools.forms_of_lemma(base))))

    def shares(self) -> Mapping[str, float]:
        shares: Mapping[str, float] = self._said("shares", "all", lambda: dict(self.tools.shares()))
        return shares

    def _said(self, what: str, key: str, ask: Callable[[], Any]) -> Any:
        known = self._known[what]
        if key not in known:
            known[key] = ask()
            self._learned.append(key)
        return known[key]

    def keep(self) -> None:
        """Writes down what was learned, in place of what older versions of the tools or rules said."""
        if not self._learned:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            part = self._file.with_suffix(f".{os.getpid()}.part")
            part.write_text(json.dumps(self._known, ensure_ascii=False), encoding="utf-8")
            part.replace(self._file)
            for other in self._file.parent.glob(f"{self.language}-*.json"):
                if other != self._file:
                    other.unlink()
        except OSError:
            # Without a cache it takes longer, no more.
            return


@dataclass(frozen=True)
class Rules:
    """What can be told without them: ``ours`` reads the compiled table of our own lexicon, where there is one."""

    language: str
    ours: Callable[[], LanguageTable | None] = lambda: None
    name: str = "rules"

    @cached_property
    def beside(self) -> LanguageTable | None:
        return self.ours()

    @cached_property
    def _forms_of(self) -> Mapping[int, frozenset[str]]:
        """Word id of the table beside → its forms."""
        found: dict[int, list[str]] = {}
        for form, ids in self.beside.forms.items() if self.beside else ():
            for number in ids:
                found.setdefault(number, []).append(form)
        return {number: frozenset(some) for number, some in found.items()}

    @cached_property
    def _rules(self) -> Mapping[str, Any]:
        """The rules with their letters folded, as the forms are that they are put on."""
        folded: Mapping[str, Any] = _folded(dict(load(self.language).table("inflection")), self.language)
        return folded

    def _known(self, word: str) -> frozenset[str]:
        return self._forms_of.get(self.beside.number(word), frozenset()) if self.beside else frozenset()

    def expand(self, term: Term, pos: str) -> frozenset[str]:
        rules = self._rules
        base = next(iter(forms(term.word, self.language)), "")
        given = [form for some in term.forms for form in forms(some, self.language)]
        found = {base, *given, *self._known(f"{base}/{pos}")}
        for table in (rules, rules.get("unlisted", {})):
            found |= expanding.ruled(base, given, pos or USUAL, table)
        return frozenset(form for form in found if form)

    def lemma(self, form: str) -> str:
        """That under which our own terms of several words have it; else the form itself."""
        if not self.beside or self.beside.number(form) >= 0:
            return form
        known = (self.beside.words[n] for n in self.beside.forms.get(form, ()))
        return next((word for word in known if "/" not in word), form)

    def forms_of_lemma(self, base: str) -> frozenset[str]:
        return self._known(base) or self.expand(Term(base), "") | self.expand(Term(base), "adj")

    def shares(self) -> Mapping[str, float]:
        common = self.beside.common if self.beside else {}
        return {form: 10 ** (zipf - 9) for form, zipf in common.items()}

    def keep(self) -> None:
        """There is nothing to keep."""


def _folded(value: Any, language: str) -> Any:
    if isinstance(value, dict):
        return {folding(language).fold(key): _folded(inner, language) for key, inner in value.items()}
    if isinstance(value, list):
        return [_folded(inner, language) for inner in value]
    return folding(language).fold(value) if isinstance(value, str) else value


def tools_present() -> bool:
    """Whether the development dependencies that know inflected forms are installed."""
    return all(find_spec(name) for name in BUILD_TIME)


def inflector(language: str, ours: Callable[[], LanguageTable | None]) -> Inflector:
    """The best there is here. ``ours`` reads our own compiled table."""
    return Remembered(language, Tools(language)) if tools_present() else Rules(language, ours)
