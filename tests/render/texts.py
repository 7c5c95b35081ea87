"""Four versions of one meeting of two invented states, written for these tests.

Each line is ``(locus, role, words)``; locus 0 is no row of the collation (a dateline, or
what is set aside, whose role is then the reason). A ``|`` parts the clauses of a segment
that answer different passages; their loci stand as a tuple.
"""

from __future__ import annotations

Line = tuple[int | tuple[int, ...], str, str]

ENGLISH: list[Line] = [
    (1, "title", "President Velosh and Minister Haddun discuss water and trade"),
    (0, "dateline", "Lorvik, KNA –"),
    (2, "body", "President Darin Velosh on Tuesday received the Foreign Minister of Tolmar, Samir Haddun."),
    (
        3,
        "body",
        "The two sides reviewed how the waters of the Ansa river are shared, and agreed that a joint "
        "committee would meet on 3 June in Lorvik.",
    ),
    (
        (4, 5),
        "body",
        "Trade between the two countries reached 420 million dollars last year,|and both sides want it to "
        "double by 2035.",
    ),
    (6, "body", "Velosh demanded the withdrawal of the illegal outposts from the border district."),
    (7, "body", "“We shall sign nothing before the last outpost is gone,” the president said."),
    (8, "body", "Haddun said that his country did not object to a monitoring mission."),
    (9, "body", "A working dinner in honour of the guest followed the talks."),
    (0, "related-links", "Read also: Harvest festival opens in Lorvik with a record number of visitors"),
]

FRENCH: list[Line] = [
    (1, "title", "Le président Velosh et le ministre Haddun parlent de l’eau et du commerce"),
    (0, "dateline", "Lorvik, (KNA) –"),
    (
        2,
        "body",
        "Le président Darin Velosh a reçu mardi le ministre des Affaires étrangères du Tolmar, Samir Haddun.",
    ),
    (
        (4, 5),
        "body",
        "Les échanges entre les deux pays ont atteint 450 millions de dollars l’an dernier,|et les deux "
        "parties souhaitent les doubler d’ici à 2035.",
    ),
    (
        3,
        "body",
        "Les deux parties ont examiné le partage des eaux de l’Ansa et sont convenues qu’un comité mixte se "
        "réunirait le 13 juin à Tamsur.",
    ),
    (6, "body", "M. Velosh a appelé au retrait des avant-postes du district frontalier."),
    (
        7,
        "body",
        "Le président a affirmé que rien ne serait signé avant que le dernier avant-poste ait disparu.",
    ),
    (9, "body", "Un déjeuner de travail en l’honneur de l’hôte a suivi les entretiens."),
    (0, "related-links", "À lire aussi : La fête des moissons s’ouvre à Lorvik"),
    (0, "share-line", "Partager cet article"),
]

ARABIC: list[Line] = [
    (1, "title", "الرئيس فيلوش والوزير حدّون يبحثان ملفي المياه والتجارة"),
    (0, "dateline", "لورفيك – وكالة كارفينيا للأنباء"),
    (2, "body", "استقبل الرئيس دارين فيلوش يوم الثلاثاء وزير خارجية تولمار سامر حدّون والوفد المرافق له."),
    (
        3,
        "body",
        "واستعرض الجانبان تقاسم مياه نهر أنسا، واتفقا على أن تجتمع لجنة مشتركة "
        "في الثالث من حزيران في لورفيك.",
    ),
    (
        (4, 5),
        "body",
        "وبلغ حجم التبادل التجاري بين البلدين 420 مليون دولار في العام الماضي،|ويرغب الجانبان في مضاعفته "
        "بحلول عام 2035.",
    ),
    (6, "body", "وطالب فيلوش بسحب جميع البؤر غير الشرعية من المنطقة الحدودية."),
    (10, "body", "وأدان الرئيس الحصار المفروض على قرى الضفة الغربية من النهر."),
    (7, "body", "وقال الرئيس: «لن نوقّع شيئاً قبل زوال آخر بؤرة»."),
    (8, "body", "وقال حدّون إن بلاده تعترض على إرسال بعثة مراقبة."),
    (9, "body", "وأعقبت المحادثات مأدبة عشاء عمل على شرف الضيف."),
]

RUSSIAN: list[Line] = [
    (1, "title", "Президент Велош и министр Хаддун обсудили воду и торговлю"),
    (
        2,
        "body",
        "Президент Дарин Велош во вторник принял министра иностранных дел Толмара Самира Хаддуна в Лорвике.",
    ),
    (
        3,
        "body",
        "Стороны рассмотрели вопрос о распределении вод реки Анса и договорились, что совместный комитет "
        "соберётся 3 июня.",
    ),
    (4, "body", "Товарооборот между двумя странами в прошлом году достиг 420 миллионов долларов."),
    (6, "body", "Велош призвал вывести незаконные посты из приграничного района."),
    (
        7,
        "body",
        "«Мы ничего не подпишем, пока не исчезнет последний пост», – заявил пресс-секретарь президента.",
    ),
    (8, "body", "Хаддун сказал, что его страна не возражает против наблюдательной миссии."),
    (0, "next-article", "Хор ветеранов Лорвика отправляется на гастроли"),
]

SPANISH: list[Line] = [
    (1, "title", "El presidente Velosh y el ministro Haddun hablan del agua y del comercio"),
    (
        2,
        "body",
        "El presidente Darin Velosh recibió el martes al ministro de Exteriores de Tolmar, Samir Haddun.",
    ),
    (4, "body", "El comercio entre ambos países llegó a 420 millones de dólares el año pasado."),
    (6, "body", "Velosh exigió la retirada de los puestos ilegales del distrito fronterizo."),
]

CHINESE: list[Line] = [
    (1, "title", "韦洛什总统与哈敦部长讨论水资源和贸易"),
    (2, "body", "达林·韦洛什总统星期二会见了托尔马尔外交部长萨米尔·哈敦。"),
    (4, "body", "两国去年的贸易额达到4.2亿美元。"),
    (6, "body", "韦洛什要求从边境地区撤出非法哨所。"),
]

LATER_ENGLISH: list[Line] = [
    (1, "title", "Joint committee on the Ansa holds its first session"),
    (
        2,
        "body",
        "The joint committee on the waters of the Ansa met in Lorvik on 3 June, two years after the talks.",
    ),
    (3, "body", "Eleven experts took part."),
]

LATER_FRENCH: list[Line] = [
    (1, "title", "Le comité mixte sur l’Ansa tient sa première séance"),
    (2, "body", "Le comité mixte sur les eaux de l’Ansa s’est réuni à Lorvik le 3 juin."),
    (3, "body", "Douze experts y ont pris part."),
]
