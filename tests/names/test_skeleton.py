"""Names across scripts, first version."""

import pytest

from hexapla.names.skeleton import likeness, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zaltani", "زلتاني"),
        ("Shoygu", "шойгу"),
        ("Choïgou", "شويغو"),
        ("Petrov", "بتروف"),
        ("Karimov", "كريموف"),
    ],
)
def test_one_name_in_two_scripts_has_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one.lower()) == skeleton(other) or likeness([one.lower()], [other])[0, 0] > 0.7


@pytest.mark.parametrize(("one", "other"), [("ivanov", "بتروف"), ("mansour", "карпова"), ("paris", "لندن")])
def test_two_names_are_not_alike(one: str, other: str) -> None:
    assert likeness([one], [other])[0, 0] < 0.6


def test_no_names_no_scores() -> None:
    assert likeness([], ["x"]).shape == (0, 1)
    assert likeness([""], ["بتروف"])[0, 0] < 0.5
