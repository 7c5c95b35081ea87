"""The documentation says what the program does: made pages are up to date, links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tools.reference import PAGES, pages

from hexapla.lang import codes, load
from hexapla.render.kinds import KINDS

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
# Made by a measurement that is not part of the tests.
MEASURED = {"docs/reference/speed.md"}


@pytest.mark.parametrize(("path", "text"), list(pages()), ids=list(PAGES))
def test_made_pages_are_up_to_date(path, text):
    assert path.read_text(encoding="utf-8") == text, "run: python -m tools.reference"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(document):
    for target in LINK.findall(document.read_text(encoding="utf-8")):
        if "://" in target:
            continue
        found = (document.parent / target).resolve()
        assert found.exists() or str(found.relative_to(ROOT)) in MEASURED, target


def test_pages_that_the_program_names_exist():
    """An error may send its reader to the documentation."""
    for source in sorted((ROOT / "src").rglob("*.py")):
        for page in re.findall(r"docs/[\w/-]+\.md", source.read_text(encoding="utf-8")):
            assert (ROOT / page).exists(), f"{source.name} names {page}"


def test_every_kind_of_entry_is_explained_with_its_sign():
    text = (ROOT / "docs" / "reference" / "kinds-of-entry.md").read_text(encoding="utf-8")
    for kind, form in KINDS.items():
        assert f"| {form.sign} | `{kind}` |" in text


def test_every_file_of_a_language_is_explained():
    text = (ROOT / "docs" / "how-to" / "add-a-language.md").read_text(encoding="utf-8")
    names = {path.name for code in codes() for path in load(code).folder.iterdir() if path.is_file()}
    assert [name for name in sorted(names) if f"`{name}`" not in text] == []


def test_every_page_can_be_reached_from_the_readme():
    """However good, a page that nothing links to is not read."""
    seen, todo = set(), [ROOT / "README.md"]
    while todo:
        page = todo.pop()
        if page in seen or not page.exists():
            continue
        seen.add(page)
        for target in LINK.findall(page.read_text(encoding="utf-8")):
            if target.endswith(".md") and "://" not in target:
                todo.append((page.parent / target).resolve())
    assert [str(page.relative_to(ROOT)) for page in DOCUMENTS if page not in seen] == []
