"""Nodes become Structs, field by field, and every fault is found in one pass.

msgspec's own conversion stops at the first fault and would guess types; this one asks the table of `fields` and
goes on. Never reads a file and never changes what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from typing import Any, Final, Generic, TypeVar, cast

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.schema import scalars
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
    shape_of,
)
from sitegen.schema.nodes import Mapping, Node, Scalar, Sequence
from sitegen.schema.refusal import Refused, refuse
from sitegen.schema.words import word_of

T = TypeVar("T")

_COMMA_OUTSIDE_QUOTES: Final = re.compile(r'\s*,\s*(?=(?:[^"]*"[^"]*")*[^"]*$)')
_NOTHING: Final = frozenset({"", "~", "null"})
_WHOLE_TEXT: Final = Field(key="", name="", shape=Text(), required=True, description="", example="", german=())


class Converted(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """The value, or what is wrong."""

    value: T | None
    """None where there are findings, and where something needed stands on a line that could not be read."""
    findings: tuple[Diagnostic, ...] = ()


def convert(node: Node, wanted: type[T]) -> Converted[T]:
    """Make a `wanted` (a Struct type, or any annotation that `fields` knows) of `node`.

    Unknown keys, missing ones and all values that cannot be taken are reported together.
    """
    value = _read(node, shape_of(cast("Hashable", wanted)), _WHOLE_TEXT)
    if isinstance(value, Refused):
        return Converted(value=None, findings=value.findings)
    return Converted(value=value)


def _read(node: Node, shape: Shape, field: Field) -> Any | Refused:  # noqa: ANN401 - the shape says which type
    return _READERS[type(shape)](node, shape, field)


def _record(node: Node, shape: Record, field: Field) -> msgspec.Struct | Refused:
    if not isinstance(node, Mapping):
        return refuse("SG136", node, key=field.key, line=field.example)
    fields = fields_of(shape.of)
    present = {key.text for key, _ in node.items}
    values: dict[str, Any] = {}
    findings: list[Diagnostic] = []
    spoken_of = present | node.misread
    for key, value in node.items:
        known = fields.get(key.text)
        if known is None:
            from sitegen.schema.unknown_keys import Unknown, unknown_key

            unknown = unknown_key(Unknown(key=key, value=value, fields=fields, present=present))
            findings.append(unknown)
            spoken_of.add(str(unknown.facts.get("known", "")))
        elif _is_nothing(value, known):
            if known.required:
                findings.append(Diagnostic(code="SG140", span=key.span, facts=_facts(known)))
        else:
            read = _read(value, known.shape, known)
            if isinstance(read, Refused):
                findings += read.findings
            else:
                values[known.name] = read
    missing = [known for known in fields.values() if known.required and known.name not in values]
    findings += [
        Diagnostic(code="SG130", span=_beginning(node.span), facts=_facts(known))
        for known in missing
        if known.key not in spoken_of
    ]
    return Refused(tuple(findings)) if findings or missing else shape.of(**values)


def _tagged(node: Node, shape: Tagged, field: Field) -> msgspec.Struct | Refused:
    from sitegen.schema.tagged import told_apart

    told = told_apart(node, shape)
    return told if isinstance(told, Refused) else _record(told[1], Record(of=told[0]), field)


def _beginning(span: Span) -> Span:
    """Where a missing line may be put in; nothing that stands there is wrong."""
    return msgspec.structs.replace(span, end_column=0)


def _facts(field: Field) -> dict[str, str | int]:
    return {"key": field.key, "line": field.example, "help": field.description}


def _is_nothing(node: Node, field: Field) -> bool:
    """Whether a value counts as not given: empty, or for a field that may be left out `~` and `null`."""
    if not isinstance(node, Scalar):
        return False
    text = node.text
    if node.plain and text and not field.required and text in _NOTHING:
        return True
    if node.plain and text.startswith("#") and not isinstance(field.shape, Text | Many | Either):
        return not word_of(node)
    return not text.strip()


def _many(node: Node, shape: Many, field: Field) -> Any | Refused:  # noqa: ANN401 - a list or a tuple
    items = _items(node, shape)
    if items is None:
        return refuse("SG138", node, key=field.key, line=field.example)
    values: list[Any] = []
    findings: list[Diagnostic] = []
    for item in items:
        value = _read(item, shape.item, field)
        if isinstance(value, Refused):
            findings += value.findings
        else:
            values.append(value)
    return Refused(tuple(findings)) if len(values) < len(items) else shape.into(values)


def _items(node: Node, shape: Many) -> tuple[Node, ...] | None:
    """The items of a list, of a line with commas, or of a single value; None for what cannot be a list."""
    if isinstance(node, Sequence):
        return tuple(item for item in node.items if not (isinstance(item, Scalar) and not item.text))
    if isinstance(node, Mapping):
        return (node,) if isinstance(shape.item, Record | Tagged | Either) or node.typed else None
    if node.plain and node.text[0] in "[{":
        return None
    if not isinstance(shape.item, Text | Choice):
        return (node,)
    typed = word_of(node) if isinstance(shape.item, Choice) else node.text
    parts = (part.strip() for part in _COMMA_OUTSIDE_QUOTES.split(typed))
    return tuple(Scalar(text=_without_quotes(part), plain=node.plain, span=node.span) for part in parts if part)


def _without_quotes(part: str) -> str:
    return part[1:-1] if len(part) > 1 and part[0] == part[-1] and part[0] in "\"'" else part


def _table(node: Node, shape: Table, field: Field) -> dict[str, Any] | Refused:
    if not isinstance(node, Mapping):
        return refuse("SG136", node, key=field.key, line=field.example)
    values: dict[str, Any] = {}
    findings: list[Diagnostic] = []
    for key, item in node.items:
        value = _read(item, shape.value, field)
        if isinstance(value, Refused):
            findings += value.findings
        else:
            values[key.text] = value
    return Refused(tuple(findings)) if len(values) < len(node.items) else values


def _either(node: Node, shape: Either, field: Field) -> Any | Refused:  # noqa: ANN401 - the shape says which types
    """The first option that takes the value; else what the likeliest option has against it.

    That is the one that knows what was probably meant; a free value comes before one of a few words.
    """
    options = [option for option in shape.options if _may_be(node, option)] or list(shape.options)
    refusals: list[tuple[bool, bool, Refused]] = []
    for option in options:
        value = _read(node, option, field)
        if not isinstance(value, Refused):
            return value
        proposes = any(finding.facts.get("known") or finding.facts.get("meant") for finding in value.findings)
        refusals.append((not proposes, isinstance(option, Choice | Truth), value))
    return min(refusals, key=lambda refusal: refusal[:2])[2]


def _may_be(node: Node, option: Shape) -> bool:
    if isinstance(node, Mapping):
        return isinstance(option, Record | Tagged | Table)
    if isinstance(node, Sequence):
        return isinstance(option, Many)
    return not isinstance(option, Record | Tagged | Table)


_READERS: Final[dict[type, Callable[[Any, Any, Field], Any]]] = {
    Text: scalars.text,
    Whole: scalars.whole,
    Truth: scalars.truth,
    Amount: scalars.amount,
    Date: scalars.date,
    Choice: scalars.choice,
    Many: _many,
    Table: _table,
    Record: _record,
    Tagged: _tagged,
    Either: _either,
}
