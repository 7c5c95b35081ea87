"""Makes the helpers that several rooms' tests share importable from each of them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from hypothesis import settings

for _room in ("collation", "shared"):
    sys.path.insert(0, str(Path(__file__).parent / _room))

# Whoever works here tries other examples each time; a gate must say the same of the same commit.
settings.register_profile("gate", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("gate")
