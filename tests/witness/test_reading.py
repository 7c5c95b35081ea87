"""A text becomes a witness: titles, dates, languages, layouts, and damaged inputs."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from hexapla import lang
from hexapla.errors import LanguageUnknown, SourceEmpty
from hexapla.witness.model import Witness
from hexapla.witness.reading import Given, read_witness

TITLE = "Veldia and Noria agree to reopen the border"
BODY = "President Ann Oru of Veldia met her Norian counterpart, Sergey Karo, on Wednesday in the palace."
MORE = "The two leaders promised to repair the bridges over the Lind, and to meet again in June."


def read(text: str, **given: object) -> Witness:
    return read_witness(text, source="a page", sha256="0", given=Given(**given))  # type: ignore[arg-type]


def rows(witness: Witness) -> list[tuple[str, str]]:
    return [(s.role, s.span.of(witness.text)) for s in witness.segments]


def test_what_a_dateline_gives() -> None:
    witness = read(f"{TITLE}\n\nKARO, March 15, 2031 (VNA) — {BODY}")
    assert (witness.place, witness.outlet, witness.published) == ("KARO", "VNA", dt.date(2031, 3, 15))
    assert witness.title == TITLE
    assert rows(witness) == [("title", TITLE), ("dateline", "KARO, March 15, 2031 (VNA) —"), ("body", BODY)]


def test_what_was_given_goes_first() -> None:
    given = {"place": "Osten", "outlet": "ONA", "published": dt.date(2031, 3, 16), "title": "Another title"}
    witness = read(f"{TITLE}\n\nKARO, March 15, 2031 (VNA) — {BODY}", **given)
    assert {k: getattr(witness, k) for k in given} == given


def test_a_date_without_its_year_is_no_date() -> None:
    assert read(f"KARO, March 15 (VNA) — {BODY}").published is None


def test_a_given_title_is_found_in_the_text() -> None:
    witness = read(f"A word before\n\n{TITLE}\n\n{BODY}", title=f"{TITLE} | VNA")
    assert ("title", TITLE) in rows(witness)
    assert witness.title == f"{TITLE} | VNA"


def test_a_text_without_a_title() -> None:
    witness = read(f"{BODY}\n{MORE}")
    assert witness.title is None
    assert rows(witness) == [("body", BODY), ("body", MORE)]


def test_a_title_shows_no_invisible_marks() -> None:
    assert read(f"\ufeff\u200f{TITLE}\n\n{BODY}").title == TITLE


@pytest.mark.parametrize("signature", ["EFE", "(Reuters)", "/ТАСС/", "A.Ch."])
def test_a_signature_after_the_last_sentence_is_set_aside(signature: str) -> None:
    witness = read(f"{BODY} {MORE} {signature}")
    assert [s.span.of(witness.text) for s in witness.set_aside] == [signature]
    assert [words for _, words in rows(witness)] == [BODY, MORE]


def test_each_passage_has_its_own_language() -> None:
    arabic = "التقت رئيسة فيلديا آنا أورو نظيرها النوري سيرغي كارو اليوم في القصر."
    french = (
        "La présidente de la Veldie a reçu son homologue norien dans le palais, et ils ont parlé du pont."
    )
    witness = read(f"{TITLE}\n\n{BODY}\n\n{arabic}\n\n{french}\n\n{MORE}\n\n{MORE}")
    assert witness.language == "en"
    assert [s.language for s in witness.segments] == ["en", "en", "ar", "fr", "en", "en"]


def test_a_short_line_takes_its_neighbours_language() -> None:
    french = (
        "La présidente de la Veldie a reçu son homologue norien dans le palais, et ils ont parlé du pont."
    )
    witness = read(f"{BODY}\n\n{MORE}\n\n{french}\n\nLes ponts\n\n{french}", language="en")
    assert [s.language for s in witness.segments] == ["en", "en", "fr", "fr", "fr"]


def test_a_language_that_was_given_stays() -> None:
    assert read("Karo Oru Lind Osten", language="fr").language == "fr"


LONE = [
    ("كارو – فيلديا برس", "كارو", "فيلديا برس"),
    ("كارو – وكالة الأنباء الفيلدية", "كارو", "وكالة الأنباء الفيلدية"),
    ("كارو – الراصد", "كارو", "الراصد"),  # nothing but its place tells
]


@pytest.mark.parametrize(("line", "place", "outlet"), LONE)
def test_a_dateline_without_a_date_alone_on_its_line(line: str, place: str, outlet: str) -> None:
    body = "التقت رئيسة فيلديا آنا أورو نظيرها النوري سيرغي اليوم في كارو، وبحثت معه شؤون الحدود بين البلدين."
    witness = read(f"فيلديا ونوريا تعيدان فتح الحدود\n\n{line}\n\n{body}\n\n{body}")
    assert [role for role, _ in rows(witness)] == ["title", "dateline", "body", "body"]
    assert (witness.place, witness.outlet) == (place, outlet)


def test_a_kicker_with_a_dash_is_no_dateline() -> None:
    witness = read(f"{TITLE}\n\nRiver bridges – border talks\n\n{BODY}\n\n{MORE}")
    assert "dateline" not in {role for role, _ in rows(witness)}


@pytest.mark.parametrize(
    "crumbs", ["Quicksilver > Region", "Quicksilver › The Lind", "Quicksilver » Deep Field"]
)
def test_a_way_to_the_page_is_not_its_title(crumbs: str) -> None:
    witness = read(f"{crumbs}\n\n{TITLE}\n\n{BODY}\n\n{MORE}")
    assert witness.title == TITLE
    assert [(s.span.of(witness.text), s.reason) for s in witness.set_aside] == [(crumbs, "navigation")]


def test_headlines_under_an_unlisted_line_are_set_aside() -> None:
    more = [
        "Out of the Lighthouse",
        "Fishermen in Osten protest over new harbour fees",
        "Storm takes roofs off houses near sea",
    ]
    witness = read("\n\n".join([TITLE, BODY, MORE, *more]))
    assert [s.span.of(witness.text) for s in witness.set_aside] == more
    assert [role for role, _ in rows(witness)] == ["title", "body", "body"]


def test_names_of_those_who_sign_are_kept() -> None:
    signed = ["Ann Oru", "President of Veldia"]
    witness = read("\n\n".join([TITLE, BODY, MORE, *signed]))
    assert not {s.span.of(witness.text) for s in witness.set_aside} & set(signed)


WRAPPED = """KARO, March 15 (VNA) -- President Ann Oru of Veldia met her counterpart
from Noria on Wednesday and said that the two countries would reopen the
border, which has been closed since the war. She praised the work of the
envoys.

