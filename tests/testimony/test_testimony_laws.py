"""Whatever a text is, reading it is never an exception, and every claim's words stand in it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hexapla.lang import codes
from hexapla.parties import load
from hexapla.testimony import model, reading
from hexapla.witness.folding import shows
from hexapla.witness.model import Span
from hexapla.witness.reading import Given, read_witness

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
PIECES = [
    "“", "”", "«", "»", '"', "„", "「", "」", ":", "：", "\n\n", "\n", ". ", "。", ", ", "،", " – ",
    "(", ")", "said", "a déclaré", "قال", "заявил", "dijo", "表示", "that", "que", "إن", "что", "he",
    "elle", "он", "他", "president Karo", "le ministre Oru", "الرئيس كارو", "президент Каро", "卡罗总统",
    "met", "a rencontré", "التقى", "встретился", "会见", "talks", "agreed to", "ont convenu de",
    "اتفق", "договорились", "商定", "not", "will", "Russia", "Moscou", "Дамаск", "according to",
    "2031-05-14",
]  # fmt: skip


def read(text: str, language: str | None = None) -> model.Testimony:
    given_ = Given(language=language, published=dt.date(2031, 5, 15))
    return reading.testimony(read_witness(text, source="t", sha256="t", given=given_), load())


def checked(found: model.Testimony) -> None:
    size = len(found.witness.text)
    spans: list[Span] = []
    for meeting in found.meetings:
        spans += [*meeting.spans, *(p.span for p in meeting.participants if p.span)]
        assert meeting.participants
        assert meeting.parent != meeting.id
    for statement in found.statements:
        spans += [*statement.spans, *statement.content, *statement.quoted]
        assert statement.content
        assert 0.0 < statement.confidence <= 1.0
    for agreement in found.agreements:
        spans += [*agreement.spans, *agreement.what]
    for topic in found.topics:
        spans += topic.spans
    assert all(0 <= span.start < span.end <= size for span in spans)
    told = {m.id for m in found.meetings}
    pointed = [x.meeting for x in (*found.statements, *found.agreements, *found.topics)]
    assert {m for m in pointed if m is not None} <= told


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(codes()), st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_heap_of_words_and_signs(language: str, pieces: list[str]) -> None:
    assume(shows(" ".join(pieces)))
    checked(read(" ".join(pieces), language))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    assume(shows(text))
    checked(read(text, "en"))


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(SAMPLES), st.data())
def test_a_report_with_a_piece_cut_out(path: Path, data: st.DataObject) -> None:
    text = path.read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 400)))
    assume(shows(text[:start] + text[end:]))
    checked(read(text[:start] + text[end:]))


BAD = {
    "a title": "Ministers meet in Lisk",
    "a list": "Programme\n\n- arrival\n- talks\n- lunch\n- departure\n",
    "a table": "State | Minister | Vote\nKombara | T. Oru | yes\nDravania | I. Veskar | no\n",
    "a poem": "The river said nothing,\nthe bridge said less;\nnobody signed it,\nnobody, yes.\n",
    "an endless sentence": "The minister said that "
    + "the road, which the river crosses, and " * 290
    + "ended.",
    "never closed": "President Karo said: “The road is open. " * 12,
    "many languages": "He said: «Мы готовы». وقال: “نحن مستعدون”. 他说：“我们准备好了。” Il a dit : « Nous aussi. »",
    "a live blog": "14:05 Talks begin.\n\n14:20 Karo arrives.\n\n15:10 Oru: no deal yet.\n\n16:00 Both leave without a word.",
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_report(name: str) -> None:
    checked(read(BAD[name]))


@pytest.mark.parametrize("name", ["a list", "a poem", "a table"])
def test_where_nobody_speaks_nobody_is_made_to(name: str) -> None:
    found = read(BAD[name])
    assert not [s for s in found.statements if s.speakers]
    assert not found.meetings
    assert not found.agreements


def test_an_endless_sentence_is_read_in_its_time() -> None:
    found = read(BAD["an endless sentence"], "en")
    assert len(found.statements) <= 1
