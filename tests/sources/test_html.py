"""Pages: what is one, its article, its title, its day."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from hexapla.errors import SourceRefused, SourceUnreadable
from hexapla.sources import html, load
from hexapla.sources.recognising import declared_in_page, is_feed, is_html

DAMAGED = Path(__file__).parent / "damaged"

FIRST = (
    "Le ministre des Affaires étrangères de Valmère a reçu jeudi son homologue orlovien pour un entretien."
)
SECOND = (
    "Les deux ministres ont convenu d'ouvrir trois points de passage, et de se revoir avant le 2027-05-01."
)


def page(
    head: str = "", before: str = "", title: str = "Valmère et Orlovia se parlent", language: str = "fr"
) -> str:
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{title} | Agence</title>{head}</head><body>"
        "<nav><a href='/'>Accueil</a><a href='/p'>Politique</a></nav>"
        f"<article><h1>{title}</h1>{before}<p>{FIRST}</p><h2>Objectifs de la visite</h2>"
        f"<p>{SECOND}<br>Fin de la visite.</p>"
        "<ul><li>La pêche dans le détroit reste ouverte.</li><li>Le train roulera de nouveau.</li></ul>"
        "<blockquote><p>« Nous voulons la paix », a dit le ministre.</p></blockquote></article>"
        "<footer>© 2019 Agence</footer></body></html>"
    )


def test_paragraphs_are_parted_by_blank_lines_and_headings_stand_alone() -> None:
    blocks = html.extract(page(), name="x").text.rstrip("\n").split("\n\n")
    assert blocks == [
        "Valmère et Orlovia se parlent",
        FIRST,
        "Objectifs de la visite",
        f"{SECOND}\nFin de la visite.",
        "La pêche dans le détroit reste ouverte.",
        "Le train roulera de nouveau.",
        "« Nous voulons la paix », a dit le ministre.",
    ]


META = '<meta property="article:published_time" content="2026-03-15T23:30:00+03:00">'
MODIFIED = '<meta property="article:modified_time" content="2026-04-01T08:00:00Z">'
# (head, before the article's text, address, day)
DAYS = [
    (META, "", None, "2026-03-15"),
    (META + MODIFIED, "", None, "2026-03-15"),
    (MODIFIED, "", None, None),  # the day of an edit is not the day of publication
    ("", "", None, None),  # neither the copyright's year, nor a day in the text, nor today
    ("", '<time datetime="2026-03-14">hier</time>', None, "2026-03-14"),
    ("", '<div class="post-date">Publié le 14 mars 2026</div>', None, "2026-03-14"),
    ("", "", "https://agence.example/2026/03/12/valmere.html", "2026-03-12"),
    ("", "", "https://agence.example/valmere-2026", None),
    (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-03-11T09:00:00Z",'
        ' "dateModified": "2026-03-20T09:00:00Z"}</script>',
        "",
        None,
        "2026-03-11",
    ),
]


@pytest.mark.parametrize(("head", "before", "url", "day"), DAYS)
def test_the_day_is_stated_or_unknown(head: str, before: str, url: str | None, day: str | None) -> None:
    found = html.extract(page(head, before), name="x", url=url).given.published
    assert found == (dt.date.fromisoformat(day) if day else None)


def test_the_outlet_is_stated_or_unknown() -> None:
    named = page('<meta property="og:site_name" content="Agence Valmère">')
    assert html.extract(named, name="x").given.outlet == "Agence Valmère"
    canonical = page('<link rel="canonical" href="https://www.agence.example/valmere">')
    assert html.extract(canonical, name="x", url="https://www.agence.example/valmere").given.outlet is None


def test_a_script_in_a_title_is_text() -> None:
    (witness,) = load([str(DAMAGED / "script-in-title.html")]).witnesses
    assert witness.title == 'Talks <script>alert("x")</script> end in Valmara'
    assert witness.text.startswith(witness.title + "\n\n")
    assert witness.outlet == "Valmara News"
    assert witness.published == dt.date(2026, 3, 15)
    assert [s.span.of(witness.text) for s in witness.segments if s.role == "title"] == [witness.title]


def test_a_page_is_known_by_its_content_and_its_own_charset() -> None:
    (witness,) = load([str(DAMAGED / "html-named.txt")]).witnesses
    assert witness.title == "الوزيران يبحثان التجارة"
    assert "<" not in witness.text
    data = (DAMAGED / "html-named.txt").read_bytes()
    assert declared_in_page(data) == "windows-1256"


@pytest.mark.parametrize("file", ["no-article.html", "feed-named.html"])
def test_a_page_without_an_article_is_told(file: str) -> None:
    loaded = load([str(DAMAGED / file)])
    (left,) = loaded.left_out
    assert file in left.what
    assert left.means and left.todo


ARTICLES = [
    (
        "ar",
        "استقبل وزير خارجية فالمارا اليوم نظيره الأورلوفي، وبحثا التعاون في النقل والصيد البحري بين البلدين.",
    ),
    (
        "ru",
        "Министр иностранных дел Вальмары принял своего орловийского коллегу для переговоров о торговле.",
    ),
    (
        "es",
        "El canciller de Valmara recibió hoy a su homólogo de Orlovia para hablar de comercio y transporte.",
    ),
    (
        "zh",
        "瓦尔马拉外长今天会见了奥尔洛维亚外长，双方就贸易和交通合作交换了意见，并同意年底前开放三个口岸。",
    ),
]


@pytest.mark.parametrize(("language", "sentence"), ARTICLES)
def test_an_article_in_each_language_even_in_another_ones_template(language: str, sentence: str) -> None:
    head = "<html lang='en'><head><title>x</title></head>"
    source = f"{head}<body><article><p>{sentence}</p></article></body></html>"
    found = html.extract(source, name="x")
    assert sentence in found.text
    assert found.language == "en"


def test_the_pages_language_does_not_go_before_its_words(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page(language="en"), encoding="utf-8")
    (witness,) = load([str(path)]).witnesses
    assert witness.language == "fr"


# (text, the server's word, whether it is a page)
PAGES = [
    ("<!DOCTYPE html><html></html>", None, True),
    ("\n<!-- a --><!-- b -->\n<HTML><body>", None, True),
    ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', None, True),
    ("<p>One.</p><p>Two.</p><p>Three.</p>", None, True),
    ("A tag like <p>, <div>, <br> or <span> is no page.", None, False),
    ("<Valmara> is a name.", None, False),
    ("One. <br> Two.", True, True),
    ("Plain.", True, False),
    ("<p>a</p><p>b</p><p>c</p>", False, False),
]


@pytest.mark.parametrize(("text", "says", "expected"), PAGES)
def test_what_is_a_page(text: str, says: bool | None, expected: bool) -> None:
    assert is_html(text, says_html=says) is expected


def test_a_feed_is_known() -> None:
    assert is_feed('<?xml version="1.0"?>\n<?xml-stylesheet href="a"?><rss version="2.0">')
    assert not is_feed("<html><head></head></html>")


@pytest.mark.parametrize(
    "source",
    [
        "<html>" + "<div>" * 20_000 + "x",
        "<html><body>" + "<p>" * 5_000,
        "<!--" * 5_000 + "<html>",
        "<html><title>" + "a" * 100_000,
        "<html>\x01\x02\ufffe\ud800</html>",
        "<html><body><table>" + "<tr><td>" * 3_000,
    ],
)
def test_hostile_pages_end_soon(source: str) -> None:
    start = time.monotonic()
    is_html(source)
    with pytest.raises((SourceUnreadable, SourceRefused)):
        html.extract(source, name="x")
    assert time.monotonic() - start < 10


def test_a_page_of_any_length_is_refused() -> None:
    with pytest.raises(SourceRefused):
        html.extract("<html>" + " " * html.MOST_CHARACTERS, name="x")
