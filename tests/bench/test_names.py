"""Names beside another matcher: the pairs, the figures, and a peer that is not there."""

from __future__ import annotations

from bench.names import Pair, compare, figures, look_up, press, read, theirs

PAIRS = [
    Pair("ar-en", "pos", "كريم منصور", "ar", "Karim Mansour", "en"),
    Pair("ar-en", "hard_last", "كريم منصور", "ar", "Nabil Mansour", "en"),
    Pair("ar-en", "rand", "كريم منصور", "ar", "Olga Holm", "en"),
]


def test_figures_of_a_perfect_matcher():
    assert figures(PAIRS, [0.9, 0.2, 0.1], 0.5) == "1.000 | 1.000 | 6"


def test_pairs_are_read(tmp_path):
    path = tmp_path / "pairs.tsv"
    head = "set\tsplit\tkind\tid_a\tlang_a\tname_a\tid_b\tlang_b\tname_b"
    path.write_text(f"{head}\nar-en\tdev\tpos\t1\tar\tكريم منصور\t1\ten\tKarim Mansour\n", encoding="utf-8")
    assert read(path) == PAIRS[:1]
    assert {pair.kind for pair in press()} == {"pos", "near"}


def test_an_interpreter_without_the_peer_is_said(tmp_path, capsys):
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)
    assert theirs(PAIRS, str(python)) is None
    compare(PAIRS, str(python))
    assert "not installed" in capsys.readouterr().out


def test_looking_up(capsys):
    look_up(50)
    assert "50 names entered" in capsys.readouterr().out
