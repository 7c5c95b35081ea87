"""Meetings by table: language, text, what took place; refusals with an empty list; laws of any text."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.marks.test_mentions import parties, witness

from hexapla.lang import codes, load
from hexapla.marks.mentions import mentions
from hexapla.testimony.meetings import meeting_at, meetings
from hexapla.testimony.model import Meeting
from hexapla.testimony.scenes import Account, account
from hexapla.witness.model import Segment, Span, Witness

DAY = dt.date(2031, 5, 14)


def ready(text: str, language: str, published: dt.date | None = DAY) -> Account:
    w = witness(text, language, published)
    return account(w, mentions(w, parties()))


def read(text: str, language: str, published: dt.date | None = DAY) -> tuple[Meeting, ...]:
    return meetings(ready(text, language, published), parties())


def shown(text: str, language: str) -> list[str]:
    """Each meeting as ``kind people [place date] [<relation kind] [planned]``."""
    found = read(text, language)
    kinds = {m.id: m.kind for m in found}
    out = []
    for m in found:
        who = "+".join(sorted(p.person or p.side or "?" for p in m.participants if p.role != "delegation"))
        words = [m.kind, who, m.place or "-", m.date or "-"]
        words += [f"{m.relation}:{kinds[m.parent]}"] if m.parent else []
        words += ["planned"] if m.planned else []
        out.append(" ".join(words))
    return sorted(out)


VISIT = sorted(
    [
        "visit emil-corvane Qasr Nahra 2031-05-13",
        "summit emil-corvane+nadim-al-harouni Qasr Nahra 2031-05-14 within:visit",
        "meal emil-corvane+nadim-al-harouni Qasr Nahra 2031-05-14 within:visit",
        "ministerial hala-al-shamikh+pavel-ostrander Qasr Nahra - margins:visit",
    ]
)
CALL = sorted(
    [
        "call pavel-ostrander+tomas-heltay - 2031-05-12",
        "ministerial pavel-ostrander+tomas-heltay Lisk 2031-05-20 planned",
    ]
)
RECEIVED = ["talks ilina-veskar+khalid-al-samri Lisk 2031-05-14"]
FRIDAY = ["summit emil-corvane+ilina-veskar Marenza 2031-05-09"]

TOLD = [
    (
        "en",
        "Valdorian President Emil Corvane arrived in Qasr Nahra on Tuesday for an official visit. On Wednesday he "
        "met with Sahrati Prime Minister Nadim al-Harouni. The two leaders discussed energy and transport. After "
        "the talks, al-Harouni hosted a dinner in honour of Corvane. On the sidelines of the visit, Valdorian "
        "Foreign Minister Pavel Ostrander held talks with his Sahrati counterpart Hala al-Shamikh.",
        VISIT,
    ),
    (
        "fr",
        "Le président valdorien Émile Corvane est arrivé mardi à Qasr Nahra pour une visite officielle. Mercredi, "
        "il s'est entretenu avec le Premier ministre sahrati Nadim El-Harouni. Les deux dirigeants ont évoqué "
        "l'énergie et les transports. À l'issue des entretiens, Nadim El-Harouni a offert un dîner en l'honneur du "
        "président Corvane. En marge de la visite, le ministre valdorien des Affaires étrangères, Pavel Ostrander, "
        "a eu des entretiens avec son homologue sahratie, Hala El-Chamikh.",
        VISIT,
    ),
    (
        "es",
        "El presidente valdoriano, Emil Corvane, llegó el martes a Qasr Nahra en visita oficial. El miércoles se "
        "reunió con el primer ministro sahratí, Nadim al Haruni. Los dos líderes trataron la energía y el "
        "transporte. Tras las conversaciones, Al Haruni ofreció una cena en honor de Corvane. Al margen de la "
        "visita, el ministro de Exteriores valdoriano, Pavel Ostrander, mantuvo conversaciones con su homóloga "
        "sahratí, Hala al Shamij.",
        VISIT,
    ),
    (
        "ru",
        "Президент Вальдории Эмиль Корван прибыл во вторник в Каср-Нахру с официальным визитом. В среду он "
        "встретился с премьер-министром Сахрата Надимом аль-Харуни. Лидеры обсудили энергетику и транспорт. После "
        "переговоров аль-Харуни дал обед в честь Корвана. В кулуарах визита министр иностранных дел Вальдории Павел "
        "Острандер провел переговоры с министром иностранных дел Сахрата Халой аш-Шамих.",
        [one.replace("visit emil-corvane Qasr Nahra", "visit emil-corvane Qasr Nahra") for one in VISIT],
    ),
    (
        "ar",
        "وصل الرئيس الفالدوري إميل كورفان يوم الثلاثاء إلى قصر النهرة في زيارة رسمية. والتقى كورفان الأربعاء رئيس "
        "الوزراء السهراتي نديم الهاروني. وبحث الزعيمان الطاقة والنقل. وعقب المحادثات أقام الهاروني مأدبة عشاء على "
        "شرف كورفان. وعلى هامش الزيارة عقد وزير الخارجية الفالدوري بافل أوستراندر محادثات مع نظيرته السهراتية هالة "
        "الشامخ.",
        VISIT,
    ),
    (
        "zh",
        "瓦尔多利亚总统埃米尔·科尔万于13日抵达纳赫拉堡进行正式访问。14日，科尔万与萨赫拉特总理纳迪姆·哈鲁尼举行会谈。"
        "双方就能源和交通问题交换意见。会谈后，哈鲁尼设宴招待科尔万。",
        [one for one in VISIT if "ministerial" not in one],
    ),
    (
        "en",
        "Valdorian Foreign Minister Pavel Ostrander spoke by phone with his Dravanian counterpart Tomas Heltay on "
        "Monday. During the call, Ostrander stressed the need for a ceasefire. The two ministers will meet in Lisk "
        "on 20 May 2031.",
        CALL,
    ),
    (
        "fr",
        "Le ministre valdorien des Affaires étrangères Pavel Ostrander a eu lundi un entretien téléphonique avec son "
        "homologue dravanien Tomas Heltay. Lors de cet appel, M. Ostrander a insisté sur un cessez-le-feu. Les deux "
        "ministres se rencontreront à Lisk le 20 mai 2031.",
        CALL,
    ),
    (
        "es",
        "El ministro de Exteriores valdoriano, Pavel Ostrander, mantuvo el lunes una conversación telefónica con su "
        "homólogo dravano, Tomas Heltay. Durante la llamada, Ostrander insistió en un alto el fuego. Los dos "
        "ministros se reunirán en Lisk el 20 de mayo de 2031.",
        CALL,
    ),
    (
        "ru",
        "Министр иностранных дел Вальдории Павел Острандер провел в понедельник телефонный разговор с министром "
        "иностранных дел Дравании Томасом Хелтаем. В ходе беседы Острандер подчеркнул необходимость прекращения "
        "огня. Министры встретятся в Лиске 20 мая 2031 года.",
        CALL,
    ),
    (
        "ar",
        "أجرى وزير الخارجية الفالدوري بافل أوستراندر يوم الاثنين اتصالاً هاتفياً مع نظيره الدرافاني توماس هيلتاي. "
        "وأكد أوستراندر خلال الاتصال ضرورة وقف إطلاق النار. وسيلتقي الوزيران في ليسك في 20 أيار 2031.",
        CALL,
    ),
    (
        "zh",
        "瓦尔多利亚外长帕维尔·奥斯特兰德12日同德拉瓦尼亚外长托马斯·赫尔陶伊通电话。奥斯特兰德强调，必须停火。",
        CALL[:1],
    ),
    (
        "en",
        "The president of Dravania, Ilina Veskar, received the Nuwayran defence minister, Khalid al-Samri, in Lisk "
        "today. Veskar called for talks between Valdoria and Tarsenia. “We will meet again,” she said.",
        RECEIVED,
    ),
    (
        "fr",
        "La présidente de la Dravanie, Ilina Veskar, a reçu aujourd'hui à Lisk le ministre nouweiri de la Défense, "
        "Khaled El-Samri. Ilina Veskar a appelé à des pourparlers entre la Valdorie et la Tarsénie.",
        RECEIVED,
    ),
    (
        "es",
        "La presidenta de Dravania, Ilina Veskar, recibió hoy en Lisk al ministro de Defensa nuweirí, Jalid al "
        "Samri. Veskar pidió conversaciones entre Valdoria y Tarsenia.",
        RECEIVED,
    ),
    (
        "ru",
        "Президент Дравании Илина Вескар приняла сегодня в Лиске министра обороны Нувейры Халида ас-Самри. Вескар "
        "призвала к переговорам между Вальдорией и Тарсенией.",
        RECEIVED,
    ),
    (
        "ar",
        "استقبلت رئيسة درافانيا إيلينا فيسكار اليوم في ليسك وزير الدفاع النويري خالد السمري. ودعت فيسكار إلى محادثات "
        "بين فالدوريا وتارسينيا.",
        RECEIVED,
    ),
    (
        "zh",
        "德拉瓦尼亚总统伊琳娜·韦斯卡14日在利斯克会见努韦拉国防部长哈立德·萨姆里。韦斯卡呼吁瓦尔多利亚和塔尔塞尼亚举行谈判。",
        RECEIVED,
    ),
    (
        "en",
        "Dravanian President Ilina Veskar and Valdorian President Emil Corvane held a meeting in Marenza on Friday. "
        "Corvane said that the conflict must end.",
        FRIDAY,
    ),
    (
        "fr",
        "Une rencontre entre la présidente dravanienne Ilina Veskar et le président valdorien Émile Corvane s'est "
        "tenue vendredi à Marenza. M. Corvane a déclaré que le conflit devait cesser.",
        FRIDAY,
    ),
    (
        "es",
        "La presidenta dravana, Ilina Veskar, y el presidente valdoriano, Emil Corvane, celebraron el viernes una "
        "reunión en Marenza. Corvane afirmó que el conflicto debe terminar.",
        FRIDAY,
    ),
    (
        "ru",
        "В пятницу в Маренце состоялась встреча президента Дравании Илины Вескар и президента Вальдории Эмиля "
        "Корвана. По итогам встречи Корван заявил, что конфликт должен закончиться.",
        FRIDAY,
    ),
    (
        "ar",
        "عقدت رئيسة درافانيا إيلينا فيسكار ورئيس فالدوريا إميل كورفان اجتماعاً في مارينزا يوم الجمعة. وقال كورفان إن "
        "النزاع يجب أن ينتهي.",
        FRIDAY,
    ),
    (
        "zh",
        "德拉瓦尼亚总统伊琳娜·韦斯卡和瓦尔多利亚总统埃米尔·科尔万于9日在马伦察举行会晤。会晤后，科尔万表示，冲突必须结束。",
        FRIDAY,
    ),
    (
        "fr",
        "Le premier ministre sahrati, Nadim El-Harouni, a été accueilli mardi à Lisk par la présidente de la "
        "Dravanie, Ilina Veskar. La présidente a ensuite offert un dîner en l'honneur de son hôte. La veille, le "
        "ministre dravanien des Affaires étrangères, Tomas Heltay, avait appelé son homologue valdorien.",
        [
            "call pavel-ostrander+tomas-heltay - -",
            "meal ilina-veskar+nadim-al-harouni Lisk 2031-05-13 within:summit",
            "summit ilina-veskar+nadim-al-harouni Lisk 2031-05-13",
        ],
    ),
    (
        "fr",
        "La présidente de la Dravanie, Ilina Veskar, a tenu mardi à Lisk une conférence de presse. Elle se rendra à "
        "Marenza, puis à Qasr Nahra.",
        [
            "conference ilina-veskar Lisk 2031-05-13",
            "visit ilina-veskar Marenza - planned",
            "visit ilina-veskar Qasr Nahra - planned",
        ],
    ),
    (
        "es",
        "El presidente valdoriano, Emil Corvane, recibió el martes en el Palacio Gris de Marenza al primer ministro "
        "de Sahrat, Nadim al Haruni, que llegó a la capital en visita oficial. El encuentro arrancó a solas y "
        "continuó en formato ampliado con las delegaciones. La visita se cierra con una cena en honor del primer "
        "ministro.",
        [
            "meal nadim-al-harouni Marenza 2031-05-13 within:visit",
            "summit emil-corvane+nadim-al-harouni Marenza 2031-05-13 within:visit",
            "summit emil-corvane+nadim-al-harouni Marenza 2031-05-13 within:visit",
            "visit nadim-al-harouni Marenza -",
        ],
    ),
    (
        "es",
        "El presidente de Valdoria, Emil Corvane, viajará mañana a Lisk, donde lo recibirá la presidenta Ilina "
        "Veskar. Corvane tiene previsto hablar con el primer ministro de Sahrat, Nadim al Haruni.",
        [
            "call emil-corvane+nadim-al-harouni - - planned",
            "summit emil-corvane+ilina-veskar Lisk - within:visit planned",
            "visit emil-corvane Lisk - planned",
        ],
    ),
]

REFUSED = [
    ("en", "The meeting of shareholders was held in Marenza on Friday."),
    ("en", "Ostrander said that he would not meet Valdorian President Emil Corvane."),
    ("en", "Corvane urged Veskar to hold talks with Foreign Minister Tomas Heltay."),
    ("en", "The teams of Valdoria and Tarsenia meet in the final on Sunday."),
    ("en", "Previous meetings between the two countries brought no result."),
    ("fr", "L'assemblée des actionnaires s'est réunie vendredi à Marenza."),
    ("fr", "Le président Émile Corvane a demandé des pourparlers entre la Tarsénie et la Dravanie."),
    ("es", "La junta de accionistas se reunió el viernes en Marenza."),
    ("es", "El presidente Emil Corvane pidió negociaciones entre Tarsenia y Dravania."),
    ("es", "El presidente Emil Corvane recibió una carta para el primer ministro Nadim al Haruni."),
    ("ru", "Собрание акционеров прошло в пятницу в Маренце."),
    ("ru", "Президент Эмиль Корван призвал к переговорам между Тарсенией и Драванией."),
    ("ar", "عقد المساهمون اجتماعهم السنوي في مارينزا يوم الجمعة."),
    ("ar", "دعا الرئيس إميل كورفان إلى محادثات بين تارسينيا ودرافانيا."),
    ("zh", "股东大会9日在马伦察举行。"),
    ("zh", "科尔万总统呼吁塔尔塞尼亚和德拉瓦尼亚举行谈判。"),
]


@pytest.mark.parametrize(("language", "text", "expected"), TOLD)
def test_meetings(language: str, text: str, expected: list[str]) -> None:
    assert shown(text, language) == expected


@pytest.mark.parametrize(("language", "text"), REFUSED)
def test_no_meeting(language: str, text: str) -> None:
    assert shown(text, language) == []


def test_expanded_and_closed_are_two() -> None:
    found = read(
        "President Ilina Veskar and Valdorian President Emil Corvane held expanded talks in Marenza. At the end of "
        "the expanded talks, the two presidents continued their talks behind closed doors.",
        "en",
    )
    assert [m.form for m in found] == [("expanded",), ("closed",)]
    assert {m.kind for m in found} == {"summit"}


def test_a_delegation_comes_along() -> None:
    (found,) = read(
        "Dravanian President Ilina Veskar met with Valdorian President Emil Corvane in Marenza. The talks were "
        "attended by Foreign Minister Pavel Ostrander and Energy Minister Irene Castellan.",
        "en",
    )
    assert [p.person for p in found.participants if p.role == "delegation"] == [
        "pavel-ostrander",
        "irene-castellan",
    ]
    assert [p.side for p in found.participants] == ["XD", "XV", "XV", "XV"]


def test_host_and_guest_of_a_visit() -> None:
    visit = next(m for m in read(TOLD[0][1], "en") if m.kind == "visit")
    assert (visit.host, visit.guest) == ("XS", "XV")


def test_told_many_times_is_one() -> None:
    (found,) = read(
        "Ilina Veskar met Emil Corvane. Dravanian President Ilina Veskar held talks with Valdorian President Emil "
        "Corvane in Marenza. During the meeting, Corvane praised the treaty. The two presidents discussed trade.",
        "en",
    )
    assert len(found.spans) >= 3
    assert found.confidence > 0.8


def test_where_something_was_said() -> None:
    text = (
        "Dravanian President Ilina Veskar met with Valdorian President Emil Corvane in Marenza. Corvane praised the "
        "treaty. Earlier, Tomas Heltay met with Pavel Ostrander. Ostrander thanked Heltay. Marek Dovane was silent."
    )
    ground = ready(text, "en")
    found = meetings(ground, parties())
    first, second = (m.id for m in found)
    place = {
        word: Span(text.index(word), text.index(word) + 20)
        for word in ("Corvane praised", "Ostrander thanked")
    }
    assert meeting_at(found, ground, place["Corvane praised"]) == first
    assert meeting_at(found, ground, place["Ostrander thanked"]) == second
    assert meeting_at(found, ground, Span(text.index("Marek"), len(text))) is None
    assert meeting_at((), ground, Span(0, 5)) is None


def _bare(text: str, language: str, published: dt.date | None) -> Account:
    """A text as one segment, whatever it holds."""
    whole = Span(0, len(text))
    segment = Segment(whole, "body", language, (whole,))
    w = Witness("test", "0", text, language, (segment,), published=published)
    return account(w, mentions(w, parties()))


def _pieces(language: str) -> st.SearchStrategy[str]:
    """Words of meeting, names, offices, places and signs of a language, in any order."""
    table = load(language).table("testimony")
    words = [
        w
        for section in ("events", "forms", "relations", "roles")
        for some in table[section].values()
        for w in some
    ]
    acts = ("meet", "hold", "receive", "host", "visit", "arrive", "phone", "attend", "discuss", "say", "urge")
    words += [
        w for act in acts for role in ("finite", "impersonal", "trailing") for w in table["acts"][act][role]
    ]
    words = [w for w in words if "[" not in w and "#" not in w]
    names = [p.names[language][0] for p in parties().people() if language in p.names][:40]
    offices = [o.names[language][0] for o in parties().offices() if language in o.names]
    signs = [",", ".", ";", "(", "«", "“", "\n", "14", "و", "的", "\u200f"]
    return st.lists(st.sampled_from(words + names * 3 + offices + signs), max_size=30).map(" ".join)


@pytest.mark.parametrize("language", codes())
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_laws(language: str, data: st.DataObject) -> None:
    text = data.draw(st.one_of(st.text(max_size=60), _pieces(language)))
    ground = _bare(text, language, data.draw(st.sampled_from([None, DAY, dt.date(1900, 1, 1)])))
    found = meetings(ground, parties())
    assert found == meetings(ground, parties())
    ids = {m.id for m in found}
    for m in found:
        assert m.spans
        assert all(0 <= s.start < s.end <= len(text) for s in m.spans)
        assert all(p.span is None or 0 <= p.span.start < p.span.end <= len(text) for p in m.participants)
        assert 0.5 <= m.confidence <= 0.95
        assert (m.parent is None) == (m.relation is None)
        assert m.parent is None or (m.parent in ids and m.parent != m.id)
        assert m.because
        place = meeting_at(found, ground, Span(0, len(text)))
        assert place is None or place in ids
