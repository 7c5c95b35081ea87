"""The published JSON schemas, and what of a JSON form breaks them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from hexapla.render.json_parts import SCHEMAS, schema


@cache
def _validator(name: Any) -> Draft202012Validator:
    known = [Resource.from_contents(schema(n)) for n in SCHEMAS]
    registry: Any = Registry().with_resources([(r.id(), r) for r in known])
    checked = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator(schema(name), registry=registry, format_checker=checked)


def faults(name: str, made: Any) -> list[str]:
    """Where a form, as it would be written, breaks its schema."""
    written = json.loads(json.dumps(made, ensure_ascii=False))
    return [f"{error.json_path}: {error.message[:200]}" for error in _validator(name).iter_errors(written)]


def printed(name: str, text: str) -> Any:
    """The JSON that was printed, which keeps its schema."""
    found = json.loads(text)
    assert faults(name, found) == []
    return found
