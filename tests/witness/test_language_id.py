"""Language by table: short headlines of ours, and refusals of languages that are not."""

from __future__ import annotations

import pytest

from hexapla.errors import LanguageUnknown
from hexapla.witness.language_id import clearly, identify

OURS = [
    ("en", "President meets envoy"),
    ("en", "Talks resume in Karo"),
    ("en", "ORU MEETS KARO"),
    ("en", "Check Also"),
    ("en", "A Veldian envoy will arrive on Monday to discuss the border with Noria."),
    ("fr", "Le ministre rencontre l'émissaire"),
    ("fr", "Sommet de Karo"),
    ("fr", "LE PRÉSIDENT REÇOIT UN ÉMISSAIRE"),
    ("fr", "Communiqué conjoint"),
    ("es", "Presidenta recibe a canciller"),
    ("es", "Reunión en Karo"),
    ("es", "PRESIDENTE RECIBE A ENVIADO"),
    ("ar", "الرئيسة أورو تلتقي كارو"),
    ("ar", "الرئيس"),
    ("ar", "گوردون يلتقي چيني في كارو"),  # letters for foreign names do not make it Persian
    ("ru", "Ору приняла Каро"),
    ("ru", "Президент"),
    ("zh", "总统会见外长"),
    ("zh", "總統會見外長"),
    ("zh", "总统 Ann Oru 会见 Sergey Karo 部长"),  # names in Latin letters
    ("ru", "В Каро прибыл представитель Veldia Airlines и Noria Bank"),
]
NOT_OURS = [
    ("de", "Der Präsident traf am Mittwoch den Außenminister, um über die Lage zu beraten."),
    ("it", "Il presidente ha incontrato il ministro degli Esteri per discutere della situazione."),
    ("pt", "O presidente recebeu o ministro das Relações Exteriores para discutir a situação da região."),
    ("nl", "De president ontmoette woensdag de minister van Buitenlandse Zaken om te praten."),
    ("tr", "Cumhurbaşkanı Çarşamba günü Dışişleri Bakanı ile bir araya geldi."),
    ("pl", "Prezydent spotkał się w środę z ministrem spraw zagranicznych."),
    ("ca", "El president es va reunir dimecres amb el ministre d'Afers Exteriors per parlar de la situació."),
    ("fa", "رئیس جمهور روز چهارشنبه با وزیر امور خارجه دیدار و گفتگو کرد"),
    ("ur", "صدر نے بدھ کے روز وزیر خارجہ سے ملاقات کی"),
    ("ckb", "سەرۆک لەگەڵ وەزیری دەرەوە کۆبووەوە"),
    ("uk", "Президент зустрівся у середу з міністром, щоб обговорити ситуацію."),
    ("be", "Прэзідэнт сустрэўся ў сераду з міністрам замежных спраў."),
    ("bg", "Президентът се срещна в сряда с министъра, за да обсъдят положението, което е трудно."),
    ("kk", "Президент сәрсенбі күні Сыртқы істер министрімен кездесті."),
    ("ja", "大統領は水曜日に外務大臣と会談し、情勢について話し合った。"),
    ("ko", "대통령은 수요일 외무장관과 회담했다."),
    ("he", "הנשיא נפגש ביום רביעי עם שר החוץ"),
    ("el", "Ο πρόεδρος συναντήθηκε την Τετάρτη"),
    ("hi", "राष्ट्रपति ने बुधवार को मुलाकात की"),
    ("none", ""),
    ("none", "123 456 …"),
    ("none", "😀 \u200f"),
]


@pytest.mark.parametrize(("code", "text"), OURS)
def test_ours(code: str, text: str) -> None:
    found, confidence = identify(text)
    assert found == code
    assert 0 < confidence <= 1


@pytest.mark.parametrize(("code", "text"), NOT_OURS)
def test_not_ours(code: str, text: str) -> None:
    with pytest.raises(LanguageUnknown) as error:
        identify(text)
    assert error.value.what
    assert error.value.todo


def test_a_long_text_is_sampled_past_its_empty_head() -> None:
    text = "1 2 3 " * 3000 + "The president of Veldia met the envoy of Noria on Monday. " * 300
    assert identify(text)[0] == "en"


# (language of the text around, passage, its language)
PASSAGES = [
    ("ar", "Президент Велдии встретился с послом.", "ru"),
    (
        "en",
        "Le président de la Veldie a reçu dans la journée les ministres et les envoyés de la région.",
        "fr",
    ),
    ("fr", "Check Also", "fr"),  # too short to speak for itself
    ("zh", "总统 Ann Margaret Oru-Lindqvist 说", "zh"),  # names in Latin letters
    ("zh", "BBC Noria 的 Ann Oru 在 Karo City Stadium 球场报道了这一消息", "zh"),
    ("en", "1234", "en"),
    ("en", "הנשיא נפגש עם שר החוץ", "en"),  # none of ours: the text's, for want of better
]


@pytest.mark.parametrize(("around", "text", "expected"), PASSAGES)
def test_a_passage_in_a_text(around: str, text: str, expected: str) -> None:
    assert clearly(text, around) == expected
