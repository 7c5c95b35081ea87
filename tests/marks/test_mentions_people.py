"""People whom only the text knows, by table: what beside a name tells that it is one, and who is meant after."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from tests.marks.test_mentions import read, shown, witness

from hexapla.marks.mentions import mentions
from hexapla.parties import load

SULTAN = "fahim-bin-yazan monarch/XN incumbent"
TWO = ["rafael-iturbe president/XA incumbent", "ilina-veskar president/XD incumbent"]

# Two names behind a plural office, then one of them alone.
PLURAL = [
    ("en", "The presidents of Santa Aurelia and Dravania, Rafael Iturbe and Ilina Veskar, met. Veskar spoke."),
    ("en", "Presidents Rafael Iturbe of Santa Aurelia and Ilina Veskar of Dravania met. Veskar spoke."),
    ("fr", "Les présidents de Santa Aurelia et de la Dravanie, Rafael Iturbe et Ilina Veskar, sont là. Veskar parle."),
    ("es", "Los presidentes Rafael Iturbe e Ilina Veskar se reunieron. Veskar habló."),
    ("ru", "Президенты Санта-Аурелии и Дравании Рафаэль Итурбе и Илина Вескар прибыли. Вескар выступила."),
    ("ar", "التقى الرئيسان رافاييل إيتوربي وإيلينا فيسكار يوم الاثنين. وقالت فيسكار إن اللقاء مفيد."),
    ("zh", "圣奥雷利亚和德拉瓦尼亚两国总统拉斐尔·伊图尔韦和伊琳娜·韦斯卡举行会谈。韦斯卡说，会谈有益。"),
]  # fmt: skip

# Nobody's list has them: told by an occupation, an apposition, a verb of saying; then the surname alone.
TOLD = [
    ("en", "Political analyst Norbert Vallin said it would fail. Vallin left.", ["norbert-vallin"] * 2),
    ("en", "“We lost,” said Gordana Milutin, a shopkeeper. Milutin left.", ["gordana-milutin"] * 2),
    ("fr", "L'analyste Norbert Vallin estime que l'accord échouera. Selon M. Vallin, c'est tard.", ["norbert-vallin"] * 2),
    ("fr", "« Nous avons perdu », a déclaré Gordana Milutin.", ["gordana-milutin"]),
    ("es", "«Perdimos», dijo Gordana Milutin. Milutin se fue.", ["gordana-milutin"] * 2),
    ("es", "La analista Irena Salcedo afirmó que no habrá huelga.", ["irena-salcedo"]),
    ("ru", "Аналитик Норберт Валлин заявил, что сделка провалится.", ["norbert-vallin"]),
    ("ar", "وقال المحلل روبرتو كالزاديلا إن الاتفاق سيفشل.", ["rwbrtw-klzdyl"]),
    ("ar", "قالت ليلى حداد إن المحل مغلق.", ["lyla-hdd"]),
    ("zh", "分析人士诺伯特·瓦林表示，协议将失败。瓦林补充说，时间不多。", ["nuobote-walin"] * 2),
    ("zh", "分析人士諾伯特·瓦林表示，協議將失敗。瓦林補充說，時間不多。", ["nuobote-walin"] * 2),
    # Companies, papers and towns say things, too.
    ("en", "Harlan Steel said profits rose. Blue Harbour told investors to wait. Evening Post said so.", []),
    ("en", "Norbold Vadrik said profits rose.", []),
    ("fr", "L'Union du Golfe, la première ministre en convient, a déclaré la guerre.", []),
    ("es", "Creció en Baton Rouge, donde su padre trabajaba.", []),
    ("ar", "قال سي بي سي نيوز إن البث توقف.", []),
    ("zh", "运动员和教练集会上说，比赛很艰难。", []),
]  # fmt: skip

# A title alone: whom the text gives it, if it is one only.
TITLES = [
    ("en", "The sultan Fahim bin Yazan arrived. The sultan thanked his hosts.", [SULTAN] * 2),
    ("fr", "Le sultan Fahim ben Yazan est arrivé. Le sultan a remercié ses hôtes.", [SULTAN] * 2),
    ("ru", "Султан Фахим бен Язан прибыл. Султан поздравил гостей.", [SULTAN] * 2),
    ("en", "Analyst Norbert Vallin spoke. The analyst said no. An analyst said yes.", ["norbert-vallin"] * 2),
    ("en", "Analyst Norbert Vallin met analyst Gordana Milutin. The analyst said no.", ["norbert-vallin", "gordana-milutin"]),
    ("ru", "Встреча с тренером Марко Тереком. Тренер добавил, что игра была трудной.", ["marco-terekom", "marco-terekom"]),
    ("fr", "Le général Bruno Teskat est venu. Le général a déclaré que tout va bien.", ["bruno-teskat"] * 2),
    ("zh", "教练马尔科·特雷克说，比赛很艰难。教练说，他们会赢。", ["marco-teleike"] * 2),
    # A sultan whom the text does not name is nobody's word alone; nor a woman's title a man's.
    ("en", "The sultan thanked his hosts.", []),
    ("en", "King Fahim bin Yazan of Nuwayra came. The queen gave a dinner.", [SULTAN]),
    ("es", "El diputado Andrés Kolman habló. Un informe parlamentario lo confirma.", ["andres-kolman mp/None incumbent"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), PLURAL, ids=range(len(PLURAL)))
def test_names_behind_a_plural_office(language: str, text: str) -> None:
    assert shown(text, language) == [*TWO, "ilina-veskar"]


@pytest.mark.parametrize(("language", "text", "expected"), TOLD, ids=range(len(TOLD)))
def test_people_told_by_what_stands_beside_them(language: str, text: str, expected: list[str]) -> None:
    assert [one.split()[0] for one in shown(text, language)] == expected


@pytest.mark.parametrize(("language", "text", "expected"), TITLES, ids=range(len(TITLES)))
def test_titles_alone(language: str, text: str, expected: list[str]) -> None:
    assert shown(text, language) == expected


def test_unknown_people_behind_a_plural_office() -> None:
    text = "التقى وزيرا الدفاع أوسكار ليندت وكريم حدار في العاصمة. وقال حدار إن اللقاء مفيد."
    first, second, alone = read(text, "ar")
    assert first.person != second.person
    assert second.person == alone.person
    assert second.office == "defence-minister"
    text = "瓦尔多利亚和萨赫拉特两国防长奥斯卡·林特和卡里姆·哈达尔举行会谈。"
    assert [(m.office, m.of) for m in read(text, "zh") if m.person] == [
        ("defence-minister", "XV"),
        ("defence-minister", "XS"),
    ]


OVERLAY = """\
id: XQ
kind: state
as_of: 2032-12-31
names: {ar: مرقانيا, en: Marcania, es: Marcania, fr: Marcanie, ru: Маркания, zh: 马卡尼亚}
demonyms: {ar: مرقاني, en: Marcanian, es: marcano, fr: marcanien, ru: марканский, zh: 马卡尼亚}
people:
  adel-munir-shafiq:
    names:
      {ar: عادل منير شفيق, en: Adel Munir Shafiq, es: Adel Munir Shafiq, fr: Adel Mounir Chafiq,
       ru: Адель Мунир Шафик, zh: 阿德尔·穆尼尔·沙菲克}
