"""A web page → its article: text, title, day, outlet (trafilatura and htmldate).

What is related links or a menu is left to trafilatura; the rest of the page's furniture is told
apart in ``witness``, where it is kept with the reason.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hexapla.errors import SourceRefused, SourceUnreadable
from hexapla.witness.reading import Given

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]
    from lxml.html import HtmlElement  # type: ignore[import-untyped]
    from trafilatura.settings import Document

# No report is so long; a page beyond it costs minutes.
MOST_CHARACTERS = 20_000_000
# An article has a sentence: fewer letters than this in all are a menu's words. A Chinese
# character counts as three letters.
FEWEST_LETTERS = 80
# htmldate bounds what it believes by today where no bound is given; the clock must not decide.
EARLIEST, LATEST = "1990-01-01", "2100-01-01"

_SPACE = re.compile(r"\s+")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.I)
# XML cannot hold these, and lxml refuses them.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
_BLOCKS = ("p", "head", "item", "row", "quote", "code", "ab")
_HOLDERS = ("list", "table", "quote", "div", "main", "body", "text")
# Elements that may say the page's own day; words of the article may name any other.
_STATED = (
    "//meta[not(contains(@property, 'modif') or contains(@property, 'updat'))]"
    " | //link[@rel='canonical'] | //script[@type='application/ld+json']"
)
_DATED = (
    "//time[@datetime] | //abbr[@title] | //*[@itemprop='datePublished' or @pubdate or @data-published]"
    " | //*[self::span or self::p or self::div or self::li]["
    "contains(@class, 'date') or contains(@class, 'time') or contains(@class, 'publish')"
    " or contains(@id, 'date') or contains(@id, 'publish')]"
)
# A date line is short; a whole article in an element called "update" is none.
_LONGEST_DATE = 120
# A page's own day stands near its top; those of a thousand teasers need not be read.
MOST_DATES = 100


@dataclass(frozen=True, slots=True)
class Page:
    """A page's article and what the page says of it; ``language`` is the page's word, often a template's."""

    text: str
    given: Given
    language: str | None


def extract(source: str, *, name: str, url: str | None = None) -> Page:
    """The article of a page.

    Parameters
    ----------
    source:
        The page's HTML, decoded.
    name:
        How the page is called in errors.
    url:
        Where it was found; its path may carry the day.

    Returns
    -------
    Page
        Paragraphs parted by blank lines, each heading on a line of its own, the title first.

    Raises
    ------
    SourceUnreadable
        The page has no article.
    """
    if len(source) > MOST_CHARACTERS:
        raise SourceRefused(
            f"{name} is a page of more than {MOST_CHARACTERS / 1e6:g} million characters.",
            "No report is so long, and to search it would take minutes.",
            "Save the report alone, as text, and give that file.",
        )
    tree = _tree(source)
    body = _body(tree) if tree is not None else None
    paragraphs = _paragraphs(body) if body is not None else []
    if tree is None or _letters("".join(paragraphs)) < FEWEST_LETTERS:
        raise _no_article(name)
    stated = _metadata(tree)
    title = _title(tree, stated)
    if title and not _opens_with(paragraphs, title):
        paragraphs.insert(0, title)
    given = Given(title=title, outlet=_outlet(stated), published=_published(tree, url))
    return Page("\n\n".join(paragraphs) + "\n", given, _language(tree))


def _no_article(name: str) -> SourceUnreadable:
    return SourceUnreadable(
        f"{name} is a web page without an article.",
        "It holds only menus or links, or its text is loaded by a script when a browser opens it.",
        "Open it in a browser, copy the article into a text file, and give that file.",
    )


def _tree(source: str) -> HtmlElement | None:
    from lxml.etree import ParserError, XMLSyntaxError
    from lxml.html import HTMLParser, document_fromstring

    clean = _NOT_XML.sub("", _DECLARATION.sub("", source, count=1))
    # Bytes, since lxml reads a text's own word for its encoding before ours.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(clean.encode("utf-8"), parser=parser)
    except (ParserError, XMLSyntaxError, ValueError):
        return None


