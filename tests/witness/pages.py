"""News pages of our own making, in six languages: each line with what it is.

A line is (kind, text): ``title``, ``dateline``, ``subhead``, ``body``, or a reason for
setting aside; ``body+`` is a body paragraph that opens with a dateline.
"""

from __future__ import annotations

Page = tuple[tuple[str, str], ...]

PAGES: dict[str, tuple[str, Page]] = {
    "en, a site's frame all round": (
        "en",
        (
            ("navigation", "Home > World > Region"),
            ("section-label", "World news"),
            ("title", "Veldia and Noria agree to reopen the border in May"),
            ("byline", "By Ann Lind"),
            ("dateline", "Wednesday, 15 March 2031"),
            ("share", "Share on Facebook"),
            (
                "body+",
                "Karo, VNA- President Ann Oru of Veldia met her Norian counterpart, Sergey Karo, on Wednesday.",
            ),
            (
                "body",
                "The two leaders agreed to reopen the border in May, and promised to repair the bridges.",
            ),
            ("advert", "Advertisement"),
            ("body", "“We have waited long enough.” Oru added."),
            ("related-links", "Read also: Noria's parliament votes on the bridge law"),
            ("subhead", "The question of the bridges"),
            ("body", "Most of the bridges over the Lind were destroyed in the war and never rebuilt."),
            ("body", "A joint commission will meet in June."),
            ("byline", "R.K./B.S."),
            ("section-label", "Tags: Veldia, Noria, border"),
            ("related-links", "Check Also"),
            ("next-article", "Fishermen of Osten protest against the new harbour fees"),
            ("next-article", "Osten, VNA- Several hundred fishermen gathered on Tuesday in front of …"),
            ("copyright", "© 2031 Veldian News Agency. All rights reserved."),
        ),
    ),
    "en, a cue in the middle and subheads named like sections": (
        "en",
        (
            ("title", "Talks in Karo end without a text"),
            (
                "body",
                "The talks between Veldia and Noria ended on Monday without an agreed text, officials said.",
            ),
            ("subhead", "Economy"),
            (
                "body",
                "The economy was the first point: the two sides spoke for an hour about tariffs on fish.",
            ),
            ("related-links", "Read also"),
            ("next-article", "Osten raises harbour fees"),
            ("body", "Noria wants the tariffs gone by the summer, while Veldia asks for three years."),
            ("subhead", "Security"),
            ("body", "On security the ministers had little to say; they will meet again next week."),
        ),
    ),
    "en, a list at the end": (
        "en",
        (
            ("title", "Documents signed in Karo"),
            ("body", "The following documents were signed in the presence of the two presidents on Monday:"),
            ("body", "A memorandum on fisheries"),
            ("body", "- A protocol on schools"),
            ("body", "- A charter for youth exchanges"),
        ),
    ),
    "fr, a title printed twice and a label between": (
        "fr",
        (
            ("title", "La Veldie et la Norie rouvrent leur frontière"),
            ("section-label", "Dernières actualités"),
            ("repeated-title", "La Veldie et la Norie rouvrent leur frontière"),
            (
                "body+",
                "Karo-VNA/La présidente veldienne, Ann Oru, a reçu mercredi son homologue norien, Sergueï Karo.",
            ),
            (
                "body",
                "Les deux dirigeants ont convenu de rouvrir la frontière en mai, et de réparer les ponts.",
            ),
            ("subhead", "Objectifs de la commission"),
            ("body", "La commission mixte se réunira en juin pour examiner les plans des ponts."),
            ("related-links", "À lire aussi : Le parlement de Norie vote la loi sur les ponts"),
            ("body", "« Nous avons assez attendu », a ajouté Mme Oru."),
            ("byline", "A.Ch."),
            ("section-label", "Bulletin Français"),
            ("related-links", "Le plus lu"),
            ("next-article", "Les pêcheurs d'Osten manifestent contre les taxes"),
            ("share", "Suivez-nous sur Telegram"),
        ),
    ),
    "es, an agency's page": (
        "es",
        (
            ("section-label", "Internacional"),
            ("title", "Veldia y Noria acuerdan reabrir la frontera en mayo"),
            (
                "body+",
                "KARO, 15 mar (VNX) - La presidenta de Veldia, Ann Oru, recibió el miércoles a su homólogo de Noria.",
            ),
            (
                "body",
                "Ambos acordaron reabrir la frontera en mayo, y prometieron reparar los puentes del río.",
            ),
            ("share", "Compartir en Facebook"),
            ("body", "«Hemos esperado bastante», dijo Oru."),
            ("related-links", "Noticias relacionadas"),
            ("next-article", "Los pescadores de Osten protestan por las tasas"),
            ("copyright", "Todos los derechos reservados"),
        ),
    ),
    "ru, an agency's page": (
        "ru",
        (
            ("section-label", "В мире"),
            ("title", "Велдия и Нория откроют границу в мае"),
            ("dateline", "15 марта 2031, 14:30"),
            ("copyright", "Фото: пресс-служба президента Велдии"),
            (
                "body+",
                "КАРО, 15 марта. /ВНА/. Президент Велдии Анна Ору приняла в среду своего норийского коллегу.",
            ),
            (
                "body",
                "Стороны договорились открыть границу в мае, и пообещали восстановить мосты через Линд.",
            ),
            ("related-links", "Читайте также: Парламент Нории принял закон о мостах"),
            ("subhead", "Вопрос о мостах"),
            ("body", "Большинство мостов разрушено во время войны. «Мы ждали достаточно», — сказала Ору."),
            ("section-label", "Теги: Велдия, Нория"),
            ("share", "Подписывайтесь на наш канал в Telegram."),
            ("related-links", "Материалы по теме"),
            ("next-article", "Рыбаки Остена протестуют против портовых сборов"),
        ),
    ),
    "ar, an agency's page": (
        "ar",
        (
            ("title", "فيلديا ونوريا تتفقان على إعادة فتح الحدود في أيار"),
            ("dateline", "دمشق-سانا"),
            (
                "body",
                "بحثت رئيسة فيلديا آنا أورو مع نظيرها النوري سيرغي كارو اليوم إعادة فتح الحدود بين البلدين.",
            ),
            ("body", "واتفق الجانبان على فتح الحدود في أيار، ووعدا بإصلاح الجسور على نهر ليند."),
            ("subhead", "مسألة الجسور"),
            ("body", "ودمرت الحرب معظم الجسور على النهر، وستجتمع لجنة مشتركة في حزيران لدراسة الخطط."),
            ("byline", "ر.م"),
            ("share", "تابعوا أخبار فيلديا على تلغرام"),
            ("related-links", "قد يعجبك ايضا"),
            ("next-article", "صيادو أوستن يحتجون على رسوم الميناء"),
            ("related-links", "آخر الأخبار"),
        ),
    ),
    "zh, an agency's page": (
        "zh",
        (
            ("navigation", "首页 > 国际 > 正文"),
            ("title", "维尔迪亚与诺里亚同意五月重开边界"),
            ("dateline", "2031-03-15 10:20"),
            ("byline", "来源：维通社"),
            (
                "body+",
                "新华社卡罗3月15日电（记者林安）维尔迪亚总统奥鲁15日会见诺里亚总统卡罗，双方同意五月重开边界。",
            ),
            ("body", "两国领导人承诺修复林德河上的桥梁，并决定六月召开联合委员会会议，讨论修桥计划。"),
            ("subhead", "桥梁问题"),
            ("body", "“我们已经等得够久了。”奥鲁说。大多数桥梁毁于战争，多年来一直没有重建。"),
            ("byline", "责任编辑：王某"),
            ("related-links", "相关新闻"),
            ("next-article", "奥斯滕渔民抗议港口收费"),
            ("share", "分享到微信"),
        ),
    ),
}

