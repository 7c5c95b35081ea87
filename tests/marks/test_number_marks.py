"""Numbers by table, refusals included: (form, value, why) with None where it must stay silent."""

from __future__ import annotations

import pytest

from hexapla.lang import codes, load
from hexapla.marks.numbers import NumberMark, numbers

# (form, values of the marks, why)
Row = tuple[str, str | None, str]

TABLES: dict[str, list[Row]] = {
    "en": [
        ("1.2 billion", "1200000000", ""),
        ("1,200 million", "1200000000", ""),
        ("€1.2bn", "1200000000", "scale glued"),
        ("$5m", "5000000", "m is million after a currency"),
        ("5m deep", "5", "and metres elsewhere"),
        ("two hundred and five", "205", ""),
        ("forty-five thousand six hundred", "45600", ""),
        ("two million and five hundred thousand", "2500000", ""),
        ("twelve hundred", "1200", ""),
        ("half a million", "500000", ""),
        ("two and a half million", "2500000", ""),
        ("a dozen", "12", ""),
        ("two dozen", "24", ""),
        ("dozens", None, "counts nothing"),
        ("hundreds of thousands", None, "counts nothing"),
        ("one of them", None, "pronoun"),
        ("one million", "1000000", ""),
        ("twenty-one", "21", ""),
        ("the twenty-first session", "21", "ordinal"),
        ("the 3rd round", "3", "ordinal"),
        ("per second", None, "unit of time"),
        ("the first lady", None, "title"),
        ("MH17 and G20", None, "codes"),
        ("COVID-19, Su-35", None, "codes"),
        ("a 20-member delegation", "20", ""),
        ("30 per cent", "30", ""),
        ("-5 degrees", "-5", ""),
        ("a third of the members", "0.333333", ""),
        ("three-quarters", "0.75", ""),
        ("3/4", "0.75", ""),
        ("24/7", None, "idiom"),
        ("10.0.0.1", None, "address"),
        ("+963 11 222 3333", None, "telephone"),
        ("https://example.org/2015/33", None, "address"),
        ("1,234,567.89", "1234567.89", ""),
        ("resolution 2254", "2254", ""),
        ("2000 soldiers", "2000", "an amount, not a year"),
        ("in 2015", None, "a year"),
        ("15 March", None, "a date"),
        ("at 14:30", None, "a time"),
        ("the 1990s", None, "a decade"),
    ],
    "ar": [
        ("مليار و200 مليون", "1200000000", ""),
        ("١٬٢٠٠٫٥", "1200.5", "Arabic separators"),
        ("۱۲", "12", "Persian digits"),
        ("1,2 مليار", "1200000000", ""),
        ("1.250 مليار", "1250000000", "a decimal before a scale"),
        ("1.250 جنديا", "1250", "a thousand elsewhere"),
        ("30،000", "30000", "Arabic comma"),
        ("خمسة وعشرون", "25", ""),
        ("ستة وثلاثين", "36", "case"),
        ("أحد عشر وزيرا", "11", ""),
        ("اثنتا عشرة دولة", "12", ""),
        ("ألفان وثلاثمائة", "2300", "dual"),
        ("مئتي ألف", "200000", "dual in the construct"),
        ("مائتين", "200", ""),
        ("ميتا", None, "dead, not two hundred"),
        ("كمية", None, "quantity, not a hundred"),
        ("مليوني دولار", "2000000", ""),
        ("15 ألفا", "15000", "accusative, not dual"),
        ("سبعة عشر ألفا وخمسمائة", "17500", ""),
        ("مليونان ونصف المليون", "2500000", ""),
        ("ثلاثمائة وخمسون ألفا", "350000", ""),
        ("واحد من الوزراء", None, "pronoun"),
        ("لست أدري", None, "I am not"),
        ("عشرات", None, "counts nothing"),
        ("ملايين النازحين", None, "counts nothing"),
        ("الثالث والعشرون", "23", "ordinal"),
        ("الدورة الـ78", "78", ""),
        ("بـ200", "200", ""),
        ("الوزير الأول", None, "prime minister"),
        ("للمرة الأولى", None, "idiom"),
        ("25 بالمئة", "25", ""),
        ("٣٠ في المائة", "30", ""),
        ("ثلث السكان", "0.333333", ""),
        ("نصف مليون", "500000", ""),
        ("صفر", "0", ""),
        ("القرار 2254", "2254", ""),
        ("عام 2015", None, "a year"),
        ("كانون الثاني", None, "a month"),
    ],
    "fr": [
        ("1,2 milliard", "1200000000", ""),
        ("1 200 millions", "1200000000", ""),
        ("12\u202f500 soldats", "12500", "narrow space"),
        ("1.200.000,50", "1200000.5", ""),
        ("quatre-vingt-dix-sept", "97", ""),
        ("soixante et onze", "71", ""),
        ("quatre-vingts", "80", ""),
        ("vingt et un", "21", ""),
        ("cent vingt-cinq mille", "125000", ""),
        ("mille neuf cent quatre-vingt-quatre", "1984", ""),
        ("deux milliards trois cents millions", "2300000000", ""),
        ("deux millions et demi", "2500000", ""),
        ("un président", None, "article"),
        ("une fois", None, "article"),
        ("un million", "1000000", ""),
        ("une dizaine", "10", ""),
        ("des dizaines", None, "counts nothing"),
        ("des centaines de milliers", None, "counts nothing"),
        ("le premier ministre", None, "title"),
        ("troisième", "3", "ordinal"),
        ("le 20e anniversaire", "20", "ordinal"),
        ("XXe siècle", None, "Roman"),
        ("dix pour cent", "10", ""),
        ("75 %", "75", ""),
        ("deux tiers", "0.666667", ""),
        ("la moitié", "0.5", ""),
        ("pays tiers", None, "third countries"),
        ("les années 80", None, "decade"),
        ("résolution 2254", "2254", ""),
        ("18 heures de négociations", "18", "a length of time"),
        ("à 18 heures", None, "a time"),
        ("le 1er mars", None, "a date"),
    ],
    "ru": [
        ("1,2 млрд долларов", "1200000000", ""),
        ("миллиард двести миллионов", "1200000000", ""),
        ("1 млн 200 тыс.", "1200000", ""),
        ("12 500", "12500", ""),
        ("двадцать пять", "25", ""),
        ("трёхсот", "300", "ё"),
        ("двух", "2", ""),
        ("пятью", "5", ""),
        ("семью", None, "family"),
        ("сто двадцать пять тысяч", "125000", ""),
        ("две тысячи", "2000", ""),
        ("тысячи людей", None, "counts nothing"),
        ("десятки", None, "counts nothing"),
        ("несколько миллионов", None, "counts nothing"),
        ("полтора миллиона", "1500000", ""),
        ("два с половиной миллиона", "2500000", ""),
        ("полмиллиона", "500000", ""),
        ("один из них", None, "pronoun"),
        ("первый раз", None, "idiom"),
        ("в первую очередь", None, "idiom"),
        ("третий", "3", "ordinal"),
        ("тридцать первое", "31", "ordinal"),
        ("5-й пакет", "5", "ordinal"),
        ("25-летний", "25", ""),
        ("1990-х", None, "decade"),
        ("Су-35, С-300", None, "codes"),
        ("2,5 процента", "2.5", ""),
        ("12,5%", "12.5", ""),
        ("треть", "0.333333", ""),
        ("двое", "2", "collective"),
        ("резолюция 2254", "2254", ""),
        ("в 2015 году", None, "a year"),
    ],
    "es": [
        ("1.200 millones", "1200000000", ""),
        ("mil doscientos millones", "1200000000", ""),
        ("1,2 billones", "1200000000000", "the long scale"),
        ("1.234,56", "1234.56", ""),
        ("1,234", "1234", "Mexico"),
        ("1,234 millones", "1234000", "a decimal before a scale"),
        ("1,5 millones", "1500000", ""),
        ("treinta y cinco", "35", ""),
        ("veintiún", "21", ""),
        ("ciento uno", "101", ""),
        ("doscientas", "200", ""),
        ("5 mil", "5000", ""),
        ("mil", "1000", ""),
        ("miles de personas", None, "counts nothing"),
        ("decenas", None, "counts nothing"),
        ("un millón y medio", "1500000", ""),
        ("medio millón", "500000", ""),
        ("Oriente Medio", None, "Middle East"),
        ("una docena", "12", ""),
        ("un presidente", None, "article"),
        ("primer ministro", None, "title"),
        ("primera vez", None, "idiom"),
        ("tercer", "3", "ordinal"),
        ("3.º", "3", "ordinal"),
        ("vigésimo primero", "21", "ordinal"),
        ("un segundo", None, "unit of time"),
        ("20 %", "20", ""),
        ("treinta y cinco por ciento", "35", ""),
        ("dos tercios", "0.666667", ""),
        ("la mitad", "0.5", ""),
        ("los años 80", None, "decade"),
        ("en 2015", None, "a year"),
    ],
    "zh": [
        ("十二亿三千万", "1230000000", ""),
        ("12亿3000万美元", "1230000000", ""),
        ("12亿", "1200000000", ""),
        ("35 万美元", "350000", "a space within"),
        ("1.2万亿", "1200000000000", ""),
        ("５００", "500", "full width"),
        ("二十五", "25", ""),
        ("一百零五", "105", ""),
        ("一百二十", "120", ""),
        ("两万三千", "23000", ""),
        ("两百人", "200", ""),
        ("三名士兵", "3", "a counter follows"),
        ("六方会谈", "6", ""),
        ("四川", None, "a name"),
        ("一个国家", None, "article"),
        ("十分重要", None, "very"),
        ("千万不要", None, "by no means"),
        ("统一", None, "unify"),
        ("一带一路", None, "a name"),
        ("数百万", None, "counts nothing"),
        ("几十", None, "counts nothing"),
        ("三四个", None, "three or four"),
        ("3000多万人", "30000000", "more than"),
        ("第三次会议", "3", "ordinal"),
        ("第78届", "78", "ordinal"),
        ("第三方", None, "third party"),
        ("百分之三十五", "35", ""),
        ("25%", "25", ""),
        ("三分之一", "0.333333", ""),
        ("一半", "0.5", ""),
        ("零下20度", "-20", ""),
        ("G20峰会", None, "a code"),
        ("80年代", None, "decade"),
        ("2023年", None, "a year"),
        ("二〇二三年", None, "a year"),
    ],
}
ROWS = [(language, *row) for language, rows in TABLES.items() for row in rows]


