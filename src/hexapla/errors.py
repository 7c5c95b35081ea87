"""The exceptions of the project.

    HexaplaError
    ├── UsageError            the caller asked for something that cannot be done
    ├── SourceError           an input could not be turned into a witness
    │   ├── SourceEmpty
    │   ├── SourceUnreadable  (binary, broken encoding, no article)
    │   ├── SourceRefused     (private address, too many redirects, too large, 4xx/5xx)
    │   └── SourceUnreachable (no answer in time)
    ├── LanguageUnknown       no language could be told, or it is none of ours
    └── DataError             a data file (lexicon, story.toml, language) is wrong

Each says what happened, what it means, and what to do; the command line prints
the three and exits with code 2 (nothing could be done) or 3 (some inputs were left out).
"""

from __future__ import annotations


class HexaplaError(Exception):
    """An error that a user can do something about.

    Parameters
    ----------
    what:
        What happened, one sentence.
    means:
        What follows from it, one sentence, or an empty string.
    todo:
        What to do about it, one sentence, or an empty string.
    """

    def __init__(self, what: str, means: str = "", todo: str = "") -> None:
        self.what = what
        self.means = means
        self.todo = todo
        super().__init__(" ".join(part for part in (what, means, todo) if part))


class UsageError(HexaplaError):
    """The caller asked for something that cannot be done."""


class SourceError(HexaplaError):
    """An input could not be turned into a witness."""


class SourceEmpty(SourceError):
    """The input holds no text."""


class SourceUnreadable(SourceError):
    """The input is not text, or no article can be found in it."""


class SourceRefused(SourceError):
    """The input was refused: by us (private address, size, redirects) or by its server."""


class SourceUnreachable(SourceError):
    """The input's server gave no usable answer in time."""


class LanguageUnknown(SourceError):
    """No language could be told, or it is none of those Hexapla reads."""


class DataError(HexaplaError):
    """A data file (lexicon, story.toml, language folder) is wrong."""
