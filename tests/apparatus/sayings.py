"""Two sentences that differ in what is said, told by invented people, and the entries that come of it."""

from __future__ import annotations

from functools import cache

from eval.pointing import LANDS

from hexapla.apparatus.model import Entry
from hexapla.edition.desk import edition
from hexapla.edition.model import Edition
from hexapla.parties import Parties, load
from hexapla.witness.reading import Given, read_witness

LEAD = {
    "ar": "التقى وزير خارجية درافانيا توماس هيلتاي وزير الخارجية النويري يوسف القنديل في دار الصفا يوم الثلاثاء 4 أيار 2032.",
    "en": "Dravanian Foreign Minister Tomas Heltay met Nuwayran Foreign Minister Yusuf al-Qandil "
    "in Dar al-Safa on Tuesday, 4 May 2032.",
    "es": "El ministro de Exteriores de Dravania, Tomas Heltay, se reunió con el ministro de "
    "Exteriores de Nuweira, Yusuf al Qandil, en Dar al Safa el martes 4 de mayo de 2032.",
    "fr": "Le ministre dravanien des Affaires étrangères, Tomas Heltay, a rencontré le ministre nouweiri "
    "des Affaires étrangères, Youssef El-Qandil, à Dar Es-Safa le mardi 4 mai 2032.",
    "ru": "Министр иностранных дел Дравании Томас Хелтай встретился во вторник, 4 мая 2032 года, "
    "в Дар-эс-Сафе с министром иностранных дел Нувейры Юсуфом аль-Кандилем.",
    "zh": "2032年5月4日（星期二），德拉瓦尼亚外交部长托马斯·赫尔陶伊在达尔萨法会见了努韦拉外交部长优素福·甘迪勒。",
}
KINDS = ("strength", "polarity", "attribution", "quotation")


@cache
def parties() -> Parties:
    return load(LANDS)


def compared(**sentences: str) -> Edition:
    """The edition of versions that are the same but for one sentence each, by language."""
    some = [
        read_witness(f"{LEAD[code]}\n\n{text}", source=code, sha256=code + text, given=Given(language=code))
        for code, text in sentences.items()
    ]
    return edition(some, parties=parties())


def said(made: Edition) -> list[Entry]:
    """The entries about what is said."""
    return [entry for entry in made.apparatus if entry.kind in KINDS]


def parted(entry: Entry) -> dict[str | None, tuple[str, ...]]:
    """The witnesses by value."""
    return {reading.value: reading.witnesses for reading in entry.readings}


def quoted(made: Edition, entry: Entry) -> list[str]:
    """The words of an entry's readings, in their order."""
    return [
        span.of(made.collation.witnesses[siglum].text)
        for reading in entry.readings
        for siglum, spans in reading.spans.items()
        for span in spans
    ]
