"""The same rules for editors: JSON Schema out of the Struct types, so that keys complete and faults show while typing.

Editors read YAML by its own rules, so a schema allows whatever YAML makes of a value that we would take (`45,50 €` is a
string there, `45` a number, `ja` a string). It is a help; what counts is what `convert` says.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import msgspec

from sitegen.schema.fields import (
    Amount,
    Choice,
    Date,
    Either,
    Field,
    Many,
    Record,
    Shape,
    Table,
    Tagged,
    Text,
    Truth,
    Whole,
    fields_of,
)

Schema = dict[str, Any]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_TYPED: Final = ["string", "number", "boolean"]
"""What YAML may make of one typed value."""

_YES_AND_NO: Final = ["ja", "nein", True, False]
_DATE_HELP: Final = "Datum, zum Beispiel 5.3.2026, 2026-03-05 oder 2026-03-05 09:30."
_AMOUNT_HELP: Final = "Betrag, zum Beispiel 45 oder 45,50 €."


def json_schema(of: type[msgspec.Struct], *, title: str) -> Schema:
    """A JSON Schema (draft 2020-12) for files whose keys are those of `of`; `title` is German, for the editor."""
    return {"$schema": _DIALECT, "title": title, **_record(of)}


def _record(of: type[msgspec.Struct]) -> Schema:
    fields = fields_of(of)
    schema: Schema = {
        "type": "object",
        "properties": {field.key: _property(field) for field in fields.values()},
        "additionalProperties": False,
    }
    required = [field.key for field in fields.values() if field.required]
    return schema | ({"required": required} if required else {})


def _property(field: Field) -> Schema:
    schema = _schema(field.shape)
    if not field.required:
        schema = {"anyOf": [*schema.get("anyOf", [schema]), {"type": "null"}]}
    if field.description:
        schema = {**schema, "description": field.description}
    return schema


def _schema(shape: Shape) -> Schema:
    return _SCHEMAS[type(shape)](shape)


def _text(shape: Text) -> Schema:
    """Texts may look like numbers or yes and no to an editor; patterns hold for strings only."""
    schema: Schema = {"type": _TYPED}
    if shape.pattern is not None:
        schema["pattern"] = shape.pattern.pattern
    return schema


def _whole(shape: Whole) -> Schema:
    limits = {"minimum": shape.ge, "maximum": shape.le}
    return {"type": "integer"} | {name: limit for name, limit in limits.items() if limit is not None}


def _many(shape: Many) -> Schema:
    """A list, or one item without its list."""
    item = _schema(shape.item)
    return {"anyOf": [{"type": "array", "items": item}, *item.get("anyOf", [item])]}


def _tagged(shape: Tagged) -> Schema:
    """One of several groups; the key that tells them apart is a constant in each."""
    return {"anyOf": [_named(shape.by, name, _record(record)) for name, record in shape.records.items()]}


def _named(by: str, name: str, schema: Schema) -> Schema:
    properties = {by: {"const": name}, **schema["properties"]}
    return schema | {"properties": properties, "required": [by, *schema.get("required", ())]}


_SCHEMAS: Final[dict[type, Callable[[Any], Schema]]] = {
    Text: _text,
    Whole: _whole,
    Truth: lambda _shape: {"enum": _YES_AND_NO},
    Amount: lambda _shape: {"type": ["string", "number"], "description": _AMOUNT_HELP},
    Date: lambda _shape: {"type": ["string", "number"], "description": _DATE_HELP},
    Choice: lambda shape: {"enum": list(shape.words)},
    Many: _many,
    Table: lambda shape: {"type": "object", "additionalProperties": _schema(shape.value)},
    Record: lambda shape: _record(shape.of),
    Tagged: _tagged,
    Either: lambda shape: {"anyOf": [_schema(option) for option in shape.options]},
}
