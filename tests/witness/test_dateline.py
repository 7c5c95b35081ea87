"""Datelines by table, and the ordinary sentences that look like one."""

from __future__ import annotations

import datetime as dt

import pytest

from hexapla.witness.dateline import parse_dateline

EN = "The president of Veldia met his counterpart on Wednesday."
FR = "Le président de Veldie a rencontré son homologue mercredi."
RU = "Президент Велдии встретился в среду со своим коллегой."
ES = "El presidente de Veldia se reunió con su homólogo."
AR = "أعلن رئيس فيلديا اليوم أن المحادثات كانت جيدة."
ZH = "总统在会谈中表示，两国关系良好，双方将继续合作。"

# Rows: language, dateline, report; then the place, outlet, day, month and year that it gives.
INLINE = [
    ("en", "Moscow, SANA- ", EN, "Moscow", "SANA", None, None, None),
    ("en", "Karo City, VNX - ", EN, "Karo City", "VNX", None, None, None),  # an outlet nobody listed
    ("en", "PARIS (Reuters) - ", EN, "PARIS", "Reuters", None, None, None),
    ("en", "(CNN) — ", EN, None, "CNN", None, None, None),
    ("en", "VeldiaNews - ", EN, None, "VeldiaNews", None, None, None),
    ("en", "KARO (VNA) – ", EN, "KARO", "VNA", None, None, None),
    ("en", "Karo/VNA/ ", EN, "Karo", "VNA", None, None, None),
    ("en", "BEIRUT — ", EN, "BEIRUT", None, None, None, None),
    ("en", "ISLAMABAD: ", EN, "ISLAMABAD", None, None, None, None),
    ("en", "MOSCOW, March 15 (TASS) — ", EN, "MOSCOW", "TASS", 15, 3, None),
    ("en", "MOSCOW, March 15. /TASS/. ", EN, "MOSCOW", "TASS", 15, 3, None),
    ("en", "UNITED NATIONS, Sept. 15 (AP) — ", EN, "UNITED NATIONS", "AP", 15, 9, None),
    ("en", "DAMASCUS, Syria (AP) -- ", EN, "DAMASCUS, Syria", "AP", None, None, None),
    ("en", "Washington, D.C. (AP) — ", EN, "Washington, D.C.", "AP", None, None, None),
    ("en", "BEIJING, March 15, 2031 (Xinhua) -- ", EN, "BEIJING", "Xinhua", 15, 3, 2031),
    ("en", "Karo, 15 March 2031 – ", EN, "Karo", None, 15, 3, 2031),
    ("fr", "Moscou-SANA/", FR, "Moscou", "SANA", None, None, None),
    ("fr", "Moscou, (SANA) – ", FR, "Moscou", "SANA", None, None, None),
    ("fr", "Tel-Aviv (AFP) - ", FR, "Tel-Aviv", "AFP", None, None, None),
    ("fr", "Paris, le 15 mars 2031 – ", FR, "Paris", None, 15, 3, 2031),
    ("fr", "Genève, 1er mars 2031 (ATS) - ", FR, "Genève", "ATS", 1, 3, 2031),
    ("ru", "МОСКВА, 15 марта. /ТАСС/. ", RU, "МОСКВА", "ТАСС", 15, 3, None),
    ("ru", "МОСКВА, 15 мар - РИА Новости. ", RU, "МОСКВА", "РИА Новости", 15, 3, None),
    ("ru", "Москва. 15 марта. ИНТЕРФАКС - ", RU, "Москва", "ИНТЕРФАКС", 15, 3, None),
    ("ru", "КАРО, 15 марта 2031 г. /ВНА/. ", RU, "КАРО", "ВНА", 15, 3, 2031),
    ("es", "MOSCÚ, 15 mar (EFE) - ", ES, "MOSCÚ", "EFE", 15, 3, None),
    ("es", "Karo, 15 de marzo de 2031 (VNX).- ", ES, "Karo", "VNX", 15, 3, 2031),
    ("es", "La Habana, 15 mar (Prensa Latina) ", ES, "La Habana", "Prensa Latina", 15, 3, None),
    ("ar", "موسكو-سانا ", AR, "موسكو", "سانا", None, None, None),
    ("ar", "باريس (رويترز) - ", AR, "باريس", "رويترز", None, None, None),
    ("ar", "القاهرة في 15 مارس /أ ش أ/ ", AR, "القاهرة", "أ ش أ", 15, 3, None),
    ("ar", "دمشق، 15 آذار 2031 (فنا) - ", AR, "دمشق", "فنا", 15, 3, 2031),
    ("ar", "بيروت في 15 كانون الثاني 2031 - ", AR, "بيروت", None, 15, 1, 2031),
    ("ar", "رام الله - فيلديا نيوز - ", AR, "رام الله", "فيلديا نيوز", None, None, None),
    # an outlet of several words, or hyphened, that nobody listed
    ("fr", "Karo, (Presse-Lind) – ", FR, "Karo", "Presse-Lind", None, None, None),
    ("fr", "Karo (Veldie-Info) – ", FR, "Karo", "Veldie-Info", None, None, None),
    ("fr", "Dar El-Oru, (Agence norienne d’information) – ", FR, "Dar El-Oru", "Agence norienne d’information", None, None, None),
    ("fr", "Karo, (Agence du Lind) – ", FR, "Karo", "Agence du Lind", None, None, None),
    ("fr", "Nations Unies, (Presse-Lind) – ", FR, "Nations Unies", "Presse-Lind", None, None, None),
    ("fr", "Karo, (Le Passeur) – ", FR, "Karo", "Le Passeur", None, None, None),  # nothing but its place tells
    ("es", "Karo (Agencia Lind).- ", ES, "Karo", "Agencia Lind", None, None, None),
    ("es", "Puerto Oru, 6 nov (Agencia Lind).- ", ES, "Puerto Oru", "Agencia Lind", 6, 11, None),
    # a hyphen within the place's name
    ("en", "DAR AL-ORU (Veldia News Agency) – ", EN, "DAR AL-ORU", "Veldia News Agency", None, None, None),
    ("en", "DAR AL-ORU, March 5 (VNA) – ", EN, "DAR AL-ORU", "VNA", 5, 3, None),
    ("ru", "ДАР-ЭЛЬ-ОРУ. /ВЕЛДПРЕСС/. ", RU, "ДАР-ЭЛЬ-ОРУ", "ВЕЛДПРЕСС", None, None, None),
    ("zh", "新华社莫斯科3月15日电（记者李某）", ZH, "莫斯科", "新华社", 15, 3, None),
    ("zh", "新华社北京2031年3月15日电 ", ZH, "北京", "新华社", 15, 3, 2031),
    ("zh", "中新网3月15日电 ", ZH, None, "中新网", 15, 3, None),
    ("zh", "【环球网报道 记者 王某】", ZH, None, "环球网", None, None, None),
]  # fmt: skip

