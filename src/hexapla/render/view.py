"""What the page's templates are given: stories, columns, entries, each with its anchors.

Templates decide how things look; what is shown, and where a link leads, is decided here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from hexapla import lang
from hexapla.apparatus.model import ENTRY_KINDS, Entry, EntryKind, Reading
from hexapla.edition.model import Desk, Edition
from hexapla.render.bidi import direction
from hexapla.render.kinds import KINDS, KindForm
from hexapla.render.movement_view import MovementView, movement_view
from hexapla.render.people import PersonView, panel
from hexapla.render.quote import language_at, readable, shorten
from hexapla.render.record_parts import RecordView
from hexapla.render.record_view import record_view
from hexapla.render.synopsis import Row, Uncollated, Unit, lead, synopsis, uncollated
from hexapla.render.testimony_view import date
from hexapla.render.told import Texts
from hexapla.witness.model import Witness

# Beyond this many rows the squares of the overview are too small to be told apart.
MOST_IN_OVERVIEW = 120


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A witness's head. ``link`` is its address if that is http or https, else ``None``."""

    siglum: str
    witness: Witness
    language_name: str
    direction: str
    date: str | None
    link: str | None
    source: str
    uncollated: tuple[Uncollated, ...]
    entries: int


@dataclass(frozen=True, slots=True)
class WordsView:
    """Words of one witness at an entry, their middle left out if long."""

    siglum: str
    language: str
    direction: str
    words: str


@dataclass(frozen=True, slots=True)
class ReadingView:
    reading: Reading
    words: tuple[WordsView, ...]
    value: str | None


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry of the apparatus; ``target`` is the anchor of its first words in the synopsis."""

    entry: Entry
    form: KindForm
    readings: tuple[ReadingView, ...]
    target: str


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story of the page. ``affair`` holds the numbers of the other stories of its affair."""

    number: int
    key: str
    edition: Edition
    lead: str
    columns: tuple[ColumnView, ...]
    rows: tuple[Row, ...]
    entries: Mapping[int, EntryView]
    kinds: tuple[tuple[EntryKind, KindForm, int], ...]
    affair: tuple[int, ...]
    people: tuple[PersonView, ...] = ()
    record: RecordView | None = None
    """What the versions together say took place, where it was read and tells anything."""

    @property
    def texts(self) -> Texts:
        """The texts as the page shows them."""
        return shown_texts(self.key, self.rows, self.edition)

    @property
    def title(self) -> ColumnView:
        """The column whose title heads the story."""
        return next(c for c in self.columns if c.siglum == self.lead)

    @property
    def overview(self) -> bool:
        """Whether a square for each cell would tell something."""
        return len(self.columns) > 1 and len(self.rows) <= MOST_IN_OVERVIEW


def stories(desk: Desk) -> tuple[StoryView, ...]:
    """Every story of the desk that has a witness."""
    return tuple(_story(desk, i, e) for i, e in enumerate(desk.stories) if e.collation.witnesses)


def _story(desk: Desk, index: int, edition: Edition) -> StoryView:
    key, rows = f"s{index + 1}", synopsis(edition)
    targets = _targets(key, rows, edition)
    affair = next((line for line in desk.storylines if index in line), ())
    return StoryView(
        number=index + 1,
        key=key,
        edition=edition,
        lead=lead(edition),
        columns=tuple(_column(siglum, edition) for siglum in edition.collation.witnesses),
        rows=rows,
        entries={e.id: _entry(e, edition, targets.get(e.id, f"{key}-texts")) for e in edition.apparatus},
        kinds=tuple(_kinds(edition)),
        affair=tuple(i + 1 for i in affair if i != index),
        people=panel(edition),
        record=_record(edition, shown_texts(key, rows, edition)),
    )


def shown_texts(key: str, rows: tuple[Row, ...], edition: Edition) -> Texts:
    """The passages of every version that stand in the synopsis."""
    witnesses = edition.collation.witnesses
    cells = [cell for row in rows for cell in row.cells]
    units = {s: tuple(u.span for cell in cells if cell.siglum == s for u in cell.units) for s in witnesses}
    return Texts(key, witnesses, units)


