"""``hexapla issues``: what it prints, and how it ends."""

from __future__ import annotations

import json

from commands import hexapla, in_three_lines


def test_a_list_of_every_issue():
    done = hexapla("issues")
    assert done.returncode == 0
    assert any(line.split() == ["ceasefire", "military", "Ceasefire"] for line in done.stdout.splitlines())


def test_one_issue_in_every_language():
    done = hexapla("issues", "sanctions")
    assert "制裁" in done.stdout
    assert "20000642 (close)" in done.stdout


def test_json_of_one_and_of_all():
    one = json.loads(hexapla("issues", "trade", "--format", "json").stdout)
    assert one in json.loads(hexapla("issues", "-f", "json").stdout)
    assert one["dossier"] == "economic"


def test_skos():
    assert hexapla("issues", "--format", "skos").stdout.startswith("@prefix skos:")


def test_no_such_issue():
    done = hexapla("issues", "sanction")
    assert done.returncode == 2
    assert in_three_lines(done.stderr)
    assert "sanctions" in done.stderr
