"""The compiled lexicon's layout: written when the package is built, read at run time.

A file a language and one for the concepts, of arrays mapped into memory
(:mod:`hexapla.lexicon.packing`): opening one takes a millisecond, and what a text asks for is decoded
when it asks. Word ids are local to a language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from hexapla.lexicon.packing import Arrays, Packed, Strings, packed_strings, write_packed

COMPILED = Path(__file__).parent.parent / "_compiled" / "lexicon"
SUFFIX = ".hxl"
CONCEPTS = f"concepts{SUFFIX}"

Senses = tuple[tuple[int, float], ...]
"""(concept number, weight) of each meaning."""

Rest = tuple[tuple[int, ...], Callable[[], Senses]]
"""A term of several words after its first two, and what it means, decoded when it is asked for."""

Value = TypeVar("Value")


@dataclass(frozen=True)
class Draft:
    """A language to be written: ``forms`` → word ids; ``entries`` word ids in order → senses;
    ``zipf`` and ``words`` (``lemma/pos``) by word id; ``common`` zipf of forms that are in no lexicon row.

    ``first`` is the id of the first word, where the words of another table stand before these.
    """

    forms: Mapping[str, tuple[int, ...]]
    zipf: Sequence[float]
    entries: Mapping[tuple[int, ...], Senses]
    common: Mapping[str, float]
    words: Sequence[str] = ()
    first: int = 0


class Found(Protocol):
    """A list of strings that knows the number of each."""

    def __len__(self) -> int: ...
    def __getitem__(self, number: int) -> str: ...
    def find(self, string: str) -> int: ...


@dataclass(frozen=True)
class LanguageTable:
    """One language as it is read: ``forms`` → word ids; ``single`` word id → senses; ``longer`` the terms
    of several words by their first and second word, longest first; ``zipf`` and ``words`` by word id;
    ``common`` zipf of forms that are in no row; ``ordered`` the forms, sorted.
    """

    forms: Mapping[str, tuple[int, ...]]
    zipf: Sequence[float]
    single: Mapping[int, Senses]
    longer: Mapping[int, Mapping[int, Sequence[Rest]]]
    common: Mapping[str, float]
    words: Found
    ordered: Sequence[str]
    first: int = 0

    def number(self, word: str) -> int:
        """The id of a word (``lemma/pos``); -1 where the table has none such."""
        return self.words.find(word)

    @property
    def entries(self) -> Mapping[tuple[int, ...], Senses]:
        """All terms: word ids in order → senses. Decodes them all: for looking in, not for matching."""
        found: dict[tuple[int, ...], Senses] = {(word,): self.single[word] for word in self.single}
        for first, seconds in self.longer.items():
            for second, rests in seconds.items():
                found |= {(first, second, *rest): senses() for rest, senses in rests}
        return dict(sorted(found.items()))


class _NoWords:
    """The words of a language that has none."""

    def __len__(self) -> int:
        return 0

    def __getitem__(self, number: int) -> str:
        raise IndexError(number)

    def find(self, string: str) -> int:
        return -1


# A language that a compiled lexicon has no file for.
EMPTY = LanguageTable({}, (), {}, {}, {}, _NoWords(), ())


@dataclass(frozen=True)
class ConceptTable:
    """The concepts in the order of their numbers; ``family`` is the number of the base."""

    ids: tuple[str, ...]
    family: tuple[int, ...]
    pos: tuple[str, ...]
    field: tuple[str, ...]

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each concept."""
        return {concept: number for number, concept in enumerate(self.ids)}


Numbers = npt.NDArray[np.uint32]


def _cuts(rows: Sequence[Sequence[object]]) -> Numbers:
    return np.cumsum([0, *map(len, rows)], dtype=np.uint32)


def _flat(rows: Sequence[Sequence[int]]) -> Numbers:
    return np.array([x for row in rows for x in row], dtype=np.uint32)


def _ragged(name: str, rows: Sequence[Sequence[int]]) -> Arrays:
    return {name: _flat(rows), f"{name}.cuts": _cuts(rows)}