@pytest.mark.parametrize(("language", "form", "value", "why"), ROWS)
def test_number(language: str, form: str, value: str | None, why: str) -> None:
    assert [m.value for m in numbers(form, language)] == ([] if value is None else [value]), why


def test_every_language_has_a_table() -> None:
    assert sorted(TABLES) == sorted(codes())
    assert all(len(rows) >= 25 for rows in TABLES.values())
    assert all(any(value is None for _, value, _ in rows) for rows in TABLES.values())


# One meaning a row; a language's column may hold several spellings of it.
EQUAL: dict[str, dict[str, tuple[str, ...]]] = {
    "1200000000": {
        "en": ("1.2 billion", "1,200 million", "one billion two hundred million"),
        "ar": ("مليار و200 مليون", "1.2 مليار", "مليار ومئتا مليون", "١٫٢ مليار", "1,200 مليون"),
        "fr": ("1,2 milliard", "1 200 millions", "un milliard deux cents millions"),
        "ru": ("1,2 млрд", "миллиард двести миллионов", "1 200 миллионов"),
        "es": ("1.200 millones", "mil doscientos millones", "1,2 mil millones"),
        "zh": ("12亿", "十二亿", "12億"),
    },
    "2500000": {
        "en": ("2.5 million", "two and a half million"),
        "ar": ("2.5 مليون", "مليونين ونصف المليون", "مليونان وخمسمئة ألف"),
        "fr": ("2,5 millions", "deux millions et demi"),
        "ru": ("2,5 млн", "два с половиной миллиона"),
        "es": ("2,5 millones", "dos millones y medio"),
        "zh": ("250万", "二百五十万", "两百五十万"),
    },
    "300": {
        "en": ("300", "three hundred"),
        "ar": ("٣٠٠", "ثلاثمئة", "ثلاثمائة", "۳۰۰"),
        "fr": ("300", "trois cents"),
        "ru": ("300", "триста", "тремястами"),
        "es": ("300", "trescientas"),
        "zh": ("300", "三百", "３００"),
    },
    "35": {
        "en": ("35%", "35 per cent", "thirty-five percent"),
        "ar": ("35٪", "35 بالمئة", "خمسة وثلاثون في المئة"),
        "fr": ("35 %", "trente-cinq pour cent"),
        "ru": ("35%", "35 процентов", "тридцать пять процентов"),
        "es": ("35 %", "treinta y cinco por ciento"),
        "zh": ("35%", "百分之三十五"),
    },
    "3": {
        "en": ("third", "3rd"),
        "ar": ("الثالث", "الثالثة"),
        "fr": ("troisième", "3e"),
        "ru": ("третий", "3-й"),
        "es": ("tercero", "3.º"),
        "zh": ("第三", "第3"),
    },
    "0.666667": {
        "en": ("two thirds",),
        "ar": ("ثلثي", "الثلثين"),
        "fr": ("deux tiers",),
        "ru": ("две трети",),
        "es": ("dos tercios",),
        "zh": ("三分之二",),
    },
}


