"""What is written onto a word: conjunctions, prepositions and pronouns as words of their own, over their own letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hexapla.gloss.expecting import Atom
from hexapla.gloss.functions import Function, function_words, functions, pick
from hexapla.gloss.habits import habits, is_genitive
from hexapla.gloss.meanings import Meaning, is_person, lexicon_now
from hexapla.gloss.model import Piece
from hexapla.gloss.spelling import spelled
from hexapla.gloss.token import Token, around
from hexapla.lang.words import affixes, folding

# How sure a function word, a figure or a name told by an answering passage is.
SURE = 0.95
# A name without a clitic has at least so many letters.
SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where a token stands: its text and languages, and what is told of its neighbours."""

    text: str
    language: str
    into: str
    before: tuple[str, ...]
    following: tuple[str, ...]

    def written(self, token: Token) -> str:
        """The token as the text has it."""
        return self.text[token.start : token.end]

    def called(self, function: Function, start: int, end: int, tight: bool = False) -> Atom:
        """A function row over a stretch of the text, as the reader's language calls it."""
        word = function_words(self.into).call(function.id)
        return Atom(Piece(start, end, word, "function", (), SURE, tight), cls=function.id)


def fold_length(written: str, language: str, letters: int) -> int:
    """How many letters as written make so many folded ones (vowel signs and tatweel fold away)."""
    if len(written) <= letters:
        return len(written)
    fold = folding(language).fold
    size = next((n for n in range(letters, len(written)) if len(fold(written[:n])) >= letters), len(written))
    # Signs that fold away belong to the letter before them.
    while size < len(written) and not fold(written[size]):
        size += 1
    return size


def grammar(place: Place, token: Token) -> list[Atom]:
    """A function word with what is written onto it: عليهم is on + them, به with + him; nothing for other words."""
    own, table = habits(place.language), function_words(place.language)
    for prefix, bare, suffix in _ways(token.form, own.prefixes, own.suffixes):
        uses = table.folded.get(bare, ()) if bare else ()
        rows = [own.prefixes[p] for p in prefix]
        if (bare and not uses) or (not bare and not (rows and suffix)):
            continue
        # What follows a joined pronoun says nothing of the word before it.
        use = pick(uses, place.before, () if suffix else place.following) or next(iter(uses), None)
        host = use.function if use is not None else functions()[rows[-1]]
        names = [*rows, *([host.id] if uses else [])]
        if suffix:
            names.append(own.suffixes[suffix][2 if host.cls == "conjunction" else 1])
        sizes = [
            *(len(p) for p in prefix),
            *([len(bare)] if bare else []),
            *([len(suffix)] if suffix else []),
        ]
        return _parted(place, token, names, sizes)
    return []


def _ways(
    form: str, prefixes: Mapping[str, str], suffixes: Mapping[str, tuple[str, str, str]]
) -> Iterator[tuple[str, str, str]]:
    """Prefixes, what is left, and suffix of a form that may be a function word with clitics."""
    heads = ["", *(form[:n] for n in (1, 2) if len(form) > n and all(c in prefixes for c in form[:n]))]
    for head in heads:
        rest = form[len(head) :]
        if head:
            yield head, rest, ""
        for suffix in suffixes:
            if rest.endswith(suffix):
                yield head, rest[: len(rest) - len(suffix)], suffix


def _parted(place: Place, token: Token, names: Sequence[str], sizes: Sequence[int]) -> list[Atom]:
    """One atom for each row, over the letters that are it."""
    written = place.written(token)
    out, done, at = [], 0, 0
    for number, (name, size) in enumerate(zip(names, sizes, strict=True), 1):
        done += size
        upto = len(written) if number == len(names) else fold_length(written, place.language, done)
        out.append(place.called(functions()[name], token.start + at, token.start + upto))
        at = upto
    return out


def with_clitics(
    place: Place, token: Token, piece: Piece, pos: str, meaning: Meaning | None = None
) -> list[Atom]:
    """The piece between what is written onto it before and after."""
    own = habits(place.language)
    written = place.written(token)
    head, tail = _affixes(place, token, meaning)
    before, start, definite = _before(place, token, head)
    after: list[Atom] = []
    end = token.end
    tail = own.pronoun(tail)
    if tail and not token.several and written.endswith(own.spelled_suffixes):
        object_of = pos == "verb" and (meaning is None or meaning.feature != "gerund")
        row = own.suffixes[tail][1 if object_of else 0]
        end = token.start + fold_length(written, place.language, len(token.form) - len(tail))
        after = [place.called(functions()[row], end, token.end)]
    bare = written[start - token.start :].casefold()
    sign = str(own.flag("feminine"))
    atom = Atom(
        _over(place, piece, start, end),
        pos,
        definite=definite,
        owned=pos in ("noun", "name") and _owned(bare, meaning, place.language),
        feminine=bool(sign) and written.endswith(sign),
        genitive=bool(own.pairs["genitive"]),
        plural=meaning is not None and meaning.feature == "plural",
        person=meaning is not None and is_person(meaning.concept),
    )
    return [*before, *with_possessive(place, token, atom), *after]


