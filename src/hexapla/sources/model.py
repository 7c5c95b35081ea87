"""What is asked of the outside world, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from hexapla.edition.model import LeftOut
from hexapla.witness.model import Witness
from hexapla.witness.reading import Given

# A text file of 50 MB must load; beyond this an "article" is a dump or an endless stream.
MOST_BYTES = 60_000_000
# Seconds for one address in all: name, connection, redirects and body.
TIMEOUT = 20.0


@dataclass(frozen=True, slots=True)
class Options:
    """How inputs are loaded.

    Parameters
    ----------
    given:
        What the user says of every input (language, day, outlet); a ``story.toml``
        that says otherwise of a witness goes before it, what a page says does not.
    allow_private:
        Whether addresses inside a private network, or on this machine, may be read.
    timeout:
        Seconds for one address in all, redirects and body included.
    most_bytes:
        A larger input is refused.
    """

    given: Given = field(default_factory=Given)
    allow_private: bool = False
    timeout: float = TIMEOUT
    most_bytes: int = MOST_BYTES


DEFAULT = Options()


@dataclass(frozen=True, slots=True)
class Loaded:
    """The witnesses of the inputs in the order given, and what has to be said about them.

    ``left_out`` names each input that could not be used; ``notices`` are plain sentences
    about inputs that were used but need a word; ``one_story`` says that the inputs were a
    ``story.toml``, whose witnesses are one story.
    """

    witnesses: tuple[Witness, ...]
    left_out: tuple[LeftOut, ...]
    notices: tuple[str, ...]
    one_story: bool
