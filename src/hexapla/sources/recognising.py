"""Whether a text is a web page, told by what stands in it and not by its name."""

from __future__ import annotations

import re

# Where a page says what it is; later a text may speak of HTML without being it.
_HEAD = 4096
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_OPENING = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I)
_FEED = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b")
_TAG = re.compile(
    r"</?(?:html|head|body|div|p|span|meta|title|script|style|article|section|header|h[1-6]|a|ul|li|br|table)"
    r"(?:\s[^<>]*)?/?>",
    re.I,
)
# A saved fragment has a tag every few words; an article about HTML quotes a few.
FEWEST_TAGS, MOST_CHARACTERS_PER_TAG = 4, 300
_CHARSET = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:\-]+)|<\?xml[^>]+encoding\s*=\s*[\"']([\w.:\-]+)", re.I
)


def is_html(text: str, *, says_html: bool | None = None) -> bool:
    """Whether a text is HTML; ``says_html`` is its server's word, which decides only in doubt."""
    head = _COMMENT.sub("", text[:_HEAD])
    if _OPENING.match(head):
        return True
    if says_html is False:
        return False
    tags = len(_TAG.findall(head))
    if says_html:
        return tags > 0
    often = len(head) <= tags * MOST_CHARACTERS_PER_TAG
    return tags >= FEWEST_TAGS and often and head.lstrip().startswith("<")


def is_feed(text: str) -> bool:
    """Whether a text is a feed or a site map: a list of pages, no page."""
    return bool(_FEED.match(_COMMENT.sub("", text[:_HEAD])))


def declared_in_page(data: bytes) -> str | None:
    """The encoding that a page itself names, if the bytes are a page at all."""
    if not data[:_HEAD].lstrip().startswith(b"<"):
        return None
    found = _CHARSET.search(data, 0, _HEAD)
    return (found[1] or found[2]).decode("ascii", errors="replace") if found else None
