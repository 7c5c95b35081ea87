"""A desk as one HTML file that needs nothing else: no network, no other file.

Everything that comes from outside is escaped by the templates; the data for the script is
JSON that cannot end its element; a content security policy allows the page's own two
scripts, by hash, and nothing from anywhere.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hexapla.edition.model import Desk
from hexapla.gloss.model import LABEL
from hexapla.render.bidi import direction, isolate_within
from hexapla.render.diagram import diagram
from hexapla.render.json_form import desk_json
from hexapla.render.kinds import ASTERISK, KINDS, OBELUS
from hexapla.render.record_parts import MeetingView
from hexapla.render.told import passage
from hexapla.render.view import StoryView, anchor, movements, stories

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"
STYLES = ("page.css", "people.css", "synopsis.css", "record.css", "print.css")
SCRIPTS = ("filters.js", "answers.js", "keys.js", "record.js")


def page(desk: Desk, *, made: str | None = None, record_first: bool = False) -> str:
    """The desk as one self-contained HTML page.

    Parameters
    ----------
    desk:
        What was found.
    made:
        When or how the page was made, for its foot; nothing is said if ``None``.
    record_first:
        Whether each story's record stands before its texts, not after them.
    """
    shown = stories(desk)
    early, late = _read("early.js"), _script()
    return (
        _environment()
        .get_template("page.html")
        .render(
            desk=desk,
            stories=shown,
            movements=movements(desk, shown),
            record_first=record_first,
            title=_title(shown),
            affairs=[[i + 1 for i in line] for line in desk.storylines if len(line) > 1],
            made=made,
            engine=_engine(shown),
            csp=_policy(early, late),
            css="\n".join(_read(name) for name in STYLES),
            dark=_read("dark.css"),
            early=early,
            late=late,
            data=script_json(desk_json(desk)),
        )
    )


def script_json(data: Any) -> str:
    """JSON that can stand in a script element: it can neither end it nor open a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _title(shown: tuple[StoryView, ...]) -> str:
    if len(shown) == 1:
        return shown[0].title.witness.title or "One story"
    return f"{len(shown)} stories"


def _engine(shown: tuple[StoryView, ...]) -> str | None:
    if not shown:
        return None
    engine = shown[0].edition.collation.engine
    return f"{engine.name} {engine.version}"


@cache
def _read(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


@cache
def _script() -> str:
    """The page's script: its parts in one function's scope."""
    body = "\n".join(_read(name) for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{body}\n}})();\n'


def _policy(*scripts: str) -> str:
    hashes = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"KINDS": KINDS, "OBELUS": OBELUS, "ASTERISK": ASTERISK}
    made.globals |= {"anchor": anchor, "direction": direction, "GLOSS_LABEL": LABEL}
    made.globals |= {"passage": passage, "drawing": _drawing}
    made.filters |= {"percent": lambda score: f"{score:.0%}", "isolated": isolate_within, "count": _count}
    return made


def _drawing(meetings: Sequence[MeetingView], sigla: Sequence[str], key: str, width: int) -> Markup:
    from markupsafe import Markup

    # Its words are escaped where it is drawn.
    return Markup(diagram(meetings, sigla, key, width))  # noqa: S704


def _count(number: int, noun: str, plural: str | None = None) -> str:
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
