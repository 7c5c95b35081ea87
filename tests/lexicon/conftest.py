"""Every test of this room has a cache of its own: nothing is read from or left in the user's."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("HEXAPLA_CACHE", str(folder))
    monkeypatch.delenv("HEXAPLA_LEXICON", raising=False)
    return folder
