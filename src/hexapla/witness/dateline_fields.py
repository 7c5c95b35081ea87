"""The fields of a dateline: places, dates, outlets, reporters, and what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from hexapla import lang
from hexapla.witness.folding import fold, words

Kind = Literal["place", "date", "outlet", "known-outlet", "enclosed-outlet", "reporter"]

PLACE_WORDS, PLACE_WORDS_UNCASED = 4, 3
# Names in brackets are longer than bare ones: "Agence nouweirie d'information".
ENCLOSED_WORDS, LONGEST_ENCLOSED_WORDS = 4, 6
LONGEST_FIELD = 60

_LEAD = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*")
_CONNECTOR = re.compile(
    r"(?P<dash>\s+[-–—―]{1,3}\s*|[-–—―]{1,3}\s+|[–—―]{1,2}|-{2,3}|[-–—―]+$)"
    r"|(?P<comma>\s*[,،，;؛]\s*)|(?P<slash>\s*/+\s*)|(?P<colon>\s*[:：]\s*)"
    r"|(?P<dot>\.(?=[\s\-–—/]|$)\s*)|(?P<open>\s*(?=[(（\[«“]))"
)
_ENCLOSED = re.compile(r"[(（\[«“/]\s*([^()（）\[\]«»“”/\n]{2,45}?)\s*[)）\]»”/]")
NUMERIC_DATE = re.compile(
    r"(?:(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})[-/.](?P<m2>\d{1,2})[-/.](?P<y2>\d{4}))(?!\d)"
)
_DASH_AFTER = re.compile(r"\s*\.?\s*[-–—―]")
_NAME_PART = re.compile(r"[^\W_]+")
_HYPHENED = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)+")
_PLACE_OUTLET = re.compile(
    r"\s*([^\s\-–/،,:.]+(?:\s[^\s\-–/،,:.]+)?)\s?[-–/]\s?([^\s\-–/،,:.]+)\s+(?=[^\s\-–—/:(])"
)
_TIME = re.compile(r"^\d{1,2}(?:[:hH.٫]\d{2})?(?:[:.]\d{2})?$")
_DATE_WORD = re.compile(r"\d+|[^\W\d]+")
_NOT_DATE = re.compile(r"[^\w\s.,،/'-]")
# "D.C.", which is no outlet.
DOTTED = re.compile(r"^(?:[^\W\d_]\.)+[^\W\d_]?\.?$")
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Field:
    """One field; ``parted_from`` is the whole hyphened stretch that it was cut out of, if it was."""

    kind: Kind
    text: str
    parted_from: str | None = None


@dataclass(frozen=True)
class Known:
    """A language's dateline data, folded."""

    months: dict[str, int]
    long_months: tuple[str, ...]
    fillers: frozenset[str]
    particles: frozenset[str]
    places: frozenset[str]
    outlets: frozenset[str]
    outlet_words: frozenset[str]
    reporters: re.Pattern[str]
    common: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]
    cased: bool


@cache
def known_outlets() -> frozenset[str]:
    """The agencies and papers that any language's data names, folded."""
    tables = (lang.load(code).table("datelines") for code in lang.codes())
    return frozenset(fold(name) for table in tables for name in table["outlets"])


@cache
def known_words(code: str) -> Known:
    language = lang.load(code)
    table, signs = language.table("datelines"), language.table("identification")

    def folded(key: str) -> frozenset[str]:
        return frozenset(fold(word) for word in table[key])

    months = {fold(name): int(n) for n, names in table["months"].items() for name in names}
    return Known(
        months={name.replace(" ", "_"): n for name, n in months.items()},
        long_months=tuple(name for name in months if " " in name),
        fillers=folded("date_fillers") | folded("weekdays"),
        particles=folded("place_particles"),
        places=folded("places"),
        outlets=known_outlets(),
        outlet_words=folded("outlet_words"),
        reporters=re.compile(_opening_words(table["reporters"], spaced=language.spaced)),
        common=frozenset(fold(word) for word in signs["words"] + signs["headline_words"]),
        patterns=tuple(re.compile(pattern) for pattern in table["patterns"]),
        cased=language.cased,
    )


def _opening_words(listed: list[str], *, spaced: bool) -> str:
    options = "|".join(re.escape(fold(word)) for word in sorted(listed, key=len, reverse=True))
    return f"(?:{options})" + (r"(?![^\W_])" if spaced else "")


def skip(head: str, at: int) -> int:
    match = _LEAD.match(head, at)
    return match.end() if match else at


