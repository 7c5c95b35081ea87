"""Pages as news sites lay them out, of our own making: three for each language.

The first character of a line says what the line is: ``=`` title, ``@`` dateline or date,
``+`` subhead, ``>`` a paragraph of the report, ``-`` what the site adds.
"""

# ruff: noqa: E501 (a line of a page stays on one line)

from __future__ import annotations

SITES: dict[str, tuple[str, str]] = {
    "en, a broadcaster": (
        "en",
        """
- We use cookies to improve your experience. By continuing to browse the site you agree to our use of cookies.
- Accept all
- Skip to main content
- Home > World > Veldia
- World
= Veldia and Noria agree to reopen the border in May
- By Ann Lind, Political correspondent
@ 15 March 2031, 14:05
- 3 min read
- Share
- Presidents Ann Oru and Sergey Karo at the palace in Karo on Wednesday. Photo: VNA
> President Ann Oru of Veldia and her Norian counterpart, Sergey Karo, agreed on Wednesday to reopen the border in May.
> The border has been closed since the war, and most of the bridges over the Lind were never rebuilt.
- Follow us on Telegram
- Read more: Fishermen of Osten protest against the harbour fees
> “We have waited long enough,” Oru told reporters after the talks.
- Sign up for our newsletter and get the day's top stories every morning.
- Enter your email address
- Subscribe
> A joint commission is to meet in June to discuss the repair of the bridges.
- Tags: Veldia, Noria, border
- 12 comments
- Recommended
- Osten raises its harbour fees for the third time in a year
- Parliament in Karo votes down the new school law
- © 2031 Veldia Broadcasting. All rights reserved.
""",
    ),
    "en, a newspaper": (
        "en",
        """
- Subscribe | Log in
- Politics
= Noria's president invites Oru to Osten after nine years of silence
- Written by Boris Lang
- Updated: 15 March 2031 at 18:20 GMT
- Reading time: 4 minutes
- Getty Images
> KARO – The president of Noria has invited his Veldian counterpart to Osten, nine years after the two countries broke off relations.
> Sergey Karo made the invitation at the end of talks in the Veldian capital, which lasted for three hours.
- Advertisement
- Article continues after advertisement
+ The question of the embassies
> Both embassies have stood empty since 2022; they are to be repaired and to open again before the autumn.
- Related Articles
- How the embassy in Karo became a school for dancers
> Diplomats said that the ambassadors would be named in April.
- Did you find this article useful?
- Leave a comment
- Most read
- 1. The price of bread in Osten doubles in a month
- 2. Storm takes the roofs off forty houses by the sea
- Download our app
- Privacy Policy | Terms of Use | Contact Us
""",
    ),
    "en, an agency": (
        "en",
        """
- VNA English
- Latest News
= Veldia sends medical team to flooded valley of Noria
@ KARO, March 15 (VNA)
> A medical team of forty left Karo for Noria on Friday, the Ministry of Health said.
> It takes with it tents, medicines and two field kitchens, according to the ministry.
> The flood has killed eleven people and driven four thousand from their homes.
- (VNA) A.L./K.B.
- Print
- Send to a friend
- WhatsApp
- Views: 1,204
- More from VNA English
- Karo museum shows the maps of the old river
- The museum of Karo opened on Friday an exhibition of maps that show how the bed of the Lind has …
""",
    ),
    "fr, un journal": (
        "fr",
        """
- Ce site utilise des cookies pour vous offrir la meilleure expérience possible.
- Tout accepter
- Accueil > International > Veldie
= La Veldie et la Norie rouvriront leur frontière en mai
- Par Anne Lind
- Publié le 15 mars 2031 à 14h05 - Mis à jour le 15 mars 2031 à 16h20
- Temps de lecture : 3 min
- Partager sur Facebook
- Les présidents Ann Oru et Sergueï Karo, mercredi au palais de Karo. © VNA
> La présidente de Veldie, Ann Oru, et son homologue norien, Sergueï Karo, sont convenus mercredi de rouvrir la frontière en mai.
> La frontière est fermée depuis la guerre, et la plupart des ponts sur le Lind n’ont jamais été reconstruits.
- Lire aussi : Les pêcheurs d’Osten manifestent contre les taxes du port
> « Nous avons assez attendu », a dit Mme Oru à l’issue des entretiens.
- Recevez chaque matin l’essentiel de l’actualité dans votre boîte mail.
- Votre adresse e-mail
- Je m’inscris
> Une commission mixte se réunira en juin pour parler de la réparation des ponts.
- Suivez-nous sur Telegram
- Mots-clés : Veldie, Norie, frontière
- 12 commentaires
- Recommandé pour vous
- Osten augmente pour la troisième fois les taxes de son port
- Le parlement de Karo rejette la nouvelle loi scolaire
- © 2031 Le Courrier de Karo. Tous droits réservés.
""",
    ),
    "fr, une radio": (
        "fr",
        """
- S’abonner | Se connecter
- Accueil / Monde
- Diplomatie
= Le président norien invite Mme Oru à Osten après neuf ans de silence
@ 15 mars 2031, 18:20
- 4 min de lecture
- Écouter l’article
> Karo, (Radio-Lind) – Le président de Norie a invité son homologue veldienne à Osten, neuf ans après la rupture des relations.
> Sergueï Karo a lancé l’invitation au terme d’entretiens qui ont duré trois heures dans la capitale veldienne.
- Publicité
- La suite après cette publicité
+ La question des ambassades
> Les deux ambassades sont vides depuis 2022 ; elles doivent être réparées et rouvrir avant l’automne.
- À lire aussi
- Comment l’ambassade de Karo est devenue une école de danse
> Les ambassadeurs seront nommés en avril, ont indiqué des diplomates.
- Laisser un commentaire
- Les plus lus
- Le prix du pain double en un mois à Osten
- Une tempête emporte les toits de quarante maisons
- Téléchargez notre application
- Mentions légales | Contact
""",
    ),
    "fr, une agence": (
        "fr",
        """
- Bulletin Français
= La Veldie envoie une équipe médicale dans la vallée inondée de Norie
- La Veldie envoie une équipe médicale dans la vallée inondée de Norie | VNA
@ Karo-VNA
> Une équipe médicale de quarante personnes a quitté Karo vendredi pour la Norie, a annoncé le ministère de la Santé.
> Elle emporte des tentes, des médicaments et deux cuisines de campagne, selon le ministère.
> L’inondation a fait onze morts et chassé quatre mille personnes de leurs maisons.
- A.L.
- Imprimer
- Envoyer à un ami
- Lire aussi sur VNA Français
- Le musée de Karo expose les cartes de l’ancien fleuve
- Le musée de Karo a ouvert vendredi une exposition de cartes qui montrent comment le lit du Lind s’est …
""",
    ),
    "es, un diario": (
        "es",
        """
- Utilizamos cookies propias y de terceros para mejorar nuestros servicios.
- Aceptar todas
- Inicio > Internacional > Veldia
= Veldia y Noria reabrirán su frontera en mayo
- Por Ana Lind
- Publicado el 15 de marzo de 2031 a las 14:05
- Tiempo de lectura: 3 minutos
- Compartir en Facebook
- Los presidentes Ann Oru y Serguéi Karo, el miércoles en el palacio de Karo. Foto: VNX
> La presidenta de Veldia, Ann Oru, y su homólogo de Noria, Serguéi Karo, acordaron el miércoles reabrir la frontera en mayo.
> La frontera está cerrada desde la guerra, y la mayoría de los puentes sobre el Lind nunca se reconstruyeron.
- Lea también: Los pescadores de Osten protestan por las tasas del puerto
> «Hemos esperado bastante», dijo Oru al término de las conversaciones.
- Suscríbase a nuestro boletín y reciba cada mañana las noticias más importantes.
- Su correo electrónico
- Suscribirse
> Una comisión mixta se reunirá en junio para tratar de la reparación de los puentes.
- Síguenos en Telegram
- Etiquetas: Veldia, Noria, frontera
- 12 comentarios
- Te recomendamos
- Osten sube por tercera vez las tasas de su puerto
- El parlamento de Karo rechaza la nueva ley escolar
- © 2031 El Correo de Karo. Todos los derechos reservados.
""",
    ),
    "es, un portal": (
        "es",
        """
- Suscríbete | Iniciar sesión
- Portada / Mundo
- Exteriores
= El presidente de Noria invita a Oru a Osten tras nueve años de silencio
@ 15 de marzo de 2031, 18:20
- 4 min de lectura
- Escuchar
> Karo (Agencia Lind).- El presidente de Noria ha invitado a su homóloga de Veldia a Osten, nueve años después de la ruptura.
> Serguéi Karo hizo la invitación al final de unas conversaciones que duraron tres horas en la capital de Veldia.
- Publicidad
+ La cuestión de las embajadas
> Las dos embajadas están vacías desde 2022; deben ser reparadas y abrir otra vez antes del otoño.
- Noticias relacionadas
- Cómo la embajada de Karo se convirtió en una escuela de baile
> Los embajadores serán nombrados en abril, según fuentes diplomáticas.
- Deja un comentario
- Lo más leído
- El precio del pan se duplica en un mes en Osten
- Un temporal se lleva los tejados de cuarenta casas
- Descarga nuestra aplicación
- Aviso legal | Contacto
""",
    ),
    "es, una agencia": (
        "es",
        """
- Internacional
= Veldia envía un equipo médico al valle inundado de Noria
- Veldia envía un equipo médico al valle inundado de Noria - VNX
@ Karo, 15 mar (VNX)
> Un equipo médico de cuarenta personas salió el viernes de Karo hacia Noria, informó el Ministerio de Salud.
> Lleva tiendas, medicinas y dos cocinas de campaña, según el ministerio.
> La inundación ha causado once muertos y ha echado de sus casas a cuatro mil personas.
- al/kb
- Imprimir
- Enviar por correo
- Más de VNX
- El museo de Karo muestra los mapas del viejo río
- El museo de Karo abrió el viernes una exposición de mapas que enseñan cómo el cauce del Lind se ha …
""",
    ),
    "ru, газета": (
        "ru",
        """
- Мы используем файлы cookie для улучшения работы сайта. Продолжая пользоваться сайтом, вы соглашаетесь с этим.
- Принять
- Главная > В мире > Велдия
= Велдия и Нория откроют границу в мае
- Автор: Анна Линд
@ 15 марта 2031, 14:05
- Время чтения: 3 минуты
- Поделиться
- Президенты Анна Ору и Сергей Каро во дворце в Каро. Фото: ВНА
> Президент Велдии Анна Ору и ее норийский коллега Сергей Каро договорились в среду открыть границу в мае.
> Граница закрыта со времен войны, и большинство мостов через Линд так и не было восстановлено.
- Читайте также: Рыбаки Остена протестуют против портовых сборов
> «Мы ждали достаточно», — сказала Ору журналистам после переговоров.
- Подпишитесь на нашу рассылку и получайте главные новости каждое утро.
- Ваш e-mail
- Подписаться
> Совместная комиссия соберется в июне, чтобы обсудить ремонт мостов.
- Подписывайтесь на наш канал в Telegram
- Теги: Велдия, Нория, граница
- 12 комментариев
- Рекомендуем
- Остен в третий раз за год повышает портовые сборы
- Парламент в Каро отклонил новый школьный закон
- © 2031 Вестник Каро. Все права защищены.
""",
    ),
    "ru, портал": (
        "ru",
        """
- Войти | Регистрация
- Новости / Мир
- Политика
= Президент Нории пригласил Ору в Остен после девяти лет молчания
- 15 марта 2031, 18:20 | Обновлено: 15 марта 2031, 19:05
- 4 мин. чтения
- 1204 просмотра
> КАРО, 15 марта. /ВНА/. Президент Нории пригласил главу Велдии в Остен спустя девять лет после разрыва отношений.
> Сергей Каро сделал это в конце переговоров, которые продолжались в столице Велдии три часа.
- Реклама
+ Вопрос о посольствах
> Оба посольства пустуют с 2022 года; их отремонтируют и откроют до осени.
- По теме
- Как посольство в Каро стало школой танцев
> Послов назовут в апреле, сообщили дипломаты.
- Оставить комментарий
- Самое читаемое
- Цена хлеба в Остене за месяц выросла вдвое
- Буря сорвала крыши с сорока домов у моря
- Скачайте приложение
- Политика конфиденциальности | Контакты
""",
    ),
    "ru, агентство": (
        "ru",
        """
- Лента новостей
= Велдия направила врачей в затопленную долину Нории
- Велдия направила врачей в затопленную долину Нории | ВНА
@ КАРО, 15 марта. /ВНА/.
> Группа из сорока врачей вылетела в пятницу из Каро в Норию, сообщило министерство здравоохранения.
> Она везет палатки, лекарства и две полевые кухни, уточнили в министерстве.
> Наводнение унесло жизни одиннадцати человек, четыре тысячи остались без дома.
- А.Л.
- Версия для печати
- Отправить другу
- Другие материалы ВНА
- Музей Каро показывает карты старой реки
- В пятницу в музее Каро открылась выставка карт, на которых видно, как русло Линда за двести лет …
""",
    ),
    "ar, صحيفة": (
        "ar",
        """
- نستخدم ملفات تعريف الارتباط لتحسين تجربتك على الموقع.
- موافق
- الرئيسية > عربي ودولي > فيلديا
= فيلديا ونوريا تعيدان فتح الحدود في أيار
- بقلم: آنا ليند
- تاريخ النشر: 15 آذار 2031، 14:05
- مدة القراءة: 3 دقائق
- شارك الخبر
- الرئيسان آنا أورو وسيرغي كارو في قصر كارو يوم الأربعاء. الصورة: فنا
> اتفقت رئيسة فيلديا آنا أورو ونظيرها النوري سيرغي كارو يوم الأربعاء على إعادة فتح الحدود في أيار.
> والحدود مغلقة منذ الحرب، ولم يُعَد بناء معظم الجسور على نهر ليند.
- اقرأ أيضاً: صيادو أوستن يحتجون على رسوم الميناء
> وقالت أورو للصحفيين بعد المحادثات: «انتظرنا بما يكفي».
- اشترك في نشرتنا البريدية ليصلك أهم الأخبار كل صباح.
- بريدك الإلكتروني
- اشترك
> وتجتمع لجنة مشتركة في حزيران لبحث إصلاح الجسور.
- تابعونا على تلغرام
- الوسوم: فيلديا، نوريا، الحدود
- 12 تعليقاً
- قد يعجبك أيضاً
- أوستن ترفع رسوم الميناء للمرة الثالثة في عام
- برلمان كارو يرفض قانون المدارس الجديد
- © 2031 بريد كارو. جميع الحقوق محفوظة.
""",
    ),
    "ar, موقع": (
        "ar",
        """
- تسجيل الدخول | اشترك
- أخبار » شؤون رئاسية
= رئيس نوريا يدعو أورو إلى أوستن بعد تسع سنوات من الصمت
@ 15 آذار 2031، 18:20
- 4 دقائق للقراءة
- 1204 مشاهدة
> كارو – ليند برس – وجه رئيس نوريا دعوة إلى نظيرته في فيلديا لزيارة أوستن بعد تسع سنوات من قطع العلاقات.
> وجاءت دعوة سيرغي كارو في ختام محادثات استمرت ثلاث ساعات في عاصمة فيلديا.
- إعلان
+ مسألة السفارتين
> والسفارتان خاليتان منذ عام 2022، ومن المقرر إصلاحهما وافتتاحهما قبل الخريف.
- أخبار ذات صلة
- كيف صارت السفارة في كارو مدرسة للرقص
> ويُعيَّن السفيران في نيسان، بحسب مصادر دبلوماسية.
- اترك تعليقاً
- الأكثر قراءة
- سعر الخبز يتضاعف في أوستن خلال شهر
- عاصفة تقتلع سقوف أربعين بيتاً على الساحل
- حمّل تطبيقنا
- سياسة الخصوصية | اتصل بنا
""",
    ),
    "ar, وكالة": (
        "ar",
        """
- أخبار محلية
= فيلديا ترسل فريقاً طبياً إلى وادي نوريا المنكوب
@ كارو – وكالة فيلديا للأنباء
> غادر فريق طبي من أربعين شخصاً كارو يوم الجمعة متوجهاً إلى نوريا، كما أعلنت وزارة الصحة.
> ويحمل الفريق خياماً وأدوية ومطبخين ميدانيين، وفق الوزارة.
> وأودى الفيضان بحياة أحد عشر شخصاً وشرد أربعة آلاف.
- آ.ل
- طباعة
- أرسل إلى صديق
- المزيد من وكالة فيلديا للأنباء
- متحف كارو يعرض خرائط النهر القديم
- افتتح متحف كارو يوم الجمعة معرضاً للخرائط التي تبين كيف تغير مجرى نهر ليند خلال …
""",
    ),
    "zh, 报纸": (
        "zh",
        """
- 本网站使用Cookie以改善您的浏览体验。
- 接受
- 首页 > 国际 > 正文
= 维尔迪亚与诺里亚五月重开边界
- 作者：林安
@ 2031年3月15日 14:05
- 阅读时间：3分钟
- 分享到微信
- 维尔迪亚总统奥鲁与诺里亚总统卡罗在卡罗王宫。图片来源：维通社
> 维尔迪亚总统奥鲁星期三同诺里亚总统卡罗举行会谈，双方同意五月重开边界。
> 战争以来边界一直关闭，林德河上的大多数桥梁从未重建。
- 延伸阅读：奥斯滕渔民抗议港口收费
> “我们已经等得够久了。”奥鲁在会谈后对记者说。
- 订阅我们的电子报，每天早晨了解最重要的新闻。
- 请输入您的邮箱
- 订阅
> 联合委员会将于六月召开会议，讨论修复桥梁的问题。
- 扫码关注我们的公众号
- 标签：维尔迪亚、诺里亚、边界
- 12条评论
- 猜你喜欢
- 奥斯滕一年内第三次提高港口收费
- 卡罗议会否决新的学校法案
- © 2031 卡罗邮报 版权所有
""",
    ),
    "zh, 门户": (
        "zh",
        """
- 登录 | 注册
- 新闻 / 国际
= 诺里亚总统邀请奥鲁访问奥斯滕 打破九年沉默
- 2031-03-15 18:20 来源：维尔迪亚日报
- 字号：大 中 小
- 1204次阅读
> 维尔迪亚通讯社卡罗3月15日电 诺里亚总统邀请维尔迪亚总统访问奥斯滕，此时距两国断交已有九年。
> 谢尔盖·卡罗在维尔迪亚首都举行的三小时会谈结束时发出了这一邀请。
- 广告
+ 使馆问题
> 两国使馆自2022年以来一直空置，将进行修缮，并在秋天以前重新开放。
- 相关新闻
- 卡罗的使馆怎样变成了舞蹈学校
> 外交人士说，两国大使将于四月任命。
- 我要评论
- 阅读排行
- 奥斯滕面包价格一个月翻番
- 暴风掀走海边四十座房屋的屋顶
- 下载客户端
- 隐私政策 | 联系我们
""",
    ),
    "zh, 通讯社": (
        "zh",
        """
- 国际新闻
= 维尔迪亚向诺里亚洪灾山谷派出医疗队
- 维尔迪亚向诺里亚洪灾山谷派出医疗队_维通社
> 维尔迪亚通讯社卡罗3月15日电（记者林安）维尔迪亚卫生部星期五宣布，由四十人组成的医疗队已离开卡罗前往诺里亚。
> 医疗队携带帐篷、药品和两个野战厨房。
> 洪水造成十一人死亡，四千人失去家园。
- （责任编辑：王某）
- 打印本页
- 关闭窗口
- 更多维尔迪亚通讯社报道
- 卡罗博物馆展出旧河道地图
- 卡罗博物馆星期五举办地图展览，展示两百年来林德河河床如何……
""",
    ),
}
