"""A letter for a high number that begins a unit of measure is no number (兆瓦 are megawatts)."""

from __future__ import annotations

import pytest

from hexapla.marks.figures import figures


@pytest.mark.parametrize(
    ("text", "value"), [("装机容量640兆瓦", "640"), ("二十兆瓦", "20"), ("投资3兆元", "3000000000000")]
)
def test_units_and_high_numbers_are_told_apart(text: str, value: str) -> None:
    (mark,) = figures(text, "zh", 0, len(text), None)[1]
    assert mark.value == value
