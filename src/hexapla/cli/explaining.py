"""``hexapla explain``: why two passages were linked, or were not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from hexapla.cli.output import progress, reader_may_leave
from hexapla.cli.work import Asked, load_all, nothing
from hexapla.errors import UsageError

if TYPE_CHECKING:
    from hexapla.collation.explanation import Explanation, Measure, Rival
    from hexapla.witness.model import Span, Witness

PLACE = re.compile(r"(?P<file>.+):(?P<line>[Ll])?(?P<number>\d+)")
# Words without an answer that the terminal names for each passage.
NAMED = 12
# Terms of a model below this are not told on the terminal.
SMALL = 0.005
HOW = {
    "linked": "linked: the best free pair",
    "joined": "linked: it joined a neighbour's link, which it makes fuller",
    "contained": "linked: the one is said within the other",
    "apart": "not linked",
}


class Place(NamedTuple):
    """A passage as the user names it: a file, and the number of a segment or line from 1."""

    file: str
    number: int
    line: bool


def run_explain(a: str, b: str, asked: Asked, form: str) -> int:
    from hexapla.collation.explaining import explain

    one, other = _place(a), _place(b)
    with progress() as tell:
        loaded = load_all(replace(asked, inputs=[one.file, other.file]), tell)
        if len(loaded.witnesses) < 2:
            if loaded.left_out:
                return nothing(loaded.left_out)
            raise UsageError(
                f"{one.file} and {other.file} are one text.",
                "A text is not compared with itself.",
                "Name passages of two files.",
            )
        first, second = loaded.witnesses
        found = explain(first, _segment(first, one), second, _segment(second, other))
    with reader_may_leave():
        if form == "json":
            typer.echo(json.dumps(_json(found, first, second), ensure_ascii=False, indent=1))
        else:
            for line in _lines(found, first, second):
                typer.echo(line)
    return 0


def _place(given: str) -> Place:
    found = PLACE.fullmatch(given)
    if not found or int(found["number"]) < 1:
        raise UsageError(
            f"{given!r} names no passage.",
            "It needs a file and the number of a segment or line, from 1.",
            "Write FILE:12 for segment 12, FILE:L30 for line 30.",
        )
    return Place(found["file"], int(found["number"]), bool(found["line"]))


def _segment(witness: Witness, place: Place) -> int:
    """The index of the segment that a place names."""
    count = len(witness.segments)
    if not place.line:
        if place.number <= count:
            return place.number - 1
        raise UsageError(
            f"{place.file} has {count} segments, and no segment {place.number}.",
            "There is nothing to explain.",
            "Segments are numbered as in --format json (A12 is segment 12 of the first file).",
        )
    line = _line_span(witness.text, place.number)
    here = [n for n, s in enumerate(witness.segments) if line and s.span.overlap(line)]
    if len(here) == 1:
        return here[0]
    numbers = ", ".join(str(n + 1) for n in here)
    raise UsageError(
        f"Line {place.number} of {place.file} holds {f'segments {numbers}' if here else 'no segment'}.",
        "It is open which passage is meant." if here else "It is blank, set aside, or beyond the text's end.",
        f"Name one: {place.file}:{here[0] + 1}." if here else "Name a line that has a sentence.",
    )


def _line_span(text: str, number: int) -> Span | None:
    from hexapla.witness.model import Span

    lines = text.split("\n")
    if number > len(lines):
        return None
    start = sum(len(line) + 1 for line in lines[: number - 1])
    return Span(start, start + len(lines[number - 1]))


def _json(found: Explanation, a: Witness, b: Witness) -> dict[str, Any]:
    """The explanation; segments by their ids, A for the first file and B for the second."""
    whole = asdict(found)
    for key, siglum in (("a", "A"), ("b", "B")):
        whole[key] = f"{siglum}{whole[key] + 1}"
        other = "B" if siglum == "A" else "A"
        whole[f"linked_{key}"] = [f"{other}{n + 1}" for n in whole[f"linked_{key}"]]
    for rival in whole["rivals"]:
        rival["segment"] = f"{'B' if rival['side'] == 'a' else 'A'}{rival['segment'] + 1}"
    for terms in ("pair_terms", "context_terms"):
        whole[terms] = [{**asdict(m), "term": m.term} for m in getattr(found, terms)]
    for answer in whole["answers"]:
        answer["words"] = [a.text[slice(*answer["a"])], b.text[slice(*answer["b"])]]
    for word in whole["unanswered"]:
        word["word"] = (a if word["side"] == "a" else b).text[slice(*word["span"])]
    sources = {"A": a.source, "B": b.source}
    return {"schema": "hexapla/explanation/1", "witnesses": sources, **_rounded(whole)}


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_rounded(inner) for inner in value]
    return round(value, 4) if isinstance(value, float) else value


def _lines(found: Explanation, a: Witness, b: Witness) -> Iterator[str]:
    for siglum, witness, segment in (("A", a, found.a), ("B", b, found.b)):
        yield f"{siglum}{segment + 1}  {witness.source}"
        yield f"    {_words(witness, witness.segments[segment].span)}"
    yield ""
    yield from _verdict(found)
    yield ""
    yield "What answers (log-odds lost without it; strength):"
    for x in found.answers:
        words = f"{_words(a, x.a)} = {_words(b, x.b)}"
        yield f"  {x.worth:+6.2f}  {x.kind} {x.value}: {words}  ({x.strength:.2f})"
    if not found.answers:
        yield "  nothing"
    for side, siglum, witness in (("a", "A", a), ("b", "B", b)):
        alone = [_words(witness, x.span) for x in found.unanswered if x.side == side]
        more = " …" if len(alone) > NAMED else ""
        yield f"Without answer in {siglum}: {', '.join(alone[:NAMED]) + more if alone else 'nothing'}"
    yield ""
    if found.same_words:
        yield "The two are the same word for word, which outweighs all measures."
    else:
        yield from _terms("The pair by itself", found.pair_terms, found.odds)
    if found.context_terms:
        yield from _terms("Among all pairs", found.context_terms, sum(m.term for m in found.context_terms))
    yield ""
    for side, siglum, witness in (("a", "A", b), ("b", "B", a)):
        number = (found.a if side == "a" else found.b) + 1
        yield f"Rivals for {siglum}{number}:"
        yield from _rivals([rival for rival in found.rivals if rival.side == side], witness)


def _verdict(found: Explanation) -> Iterator[str]:
    sure = f", confidence {found.confidence:.2f}" if found.confidence is not None else ""
    chance = "" if found.chance is None else f" chance {found.chance:.2f}, threshold {found.threshold:g};"
    yield f"{HOW[found.how]}{sure} ({chance.strip()} log-odds by itself {found.odds:+.2f})".replace("( ", "(")
    for siglum, other, linked in (("A", "B", found.linked_a), ("B", "A", found.linked_b)):
        number = (found.a if siglum == "A" else found.b) + 1
        with_ = " ".join(f"{other}{n + 1}" for n in linked)
        yield f"  {siglum}{number} is linked with {with_ or 'nothing'}"
    if found.how == "apart" and found.chance is not None and found.chance >= found.threshold:
        yield "  The chance would do, but a surer pair took one of the two."


def _terms(title: str, terms: tuple[Measure, ...], total: float) -> Iterator[str]:
    whole = sum(measure.term for measure in terms)
    held = f" (the sum {whole:+.2f}, held within bounds)" if abs(whole - total) >= SMALL else ""
    yield f"{title}: log-odds {total:+.2f}{held}"
    for measure in terms:
        if abs(measure.term) >= SMALL:
            yield f"  {measure.term:+6.2f}  {measure.name} ({measure.value:.2f} × {measure.weight:g})"


def _rivals(rivals: list[Rival], witness: Witness) -> Iterator[str]:
    for rival in rivals:
        words = _words(witness, witness.segments[rival.segment].span)
        taken = ", linked" if rival.linked else ""
        siglum = "B" if rival.side == "a" else "A"
        yield f"  {rival.chance:.2f}  {siglum}{rival.segment + 1}{taken}: {words}"
    if not rivals:
        yield "  none"


def _words(witness: Witness, span: Span) -> str:
    from hexapla.render.bidi import isolate_within, plain

    return isolate_within(plain(" ".join(span.of(witness.text).split())))
