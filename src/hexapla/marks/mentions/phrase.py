"""What points at somebody: an office, a counterpart, a name, or these together."""

from __future__ import annotations

from dataclasses import dataclass

from hexapla.marks.mentions.elements import Element, Values
from hexapla.parties.model import Meaning


@dataclass(frozen=True, slots=True)
class Phrase:
    """What points at somebody: an office, a counterpart, a name, or these together.

    ``first`` and ``last`` (exclusive) number its elements; ``head`` is the office word, if any.
    """

    start: int
    end: int
    first: int
    last: int
    head: Element | None
    counterpart: bool = False
    of: Values = ()
    foreign: bool = False
    """Whether it is stated whose the office is, but it is nobody we know."""
    land: str = ""
    """The word of that nobody, where it looks like a state's adjective."""
    plural: bool = False
    standing: str | None = None
    names: tuple[Element, ...] = ()
    titled: bool = False
    owner: Phrase | None = None
    """Another's office that the office is of: *adviser to the President*."""
    side: str = ""
    """The state whose side or delegation the sentence has named last before it."""
    blocked: bool = False
    """Whether the office is of something that we do not know: *president of the company*."""
    indefinite: bool = False
    """Whether nobody in particular is meant: *a US president*."""
    woman: bool = False
    """Whether the office word is said of a woman only."""
    both: bool = False
    """Whether it is told to be two."""
    told: bool = False
    """Whether an occupation or a verb of saying beside a name nobody lists tells that it is one."""
    title: str = ""
    """An honorific or occupation beside the name, or an office word that usually means something else."""
    lone: bool = False
    """Whether it is a word that is somebody's title in this text only, or nobody's."""
    apposed: bool = False
    """Whether the name stands beside the office only by what is between them."""

    @property
    def offices(self) -> tuple[Meaning, ...]:
        return self.head.offices if self.head else ()
