"""Quotation entries: in quotation marks here, reported there."""

from __future__ import annotations

from sayings import compared, parted, quoted, said

DIRECT = "“A strait that nobody dares to cross belongs to nobody,” Heltay said."
REPORTED = "Un détroit que personne n’ose traverser n’appartient à personne, a dit M. Heltay."


def test_direct_and_reported_words_differ() -> None:
    made = compared(en=DIRECT, fr=REPORTED)
    [entry] = said(made)
    assert entry.kind == "quotation"
    assert parted(entry) == {"direct": ("A",), "reported": ("B",)}
    assert "A strait that nobody dares" in quoted(made, entry)[0]
    assert entry.note == "A quotes directly what B reports without quotation marks."


def test_two_quotations_are_no_difference() -> None:
    french = "« Un détroit que personne n’ose traverser n’appartient à personne », a dit M. Heltay."
    assert said(compared(en=DIRECT, fr=french)) == []


def test_words_held_off_by_marks_are_no_quotation() -> None:
    made = compared(
        en="Heltay said that the committee known as the “blue group” would keep the register of wrecks.",
        fr="M. Heltay a dit que le comité connu sous le nom de groupe bleu tiendrait le registre des épaves.",
    )
    assert said(made) == []


def test_a_mark_that_was_never_opened_leaves_it_open() -> None:
    assert said(compared(en=DIRECT, fr=REPORTED.replace("personne,", "personne »,"))) == []
