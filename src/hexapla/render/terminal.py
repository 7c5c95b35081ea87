"""Desk and edition on a terminal: heads, then the apparatus, ranked, with its words.

A quotation written from right to left stands on lines of its own between Unicode isolates,
so that a terminal that knows bidirectional text shows it whole, and one that does not
cannot mix it with its neighbours. Marked words stand in brackets, so that they show
without colour and when piped; nothing from a text can steer the terminal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from hexapla import lang
from hexapla.apparatus.model import Entry, Reading
from hexapla.collation.model import Collation
from hexapla.edition.model import Desk, Edition, LeftOut
from hexapla.gloss.model import LABEL, Gloss
from hexapla.render.bidi import direction, plain, runs_right_to_left
from hexapla.render.kinds import ASTERISK, KINDS, Family
from hexapla.render.lines import (
    from_right,
    opens_from_right,
    write_line,
    write_rule,
    write_words,
    write_wrapped,
)
from hexapla.render.people import panel
from hexapla.render.quote import language_at, quote, readable
from hexapla.witness.model import Span, Witness

if TYPE_CHECKING:
    from rich.console import Console

MARKED = "bold underline"
STYLES: Mapping[Family, str] = {
    "absence": "red",
    "figure": "blue",
    "who": "cyan",
    "word": "magenta",
    "voice": "green",
    "order": "default",
    "open": "yellow",
}


def print_desk(desk: Desk, console: Console, *, limit: int | None = None) -> None:
    """Print every story, then notices and what was left out.

    Parameters
    ----------
    desk:
        What was found.
    console:
        Where to print; its width and colours are respected.
    limit:
        At most this many entries a story, with a line saying how many more there are;
        all of them if ``None``.
    """
    for number, edition in enumerate(desk.stories):
        if number:
            console.print()
        write_rule(_story_head(desk, number), console)
        print_edition(edition, console, limit=limit)
    _print_end(desk, console)


def print_edition(edition: Edition, console: Console, *, limit: int | None = None) -> None:
    """Print one story: its witnesses, then its apparatus as ranked."""
    for siglum, witness in edition.collation.witnesses.items():
        _print_head(siglum, witness, console, base=siglum == edition.base)
        title = _title_gloss(witness, edition.glosses.get(siglum, ()))
        if title:
            _print_gloss(title, console, indent=3)
    shown = edition.apparatus[:limit]
    write_line(console, _count(edition), style="bold", before=1)
    for entry in shown:
        console.print()
        _print_entry(entry, edition.collation, console)
    if len(shown) < len(edition.apparatus):
        write_line(console, f"… and {len(edition.apparatus) - len(shown)} more.", style="dim", before=1)
    _print_people(edition, console)


def _print_people(edition: Edition, console: Console) -> None:
    """Who is named: what they are, and how each version writes them."""
    if not edition.people:
        return
    write_line(console, "People", style="bold", before=1)
    for person in panel(edition):
        offices = f", {'; '.join(person.offices)}" if person.offices else ""
        write_line(console, f"{plain(person.label)}{plain(offices)}", indent=3)
        for siglum, forms in person.spellings:
            words = ", ".join(plain(form.words) for form in forms) or person.unnamed
            write_line(console, f"{siglum}  {words}", style="dim", indent=5)


def _story_head(desk: Desk, index: int) -> str:
    head = f"Story {index + 1} of {len(desk.stories)}"
    affair = next((line for line in desk.storylines if index in line), ())
    others = [str(i + 1) for i in affair if i != index]
    if not others:
        return head
    return f"{head}, one affair with {'story' if len(others) == 1 else 'stories'} {', '.join(others)}"


def _count(edition: Edition) -> str:
    if len(edition.collation.witnesses) < 2:
        return "One version only: there is nothing to compare it with."
    if not edition.apparatus:
        return "No difference was found."
    count = len(edition.apparatus)
    return f"{count} difference{'' if count == 1 else 's'}, what matters most first"


def _print_head(siglum: str, witness: Witness, console: Console, *, base: bool) -> None:
    name = lang.load(witness.language).name if lang.known(witness.language) else witness.language
    date = witness.published.isoformat() if witness.published else None
    fields = [plain(f) for f in (witness.outlet, name, witness.place, date) if f]
    beside = [f for f in fields if not runs_right_to_left(f)]
    write_line(console, f"{siglum}  {' · '.join(beside)}{' · base' if base else ''}", style="bold")
    for field in fields:
        if field not in beside:
            write_words(console, field, "rtl", indent=3)
    if witness.title:
        write_words(console, plain(witness.title), direction(witness.language), indent=3)
    write_line(console, plain(witness.source), style="dim", indent=3)


def _title_gloss(witness: Witness, glosses: Sequence[Gloss | None]) -> str:
    """The gloss of a witness's title, where it has both."""
    found = (
        g for s, g in zip(witness.segments, glosses, strict=False) if s.role == "title" and g is not None
    )
    return " ".join(gloss.text for gloss in found)


