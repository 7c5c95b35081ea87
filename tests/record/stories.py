"""Stories for the tests of the record: small reports of ours, and testimonies of them made by hand."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from hexapla.collation.workings import work
from hexapla.marks.mentions.casting import Cast
from hexapla.marks.mentions.model import Held, Mention, Person
from hexapla.marks.mentions.people import merge
from hexapla.parties import load
from hexapla.record.merging import record
from hexapla.record.model import Fact, Record
from hexapla.testimony.model import Agreement, Meeting, Participant, Reason, Statement, Testimony, Topic
from hexapla.witness.model import Span, Witness
from hexapla.witness.reading import Given, read_witness

ENGLISH = """Velosh receives Haddun in Lorvik

President Darin Velosh of Karvinia received President Samir Haddun of Tolmar in Lorvik on Tuesday.

Velosh said that the two countries would rebuild the bridge over the Irel before the winter.

Haddun demanded the withdrawal of all foreign troops from the border valley.

The two presidents agreed to reopen the joint committee on fisheries.

They discussed trade and the harvest of the northern provinces.

The talks were followed by a dinner given by Velosh in honour of Haddun.
"""

FRENCH = """Velosh reçoit Haddun à Lorvik

Le président de Karvinie, Darin Velosh, a reçu mardi à Lorvik le président de Tolmar, Samir Haddun.

M. Velosh a déclaré que les deux pays reconstruiraient le pont sur l’Irel avant l’hiver.

M. Haddun a appelé au retrait de toutes les troupes étrangères de la vallée frontalière.

Les deux présidents sont convenus de rouvrir le comité mixte sur la pêche.

Ils ont examiné le commerce et la récolte des provinces du nord.

Les entretiens ont été suivis d’un déjeuner offert par M. Velosh en l’honneur de M. Haddun.
"""

SPANISH = """Velosh recibe a Haddun en Lorvik

El presidente de Karvinia, Darin Velosh, recibió el martes en Lorvik al presidente de Tolmar, Samir Haddun.

Velosh declaró que los dos países reconstruirían el puente sobre el Irel antes del invierno.

