"""One compiled overlay serves the tests that only read it."""

from __future__ import annotations

import pytest
from files import ZEMBLA, with_overlay


@pytest.fixture(scope="session")
def zembla(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        yield with_overlay(patch, tmp_path_factory.mktemp("zembla"), ZEMBLA)
