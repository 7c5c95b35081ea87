"""Quotation marks of any language, nested, over several sentences, never closed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.testimony.quotations import quotations
from hexapla.witness.model import Segment, Span
from hexapla.witness.reading import Given, read_witness


def said(text: str, language: str = "en") -> list[tuple[str, bool]]:
    witness = read_witness(text, source="t", sha256="t", given=Given(language=language))
    return [(q.inner.of(text), q.closed) for q in quotations(text, witness.segments)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("He said: “The road is open.”", "The road is open."),
        ('He said: "The road is open."', "The road is open."),
        ("Il a dit : « La route est ouverte. »", "La route est ouverte."),
        ("Он сказал: «Дорога открыта».", "Дорога открыта"),
        ("Er sagte: „Die Straße ist offen.“", "Die Straße ist offen."),
        ("وقال: «الطريق مفتوح».", "الطريق مفتوح"),
        ("وقال: “الطريق مفتوح”.", "الطريق مفتوح"),
        ("وقال: ”الطريق مفتوح“.", "الطريق مفتوح"),
        ("他说：“道路已经开通。”", "道路已经开通。"),
        ("他說：「道路已經開通。」", "道路已經開通。"),
        ("She said ‘the road is open’ and left.", "the road is open"),
    ],
)
def test_any_languages_marks(text: str, inner: str) -> None:
    assert said(text) == [(inner, True)]


def test_an_apostrophe_opens_nothing() -> None:
    assert said("The ministers’ talks didn’t end; Karo’s aide wasn’t there.") == []


def test_a_quotation_inside_another_is_part_of_it() -> None:
    text = "Il a dit : « Nous appelons cela « une trêve » et rien d’autre. » Puis il est parti."
    assert said(text, "fr") == [("Nous appelons cela « une trêve » et rien d’autre.", True)]


def test_over_several_sentences_and_paragraphs() -> None:
    text = "“The road is open. The bridge will follow.\n\nNobody need wait,” Oru said. He left."
    assert said(text) == [("The road is open. The bridge will follow.\n\nNobody need wait,", True)]


def test_paragraphs_that_each_open_anew() -> None:
    text = "“The road is open.\n\n“The bridge will follow.”\n\nHe left."
    assert [inner for inner, _ in said(text)] == ["The road is open.", "The bridge will follow."]


def test_an_unclosed_mark_costs_its_own_sentence_only() -> None:
    text = "Oru said: “The road is open. He left the hall.\n\nKaro replied: “The bridge too.” She smiled."
    assert said(text) == [("The road is open.", False), ("The bridge too.", True)]


@given(st.text(alphabet="ab .,\n'\"«»“”„‘’「」『』", max_size=120))
def test_never_an_exception_and_always_inside(text: str) -> None:
    whole = (Segment(Span(0, len(text)), "body", "en", (Span(0, len(text)),)),)
    found = quotations(text, whole)
    ends = [0]
    for quotation in found:
        assert (
            ends[-1]
            <= quotation.outer.start
            < quotation.inner.start
            < quotation.inner.end
            <= quotation.outer.end
        )
        assert quotation.outer.end <= len(text)
        ends.append(quotation.outer.end)
