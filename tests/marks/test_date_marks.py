"""Dates by table, refusals included: (form, value, resolved by PUBLISHED, why)."""

from __future__ import annotations

import datetime

import pytest

from hexapla.lang import codes
from hexapla.marks.dates import DateMark, dates

PUBLISHED = datetime.date(2023, 3, 16)  # a Thursday
Row = tuple[str, str | None, str | None, str]

TABLES: dict[str, list[Row]] = {
    "en": [
        ("15 March 2023", "2023-03-15", "2023-03-15", ""),
        ("March 15, 2023", "2023-03-15", "2023-03-15", ""),
        ("Wednesday, March 15, 2023", "2023-03-15", "2023-03-15", "one mark"),
        ("the fifteenth of March", "--03-15", "2023-03-15", ""),
        ("Feb. 24, 2022", "2022-02-24", "2022-02-24", ""),
        ("15/03/2023", "2023-03-15", "2023-03-15", "no fifteenth month"),
        ("03/04/2023", "2023", None, "day and month unsure"),
        ("2023-03-15", "2023-03-15", "2023-03-15", ""),
        ("15 March", "--03-15", "2023-03-15", ""),
        ("20 December", "--12-20", "2022-12-20", "the nearest"),
        ("31 February 2023", None, None, "no such day"),
        ("in May", "--05", None, ""),
        ("they may meet", None, None, "a verb"),
        ("May has said", None, None, "a name"),
        ("to march on", None, None, "a verb"),
        ("March 2023", "2023-03", None, ""),
        ("in 2015", "2015", None, ""),
        ("in 2000", "2000", None, ""),
        ("2000 soldiers", None, None, "an amount"),
        ("resolution 1973", None, None, "a number"),
        ("the 1990s", None, None, "a decade"),
        ("yesterday", "-P1D", "2023-03-15", ""),
        ("on Wednesday", "W3", "2023-03-15", "reports tell what was"),
        ("last Thursday", "W4", "2023-03-09", ""),
        ("next Friday", "W5", "2023-03-17", ""),
        ("next week", "P1W", None, "no one day"),
        ("at 14:30", "T14:30", None, ""),
        ("at 3 pm", "T15:00", None, ""),
        ("5.30pm", "T17:30", None, ""),
        ("9 Ramadan 1444", "2023-03-31", "2023-03-31", ""),
        ("in the sun", None, None, "the star"),
    ],
    "ar": [
        ("15 آذار 2023", "2023-03-15", "2023-03-15", "Levant"),
        ("15 مارس 2023", "2023-03-15", "2023-03-15", "Egypt"),
        ("15 جانفي 2021", "2021-01-15", "2021-01-15", "Maghreb"),
        ("3 أوت 2020", "2020-08-03", "2020-08-03", "Maghreb"),
        ("12 غشت 2020", "2020-08-12", "2020-08-12", "Morocco"),
        ("1 جويلية", "--07-01", "2023-07-01", ""),
        ("الأربعاء 15 آذار/مارس 2023", "2023-03-15", "2023-03-15", "one mark"),
        ("الخامس عشر من آذار", "--03-15", "2023-03-15", ""),
        ("١٥ تشرين الثاني ٢٠٢٢", "2022-11-15", "2022-11-15", ""),
        ("كانون الثاني من عام 2020", "2020-01", None, ""),
        ("في مارس", "--03", None, ""),
        ("مارس الضغط", None, None, "exercised"),
        ("قال أب", None, None, "father"),
        ("24 شعبان 1444", "2023-03-16", "2023-03-16", "Hijri"),
        ("24 شعبان", "2023-03-16", "2023-03-16", "Hijri, the year by publication"),
        ("15 صفر 1445 هـ", "2023-08-31", "2023-08-31", "Safar, not zero"),
        ("شهر رمضان", None, None, "no one month of ours"),
        ("رمضان 1444 هـ", "2023-03-23/2023-04-20", None, ""),
        ("يوم الاثنين الماضي", "W1", "2023-03-13", ""),
        ("والأحد", "W7", "2023-03-12", "not: the one"),
        ("أمس", "-P1D", "2023-03-15", ""),
        ("أول أمس", "-P2D", "2023-03-14", "not: first"),
        ("العام الماضي", "-P1Y", None, ""),
        ("عام 2015", "2015", None, ""),
        ("الساعة 14:30", "T14:30", None, ""),
        ("الساعة الثالثة", "T03:00", None, ""),
        ("15-3-2023", "2023-03-15", "2023-03-15", ""),
    ],
    "fr": [
        ("le mercredi 15 mars 2023", "2023-03-15", "2023-03-15", ""),
        ("le 1er mars", "--03-01", "2023-03-01", ""),
        ("quinze mars", "--03-15", "2023-03-15", ""),
        ("12/05/2023", "2023-05-12", "2023-05-12", "day first"),
        ("en mars", "--03", None, ""),
        ("7 sept. 2023", "2023-09-07", "2023-09-07", ""),
        ("sept. 2023", "2023-09", None, ""),
        ("sept personnes", None, None, "seven"),
        ("au bord de la mer. Il dit", None, None, "the sea, not Wednesday"),
        ("août 2022", "2022-08", None, ""),
        ("l'an 2000", "2000", None, ""),
        ("les années 1980", None, None, "a decade"),
        ("lundi dernier", "W1", "2023-03-13", ""),
        ("lundi prochain", "W1", "2023-03-20", ""),
        ("hier", "-P1D", "2023-03-15", ""),
        ("aujourd’hui", "P0D", "2023-03-16", ""),
        ("la semaine prochaine", "P1W", None, ""),
        ("à 14h30", "T14:30", None, ""),
        ("à 11 h 15", "T11:15", None, ""),
        ("à 18 heures", "T18:00", None, ""),
        ("18 heures de négociations", None, None, "a length of time"),
    ],
    "ru": [
        ("15 марта 2023 года", "2023-03-15", "2023-03-15", ""),
        ("15 марта", "--03-15", "2023-03-15", ""),
        ("третьего марта", "--03-03", "2023-03-03", ""),
        ("24.02.2022", "2022-02-24", "2022-02-24", ""),
        ("среда, 15 марта 2023 г.", "2023-03-15", "2023-03-15", ""),
        ("в мае", "--05", None, ""),
        ("в марте 2022 года", "2022-03", None, ""),
        ("в 2015 году", "2015", None, ""),
        ("2023-го года", "2023", None, ""),
        ("около 2000 человек", None, None, "an amount"),
        ("90-е годы", None, None, "a decade"),
        ("в среду", "W3", "2023-03-15", ""),
        ("окружающую среду", None, None, "environment"),
        ("благоприятную среду", None, None, "environment"),
        ("в прошлый понедельник", "W1", "2023-03-13", ""),
        ("в следующую пятницу", "W5", "2023-03-17", ""),
        ("вчера", "-P1D", "2023-03-15", ""),
        ("послезавтра", "P2D", "2023-03-18", ""),
        ("на прошлой неделе", "-P1W", None, ""),
        ("в 15:00", "T15:00", None, ""),
        ("два дня", None, None, "two days, no hour"),
        ("в два часа дня", "T14:00", None, ""),
    ],
    "es": [
        ("15 de marzo de 2023", "2023-03-15", "2023-03-15", ""),
        ("miércoles, 15 de marzo", "--03-15", "2023-03-15", ""),
        ("uno de octubre", "--10-01", "2022-10-01", ""),
        ("treinta y uno de diciembre", "--12-31", "2022-12-31", ""),
        ("1º de mayo", "--05-01", "2023-05-01", ""),
        ("15/03/2023", "2023-03-15", "2023-03-15", ""),
        ("marzo de 2023", "2023-03", None, ""),
        ("en marzo", "--03", None, ""),
        ("en el mar", None, None, "the sea"),
        ("en 2015", "2015", None, ""),
        ("año 2000", "2000", None, ""),
        ("los años 1980", None, None, "a decade"),
        ("ayer", "-P1D", "2023-03-15", ""),
        ("la mañana", None, None, "the morning"),
        ("el lunes pasado", "W1", "2023-03-13", ""),
        ("el próximo viernes", "W5", "2023-03-17", ""),
        ("la semana pasada", "-P1W", None, ""),
        ("hace dos días", "-P2D", "2023-03-14", ""),
        ("a las 10:30", "T10:30", None, ""),
        ("setiembre", "--09", None, ""),
    ],
    "zh": [
        ("2023年3月15日", "2023-03-15", "2023-03-15", ""),
        ("二〇二三年三月十五日", "2023-03-15", "2023-03-15", ""),
        ("3月15日", "--03-15", "2023-03-15", ""),
        ("十月一日", "--10-01", "2022-10-01", ""),
        ("15日", "---15", "2023-03-15", ""),
        ("28日", "---28", "2023-03-28", "the nearest"),
        ("7日内", None, None, "within seven days"),
        ("2023年", "2023", None, ""),
        ("2023年3月", "2023-03", None, ""),
        ("3个月", None, None, "three months"),
        ("2000人", None, None, "an amount"),
        ("80年代", None, None, "a decade"),
        ("周三", "W3", "2023-03-15", ""),
        ("星期日", "W7", "2023-03-12", ""),
        ("上周三", "W3", "2023-03-08", "of the week before"),
        ("下周一", "W1", "2023-03-20", ""),
        ("昨天", "-P1D", "2023-03-15", ""),
        ("去年", "-P1Y", None, ""),
        ("下午3点", "T15:00", None, ""),
        ("三点建议", None, None, "three points"),
        ("14时30分", "T14:30", None, ""),
    ],
}
ROWS = [(language, *row) for language, rows in TABLES.items() for row in rows]


