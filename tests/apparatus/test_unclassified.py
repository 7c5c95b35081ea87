"""Two clauses in one slot, each lacking on the other side, are told as one difference."""

from __future__ import annotations

import hashlib

from hexapla.edition.desk import edition
from hexapla.witness.model import Witness
from hexapla.witness.reading import Given, read_witness

HEAD = "The ministers of Valdoria and Sahrat met in Marenza on Tuesday to discuss the price of wheat"
REST = [
    "They agreed to reopen the railway between the two capitals before the end of the year.",
    "A joint committee will examine the debts of the electricity companies.",
    "The talks ended with a lunch given by the host.",
]


def _witness(tail: str) -> Witness:
    text = "\n\n".join([f"{HEAD}, {tail}.", *REST])
    return read_witness(
        text, source=tail, sha256=hashlib.sha256(text.encode()).hexdigest(), given=Given(language="en")
    )


def test_other_words_in_one_slot_are_one_entry_that_claims_nothing_more() -> None:
    made = edition(
        [
            _witness("while demonstrators outside burned portraits of the generals"),
            _witness("and the orchestra of the naval academy performed ancient fishermen songs"),
        ]
    )
    (entry,) = made.apparatus
    assert entry.kind == "unclassified"
    assert {reading.witnesses for reading in entry.readings} == {("A",), ("B",)}
    assert not entry.absent
    assert "different things" in entry.note


def test_a_lack_on_one_side_stays_an_absence() -> None:
    text = f"{HEAD}.\n\n" + "\n\n".join(REST)
    bare = read_witness(text, source="bare", sha256="bare", given=Given(language="en"))
    (entry,) = edition(
        [_witness("while demonstrators outside burned portraits of the generals"), bare]
    ).apparatus
    assert entry.kind == "absence"
    assert set(entry.absent) == {"B"}