def _record(edition: Edition, texts: Texts) -> RecordView | None:
    if edition.record is None:
        return None
    made = record_view(edition.record, texts)
    return None if made.empty else made


def movements(desk: Desk, shown: tuple[StoryView, ...]) -> tuple[MovementView, ...]:
    """What moved between the stories that are shown, for each affair where anything is told."""
    texts = {story.number - 1: story.texts for story in shown}
    found = [m for m in desk.movements if m.moves and all(c.number in texts for c in m.stories)]
    return tuple(movement_view(m, texts, f"moved{n}") for n, m in enumerate(found, 1))


def _column(siglum: str, edition: Edition) -> ColumnView:
    witness = edition.collation.witnesses[siglum]
    language = lang.load(witness.language).table("language") if lang.known(witness.language) else {}
    return ColumnView(
        siglum,
        witness,
        str(language.get("own_name", witness.language)),
        direction(witness.language),
        date(witness.published) if witness.published else None,
        address(witness.source),
        _short_source(witness.source),
        uncollated(edition, siglum),
        sum(1 for e in edition.apparatus if _concerns(e, siglum)),
    )


def address(source: str) -> str | None:
    """The source if it may be linked: an http or https address. Nothing else ever is."""
    try:
        parts = urlsplit(source)
    except ValueError:
        return None
    return source if parts.scheme in ("http", "https") and parts.netloc else None


def _short_source(source: str) -> str:
    """A host for an address, a name for a file: the whole may hold a user's folders."""
    if address(source):
        return urlsplit(source).hostname or source
    if source == "-":
        return "standard input"
    return source.replace("\\", "/").rstrip("/").rpartition("/")[2] or source


def _concerns(entry: Entry, siglum: str) -> bool:
    return siglum in entry.absent or any(siglum in r.witnesses for r in entry.readings)


def _kinds(edition: Edition) -> Iterator[tuple[EntryKind, KindForm, int]]:
    for kind in ENTRY_KINDS:
        count = sum(1 for e in edition.apparatus if e.kind == kind)
        if count:
            yield kind, KINDS[kind], count


def _entry(entry: Entry, edition: Edition, target: str) -> EntryView:
    readings = tuple(
        ReadingView(r, tuple(_words(r, edition)), r.value and readable(r.value, entry.kind))
        for r in entry.readings
    )
    return EntryView(entry, KINDS[entry.kind], readings, target)


def _words(reading: Reading, edition: Edition) -> Iterator[WordsView]:
    for siglum, spans in reading.spans.items():
        witness = edition.collation.witnesses[siglum]
        for span in spans:
            language = language_at(witness, span)
            yield WordsView(siglum, language, direction(language), shorten(span.of(witness.text)))


def anchor(key: str, siglum: str, entry: int | str, place: str | int) -> str:
    """The id of an entry's sign at a place: an offset, or ``r`` and the number of a row's gap.

    With a word for the entry, the id of something else that stands there (``gloss``).
    """
    return f"{key}-{siglum}-e{entry}-{place}"


def _targets(key: str, rows: tuple[Row, ...], edition: Edition) -> dict[int, str]:
    """For each entry the anchor of its first sign: in a witness that carries the words if any."""
    carried: dict[int, str] = {}
    lacked: dict[int, str] = {}
    for row in rows:
        for cell in row.cells:
            for entry in cell.lacks:
                lacked.setdefault(entry, anchor(key, cell.siglum, entry, f"r{row.locus}"))
            for unit in cell.units:
                _add_targets(key, cell.siglum, unit, carried, lacked)
    return lacked | carried


def _add_targets(key: str, siglum: str, unit: Unit, carried: dict[int, str], lacked: dict[int, str]) -> None:
    for run in unit.runs:
        for entry in run.opens:
            carried.setdefault(entry, anchor(key, siglum, entry, run.span.start))
        for entry in run.lacks:
            lacked.setdefault(entry, anchor(key, siglum, entry, run.span.start))
