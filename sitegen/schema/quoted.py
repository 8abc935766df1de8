"""Texts in quotes and text blocks, decoded: the one part of a value where YAML's own rules decide.

PyYAML does the decoding of everything but the simplest forms and is imported only then. Never sees a whole file, so
anchors, tags and documents cannot occur.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

QUOTED: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"' + r"|'[^']*(?:''[^']*)*'(?!')", re.DOTALL)
"""A text in double or single quotes, from its first to its last quote; may span lines."""

BLOCK_HEADER: Final = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])(?:\s+#.*)?$")
"""What stands behind the colon when a text block follows: `|`, `>-`, `|2`."""

UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text for readers has; XML, and so every feed, would be broken by them."""


def decode(quoted: str) -> str | None:
    """The text inside the quotes of one whole quoted text; None when an escape in it means nothing."""
    inside = quoted[1:-1]
    if quoted[0] == "'":
        return inside.replace("''", "'") if "\n" not in inside else _yaml(quoted)
    if "\\" not in inside:
        return inside if "\n" not in inside else _yaml(quoted)
    value = _json(quoted)
    if value is None:
        value = _yaml(quoted)
    return None if value is None or UNPRINTABLE.search(value) else value


def decode_block(header: str, lines: Iterable[str]) -> str | None:
    """The text of a block, `lines` without the indentation of the key above; None when they step out of the block."""
    return _yaml(f"text: {header}\n" + "".join(f"{line}\n" for line in lines))


def _json(quoted: str) -> str | None:
    """Decode as JSON, whose escapes may pair up to one character as YAML's may not."""
    import json

    try:
        return str(json.loads(quoted))
    except ValueError:
        return None


def _yaml(text: str) -> str | None:
    """Decode one scalar, or the scalar value of a mapping with one key."""
    import yaml

    loader: type[yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(text, Loader=loader)
    except (yaml.YAMLError, UnicodeEncodeError):
        return None
    if isinstance(node, yaml.MappingNode):
        node = node.value[0][1] if len(node.value) == 1 else None
    return str(node.value) if isinstance(node, yaml.ScalarNode) else None
