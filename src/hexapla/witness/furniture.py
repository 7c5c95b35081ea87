"""What each block of a page is: title, dateline, subhead, body, or furniture to be set aside.

The order of a news page is the evidence: first what stands above the report, then the
report's paragraphs, then what the site adds. Paragraphs that read as sentences are the
anchors; a line before the first, between two, or after the last is judged by its cue
where it has one, and otherwise by its place, its shape and the words it shares with
the report. An article's own sentence is never set aside: what ends like a sentence
is furniture only by a cue or as a teaser that breaks off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hexapla.witness.blocks import Block, breaks_off, closes, leads_on
from hexapla.witness.cues import Reason, arrowed, initials
from hexapla.witness.dateline import Dateline
from hexapla.witness.folding import fold, stems, words
from hexapla.witness.model import Role
from hexapla.witness.page import (
    KICKER_WORDS,
    LABEL_WORDS,
    LONGEST_KICKER,
    LONGEST_LABEL,
    LONGEST_TITLE,
    READ_FOR_WORDS,
    Page,
)

SUBHEAD_WORDS = 14
# A headline of another article has a verb and what goes with it; a name with its office has fewer words.
HEADLINE_WORDS = 6
LONGEST_HEADLINE = 160
# Of a headline's stems, the share that the report must have for the headline to be of the report.
OWN_WORDS = 0.34
# Below links, a line with more of the report's words is the report's, where the report goes on after it.
HALF_OWN = 0.5
# No page announces more articles without a word that it does so.
MOST_TEASERS = 12
# A title printed again may carry the site's name: the shorter must be so much of the longer.
SAME_TITLE = 0.6
# No page has more headings above its report; a list of headlines has, and each is weighed against each.
MOST_HEADINGS = 40


@dataclass(frozen=True, slots=True)
class Sorted:
    """A block with what it is: a role, or the reason why it is set aside; the dateline it opens with."""

    block: Block
    role: Role | None
    reason: Reason | None = None
    dateline: Dateline | None = None


def sort_out(blocks: Sequence[Block], language: str, given_title: str | None = None) -> list[Sorted]:
    """Tells of each block of a page, in order, what it is."""
    page = Page(tuple(blocks), language, given_title)
    reasons: dict[int, Reason] = {}
    roles: dict[int, Role] = {}
    if page.anchors:
        first, last = page.anchors[0], page.anchors[-1]
        reasons |= _after_cues(page, first)
        reasons |= _next_articles(page, first, reasons)
        last = max(n for n in page.anchors if n == first or n not in reasons)
        reasons |= _more_headlines(page, last, reasons)
        reasons |= _tail(page, last, reasons)
        reasons |= _signed(page, last, reasons)
        roles, above = _head(page, first)
        reasons |= above
        reasons |= _repeated(page, roles, reasons)
    elif page.blocks:
        reasons = {n: c for n, c in enumerate(page.cues) if c is not None}
        roles = {n: "title" for n in [_first_heading(page, reasons)] if n is not None}
    return [_judge(page, n, roles, reasons) for n in range(len(page.blocks))]


def _first_heading(page: Page, reasons: dict[int, Reason]) -> int | None:
    """The title of a page of short lines only: its first line, where others follow."""
    left = [n for n in range(len(page.blocks)) if n not in reasons]
    return left[0] if len(left) > 1 and page.may_be_title(left[0]) else None


def _judge(page: Page, n: int, roles: dict[int, Role], reasons: dict[int, Reason]) -> Sorted:
    block = page.blocks[n]
    if n in reasons:
        return Sorted(block, None, reasons[n])
    if n in roles and roles[n] != "dateline":
        return Sorted(block, roles[n])
    alone = page.lone_dateline(n)
    if alone is not None:
        return Sorted(block, "dateline", None, alone)
    if page.anchors and _is_subhead(page, n, reasons):
        return Sorted(block, "subhead")
    return Sorted(block, "body", None, page.datelines[n] if _may_open_report(page, n, reasons) else None)


def _may_open_report(page: Page, n: int, reasons: dict[int, Reason]) -> bool:
    """A dateline opens the first paragraph, one under a heading, or each part of a longer report."""
    above = [k for k in range(max(0, n - 3), n) if k not in reasons]
    first = not page.anchors or n <= page.anchors[0] or page.datelines[page.anchors[0]] is not None
    return first or (bool(above) and page.heading(above[-1], LONGEST_TITLE))


def _is_subhead(page: Page, n: int, reasons: dict[int, Reason]) -> bool:
    """A short line without a sentence's end, with paragraphs of the report before and after it."""
    if not page.heading(n) or len(words(page.blocks[n].text)) > SUBHEAD_WORDS:
        return False
    following = next((k for k in range(n + 1, len(page.blocks)) if k not in reasons), None)
    return n > page.anchors[0] and following is not None and page.weights[following] > page.weights[n]


