"""A browser for the tests of pages: a module that has `files`, a folder of pages, opens them with `visit`."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def browser():
    from browsing import ARGS, CHROMIUM
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGS)
        yield made
        made.close()


@pytest.fixture
def visit(browser, files, request):
    """Opens a page, the module's ``FIRST`` unless another is named. Every request but the page itself, and every
    error, is an offence.
    """
    contexts, offences = [], []

    def open_page(name=request.module.FIRST, width=1400, scheme="light", javascript=True):
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
            java_script_enabled=javascript,
        )
        contexts.append(context)
        tab = context.new_page()
        address = (files / f"{name}.html").as_uri()

        def asked(sent):
            if sent.url.split("#")[0] != address and not sent.url.startswith("data:"):
                offences.append(sent.url)

        tab.on("request", asked)
        tab.on("pageerror", lambda e: offences.append(str(e)))
        tab.on("console", lambda m: offences.append(m.text) if m.type == "error" else None)
        tab.goto(address)
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert offences == []
