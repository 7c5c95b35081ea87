"""One invented visit told in six languages, sentence by sentence, to be cut and changed.

Every version says the same; a test drops, replaces or moves sentences of one of them and
asks what the apparatus makes of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hexapla.apparatus.model import Entry
from hexapla.edition.desk import edition
from hexapla.edition.model import Edition
from hexapla.witness.model import Span
from reports import witness

PARTS = ("title", "visit", "trade", "railway", "weapons", "quake", "water", "next")

STORY: dict[str, tuple[str, ...]] = {
    "ar": (
        "رئيس وزراء كارفيليا يستقبل رئيسة سونارا في بلمار",
        "استقبل رئيس وزراء كارفيليا أورفان تيشي رئيسة سونارا ليدا موريث في العاصمة بلمار يوم الثلاثاء.",
        "وبحث الجانبان التجارة بين البلدين، ورحبا ببلوغها 1.8 مليار دولار في العام الماضي.",
        "واتفقا على بناء خط للسكك الحديدية بين العاصمتين، كما اتفقا على إعفاء طلاب البلدين من رسوم التأشيرة.",
        "ودعت موريث إلى سحب جميع الأسلحة غير القانونية من المنطقة الحدودية.",
        "وأعربت الرئيسة عن تعازيها لأسر ضحايا الزلزال الذي ضرب جنوب كارفيليا.",
        "ووقع وزيرا الزراعة اتفاقية بشأن المياه وري حقول القمح.",
        "وسيعقد الاجتماع المقبل في 20 أيار في مدينة دورفان.",
    ),
    "en": (
        "Prime minister of Karvelia receives president of Sunara in Belmar",
        "The prime minister of Karvelia, Orvan Teshi, received the president of Sunara, Lida Moreth, in the "
        "capital Belmar on Tuesday.",
        "The two sides discussed trade between the two countries and welcomed the fact that it had reached "
        "$1.8 billion last year.",
        "They agreed to build a railway line between the two capitals, and they also agreed to exempt students "
        "of the two countries from visa fees.",
        "Moreth called for the withdrawal of all illegal weapons from the border area.",
        "The president expressed her condolences to the families of the victims of the earthquake that struck "
        "the south of Karvelia.",
        "The two ministers of agriculture signed an agreement on water and the irrigation of wheat fields.",
        "The next meeting will be held on May 20 in the city of Dorvan.",
    ),
    "fr": (
        "Le Premier ministre de la Karvélie reçoit la présidente de la Sunara à Belmar",
        "Le Premier ministre de la Karvélie, Orvan Teshi, a reçu mardi la présidente de la Sunara, Lida Moreth, "
        "dans la capitale Belmar.",
        "Les deux parties ont examiné le commerce entre les deux pays et se sont félicitées qu’il ait atteint "
        "1,8 milliard de dollars l’année dernière.",
        "Elles sont convenues de construire une ligne de chemin de fer entre les deux capitales, et elles ont "
        "également décidé d’exempter les étudiants des deux pays des frais de visa.",
        "Mme Moreth a appelé au retrait de toutes les armes illégales de la zone frontalière.",
        "La présidente a présenté ses condoléances aux familles des victimes du séisme qui a "
        "frappé le sud de la Karvélie.",
        "Les deux ministres de l’Agriculture ont signé un accord sur l’eau et l’irrigation des champs de blé.",
        "La prochaine réunion se tiendra le 20 mai dans la ville de Dorvan.",
    ),
    "ru": (
        "Премьер-министр Карвелии принял президента Сунары в Бельмаре",
        "Премьер-министр Карвелии Орван Теши принял президента Сунары Лиду Морет в столице страны Бельмаре во "
        "вторник.",
        "Стороны обсудили торговлю между двумя странами и приветствовали то, что в прошлом году она достигла "
        "1,8 млрд долларов.",
        "Они договорились построить железную дорогу между двумя столицами, а также договорились освободить "
        "студентов двух стран от визовых сборов.",
        "Морет призвала вывести все незаконное оружие из пограничного района.",
        "Президент выразила соболезнования семьям жертв землетрясения, которое произошло на юге Карвелии.",
        "Министры сельского хозяйства двух стран подписали соглашение о воде и орошении полей пшеницы.",
        "Следующая встреча состоится 20 мая в городе Дорван.",
    ),
    "es": (
        "El primer ministro de Karvelia recibe a la presidenta de Sunara en Belmar",
        "El primer ministro de Karvelia, Orvan Teshi, recibió el martes a la presidenta de Sunara, Lida Moreth, "
        "en la capital, Belmar.",
        "Las dos partes examinaron el comercio entre los dos países y celebraron que alcanzara los 1.800 millones "
        "de dólares el año pasado.",
        "Acordaron construir una línea de ferrocarril entre las dos capitales, y también acordaron eximir a los "
        "estudiantes de los dos países de las tasas de visado.",
        "Moreth pidió la retirada de todas las armas ilegales de la zona fronteriza.",
        "La presidenta expresó sus condolencias a las familias de las víctimas del terremoto que sacudió el sur "
        "de Karvelia.",
        "Los dos ministros de Agricultura firmaron un acuerdo sobre el agua y el riego de los campos de trigo.",
        "La próxima reunión se celebrará el 20 de mayo en la ciudad de Dorvan.",
    ),
    "zh": (
        "卡维利亚总理在贝尔马会见苏纳拉总统",
        "卡维利亚总理奥尔万·特希星期二在首都贝尔马会见了苏纳拉总统莉达·莫雷思。",
        "双方讨论了两国贸易，并对去年贸易额达到18亿美元表示欢迎。",
        "双方同意在两国首都之间修建一条铁路，并同意免除两国学生的签证费。",
        "莫雷思呼吁从边境地区撤出所有非法武器。",
        "总统向卡维利亚南部地震遇难者家属表示哀悼。",
        "两国农业部长签署了关于水和小麦田灌溉的协议。",
        "下次会议将于5月20日在多尔万市举行。",
    ),
}
LANGUAGES = tuple(STORY)
PAIRS = tuple(zip(LANGUAGES, (*LANGUAGES[1:], LANGUAGES[0]), strict=True))
"""Each language once as the first of two and once as the second."""

# The same sentence without one clause, without one word, or with another value.
RAILWAY_ALONE = {
    "ar": "واتفقا على بناء خط للسكك الحديدية بين العاصمتين.",
    "en": "They agreed to build a railway line between the two capitals.",
    "fr": "Elles sont convenues de construire une ligne de chemin de fer entre les deux capitales.",
    "ru": "Они договорились построить железную дорогу между двумя столицами.",
    "es": "Acordaron construir una línea de ferrocarril entre las dos capitales.",
    "zh": "双方同意在两国首都之间修建一条铁路。",
}
VISA = {"ar": "التأشيرة", "en": "visa", "fr": "visa", "ru": "визовых", "es": "visado", "zh": "签证"}
ILLEGAL = {
    "ar": " غير القانونية",
    "en": " illegal",
    "fr": " illégales",
    "ru": " незаконное",
    "es": " ilegales",
    "zh": "非法",
}
BILLIONS = {
    "ar": "1.8 مليار",
    "en": "$1.8 billion",
    "fr": "1,8 milliard",
    "ru": "1,8 млрд",
    "es": "1.800 millones",
    "zh": "18亿",
}
MORE_BILLIONS = {
    "ar": "2.3 مليار",
    "en": "$2.3 billion",
    "fr": "2,3 milliards",
    "ru": "2,3 млрд",
    "es": "2.300 millones",
    "zh": "23亿",
}
OTHER_DAY = {
    "ar": ("20 أيار", "27 أيار"),
    "en": ("May 20", "May 27"),
    "fr": ("20 mai", "27 mai"),
    "ru": ("20 мая", "27 мая"),
    "es": ("20 de mayo", "27 de mayo"),
    "zh": ("5月20日", "5月27日"),
}


def told(
    language: str,
    *,
    without: Sequence[str] = (),
    instead: Mapping[str, str] | None = None,
    order: Sequence[str] = PARTS,
) -> str:
    """The story in a language: parts left out, put otherwise, or in another order."""
    parts = dict(zip(PARTS, STORY[language], strict=True)) | dict(instead or {})
    return "\n\n".join(parts[name] for name in order if name not in without)


def changed(language: str, part: str, old: str, new: str) -> str:
    """The story with some words of one part replaced."""
    sentence = STORY[language][PARTS.index(part)]
    assert sentence.count(old) == 1, (language, part, old)
    return told(language, instead={part: sentence.replace(old, new)})


def compared(*versions: tuple[str, str], base: str | None = None) -> Edition:
    """The edition of (language, text) versions, in their order."""
    return edition(
        [witness(text, language, f"{language}{n}") for n, (language, text) in enumerate(versions)], base
    )


def words(made: Edition, entry: Entry, siglum: str) -> str:
    """The words of an entry's reading in one witness; nothing where it has none."""
    text = made.collation.witnesses[siglum].text
    return " … ".join(span.of(text) for r in entry.readings for span in r.spans.get(siglum, ()))


