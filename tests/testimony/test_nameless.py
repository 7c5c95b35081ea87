"""Speakers without a name, and sentences that tell at their end who says them. Lands are invented."""

from __future__ import annotations

import pytest
from tests.testimony.told import read_text

from hexapla.testimony.model import Statement


def first(text: str, language: str) -> tuple[Statement, str]:
    """The only statement of a text, and what is said in it."""
    (statement,) = read_text(text, language).statements
    return statement, " + ".join(span.of(text) for span in statement.content)


TOLD_AT_END = {
    "en": (
        "The bridge over the Nahra has been closed, a senior minister said on Monday.",
        "a senior minister",
    ),
    "fr": ("Le pont sur la Nahra a été fermé, un haut responsable a déclaré lundi.", "un haut responsable"),
    "es": (
        "El puente sobre el Nahra ha sido cerrado, un alto funcionario dijo el lunes.",
        "un alto funcionario",
    ),
}


@pytest.mark.parametrize("language", sorted(TOLD_AT_END))
def test_who_told_it_at_the_end(language: str) -> None:
    text, through = TOLD_AT_END[language]
    statement, said = first(text, language)
    assert said == text[: text.index(",")]
    assert not statement.speakers
    assert [source.through for source in statement.sources] == [through]


def test_a_position_told_by_somebody_is_the_statement() -> None:
    text = "Valdoria has rejected the offer of a truce, a security official said Tuesday."
    statement, said = first(text, "en")
    assert (statement.act, statement.speakers, said) == ("reject", ("XV",), "the offer of a truce")
    assert [source.through for source in statement.sources] == ["a security official"]


def test_a_minister_who_is_named_says_it_himself() -> None:
    text = "Valdoria is ready to open the port of Velograd, President Emil Corvane said on Monday."
    statement, said = first(text, "en")
    assert statement.speakers == ("emil-corvane",)
    assert statement.stance == "promises"
    assert said == text[: text.index(",")]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Valdoria's interim government announced that the ports would close.", ("XV",)),
        ("Valdoria rebels announced that the ports would close.", ()),
        ("The court announced that the ports would close.", ()),
        ("Valdoria has closed its ports. The ministry of trade explained the step by the storms.", ("XV",)),
        ("Valdoria, the army said, which is at odds with Sahrat, would close its ports.", None),
    ],
)
def test_whose_words_a_description_brings(text: str, speakers: tuple[str, ...] | None) -> None:
    found = read_text(text, "en").statements
    if speakers is not None:
        assert [statement.speakers for statement in found] == [speakers]
    assert all(statement.speakers != ("XS",) for statement in found)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Valdoria is refusing to lift the curfew in the valley.", ["reject"]),
        ("The road has changed because of plans to widen the bridge.", []),
        ("The harbour of Lisk was declared a disaster zone.", []),
        ("A strait disputed by Valdoria and Sahrat has been closed to ships.", []),
    ],
)
def test_what_is_a_verb_of_saying(text: str, acts: list[str]) -> None:
    assert [statement.act for statement in read_text(text, "en").statements] == acts


def test_when_it_was_said_is_no_part_of_it() -> None:
    _, said = first("Valdoria said on Tuesday it would send two ships to the strait.", "en")
    assert said == "it would send two ships to the strait"


def test_a_negation_deep_inside_does_not_negate() -> None:
    statement, _ = first("Valdoria asked all parties to remove the mines without delay.", "en")
    assert "negated" not in statement.flags
    denied, _ = first("Valdoria said that no deadline had been set.", "en")
    assert "negated" in denied.flags
