"""The page in a browser: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import editions
import pytest
from browsing import MARKS, SCHEMES, WIDTHS, assert_accessible, visible

from hexapla.edition.model import Desk
from hexapla.render.page import page as render

pytestmark = MARKS
FIRST = "one"
PAGES = {
    "desk": editions.desk(),
    "one": Desk((editions.meeting(),), ((0,),)),
    "six": Desk((editions.six(),), ((0,),)),
    "hostile": editions.hostile(),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for name, desk in PAGES.items():
        (folder / f"{name}.html").write_text(render(desk, made="Made by a test"), encoding="utf-8")
    return folder


def current(tab):
    found = tab.locator(".entry.is-current")
    return found.get_attribute("data-entry") if found.count() else None


def test_filter_by_kind_is_live_in_list_and_texts(visit):
    tab = visit()
    assert visible(tab, ".entry") == 16
    tab.get_by_role("button", name="None").click()
    assert visible(tab, ".entry") == 0
    assert visible(tab, ".synopsis .sign") == 0
    assert tab.locator(".none-shown").is_visible()
    tab.get_by_role("checkbox", name="number").check()
    assert visible(tab, ".entry") == 1
    assert visible(tab, ".synopsis .sign") == 4
    assert tab.locator(".shown").inner_text() == "1 of 16 shown"
    assert tab.locator(".run[data-k]").evaluate_all("all => [...new Set(all.map((e) => e.dataset.k))]") == [
        "number"
    ]
    tab.get_by_role("button", name="All").click()
    assert visible(tab, ".entry") == 16


def test_filter_by_witness_keeps_what_still_differs(visit):
    tab = visit()
    tab.locator('input[name="witness"][value="B"]').uncheck()
    kinds = set(tab.locator(".entry:visible").evaluate_all("all => all.map((e) => e.dataset.k)"))
    assert kinds == {"absence", "polarity", "attribution", "strength", "place", "unclassified"}
    assert visible(tab, 'td[data-w="B"]') == 0
    for siglum in "CD":
        tab.locator(f'input[name="witness"][value="{siglum}"]').uncheck()
    assert visible(tab, ".entry") == 0
    assert "Tick two versions" in tab.locator(".none-shown").inner_text()


@pytest.mark.parametrize(("forth", "back"), [("n", "p"), ("j", "k")])
def test_keys_go_from_difference_to_difference(visit, forth, back):
    tab = visit()
    tab.keyboard.press(forth)
    assert current(tab) == "1"
    tab.keyboard.press(forth)
    assert current(tab) == "2"
    assert tab.evaluate("document.activeElement.matches('.sign[data-e=\"2\"]')")
    assert tab.locator(".sign:focus").evaluate(
        "e => { const r = e.getBoundingClientRect(); return r.top > 40 && r.bottom < innerHeight }"
    )
    tab.keyboard.press(back)
    assert current(tab) == "1"
    tab.keyboard.press(back)
    assert current(tab) == "1"


def test_keys_pass_over_what_is_filtered_and_go_on_to_the_next_story(visit):
    tab = visit("desk")
    story = tab.locator("#s1")
    story.get_by_role("button", name="None").click()
    story.get_by_role("checkbox", name="date").check()
    tab.keyboard.press("n")
    assert current(tab) == "4"
    tab.keyboard.press("n")
    assert tab.locator("#s2 .entry.is-current").count() == 1


def test_single_keys_can_be_switched_off(visit):
    tab = visit()
    tab.keyboard.press("?")
    assert tab.locator("#help").is_visible()
    tab.locator("#keys-on").uncheck()
    tab.keyboard.press("Escape")
    assert not tab.locator("#help").is_visible()
    tab.keyboard.press("n")
    assert current(tab) is None


def test_an_entry_leads_to_its_words_and_a_sign_back(visit):
    tab = visit()
    tab.locator('.entry[data-entry="3"] .go').focus()
    tab.keyboard.press("Enter")
    assert (
        tab.evaluate("document.activeElement.id")
        == tab.locator('.entry[data-entry="3"] .go').get_attribute("href")[1:]
    )
    assert tab.locator(".run.is-current").all_inner_texts()[0].endswith("illegal")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.closest('.entry')?.dataset.entry") == "3"


def test_pointing_at_a_passage_lights_its_answers_and_says_why(visit):
    tab = visit()
    tab.locator('.unit[data-segments="A3"]').hover()
    lit = tab.locator(".unit.is-lit").evaluate_all("all => all.map((e) => e.dataset.segments)")
    assert sorted(lit) == ["B3", "C3", "D2"]
    why = tab.locator(".reason-body").inner_text()
    assert "A3 ↔ C3" in why
    assert "94% sure" in why
    assert "samir-haddun" in why
    assert "سامر حدّون" in why
    lights = "[...CSS.highlights.get('evidence')].map((r) => r.toString())"
    assert "Darin Velosh" in tab.evaluate(lights)
    assert "الثلاثاء" in tab.evaluate(lights)
    tab.keyboard.press("Escape")
    assert tab.locator(".is-lit").count() == 0


def test_focus_walks_through_the_passages(visit):
    tab = visit()
    tab.locator('.unit[data-segments="A3"]').focus()
    assert tab.locator(".unit.is-lit").count() == 3
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("document.activeElement.dataset.segments") == "B3"
    tab.keyboard.press("ArrowDown")
    assert tab.evaluate("document.activeElement.dataset.segments") == "B5"
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("ArrowLeft")
    assert tab.evaluate("document.activeElement.dataset.segments") == "A3"
    assert tab.locator('.unit[tabindex="0"]').count() == 1


def test_the_skip_link_comes_first_and_shows(visit):
    tab = visit()
    tab.keyboard.press("Tab")
    skip = tab.locator(".skip")
    assert skip.evaluate("e => e === document.activeElement && e.getBoundingClientRect().top >= 0")
    tab.keyboard.press("Enter")
    assert tab.evaluate("location.hash") == "#s1-texts"


def test_right_to_left_columns(visit):
    tab = visit()
    cell = tab.locator('td[data-w="C"]').first
    assert cell.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert cell.evaluate("e => getComputedStyle(e).textAlign") == "start"
    columns = [tab.locator(f'thead th[data-w="{s}"]').bounding_box()["x"] for s in "ABCD"]
    assert columns == sorted(columns)


def test_copied_words_are_the_published_ones(visit):
    tab = visit()
    unit = tab.locator('.unit[data-segments="A6"]')
    assert unit.evaluate(
        "e => { getSelection().selectAllChildren(e); return getSelection().toString() }"
    ) == ("Velosh demanded the withdrawal of the illegal outposts from the border district.")


def test_order_as_in_the_text(visit):
    tab = visit()
    tab.locator(".order select").select_option("text")
    first = tab.locator(".entry").first.get_attribute("data-entry")
    assert first in {"13", "16"}
    tab.locator(".order select").select_option("rank")
    assert tab.locator(".entry").first.get_attribute("data-entry") == "1"


def test_theme_can_be_chosen(visit):
    tab = visit()
    paper = "getComputedStyle(document.body).backgroundColor"
    light = tab.evaluate(paper)
    tab.locator("#theme").click()
    assert tab.evaluate(paper) != light
    tab.locator("#theme").click()
    assert tab.evaluate(paper) == light


def test_markup_in_a_text_is_text(visit):
    tab = visit("hostile")
    assert "owned" not in tab.title() or "<script>" in tab.title()
    assert tab.locator("img").count() == 0
    tab.locator(".unit").first.hover()
    assert tab.locator("img").count() == 0


def test_without_javascript_all_can_be_read(visit):
    tab = visit("desk", javascript=False)
    assert visible(tab, ".entry") == 18
    assert visible(tab, ".unit") == 44
    assert visible(tab, ".filters") == 0
    assert tab.locator("details.set-aside summary").first.is_visible()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_never_scrolls_sideways(visit, name, width):
    tab = visit(name, width)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_many_columns_scroll_in_their_region(visit):
    tab = visit("six")
    region = tab.locator(".synopsis")
    assert region.evaluate("e => e.scrollWidth > e.clientWidth")
    region.focus()
    tab.keyboard.press("ArrowRight")
    tab.wait_for_timeout(300)
    assert region.evaluate("e => e.scrollLeft > 0")
    assert tab.evaluate("document.activeElement === document.querySelector('.synopsis')")


def test_on_paper_the_differences_come_last_and_nothing_is_to_click(visit):
    tab = visit("desk", scheme="dark")
    tab.emulate_media(media="print")
    assert visible(tab, ":is(button, input, select, .reason)") == 0
    texts, differences = (tab.locator(f"#s1 {s}").bounding_box()["y"] for s in (".synopsis", ".entries"))
    assert texts < differences
    assert tab.evaluate("getComputedStyle(document.body).color") == "rgb(33, 31, 27)"


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["desk", "six"])
def test_axe_finds_nothing(visit, name, scheme, width):
    tab = visit(name, width, scheme)
    assert_accessible(tab)
    tab.locator(".unit").first.click()
    tab.keyboard.press("n")
    assert_accessible(tab)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_the_help(visit, scheme):
    tab = visit("one", 390, scheme)
    tab.locator("#help-open").click()
    assert_accessible(tab)


def test_a_clause_lights_the_clauses_of_its_row(visit):
    tab = visit()
    tab.locator('tr[data-row="5"] .unit[data-segments="A5"]').hover()
    lit = tab.locator(".unit.is-lit").evaluate_all(
        "all => all.map((e) => e.closest('tr').dataset.row + e.dataset.segments)"
    )
    assert sorted(lit) == ["4D4", "5B4", "5C5"]