def next_field(head: str, at: int, before: list[Field], known: Known) -> tuple[list[Field], int, str] | None:
    """The field or fields at an offset, the offset after their connector, and which connector it was."""
    enclosed = _ENCLOSED.match(head, at)
    numeric = NUMERIC_DATE.match(head, at)
    run_on = _run_on(head, known) if not before else None
    if run_on:
        return run_on
    if enclosed:
        end = enclosed.end()
        fields = _classify_enclosed(enclosed.group(1), before, known)
        if not fields and _framed(head, at, end, before) and _may_be_name(enclosed.group(1), known):
            fields = [Field("enclosed-outlet", enclosed.group(1))]
    elif numeric:
        fields, end = [Field("date", numeric.group())], numeric.end()
    else:
        cut = _CONNECTOR.search(head, at)
        end = cut.start() if cut else len(head)
        fields = _classify(head[at:end].strip(), before, known)
    if not fields:
        return None
    after, connector = _connector(head, end)
    slashed = bool(enclosed) and head[end - 1] == "/" and connector in ("space", "none", "comma")
    return fields, after, "slash" if slashed else connector


def _framed(head: str, start: int, end: int, before: list[Field]) -> bool:
    """Whether brackets stand where nothing but an agency does: after "Karo," or a date, and before a dash."""
    parted = head[:start].rstrip().endswith((",", "،", "，")) or any(f.kind == "date" for f in before)
    return bool(before) and parted and _DASH_AFTER.match(head, end) is not None


def _run_on(head: str, known: Known) -> tuple[list[Field], int, str] | None:
    """A place and an outlet, both known, with a hyphen between them and only a space before the report."""
    match = _PLACE_OUTLET.match(head)
    if match is None or fold(match[1]) not in known.places or fold(match[2]) not in known.outlets:
        return None
    return [Field("place", match[1]), Field("known-outlet", match[2])], match.end(), "dash"


def _connector(head: str, at: int) -> tuple[int, str]:
    """Where the next field begins, and the strongest connector before it."""
    seen: list[str] = []
    while at < len(head):
        match = _CONNECTOR.match(head, at)
        # A slash opens an enclosed outlet as often as it closes a field: "15 марта. /ТАСС/."
        if (
            match is None
            or match.lastgroup == "open"
            or (match.lastgroup == "slash" and _ENCLOSED.match(head, skip(head, at)))
        ):
            break
        seen.append(str(match.lastgroup))
        at = match.end()
    spaced = skip(head, at)
    if not seen:
        return spaced, "end" if spaced >= len(head) else "space" if spaced > at or at == 0 else "none"
    order = ("dash", "slash", "colon", "dot", "comma")
    return spaced, next(c for c in order if c in seen)


def _classify(raw: str, before: list[Field], known: Known) -> list[Field]:
    """What a bare stretch of the head is: one field, two joined by a hyphen, or nothing we know."""
    if len(raw) > LONGEST_FIELD:
        return []
    single = _one(raw, before, known)
    if single is not None and single.kind != "place":
        return [single]
    left, hyphen, right = raw.rpartition("-")
    if hyphen and left and right:
        place, outlet = _one(left.strip(), before, known), _one(right.strip(), [Field("place", left)], known)
        if (
            place
            and outlet
            and place.kind in ("place", "outlet")
            and outlet.kind in ("outlet", "known-outlet")
        ):
            return [Field("place", place.text, raw), replace(outlet, parted_from=raw)]
    if single is None:
        return _place_then_date(raw, before, known)
    return [single]


def _place_then_date(raw: str, before: list[Field], known: Known) -> list[Field]:
    """A place and a date with nothing but a space between them."""
    parts = raw.split()
    for n in range(min(PLACE_WORDS, len(parts) - 1), 0, -1):
        place, date = " ".join(parts[:n]), " ".join(parts[n:])
        if _is_date(date, known) and _is_place(place, known):
            return [Field("place", place), Field("date", date)]
    return []


def _one(raw: str, before: list[Field], known: Known) -> Field | None:
    sure = _plain_kind(raw, before, known)
    if sure is not None:
        return Field(sure, raw)
    named = fold(raw) in known.places
    if _is_place(raw, known) and (named or not before):
        # Whether a lone capitalised token is a city or an agency is settled when all fields are read.
        return Field("outlet" if is_camel(raw, known) and not named else "place", raw)
    if _looks_outlet(raw, known):
        return Field("outlet", raw)
    return Field("place", raw) if _is_place(raw, known) and len(before) < 2 else None


def _plain_kind(raw: str, before: list[Field], known: Known) -> Kind | None:
    """What the words themselves say a field is."""
    key = fold(raw)
    if _is_date(raw, known) or (before and _TIME.match(raw) and before[0].kind in ("date", "place")):
        return "date"
    if key in known.outlets:
        return "known-outlet"
    if key not in known.places and _named_outlet(raw, known):
        return "outlet"
    return "reporter" if known.reporters.match(key) else None


