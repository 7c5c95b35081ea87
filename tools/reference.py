"""The pages of reference that are made, not written: `python -m tools.reference` writes them.

``cli.md`` from the command line's own help, ``json.md`` from the schemas, ``issues.md`` from the issues. A test compares.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hexapla.render.json_parts import SchemaName, schema
from tools.issues_page import issues_page

if TYPE_CHECKING:
    from typer.core import TyperCommand

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
SCHEMAS: Mapping[str, SchemaName] = {
    "hexapla collate --format json": "collation-1",
    "hexapla desk --format json": "desk-1",
    "hexapla read --format json": "testimony-1",
    "hexapla record --format json": "record-1",
    "hexapla compare --format json": "movement-1",
}
Json = Mapping[str, Any]


def cli() -> str:
    """Every verb with its help, its arguments and options."""
    import typer

    from hexapla.cli.app import app

    root: Any = typer.main.get_command(app)
    parts = [
        "# The command line\n\nMade from `hexapla --help` by `python -m tools.reference`; do not edit.\n",
        _prose(root.help),
        _prose(root.epilog),
    ]
    parts += [part for name in root.commands for part in _verbs(name, root.commands[name])]
    return "\n".join(parts)


def _verbs(name: str, command: Any) -> Iterator[str]:
    """A verb, or each verb of a group."""
    if not hasattr(command, "commands"):
        yield _verb(name, command)
        return
    yield f"## hexapla {name}\n\n{_prose(command.help)}"
    for inner in command.commands:
        yield from _verbs(f"{name} {inner}", command.commands[inner])


def _verb(name: str, command: TyperCommand) -> str:
    context = command.make_context(f"hexapla {name}", [], resilient_parsing=True)
    usage = " ".join(("hexapla", name, *command.collect_usage_pieces(context)))
    rows = [parameter.get_help_record(context) for parameter in command.params]
    lines = [f"| `{_cell(what)}` | {_cell(does)} |" for what, does in filter(None, rows)]
    table = "\n".join(["| argument or option | what it does |", "|---|---|", *lines])
    return f"## hexapla {name}\n\n```\n{usage}\n```\n\n{_prose(command.help)}\n{table}\n"


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|").strip()


def _prose(text: str | None) -> str:
    """Help as Markdown: indented lines are commands, bold words are headings of what follows."""
    found = []
    for paragraph in re.sub(r"\[/?bold\]", "**", text or "").split("\n\n"):
        lines = paragraph.split("\n")
        if all(line.startswith("  ") for line in lines):
            found.append("```sh\n" + "\n".join(line.strip() for line in lines) + "\n```")
        elif all(re.match(r"\d ", line) for line in lines[1:]) and len(lines) > 1:
            found.append(lines[0] + "\n\n" + "\n".join(f"- `{line[0]}` {line[2:]}" for line in lines[1:]))
        else:
            found.append(" ".join(line.strip() for line in lines))
    return "\n\n".join(found) + "\n"


def json_forms() -> str:
    """Every field of every JSON form with its type and meaning."""
    parts = [
        "# The JSON forms\n\n"
        "Made from the schemas of `src/hexapla/render/schemas/` by `python -m tools.reference`;\n"
        "do not edit.\n\n"
        "The schemas are JSON Schema 2020-12 and closed: a document has these fields and no others. They\n"
        "change only with a new number in `schema`. All offsets count Unicode code points of the witness's\n"
        "`text`, end exclusive; `null` stands where something is not known.\n"
    ]
    for command, name in SCHEMAS.items():
        found = schema(name)
        parts.append(f"## hexapla/{name.replace('-', '/')}\n\n`{command}`. {found['description']}\n")
        parts.append(_fields(found) if "properties" in found else f"Type: {kind(found)}.\n")
        for part, body in found["$defs"].items():
            parts.append(f"### {part}\n\n{body['description']}\n")
            if "properties" in body:
                parts.append(_fields(body))
            else:
                parts.append(f"Type: {kind(body)}.\n")
    return "\n".join(parts)


def _fields(body: Json) -> str:
    lines = [
        f"| `{name}` | {kind(field)} | {_cell(_meaning(field))} |"
        for name, field in _flat(body["properties"])
    ]
    return "\n".join(["| field | type | meaning |", "|---|---|---|", *lines]) + "\n"


def _flat(properties: Json, head: str = "") -> Iterator[tuple[str, Json]]:
    """Fields, and those of an object that stands within: ``engine.name``."""
    for name, field in properties.items():
        yield head + name, field
        yield from _flat(field.get("properties", {}), f"{head}{name}.")


def _meaning(field: Json) -> str:
    if "description" in field or "$ref" not in field:
        return str(field.get("description", ""))
    return _meaning(_target(field["$ref"]))


def _target(reference: str) -> Json:
    """What a `$ref` points at, in whichever schema: no two have parts of one name."""
    place, _, pointer = reference.partition("#")
    asked = place.removeprefix("urn:hexapla:schema:")
    for name in SCHEMAS.values():
        found: Any = schema(name) if asked in {"", name} else {}
        for key in pointer.strip("/").split("/"):
            found = found.get(key) if isinstance(found, dict) else None
        if isinstance(found, dict):
            return found
    raise KeyError(reference)


def kind(field: Json) -> str:
    """A field's type in words."""
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        is_part = "/$defs/" in field["$ref"]
        return f"[{name}](#{name.lower()})" if is_part else kind(_target(field["$ref"]))
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    given = field.get("type", "any")
    names = given if isinstance(given, list) else [given]
    return " or ".join(_named(name, field) for name in names)


def _named(name: str, field: Json) -> str:
    if name == "array" and "prefixItems" in field:
        return "[" + ", ".join(kind(item) for item in field["prefixItems"]) + "]"
    if name == "array":
        return f"list of {kind(field['items'])}"
    if name == "object" and "additionalProperties" in field and field["additionalProperties"]:
        return f"object: {kind(field['propertyNames'])} → {kind(field['additionalProperties'])}"
    return f"{name} ({field['format']})" if "format" in field and name == "string" else name


PAGES: Mapping[str, Callable[[], str]] = {"cli.md": cli, "issues.md": issues_page, "json.md": json_forms}


def pages() -> Iterator[tuple[Path, str]]:
    """Every made page: where it lies, what it must hold."""
    for name, make in PAGES.items():
        yield FOLDER / name, make()


if __name__ == "__main__":
    for path, text in pages():
        path.write_text(text, encoding="utf-8")
        print(f"wrote {path}")
