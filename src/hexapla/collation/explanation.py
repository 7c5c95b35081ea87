"""The types of an explanation: why two passages were linked, or were not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hexapla.collation.model import EvidenceKind
from hexapla.witness.model import Span

Side = Literal["a", "b"]
How = Literal["linked", "joined", "contained", "apart"]


@dataclass(frozen=True, slots=True)
class Answer:
    """A word of the one passage that a word of the other answers.

    ``strength`` is how well they answer (0..1), ``worth`` the log-odds that the pair by itself would lose without it.
    """

    kind: EvidenceKind
    value: str
    a: Span
    b: Span
    strength: float
    worth: float


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A word of one passage (``a`` or ``b``) that the other has nothing for.

    ``worth`` is the log-odds that the pair by itself would lose without it: less than 0 where it speaks against.
    """

    side: Side
    span: Span
    worth: float


@dataclass(frozen=True, slots=True)
class Measure:
    """A term of a model: what was measured, times its weight."""

    name: str
    value: float
    weight: float

    @property
    def term(self) -> float:
        return self.value * self.weight


@dataclass(frozen=True, slots=True)
class Rival:
    """Another passage that ``a`` or ``b`` might answer, by segment index; whether it is linked with it."""

    side: Side
    segment: int
    chance: float
    linked: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """Two passages, by segment index, and all that speaks for and against their link.

    ``odds`` are the pair's log-odds by itself, ``chance`` its chance among all pairs; the context's
    terms, chance and rivals are missing where the texts are too long to be judged whole.
    ``same_words`` says that the two are the same word for word, which outweighs all measures.
    """

    a: int
    b: int
    how: How
    confidence: float | None
    threshold: float
    odds: float
    chance: float | None
    same_words: bool
    answers: tuple[Answer, ...]
    unanswered: tuple[Unanswered, ...]
    pair_terms: tuple[Measure, ...]
    context_terms: tuple[Measure, ...]
    rivals: tuple[Rival, ...]
    linked_a: tuple[int, ...]
    linked_b: tuple[int, ...]
