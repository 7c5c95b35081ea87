"""The picture of the page in the README: `python -m tools.picture` writes docs/page.png.

The sample reports are collated and the page is opened in a browser (Debian's Chromium,
driven by Playwright) at 1400 pixels, in its light colours.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import hexapla
from hexapla.render.page import page

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "page.png"
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
)
WIDTH, HEIGHT = 1400, 1500


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=PICTURE)
    parser.add_argument("--scheme", choices=("light", "dark"), default="light")
    asked = parser.parse_args()
    found = hexapla.desk(sorted((ROOT / "samples").glob("*.txt")))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_text(page(found), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        tab = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=asked.scheme, reduced_motion="reduce"
        )
        tab.goto(file.as_uri())
        tab.screenshot(path=asked.out)
        browser.close()
    print(f"wrote {asked.out}")


if __name__ == "__main__":
    main()
