"""What moved between the two stories of :func:`records.desk`, made by hand."""

from __future__ import annotations

from drafting import spans

from hexapla.edition.model import Edition
from hexapla.record.model import Chapter, Move, Movement, State


def movement(first: Edition, last: Edition) -> Movement:
    """What moved from the first story to the last."""
    one, two = first.collation, last.collation
    chapters = tuple(
        Chapter(n, e.record.title, e.record.date, e.record)
        for n, e in enumerate((first, last))
        if e.record is not None
    )
    waters = spans(one, {"A": "the waters of the Ansa", "C": "مياه نهر أنسا"})
    minister = spans(one, {"A": "Samir Haddun", "C": "سامر حدّون"})
    moves = (
        Move(
            1,
            "holder",
            "changed",
            "foreign-minister",
            "XT",
            "foreign minister of Tolmar",
            "The foreign minister of Tolmar is Samir Haddun in the first story and Ilse Marr in the last.",
            (
                State(0, "samir-haddun", "Samir Haddun", minister, (), "stated", "incumbent"),
                State(1, "ilse-marr", "Ilse Marr", {}, (), "parties", "incumbent"),
            ),
        ),
        Move(
            2,
            "participant",
            "gone",
            "darin-velosh",
            None,
            "Darin Velosh",
            "Darin Velosh takes part in the first story and is not told of in the last.",
            (State(0, "darin-velosh", "takes part", spans(one, {"A": "Darin Velosh"})), State(1, None, "")),
        ),
        Move(
            3,
            "issue",
            "gone",
            "trade",
            None,
            "trade",
            "Trade is spoken of in the first story only.",
            (State(0, "trade", "spoken of", spans(one, {"A": "Trade", "B": "échanges"})), State(1, None, "")),
            dossier="economic",
        ),
        Move(
            4,
            "stance",
            "changed",
            "borders",
            "XK",
            "Karvinia on borders",
            "Karvinia opposes in the first story and asks in the last.",
            (
                State(0, "opposes", "opposes", spans(one, {"A": "demanded"})),
                State(1, "asks", "asks", spans(two, {"A": "Eleven experts"})),
            ),
            dossier="political",
        ),
        Move(
            5,
            "agreement",
            "taken-up",
            "agreed",
            "XK XT",
            "a joint committee would meet",
            "What was agreed on the joint committee is spoken of again in the last story.",
            (
                State(0, "agreed", "agreed", spans(one, {"A": "a joint committee would meet"})),
                State(1, "agreed", "spoken of again", spans(two, {"A": "The joint committee", "B": "Le comité mixte"})),
            ),
        ),
        Move(
            6,
            "body",
            "established",
            "ansa-committee",
            "XK XT",
            "Joint committee on the Ansa",
            "The joint committee is to meet in the first story and meets in the last.",
            (
                State(0, None, ""),
                State(1, "establishes", "holds its first session", spans(two, {"A": "holds its first session"})),
            ),
        ),
        Move(
            7,
            "issue",
            "stays",
            "water",
            None,
            "water",
            "Water is spoken of in all stories.",
            (
                State(0, "water", "spoken of", waters),
                State(1, "water", "spoken of", spans(two, {"B": "les eaux de l’Ansa"})),
            ),
            dossier="economic",
        ),
    )  # fmt: skip
    return Movement(chapters, moves)