tenures:
  - {person: adel-munir-shafiq, office: defence-minister, from: 2028-01-01}
"""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Marcanian army is ready. The defence minister, General Adel Shafiq, said so."),
        ("fr", "L'armée de Marcanie est prête. Le ministre de la Défense, le général Adel Chafiq, l'a dit."),
        ("es", "El ejército de Marcania está listo. El ministro de Defensa, general Adel Shafiq, lo dijo."),
        ("ru", "Маркания готова. Министр обороны генерал Адель Шафик заявил об этом."),
        ("ar", "جيش مرقانيا جاهز. وقال وزير الدفاع العماد عادل شفيق ذلك."),
        ("zh", "马卡尼亚军队已准备好。国防部长阿德尔·沙菲克表示。"),
    ],
)
def test_a_holder_without_his_middle_name_nor_his_state(language: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "land.yaml"
    path.write_text(OVERLAY, encoding="utf-8")
    found = mentions(witness(text, language, dt.date(2031, 5, 14)), load(path))
    assert {m.person for m in found if m.person} == {"adel-munir-shafiq"}


def test_a_given_name_of_which_a_verb_could_be_made() -> None:
    found = mentions(witness("اجتمع رئيس الوزراء نديم الهاروني مع الوفد.", "ar"), load())
    assert [m.office for m in found if m.person] == ["prime-minister"]


def test_a_surname_alone_is_whom_the_text_first_called_so() -> None:
    text = (
        "President Dragovets lands in Marenza\n\nTarsenian President Milan Dragovets arrived on Tuesday for talks. "
        "First lady Vesna Dragovets came along. Dragovets will meet the press."
    )
    assert shown(text, "en")[-1] == "milan-dragovets"


def test_a_side_whose_noun_is_left_out() -> None:
    text = (
        "Por la parte valdoriana asistió el ministro de Exteriores, Pavel Ostrander; "
        "por la dravana, el ministro de Agricultura, Joaquín Beltrán."
    )
    assert shown(text, "es")[-1] == "joaquin-beltran agriculture-minister/XD incumbent"