def _after_cues(page: Page, first: int) -> dict[int, Reason]:
    """Cues below the report's first paragraph, and the headlines and teasers that hang on them."""
    found: dict[int, Reason] = {}
    for n in range(first + 1, len(page.blocks)):
        reason = page.cues[n]
        if reason is None or n in found or reason == "section-label":
            continue
        found[n] = reason
        if reason == "related-links" and not _holds_its_link(page.blocks[n].text):
            found |= _hanging(page, n)
    return found


def _holds_its_link(text: str) -> bool:
    """Whether the link stands on the cue's own line: "Read also: Ministers meet"."""
    _, colon, rest = text.replace("：", ":").partition(":")
    return bool(colon) and any(c.isalpha() for c in rest)


def _hanging(page: Page, at: int) -> dict[int, Reason]:
    """What follows a cue that stands alone, up to where the article goes on."""
    found: dict[int, Reason] = {}
    for n in range(at + 1, len(page.blocks)):
        reason = page.cues[n] or ("next-article" if _of_another_article(page, n) else None)
        if reason is None or (n > at + 1 and page.cues[n] is None and _resumes(page, n)):
            return _give_back_subhead(page, found)
        found[n] = reason
    return found


def _resumes(page: Page, n: int) -> bool:
    """Whether a line below links is the report's: it has its words, and the report goes on after it."""
    goes_on = page.last_sound > n and not breaks_off(page.blocks[n].text)
    return goes_on and page.own_share(n) > HALF_OWN


def _of_another_article(page: Page, n: int) -> bool:
    """Whether a block below a cue is a headline or a teaser (cut short, or a dateline's one paragraph)."""
    text = page.blocks[n].text
    headline = not closes(text) and not leads_on(text) and page.weights[n] <= LONGEST_HEADLINE
    report = page.datelines[n] is not None and not _goes_on(page, n + 1)
    return headline or report or breaks_off(text)


def _goes_on(page: Page, n: int) -> bool:
    """Whether a paragraph of an article stands there."""
    return n < len(page.blocks) and n in page.anchors and not breaks_off(page.blocks[n].text)


def _give_back_subhead(page: Page, found: dict[int, Reason]) -> dict[int, Reason]:
    """Where the article goes on after links, its own subhead before the next paragraph is not one of them."""
    last = max(found, default=-1)
    kept = dict(found)
    if len(found) > 1 and page.heading(last, LONGEST_LABEL) and page.cues[last] is None:
        del kept[last]
    return kept


def _next_articles(page: Page, first: int, reasons: dict[int, Reason]) -> dict[int, Reason]:
    """Teasers at the page's end that no cue announces: a headline, then a text that breaks off."""
    found: dict[int, Reason] = {}
    n = len(page.blocks) - 1
    while n > first + 1 and len(found) < 2 * MOST_TEASERS:
        if n in reasons or page.cues[n] is not None:
            n -= 1
        elif _is_teaser(page, n, reasons | found):
            found |= {n: "next-article", n - 1: "next-article"}
            n -= 2
        else:
            break
    return found


def _is_teaser(page: Page, n: int, reasons: dict[int, Reason]) -> bool:
    if not breaks_off(page.blocks[n].text) or n - 1 in reasons or not page.heading(n - 1, LONGEST_HEADLINE):
        return False
    labelled = n > 1 and n - 2 not in page.anchors and page.heading(n - 2, LONGEST_LABEL)
    if page.datelines[n] is not None or labelled:
        return True
    rest = stems(
        " ".join(page.blocks[k].text for k in page.anchors if k != n)[:READ_FOR_WORDS], page.language
    )
    return page.own_share(n - 1, rest) < OWN_WORDS and page.own_share(n, rest) < OWN_WORDS


def _more_headlines(page: Page, last: int, reasons: dict[int, Reason]) -> dict[int, Reason]:
    """A short line and headlines under it below a report that writes its stops: "More from …", unlisted.

    No report ends in headlines; but a list may stand there, and so may the names of those who sign.
    A headline is therefore longer than a name and tells of other things than the report.
    """
    lines = [n for n in range(last + 1, len(page.blocks)) if n not in reasons and page.cues[n] is None]
    if len(lines) < 2 or not page.writes_stops or leads_on(page.blocks[last].text):
        return {}
    label, *below = lines
    headed = page.few_words(label, LONGEST_LABEL, LABEL_WORDS) and page.own_share(label) < OWN_WORDS
    if not headed or not all(page.heading(n, LONGEST_HEADLINE) for n in lines):
        return {}
    told = [n for n in below if len(words(page.blocks[n].text)) >= HEADLINE_WORDS]
    if len(told) < len(below) or any(page.own_share(n) > HALF_OWN for n in told):
        return {}
    return {label: "related-links", **dict.fromkeys(below, "next-article")}


