"""Files of named arrays, mapped into memory: opening one costs the same whatever it holds.

Layout: eight bytes of magic, the length of the head, the head as JSON (``stamp``, and for each array
its place and type), the arrays, each at a multiple of eight bytes. Numbers are little-endian.

A hash index beside a sorted list of strings finds one among 200,000 in less than a
microsecond without building a dictionary of them first, which would take a tenth of a second.
"""

from __future__ import annotations

import json
import mmap
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, overload
from zlib import crc32

import numpy as np
import numpy.typing as npt

from hexapla.errors import DataError

MAGIC = b"HEXAPLA2"
TYPES = {"B": np.uint8, "I": np.uint32, "f": np.float32}
ALIGNED = 8
# Slots of a hash index for each string, at least: with two a missing string costs one or two looks.
SLOTS = 2

Arrays = Mapping[str, npt.NDArray[np.generic]]


def write_packed(path: Path, arrays: Arrays, stamp: str = "") -> None:
    """Writes arrays (uint8, uint32 or float32) beside their place, then moves the file there."""
    places, at = {}, 0
    letters = {np.dtype(kind): letter for letter, kind in TYPES.items()}
    for name, array in arrays.items():
        places[name] = (at, array.nbytes, letters[array.dtype])
        at += _padded(array.nbytes)
    head = json.dumps({"stamp": stamp, "bytes": at, "arrays": places}).encode()
    head += b" " * (_padded(len(head)) - len(head))
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    with part.open("wb") as file:
        file.write(MAGIC + len(head).to_bytes(8, "little") + head)
        for array in arrays.values():
            file.write(array.astype(array.dtype.newbyteorder("<")).tobytes())
            file.write(b"\0" * (_padded(array.nbytes) - array.nbytes))
    part.replace(path)


def _padded(size: int) -> int:
    return -(-size // ALIGNED) * ALIGNED


class Packed:
    """An open file of arrays. The file may be replaced meanwhile: what is mapped stays as it was.

    Raises
    ------
    DataError
        The file is damaged, or another version of the program wrote it.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else b""
        start = 16 + int.from_bytes(data[8:16], "little")
        if data[:8] != MAGIC or start > size:
            raise _damaged(path)
        head = json.loads(bytes(data[16:start]))
        if size != start + head["bytes"]:
            raise _damaged(path)
        self.stamp: str = head["stamp"]
        self._view = memoryview(data)[start:]
        self._places: dict[str, tuple[int, int, str]] = head["arrays"]

    def array(self, name: str) -> Any:
        """An array as it lies in the file, a ``memoryview``: indexed and sliced without being copied."""
        at, size, letter = self._places[name]
        part = self._view[at : at + size]
        if sys.byteorder == "big" and letter != "B":
            # Rare machines pay with a copy.
            kind = np.dtype(TYPES[letter])
            return memoryview(np.frombuffer(part, dtype=kind.newbyteorder("<")).astype(kind).data)
        return part.cast(letter)  # type: ignore[call-overload]

    def strings(self, name: str) -> Strings:
        """A list of strings written by :func:`packed_strings`."""
        return Strings(self.array(f"{name}.text"), self.array(f"{name}.cuts"), self.array(f"{name}.slots"))


def _damaged(path: Path) -> DataError:
    return DataError(
        f"{path} is no compiled data of this version.",
        "It was damaged, or another version of the program wrote it.",
        f"Remove the folder {path.parent}; in a source checkout run: make setup.",
    )


def packed_strings(name: str, strings: Sequence[str]) -> dict[str, npt.NDArray[np.generic]]:
    """The arrays of a list of strings: their text, its cuts, and a hash index."""
    encoded = [one.encode() for one in strings]
    cuts = np.cumsum([0, *(len(one) for one in encoded)], dtype=np.uint32)
    size = 1
    while size < SLOTS * len(encoded) + 1:
        size *= 2
    slots = [0] * size
    for number, one in enumerate(encoded, 1):
        slot = crc32(one) & (size - 1)
        while slots[slot]:
            slot = (slot + 1) & (size - 1)
        slots[slot] = number
    return {
        f"{name}.text": np.frombuffer(b"".join(encoded), dtype=np.uint8),
        f"{name}.cuts": cuts,
        f"{name}.slots": np.array(slots, dtype=np.uint32),
    }


class Strings(Sequence[str]):
    """A packed list of strings: each by its number, and the number of each."""

    def __init__(self, text: memoryview, cuts: Any, slots: Any) -> None:
        # Slices of bytes are cut and compared faster than those of a view; a copy takes a millisecond.
        self._text, self._cuts, self._slots = bytes(text), cuts, slots
        self._mask = len(slots) - 1

    def __len__(self) -> int:
        return len(self._cuts) - 1

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        if not -len(self) <= number < len(self):
            raise IndexError(number)
        number %= len(self)
        return self._text[self._cuts[number] : self._cuts[number + 1]].decode()

    def __iter__(self) -> Iterator[str]:
        for start, end in pairwise(self._cuts.tolist()):
            yield self._text[start:end].decode()

    def find(self, string: str) -> int:
        """Its number; -1 where it is not in the list."""
        key = string.encode("utf-8", "surrogatepass")
        slots, mask = self._slots, self._mask
        slot = crc32(key) & mask
        while number := slots[slot]:
            if self._text[self._cuts[number - 1] : self._cuts[number]] == key:
                return int(number) - 1
            slot = (slot + 1) & mask
        return -1