def _print_entry(entry: Entry, collation: Collation, console: Console) -> None:
    from rich.text import Text

    form = KINDS[entry.kind]
    head = Text(f"{entry.id:>3}  ").append(f"{form.sign} {entry.kind}", f"bold {STYLES[form.family]}")
    rows = ", ".join(str(i) for i in entry.loci)
    head.append(f"  row {rows}, confidence {entry.confidence:.0%}", "dim")
    write_wrapped(console, head, indent=0, hanging=5)
    write_line(console, plain(entry.note), indent=5)
    for reading in entry.readings:
        _print_reading(reading, entry, collation, console)
    if entry.absent:
        write_line(console, f"{ASTERISK} lacking in {', '.join(entry.absent)}; it would stand here", indent=5)
    for siglum, offset in entry.absent.items():
        _print_words(siglum, collation.witnesses[siglum], Span(offset, offset), entry, console)


def _print_reading(reading: Reading, entry: Entry, collation: Collation, console: Console) -> None:
    if reading.value or len(reading.witnesses) > 1 or len(entry.readings) > 1:
        value = f": {plain(readable(reading.value, entry.kind))}" if reading.value else ""
        write_line(console, f"{', '.join(reading.witnesses)}{value}", style="bold", indent=5)
    for siglum, spans in reading.spans.items():
        for span in spans:
            _print_words(siglum, collation.witnesses[siglum], span, entry, console)
    if reading.gloss:
        _print_gloss(reading.gloss, console, indent=7)


def _print_gloss(gloss: str, console: Console, *, indent: int) -> None:
    """A gloss on a dim line, always marked as one; from the right on lines of its own."""
    gloss = plain(gloss)
    if opens_from_right(gloss):
        write_line(console, f"{LABEL}:", style="dim", indent=indent)
        write_words(console, gloss, "rtl", indent=indent + 2, style="dim")
    else:
        write_line(console, f"{LABEL}: {gloss}", style="dim", indent=indent)


def _print_words(siglum: str, witness: Witness, span: Span, entry: Entry, console: Console) -> None:
    from rich.text import Text

    found = quote(witness.text, span)
    text = Text(plain(found.before))
    if not found.words and found.before and not found.before[-1].isspace():
        text.append(" ")
    text.append(f"[{plain(found.words) or ASTERISK}]", f"{MARKED} {STYLES[KINDS[entry.kind].family]}").append(
        plain(found.after)
    )
    way = direction(language_at(witness, span))
    if from_right(way, text.plain):
        write_line(console, siglum, style="dim", indent=7)
        write_wrapped(console, text, indent=9, hanging=9, isolated=True)
    else:
        write_wrapped(console, Text().append(f"{siglum}  ", "dim").append_text(text), indent=7, hanging=10)


def _print_end(desk: Desk, console: Console) -> None:
    if desk.notices:
        write_line(console, "Notices", style="bold", before=1)
    for notice in desk.notices:
        write_line(console, f"– {plain(notice)}", indent=2)
    if desk.left_out:
        write_line(console, "Left out", style="bold red", before=1)
    for item in desk.left_out:
        _print_left_out(item, console)


def _print_left_out(item: LeftOut, console: Console) -> None:
    write_line(console, plain(item.source), style="bold", indent=2)
    for sentence in (item.what, item.means, item.todo):
        if sentence:
            write_line(console, plain(sentence), indent=4)
