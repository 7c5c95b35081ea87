"""Short sentences of our own, glossed from each language into each: the words that must be there, in order.

A word of several is any of them (``met|received``). What the lexicon calls a thing may change with
the lexicon; who did what to whom, and in which order it is said, may not.
"""

from __future__ import annotations

import pytest

from hexapla.gloss import gloss

ARABIC = [
    (
        "أكد الرئيس أهمية الحوار.",
        "en",
        "president confirmed|affirmed|stressed importance|significance of dialogue",
    ),
    ("أكد الرئيس أهمية الحوار.", "fr", "président a confirmé|affirmé importance de dialogue"),
    (
        "التقى وزير الخارجية الروسي نظيره السوري في موسكو يوم الأربعاء.",
        "en",
        "Russian foreign minister met Syrian counterpart in Moscow Wednesday",
    ),
    (
        "التقى وزير الخارجية الروسي نظيره السوري في موسكو يوم الأربعاء.",
        "ru",
        "российский министр встретился сирийский коллега в Москва среда",
    ),
    ("لن توقع الحكومة الاتفاق.", "en", "government will not sign agreement"),
    ("لم يحضر الوزير الاجتماع.", "en", "minister did not attend meeting"),
    ("قال إنهم وافقوا على وقف إطلاق النار.", "en", "said that they agreed|accepted on ceasefire"),
    ("وصل وفد اقتصادي كبير إلى العاصمة.", "en", "economic delegation to capital"),
    ("زار الرئيس 3 مدن.", "en", "president visited 3 cities|towns"),
    ("زار الرئيس 3 مدن.", "es", "presidente visitó 3 ciudades"),
    ("شكر الوزير حكومته.", "en", "minister thanked his government|cabinet"),
    ("التقى الرئيسان في 5 أيار 2031.", "en", "presidents|heads met 5 May 2031"),
]
ENGLISH = [
    (
        "The Russian foreign minister will visit Moscow on Wednesday.",
        "fr",
        "ministre des affaires étrangères russe va Moscou mercredi",
    ),
    ("The government did not sign the agreement.", "es", "gobierno no firmar acuerdo"),
    ("The government did not sign the agreement.", "ar", "حكومة لم يوقع اتفاق"),
    ("The ministers discussed security and trade.", "ru", "министры обсудил безопасность и торговля"),
    ("The president's adviser rejected the proposal.", "fr", "conseiller de président a rejeté proposition"),
    ("The president's adviser rejected the proposal.", "zh", "的 顾问 拒绝了 建议"),
    ("Three soldiers were wounded on 5 May 2031.", "zh", "3 士兵 2031年5月5日"),
]
FRENCH = [
    (
        "Le ministre russe a rencontré le président syrien à Moscou.",
        "en",
        "Russian minister has met Syrian president Moscow",
    ),
    ("Le gouvernement ne signera pas l'accord.", "en", "government not will sign agreement"),
    ("Trois soldats ont été tués dans l'attaque.", "en", "3 soldiers have been killed in attack"),
    (
        "Une délégation économique importante est arrivée mercredi.",
        "en",
        "economic delegation is arrived Wednesday",
    ),
    (
        "Avant l'été, les deux parties ont fait un premier pas.",
        "en",
        "before summer 2 parties|parts|sides 1st step",
    ),
    ("Le ministre s'est entretenu avec son homologue.", "en", "minister has met|talked with counterpart"),
    ("L'État a signé l'accord.", "ru", "государство подписать|подписал соглашение"),
]
SPANISH = [
    (
        "El ministro ruso se reunió con el presidente sirio en Moscú.",
        "en",
        "Russian minister met with Syrian president in Moscow",
    ),
    ("El Gobierno no firmará el acuerdo.", "en", "government not will sign agreement"),
    (
        "Las fuerzas armadas atacaron tres ciudades el 5 de mayo de 2031.",
        "en",
        "armed forces attacked 3 cities|towns 5 May 2031",
    ),
    ("Los dos países acordaron un alto el fuego.", "fr", "2 pays convenu|accordé cessez-le-feu"),
    ("El tratado entrará en vigor en 2040.", "en", "treaty will come|enter into force in 2040"),
]
RUSSIAN = [
    (
        "Министр иностранных дел России встретился в Москве с президентом Сирии.",
        "en",
        "foreign minister of Russia met in Moscow with president of Syria",
    ),
    ("Правительство не подписало соглашение.", "en", "government not signed agreement"),
    ("В среду стороны обсудили безопасность границы.", "en", "Wednesday sides|parties discussed security"),
    ("Конференция будет проведена в мае.", "en", "conference will be held in May"),
    ("Министры подписали 3 соглашения.", "fr", "ministres a signé 3 accords"),
]
CHINESE = [
    ("俄罗斯外交部长将于星期三访问莫斯科。", "en", "Russian foreign minister will Wednesday visit Moscow"),
    ("政府没有签署协议。", "en", "government not sign agreement"),
    ("伊朗的石油出口增长20%。", "en", "Iran oil export increase|growth|grow 20%"),
    ("叙利亚总统表示支持停火。", "en", "Syrian president support ceasefire"),
    ("两国将成立委员会。", "en", "2 countries will commission|committee"),
]
TABLE = [
    (language, *row)
    for language, rows in (
        ("ar", ARABIC),
        ("en", ENGLISH),
        ("fr", FRENCH),
        ("es", SPANISH),
        ("ru", RUSSIAN),
        ("zh", CHINESE),
    )
    for row in rows
]


def shown(text: str) -> list[str]:
    return text.replace("/", " ").replace("’s", "").replace(".", " ").replace(",", " ").split()


@pytest.mark.parametrize(("language", "text", "into", "expected"), TABLE)
def test_who_did_what_is_told_in_order(language, text, into, expected):
    line = gloss(text, language, into).text
    words, at = shown(line), 0
    for asked in expected.split():
        options = asked.split("|")
        found = next((n for n in range(at, len(words)) if words[n] in options), None)
        assert found is not None, f"{asked!r} is missing after {words[:at]} in: {line}"
        at = found + 1


@pytest.mark.parametrize(
    ("language", "text", "into", "never"),
    [
        # The accent makes it a strait; Detroit is a town.
        ("fr", "Les navires passent le détroit.", "en", "Detroit"),
        # A port and a dawn are the town's name together.
        ("es", "El ministro llegó a Puerto Alba.", "en", "dawn"),
        # وأن is "and that", no "even if".
        ("ar", "قال إن القضاء مستقل وأن الحكومة توافق.", "en", "if"),
        # The ending is ة, no pronoun.
        ("ar", "وقعت الحكومة اتفاقية جديدة.", "en", "his"),
        # Before a noun it is no negation; the article is none of its own.
        ("fr", "C'est un premier pas.", "en", "not"),
    ],
)
def test_what_would_mislead_is_not_said(language, text, into, never):
    assert never not in shown(gloss(text, language, into).text)
