"""Records and movements made by hand over the editions of :mod:`editions`, for the tests of the forms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import editions
from drafting import spans
from moves import movement

from hexapla.collation.model import Collation
from hexapla.edition.model import Desk, Edition
from hexapla.record.model import (
    AgreementFact,
    Attendance,
    Contradiction,
    MeetingFact,
    PersonFact,
    Record,
    StatementFact,
    TopicFact,
)
from hexapla.testimony.model import (
    Source,
)
from hexapla.witness.model import Span

LABELS = {
    "darin-velosh": "Darin Velosh",
    "samir-haddun": "Samir Haddun",
    "spokesman": "the president’s spokesman",
    "XK": "Karvinia",
    "XT": "Tolmar",
    "ansa-committee": "Joint committee on the Ansa",
}
Words = Mapping[str, str]


def seat(
    person: str | None, side: str | None, carriers: str = "ABCD", absent: str = "", **known: object
) -> Attendance:
    office = {"darin-velosh": "president", "samir-haddun": "foreign-minister"}.get(person or "")
    made = Attendance(person, None, office, side, None, tuple(carriers), tuple(absent))
    return replace(made, **known)  # type: ignore[arg-type]


def _meeting(
    number: int, kind: str | None, found: Mapping[str, tuple[Span, ...]], **known: object
) -> MeetingFact:
    sigla = tuple(found)
    plain: dict[str, object] = {
        "form": (),
        "place": None,
        "date": None,
        "parent": None,
        "relation": None,
        "host": None,
        "guest": None,
        "planned": False,
        "participants": (),
        "told": {},
    }
    return MeetingFact(
        id=number,
        carriers=dict.fromkeys(sigla, (number,)),
        spans=found,
        confidence=0.9,
        kind=kind,
        **(plain | known),  # type: ignore[arg-type]
    )


def _meetings(collation: Collation) -> tuple[MeetingFact, ...]:
    two = (seat("darin-velosh", "XK"), seat("samir-haddun", "XT"))
    companion = seat(None, "XT", "C", "ABD", name="الوفد المرافق", role="delegation")
    received = {
        "A": "received the Foreign Minister of Tolmar",
        "B": "a reçu mardi le ministre",
        "C": "استقبل الرئيس دارين فيلوش يوم الثلاثاء وزير خارجية تولمار",
        "D": "принял министра иностранных дел Толмара",
    }
    visit = _meeting(
        1,
        "visit",
        spans(collation, received),
        place="Lorvik",
        date="2031-05-13",
        host="XK",
        guest="XT",
        participants=(*two, companion),
    )
    talks = _meeting(
        2,
        "talks",
        spans(
            collation,
            {
                "A": "The two sides reviewed how the waters",
                "B": "Les deux parties ont examiné le partage",
                "C": "واستعرض الجانبان تقاسم مياه نهر أنسا",
                "D": "Стороны рассмотрели вопрос",
            },
        ),
        form=("expanded",),
        date="2031-05-13",
        parent=1,
        relation="within",
        host="XK",
        participants=two,
    )
    meal = _meeting(
        3,
        "meal",
        spans(collation, {"A": "A working dinner", "B": "Un déjeuner de travail", "C": "مأدبة عشاء عمل"}),
        parent=1,
        relation="margins",
        host="XK",
        participants=(seat(None, "XK", "ABC"), seat(None, "XT", "ABC")),
        absent=("D",),
        contradictions=(Contradiction("meal", {"dinner": ("A", "C"), "lunch": ("B",)}),),
    )
    session = _meeting(
        4,
        "session",
        spans(
            collation,
            {
                "A": "a joint committee would meet on 3 June in Lorvik",
                "B": "un comité mixte se réunirait le 13 juin à Tamsur",
                "C": "تجتمع لجنة مشتركة في الثالث من حزيران في لورفيك",
                "D": "совместный комитет соберётся 3 июня",
            },
        ),
        planned=True,
        date="2031-06-03",
        place="Lorvik",
        participants=(seat(None, "ansa-committee"),),
        contradictions=(
            Contradiction("date", {"2031-06-03": ("A", "C", "D"), "2031-06-13": ("B",)}),
            Contradiction("place", {"Lorvik": ("A", "C"), "Tamsur": ("B",)}),
        ),
    )
    return (visit, talks, meal, session)


def _statement(
    number: int, speakers: tuple[str, ...], stance: str | None, content: Words, collation: Collation, **known
) -> StatementFact:
    found = spans(collation, content)
    plain: dict[str, object] = {
        "act": None,
        "strength": None,
        "meeting": 1,
        "modes": dict.fromkeys(found, "reported"),
        "content": found,
        "quoted": {},
        "issues": (),
        "dossier": None,
        "targets": (),
        "sources": (),
        "flags": (),
        "told": {},
        "absent": tuple(s for s in collation.witnesses if s not in found),
    }
    return StatementFact(
        id=number,
        carriers=dict.fromkeys(found, (number,)),
        spans=found,
        confidence=0.85,
        speakers=speakers,
        stance=stance,
        **(plain | known),
    )


def _statements(collation: Collation) -> tuple[StatementFact, ...]:
    withdrawal = _statement(
        1,
        ("darin-velosh",),
        "asks",
        {
            "A": "the withdrawal of the illegal outposts from the border district",
            "B": "au retrait des avant-postes du district frontalier",
            "C": "بسحب جميع البؤر غير الشرعية من المنطقة الحدودية",
            "D": "вывести незаконные посты из приграничного района",
        },
        collation,
        act="demand",
        strength=4,
        issues=("borders", "foreign-forces"),
        dossier="political",
        targets=("XT",),
        contradictions=(Contradiction("act", {"demand": ("A", "C"), "urge": ("B", "D")}),),
    )
    blockade = _statement(
        2,
        ("darin-velosh",),
        "opposes",
        {"C": "الحصار المفروض على قرى الضفة الغربية من النهر"},
        collation,
        act="condemn",
        strength=5,
        issues=("humanitarian-aid",),
        dossier="humanitarian",
        sources=(Source("Radio Lorvik", None),),
    )
    outpost = {
        "A": "We shall sign nothing before the last outpost is gone,",
        "B": "rien ne serait signé avant que le dernier avant-poste ait disparu",
        "C": "لن نوقّع شيئاً قبل زوال آخر بؤرة",
        "D": "Мы ничего не подпишем, пока не исчезнет последний пост",
    }
    refusal = _statement(
        3,
        ("darin-velosh",),
        "opposes",
        outpost,
        collation,
        act="say",
        strength=1,
        modes={"A": "direct", "B": "reported", "C": "direct", "D": "mixed"},
        quoted=spans(collation, {s: outpost[s] for s in "AC"} | {"D": "не исчезнет последний пост"}),
        issues=("borders",),
        dossier="political",
        flags=("negated", "future"),
        contradictions=(Contradiction("speakers", {"darin-velosh": ("A", "B", "C"), "spokesman": ("D",)}),),
    )
    mission = _statement(
        4,
        ("samir-haddun",),
        None,
        {
            "A": "his country did not object to a monitoring mission",
            "C": "بلاده تعترض على إرسال بعثة مراقبة",
            "D": "его страна не возражает против наблюдательной миссии",
        },
        collation,
        act="say",
        strength=1,
        dossier="political",
        issues=("united-nations",),
        contradictions=(
            Contradiction("stance", {"supports": ("A", "D"), "opposes": ("C",)}),
            Contradiction("flags", {"negated": ("A", "D"), "": ("C",)}),
        ),
    )
    trade = _statement(
        5,
        (),
        "promises",
        {
            "A": "both sides want it to double by 2035",
            "B": "les deux parties souhaitent les doubler d’ici à 2035",
            "C": "ويرغب الجانبان في مضاعفته بحلول عام 2035",
        },
        collation,
        act="hope",
        strength=1,
    )
    return (withdrawal, blockade, refusal, mission, trade)


def _agreements(collation: Collation) -> tuple[AgreementFact, ...]:
    words = {
        "A": "a joint committee would meet on 3 June in Lorvik",
        "B": "un comité mixte se réunirait le 13 juin à Tamsur",
        "C": "تجتمع لجنة مشتركة في الثالث من حزيران في لورفيك",
        "D": "совместный комитет соберётся 3 июня",
    }
    found = spans(collation, words)
    committee = AgreementFact(
        id=1,
        carriers=dict.fromkeys(found, (1,)),
        spans=found,
        confidence=0.9,
        contradictions=(Contradiction("due", {"2031-06-03": ("A", "C", "D"), "2031-06-13": ("B",)}),),
        parties=("XK", "XT"),
        force="agreed",
        deed="agrees",
        by=None,
        to=None,
        due="2031-06-03",
        meeting=1,
        issues=("water",),
        flags=("future",),
        what=found,
        paper={},
        body=spans(collation, {"A": "joint committee", "B": "comité mixte"}),
        told={},
    )
    wish = spans(collation, {"A": "both sides want it to double by 2035"})
    doubling = AgreementFact(
        id=2,
        carriers={"A": (2,)},
        absent=("B", "C", "D"),
        spans=wish,
        confidence=0.6,
        parties=("XK", "XT"),
        force="undertaken",
        deed="undertakes",
        by="XK",
        to="XT",
        due="2035",
        meeting=None,
        issues=("trade",),
        flags=(),
        what=wish,
        paper={},
        body={},
        told={},
    )
    return (committee, doubling)


def record_of(edition: Edition) -> Record:
    """The record of :func:`editions.meeting`."""
    collation = edition.collation
    topic = TopicFact(
        id=1,
        carriers={"A": (1,), "C": (1,)},
        absent=("B", "D"),
        spans=spans(collation, {"A": "reviewed how the waters", "C": "تقاسم مياه نهر أنسا"}),
        issues=("water",),
        meeting=2,
        told={},
    )
    people = tuple(
        PersonFact(id=n, carriers=dict.fromkeys(collation.witnesses, (p.id,)), person=p)
        for n, p in enumerate(edition.people, 1)
    )
    return Record(
        collation.witnesses,
        people,
        _meetings(collation),
        _statements(collation),
        (topic,),
        _agreements(collation),
        LABELS,
        "President Velosh and Minister Haddun discuss water and trade",
        dt.date(2031, 5, 13),
    )


def meeting() -> Edition:
    """:func:`editions.meeting` with its record."""
    edition = editions.meeting()
    return replace(edition, record=record_of(edition))


def later() -> Edition:
    """:func:`editions.later` with a record of one session and what was discussed."""
    edition = editions.later()
    collation = edition.collation
    found = spans(collation, {"A": "met in Lorvik on 3 June", "B": "s’est réuni à Lorvik le 3 juin"})
    session = _meeting(
        1,
        "session",
        found,
        date="2033-06-03",
        place="Lorvik",
        participants=(seat(None, "ansa-committee", "AB"),),
    )
    topic = TopicFact(
        id=1,
        carriers={"A": (1,), "B": (1,)},
        spans=spans(collation, {"A": "the waters of the Ansa", "B": "les eaux de l’Ansa"}),
        issues=("water",),
        meeting=1,
        told={},
    )
    made = Record(
        collation.witnesses,
        meetings=(session,),
        topics=(topic,),
        labels=LABELS,
        title="Joint committee on the Ansa holds its first session",
        date=dt.date(2033, 6, 3),
    )
    return replace(edition, record=made)


def desk() -> Desk:
    """Two stories of one affair with their records, what moved between them, and a story without a record."""
    first, last = meeting(), later()
    return Desk((first, last, editions.alone()), ((0, 1), (2,)), movements=(movement(first, last),))


def quiet() -> Edition:
    """A record that tells nothing."""
    edition = editions.meeting()
    return replace(edition, record=Record(edition.collation.witnesses, labels=LABELS))
