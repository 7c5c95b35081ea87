"""Days, months and years of party files: ``2020-11-22``, ``2020-11``, ``2020``."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange

DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def bounds(written: str) -> tuple[datetime.date, datetime.date]:
    """The first and last day that a date as written may be.

    Raises
    ------
    ValueError
        It is no date.
    """
    found = DATE.fullmatch(written)
    if not found:
        raise ValueError(written)
    year, month, day = found.groups()
    if month is None:
        return datetime.date(int(year), 1, 1), datetime.date(int(year), 12, 31)
    if day is None:
        first = datetime.date(int(year), int(month), 1)
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    only = datetime.date(int(year), int(month), int(day))
    return only, only
