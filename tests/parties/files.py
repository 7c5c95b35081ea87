"""Party files of invented states and people, and what reads them in the tests."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from hexapla.parties import Parties, load

ZEMBLA = """
id: ZZ
kind: state
as_of: 2024-12-31
names: {ar: زمبلة, en: Zembla | Kingdom of Zembla, es: Zembla, fr: Zembla, ru: "Зембла (Земблы, Зембле)", zh: 赞巴拉}
demonyms: {ar: زمبلي, en: Zemblan, es: zemblano, fr: zemblien, ru: земблянский | земблянин, zh: 赞巴拉}
capital: {en: Onhava, ru: Онхава}
seats: {en: Rose Court}
people:
  charles-kinbote:
    gender: m
    names: {ar: تشارلز كينبوت, en: Charles Kinbote, ru: Чарльз Кинбот}
    short: {en: Kinbote}
  jakob-gradus: {names: {en: Jakob Gradus}}
  sylvia-odon: {gender: f, names: {en: Sylvia Odon, fr: Sylvia Odon}}
tenures:
  - {person: charles-kinbote, office: president, from: 2020-05, to: 2022-03-01}
  - {person: jakob-gradus, office: president, from: 2022-03-01}
  - {person: sylvia-odon, office: foreign-minister, to: 2016}
  - {person: jakob-gradus, office: foreign-minister, from: 2017-06-10, to: 2019-02-28}
  - {person: sylvia-odon, office: foreign-minister, from: 2019-03-01, to: 2019-09-30, status: acting}
  - {person: charles-kinbote, office: prime-minister, from: 2023-01-01, status: disputed}
  - {person: sylvia-odon, office: prime-minister, from: 2023-02-01, to: 2024-06-30, status: disputed}
"""


def written(folder: Path, text: str, name: str = "ZZ.yaml") -> Path:
    """A file of this text."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return path


def with_overlay(monkeypatch: pytest.MonkeyPatch, folder: Path, text: str, name: str = "ZZ.yaml") -> Parties:
    """Our parties with a file beside them, compiled into a cache of the test's own."""
    monkeypatch.setenv("HEXAPLA_CACHE", str(folder / "cache"))
    return load(written(folder / "own", text, name))
