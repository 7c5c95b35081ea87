"""What the page is given of a movement: what moved between the stories of one affair, with the words of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from hexapla.record.model import Chapter, Move, MoveKind, Movement, State
from hexapla.render.testimony_view import UNTOLD, date
from hexapla.render.told import Texts, Told

HEADS: Mapping[MoveKind, str] = MappingProxyType(
    {
        "holder": "Who holds which office",
        "stance": "Positions",
        "agreement": "Agreements and undertakings",
        "body": "Committees and other bodies",
        "participant": "Who takes part",
        "issue": "Issues",
    }
)
# Of these it is enough to show in which story they are told of: the sentence says no more.
PRESENCE = frozenset[MoveKind]({"participant", "issue"})
# Of the words that say how something stands so many places are quoted; all are lit.
MOST_TELLINGS = 2
# More than so many of them are folded away.
MOST_OPEN = 8
CHANGES: Mapping[str, str] = MappingProxyType(
    {
        "changed": "changed",
        "new": "new",
        "gone": "not told of again",
        "stays": "stays",
        "returned": "told of again",
        "taken-up": "taken up",
        "not-mentioned": "not mentioned again",
        "established": "established",
        "resumed": "resumed",
        "suspended": "suspended",
    }
)


@dataclass(frozen=True, slots=True)
class StateView:
    """How something stands in one story; ``note`` says where it is known from if not from the words."""

    label: str
    note: str
    told: tuple[Told, ...]

    @property
    def untold(self) -> bool:
        """Whether the story does not tell it."""
        return self.label == UNTOLD


@dataclass(frozen=True, slots=True)
class MoveView:
    """One thing that moved: the sentence, its change in a word, and how it stands in each story.

    A story has one state, and after it what else it tells that bears on the thing.
    """

    anchor: str
    label: str
    note: str
    change: str
    kind: str
    states: tuple[tuple[StateView, ...], ...]
    places: str


@dataclass(frozen=True, slots=True)
class Group:
    """The moves of one kind: those that moved, and those that stay."""

    head: str
    presence: bool
    moved: tuple[MoveView, ...]
    stays: tuple[MoveView, ...]

    @property
    def open(self) -> bool:
        """Whether it is shown without being asked for."""
        return len(self.moved) <= MOST_OPEN


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A story of the movement, by its number on the page."""

    number: int
    title: str
    day: str | None
    href: str


@dataclass(frozen=True, slots=True)
class MovementView:
    """A movement as shown at the head of the page."""

    key: str
    chapters: tuple[ChapterView, ...]
    groups: tuple[Group, ...]

    @property
    def moved(self) -> int:
        """How many things moved."""
        return sum(len(group.moved) for group in self.groups)


def movement_view(movement: Movement, texts: Mapping[int, Texts], key: str = "moved") -> MovementView:
    """A movement as shown on a page; ``texts`` are those of each chapter, by its number."""
    chapters = tuple(_chapter(c, texts[c.number].key) for c in movement.stories)
    return MovementView(key, chapters, tuple(_groups(movement, texts, key)))


def _chapter(chapter: Chapter, key: str) -> ChapterView:
    day = date(chapter.date) if chapter.date else None
    return ChapterView(chapter.number + 1, chapter.title or f"Story {chapter.number + 1}", day, f"#{key}")


def _groups(movement: Movement, texts: Mapping[int, Texts], key: str) -> Iterator[Group]:
    for kind, head in HEADS.items():
        found = [_move(move, movement, texts, key) for move in movement.of(kind)]
        if found:
            moved = tuple(m for m in found if m.kind != "stays")
            yield Group(head, kind in PRESENCE, moved, tuple(m for m in found if m.kind == "stays"))


def _move(move: Move, movement: Movement, texts: Mapping[int, Texts], key: str) -> MoveView:
    own = [texts[chapter.number] for chapter in movement.stories]
    told = (*move.states, *move.also)
    places = (own[state.story].places(state.spans) for state in told)
    return MoveView(
        f"{key}-{move.id}",
        move.label,
        move.note,
        CHANGES[move.change],
        move.change,
        tuple(_states([s for s in told if s.story == n], t) for n, t in enumerate(own)),
        " ".join(place for place in places if place),
    )


def _states(some: Sequence[State], texts: Texts) -> tuple[StateView, ...]:
    """The states of one story; that it does not tell the thing is said only where it tells nothing else of it."""
    shown = tuple(_state(state, texts) for state in some)
    return tuple(state for state in shown if not state.untold) or shown[:1]


def _state(state: State, texts: Texts) -> StateView:
    label = state.label or state.value
    return StateView(
        label if state.value and label else UNTOLD, standing(state), texts.every(state.spans, MOST_TELLINGS)
    )


def standing(state: State) -> str:
    """In what standing, and where it is known from, if not plainly from the words."""
    status = state.status if state.status and state.status != "incumbent" else ""
    basis = "as the party files have it" if state.basis == "parties" else ""
    return ", ".join(part for part in (status, basis) if part)
