"""What an input holds before it is read: its bytes, where they came from, what was said of them."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from hexapla.errors import SourceRefused, SourceUnreadable
from hexapla.sources.model import Options
from hexapla.witness.reading import Given

STDIN = "-"


# A scheme of one letter is a Windows drive; these few are written without the slashes.
_ADDRESS = re.compile(r"[a-z][a-z0-9+.\-]+://|(?:file|data|mailto|javascript|about|view-source):", re.I)
_USER = re.compile(r"(?<=://)[^/?#\s]*@")


def is_address(text: str) -> bool:
    """Whether an input is an address rather than the name of a file."""
    return bool(_ADDRESS.match(text))


def shown(address: str) -> str:
    """An input's name in all that the user reads: an address without user and password."""
    return _USER.sub("", address, count=1) if is_address(address) else address


@dataclass(frozen=True, slots=True)
class Input:
    """One input: where it is, and what is said of it."""

    address: str
    given: Given

    @property
    def name(self) -> str:
        """How it is called in all that the user reads."""
        if self.address == STDIN:
            return "Standard input"
        return shown(self.address)


@dataclass(frozen=True, slots=True)
class Raw:
    """An input's bytes.

    ``declared`` is the encoding its server names; ``says_html`` whether the server calls
    it HTML (None where no server was asked); ``url`` where it was found in the end.
    """

    data: bytes
    declared: str | None = None
    says_html: bool | None = None
    url: str | None = None


def too_large(name: str, most: int) -> SourceRefused:
    """The refusal of an input beyond the limit."""
    return SourceRefused(
        f"{name} is larger than {most / 1e6:g} MB.",
        "A single report is never so long; it may be an archive or a stream without end.",
        "Cut it into its reports and give those.",
    )


def read_stdin(stdin: BinaryIO | None, options: Options) -> Raw:
    stream = stdin if stdin is not None else sys.stdin.buffer
    return Raw(_bounded(stream.read, "Standard input", options.most_bytes))


def read_path(path: Path, options: Options) -> Raw:
    """A file's bytes, or why they cannot be had."""
    try:
        if path.is_dir():
            raise SourceUnreadable(
                f"{path} is a folder.",
                "Folders are not searched for reports.",
                f"Name the files in it: {path}/*.txt",
            )
        if path.is_file() and path.stat().st_size > options.most_bytes:
            raise too_large(str(path), options.most_bytes)
        with path.open("rb") as file:
            return Raw(_bounded(file.read, str(path), options.most_bytes))
    except FileNotFoundError as error:
        raise SourceUnreadable(
            f"There is no file {path}.", "It cannot be read.", "Check the name and the folder it is in."
        ) from error
    except PermissionError as error:
        raise SourceUnreadable(
            f"{path} may not be read.",
            "Its permissions do not allow it.",
            "Allow it, or give a copy of your own.",
        ) from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise SourceUnreadable(
            f"{path} cannot be read: {why}.",
            "It was left out.",
            "Check the name, or copy the file elsewhere.",
        ) from error


def _bounded(read: Callable[[int], bytes], name: str, most: int) -> bytes:
    data = read(most + 1)
    if len(data) > most:
        raise too_large(name, most)
    return data
