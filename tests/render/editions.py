"""Small editions made by hand, for the tests of the forms."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import texts
from drafting import Apparatus, Words, links, loci, witness

from hexapla.apparatus.model import Entry, Reading
from hexapla.collation.model import Collation, Engine
from hexapla.edition.model import Desk, Edition, LeftOut, Membership
from hexapla.marks.mentions.model import Because, Held, Mention, Person
from hexapla.witness.model import Span

ENGINE = Engine("lexical", "0.1.0")


# fmt: off
BECAUSE: tuple[Words, ...] = (
    {"kind": "name", "value": "darin-velosh", "A": "Darin Velosh", "B": "Darin Velosh", "C": "دارين فيلوش",
     "D": "Дарин Велош"},
    {"kind": "name", "value": "samir-haddun", "A": "Samir Haddun", "B": "Samir Haddun", "C": "سامر حدّون",
     "D": "Самира Хаддуна"},
    {"kind": "concept", "value": "foreign-minister", "A": "Foreign Minister",
     "B": "ministre des Affaires étrangères", "C": "وزير خارجية", "D": "министра иностранных дел"},
    {"kind": "date", "value": "tuesday", "A": "Tuesday", "B": "mardi", "C": "الثلاثاء", "D": "вторник"},
    {"kind": "number", "value": "420000000", "A": "420 million", "C": "420 مليون", "D": "420 миллионов"},
    {"kind": "concept", "value": "trade", "A": "Trade", "B": "échanges", "C": "التبادل التجاري",
     "D": "Товарооборот"},
    {"kind": "concept", "value": "withdrawal", "A": "withdrawal", "B": "retrait", "C": "بسحب",
     "D": "вывести"},
    {"kind": "concept", "value": "joint-committee", "A": "joint committee", "B": "comité mixte",
     "C": "لجنة مشتركة", "D": "совместный комитет"},
)
# fmt: on


def meeting() -> Edition:
    """One meeting in four languages, with an entry of nearly every kind."""
    published = dt.date(2031, 5, 13)
    made = {
        "A": witness(
            texts.ENGLISH,
            "en",
            outlet="KNA",
            place="Lorvik",
            published=published,
            source="https://news.example/en/velosh-haddun?id=7",
        ),
        "B": witness(texts.FRENCH, "fr", outlet="KNA", place="Lorvik", published=published),
        "C": witness(texts.ARABIC, "ar", outlet="وكالة كارفينيا", place="لورفيك", published=published),
        "D": witness(texts.RUSSIAN, "ru", outlet="Толмар сегодня"),
    }
    order = [1, 2, 3, 4, 5, 6, 10, 7, 8, 9]
    rows = loci(order, {s: units for s, (_, units) in made.items()})
    bare = Collation({s: w for s, (w, _) in made.items()}, (), rows, ENGINE)
    collation = replace(bare, links=links(bare, BECAUSE))
    return Edition(collation, _entries(collation), None, _membership("ABCD"), _people(collation))


def _people(collation: Collation) -> tuple[Person, ...]:
    """One person whom every version names, known to Wikidata; her label would break a page that does not escape."""
    names = {"A": "Darin Velosh", "B": "Darin Velosh", "C": "دارين فيلوش", "D": "Дарин Велош"}
    mentions = {}
    for number, (siglum, name) in enumerate(names.items()):
        at = collation.witnesses[siglum].text.index(name)
        span = Span(at, at + len(name))
        reason = Because("name", name, span)
        mentions[number] = (
            Mention(span, "name", "darin-velosh", confidence=0.95, name=span, because=(reason,)),
        )
    day = dt.date(2031, 5, 13)
    held = Held("foreign-minister", "XK", day, "stated", "incumbent", whose="Karvinia")
    return (
        Person(
            id="darin-velosh",
            known=True,
            names={"ar": (names["C"],), "en": (names["A"],), "fr": (names["B"],), "ru": (names["D"],)},
            offices=(held, replace(held, office="president", status="former", basis="parties")),
            mentions=mentions,
            confidence=0.95,
            wikidata="Q42",
            label="Darin <Velosh>",
        ),
    )


def _membership(sigla: str) -> tuple[Membership, ...]:
    reason = "It names Darin Velosh, Samir Haddun and Lorvik, and was published within a day of the others."
    return tuple(Membership(s, reason, 0.93) for s in sigla)


def _entries(collation: Collation) -> tuple[Entry, ...]:
    found = Apparatus(collation)
    found.add(
        "absence",
        10,
        "Only C carries “وأدان الرئيس الحصار المفروض على قرى الضفة الغربية من النهر.”",
        [({"C": "وأدان الرئيس الحصار المفروض على قرى الضفة الغربية من النهر."}, None)],
        {"A": "border district.", "B": "district frontalier.", "D": "приграничного района."},
    )
    found.add(
        "polarity",
        8,
        "A and D say that Tolmar does not object; C says that it does.",
        [({"A": "did not object", "D": "не возражает"}, None), ({"C": "تعترض"}, None)],
    )
    found.add(
        "absence",
        6,
        "A, C and D call the outposts illegal; B does not.",
        [({"A": "illegal", "C": "غير الشرعية", "D": "незаконные"}, None)],
        {"B": "avant-postes"},
    )
    found.add(
        "date",
        3,
        "The committee meets on 3 June in A, C and D, on 13 June in B.",
        [({"A": "3 June", "C": "الثالث من حزيران", "D": "3 июня"}, "06-03"), ({"B": "13 juin"}, "06-13")],
    )
    found.add(
        "number",
        4,
        "Trade is 420 million in A, C and D, 450 million in B.",
        [
            ({"A": "420 million", "C": "420 مليون", "D": "420 миллионов"}, "420000000"),
            ({"B": "450 millions"}, "450000000"),
        ],
    )
    found.add(
        "attribution",
        7,
        "In A and C the president says it, in D his spokesman.",
        [({"A": "the president", "C": "الرئيس: "}, None), ({"D": "пресс-секретарь президента"}, None)],
    )
    found.add(
        "strength",
        6,
        "A and C demand the withdrawal; B and D call for it.",
        [({"A": "demanded", "C": "وطالب"}, "demand"), ({"B": "appelé", "D": "призвал"}, "call-for")],
    )
    found.add(
        "quotation",
        7,
        "A, C and D quote the sentence; B reports it.",
        [
            (
                {
                    "A": "“We shall sign nothing before the last outpost is gone,”",
                    "C": "«لن نوقّع شيئاً قبل زوال آخر بؤرة»",
                    "D": "«Мы ничего не подпишем, пока не исчезнет последний пост»",
                },
                "direct",
            ),
            ({"B": "rien ne serait signé avant que le dernier avant-poste ait disparu"}, "reported"),
        ],
    )
    found.add(
        "place",
        3,
        "The committee meets in Lorvik in A and C, in Tamsur in B.",
        [({"A": "in Lorvik", "C": "في لورفيك."}, "lorvik"), ({"B": "à Tamsur"}, "tamsur")],
        {"D": "соберётся 3 июня"},
    )
    found.add(
        "term",
        9,
        "The meal is a dinner in A and C, a lunch in B.",
        [({"A": "dinner", "C": "عشاء"}, "dinner"), ({"B": "déjeuner"}, "lunch")],
    )
    found.add(
        "absence",
        5,
        "A, B and C carry the wish to double trade; D does not.",
        [
            (
                {
                    "A": "and both sides want it to double by 2035.",
                    "B": "et les deux parties souhaitent les doubler d’ici à 2035.",
                    "C": "ويرغب الجانبان في مضاعفته بحلول عام 2035.",
                },
                None,
            )
        ],
        {"D": "миллионов долларов."},
    )
    found.add(
        "absence",
        6,
        "Only C carries “جميع”.",
        [({"C": "جميع"}, None)],
        {"A": "withdrawal of the", "B": "retrait des", "D": "вывести"},
    )
    found.add(
        "absence",
        2,
        "Only C carries “والوفد المرافق له”.",
        [({"C": "والوفد المرافق له"}, None)],
        {"A": "Samir Haddun", "B": "Samir Haddun", "D": "Самира Хаддуна"},
    )
    found.add(
        "order",
        3,
        "B puts the river after trade; A, C and D put it before.",
        [
            (
                {
                    "A": "The two sides reviewed how the waters",
                    "C": "واستعرض الجانبان تقاسم",
                    "D": "Стороны рассмотрели",
                },
                None,
            ),
            ({"B": "Les deux parties ont examiné"}, None),
        ],
    )
    found.add(
        "absence",
        9,
        "D does not carry the sentence on the meal.",
        [
            (
                {
                    "A": "A working dinner in honour of the guest followed the talks.",
                    "B": "Un déjeuner de travail en l’honneur de l’hôte a suivi les entretiens.",
                    "C": "وأعقبت المحادثات مأدبة عشاء عمل على شرف الضيف.",
                },
                None,
            )
        ],
        {"D": "миссии."},
    )
    found.add(
        "unclassified",
        2,
        "A, B and C give no place; D has “в Лорвике”.",
        [({"D": "в Лорвике"}, None)],
        {"A": "Samir Haddun", "B": "Samir Haddun", "C": "المرافق له"},
    )
    return tuple(found.entries)


def later() -> Edition:
    """A later meeting, in two languages; the user named B as base."""
    made = {
        "A": witness(
            texts.LATER_ENGLISH, "en", outlet="KNA", published=dt.date(2033, 6, 4), source="later-en.txt"
        ),
        "B": witness(
            texts.LATER_FRENCH, "fr", outlet="KNA", published=dt.date(2033, 6, 4), source="later-fr.txt"
        ),
    }
    rows = loci([1, 2, 3], {s: units for s, (_, units) in made.items()})
    bare = Collation({s: w for s, (w, _) in made.items()}, (), rows, ENGINE)
    collation = replace(bare, links=links(bare))
    found = Apparatus(collation)
    found.add(
        "number", 3, "Eleven experts in A, twelve in B.", [({"A": "Eleven"}, "11"), ({"B": "Douze"}, "12")]
    )
    found.add(
        "absence",
        2,
        "A adds “, two years after the talks”.",
        [({"A": ", two years after the talks"}, None)],
        {"B": "le 3 juin"},
    )
    return Edition(collation, tuple(found.entries), "B", _membership("AB"))


def alone() -> Edition:
    """A story of one witness."""
    made, units = witness(texts.SPANISH, "es", source="-")
    return Edition(Collation({"A": made}, (), loci([1, 2, 4, 6], {"A": units}), ENGINE), (), None)


def six() -> Edition:
    """Six witnesses, one a language, without entries of its own kind but one."""
    every = {
        "A": (texts.ENGLISH, "en"),
        "B": (texts.FRENCH, "fr"),
        "C": (texts.ARABIC, "ar"),
        "D": (texts.RUSSIAN, "ru"),
        "E": (texts.SPANISH, "es"),
        "F": (texts.CHINESE, "zh"),
    }
    made = {s: witness(lines, language) for s, (lines, language) in every.items()}
    rows = loci([1, 2, 3, 4, 5, 6, 10, 7, 8, 9], {s: units for s, (_, units) in made.items()})
    bare = Collation({s: w for s, (w, _) in made.items()}, (), rows, ENGINE)
    collation = replace(bare, links=links(bare, BECAUSE))
    found = Apparatus(collation)
    found.add(
        "number",
        4,
        "B gives 450 million, the others 420 million.",
        [
            (
                {
                    "A": "420 million",
                    "C": "420 مليون",
                    "D": "420 миллионов",
                    "E": "420 millones",
                    "F": "4.2亿",
                },
                "420000000",
            ),
            ({"B": "450 millions"}, "450000000"),
        ],
    )
    return Edition(collation, tuple(found.entries), None)


def desk() -> Desk:
    """Three stories, two of one affair, with one input left out."""
    return Desk(
        stories=(meeting(), later(), alone()),
        storylines=((0, 1), (2,)),
        left_out=(
            LeftOut(
                "broken.bin",
                "broken.bin is no text.",
                "It joins no story.",
                "Give a text file or a web page.",
            ),
        ),
        notices=(
            "meeting-fr.txt was given twice; it is used once.",
            "Story 3 has one version: nothing to compare.",
        ),
    )


HOSTILE = "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"


def hostile() -> Desk:
    """Every field that comes from outside holds markup, a script, or a terminal's escape."""
    lines: list[texts.Line] = [
        (1, "title", HOSTILE),
        (2, "body", "Plain \x1b[31mwords\u202e here."),
        (0, HOSTILE, HOSTILE),
    ]
    known = {"outlet": HOSTILE, "place": HOSTILE, "source": "javascript:alert(1)"}
    made = {s: witness(lines, "en", **known) for s in "AB"}
    rows = loci([1, 2], {s: units for s, (_, units) in made.items()})
    bare = Collation({s: w for s, (w, _) in made.items()}, (), rows, Engine(HOSTILE, HOSTILE))
    collation = replace(
        bare, links=links(bare, ({"kind": "word", "value": HOSTILE, "A": "Plain", "B": "Plain"},))
    )
    reading = Reading(("A",), {"A": (collation.loci[0].units["A"][0],)}, HOSTILE, HOSTILE)
    entry = Entry(1, "absence", (1,), (reading,), 0.5, HOSTILE, absent={"B": 4})
    edition = Edition(collation, (entry,), None, (Membership("A", HOSTILE, 0.5),))
    return Desk((edition,), ((0,),), (LeftOut(HOSTILE, HOSTILE, HOSTILE, HOSTILE),), (HOSTILE,))
