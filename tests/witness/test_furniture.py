"""Page furniture: all of it is set aside, and never a line of the report."""

# ruff: noqa: E501 (rows of a table stay on one line)

from __future__ import annotations

import pytest

from hexapla.witness import page as page_module
from hexapla.witness.cues import cue, initials
from hexapla.witness.reading import Given, read_witness

from .pages import PAGES, WHOLE, WITHOUT_CUES, Page
from .sites import SITES

ALL = {**PAGES, **WITHOUT_CUES, **WHOLE}


def laid_out(page: Page, gap: str) -> tuple[str, list[tuple[str, str]]]:
    """The page's text, and what must be read from it: kind and words, in order."""
    expected: list[tuple[str, str]] = []
    for kind, text in page:
        if expected and kind.startswith("body") and expected[-1][0] == "body":
            expected[-1] = ("body", f"{expected[-1][1]} {text}")
        else:
            expected.append((kind.rstrip("+"), text))
    return gap.join(text for _, text in page), expected


def read(text: str, code: str) -> list[tuple[str, str]]:
    """What was read: kind and words, sentences of neighbouring body segments put together again."""
    witness = read_witness(text, source="a page", sha256="0", given=Given(language=code))
    kinds = {s.span: s.role for s in witness.segments} | {s.span: s.reason for s in witness.set_aside}
    found: list[tuple[str, str]] = []
    inline = False
    for span in witness.parts():
        kind, words = kinds[span], span.of(text)
        own_line = span.end == len(text) or text[span.end] in "\r\n"
        if kind == "dateline" and not own_line:
            kind, inline = "body", True
        elif found and kind == found[-1][0] == "body":
            glue = "" if text[span.start - 1] not in " \r\n" else " "
            found[-1] = ("body", found[-1][1] + glue + words)
            inline = False
            continue
        if found and kind == "body" == found[-1][0]:
            found[-1] = ("body", f"{found[-1][1]} {words}")
        else:
            found.append((str(kind), words))
    assert not inline or found
    return found


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\r\n\r\n", "\n \n\n"])
@pytest.mark.parametrize("name", ALL)
def test_every_line_is_what_it_is(name: str, gap: str) -> None:
    code, page = ALL[name]
    text, expected = laid_out(page, gap)
    assert read(text, code) == expected


@pytest.mark.parametrize("name", [*WITHOUT_CUES, "en, a site's frame all round", "ar, an agency's page"])
def test_the_report_is_never_set_aside_without_cues(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With no cue listed at all, every line of the report is still there."""
    monkeypatch.setattr(page_module, "cue", lambda _: None)
    code, page = ALL[name]
    text, _ = laid_out(page, "\n\n")
    witness = read_witness(text, source="a page", sha256="0", given=Given(language=code))
    aside = {s.span.of(text) for s in witness.set_aside}
    assert not aside & {line for kind, line in page if kind.rstrip("+") in ("title", "body", "subhead")}
    if name in WITHOUT_CUES:
        assert aside == {line for kind, line in page if kind.rstrip("+") not in ("title", "body", "subhead")}


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\r\n"])
@pytest.mark.parametrize("name", SITES)
def test_what_a_site_adds_is_set_aside(name: str, gap: str) -> None:
    code, page = SITES[name]
    rows = [(line[0], line[2:]) for line in page.strip().splitlines()]
    text = gap.join(line for _, line in rows)
    witness = read_witness(text, source="a page", sha256="0", given=Given(language=code))
    kinds = {s.span: s.role for s in witness.segments} | {s.span: "aside" for s in witness.set_aside}
    at = 0
    for mark, line in rows:
        found = {kind for span, kind in kinds.items() if at <= span.start < at + len(line)}
        # A paragraph may open with a dateline.
        assert found - ({"dateline"} if mark == ">" else set()) == {SITE_KINDS[mark]}, line
        at += len(line) + len(gap)


SITE_KINDS = {"=": "title", "@": "dateline", "+": "subhead", ">": "body", "-": "aside"}

CUES = [
    ("Check Also", "related-links"),
    ("READ ALSO:", "related-links"),
    ("Lire aussi : un titre", "related-links"),
    ("• قد يعجبك أيضاً", "related-links"),
    ("Читайте также", "related-links"),
    ("相关新闻", "related-links"),
    ("Share on Telegram", "share"),
    ("© 2031 VNA. All rights reserved.", "copyright"),
    ("Tous droits réservés.", "copyright"),
    ("(Reporting by Ann Lind; Editing by B. Karo)", "byline"),
    ("By Ann Lind", "byline"),
    ("Par Anne Lind", "byline"),
    ("责任编辑：王某", "byline"),
    ("World › Region › News", "navigation"),
    ("KARO / VNA / The president of Veldia received the envoy of Noria on Monday", None),
    ("* * *", "navigation"),
    ("Publicidad", "advert"),
    ("More from Midland Wire", "related-links"),
    ("Lire aussi sur Presse-Lind", "related-links"),
    ("Más de la Agencia Lind", "related-links"),
    ("Другие материалы ВЕЛДПРЕСС", "related-links"),
    ("المزيد من وكالة فيلديا للأنباء", "related-links"),
    ("更多来自维尔迪亚通讯社", "related-links"),
    ("أخبار » شؤون رئاسية", "navigation"),
    ("Home > World > Asia", "navigation"),
    ("Accueil / Monde", "navigation"),
    ("3 min read", "byline"),
    ("12 комментариев", "share"),
    ("President Oru at the palace. Photo: A. Lind/VNA", "copyright"),
    # and sentences that only begin alike
    ("More from the north flee to Karo", None),
    ("More bridges over the Lind", None),
    ("المزيد من التعاون", None),
    ("更多来自北方的难民抵达卡罗", None),
    ("Veldia / Noria", None),
    ("Oru painted a bleak picture: no bread and no work.", None),
    ("Veldia broke the treaty by continuing to use the port.", None),
    ("The site asked: “Did you read our newsletter?”", None),
    ("Мы в Каро больше не живём.", None),
    ("شارك على رأس وفد كبير في المؤتمر.", None),
    ("تحرير الأسرى", None),
    ("Views of the river", None),
    ("Share the river or lose it, she said.", None),
    ("By Tuesday they had left.", None),
    ("Related questions were left open.", None),
    ("Sharepoint users gather", None),
    ("Source close to the ministry said so.", None),
    ("Победа «Каро» над «Остеном» и «Линдом»", None),
    ("Next month in Karo", None),
    ("", "navigation"),
]


@pytest.mark.parametrize(("line", "reason"), CUES)
def test_cues(line: str, reason: str | None) -> None:
    assert cue(line) == reason


INITIALS = [("A.Ch.", True), ("R.K./B.S.", True), ("ر.م", True), ("(A.L.)", True), ("He left.", False), ("U", False), ("Karo", False)]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), INITIALS)
def test_initials(line: str, expected: bool) -> None:
    assert initials(line) is expected
