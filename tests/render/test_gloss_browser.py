"""Glosses on the page in a browser: by mouse, by keyboard, without a script, put away again."""

from __future__ import annotations

import os
from pathlib import Path

import editions
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from hexapla.edition.glossing import glossed
from hexapla.edition.model import Desk
from hexapla.gloss.model import LABEL
from hexapla.render.page import page as render

CHROMIUM = Path("/usr/bin/chromium")
ARGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists() and not os.environ.get("CI"), reason="no chromium here"),
]
GLOSSED = ".unit[aria-describedby]"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    path = tmp_path_factory.mktemp("gloss") / "page.html"
    path.write_text(render(Desk((glossed(editions.meeting(), "en"),), ((0,),))), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGS)
        yield made
        made.close()


@pytest.fixture
def visit(browser, address):
    contexts = []

    def open_page(width=1400, scheme="light", javascript=True):
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
            java_script_enabled=javascript,
        )
        contexts.append(context)
        tab = context.new_page()
        tab.goto(address)
        return tab

    yield open_page
    for context in contexts:
        context.close()


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