def _before(place: Place, token: Token, head: str) -> tuple[list[Atom], int, bool]:
    """What is written onto a token before its word; where the word starts; whether an article is there."""
    own = habits(place.language)
    rows, definite = _prefix_rows(head, own.prefixes, own.articles)
    written = place.written(token)
    found: list[Atom] = []
    start, at = token.start, 0
    for letters, row in rows:
        at += letters
        if row:
            upto = token.start + fold_length(written, place.language, at)
            found.append(place.called(functions()[row], start, upto))
            start = upto
    last = token.form.rpartition(" ")[2] if token.several else token.form[at:]
    return found, start, definite or last.startswith(own.articles)


def _prefix_rows(
    head: str, prefixes: Mapping[str, str], articles: Sequence[str]
) -> tuple[list[tuple[int, str]], bool]:
    """A string of clitics as (letters, row) in order, rows empty for an article; and whether there is one."""
    found: list[tuple[int, str]] = []
    at, definite = 0, False
    while at < len(head):
        article = next((a for a in articles if head.startswith(a, at)), "")
        if not article and found and head[at] == head[at - 1]:
            # The article loses its first letter after a preposition that ends like it: للشرع.
            article = head[at]
        found.append((len(article) or 1, "" if article else prefixes.get(head[at], "")))
        at, definite = at + found[-1][0], definite or bool(article)
    return found, definite


def _over(place: Place, piece: Piece, start: int, end: int) -> Piece:
    """The piece over its own letters; an unknown word is kept without what is glossed beside it."""
    if piece.kind != "unknown" or (start, end) == (piece.start, piece.end):
        return piece._replace(start=start, end=end)
    kept = place.text[start:end]
    sound = spelled(kept, place.into)
    return piece._replace(start=start, end=end, word=kept, also=(sound,) if sound != kept else ())


def _owned(written: str, meaning: Meaning | None, language: str) -> bool:
    """Whether a noun may be of the noun before it: by its ending, or always where endings do not tell."""
    own = habits(language)
    if meaning is None:
        return written.endswith(tuple(own.flag("owned_names")))
    return not own.pairs["genitive"] or is_genitive(written, meaning.base, language)


def _affixes(place: Place, token: Token, meaning: Meaning | None) -> tuple[str, str]:
    """What is written onto a token before and after its word."""
    if meaning is not None and not token.several:
        return meaning.reading.prefix, meaning.reading.suffix
    if not habits(place.language).prefixes:
        return "", ""
    first = token.form.split(" ")[0]
    if token.several:
        return _joined_before(first, place.language), ""
    if not token.found and (joined := _joined(place, token)):
        return joined, ""
    return _article_of_name(first, place.language), ""


def _article_of_name(first: str, language: str) -> str:
    """The article of a name that no row knows, with what stands before it."""
    own = habits(language)
    heads = ("", *(p for p, row in own.prefixes.items() if functions()[row].cls != "auxiliary"))
    for article in sorted(own.articles, key=len, reverse=True):
        for head in heads:
            if first.startswith(head + article) and len(first) >= len(head + article) + SHORTEST_NAME:
                return head + article
    return ""


def _joined(place: Place, token: Token) -> str:
    """A clitic before an unknown word that the text has without it elsewhere."""
    if token.form[:1] not in habits(place.language).prefixes or len(token.form) <= SHORTEST_NAME:
        return ""
    rest = re.escape(place.text[token.start + 1 : token.end])
    again = re.search(rf"(?<!\w){rest}(?!\w)", around(place.text, token.start))
    return token.form[0] if again else ""


def _joined_before(first: str, language: str) -> str:
    """What is written onto the first word of a longer term, which the lexicon knows without it."""
    forms = lexicon_now().terms(language).table.forms
    if first in forms:
        return ""
    bares = ((prefix, bare) for prefix, bare, taken in affixes(language).bare(first) if taken == len(prefix))
    return next((prefix for prefix, bare in bares if bare in forms), "")


def with_possessive(place: Place, token: Token, atom: Atom) -> list[Atom]:
    """A noun with the owner's ending after it: the ending is a word of its own."""
    written = place.written(token)
    for ending in habits(place.language).flag("possessive"):
        if written.endswith(ending) and len(written) > len(ending) + 1:
            # Of ``s'`` only the sign is the ending.
            size = 1 if ending[0].isalpha() else len(ending)
            piece = atom.piece._replace(end=token.end - size)
            if piece.word == written:
                piece = piece._replace(word=written[: len(written) - size])
            owner = place.called(functions()["own-s"], token.end - size, token.end, tight=True)
            return [replace(atom, piece=piece), owner]
    return [atom]
