"""Glosses on the page in a browser: by mouse, by keyboard, without a script, put away again."""

from __future__ import annotations

import editions
import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import MARKS

from hexapla.edition.glossing import glossed
from hexapla.edition.model import Desk
from hexapla.gloss.model import LABEL
from hexapla.render.page import page as render

pytestmark = MARKS
FIRST = "glossed"
GLOSSED = ".unit[aria-describedby]"


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gloss")
    page = render(Desk((glossed(editions.meeting(), "en"),), ((0,),)))
    (folder / f"{FIRST}.html").write_text(page, encoding="utf-8")
    return folder


def tip_of(tab, unit):
    return tab.locator(f"#{unit.get_attribute('aria-describedby')}")


@pytest.mark.parametrize("javascript", [True, False])
def test_pointing_at_a_passage_shows_its_gloss(visit, javascript):
    tab = visit(javascript=javascript)
    assert tab.locator(".tip:visible").count() == 0
    unit = tab.locator(GLOSSED).first
    unit.hover()
    tip = tip_of(tab, unit)
    assert tip.is_visible()
    assert tip.inner_text().startswith(LABEL)
    # It can be pointed at itself: to be read through, or copied.
    tip.hover()
    assert tip.is_visible()


def test_the_keyboard_reaches_every_gloss_without_a_script(visit):
    tab = visit(javascript=False)
    units = tab.locator(GLOSSED)
    assert units.count() > 3
    for number in range(3):
        units.nth(number).focus()
        assert tip_of(tab, units.nth(number)).is_visible()
        assert tab.locator(".tip:visible").count() == 1


def test_with_the_script_there_is_one_stop_and_the_arrows_go_on(visit):
    tab = visit()
    assert tab.locator('.unit[tabindex="0"]').count() == 1
    unit = tab.locator(GLOSSED).first
    unit.focus()
    tab.keyboard.press("ArrowDown")
    assert tab.locator(".tip:visible").count() == 1
    tab.keyboard.press("Escape")
    assert tab.locator(".tip:visible").count() == 0


def test_the_words_of_a_passage_are_its_own(visit):
    """The reasons count letters in a passage: a gloss must not stand among them."""
    tab = visit()
    for text in tab.locator(GLOSSED).all_text_contents():
        assert LABEL not in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_the_page_is_accessible_while_a_gloss_is_shown(visit, scheme, width):
    tab = visit(width=width, scheme=scheme)
    unit = tab.locator(GLOSSED).first
    unit.scroll_into_view_if_needed()
    unit.focus()
    assert tip_of(tab, unit).is_visible()
    found = Axe().run(tab)
    assert found.violations_count == 0, found.generate_report()