# Ordinary sentences and labels: no dateline.
NONE = [
    ("en", "Moscow - the capital of Russia - hosted talks on Wednesday between the two presidents."),
    ("en", "NATO – Russia's old rival – said on Wednesday it would not send troops."),
    ("en", "Moscow – Damascus relations have developed over the years and the two will meet."),
    ("en", "US-EU talks resumed on Wednesday in Geneva after a long break of two years."),
    ("en", "Veldia and Noria – The two neighbours have signed an agreement on water today."),
    ("en", "Sergey Karo (Veldia) – Foreign Minister since 2029 – told reporters he would go."),
    ("en", "In Moscow, NATO – Members discussed the text on Wednesday for three hours."),
    ("en", "UPDATE: The president of Veldia met his counterpart on Wednesday in the capital."),
    ("en", "EU: Ministers have agreed on the new text after talks that lasted all night."),
    ("fr", "Moscou – capitale de la Russie – a accueilli mercredi des pourparlers."),
    ("fr", "Le ministre (Agence du Lind) – Il a reçu mercredi l’envoyé de la Norie dans la capitale."),
    ("fr", "Mme Oru (Parti du fleuve) – La présidente a reçu mercredi l’envoyé de la Norie."),
    ("fr", "Paris-Berlin : Le couple franco-allemand se réunit mercredi pour parler du budget."),
    ("ru", "Москва - столица России - приняла в среду переговоры двух президентов."),
    ("ru", "МИД РФ — Россия всегда выступала за мир, заявил министр."),
    ("es", "Madrid - la capital - acogió el miércoles conversaciones entre los dos."),
    ("ar", "موسكو - عاصمة روسيا - استضافت اليوم محادثات بين الرئيسين في القصر."),
    ("ar", "الرئيس أورو - كما قال الوزير - سيزور البلاد غدا مع وفد كبير."),
    ("zh", "中国社会3月15日起实行新规定，总统在会谈中表示，两国关系良好。"),
    ("zh", "莫斯科——俄罗斯首都——周三接待了两国总统的会谈。"),
    ("en", ""),
    ("en", "-"),
    ("ar", "()"),
]  # fmt: skip

