"""Writes CLDR's names of months and weekdays into `lang/<code>/dates.toml`: `python -m tools.cldr_dates`.

Only what stands between the two markers is rewritten; the rest of each file is by hand. Babel is
needed here alone: the program reads the files. The names of a language's every territory are
taken, for the Arab press writes the same month in four ways.
"""

from __future__ import annotations

from babel import Locale
from babel.localedata import locale_identifiers

from hexapla.lang import codes, load

BEGIN, END = "# CLDR: begin (python -m tools.cldr_dates)", "# CLDR: end"
CONTEXTS = ("format", "stand-alone")
# Scripts in which our languages are hardly printed (Deseret, Shavian, pinyin): only noise here.
UNUSED_SCRIPTS = {"Dsrt", "Shaw", "Latn"}


def names(code: str, what: str, width: str) -> dict[int, list[str]]:
    """Each month's or weekday's names, ISO-numbered from 1, in the order of the territories' codes."""
    found: dict[int, list[str]] = {}
    own = (i for i in locale_identifiers() if i.split("_")[0] == code)
    for identifier in sorted(i for i in own if UNUSED_SCRIPTS.isdisjoint(i.split("_"))):
        table = getattr(Locale.parse(identifier), what)
        for context in CONTEXTS:
            for number, name in table[context][width].items():
                row = found.setdefault(number + (what == "days"), [])
                if name not in row:
                    row.append(name)
    return dict(sorted(found.items()))


def section(title: str, rows: dict[int, list[str]]) -> str:
    def quoted(row: list[str]) -> str:
        return ", ".join(f'"{name}"' for name in row)

    lines = [f"{number} = [{quoted(row)}]" for number, row in rows.items()]
    return "\n".join([f"[cldr.{title}]", *lines])


def without(rows: dict[int, list[str]], others: dict[int, list[str]]) -> dict[int, list[str]]:
    return {number: [name for name in row if name not in others[number]] for number, row in rows.items()}


def block(code: str) -> str:
    months, days = names(code, "months", "wide"), names(code, "days", "wide")
    return "\n".join(
        [
            BEGIN,
            section("months", months),
            section("months_short", without(names(code, "months", "abbreviated"), months)),
            section("weekdays", days),
            section("weekdays_short", without(names(code, "days", "abbreviated"), days)),
            END,
        ]
    )


def main() -> None:
    for code in codes():
        path = load(code).folder / "dates.toml"
        text = path.read_text(encoding="utf-8")
        before, rest = text.split(BEGIN)
        path.write_text(before + block(code) + rest.split(END)[1], encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
