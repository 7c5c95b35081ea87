"""A user's compiled words beside ours, asked as one table: nothing of ours is copied or rewritten.

The overlay's words are numbered after ours, and its concepts after ours, so that every number of
ours keeps its meaning. Where both say what a term means, words are united and the overlay's weight
holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, Generic, TypeVar, overload

from hexapla.lexicon.compiled import ConceptTable, Found, LanguageTable, Rest, Senses

Key = TypeVar("Key", int, str)
Value = TypeVar("Value")


class _Both(Mapping[Key, Value], Generic[Key, Value]):
    """Two mappings as one; ``_together`` says what a key means that stands in both."""

    def __init__(self, ours: Mapping[Key, Value], theirs: Mapping[Key, Value]) -> None:
        self._ours: Mapping[Key, Value] = ours
        self._theirs: Mapping[Key, Value] = theirs
        self._known: dict[Key, Value] = {}

    def _together(self, ours: Value, theirs: Value) -> Value:
        raise KeyError

    def get(self, key: Key, default: Any = None) -> Any:
        theirs = self._theirs.get(key)
        if theirs is None:
            return self._ours.get(key, default)
        ours = self._ours.get(key)
        if ours is None:
            return theirs
        if key not in self._known:
            self._known[key] = self._together(ours, theirs)
        return self._known[key]

    def __getitem__(self, key: Key) -> Value:
        value: Value | None = self.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def __contains__(self, key: object) -> bool:
        return key in self._theirs or key in self._ours

    def __iter__(self) -> Iterator[Key]:
        yield from self._ours
        yield from (key for key in self._theirs if key not in self._ours)

    def __len__(self) -> int:
        return len(self._ours) + sum(key not in self._ours for key in self._theirs)


class _Forms(_Both[str, tuple[int, ...]]):
    def _together(self, ours: tuple[int, ...], theirs: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(sorted({*ours, *theirs}))


class _Single(_Both[int, Senses]):
    def _together(self, ours: Senses, theirs: Senses) -> Senses:
        return _senses(ours, theirs)


class _Longer(_Both[int, Mapping[int, Sequence[Rest]]]):
    def _together(
        self, ours: Mapping[int, Sequence[Rest]], theirs: Mapping[int, Sequence[Rest]]
    ) -> Mapping[int, Sequence[Rest]]:
        return {
            second: _rests(ours.get(second, ()), theirs.get(second, ()))
            for second in sorted({*ours, *theirs})
        }


def _rests(ours: Sequence[Rest], theirs: Sequence[Rest]) -> Sequence[Rest]:
    found = dict(ours)
    for rest, senses in theirs:
        known = found.get(rest)
        found[rest] = partial(_senses_of_both, known, senses) if known else senses
    return sorted(found.items(), key=lambda entry: (-len(entry[0]), entry[0]))


def _senses_of_both(ours: Callable[[], Senses], theirs: Callable[[], Senses]) -> Senses:
    return _senses(ours(), theirs())


def _senses(ours: Senses, theirs: Senses) -> Senses:
    return tuple(sorted({**dict(ours), **dict(theirs)}.items()))


class _After(Sequence[Value], Generic[Value]):
    """One sequence after another, from the number at which it begins."""

    def __init__(self, ours: Sequence[Value], theirs: Sequence[Value]) -> None:
        self._ours, self._theirs, self._first = ours, theirs, len(ours)

    @overload
    def __getitem__(self, number: int) -> Value: ...
    @overload
    def __getitem__(self, number: slice) -> list[Value]: ...
    def __getitem__(self, number: int | slice) -> Value | list[Value]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        if number < 0:
            number += len(self)
        return self._ours[number] if number < self._first else self._theirs[number - self._first]

    def __len__(self) -> int:
        return self._first + len(self._theirs)


class _Words:
    """The words of both, numbered through; each is found in ours first."""

    def __init__(self, ours: Found, theirs: Found) -> None:
        self._ours, self._theirs, self._first = ours, theirs, len(ours)

    def __len__(self) -> int:
        return self._first + len(self._theirs)

    def __getitem__(self, number: int) -> str:
        return self._ours[number] if number < self._first else self._theirs[number - self._first]

    def find(self, string: str) -> int:
        number = self._ours.find(string)
        if number < 0 <= (other := self._theirs.find(string)):
            return self._first + other
        return number


class _Ordered(Sequence[str]):
    """The forms of both, sorted when they are first asked for."""

    def __init__(self, ours: Sequence[str], theirs: Sequence[str]) -> None:
        self._ours, self._theirs = ours, theirs

    @cached_property
    def _all(self) -> list[str]:
        return sorted({*self._ours, *self._theirs})

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        return self._all[number]

    def __len__(self) -> int:
        return len(self._all)


def merged(ours: LanguageTable, theirs: LanguageTable) -> LanguageTable:
    """Both as one table; ``theirs`` was compiled beside ``ours``."""
    return LanguageTable(
        forms=_Forms(ours.forms, theirs.forms),
        zipf=_After(ours.zipf, theirs.zipf),
        single=_Single(ours.single, theirs.single),
        longer=_Longer(ours.longer, theirs.longer),
        common=ours.common,
        words=_Words(ours.words, theirs.words),
        ordered=_Ordered(ours.ordered, theirs.ordered),
        first=ours.first,
    )


def merged_concepts(ours: ConceptTable, theirs: ConceptTable) -> ConceptTable:
    """Our concepts, and behind them those that are new."""
    return ConceptTable(
        ours.ids + theirs.ids,
        ours.family + theirs.family,
        ours.pos + theirs.pos,
        ours.field + theirs.field,
    )
