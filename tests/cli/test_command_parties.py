"""``hexapla parties``: what it prints, and how it ends."""

from __future__ import annotations

import json

import pytest
from commands import hexapla

ZEMBLA = """id: ZZ
kind: state
as_of: 2024-12-31
names: {en: Zembla, ru: Зембла}
people:
  ann-lee: {gender: f, names: {en: Ann Lee, ru: Энн Ли}}
tenures:
  - {person: ann-lee, office: president, from: 2020-05, to: 2022-03-01, status: acting, checked: true}
"""


@pytest.fixture
def own(tmp_path, monkeypatch):
    monkeypatch.setenv("HEXAPLA_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "ZZ.yaml"
    path.write_text(ZEMBLA, encoding="utf-8")
    return path


def test_lint_of_what_is_right(own):
    done = hexapla("parties", "lint", own)
    assert done.returncode == 0
    assert done.stderr == "0 errors, 2 notes.\n"
    assert f"{own}:6: note: 'ann-lee' has no name in ar, es, fr, zh." in done.stdout
    assert hexapla("parties", "lint", own, "--no-notes").stdout == ""


def test_lint_of_what_is_wrong(own):
    own.write_text(ZEMBLA.replace("to: 2022-03-01", "to: 2019"), encoding="utf-8")
    done = hexapla("parties", "lint", own)
    assert done.returncode == 2
    assert f"{own}:8: error: ann-lee, president: it ends (2019) before it begins (2020-05)." in done.stdout


def test_lint_of_what_is_not_there(tmp_path):
    done = hexapla("parties", "lint", tmp_path / "none.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no" in done.stderr


def test_show_by_id_and_by_name(own):
    by_id = hexapla("parties", "show", "ZZ", "--parties", own)
    assert by_id.returncode == 0
    assert by_id.stdout == hexapla("parties", "show", "зембла", "--parties", own).stdout
    assert "2020-05    – 2022-03-01  president  ann-lee  (acting, checked)" in by_id.stdout
    assert "Known up to 2024-12-31; after it, unknown." in by_id.stdout


def test_show_on_a_day(own):
    assert "ann-lee" in hexapla("parties", "show", "ZZ", "--on", "2021-01-01", "--parties", own).stdout
    assert "ann-lee" not in hexapla("parties", "show", "ZZ", "--on", "2023-01-01", "--parties", own).stdout
    assert hexapla("parties", "show", "ZZ", "--on", "soon", "--parties", own).returncode == 2


def test_show_a_person_and_an_office(own):
    assert "president of ZZ" in hexapla("parties", "show", "Энн Ли", "--parties", own).stdout
    office = hexapla("parties", "show", "foreign-minister").stdout
    assert "госсекретарь" in office and "(of US)" in office and "(not of DE, AT)" in office


def test_show_what_nobody_knows():
    done = hexapla("parties", "show", "Nowhere At All")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Nobody and nothing here is called" in done.stderr


def test_import_and_export(own, tmp_path):
    table = tmp_path / "q.csv"
    table.write_text(
        "person,name,position,start,end\n"
        "Q991,Bo Roe,Prime Minister,2012-01-02,2013-01-02\n"
        "Q992,Di Fox,Keeper of Seals,2012-01-02,2013-01-02\n",
        encoding="utf-8",
    )
    out = tmp_path / "out.yaml"
    done = hexapla("parties", "import", table, "--of", "ZZ", "--out", out, "--parties", own)
    assert done.returncode == 3
    assert "left out q.csv:3: 'Keeper of Seals' is no office that we know." in done.stderr
    assert "office: prime-minister" in out.read_text(encoding="utf-8")
    exported = hexapla("parties", "export", "--format", "ftm", "--parties", own)
    assert exported.returncode == 0
    entities = [json.loads(line) for line in exported.stdout.splitlines()]
    assert "hexapla-occupancy-ZZ-president-ann-lee-2020-05" in {entity["id"] for entity in entities}


def test_import_of_nothing_usable(tmp_path):
    table = tmp_path / "q.csv"
    table.write_text("person,name,position\nQ991,Bo Roe,Keeper of Seals\n", encoding="utf-8")
    done = hexapla("parties", "import", table)
    assert (done.returncode, done.stdout) == (2, "")
    assert "No tenure could be taken" in done.stderr