Los dos presidentes acordaron reabrir la comisión mixta de pesca.
"""

VELOSH, HADDUN = "darin-velosh", "samir-haddun"
PRESIDENTS = (
    Participant(VELOSH, None, "president", "karvinia", role="host"),
    Participant(HADDUN, None, "president", "tolmar", role="guest"),
)


def witness(text: str, language: str, published: dt.date | None = None, source: str = "") -> Witness:
    digest = hashlib.sha256(text.encode()).hexdigest()
    given = Given(language=language, published=published)
    return read_witness(text, source=source or f"{language}.txt", sha256=digest, given=given)


def at(text: str, words: str) -> Span:
    """Where words stand; they stand there once."""
    assert text.count(words) == 1, (words, text.count(words))
    start = text.index(words)
    return Span(start, start + len(words))


def person(name: str, *, text: str, words: str, **office: Any) -> Person:
    """Somebody whom a witness names once, in an office."""
    held = Held(
        **({"office": "president", "of": None, "on": None, "basis": "stated", "status": "incumbent"} | office)
    )
    mention = Mention(
        span=at(text, words),
        kind="name-with-office",
        person=name,
        office=held.office,
        of=held.of,
        basis=held.basis,
        status=held.status,
        confidence=0.9,
    )
    return Person(
        name, True, {"en": (words,)}, (held,), {0: (mention,)}, 0.9, label=name.replace("-", " ").title()
    )


def statement(number: int, text: str, words: str, speakers: Sequence[str] = (), **more: Any) -> Statement:
    span = at(text, words)
    usual: dict[str, Any] = {
        "mode": "reported",
        "act": "say",
        "cue": None,
        "cue_span": None,
        "strength": 1,
        "stance": "notes",
        "confidence": 0.8,
    }
    return Statement(id=number, speakers=tuple(speakers), spans=(span,), content=(span,), **(usual | more))


def meeting(number: int, kind: Any, text: str, words: str, **more: Any) -> Meeting:
    usual: dict[str, Any] = {"participants": PRESIDENTS, "confidence": 0.9}
    return Meeting(id=number, kind=kind, spans=(at(text, words),), **(usual | more))


def agreement(number: int, text: str, words: str, **more: Any) -> Agreement:
    span = at(text, words)
    usual: dict[str, Any] = {
        "parties": (VELOSH, HADDUN),
        "force": "agreed",
        "deed": "agrees",
        "confidence": 0.8,
    }
    return Agreement(id=number, spans=(span,), what=(span,), **(usual | more))


def because(word: str, text: str) -> Reason:
    """A word by which a meeting is told."""
    return Reason("event", word, at(text, word))


def english(**more: Any) -> Testimony:
    text = ENGLISH
    told = {
        "people": (
            person(VELOSH, text=text, words="President Darin Velosh"),
            person(HADDUN, text=text, words="President Samir Haddun"),
        ),
        "meetings": (
            meeting(1, "visit", text, "Velosh receives Haddun in Lorvik", place="Lorvik", host="karvinia"),
            meeting(
                2, "meal", text, "dinner given by Velosh in honour of Haddun", parent=1, relation="within"
            ),
        ),
        "statements": (
            statement(
                1, text, "the two countries would rebuild the bridge over the Irel", (VELOSH,), meeting=1
            ),
            statement(
                2,
                text,
                "the withdrawal of all foreign troops from the border valley",
                (HADDUN,),
                act="demand",
                strength=4,
                stance="asks",
            ),
        ),
        "topics": (Topic(("trade",), (at(text, "trade and the harvest of the northern provinces"),), 1),),
        "agreements": (agreement(1, text, "reopen the joint committee on fisheries", meeting=1),),
    }
    return Testimony(**({"witness": witness(text, "en")} | told | more))  # type: ignore[arg-type]


def french(**more: Any) -> Testimony:
    text = FRENCH
    told = {
        "people": (
            person(VELOSH, text=text, words="Le président de Karvinie, Darin Velosh"),
            person(HADDUN, text=text, words="le président de Tolmar, Samir Haddun"),
        ),
        "meetings": (
            meeting(1, "meal", text, "déjeuner offert par M. Velosh en l’honneur de M. Haddun", parent=2),
            meeting(2, "visit", text, "Velosh reçoit Haddun à Lorvik", place="Lorvik", host="karvinia"),
        ),
        "statements": (
            statement(1, text, "les deux pays reconstruiraient le pont sur l’Irel", (VELOSH,), meeting=2),
            statement(
                2,
                text,
                "retrait de toutes les troupes étrangères de la vallée frontalière",
                (HADDUN,),
                act="ask",
                strength=2,
                stance="asks",
            ),
        ),
        "topics": (Topic(("trade",), (at(text, "le commerce et la récolte des provinces du nord"),), 2),),
        "agreements": (agreement(1, text, "rouvrir le comité mixte sur la pêche", meeting=2),),
    }
    return Testimony(**({"witness": witness(text, "fr")} | told | more))  # type: ignore[arg-type]


def spanish(**more: Any) -> Testimony:
    text = SPANISH
    told = {
        "people": (
            person(VELOSH, text=text, words="El presidente de Karvinia, Darin Velosh"),
            person(HADDUN, text=text, words="presidente de Tolmar, Samir Haddun"),
        ),
        "meetings": (meeting(1, "visit", text, "Velosh recibe a Haddun en Lorvik", place="Lorvik"),),
        "statements": (
            statement(1, text, "los dos países reconstruirían el puente sobre el Irel", (VELOSH,), meeting=1),
        ),
        "agreements": (agreement(1, text, "reabrir la comisión mixta de pesca", meeting=1),),
    }
    return Testimony(**({"witness": witness(text, "es")} | told | more))  # type: ignore[arg-type]


def cast_of(testimonies: Sequence[Testimony]) -> Cast:
    """The cast that hand-made people make."""
    people = merge([t.people for t in testimonies])
    ids = [{p.id: p.id for p in t.people} for t in testimonies]
    return Cast(people, tuple(() for _ in testimonies), tuple(ids), load())


def recorded(*testimonies: Testimony, sigla: Sequence[str] = "ABCDEF") -> Record:
    """The record of hand-made testimonies."""
    told = dict(zip(sigla, testimonies, strict=False))
    return record(told, work([t.witness for t in testimonies]), cast_of(testimonies))


def facts(made: Record) -> Mapping[str, Sequence[Fact]]:
    return {
        "people": made.people,
        "meetings": made.meetings,
        "statements": made.statements,
        "topics": made.topics,
        "agreements": made.agreements,
    }


def words(made: Record, fact: Fact, siglum: str) -> str:
    text = made.witnesses[siglum].text
    return " … ".join(span.of(text) for span in fact.spans.get(siglum, ()))