def part_span(made: Edition, siglum: str, language: str, part: str) -> Span:
    """Where a part of the story stands in a witness."""
    sentence = STORY[language][PARTS.index(part)]
    start = made.collation.witnesses[siglum].text.index(sentence)
    return Span(start, start + len(sentence))


def of_kind(made: Edition, *kinds: str) -> list[Entry]:
    return [entry for entry in made.apparatus if entry.kind in kinds]


def shown(made: Edition) -> list[tuple[str, str, float]]:
    """The entries in brief, for a failing test's message."""
    return [
        (
            e.kind,
            e.note + " " + " | ".join(words(made, e, s) for s in "ABC" if s in made.collation.witnesses),
            e.confidence,
        )
        for e in made.apparatus
    ]


def sound(made: Edition) -> None:
    """What holds of every apparatus: numbers, spans, offsets, rank."""
    entries, collation = made.apparatus, made.collation
    assert [e.id for e in entries] == list(range(1, len(entries) + 1))
    weights = [e.weight for e in entries]
    assert weights == sorted(weights, reverse=True)
    rows = {locus.id for locus in collation.loci}
    for entry in entries:
        assert entry.loci
        assert set(entry.loci) <= rows
        assert 0 < entry.confidence <= 1
        assert 0 < entry.weight <= 1
        assert entry.note.endswith(".")
        carriers = {siglum for reading in entry.readings for siglum in reading.witnesses}
        assert not carriers & set(entry.absent)
        for reading in entry.readings:
            assert set(reading.spans) == set(reading.witnesses)
        _spans_are_words(made, entry)
        _offsets_are_boundaries(made, entry)


def _spans_are_words(made: Edition, entry: Entry) -> None:
    evidence = [e.spans for e in entry.because]
    for by_siglum in (*(r.spans for r in entry.readings), *evidence):
        for siglum, spans in by_siglum.items():
            one = made.collation.witnesses[siglum]
            assert spans
            for span in spans:
                said = span.of(one.text)
                assert any(c.isalnum() for c in said)
                assert said == said.strip()
                assert not any(span.overlap(part.span) for part in one.set_aside)
                assert any(segment.span.holds(span) for segment in one.segments)


def _offsets_are_boundaries(made: Edition, entry: Entry) -> None:
    for siglum, offset in entry.absent.items():
        clauses = [c for segment in made.collation.witnesses[siglum].segments for c in segment.clauses]
        assert offset in {c.start for c in clauses} | {c.end for c in clauses}