"We are ready," she said, "to walk the whole way together." The president
of Noria agreed with her."""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_hard_wrapped_text_is_joined(end: str) -> None:
    witness = read(WRAPPED.replace("\n", end))
    assert [r for r, _ in rows(witness)] == ["dateline", "body", "body", "body", "body"]
    assert rows(witness)[2][1] == f"She praised the work of the{end}envoys."


def test_paragraphs_a_line_each_are_not_joined() -> None:
    text = "\n".join([TITLE, "World", BODY, MORE, "The border opens in May.", MORE])
    assert len(read(text).segments) == 5


def test_a_wrapped_text_in_a_script_without_spaces() -> None:
    line = "维尔迪亚总统奥鲁星期三在王宫会见诺里亚总统卡罗双方同意五月重开边界并"
    text = f"{line}\n{line}\n{line}\n{line}\n修复桥梁。"
    assert len(read(text).segments) == 1


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", "\u200b\u200f \r\n", "\u00a0\u2003\u3000"])
def test_nothing_to_see_is_refused(text: str) -> None:
    with pytest.raises(SourceEmpty) as error:
        read(text)
    assert error.value.todo


@pytest.mark.parametrize("text", ["12:30", "***", "…", "😀"])
def test_no_letters_are_refused_unless_a_language_is_given(text: str) -> None:
    with pytest.raises(LanguageUnknown):
        read(text)
    witness = read(text, language="en")
    assert [p.of(text) for p in witness.parts()] == [text]


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(LanguageUnknown):
        read(BODY, language="xx")


def test_one_letter() -> None:
    assert rows(read("a", language="en")) == [("body", "a")]


DAMAGED = {
    "no newline": f"{BODY} {MORE}",
    "carriage returns": f"{TITLE}\r\n\r\n{BODY}\r\n{MORE}\r\n",
    "a byte-order mark": f"\ufeff{BODY}\n\n{MORE}",
    "zero-width marks": f"{BODY}\n\u200b\n{MORE}",
    "bidi marks": f"\u202b{BODY}\u202c\n\n\u200e{MORE}\u200e",
    "unclosed quotes": f'“{BODY}\n\n«{MORE}\n\n"{MORE}',
    "closing quotes only": f"{BODY}”\n\n»{MORE}",
    "unclosed brackets": f"({BODY}\n\n[{MORE}",
    "control characters": f"{BODY}\x00\x0c{MORE}\x1d\x85{BODY}",
    "replacement characters": f"{BODY.replace('e', chr(0xFFFD))}\n\n{MORE}",
    "lone surrogate": f"{BODY}\ud800 {MORE}",
    "stops without spaces": f"{BODY}{MORE}",
    "a million dots": "Karo" + "." * 100_000,
    "tabs for spaces": BODY.replace(" ", "\t"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged(name: str) -> None:
    text = DAMAGED[name]
    witness = read(text, language="en")
    covered = "".join(span.of(text) for span in witness.parts())
    assert "".join(covered.split()) == "".join(text.split())
    assert witness.segments


def test_tatweel_and_vowel_signs_change_nothing() -> None:
    plain = "دمشق-سانا\n\nأكد الرئيس أهمية الحوار بين البلدين. وأضاف أن المحادثات كانت جيدة ومثمرة للغاية."
    long = plain.replace("دمشق", "دمـــشق").replace("سانا", "ســانا").replace("أكد", "أَكَّدَ")
    assert (
        [r for r, _ in rows(read(long))] == [r for r, _ in rows(read(plain))] == ["dateline", "body", "body"]
    )
    assert read(long).place == "دمشق"


@pytest.mark.parametrize("glue", [" ", "\n\n"])
def test_time_grows_with_the_text(glue: str) -> None:
    """Four times the text takes no more than ten times the time."""

    def took(n: int) -> float:
        text = glue.join([BODY, MORE] * n)
        start = time.process_time()
        read(text, language="en")
        return time.process_time() - start

    # The least of several runs: other tests share the machine's caches.
    short, long = (min(took(n) for _ in range(3)) for n in (300, 1200))
    assert long < 10 * max(short, 0.02)


FILES = {
    "identification.toml": ("script", "letters", "weight", "own", "foreign", "words", "strangers"),
    "quotes.toml": ("opening", "closing", "both", "speech", "that"),
    "clauses.toml": (
        "openers",
        "insertions",
        "opener_patterns",
        "pattern_exceptions",
        "dash",
        "bare",
        "coordination",
    ),
    "datelines.toml": (
        "places",
        "outlets",
        "outlet_words",
        "reporters",
        "place_particles",
        "months",
        "weekdays",
        "date_fillers",
        "patterns",
    ),
    "furniture.toml": (
        "proclitics",
        "related-links",
        "share",
        "section-label",
        "byline",
        "copyright",
        "advert",
    ),
}


@pytest.mark.parametrize("code", lang.codes())
@pytest.mark.parametrize("name", FILES)
def test_every_language_has_the_same_files(code: str, name: str) -> None:
    table = lang.load(code).table(name.removesuffix(".toml"))
    assert not set(FILES[name]) - set(table)
    assert lang.load(code).lines("abbreviations")
