"""Files that are no text, known by their first bytes."""

from __future__ import annotations

import re

_SAVE_AS_TEXT = "Open it in the program it was made with, save it as plain text, and give that file."
_UNPACK = "Unpack it and give the files in it."
_TYPE_IT = "Give the text itself, as a text file or as a web page."
_NO_TEXT = "Check the name: give a text file or a saved web page."

# (first bytes, offset, what it is, what to do)
_SIGNS: tuple[tuple[bytes, int, str, str], ...] = (
    (b"%PDF-", 0, "a PDF", _SAVE_AS_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "an old Office document (doc, xls, ppt)", _SAVE_AS_TEXT),
    (b"{\\rtf", 0, "a rich-text document (RTF)", _SAVE_AS_TEXT),
    (b"%!PS", 0, "a PostScript document", _SAVE_AS_TEXT),
    (b"\x89PNG\r\n\x1a\n", 0, "a picture (PNG)", _TYPE_IT),
    (b"\xff\xd8\xff", 0, "a picture (JPEG)", _TYPE_IT),
    (b"GIF8", 0, "a picture (GIF)", _TYPE_IT),
    (b"II*\x00", 0, "a picture (TIFF)", _TYPE_IT),
    (b"MM\x00*", 0, "a picture (TIFF)", _TYPE_IT),
    (b"WEBP", 8, "a picture (WebP)", _TYPE_IT),
    (b"WAVE", 8, "a sound recording (WAV)", _TYPE_IT),
    (b"ID3", 0, "a sound recording (MP3)", _TYPE_IT),
    (b"OggS", 0, "a recording (Ogg)", _TYPE_IT),
    (b"ftyp", 4, "a film or recording (MP4)", _TYPE_IT),
    (b"\x1aE\xdf\xa3", 0, "a film (Matroska, WebM)", _TYPE_IT),
    (b"\x1f\x8b", 0, "a compressed file (gzip)", _UNPACK),
    (b"BZh", 0, "a compressed file (bzip2)", _UNPACK),
    (b"\xfd7zXZ\x00", 0, "a compressed file (xz)", _UNPACK),
    (b"\x28\xb5\x2f\xfd", 0, "a compressed file (zstd)", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", 0, "an archive (7z)", _UNPACK),
    (b"Rar!\x1a\x07", 0, "an archive (RAR)", _UNPACK),
    (b"ustar", 257, "an archive (tar)", _UNPACK),
    (b"SQLite format 3\x00", 0, "a database (SQLite)", _NO_TEXT),
    (b"\x7fELF", 0, "a program", _NO_TEXT),
    (b"WARC/1.", 0, "a web archive (WARC)", "Take the page out of it, and give the page as an HTML file."),
)
# What a ZIP archive's first entries tell of the document it is.
_IN_ZIP: tuple[tuple[bytes, str, str], ...] = (
    (b"word/", "a Word document (docx)", _SAVE_AS_TEXT),
    (b"xl/", "a spreadsheet (xlsx)", _SAVE_AS_TEXT),
    (b"ppt/", "a presentation (pptx)", _SAVE_AS_TEXT),
    (b"mimetypeapplication/vnd.oasis", "an OpenDocument file (odt, ods)", _SAVE_AS_TEXT),
    (b"mimetypeapplication/epub", "an e-book (EPUB)", _SAVE_AS_TEXT),
    (b"[Content_Types].xml", "an Office document", _SAVE_AS_TEXT),
)
_ZIP = re.compile(rb"PK(?:\x03\x04|\x05\x06|\x07\x08)")
# "MZ" and "BM" open ordinary words too, so they count only with the bytes that follow in a real file.
_PROGRAM = re.compile(rb"MZ[\s\S]{0,64}\x00")
_BITMAP = re.compile(rb"BM[\s\S]{4}\x00\x00\x00\x00")
_HEAD = 4096


def looks_like(data: bytes) -> tuple[str, str] | None:
    """What a file that is no text is, and what to do about it; None where no sign is known."""
    head = data[:_HEAD]
    if _ZIP.match(head):
        return next(((what, do) for sign, what, do in _IN_ZIP if sign in head), ("an archive (ZIP)", _UNPACK))
    if _PROGRAM.match(head):
        return "a program", _NO_TEXT
    if _BITMAP.match(head):
        return "a picture (BMP)", _TYPE_IT
    return next(((what, do) for sign, at, what, do in _SIGNS if head.startswith(sign, at)), None)
