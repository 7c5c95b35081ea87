"""Bytes → text: byte-order marks, UTF-8, old encodings; what is no text is refused with the reason.

The text is exactly what the bytes say: newlines stand as they are, only a byte-order mark is dropped.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from hexapla.errors import SourceEmpty, SourceUnreadable
from hexapla.sources.guessing import CLEAR_LEAD, PLAUSIBLE, SURE, fit, guess
from hexapla.sources.magic import looks_like

# The longer mark first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
# Characters of which one in so many is a control character are no text.
FEWEST_PER_CONTROL = 100
# A file is damaged UTF-8, and no other encoding, when for each bad place it has more good
# characters beyond ASCII than this; Arabic or Russian in an old encoding has one in ten at most.
GOOD_PER_BAD = 2
# Bytes on which that is decided: enough for either; a large file in an old encoding is not decoded in vain.
_SAMPLE = 65_536
_HIGH = re.compile(rb"[\x80-\xff]")
# Characters read to tell whether a text is plausible.
_LOOK = 4000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_BAD = "\ufffd"

# What browsers read when a page says so (WHATWG Encoding Standard, section 4.2).
_AS_BROWSERS_DO = {
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "iso-8859-9": "windows-1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "utf-16": "utf-16-le",
    "unicode": "utf-16-le",
    "x-mac-cyrillic": "mac-cyrillic",
    "macintosh": "mac-roman",
}
# Python's own transforms, which would change plain words.
_NO_ENCODINGS_OF_FILES = ("idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and what has to be said about it."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, *, name: str, declared: str | None = None) -> Decoded:
    """Reads bytes as text.

    Parameters
    ----------
    data:
        The whole input.
    name:
        How the input is called in errors and notices.
    declared:
        The encoding that a server or page says it is in; believed where the bytes allow it.

    Raises
    ------
    SourceEmpty
        There is nothing in it, or white space only.
    SourceUnreadable
        It is no text.
    """
    found = _decoded(data, name, declared)
    if not found.text.strip():
        raise SourceEmpty(
            f"{name} is empty." if not found.text else f"{name} holds white space only.",
            "There is nothing to compare.",
            "Check that it was saved in full.",
        )
    return found


def _decoded(data: bytes, name: str, declared: str | None) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_lenient(data[len(mark) :], encoding, name, len(mark)), name)
    _refuse_known(data, name)
    if b"\x00" in data:
        return _wide(data, name)
    try:
        return _checked(Decoded(data.decode("utf-8"), "utf-8"), name)
    except UnicodeDecodeError:
        return _checked(_declared(data, declared) or _damaged(data, name) or _guessed(data, name), name)


def known_encoding(label: str | None) -> str | None:
    """The codec for an encoding's name as servers and pages write it; None where there is none."""
    if not label:
        return None
    label = label.strip().strip("\"'").lower()
    label = _AS_BROWSERS_DO.get(label, label)
    try:
        "".encode(label)  # raises where the codec is not one of text
        found = codecs.lookup(label).name
    except (LookupError, UnicodeError, ValueError):
        return None
    return None if found in _NO_ENCODINGS_OF_FILES else found


def _refuse_known(data: bytes, name: str) -> None:
    sign = looks_like(data)
    if sign is not None:
        what, todo = sign
        raise SourceUnreadable(
            f"{name} is no text: it looks like {what}.", "Hexapla reads text and HTML.", todo
        )


def _no_text(name: str, why: str) -> SourceUnreadable:
    return SourceUnreadable(
        f"{name} is no text: {why}.",
        "Hexapla reads text and HTML.",
        "Give a text file or a saved web page; a document of another kind can be saved as plain text.",
    )


def _wide(data: bytes, name: str) -> Decoded:
    """UTF-16 or UTF-32 without its mark: zero bytes, yet letters of one script."""
    for encoding in _WIDE:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _readable(text[:_LOOK]):
            return Decoded(text, encoding)
    raise _no_text(name, "it has zero bytes, as programs and pictures do")


def _readable(text: str) -> bool:
    """Whether nearly all of a text is letters of our scripts and what stands between them."""
    from hexapla import lang

    if _CONTROL.search(text):
        return False
    ascii_share = sum("\n" <= c <= "~" for c in text) / (len(text) or 1)
    return ascii_share > 0.9 or max(fit(text, code) for code in lang.codes()) >= PLAUSIBLE


def _checked(found: Decoded, name: str) -> Decoded:
    """Refuses what decodes but is full of control characters."""
    look = found.text[: 16 * _LOOK]
    number = len(_CONTROL.findall(look))
    if number * FEWEST_PER_CONTROL > len(look):
        raise _no_text(name, "it is full of control characters")
    return found


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    encoding = known_encoding(declared)
    if encoding is None:
        return None
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _damaged(data: bytes, name: str) -> Decoded | None:
    """UTF-8 with bad bytes in it, where it is clearly UTF-8."""
    first = _HIGH.search(data)
    sample = data[first.start() : first.start() + _SAMPLE] if first else b""
    text = sample.decode("utf-8", errors="replace")
    bad = text.count(_BAD) - sample.count(_BAD.encode())
    beyond_ascii = len(text) - len(text.encode("ascii", errors="ignore")) - text.count(_BAD)
    if beyond_ascii <= GOOD_PER_BAD * bad:
        return None
    return _lenient(data, "utf-8", name, 0)


def _lenient(data: bytes, encoding: str, name: str, skipped: int) -> Decoded:
    """Decodes with U+FFFD for what is broken, and says how much and where."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        bad = text.count(_BAD) - data.count(_BAD.encode(encoding))
        first = data[: error.start].decode(encoding, errors="replace")
        at = f"line {first.count(chr(10)) + 1}, byte {error.start + skipped}"
        return Decoded(text, encoding, (_damage(name, encoding, bad, at),))


def _damage(name: str, encoding: str, bad: int, at: str) -> str:
    places = "one place" if bad == 1 else f"{bad} places"
    where = at if bad == 1 else f"the first at {at}"
    return f"{name} is damaged {encoding.upper()}: {places} could not be decoded ({where}), shown as {_BAD}."


def _guessed(data: bytes, name: str) -> Decoded:
    found = guess(data)
    if found is None:
        raise _no_text(name, "its bytes make words in no encoding")
    text = data.decode(found.encoding, errors="replace")
    notices = []
    if found.fit < SURE or found.lead < CLEAR_LEAD:
        rival = f"; {found.rival} is nearly as likely" if found.rival else ""
        notices.append(
            f"{name} does not say its encoding; it was read as {found.encoding}, which is not sure{rival}. "
            "If the letters are wrong, save it as UTF-8."
        )
    bad = text.count(_BAD)
    if bad:
        first = text[: text.index(_BAD)].count("\n") + 1
        notices.append(_damage(name, found.encoding, bad, f"line {first}"))
    return Decoded(text, found.encoding, tuple(notices))
