"""Sets the published versions of one event side by side, and shows what each carries, lacks and changes.

>>> import hexapla
>>> edition = hexapla.collate(["agency-ar.txt", "agency-fr.txt"])  # doctest: +SKIP
>>> edition.apparatus[0].note  # doctest: +SKIP
'A carries a passage that B lacks.'
"""

from hexapla.api import (
    align,
    collate,
    compare,
    compare_names,
    compare_names_batch,
    desk,
    read,
    record_story,
    similarity,
)

__all__ = [
    "align",
    "collate",
    "compare",
    "compare_names",
    "compare_names_batch",
    "desk",
    "read",
    "record_story",
    "similarity",
]