@pytest.mark.parametrize("value", EQUAL)
def test_one_value_in_six_languages(value: str) -> None:
    assert sorted(EQUAL[value]) == sorted(codes())
    kinds = set()
    for language, forms in EQUAL[value].items():
        for form in forms:
            (mark,) = numbers(form, language)
            assert mark.value == value, (language, form)
            kinds.add(mark.kind)
    assert len(kinds) == 1


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "about 1.2 billion dollars", NumberMark(6, 17, "1200000000", "cardinal", "mixed", "usd")),
        ("en", "some 30% more", NumberMark(5, 8, "30", "percent", "digits", "percent")),
        ("fr", "les deux tiers", NumberMark(0, 14, "0.666667", "fraction", "words", None)),
        ("ar", "وبخمسة وعشرين", NumberMark(2, 13, "25", "cardinal", "words", None)),
        ("ar", "للثالثة", NumberMark(1, 7, "3", "ordinal", "words", None)),
        ("zh", "约3000人", NumberMark(1, 5, "3000", "cardinal", "digits", "person")),
        ("ru", "за 40 км", NumberMark(3, 5, "40", "cardinal", "digits", "km")),
    ],
)
def test_whole_mark(language: str, text: str, expected: NumberMark) -> None:
    assert numbers(text, language) == [expected]


def test_a_stretch_counts_in_the_whole_text() -> None:
    text = "12 ministers. 15 soldiers. 7 ships."
    assert [m[:3] for m in numbers(text, "en", 14, 26)] == [(14, 16, "15")]


@pytest.mark.parametrize("name", ["numbers", "dates"])
def test_same_keys_in_every_language(name: str) -> None:
    keys = {code: list(load(code).table(name)) for code in codes()}
    assert all(own == keys["en"] for own in keys.values())


@pytest.mark.parametrize("code", codes())
def test_names_of_months_are_those_of_cldr(code: str) -> None:
    """`python -m tools.cldr_dates` would change nothing."""
    cldr_dates = pytest.importorskip("tools.cldr_dates")
    assert cldr_dates.block(code) in (load(code).folder / "dates.toml").read_text(encoding="utf-8")
