"""Files below `content/data/` as plain values for layouts: YAML, JSON and CSV.

What she types is what counts here too: every value of YAML and CSV is text as typed; only JSON has numbers.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Final

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.site import Datum
from sitegen.schema.nodes import Mapping, Node, Scalar
from sitegen.schema.yaml_reader import read_yaml
from sitegen.sources.encoding import decoded


class DataRead(msgspec.Struct, frozen=True, kw_only=True):
    """The value of a data file; None with at least one error when it cannot be read."""

    value: Datum = None
    findings: tuple[Diagnostic, ...] = ()


def data_from(path: str, raw: bytes) -> DataRead:
    """Read the data file `path` by its ending."""
    suffix = PurePosixPath(path).suffix.lower()
    if suffix not in READ:
        return DataRead(findings=(Diagnostic(code="SG184", span=Span(file=path)),))
    read_text = decoded(path, raw)
    text = read_text.text
    if text is None:
        return DataRead(findings=read_text.findings)
    return READ[suffix](path, text)


def yaml_from(path: str, text: str) -> DataRead:
    """A YAML file."""
    read = read_yaml(text, file=path)
    return DataRead(value=plain(read.node) if read.node else None, findings=read.findings)


def json_from(path: str, text: str) -> DataRead:
    """A JSON file."""
    try:
        return DataRead(value=json.loads(text))
    except json.JSONDecodeError as error:
        span = Span(file=path, line=error.lineno, column=error.colno)
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets in brackets in brackets
        span = Span(file=path)
    return DataRead(findings=(Diagnostic(code="SG182", span=span),))


def csv_from(path: str, text: str) -> DataRead:
    """The rows of a CSV file as mappings by the names in its first line; `;` or `,` between values."""
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter, strict=True)
    rows: list[Datum] = []
    try:
        rows += ({key: value for key, value in row.items() if isinstance(key, str)} for row in reader)
    except csv.Error:
        span = Span(file=path, line=max(reader.line_num, 1))
        return DataRead(findings=(Diagnostic(code="SG185", span=span),))
    return DataRead(value=rows)


def plain(node: Node) -> Datum:
    """A YAML node as plain value; an empty scalar is None."""
    if isinstance(node, Scalar):
        return node.text or None
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.items}
    return [plain(item) for item in node.items]


READ: Final[dict[str, Callable[[str, str], DataRead]]] = {
    ".yaml": yaml_from,
    ".yml": yaml_from,
    ".json": json_from,
    ".csv": csv_from,
}
"""Who reads a data file, by its ending."""
