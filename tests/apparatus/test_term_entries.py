"""Term entries: a rival claim or a loaded name is told, another word for the same is not."""

from __future__ import annotations

from itertools import permutations

import pytest
from versions import LANGUAGES, compared, of_kind, shown, sound, told

# A sentence, the word that may differ in it, a rival word, and another word for the same.
MEALS = {
    "ar": ("واختتمت المحادثات بـ{} أقامه رئيس الوزراء على شرف الرئيسة.", "غداء", "عشاء", "مأدبة غداء"),
    "en": (
        "The talks ended with a {} given by the prime minister in honour of the president.",
        "lunch",
        "dinner",
        "luncheon",
    ),
    "es": (
        "Las conversaciones terminaron con {} que ofreció el primer ministro en honor de la presidenta.",
        "un almuerzo",
        "una cena",
        "un almuerzo",
    ),
    "fr": (
        "Les entretiens se sont achevés par un {} offert par le premier ministre en l'honneur de la présidente.",
        "déjeuner",
        "dîner",
        "déjeuner",
    ),
    "ru": (
        "Переговоры завершились {}, который премьер-министр дал в честь президента.",
        "обедом",
        "ужином",
        "обедом",
    ),
    "zh": ("会谈以总理为总统举行的{}结束。", "午宴", "晚宴", "午餐"),
}
FORCES = {
    "ar": ("وقال الوزير إن {} أغلقت الطريق المؤدية إلى المدينة القديمة.", "الجيش", "قوات الاحتلال"),
    "en": (
        "The minister said that {} had closed the road to the old city.",
        "the army",
        "the occupation forces",
    ),
    "es": (
        "El ministro dijo que {} cerró la carretera que lleva a la ciudad vieja.",
        "el ejército",
        "el ejército de ocupación",
    ),
    "fr": (
        "Le ministre a dit que {} avait fermé la route qui mène à la vieille ville.",
        "l'armée",
        "l'armée d'occupation",
    ),
    "ru": ("Министр заявил, что {} перекрыла дорогу в старый город.", "армия", "армия режима"),
    "zh": ("部长说，{}关闭了通往老城的道路。", "军队", "占领军"),
}
BOTH_WAYS = list(permutations(LANGUAGES, 2))


def with_last(language: str, sentence: str, word: str) -> str:
    return told(language) + "\n\n" + sentence.format(word) + "\n"


@pytest.mark.parametrize(("one", "other"), BOTH_WAYS)
def test_another_meal_is_one_term_entry(one: str, other: str) -> None:
    plain, word, _, _ = MEALS[one]
    rival, _, instead, _ = MEALS[other]
    made = compared((one, with_last(one, plain, word)), (other, with_last(other, rival, instead)))
    sound(made)
    (entry,) = of_kind(made, "term")
    assert {r.value for r in entry.readings} == {"lunch", "dinner"}, shown(made)
    for reading in entry.readings:
        ((siglum, (span,)),) = reading.spans.items()
        said = span.of(made.collation.witnesses[siglum].text)
        assert said in (word if siglum == "A" else instead) or (word if siglum == "A" else instead) in said


@pytest.mark.parametrize(("one", "other"), BOTH_WAYS)
def test_the_same_meal_in_another_word_is_no_entry(one: str, other: str) -> None:
    made = compared(
        (one, with_last(one, MEALS[one][0], MEALS[one][1])),
        (other, with_last(other, MEALS[other][0], MEALS[other][3])),
    )
    assert not of_kind(made, "term"), shown(made)


@pytest.mark.parametrize(("one", "other"), BOTH_WAYS)
def test_a_loaded_name_is_told_without_a_side(one: str, other: str) -> None:
    made = compared(
        (one, with_last(one, FORCES[one][0], FORCES[one][1])),
        (other, with_last(other, FORCES[other][0], FORCES[other][2])),
    )
    found = of_kind(made, "term")
    assert len(found) == 1, shown(made)
    assert found[0].note.startswith("Another word for the troops of a state: ")


def test_a_word_that_leaves_it_open_is_settled_by_one_beside_it() -> None:
    sentence = MEALS["en"][0]
    made = compared(
        ("en", with_last("en", sentence, "dinner banquet")),
        ("fr", with_last("fr", MEALS["fr"][0], "déjeuner")),
    )
    (entry,) = of_kind(made, "term")
    assert [r.value for r in entry.readings] == ["dinner", "lunch"]
    assert not of_kind(
        compared(
            ("en", with_last("en", sentence, "banquet")), ("fr", with_last("fr", MEALS["fr"][0], "déjeuner"))
        ),
        "term",
    )