def _tail(page: Page, last: int, reasons: dict[int, Reason]) -> dict[int, Reason]:
    """Lines below the report's last paragraph."""
    found: dict[int, Reason] = {}
    for n in range(len(page.blocks) - 1, last, -1):
        if n in reasons:
            continue
        reason = page.cues[n] or _tail_reason(page, n)
        if reason is not None:
            found[n] = reason
        elif not _between_furniture(page, n, last, reasons | found):
            break
    return found


def _between_furniture(page: Page, n: int, last: int, reasons: dict[int, Reason]) -> bool:
    """Whether cued lines still stand above a line of the tail, so that the search goes on upwards."""
    return any(k in reasons or page.cues[k] is not None for k in range(last + 1, n))


def _tail_reason(page: Page, n: int) -> Reason | None:
    text = page.blocks[n].text
    if initials(text):
        return "byline"
    if not page.heading(n):
        return None
    if not _has_letters(page, n):
        return "navigation"
    return "section-label" if page.writes_stops and page.foreign_label(n) else None


def _has_letters(page: Page, n: int) -> bool:
    return any(c.isalpha() for c in page.blocks[n].text)


def _head(page: Page, first: int) -> tuple[dict[int, Role], dict[int, Reason]]:
    """What stands above the report's first paragraph: its title, and labels."""
    lines = [n for n in range(first) if page.cues[n] is None]
    reasons = {n: _head_reason(page, n, c) for n in range(first) if (c := page.cues[n]) is not None}
    headings = [
        n for n in lines if page.heading(n, LONGEST_TITLE) or (n == page.first_line and page.may_be_title(n))
    ]
    headings = [n for n in headings if page.lone_dateline(n) is None][:MOST_HEADINGS]
    reasons |= {n: "navigation" for n in headings if not _has_letters(page, n)}
    if len(headings) > 1:
        reasons |= {n: "navigation" for n in headings[:-1] if arrowed(page.blocks[n].text)}
    headings = [n for n in headings if n not in reasons]
    title = _title(page, headings)
    if title is None:
        return {}, reasons
    roles: dict[int, Role] = {title: "title"}
    again = [n for n in headings if n != title and same_title(page.blocks[n].text, page.blocks[title].text)]
    for n in headings:
        if n == title:
            continue
        if n in again:
            reasons[n] = "repeated-title"
        elif _is_label(page, n, title, max(again, default=-1)):
            reasons[n] = "section-label"
        else:
            roles[n] = "subhead"
    return roles, reasons


def _head_reason(page: Page, n: int, reason: Reason) -> Reason:
    """Above a report "Latest news" names the section; links follow it only below."""
    bare = reason == "related-links" and not _holds_its_link(page.blocks[n].text)
    return "section-label" if bare else reason


def _title(page: Page, headings: list[int]) -> int | None:
    """The heading that is the title: the one given, the one printed twice, or the first that is no kicker."""
    if page.given_title:
        for n in headings:
            if same_title(page.blocks[n].text, page.given_title):
                return n
    for n in headings:
        if any(same_title(page.blocks[n].text, page.blocks[m].text) for m in headings if m > n):
            return n
    for n, following in pairwise(headings):
        longer = page.weights[following] > page.weights[n]
        if not (longer and page.few_words(n, LONGEST_KICKER, KICKER_WORDS) and page.own_share(n) < OWN_WORDS):
            return n
    return headings[-1] if headings else None


def _is_label(page: Page, n: int, title: int, again: int) -> bool:
    """A line between two printings of the title, or a short one whose words the report does not have."""
    if title < n < again:
        return True
    return page.foreign_label(n)


def same_title(one: str, other: str) -> bool:
    """Whether two headings are one title, the site's name perhaps added to either."""
    a, b = sorted((fold(one), fold(other)), key=len)
    return bool(a) and (a == b or (a in b and len(a) >= SAME_TITLE * len(b)))


def _signed(page: Page, last: int, reasons: dict[int, Reason]) -> dict[int, Reason]:
    """Initials right below the report, whatever stands below them."""
    n = last + 1
    signed = n < len(page.blocks) and n not in reasons and initials(page.blocks[n].text)
    return {n: "byline"} if signed else {}


def _repeated(page: Page, roles: dict[int, Role], reasons: dict[int, Reason]) -> dict[int, Reason]:
    """The title printed again anywhere below."""
    titles = [n for n, role in roles.items() if role == "title"]
    if not titles:
        return {}
    title, anchors = fold(page.blocks[titles[0]].text), frozenset(page.anchors)
    return {
        n: "repeated-title"
        for n in range(titles[0] + 1, len(page.blocks))
        if n not in reasons
        and n not in anchors
        and page.weights[n] <= LONGEST_TITLE
        and fold(page.blocks[n].text) == title
    }