def _packed_senses(name: str, rows: Sequence[Senses]) -> Arrays:
    weights = np.array([weight for row in rows for _, weight in row], dtype=np.float32)
    return {**_ragged(name, [[c for c, _ in row] for row in rows]), f"{name}.weights": weights}


def write_language(path: Path, draft: Draft, stamp: str = "") -> None:
    forms = dict(sorted(draft.forms.items()))
    common = dict(sorted(draft.common.items()))
    alternatives = {ids: n for n, ids in enumerate(dict.fromkeys(forms.values()))}
    single = {key[0]: senses for key, senses in sorted(draft.entries.items()) if len(key) == 1}
    # Longest first within a first word, as they are tried.
    longer = sorted(
        ((key, senses) for key, senses in draft.entries.items() if len(key) > 1),
        key=lambda entry: (entry[0][0], -len(entry[0]), entry[0]),
    )
    firsts = list(dict.fromkeys(key[0] for key, _ in longer))
    cuts = {key[0]: n for n, (key, _) in reversed(list(enumerate(longer)))}
    write_packed(
        path,
        {
            "first": np.array([draft.first], dtype=np.uint32),
            **packed_strings("forms", list(forms)),
            "forms.ids": np.array([alternatives[ids] for ids in forms.values()], dtype=np.uint32),
            **_ragged("alternatives", list(alternatives)),
            "zipf": np.array(draft.zipf, dtype=np.float32),
            **packed_strings("words", draft.words),
            "single": np.array(list(single), dtype=np.uint32),
            **_packed_senses("single.senses", list(single.values())),
            "longer": np.array(firsts, dtype=np.uint32),
            "longer.cuts": np.array([*(cuts[first] for first in firsts), len(longer)], dtype=np.uint32),
            **_ragged("longer.keys", [key for key, _ in longer]),
            **_packed_senses("longer.senses", [senses for _, senses in longer]),
            **packed_strings("common", list(common)),
            "common.zipf": np.array(list(common.values()), dtype=np.float32),
        },
        stamp,
    )


class _Decoded(Mapping[int, Value], Generic[Value]):
    """A mapping by number whose values are decoded when they are first asked for."""

    def __init__(self, keys: Sequence[int]) -> None:
        self._place = {key: n for n, key in enumerate(keys)}
        self._known: dict[int, Value] = {}

    def _decode(self, place: int) -> Value:
        raise KeyError(place)

    def __getitem__(self, key: int) -> Value:
        value = self._known.get(key)
        if value is None:
            value = self._known[key] = self._decode(self._place[key])
        return value

    def get(self, key: int, default: Value | None = None) -> Value | None:  # type: ignore[override]
        value = self._known.get(key)
        if value is None:
            return self[key] if key in self._place else default
        return value

    def __contains__(self, key: object) -> bool:
        return key in self._place

    def __iter__(self) -> Iterator[int]:
        return iter(self._place)

    def __len__(self) -> int:
        return len(self._place)


class _SenseRows:
    """Rows of senses, decoded one at a time."""

    def __init__(self, file: Packed, name: str) -> None:
        self._concepts, self._weights = file.array(name), file.array(f"{name}.weights")
        self._cuts = file.array(f"{name}.cuts")
        self._known: dict[int, Senses] = {}

    def __getitem__(self, number: int) -> Senses:
        known = self._known.get(number)
        if known is None:
            start, end = self._cuts[number], self._cuts[number + 1]
            row = zip(self._concepts[start:end].tolist(), self._weights[start:end].tolist(), strict=True)
            known = self._known[number] = tuple(row)
        return known


class _Single(_Decoded[Senses]):
    def __init__(self, file: Packed) -> None:
        super().__init__(file.array("single").tolist())
        self._senses = _SenseRows(file, "single.senses")

    def _decode(self, place: int) -> Senses:
        return self._senses[place]


