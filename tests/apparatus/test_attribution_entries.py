"""Attribution entries: another speaker, or none; one speaker under two names is no difference."""

from __future__ import annotations

from sayings import compared, parted, quoted, said

BOATS = {
    "en": "Eleven fishing boats have been damaged since the winter, {} said.",
    "fr": "Onze bateaux de pêche ont été endommagés depuis l’hiver, a dit {}.",
    "es": "Once barcos de pesca han resultado dañados desde el invierno, dijo {}.",
}


def test_another_speaker_is_told() -> None:
    made = compared(
        en=BOATS["en"].format("al-Qandil"),
        fr=BOATS["fr"].format("M. Heltay"),
        es=BOATS["es"].format("Al Qandil"),
    )
    [entry] = said(made)
    assert entry.kind == "attribution"
    assert parted(entry) == {"yusuf-al-qandil": ("A", "C"), "tomas-heltay": ("B",)}
    assert "Heltay" in entry.note


def test_an_office_and_a_name_are_one_speaker() -> None:
    made = compared(en=BOATS["en"].format("al-Qandil"), fr=BOATS["fr"].format("le ministre nouweiri"))
    assert said(made) == []


def test_what_an_outlet_says_itself_is_told() -> None:
    made = compared(
        en=BOATS["en"].format("al-Qandil"),
        fr="Les pourparlers ont duré deux heures.\n\nOnze bateaux de pêche ont été endommagés depuis l’hiver.",
    )
    [entry] = [entry for entry in said(made) if entry.kind == "attribution"]
    assert parted(entry) == {"yusuf-al-qandil": ("A",), "the outlet": ("B",)}
    assert quoted(made, entry)[1].startswith("Onze bateaux")
    assert entry.note.endswith("B says it without naming anybody.")


def test_what_goes_on_in_one_paragraph_is_still_said_by_who_spoke() -> None:
    made = compared(
        en="The talks lasted two hours.\n\n" + BOATS["en"].format("al-Qandil"),
        fr="M. El-Qandil a dit que les pourparlers avaient été utiles. Onze bateaux de pêche ont été endommagés depuis "
        "l’hiver.",
    )
    assert [entry for entry in said(made) if entry.kind == "attribution"] == []
