"""Dictionary forms expanded into the forms of the page, when the lexicon is compiled.

This is build-time code: simplemma, pymorphy3 and wordfreq are development dependencies.
At run time only the compiled tables are read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from hexapla.lang import load
from hexapla.lang.words import folding, forms
from hexapla.lexicon.rows import Term


@cache
def frequencies(language: str) -> Mapping[str, float]:
    """Folded form → share of all words, from wordfreq's lists (Speer 2022)."""
    import wordfreq

    fold = folding(language).fold
    total: dict[str, float] = defaultdict(float)
    try:
        listed = wordfreq.get_frequency_dict(language, wordlist="best")
    except LookupError:
        # A language without a list: its words all count as rare.
        return total
    for form, share in listed.items():
        total[fold(form)] += share
    return total


@cache
def _lemma_tables(language: str) -> tuple[Mapping[str, frozenset[str]], Mapping[str, str]]:
    """Folded lemma → folded forms, and folded form → folded lemma, from simplemma."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    fold = folding(language).fold
    seen = frequencies(language)
    forms_of: dict[str, set[str]] = defaultdict(set)
    lemma_of: dict[str, str] = {}
    for form, lemma in DefaultDictionaryFactory().get_dictionary(language).items():
        folded, base = fold(_text(form)), fold(_text(lemma))
        # simplemma knows forms that no one writes; those wordfreq never saw are left out.
        if folded in seen:
            forms_of[base].add(folded)
            lemma_of.setdefault(folded, base)
    return {base: frozenset(some) for base, some in forms_of.items()}, lemma_of


def _text(value: Any) -> str:
    return value.decode("utf-8") if isinstance(value, bytes) else str(value)


@cache
def _morphology() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


# Parts of speech of OpenCorpora that each of ours may be.
GRAMMEMES = {
    "noun": ("NOUN",),
    "verb": ("INFN", "VERB"),
    "adj": ("ADJF", "ADJS", "COMP", "PRTF"),
    "adv": ("ADVB", "PRED", "COMP"),
    "num": ("NUMR", "ADJF"),
}


# Verbal forms that are mostly never written.
RARELY_WRITTEN = ("PRTF", "PRTS", "GRND")


def _pymorphy_forms(word: str, pos: str, language: str) -> set[str]:
    fold = folding(language).fold
    parses = [
        p for p in _morphology().parse(word) if fold(p.normal_form) == fold(word) or len(word.split("-")) > 1
    ]
    wanted = [p for p in parses if p.tag.POS in GRAMMEMES.get(pos, ())] or parses[:1]
    seen = frequencies(language)
    # A verb has two hundred participles, of which the written ones are seen; of the other forms
    # a rare one may turn up any day, and one that never does costs nothing but a little room.
    return {
        form
        for parse in wanted
        for form, rare in ((fold(f.word), f.tag.POS in RARELY_WRITTEN) for f in parse.lexeme)
        if not rare or form in seen
    }


def _simplemma_forms(word: str, language: str) -> set[str]:
    """Its forms, and the forms of those: simplemma knows *convenus* as a form of *convenu*, and that of *convenir*."""
    forms_of, _ = _lemma_tables(language)
    found = set(forms_of.get(word, ()))
    return found.union(*(forms_of.get(form, ()) for form in found))


def ruled(base: str, given: Iterable[str], pos: str, rules: Mapping[str, Any]) -> set[str]:
    """Forms by the language's own rules: suffixes put on, endings put in place of others."""
    table = rules.get(pos)
    if not table:
        return set()
    found = {base + suffix for suffix in table.get("suffixes", ())}
    for ending, instead in table.get("endings", {}).items():
        if base.endswith(ending):
            found |= {base[: -len(ending)] + other for other in instead}
    second = table.get("imperfect")
    for number, form in enumerate(given):
        if second and number == 0 and form.startswith(second["first"]):
            stem = form[len(second["first"]) :]
            found |= {head + stem + tail for head in second["instead"] for tail in second["suffixes"]}
        elif "noun" in rules:
            found |= {form + suffix for suffix in rules["noun"].get("suffixes", ())}
    return found


def expand(term: Term, pos: str, language: str) -> frozenset[str]:
    """All folded forms of a single-word term."""
    rules = load(language).table("inflection")
    base = next(iter(forms(term.word, language)), "")
    given = [form for some in term.forms for form in forms(some, language)]
    found = {base, *given}
    if rules["lemmatiser"] == "pymorphy3":
        found |= _pymorphy_forms(term.word, pos, language)
    elif rules["lemmatiser"] == "simplemma":
        for form in (base, *given):
            found |= _simplemma_forms(form, language)
    found |= ruled(base, given, pos, rules)
    return frozenset(form for form in found if form)


def bare(form: str, language: str) -> str:
    """A word inside a multiword term without its article, which may come and go."""
    for article in load(language).table("inflection")["articles"]:
        if form.startswith(article) and len(form) - len(article) > 2:
            return form[len(article) :]
    return form


@cache
def lemma(form: str, language: str) -> str:
    """The folded dictionary form of a word inside a multiword term."""
    lemmatiser = load(language).table("inflection")["lemmatiser"]
    if lemmatiser == "pymorphy3":
        return folding(language).fold(_morphology().parse(form)[0].normal_form)
    if lemmatiser == "simplemma":
        return _lemma_tables(language)[1].get(form, form)
    return form


def forms_of_lemma(base: str, language: str) -> frozenset[str]:
    """All folded forms of a word whose part of speech is not known."""
    return expand(Term(base), "", language)
