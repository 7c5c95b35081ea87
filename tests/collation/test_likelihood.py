"""What a word says for or against a pair: signs, bounds, and what is common among the passages at hand."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hexapla.collation.answering import answers, strengths
from hexapla.collation.evidence import side
from hexapla.collation.items import read_items
from hexapla.collation.likelihood import Chances, chances, feature_names, weights, word_features
from hexapla.collation.scoring import similarity, told

TEXTS = [
    "The minister said that the earthquake destroyed two bridges in Lisk.",
    "El ministro dijo que el terremoto destruyó dos puentes en Lisk.",
    "部长说，地震摧毁了两座桥梁。",
    "Xqzt wvk 17 2031-05-14.",
]


def by_form(text: str, language: str) -> dict[str, tuple[float, float]]:
    items = read_items(text, language)
    answered, unanswered = chances(items).evidence()
    return {item.form: (float(a), float(u)) for item, a, u in zip(items, answered, unanswered, strict=True)}


def test_an_answer_speaks_for_a_pair_and_its_lack_against() -> None:
    for text, language in zip(TEXTS, ("en", "es", "zh", "en"), strict=True):
        for form, (answered, unanswered) in by_form(text, language).items():
            assert answered > 0 > unanswered, form


def test_what_translators_keep_speaks_louder_than_what_they_render_freely() -> None:
    found = by_form("The minister quickly spoke: the earthquake destroyed 17 bridges.", "en")
    assert found["earthquake"][0] > found["spoke"][0]
    assert found["earthquake"][1] < found["quickly"][1]
    assert found["17"][0] > found["spoke"][0]


def test_a_word_that_every_passage_has_says_little() -> None:
    texts = [
        f"Water was brought to the village of {name}." for name in ("Lisk", "Orun", "Tam", "Bela", "Kord")
    ]
    one = side(texts, "en")
    answer = strengths(one, one, answers(one, one))
    alone, among = one.chances, one.chances.among(answer)
    place = {item.form: n for n, item in enumerate(one.vocabulary)}
    water, lisk = place["water"], place["lisk"]
    assert among.evidence()[0][water] < alone.evidence()[0][water]
    assert among.evidence()[0][water] < among.evidence()[0][lisk]


@given(
    st.lists(st.tuples(st.floats(0.02, 0.98), st.floats(0.001, 0.9)), min_size=1, max_size=6),
    st.data(),
)
def test_counted_among_passages_no_chance_leaves_its_bounds(
    pairs: list[tuple[float, float]], data: st.DataObject
) -> None:
    same = np.array([p for p, _ in pairs])
    other = np.minimum([q for _, q in pairs], same * 0.9)
    columns = data.draw(st.integers(1, 5))
    answer = np.array(
        data.draw(
            st.lists(
                st.lists(st.floats(0, 1), min_size=columns, max_size=columns),
                min_size=len(pairs),
                max_size=len(pairs),
            )
        ),
        dtype=np.float32,
    )
    found = Chances(same, other).among(answer)
    assert np.all(found.other > 0) and np.all(found.other < found.same) and np.all(found.same < 1)
    answered, unanswered = found.evidence()
    assert np.all(answered > 0) and np.all(unanswered < 0)


def test_the_sums_are_those_of_the_words() -> None:
    a, b = side(TEXTS[:1], "en"), side(TEXTS[1:2], "es")
    answer = strengths(a, b, answers(a, b))
    alone = told(a, answer)
    on, off = a.chances.evidence()
    words = [word for word, _ in a.rows[0]]
    whole = sum(answer[w, 0] * on[w] + (1 - answer[w, 0]) * off[w] for w in words)
    lacking = sum((1 - answer[w, 0]) * off[w] for w in words)
    assert np.isclose(alone.whole[0, 0], whole, atol=1e-3)
    assert np.isclose(alone.unanswered[0, 0], lacking, atol=1e-3)
    assert alone.words[0] == len(words)


def test_every_feature_has_a_weight_and_every_word_its_features() -> None:
    names, same, other = weights()
    assert set(names) == set(feature_names()) and len(names) == len(same) == len(other)
    vocabulary = [
        item
        for text, code in zip(TEXTS, ("en", "es", "zh", "en"), strict=True)
        for item in read_items(text, code)
    ]
    features = word_features(vocabulary, names)
    assert features.shape == (len(vocabulary), len(names)) and np.all(
        features[:, names.index("constant")] == 1
    )
    for item, row in zip(vocabulary, features, strict=True):
        of_meanings = [
            value for name, value in zip(names, row, strict=True) if name.startswith(("pos.", "field."))
        ]
        assert np.isclose(sum(of_meanings), 2.0 if item.senses else 0.0)


def test_a_field_that_no_weight_knows_is_no_error() -> None:
    (item,) = (item for item in read_items(TEXTS[0], "en") if item.form == "earthquake")
    without = [name for name in weights()[0] if not name.startswith("field.")]
    assert word_features([item], without).shape == (1, len(without))


def test_a_pair_is_judged_by_itself() -> None:
    alone = similarity(TEXTS[:1], "en", TEXTS[1:2], "es")
    beside = similarity(TEXTS[:1] * 3 + TEXTS[3:], "en", [*TEXTS[1:2], "Llovía en Orun."], "es")
    assert np.isclose(alone[0, 0], beside[0, 0], atol=1e-5)
    assert beside[0, 0] > 0.9 > 0.5 > beside[0, 1]
