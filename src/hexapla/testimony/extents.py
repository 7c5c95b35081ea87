"""What is said: the words that a verb of saying brings, before it, behind it, in quotation marks or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hexapla.lang.words import function_words
from hexapla.testimony.beside import in_own_words
from hexapla.testimony.cues import Cue
from hexapla.testimony.model import Mode
from hexapla.testimony.quotations import Quotation
from hexapla.testimony.recalling import Subject
from hexapla.testimony.scenes import Account, Scene
from hexapla.testimony.unparted import addressed, object_before
from hexapla.testimony.wordkinds import only_time
from hexapla.witness.model import Span

# So many words and more are a report of their own before ", said X".
REPORT = 4
# What is left of a sentence behind its verb and speaker is nothing that is said, up to so many words.
LEFTOVER = 5
# Between a verb and *that* so many words may say whom it is told: *told reporters on Monday that*.
ADDRESSED = 5
# And so many where and when: *announced at a press conference in X on Friday that*.
CIRCUMSTANCE = 13
# What stands between a verb and the quotation it brings, set off by commas.
SET_OFF = 10
# Whose words they are may be told in so many words: *a source in diplomatic circles*.
OWNER = 8
# What stands before a quotation that a verb further back brings.
BRINGS = (",", "،", ":", "：", "，")
# What parts a report from the verb behind it.
COMMAS = (",", "،", "，", "–", "—", "-")
# A quotation shorter than this that does not make a clause of its own is a turn of phrase in a report.
PHRASE = 4
# Where so much of what is said stands in quotation marks, it is quoted directly.
MOSTLY = 0.6


class Extent(NamedTuple):
    """What a cue brings: the words of it, those of them in quotation marks, and how it is told.

    ``whole`` takes in speaker and cue.
    """

    content: tuple[Span, ...]
    quoted: tuple[Span, ...]
    mode: Mode
    whole: tuple[Span, ...]


def extent(
    account: Account, scene: Scene, cue: Cue, subject: Subject, stop: int, taken: Sequence[Span] = ()
) -> Extent | None:
    """What is said by a cue; None where nothing is. ``stop`` is where the next one of the sentence begins, ``taken`` what
    other cues of the sentence have brought already.
    """
    head = _head(cue, subject)
    around = scene.quoted(cue.start)
    if around is not None:
        return _around(scene, around, head)
    about = object_before(scene, cue, subject.span if subject.how in ("beside", "pronoun") else None)
    content = [about] if about else _content(account, scene, cue, subject, stop, taken)
    return _made(account, scene, content, head) if content else None


def _content(
    account: Account, scene: Scene, cue: Cue, subject: Subject, stop: int, taken: Sequence[Span]
) -> list[Span]:
    """The words that are said, outside of the verb and its speaker: around them, before them or behind them."""
    head = _head(cue, subject)
    before, after = _before(scene, head), _after(scene, cue, head, stop, subject)
    quotes = [
        q for q in scene.quotations if not (scene.named(q) or any(q.outer.overlap(span) for span in taken))
    ]
    if not _joined_on(scene, cue, after):
        # Behind *that* everything is said, what commas set off in it, too.
        after = _set_off(scene, quotes, after) or after
    aside = _aside(scene, head, before, after)
    if aside and scene.using.spaced and not any(q.outer.end <= head.start for q in quotes):
        return aside
    leading = _leading(scene, cue, quotes, head, before, after)
    if leading:
        return leading
    ahead = scene.distance(*after) <= LEFTOVER and not _quoted_in(quotes, after)
    ahead = ahead and not _quoted_in(taken, before)
    if _postponed(scene, cue, head, before) or (ahead and _reported(scene, cue, before, after)):
        return [before]
    following = _next_quotation(account, scene, after)
    if following is not None:
        return [following.outer]
    return [after] if any(c.isalnum() for c in after.of(scene.text)) else []


def _leading(
    scene: Scene, cue: Cue, quotes: Sequence[Quotation], head: Span, before: Span, after: Span
) -> list[Span]:
    """The quotation that a verb stands behind: *“…,” X said*; with what follows where it goes on."""
    leading = [q for q in quotes if q.outer.end <= head.start and q.outer.end > before.start]
    leading = [] if _brings_behind(scene, cue, quotes, head, after) else leading
    left = scene.distance(*after)
    if not leading or (left > LEFTOVER and not _closes(scene, leading[-1], head)):
        return []
    if in_own_words(scene, leading[0], before):
        return [before]
    spans = [Span(leading[0].outer.start, leading[-1].outer.end)]
    resumed = [q.outer for q in quotes if q.outer.start >= after.start]
    if not resumed:
        return spans
    # Taken up again behind the verb, its speaker and where it was.
    ends = resumed[-1].end >= after.end and scene.text[: resumed[0].start].rstrip()[-1:] in (
        *COMMAS,
        ".",
        ":",
    )
    if ends:
        return [*spans, *resumed]
    return [*spans, after] if left > LEFTOVER else spans


def _brings_behind(scene: Scene, cue: Cue, quotes: Sequence[Quotation], head: Span, after: Span) -> bool:
    """Whether what a verb brings stands behind it, whatever is quoted before: *of the “…”, X said that*, *X called it “…”*."""
    at_once = any(q.outer.start == after.start for q in quotes)
    if not scene.using.spaced:
        # *甲方指责“…”，并警告…*; *针对甲方的“…”，乙方呼吁…*; but *“…，”他说，“…”*.
        return any(c.isalnum() for c in after.of(scene.text)) and (cue.role == "trailing" or not at_once)
    signs = scene.text[head.end : after.start]
    return _joined_on(scene, cue, after) or (at_once and not any(s in signs for s in (*COMMAS, ".")))


def told_around(account: Account, scene: Scene, cue: Cue, parts: Sequence[Span]) -> Extent:
    """What stands around words that say whose it is, or before them: *The best, in his view, would be …*."""
    return _made(account, scene, parts, cue.span)


def inserted(scene: Scene, cue: Cue, subject: Subject, quotation: Quotation) -> bool:
    """Whether a verb with its speaker stands between commas in a quotation, or ends it."""
    head = _head(cue, subject)
    before = scene.text[quotation.inner.start : head.start].rstrip()
    after = scene.text[head.end : quotation.inner.end].lstrip()
    ends = not after or after.startswith((*COMMAS, "."))
    circumstance = (
        scene.governed(_word_after(scene, head.end)) and scene.distance(head.end, scene.span.end) <= OWNER
    )
    return before.endswith(COMMAS) and (ends or circumstance or _circumstance_end(scene, head) is not None)


def _circumstance_end(scene: Scene, head: Span) -> int | None:
    """Where a circumstance behind an inserted verb ends: *« …, a dit X au micro de Y, … »*."""
    first = next((w.start for w in scene.words if w.start >= head.end), None)
    comma = scene.text.find(",", head.end, scene.span.end)
    if first is None or comma < 0 or scene.distance(head.end, comma) > OWNER:
        return None
    return comma if any(c.start == first for c in scene.of("grammar", "prepositions")) else None


def _around(scene: Scene, quotation: Quotation, head: Span) -> Extent:
    """The parts of a quotation around the verb that stands in it."""
    end = _circumstance_end(scene, head) or head.end
    parts = [
        trimmed(scene.text, quotation.outer.start, head.start),
        trimmed(scene.text, end, quotation.outer.end),
    ]
    content = tuple(p for p in parts if any(c.isalnum() for c in p.of(scene.text)))
    inner = tuple(Span(max(p.start, quotation.inner.start), min(p.end, quotation.inner.end)) for p in content)
    return Extent(content, inner, "direct", (quotation.outer,))


def _head(cue: Cue, subject: Subject) -> Span:
    """The cue with its speaker where that stands beside it."""
    span = subject.span
    if span is None or subject.how not in ("beside", "pronoun", "by"):
        return cue.span
    return Span(min(cue.start, span.start), max(cue.end, span.end))


def _before(scene: Scene, head: Span) -> Span:
    return trimmed(scene.text, scene.span.start, head.start)


def _after(scene: Scene, cue: Cue, head: Span, stop: int, subject: Subject) -> Span:
    """What stands behind the cue, without what joins it on."""
    start = max(cue.end, head.end if head.end < stop else cue.end)
    if cue.role == "noun" and subject.span is not None and subject.span.start >= cue.end:
        # *In the words of a source close to the talks, …*
        comma = scene.text.find(",", start, stop)
        start = comma + 1 if comma >= 0 and scene.distance(start, comma) <= OWNER else start
    start = max(start, addressed(scene, cue, stop))
    told = start
    reach = CIRCUMSTANCE if scene.governed(_word_after(scene, told)) else ADDRESSED
    thats = scene.of("grammar", "that")
    for that in [] if any(cue.start < c.start and c.end == cue.end for c in thats) else thats:
        if _of_another(scene, cue, told, that):
            continue
        near = told <= that.start < stop and scene.distance(told, that.start) <= reach
        if near and that.end < stop and not _quoted_in(scene.quotations, Span(told, that.start)):
            start = max(start, that.end)
            break
    return trimmed(scene.text, _past_time(scene, start, stop), stop)


def _of_another(scene: Scene, cue: Cue, told: int, that: Cue) -> bool:
    """Whether a *that* is not what joins on what is said: *described X by (saying) that*; *before X does*, which some
    languages say with *that*.
    """
    if cue.id == "describe" and scene.distance(told, that.start) > 0:
        return True
    return any(
        # "Said later that": when it was said.
        c.end <= that.start
        and not scene.text[c.end : that.start].strip()
        and scene.distance(told, c.start) > 0
        for c in scene.of("relation")
    )


def _past_time(scene: Scene, start: int, stop: int) -> int:
    """Where what is said begins behind words that only say when: *said on Tuesday it would …*."""
    if not scene.using.spaced:
        return start
    language = scene.segment.language
    words = [w for w in scene.words if start <= w.start and w.end <= stop]
    led = bool(words) and any(c.start == words[0].start for c in scene.of("grammar", "prepositions"))
    at = 1 if led else 0
    passed = at
    while (
        passed < len(words)
        and only_time(words[passed].form, language)
        and words[passed].form not in function_words(language)
    ):
        passed += 1
    if passed == at or len(words) - passed < REPORT:
        return start
    between = scene.text[start : words[passed].start]
    return start if any(sign in between for sign in '«“"”»') else words[passed].start


def _word_after(scene: Scene, place: int) -> int:
    """Where the second word behind a place begins: after a preposition, if one stands there."""
    behind = [w.start for w in scene.words if w.start >= place]
    return behind[1] if len(behind) > 1 else place


def trimmed(text: str, start: int, end: int) -> Span:
    """A stretch without the signs and spaces at its ends; quotation marks stay."""
    while start < end and not (text[start].isalnum() or text[start] in '«“"„「『‹‘('):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in '»”"“」』›’)%'):
        end -= 1
    return Span(start, end)


def _reported(scene: Scene, cue: Cue, before: Span, after: Span) -> bool:
    """Whether a report stands before its verb, which has nothing to bring behind it."""
    # Where words are not parted a report before its verb is a quotation or nothing.
    behind = scene.using.spaced or not any(c.isalnum() for c in after.of(scene.text))
    return (
        behind
        and scene.using.order.subject_before
        and not _joined_on(scene, cue, after)
        and scene.distance(*before) >= REPORT
        and _parted(scene, before.end)
        and not _circumstance(scene, before, asked=cue.id == "answer")
    )


def _joined_on(scene: Scene, cue: Cue, after: Span) -> bool:
    """Whether *that* stands right behind a verb."""
    return any(
        c.end >= cue.end and cue.start < c.start < after.start and c.end <= after.start
        for c in scene.of("grammar", "that")
    )


def _closes(scene: Scene, quotation: Quotation, head: Span) -> bool:
    """Whether the verb follows a quotation directly: *“…,” X said*."""
    return scene.distance(quotation.outer.end, head.start) <= 2


def _aside(scene: Scene, head: Span, before: Span, after: Span) -> list[Span]:
    """The two parts of what is said around a verb between commas: *The term, he argued, ends in May*."""
    behind = scene.text[head.end : head.end + 2].strip()[:1]
    that = any(head.end <= c.start <= after.start for c in scene.of("grammar", "that"))
    if (
        # *…, X said, that …*: the comma belongs to *that*.
        that
        or not scene.using.order.subject_before
        or behind not in COMMAS
        or not _parted(scene, before.end)
        or _circumstance(scene, before)
    ):
        return []
    if scene.distance(*before) < 1 or not any(c.isalnum() for c in after.of(scene.text)):
        return []
    between = scene.text[before.end : head.start]
    opens = before.start + max(before.of(scene.text).rfind(sign) for sign in ":;؛：；") + 1
    before = trimmed(scene.text, opens, before.end)
    return [before, after] if not any(c.isalnum() for c in between) else []


def _postponed(scene: Scene, cue: Cue, head: Span, before: Span) -> bool:
    """Whether a verb opens the last clause of its sentence, its speaker behind it: *…, said two diplomats who know it*."""
    if not scene.using.order.subject_before or cue.role not in ("finite", "quoting"):
        return False
    if scene.distance(*before) < REPORT:
        return False
    opens = _parted(scene, before.end) and not any(c.isalnum() for c in scene.text[before.end : head.start])
    that = any(
        0 <= scene.distance(cue.end, c.start) <= 1 for c in scene.of("grammar", "that") if c.start >= cue.end
    )
    colon = any(sign in scene.text[cue.end : scene.span.end] for sign in ":：")
    speaker_behind = head.end > cue.end
    return opens and speaker_behind and not that and not colon and not _circumstance(scene, before)


def _circumstance(scene: Scene, before: Span, *, asked: bool = False) -> bool:
    """Whether what stands before the verb only says where or when: *On the regional level, both welcomed …*."""
    commas = any(sign in before.of(scene.text) for sign in ",،，") and not asked
    return not commas and any(c.start == before.start for c in scene.of("grammar", "prepositions"))


def _quoted_in(quotes: Sequence[Quotation | Span], span: Span) -> bool:
    return any((q.outer if isinstance(q, Quotation) else q).overlap(span) for q in quotes)


def _set_off(scene: Scene, quotes: Sequence[Quotation], after: Span) -> Span | None:
    """The quotation that a verb brings behind a comma or a colon: *said, at the opening, “…”*."""
    for quotation in quotes:
        start = quotation.outer.start
        inside = after.start < start < after.end and scene.distance(after.start, start) <= SET_OFF
        # Where words are not parted what a comma sets off is said, too: *表示，形势严峻，“…”*.
        brings = BRINGS if scene.using.spaced else (":", "：")
        if inside and scene.text[after.start : start].rstrip()[-1:] in brings:
            return Span(start, after.end)
    return None


def _parted(scene: Scene, end: int) -> bool:
    """Whether a sign parts what stands before from the verb: *The talks were useful, X said*."""
    return scene.text[end : end + 2].strip()[:1] in COMMAS


def _next_quotation(account: Account, scene: Scene, after: Span) -> Quotation | None:
    """The quotation that the next sentence begins with, where this one ends with a colon."""
    tail = scene.span.of(scene.text).rstrip()
    if scene.distance(*after) > LEFTOVER or not tail.endswith((":", "：")):
        return None
    following = account.scene_after(scene)
    if following is None:
        return None
    return next((q for q in following.quotations if q.first == following.number), None)


def _made(account: Account, scene: Scene, spans: Sequence[Span], head: Span) -> Extent:
    """The extent with its quotations; one that runs on into the next sentences is taken whole."""
    near = dict.fromkeys(q for one in account.scenes_of(spans) for q in one.quotations)
    quotes = [q for q in near if any(q.outer.overlap(span) for span in spans)]
    content = list(spans)
    for quotation in quotes:
        if quotation.last > scene.number:
            content[-1] = Span(content[-1].start, max(content[-1].end, quotation.outer.end))
    letters = sum(span.end - span.start for span in content)
    inside = sum(q.inner.end - q.inner.start for q in quotes)
    telling = [q for q in quotes if _tells(scene, q) or inside >= MOSTLY * letters]
    mode: Mode = "reported"
    if telling:
        opens = any(q.outer.start - content[0].start <= 1 for q in telling)
        opens = opens and not _told_of(scene, content[0].start)
        long = sum(scene.distance(q.inner.start, q.inner.end) for q in telling) >= PHRASE
        long = long or any(q.last > q.first or _whole(scene, q) for q in telling)
        mode = "direct" if inside >= MOSTLY * letters and opens and long else "mixed"
    start = min([head.start, *(s.start for s in content)])
    end = max([head.end, *(s.end for s in content)])
    return Extent(tuple(content), tuple(q.inner for q in telling), mode, (Span(start, end),))


def _told_of(scene: Scene, start: int) -> bool:
    """Whether the *that* before what is said has the subject of it written onto it: إنها «…», *that she was “…”*."""
    onto = (*scene.using.order.joined_his, *scene.using.order.joined_their)
    before = [w for w in scene.words if w.end <= start][-1:]
    return bool(onto and before) and any(
        c.end == before[0].end and before[0].form.endswith(onto) for c in scene.of("grammar", "that")
    )


def _whole(scene: Scene, quotation: Quotation) -> bool:
    """Whether a quotation, however short, is all that was said: behind a colon, or a sentence with its stop."""
    colon = scene.text[: quotation.outer.start].rstrip()[-1:] in (":", "：")
    return colon or quotation.inner.of(scene.text)[-1:] in (".", "!", "?", "…", "。", "！", "？", "؟")


def _tells(scene: Scene, quotation: Quotation) -> bool:
    """Whether a quotation is somebody's words and not a name or a so-called something."""
    colon = scene.text[: quotation.outer.start].rstrip()[-1:] in (":", "：")
    if scene.named(quotation) and not colon:
        return False
    size = scene.distance(quotation.inner.start, min(quotation.inner.end, scene.span.end))
    return size >= 2 or quotation.last > quotation.first
