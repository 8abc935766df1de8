"""What a plain text says where it is no text: a word, behind which a comment may stand. Pure."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from sitegen.diagnostics import Span
from sitegen.schema.nodes import Node, Scalar
from sitegen.text.patterns import later

_COMMENT: Final = re.compile(r"(?:^|\s)#.*", re.DOTALL)
_QUOTED: Final = later(r"[„“”»«](.+)[“”„»«]|[‚‘’›‹](.+)[‘’‚›‹]")
"""As word processors set quotation marks; those of a keyboard have been read as YAML has them."""


def word_of(node: Scalar) -> str:
    """The text without a comment behind it, and without quotation marks around it."""
    text = node.text
    if node.plain and "#" in text:
        text = _COMMENT.sub("", text)
    text = text.strip()
    quoted = None if text.isascii() else _QUOTED().fullmatch(text)
    return (quoted[1] or quoted[2]).strip() if quoted else text


def span_of_word(node: Node, word: str) -> Span:
    """Where `word` stands if it is what a plain text begins with; else the whole node."""
    span = node.span
    if not (word and span.end_column and isinstance(node, Scalar) and node.plain and node.text.startswith(word)):
        return span
    return msgspec.structs.replace(span, end_column=min(span.end_column, span.column + len(word)))
