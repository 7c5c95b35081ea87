"""One token answered in the reader's language: as a figure, a name, a meaning, or kept as unknown."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hexapla.gloss import figures
from hexapla.gloss.choosing import Choice, choose
from hexapla.gloss.clitics import SURE, Place, grammar, with_clitics, with_possessive
from hexapla.gloss.expecting import Atom
from hexapla.gloss.functions import pick
from hexapla.gloss.habits import habits, may_be_plural
from hexapla.gloss.meanings import is_name, is_person, meanings
from hexapla.gloss.model import Piece, PieceKind
from hexapla.gloss.spelling import GUESSED, script, script_needed, spelled
from hexapla.gloss.token import Token
from hexapla.lang import load
from hexapla.marks.dates import DateMark
from hexapla.marks.numbers import NumberMark

# What a guess from a word with the same beginning is worth.
KIN = 0.4
# Parts of speech of words that carry grammar.
GRAMMATICAL = ("part", "adv")
# After a title a word is a name unless it is likelier than this to be another.
LIKELY = 0.75


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a token: what the words before expect of it, which concepts answering passages hold,
    whether more than one was told of, whether a name may stand here, and the name it sounds like, if any.
    """

    expects: str
    preferred: frozenset[int]
    many: bool
    titled: bool
    name: str


def answer(place: Place, token: Token, asked: Asked) -> list[Atom]:
    """The token in the reader's language, with what is written onto it; at least one atom."""
    if token.sign:
        return [_sign(place, token)]
    if token.figure is not None:
        return [_figure(place, token, token.figure)]
    use = pick(token.uses, place.before, place.following) if token.uses else None
    if use is not None:
        return [place.called(use.function, token.start, token.end)]
    named = _named(place, token, asked)
    if named:
        return named
    choice = _choice(place, token, asked)
    return _unknown(place, token) if choice is None else _concept(place, token, choice)


def _sign(place: Place, token: Token) -> Atom:
    own = habits(place.language).flag("signs")
    before = place.text[token.start - 1 : token.start]
    tight = bool(before) and not before.isspace() and load(place.language).spaced
    word = own.get(token.sign, token.sign)
    return Atom(Piece(token.start, token.end, word, "sign", tight=tight), cls="sign")


def _figure(place: Place, token: Token, mark: DateMark | NumberMark) -> Atom:
    if isinstance(mark, DateMark):
        word = figures.date(mark, place.into)
        also = tuple(day for day in figures.also(mark, place.into) if day != word)
        return Atom(Piece(mark.start, mark.end, word or place.written(token), "date", also, SURE), "date")
    counted = _counted(place, token) if mark.written == "words" and mark.kind == "cardinal" else ""
    word = f"{figures.number(mark, place.into)} {counted}".strip()
    many = mark.kind == "cardinal" and mark.value != "1"
    return Atom(Piece(mark.start, mark.end, word, "number", (), SURE), "num", plural=many)


def _counted(place: Place, token: Token) -> str:
    """What a word for a number also names: a dual says both "two" and what of."""
    written = place.written(token).casefold()
    found = meanings(written, written, place.language) if " " not in written else ()
    if not found or found[0].pos != "noun":
        return ""
    choice = choose((found[0]._replace(feature="plural"),), place.into)
    return choice.word if choice else ""


def _named(place: Place, token: Token, asked: Asked) -> list[Atom]:
    """A token that is a name: by its sound, by its letters, or by the title before it."""
    if asked.name:
        piece = Piece(token.start, token.end, asked.name, "name", (), SURE)
        return with_clitics(place, token, piece, "name")
    if token.name:
        word = spelled(place.written(token), place.into)
        atom = Atom(Piece(token.start, token.end, word, "name", (), GUESSED), "name")
        return with_possessive(place, token, atom)
    own = load(place.language)
    if asked.titled and own.spaced and not own.cased:
        return _after_title(place, token, asked)
    return []


def _after_title(place: Place, token: Token, asked: Asked) -> list[Atom]:
    """A word after a title or a name that may be a name too: the row of a name, or no row at all."""
    names = tuple(m for m in token.found if is_person(m.concept))
    if names:
        choice = choose(names, place.into)
        return _concept(place, token, choice) if choice else []
    own = habits(place.language)
    if (
        token.form in own.titles
        or token.several
        or _likely_other(token, own.articles)
        or grammar(place, token)
    ):
        return []
    choice = _choice(place, token, asked)
    piece = Piece(token.start, token.end, "", "name", (choice.word,) if choice else (), GUESSED)
    out = with_clitics(place, token, piece, "name")
    return [_respelled(place, atom) if atom.piece.kind == "name" else atom for atom in out]


def _likely_other(token: Token, articles: tuple[str, ...]) -> bool:
    """Whether a word after a title is rather a word of the sentence than a name."""
    if not token.found:
        return False
    best = token.found[0]
    definite = token.form.startswith(articles)
    # After a title with its article an adjective without one is no adjective of it, but a name.
    unlike = best.pos == ("noun" if definite else "adj") and not best.reading.prefix
    return best.score >= LIKELY and not unlike


def _respelled(place: Place, atom: Atom) -> Atom:
    piece = atom.piece
    return replace(atom, piece=piece._replace(word=spelled(place.text[piece.start : piece.end], place.into)))


def _choice(place: Place, token: Token, asked: Asked) -> Choice | None:
    # A guess from a word with the same beginning misleads, unless an answering passage says so too.
    found = tuple(m for m in token.found if not token.kin or m.concept in asked.preferred)
    if token.uses:
        # What is a function word elsewhere is none of the lexicon's particles here: premier pas.
        found = tuple(m for m in found if m.pos not in GRAMMATICAL)
    written = place.written(token)
    alone = "noun" not in place.before and "preposition" not in place.before
    found = tuple(
        m._replace(feature="plural")
        if m.pos == "noun"
        and not m.feature
        and (asked.many or (alone and may_be_plural(written, m.base, place.language)))
        else m
        for m in found
    )
    return choose(found, place.into, asked.expects, asked.preferred) if found else None


def _concept(place: Place, token: Token, choice: Choice) -> list[Atom]:
    meaning = choice.meaning
    named = is_name(meaning.concept)
    kind: PieceKind = "name" if named else "concept"
    sure = choice.confidence * (KIN if token.kin else 1.0)
    piece = Piece(token.start, token.end, choice.word, kind, choice.also, round(sure, 3))
    return with_clitics(place, token, piece, "name" if named else meaning.pos, meaning)


def _unknown(place: Place, token: Token) -> list[Atom]:
    """A word that nothing is known of: a name where it has a capital, else kept and marked."""
    written = place.written(token)
    own = script(written) == script_needed(place.into)
    if token.capital or (own and written[:1].isupper()):
        word = written if own else spelled(written, place.into)
        atom = Atom(Piece(token.start, token.end, word, "name", (), GUESSED), "name")
        return with_possessive(place, token, atom)
    clitics = grammar(place, token)
    if clitics:
        return clitics
    sound = spelled(written, place.into)
    also = (sound,) if sound != written else ()
    piece = Piece(token.start, token.end, written, "unknown", also, 0.0)
    return with_clitics(place, token, piece, "unknown")
