"""Number words added and multiplied as a language does: two hundred and five, خمسة وعشرون, mil millones.

A group below a thousand grows by words that fit in the room the last one left (twenty leaves room for
less than ten), is multiplied within (hundred), and is closed by a scale (thousand, million). Scales
descend; one greater than the last multiplies all before it (mil millones, 1.2 thousand million).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from hexapla.marks.pieces import Digits
from hexapla.marks.vocabulary import Rules

# A group may be multiplied within (two hundred, twelve hundred) while it is less than a hundred.
INNER_MOST = 100
ENDLESS = 10**18


def room(value: Decimal, rooms: Mapping[int, int]) -> Decimal:
    """What may still be added to a word: less than its last place (twenty: ten), or what the data says."""
    known = rooms.get(int(value)) if value == value.to_integral_value() else None
    if known is not None:
        return Decimal(known)
    place = 1
    while value >= 20 and value % (place * 10) == 0 and place < 10**6:
        place *= 10
    return Decimal(place if place > 1 else 0)


class Sum:
    """A number in the making. Each ``take`` says whether the next word belonged to it."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.total = Decimal(0)
        self.group: Decimal | None = None
        self.room = Decimal(0)
        self.scale = ENDLESS
        self.begun = False
        self.ordinal = self.fraction = self.words = self.digits = False
        self.only_one = self.only_article = False
        self.units_wait = False
        self.half: int | None = None

    @property
    def value(self) -> Decimal:
        return self.total + (self.group or 0)

    @property
    def kind(self) -> str:
        return "fraction" if self.fraction else "ordinal" if self.ordinal else "cardinal"

    @property
    def written(self) -> str:
        return "mixed" if self.words and self.digits else "digits" if self.digits else "words"

    def take(self, cls: str, value: object, bare: bool, joined: bool) -> bool:
        """Adds the next word; False, and nothing changed, if it belongs to no number begun here.

        ``joined`` is whether a conjunction stands between. ``bare`` is whether a scale may count one.
        """
        if self.ordinal and cls not in "vo":
            return False
        if joined and self.begun and not self._may_join():
            return False
        if cls == "n":
            assert isinstance(value, Digits)
            taken = self._digits(value, joined)
        else:
            taken = self._word(cls, Decimal(str(value)), bare, joined)
            self.words |= taken
        self.begun |= taken
        return taken

    def _may_join(self) -> bool:
        open_room = self.room if self.group is not None else Decimal(self.scale if self.total else 0)
        least = self.rules.numbers["and_least"]
        return bool(open_room >= least or self.rules.numbers["units_first"])

    def _word(self, cls: str, value: Decimal, bare: bool, joined: bool) -> bool:
        if cls in "vo1":
            taken = self._add(value, joined)
            if taken:
                self.ordinal |= cls == "o"
                self.only_one = cls == "1" and not self.begun
            return taken
        if cls in "cs2":
            multiply = {"c": self._inner, "s": self._scale, "2": self._dual}[cls]
            return multiply(int(value), bare, joined)
        return {"a": self._article, "q": self._part, "b": self._half}[cls](value)

    def _article(self, one: Decimal) -> bool:
        if self.fraction and self.total == 0:
            return True
        if self.begun:
            return False
        self.group, self.only_article = one, True
        return True

    def _add(self, value: Decimal, joined: bool) -> bool:
        units_first = self.rules.numbers["units_first"]
        if self.fraction or self.half is not None or self.only_article:
            return False
        if self.begun and units_first and not joined:
            return False
        if self.group is None:
            if value >= self.scale:
                return False
            self.group = value
        elif units_first and self.units_wait and 20 <= value < 100 and value % 10 == 0:
            self.group += value
            self.units_wait = False
            self.room = Decimal(0)
            return True
        elif value < self.room:
            self.group += value
        else:
            return False
        self.room = room(value, self.rules.rooms)
        self.units_wait = units_first and 1 <= value < 10
        return True

    def _inner(self, times: int, bare: bool, joined: bool) -> bool:
        if self.fraction or self.half is not None or (self.group is None and not bare):
            return False
        if self.group is None:
            self.group = Decimal(times)
        elif not joined and 0 < self.group < INNER_MOST and self.group == self.group.to_integral_value():
            self.group *= times
        elif bare and times < self.room:
            self.group += times
        else:
            return False
        self.room = Decimal(times if times == INNER_MOST else 0)
        self.units_wait = self.only_one = self.only_article = False
        return True

    def _scale(self, scale: int, bare: bool, joined: bool) -> bool:
        if self.half == scale:
            # مليونان ونصف المليون names its scale twice.
            return True
        if self.half is not None or (not self.begun and not bare) or (joined and self.group is not None):
            return False
        if self.group is None and self.total and scale < self.scale and not bare:
            return False
        part = (
            self.group if self.group is not None else Decimal(0 if self.total and scale > self.scale else 1)
        )
        if scale < self.scale:
            self.total += part * scale
        elif scale > self.scale:
            self.total = (self.total + part) * scale
        else:
            return False
        self.group, self.scale, self.room = None, scale, Decimal(0)
        self.fraction = self.units_wait = self.only_one = self.only_article = False
        return True

    def _dual(self, scale: int, _bare: bool, joined: bool) -> bool:
        if self.group is not None:
            return self._scale(scale, True, joined)
        if scale >= self.scale or self.half is not None:
            return False
        self.total += 2 * scale
        self.scale = scale
        return True

    def _part(self, value: Decimal) -> bool:
        if self.begun:
            return False
        self.group, self.fraction = value, True
        return True

    def _half(self, part: Decimal) -> bool:
        if not self.begun or self.fraction or self.half is not None:
            return False
        if self.group is not None:
            self.group += part
            self.room = Decimal(0)
            self.units_wait = self.only_one = False
            return True
        self.total += part * self.scale
        self.half = self.scale
        return True

    def _digits(self, digits: Digits, joined: bool) -> bool:
        if self.begun:
            if self.group is not None or not self.total or digits.value >= self.scale or digits.ordinal:
                return False
            if joined and not self.rules.numbers["and_digits"]:
                return False
        self.group, self.room, self.digits = digits.value, Decimal(0), True
        self.ordinal = digits.ordinal
        if digits.scale is not None:
            self.total += digits.value * digits.scale
            self.group, self.scale, self.words = None, int(digits.scale), True
        return True
