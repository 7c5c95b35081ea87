"""The record and what moved, in a browser."""

from __future__ import annotations

import crowds
import pytest
import records
from browsing import MARKS, SCHEMES, WIDTHS, assert_accessible, visible

from hexapla.edition.model import Desk
from hexapla.render.page import page
from hexapla.render.record_page import record_page

pytestmark = MARKS
FIRST = "desk"
PAGES = {
    "desk": lambda: page(records.desk(), made="Made by a test"),
    "eight": lambda: record_page(Desk((crowds.eight(),), ((0,),))),
    "quiet": lambda: page(Desk((records.quiet(),), ((0,),))),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("records")
    for name, make in PAGES.items():
        (folder / f"{name}.html").write_text(make(), encoding="utf-8")
    return folder


def lit(tab):
    return tab.evaluate("[...(CSS.highlights.get('told') || [])].map((range) => range.toString())")


def test_a_claim_leads_to_its_words_and_lights_them_in_every_version(visit):
    tab = visit()
    tab.locator("#s1-said-1 .carriers a.told").first.click()
    assert tab.evaluate("document.activeElement.closest('.unit')?.dataset.segments") == "A6"
    assert "the withdrawal of the illegal outposts from the border district" in "".join(lit(tab))
    assert "بسحب جميع البؤر غير الشرعية من المنطقة الحدودية" in "".join(lit(tab))
    box = tab.locator(".unit:target").bounding_box()
    assert 0 <= box["y"] < 900
    tab.keyboard.press("Escape")
    assert lit(tab) == []
    tab.go_back()
    assert tab.evaluate("location.hash") == ""


def test_what_moved_lights_its_words_in_both_stories(visit):
    tab = visit()
    tab.locator("#moved1-5 a.told").last.click()
    assert tab.evaluate("location.hash").startswith("#s2-B-u")
    assert lit(tab) == ["a joint committee would meet", "The joint committee", "Le comité mixte"]


def test_positions_can_be_filtered(visit):
    tab = visit()
    tab.locator('#s1 select[data-by="speaker"]').select_option("Samir Haddun")
    assert visible(tab, "#s1 .position[data-speaker]") == 1
    assert tab.locator("#s1 .record-filters .shown").inner_text() == "1 of 5 shown"
    assert visible(tab, "#s1 .issue") == 1
    tab.locator('#s1 select[data-by="stance"]').select_option("opposes")
    assert visible(tab, "#s1 .position[data-speaker]") == 0
    assert tab.locator("#s1 .none-told").is_visible()


def test_the_filter_of_versions_holds_for_the_record(visit):
    tab = visit()
    for siglum in "ABD":
        tab.locator(f'#s1 input[name="witness"][value="{siglum}"]').uncheck()
    assert visible(tab, "#s1 .position[data-speaker]") == 5
    assert visible(tab, '#s1 .record a.told[data-w="A"]') == 0
    tab.locator('#s1 input[name="witness"][value="C"]').uncheck()
    tab.locator('#s1 input[name="witness"][value="D"]').check()
    assert tab.locator("#s1-said-2").is_hidden()


def test_without_javascript_all_can_be_read_and_followed(visit):
    tab = visit(javascript=False)
    assert visible(tab, ".position") == 7
    assert visible(tab, ".record-filters") == 0
    tab.locator("#s1-said-2 .carriers a.told").click()
    assert "الحصار" in tab.locator(".unit:target").inner_text()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_never_scrolls_sideways(visit, name, width):
    tab = visit(name, width)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_no_words_of_the_drawing_leave_their_box(visit, width):
    tab = visit("eight", width)
    outside = tab.evaluate(
        """[...document.querySelectorAll('.drawing svg')].filter((svg) => svg.getClientRects().length).flatMap((svg) => {
          const [frame, cards] = [svg.getBoundingClientRect(), [...svg.querySelectorAll('.card, .umbrella')]];
          return [...svg.querySelectorAll('text')].filter((text) => {
            const box = text.getBoundingClientRect();
            const own = cards.map((card) => card.getBoundingClientRect()).filter(
              (c) => c.left <= box.left && c.top <= box.top && box.top < c.bottom);
            return box.right > frame.right + 1 || !own.some((c) => box.right <= c.right + 1);
          }).map((text) => text.textContent);
        })"""
    )
    assert outside == []


def test_one_drawing_shows_at_a_time(visit):
    assert visible(visit("eight", 1400), ".drawing") == 1
    assert visible(visit("eight", 390), ".drawing.slim") == 1


def test_on_paper_the_words_are_all_there(visit):
    tab = visit()
    tab.emulate_media(media="print")
    assert visible(tab, ".record-filters") == 0
    assert tab.locator("#s1-said-1 .others .told-words").last.bounding_box()["height"] > 0
    assert tab.locator("#s1-met-1").bounding_box()["height"] > 0


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["desk", "eight"])
def test_axe_finds_nothing(visit, name, scheme, width):
    tab = visit(name, width, scheme)
    tab.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true })")
    assert_accessible(tab)