# Lines that are nothing but a dateline: (language, line, place, outlet, date).
ALONE = [
    ("ar", "موسكو-سانا", "موسكو", "سانا", None),
    ("en", "Moscow, SANA", "Moscow", "SANA", None),
    ("en", "Karo, 15 March 2031", "Karo", None, dt.date(2031, 3, 15)),
    ("en", "Wednesday, March 15, 2031", None, None, dt.date(2031, 3, 15)),
    ("en", "2031-03-15 14:30", None, None, dt.date(2031, 3, 15)),
    ("ar", "١٥ آذار ٢٠٣١", None, None, dt.date(2031, 3, 15)),
    ("ru", "15 марта 2031, 14:30", None, None, dt.date(2031, 3, 15)),
    ("zh", "2031年3月15日", None, None, dt.date(2031, 3, 15)),
]
NOT_ALONE = [
    ("en", "World news"),
    ("en", "Veldia, Noria"),
    ("en", "Monday"),
    ("en", "2031"),
    ("en", "03/04/2031"),  # the third of April or the fourth of March
    ("fr", "Objectifs de la visite"),
    ("ar", "أهداف الزيارة"),
]


@pytest.mark.parametrize(("code", "head", "report", "place", "outlet", "day", "month", "year"), INLINE)
def test_a_dateline_before_a_report(
    code: str,
    head: str,
    report: str,
    place: str | None,
    outlet: str | None,
    day: int | None,
    month: int | None,
    year: int | None,
) -> None:
    found = parse_dateline(head + report, code)
    assert found is not None
    assert (found.place, found.outlet, found.day, found.month, found.year) == (
        place,
        outlet,
        day,
        month,
        year,
    )
    assert (head + report)[found.end :] == report


@pytest.mark.parametrize(("code", "line"), NONE)
def test_no_dateline(code: str, line: str) -> None:
    assert parse_dateline(line, code) is None


@pytest.mark.parametrize(("code", "line", "place", "outlet", "date"), ALONE)
def test_a_line_of_its_own(
    code: str, line: str, place: str | None, outlet: str | None, date: dt.date | None
) -> None:
    found = parse_dateline(line, code, alone=True)
    assert found is not None
    assert (found.place, found.outlet, found.date) == (place, outlet, date)


@pytest.mark.parametrize(("code", "line"), NOT_ALONE)
def test_no_line_of_its_own(code: str, line: str) -> None:
    assert parse_dateline(line, code, alone=True) is None


def test_a_day_that_does_not_exist_is_no_date() -> None:
    found = parse_dateline(f"KARO, February 30, 2031 (VNA) — {EN}", "en")
    assert found is not None
    assert found.date is None