def _classify_enclosed(raw: str, before: list[Field], known: Known) -> list[Field]:
    """What stands in brackets or between slashes."""
    key = fold(raw)
    if _is_date(raw, known):
        return [Field("date", raw)]
    if key in known.outlets:
        return [Field("known-outlet", raw)]
    if known.reporters.match(key):
        return [Field("reporter", raw)]
    placed = any(f.kind == "date" or (f.kind == "place" and fold(f.text) in known.places) for f in before)
    few = len(words(raw)) <= ENCLOSED_WORDS
    if few and (_looks_outlet(raw, known) or (placed and not known.cased)):
        return [Field("enclosed-outlet", raw)]
    return [Field("enclosed-outlet", raw)] if before and _enclosed_name(raw, known) else []


def _enclosed_name(raw: str, known: Known) -> bool:
    """Whether words in brackets after a place name an outlet.

    One of them says so, wherever it stands ("Agencia Aurelia", "Kombara-Info"), or they are
    one hyphened name in capitals ("Presse-Océan").
    """
    said = _NAME_PART.findall(raw)
    if len(said) < 2 or not _may_be_name(raw, known):
        return False
    if any(fold(word) in known.outlet_words for word in said):
        return True
    return known.cased and bool(_HYPHENED.fullmatch(raw)) and all(word[0].isupper() for word in said)


def _may_be_name(raw: str, known: Known) -> bool:
    """Whether words could be a name: few, and the first a capital where the script has them."""
    said = _NAME_PART.findall(raw)
    return 0 < len(said) <= LONGEST_ENCLOSED_WORDS and (not known.cased or said[0][0].isupper())


def date_words(raw: str, known: Known) -> list[str]:
    """A date's folded words and numbers; a month of two words ("كانون الثاني") is one."""
    key = fold(raw)
    for month in known.long_months:
        key = key.replace(month, month.replace(" ", "_"))
    return _DATE_WORD.findall(key) if not _NOT_DATE.search(key) else ["?"]


def _is_date(raw: str, known: Known) -> bool:
    keys = date_words(raw, known)
    numbers = [k for k in keys if DIGITS.fullmatch(k)]
    if not keys or any(len(n) > 4 for n in numbers) or len(numbers) > 3:
        return False
    named = [k for k in keys if k in known.months or k in known.fillers]
    telling = any(k in known.months for k in keys) or (named and not numbers and len(keys) == 1)
    year = len(keys) == 1 and len(numbers) == 1 and len(numbers[0]) == 4
    return len(named) + len(numbers) == len(keys) and (bool(telling) or year)


def _is_place(raw: str, known: Known) -> bool:
    said = words(raw)
    if not said or any(c.isdigit() for c in raw) or re.search(r"[^\w\s.'’\-‑]", raw):
        return False
    if fold(raw) in known.places:
        return True
    if not known.cased:
        return len(said) <= PLACE_WORDS_UNCASED and not any(fold(w) in known.common for w in said)
    capital = [w for w in said if w[0].isupper()]
    rest = [w for w in said if not w[0].isupper()]
    if len(said) > PLACE_WORDS or not said[0][0].isupper() or not said[-1][0].isupper():
        return False
    return not any(fold(w) in known.common for w in capital) and all(fold(w) in known.particles for w in rest)


def _looks_outlet(raw: str, known: Known) -> bool:
    said = words(raw)
    if not said or len(said) > ENCLOSED_WORDS:
        return False
    if known.cased and any(not (w[0].isupper() or w[0].isdigit()) for w in said):
        return False
    if _named_outlet(raw, known):
        return True
    if known.cased and DOTTED.match(raw):
        return False
    return known.cased and len(said) <= 2 and all(is_caps(w) or is_camel(w, known) for w in said)


def _named_outlet(raw: str, known: Known) -> bool:
    """Whether a name ends like an outlet's ("… News"); in Arabic the telling word may stand anywhere."""
    said = words(raw)
    telling = said[-1:] if known.cased else said
    if known.cased and not all(w[0].isupper() or w[0].isdigit() for w in said):
        return False
    return 1 < len(said) <= ENCLOSED_WORDS and any(fold(w) in known.outlet_words for w in telling)


def is_caps(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return len(letters) >= 2 and all(c.isupper() for c in letters)


def is_camel(word: str, known: Known) -> bool:
    return known.cased and bool(
        re.fullmatch(r"[^\W\d_]+[a-zа-яё][A-ZА-ЯЁ][^\W\d_]*|[^\W\d_]*[a-zа-яё][A-ZА-ЯЁ]{2,}", word)
    )