# Furniture that no list of cues knows: only its place, shape and words betray it.
WITHOUT_CUES: dict[str, tuple[str, Page]] = {
    "en, labels and a teaser in words nobody listed": (
        "en",
        (
            ("section-label", "Quicksilver Desk"),
            ("title", "Veldia and Noria agree to reopen the border in May"),
            (
                "body+",
                "Karo, VNA- President Ann Oru of Veldia met her Norian counterpart, Sergey Karo, on Wednesday.",
            ),
            (
                "body",
                "The two leaders agreed to reopen the border in May, and promised to repair the bridges.",
            ),
            ("section-label", "Quicksilver Morning Edition"),
            ("section-label", "Wander Onwards"),
            ("next-article", "Fishermen protest against harbour fees"),
            ("next-article", "Osten, VNA- Several hundred fishermen gathered on Tuesday in front of …"),
        ),
    ),
    "ar, labels in words nobody listed": (
        "ar",
        (
            ("title", "فيلديا ونوريا تتفقان على إعادة فتح الحدود في أيار"),
            (
                "body",
                "بحثت رئيسة فيلديا آنا أورو مع نظيرها النوري سيرغي كارو اليوم إعادة فتح الحدود بين البلدين.",
            ),
            ("section-label", "نافذة المساء"),
            ("section-label", "سلة القارئ"),
        ),
    ),
    "zh, a label in words nobody listed": (
        "zh",
        (
            ("title", "维尔迪亚与诺里亚同意五月重开边界"),
            (
                "body",
                "维尔迪亚总统奥鲁15日会见诺里亚总统卡罗，双方同意五月重开边界，并承诺修复林德河上的桥梁。",
            ),
            ("section-label", "晨曦早茶"),
        ),
    ),
    "ru, the title printed again under a label": (
        "ru",
        (
            ("title", "Велдия и Нория откроют границу в мае"),
            ("section-label", "Полынь и мята"),
            ("repeated-title", "Велдия и Нория откроют границу в мае | Вестник Каро"),
            ("body", "Президент Велдии Анна Ору приняла в среду своего норийского коллегу Сергея Каро."),
        ),
    ),
}

