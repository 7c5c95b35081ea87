"""Writes ``names/data/han.tsv``: the reading of each Chinese character, as letters of ours.

    python -m tools.pinyin_table

A row is a syllable, its two letters (initial and final, one sign each, so that a syllable
costs two steps when names are aligned), and the characters read so. The readings are
pypinyin's most usual ones (MIT), a development dependency only.
"""

from __future__ import annotations

from pathlib import Path

TARGET = Path("src/hexapla/names/data/han.tsv")
FIRST, LAST = 0x4E00, 0x9FA5
INITIALS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw")
# The signs are ours; nothing but the costs refers to them. A sign is never a letter of another script's names.
INITIAL_SIGNS = {"zh": "ž", "ch": "č", "sh": "š"}
FINAL_SIGNS = {
    "ai": "①", "ei": "②", "ao": "③", "ou": "④", "an": "⑤", "en": "⑥", "ang": "⑦", "eng": "⑧", "ong": "⑨",
    "er": "⑩", "ia": "⑪", "ie": "⑫", "iao": "⑬", "iu": "⑭", "ian": "⑮", "in": "⑯", "iang": "⑰", "ing": "⑱",
    "iong": "⑲", "ua": "⑳", "uo": "㉑", "uai": "㉒", "ui": "㉓", "uan": "㉔", "un": "㉕", "uang": "㉖", "ueng": "㉗",
    "ue": "㉘", "ve": "㉘", "van": "㉙", "vn": "㉚", "v": "v", "o": "o", "a": "a", "e": "e", "i": "i", "u": "u",
}  # fmt: skip
HEAD = """# Syllable, its letters (initial, final), the characters so read. Made by `python -m tools.pinyin_table` from
# pypinyin's most usual readings; surnames read otherwise stand in lang/zh/names.toml.
"""


def letters(syllable: str) -> str | None:
    """Initial and final of a syllable, a sign each; None where it is no ordinary syllable."""
    initial = next((one for one in INITIALS if syllable.startswith(one)), "")
    final = FINAL_SIGNS.get(syllable[len(initial) :])
    return None if final is None else INITIAL_SIGNS.get(initial, initial) + final


def main() -> None:
    from pypinyin import Style, pinyin

    rows: dict[str, list[str]] = {}
    for code in range(FIRST, LAST + 1):
        syllable = pinyin(chr(code), style=Style.NORMAL, v_to_u=False)[0][0]
        if letters(syllable):
            rows.setdefault(syllable, []).append(chr(code))
    lines = [f"{syllable}\t{letters(syllable)}\t{''.join(rows[syllable])}" for syllable in sorted(rows)]
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
