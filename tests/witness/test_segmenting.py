"""Sentences by table: what sentencex gets wrong is mended, and nothing is parted that belongs together."""

from __future__ import annotations

import itertools

import pytest

from hexapla.witness.segmenting import sentences

# (language, sentences that a paragraph is made of)
SENTENCES = [
    ("en", ["“We try.” Oru added.", "He left."]),
    ("en", ["“We are ready,” President Oru said.", "Nobody replied."]),
    ("en", ["“Who are you?” he asked.", "A. N. Karo and J.R.R. Oru came."]),
    ("en", ["He met M. Karo and Gen. Oru today.", "Mr. Lind left at 5 p.m.", "He ate."]),
    ("en", ["He said: “We came early.", "We shall stay.", "We go when we like.”", "Then he left."]),
    ("en", ["“It will.”", "He said more talks were needed."]),  # a statement of its own, not a speaker's tag
    ("en", ["He said “We are glad.” and left.", "“Good.”, he added."]),
    ("en", ["1. The parties agreed.", "2. They left."]),
    ("en", ["The answer was No.", "They met in Room No. 5 of the palace."]),
    ("en", ["The text was signed.", "See example.org/Page.Html now."]),
    ("en", ["Wait...", "What?", "Yes!!!", "No?!"]),
    ("en", ["It cost $1.5 million (approx. 3 percent. Not more).", "That is all."]),
    ("fr", ["« Nous sommes prêts. » M. Oru a ajouté.", "M. Karo a rencontré Mme. Lind et S. E. M. Oru."]),
    ("fr", ["Il est parti !", "Est-ce vrai ?", "« Oui ! » a-t-il dit.", "Le 15, il est revenu."]),
    ("fr", ["Il vit av. J.-C. et p. ex. ailleurs.", "C’est l’art. 5 du texte."]),
    ("es", ["El Sr. Karo llegó.", "¿Cómo?", "¡Bien!", "EE. UU. dijo que sí."]),
    ("es", ["«Estamos listos.» Añadió la presidenta.", "Luego se fue con la Dra. Lind al núm. 5."]),
    ("ar", ["قال د. كارو اليوم.", "ثم غادر؟", "نعم!", "التقى أ. د. محمد كمال و م. علي حسن."]),
    ("ar", ["«نحن مستعدون»، قال الرئيس.", "ثم غادر."]),
    ("ar", ["«لن نتراجع.» أكد الوزير.", "وقال الرئيس إن البلاد بخير."]),
    ("ar", ["”هذا جيد.“ أضاف الرئيس.", "ثم عاد."]),  # the marks set the other way round
    ("ar", ["وأعلن موقع example.com ذلك.", "ثم عاد الوفد."]),
    ("ru", ["А. Н. Иванов приехал в г. Каро 15 г. назад.", "«Мы готовы», — сказал он."]),
    ("ru", ["«Мы готовы!» — сказала она.", "«Это важно.» Президент подчеркнул.", "Он ушёл..."]),
    ("ru", ["Это т. н. пакт на 5 млн. велдов.", "Были школы, сады и т. д.", "Потом он ушёл."]),
    ("zh", ["总统说：“我们准备好了。", "我们会来。”他说。", "然后离开。"]),
    ("zh", ["“是的！”部长表示。", "2031年3月15日会议举行。", "双方签署了协议（见第3条。附件一）。"]),
    ("zh", ['"合作很重要。"', '"我们同意。"', "他问：“你是谁？”", "没有人。"]),
]  # fmt: skip
# A language's paragraph in which nothing may be parted.
WHOLE = [
    ("en", "He was born in Karo, D.C. in the U.S. Senate building of Prof. Lind et al. and stayed"),
    ("en", "unclosed “quotation that never ends and holds no stop"),
    ("fr", "le Gén. Oru et le Dr. Lind, M. A. Karo et Mlle. B. Karo"),
    ("ru", "встреча с В. В. Каро и ген. А. Лин в г. Осте на ул. Лесной, д. 5"),
    ("ar", "التقى م. كارو و د. لينا و أ. سالم في القصر"),
    ("zh", "……"),
    ("en", "…"),
]


@pytest.mark.parametrize(("code", "expected"), SENTENCES)
def test_sentences(code: str, expected: list[str]) -> None:
    gap = "" if code == "zh" else " "
    text = gap.join(expected)
    assert [s.of(text) for s in sentences(text, 0, len(text), code)] == expected


@pytest.mark.parametrize(("code", "text"), WHOLE)
def test_what_stays_whole(code: str, text: str) -> None:
    assert [s.of(text) for s in sentences(text, 0, len(text), code)] == [text]


def test_a_missing_space_parts_all_the_same() -> None:
    text = "The text was signed.The ministers left."
    assert [s.of(text) for s in sentences(text, 0, len(text), "en")] == [
        "The text was signed.",
        "The ministers left.",
    ]
    text = "وصل الوفد.ثم غادر القاعة."
    assert [s.of(text) for s in sentences(text, 0, len(text), "ar")] == ["وصل الوفد.", "ثم غادر القاعة."]


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\r", "\u2028", "  "])
def test_a_line_end_within_a_block_is_a_space(gap: str) -> None:
    text = f"He went{gap}home. She{gap}stayed."
    assert [s.of(text) for s in sentences(text, 0, len(text), "en")] == [
        f"He went{gap}home.",
        f"She{gap}stayed.",
    ]


def test_a_blank_line_parts() -> None:
    text = "No stop here\r\n\r\nNor here\n \nnor here"
    assert [s.of(text) for s in sentences(text, 0, len(text), "en")] == [
        "No stop here",
        "Nor here",
        "nor here",
    ]


def test_offsets_count_code_points_of_the_whole_text() -> None:
    text = "😀😀 Before. قال الرئيس نعم. ثم غادر 😀 القاعة. After."
    start, end = text.index("قال"), text.index(" After")
    assert [s.of(text) for s in sentences(text, start, end, "ar")] == [
        "قال الرئيس نعم.",
        "ثم غادر 😀 القاعة.",
    ]


def test_windows_leave_no_seam() -> None:
    one = "The envoy of Veldia met Gen. Karo in the palace of the city today. "
    text = (one * 400).strip()
    found = sentences(text, 0, len(text), "en")
    assert len(found) == 400
    assert {s.of(text) for s in found} == {one.strip()}


def test_one_sentence_of_two_thousand_words_stays_one() -> None:
    text = " ".join(itertools.repeat("word", 2000)) + "."
    assert len(sentences(text, 0, len(text), "en")) == 1