# Pages of which nothing may be set aside.
WHOLE: dict[str, tuple[str, Page]] = {
    "a report whose paragraphs lack their last full stop": (
        "ar",
        (
            ("title", "رئيسة فيلديا تستقبل رئيس نوريا في كارو"),
            (
                "body",
                "استقبلت رئيسة فيلديا آنا أورو اليوم في قصر كارو نظيرها النوري سيرغي كارو، وبحثت معه العلاقات الثنائية بين "
                "البلدين وسبل تطويرها في المجالات كافة، وخاصة إعادة فتح الحدود وإصلاح الجسور على نهر ليند",
            ),
            (
                "body",
                "وأكد الجانبان خلال اللقاء الذي حضره وزيرا الخارجية في البلدين أهمية مواصلة العمل المشترك من أجل مصلحة "
                "الشعبين الصديقين، وضرورة تشكيل لجنة مشتركة تجتمع في حزيران المقبل لدراسة خطط إصلاح الجسور",
            ),
        ),
    ),
    "short last lines of a report that writes no stops": (
        "ar",
        (
            ("title", "رئيسة فيلديا تستقبل رئيس نوريا"),
            ("body+", "كارو في 15 مارس / فنا / استقبلت رئيسة فيلديا آنا أورو اليوم نظيرها النوري في القصر"),
            ("body", "وجرى خلال اللقاء بحث العلاقات الثنائية وسبل تعزيزها"),
            ("body", "حضر الغداء وفد كبير"),
        ),
    ),
    "a report from two places": (
        "en",
        (
            ("title", "Veldia and Noria agree"),
            ("body+", "KARO, Veldia (VNA) — Veldia and Noria have agreed on Monday to reopen the border."),
            ("body+", "OSTEN, Noria (VNA) — Here people are glad about the news, and danced in the streets."),
        ),
    ),
    "a last line that is the report's": (
        "en",
        (
            ("title", "Veldia and Noria agree"),
            (
                "body",
                "The presidents of Veldia and Noria agreed on Monday to reopen the border between them.",
            ),
            ("body", "The border will reopen in May"),
        ),
    ),
    "no title, no frame": (
        "fr",
        (
            (
                "body+",
                "Karo, (VNA) – La présidente de Veldie a reçu mercredi son homologue norien dans la capitale.",
            ),
            ("body", "Elles ont convenu de rouvrir la frontière."),
        ),
    ),
    "a report that speaks of sharing and reading": (
        "en",
        (
            ("title", "Oru calls on Noria to share the river"),
            (
                "body",
                "Share the river or lose it, President Oru told the parliament of Noria on Monday in Karo.",
            ),
            ("body", "Read the treaty, she said."),
            ("body", "By Tuesday the ministers will have an answer, and by Friday a text."),
            ("body", "Published by the ministry in the evening, the text has nine pages and a map."),
            ("body", "Related questions were left to the commission."),
        ),
    ),
    "a last line of other words, without its stop": (
        "en",
        (
            ("title", "Veldia and Noria agree"),
            (
                "body",
                "The presidents of Veldia and Noria agreed on Monday to reopen the border between them.",
            ),
            ("body", "Nobody was at the quay to see it"),
        ),
    ),
    "a page cut short under its last subhead": (
        "en",
        (
            ("title", "Veldia and Noria agree"),
            (
                "body",
                "The presidents of Veldia and Noria agreed on Monday to reopen the border between them.",
            ),
            ("subhead", "Looking ahead"),
            ("body", "Veldia and Noria will reopen the border at the end of May, when the presidents have …"),
        ),
    ),
    "an article that ends in an ellipsis": (
        "en",
        (
            ("title", "The bridges of the Lind"),
            (
                "body",
                "For twenty years the people of Karo have crossed the Lind by boat, as their fathers did.",
            ),
            ("subhead", "Crossing the Lind by boat"),
            (
                "body",
                "“We shall see the bridges when we see them,” says the boatman of the Lind, and rows on …",
            ),
        ),
    ),
}