@pytest.mark.parametrize(("language", "form", "value", "resolved", "why"), ROWS)
def test_date(language: str, form: str, value: str | None, resolved: str | None, why: str) -> None:
    marks = dates(form, language, published=PUBLISHED)
    assert [(m.value, m.resolved) for m in marks] == ([] if value is None else [(value, resolved)]), why


def test_every_language_has_a_table() -> None:
    assert sorted(TABLES) == sorted(codes())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "from 3 to 5 May 2024"),
        ("en", "3-5 May 2024"),
        ("en", "May 3 and 5, 2024"),
        ("ar", "من 3 إلى 5 أيار 2024"),
        ("ar", "بين 3 و5 مايو 2024"),
        ("fr", "du 3 au 5 mai 2024"),
        ("ru", "с 3 по 5 мая 2024 года"),
        ("es", "del 3 al 5 de mayo de 2024"),
        ("zh", "2024年5月3日至5日"),
    ],
)
def test_days_of_one_month_are_two_dates(language: str, text: str) -> None:
    assert [m.value for m in dates(text, language)] == ["2024-05-03", "2024-05-05"]


# The same day in every calendar and every language.
SAME_DAY = {
    "en": ("15 March 2023", "March 15, 2023", "15th of March 2023", "15.03.2023", "23 Shaaban 1444"),
    "ar": ("15 آذار 2023", "15 مارس 2023", "١٥/٣/٢٠٢٣", "23 شعبان 1444 هـ", "15 مارس/آذار 2023"),
    "fr": ("15 mars 2023", "mercredi 15 mars 2023", "15/03/2023", "23 chaabane 1444"),
    "ru": ("15 марта 2023 года", "15.03.2023", "15 мар. 2023"),
    "es": ("15 de marzo de 2023", "15 marzo 2023", "15-03-2023"),
    "zh": ("2023年3月15日", "2023-03-15", "二〇二三年三月十五日", "２０２３年３月１５日"),
}


@pytest.mark.parametrize("language", SAME_DAY)
def test_one_day_in_six_languages(language: str) -> None:
    for text in SAME_DAY[language]:
        assert [m.value for m in dates(text, language)] == ["2023-03-15"], text


def test_whole_marks() -> None:
    text = "On Wednesday, 15 March 2023 at 14:30."
    assert dates(text, "en") == [
        DateMark(3, 27, "2023-03-15", "2023-03-15", "date"),
        DateMark(31, 36, "T14:30", None, "time"),
    ]


def test_without_publication_nothing_is_resolved() -> None:
    assert [m.resolved for m in dates("yesterday; on Monday; 15 March", "en")] == [None, None, None]
    assert dates("24 شعبان", "ar") == []


def test_a_date_before_the_calendar_begins_is_no_error() -> None:
    assert dates("next Monday, yesterday", "en", published=datetime.date.max)[0].resolved is None
    assert dates("24 شعبان", "ar", published=datetime.date.min) == []