def _body(tree: HtmlElement) -> _Element | None:
    """The article as trafilatura's tree of head, p, list, quote and table elements."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    try:
        found = bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    except (ValueError, TypeError, RecursionError):
        return None
    return found.body if isinstance(found, Document) else None


def _paragraphs(body: _Element) -> list[str]:
    return [text for element in _blocks(body) if (text := _text(element))]


def _blocks(element: _Element) -> Iterator[_Element]:
    """The elements that hold one paragraph each, in order."""
    for child in element:
        if child.tag in _HOLDERS and any(inner.tag in _BLOCKS for inner in child):
            yield from _blocks(child)
        else:
            yield child


def _text(element: _Element) -> str:
    """An element's words, white space single; a line break of the page stays one."""
    lines = "".join(_pieces(element)).split("\n")
    return "\n".join(line for raw in lines if (line := _SPACE.sub(" ", raw).strip()))


def _pieces(element: _Element) -> Iterator[str]:
    yield _SPACE.sub(" ", element.text or "")
    for child in element:
        if child.tag == "lb":
            yield "\n"
        elif child.tag == "cell":
            yield " "
        yield from _pieces(child)
        yield _SPACE.sub(" ", child.tail or "")


def _letters(text: str) -> int:
    return sum(3 if unicodedata.east_asian_width(c) == "W" else 1 for c in text if c.isalpha())


def _metadata(tree: HtmlElement) -> Document:
    from trafilatura import extract_metadata

    days = {"original_date": True, "extensive_search": False, "max_date": LATEST, "min_date": EARLIEST}
    return extract_metadata(tree, date_config=days, extensive=False)


def _title(tree: HtmlElement, stated: Document) -> str | None:
    """The page's headline: its h1 where the stated title only adds the outlet's name."""
    title = _SPACE.sub(" ", stated.title or "").strip()
    headings = (_SPACE.sub(" ", h.text_content()).strip() for h in tree.iter("h1"))
    for heading in headings:
        if heading and (not title or (title.startswith(heading) and 2 * len(heading) > len(title))):
            return heading
    return title or None


def _opens_with(paragraphs: list[str], title: str) -> bool:
    """Whether the title stands among the first lines already."""
    wanted = _bare(title)
    return any(_bare(paragraph) == wanted for paragraph in paragraphs[:3])


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _outlet(stated: Document) -> str | None:
    """The outlet's name as the page states it; the host name that trafilatura falls back to is no name."""
    name = _SPACE.sub(" ", stated.sitename or "").strip()
    if not name or name.casefold().removeprefix("www.") == (stated.hostname or "").casefold():
        return None
    return None if re.fullmatch(r"(?:[\w\-]+\.)+[a-z]{2,}", name, re.I) else name


def _published(tree: HtmlElement, url: str | None) -> dt.date | None:
    """The day of first publication that the page's head, its markup or its address states."""
    from htmldate import find_date

    found = find_date(
        _dated_parts(tree),
        extensive_search=False,
        original_date=True,
        url=url,
        min_date=EARLIEST,
        max_date=LATEST,
    )
    return dt.date.fromisoformat(found) if found else None


def _dated_parts(tree: HtmlElement) -> HtmlElement:
    """A page of only what may say when this page was published, so that no other day is found."""
    from copy import deepcopy

    from lxml.html import document_fromstring

    page = document_fromstring("<html><head></head><body></body></html>")
    head, body = page
    for element in tree.xpath(_STATED):
        head.append(deepcopy(element))
    for element in tree.xpath(_DATED)[:MOST_DATES]:
        if len(element.text_content()) <= _LONGEST_DATE:
            body.append(deepcopy(element))
    return page


def _language(tree: HtmlElement) -> str | None:
    """The page's own word for its language, as ISO 639-1."""
    stated = tree.get("lang") or tree.get("xml:lang") or ""
    return stated.strip().lower().replace("_", "-").split("-")[0] or None
