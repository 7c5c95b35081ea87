"""Bytes → text: encodings told right, damage named, what is no text refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.errors import SourceEmpty, SourceError, SourceUnreadable
from hexapla.sources.text import decode, known_encoding

DAMAGED = Path(__file__).parent / "damaged"

# (language for the reader of the test, text, encodings it must be told from)
SHORT = [
    ("ar", "الوزيران يبحثان التجارة", ("windows-1256", "iso-8859-6")),
    ("ar", "وزير الخارجية يستقبل نظيره في العاصمة", ("windows-1256", "iso-8859-6")),
    ("ar", "قمة في فالمارا غدا", ("windows-1256",)),
    ("ar", "بيان مشترك: «التعاون مستمر»، ولقاء آخر قريبا", ("windows-1256",)),
    ("ru", "Министры обсудили торговлю", ("windows-1251", "koi8-r", "cp866", "iso-8859-5")),
    ("ru", "Встреча в Вальмаре", ("windows-1251", "koi8-r", "cp866", "iso-8859-5")),
    ("ru", "МИНИСТРЫ ОБСУДИЛИ ТОРГОВЛЮ НА ВСТРЕЧЕ В ВАЛЬМАРЕ", ("windows-1251", "cp866")),
    ("ru", "«Мы за мир», — заявил министр", ("windows-1251",)),
    ("ru", "Саммит NATO: Вальмара против", ("windows-1251", "koi8-r")),
    ("fr", "Le ministre a été reçu à Valmère", ("windows-1252", "mac-roman", "cp850")),
    ("fr", "L’accord « historique » de Valmère – le texte", ("windows-1252", "mac-roman")),
    ("fr", "Visite à Paris", ("windows-1252",)),
    ("es", "El canciller pidió más comercio según la reunión", ("windows-1252",)),
    ("es", "¿Qué dijo el señor ministro?", ("windows-1252",)),
    ("en", "The minister’s visit – “a success”", ("windows-1252", "mac-roman")),
    ("zh", "两国外长讨论贸易和交通合作", ("gb18030",)),
    ("zh", "NTS通讯社：两国外长会谈", ("gb18030",)),
    ("zh", "兩國外長會談在首都舉行", ("big5",)),
]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(text, encoding) for _, text, encodings in SHORT for encoding in encodings],
)
def test_old_encodings_are_told_on_short_texts(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), name="x.txt").text == text


# (file, the first words, what a notice must say)
FILES = [
    ("windows-1256.txt", "الوزيران يبحثان", None),
    ("windows-1256-short.txt", "الوزيران يبحثان", None),
    ("windows-1251.txt", "Министры обсудили", None),
    ("windows-1251-short.txt", "Министры обсудили", None),
    ("koi8-r.txt", "Министры обсудили", None),
    ("windows-1252.txt", "Les ministres parlent", None),
    ("gb18030.txt", "两国外长", None),
    ("utf16-bom.txt", "الوزيران يبحثان", None),
    ("utf16-big-endian-bom.txt", "Министры обсудили", None),
    ("utf16-without-bom.txt", "Министры обсудили", None),
    ("utf8-bom-crlf.txt", "Ministers discuss trade\r\n\r\n", None),
    ("utf8-with-bad-byte.txt", "Les ministres parlent", "one place could not be decoded (line 3, byte 97)"),
    ("utf8-cut-off.txt", "Министры обсудили", "one place"),
]


@pytest.mark.parametrize(("file", "opening", "said"), FILES)
def test_damaged_text_is_read_and_the_damage_said(file: str, opening: str, said: str | None) -> None:
    found = decode((DAMAGED / file).read_bytes(), name=file)
    assert found.text.startswith(opening)
    if said is None:
        assert found.notices == ()
    else:
        (notice,) = found.notices
        assert said in notice
        assert file in notice


# (file, error, what it must be called)
REFUSED = [
    ("empty.txt", SourceEmpty, "empty"),
    ("bom-only.txt", SourceEmpty, "empty"),
    ("whitespace.txt", SourceEmpty, "white space"),
    ("zip-named.txt", SourceUnreadable, "an archive (ZIP)"),
    ("docx-named.txt", SourceUnreadable, "a Word document"),
    ("pdf-named.txt", SourceUnreadable, "a PDF"),
    ("png-named.txt", SourceUnreadable, "a picture (PNG)"),
    ("nul-bytes.txt", SourceUnreadable, "zero bytes"),
    ("control-characters.txt", SourceUnreadable, "control characters"),
]


@pytest.mark.parametrize(("file", "error", "called"), REFUSED)
def test_what_is_no_text_is_refused_by_name(file: str, error: type[SourceError], called: str) -> None:
    with pytest.raises(error) as found:
        decode((DAMAGED / file).read_bytes(), name=file)
    assert called in found.value.what
    assert file in found.value.what
    assert found.value.means and found.value.todo


@pytest.mark.parametrize(
    "opening", ["MZ is no program here.", "BM opens an ordinary sentence.", "PK is a team."]
)
def test_words_that_open_like_other_files_are_words(opening: str) -> None:
    assert decode(opening.encode(), name="x").text == opening


@pytest.mark.parametrize("newlines", ["a\r\nb\rc\nd\n", "\r\n\r\na", "a\u2028b\x0cc\x85d"])
def test_newlines_are_untouched(newlines: str) -> None:
    assert decode(newlines.encode(), name="x").text == newlines
    assert decode(b"\xef\xbb\xbf" + newlines.encode(), name="x").text == newlines


def test_a_guess_that_is_not_sure_is_said() -> None:
    (notice,) = decode("بيان".encode("windows-1256"), name="x.txt").notices
    assert "x.txt" in notice and "not sure" in notice and "UTF-8" in notice


def test_a_mark_within_the_text_stays() -> None:
    assert decode("a\ufeffb".encode(), name="x").text == "a\ufeffb"


def test_a_replacement_character_of_the_text_itself_is_no_damage() -> None:
    assert decode("déjà \ufffd vu".encode(), name="x").notices == ()
    (notice,) = decode("déjà \ufffd vu été ".encode() + b"\xff", name="x").notices
    assert "one place" in notice


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("UTF-8", "utf-8"), (" Windows-1256 ", "cp1256"), ("iso-8859-1", "cp1252"), ("GB2312", "gb18030"),
        ("'koi8-r'", "koi8-r"), ("rot13", None), ("base64", None), ("idna", None), ("utf-7", None),
        ("no-such", None), ("", None), (None, None), ("x\x00y", None),
    ],
)  # fmt: skip
def test_names_of_encodings(label: str | None, codec: str | None) -> None:
    assert known_encoding(label) == codec


def test_a_declared_encoding_goes_before_a_guess_and_after_utf8() -> None:
    assert decode("нет".encode("koi8-r"), name="x", declared="koi8-r").text == "нет"
    assert decode("нет".encode(), name="x", declared="iso-8859-1").text == "нет"


@given(st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Z")), min_size=1))
def test_every_text_in_utf8_comes_back(text: str) -> None:
    data = text.encode()
    if text.strip() and not text.startswith("\ufeff"):
        assert decode(data, name="x").text == text


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        found = decode(data, name="x")
    except SourceError as error:
        assert error.what and error.means and error.todo
    else:
        assert found.text.strip()
