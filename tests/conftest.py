"""Makes the helpers that several rooms' tests share importable from each of them."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "collation"))
