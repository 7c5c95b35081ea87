"""The compiled lexicon's layout: written when the package is built, read at run time.

One ``.npz`` a language: the forms as one newline-parted string, and for each the word ids
it may be (an index into a table of alternatives), which loads far faster than any format
that names each form by itself. Word ids are local to a language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

Senses = tuple[tuple[int, float], ...]
"""(concept number, weight) of each meaning."""


@dataclass(frozen=True)
class LanguageTable:
    """One language: ``forms`` → word ids; ``entries`` word ids in order → senses;
    ``zipf`` by word id; ``common`` zipf of forms that are in no lexicon row.
    """

    forms: Mapping[str, tuple[int, ...]]
    zipf: Sequence[float]
    entries: Mapping[tuple[int, ...], Senses]
    common: Mapping[str, float]


@dataclass(frozen=True)
class ConceptTable:
    """The concepts in the order of their numbers; ``family`` is the number of the base."""

    ids: tuple[str, ...]
    family: tuple[int, ...]
    pos: tuple[str, ...]
    field: tuple[str, ...]


def _pack(strings: Sequence[str]) -> np.ndarray:
    return np.frombuffer("\n".join(strings).encode("utf-8"), dtype=np.uint8)


def _unpack(array: np.ndarray) -> list[str]:
    return array.tobytes().decode("utf-8").split("\n") if array.size else []


def _ragged(rows: Sequence[Sequence[float]], kind: type) -> tuple[np.ndarray, np.ndarray]:
    ends = np.cumsum([len(row) for row in rows], dtype=np.int32)
    return np.array([x for row in rows for x in row], dtype=kind), ends


def _rows(flat: np.ndarray, ends: np.ndarray) -> list[tuple[float, ...]]:
    values, start, out = flat.tolist(), 0, []
    for end in ends.tolist():
        out.append(tuple(values[start:end]))
        start = end
    return out


def write_language(path: Path, table: LanguageTable) -> None:
    alternatives = {ids: n for n, ids in enumerate(dict.fromkeys(table.forms.values()))}
    alt_flat, alt_ends = _ragged(list(alternatives), np.int32)
    key_flat, key_ends = _ragged(list(table.entries), np.int32)
    concept_flat, sense_ends = _ragged(
        [[c for c, _ in senses] for senses in table.entries.values()], np.int32
    )
    weight_flat, _ = _ragged([[w for _, w in senses] for senses in table.entries.values()], np.float32)
    np.savez(
        path,
        forms=_pack(list(table.forms)),
        form_alternative=np.array([alternatives[ids] for ids in table.forms.values()], dtype=np.int32),
        alternatives=alt_flat,
        alternative_ends=alt_ends,
        zipf=np.array(table.zipf, dtype=np.float32),
        keys=key_flat,
        key_ends=key_ends,
        senses=concept_flat,
        sense_weights=weight_flat,
        sense_ends=sense_ends,
        common=_pack(list(table.common)),
        common_zipf=np.array(list(table.common.values()), dtype=np.float32),
    )


def read_language(path: Path) -> LanguageTable:
    with np.load(path) as data:
        alternatives = _rows(data["alternatives"], data["alternative_ends"])
        numbers = data["form_alternative"].tolist()
        forms = dict(zip(_unpack(data["forms"]), [alternatives[n] for n in numbers], strict=True))
        concepts = _rows(data["senses"], data["sense_ends"])
        weights = _rows(data["sense_weights"], data["sense_ends"])
        senses = [tuple(zip(c, w, strict=True)) for c, w in zip(concepts, weights, strict=True)]
        entries = dict(zip(_rows(data["keys"], data["key_ends"]), senses, strict=True))
        common = dict(zip(_unpack(data["common"]), data["common_zipf"].tolist(), strict=True))
        return LanguageTable(forms, data["zipf"].tolist(), entries, common)  # type: ignore[arg-type]


def write_concepts(path: Path, table: ConceptTable) -> None:
    np.savez(
        path,
        ids=_pack(table.ids),
        family=np.array(table.family, dtype=np.int32),
        pos=_pack(table.pos),
        field=_pack(table.field),
    )


def read_concepts(path: Path) -> ConceptTable:
    with np.load(path) as data:
        return ConceptTable(
            tuple(_unpack(data["ids"])),
            tuple(data["family"].tolist()),
            tuple(_unpack(data["pos"])),
            tuple(_unpack(data["field"])),
        )