class _Longer(_Decoded[Mapping[int, Sequence[Rest]]]):
    def __init__(self, file: Packed) -> None:
        super().__init__(file.array("longer").tolist())
        self._cuts, self._senses = file.array("longer.cuts"), _SenseRows(file, "longer.senses")
        self._keys, self._key_cuts = file.array("longer.keys"), file.array("longer.keys.cuts")

    def _decode(self, place: int) -> Mapping[int, Sequence[Rest]]:
        return _Seconds(self, range(self._cuts[place], self._cuts[place + 1]))

    def second(self, number: int) -> int:
        """The second word of a term."""
        return int(self._keys[self._key_cuts[number] + 1])

    def rest(self, number: int) -> Rest:
        """What follows it, and what the term means."""
        rest = self._keys[self._key_cuts[number] + 2 : self._key_cuts[number + 1]]
        return tuple(rest), partial(self._senses.__getitem__, number)


class _Seconds(_Decoded[Sequence[Rest]]):
    """The terms that begin with one word, by their second."""

    def __init__(self, longer: _Longer, numbers: range) -> None:
        found: dict[int, list[int]] = {}
        for number in numbers:
            found.setdefault(longer.second(number), []).append(number)
        super().__init__(tuple(found))
        self._longer, self._numbers = longer, tuple(found.values())

    def _decode(self, place: int) -> Sequence[Rest]:
        return [self._longer.rest(number) for number in self._numbers[place]]


class _ByString(Mapping[str, Value], Generic[Value]):
    """A mapping by string over a packed list of strings."""

    def __init__(self, strings: Strings) -> None:
        self._strings = strings

    def _value(self, number: int) -> Value:
        raise KeyError(number)

    def __getitem__(self, string: str) -> Value:
        number = self._strings.find(string)
        if number < 0:
            raise KeyError(string)
        return self._value(number)

    def get(self, string: str, default: Value | None = None) -> Value | None:  # type: ignore[override]
        number = self._strings.find(string)
        return default if number < 0 else self._value(number)

    def __contains__(self, string: object) -> bool:
        return isinstance(string, str) and self._strings.find(string) >= 0

    def __iter__(self) -> Iterator[str]:
        return iter(self._strings)

    def __len__(self) -> int:
        return len(self._strings)


class _Forms(_ByString[tuple[int, ...]]):
    def __init__(self, file: Packed) -> None:
        super().__init__(file.strings("forms"))
        self._ids = file.array("forms.ids")
        self._flat, self._cuts = file.array("alternatives"), file.array("alternatives.cuts")

    def _value(self, number: int) -> tuple[int, ...]:
        row = self._ids[number]
        return tuple(self._flat[self._cuts[row] : self._cuts[row + 1]])


class _Common(_ByString[float]):
    def __init__(self, file: Packed) -> None:
        super().__init__(file.strings("common"))
        self._zipf = file.array("common.zipf")

    def _value(self, number: int) -> float:
        return float(self._zipf[number])


def read_language(source: Path | Packed) -> LanguageTable:
    """A language, ready to be asked; the file stays mapped as long as the table lives."""
    file = Packed(source) if isinstance(source, Path) else source
    return LanguageTable(
        forms=_Forms(file),
        zipf=file.array("zipf"),
        single=_Single(file),
        longer=_Longer(file),
        common=_Common(file),
        words=file.strings("words"),
        ordered=file.strings("forms"),
        first=file.array("first")[0],
    )


def write_concepts(path: Path, table: ConceptTable, stamp: str = "") -> None:
    write_packed(
        path,
        {
            "ids": _lines(table.ids),
            "family": np.array(table.family, dtype=np.uint32),
            "pos": _lines(table.pos),
            "field": _lines(table.field),
        },
        stamp,
    )


def _lines(strings: Sequence[str]) -> npt.NDArray[np.uint8]:
    """Strings that are all needed at once, as lines: parted faster than decoded one by one."""
    return np.frombuffer("\n".join(strings).encode(), dtype=np.uint8)


def read_concepts(source: Path | Packed) -> ConceptTable:
    file = Packed(source) if isinstance(source, Path) else source
    family = tuple(file.array("family").tolist())

    def lines(name: str) -> tuple[str, ...]:
        return tuple(str(file.array(name), "utf-8").split("\n")) if family else ()

    return ConceptTable(lines("ids"), family, lines("pos"), lines("field"))
